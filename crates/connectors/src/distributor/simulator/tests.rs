//! The simulated distributor answers each request once, in order, and forgets nothing over a kill.

use std::{path::Path, sync::Arc, time::Duration};

use domain::distributor::{Customer, Flow, Head, Request};

use super::*;
use crate::distributor::{put_request, read_answers, read_message};

fn on() -> kernel::Date {
    "2026-03-11".parse().unwrap()
}

fn request(code: &str, pdr: &str) -> Message {
    Message {
        head: Head {
            service: "A01".to_owned(),
            flow: Flow::Request,
            seller: "01234560157".parse().unwrap(),
            distributor: "00488410010".parse().unwrap(),
            request: code.to_owned(),
            distributor_code: None,
            sequence: None,
        },
        body: Body::Request(Request {
            pdr: pdr.parse().unwrap(),
            meter: Some("M1".to_owned()),
            customer: Customer {
                surname: "Montanari".to_owned(),
                tax_code: "MNTRNI91S42B819T".to_owned(),
                ..Customer::default()
            },
            asked_on: on(),
            wanted_on: None,
        }),
        note: String::new(),
        unknown: Vec::new(),
    }
}

/// What lies in the folder of answers, taken away.
fn taken(folder: &Path) -> Vec<Message> {
    let folders = Folders::below(folder);
    let mut all = Vec::new();
    for file in read_answers(&folders).unwrap() {
        all.push(read_message(&file.name(), &file.bytes).unwrap());
        file.put_away(&folders).unwrap();
    }
    all
}

fn flows(messages: &[Message]) -> Vec<Flow> {
    messages.iter().map(|message| message.head.flow).collect()
}

/// Every answer to one request on this point.
fn played(pdr: &str) -> Vec<Message> {
    let root = tempfile::tempdir().unwrap();
    let folders = Folders::below(root.path());
    folders.create().unwrap();
    put_request(&folders, &request("R1", pdr), on(), 1).unwrap();
    let mut simulator = DistributorSimulator::open(root.path()).unwrap();
    let mut all = Vec::new();
    while simulator.take_turn().unwrap() > 0 {
        all.extend(taken(root.path()));
    }
    all
}

#[test]
fn a_request_that_goes_well_is_admitted_and_then_done() {
    let all = played("00881234567890");
    assert_eq!(flows(&all), [Flow::Admissibility, Flow::Outcome]);
    assert!(all.iter().all(|message| message.head.request == "R1"));
    let Some(Body::Outcome(outcome)) = all.last().map(|message| &message.body) else { panic!("{all:?}") };
    let technical = outcome.technical.as_ref().unwrap();
    assert_eq!((technical.meter.as_str(), technical.activated_on), ("M1", on()));
}

#[test]
fn the_end_of_the_pdr_says_what_goes_wrong() {
    for pdr in ["00881234567899", "00881234567898"] {
        let all = played(pdr);
        assert_eq!(flows(&all), [Flow::Admissibility]);
        let Some(Body::Admissibility(answer)) = all.first().map(|message| &message.body) else { panic!() };
        assert!(!answer.admissible && answer.causes.len() == 1, "{answer:?}");
    }
    assert_eq!(flows(&played("00881234567896")), [Flow::Admissibility, Flow::Appointment, Flow::Outcome]);
}

#[test]
fn what_is_at_a_point_is_what_was_told_of_it() {
    let root = tempfile::tempdir().unwrap();
    let folders = Folders::below(root.path());
    folders.create().unwrap();
    let at = |meter: &str, corrector| AtPoint { meter: meter.to_owned(), reading: 4711, corrector };
    let points = BTreeMap::from([
        ("00881234567890".to_owned(), at("M7", None)),
        ("00881234567891".to_owned(), at("M8", Some(("K8".to_owned(), 12)))),
    ]);
    write_meters(root.path(), &points).unwrap();
    let mut simulator = DistributorSimulator::open(root.path()).unwrap();
    put_request(&folders, &request("R1", "00881234567891"), on(), 1).unwrap();
    while simulator.take_turn().unwrap() > 0 {}
    let told = taken(root.path()).into_iter().find_map(|message| match message.body {
        Body::Outcome(outcome) => outcome.technical,
        _ => None,
    });
    let told = told.unwrap();
    assert_eq!(
        (told.meter.as_str(), told.reading),
        ("M8", 4711),
        "not the meter that the seller thinks is there"
    );
    assert_eq!((told.corrector.as_deref(), told.corrector_reading), (Some("K8"), Some(12)));
}

