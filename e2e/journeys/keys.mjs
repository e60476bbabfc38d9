// The keys of the house where people work all day: the queue, a case, a customer, the agenda. Nothing is clicked.
import { Visitor } from "../lib/browser.mjs";
import { expect } from "../lib/expect.mjs";
import { shared } from "../lib/server.mjs";
import { settled } from "../lib/voltura.mjs";

const PASSWORD = "fontebruna-demo";
const CASE = /^\/richieste\/[0-9a-f-]{36}$/;

const path = (page) => new URL(page.url()).pathname;
const focused = (page) => page.evaluate(() => document.activeElement?.name || document.activeElement?.id || document.activeElement?.tagName);

async function press(page, ...all) {
  for (const keys of all) await page.keyboard.press(keys);
  await settled(page);
}

/** Leaves a text field with the tab key: in it, letters are letters. */
async function leave(page) {
  const typing = () => page.evaluate(() => document.activeElement?.matches("textarea, select, input:not([type=checkbox], [type=radio], [type=button], [type=submit])"));
  for (let turn = 0; turn < 5 && (await typing()); turn += 1) await page.keyboard.press("Tab");
  expect(!(await typing()), `the tab key does not lead out of the field ${await focused(page)} on ${page.url()}`);
}

/** Keys that lead to another page. */
async function leads(page, keys, to, what) {
  if (keys[0] === "g") await leave(page);
  await Promise.all([page.waitForURL((url) => to(url), { timeout: 10_000 }), press(page, ...keys)]).catch(() => {
    throw new Error(`${keys.join(" ")} does not lead to ${what}; the browser is at ${page.url()}`);
  });
  await page.waitForLoadState("load");
  await settled(page);
}

/** The name of the row under the cursor of the list in front; none when there is no cursor. */
const cursor = (page) => page.evaluate(() => document.querySelector("[data-list] [data-row].is-cursor")?.dataset.row ?? null);
const rows = (page) => page.locator("[data-list] [data-row]").evaluateAll((all) => all.map((row) => row.dataset.row));
const chosen = (page) => page.locator("[data-list] [data-row] input[type=checkbox]:checked").count();

/** J and K walk a list and stop at its ends; the arrows do the same; Enter opens the row and what opens is that row. */
async function walk(page, list) {
  await leave(page);
  const names = await rows(page);
  expect(names.length >= 3, `the list of ${list} has only ${names.length} rows`);
  await press(page, "j");
  if ((await cursor(page)) !== names[0]) await press(page, "k", "k", "k");
  expect((await cursor(page)) === names[0], `K does not lead to the first row of ${list}: ${await cursor(page)}`);
  await press(page, "j", "j");
  expect((await cursor(page)) === names[2], `two J lead to ${await cursor(page)} instead of ${names[2]} in ${list}`);
  await press(page, "k");
  expect((await cursor(page)) === names[1], `K does not go back in ${list}`);
  await press(page, "ArrowDown");
  expect((await cursor(page)) === names[2], `the arrow down does nothing in ${list}`);
  await press(page, "ArrowUp", "ArrowUp", "ArrowUp");
  expect((await cursor(page)) === names[0], `the arrow up goes past the first row of ${list}`);
  return names;
}

/** G and a letter, from any page: every area the person has. */
async function areas(visitor) {
  const { page } = visitor;
  await page.goto("/");
  const all = await page.locator("[data-go]").evaluateAll((links) => links.map((link) => [link.dataset.go, link.getAttribute("href")]));
  expect(all.length >= 4, `only ${all.length} areas have a letter`);
  for (const [letter, href] of all) await leads(page, ["g", letter.toLowerCase()], (url) => url.pathname === href, `${href}, the area of ${letter}`);
  // A letter alone leads nowhere, and G waits only a moment.
  const here = page.url();
  await press(page, "h");
  expect(page.url() === here, "H alone leads somewhere");
}

