// Starts the program as a newcomer would, in a folder of its own, and stops it again.
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** A port nobody listens on. */
export function freePort() {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}

export class Server {
  /** `database` is a database URL, or nothing for an embedded one; `folder` one that is there, and stays; `command` one other than to try it. */
  static async start({ binary, database, folder, command = [], env = {} }) {
    const server = new Server();
    server.keep = Boolean(folder);
    server.folder = folder ?? (await mkdtemp(join(tmpdir(), "sportello-e2e-")));
    server.port = await freePort();
    server.base = `http://127.0.0.1:${server.port}`;
    const args = [...command, "--data", server.folder, "--listen", `127.0.0.1:${server.port}`];
    if (database) args.push("--database", database);
    server.log = [];
    server.child = spawn(resolve(binary), args, { env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [server.child.stdout, server.child.stderr]) {
      stream.on("data", (chunk) => server.log.push(chunk.toString()));
    }
    server.ended = new Promise((done) => server.child.once("exit", (code) => done(code)));
    await server.ready();
    return server;
  }

  async ready() {
    const deadline = Date.now() + 180_000;
    while (Date.now() < deadline) {
      if (this.child.exitCode !== null) throw new Error(`the program ended at its start:\n${this.log.join("")}`);
      try {
        const answer = await fetch(`${this.base}/health/ready`);
        if (answer.ok) return;
      } catch {
        // not listening yet
      }
      await new Promise((done) => setTimeout(done, 250));
    }
    throw new Error(`the program was not ready in time:\n${this.log.join("")}`);
  }

  /** The password printed at the start for a sign-in name. */
  password(name) {
    const line = this.log.join("").split("\n").find((text) => text.includes(name));
    const found = line?.trim().split(/\s+/);
    if (!found) throw new Error(`no password was printed for ${name}:\n${this.log.join("")}`);
    return found[found.indexOf(name) + 1];
  }

  async stop() {
    this.child.kill("SIGTERM");
    const code = await Promise.race([this.ended, new Promise((done) => setTimeout(() => done("late"), 15_000))]);
    if (code === "late") this.child.kill("SIGKILL");
    if (!this.keep) await rm(this.folder, { recursive: true, force: true });
    return code;
  }
}

/** The server all journeys on the embedded database share: filling it takes longer than most of them. */
let embedded = null;

export function shared(binary) {
  embedded ??= process.env.SPORTELLO_E2E_BASE ? Promise.resolve(new Running(process.env.SPORTELLO_E2E_BASE)) : Server.start({ binary });
  return embedded;
}

export async function stopShared() {
  if (embedded) await (await embedded).stop();
  embedded = null;
}

/** A program somebody started: tried out against, and left running. */
class Running {
  constructor(base) {
    this.base = base;
  }

  async stop() {}
}
