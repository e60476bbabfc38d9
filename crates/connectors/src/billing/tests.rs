//! The format on both sides, and what a kill leaves behind.

use serde_json::json;

use super::{cells, rows, *};

fn folders() -> (tempfile::TempDir, Folders) {
    let root = tempfile::tempdir().unwrap();
    let folders = Folders::below(root.path());
    folders.create().unwrap();
    (root, folders)
}

fn voltura(key: &str) -> Command {
    Command {
        key: key.to_owned(),
        revision: 1,
        kind: "change_of_holder".to_owned(),
        aggregate: "IT999E00317482".to_owned(),
        seq: 2,
        body: json!({ "point": "IT999E00317482", "sector": "electricity", "old_contract": "A187730", "old_ends_on": "2026-03-17",
            "new_contract": "A200001", "customer": "51907", "starts_on": "2026-03-18", "offer": "LUCE \"CASA\"; piana",
            "payment": "sdd", "delivery": "email", "delivery_email": "irene@example.it", "resident": true, "deposit_cents": 4650, "use": "other",
            "cadastre": { "title": "loan", "sheet": "12", "parcel": "345" },
            "final_bill": { "address": { "street": "via Emilia", "house_number": "3", "postcode": "41100", "municipality": "Modena", "province": "MO",
                "country": "IT" }, "deposit": { "amount_cents": 4000, "becomes": "moved" } } }),
    }
}

fn on() -> kernel::Date {
    "2026-03-11".parse().unwrap()
}

#[test]
fn a_command_file_is_what_the_description_says() {
    let (_root, folders) = folders();
    let customer = Command {
        kind: "customer".to_owned(),
        key: "nav:customer:VOL-2026-000001".to_owned(),
        body: json!({ "number": "51907", "kind": "person", "names": { "surname": "D'Àndrea Țepeș", "given_name": "Nicolò", "company_name": "" },
            "birth_date": "1991-11-02", "lang": "it", "address": { "street": "via della\nFornace", "house_number": "27" } }),
        ..voltura("")
    };
    let path = write_batch(&folders, 42, on(), &[customer, voltura("nav:change_of_holder:VOL-2026-000001")])
        .unwrap();
    assert_eq!(path.file_name().unwrap(), "CMD-000000042.csv");
    let bytes = std::fs::read(&path).unwrap();
    let (text, _, wrong) = encoding_rs::WINDOWS_1252.decode(&bytes);
    assert!(!wrong);
    assert_eq!(
        text,
        "\"SPORTELLO\";\"1\";\"42\";\"11/03/2026\";\"2\"\r\n\
         \"CLIENTE\";\"nav:customer:VOL-2026-000001\";\"1\";\"IT999E00317482\";\"2\";\"51907\";\"PF\";\"D'Àndrea Tepes\";\"Nicolò\";\"\";\"\";\"02/11/1991\";\"IT\";\"\";\"\";\"\";\"\";\"via della Fornace\";\"27\";\"\";\"\";\"\";\"\";\"\"\r\n\
         \"VOLTURA\";\"nav:change_of_holder:VOL-2026-000001\";\"1\";\"IT999E00317482\";\"2\";\"IT999E00317482\";\"EE\";\"A187730\";\"17/03/2026\";\"A200001\";\"51907\";\"18/03/2026\";\"LUCE \"\"CASA\"\"; piana\";\"RID\";\"EMAIL\";\"irene@example.it\";\"S\";\"46,50\";\"ALTRI USI\";\"COMODATO\";\"\";\"\";\"12\";\"345\";\"\";\"via Emilia\";\"3\";\"\";\"41100\";\"Modena\";\"MO\";\"IT\";\"40,00\";\"TRASFERITO\"\r\n\
         \"FINE\";\"2\"\r\n"
    );
    let read = read_batch(&path).unwrap();
    assert_eq!((read.number, read.rows.len()), (42, 2));
    assert_eq!(read.rows[1][12], "LUCE \"CASA\"; piana");
}

#[test]
fn writing_the_same_batch_again_gives_the_same_file() {
    let (_root, folders) = folders();
    let first = write_batch(&folders, 1, on(), &[voltura("k")]).unwrap();
    let before = std::fs::read(&first).unwrap();
    let second = write_batch(&folders, 1, on(), &[voltura("k")]).unwrap();
    assert_eq!((first, before), (second.clone(), std::fs::read(second).unwrap()));
    assert_eq!(batches_waiting(&folders).unwrap().len(), 1);
}

#[test]
fn half_a_file_is_never_taken() {
    let (_root, folders) = folders();
    // A writer killed in the middle leaves only the draft, which the next one overwrites.
    std::fs::write(folders.out.join("CMD-000000001.csv.tmp"), b"\"SPORTELLO\";\"1\"").unwrap();
    assert!(batches_waiting(&folders).unwrap().is_empty());
    write_batch(&folders, 1, on(), &[voltura("k")]).unwrap();
    assert_eq!(batches_waiting(&folders).unwrap().len(), 1);
    assert!(!folders.out.join("CMD-000000001.csv.tmp").exists());
    // And a file torn by something else than us is seen as torn, wherever it ends.
    let whole = std::fs::read(folders.out.join("CMD-000000001.csv")).unwrap();
    for end in 0..whole.len() - 2 {
        let torn = folders.out.join("torn.csv");
        std::fs::write(&torn, &whole[..end]).unwrap();
        assert!(read_batch(&torn).is_err(), "cut after {end} bytes");
    }
}

