//! The record of what was done through a link: plain words, kept as a paper of the case.

use kernel::Lang;
use serde_json::{Map, Value as Json};

use super::state::{Known, Visitor};
use crate::Ctx;

/// What was done.
pub(super) struct Act<'a> {
    /// The name typed.
    pub name: &'a str,
    /// From where.
    pub visitor: &'a Visitor,
    /// The answers as the form read them.
    pub answers: &'a Map<String, Json>,
}

/// A paper that could be read there.
pub(super) struct Read {
    /// Its title.
    pub title: String,
    /// The SHA-256 of its bytes.
    pub sha256: [u8; 32],
}

/// The words of a record, in the customer's language.
struct Words {
    title: &'static str,
    case: &'static str,
    procedure: &'static str,
    by: &'static str,
    at: &'static str,
    address: &'static str,
    browser: &'static str,
    link: &'static str,
    last_day: &'static str,
    answers: &'static str,
    papers: &'static str,
    yes: &'static str,
    no: &'static str,
    confirmed: &'static str,
}

const IT: Words = Words {
    title: "Risposta dal collegamento personale",
    case: "Pratica",
    procedure: "Procedura",
    by: "Nome scritto da chi ha risposto",
    at: "Data e ora",
    address: "Indirizzo di rete",
    browser: "Programma di navigazione",
    link: "Collegamento",
    last_day: "Valido fino al",
    answers: "Risposte",
    papers: "Documenti messi a disposizione, con l’impronta SHA-256",
    yes: "sì",
    no: "no",
    confirmed: "Chi ha risposto ha dichiarato di aver letto i documenti e ha confermato la risposta.",
};

const EN: Words = Words {
    title: "Answer through the personal link",
    case: "Case",
    procedure: "Procedure",
    by: "Name typed by whoever answered",
    at: "Date and time",
    address: "Network address",
    browser: "Browser",
    link: "Link",
    last_day: "Valid until",
    answers: "Answers",
    papers: "Documents that could be read, with their SHA-256 digest",
    yes: "yes",
    no: "no",
    confirmed: "Whoever answered declared to have read the documents and confirmed the answer.",
};

/// Title and text of the record.
pub(super) fn record(ctx: &Ctx, known: &Known, act: &Act<'_>, papers: &[Read]) -> (String, String) {
    let words = match known.lang {
        Lang::It => &IT,
        Lang::En => &EN,
    };
    let line = |label: &str, value: &str| format!("{label}: {value}\n");
    let mut text = format!("{}\n\n", words.title);
    text.push_str(&line(words.case, &known.case.number));
    text.push_str(&line(words.procedure, &known.pack.texts.or_key(known.lang, "procedure")));
    text.push_str(&line(words.by, act.name));
    text.push_str(&line(words.at, &ctx.now().in_rome().strftime("%Y-%m-%d %H:%M:%S %:z").to_string()));
    text.push_str(&line(words.address, &act.visitor.address));
    text.push_str(&line(words.browser, &act.visitor.agent));
    text.push_str(&line(words.link, &known.link.id.to_string()));
    text.push_str(&line(words.last_day, &known.link.last_day.to_string()));
    text.push_str(&format!("\n{}\n", words.answers));
    for name in &known.link.asks {
        let Some(value) = act.answers.get(name).filter(|value| !value.is_null()) else { continue };
        let key = name.replace('_', "-");
        let label = known.pack.texts.or_key(known.lang, &format!("field-{key}"));
        text.push_str(&line(&format!("- {label}"), &shown(known, words, &key, value)));
    }
    text.push_str(&format!("\n{}\n", words.papers));
    for paper in papers {
        let digest: String = paper.sha256.iter().map(|byte| format!("{byte:02x}")).collect();
        text.push_str(&line(&format!("- {}", paper.title), &digest));
    }
    text.push_str(&format!("\n{}\n", words.confirmed));
    (format!("{} – {}", words.title, act.name), text)
}

/// An answer in words: a choice with its label, a flag as yes or no.
fn shown(known: &Known, words: &Words, key: &str, value: &Json) -> String {
    match value {
        Json::Bool(true) => words.yes.to_owned(),
        Json::Bool(false) => words.no.to_owned(),
        Json::String(code) => {
            let label = format!("choice-{key}-{}", code.replace('_', "-"));
            known.pack.texts.get(known.lang, &label, &[]).unwrap_or_else(|| code.clone())
        }
        other => other.to_string(),
    }
}
