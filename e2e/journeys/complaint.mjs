// A complaint by letter, from its registration at the counter to the answer: acknowledged, classified, the disputed bill kept
// out of arrears, an office asked, the answer written and sent. Two people, each in a window of their own.
import { Visitor } from "../lib/browser.mjs";
import { expect } from "../lib/expect.mjs";
import { Keyboard } from "../lib/hands.mjs";
import { shared } from "../lib/server.mjs";
import { at, day, settled, until } from "../lib/voltura.mjs";

const PASSWORD = "fontebruna-demo";

/** An overdue bill, with its customer. */
async function overdue(page) {
  await page.goto("/bollette?stato=overdue");
  await settled(page);
  const row = page.locator("table.grid tbody tr").first();
  const bill = row.locator("td a").first();
  return {
    number: (await bill.innerText()).trim(),
    href: await bill.getAttribute("href"),
    customer: await row.locator("td a").nth(1).getAttribute("href"),
  };
}

/** The complaint is recorded as it came: five days ago, by letter. */
async function register(hands, bill) {
  const { visitor, page } = hands;
  await page.goto(bill.customer);
  await settled(page);
  await hands.newRequest();
  await page.waitForURL("**/richieste/nuova**");
  await hands.press('button[formaction*="REC"]');
  await at(visitor, "receive");
  // From the page of a customer: who writes, and where, may be there already.
  if (await page.locator('[name="party.q"]').count()) await hands.pick("party", await holder(page, bill));
  await hands.choose("channel", "letter");
  await hands.type("received_on", day(-5));
  await hands.type("reached_office_on", day(-4));
  if (await page.locator('[name="supply_point.q"]').count()) await hands.pick("supply_point", await point(page, bill));
  await hands.type("subject", "Bolletta troppo alta");
  await hands.type("text", "Chiedo come sono stati calcolati i consumi.");
  await hands.choose("reply_channel", "email");
  await visitor.look("receive");
  await hands.next();
  await page.waitForURL((url) => /^\/richieste\/[0-9a-f-]{36}$/.test(url.pathname));
  await settled(page);
  await visitor.says("Classificare il reclamo");
  await visitor.look("registered");
  return new URL(page.url()).pathname;
}

async function read(page, href, what) {
  const other = await page.context().newPage();
  await other.goto(href);
  const found = await what(other);
  await other.close();
  return found;
}

const holder = (page, bill) => read(page, bill.customer, (other) => other.locator("h1").first().innerText());
const point = (page, bill) =>
  read(page, bill.href, async (other) => (await other.locator("main dl").innerText()).match(/IT\d{3}E\d{8}|\d{14}|[A-Z]{2,3}-?\d{6,}/)?.[0]);

/** The back office says what it is about, which bill is disputed and who must answer by when. */
async function classify(visitor, hands, bill) {
  const { page } = visitor;
  await hands.choose("request_kind", "complaint");
  await hands.tick("bill_disputed");
  await hands.choose("topic", "billing");
  await hands.choose("sub_topic", "estimates");
  await page.locator("tr", { hasText: bill.number }).locator("input[type=checkbox]").check();
  await settled(page);
  await hands.type("disputed_amount", "40,00");
  await hands.tick("ask_billing");
  await hands.type("billing_question", "Le letture sono rilevate?");
  await hands.type("billing_due", day(7));
  await hands.choose("handler", "back_office");
  await visitor.look("classify");
  await done(page);
}

/** The button of the task on the page of a case. */
async function done(page) {
  await page.locator("#p-compito button.btn-1").click();
  await settled(page);
}

export const journeys = {
  "a complaint by letter is classified, its bill kept out of arrears, and answered": async ({ browser, binary, out }) => {
    const { base } = await shared(binary);
    const counter = await Visitor.open(browser, base, { out, name: "complaint", chapter: "REC" });
    await counter.signIn("marta.bellini", PASSWORD);
    const bill = await overdue(counter.page);
    const where = await register(new Keyboard(counter), bill);

    const office = await Visitor.open(browser, base, { out, name: "complaint-office", chapter: "REC" });
    const hands = new Keyboard(office);
    const { page } = office;
    await office.signIn("paolo.conti", PASSWORD);
    await page.goto(where);
    await settled(page);
    await classify(office, hands, bill);
    await office.says("Rispondere per la fatturazione");
    await office.look("classified");

    // The bill: disputed, and no longer among the overdue ones.
    await page.goto(bill.href);
    await office.says("Contestata");
    await office.look("bill");
    await page.goto(`/bollette?stato=overdue&q=${encodeURIComponent(bill.number)}`);
    await settled(page);
    const rows = (await page.locator("table.grid tbody").allInnerTexts()).join(" ");
    expect(!rows.includes(bill.number), `${bill.number} is still among the overdue bills`);

    await page.goto(where);
    await settled(page);
    await hands.type("billing_reply", "Le letture erano stimate da novembre.");
    await done(page);
    await office.says("Scrivere la risposta motivata");
    await hands.choose("outcome", "rejected");
    await hands.type("reasons", "I consumi stimati coincidono con la lettura del tecnico.");
    await office.look("draft");
    await done(page);
    // Who has no e-mail address is answered by post, and the post gives a number.
    const tasks = (await page.locator("#p-compito h2").allInnerTexts()).join(" ").toLowerCase();
    if (tasks.includes("registrare la spedizione")) {
      await hands.type("dispatch_number", "RR 123456789 IT");
      await office.look("dispatch");
      await done(page);
    }
    await until(office, "evasa", 60);
    await office.says("Risposta motivata al reclamo");
    await office.look("answered");
    await page.goto(bill.href);
    await settled(page);
    expect(!(await page.locator("main").innerText()).includes("Contestata"), "the bill is still kept out of arrears");
    await office.close();
    await counter.close();
  },
};
