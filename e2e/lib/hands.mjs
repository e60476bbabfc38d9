// Two ways to work with a page: with the mouse, typing only into fields that were clicked; and with the keyboard alone.
// Both can do the same, so that one journey serves for both.
import { expect } from "./expect.mjs";
import { settled } from "./voltura.mjs";

/** A field of the step or of the question over it; the last one when a control is there twice. */
const field = (name) => `[name="${name}"]:not([type=hidden])`;

class Hands {
  constructor(visitor) {
    this.visitor = visitor;
    this.page = visitor.page;
  }

  async settled() {
    await settled(this.page);
  }
}

export class Mouse extends Hands {
  static word = "mouse";

  async fill(selector, text) {
    await this.page.locator(selector).last().click();
    await this.page.keyboard.press("Control+a");
    await this.page.keyboard.type(text, { delay: 4 });
  }

  async signIn(name, password) {
    await this.page.goto("/accesso");
    await this.fill("input[name=utente]", name);
    await this.fill("input[name=password]", password);
    await this.page.locator("main form button[type=submit], form button.btn-1").first().click();
    await this.page.waitForURL((url) => !url.pathname.startsWith("/accesso"));
  }

  /** From the search over every page to the first hit. */
  async find(text) {
    await this.page.locator("a.find").click();
    await this.fill("#cerca input", text);
    await this.page.waitForSelector("#cerca-esiti [role=option]");
    await this.settled();
    await this.visitor.look("search");
    await this.page.locator("#cerca-esiti [role=option]").first().click();
  }

  async press(selector) {
    await this.page.locator(selector).first().click();
  }

  async newRequest() {
    await this.page.locator(".bar-new").click();
  }

  /** Types into a search field of the step and takes the first hit. */
  async pick(name, text) {
    await this.fill(`[name="${name}.q"]`, text);
    await this.page.waitForSelector(`#p-${name} .pick`);
    await this.settled();
    await this.page.locator(`#p-${name} .pick`).first().click();
    await this.settled();
  }

  async type(name, text) {
    await this.fill(field(name), text);
    await this.page.locator("h1, h2").locator("visible=true").first().click();
    await this.settled();
  }

  async choose(name, value) {
    const control = this.page.locator(field(name)).last();
    if ((await control.evaluate((node) => node.tagName)) === "SELECT") await control.selectOption(value);
    else await this.page.locator(`[name="${name}"][value="${value}"]`).first().check();
    await this.settled();
  }

  async tick(name) {
    await this.page.locator(`input[type=checkbox][name="${name}"]`).check();
    await this.settled();
  }

  /** The button that goes on. */
  async next() {
    await this.page.locator("#p-modulo button.btn-1").click();
  }

  /** The button of the question a field belongs to. */
  async answer(name) {
    await this.page.locator(`form:has([name="${name}"]) button.btn-1`).last().click();
  }
}

export class Keyboard extends Hands {
  static word = "keyboard";

  get keys() {
    return this.page.keyboard;
  }

  /** Presses the tab key until the focus stands on what the selector names. */
  async to(selector, most = 150) {
    for (let turn = 0; turn < most; turn += 1) {
      if (await this.page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
      await this.keys.press("Tab");
    }
    throw new Error(`the focus never reached ${selector} on ${this.page.url()}`);
  }

  async fill(selector, text) {
    await this.to(selector);
    await this.keys.press("Control+a");
    await this.keys.type(text, { delay: 4 });
  }

  async signIn(name, password) {
    await this.page.goto("/accesso");
    await this.fill("input[name=utente]", name);
    await this.fill("input[name=password]", password);
    await this.keys.press("Enter");
    await this.page.waitForURL((url) => !url.pathname.startsWith("/accesso"));
    await this.settled();
  }

  async find(text) {
    await this.settled();
    await this.keys.press("Control+k");
    await this.keys.type(text, { delay: 4 });
    await this.page.waitForSelector("#cerca-esiti [role=option][aria-selected=true]");
    await this.settled();
    await this.visitor.look("search");
    await this.keys.press("Enter");
  }

  async press(selector) {
    await this.settled();
    await this.to(selector);
    await this.keys.press("Enter");
  }

  async newRequest() {
    await this.settled();
    await this.keys.press("n");
  }

  async pick(name, text) {
    await this.fill(`[name="${name}.q"]`, text);
    await this.page.waitForSelector(`#p-${name} .pick`);
    await this.settled();
    await this.to(`#p-${name} input[type=radio]`);
    await this.keys.press("Space");
    await this.settled();
  }

  async type(name, text) {
    await this.fill(field(name), text);
    await this.keys.press("Tab");
    await this.settled();
  }

  /** The arrows choose, in a list as among buttons. */
  async choose(name, value) {
    await this.to(field(name));
    const at = () => this.page.evaluate(() => {
      const node = document.activeElement;
      return { list: node.tagName === "SELECT", value: node.tagName === "SELECT" || node.checked ? node.value : null };
    });
    if ((await at()).list) await this.keys.press("Home");
    else if ((await at()).value === null) await this.keys.press("Space");
    for (let turn = 0; turn < 15; turn += 1) {
      await this.settled();
      if ((await at()).value === value) return;
      await this.keys.press("ArrowDown");
    }
    throw new Error(`the arrows never reached ${value} of ${name} on ${this.page.url()}`);
  }

  async tick(name) {
    const box = `input[type=checkbox][name="${name}"]`;
    await this.to(box);
    if (!(await this.page.locator(box).isChecked())) await this.keys.press("Space");
    await this.settled();
  }

  async next() {
    await this.settled();
    await this.keys.press("Control+Enter");
  }

  async answer() {
    await this.settled();
    await this.keys.press("Enter");
  }
}

/** Readings a little above the last ones, into every register of the step. */
export async function readings(hands, above = 40) {
  const registers = await hands.page.locator("#p-modulo table.reads tr:has(input)").evaluateAll((rows) =>
    rows.map((row) => ({ name: row.querySelector("input").name, last: Number(row.cells[1].innerText.replace(/\D/g, "")) })));
  expect(registers.length > 0, "the step of the reading shows no register");
  for (const { name, last } of registers) await hands.type(name, String(last + above));
}
