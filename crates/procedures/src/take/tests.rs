use serde_json::json;

use super::*;

fn field(kind: FieldKind) -> Field {
    Field {
        name: "f".to_owned(),
        kind,
        section: String::new(),
        required: false,
        required_when: None,
        when: None,
        choices: Vec::new(),
        default: None,
        check: None,
        width: 12,
        unit: None,
        compute: None,
        fields: Vec::new(),
        times: crate::Times { least: 0, most: 1 },
    }
}

fn today() -> Date {
    Date::new(2026, 3, 18).unwrap()
}

fn posted(name: &str, text: &str) -> BTreeMap<String, Vec<String>> {
    BTreeMap::from([(name.to_owned(), vec![text.to_owned()])])
}

/// What a text becomes, or the code of its problem.
fn taken(kind: FieldKind, text: &str) -> Result<Json, String> {
    read(&field(kind), &posted("f", text), today())
        .map(Option::unwrap_or_default)
        .map_err(|problems| problems.into_iter().map(|problem| problem.code).collect::<Vec<_>>().join(" "))
}

#[test]
fn what_is_typed_becomes_what_is_stored() {
    use FieldKind::{Date, Decimal, Iban, Integer, Money, Phone, Power, Sex, TaxCode, Text, VatNumber};
    for (kind, text, stored) in [
        (Date, "18/3", json!("2026-03-18")),
        (Date, "18.3.26", json!("2026-03-18")),
        (Date, " Ieri ", json!("2026-03-17")),
        (Date, "2026-03-01", json!("2026-03-01")),
        (Integer, "8.431", json!(8431)),
        (Integer, "8 431", json!(8431)),
        (Integer, "-5", json!(-5)),
        (Decimal, "1.284,5", json!(1284.5)),
        (Decimal, "4,5", json!(4.5)),
        (Power, "4,5 kW", json!(4500)),
        (Power, "4.5", json!(4500)),
        (Money, "1.284,50 €", json!(128_450)),
        (TaxCode, "rss mra 85t10 a562 s", json!("RSSMRA85T10A562S")),
        (VatNumber, "0074 3110 157", json!("00743110157")),
        (Iban, "it60 x054 2811 1010 0000 0123 456", json!("IT60X0542811101000000123456")),
        (Phone, " 055 123456 ", json!("055 123456")),
        (Sex, "F", json!("F")),
        (Text, "a\0b\tc", json!("ab c")),
    ] {
        assert_eq!(taken(kind, text), Ok(stored), "{kind:?} {text:?}");
    }
}

#[test]
fn what_cannot_be_taken_has_the_code_of_its_sentence() {
    use FieldKind::{
        Date, Decimal, Email, Iban, Integer, Money, Phone, Power, Sex, TaxCode, Text, VatNumber,
    };
    let long = "x".repeat(LINE + 1);
    for (kind, text, code) in [
        (Date, "31/2", "date_form"),
        (Date, "0001-01-01", "date_form"),
        (Date, "2026-03-18T10:00", "date_form"),
        (Integer, "3.5", "integer"),
        (Integer, "84.31", "integer"),
        (Integer, "99999999999999999999", "integer"),
        (Decimal, "1,2,3", "number"),
        (Decimal, "-1", "number"),
        (Power, "tre", "number"),
        (Money, "12,345", "money"),
        (TaxCode, "RSSMRA85T10A562", "tax_code_length"),
        (TaxCode, "RSSMRA85T10A562à", "tax_code_character"),
        (TaxCode, "RSSMRA85T10A562T", "tax_code_check_character"),
        (TaxCode, "RSSMRA85T99A562S", "tax_code_date"),
        (VatNumber, "0074311015", "vat_length"),
        (VatNumber, "0074311015X", "vat_character"),
        (VatNumber, "00743110158", "vat_check_digit"),
        (Iban, "1160X0542811101000000123456", "iban_country"),
        (Iban, "IT60X05428111010000001234", "iban_length"),
        (Iban, "IT61X0542811101000000123456", "iban_check"),
        (Email, "name@example", "email"),
        (Email, "a b@example.org", "email"),
        (Phone, "12345", "phone"),
        (Sex, "f", "choice_unknown"),
        (Text, long.as_str(), "too_long"),
    ] {
        assert_eq!(taken(kind, text), Err(code.to_owned()), "{kind:?} {text:?}");
    }
}

#[test]
fn every_code_has_a_sentence() {
    let sentences = include_str!("../../../../texts/it/findings.ftl");
    for code in [
        "required",
        "date_form",
        "integer",
        "number",
        "money",
        "tax_code_length",
        "tax_code_character",
        "tax_code_check_character",
        "tax_code_date",
        "vat_length",
        "vat_character",
        "vat_check_digit",
        "iban_country",
        "iban_length",
        "iban_check",
        "email",
        "phone",
        "choice_unknown",
        "too_long",
        "postcode",
        "province",
        "reading_negative",
        "field_check",
    ] {
        let key = format!("\nfindings-{} =", code.replace('_', "-"));
        assert!(sentences.contains(&key), "{code}");
    }
}

#[test]
fn a_reading_is_a_whole_number_that_is_not_negative() {
    let of = |text: &str| {
        read(&field(FieldKind::Readings), &posted("f.F1", text), today())
            .map_err(|problems| (problems[0].field.clone(), problems[0].code.clone()))
    };
    assert_eq!(of("8.431"), Ok(Some(json!({"F1": 8431}))));
    assert_eq!(of("3.5"), Err(("f.F1".to_owned(), "integer".to_owned())));
    assert_eq!(of("-5"), Err(("f.F1".to_owned(), "reading_negative".to_owned())));
    assert_eq!(of(""), Ok(None));
}

#[test]
fn an_italian_address_has_five_digits_and_two_letters() {
    let of = |parts: &Json| {
        check(&field(FieldKind::Address), parts, today()).map(|found| (found.field, found.code))
    };
    let problem = |field: &str, code: &str| Some((field.to_owned(), code.to_owned()));
    for (parts, found) in [
        (json!({"street": "Via Roma", "municipality": "Prato", "postcode": "59100", "province": "PO"}), None),
        (json!({"street": "Via Roma", "municipality": " "}), problem("f.municipality", "required")),
        (json!({"street": "a", "municipality": "b", "postcode": "5910"}), problem("f.postcode", "postcode")),
        (json!({"street": "a", "municipality": "b", "province": "Prato"}), problem("f.province", "province")),
        (json!({"street": "a", "municipality": "b", "postcode": "SW1A 1AA", "country": "GB"}), None),
    ] {
        assert_eq!(of(&parts), found, "{parts}");
    }
}

#[test]
fn stored_answers_are_of_their_type() {
    for (kind, value, code) in [
        (FieldKind::Flag, json!("true"), Some("wrong_type")),
        (FieldKind::Date, json!("18/03/2026"), Some("date_form")),
        (FieldKind::Date, json!("2026-03-18"), None),
        (FieldKind::Readings, json!({"F1": -1}), Some("reading_negative")),
        (FieldKind::Text, json!("a\0b"), Some("wrong_type")),
        (FieldKind::Money, json!(1.5), Some("wrong_type")),
        (FieldKind::Party, json!("01J"), None),
    ] {
        let found = check(&field(kind), &value, today()).map(|problem| problem.code);
        assert_eq!(found.as_deref(), code, "{kind:?} {value}");
    }
}
