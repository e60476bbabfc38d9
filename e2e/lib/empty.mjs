// A utility from nothing: an empty database, its schema, two accounts, an import; then the program and a billing system.
import { spawn, spawnSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect } from "./expect.mjs";
import { exported, supplies } from "./exported.mjs";
import { Server } from "./server.mjs";

export const PASSWORD = "una parola lunga";

export class Utility {
  /** `database` is a database URL, or nothing for an embedded one. */
  static async begin({ binary, database }) {
    const utility = new Utility();
    utility.binary = resolve(binary);
    utility.folder = await mkdtemp(join(tmpdir(), "sportello-e2e-"));
    utility.flags = ["--data", utility.folder, ...(database ? ["--database", database] : [])];
    utility.run(["migrate"]);
    utility.run(["user", "add", "marta.bellini", "--display-name", "Bellini Marta", "--role", "operator"], PASSWORD);
    utility.run(["user", "add", "luca.ferrari", "--display-name", "Ferrari Luca", "--email", "luca.ferrari@example.it", "--role", "technician"], PASSWORD);
    const found = exported(binary, utility.folder);
    utility.run(["import", found.folder]);
    console.log(`        on ${database ? "PostgreSQL" : "SQLite"}, from ${found.invented ? "an invented export" : "the export beside the project"}`);
    utility.supplies = supplies(found.folder);
    expect(utility.supplies.length > 5, "the export has no supply that could be taken over");
    utility.server = await Server.start({ binary, database, folder: utility.folder, command: ["serve"] });
    utility.base = utility.server.base;
    utility.billing = spawn(utility.binary, ["demo", "billing", join(utility.folder, "billing"), "--delay", "1"], { stdio: "ignore" });
    return utility;
  }

  /** Runs a command to its end. */
  run(words, input = "") {
    const done = spawnSync(this.binary, [...words, ...this.flags], { input: `${input}\n`, encoding: "utf8" });
    expect(done.status === 0, `sportello ${words.join(" ")} ended with ${done.status}:\n${done.stderr}${done.stdout}`);
  }

  async end() {
    this.billing.kill("SIGTERM");
    await this.server.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}
