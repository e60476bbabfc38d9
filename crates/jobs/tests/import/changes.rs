//! What an import writes, leaves, and changes.

use app::import::{RowCursor, list, mark_interrupted, rows};
use connectors::billing_export::Profile;
use domain::import::{ImportReport, Table};

use super::engines::{Place, places};
use super::small_export::Export;

/// Rows changed and unchanged in each file.
fn numbers(report: &ImportReport) -> Vec<(u64, u64)> {
    report.files.iter().map(|(_, file)| (file.changed, file.unchanged)).collect()
}

/// Rows accepted in each file.
fn accepted(report: &ImportReport) -> Vec<u64> {
    report.files.iter().map(|(_, file)| file.accepted).collect()
}

fn only(table: Table, whole: &[u64]) -> Vec<(u64, u64)> {
    let all = Table::ALL.iter().zip(whole);
    all.map(|(one, rows)| if *one == table { (1, rows - 1) } else { (0, *rows) }).collect()
}

fn wait<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(work)
}

#[test]
fn everything_the_export_says_is_stored() {
    for place in places() {
        place.import(Export::sound().written().path(), false);
        for (sql, expected) in [
            (
                "SELECT number, display_name, tax_code, registered_on FROM party ORDER BY number",
                "C000017|D'Amico Nicolò|DMCNCL80A01F257B|2019-05-02\nC000018|Bar Setti S.n.c.|01234560157|2019-05-02",
            ),
            (
                "SELECT purpose, street, country FROM party_address p JOIN address a ON a.id = p.address_id ORDER BY purpose",
                "registered_office|Corso Uno|IT\nresidence|Via dei Tigli|IT",
            ),
            (
                "SELECT kind, folded FROM contact_point ORDER BY kind",
                "email|nicolo@example.it\nmobile|3331234567\nphone|0535123456",
            ),
            (
                "SELECT code, sector, state, distributor FROM supply_point ORDER BY code",
                "0803602300000001|water|active|\nIT999E00000002|electricity|active|Rete",
            ),
            (
                "SELECT valid_from, point_use, power_w FROM supply_point_technical ORDER BY point_use",
                "2026-11-20|household_resident|-\n2026-11-20|other|4500",
            ),
            (
                "SELECT serial, register, digits FROM meter m JOIN meter_register r ON r.meter_id = m.id ORDER BY serial, register",
                "B1|T|5\nB2|F1|6\nB2|F2|6",
            ),
            (
                "SELECT number, state, payment, delivery, resident, deposit_cents FROM contract ORDER BY number",
                "A0000021|active|slip|post|1|5000\nE0000022|active|sdd|email|0|0",
            ),
            ("SELECT category, sheet, parcel, subunit, title FROM contract_cadastre", "A/3|12|345||"),
            ("SELECT amount_cents, state, since FROM deposit", "5000|held|2019-05-02"),
            (
                "SELECT register, read_on, value, kind, origin, rolled_over FROM reading ORDER BY register, read_on",
                "F1|2026-09-01|700|estimated|import|0\nT|2026-07-01|99990|actual|import|0\nT|2026-09-01|12|self|import|1",
            ),
            (
                "SELECT number, amount_cents, paid_cents, consumption, unit FROM bill ORDER BY number",
                "2026/0000001|6230|6230|22|m3\n2026/0000002|12000|0|300|kwh",
            ),
            (
                "SELECT number, amount_cents, channel, till FROM payment ORDER BY number",
                "P00000001|4000|counter|Carpi\nP00000002|2230|bank|",
            ),
            (
                "SELECT umr, iban, scheme, state FROM mandate",
                "SDD0000000022|IT60X0542811101000000123456|CORE|active",
            ),
            (
                "SELECT text FROM party_search ORDER BY text",
                "bar setti s n c corso uno 2 mirandola\ndamico nicolo via argine 9 modena via dei tigli 3 modena",
            ),
            ("SELECT name, last FROM number_sequence ORDER BY name", "contract|22\ncustomer|18"),
        ] {
            assert_eq!(place.one(sql), expected, "{sql}");
        }
        let secret = place.one("SELECT web_code FROM contract WHERE number = 'A0000021'");
        assert!(
            secret.len() == 64 && !secret.contains("1234567890"),
            "the printed code is stored hashed: {secret}"
        );
    }
}

