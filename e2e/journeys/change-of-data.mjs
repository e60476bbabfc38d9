// A change of personal data: old and new side by side, a new contact point carried out at once; a new name with its proof,
// approved by a supervisor.
import { Visitor } from "../lib/browser.mjs";
import { expect } from "../lib/expect.mjs";
import { shared } from "../lib/server.mjs";
import { at, choose, next, settled, tick, type, until } from "../lib/voltura.mjs";

const PASSWORD = "fontebruna-demo";

/** From the search to the first step, the customer proposed; answers the address of the customer. */
async function begin(visitor, name) {
  const { page } = visitor;
  await page.goto(`/cerca?q=${encodeURIComponent(name)}`);
  await page.locator('main a[href^="/clienti/"]').first().click();
  await page.waitForURL(/\/clienti\/[0-9a-f-]{36}/);
  const home = page.url();
  await page.keyboard.press("n");
  await page.waitForURL("**/richieste/nuova**");
  await page.click('button[formaction*="/VAR"]');
  await at(visitor, "identify");
  return home;
}

async function confirm(visitor) {
  const { page } = visitor;
  await at(visitor, "confirm");
  await tick(page, "signed");
  await tick(page, "privacy");
  await visitor.look("confirm");
  await next(page);
  await page.waitForURL((url) => /^\/richieste\/[0-9a-f-]{36}$/.test(url.pathname));
  await settled(page);
  return page.url();
}

export const journeys = {
  "a new mobile number is compared, carried out and told to billing": async ({ browser, binary, out }) => {
    const { base } = await shared(binary);
    const visitor = await Visitor.open(browser, base, { out, name: "change-of-data", chapter: "VAR" });
    const { page } = visitor;
    await visitor.signIn("marta.bellini", PASSWORD);
    const home = await begin(visitor, "Calzolari Teresa");
    await choose(page, "change_kind", "contacts");
    await visitor.look("identify");
    await next(page);
    await at(visitor, "change");
    await type(page, "mobile", "333 555 0199");
    await visitor.look("change");
    await next(page);
    await at(visitor, "confirm");
    const row = await page.locator("#p-modulo table tbody tr").first().innerText();
    expect(/Cellulare/.test(row) && /333 555 0199/.test(row), `old and new do not stand side by side: ${row}`);
    await confirm(visitor);
    await visitor.look("case");
    await until(visitor, "evasa", 60);
    await visitor.says("Che cosa è cambiato");
    await visitor.look("fulfilled");
    await page.goto(home);
    await visitor.says("333 555 0199");
    await visitor.close();
  },

  "a new name needs its proof and a supervisor, and the old one is kept": async ({ browser, binary, out }) => {
    const { base } = await shared(binary);
    const visitor = await Visitor.open(browser, base, { out, name: "change-of-name", refusals: true });
    const { page } = visitor;
    await visitor.signIn("marta.bellini", PASSWORD);
    const home = await begin(visitor, "Setti Enrico");
    await choose(page, "change_kind", "correction");
    await next(page);
    await at(visitor, "change");
    await type(page, "given_name", "Carla Benedetta");
    await next(page);
    await settled(page);
    // Who somebody is changes only with a proof.
    await visitor.look("proof-missing");
    await at(visitor, "change");
    await page.setInputFiles('#p-modulo input[type=file][name="proof_file"]', {
      name: "carta.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n%prova\n"),
    });
    await settled(page);
    await visitor.look("proof-given");
    await next(page);
    const here = await confirm(visitor);
    await visitor.says("Approva la variazione");
    await visitor.close();

    const supervisor = await Visitor.open(browser, base, { out, name: "change-of-name-approval", chapter: "VAR" });
    await supervisor.signIn("sara.rossi", PASSWORD);
    await supervisor.page.goto(here);
    await supervisor.says("Carla Benedetta");
    await supervisor.look("approve");
    const choice = supervisor.page.locator('#p-compito select[name="approval"]');
    if (await choice.count()) await choice.selectOption("approved");
    else await supervisor.page.locator('#p-compito [name="approval"][value="approved"]').check();
    await settled(supervisor.page);
    await supervisor.page.locator("#p-compito button.btn-1").click();
    await settled(supervisor.page);
    await until(supervisor, "evasa", 60);
    await supervisor.look("fulfilled");
    await supervisor.page.goto(home);
    await supervisor.says("Carla Benedetta");
    await supervisor.close();
  },
};
