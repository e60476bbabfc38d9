//! Answers that are lists and answers that are worked out: groups asked as often as needed, lines of a price list,
//! several bills, totals.
#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

mod small_pack;

use std::collections::BTreeMap;

use feel::Env;
use kernel::Instant;
use procedures::{Form, Problem, prove, read};
use serde_json::{Map, Value as Json, json};

/// 18 March 2026, 9:30 in Rome.
const ENV: Env = Env::at(Instant::from_micros(1_773_822_600_000_000));

const HEIRS: &str = r#"
[[section]]
id = "s"

[[field]]
name = "divided"
kind = "flag"
section = "s"

[[field]]
name = "heirs"
kind = "group"
section = "s"
required = true
least = 1
most = 3

  [[field.field]]
  name = "name"
  kind = "text"
  required = true

  [[field.field]]
  name = "share"
  kind = "integer"
  when = "divided = true"
  required = true
  check = "value > 0 and value <= 100"

  [[field.field]]
  name = "left"
  kind = "integer"
  compute = "if share = null then null else 100 - share"

[[field]]
name = "shared"
kind = "integer"
section = "s"
compute = "if divided = true then sum(for heir in heirs return heir.share) else null"
"#;

fn form(toml: &str) -> Form {
    let mut files = small_pack::files();
    files.insert("forms/tried.toml".to_owned(), toml.to_owned());
    let pack = read(&files).unwrap_or_else(|defects| panic!("{defects:?}"));
    pack.form("tried").unwrap().clone()
}

fn take(form: &Form, pairs: &[(&str, &str)]) -> (Map<String, Json>, Vec<Problem>) {
    let mut raw: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, value) in pairs {
        raw.entry((*name).to_owned()).or_default().push((*value).to_owned());
    }
    form.take(&raw, &Map::new(), ENV.now.date(), &ENV)
}

fn codes(problems: &[Problem]) -> Vec<(&str, &str)> {
    problems.iter().map(|problem| (problem.field.as_str(), problem.code.as_str())).collect()
}

#[test]
fn rows_left_blank_are_not_there_and_the_others_close_up() {
    let (taken, problems) = take(
        &form(HEIRS),
        &[("heirs.0.name", ""), ("heirs.2.name", "Anna"), ("heirs.5.name", "Ugo"), ("heirs.5.share", "")],
    );
    assert_eq!(codes(&problems), []);
    assert_eq!(taken["heirs"], json!([{"name": "Anna"}, {"name": "Ugo"}]));
}

#[test]
fn each_row_is_checked_by_its_own_answers_and_those_of_the_form() {
    let (_, problems) = take(
        &form(HEIRS),
        &[("divided", "true"), ("heirs.0.name", "Anna"), ("heirs.0.share", "120"), ("heirs.1.share", "30")],
    );
    assert_eq!(codes(&problems), [("heirs.0.share", "field_check"), ("heirs.1.name", "required")]);
    let (_, problems) = take(&form(HEIRS), &[("divided", "true"), ("heirs.0.name", "Anna")]);
    assert_eq!(codes(&problems), [("heirs.0.share", "required")]);
}

#[test]
fn what_a_row_does_not_ask_is_not_kept() {
    let (taken, problems) = take(&form(HEIRS), &[("heirs.0.name", "Anna"), ("heirs.0.share", "50")]);
    assert_eq!(codes(&problems), []);
    assert_eq!(taken["heirs"], json!([{"name": "Anna", "left": 50}]));
}

#[test]
fn a_value_that_cannot_be_read_is_told_at_its_row() {
    let (taken, problems) =
        take(&form(HEIRS), &[("divided", "true"), ("heirs.4.name", "Anna"), ("heirs.4.share", "half")]);
    assert_eq!(codes(&problems), [("heirs.4.share", "integer")]);
    assert!(!taken.contains_key("heirs"));
}

#[test]
fn too_few_and_too_many_rows_are_told() {
    let form = form(HEIRS);
    let (_, problems) = take(&form, &[]);
    assert_eq!(codes(&problems), [("heirs", "required")]);
    let names: Vec<String> = (0..4).map(|row| format!("heirs.{row}.name")).collect();
    let posted: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "X")).collect();
    let (_, problems) = take(&form, &posted);
    assert_eq!(codes(&problems), [("heirs", "rows_many")]);
}