#[test]
fn nobody_at_home_is_only_the_first_time() {
    let root = tempfile::tempdir().unwrap();
    let folders = Folders::below(root.path());
    folders.create().unwrap();
    let mut simulator = DistributorSimulator::open(root.path()).unwrap();
    let mut ended = Vec::new();
    for (number, code) in [(1, "R1"), (2, "R1-2")] {
        put_request(&folders, &request(code, "00881234567897"), on(), number).unwrap();
        while simulator.take_turn().unwrap() > 0 {}
        for message in taken(root.path()) {
            if let Body::Outcome(outcome) = message.body {
                ended.push(outcome.done);
            }
        }
    }
    assert_eq!(ended, [false, true]);
}

#[test]
fn over_a_kill_nothing_is_answered_twice_and_nothing_is_forgotten() {
    let root = tempfile::tempdir().unwrap();
    let folders = Folders::below(root.path());
    folders.create().unwrap();
    put_request(&folders, &request("R1", "00881234567890"), on(), 1).unwrap();
    DistributorSimulator::open(root.path()).unwrap().take_turn().unwrap();
    let journal = root.path().join("distributor/requests.jsonl");
    let whole = std::fs::read(&journal).unwrap();
    std::fs::write(&journal, &whole[..whole.len() - 4]).unwrap();
    let first = std::fs::read(read_answers(&folders).unwrap().remove(0).path).unwrap();
    // The note of having sent was torn: the same file is written again.
    let mut simulator = DistributorSimulator::open(root.path()).unwrap();
    assert_eq!(simulator.take_turn().unwrap(), 1);
    let files = read_answers(&folders).unwrap();
    assert_eq!(files.len(), 1);
    assert_eq!(files.first().map(|file| &file.bytes), Some(&first));
    put_request(&folders, &request("R1", "00881234567890"), on(), 2).unwrap();
    assert_eq!(simulator.receive().unwrap(), 0, "the same code is the same request");
}

#[test]
fn it_answers_while_it_runs_and_stops_when_told() {
    let root = tempfile::tempdir().unwrap();
    let folders = Folders::below(root.path());
    folders.create().unwrap();
    put_request(&folders, &request("R1", "00881234567890"), on(), 1).unwrap();
    let (stop, folder) = (Arc::new(AtomicBool::new(false)), root.path().to_owned());
    let told = Arc::clone(&stop);
    let options = SimulatorOptions { delay: Duration::from_millis(20), poll: Duration::from_millis(5) };
    let running = std::thread::spawn(move || run(&folder, &options, &told));
    let begun = Instant::now();
    let mut all = Vec::new();
    while all.len() < 2 && begun.elapsed() < Duration::from_secs(10) {
        all.extend(taken(root.path()));
        std::thread::sleep(Duration::from_millis(5));
    }
    stop.store(true, Ordering::Relaxed);
    running.join().unwrap().unwrap();
    assert_eq!(flows(&all), [Flow::Admissibility, Flow::Outcome]);
}

#[test]
fn two_distributors_never_play_in_one_folder() {
    let root = tempfile::tempdir().unwrap();
    let first = DistributorSimulator::open(root.path()).unwrap();
    let refused = DistributorSimulator::open(root.path()).unwrap_err();
    assert!(refused.to_string().contains("lock"), "{refused}");
    drop(first);
    DistributorSimulator::open(root.path()).unwrap();
}
