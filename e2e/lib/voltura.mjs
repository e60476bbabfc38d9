// The change of holder as people walk through it, step by step.
import { expect } from "./expect.mjs";

/** A tax code that fits its name and birth: nobody of the demo utility has it. */
export const NEWCOMER = {
  surname: "Zaffaroni", given_name: "Ottavia", tax_code: "ZFFTTV87D49F257D", birth_date: "09/04/1987", birth_place: "Modena",
  sex: "F", mobile: "333 555 0142", email: "ottavia.zaffaroni@example.it",
};

/** The name of the step the browser stands at. */
export const stepOf = (page) => new URL(page.url()).pathname.split("/").pop();

/** Waits until the wizard stands at a step. */
export async function at(visitor, step) {
  try {
    await visitor.page.waitForURL((url) => url.pathname.endsWith(`/${step}`), { timeout: 10_000 });
    await visitor.page.waitForSelector(`#p-modulo input[name=compito][value=${step}]`, { state: "attached" });
    await settled(visitor.page);
  } catch {
    const seen = await visitor.page.evaluate(() => document.querySelector("main")?.innerText ?? document.body.innerText);
    throw new Error(`the step ${step} was not reached; the browser is at ${visitor.page.url()}:\n${seen.slice(0, 1800)}`);
  }
}

/** No request of the page is under way: what is typed next is not drawn over. */
export async function settled(page) {
  await page.waitForLoadState("networkidle");
  await page.waitForFunction(() => !document.querySelector(".htmx-request, .htmx-swapping, .htmx-settling"));
}

/** Types into a field and leaves it, as a person does. */
export async function type(page, name, value) {
  const field = page.locator(`#p-modulo [name="${name}"]`).last();
  await field.fill(value);
  await field.blur();
  await settled(page);
}

/** Chooses an answer, whatever control shows it. */
export async function choose(page, name, value) {
  const control = page.locator(`#p-modulo [name="${name}"]`).last();
  if ((await control.evaluate((node) => node.tagName)) === "SELECT") await control.selectOption(value);
  else await page.locator(`#p-modulo [name="${name}"][value="${value}"]`).check();
  await settled(page);
}

export async function tick(page, name) {
  await page.locator(`#p-modulo input[type=checkbox][name="${name}"]`).check();
  await settled(page);
}

/** The button that goes on. */
export async function next(page) {
  await page.locator("#p-modulo button.btn-1").click();
}

/** A day of the future or the past as people type it. */
export function day(days) {
  const date = new Date(Date.now() + days * 86_400_000);
  return new Intl.DateTimeFormat("it-IT", { day: "2-digit", month: "2-digit", year: "numeric", timeZone: "Europe/Rome" }).format(date);
}

/** From the new request to the chosen supply. */
export async function begin(visitor, query) {
  const { page } = visitor;
  await page.goto("/");
  await page.click(".bar-new");
  await page.waitForURL("**/richieste/nuova");
  await page.click('button[formaction*="VOL"]');
  await at(visitor, "supply");
  await supply(visitor, query);
}

export async function supply(visitor, query) {
  const { page } = visitor;
  await page.locator('[name="supply_point.q"]').pressSequentially(query, { delay: 5 });
  await page.waitForSelector("#p-supply_point .pick");
  await settled(page);
  await page.locator("#p-supply_point .pick").first().click();
  await settled(page);
}

/** The form of the new holder's contact. */
export async function contact(page, person = NEWCOMER) {
  for (const name of ["surname", "given_name", "tax_code", "birth_date", "birth_place", "mobile", "email"]) {
    await type(page, name, person[name]);
  }
  await choose(page, "sex", person.sex);
  await address(page);
}

/** Where the new holder lives. */
export async function address(page) {
  const home = { street: "via Po", house_number: "12", postcode: "41099", municipality: "Fontebruna", province: "MO" };
  for (const [part, value] of Object.entries(home)) await type(page, `address.${part}`, value);
}

/** Readings a little above the last ones. */
export async function readings(page, above = 40) {
  const rows = page.locator("#p-modulo table.reads tr:has(input)");
  const count = await rows.count();
  expect(count > 0, "the step of the reading shows no register");
  for (let place = 0; place < count; place += 1) {
    const row = rows.nth(place);
    const last = Number((await row.locator("td").nth(1).innerText()).replace(/\D/g, ""));
    await row.locator("input").fill(String(last + above));
    await row.locator("input").blur();
    await settled(page);
  }
}

/** Loads the page of a case again until it says so. */
export async function until(visitor, text, seconds = 40) {
  const deadline = Date.now() + seconds * 1000;
  let seen = "";
  while (Date.now() < deadline) {
    await visitor.page.reload();
    seen = await visitor.page.locator("main").innerText();
    if (seen.toLowerCase().includes(text.toLowerCase())) return seen;
    await visitor.page.waitForTimeout(700);
  }
  throw new Error(`the case never said "${text}":\n${seen}`);
}
