//! An invented export with every reason at least once, and files that are not what their names say.

use std::collections::BTreeSet;

use domain::import::{FileReport, Finding, Holder, Outcome, PointCode, Reason, Row, Table};
use kernel::{Date, Lang, Money};
use proptest::prelude::*;

use super::super::{FormatError, Found, Profile, ProfileError, Reader};
use super::files::{Export, encoded};
use super::rows::{TODAY, report};

fn reader(export: &Export) -> Reader {
    Reader::open(export.path(), &Profile::nav_it().unwrap()).unwrap()
}

fn file(export: &Export, name: &str) -> FileReport {
    report(export.path()).unwrap().files.into_iter().find(|(file, _)| file == name).unwrap().1
}

fn records<T>(rows: impl Iterator<Item = Result<Row<T>, FormatError>>) -> Vec<T> {
    rows.map(|row| match row.unwrap().outcome {
        Outcome::Accepted(record) => record,
        Outcome::Refused(refusals) => panic!("{refusals:?}"),
    })
    .collect()
}

/// A file, a row added at its end, the reasons it is refused for and what it is warned about.
type Case = (&'static str, &'static str, &'static [Reason], &'static [Reason]);

const CASES: &[Case] = &[
    (
        "clienti.csv",
        "K3;Persona;Rossi;Mario;;RSSMRA80A;;01/01/1980;;M;IT;;;;;V;1;;M;;;",
        &[Reason::TaxCodeLength],
        &[],
    ),
    (
        "clienti.csv",
        "K3;Persona;Rossi;Mario;;RSSMRA80A01H501A;;31/02/1970;;M;IT;mario at example.it;;;;V;1;;M;;;",
        &[Reason::BirthDate, Reason::TaxCodeCheckCharacter],
        &[Reason::Email],
    ),
    (
        "clienti.csv",
        "K3;Persona;Rossi;Mario;;RSSMRA80A32H501C;;;;M;IT;;;;;V;1;;M;;;",
        &[Reason::TaxCodeFormat],
        &[],
    ),
    (
        "clienti.csv",
        "K3;Azienda;;;B;01234560158;01234560158;;;;IT;;;;;V;1;;M;;;",
        &[Reason::VatNumberCheckDigit],
        &[],
    ),
    ("clienti.csv", "K3;Azienda;;;B;;0123456015;;;;IT;;;;;V;1;;M;;;", &[Reason::VatNumberFormat], &[]),
    ("clienti.csv", "K3;Azienda;;;B;;01234567897;;;;IT;;;;;V;1;;M;;;", &[Reason::VatNumberOffice], &[]),
    (
        "clienti.csv",
        "k1;Persona;Rossi;Mario;;RSSMRA80A01H501U;;;;M;IT;;;;;V;1;;M;;;",
        &[Reason::DuplicateRow],
        &[],
    ),
    ("clienti.csv", "K3;Persona;Rossi;Mario;;;;;;M;IT;;;;;V;1;;M;;;", &[], &[Reason::TaxCodeMissing]),
    (
        "clienti.csv",
        "K3;Persona;Bianchi;Anna;;RSSMRA80A01H501U;;02/01/1980;;F;IT;;x;;;V;1;;M;;;",
        &[],
        &[Reason::TaxCodeDiffersFromName, Reason::TaxCodeDiffersFromBirth, Reason::Email],
    ),
    ("clienti.csv", "K3;Ditta;;;B;;;;;;IT;;;;;V;1;;M;;;", &[Reason::UnknownValue], &[Reason::TaxCodeMissing]),
    ("clienti.csv", ";Azienda;;;B;;01234560157;;;;IT;;;;;V;1;;M;;;", &[Reason::MissingField], &[]),
    ("clienti.csv", "K3;Azienda;troppo;corta", &[Reason::Columns], &[]),
    ("clienti.csv", "K3;\"Azienda;;;B;;01234560157;;;;IT;;;;;V;1;;M;;;", &[Reason::Columns], &[]),
    ("clienti.csv", "K3;Azienda;;;B\u{1};;01234560157;;;;IT;;;;;V;1;;M;;;", &[Reason::Characters], &[]),
    ("punti_fornitura.csv", "IT001E1234567;Energia;V;1;;;M;;;Attivo;;;;;;;;;;;;", &[Reason::PodFormat], &[]),
    ("punti_fornitura.csv", "0088;Gas;V;1;;;M;;;Attivo;;;;;;;;;;;;", &[Reason::PdrFormat], &[]),
    ("punti_fornitura.csv", "0803;Acqua;V;1;;;M;;;Attivo;;;;;;;;;;;;", &[Reason::WaterPointFormat], &[]),
    ("punti_fornitura.csv", "GPL2;GPL;V;1;;;M;;;Attivo;;;molta;;;;;;;;;", &[Reason::Quantity], &[]),
    ("misuratori.csv", "M3;IT999E12345678;Contatore;T;5;01/12/2012;;1", &[Reason::UnknownSupplyPoint], &[]),
    ("misuratori.csv", "M3;GPL1;Contatore;T;5;2012-12-01;;1", &[Reason::Date], &[]),
    (
        "contratti.csv",
        "T3;K9;GPL9;;21/06/2011;;Attivo;SDD;Posta;;S;;",
        &[Reason::UnknownCustomer, Reason::UnknownSupplyPoint],
        &[],
    ),
    ("letture.csv", "0803602200000001;M1;T;30/02/2025;1;Stimata", &[Reason::ReadingDate], &[]),
    ("letture.csv", "0803602200000001;M9;T;28/02/2025;1;Stimata", &[Reason::UnknownMeter], &[]),
    (
        "letture.csv",
        "9;M9;T;30/02/2025;-1;Stimata",
        &[Reason::ReadingDate, Reason::Quantity, Reason::UnknownSupplyPoint],
        &[],
    ),
    ("letture.csv", "0803602200000001;M1;T;20/11/2024;7;Stimata", &[Reason::DuplicateRow], &[]),
    ("fatture.csv", "2025/3;T1;16/02/2025;08/03/2025;Periodica;12,3x;0;;;", &[Reason::Amount], &[]),
    ("fatture.csv", "2025/3;T9;16/02/2025;08/03/2025;Periodica;12,30;0;;;", &[Reason::UnknownContract], &[]),
    ("pagamenti.csv", "P2;2025/9;06/03/2025;1,00;SDD;", &[Reason::UnknownInvoice], &[]),
    ("pagamenti.csv", "P2;2025/1;21/11/2026;1,00;SDD;", &[Reason::PaymentDate], &[]),
    ("pagamenti.csv", "P2;2025/1;31/02/2026;1,00;SDD;", &[Reason::Date], &[]),
    ("pagamenti.csv", "P2;2025/1;06/03/2025;90.000.000.000.000.000,00;SDD;", &[Reason::Amount], &[]),
    ("pagamenti.csv", "P2;2025/1;06/03/2025;1.000.000.000,01;SDD;", &[Reason::Amount], &[]),
    (
        "fatture.csv",
        "2025/3;T1;16/02/2025;08/03/2025;Periodica;-1.000.000.000,01;0;;;",
        &[Reason::Amount],
        &[],
    ),
    (
        "fatture.csv",
        "2025/3;T1;16/02/2025;08/03/2025;Periodica;12,30;1.000.000.000,001;;;",
        &[Reason::Quantity],
        &[],
    ),
    ("letture.csv", "0803602200000001;M1;T;21/11/2026;1400;Stimata", &[Reason::ReadingDate], &[]),
    ("letture.csv", "0803602200000001;M1;T;20/03/2025;1.000.000.000.000;Stimata", &[Reason::Quantity], &[]),
    ("clienti.csv", "K3;Azienda;;;B;01234560157;01234560157;;;;IT;;;;;V;1;;M;;;21/11/2026", &[], &[]),
    (
        "clienti.csv",
        "K3;Persona;Rossi;Mario;;;;21/11/2026;;M;IT;;;;;V;1;;M;;;",
        &[Reason::BirthDate],
        &[Reason::TaxCodeMissing],
    ),
    (
        "mandati_sdd.csv",
        "SDD-2;T1;IT60X0542811101000000123457;M R;;21/06/2011;CORE;Attivo",
        &[Reason::IbanCheck],
        &[],
    ),
    (
        "mandati_sdd.csv",
        "/2;T1;DE89370400440532013000;M R;;21/06/2011;CORE;Attivo",
        &[Reason::MandateReference],
        &[],
    ),
];

