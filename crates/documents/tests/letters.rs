//! Every letter of every pack, in both languages, with full, minimal and very long data.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly, in its helpers too")]

use std::{io::Write as _, process::Command};

use documents::{DocumentError, Pdf, Standard, Templates, render};
use kernel::{Instant, Lang};
use serde_json::{Value, json};

fn moment() -> Instant {
    "2026-03-20T08:30:00Z".parse().unwrap()
}

fn full() -> Value {
    serde_json::from_str(include_str!("full.json")).unwrap()
}

/// The full data with every text blown up: names of 200 letters, addresses without a space, e-mail addresses that never end.
fn long(value: &Value, key: &str) -> Value {
    let machine_read = ["sector", "logo", "color", "kind", "qr"].contains(&key);
    match value {
        Value::String(text) if machine_read || is_day(text) => value.clone(),
        Value::String(text) if text.contains('@') => json!(format!("{}{text}", "nomelunghissimo.".repeat(5))),
        Value::String(text) if text.contains(' ') => {
            json!(format!("{text} {}", "Associazione Irrigazione ".repeat(6)))
        }
        Value::String(text) => json!(format!("{text}{}", "X7".repeat(30))),
        Value::Array(items) => (0..3).flat_map(|_| items.iter().map(|item| long(item, key))).collect(),
        Value::Object(members) => {
            members.iter().map(|(name, item)| (name.clone(), long(item, name))).collect()
        }
        other => other.clone(),
    }
}

fn is_day(text: &str) -> bool {
    text.len() == 10 && text.parse::<kernel::Date>().is_ok()
}

fn make(template: &str, lang: Lang, data: &Value) -> Pdf {
    render(&Templates::shipped(), template, lang, data, moment(), Standard::default())
        .unwrap_or_else(|error| panic!("{template} in {}: {error}", lang.code()))
}