/** The queue: cursor, selection, acts on what is selected. */
async function queue(visitor, leading) {
  const { page } = visitor;
  await leads(page, ["g", "r"], (url) => url.pathname === "/richieste", "the queue");
  const names = await walk(page, "requests");
  await press(page, "x");
  expect((await chosen(page)) === 1, "X does not select the row");
  await press(page, "j", "j", "Shift+X");
  expect((await chosen(page)) === 3, `Shift X selects ${await chosen(page)} rows instead of three`);
  await visitor.look("selected");
  await press(page, "x");
  expect((await chosen(page)) === 2, "X does not take the selection back");
  await press(page, "Escape");
  expect((await chosen(page)) === 0, "Escape does not clear the selection");

  // A comment on two of them; the question opens, is given up, opens again and is sent.
  await press(page, "k", "k", "x", "j", "Shift+X", "w");
  await page.waitForSelector("dialog[open]");
  expect((await focused(page)) !== "BODY", "the question does not take the focus");
  await press(page, "Escape");
  expect((await page.locator("dialog[open]").count()) === 0, "Escape does not close the question");
  expect((await chosen(page)) === 2, "giving the question up loses the selection");
  await press(page, "w");
  await page.waitForSelector("dialog[open]");
  await page.keyboard.type("sentito il cliente");
  await visitor.look("comment");
  const sent = page.waitForResponse((answer) => answer.request().method() === "POST");
  await press(page, "Control+Enter");
  expect((await sent).status() < 400, `the comment on two requests was answered with ${(await sent).status()}`);
  await settled(page);

  if (leading) {
    // Who leads an office gives requests to somebody: A asks to whom.
    await page.goto("/richieste");
    await press(page, "j", "x", "a");
    await page.waitForSelector("dialog[open]");
    await visitor.look("assign");
    await press(page, "Escape");
  }
  await page.goto("/richieste");
  await press(page, "f");
  await page.waitForSelector("#filtro:popover-open");
  await press(page, "Escape");
  return names;
}

/** Enter opens the row under the cursor. */
async function openCase(visitor) {
  const { page } = visitor;
  await page.goto("/richieste");
  await press(page, "j", "j");
  const name = await cursor(page);
  await leads(page, ["Enter"], (url) => CASE.test(url.pathname) || url.pathname.startsWith("/voltura/"), `the request ${name}`);
  expect((await page.locator("main").innerText()).includes(name), `Enter opened something else than ${name}`);
}

/** A case that is on its way, not a draft and not ended, found with the cursor alone. */
async function runningCase(visitor) {
  const { page } = visitor;
  await page.goto("/richieste");
  const count = (await rows(page)).length;
  for (let place = 0; place < count; place += 1) {
    await page.goto("/richieste");
    await press(page, ...Array(place + 1).fill("j"));
    await leads(page, ["Enter"], (url) => url.pathname !== "/richieste", "a request");
    const has = async (keys) => (await page.locator(`main [aria-keyshortcuts="${keys}"]`).count()) > 0;
    if (CASE.test(path(page)) && (await has("S")) && (await has("R")) && (await has("M")) && (await has("D"))) return path(page);
  }
  throw new Error(`none of the first ${count} requests can be suspended, given away and commented on`);
}

/** S, R, M, D on a case. */
async function onCase(visitor) {
  const { page } = visitor;
  const here = await runningCase(visitor);
  for (const [keys, what] of [["r", "who gets it"], ["d", "the document"], ["s", "why it is suspended"]]) {
    await page.goto(here);
    await press(page, keys);
    const dialog = (await page.locator("dialog[open]").count()) > 0;
    expect(dialog || path(page) !== here, `${keys.toUpperCase()} does not ask ${what}`);
    await visitor.look(`case-${keys}`);
    if (dialog) {
      expect((await focused(page)) !== "BODY", `${keys.toUpperCase()} does not take the focus into its question`);
      await press(page, "Escape");
      expect((await page.locator("dialog[open]").count()) === 0, `Escape does not close the question of ${keys.toUpperCase()}`);
    }
  }
  await page.goto(here);
  await press(page, "m");
  expect((await focused(page)) === "commento", `M leads to ${await focused(page)} instead of the comment`);
  // In a field letters are letters.
  await page.keyboard.type("richiamare s r d");
  expect((await page.locator("dialog[open]").count()) === 0 && path(page) === here, "letters typed into the comment do something");
  await press(page, "Enter");
  await visitor.says("richiamare s r d");
}

