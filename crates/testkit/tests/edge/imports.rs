//! An import that a program asks for: the background work carries it out, and tells what came of it.

#![expect(clippy::unwrap_used, reason = "a test fails where it cannot go on")]

use connectors::demo::{GenerateOptions, generate};
use serde_json::{Value as Json, json};
use testkit::{Answered, TestApp, Visitor, Who};

const IMPORTS: &str = "/api/v1/imports";

/// An export of twenty customers in the folder of exports.
fn export(test: &TestApp, name: &str) {
    let options = GenerateOptions { customers: 20, seed: 7, today: test.today(), broken: false };
    generate(&options, &test.folder.path().join("imports").join(name), &mut |_| {}).unwrap();
}

async fn ask(program: &Visitor, key: &str, new: &Json) -> Answered {
    program.json("POST", IMPORTS, &[("idempotency-key", key)], new).await
}

async fn run_of(program: &Visitor, asked: &Answered) -> Json {
    assert_eq!(asked.status, 202, "{}", asked.text());
    program.get(&format!("{IMPORTS}/{}", asked.json().get("id").unwrap().as_str().unwrap())).await.json()
}

async fn customers(program: &Visitor) -> usize {
    program.get("/api/v1/parties?limit=200").await.json().get("items").unwrap().as_array().unwrap().len()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_asked_for_by_a_program_is_carried_out_once() {
    for test in TestApp::everywhere().await {
        export(&test, "marzo");
        let program = test.visitor(Who::ApiClient).await;
        let trial = json!({ "folder": "marzo", "profile": "nav-it", "dry_run": true });
        let asked = ask(&program, "i-1", &trial).await;
        let waiting = run_of(&program, &asked).await;
        assert_eq!((&waiting["state"], &waiting["started_by"]), (&json!("running"), &json!("Sala Ugo")));
        test.run_jobs().await;
        let done = run_of(&program, &asked).await;
        assert_eq!((&done["state"], &done["dry_run"]), (&json!("done"), &json!(true)), "{done}");
        assert_eq!(customers(&program).await, 0, "a trial keeps nothing");

        let asked = ask(&program, "i-2", &json!({ "folder": "marzo" })).await;
        let again = ask(&program, "i-2", &json!({ "folder": "marzo" })).await;
        assert_eq!((again.json(), again.header("idempotency-replayed")), (asked.json(), "true"));
        test.run_jobs().await;
        test.run_jobs().await;
        let done = run_of(&program, &asked).await;
        let first = &done["files"][0];
        assert_eq!(
            (&done["state"], &first["accepted"], &first["changed"]),
            (&json!("done"), &json!(20), &json!(0)),
            "{done}"
        );
        assert_eq!(customers(&program).await, 20);
        let runs = program.get(IMPORTS).await.json();
        assert_eq!(
            runs.get("items").unwrap().as_array().unwrap().len(),
            2,
            "asked for twice with one key, done once"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_folder_that_is_not_there_ends_the_run_with_its_reason() {
    for test in TestApp::everywhere().await {
        let program = test.visitor(Who::ApiClient).await;
        for (key, new, reason) in [
            ("f-1", json!({ "folder": "assente" }), "assente"),
            ("f-2", json!({ "folder": "assente", "profile": "altro" }), "there is no profile altro"),
        ] {
            let asked = ask(&program, key, &new).await;
            test.run_jobs().await;
            let run = run_of(&program, &asked).await;
            assert_eq!(run["state"], "failed", "{run}");
            assert!(run["error"].as_str().unwrap().contains(reason), "{run}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_stays_inside_the_folder_of_exports_and_is_for_administrators() {
    for test in TestApp::everywhere().await {
        let program = test.visitor(Who::ApiClient).await;
        for (new, code) in [
            (json!({ "folder": "../marzo" }), "import_folder"),
            (json!({ "folder": "/etc" }), "import_folder"),
            (json!({ "folder": "" }), "import_folder"),
            (json!({ "folder": "marzo", "profile": "../nav-it" }), "import_profile"),
        ] {
            let told = ask(&program, "o-1", &new).await;
            assert_eq!((told.status, &told.json()["fields"][0]["code"]), (422, &json!(code)), "{new}");
        }
        let token = app::accounts::make_token(&test.app, &test.system(), Who::BackOffice.name(), "prova")
            .await
            .unwrap();
        let headers = [("authorization", format!("Bearer {token}"))];
        let headers: Vec<(&str, &str)> =
            headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let stranger = test.visitor(Who::Stranger).await;
        let told = stranger.json("POST", IMPORTS, &headers, &json!({ "folder": "marzo" })).await;
        assert_eq!((told.status, &told.json()["code"]), (403, &json!("denied")));
        assert_eq!(program.get(IMPORTS).await.json()["items"], json!([]));
    }
}