/// The text layer, with runs of white space as one space; none where poppler is not installed.
fn text(pdf: &Pdf) -> Option<String> {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(&pdf.bytes).unwrap();
    if !suites::has_program("the text of papers", "pdftotext") {
        return None;
    }
    let out = Command::new("pdftotext").args(["-enc", "UTF-8"]).arg(file.path()).arg("-").output().ok()?;
    let text = String::from_utf8(out.stdout).unwrap();
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn letters() -> Vec<String> {
    let names: Vec<String> = Templates::shipped().names().map(str::to_owned).collect();
    assert!(
        names.iter().any(|name| name == "VOL/contract"),
        "the letters of the packs are not shipped: {names:?}"
    );
    names
}

#[test]
fn every_letter_is_an_archive_and_accessible_pdf_with_full_minimal_and_very_long_data() {
    // Built with this variable set, the test leaves its letters in that folder, to be looked at.
    let keep = option_env!("SPORTELLO_KEEP_LETTERS");
    for name in letters() {
        for lang in Lang::ALL {
            for (kind, data) in [("full", full()), ("minimal", json!({})), ("long", long(&full(), ""))] {
                let pdf = make(&name, lang, &data);
                assert!(pdf.bytes.starts_with(b"%PDF-"), "{name}");
                assert!(!pdf.title.is_empty(), "{name} has no title");
                assert_eq!(pdf.remarks, Vec::<String>::new(), "{name} {} {kind}", lang.code());
                if let Some(folder) = keep {
                    let file = format!("{folder}/{}-{}-{kind}.pdf", name.replace('/', "-"), lang.code());
                    std::fs::write(file, &pdf.bytes).unwrap();
                }
            }
        }
    }
}

#[test]
fn the_archive_and_accessibility_claims_are_written_in_the_file() {
    let pdf = make("VOL/receipt", Lang::It, &full());
    let raw = String::from_utf8_lossy(&pdf.bytes);
    for claim in [
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
    ] {
        assert!(raw.contains(claim), "{claim} is missing");
    }
    assert!(raw.contains("/Lang") && raw.contains("/StructTreeRoot"));
}

#[test]
fn the_text_layer_holds_the_values_given() {
    let values: [(&str, Lang, &[&str]); 11] = [
        (
            "VOL/receipt",
            Lang::It,
            &[
                "VOL-2026-000123",
                "27 marzo 2026",
                "Giulia Bianchi",
                "IT001E12345678",
                "23,00 €",
                "Pagina 1 di",
            ],
        ),
        (
            "VOL/receipt",
            Lang::En,
            &["VOL-2026-000123", "27 March 2026", "Giulia Bianchi", "€23.00", "Page 1 of"],
        ),
        (
            "VOL/contract",
            Lang::It,
            &[
                "CON-2026-0456",
                "IT60X0542811101000000123456",
                "000123ESFML01XXLUCECASASERENA26A",
                "75,00 €",
                "Monofase",
                "1º aprile 2026",
            ],
        ),
        ("VOL/request", Lang::It, &["Mario Rossi", "BNCGLI85C41F257Z", "12345", "kWh", "6 kW"]),
        (
            "VOL/title-declaration",
            Lang::It,
            &["Foglio", "123", "Particella", "456", "d.P.R. 28 dicembre 2000, n. 445"],
        ),
        ("VOL/closing-notice", Lang::It, &["Mario Rossi", "31 marzo 2026", "Via Garibaldi 12"]),
        (
            "INC/receipt",
            Lang::It,
            &[
                "S3-2026-002118",
                "2025/A/048812",
                "saldata",
                "acconto",
                "184,65 €",
                "15,35 €",
                "salvo buon fine",
            ],
        ),
        ("INC/receipt", Lang::En, &["S3-2026-002118", "paid in full", "€184.65"]),
        (
            "RIS/slip",
            Lang::It,
            &[
                "<202600001234567834> 00000123+45> 000012345678< 896>",
                "3010 0000 0001 2345 19",
                "123,45 €",
                "IT60X0542811101000000123456",
                "TD 896",
            ],
        ),
        ("RIS/bill-copy", Lang::It, &["COPIA", "2026/G/004981", "142 Smc", "143,75 €", "sportello"]),
        ("papers/till-closing", Lang::It, &["S3-2026-C0031", "1.259,50 €", "−0,50 €", "DV-0912"]),
    ];
    for (name, lang, expected) in values {
        let Some(text) = text(&make(name, lang, &full())) else { return };
        for value in expected {
            assert!(text.contains(value), "{name} {}: {value:?} is not in {text}", lang.code());
        }
    }
}

#[test]
fn very_long_values_stay_between_the_margins() {
    let number = |line: &str, name: &str| -> Option<f64> {
        line.split(&format!("{name}=\"")).nth(1)?.split('"').next()?.parse().ok()
    };
    for name in letters() {
        let pdf = make(&name, Lang::It, &long(&full(), ""));
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(&pdf.bytes).unwrap();
        let Ok(out) = Command::new("pdftotext").arg("-bbox").arg(file.path()).arg("-").output() else {
            suites::not_run("the margins of papers", "pdftotext is not installed");
            return;
        };
        let words = String::from_utf8(out.stdout).unwrap();
        let mut seen = 0;
        for line in words.lines().filter(|line| line.contains("<word")) {
            let (from, to) = (number(line, "xMin").unwrap(), number(line, "xMax").unwrap());
            // A4 is 595.3 points wide; the margins are 22 and 20 mm, that is 62.4 and 56.7 points; a full stop at the end of a
            // line may hang into the margin by half its width.
            assert!(from >= 62.0 && to <= 541.0, "{name}: {line}");
            seen += 1;
        }
        assert!(seen > 100, "{name}: only {seen} words");
    }
}

#[test]
fn the_outgoing_holder_is_not_told_who_comes_after() {
    if let Some(text) = text(&make("VOL/closing-notice", Lang::It, &full())) {
        assert!(!text.contains("Giulia") && !text.contains("BNCGLI85C41F257Z"), "{text}");
    }
}

#[test]
fn the_same_input_gives_the_same_bytes_and_another_customer_another_file_identifier() {
    let first = make("VOL/contract", Lang::It, &full());
    assert_eq!(first, make("VOL/contract", Lang::It, &full()));
    let mut other = full();
    other["incoming"]["name"] = json!("Anna Verdi");
    let id = |pdf: &Pdf| {
        let raw = String::from_utf8_lossy(&pdf.bytes).into_owned();
        raw.split("<xmpMM:DocumentID>").nth(1).and_then(|rest| rest.split('<').next().map(str::to_owned))
    };
    let changed = make("VOL/contract", Lang::It, &other);
    assert!(id(&first).is_some());
    assert_ne!(id(&first), id(&changed));
}

#[test]
fn a_name_in_a_script_without_font_does_not_stop_the_letter() {
    let mut data = full();
    data["incoming"]["name"] = json!("田中\u{7} Иван\u{202e} Ελένη 😀");
    make("VOL/receipt", Lang::It, &data);
}

#[test]
fn values_of_the_wrong_kind_are_printed_or_dashed_never_an_error() {
    let data = json!({
        "utility": {"name": true, "logo": "/shared/absent.svg", "address": {"town": [1], "street": true}}, "case": {"number": 12, "promised_on": true, "received_on": "soon", "documents": "one"},
        "incoming": [], "outgoing": {"contract_end": "2026-00-31", "name": {}, "amount_due": "none"}, "supply_point": {"sector": "steam", "address": "Via Roma 1\n41033 Concordia", "code": null},
        "costs": [{"label": 1, "amount": "free"}, 7], "reading": {"registers": [{}, "x"]}, "consents": [{"given": "no"}],
        "title": {"kind": 3}, "contract": {"offer": {"prices": [null]}},
    });
    for name in letters() {
        make(&name, Lang::It, &data);
    }
}

#[test]
fn an_edited_copy_wins_by_name_and_its_fault_is_told_with_template_line_and_advice() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir_all(folder.path().join("VOL")).unwrap();
    let own =
        "#import \"/shared/paper.typ\": *\n#show: paper.with(name: \"Ricevuta della casa\")\nTesto nostro.\n";
    std::fs::write(folder.path().join("VOL/receipt.typ"), own).unwrap();
    std::fs::write(folder.path().join("VOL/request.typ"), "#set text(lang: \"it\")\nUno\n\n#vall(\"x\")\n")
        .unwrap();
    std::fs::create_dir_all(folder.path().join("shared")).unwrap();
    let picture =
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><circle cx='4' cy='4' r='4'/></svg>";
    std::fs::write(folder.path().join("shared/logo.svg"), picture).unwrap();
    let templates = Templates::with_folder(folder.path()).unwrap();
    let mut branded = full();
    branded["utility"]["logo"] = json!("/shared/logo.svg");
    let with_logo =
        render(&templates, "VOL/contract", Lang::It, &branded, moment(), Standard::default()).unwrap();
    assert!(
        String::from_utf8_lossy(&with_logo.bytes).contains("/Figure"),
        "the picture of the utility is not shown"
    );
    let pdf = render(&templates, "VOL/receipt", Lang::It, &full(), moment(), Standard::default()).unwrap();
    assert_eq!(pdf.title, "Ricevuta della casa – VOL-2026-000123");

    let error =
        render(&templates, "VOL/request", Lang::It, &full(), moment(), Standard::default()).unwrap_err();
    let DocumentError::Template { template, line, message, .. } = &error else { panic!("{error}") };
    assert_eq!((template.as_str(), *line), ("VOL/request", 4));
    assert!(message.contains("vall"), "{message}");
    assert!(error.to_string().contains("remove your edited copy"), "{error}");
}

#[test]
fn a_picture_without_alternative_text_is_refused_by_the_accessibility_rules_with_its_line() {
    let mut templates = Templates::shipped();
    templates.set(
        "X/own",
        "#set document(title: \"x\")\n#set text(lang: \"it\")\n\n#image(\"/codes/case.svg\")\n",
    );
    let error = render(&templates, "X/own", Lang::It, &full(), moment(), Standard::default()).unwrap_err();
    assert!(matches!(&error, DocumentError::Standard { line: 4, .. }), "{error}");
    render(&templates, "X/own", Lang::It, &full(), moment(), Standard::Plain).unwrap();
}

#[test]
fn an_unknown_template_is_refused_with_the_names_there_are() {
    for name in ["VOL/nothing", "../../etc/passwd", ""] {
        let error = render(&Templates::shipped(), name, Lang::It, &json!({}), moment(), Standard::default())
            .unwrap_err();
        assert!(matches!(error, DocumentError::UnknownTemplate { .. }), "{error}");
        assert!(error.to_string().contains("VOL/contract"), "{error}");
    }
}
