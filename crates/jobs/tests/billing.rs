//! A change of holder told to a billing system that is away, slow, killed or says no: nothing is lost, nothing is done
//! twice, and commands of one point are handed over one after the other.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail loudly, in its helpers too")]

#[path = "../../app/tests/support/mod.rs"]
mod support;

use std::{path::Path, process::Command, sync::Arc};

use app::{
    App, Error,
    cases::{Given, answer, show},
};
use connectors::{
    billing::{Answer, Folders, Outcome, batches_waiting, read_batch, write_answers},
    simulator::Simulator,
};
use db::{Db, Options};
use domain::cases::CaseState;
use jobs::{JobsSettings, Worker};
use kernel::{CaseId, Clock as _, FixedClock, Sector, ids::RandomIds};
use serde_json::{Value as Json, json};
use store::work::job;
use support::{
    World, answers,
    voltura::{self, known_party, newcomer},
    worlds, worlds_of,
};

fn worker(app: &App, folder: &Path, owner: &str) -> Worker {
    let settings = JobsSettings {
        billing: Some(folder.to_owned()),
        reminder_days: Vec::new(),
        ..JobsSettings::new(owner)
    };
    Worker::new(app.clone(), settings).unwrap()
}

/// Some seconds pass, then the worker does what is due, papers left aside.
async fn pass(clock: &FixedClock, worker: &Worker, seconds: i64) {
    clock.advance(seconds);
    worker.run_periodic(clock.now()).await;
    worker.run_until_idle(clock.now()).await.unwrap();
}

async fn confirmed(world: &World) -> CaseId {
    requested(world, &known_party(world)).await
}

