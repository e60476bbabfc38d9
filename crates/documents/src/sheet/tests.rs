use std::io::Read as _;

use super::*;

fn part(book: &[u8], name: &str) -> String {
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(book.to_vec())).unwrap();
    let mut text = String::new();
    zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn moment() -> Instant {
    "2026-03-20T08:00:00Z".parse().unwrap()
}

fn sample() -> Sheet {
    Sheet {
        name: "Pratiche: marzo/2026".to_owned(),
        columns: vec![
            Column::new("PDR", Kind::Text),
            Column::new("Importo", Kind::Money),
            Column::new("Scadenza", Kind::Date),
            Column::new("Ricevuta", Kind::Moment),
            Column::new("Consumo", Kind::Decimal(3)),
        ],
        rows: vec![vec![
            Cell::from("00881234567890"),
            Cell::from(Money::from_cents(128_450)),
            Cell::from(Date::new(2026, 3, 31).unwrap()),
            Cell::from(moment()),
            Cell::Scaled(12_345, 3),
        ]],
    }
}

#[test]
fn every_kind_of_value_reaches_its_cell() {
    let book = workbook("Pratiche", &[sample()], Lang::It, moment()).unwrap();
    let page = part(&book, "xl/worksheets/sheet1.xml");
    assert!(part(&book, "xl/sharedStrings.xml").contains("<t>00881234567890</t>"), "leading zeros lost");
    assert!(page.contains("<v>1284.5</v>"), "{page}");
    assert!(page.contains("<v>46112</v>"), "31 March 2026 is day 46112: {page}");
    assert!(page.contains("<v>46101.375</v>"), "08:00 UTC is 09:00 in Rome: {page}");
    assert!(page.contains("<v>12.345</v>"), "{page}");
    assert!(part(&book, "xl/workbook.xml").contains("name=\"Pratiche- marzo-2026\""));
}

#[test]
fn a_text_that_looks_like_a_formula_stays_text() {
    let sheet = Sheet {
        name: "x".to_owned(),
        columns: vec![Column::new("Nome", Kind::Text)],
        rows: vec![vec![Cell::from("=HYPERLINK(\"http://example.it\")")]],
    };
    let book = workbook("x", &[sheet], Lang::It, moment()).unwrap();
    assert!(!part(&book, "xl/worksheets/sheet1.xml").contains("<f>"));
    assert!(part(&book, "xl/sharedStrings.xml").contains("=HYPERLINK("));
}

#[test]
fn the_same_list_gives_the_same_bytes() {
    let make = || workbook("Pratiche", &[sample()], Lang::En, moment()).unwrap();
    assert_eq!(make(), make());
}

#[test]
fn two_sheets_of_one_name_and_names_too_long_are_told_apart() {
    let long = "Reclami scritti ricevuti nel primo trimestre";
    let mut one = sample();
    one.name = long.to_owned();
    let book = workbook("x", &[one.clone(), one], Lang::It, moment()).unwrap();
    let names = part(&book, "xl/workbook.xml");
    assert!(names.contains("name=\"Reclami scritti ricevuti nel pr\""), "{names}");
    assert!(names.contains("name=\"Reclami scritti ricevuti n (2)\""), "{names}");
}

#[test]
fn a_row_of_another_width_is_refused_with_its_number() {
    let mut sheet = sample();
    sheet.rows.push(vec![Cell::Empty]);
    let error = workbook("x", &[sheet], Lang::It, moment()).unwrap_err();
    assert!(matches!(error, SheetError::Width { row: 2, cells: 1, columns: 5, .. }), "{error}");
}
