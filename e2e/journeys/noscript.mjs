// A change of holder without JavaScript, forms and links alone: from the new request to the confirmed case, and the task of
// the technician that follows from it; a new party in guided steps, a field that is refused, more power on a page of its own.
import { Visitor } from "../lib/browser.mjs";
import { expect } from "../lib/expect.mjs";
import { shared } from "../lib/server.mjs";
import { NEWCOMER, day } from "../lib/voltura.mjs";

const PASSWORD = "fontebruna-demo";
const POINT = "IT999E00000099";
const OTHER = "IT999E00000102";
const SOMEBODY = { ...NEWCOMER, surname: "Zamboni", given_name: "Ida", tax_code: "ZMBDIA87D49F257R", mobile: "333 555 0143", email: "ida.zamboni@example.it" };
const HOME = { street: "via Po", house_number: "14", postcode: "41121", municipality: "Modena", province: "MO" };

/** Sends the form of the step and waits for the next one. */
async function next({ page }, step) {
  await page.click("#p-modulo button.btn-1");
  await page.waitForURL(`**/${step}`).catch(async () => {
    throw new Error(`after ${page.url()} the step ${step} was not reached:\n${(await page.locator("main").innerText()).slice(0, 1800)}`);
  });
}

/** An answer, whatever control asks for it. */
async function choose({ page }, name, value) {
  const control = page.locator(`main [name="${name}"]:not([type=hidden])`).first();
  if ((await control.evaluate((node) => node.tagName)) === "SELECT") await control.selectOption(value);
  else await page.locator(`main [name="${name}"][value="${value}"]`).check();
}

const tick = ({ page }, name) => page.locator(`main input[type=checkbox][name="${name}"]`).check();

/** Searches with the button of the field and takes the first hit. */
async function pick(visitor, name, text) {
  const { page } = visitor;
  await page.fill(`[name="${name}.q"]`, text);
  await page.click(`button[name="cerca"][value="${name}"]`);
  await page.waitForSelector(`input[type=radio][name="${name}"]`).catch(async () => {
    throw new Error(`the search for ${text} found nothing on ${page.url()}:\n${(await page.locator("main").innerText()).slice(0, 1500)}`);
  });
  await page.locator(`input[type=radio][name="${name}"]`).first().check();
}

/** Readings a little above the last ones. */
async function readings({ page }) {
  const registers = await page.locator("#p-modulo table.reads tr:has(input)").evaluateAll((rows) =>
    rows.map((row) => ({ name: row.querySelector("input").name, last: Number(row.cells[1].innerText.replace(/\D/g, "")) })));
  expect(registers.length > 0, "the step of the reading shows no register");
  for (const { name, last } of registers) await page.fill(`[name="${name}"]`, String(last + 40));
}

/** From the new request to the case; answers its number. */
async function request(visitor) {
  const { page } = visitor;
  await page.goto("/richieste/nuova");
  await page.click('button[formaction*="VOL"]');
  await page.waitForURL("**/supply");
  await pick(visitor, "supply_point", POINT);
  await visitor.look("found");
  await next(visitor, "party");
  await pick(visitor, "party", "Testa Matteo");
  await visitor.look("party");
  await next(visitor, "conditions");
  expect((await page.locator("main").textContent()).includes("Testa Matteo"), "the new holder is not in the summary");
  await choose(visitor, "title", "lease");
  await tick(visitor, "title_proof");
  await page.fill('[name="starts_on"]', day(0));
  await visitor.look("conditions");
  await next(visitor, "reading");
  await readings(visitor);
  await visitor.look("reading");
  await next(visitor, "power");
  await tick(visitor, "visit_needed");
  await visitor.look("power");
  await next(visitor, "payment");
  // What is asked after an answer comes with the next page: the address for a paper sent by mail.
  await choose(visitor, "payment", "slip");
  await choose(visitor, "delivery", "email");
  await page.click("#p-modulo button.btn-1");
  await page.waitForSelector('[name="delivery_email"]');
  await visitor.look("payment");
  await page.fill('[name="delivery_email"]', "matteo.testa@example.it");
  await next(visitor, "confirm");
  await tick(visitor, "signed");
  await tick(visitor, "privacy");
  await visitor.look("confirm");
  await page.click("#p-modulo button.btn-1");
  await page.waitForURL((url) => /^\/richieste\/[0-9a-f-]{36}$/.test(url.pathname));
  expect((await page.locator("main").innerText()).includes("Testa Matteo"), "the case does not name the new holder");
  await visitor.look("case");
  const number = (await page.locator("main").innerText()).match(/\d{4}-VOL-\d+/)?.[0];
  expect(number, "the case shows no number");
  return number;
}