#[test]
fn a_broken_row_is_refused_for_each_of_its_reasons_and_stops_no_other() {
    for (name, row, refused, warned) in CASES {
        let before = file(&Export::sound(), name);
        assert_eq!((before.refused.len(), before.warned.len()), (0, 0), "{name}: {before:?}");
        // A sound row follows the broken one: it must still be read.
        let last = Export::text(name).trim_end().rsplit("\r\n").next().unwrap();
        let found = file(&Export::sound().with(name, row).with(name, last), name);
        let of_row = |entries: &[domain::import::Refusal]| -> Vec<Reason> {
            entries.iter().filter(|entry| entry.row == before.rows + 1).map(|entry| entry.reason).collect()
        };
        assert_eq!(of_row(&found.refused), *refused, "{row}");
        assert_eq!(of_row(&found.warned), *warned, "{row}");
        assert_eq!(
            (found.rows, found.accepted),
            (before.rows + 2, before.rows + u64::from(refused.is_empty())),
            "{row}"
        );
        assert_eq!(found.refused.last().map(|entry| entry.reason), Some(Reason::DuplicateRow), "{row}");
        for entry in found.refused.iter().chain(&found.warned) {
            assert!(!entry.message_it.is_empty() && entry.message_it != entry.message_en, "{entry:?}");
        }
    }
}

