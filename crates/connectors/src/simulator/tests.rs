//! The simulator keeps its memory over a kill, applies nothing twice and refuses what makes no sense.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use serde_json::{Value as Json, json};

use super::*;
use crate::billing::{Command, read_answers, write_batch};

fn on() -> kernel::Date {
    "2026-03-11".parse().unwrap()
}

fn command(kind: &str, seq: i64, body: Json) -> Command {
    Command {
        key: format!("nav:{kind}:{seq}"),
        revision: 1,
        kind: kind.to_owned(),
        aggregate: "P1".to_owned(),
        seq,
        body,
    }
}

fn customer() -> Command {
    command(
        "customer",
        1,
        json!({ "number": "51907", "kind": "person", "names": { "surname": "Montanari" }, "tax_code": "MNTRNI91S42B819T" }),
    )
}

fn change(old: &str, ends: &str) -> Command {
    command(
        "change_of_holder",
        2,
        json!({ "point": "P1", "sector": "gas", "old_contract": old, "old_ends_on": ends, "new_contract": "N1", "customer": "51907",
            "starts_on": "2026-03-18" }),
    )
}

fn answers(folder: &std::path::Path) -> Vec<(Outcome, String)> {
    let folders = Folders::below(folder);
    let mut all = Vec::new();
    for file in read_answers(&folders).unwrap() {
        all.extend(file.answers.iter().map(|answer| (answer.outcome.clone(), answer.code.clone())));
        file.put_away(&folders).unwrap();
    }
    all
}

fn said(outcome: Outcome, code: &str) -> (Outcome, String) {
    (outcome, code.to_owned())
}

#[test]
fn a_command_is_applied_once_however_often_it_comes() {
    let root = tempfile::tempdir().unwrap();
    let folders = Folders::below(root.path());
    folders.create().unwrap();
    let reading = command(
        "reading",
        3,
        json!({ "point": "P1", "read_on": "2026-03-11", "values": { "S": 12 }, "kind": "agreed" }),
    );
    for (number, expected) in
        [(1, Outcome::Applied), (1, Outcome::AlreadyApplied), (2, Outcome::AlreadyApplied)]
    {
        write_batch(&folders, number, on(), std::slice::from_ref(&reading)).unwrap();
        // A new process each time: what counts is what lies on the disk.
        let mut simulator = Simulator::open(root.path()).unwrap();
        simulator.take_all().unwrap();
        assert_eq!(simulator.book().readings(), 1);
        assert_eq!(answers(root.path()).first().map(|answer| answer.0.clone()), Some(expected));
    }
}

#[test]
fn senseless_commands_are_refused_with_codes() {
    let root = tempfile::tempdir().unwrap();
    let folders = Folders::below(root.path());
    folders.create().unwrap();
    std::fs::create_dir_all(root.path().join("nav")).unwrap();
    std::fs::write(root.path().join("nav/contracts.txt"), "A1\n").unwrap();
    let mandate = |contract: &str, iban: &str| {
        command(
            "mandate",
            4,
            json!({ "umr": "U1", "contract": contract, "iban": iban, "holder": "Montanari", "signed_on": "2026-03-11", "scheme": "core" }),
        )
    };
    let cases = [
        (change("A1", "2026-03-17"), Outcome::Rejected, "E104"),
        (customer(), Outcome::Applied, "I000"),
        (change("X9", "2026-03-17"), Outcome::Rejected, "E101"),
        (change("A1", "2026-03-18"), Outcome::Rejected, "E102"),
        (mandate("N1", "IT60X0542811101000000123456"), Outcome::Rejected, "E101"),
        (change("A1", "2026-03-17"), Outcome::Applied, "I000"),
        (mandate("N1", "IT00X0542811101000000123456"), Outcome::Rejected, "E120"),
        (mandate("N1", "IT60X0542811101000000123456"), Outcome::Applied, "I000"),
        (Command { key: "other".to_owned(), ..change("A1", "2026-03-17") }, Outcome::Rejected, "E105"),
    ];
    let mut simulator = Simulator::open(root.path()).unwrap();
    for (number, (command, outcome, code)) in (1..).zip(cases) {
        write_batch(&folders, number, on(), std::slice::from_ref(&command)).unwrap();
        simulator.take_all().unwrap();
        assert_eq!(answers(root.path()), [said(outcome, code)], "{number}: {command:?}");
    }
    assert_eq!(simulator.book().holder("N1"), Some("51907"));
}

