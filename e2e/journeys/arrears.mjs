// A customer with overdue bills asks for instalments at the counter: the bills are chosen, the plan is read before it is
// confirmed, and the bill says that it is in a plan.
import { Visitor } from "../lib/browser.mjs";
import { expect } from "../lib/expect.mjs";
import { Keyboard } from "../lib/hands.mjs";
import { shared } from "../lib/server.mjs";
import { at, day, settled } from "../lib/voltura.mjs";

const PASSWORD = "fontebruna-demo";

/** An overdue bill, with its customer and its supply. */
async function overdue(page) {
  await page.goto("/bollette?stato=overdue");
  await settled(page);
  const row = page.locator("table.grid tbody tr").nth(1);
  const bill = row.locator("td a").first();
  const found = {
    number: (await bill.innerText()).trim(),
    href: await bill.getAttribute("href"),
    customer: await row.locator("td a").nth(1).getAttribute("href"),
  };
  await page.goto(found.customer);
  await settled(page);
  found.holder = (await page.locator("h1").first().innerText()).trim();
  await page.goto(found.href);
  await settled(page);
  found.point = (await page.locator("main dl").innerText()).match(/IT\d{3}E\d{8}|\d{14}|[A-Z]{2,3}-?\d{6,}/)?.[0];
  return found;
}

async function begin(hands, bill, procedure) {
  const { visitor, page } = hands;
  await page.goto(bill.customer);
  await settled(page);
  await hands.newRequest();
  await page.waitForURL("**/richieste/nuova**");
  await hands.press(`button[formaction*="${procedure}"]`);
  await at(visitor, "identify");
  if (await page.locator('[name="party.q"]').count()) await hands.pick("party", bill.holder);
  if (await page.locator('[name="supply_point.q"]').count()) await hands.pick("supply_point", bill.point);
}

export const journeys = {
  "an overdue bill is put into instalments at the counter": async ({ browser, binary, out }) => {
    const { base } = await shared(binary);
    const counter = await Visitor.open(browser, base, { out, name: "instalments", chapter: "RAT" });
    await counter.signIn("marta.bellini", PASSWORD);
    const { page } = counter;
    const hands = new Keyboard(counter);
    const bill = await overdue(page);
    await begin(hands, bill, "RAT");
    await page.locator("tr", { hasText: bill.number }).locator("input[type=checkbox]").check();
    await settled(page);
    await hands.choose("plan_ground", "other");
    await counter.look("identify");
    await hands.next();
    await at(counter, "terms");
    await counter.says("Nessuna regola lo impone");
    await hands.type("plan_count", "2");
    await hands.type("first_due_on", day(40));
    await hands.type("plan_reason", "Cassa integrazione");
    await counter.look("terms");
    await hands.next();
    await at(counter, "confirm");
    await counter.says("1. ");
    await counter.look("confirm");
    for (const name of ["signed_now", "told", "privacy"]) await hands.tick(name);
    await hands.next();
    await page.waitForURL((url) => /^\/richieste\/[0-9a-f-]{36}$/.test(url.pathname));
    await settled(page);
    await counter.says("Bollettini delle rate");
    await counter.look("agreed");
    await page.goto(bill.href);
    await counter.says("In rate");
    await counter.look("bill");
    await page.goto("/bollette?stato=overdue");
    await settled(page);
    const rows = (await page.locator("table.grid tbody").allInnerTexts()).join(" ");
    expect(!rows.includes(bill.number), `${bill.number} is still among the overdue bills`);
    await counter.close();
  },

  "a supply that is not cut is not reconnected, and the reason is read before it is recorded": async ({ browser, binary, out }) => {
    const { base } = await shared(binary);
    const counter = await Visitor.open(browser, base, { out, name: "reconnection", chapter: "R01" });
    await counter.signIn("marta.bellini", PASSWORD);
    const { page } = counter;
    const hands = new Keyboard(counter);
    const bill = await overdue(page);
    await begin(hands, bill, "R01");
    await counter.look("identify");
    await hands.next();
    await at(counter, "cover");
    await hands.choose("covered_by", "later");
    await counter.look("cover");
    await hands.next();
    await at(counter, "access");
    await hands.choose("meter_access", "outside");
    if (await page.locator("[name=fee_accepted]").count()) await hands.tick("fee_accepted");
    await counter.look("access");
    await hands.next();
    await at(counter, "confirm");
    await counter.says("La fornitura non risulta sospesa.");
    await hands.tick("refuse_request");
    await counter.look("confirm");
    await hands.next();
    await page.waitForURL((url) => /^\/richieste\/[0-9a-f-]{36}$/.test(url.pathname));
    await settled(page);
    await counter.says("Fornitura non sospesa");
    await counter.look("refused");
    await counter.close();
  },
};
