// Distributors' files: a package is brought, looked at, applied and taken back; a message that fits nowhere is set aside with a
// reason; and an activation goes from the request to gas that flows, answered by the demo's distributor.
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Visitor } from "../lib/browser.mjs";
import { expect } from "../lib/expect.mjs";
import { shared } from "../lib/server.mjs";
import { at, choose, next, settled, tick, type, until } from "../lib/voltura.mjs";
import { zip } from "../lib/zip.mjs";

const PASSWORD = "fontebruna-demo";

/** An admissibility for a request nobody made. */
const lost = (code) => `<?xml version="1.0" encoding="UTF-8"?>
<Prestazione cod_servizio="A01" cod_flusso="0100">
  <IdentificativiRichiesta>
    <piva_utente>01234560157</piva_utente><piva_distr>00488410010</piva_distr><cod_prat_utente>${code}</cod_prat_utente>
  </IdentificativiRichiesta>
  <Ammissibilita><verifica_amm>1</verifica_amm></Ammissibilita>
</Prestazione>`;

/** Brings a file and waits for its page. */
async function bring(page, name, buffer) {
  await page.goto("/importazioni/xml");
  await page.setInputFiles("input[name=file]", { name, mimeType: name.endsWith(".zip") ? "application/zip" : "text/xml", buffer });
  await page.click('form[enctype] button[type="submit"]');
}

const onFile = (page) => page.waitForURL(/\/importazioni\/xml\/[0-9a-f-]{36}/);

const main = (page) => page.locator("main").innerText();

/** A gas point of the demo that stands still, without a corrector, at which the distributor finds nothing wrong. */
async function standingStill(server) {
  expect(server.folder, "this journey needs a server of its own: it reads which meters the demo's distributor has");
  const lines = (await readFile(join(server.folder, "distributor", "distributor", "meters.csv"), "utf8")).trim().split("\n");
  const rows = lines.map((line) => line.split(";"));
  const row = rows.find(([pdr, , , corrector]) => !corrector && !/9[6-9]$/.test(pdr));
  expect(row, `no point of the demo can be activated:\n${lines.join("\n")}`);
  return row[0];
}

/** Types into a search field of the step and takes the first hit. */
async function pick(page, name, text) {
  await page.locator(`[name="${name}.q"]`).pressSequentially(text, { delay: 5 });
  await page.waitForSelector(`#p-${name} .pick`);
  await settled(page);
  await page.locator(`#p-${name} .pick`).first().click();
  await settled(page);
}

async function package_is_looked_at(visitor) {
  const { page } = visitor;
  await visitor.signIn("paolo.conti", PASSWORD);
  await page.goto("/richieste");
  await page.click('main a[href="/importazioni/xml"]');
  await page.waitForURL("**/importazioni/xml");
  await visitor.look("list");
  const name = visitor.script ? "esiti.zip" : "esiti-2.zip";
  const members = { "uno.xml": lost(`CRM-${name}`), "due.xml": "<Prestazione>", "tre.xml": lost(`CRM-${name}`) };
  await bring(page, name, zip(members));
  await onFile(page);
  await visitor.look("preview");
  const preview = await main(page);
  expect(preview.includes("aspetterà una persona"), `the preview does not say what becomes of the message:\n${preview}`);
  expect(preview.includes("due.xml, riga 1"), `the broken message does not say where it is broken:\n${preview}`);
  expect((await page.locator('[data-list="messaggi"] tbody tr').count()) === 3, "not every message of the package is shown");
  await page.click('form[action$="/applica"] button');
  await page.waitForSelector('form[action$="/annulla"] button');
  await visitor.look("applied");
  await page.click('form[action$="/annulla"] button');
  await page.waitForSelector('form[action$="/applica"] button');
  expect((await main(page)).includes("nessun messaggio di questo file vale"), "the page does not say that the file was taken back");
  await visitor.look("undone");
  await bring(page, "lo-stesso.zip", zip(members));
  await onFile(page);
  expect((await main(page)).includes(name), "the same file brought again does not lead to the first time");
  await page.goto("/importazioni/xml");
  const waiting = page.locator('[data-list="messaggi"] tbody tr').filter({ hasText: `CRM-${name}` });
  expect((await waiting.count()) === 0, "a message of a file that was taken back still waits");
  await visitor.close();
}

