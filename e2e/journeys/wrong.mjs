// What people do wrong, and what they are told.
import { Visitor } from "../lib/browser.mjs";
import { elevenDigits, omocode } from "../lib/codes.mjs";
import { expect } from "../lib/expect.mjs";
import { shared } from "../lib/server.mjs";
import { NEWCOMER, address, at, begin, choose, contact, day, next, readings, settled, stepOf, tick, type } from "../lib/voltura.mjs";

const PASSWORD = "fontebruna-demo";

async function signedIn(browser, base, out, name, account = "marta.bellini") {
  const visitor = await Visitor.open(browser, base, { out, name, refusals: true });
  await visitor.signIn(account, PASSWORD);
  return visitor;
}

/** A change of holder up to the step of the reading. */
async function toReading(visitor, point) {
  const { page } = visitor;
  await begin(visitor, point);
  await next(page);
  await at(visitor, "party");
  await page.locator('[name="party.q"]').pressSequentially("Testa Matteo", { delay: 5 });
  await page.waitForSelector("#p-party .pick");
  await settled(page);
  await page.locator("#p-party .pick").first().click();
  await next(page);
  await at(visitor, "conditions");
  await choose(page, "title", "lease");
  await tick(page, "title_proof");
  await type(page, "starts_on", day(0));
  await next(page);
  await at(visitor, "reading");
}

/** A change of holder up to the data of somebody who is not in the registry. */
async function toContact(visitor, point) {
  const { page } = visitor;
  await begin(visitor, point);
  await next(page);
  await at(visitor, "party");
  await choose(page, "creation", "guided");
  await next(page);
  await at(visitor, "contact");
}

