use serde_json::json;

use super::*;
use crate::{FieldKind, Files, read, shipped};

const ENV: Env = Env::at(kernel::Instant::from_micros(1_773_800_000_000_000));

fn form(id: &str, text: &str) -> Form {
    let mut files: Files = shipped().into_iter().find(|(code, _)| *code == "VOL").unwrap().1;
    files.insert(format!("forms/{id}.toml"), text.to_owned());
    read(&files).unwrap().forms.remove(id).unwrap()
}

/// The link is asked where there is a cable, its speed where there is a link.
fn chain() -> Form {
    form(
        "chain",
        r#"
[[section]]
id = "s"
[[field]]
name = "cable"
kind = "flag"
section = "s"
[[field]]
name = "link"
kind = "flag"
section = "s"
when = "cable = true"
[[field]]
name = "speed"
kind = "integer"
section = "s"
when = "link = true"
required = true
[[field]]
name = "speed_note"
kind = "text"
section = "s"
"#,
    )
}

fn names(fields: &[&Field]) -> Vec<String> {
    fields.iter().map(|field| field.name.clone()).collect()
}

fn today() -> Date {
    Date::new(2026, 3, 18).unwrap()
}

fn posted(pairs: &[(&str, &str)]) -> BTreeMap<String, Vec<String>> {
    pairs.iter().map(|(name, text)| ((*name).to_owned(), vec![(*text).to_owned()])).collect()
}

#[test]
fn a_hidden_answer_shows_nothing_else() {
    let form = chain();
    let answers = json!({"cable": false, "link": true, "speed": 3}).as_object().unwrap().clone();
    assert_eq!(names(&form.visible(&answers, &ENV)), ["cable", "speed_note"]);
    assert_eq!(form.check(&answers, today(), &ENV), []);
}

#[test]
fn hidden_answers_are_not_taken() {
    let form = chain();
    let (taken, problems) = form.take(&posted(&[("link", "on"), ("speed", "x")]), &Map::new(), today(), &ENV);
    assert_eq!(Json::Object(taken), json!({"cable": false}));
    assert_eq!(problems, []);
}

#[test]
fn an_answer_that_could_not_be_read_is_not_called_missing_too() {
    let form = chain();
    let raw = posted(&[("cable", "on"), ("link", "on"), ("speed", "x")]);
    let (_, problems) = form.take(&raw, &Map::new(), today(), &ENV);
    let codes: Vec<(&str, &str)> = problems.iter().map(|found| (&*found.field, &*found.code)).collect();
    assert_eq!(codes, [("speed", "integer")]);
}

#[test]
fn a_problem_of_one_field_does_not_hide_that_of_another_whose_name_it_begins_with() {
    let form = chain();
    let long = "x".repeat(301);
    let raw = posted(&[("cable", "on"), ("link", "on"), ("speed_note", &long)]);
    let (_, problems) = form.take(&raw, &Map::new(), today(), &ENV);
    let codes: Vec<(&str, &str)> = problems.iter().map(|found| (&*found.field, &*found.code)).collect();
    assert_eq!(codes, [("speed_note", "too_long"), ("speed", "required")]);
    assert!(form.fields.iter().any(|field| field.kind == FieldKind::Integer));
}
