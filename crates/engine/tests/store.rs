//! A run kept in a folder is found there after a restart.

use serde_json::{Value, json};

#[test]
fn a_restart_reads_the_folder_and_nothing_else() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("kept-run");
    let model = include_str!("diagrams/boundary_timer_cycle_fires_thrice.bpmn").to_owned();
    let steps = json!([
        {"op": "deploy"}, {"op": "start", "process": "main"}, {"op": "advance", "by": "PT10S"}, {"op": "restart"},
        {"op": "advance", "by": "PT1M"}, {"op": "restart"}, {"op": "complete", "task": {"element": "u"}}
    ]);
    let handlers = json!({"script": {"tick": [{"op": "log", "token": "tick"}], "done": [{"op": "log", "token": "done"}]}});
    let events = json!({"clock": "2030-01-01T00:00:00Z", "handlers": handlers, "steps": steps}).to_string();
    let answer: Value =
        serde_json::from_str(&engine::harness::run(&[model], &events, Some(&folder))).unwrap();
    assert_eq!(answer["log"], json!(["tick", "tick", "tick", "done"]));
    assert_eq!((&answer["instances"][0]["state"], &answer["errors"]), (&json!("completed"), &json!([])));
    let stored: Value =
        serde_json::from_str(&std::fs::read_to_string(folder.join("run.json")).unwrap()).unwrap();
    assert!(stored["runtime"].as_str().unwrap().contains("Completed"));
}

#[test]
fn a_folder_that_cannot_be_written_is_said_and_nothing_panics() {
    let events = json!({"steps": [{"op": "deploy"}]}).to_string();
    let model = include_str!("diagrams/straight.bpmn").to_owned();
    let answer = engine::harness::run(&[model], &events, Some(std::path::Path::new("/proc/none")));
    assert!(answer.contains("cannot be written"), "{answer}");
}

#[test]
fn wrong_input_is_one_json_object_too() {
    for events in [
        "",
        "[]",
        "{\"clock\":\"soon\"}",
        "{\"handlers\":{\"script\":{\"a\":[{\"op\":\"fly\"}]}}}",
        "{\"steps\":[{\"op\":\"fly\"},{\"op\":\"start\"}]}",
    ] {
        let answer: Value = serde_json::from_str(&engine::harness::run(&[], events, None)).unwrap();
        assert_eq!(answer["deployed"], false, "{events}");
    }
}