#[test]
fn every_reason_occurs_in_the_cases() {
    let tried: BTreeSet<Reason> =
        CASES.iter().flat_map(|(_, _, refused, warned)| refused.iter().chain(*warned)).copied().collect();
    let missing: Vec<_> =
        Reason::ALL.iter().filter(|reason| !tried.contains(reason) && !reason.needs_the_store()).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn the_day_of_the_import_itself_and_a_due_date_to_come_are_taken() {
    for (name, row) in [
        ("pagamenti.csv", "P2;2025/1;20/11/2026;1.000.000.000,00;SDD;"),
        ("letture.csv", "0803602200000001;M1;T;20/11/2026;999.999.999.999,999;Stimata"),
        ("fatture.csv", "2025/3;T1;20/11/2026;31/12/2199;Periodica;-1.000.000.000,00;1.000.000.000;;;"),
        ("clienti.csv", "K3;Persona;Rossi;Mario;;;;20/11/2026;;M;IT;;;;;V;1;;M;;;"),
    ] {
        let found = file(&Export::sound().with(name, row), name);
        assert!(found.refused.is_empty(), "{row}: {:?}", found.refused);
    }
}

#[test]
fn what_came_to_light_in_the_store_is_a_sentence_with_the_column_of_the_file() {
    let reader = reader(&Export::sound());
    let number = || "T1".to_owned();
    let ends_on = Some(Date::constant(2026, 9, 30));
    for (finding, field, part) in [
        (Finding::ContractEndedHere { number: number(), ends_on }, "Nr_Contratto", "30/09/2026"),
        (
            Finding::ContractEndedHere { number: number(), ends_on: None },
            "Nr_Contratto",
            "qui con una pratica",
        ),
        (Finding::ContractMadeHere { number: number() }, "Nr_Contratto", "altro cliente"),
        (
            Finding::ReadingBelowLast { value: 5, last: 7, last_on: Date::constant(2026, 9, 1) },
            "Lettura",
            "più bassa di 7, letto il 01/09/2026",
        ),
    ] {
        let entry = reader.finding(3, &finding);
        assert_eq!((entry.row, entry.field.as_str()), (3, field));
        assert!(entry.message_it.contains(part) && entry.message_it != entry.message_en, "{entry:?}");
    }
}

#[test]
fn technical_data_of_a_telephone_line_are_read_where_the_profile_names_their_columns() {
    let text = include_str!("../../../../../profiles/nav-it.toml").replace(
        "[files.supply_points.values.sector]",
        "line_kind = \"Tipo_Linea\"\naccess_technology = \"Tecnologia\"\nspeed = \"Velocita_Mbps\"\n\n[files.supply_points.values.sector]",
    );
    let export = Export::sound();
    let points = Export::text("punti_fornitura.csv");
    let wider: Vec<String> = points
        .lines()
        .enumerate()
        .map(|(index, line)| {
            format!(
                "{}{}",
                line.trim_end(),
                if index == 0 { ";Tipo_Linea;Tecnologia;Velocita_Mbps" } else { ";;;" }
            )
        })
        .chain(["0535123456;Telefonia;Via Uno;1;;;M;;;Attivo;;;;;;;;;;;;;VoIP;FTTC;0,640".to_owned()])
        .collect();
    export.write("punti_fornitura.csv", &encoded(&wider.join("\r\n")));
    let reader = Reader::open(export.path(), &Profile::from_toml(&text).unwrap()).unwrap();
    let points = records(reader.pass(TODAY).supply_points().unwrap());
    let line = points.last().unwrap();
    assert_eq!(
        (line.line_kind.as_deref(), line.access_technology.as_deref(), line.speed_kbps),
        (Some("VoIP"), Some("FTTC"), Some(640))
    );
    assert_eq!((&points[0].line_kind, points[0].speed_kbps), (&None, None));
}

#[test]
fn a_row_that_needs_a_refused_row_is_refused_down_the_chain() {
    let export = Export::sound();
    let broken = Export::text("clienti.csv").replace("01/01/1980", "31/02/1980");
    export.write("clienti.csv", &encoded(&broken));
    let counts: Vec<_> = report(export.path())
        .unwrap()
        .files
        .into_iter()
        .map(|(name, file)| (name, file.rows, file.accepted))
        .collect();
    let expected = [
        ("clienti.csv", 2, 1),
        ("punti_fornitura.csv", 4, 4),
        ("misuratori.csv", 2, 2),
        ("contratti.csv", 2, 1),
        ("letture.csv", 2, 2),
        ("fatture.csv", 2, 0),
        ("pagamenti.csv", 1, 0),
        ("mandati_sdd.csv", 1, 0),
    ];
    assert_eq!(counts, expected.map(|(name, rows, accepted)| (name.to_owned(), rows, accepted)));
}

#[test]
fn records_carry_what_the_cells_say() {
    let export = Export::sound();
    let reader = reader(&export);
    let mut pass = reader.pass(TODAY);
    let customers = records(pass.customers().unwrap());
    assert_eq!(customers[0].address.street, "Via Libertà");
    assert_eq!(customers[1].holder, Holder::Organisation { name: "Bar \"Da Pino\"; Modena".to_owned() });
    assert_eq!((customers[0].lang, customers[1].lang), (Lang::It, Lang::En));
    let points = records(pass.supply_points().unwrap());
    assert!(matches!(&points[1].code, PointCode::Gas(pdr) if pdr.as_str() == "00881234567890"));
    assert_eq!(
        (points[2].power_watts, points[2].voltage_volts, points[0].power_watts),
        (Some(4500), Some(230), None)
    );
    let meters = records(pass.meters().unwrap());
    assert_eq!(meters[1].constant_millionths, 1_033_214);
    assert_eq!(meters[1].removed, Some(Date::constant(2020, 12, 1)));
    let contracts = records(pass.contracts().unwrap());
    assert_eq!((contracts[0].deposit, contracts[1].deposit), (Money::from_cents(5000), Money::ZERO));
    assert_eq!(
        (contracts[0].resident, contracts[1].end),
        (Some(true), None),
        "01/01/1753 stands for no date"
    );
    assert_eq!(contracts[0].web_code.as_ref().map(|code| code.expose()), Some("5261495666"));
    assert!(!format!("{contracts:?}").contains("5261495666"), "the code must not reach a log");
    let readings = records(pass.readings().unwrap());
    assert_eq!(readings[1].value_thousandths, 1_340_500);
    let bills = records(pass.bills().unwrap());
    assert_eq!((bills[0].amount, bills[1].amount), (Money::from_cents(111_778), Money::from_cents(-1778)));
    assert_eq!(records(pass.payments().unwrap())[0].bill, "2025/1");
    assert_eq!(records(pass.mandates().unwrap())[0].reference.as_str(), "SDD-1");
}

#[test]
fn a_file_asked_for_first_or_read_in_part_gives_the_same_answer() {
    let export = Export::sound();
    let reader = reader(&export);
    let mut pass = reader.pass(TODAY);
    assert_eq!(records(pass.payments().unwrap()).len(), 1);
    let first = pass.customers().unwrap().next();
    assert!(first.is_some());
    assert_eq!(records(pass.contracts().unwrap()).len(), 2);
    assert_eq!(records(pass.contracts().unwrap()).len(), 2, "a second reading does not see its own rows");
}

#[test]
fn codes_written_with_spaces_are_the_same_codes() {
    let export = Export::sound()
        .with("punti_fornitura.csv", "it 002 e 12345678;Energia;V;1;;;M;;;Attivo;;;;;;;;;;;;")
        .with("contratti.csv", "T3;K1;IT002E12345678;;21/06/2011;;Attivo;SDD;Posta;;S;;");
    let reader = reader(&export);
    let mut pass = reader.pass(TODAY);
    assert_eq!(
        records(pass.supply_points().unwrap()).last().map(|point| point.code.as_str().to_owned()).as_deref(),
        Some("IT002E12345678")
    );
    assert_eq!(records(pass.contracts().unwrap()).len(), 3);
}

fn opened(export: &Export) -> FormatError {
    Reader::open(export.path(), &Profile::nav_it().unwrap()).map(drop).unwrap_err()
}

#[test]
fn a_file_that_is_not_what_its_name_says_is_named_with_what_was_found() {
    let not_text = |found| FormatError::NotText { file: "fatture.csv".to_owned(), found };
    let file = || "fatture.csv".to_owned();
    let bills = Export::text("fatture.csv");
    let cases: Vec<(Vec<u8>, FormatError)> = vec![
        (b"PK\x03\x04rest".to_vec(), not_text(Found::Workbook)),
        (b"\xD0\xCF\x11\xE0\xA1\xB1".to_vec(), not_text(Found::OldWorkbook)),
        (b"%PDF-1.7".to_vec(), not_text(Found::Pdf)),
        (b"\x1F\x8B\x08".to_vec(), not_text(Found::Compressed)),
        (b"\xFF\xFEN\0r\0".to_vec(), not_text(Found::Utf16)),
        (b"\r\n <html>".to_vec(), not_text(Found::Markup)),
        (b"\x7FELF\x02\0\0\0".to_vec(), not_text(Found::Binary)),
        (Vec::new(), FormatError::Empty { file: file() }),
        (
            encoded(Export::text("clienti.csv")),
            FormatError::AnotherFile { file: file(), looks_like: "clienti.csv".to_owned() },
        ),
        (
            bills.replace(',', ".").replace(';', ",").into_bytes(),
            FormatError::Delimiter { file: file(), expected: ';', found: ',' },
        ),
        (
            b"Nr_Fattura;Totale\r\n1;2\r\n".to_vec(),
            FormatError::Columns {
                file: file(),
                missing: [
                    "Nr_Contratto",
                    "Data_Emissione",
                    "Data_Scadenza",
                    "Tipo",
                    "Importo",
                    "Consumo",
                    "Unita",
                    "Periodo_Da",
                    "Periodo_A",
                ]
                .map(str::to_owned)
                .to_vec(),
                found: vec!["Nr_Fattura".to_owned(), "Totale".to_owned()],
            },
        ),
    ];
    for (bytes, expected) in cases {
        let export = Export::sound();
        export.write("fatture.csv", &bytes);
        let error = opened(&export);
        assert_eq!(error, expected);
        for lang in Lang::ALL {
            assert!(error.message(lang).contains("fatture.csv"), "{error}");
        }
    }
}

#[test]
fn missing_files_are_named_all_at_once() {
    let export = Export::sound();
    std::fs::remove_file(export.path().join("letture.csv")).unwrap();
    std::fs::remove_file(export.path().join("pagamenti.csv")).unwrap();
    let error = opened(&export);
    assert!(
        matches!(&error, FormatError::MissingFiles { files, .. } if *files == ["letture.csv", "pagamenti.csv"]),
        "{error}"
    );
    let nowhere = Reader::open(&export.path().join("nowhere"), &Profile::nav_it().unwrap()).map(drop);
    assert!(matches!(nowhere, Err(FormatError::Folder { .. })));
}

#[test]
fn names_in_another_case_and_a_utf_8_mark_are_accepted() {
    let export = Export::sound();
    std::fs::remove_file(export.path().join("clienti.csv")).unwrap();
    export.write("CLIENTI.CSV", format!("\u{feff}{}", Export::text("clienti.csv")).as_bytes());
    assert_eq!(records(reader(&export).pass(TODAY).customers().unwrap())[0].address.street, "Via Libertà");
}

#[test]
fn rows_saved_as_utf_8_among_others_are_read_right() {
    let export = Export::sound();
    let mut bytes = encoded(Export::text("clienti.csv"));
    bytes.extend_from_slice("K3;Azienda;;;Caffè Più;;01234560157;;;;IT;;;;;V;1;;M;;;\r\n".as_bytes());
    export.write("clienti.csv", &bytes);
    let customers = records(reader(&export).pass(TODAY).customers().unwrap());
    assert_eq!(customers[0].address.street, "Via Libertà");
    assert_eq!(customers[2].holder, Holder::Organisation { name: "Caffè Più".to_owned() });
}

#[test]
fn columns_in_another_order_and_further_columns_do_not_matter() {
    let export = Export::sound();
    let text = "Nota;Canale;Importo;Data_Pagamento;Nr_Fattura;Nr_Pagamento;Sportello_Incasso\r\nx;SDD;3,00;06/03/2025;2025/1;P1;\r\n";
    export.write("pagamenti.csv", text.as_bytes());
    assert_eq!(records(reader(&export).pass(TODAY).payments().unwrap())[0].amount, Money::from_cents(300));
}

#[test]
fn the_report_is_written_as_the_interface_says() {
    let export = Export::sound().with("fatture.csv", "2025/3;T1;16/02/2025;08/03/2025;Periodica;12,3x;0;;;");
    let report = report(export.path()).unwrap();
    let json = serde_json::to_value(report.in_language(Lang::It)).unwrap();
    let bills = &json["files"]["fatture.csv"];
    let counts = ["rows", "accepted", "changed", "unchanged"].map(|key| bills[key].as_u64().unwrap());
    assert_eq!(counts, [3, 2, 0, 0]);
    let message = "«12,3x» non è un importo: servono cifre con al più due decimali dopo «,».";
    let entry = serde_json::json!({"row": 3, "reason": "amount", "field": "Importo", "value": "12,3x", "message": message});
    assert_eq!(bills["refused"], serde_json::json!([entry]));
    assert_eq!(bills["warned"], serde_json::json!([]));
    let names: Vec<_> = json["files"].as_object().unwrap().keys().cloned().collect();
    assert_eq!(names.len(), Table::ALL.len());
}

#[test]
fn a_profile_that_cannot_work_is_refused_with_the_setting() {
    let text = include_str!("../../../../../profiles/nav-it.toml");
    let wrong = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        Profile::from_toml(&text.replacen(from, to, 1)).map(drop).unwrap_err()
    };
    assert!(matches!(wrong("windows-1252", "utf-16le"), ProfileError::Encoding(_)));
    assert!(matches!(
        wrong("delimiter = \";\"", "delimiter = \";;\""),
        ProfileError::Sign { name: "delimiter", .. }
    ));
    assert!(matches!(wrong("dd/mm/yyyy", "dd/mm/yy"), ProfileError::Date(_)));
    assert!(matches!(wrong("number = \"Nr_Cliente\"", ""), ProfileError::Columns { table: "customers", .. }));
    assert!(matches!(
        wrong("number = \"Nr_Cliente\"", "number = \"N\"\nnummer = \"N\""),
        ProfileError::Columns { .. }
    ));
    assert!(matches!(wrong("Azienda = \"organisation\"", "Azienda = \"firm\""), ProfileError::Values { .. }));
    assert!(matches!(
        wrong("[files.customers]", "[files.clients]"),
        ProfileError::Files(_) | ProfileError::Toml(_)
    ));
    assert!(matches!(wrong("name = \"nav-it\"", "name = "), ProfileError::Toml(_)));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn arbitrary_bytes_after_a_header_give_rows_not_panics(
        index in 0_usize..8, bytes in proptest::collection::vec(any::<u8>(), 0..400),
    ) {
        let export = Export::sound();
        let name = Export::names().nth(index).unwrap();
        let mut text = encoded(Export::text(name));
        text.extend_from_slice(&bytes);
        export.write(name, &text);
        prop_assert_eq!(report(export.path()).unwrap().files.len(), 8);
    }

    #[test]
    fn arbitrary_bytes_as_a_file_give_an_error_not_a_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let export = Export::sound();
        export.write("letture.csv", &bytes);
        prop_assert!(Reader::open(export.path(), &Profile::nav_it().unwrap()).is_err());
    }

    #[test]
    fn cells_of_any_text_give_rows_not_panics(cells in proptest::collection::vec("[^\r\n\"]{0,12}", 6), index in 0_usize..8) {
        let name = Export::names().nth(index).unwrap();
        let row = cells.join(";");
        prop_assert!(report(Export::sound().with(name, &row).path()).is_ok());
    }
}