#[test]
fn what_cannot_be_written_is_said_before() {
    let mut missing = voltura("k");
    missing.body["starts_on"] = json!("18.3.26");
    assert_eq!(
        check(&missing).unwrap_err().to_string(),
        "starts_on is not a day in the command change_of_holder; correct it in the case and send the command again"
    );
    assert_eq!(check(&missing).unwrap_err().told(), "starts_on:not_a_day");
    let nothing = Command {
        kind: "correction".to_owned(),
        body: json!({ "case": "R1", "contract": "A1", "amount_cents": 0 }),
        ..voltura("k")
    };
    assert!(check(&nothing).unwrap_err().to_string().starts_with("amount is not an amount above zero"));
    let unknown = Command { kind: "dance".to_owned(), ..voltura("k") };
    assert_eq!(check(&unknown), Err(Unwritable::Kind("dance".to_owned())));
}

#[test]
fn broken_rows_do_not_hold_up_the_others() {
    let (_root, folders) = folders();
    let text = "key;esito;codice;testo\nk1;APPLICATO;;\nk2;RIFIUTATO\n\"k3;APPLICATO;;\n;APPLICATO;;\n\
                k4;rifiutato;E102;\"La decorrenza \u{e8}; prima\";2\nk5;IN LAVORAZIONE;;\nk6;APPLICATO;;;x\nk7;gi\u{e0} fatto;;\n";
    let (bytes, _, _) = encoding_rs::WINDOWS_1252.encode(text);
    std::fs::write(folders.answers.join("ANS-1.csv"), &bytes).unwrap();
    std::fs::write(folders.answers.join("ANS-2.csv.part"), "k9;APPLICATO;;").unwrap();
    let files = read_answers(&folders).unwrap();
    let [file] = files.as_slice() else { panic!("{files:?}") };
    let read: Vec<(&str, &Outcome)> = file.answers.iter().map(|a| (a.key.as_str(), &a.outcome)).collect();
    assert_eq!(
        read,
        [
            ("k1", &Outcome::Applied),
            ("k4", &Outcome::Rejected),
            ("k5", &Outcome::Pending("IN LAVORAZIONE".to_owned())),
            ("k7", &Outcome::Pending("gi\u{e0} fatto".to_owned())),
        ]
    );
    assert_eq!(
        (file.answers[1].text.as_str(), file.answers[1].revision),
        ("La decorrenza è; prima", Some(2))
    );
    assert_eq!(file.broken.iter().map(|row| row.line).collect::<Vec<_>>(), [3, 4, 5, 8]);
    file.put_away(&folders).unwrap();
    file.put_away(&folders).unwrap();
    assert!(read_answers(&folders).unwrap().is_empty());
    assert!(folders.done().join("ANS-1.csv").exists());
    let reasons = std::fs::read(folders.refused().join("ANS-1.csv.motivo.txt")).unwrap();
    assert!(cells::decode(&reasons).starts_with("riga 3: servono quattro campi"));
}

#[test]
fn works_are_one_row_with_the_meter_and_the_account() {
    let works = Command {
        key: "nav:works:2026-E01-000001".to_owned(),
        revision: 1,
        kind: "works".to_owned(),
        aggregate: "P1".to_owned(),
        seq: 1,
        body: json!({
            "case": "2026-E01-000001", "point": "P1", "contract": "A1", "works_on": "2026-03-10",
            "meter": {
                "removed": "OLD", "closing": { "T": 1_284 }, "laid": "NEW", "registers": { "T": 0 }, "digits": { "T": 5 },
                "constant_millionths": 1_500_000,
            },
            "technical": { "power_w": null, "voltage_v": null, "phases": null, "meter_class": "DN20" },
            "charge": {
                "total": 40_755, "paid": 12_227, "balance": 28_528,
                "lines": [{ "code": "SC-01", "quantity": 3.5, "amount_cents": 14_700, "vat_percent": 10 }],
            },
        }),
    };
    let cells = rows::row(&works).unwrap();
    let own = [
        "P1",
        "2026-E01-000001",
        "A1",
        "10/03/2026",
        "OLD",
        "T=1284",
        "NEW",
        "T=0",
        "T=5",
        "1,5",
        "",
        "",
        "",
        "DN20",
        "407,55",
        "122,27",
        "285,28",
        "SC-01*3,5=147,00",
    ];
    assert_eq!(cells.first().map(String::as_str), Some("LAVORI"));
    assert_eq!(cells.get(5..), Some(&own.map(str::to_owned)[..]));
    let without = Command { body: json!({ "case": "C", "point": "P1" }), ..works };
    assert_eq!(check(&without).unwrap_err().told(), "works_on:missing");
}

proptest::proptest! {
    #[test]
    fn a_row_reads_back_as_it_was_written(texts in proptest::collection::vec("[ -~àèìòùÀÈ€]{0,12}", 1..8)) {
        let read = cells::split(&cells::decode(&cells::encode(&cells::line(&texts))));
        proptest::prop_assert_eq!(read, Some(texts));
    }
}