#[test]
fn a_point_is_activated_for_a_known_customer_under_a_new_contract_once() {
    let root = tempfile::tempdir().unwrap();
    let folders = Folders::below(root.path());
    folders.create().unwrap();
    let activation = |key: &str, customer: &str| Command {
        key: key.to_owned(),
        ..command(
            "activation",
            2,
            json!({ "point": "P1", "sector": "gas", "contract": "N7", "customer": customer, "starts_on": "2026-03-11",
                "meter": "M1" }),
        )
    };
    let cases = [
        (activation("a", "51907"), Outcome::Rejected, "E104"),
        (customer(), Outcome::Applied, "I000"),
        (activation("b", "51907"), Outcome::Applied, "I000"),
        (activation("c", "51907"), Outcome::Rejected, "E106"),
    ];
    let mut simulator = Simulator::open(root.path()).unwrap();
    for (number, (command, outcome, code)) in (1..).zip(cases) {
        write_batch(&folders, number, on(), std::slice::from_ref(&command)).unwrap();
        simulator.take_all().unwrap();
        assert_eq!(answers(root.path()), [said(outcome, code)], "{number}: {command:?}");
    }
    assert_eq!(simulator.book().holder("N7"), Some("51907"));
}

#[test]
fn a_line_torn_by_a_kill_is_forgotten_and_the_command_applied_again() {
    let root = tempfile::tempdir().unwrap();
    let folders = Folders::below(root.path());
    folders.create().unwrap();
    write_batch(&folders, 1, on(), &[customer()]).unwrap();
    Simulator::open(root.path()).unwrap().take_all().unwrap();
    answers(root.path());
    let path = root.path().join("nav/applied.jsonl");
    let whole = std::fs::read(&path).unwrap();
    std::fs::write(&path, &whole[..whole.len() - 5]).unwrap();
    write_batch(&folders, 2, on(), &[customer()]).unwrap();
    let mut simulator = Simulator::open(root.path()).unwrap();
    simulator.take_all().unwrap();
    assert_eq!(answers(root.path()), [said(Outcome::Applied, "I000")]);
    drop(simulator);
    assert_eq!(Simulator::open(root.path()).unwrap().book().applied(), 1);
}

#[test]
fn it_answers_while_it_runs_and_stops_when_told() {
    let root = tempfile::tempdir().unwrap();
    let folders = Folders::below(root.path());
    folders.create().unwrap();
    write_batch(&folders, 1, on(), &[customer()]).unwrap();
    let (stop, folder) = (Arc::new(AtomicBool::new(false)), root.path().to_owned());
    let told = Arc::clone(&stop);
    let options = SimulatorOptions { delay: Duration::from_millis(20), poll: Duration::from_millis(5) };
    let running = std::thread::spawn(move || run(&folder, &options, &told));
    let begun = Instant::now();
    let mut all = Vec::new();
    while all.is_empty() && begun.elapsed() < Duration::from_secs(10) {
        all = answers(root.path());
        std::thread::sleep(Duration::from_millis(5));
    }
    stop.store(true, Ordering::Relaxed);
    running.join().unwrap().unwrap();
    assert_eq!(all, [said(Outcome::Applied, "I000")]);
}

#[test]
fn two_simulators_never_play_in_one_folder() {
    let root = tempfile::tempdir().unwrap();
    let first = Simulator::open(root.path()).unwrap();
    let refused = Simulator::open(root.path()).unwrap_err();
    assert!(refused.to_string().contains("lock"), "{refused}");
    drop(first);
    Simulator::open(root.path()).unwrap();
}

#[test]
fn corrections_are_credited_and_reminders_stopped_and_let_go() {
    let root = tempfile::tempdir().unwrap();
    let folders = Folders::below(root.path());
    folders.create().unwrap();
    std::fs::create_dir_all(root.path().join("nav")).unwrap();
    std::fs::write(root.path().join("nav/contracts.txt"), "A1\n").unwrap();
    let dunning = |kind: &str, seq: i64, contract: &str| {
        command(
            kind,
            seq,
            json!({ "bill": "B1", "contract": contract, "case": "2026-REC-000001", "on": "2026-03-11", "reason": "complaint" }),
        )
    };
    let correction = |seq: i64, contract: &str, reason: &str| {
        command(
            "correction",
            seq,
            json!({ "case": "2026-REC-000001", "contract": contract, "bills": ["B1", "B2"], "amount_cents": 8100, "reason": reason,
                "on": "2026-03-11" }),
        )
    };
    let batch = [
        dunning("dunning_hold", 1, "A1"),
        dunning("dunning_hold", 2, "A9"),
        correction(3, "A1", "ricalcolo"),
        correction(4, "A9", "ricalcolo"),
        correction(5, "A1", ""),
    ];
    write_batch(&folders, 1, on(), &batch).unwrap();
    let mut simulator = Simulator::open(root.path()).unwrap();
    simulator.take_all().unwrap();
    let codes: Vec<String> = answers(root.path()).into_iter().map(|(_, code)| code).collect();
    assert_eq!(codes, ["I000", "E101", "I000", "E101", "E140"]);
    assert!(simulator.book().holds("B1"));
    assert_eq!(simulator.book().credits("2026-REC-000001"), ["81,00"]);
    write_batch(&folders, 2, on(), &[dunning("dunning_release", 6, "A1")]).unwrap();
    simulator.take_all().unwrap();
    assert!(!simulator.book().holds("B1"));
}