#[test]
fn a_second_run_changes_nothing() {
    for place in places() {
        let folder = Export::sound().written();
        let first = place.import(folder.path(), false);
        let before = place.registry();
        place.clock.advance(3 * 86_400);
        let second = place.import(folder.path(), false);
        assert_eq!(before, place.registry());
        assert!(numbers(&first).iter().all(|counts| *counts == (0, 0)), "what is new changed nothing");
        for (rows, two) in accepted(&first).into_iter().zip(numbers(&second)) {
            assert_eq!((0, rows), two);
        }
    }
}

#[test]
fn a_dry_run_counts_like_the_real_one_and_writes_nothing() {
    for place in places() {
        let first = Export::sound();
        let second = Export::sound()
            .with(Table::Customers, 1, "mobile", "+39 333 7654321")
            .and(Table::Customers, 1, &[("number", "C000019")])
            .with(Table::Meters, 2, "constant", "1,5")
            .with(Table::Readings, 3, "value", "701")
            .and(Table::Bills, 1, &[("number", "2026/0000003")])
            .and(Table::Payments, 1, &[("number", "P00000003"), ("bill", "2026/0000003")]);
        for export in [first, second] {
            let folder = export.written();
            let before = place.registry();
            let dry = place.import(folder.path(), true);
            assert_eq!(before, place.registry());
            assert_eq!(dry, place.import(folder.path(), false));
        }
        let runs = wait(list(&place.app, &place.app.system("test"), None, 10)).unwrap();
        let seen: Vec<_> = runs.iter().map(|run| (run.state.as_str(), run.files.len())).collect();
        assert_eq!(seen, [("done", 8); 4]);
        assert_eq!(runs.iter().filter(|run| run.dry_run).count(), 2);
    }
}

#[test]
fn a_dry_run_meets_what_the_database_would_refuse_to_store() {
    for place in places() {
        let folder = Export::sound().written();
        // Only storing a contract looks at this table.
        place.alter("ALTER TABLE deposit RENAME TO deposit_elsewhere");
        assert!(place.try_import(folder.path(), true).is_err());
        assert_eq!(place.one("SELECT COUNT(*) AS n FROM party"), "0", "customers come before contracts");
    }
}

type Change = (Table, usize, &'static str, &'static str, &'static str, &'static str);

