// Builds assets/dist from src: one bundle per entry, fonts, icons, a manifest, pre-compressed copies
// and the licences of everything bundled. The same input gives the same bytes, so that a check can
// rebuild and compare (`npm run check`).
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(here, "../assets/dist");
const modules = join(here, "node_modules");

const entries = ["console.css", "console.js", "diagram.css", "diagram.js", "portal.css"];
const plain = ["icons.svg", "favicon.svg"];
const fonts = {
  "titillium-web-400.woff2": "Titillium_Web/titillium-web-v10-latin-ext_latin-regular.woff2",
  "titillium-web-600.woff2": "Titillium_Web/titillium-web-v10-latin-ext_latin-600.woff2",
  "titillium-web-700.woff2": "Titillium_Web/titillium-web-v10-latin-ext_latin-700.woff2",
  "roboto-mono-400.woff2": "Roboto_Mono/roboto-mono-v13-latin-ext_latin-regular.woff2",
};
const fontFolder = join(modules, "bootstrap-italia/dist/fonts");

const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** Files to write, by name; and the manifest, by logical name. */
const files = new Map();
const manifest = {};

/** Adds a file under a name that carries the start of its own digest. */
function add(logical, bytes) {
  const digest = sha256(bytes);
  const kind = extname(logical);
  const name = `${basename(logical, kind)}-${digest.slice(0, 12)}${kind}`;
  files.set(name, bytes);
  manifest[logical] = { file: name, sha256: digest, bytes: bytes.length };
  return name;
}

for (const [logical, source] of Object.entries(fonts)) add(logical, readFileSync(join(fontFolder, source)));
for (const logical of plain) add(logical, readFileSync(join(here, "src", logical)));

const inputs = new Set();
for (const entry of entries) {
  const result = await build({
    absWorkingDir: here,
    entryPoints: [`src/${entry}`],
    outfile: `built/${entry}`,
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: entry.endsWith(".js") ? "iife" : undefined,
    target: ["es2022", "chrome115", "firefox115", "safari16.4"],
    charset: "utf8",
    legalComments: "inline",
    external: ["*.woff2"],
    // The icon fonts of the modeller palette are embedded: they are small and used on one page.
    loader: { ".eot": "empty", ".svg": "empty", ".ttf": "empty", ".woff": "dataurl" },
    logLevel: "warning",
  });
  for (const input of Object.keys(result.metafile.inputs)) inputs.add(input);
  const [file] = result.outputFiles.filter((one) => one.path.endsWith(extname(entry)));
  let text = file.text;
  for (const font of Object.keys(fonts)) text = text.replaceAll(font, manifest[font].file);
  add(entry, Buffer.from(text, "utf8"));
}

/** Name, version, licence and licence text of one installed package. */
function notice(name) {
  const folder = join(modules, name);
  const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const licence = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file)).sort();
  const text = licence.map((file) => readFileSync(join(folder, file), "utf8").trim()).join("\n\n");
  const kind = typeof about.license === "string" ? about.license : "see below";
  return `${name} ${about.version}\nLicence: ${kind}\n\n${text || "The package carries no licence file; the field above is its declaration."}\n`;
}

const bundled = new Set();
for (const input of inputs) {
  const parts = input.split("node_modules/").pop().split("/");
  if (input.includes("node_modules/")) bundled.add(parts[0].startsWith("@") ? parts.slice(0, 2).join("/") : parts[0]);
}
const rule = `\n${"=".repeat(78)}\n\n`;
const notices = [...bundled].sort().map(notice);
for (const [font, file] of [["Titillium Web", "Titillium_Web/OFL.txt"], ["Roboto Mono", "Roboto_Mono/LICENSE.txt"]]) {
  notices.push(`${font} (font)\n\n${readFileSync(join(fontFolder, file), "utf8").trim()}\n`);
}
const preface = "The files of this folder contain, besides our own code, the works below.\n";
files.set("THIRD-PARTY.txt", Buffer.from(preface + rule + notices.join(rule), "utf8"));

const sorted = Object.fromEntries(Object.entries(manifest).sort(([a], [b]) => (a < b ? -1 : 1)));
files.set("manifest.json", Buffer.from(`${JSON.stringify(sorted, null, 2)}\n`, "utf8"));

// Compressed copies of what compresses: the fonts already are. Node writes no time into the header; the byte
// that names the operating system is fixed so that every machine writes the same file.
for (const [name, bytes] of [...files]) {
  if (/\.(css|js|svg)$/.test(name)) {
    const packed = gzipSync(bytes, { level: 9 });
    packed[9] = 255;
    files.set(`${name}.gz`, packed);
  }
}

if (process.argv.includes("--check")) {
  const found = existsSync(out) ? readdirSync(out).sort() : [];
  const wanted = [...files.keys()].sort();
  const wrong = wanted.filter((name) => !found.includes(name) || !readFileSync(join(out, name)).equals(files.get(name)));
  const extra = found.filter((name) => !files.has(name));
  if (wrong.length + extra.length > 0) {
    console.error(`assets/dist is not what web/src builds. Different or missing: ${wrong.join(", ") || "none"}. Left over: ${extra.join(", ") || "none"}. Run "npm run build" in web/ and commit the result.`);
    process.exit(1);
  }
} else {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  for (const [name, bytes] of files) writeFileSync(join(out, name), bytes);
  for (const [logical, { file, bytes }] of Object.entries(sorted)) console.log(`${logical} -> ${file} (${bytes} bytes)`);
}
