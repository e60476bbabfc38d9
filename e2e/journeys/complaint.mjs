// A complaint by letter, from its registration at the counter to the answer: acknowledged, classified, the disputed bill kept
// out of arrears, an office asked, the answer written and sent. Two people, each in a window of their own.
import { Visitor } from "../lib/browser.mjs";
import { expect } from "../lib/expect.mjs";
import { Keyboard } from "../lib/hands.mjs";
import { dispatched, done, overdue, register } from "../lib/letters.mjs";
import { shared } from "../lib/server.mjs";
import { day, settled, until } from "../lib/voltura.mjs";

const PASSWORD = "fontebruna-demo";

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

export const journeys = {
  "a complaint by letter is classified, its bill kept out of arrears, and answered": async ({ browser, binary, out }) => {
    const { base } = await shared(binary);
    const counter = await Visitor.open(browser, base, { out, name: "complaint", chapter: "REC" });
    await counter.signIn("marta.bellini", PASSWORD);
    const bill = await overdue(counter.page);
    const where = await register(new Keyboard(counter), bill, {
      procedure: "REC",
      subject: "Bolletta troppo alta",
      text: "Chiedo come sono stati calcolati i consumi.",
      says: "Classificare il reclamo",
    });

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
    await dispatched(office, hands);
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