#[test]
fn computed_answers_are_kept_and_cannot_be_typed() {
    let (taken, problems) = take(
        &form(HEIRS),
        &[
            ("divided", "true"),
            ("heirs.0.name", "Anna"),
            ("heirs.0.share", "60"),
            ("heirs.0.left", "99"),
            ("heirs.1.name", "Ugo"),
            ("heirs.1.share", "40"),
            ("shared", "7"),
        ],
    );
    assert_eq!(codes(&problems), []);
    assert_eq!(taken["shared"], json!(100));
    assert_eq!(taken["heirs"][0]["left"], json!(40));
}

#[test]
fn a_worked_out_amount_is_whole_cents_with_halves_away_from_zero() {
    let form = form(
        "[[field]]\nname = \"net\"\nkind = \"money\"\n[[field]]\nname = \"tax\"\nkind = \"money\"\ncompute = \"net * 0.05\"\n",
    );
    for (net, tax) in [("0,10", 1), ("0,30", 2), ("12,50", 63), ("-0,10", -1)] {
        let (taken, problems) = take(&form, &[("net", net)]);
        assert_eq!(codes(&problems), []);
        assert_eq!(taken["tax"], json!(tax), "{net}");
    }
}

#[test]
fn lines_of_a_price_list_need_a_code_and_a_quantity() {
    let form = form("[[field]]\nname = \"lines\"\nkind = \"price_lines\"\n");
    let (taken, problems) = take(
        &form,
        &[
            ("lines.0.code", "DIG"),
            ("lines.0.quantity", "3,5"),
            ("lines.1.code", ""),
            ("lines.1.quantity", ""),
            ("lines.2.code", "FREE"),
            ("lines.2.quantity", "1"),
            ("lines.2.price", "120,00"),
        ],
    );
    assert_eq!(codes(&problems), []);
    assert_eq!(taken["lines"][1], json!({"code": "FREE", "quantity": 1.000, "price_cents": 12000}));
    let (_, problems) = take(
        &form,
        &[
            ("lines.0.quantity", "2"),
            ("lines.1.code", "DIG"),
            ("lines.2.code", "DIG"),
            ("lines.2.quantity", "x"),
        ],
    );
    assert_eq!(
        codes(&problems),
        [("lines.0.code", "required"), ("lines.1.quantity", "required"), ("lines.2.quantity", "number")]
    );
    let (_, problems) = take(&form, &[("lines.0.code", "DIG"), ("lines.0.quantity", "0")]);
    assert_eq!(codes(&problems), [("lines.0.quantity", "quantity_none")]);
}

#[test]
fn several_bills_are_a_list() {
    let form = form("[[field]]\nname = \"bills\"\nkind = \"bills\"\nrequired = true\n");
    let (taken, problems) = take(&form, &[("bills", ""), ("bills", "b1"), ("bills", "b2")]);
    assert_eq!((codes(&problems), &taken["bills"]), (vec![], &json!(["b1", "b2"])));
    let (_, problems) = take(&form, &[("bills", "")]);
    assert_eq!(codes(&problems), [("bills", "required")]);
}

#[test]
fn a_group_without_fields_and_a_computed_question_are_defects() {
    let catalogue =
        procedures::Catalogue { operations: vec![], roles: vec![], standards: vec![], facts: vec![] };
    for (toml, told) in [
        ("[[field]]\nname = \"g\"\nkind = \"group\"\n", "a group has fields of its own"),
        (
            "[[field]]\nname = \"g\"\nkind = \"integer\"\nrequired = true\ncompute = \"1\"\n",
            "what is worked out can neither",
        ),
        (
            "[[field]]\nname = \"g\"\nkind = \"group\"\nleast = 3\nmost = 2\n[[field.field]]\nname = \"a\"\nkind = \"text\"\n",
            "the fewest rows are more than the most",
        ),
        (
            "[[field]]\nname = \"g\"\nkind = \"group\"\n[[field.field]]\nname = \"a\"\nkind = \"text\"\nwhen = \"1 + true = 2\"\n",
            "",
        ),
    ] {
        let mut files = small_pack::files();
        files.insert("forms/tried.toml".to_owned(), toml.to_owned());
        let defects = prove(&read(&files).unwrap(), &catalogue);
        assert!(
            defects.iter().any(|defect| defect.file == "forms/tried.toml" && defect.message.contains(told)),
            "{toml}: {defects:?}"
        );
    }
}
