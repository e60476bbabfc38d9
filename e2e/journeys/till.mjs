// A payment at the counter by keyboard alone, timed; the reprint of a bill in two keys; both without a mouse.
import { Visitor } from "../lib/browser.mjs";
import { expect } from "../lib/expect.mjs";
import { shared } from "../lib/server.mjs";
import { settled } from "../lib/voltura.mjs";

const PASSWORD = "fontebruna-demo";
/** A customer of the demo utility with something to pay. */
const CUSTOMER = "Calzolari Teresa";

async function openTill(page) {
  await page.goto("/cassa");
  if (await page.locator('input[name="fondo"]').count()) {
    await page.locator('input[name="fondo"]').focus();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("100");
    await page.keyboard.press("Control+Enter");
    await page.waitForURL("**/cassa");
    await settled(page);
  }
}

/** A customer who owes something: the first of the overdue bills. */
async function debtor(page) {
  await page.goto("/bollette?stato=overdue");
  const row = page.locator("table.grid tbody tr").first();
  return { name: (await row.locator("td a").nth(1).innerText()).trim(), bill: (await row.locator("td a").first().innerText()).trim() };
}

export const journeys = {
  "a payment by keyboard alone takes less than twenty seconds": async ({ browser, binary, out }) => {
    const { base } = await shared(binary);
    const visitor = await Visitor.open(browser, base, { out, name: "till", chapter: "INC" });
    const { page } = visitor;
    await visitor.signIn("marta.bellini", PASSWORD);
    await openTill(page);
    await visitor.look("open");
    const { name, bill } = await debtor(page);
    await page.goto("/cassa");
    await settled(page);

    const began = Date.now();
    await page.keyboard.press("F2");
    await page.keyboard.type(name);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/cassa\?/);
    await settled(page);
    // Several customers of that name: the first has the focus.
    if (await page.locator("[data-list=trovati]").count()) {
      await page.keyboard.press("Enter");
      await page.waitForURL(/cliente=/);
      await settled(page);
    }
    await visitor.look("bills");
    expect((await page.locator("#p-bollette").innerText()).includes(bill), `${bill} is not among the bills of ${name}`);
    const due = await page.locator("[data-due]").innerText();
    // The field of the amount handed over has the focus.
    await page.keyboard.type("1000");
    await visitor.look("amount");
    await page.keyboard.press("Control+Enter");
    await page.waitForURL(/ricevuta=/);
    await settled(page);
    const seconds = (Date.now() - began) / 1000;
    await visitor.look("cashed");
    expect(seconds < 20, `the payment took ${seconds} s`);
    await visitor.says(due);

    const href = await page.evaluate(() => document.activeElement?.getAttribute("href"));
    expect(/ricevuta\.pdf$/.test(href ?? ""), `the receipt has not the focus but ${href}`);
    const paper = await page.request.get(href);
    expect(paper.ok() && (await paper.body()).subarray(0, 5).toString() === "%PDF-", `the receipt is no PDF: ${paper.status()}`);

    // The payments of the day, and the question before one is taken back.
    await page.goto("/cassa/ricevute");
    await settled(page);
    await visitor.look("receipts");
    await page.goto(href.replace("ricevuta.pdf", "storno"));
    await settled(page);
    await visitor.look("reverse");
    await page.goto("/cassa");
    await settled(page);

    await page.keyboard.press("F10");
    await page.waitForURL("**/cassa/chiusura");
    await settled(page);
    await page.keyboard.type("1");
    await visitor.look("close");
    await visitor.close();
  },

  "too little money is told, and nothing is cashed": async ({ browser, binary, out }) => {
    const { base } = await shared(binary);
    const visitor = await Visitor.open(browser, base, { out, name: "till-refused", refusals: true });
    const { page } = visitor;
    await visitor.signIn("marta.bellini", PASSWORD);
    await openTill(page);
    const { name } = await debtor(page);
    await page.goto(`/cassa?q=${encodeURIComponent(name)}`);
    if (await page.locator("[data-list=trovati]").count()) await page.keyboard.press("Enter");
    await page.waitForURL(/cliente=/);
    await settled(page);
    await page.fill('[name="ricevuto"]', "1");
    await page.keyboard.press("Control+Enter");
    await visitor.says("Mancano");
    await visitor.look("not-enough");
    await visitor.close();
  },

  "a bill is printed again with two keys": async ({ browser, binary, out }) => {
    const { base } = await shared(binary);
    const visitor = await Visitor.open(browser, base, { out, name: "reprint", chapter: "RIS" });
    const { page } = visitor;
    await visitor.signIn("marta.bellini", PASSWORD);
    await page.keyboard.press("Control+k");
    await page.keyboard.type(CUSTOMER);
    await page.waitForSelector("#cerca-esiti [role=option][aria-selected=true]");
    await settled(page);
    await page.keyboard.press("Enter");
    await page.waitForURL("**/clienti/**");
    await settled(page);
    await page.keyboard.press("4");
    await page.waitForURL(/\/bollette\?/);
    await settled(page);
    await visitor.look("choose");
    const answer = page.waitForResponse((response) => response.url().endsWith("bolletta.pdf"));
    await page.keyboard.press("Enter");
    const paper = await answer;
    expect(paper.ok() && paper.headers()["content-type"] === "application/pdf", `no PDF but ${paper.status()}`);
    const bill = new URL(paper.url()).pathname.replace("/bolletta.pdf", "");
    // This window shows the paper, or is still on its way to it: the bill is looked at in another.
    await visitor.window();
    await visitor.page.goto(bill);
    await settled(visitor.page);
    await visitor.says("Copia");
    await visitor.look("bill");
    await visitor.close();
  },
};
