//! What a case did stays done: rows of before it, changed or not, undo nothing.

use domain::import::{ImportReport, Table};
use domain::registry::{Contract, ContractState};
use kernel::{ContractId, Date, PartyId};
use store::{DbError, Tx, registry::contract, registry::mandate};

use super::engines::{Place, places};
use super::small_export::Export;

fn id_of(tx: &mut Tx<'_>, sql: &'static str) -> Result<[u8; 16], DbError> {
    tx.query_sql("id", sql, &[])?.first().map_or(Ok([0; 16]), |row| row.get("id"))
}

/// What a change of holder does to the contract E0000022: it ends, its mandate with it, and C0000023 begins for the
/// other customer.
fn change_holder(place: &Place) {
    let ctx = place.app.system("voltura");
    let done = place.app.db.write_blocking("voltura", move |tx| {
        let id = ContractId::from_bytes(id_of(tx, "SELECT id FROM contract WHERE number = 'E0000022'")?);
        let party = PartyId::from_bytes(id_of(tx, "SELECT id FROM party WHERE number = 'C000017'")?);
        let old = contract::by_id(tx, id)?.unwrap();
        let last = Date::constant(2026, 11, 19);
        let mut ended = Contract {
            ends_on: Some(last),
            state: ContractState::Ended,
            end_reason: "change_of_holder".to_owned(),
            ..old.clone()
        };
        assert!(contract::update(tx, &ctx, &old, &mut ended)?);
        mandate::end_of_contract(tx, id, last)?;
        let new = Contract {
            id: ctx.id(ContractId::from_bytes),
            number: "C0000023".to_owned(),
            party_id: party,
            starts_on: Date::constant(2026, 11, 20),
            previous_contract_id: Some(id),
            version: 1,
            ..old
        };
        contract::insert(tx, &ctx, &new)?;
        contract::set_cadastre(
            tx,
            new.id,
            &domain::registry::Cadastre { sheet: "77".to_owned(), ..domain::registry::Cadastre::default() },
        )
    });
    done.unwrap();
}

fn warnings(report: &ImportReport) -> Vec<&'static str> {
    report.files.iter().flat_map(|(_, file)| &file.warned).map(|one| one.reason.code()).collect()
}

const CONTRACTS: &str = "SELECT c.number, p.number AS holder, c.state, c.starts_on, c.ends_on, c.end_reason, c.offer, c.deposit_cents FROM contract c JOIN party p ON p.id = c.party_id ORDER BY c.number";

#[test]
fn a_changed_row_of_before_a_change_of_holder_does_not_undo_it() {
    for place in places() {
        place.import(Export::sound().written().path(), false);
        change_holder(&place);
        let before = place.one(CONTRACTS);
        assert!(warnings(&place.import(Export::sound().written().path(), false)).is_empty());
        assert_eq!(place.one(CONTRACTS), before, "the same rows again change nothing");
        let old = Export::sound()
            .with(Table::Contracts, 2, "offer", "BLU")
            .with(Table::Contracts, 2, "customer", "C000017")
            .with(Table::Contracts, 2, "start", "01/01/2020")
            .with(Table::Contracts, 2, "deposit", "99,00")
            .with(Table::Mandates, 1, "holder", "Bar Setti Srl")
            .with(Table::SupplyPoints, 2, "sheet", "55");
        let folder = old.written();
        let trial = place.import(folder.path(), true);
        let report = place.import(folder.path(), false);
        assert_eq!(trial, report);
        assert_eq!(warnings(&report), ["contract_ended_here"]);
        assert_eq!(place.one(CONTRACTS), before.replace("VERDE", "BLU").replacen("|BLU|", "|VERDE|", 1));
        assert_eq!(
            place.one("SELECT holder, state, ended_on FROM mandate"),
            "Bar Setti Srl|revoked|2026-11-19",
            "a mandate a case ended is not brought back"
        );
        assert_eq!(place.one("SELECT amount_cents FROM deposit"), "5000", "no deposit is made up");
        let cadastre = "SELECT sheet FROM contract_cadastre d JOIN contract c ON c.id = d.contract_id WHERE c.number = 'C0000023'";
        assert_eq!(place.one(cadastre), "77");
        assert!(warnings(&place.import(folder.path(), false)).is_empty(), "the row is known now");
        assert_eq!(
            place.one("SELECT COUNT(*) AS n FROM import_row WHERE reason = 'contract_ended_here'"),
            "2"
        );
    }
}

#[test]
fn the_billing_system_may_say_of_its_own_accord_that_the_contract_ended() {
    for place in places() {
        place.import(Export::sound().written().path(), false);
        change_holder(&place);
        let caught_up = Export::sound().with(Table::Contracts, 2, "state", "Cessato").with(
            Table::Contracts,
            2,
            "end",
            "19/11/2026",
        );
        let report = place.import(caught_up.written().path(), false);
        assert!(warnings(&report).is_empty(), "it says what is so");
        let reason = "SELECT end_reason, ends_on FROM contract WHERE number = 'E0000022'";
        assert_eq!(place.one(reason), "change_of_holder|2026-11-19");
    }
}

#[test]
fn a_contract_a_case_began_is_changed_by_rows_of_its_own_holder_only() {
    for place in places() {
        place.import(Export::sound().written().path(), false);
        change_holder(&place);
        let before = place.one(CONTRACTS);
        let others =
            Export::sound().and(Table::Contracts, 2, &[("number", "C0000023"), ("state", "Cessato")]);
        let report = place.import(others.written().path(), false);
        assert_eq!(warnings(&report), ["contract_made_here"]);
        assert_eq!(place.one(CONTRACTS), before);
        let own =
            [("number", "C0000023"), ("customer", "C000017"), ("offer", "BLU"), ("start", "20/11/2026")];
        let report = place.import(Export::sound().and(Table::Contracts, 2, &own).written().path(), false);
        assert!(warnings(&report).is_empty());
        let offer = "SELECT offer, previous_contract_id IS NOT NULL AS after_another FROM contract WHERE number = 'C0000023'";
        assert_eq!(place.one(offer), "BLU|1");
    }
}