#[test]
fn reconnections_and_plans_are_booked_and_a_plan_begins_and_ends_once() {
    let root = tempfile::tempdir().unwrap();
    let folders = Folders::below(root.path());
    folders.create().unwrap();
    std::fs::create_dir_all(root.path().join("nav")).unwrap();
    std::fs::write(root.path().join("nav/contracts.txt"), "A1\n").unwrap();
    let back = |seq: i64, contract: &str| {
        command(
            "reconnection",
            seq,
            json!({ "point": "P1", "contract": contract, "restored_at": "2026-03-11T10:20", "read_on": "2026-03-11", "values": { "T": 1290 },
                "fee_cents": 3500, "covered_by": "counter", "case": "2026-R01-000001" }),
        )
    };
    let plan = |seq: i64, contract: &str| {
        let rows = json!([{ "number": 1, "due_on": "2026-04-20", "principal_cents": 9150, "interest_cents": 150,
            "slip_code": "202600001234567834", "notice_number": "301260000000000112" }]);
        let body = json!({ "plan": "2026-RAT-000001", "contract": contract, "bills": [{ "number": "B1", "open_cents": 9150 }],
            "down_cents": 0, "rate": 215, "from_on": "2026-03-11", "instalments": rows, "stop_debits": true });
        command("instalment_plan", seq, body)
    };
    let end = |seq: i64| {
        command(
            "instalment_plan_end",
            seq,
            json!({ "plan": "2026-RAT-000001", "contract": "A1", "reason": "missed", "open_cents": 9150, "late_number": 1,
                "late_due_on": "2026-04-20", "on": "2026-05-11" }),
        )
    };
    let batch =
        [back(1, "A1"), back(2, "A9"), end(3), plan(4, "A9"), plan(5, "A1"), plan(6, "A1"), end(7), end(8)];
    write_batch(&folders, 1, on(), &batch).unwrap();
    let mut simulator = Simulator::open(root.path()).unwrap();
    simulator.take_all().unwrap();
    let codes: Vec<String> = answers(root.path()).into_iter().map(|(_, code)| code).collect();
    assert_eq!(codes, ["I000", "E101", "E153", "E101", "I000", "E151", "I000", "E154"]);
    assert_eq!(simulator.book().reconnection("A1"), Some("35,00"));
    assert_eq!(simulator.book().plan_runs("2026-RAT-000001"), Some(false));
}

#[test]
fn a_plan_without_instalments_and_a_reconnection_without_its_day_cannot_be_written() {
    let plan =
        command("instalment_plan", 1, json!({ "plan": "P", "contract": "A1", "from_on": "2026-03-11" }));
    assert_eq!(crate::billing::check(&plan).unwrap_err().told(), "instalments:missing");
    let back =
        command("reconnection", 1, json!({ "point": "P1", "contract": "A1", "fee_cents": 0, "case": "C" }));
    assert_eq!(crate::billing::check(&back).unwrap_err().told(), "restored_at:missing");
    let end = command("instalment_plan_end", 1, json!({ "plan": "P", "contract": "A1", "reason": "bored" }));
    assert_eq!(crate::billing::check(&end).unwrap_err().told(), "reason:not_a_reason");
}

#[test]
fn works_are_taken_in_once_with_the_values_of_their_meters() {
    let root = tempfile::tempdir().unwrap();
    let folders = Folders::below(root.path());
    folders.create().unwrap();
    let works = |seq: i64, case: &str, closing: serde_json::Value| {
        command(
            "works",
            seq,
            json!({
                "case": case, "point": "P1", "contract": null, "works_on": "2026-03-10",
                "meter": { "removed": "OLD", "closing": closing, "laid": "NEW", "registers": { "T": 0 }, "digits": { "T": 5 } },
                "charge": { "total": 40_755, "paid": 12_227, "balance": 28_528, "lines": [] },
            }),
        )
    };
    let batch = [
        works(1, "2026-E01-000001", json!({ "T": 1_284 })),
        works(2, "2026-E01-000001", json!({ "T": 1_284 })),
        works(3, "2026-E01-000002", json!({})),
    ];
    write_batch(&folders, 1, on(), &batch).unwrap();
    let mut simulator = Simulator::open(root.path()).unwrap();
    simulator.take_all().unwrap();
    let codes: Vec<String> = answers(root.path()).into_iter().map(|(_, code)| code).collect();
    assert_eq!(codes, ["I000", "E162", "E161"]);
    assert_eq!(simulator.book().works("2026-E01-000001"), Some("285,28"));
    assert_eq!(simulator.book().meter("P1"), Some("NEW"));
}