/** Shift and a digit: every tab of a customer, by the position of the key, and C for a contact. */
async function customer(visitor) {
  const { page } = visitor;
  await leads(page, ["g", "c"], (url) => url.pathname === "/clienti", "the customers");
  await walk(page, "customers");
  await leads(page, ["Enter"], (url) => /^\/clienti\/[0-9a-f-]{36}$/.test(url.pathname), "the customer");
  const home = path(page);
  const tabs = await page.locator("nav.tabs-top a[aria-keyshortcuts^='Shift+']").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  expect(tabs.length === 7, `a customer has ${tabs.length} tabs instead of seven`);
  for (const place of [1, 2, 3, 4, 5, 6, 0]) {
    const wanted = tabs[place];
    await press(page, `Shift+Digit${place + 1}`);
    await page.waitForFunction((href) => document.querySelector("nav.tabs-top a[aria-current=page]")?.getAttribute("href") === href, wanted)
      .catch(() => { throw new Error(`Shift ${place + 1} does not lead to ${wanted}; the browser is at ${page.url()}`); });
    await settled(page);
  }
  expect(path(page) === home, "the first tab is not the customer's own page");
  await press(page, "c");
  expect((await page.locator("dialog#contatto[open]").count()) === 1 || path(page) !== home, "C does not ask for the contact");
  await press(page, "Escape");
  // Lists inside the tabs are walked like any other.
  for (const place of [2, 3]) {
    await page.goto(tabs[place]);
    if ((await rows(page)).length === 0) continue;
    await press(page, "j");
    expect((await cursor(page)) !== null, `J does nothing on ${tabs[place]}`);
  }
}

/** The agenda: the arrows and T change the day, A opens what nobody has yet. */
async function agenda(visitor) {
  const { page } = visitor;
  await leads(page, ["g", "a"], (url) => url.pathname === "/agenda", "the agenda");
  const shown = () => page.locator("#giorno").inputValue();
  const today = await shown();
  const moved = (days) => {
    const date = new Date(`${today}T12:00:00Z`);
    date.setUTCDate(date.getUTCDate() + days);
    return date.toISOString().slice(0, 10);
  };
  for (const [keys, days] of [["ArrowRight", 1], ["ArrowRight", 2], ["ArrowLeft", 1], ["ArrowLeft", 0], ["ArrowLeft", -1], ["t", 0]]) {
    await leads(page, [keys], () => true, "another day");
    await page.waitForFunction((day) => document.querySelector("#giorno")?.value === day, moved(days))
      .catch(async () => { throw new Error(`${keys} leads to ${await shown()} instead of ${moved(days)}`); });
    await settled(page);
  }
  // The next days with something in them: its rows are walked and opened.
  for (let turn = 0; turn < 14 && (await rows(page)).length === 0; turn += 1) await leads(page, ["ArrowRight"], () => true, "the next day");
  expect((await rows(page)).length > 0, "nothing is in the agenda of the next two weeks");
  await press(page, "j");
  expect((await cursor(page)) !== null, "J does nothing in the agenda");
  await visitor.look("agenda");
  await leads(page, ["Enter"], (url) => url.pathname !== "/agenda", "the appointment");
  await visitor.look("appointment");
}

/** Turned off, single letters do nothing; Enter and the arrows still do. */
async function turnedOff(visitor) {
  const { page } = visitor;
  await page.goto("/richieste");
  await page.evaluate(() => (document.body.dataset.keys = "off"));
  const before = await cursor(page);
  await press(page, "j", "j", "x");
  expect((await cursor(page)) === before && (await chosen(page)) === 0, "letters act although they are turned off");
  await press(page, "ArrowDown", "ArrowDown");
  expect((await cursor(page)) !== before, "the arrows do not act when letters are turned off");
}

async function signedIn(browser, binary, out, name, who) {
  const { base } = await shared(binary);
  const visitor = await Visitor.open(browser, base, { out, name, refusals: true });
  await visitor.signIn(who, PASSWORD);
  await settled(visitor.page);
  return visitor;
}

export const journeys = {
  "the queue, a customer and the areas by keys alone": async ({ browser, binary, out }) => {
    const visitor = await signedIn(browser, binary, out, "keys", "marta.bellini");
    await areas(visitor);
    await queue(visitor, false);
    await openCase(visitor);
    await customer(visitor);
    await turnedOff(visitor);
    await visitor.close();
  },
  "the queue, a case and the agenda of who leads, by keys alone": async ({ browser, binary, out }) => {
    const visitor = await signedIn(browser, binary, out, "keys-leading", "sara.rossi");
    await queue(visitor, true);
    await onCase(visitor);
    await agenda(visitor);
    await visitor.close();
  },
};