export const journeys = {
  "a distributor's package is looked at before it counts, and can be taken back": async ({ browser, binary, out }) => {
    const { base } = await shared(binary);
    await package_is_looked_at(await Visitor.open(browser, base, { out, name: "exchange" }));
  },
  "the same without JavaScript": async ({ browser, binary, out }) => {
    const { base } = await shared(binary);
    await package_is_looked_at(await Visitor.open(browser, base, { out, name: "exchange-noscript", script: false }));
  },
  "a file that is none says so, and nothing else happens": async ({ browser, binary, out }) => {
    const { base } = await shared(binary);
    const visitor = await Visitor.open(browser, base, { out, name: "exchange-wrong", refusals: true });
    await visitor.signIn("paolo.conti", PASSWORD);
    await bring(visitor.page, "rotto.zip", Buffer.from("PK\x03\x04rotto", "latin1"));
    await visitor.page.waitForSelector("#file-nota.err");
    await visitor.look("broken");
    expect((await main(visitor.page)).includes("l’archivio zip è rovinato"), "the page does not say what is wrong with the file");
    await visitor.close();
  },
  "a message that fits nowhere is set aside with a reason": async ({ browser, binary, out }) => {
    const { base } = await shared(binary);
    const visitor = await Visitor.open(browser, base, { out, name: "exchange-waiting", refusals: true });
    const { page } = visitor;
    await visitor.signIn("paolo.conti", PASSWORD);
    await bring(page, "perso.xml", Buffer.from(lost("CRM-LOST")));
    await onFile(page);
    await page.click('form[action$="/applica"] button');
    await page.waitForSelector('form[action$="/annulla"] button');
    await page.goto("/importazioni/xml");
    const row = page.locator('[data-list="messaggi"] tbody tr').filter({ hasText: "CRM-LOST" });
    await visitor.look("waiting");
    await row.locator('input[name="pratica"]').fill("2026-A01-999999");
    await row.locator('form[action$="/pratica"] button').click();
    await row.locator(".err").waitFor();
    await visitor.look("no-such-case");
    await row.locator('input[name="motivo"]').fill("Di un altro venditore");
    await row.locator('form[action$="/archivia"] button').click();
    await page.waitForURL("**/importazioni/xml");
    await settled(page);
    expect((await row.count()) === 0, "the message still waits");
    await visitor.close();
  },
  "an activation goes from the request to gas that flows": async ({ browser, binary, out }) => {
    const server = await shared(binary);
    const visitor = await Visitor.open(browser, server.base, { out, name: "activation", chapter: "A01" });
    const { page } = visitor;
    await visitor.signIn("marta.bellini", PASSWORD);
    await page.goto("/richieste/nuova");
    await page.click('button[formaction*="A01"]');
    await at(visitor, "supply");
    await pick(page, "supply_point", await standingStill(server));
    await visitor.look("supply");
    await next(page);
    await at(visitor, "party");
    await pick(page, "party", "Calzolari Teresa");
    await visitor.look("party");
    await next(page);
    await at(visitor, "title");
    await choose(page, "title", "lease");
    await choose(page, "gas_use", "heating");
    await tick(page, "installation_unchanged");
    await type(page, "access.0.access_name", "Teresa");
    await type(page, "access.0.access_telephone", "333 1234567");
    await visitor.look("title");
    await next(page);
    await at(visitor, "payment");
    await choose(page, "payment", "slip");
    await choose(page, "delivery", "post");
    await visitor.look("payment");
    await next(page);
    await at(visitor, "confirm");
    await tick(page, "signed");
    await tick(page, "privacy");
    await visitor.look("confirm");
    await next(page);
    await page.waitForURL((url) => /^\/richieste\/[0-9a-f-]{36}$/.test(url.pathname));
    await settled(page);
    await visitor.look("case");
    const seen = await until(visitor, "evasa", 180);
    await visitor.look("done");
    expect(seen.includes("A01 · esito"), `the page of the case does not show the distributor's answer:\n${seen}`);
    await visitor.close();
  },
};
