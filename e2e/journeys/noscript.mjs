// The change of holder without JavaScript: forms and links alone.
import { Visitor } from "../lib/browser.mjs";
import { expect } from "../lib/expect.mjs";
import { shared } from "../lib/server.mjs";

export const journeys = {
  "the first two steps of a change of holder without JavaScript": async ({ browser, binary, out }) => {
    const { base } = await shared(binary);
    const visitor = await Visitor.open(browser, base, { out, name: "noscript", script: false });
    const { page } = visitor;
    await visitor.signIn("marta.bellini", "fontebruna-demo");
    await page.goto("/richieste/nuova");
    await page.click('button[formaction*="VOL"]');
    await page.waitForURL("**/supply");
    await page.fill('[name="supply_point.q"]', "IT999E00000099");
    await page.click('button[name="cerca"]');
    await page.waitForSelector('input[type=radio][name="supply_point"]');
    await visitor.look("found");
    await page.check('input[type=radio][name="supply_point"]');
    await page.click("#p-modulo button.btn-1");
    await page.waitForURL("**/party");

    await page.fill('[name="party.q"]', "Testa Matteo");
    await page.click('button[name="cerca"]');
    await page.waitForSelector('input[type=radio][name="party"]').catch(async () => {
      throw new Error(`the search found nobody on ${page.url()}:\n${(await page.locator("main").innerText()).slice(0, 1500)}`);
    });
    await page.locator('input[type=radio][name="party"]').first().check();
    await visitor.look("party");
    await page.click("#p-modulo button.btn-1");
    await page.waitForURL("**/conditions");
    expect((await page.locator("main").textContent()).includes("Testa Matteo"), "the new holder is not in the summary");
    await visitor.look("conditions");
    await visitor.close();
  },
};
