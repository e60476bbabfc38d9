// Every page of the console is looked at: by axe, by the browser's own console, and as a picture, in both languages.
import { Visitor, looked } from "../lib/browser.mjs";
import { expect } from "../lib/expect.mjs";
import { shared } from "../lib/server.mjs";
import { at } from "../lib/voltura.mjs";

const PASSWORD = "fontebruna-demo";

/** Goes to an address and expects a page there. */
async function visit(visitor, address, name) {
  const answer = await visitor.page.goto(address);
  expect(answer.ok(), `${address} answered ${answer.status()}`);
  // A page that leads on to another is looked at there.
  looked.add(new URL(address, visitor.page.url()).pathname);
  await overflow(visitor, name);
  await visitor.look(name);
}

/** No page is wider than its window. */
async function overflow(visitor, name) {
  const [wide, window] = await visitor.page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  expect(wide <= window + 1, `${name} is ${wide} px wide in a window of ${window} px`);
}

/** The rows of a list can be read on a small window: nothing cut at the side, no row as high as the screen. */
async function whole(visitor, name) {
  const rows = await visitor.page.locator("main .blocks > tbody > tr").evaluateAll((all) => all.map((row) => {
    const box = row.getBoundingClientRect();
    const right = Math.max(...[...row.cells].map((cell) => cell.getBoundingClientRect().right));
    return { high: box.height, right };
  }));
  expect(rows.length > 0, `${name} has no rows`);
  const high = Math.max(...rows.map((row) => row.high));
  const right = Math.max(...rows.map((row) => row.right));
  expect(high <= 220, `a row of ${name} is ${high} px high`);
  expect(right <= 390, `a row of ${name} reaches to ${right} px`);
}

/** The links of the navigation lead somewhere. */
async function navigation(visitor) {
  const links = await visitor.page.locator(".nav a").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
  for (const href of links) {
    const answer = await visitor.page.request.get(href);
    expect(answer.ok(), `${href} of the navigation answered ${answer.status()}`);
  }
}

/** The pages of somebody at the counter or on the phone. */
async function counter(visitor) {
  const { page } = visitor;
  await visit(visitor, "/", "home");
  await navigation(visitor);
  await page.keyboard.press("?");
  await page.waitForSelector("dialog#tasti[open]");
  await visitor.look("keys-popup");
  await page.keyboard.press("Escape");
  await visit(visitor, "/tasti", "keys");
  await visit(visitor, "/cerca?q=Orlandi", "search");
  await visit(visitor, "/cerca?q=qwertyuiop", "search-nothing");
  await visit(visitor, "/clienti", "customers");
  await page.locator('main a[href^="/clienti/"]').first().click();
  await page.waitForURL(/\/clienti\/[0-9a-f-]{36}/);
  const customer = new URL(page.url()).pathname;
  await visit(visitor, customer, "customer");
  const tabs = await page.locator("nav.tabs-top a[href]").evaluateAll((all) =>
    all.filter((one) => !one.dataset.open).map((one) => one.getAttribute("href")));
  for (const [place, href] of tabs.entries()) await visit(visitor, href, `customer-tab-${place + 1}`);
  await visit(visitor, `${customer}/contatti`, "contact");
  await page.goto(customer);
  const supply = await page.locator('main a[href^="/forniture/"]').first().getAttribute("href");
  await visit(visitor, supply, "supply");
  await visit(visitor, "/richieste", "queue");
  await visit(visitor, "/richieste/nuova", "new-request");
  await visit(visitor, "/profilo", "profile");
}

/** A draft, seen at its first step and from its queue. */
async function draft(visitor) {
  await visitor.page.goto("/richieste/nuova");
  await visitor.page.click('button[formaction*="VOL"]');
  await at(visitor, "supply");
  await visitor.look("wizard");
  const id = new URL(visitor.page.url()).pathname.split("/")[2];
  await visit(visitor, `/richieste/${id}/sospendi`, "suspend");
  await visit(visitor, `/richieste/${id}/annulla`, "cancel");
}

/** A step of the wizard, its question about more power, and the page of a case on its way, with what can be done there. */
async function cases(visitor) {
  const { page } = visitor;
  await visit(visitor, "/voltura", "voltura");
  await visit(visitor, "/richieste/nuova/VOL", "procedure");
  await page.goto("/richieste/nuova");
  await page.click('button[formaction*="VOL"]');
  await at(visitor, "supply");
  await visitor.look("wizard");
  const draft = new URL(page.url()).pathname.split("/")[2];
  await visit(visitor, `/voltura/${draft}/aumento-potenza`, "wizard-power");
  await page.goto(await running(visitor));
  await visitor.look("case");
  const here = new URL(page.url()).pathname;
  await visit(visitor, `${here}/documenti`, "document-new");
  await visit(visitor, `${here}/date`, "fact-new");
  await visit(visitor, `${here}/sospendi`, "case-suspend");
  await visit(visitor, `${here}/seguito`, "case-follow-up");
  await visit(visitor, `${here}/annulla`, "case-cancel");
}

/** The address of a case that is no draft. */
async function running(visitor) {
  await visitor.page.goto("/richieste");
  const links = await visitor.page.locator('main a[href^="/richieste/"]').evaluateAll((all) =>
    [...new Set(all.map((one) => one.getAttribute("href")))].filter((href) => /^\/richieste\/[0-9a-f-]{36}$/.test(href)));
  for (const href of links) {
    await visitor.page.goto(href);
    // A draft leads back to its form.
    if ((await visitor.page.locator('main a[href^="/voltura/"]').count()) === 0) return href;
  }
  throw new Error(`none of ${links.length} cases is on its way`);
}