/// A request made with these answers, its papers left aside.
async fn requested(world: &World, steps: &[(&'static str, Json)]) -> CaseId {
    let case = voltura::confirmed(world, steps).await;
    let app = &world.app;
    // Papers have their own tests, and take long.
    app.db
        .write("no-papers", |tx| {
            for taken in job::claim(
                tx,
                kernel::Instant::from_micros(i64::MAX / 2),
                kernel::Instant::from_micros(i64::MAX),
                "papers",
                100,
            )? {
                if !matches!(taken.kind.as_str(), "produce_document" | "send_invitation" | "timer") {
                    job::again(tx, taken.id, "papers", taken.run_at, "")?;
                }
            }
            Ok::<_, Error>(())
        })
        .await
        .unwrap();
    case
}

async fn states(app: &App, case: CaseId) -> Vec<(String, String)> {
    let view = show(app, &app.system("test"), case).await.unwrap();
    view.billing.iter().map(|message| (message.kind.clone(), message.state.clone())).collect()
}

fn words(list: &[(&str, &str)]) -> Vec<(String, String)> {
    list.iter().map(|(kind, state)| ((*kind).to_owned(), (*state).to_owned())).collect()
}

async fn failed(app: &App) -> Vec<String> {
    let failed = app.db.read("failed", |tx| Ok::<_, Error>(job::failed(tx, 100)?)).await.unwrap();
    failed.into_iter().filter(|job| job.kind.contains("billing")).map(|job| job.error).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn with_billing_stopped_for_an_hour_nothing_is_lost_and_nothing_doubled() {
    for world in worlds().await {
        let folder = tempfile::tempdir().unwrap();
        let folders = Folders::below(folder.path());
        let worker = worker(&world.app, folder.path(), "one");
        let case = confirmed(&world).await;
        for _ in 0..60 {
            pass(&world.clock, &worker, 60).await;
        }
        assert_eq!(batches_waiting(&folders).unwrap().len(), 1, "one file, with the first command alone");
        assert_eq!(
            states(&world.app, case).await,
            words(&[("customer", "sent"), ("change_of_holder", "queued"), ("reading", "queued")])
        );
        // It is back: another process each time, so that only what lies on the disk counts.
        for _ in 0..6 {
            Simulator::open(folder.path()).unwrap().take_all().unwrap();
            pass(&world.clock, &worker, 10).await;
        }
        let book = Simulator::open(folder.path()).unwrap();
        assert_eq!((book.book().applied(), book.book().readings()), (3, 1));
        assert_eq!(
            std::fs::read_dir(folders.taken()).unwrap().count(),
            3,
            "each command was handed over once"
        );
        assert_eq!(
            states(&world.app, case).await,
            words(&[("customer", "applied"), ("change_of_holder", "applied"), ("reading", "applied")])
        );
        let view = show(&world.app, &world.app.system("test"), case).await.unwrap();
        assert_eq!((view.case.state, failed(&world.app).await), (CaseState::Fulfilled, Vec::new()));
    }
}

/// Billing and the worker take turns until all is told.
async fn take_turns(world: &World, folder: &Path) {
    let worker = worker(&world.app, folder, "one");
    for _ in 0..6 {
        pass(&world.clock, &worker, 10).await;
        Simulator::open(folder).unwrap().take_all().unwrap();
    }
    pass(&world.clock, &worker, 10).await;
}

/// The cells of the rows of one word in the files that billing took.
fn rows(folder: &Path, word: &str) -> Vec<Vec<String>> {
    let taken = std::fs::read_dir(Folders::below(folder).taken()).unwrap();
    let rows = taken.flat_map(|file| read_batch(&file.unwrap().path()).unwrap().rows);
    rows.filter(|row| row.first().is_some_and(|first| first == word)).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_of_holder_of_every_sector_is_applied_by_billing() {
    for (sector, word) in [
        (Sector::Water, "ACQUA"),
        (Sector::Gas, "GAS"),
        (Sector::Lpg, "GPL"),
        (Sector::Electricity, "EE"),
        (Sector::Telecom, "TELEFONIA"),
    ] {
        for world in worlds_of(sector).await {
            let folder = tempfile::tempdir().unwrap();
            let case = confirmed(&world).await;
            take_turns(&world, folder.path()).await;
            let all = states(&world.app, case).await;
            assert!(all.iter().all(|(_, state)| state == "applied"), "{sector:?}: {all:?}");
            let told = rows(folder.path(), "VOLTURA");
            assert_eq!(told.iter().map(|row| row[6].as_str()).collect::<Vec<_>>(), [word]);
            let view = show(&world.app, &world.app.system("test"), case).await.unwrap();
            assert_eq!(view.case.state, CaseState::Fulfilled, "{sector:?}: {}", view.case.step);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_from_abroad_without_a_tax_code_is_carried_to_the_end() {
    for world in worlds().await {
        let folder = tempfile::tempdir().unwrap();
        let contact = json!({ "surname": "Hoxha", "given_name": "Arben", "no_tax_code": true, "birth_date": "1988-04-19",
            "birth_place": "Tirana", "sex": "M", "mobile": "333 555 0142",
            "address": { "street": "via Po", "house_number": "12", "postcode": "41099", "municipality": "Fontebruna", "province": "MO" } });
        let case = requested(&world, &newcomer(&world, contact)).await;
        take_turns(&world, folder.path()).await;
        let told = rows(folder.path(), "CLIENTE");
        assert_eq!(told.len(), 1, "told once, refused never");
        assert_eq!(told[0][6..12].join("|"), "PF|Hoxha|Arben|||19/04/1988");
        let view = show(&world.app, &world.app.system("test"), case).await.unwrap();
        assert_eq!(view.case.state, CaseState::Fulfilled, "{} {:?}", view.case.step, view.billing);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_last_bill_the_use_and_the_building_stand_in_the_file() {
    for world in worlds().await {
        let folder = tempfile::tempdir().unwrap();
        let mut steps = known_party(&world);
        for (element, given) in &mut steps {
            let more = match *element {
                "conditions" => {
                    json!({ "point_use": "domestic", "cadastre_category": "A/3", "cadastre_sheet": "12",
                    "cadastre_parcel": "345", "cadastre_subunit": "7" })
                }
                "reading" => json!({ "final_bill_address": { "street": "via Emilia", "house_number": "3",
                    "postcode": "41100", "municipality": "Modena", "province": "MO" } }),
                _ => continue,
            };
            given.as_object_mut().unwrap().extend(answers(more));
        }
        requested(&world, &steps).await;
        take_turns(&world, folder.path()).await;
        let told = rows(folder.path(), "VOLTURA");
        assert_eq!(
            told[0][18..].join("|"),
            "DOMESTICO|LOCAZIONE|A/3||12|345|7|via Emilia|3||41100|Modena|MO|IT|46,50|DA RENDERE"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_that_come_twice_late_or_from_nowhere_change_nothing() {
    for world in worlds().await {
        let folder = tempfile::tempdir().unwrap();
        let folders = Folders::below(folder.path());
        let worker = worker(&world.app, folder.path(), "one");
        let case = confirmed(&world).await;
        pass(&world.clock, &worker, 10).await;
        let key = format!(
            "nav:customer:{}",
            show(&world.app, &world.app.system("test"), case).await.unwrap().case.number
        );
        let said = |key: &str, outcome, revision| Answer {
            key: key.to_owned(),
            outcome,
            code: "X".to_owned(),
            text: String::new(),
            revision,
        };
        // Not an answer yet, an answer to another handing over, and one to a command nobody gave.
        let odd = [
            said(&key, Outcome::Pending("IN LAVORAZIONE".to_owned()), Some(1)),
            said(&key, Outcome::Rejected, Some(7)),
            said("nav:customer:nobody", Outcome::Applied, None),
        ];
        write_answers(&folders, "ANS-a.csv", &odd).unwrap();
        pass(&world.clock, &worker, 10).await;
        assert_eq!(states(&world.app, case).await.first(), words(&[("customer", "sent")]).first());
        assert_eq!(
            failed(&world.app).await,
            ["billing answers to the command \"nav:customer:nobody\", which is not known here"]
        );
        // The true one twice in a file, and the file twice; then a refusal that comes too late.
        let twice = [said(&key, Outcome::Applied, Some(1)), said(&key, Outcome::AlreadyApplied, Some(1))];
        for name in ["ANS-b.csv", "ANS-b.csv", "ANS-c.csv"] {
            write_answers(&folders, name, &twice).unwrap();
            pass(&world.clock, &worker, 10).await;
        }
        write_answers(&folders, "ANS-d.csv", &[said(&key, Outcome::Rejected, Some(1))]).unwrap();
        pass(&world.clock, &worker, 10).await;
        assert_eq!(
            states(&world.app, case).await,
            words(&[("customer", "applied"), ("change_of_holder", "sent"), ("reading", "queued")])
        );
        assert_eq!(batches_waiting(&folders).unwrap().len(), 2);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_command_is_corrected_and_applied_while_later_ones_wait() {
    for world in worlds().await {
        let folder = tempfile::tempdir().unwrap();
        let worker = worker(&world.app, folder.path(), "one");
        std::fs::create_dir_all(folder.path().join("nav")).unwrap();
        std::fs::write(folder.path().join("nav/contracts.txt"), "Z1\n").unwrap();
        let case = confirmed(&world).await;
        for _ in 0..4 {
            pass(&world.clock, &worker, 10).await;
            Simulator::open(folder.path()).unwrap().take_all().unwrap();
        }
        pass(&world.clock, &worker, 3600).await;
        assert_eq!(
            states(&world.app, case).await,
            words(&[("customer", "applied"), ("change_of_holder", "rejected"), ("reading", "queued")])
        );
        let view = show(&world.app, &world.app.system("test"), case).await.unwrap();
        assert_eq!(view.case.step, "fix_billing");
        // Billing enters the missing contract, the back office sends the command again.
        std::fs::write(folder.path().join("nav/contracts.txt"), "A187730\n").unwrap();
        let back_office = world.ctx("paolo.conti").await;
        let given = Given {
            element: "fix_billing".to_owned(),
            typed: answers(json!({ "billing_note": "corretto" })),
            ..Given::default()
        };
        answer(&world.app, &back_office, case, given).await.unwrap();
        pass(&world.clock, &worker, 10).await;
        let waiting = batches_waiting(&Folders::below(folder.path())).unwrap();
        let again = read_batch(waiting.first().unwrap()).unwrap();
        assert_eq!(
            again.rows[0][..3].join(" "),
            format!("VOLTURA nav:change_of_holder:{} 2", view.case.number)
        );
        for _ in 0..4 {
            Simulator::open(folder.path()).unwrap().take_all().unwrap();
            pass(&world.clock, &worker, 10).await;
        }
        assert_eq!(Simulator::open(folder.path()).unwrap().book().applied(), 3);
        let view = show(&world.app, &back_office, case).await.unwrap();
        assert_eq!(view.case.state, CaseState::Fulfilled, "{:?}", view.case.step);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_worker_that_dies_while_it_writes_a_file_leaves_the_work_to_another() {
    for world in worlds().await {
        let folder = tempfile::tempdir().unwrap();
        let folders = Folders::below(folder.path());
        let alive = worker(&world.app, folder.path(), "alive");
        let case = confirmed(&world).await;
        // The job that writes the file is taken by a worker that dies over half a file.
        alive.run_periodic(world.clock.now()).await;
        let (now, until) = (world.clock.now(), world.clock.now().plus_seconds(180));
        let taken = world
            .app
            .db
            .write("dying", move |tx| Ok::<_, Error>(job::claim(tx, now, until, "dead", 10)?))
            .await
            .unwrap();
        assert!(taken.iter().any(|job| job.kind == "write_billing_file"), "{taken:?}");
        std::fs::write(folders.out.join("CMD-000000001.csv.tmp"), "\"SPORTELLO\";\"1\";\"1").unwrap();
        pass(&world.clock, &alive, 170).await;
        assert!(batches_waiting(&folders).unwrap().is_empty(), "the lease still holds");
        pass(&world.clock, &alive, 30).await;
        let files = batches_waiting(&folders).unwrap();
        assert_eq!(read_batch(files.first().unwrap()).unwrap().rows.len(), 1);
        assert_eq!(
            (files.len(), std::fs::read_dir(&folders.out).unwrap().count()),
            (1, 2),
            "one file and the folder of those taken"
        );
        assert_eq!(states(&world.app, case).await.first(), words(&[("customer", "sent")]).first());
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the parent tells the child what to do through the environment"
)]
fn told(name: &str) -> Option<String> {
    std::env::var(name).ok()
}

/// The address of the database for another process; the shown one leaves out the password.
fn reachable(world: &World) -> String {
    match world.fresh.db.engine() {
        db::Engine::Sqlite => world.fresh.url.to_string(),
        db::Engine::Postgres => {
            let server = told("SPORTELLO_TEST_POSTGRES").unwrap();
            let shown = world.fresh.url.to_string();
            let name = shown.rsplit('/').next().unwrap_or_default();
            format!("{}/{name}", server.rsplit_once('/').unwrap().0)
        }
    }
}

/// Not a test of its own: a process that works until it dies at a statement, or has nothing more to do.
#[tokio::test(flavor = "multi_thread")]
async fn child() {
    let (Some(url), Some(folder), Some(now), Some(at)) =
        (told("KILL_URL"), told("KILL_FOLDER"), told("KILL_NOW"), told("KILL_AT"))
    else {
        return;
    };
    let db = Db::open(&url.parse().unwrap(), &Options::default()).await.unwrap();
    let clock = Arc::new(FixedClock::at(now.parse().unwrap()));
    let app = App::new(db, clock.clone(), Arc::new(RandomIds::default()), app::Settings::default());
    let worker = worker(&app, Path::new(&folder), &format!("process-{}", std::process::id()));
    app.db.faults().abort_at(at.parse().unwrap());
    for _ in 0..4 {
        pass(&clock, &worker, 10).await;
        Simulator::open(Path::new(&folder)).unwrap().take_all().unwrap();
    }
    std::process::exit(77);
}

#[tokio::test(flavor = "multi_thread")]
async fn killed_at_any_statement_the_hand_over_loses_and_doubles_nothing() {
    if told("KILL_AT").is_some() {
        return;
    }
    for world in worlds().await {
        let folder = tempfile::tempdir().unwrap();
        let case = confirmed(&world).await;
        let (mut deaths, mut now) = (0, world.clock.now());
        for at in
            [1, 2, 3, 5, 4, 7, 6, 9, 11, 8, 13, 17, 10, 19, 23, 12, 29, 31, 37, 41, 47, 53, 61, 400, 400, 400]
        {
            // Long enough for the lease of the one that died to be over.
            now = now.plus_seconds(300);
            let child = Command::new(std::env::current_exe().unwrap())
                .args(["child", "--exact", "--nocapture"])
                .env("KILL_URL", reachable(&world))
                .env("KILL_FOLDER", folder.path())
                .env("KILL_NOW", now.to_string())
                .env("KILL_AT", at.to_string())
                .output()
                .unwrap();
            if child.status.code() != Some(77) {
                assert!(
                    !String::from_utf8_lossy(&child.stderr).contains("panicked"),
                    "{}",
                    String::from_utf8_lossy(&child.stderr)
                );
                deaths += 1;
            }
        }
        assert!(deaths >= 10, "only {deaths} deaths: the test proves too little");
        world.clock.set(now.plus_seconds(300));
        let worker = worker(&world.app, folder.path(), "last");
        for _ in 0..6 {
            pass(&world.clock, &worker, 300).await;
            Simulator::open(folder.path()).unwrap().take_all().unwrap();
        }
        let simulator = Simulator::open(folder.path()).unwrap();
        assert_eq!((simulator.book().applied(), simulator.book().readings()), (3, 1));
        let view = show(&world.app, &world.app.system("test"), case).await.unwrap();
        assert_eq!((view.case.state, failed(&world.app).await), (CaseState::Fulfilled, Vec::new()));
    }
}
