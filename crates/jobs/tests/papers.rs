//! Papers of a change of holder are made by the worker and stored with their case.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail loudly, in its helpers too")]

#[path = "../../app/tests/support/mod.rs"]
mod support;

use std::process::Command;

use app::{
    Error,
    cases::{document_content, show},
};
use jobs::{JobsSettings, Worker};
use kernel::{Clock as _, Lang};
use serde_json::json;
use store::work::job;
use support::{
    voltura::{confirmed, with},
    worlds,
};

/// The text layer of a paper; none where poppler is not installed.
fn text(bytes: &[u8]) -> Option<String> {
    if !suites::has_program("the text of papers", "pdftotext") {
        return None;
    }
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), bytes).unwrap();
    let out = Command::new("pdftotext").args(["-enc", "UTF-8"]).arg(file.path()).arg("-").output().unwrap();
    let text = String::from_utf8(out.stdout).unwrap();
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

#[tokio::test(flavor = "multi_thread")]
async fn the_papers_of_a_confirmed_request_are_made_in_the_customers_language() {
    for (lang, procedure, number) in [
        (Lang::It, "richiesta di voltura", "2026-VOL-000001"),
        (Lang::En, "change of holder", "2026-VOL-000001"),
    ] {
        for world in worlds().await {
            let ctx = world.ctx("marta.bellini").await;
            let case = confirmed(&world, &with(&world, "payment", &json!({ "lang": lang }))).await;
            let worker = Worker::new(world.app.clone(), JobsSettings::new("test")).unwrap();
            worker.run_until_idle(world.clock.now()).await.unwrap();
            let failed =
                world.app.db.read("failed", |tx| Ok::<_, Error>(job::failed(tx, 10)?)).await.unwrap();
            assert!(failed.iter().all(|job| job.kind != "produce_document"), "{failed:?}");
            let view = show(&world.app, &ctx, case).await.unwrap();
            assert!(view.documents.len() >= 4, "{:?}", view.documents);
            for paper in &view.documents {
                assert_eq!((paper.state.as_str(), paper.error.as_str()), ("ready", ""), "{}", paper.kind);
                assert_eq!(paper.lang, lang, "{}", paper.kind);
                let title = view.pack.texts.or_key(lang, &format!("paper-{}", paper.kind));
                assert_eq!(paper.title, title);
                let (_, bytes) = document_content(&world.app, &ctx, case, paper.id).await.unwrap();
                let bytes = bytes.unwrap();
                assert!(bytes.starts_with(b"%PDF-"), "{}", paper.kind);
                if let Some(text) = text(&bytes).filter(|_| paper.kind == "receipt") {
                    assert!(text.contains(number), "{text}");
                    assert!(text.to_lowercase().contains(procedure), "{text}");
                }
            }
        }
    }
}