export const journeys = {
  "a code with spaces is found": async ({ browser, binary, out }) => {
    const { base } = await shared(binary);
    const visitor = await signedIn(browser, base, out, "wrong-spaces");
    await begin(visitor, " IT 999 E 0000 0019 ");
    await visitor.says("Nicolò");
    await next(visitor.page);
    await at(visitor, "party");
    await visitor.close();
  },

  "a reading below the last is refused beside its field, and the back button loses nothing": async ({ browser, binary, out }) => {
    const { base } = await shared(binary);
    const visitor = await signedIn(browser, base, out, "wrong-reading");
    const { page } = visitor;
    await toReading(visitor, "IT999E00000037");
    await readings(page, -500);
    await next(page);
    await page.waitForSelector(".err-sum");
    await visitor.look("below");
    expect((await page.locator("table.reads [aria-invalid=true]").count()) > 0, "no register is marked");
    await readings(page, 30);
    await type(page, "read_on", day(0));
    await next(page);
    await at(visitor, "power");

    // Back and forth: nothing is lost.
    await page.goBack();
    await at(visitor, "reading");
    const kept = await page.locator("table.reads input").first().inputValue();
    expect(kept !== "", "the reading is gone after the back button");
    await page.goForward();
    await at(visitor, "power");
    await visitor.close();
  },

  "a supply already being taken over is refused to somebody else, who is led to the case": async ({ browser, binary, out }) => {
    const { base } = await shared(binary);
    const visitor = await signedIn(browser, base, out, "wrong-twice");
    const { page } = visitor;
    await toReading(visitor, "IT999E00000060");
    await readings(page, 30);
    await next(page);
    await at(visitor, "power");
    await next(page);
    await at(visitor, "payment");
    await choose(page, "payment", "slip");
    await choose(page, "delivery", "post");
    await next(page);
    await at(visitor, "confirm");
    await tick(page, "signed");
    await tick(page, "privacy");
    await next(page);
    await page.waitForURL((url) => /^\/richieste\/[0-9a-f-]{36}$/.test(url.pathname));
    const first = (await page.locator(".crumb").innerText()).match(/\d{4}-VOL-\d+/)?.[0];
    const address = new URL(page.url()).pathname;
    expect(first, "the first case shows no number");
    await visitor.close();

    const other = await signedIn(browser, base, out, "wrong-twice-other", "paolo.conti");
    await begin(other, "IT999E00000060");
    await other.look("told");
    await next(other.page);
    await other.page.waitForSelector(".err-sum");
    expect(stepOf(other.page) === "supply", `the second request went on to ${stepOf(other.page)}`);
    const told = await other.page.locator("#supply_point-nota").innerText();
    expect(told.includes(`C’è già una voltura aperta su questo punto: ${first}`), `the first case is not named:\n${told}`);
    await other.look("refused");
    await other.page.locator("#supply_point-nota a").click();
    await other.page.waitForURL(`**${address}`);
    await other.close();
  },

  "a tax code with letters in place of digits is taken": async ({ browser, binary, out }) => {
    const { base } = await shared(binary);
    const visitor = await signedIn(browser, base, out, "wrong-omocode");
    const { page } = visitor;
    await toContact(visitor, "IT999E00000108");
    const code = omocode(NEWCOMER.tax_code);
    await contact(page, { ...NEWCOMER, tax_code: `${code.slice(0, 15)}${code[15] === "A" ? "B" : "A"}` });
    await next(page);
    // The answer of the step, not that of leaving the field.
    await page.waitForSelector(".err-sum");
    await visitor.says(`L’ultimo carattere dovrebbe essere ${code[15]}`);
    await visitor.look("check-letter");
    await type(page, "tax_code", code);
    await next(page);
    await at(visitor, "link");
    await visitor.close();
  },

  "a foreigner without a tax code is entered by name and birth": async ({ browser, binary, out }) => {
    const { base } = await shared(binary);
    const visitor = await signedIn(browser, base, out, "wrong-no-code");
    const { page } = visitor;
    await toContact(visitor, "IT999E00000117");
    await tick(page, "no_tax_code");
    await type(page, "surname", "Nguyen");
    await type(page, "given_name", "Thi Hoa");
    await type(page, "mobile", "333 555 0177");
    await address(page);
    await next(page);
    // Without a code the birth tells people apart: it is asked for.
    await page.waitForSelector("#birth_date[aria-invalid=true]");
    expect((await page.locator("#p-modulo [name=tax_code]").count()) === 0, "the code is still asked for");
    await visitor.look("birth-missing");
    await type(page, "birth_date", "14/02/1991");
    await type(page, "birth_place", "Hanoi");
    await choose(page, "sex", "F");
    await tick(page, "namesakes_checked");
    await next(page);
    await at(visitor, "link");
    await visitor.close();
  },

  "eleven digits for a person are told to be provisional, and taken": async ({ browser, binary, out }) => {
    const { base } = await shared(binary);
    const visitor = await signedIn(browser, base, out, "wrong-eleven");
    const { page } = visitor;
    await toContact(visitor, "IT999E00000120");
    const code = elevenDigits("9123456780");
    await contact(page, { ...NEWCOMER, surname: "Okafor", given_name: "Chidi", tax_code: `${code.slice(0, 10)}${(Number(code[10]) + 1) % 10}` });
    await next(page);
    // The answer of the step, not that of leaving the field.
    await page.waitForSelector(".err-sum");
    await type(page, "tax_code", code);
    await visitor.says("per una persona è un codice provvisorio");
    await visitor.look("provisional");
    await next(page);
    await at(visitor, "link");
    await visitor.close();
  },

  "a suspended supply is not taken over": async ({ browser, binary, out }) => {
    const { base } = await shared(binary);
    const visitor = await signedIn(browser, base, out, "wrong-suspended");
    const { page } = visitor;
    // The tile of the suspended contracts leads to their customers.
    await page.goto("/");
    await page.locator("#riquadri a.cue", { hasText: "Sospesi" }).click();
    await page.locator("main tbody a.go").first().click();
    await page.waitForURL(/\/clienti\/[0-9a-f-]{36}/);
    const row = page.locator("#p-forniture tbody tr", { hasText: /sospes/i }).first();
    const point = (await row.locator(".code").first().innerText()).trim();
    await begin(visitor, point);
    await visitor.says("va riattivata");
    await next(page);
    await page.waitForSelector(".err-sum");
    expect(stepOf(page) === "supply", `a suspended supply went on to ${stepOf(page)}`);
    await visitor.look("refused");
    await visitor.close();
  },

  "who holds the supply already cannot take it over": async ({ browser, binary, out }) => {
    const { base } = await shared(binary);
    const visitor = await signedIn(browser, base, out, "wrong-holder");
    const { page } = visitor;
    await begin(visitor, "IT999E00000132");
    const holder = (await page.locator("#p-supply_point .pick").first().innerText()).match(/C\d{6}/)?.[0];
    expect(holder, "the supply does not say who holds it");
    await next(page);
    await at(visitor, "party");
    await page.locator('[name="party.q"]').pressSequentially(holder, { delay: 5 });
    await page.waitForSelector("#p-party .pick");
    await settled(page);
    await page.locator("#p-party .pick").first().click();
    await settled(page);
    await next(page);
    await page.waitForSelector(".err-sum");
    expect(stepOf(page) === "party", `the holder went on to ${stepOf(page)}`);
    expect((await page.locator("#party-nota").innerText()).includes("È già intestatario di questa fornitura"), "it is not said why");
    await visitor.look("refused");
    await visitor.close();
  },

  "two windows change the same draft: each difference is asked about": async ({ browser, binary, out }) => {
    const { base } = await shared(binary);
    const visitor = await signedIn(browser, base, out, "wrong-conflict");
    const { page } = visitor;
    await begin(visitor, "IT999E00000097");
    await next(page);
    await at(visitor, "party");
    await page.locator('[name="party.q"]').pressSequentially("Testa Matteo", { delay: 5 });
    await page.waitForSelector("#p-party .pick");
    await page.locator("#p-party .pick").first().click();
    await next(page);
    await at(visitor, "conditions");
    const other = await visitor.context.newPage();
    await other.goto(page.url());
    await settled(other);
    await choose(page, "title", "lease");
    await tick(page, "title_proof");
    await type(page, "starts_on", day(0));
    await next(page);
    await at(visitor, "reading");

    // The other window still shows the step as it was.
    await other.locator('#p-modulo [name="title"]').evaluate((node) => { node.removeAttribute("hx-post"); node.value = "ownership"; });
    await other.locator('#p-modulo [name="starts_on"]').evaluate((node, value) => { node.value = value; }, day(3));
    await Promise.all([
      other.waitForResponse((answer) => answer.request().method() === "POST" && answer.status() === 409),
      next(other),
    ]);
    await settled(other);
    const shown = visitor.page;
    visitor.page = other;
    await visitor.says("Modificato da due persone");
    await visitor.says("Decorrenza");
    expect((await other.locator("main input[type=radio]").count()) >= 4, "not every difference offers both values");
    // In words, as people know them.
    const asked = await other.locator("main").innerText();
    expect(!/[{}]|lease|ownership|\d{4}-\d{2}-\d{2}/.test(asked.replace(/\d{4}-VOL-\d+/g, "")), `the question shows what only the program knows:\n${asked}`);
    expect(asked.includes("Bellini Marta"), "it is not said who changed it");
    await visitor.look("conflict");
    // The title is kept as it was stored, the first day is the one typed here.
    await other.locator('input[name="scelta.starts_on"][value=mio]').check();
    await other.locator("main form button.btn-1").click();
    await at(visitor, "reading");
    await other.goto(other.url().replace(/reading$/, "conditions"));
    await settled(other);
    expect((await other.locator('#p-modulo [name="title"]').inputValue()) === "lease", "the stored title is gone");
    expect((await other.locator('#p-modulo [name="starts_on"]').inputValue()) === day(3), "the typed day was not taken");
    visitor.page = shown;
    await visitor.close();
  },

  "a wrong password is refused, and after too many the account waits": async ({ browser, binary, out }) => {
    const { base } = await shared(binary);
    const visitor = await Visitor.open(browser, base, { out, name: "wrong-password", refusals: true });
    const { page } = visitor;
    await page.goto("/accesso");
    let blocked = false;
    for (let turn = 0; turn < 25 && !blocked; turn += 1) {
      await page.fill("input[name=utente]", "elena.orlandi");
      await page.fill("input[name=password]", `sbagliata-${turn}`);
      const [answer] = await Promise.all([page.waitForResponse((one) => one.request().method() === "POST"), page.keyboard.press("Enter")]);
      expect([422, 429].includes(answer.status()), `a wrong password answered ${answer.status()}`);
      await settled(page);
      if (turn === 0) await visitor.look("wrong");
      blocked = answer.status() === 429;
    }
    expect(blocked, "the account was never held back");
    await visitor.look("blocked");
    expect(/\d{1,2}:\d{2}/.test(await page.locator("main, body").first().innerText()), "it is not said until when the account waits");
    await visitor.close();
  },
};
