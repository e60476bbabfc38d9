// A database of its own on a PostgreSQL server.
import { execFileSync } from "node:child_process";

/** Makes an empty database on the server of this URL; `drop` removes it. */
export function freshDatabase(server) {
  const name = `sportello_e2e_${process.pid}_${Date.now()}`;
  const ask = (sql) => execFileSync("psql", [server, "--quiet", "--command", sql], { stdio: ["ignore", "ignore", "pipe"] });
  ask(`CREATE DATABASE ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.toString(), drop: () => ask(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}
