//! Papers of a change of holder are made by the worker and stored with their case.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail loudly, in its helpers too")]

#[path = "../../app/tests/support/mod.rs"]
mod support;

use app::{
    Error,
    cases::{Given, OpenCase, Prefill, answer, document_content, open, show},
};
use domain::cases::Origin;
use jobs::{JobsSettings, Worker};
use kernel::Clock as _;
use serde_json::{Value as Json, json};
use store::work::job;
use support::{answers, worlds};

#[tokio::test(flavor = "multi_thread")]
async fn the_papers_of_a_confirmed_request_are_made() {
    for world in worlds().await {
        let ctx = world.ctx("marta.bellini").await;
        let new =
            OpenCase { procedure: "VOL".to_owned(), origin: Origin::Counter, prefill: Prefill::default() };
        let case = open(&world.app, &ctx, new).await.unwrap().id;
        let steps: [(&str, Json); 7] = [
            ("supply", json!({ "supply_point": world.point })),
            ("party", json!({ "creation": "existing", "party": world.incoming })),
            (
                "conditions",
                json!({ "variant": "ordinary", "title": "lease", "title_proof": true, "resident": true, "starts_on": "2026-03-11" }),
            ),
            (
                "reading",
                json!({ "read_on": "2026-03-11", "readings": { "F1": 8431, "F2": 6221, "F3": 7110 }, "read_by": "incoming" }),
            ),
            ("power", json!({ "power_increase": false })),
            ("payment", json!({ "offer": "LUCE CASA", "payment": "slip", "delivery": "post", "lang": "it" })),
            ("confirm", json!({ "signed": true, "privacy": true })),
        ];
        for (element, given) in steps {
            let given = Given { element: element.to_owned(), typed: answers(given), ..Given::default() };
            answer(&world.app, &ctx, case, given).await.unwrap();
        }
        let worker = Worker::new(world.app.clone(), JobsSettings::new("test")).unwrap();
        worker.run_until_idle(world.clock.now()).await.unwrap();
        let failed = world.app.db.read("failed", |tx| Ok::<_, Error>(job::failed(tx, 10)?)).await.unwrap();
        assert!(failed.iter().all(|job| job.kind != "produce_document"), "{failed:?}");
        let view = show(&world.app, &ctx, case).await.unwrap();
        assert!(view.documents.len() >= 2);
        for paper in &view.documents {
            assert_eq!((paper.state.as_str(), paper.error.as_str()), ("ready", ""), "{}", paper.kind);
            let (_, bytes) = document_content(&world.app, &ctx, case, paper.id).await.unwrap();
            assert!(bytes.unwrap().starts_with(b"%PDF-"), "{}", paper.kind);
        }
    }
}
