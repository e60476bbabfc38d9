// Runs every journey in journeys/, on the embedded database and, where a server is named, on PostgreSQL; closes with
// a line "N passed, N failed". A word names the files to run. SPORTELLO_BINARY names the program,
// SPORTELLO_TEST_POSTGRES a PostgreSQL server, SPORTELLO_E2E_OUT where screenshots go, SPORTELLO_TEST_SHARED the material beside the project.
import { readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { launch, looked } from "./lib/browser.mjs";
import { unseen } from "./lib/coverage.mjs";
import { write as writeHandbook } from "./lib/handbook.mjs";
import { stopShared } from "./lib/server.mjs";

const here = dirname(fileURLToPath(import.meta.url));
// Emptied at the start: a folder of its own, also inside one that was named.
const out = process.env.SPORTELLO_E2E_OUT ? join(process.env.SPORTELLO_E2E_OUT, "last-run") : join(here, "out");
const binary = process.env.SPORTELLO_BINARY ?? join(here, "..", "target", "debug", "sportello");
const only = process.argv.slice(2);

await rm(out, { recursive: true, force: true });
const files = (await readdir(join(here, "journeys"))).filter((name) => name.endsWith(".mjs")).sort();
const browser = await launch();
let passed = 0;
let failed = 0;
for (const file of files) {
  const name = file.replace(/\.mjs$/, "");
  if (only.length > 0 && !only.some((wanted) => name.includes(wanted))) continue;
  const { journeys } = await import(`./journeys/${file}`);
  for (const [title, journey] of Object.entries(journeys)) {
    const began = Date.now();
    try {
      await journey({ browser, binary, out, postgres: process.env.SPORTELLO_TEST_POSTGRES });
      passed += 1;
      console.log(`ok      ${name}: ${title} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
    } catch (error) {
      failed += 1;
      console.log(`FAILED  ${name}: ${title}\n${String(error.stack ?? error).replace(/^/gm, "        ")}`);
    }
  }
}
await browser.close();
await stopShared();
if (only.length === 0) {
  const left = unseen(looked);
  if (left.length > 0) failed += 1;
  else passed += 1;
  console.log(left.length > 0 ? `FAILED  every page is looked at by axe\n        ${left.join("\n        ")}` : "ok      every page is looked at by axe");
}
const written = await writeHandbook(out);
if (written.length > 0) console.log(`the handbook has ${written.join(", ")}: ${join(out, "handbook", "index.html")}`);
console.log(`screenshots are in ${out}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