/** Up to the step of the power with somebody who is not in the registry; what is typed wrong is told and kept. */
async function guided(visitor) {
  const { page } = visitor;
  await page.goto("/richieste/nuova");
  await page.click('button[formaction*="VOL"]');
  await page.waitForURL("**/supply");
  await pick(visitor, "supply_point", OTHER);
  await next(visitor, "party");
  await choose(visitor, "creation", "guided");
  await next(visitor, "contact");
  for (const name of ["surname", "given_name", "birth_date", "birth_place", "mobile", "email"]) await page.fill(`[name="${name}"]`, SOMEBODY[name]);
  await page.fill('[name="tax_code"]', `${SOMEBODY.tax_code.slice(0, 15)}${SOMEBODY.tax_code[15] === "A" ? "B" : "A"}`);
  await choose(visitor, "sex", SOMEBODY.sex);
  for (const [part, value] of Object.entries(HOME)) await page.fill(`[name="address.${part}"]`, value);
  await page.click("#p-modulo button.btn-1");
  await page.waitForSelector("#tax_code[aria-invalid=true]");
  await visitor.says(`L’ultimo carattere dovrebbe essere ${SOMEBODY.tax_code[15]}`);
  expect((await page.inputValue('[name="surname"]')) === SOMEBODY.surname, "what was typed beside the wrong field is gone");
  await visitor.look("field-refused");
  await page.fill('[name="tax_code"]', SOMEBODY.tax_code);
  await next(visitor, "link");
  await choose(visitor, "variant", "ordinary");
  await choose(visitor, "title", "lease");
  await tick(visitor, "title_proof");
  await tick(visitor, "resident");
  if ((await page.locator('[name="debt_declaration"][type=checkbox]').count()) > 0) await tick(visitor, "debt_declaration");
  await visitor.look("link");
  await next(visitor, "new_supply");
  await page.fill('[name="starts_on"]', day(0));
  await next(visitor, "reading");
  expect((await page.locator("main").textContent()).includes(`${SOMEBODY.surname} ${SOMEBODY.given_name}`), "the new party is not in the summary");
  await readings(visitor);
  await next(visitor, "power");
}

/** More power: asked on a page of its own, refused once, then taken. */
async function power(visitor) {
  const { page } = visitor;
  await choose(visitor, "power_increase", "true");
  await page.click("#p-modulo button.btn-1");
  await page.waitForSelector('[name="power_w"]');
  await visitor.look("power-page");
  await page.fill('[name="power_w"]', "0,5");
  await page.locator('form:has([name="power_w"]) button.btn-1').last().click();
  await page.waitForSelector('[name="power_w"][aria-invalid=true]');
  await visitor.look("power-refused");
  await page.fill('[name="power_w"]', "6");
  await page.locator('form:has([name="power_w"]) button.btn-1').last().click();
  await page.waitForURL("**/payment");
  expect(/6\s*kW/.test(await page.locator("main").innerText()), "the power asked for is not in the summary");
}

/** The case found by its number, its task answered, and seen to be done. */
async function visit(visitor, number) {
  const { page } = visitor;
  await page.goto("/cerca");
  await page.fill("main [name=q]", number);
  await page.press("main [name=q]", "Enter");
  await page.locator('main a[href^="/richieste/"]').first().click();
  await page.waitForURL(/\/richieste\/[0-9a-f-]{36}/);
  await choose(visitor, "visit_outcome", "not_possible");
  await page.click("#p-compito button.btn-1");
  // Refused without a note: the page says so, and keeps what was answered.
  await page.waitForSelector("#p-compito .err-sum");
  await visitor.look("task-refused");
  const kept = await page.locator('main [name="visit_outcome"]:not([type=hidden])').evaluateAll((all) =>
    all.map((one) => (one.tagName === "SELECT" || one.checked ? one.value : "")).join(""));
  expect(kept === "not_possible", `the answer given before is gone: ${kept}`);
  await choose(visitor, "visit_outcome", "done");
  await visitor.look("task");
  await page.click("#p-compito button.btn-1");
  await page.waitForURL(/\/richieste\/[0-9a-f-]{36}/);
  const said = await page.locator("main").innerText();
  expect(said.includes("ha completato"), `the task is not done:\n${said.slice(0, 1800)}`);
  expect((await page.locator('main [name="visit_outcome"]').count()) === 0, "the task is still asked for");
  await visitor.look("task-done");
}

export const journeys = {
  "a change of holder and the technician's task without JavaScript": async ({ browser, binary, out }) => {
    const { base } = await shared(binary);
    const operator = await Visitor.open(browser, base, { out, name: "noscript", script: false, refusals: true });
    await operator.signIn("marta.bellini", PASSWORD);
    const number = await request(operator);
    await operator.close();
    const technician = await Visitor.open(browser, base, { out, name: "noscript-technician", script: false, refusals: true });
    await technician.signIn("luca.ferrari", PASSWORD);
    await visit(technician, number);
    await technician.close();
  },
  "a new party in guided steps, a refused field and more power without JavaScript": async ({ browser, binary, out }) => {
    const { base } = await shared(binary);
    const operator = await Visitor.open(browser, base, { out, name: "noscript-guided", script: false, refusals: true });
    await operator.signIn("marta.bellini", PASSWORD);
    await guided(operator);
    await power(operator);
    await operator.close();
  },
};
