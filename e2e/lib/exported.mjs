// The export a utility is set up from: the one that lies beside the project, else one that the program invents.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

/** The folder of the export, and whether it is the one beside the project. */
export function exported(binary, folder) {
  const beside = join(process.env.SPORTELLO_TEST_SHARED ?? resolve(here, "../../../shared"), "data/billing-export");
  if (existsSync(beside)) return { folder: beside, invented: false };
  const out = join(folder, "export");
  execFileSync(resolve(binary), ["demo", "generate", "--customers", "300", "--seed", "11", "--out", out], { stdio: "ignore" });
  return { folder: out, invented: true };
}

/** The rows of a file as objects; the files are Windows-1252 with semicolons, and what is read here has no quoted cell. */
function rows(folder, name) {
  const text = new TextDecoder("windows-1252").decode(readFileSync(join(folder, name)));
  const [head, ...lines] = text.split(/\r?\n/).filter((line) => line !== "" && !line.includes('"'));
  const names = head.split(";");
  return lines.map((line, place) => ({ row: place + 1, ...Object.fromEntries(line.split(";").map((cell, at) => [names[at], cell])) }));
}

/** Electricity supplies of 3 kW with a living contract and a meter, each with its holder: what can be taken over. */
export function supplies(folder) {
  const people = new Map(rows(folder, "clienti.csv").filter((one) => one.Tipo === "Persona" && one.Codice_Fiscale.length === 16)
    .map((one) => [one.Nr_Cliente, one]));
  const contracts = new Map();
  for (const one of rows(folder, "contratti.csv")) {
    if (one.Stato === "Attivo" && one.Data_Fine === "" && people.has(one.Nr_Cliente)) contracts.set(one.Codice_Punto, one);
  }
  const metered = new Set(rows(folder, "misuratori.csv").filter((one) => one.Data_Rimozione === "").map((one) => one.Codice_Punto));
  const seen = new Map();
  const points = rows(folder, "punti_fornitura.csv");
  for (const point of points) seen.set(point.Codice_Punto, (seen.get(point.Codice_Punto) ?? 0) + 1);
  return points
    .filter((one) => /^IT\d{3}E\d{8}$/.test(one.Codice_Punto) && seen.get(one.Codice_Punto) === 1 && one.Stato === "Attivo")
    .filter((one) => one.Potenza_kW === "3,0" && one.Fasi === "1" && metered.has(one.Codice_Punto) && contracts.has(one.Codice_Punto))
    .map((one) => ({ code: one.Codice_Punto, holder: people.get(contracts.get(one.Codice_Punto).Nr_Cliente) }));
}
