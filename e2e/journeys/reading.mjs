// A single reading: given on one page, recorded and seen in the consumption of the customer; one far above history looked
// at by a reviewer beside what was expected; one that cannot be right refused with its reason.
import { Visitor } from "../lib/browser.mjs";
import { expect } from "../lib/expect.mjs";
import { shared } from "../lib/server.mjs";
import { at, next, settled, tick, until } from "../lib/voltura.mjs";

const PASSWORD = "fontebruna-demo";

const digits = (text) => Number(text.replace(/\D/g, ""));

/** From the search to the readings of a customer's supply of electricity, gas or water; answers the address of the tab. */
async function customer(visitor, name) {
  const { page } = visitor;
  await page.goto(`/cerca?q=${encodeURIComponent(name)}`);
  await page.locator('main a[href^="/clienti/"]').first().click();
  await page.waitForURL(/\/clienti\/[0-9a-f-]{36}/);
  const home = new URL(page.url()).pathname;
  await page.goto(`${home}?scheda=letture`);
  await settled(page);
  if ((await page.locator('form[action*="/LET"] button').count()) === 0) await page.locator(".chips a").first().click();
  await settled(page);
  return page.url();
}

/** Begins a reading from there: one press, the supply is known. */
async function begin(visitor) {
  const { page } = visitor;
  await page.locator('form[action*="/LET"] button').click();
  await at(visitor, "reading");
  expect((await page.locator("#p-modulo table.reads tr:has(input)").count()) > 0, "the registers are not asked for at once");
}

/** Fills every register; `value` gets the last value and what is expected, from and to. */
async function fill(page, value) {
  const rows = page.locator("#p-modulo table.reads tr:has(input)");
  const count = await rows.count();
  const given = [];
  for (let place = 0; place < count; place += 1) {
    const row = rows.nth(place);
    const last = digits(await row.locator("td").nth(1).innerText());
    // Nothing is expected before a value is compared.
    const parts = (await row.locator("td").nth(4).innerText()).split("–").map((part) => part.trim());
    const number = value(last, parts.length === 2 && parts.every(Boolean) ? parts.map(digits) : null);
    await row.locator("input").fill(String(number));
    await row.locator("input").blur();
    await settled(page);
    given.push(number);
  }
  return given;
}

const usual = (last, range) => last + (range ? Math.round((range[0] + range[1]) / 2) : 10);

async function onCase(visitor) {
  await visitor.page.waitForURL((url) => /^\/richieste\/[0-9a-f-]{36}$/.test(url.pathname));
  await settled(visitor.page);
  return visitor.page.url();
}

export const journeys = {
  "a reading is given on one page and stands in the consumption of the customer": async ({ browser, binary, out }) => {
    const { base } = await shared(binary);
    const visitor = await Visitor.open(browser, base, { out, name: "reading", chapter: "LET" });
    const { page } = visitor;
    await visitor.signIn("marta.bellini", PASSWORD);
    const tab = await customer(visitor, "Calzolari Teresa");
    await visitor.look("before");
    await begin(visitor);
    // The serial number of the device stands beside each register.
    const first = await page.locator("#p-modulo table.reads tr:has(input) td").first().innerText();
    expect(/[A-Z0-9]{5,}/.test(first), `no serial number beside the register: ${first}`);
    const began = Date.now();
    const [value] = await fill(page, usual);
    await visitor.look("filled");
    await next(page);
    await onCase(visitor);
    expect(Date.now() - began < 20_000, "giving a reading took more than twenty seconds");
    await visitor.look("case");
    await until(visitor, "evasa", 60);
    await visitor.look("fulfilled");
    await page.goto(tab);
    await visitor.says(new Intl.NumberFormat("it-IT", { useGrouping: "always" }).format(value));
    await visitor.says("Autolettura");
    expect((await page.locator("main svg.chart").count()) > 0, "there is no chart of the consumption");
    await visitor.look("consumption");
    await visitor.close();
  },

  "a reading far above history waits in the reviewers' list and is looked at beside what was expected": async ({ browser, binary, out }) => {
    const { base } = await shared(binary);
    const visitor = await Visitor.open(browser, base, { out, name: "reading-held", refusals: true });
    const { page } = visitor;
    await visitor.signIn("marta.bellini", PASSWORD);
    await customer(visitor, "Orlandi");
    await begin(visitor);
    await fill(page, (last, range) => last + (range ? range[1] : 5000) * 6);
    await next(page);
    await settled(page);
    await visitor.look("asked-again");
    await tick(page, "readings_confirmed");
    await next(page);
    const here = await onCase(visitor);
    await visitor.says("Da esaminare");
    await visitor.close();

    const reviewer = await Visitor.open(browser, base, { out, name: "reading-review", chapter: "LET" });
    await reviewer.signIn("paolo.conti", PASSWORD);
    await reviewer.page.goto("/richieste");
    await reviewer.page.getByRole("link", { name: /Letture da esaminare/ }).click();
    await settled(reviewer.page);
    await reviewer.look("list");
    const path = new URL(here).pathname;
    expect((await reviewer.page.locator(`main a[href="${path}"]`).count()) > 0, "the held reading is not in the list");
    await reviewer.page.goto(here);
    await reviewer.page.waitForSelector("#p-lettura");
    await reviewer.says("molto sopra quello atteso");
    await reviewer.look("review");
    await reviewer.page.locator('#p-compito [name="decision"]').last().evaluate((node) => node.scrollIntoView());
    const choice = reviewer.page.locator('#p-compito select[name="decision"]');
    if (await choice.count()) await choice.selectOption("accept");
    else await reviewer.page.locator('#p-compito [name="decision"][value="accept"]').check();
    await settled(reviewer.page);
    await reviewer.page.locator("#p-compito button.btn-1").click();
    await settled(reviewer.page);
    await until(reviewer, "evasa", 60);
    await reviewer.close();
  },

  "a reading below the last one is refused with its reason, and a letter is made": async ({ browser, binary, out }) => {
    const { base } = await shared(binary);
    const visitor = await Visitor.open(browser, base, { out, name: "reading-refused", refusals: true });
    const { page } = visitor;
    await visitor.signIn("marta.bellini", PASSWORD);
    await customer(visitor, "Testa Matteo");
    await begin(visitor);
    await fill(page, (last) => Math.max(0, Math.floor(last / 2)));
    await next(page);
    await settled(page);
    await visitor.look("told");
    await tick(page, "readings_confirmed");
    await next(page);
    await onCase(visitor);
    await visitor.says("La lettura è inferiore all’ultima");
    await visitor.says("Lettura non accettata");
    await visitor.look("refused");
    await visitor.close();
  },
};
