// The handbook: a chapter for each procedure, written from the journey that walks it. What a page is called, what it asks
// and which keys it has is read from the page itself, so that the handbook cannot say anything else than the program does.
import { mkdir, writeFile } from "node:fs/promises";
import { basename, join, relative } from "node:path";

/** Chapters by code, in the order they were walked. */
const chapters = new Map();

/** Words of the handbook itself. */
const WORDS = {
  it: { title: "Manuale", asks: "Che cosa si chiede", keys: "Tasti", next: "Si va avanti con", made: "Scritto dal programma stesso, mentre ogni procedura veniva provata.", steps: "passi" },
  en: { title: "Handbook", asks: "What is asked", keys: "Keys", next: "Going on with", made: "Written by the program itself while each procedure was tried out.", steps: "steps" },
};

/** What a page says about itself. Runs in the browser. */
function describe() {
  const words = (node) => (node?.innerText ?? "").replace(/\s+/g, " ").trim();
  const shown = (node) => node.checkVisibility({ visibilityProperty: true }) && !node.closest(".vh");
  const over = document.querySelector("dialog[open]");
  const place = over ?? document.querySelector("main");
  const form = place.querySelector("#p-modulo, #p-compito, form.sheet, .dialog-b") ?? place;
  const named = [...form.querySelectorAll("label, legend")].filter(shown);
  const fields = named
    .map((label) => {
      const copy = label.cloneNode(true);
      copy.querySelectorAll("input, select, textarea, .vh").forEach((inner) => inner.remove());
      return copy.textContent.replace(/\s+/g, " ").trim();
    })
    .filter((text) => text && text.length < 90);
  return {
    title: words(document.querySelector("h1")),
    heading: words(over?.querySelector("h2") ?? form.querySelector("h2")),
    lead: words(form.querySelector("h2 + p, .sheet-h p")),
    fields: [...new Set(fields)].slice(0, 24),
    button: words([...form.querySelectorAll("button.btn-1, a.btn-1")].filter(shown).pop()),
    keys: [...document.querySelectorAll(".foot .keys > span")].map(words),
    lang: document.documentElement.lang,
  };
}

/** Adds a page to a chapter. */
export async function tell(code, page, picture) {
  if (!chapters.has(code)) chapters.set(code, []);
  chapters.get(code).push({ picture, ...(await page.evaluate(describe)) });
}

const escape = (text) => text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:62rem;margin:2rem auto;padding:0 1rem;color:#17324d}
h1,h2{line-height:1.25}section{margin:2.5rem 0;border-top:1px solid #d5dde5}img{width:100%;border:1px solid #d5dde5;border-radius:4px}
kbd{border:1px solid #8292a2;border-radius:3px;padding:0 .3rem}ul{columns:2}`;

const html = (lang, title, body) =>
  `<!doctype html>\n<html lang="${lang}"><head><meta charset="utf-8"><title>${escape(title)}</title><style>${STYLE}</style></head>\n<body>\n${body}\n</body></html>\n`;

function chapter(folder, code, pages) {
  const { lang, title } = pages[0];
  const say = WORDS[lang] ?? WORDS.it;
  // A page that was looked at twice in the same state is told once.
  const told = pages.filter((page, place) => place === 0 || page.heading !== pages[place - 1].heading || page.button !== pages[place - 1].button);
  const parts = told.map((page, place) => {
    const heading = page.heading || page.title;
    const lines = [`<section><h2>${place + 1}. ${escape(heading)}</h2>`];
    if (page.lead) lines.push(`<p>${escape(page.lead)}</p>`);
    lines.push(`<img src="${relative(folder, page.picture)}" alt="${escape(`${page.title}: ${heading}`)}" loading="lazy">`);
    if (page.fields.length > 0) lines.push(`<h3>${say.asks}</h3><ul>${page.fields.map((field) => `<li>${escape(field)}</li>`).join("")}</ul>`);
    if (page.button) lines.push(`<p>${say.next} <b>${escape(page.button)}</b>.</p>`);
    if (page.keys.length > 0) lines.push(`<p>${say.keys}: ${page.keys.map(escape).join(" · ")}</p>`);
    return `${lines.join("\n")}</section>`;
  });
  return html(lang, `${code}, ${say.title}`, `<p><a href="index.html">${say.title}</a></p>\n<h1>${escape(code)}</h1>\n${parts.join("\n")}`);
}

/** Writes what was told below a folder; answers the codes of its chapters. */
export async function write(out) {
  const folder = join(out, "handbook");
  if (chapters.size === 0) return [];
  await mkdir(folder, { recursive: true });
  const items = [];
  for (const [code, pages] of [...chapters].sort(([one], [other]) => one.localeCompare(other))) {
    const file = join(folder, `${code}.html`);
    await writeFile(file, chapter(folder, code, pages));
    items.push(`<li><a href="${basename(file)}">${escape(code)}</a> (${pages.length} ${(WORDS[pages[0].lang] ?? WORDS.it).steps})</li>`);
  }
  const say = WORDS.it;
  await writeFile(join(folder, "index.html"), html("it", say.title, `<h1>${say.title}</h1><p>${say.made}</p><ul>${items.join("")}</ul>`));
  return [...chapters.keys()].sort();
}
