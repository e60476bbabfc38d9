// What journeys about letters share: a bill that is overdue, and a letter recorded as it came.
import { at, day, settled } from "./voltura.mjs";

/** An overdue bill, with its customer. */
export async function overdue(page) {
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

/** A letter of `procedure` is recorded as it came: five days ago. `more` fills what only this procedure asks. */
export async function register(hands, bill, { procedure, subject, text, says, more = async () => {} }) {
  const { visitor, page } = hands;
  await page.goto(bill.customer);
  await settled(page);
  await hands.newRequest();
  await page.waitForURL("**/richieste/nuova**");
  await hands.press(`button[formaction*="${procedure}"]`);
  await at(visitor, "receive");
  // From the page of a customer: who writes, and where, may be there already.
  if (await page.locator('[name="party.q"]').count()) await hands.pick("party", await holder(page, bill));
  await hands.choose("channel", "letter");
  await hands.type("received_on", day(-5));
  await hands.type("reached_office_on", day(-4));
  if (await page.locator('[name="supply_point.q"]').count()) await hands.pick("supply_point", await point(page, bill));
  if (await page.locator('[name="subject"]').count()) await hands.type("subject", subject);
  await hands.type("text", text);
  await more();
  await hands.choose("reply_channel", "email");
  await visitor.look("receive");
  await hands.next();
  await page.waitForURL((url) => /^\/richieste\/[0-9a-f-]{36}$/.test(url.pathname));
  await settled(page);
  await visitor.says(says);
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

/** The button of the task on the page of a case. */
export async function done(page) {
  await page.locator("#p-compito button.btn-1").click();
  await settled(page);
}

/** Who has no e-mail address is answered by post, and the post gives a number. */
export async function dispatched(visitor, hands) {
  const tasks = (await visitor.page.locator("#p-compito h2").allInnerTexts()).join(" ").toLowerCase();
  if (!tasks.includes("registrare la spedizione")) return;
  await hands.type("dispatch_number", "RR 123456789 IT");
  await visitor.look("dispatch");
  await done(visitor.page);
}
