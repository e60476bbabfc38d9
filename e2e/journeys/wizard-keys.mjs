// The wizard by its keys: the draft is kept, the page stays whole, the caret stands on the first open field, the short
// question opens over its step.
import { Visitor } from "../lib/browser.mjs";
import { expect } from "../lib/expect.mjs";
import { shared } from "../lib/server.mjs";
import { at, begin, choose, day, readings, settled, tick, type } from "../lib/voltura.mjs";

const PASSWORD = "fontebruna-demo";

/** Name or id of what has the focus. */
const focused = (page) => page.evaluate(() => document.activeElement?.name || document.activeElement?.id || document.activeElement?.tagName);

async function press(page, keys) {
  await page.keyboard.press(keys);
  await settled(page);
}

/** Ctrl S keeps the draft: form, steps and summary are still there, before and after the page is loaded again. */
async function keep(visitor, step) {
  const { page } = visitor;
  await Promise.all([page.waitForResponse((answer) => answer.url().endsWith("/bozza")), page.keyboard.press("Control+S")]);
  await at(visitor, step);
  for (const part of ["#p-modulo", "#p-passi", "#p-riepilogo"]) {
    expect((await page.locator(part).count()) === 1, `${part} is gone after Ctrl S at ${step}`);
  }
  await page.reload();
  await at(visitor, step);
}

async function byKeys({ browser, binary, out }) {
  const server = await shared(binary);
  const visitor = await Visitor.open(browser, server.base, { out, name: "wizard-keys", refusals: true });
  const { page } = visitor;
  await visitor.signIn("marta.bellini", PASSWORD);
  await page.keyboard.press("3");
  await at(visitor, "supply");
  expect((await focused(page)) === "supply_point.q", `the caret is on ${await focused(page)} instead of the search`);
  await begin(visitor, "IT999E00000777");
  await keep(visitor, "supply");
  await press(page, "Control+Enter");

  await at(visitor, "party");
  expect((await focused(page)) === "party.q", `the caret is on ${await focused(page)} instead of the search`);
  await choose(page, "creation", "guided");
  await visitor.says("Avanti: dati e recapiti");
  await press(page, "Control+Enter");
  await at(visitor, "contact");
  for (const [name, value] of Object.entries({ surname: "Zanasi", given_name: "Bruno" })) await type(page, name, value);
  await keep(visitor, "contact");
  expect((await page.inputValue('[name="surname"]')) === "Zanasi", "what was typed is gone after Ctrl S and a reload");
  expect((await focused(page)) === "tax_code", `the caret is on ${await focused(page)} instead of the first open field`);
  await press(page, "Control+Enter");
  await visitor.says("Serve almeno un recapito");
  await tick(page, "no_tax_code");
  await type(page, "mobile", "333 555 0199");
  await page.waitForFunction(() => !document.querySelector("#p-errori")?.innerText.includes("Cellulare"));
  for (const [name, value] of Object.entries({ birth_date: "02/05/1971", birth_place: "Tunisi" })) await type(page, name, value);
  await choose(page, "sex", "M");
  const home = { street: "via Po", house_number: "14", postcode: "41099", municipality: "Fontebruna", province: "MO" };
  for (const [part, value] of Object.entries(home)) await type(page, `address.${part}`, value);
  await press(page, "Control+Enter");
  await at(visitor, "link");
  await choose(page, "title", "ownership");
  await tick(page, "title_proof");
  await press(page, "Control+Enter");
  await at(visitor, "new_supply");
  await type(page, "starts_on", day(1));
  await press(page, "Control+Enter");
  await at(visitor, "reading");
  await readings(page);
  await press(page, "Control+Enter");

  await at(visitor, "power");
  await page.locator("h2#passo").click();
  await press(page, "S");
  await visitor.look("power");
  await page.keyboard.press("Control+Enter");
  await page.waitForSelector("#aumento[open]");
  expect((await focused(page)) === "power_w", `the caret is on ${await focused(page)} instead of the power`);
  await page.keyboard.type("50");
  await page.keyboard.press("Tab");
  await visitor.says("serve la trifase");
  await page.keyboard.press("Escape");
  expect((await page.locator("#aumento[open]").count()) === 0, "Escape does not close the question");
  await page.keyboard.press("Control+Enter");
  await page.waitForSelector("#aumento[open]");
  await page.fill('#aumento [name="power_w"]', "9");
  await page.keyboard.press("Tab");
  await visitor.says("Dati compatibili");
  await visitor.look("power-question");
  await page.keyboard.press("Control+Enter");
  await at(visitor, "payment");
  await visitor.close();
}

export const journeys = { "a draft is kept and gone on with by keys alone": byKeys };
