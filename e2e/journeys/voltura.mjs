// From an empty database to a fulfilled case: import, search, a change of holder to a new party with more power, papers,
// the billing system's answer, the technician. The same steps by mouse and by keyboard alone, on each engine.
import { Visitor } from "../lib/browser.mjs";
import { Utility, PASSWORD } from "../lib/empty.mjs";
import { expect, notRun } from "../lib/expect.mjs";
import { Keyboard, Mouse, readings } from "../lib/hands.mjs";
import { freshDatabase } from "../lib/postgres.mjs";
import { NEWCOMER, at, day, settled, until } from "../lib/voltura.mjs";

const HOME = { street: "via Po", house_number: "12", postcode: "41121", municipality: "Modena", province: "MO" };

/** From the search to the wizard: the holder is found, and a request begun for them. */
async function begin(hands, { code, holder }) {
  const { visitor, page } = hands;
  await hands.signIn("marta.bellini", PASSWORD);
  await visitor.look("home");
  await hands.find(holder.Codice_Fiscale);
  await page.waitForURL("**/clienti/**");
  await visitor.says(holder.Cognome);
  await visitor.look("customer");
  await hands.newRequest();
  await page.waitForURL("**/richieste/nuova**");
  await hands.press('button[formaction*="VOL"]');
  await at(visitor, "supply");
  await hands.pick("supply_point", code);
  await visitor.look("supply");
  await hands.next();
}

/** The new party, entered in guided steps. */
async function newParty(hands) {
  const { visitor } = hands;
  await at(visitor, "party");
  await hands.choose("creation", "guided");
  await visitor.look("party");
  await hands.next();
  await at(visitor, "contact");
  for (const name of ["surname", "given_name", "tax_code", "birth_date", "birth_place", "mobile", "email"]) await hands.type(name, NEWCOMER[name]);
  await hands.choose("sex", NEWCOMER.sex);
  for (const [part, value] of Object.entries(HOME)) await hands.type(`address.${part}`, value);
  await visitor.look("contact");
  await hands.next();
  await at(visitor, "link");
  await hands.choose("variant", "ordinary");
  await hands.choose("title", "lease");
  await hands.tick("title_proof");
  await hands.tick("resident");
  // The one who leaves may owe something; the one who comes has nothing to do with it.
  await hands.tick("debt_declaration");
  await visitor.look("link");
  await hands.next();
  await at(visitor, "new_supply");
  await hands.type("starts_on", day(0));
  await visitor.look("new-supply");
  await hands.next();
}

async function morePower(hands) {
  const { visitor, page } = hands;
  await at(visitor, "reading");
  await readings(hands);
  await visitor.look("reading");
  await hands.next();
  await at(visitor, "power");
  await hands.choose("power_increase", "true");
  await visitor.look("power");
  await hands.press("a[data-open=aumento]");
  // A question over the step, or a page of its own.
  await page.waitForSelector('[name="power_w"]');
  await settled(page);
  await hands.fill('[name="power_w"]', "6");
  await settled(page);
  await visitor.look("power-data");
  await hands.answer("power_w");
}

/** Contract and signature; answers the address of the case. */
async function sign(hands) {
  const { visitor, page } = hands;
  await at(visitor, "payment");
  await hands.choose("payment", "slip");
  await hands.choose("delivery", "email");
  await hands.type("delivery_email", NEWCOMER.email);
  await visitor.look("payment");
  await hands.next();
  await at(visitor, "confirm");
  await hands.tick("signed");
  await hands.tick("privacy");
  await visitor.says(NEWCOMER.surname);
  await visitor.look("confirm");
  await hands.next();
  await page.waitForURL((url) => /^\/richieste\/[0-9a-f-]{36}$/.test(url.pathname));
  await settled(page);
  await visitor.says(`${NEWCOMER.surname} ${NEWCOMER.given_name}`);
  expect(!(await page.locator("main").innerText()).includes("Sospesa"), "the case waits for the customer, who has given everything");
  await visitor.look("case");
}

