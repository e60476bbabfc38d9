// A written request for information and one for a correction of bills, each from its letter to the answer. Two people, each
// in a window of their own.
import { Visitor } from "../lib/browser.mjs";
import { Keyboard } from "../lib/hands.mjs";
import { dispatched, done, overdue, register } from "../lib/letters.mjs";
import { shared } from "../lib/server.mjs";
import { settled, until } from "../lib/voltura.mjs";

const PASSWORD = "fontebruna-demo";

async function desk(browser, base, out, name, chapter, who) {
  const visitor = await Visitor.open(browser, base, { out, name, chapter });
  await visitor.signIn(who, PASSWORD);
  return { visitor, hands: new Keyboard(visitor), page: visitor.page };
}

export const journeys = {
  "a written request for information is classified and answered": async ({ browser, binary, out }) => {
    const { base } = await shared(binary);
    const counter = await desk(browser, base, out, "information", "RIN", "marta.bellini");
    const bill = await overdue(counter.page);
    const letter = { procedure: "RIN", subject: "Bonus sociale", text: "Come si chiede il bonus?", says: "Classificare la richiesta" };
    const where = await register(counter.hands, bill, letter);

    const office = await desk(browser, base, out, "information-office", "RIN", "paolo.conti");
    const { visitor, hands, page } = office;
    await page.goto(where);
    await settled(page);
    await hands.choose("topic", "bonus");
    await hands.choose("sub_topic", "bonus_not_given");
    await hands.choose("handler", "back_office");
    // From its top: what stands behind the line at the foot of the page is no target.
    await page.evaluate(() => window.scrollTo(0, 0));
    await visitor.look("classify");
    await done(page);
    await hands.type("answer", "Il bonus spetta a chi presenta la DSU: arriva in bolletta senza altra domanda.");
    await visitor.look("draft");
    await done(page);
    await dispatched(visitor, hands);
    await until(visitor, "evasa", 60);
    await visitor.look("answered");
    await visitor.close();
    await counter.visitor.close();
  },

  "a request to correct a bill that is right is answered with its reasons": async ({ browser, binary, out }) => {
    const { base } = await shared(binary);
    const counter = await desk(browser, base, out, "correction", "RET", "marta.bellini");
    const bill = await overdue(counter.page);
    const more = async () => {
      await counter.page.locator("tr", { hasText: bill.number }).locator("input[type=checkbox]").check();
      await settled(counter.page);
      await counter.hands.choose("ground", "reading");
      await counter.hands.type("disputed_amount", "20,00");
    };
    const letter = { procedure: "RET", subject: "Lettura sbagliata", text: "La lettura in bolletta non è la mia.", says: "Esaminare le bollette", more };
    const where = await register(counter.hands, bill, letter);

    const office = await desk(browser, base, out, "correction-office", "RET", "paolo.conti");
    const { visitor, hands, page } = office;
    await page.goto(where);
    await settled(page);
    await visitor.look("examine");
    await done(page);
    await visitor.says("Decidere e scrivere la risposta");
    await hands.choose("finding", "not_due");
    await hands.type("reasons", "La lettura è stata rilevata dal tecnico.");
    await hands.type("tariff_terms", "Tariffa domestica residente.");
    await hands.choose("reading_nature", "actual");
    await hands.type("calculation", "Consumo tra due letture rilevate per il prezzo del metro cubo.");
    await visitor.look("decide");
    await done(page);
    await dispatched(visitor, hands);
    await until(visitor, "non ammissibile", 60);
    await visitor.look("answered");
    await visitor.close();
    await counter.visitor.close();
  },
};
