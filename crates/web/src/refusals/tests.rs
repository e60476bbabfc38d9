//! Every refusal that operations can give has its sentence in both languages.

use std::{collections::BTreeSet, path::Path};

use kernel::Lang;

use super::{Texts, known, missing};

fn sources(folder: &Path, found: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push_str(&std::fs::read_to_string(path).unwrap());
        }
    }
}

/// The words in quotes that follow a mark in the sources of a crate.
fn words_after(text: &str, mark: &str) -> BTreeSet<String> {
    let after = text.split(mark).skip(1).filter_map(|rest| rest.trim_start().strip_prefix('"'));
    after.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

fn code_of(crate_name: &str) -> String {
    let mut text = String::new();
    sources(&Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/..")).join(crate_name).join("src"), &mut text);
    text
}

#[test]
fn every_refusal_of_an_operation_has_its_sentence() {
    let app = code_of("app");
    let mut codes = words_after(&app, "Error::refused(");
    codes.extend(words_after(&app, "Error::refused_with("));
    assert!(codes.len() > 10, "the sources were not found: {codes:?}");
    // The refusals of a case are an enum that writes its codes itself.
    let cases = code_of("domain");
    let written = cases.split("impl CaseRefusal").nth(1).and_then(|rest| rest.split("\n}\n").next()).unwrap();
    codes.extend(words_after(written, "=>"));
    let without: Vec<_> = Lang::ALL
        .into_iter()
        .flat_map(|lang| codes.iter().filter(move |code| known(Texts::of(lang), code, &[]).is_none()))
        .collect();
    assert!(
        without.is_empty(),
        "no sentence in texts/*/refusals.ftl and crates/web/src/refusals.rs for {without:?}"
    );
}

#[test]
fn every_kind_of_missing_thing_has_its_sentence() {
    let app = code_of("app");
    let mut kinds = words_after(&app, "NotFound { kind:");
    // `found(lookup, "case")`: the last argument of the call, before its end.
    let calls = app.split("found(").skip(1).filter_map(|rest| rest.split([';', '}']).next());
    kinds.extend(calls.filter_map(|call| Some(call.split(", \"").nth(1)?.split('"').next()?.to_owned())));
    assert!(kinds.contains("case") || kinds.contains("document"), "the sources were not found: {kinds:?}");
    for kind in kinds {
        assert!(!missing(Texts::of(Lang::It), &kind).is_empty(), "no sentence for a missing {kind}");
    }
}

#[test]
fn an_unknown_code_is_named() {
    let said = super::sentence(Texts::of(Lang::En), "never_heard_of", &[]);
    assert!(said.contains("never_heard_of"), "{said}");
}
