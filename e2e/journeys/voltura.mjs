// The change of holder from the counter to the contract of the new holder: by mouse, by keyboard, on both databases.
import { Visitor } from "../lib/browser.mjs";
import { expect } from "../lib/expect.mjs";
import { freshDatabase } from "../lib/postgres.mjs";
import { Server, shared } from "../lib/server.mjs";
import { at, begin, choose, contact, day, next, readings, settled, tick, type, until } from "../lib/voltura.mjs";

const PASSWORD = "fontebruna-demo";

async function byMouse({ browser, server, out, name }) {
  const visitor = await Visitor.open(browser, server.base, { out, name });
  const { page } = visitor;
  await visitor.signIn("marta.bellini", PASSWORD);
  await begin(visitor, "IT999E00000010");
  await visitor.look("supply");
  await next(page);

  await at(visitor, "party");
  await choose(page, "creation", "guided");
  await visitor.look("party");
  await next(page);
  await at(visitor, "contact");
  await contact(page);
  await visitor.look("contact");
  await next(page);
  await at(visitor, "link");
  await choose(page, "variant", "ordinary");
  await choose(page, "title", "lease");
  await tick(page, "title_proof");
  await tick(page, "resident");
  await visitor.look("link");
  await next(page);
  await at(visitor, "new_supply");
  await type(page, "starts_on", day(0));
  await next(page);

  await at(visitor, "reading");
  await readings(page);
  await visitor.look("reading");
  await next(page);

  await at(visitor, "power");
  await tick(page, "power_increase");
  await visitor.look("power");
  if (await page.locator("[data-open=aumento]").count()) await page.locator("[data-open=aumento]").click();
  else await next(page);
  await page.waitForSelector('[name="power_w"]');
  await visitor.look("power-data");
  await page.fill('[name="power_w"]', "6");
  await page.locator("form button.btn-1:visible").last().click();

  await at(visitor, "payment");
  await choose(page, "payment", "slip");
  await choose(page, "delivery", "email");
  await type(page, "delivery_email", "ottavia.zaffaroni@example.it");
  await visitor.look("payment");
  await next(page);

  await at(visitor, "confirm");
  await tick(page, "signed");
  await tick(page, "privacy");
  await visitor.says("Zaffaroni");
  await visitor.look("confirm");
  await next(page);
  await page.waitForURL((url) => /^\/richieste\/[0-9a-f-]{36}$/.test(url.pathname));
  const address = page.url();
  await visitor.says("Zaffaroni Ottavia");
  await visitor.look("case");

  // The papers are made in the background.
  await page.waitForSelector("#p-documenti li.doc");
  for (let turn = 0; turn < 60 && (await page.locator("#p-documenti li.doc a").count()) < 3; turn += 1) {
    await page.waitForTimeout(500);
    await page.reload();
  }
  const papers = await page.locator("#p-documenti li.doc a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  expect(papers.length >= 3, `only ${papers.length} papers became ready`);
  for (const href of papers) {
    const answer = await page.request.get(href);
    const start = (await answer.body()).subarray(0, 5).toString();
    expect(answer.ok() && start === "%PDF-", `${href} is not a PDF: ${answer.status()} ${start}`);
  }

  // The billing system answers by itself; the technician goes to the meter.
  await until(visitor, "applicat");
  await visitor.look("billing-answered");
  const technician = await Visitor.open(browser, server.base, { out, name: `${name}-technician` });
  await technician.signIn("luca.ferrari", PASSWORD);
  await technician.page.goto(address);
  await technician.says("intervento");
  await technician.page.waitForSelector('[name="visit_outcome"]', { state: "attached" }).catch(async () => {
    throw new Error(`the technician is not asked for the outcome:\n${await technician.page.locator("main").innerText()}`);
  });
  const outcome = technician.page.locator('[name="visit_outcome"]').first();
  if ((await outcome.evaluate((node) => node.tagName)) === "SELECT") await outcome.selectOption("done");
  else await technician.page.check('[name="visit_outcome"][value="done"]');
  await technician.look("task");
  await technician.page.locator("#p-compito button.btn-1").click();
  await settled(technician.page);
  await technician.close();

  await until(visitor, "evasa");
  await visitor.look("fulfilled");
  expect((await page.locator("main").innerText()).includes("PM1"), "the case of the power increase is not linked");
  await visitor.close();
}

/** Presses a key until the focus stands on what the selector names. */
async function tabTo(page, selector, most = 60) {
  for (let turn = 0; turn < most; turn += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the focus never reached ${selector} on ${page.url()}`);
}

async function go(page) {
  await settled(page);
  await page.keyboard.press("Control+Enter");
}

async function byKeyboard({ browser, server, out }) {
  const visitor = await Visitor.open(browser, server.base, { out, name: "voltura-keyboard" });
  const { page } = visitor;
  const { keyboard } = page;
  await page.goto("/accesso");
  await tabTo(page, "input[name=utente]");
  await keyboard.type("marta.bellini");
  await keyboard.press("Tab");
  await keyboard.type(PASSWORD);
  await keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname === "/");
  await settled(page);

  // Ctrl+K finds the customer; N begins a request for them.
  await keyboard.press("Control+k");
  await keyboard.type("Calzolari Teresa");
  await page.waitForSelector("#cerca-esiti [role=option][aria-selected=true]");
  await settled(page);
  await visitor.look("search");
  await keyboard.press("Enter");
  await page.waitForURL("**/clienti/**");
  await settled(page);
  await keyboard.press("n");
  await page.waitForURL("**/richieste/nuova**");
  await settled(page);
  await tabTo(page, 'button[formaction*="VOL"]');
  await keyboard.press("Enter");

  await at(visitor, "supply");
  await tabTo(page, '[name="supply_point.q"]');
  await keyboard.press("Control+a");
  await keyboard.type("IT999E00000102");
  await page.waitForSelector("#p-supply_point .pick");
  await settled(page);
  await tabTo(page, '#p-supply_point input[type=radio]');
  await keyboard.press("Space");
  await go(page);

  await at(visitor, "party");
  await tabTo(page, '[name="party.q"]');
  await keyboard.press("Control+a");
  await keyboard.type("CLZTRS43L47B819H");
  await page.waitForSelector("#p-party .pick");
  await settled(page);
  await tabTo(page, "#p-party input[type=radio]");
  await keyboard.press("Space");
  await go(page);

  await at(visitor, "conditions");
  await tabTo(page, '[name="title"]');
  // The arrows choose, in a list as among buttons.
  await keyboard.press(await page.evaluate(() => (document.activeElement.tagName === "SELECT" ? "ArrowDown" : "Space")));
  await settled(page);
  await tabTo(page, 'input[type=checkbox][name="title_proof"]');
  await keyboard.press("Space");
  await settled(page);
  await tabTo(page, '[name="starts_on"]');
  await keyboard.type(day(0));
  await keyboard.press("Tab");
  await visitor.look("conditions");
  await go(page);

  await at(visitor, "reading");
  const registers = await page.locator("table.reads tbody tr").evaluateAll((rows) =>
    rows.map((row) => ({ name: row.querySelector("input").name, last: Number(row.cells[1].innerText.replace(/\D/g, "")) })));
  for (const { name, last } of registers) {
    await tabTo(page, `[name="${name}"]`);
    await keyboard.type(String(last + 25));
  }
  await keyboard.press("Tab");
  await go(page);

  await at(visitor, "power");
  await go(page);

  await at(visitor, "payment");
  await tabTo(page, '[name="payment"]');
  if (await page.evaluate(() => document.activeElement.tagName === "SELECT")) await keyboard.type("Boll");
  else for (const key of ["Space", "ArrowDown", "ArrowDown"]) {
    await keyboard.press(key);
    await settled(page);
  }
  await settled(page);
  await tabTo(page, '[name="delivery"]');
  const list = await page.evaluate(() => document.activeElement.tagName === "SELECT");
  for (const key of [list ? "ArrowDown" : "Space", "ArrowDown", "ArrowDown"]) {
    await keyboard.press(key);
    await settled(page);
  }
  await settled(page);
  await go(page);

  await at(visitor, "confirm");
  for (const name of ["signed", "privacy"]) {
    await tabTo(page, `input[type=checkbox][name="${name}"]`);
    await keyboard.press("Space");
    await settled(page);
  }
  await go(page);
  await page.waitForURL((url) => /^\/richieste\/[0-9a-f-]{36}$/.test(url.pathname));
  await visitor.says("Calzolari Teresa");
  await until(visitor, "evasa");
  await visitor.look("fulfilled");
  await visitor.close();
}

export const journeys = {
  "a new person takes over a supply with more power, by mouse": async ({ browser, binary, out }) =>
    byMouse({ browser, server: await shared(binary), out, name: "voltura-mouse" }),
  "a customer takes over a supply, with the keyboard alone": async ({ browser, binary, out }) =>
    byKeyboard({ browser, server: await shared(binary), out }),
  "the same on PostgreSQL, by mouse": async ({ browser, binary, out, postgres }) => {
    if (!postgres) return console.log("        skipped: SPORTELLO_TEST_POSTGRES names no server");
    const { url, drop } = freshDatabase(postgres);
    const server = await Server.start({ binary, database: url });
    try {
      await byMouse({ browser, server, out, name: "voltura-postgres" });
    } finally {
      await server.stop();
      drop();
    }
  },
};
