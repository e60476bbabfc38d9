// Debian's Chromium driven by playwright-core, with axe on every page that is looked at.
import { createRequire } from "node:module";
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { tell } from "./handbook.mjs";

const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The paths of all pages axe has looked at in this run. */
export const looked = new Set();

export async function launch() {
  return chromium.launch({
    executablePath: process.env.SPORTELLO_CHROMIUM ?? "/usr/bin/chromium",
    headless: true,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
    ],
  });
}

/** A visitor: one browser context with a page, its screenshots and its findings. */
export class Visitor {
  static async open(browser, base, { lang = "it-IT", out, name, viewport = { width: 1440, height: 900 }, script = true, refusals = false, chapter = "" }) {
    const visitor = new Visitor();
    visitor.context = await browser.newContext({ baseURL: base, locale: lang, viewport, timezoneId: "Europe/Rome", javaScriptEnabled: script });
    visitor.errors = [];
    visitor.script = script;
    // The procedure whose chapter of the handbook this visit writes.
    visitor.chapter = chapter;
    visitor.refusals = refusals;
    await visitor.window();
    visitor.folder = join(out, name);
    visitor.shots = 0;
    await mkdir(visitor.folder, { recursive: true });
    return visitor;
  }

  /** Goes on in a new window of the same person. */
  async window() {
    const page = await this.context.newPage();
    page.setDefaultTimeout(10_000);
    page.on("pageerror", (error) => this.errors.push(String(error)));
    page.on("console", (message) => {
      // The browser reports every answer of 400 and above; where refusals are the matter, those are expected.
      const refusal = this.refusals && /status of 4\d\d/.test(message.text());
      if (message.type() === "error" && !refusal) this.errors.push(`${message.text()} (${page.url()})`);
    });
    this.page = page;
    return page;
  }

  /** Chromium has nothing to draw for a moment while a page replaces another: it is asked again. */
  async screenshot(path) {
    for (let turn = 1; ; turn += 1) {
      try {
        return await this.page.screenshot({ path });
      } catch (error) {
        if (turn === 4 || !String(error).includes("Unable to capture")) throw error;
        await this.page.waitForTimeout(400 * turn);
      }
    }
  }

  /** Keeps a screenshot and lets axe look at the page: anything it finds fails the journey. */
  async look(name) {
    this.shots += 1;
    const file = `${String(this.shots).padStart(2, "0")}-${name}.png`;
    await this.screenshot(join(this.folder, file));
    if (this.chapter) await tell(this.chapter, this.page, join(this.folder, file));
    looked.add(new URL(this.page.url()).pathname);
    if (this.script) return check(this.page, name);
    // Where scripts are off, axe looks at the same page in a context of its own, the page's scripts taken out.
    const html = (await this.page.content()).replace(/<script\b[^]*?<\/script>/g, "");
    const context = await this.context.browser().newContext({ locale: "it-IT", viewport: this.page.viewportSize(), storageState: await this.context.storageState() });
    try {
      const page = await context.newPage();
      await page.route(this.page.url(), (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: html }));
      await page.goto(this.page.url());
      await check(page, name);
    } finally {
      await context.close();
    }
  }

  async signIn(name, password) {
    await this.page.goto("/accesso");
    await this.page.fill("input[name=utente]", name);
    await this.page.fill("input[name=password]", password);
    await Promise.all([this.page.waitForURL((url) => !url.pathname.startsWith("/accesso")), this.page.keyboard.press("Enter")]);
  }

  /** Fails unless the page says it. */
  async says(text, timeout = 10_000) {
    try {
      await this.page.waitForFunction(
        (words) => document.body.innerText.toLowerCase().includes(words.toLowerCase()), text, { timeout });
    } catch {
      const seen = await this.page.evaluate(() => document.querySelector("main")?.innerText ?? document.body.innerText);
      await this.screenshot(join(this.folder, "missing.png"));
      throw new Error(`"${text}" is not on ${this.page.url()}; there is:\n${seen.slice(0, 1500)}`);
    }
  }

  async close() {
    await this.context.close();
    if (this.errors.length > 0) throw new Error(`the page reported errors:\n  ${this.errors.join("\n  ")}`);
  }
}

/** Lets axe look at a page: anything it finds fails the journey. */
async function check(page, name) {
  await page.evaluate(axe);
  const found = await page.evaluate(
    (tags) => window.axe.run(document, { runOnly: { type: "tag", values: tags } }).then((result) => result.violations),
    TAGS,
  );
  if (found.length > 0) {
    const list = found.map((rule) => `${rule.id}: ${rule.help}\n    ${rule.nodes.map((node) => node.html).join("\n    ")}`);
    throw new Error(`axe found on ${name} (${page.url()}):\n  ${list.join("\n  ")}`);
  }
}