#[test]
fn a_changed_row_changes_what_it_brought_and_only_that() {
    let changes: &[Change] = &[
        (
            Table::Customers,
            1,
            "surname",
            "De Luca",
            "SELECT display_name, version FROM party WHERE number = 'C000017'",
            "De Luca Nicolò|2",
        ),
        (
            Table::Customers,
            1,
            "surname",
            "De Luca",
            "SELECT h.version, replaced_by FROM party_history h",
            "1|import",
        ),
        (
            Table::Customers,
            1,
            "surname",
            "De Luca",
            "SELECT text FROM party_search WHERE text LIKE 'de luca%'",
            "de luca nicolo via argine 9 modena via dei tigli 3 modena",
        ),
        (
            Table::Customers,
            1,
            "street",
            "Via Po",
            "SELECT street, valid_from, valid_to FROM party_address p JOIN address a ON a.id = p.address_id WHERE purpose = 'residence' ORDER BY valid_from",
            "Via dei Tigli|2019-05-02|2026-11-19\nVia Po|2026-11-20|-",
        ),
        (
            Table::Customers,
            1,
            "mobile",
            "3330000000",
            "SELECT folded, valid_to FROM contact_point WHERE kind = 'mobile' ORDER BY folded",
            "3330000000|-\n3331234567|2026-11-19",
        ),
        (
            Table::Customers,
            1,
            "mobile",
            "",
            "SELECT folded, valid_to FROM contact_point WHERE kind = 'mobile'",
            "3331234567|-",
        ),
        (
            Table::SupplyPoints,
            2,
            "power_kw",
            "6",
            "SELECT power_w FROM supply_point_technical WHERE power_w IS NOT NULL",
            "6000",
        ),
        (
            Table::SupplyPoints,
            1,
            "street",
            "Via Po",
            "SELECT text FROM party_search WHERE text LIKE '%nicolo%'",
            "damico nicolo via dei tigli 3 modena via po 9 modena",
        ),
        (Table::SupplyPoints, 1, "parcel", "346", "SELECT sheet, parcel FROM contract_cadastre", "12|346"),
        (
            Table::SupplyPoints,
            1,
            "state",
            "Sospeso",
            "SELECT state, version FROM supply_point WHERE sector = 'water'",
            "suspended|2",
        ),
        (
            Table::Meters,
            1,
            "removed",
            "01/10/2026",
            "SELECT removed_on FROM meter WHERE serial = 'B1'",
            "2026-10-01",
        ),
        (Table::Meters, 3, "digits", "7", "SELECT digits FROM meter_register WHERE register = 'F2'", "7"),
        (
            Table::Contracts,
            1,
            "state",
            "Sospeso",
            "SELECT state, version FROM contract WHERE number = 'A0000021'",
            "suspended|2",
        ),
        (Table::Contracts, 1, "offer", "VERDE", "SELECT replaced_by FROM contract_history", "import"),
        (
            Table::Contracts,
            1,
            "customer",
            "C000018",
            "SELECT text FROM party_search ORDER BY text",
            "bar setti s n c corso uno 2 mirandola via argine 9 modena\ndamico nicolo via dei tigli 3 modena",
        ),
        (Table::Contracts, 1, "deposit", "77,00", "SELECT amount_cents, state FROM deposit", "7700|held"),
        (
            Table::Contracts,
            1,
            "deposit",
            "0,00",
            "SELECT amount_cents, state, until FROM deposit",
            "5000|refunded|2026-11-20",
        ),
        (
            Table::Contracts,
            2,
            "deposit",
            "25,00",
            "SELECT amount_cents, since FROM deposit WHERE amount_cents = 2500",
            "2500|2026-11-20",
        ),
        (Table::Contracts, 1, "web_code", "0987654321", "SELECT COUNT(*) AS n FROM contract_history", "0"),
        (Table::Readings, 3, "value", "701", "SELECT value FROM reading WHERE register = 'F1'", "701"),
        (
            Table::Bills,
            1,
            "amount",
            "60,00",
            "SELECT amount_cents, paid_cents FROM bill WHERE number = '2026/0000001'",
            "6000|6230",
        ),
        (
            Table::Payments,
            1,
            "amount",
            "41,00",
            "SELECT paid_cents FROM bill WHERE number = '2026/0000001'",
            "6330",
        ),
        (
            Table::Payments,
            2,
            "bill",
            "2026/0000002",
            "SELECT paid_cents FROM bill ORDER BY number",
            "4000\n2230",
        ),
        (Table::Mandates, 1, "state", "Revocato", "SELECT state FROM mandate", "revoked"),
    ];
    for place in places() {
        let (mut whole, sound) = (Vec::new(), Export::sound().written());
        for (table, row, field, text, sql, expected) in changes {
            let fresh = again(&place);
            if whole.is_empty() {
                whole = accepted(&fresh.import(sound.path(), false));
            } else {
                fresh.import(sound.path(), false);
            }
            let report =
                fresh.import(Export::sound().with(*table, *row, field, text).written().path(), false);
            assert_eq!(numbers(&report), only(*table, &whole), "{table:?} {field}");
            assert_eq!(fresh.one(sql), *expected, "{table:?} {field} {text}");
        }
    }
}

/// A fresh place on the same engine.
fn again(place: &Place) -> Place {
    let engine = place.app.db.engine();
    places().into_iter().find(|other| other.app.db.engine() == engine).unwrap()
}