/** The papers are made in the background; each is opened and is a PDF. */
async function papers({ page }) {
  await page.waitForSelector("#p-documenti li.doc");
  for (let turn = 0; turn < 120 && (await page.locator("#p-documenti li.doc a").count()) < 3; turn += 1) {
    await page.waitForTimeout(500);
    await page.reload();
  }
  const links = await page.locator("#p-documenti li.doc a").evaluateAll((all) => all.map((link) => link.getAttribute("href")));
  expect(links.length >= 3, `only ${links.length} papers became ready`);
  for (const href of links) {
    const answer = await page.request.get(href);
    const start = (await answer.body()).subarray(0, 5).toString();
    expect(answer.ok() && start === "%PDF-", `${href} is not a PDF: ${answer.status()} ${start}`);
  }
}

/** The technician finds the case and says how the visit went. */
async function visit(Hand, browser, utility, number, out) {
  const visitor = await Visitor.open(browser, utility.base, { out, name: `voltura-${Hand.word}-${utility.engine}-technician` });
  const hands = new Hand(visitor);
  await hands.signIn("luca.ferrari", PASSWORD);
  await hands.find(number);
  await visitor.page.waitForURL("**/richieste/**");
  await visitor.page.waitForSelector('[name="visit_outcome"]', { state: "attached" });
  await settled(visitor.page);
  await hands.choose("visit_outcome", "done");
  await visitor.look("task");
  // The window closes only when the answer was taken.
  const taken = visitor.page.waitForResponse((answer) => answer.request().method() === "POST");
  await hands.press("#p-compito button.btn-1");
  expect((await taken).status() < 400, `the outcome of the visit was answered with ${(await taken).status()}`);
  await settled(visitor.page);
  await visitor.says("ha completato");
  await visitor.close();
}

async function journey(Hand, browser, utility, place, out) {
  const visitor = await Visitor.open(browser, utility.base, { out, name: `voltura-${Hand.word}-${utility.engine}`, chapter: Hand === Mouse && utility.engine === "sqlite" ? "VOL" : "" });
  const hands = new Hand(visitor);
  await begin(hands, utility.supplies[place]);
  await newParty(hands);
  await morePower(hands);
  await sign(hands);
  await papers(visitor);
  await until(visitor, "applicat", 60);
  await visitor.look("billing-answered");
  // The visit that was put into the diary.
  const here = visitor.page.url();
  await visitor.page.goto(await visitor.page.locator('main a[href^="/agenda/appuntamenti/"]').first().getAttribute("href"));
  await visitor.look("appointment");
  await visitor.page.goto(here);
  const number = (await visitor.page.locator("main, .crumb").allInnerTexts()).join(" ").match(/\d{4}-VOL-\d+/)?.[0];
  expect(number, "the case shows no number");
  await visit(Hand, browser, utility, number, out);
  await until(visitor, "evasa", 60);
  await visitor.look("fulfilled");
  expect((await visitor.page.locator("main").innerText()).includes("PM1"), "the case of the power increase is not linked");
  await visitor.close();
}

/** The whole journey with one pair of hands on one engine; each takes over another supply. */
async function on(engine, Hand, place, { browser, binary, out, postgres }) {
  const server = engine === "postgres" ? freshDatabase(postgres) : null;
  const utility = await Utility.begin({ binary, database: server?.url });
  utility.engine = engine;
  try {
    await journey(Hand, browser, utility, place, out);
  } finally {
    await utility.end();
    server?.drop();
  }
}

/** The same on PostgreSQL, where a server is named. */
async function onPostgres(Hand, place, given) {
  if (given.postgres) await on("postgres", Hand, place, given);
  else notRun("the journey of a change of holder on PostgreSQL", "SPORTELLO_TEST_POSTGRES names no server");
}

export const journeys = {
  "from an empty database to a fulfilled change of holder with more power, by mouse": (given) => on("sqlite", Mouse, 2, given),
  "the same with the keyboard alone": (given) => on("sqlite", Keyboard, 4, given),
  "the same by mouse on PostgreSQL": (given) => onPostgres(Mouse, 2, given),
  "the same with the keyboard alone on PostgreSQL": (given) => onPostgres(Keyboard, 4, given),
};
