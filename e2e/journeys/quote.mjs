// A quote at the counter: whose supply, what is to be altered; examined in the back office, its lines chosen from the price
// list, sent, and accepted on paper with nothing to pay before: the works open.
import { Visitor } from "../lib/browser.mjs";
import { expect } from "../lib/expect.mjs";
import { Mouse } from "../lib/hands.mjs";
import { shared } from "../lib/server.mjs";
import { at, settled } from "../lib/voltura.mjs";

const PASSWORD = "fontebruna-demo";
const PDF = { name: "accettazione.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.7\n%%EOF\n") };

/** The request is made at the counter; answers the path of its case. */
async function ask(visitor, hands) {
  const { page } = visitor;
  await page.goto("/cerca?q=" + encodeURIComponent("Calzolari Teresa"));
  await page.locator('main a[href^="/clienti/"]').first().click();
  await page.waitForURL(/\/clienti\/[0-9a-f-]{36}/);
  await settled(page);
  await page.keyboard.press("n");
  await page.waitForURL("**/richieste/nuova**");
  await page.click('button[formaction*="/PM1"]');
  await at(visitor, "supply");
  if (await page.locator('[name="supply_point.q"]').count()) {
    const point = page.locator("#p-supply_point input[type=radio]");
    if (!(await point.count())) await hands.pick("supply_point", "IT");
  }
  if ((await page.locator('[name="party.q"]').count()) && !(await page.locator("#p-party input[type=radio]:checked").count())) {
    await hands.pick("party", "Calzolari Teresa");
  }
  await hands.type("contact_name", "Teresa Calzolari");
  await hands.type("contact_phone", "059 555 0103");
  await hands.choose("reply_channel", "email");
  await visitor.look("supply");
  await hands.next();
  await at(visitor, "request");
  await hands.choose("alterations.0.alteration", "move_meter");
  await hands.type("alterations.0.as_is", "in cantina");
  await hands.type("alterations.0.wanted", "sul muro di cinta");
  await visitor.look("request");
  await hands.next();
  await page.waitForURL((url) => /^\/richieste\/[0-9a-f-]{36}$/.test(url.pathname));
  await settled(page);
  await visitor.says("Valutare la fattibilità");
  await visitor.look("asked");
  return new URL(page.url()).pathname;
}

async function done(page) {
  await page.locator("#p-compito button.btn-1").click();
  await settled(page);
}

/** The first item of the price list that has a price, once. */
async function line(visitor, hands) {
  const { page } = visitor;
  const codes = await page.locator('[name="lines.0.code"] option').evaluateAll((all) => all.map((one) => one.value));
  const priced = codes.find((code) => code && !code.endsWith("-00"));
  expect(Boolean(priced), `no item with a price is offered: ${codes}`);
  await hands.choose("lines.0.code", priced);
  await hands.type("lines.0.quantity", "1");
  const row = await page.locator("table.lines tbody tr").first().innerText();
  expect(/\d+,\d{2}/.test(row), `the line has no price: ${row}`);
}

export const journeys = {
  "a quote is asked for, priced from the list, accepted on paper, and opens its works": async ({ browser, binary, out }) => {
    const { base } = await shared(binary);
    const counter = await Visitor.open(browser, base, { out, name: "quote", chapter: "PM1" });
    await counter.signIn("marta.bellini", PASSWORD);
    const where = await ask(counter, new Mouse(counter));

    const office = await Visitor.open(browser, base, { out, name: "quote-office", chapter: "PM1" });
    const hands = new Mouse(office);
    const { page } = office;
    await office.signIn("paolo.conti", PASSWORD);
    await page.goto(where);
    await settled(page);
    await hands.tick("feasible");
    await hands.choose("complexity", "simple");
    await hands.choose("reply_channel", "email");
    await office.look("evaluate");
    await done(page);
    await office.says("Redigere il preventivo");
    await hands.type("works_text", "Spostamento del contatore sul muro di cinta");
    await hands.choose("complexity", "simple");
    await hands.type("works_days", "10");
    await line(office, hands);
    await hands.choose("deposit_percent", "0");
    await office.look("estimate");
    await done(page);
    const tasks = (await page.locator("#p-compito h2").allInnerTexts()).join(" ").toLowerCase();
    if (tasks.includes("registrare la spedizione")) {
      await hands.type("dispatch_number", "RR 123456789 IT");
      await done(page);
    }
    await office.says("Registrare la risposta del cliente");
    await office.look("sent");

    await counter.page.goto(where);
    await settled(counter.page);
    const own = new Mouse(counter);
    await own.choose("accepted", "accepted");
    await own.choose("accepted_how", "paper");
    await counter.page.setInputFiles('#p-compito input[type=file][name="acceptance"]', PDF);
    await counter.look("answer");
    await done(counter.page);
    await counter.says("-E01-");
    await counter.look("accepted");
    await office.close();
    await counter.close();
  },
};