#[test]
fn what_an_operator_changed_stays_until_the_export_changes_too() {
    for place in places() {
        let folder = Export::sound().written();
        place.import(folder.path(), false);
        place.alter("UPDATE party SET note = 'deaf', birth_place = 'Carpi' WHERE number = 'C000017'");
        place.alter("UPDATE contract SET offer = 'BASE24' WHERE number = 'A0000021'");
        place.alter("UPDATE reading SET value = 5, origin = 'counter' WHERE register = 'F1'");
        place.import(folder.path(), false);
        assert_eq!(place.one("SELECT note, birth_place FROM party WHERE number = 'C000017'"), "deaf|Carpi");
        assert_eq!(place.one("SELECT offer FROM contract WHERE number = 'A0000021'"), "BASE24");
        assert_eq!(place.one("SELECT value FROM reading WHERE register = 'F1'"), "5");
        place.import(Export::sound().with(Table::Customers, 1, "lang", "EN").written().path(), false);
        assert_eq!(
            place.one("SELECT note, birth_place, lang FROM party WHERE number = 'C000017'"),
            "deaf|Modena|en"
        );
    }
}

#[test]
fn refused_rows_are_kept_for_the_clerk_page_by_page() {
    for place in places() {
        let export = Export::sound()
            .and(Table::Customers, 1, &[("number", "C1"), ("birth_date", "31/02/1980"), ("email", "x")])
            .and(Table::Customers, 1, &[("number", "C2"), ("tax_code", "DMC")]);
        place.import(export.written().path(), false);
        let (ctx, app) = (place.app.system("test"), &place.app);
        let run = wait(list(app, &ctx, None, 10)).unwrap().remove(0);
        assert_eq!(
            (run.files[0].rows, run.files[0].accepted, run.files[0].refused, run.files[0].warned),
            (4, 2, 2, 1)
        );
        let page = |after| wait(rows(app, &ctx, run.id, "clienti.csv", after, 2)).unwrap();
        let first = page(None);
        let seen: Vec<_> =
            first.iter().map(|row| (row.row, row.reason.as_str(), row.refused, row.field.as_str())).collect();
        assert_eq!(seen, [(3, "birth_date", true, "Data_Nascita"), (3, "email", false, "E_Mail")]);
        let second = page(Some(RowCursor { row: 3, reason: "email".to_owned(), field: "E_Mail".to_owned() }));
        assert_eq!(
            second.iter().map(|row| (row.row, row.reason.as_str())).collect::<Vec<_>>(),
            [(4, "tax_code_length")]
        );
    }
}

#[test]
fn a_row_with_two_wrong_dates_keeps_both_and_a_page_may_end_between_them() {
    for place in places() {
        let export = Export::sound().with(Table::Meters, 1, "installed", "31/02/2019").with(
            Table::Meters,
            1,
            "removed",
            "31/02/2020",
        );
        place.import(export.written().path(), false);
        let (ctx, app) = (place.app.system("test"), &place.app);
        let run = wait(list(app, &ctx, None, 1)).unwrap().remove(0);
        let mut seen = Vec::new();
        let mut after = None;
        while let Some(row) = wait(rows(app, &ctx, run.id, "misuratori.csv", after, 1)).unwrap().pop() {
            seen.push((row.row, row.reason.clone(), row.field.clone()));
            after = Some(RowCursor { row: row.row, reason: row.reason, field: row.field });
        }
        let date = |field: &str| (1, "date".to_owned(), field.to_owned());
        assert_eq!(seen, [date("Data_Posa"), date("Data_Rimozione")]);
    }
}

#[test]
fn amounts_beyond_reason_are_refused_and_stop_nothing_in_a_trial_as_in_earnest() {
    for place in places() {
        let huge = "90.000.000.000.000.000,00";
        let export = Export::sound()
            .with(Table::Payments, 1, "amount", huge)
            .with(Table::Payments, 2, "amount", huge)
            .and(Table::Payments, 1, &[("number", "P00000003"), ("amount", "1.000.000.000,00")])
            .and(Table::Payments, 1, &[("number", "P00000004"), ("amount", "1.000.000.000,00")]);
        let folder = export.written();
        let trial = place.import(folder.path(), true);
        let report = place.import(folder.path(), false);
        assert_eq!(trial, report);
        let (_, payments) = report.files.iter().find(|(name, _)| name == "pagamenti.csv").unwrap();
        let reasons: Vec<_> = payments.refused.iter().map(|one| (one.row, one.reason.code())).collect();
        assert_eq!((reasons, payments.accepted), (vec![(1, "amount"), (2, "amount")], 2));
        let paid = "SELECT paid_cents FROM bill WHERE number = '2026/0000001'";
        assert_eq!(place.one(paid), "200000000000");
    }
}