/** What only who leads an office does. */
async function leading(visitor) {
  const href = await running(visitor);
  const fact = await visitor.page.locator('main a[href*="/date/"]').first().getAttribute("href");
  await visit(visitor, fact, "fact-correct");
  await visit(visitor, `${href}/riassegna`, "case-reassign");
  await visit(visitor, "/agenda", "agenda");
}

/** The pages of the office and of administration. */
async function office(visitor) {
  const { page } = visitor;
  await visit(visitor, "/", "admin-home");
  await navigation(visitor);
  await visit(visitor, "/amministrazione", "administration");
  const users = await page.locator('main a[href*="utenti"]').first().getAttribute("href");
  await visit(visitor, users, "users");
  await page.locator("main tbody a").first().click();
  await page.waitForLoadState("networkidle");
  await visitor.look("user");
  await visit(visitor, `${users}/nuovo`, "user-new");
  await page.goto("/amministrazione");
  await visit(visitor, await page.locator('main a[href*="import"]').first().getAttribute("href"), "imports");
  const run = await page.locator("main tbody a.go").first().getAttribute("href");
  await visit(visitor, run, "import-run");
  await visit(visitor, "/importazioni/xml", "exchange");
  await page.setInputFiles("input[name=file]", { name: "esito.xml", mimeType: "text/xml", buffer: Buffer.from("<Prestazione/>") });
  await page.click('main button[type="submit"]');
  await page.waitForURL(/\/importazioni\/xml\/[0-9a-f-]{36}/);
  await visit(visitor, new URL(page.url()).pathname, "exchange-file");
  await visit(visitor, "/registro", "audit");
  await page.goto("/amministrazione");
  await visit(visitor, await page.locator('main a[href*="incident"]').first().getAttribute("href"), "incidents");
  await visit(visitor, "/agenda", "agenda");
}

async function signedIn(browser, base, name, options) {
  const visitor = await Visitor.open(browser, base, options);
  await visitor.signIn(name, PASSWORD);
  return visitor;
}

export const journeys = {
  "the pages of the counter, in Italian": async ({ browser, binary, out }) => {
    const { base } = await shared(binary);
    const visitor = await signedIn(browser, base, "marta.bellini", { out, name: "pages-it" });
    await counter(visitor);
    await draft(visitor);
    await cases(visitor);
    await visitor.close();
  },
  "the pages of who leads an office": async ({ browser, binary, out }) => {
    const { base } = await shared(binary);
    const visitor = await signedIn(browser, base, "sara.rossi", { out, name: "pages-leading" });
    await leading(visitor);
    await visitor.close();
  },
  "the pages of the call centre, in English": async ({ browser, binary, out }) => {
    const { base } = await shared(binary);
    const visitor = await signedIn(browser, base, "john.miller", { out, name: "pages-en", lang: "en-GB" });
    await counter(visitor);
    await cases(visitor);
    expect((await visitor.page.getAttribute("html", "lang")) === "en", "the pages of an English account are not in English");
    await visitor.close();
  },
  "the pages of the office and of administration": async ({ browser, binary, out }) => {
    const { base } = await shared(binary);
    const visitor = await signedIn(browser, base, "admin", { out, name: "pages-admin" });
    await office(visitor);
    await visitor.close();
  },
  "the sign-in page in both languages, and a page that does not exist": async ({ browser, binary, out }) => {
    const { base } = await shared(binary);
    for (const lang of ["it-IT", "en-GB"]) {
      const visitor = await Visitor.open(browser, base, { out, name: `pages-open-${lang}`, lang, refusals: true });
      await visit(visitor, "/accesso", "sign-in");
      // The statement on accessibility, once the utility has one.
      if ((await visitor.page.request.get("/accessibilita")).ok()) await visit(visitor, "/accessibilita", "accessibility");
      await visitor.signIn("marta.bellini", PASSWORD);
      const answer = await visitor.page.goto("/questa-pagina-non-esiste");
      expect(answer.status() === 404, `a page that does not exist answered ${answer.status()}`);
      await visitor.look("not-found");
      await visitor.close();
    }
  },
  "a small window": async ({ browser, binary, out }) => {
    const { base } = await shared(binary);
    const visitor = await signedIn(browser, base, "marta.bellini", { out, name: "pages-small", viewport: { width: 390, height: 844 } });
    for (const [address, name] of [["/", "home"], ["/clienti", "customers"], ["/richieste/nuova", "new-request"], ["/richieste", "queue"]]) {
      await visit(visitor, address, name);
      await whole(visitor, name);
    }
    await visitor.close();
  },
  "the technician's task in a small window": async ({ browser, binary, out }) => {
    const { base } = await shared(binary);
    const visitor = await signedIn(browser, base, "luca.ferrari", { out, name: "pages-small-technician", viewport: { width: 390, height: 844 } });
    const { page } = visitor;
    await visit(visitor, "/", "home");
    await whole(visitor, "home");
    await page.locator("#p-lavoro a.go").first().click();
    await page.waitForURL(/\/richieste\/[0-9a-f-]{36}/);
    await overflow(visitor, "the case");
    await visitor.look("case");
    const task = page.locator("#p-compito");
    await task.scrollIntoViewIfNeeded();
    await task.evaluate((node) => node.scrollIntoView({ block: "start" }));
    await visitor.look("task");
    expect((await task.locator("button.btn-1").count()) > 0, "the technician cannot complete the task");
    await visitor.close();
  },
};
