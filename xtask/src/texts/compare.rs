//! The languages against each other, and the names that functions would get.

use std::collections::{BTreeMap, BTreeSet};

use super::catalogue::{Catalogue, Said};

/// More arguments than this make a sentence nobody can translate.
const MOST_ARGUMENTS: usize = 6;

/// Names that [`Texts`] already has for formats and for itself.
const TAKEN: [&str; 25] = [
    "of",
    "plain",
    "lang",
    "say",
    "render",
    "text",
    "number",
    "decimal",
    "money",
    "quantity",
    "quantity_decimal",
    "percent",
    "date",
    "date_near",
    "date_long",
    "date_paper",
    "month",
    "weekday",
    "time",
    "moment",
    "moment_near",
    "band",
    "band_long",
    "span",
    "span_long",
];

/// Reports what `other` lacks, has in excess or says with different arguments.
pub fn languages(reference: &Catalogue, other: &Catalogue, problems: &mut Vec<String>) {
    let theirs: BTreeMap<&str, &Said> = other.messages.iter().map(|said| (said.key.as_str(), said)).collect();
    let ours: BTreeSet<&str> = reference.messages.iter().map(|said| said.key.as_str()).collect();
    for said in &reference.messages {
        let place = format!("texts/{}/{}.ftl", other.lang, said.area);
        let Some(twin) = theirs.get(said.key.as_str()) else {
            problems.push(format!("{place}: {} is missing", said.key));
            continue;
        };
        if twin.area != said.area {
            problems.push(format!("{place}: {} stands in {}.ftl", said.key, twin.area));
        }
        let (left, right) = (argument_names(said), argument_names(twin));
        if left != right {
            problems.push(format!(
                "{place}: {} has the arguments ({}), {} has ({})",
                said.key,
                right.into_iter().collect::<Vec<_>>().join(", "),
                reference.lang,
                left.into_iter().collect::<Vec<_>>().join(", "),
            ));
        }
    }
    for said in other.messages.iter().filter(|said| !ours.contains(said.key.as_str())) {
        problems.push(format!(
            "texts/{}/{}.ftl: {} is not in {}",
            other.lang, said.area, said.key, reference.lang
        ));
    }
    for (left, right) in [(reference, other), (other, reference)] {
        for term in left.terms.keys().filter(|term| !right.terms.contains_key(*term)) {
            problems.push(format!("texts/{}: the term -{term} is missing", right.lang));
        }
    }
}

fn argument_names(said: &Said) -> BTreeSet<&str> {
    said.args.iter().map(|arg| arg.name.as_str()).collect()
}

/// The reference's messages; an argument is a number when any language counts with it.
pub fn joined(reference: &Catalogue, others: &[Catalogue]) -> Vec<Said> {
    let mut messages = reference.messages.clone();
    for said in &mut messages {
        for twin in others.iter().flat_map(|other| &other.messages).filter(|twin| twin.key == said.key) {
            for arg in &mut said.args {
                arg.counted |= twin.args.iter().any(|theirs| theirs.name == arg.name && theirs.counted);
            }
        }
    }
    messages
}

/// The name of the function that says a key.
pub fn function_name(key: &str) -> String {
    key.replace(['-', '.'], "_")
}

/// Reports keys whose function could not be written.
pub fn names(messages: &[Said], problems: &mut Vec<String>) {
    let mut seen: BTreeMap<String, &str> = BTreeMap::new();
    for said in messages {
        let place = format!("texts/it/{}.ftl: {}", said.area, said.key);
        let name = function_name(&said.key);
        if TAKEN.contains(&name.as_str()) || is_keyword(&name) {
            problems.push(format!("{place}: the name {name} is taken; begin the key with its area"));
        }
        for word in std::iter::once(&name).chain(said.args.iter().map(|arg| &arg.name)) {
            if word.chars().any(|c| c.is_ascii_uppercase()) {
                problems.push(format!("{place}: {word} has capital letters; use small letters and dashes"));
            }
        }
        if said.args.len() > MOST_ARGUMENTS {
            problems.push(format!("{place}: more than {MOST_ARGUMENTS} arguments; split the sentence"));
        }
        if let Some(other) = seen.insert(name, &said.key) {
            problems.push(format!("{place}: gives the same function name as {other}"));
        }
    }
}

/// The words Rust keeps for itself.
pub fn is_keyword(word: &str) -> bool {
    const WORDS: [&str; 51] = [
        "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do",
        "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
        "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "self",
        "static", "struct", "super", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
        "virtual", "where", "while", "yield",
    ];
    WORDS.contains(&word)
}
