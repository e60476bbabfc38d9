//! Requests to a distributor and its answers through the shared folder, with a simulated distributor on the other side:
//! nothing is lost and nothing is done twice, whoever is away for a while.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail loudly, in its helpers too")]

#[path = "../../app/tests/support/mod.rs"]
mod support;

use std::{path::Path, sync::Arc};

use app::{
    Error,
    cases::{OpenCase, Prefill, open, show},
};
use connectors::{
    billing::Folders,
    distributor::{StandardFormat, requests_waiting, simulator::DistributorSimulator},
};
use domain::{
    cases::{CaseState, Origin},
    registry::{SupplyPoint, SupplyPointState},
};
use jobs::{JobsSettings, Worker};
use kernel::{CaseId, Clock as _, FixedClock, Sector, SupplyPointId};
use procedures::Files;
use store::{cases::process, registry::supply_point};
use support::{World, worlds};

const TEXTS: &str = "procedure = Prova\n";

fn worker(world: &World, folder: &Path) -> Worker {
    let settings = JobsSettings {
        distributor: Some(folder.to_owned()),
        reminder_days: Vec::new(),
        ..JobsSettings::new("test")
    };
    Worker::new(world.app.clone(), settings).unwrap()
}

/// A minute passes, then the worker does what is due.
async fn pass(clock: &FixedClock, worker: &Worker) {
    clock.advance(61);
    worker.run_periodic(clock.now()).await;
    worker.run_until_idle(clock.now()).await.unwrap();
}

/// A case that has asked for a gas point with this code.
async fn asked(world: &World, pdr: &str) -> CaseId {
    let files: Files = [
        ("procedure.toml", "code = \"TSG\"\nprocess = \"TSG\"\nsectors = [\"gas\"]\n"),
        ("process.bpmn", include_str!("../../app/tests/support/asks-distributor.bpmn")),
        ("texts/it.ftl", TEXTS),
        ("texts/en.ftl", TEXTS),
    ]
    .into_iter()
    .map(|(path, text)| (path.to_owned(), text.to_owned()))
    .collect();
    let read = procedures::read(&files).unwrap();
    let (ctx, near, code) = (world.app.system("test"), world.point, pdr.to_owned());
    let files = serde_json::to_string(&files).unwrap();
    let bundle = process::Bundle { procedure: read.code, version: 1, hash: read.hash, files };
    let seed = move |tx: &mut store::Tx<'_>| {
        process::publish(tx, &ctx, &bundle)?;
        let near = supply_point::by_id(tx, near)?.unwrap();
        let point = SupplyPoint {
            id: ctx.id(SupplyPointId::from_bytes),
            sector: Sector::Gas,
            code: code.clone(),
            state: SupplyPointState::Inactive,
            distributor: "Rete Gas del Dosso".to_owned(),
            ..near
        };
        supply_point::insert(tx, &ctx, &point)?;
        Ok::<_, Error>(point.id)
    };
    let point = world.app.db.write("seed", seed).await.unwrap();
    let prefill = Prefill { supply_point: Some(point), party: Some(world.incoming), ..Prefill::default() };
    let new = OpenCase { procedure: "TSG".to_owned(), origin: Origin::Counter, prefill };
    open(&world.app, &world.ctx("marta.bellini").await, new).await.unwrap().id
}

async fn state(world: &World, case: CaseId) -> CaseState {
    show(&world.app, &world.app.system("test"), case).await.unwrap().case.state
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_goes_out_and_the_case_follows_the_distributors_answers() {
    for mut world in worlds().await {
        world.app = world.app.clone().with_distributor_format(Arc::new(StandardFormat));
        let folder = tempfile::tempdir().unwrap();
        let worker = worker(&world, folder.path());
        let case = asked(&world, "99900000000196").await;
        worker.run_until_idle(world.clock.now()).await.unwrap();
        assert_eq!(requests_waiting(&Folders::below(folder.path())).unwrap().len(), 1);

        let mut distributor = DistributorSimulator::open(folder.path()).unwrap();
        let mut states = Vec::new();
        while distributor.take_turn().unwrap() > 0 {
            pass(&world.clock, &worker).await;
            states.push(state(&world, case).await);
        }
        assert_eq!(states, [CaseState::Admissible, CaseState::Admissible, CaseState::Fulfilled]);
        let left = std::fs::read_dir(folder.path().join("in/done")).unwrap().count();
        assert_eq!(left, 3, "every answer is put away");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_that_lie_there_when_nobody_works_are_taken_in_later_and_once() {
    for mut world in worlds().await {
        world.app = world.app.clone().with_distributor_format(Arc::new(StandardFormat));
        let folder = tempfile::tempdir().unwrap();
        let first = worker(&world, folder.path());
        let case = asked(&world, "99900000000100").await;
        first.run_until_idle(world.clock.now()).await.unwrap();
        drop(first);
        let mut distributor = DistributorSimulator::open(folder.path()).unwrap();
        while distributor.take_turn().unwrap() > 0 {}
        // Both answers wait; a file that is none lies among them.
        std::fs::write(folder.path().join("in/rotto.zip"), b"PK\x03\x04").unwrap();
        let second = worker(&world, folder.path());
        pass(&world.clock, &second).await;
        pass(&world.clock, &second).await;
        assert_eq!(state(&world, case).await, CaseState::Fulfilled);
        let refused = folder.path().join("in/refused");
        assert!(refused.join("rotto.zip").exists() && refused.join("rotto.zip.motivo.txt").exists());
    }
}
