// Whether axe has looked at every page of the program.
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = join(dirname(fileURLToPath(import.meta.url)), "..");
const lines = (name) => readFileSync(join(here, name), "utf8").split("\n").map((line) => line.trim()).filter((line) => line && !line.startsWith("#"));

/** The path of the program's table that an address belongs to: the most exact one. */
function route(paths, address) {
  const parts = address.split("/");
  const fits = (path) => {
    const wanted = path.split("/");
    return wanted.length === parts.length && wanted.every((part, at) => part === parts[at] || (part.startsWith("{") && parts[at] !== ""));
  };
  return paths.filter(fits).sort((one, other) => one.split("{").length - other.split("{").length)[0];
}

/** What is wrong with the run: pages nobody looked at, exceptions that are none any more. */
export function unseen(looked) {
  const all = lines("pages.txt").map((line) => line.split(" "));
  const paths = all.map(([, path]) => path);
  const seen = new Set([...looked].map((address) => route(paths, address)));
  const pages = all.filter(([kind]) => kind === "page").map(([, path]) => path);
  const excepted = lines("pages-allow.txt");
  return [
    ...pages.filter((path) => !seen.has(path) && !excepted.includes(path)).map((path) => `axe never looked at ${path}`),
    ...excepted.filter((path) => seen.has(path)).map((path) => `axe looks at ${path}: take it from pages-allow.txt`),
    ...excepted.filter((path) => !pages.includes(path)).map((path) => `${path} is no page: take it from pages-allow.txt`),
  ];
}