#[test]
fn what_is_still_to_come_is_refused_by_the_day_of_the_import() {
    for place in places() {
        let export = Export::sound()
            .with(Table::Readings, 2, "date", "21/11/2026")
            .with(Table::Payments, 2, "date", "21/11/2026")
            .with(Table::Bills, 1, "due", "31/12/2026");
        let folder = export.written();
        let reasons = |report: &ImportReport| -> Vec<_> {
            let all = report.files.iter().flat_map(|(_, file)| &file.refused);
            all.map(|one| one.reason.code()).collect()
        };
        assert_eq!(reasons(&place.import(folder.path(), false)), ["reading_date", "payment_date"]);
        place.clock.advance(86_400);
        assert!(reasons(&place.import(folder.path(), false)).is_empty());
    }
}

#[test]
fn a_run_that_cannot_go_on_is_marked_with_the_reason() {
    for place in places() {
        place.alter("UPDATE number_sequence SET last = 0 WHERE name = 'none'");
        let folder = Export::sound().written();
        std::fs::remove_file(folder.path().join("fatture.csv")).unwrap();
        let ctx = place.app.system("import");
        let profile = Profile::nav_it().unwrap();
        let missing =
            jobs::import::run(&place.app, &ctx, folder.path(), &profile, false, &|_| {}).unwrap_err();
        assert!(missing.to_string().contains("fatture.csv"), "{missing}");
        assert_eq!(place.one("SELECT COUNT(*) AS n FROM import_run"), "0");

        let folder = Export::sound().written();
        let vanish = |progress: jobs::import::Progress<'_>| {
            if progress.file == "clienti.csv" {
                let _ = std::fs::remove_file(folder.path().join("fatture.csv"));
            }
        };
        let lost = jobs::import::run(&place.app, &ctx, folder.path(), &profile, false, &vanish).unwrap_err();
        let run = wait(list(&place.app, &ctx, None, 10)).unwrap().remove(0);
        assert_eq!((run.state.as_str(), run.error), ("failed", lost.to_string()));
        assert_eq!(place.one("SELECT COUNT(*) AS n FROM contract"), "2");
        place.import(Export::sound().written().path(), false);
        assert_eq!(place.one("SELECT COUNT(*) AS n FROM bill"), "2");
    }
}

#[test]
fn nobody_imports_without_the_right_to() {
    for place in places() {
        let mut ctx = place.app.system("import");
        let id = kernel::UserId::from_bytes([1; 16]);
        ctx.actor = kernel::Actor::User { id, name: "Ada".to_owned() };
        ctx.roles = vec![domain::access::Role::Operator];
        let folder = Export::sound().written();
        let refused =
            jobs::import::run(&place.app, &ctx, folder.path(), &Profile::nav_it().unwrap(), true, &|_| {});
        assert!(matches!(refused, Err(jobs::import::ImportError::Store(app::Error::Denied(_)))));
        assert!(matches!(wait(list(&place.app, &ctx, None, 1)), Err(app::Error::Denied(_))));
    }
}

#[test]
fn a_silent_run_is_marked_as_interrupted() {
    for place in places() {
        let ctx = place.app.system("import");
        let importer = app::import::begin(&place.app, &ctx, "nav-it", "/export", false).unwrap();
        place.clock.advance(59);
        assert_eq!(wait(mark_interrupted(&place.app)).unwrap(), 0);
        place.clock.advance(2);
        assert_eq!(wait(mark_interrupted(&place.app)).unwrap(), 1);
        let run = wait(app::import::show(&place.app, &ctx, importer.id())).unwrap();
        assert_eq!(run.state, "interrupted");
    }
}
