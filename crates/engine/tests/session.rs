//! The session form: requests in, snapshots out.
#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

use std::io::{Cursor, Write as _};

use serde_json::{Value, json};

/// Makes a request from the snapshots so far.
type Ask<'a> = &'a dyn Fn(&[Value]) -> Value;

/// Sends each request after looking at the snapshots so far.
fn talk(requests: &[Ask<'_>]) -> Vec<Value> {
    let mut snapshots: Vec<Value> = Vec::new();
    let mut lines = String::new();
    for request in requests {
        lines += &format!("{}\n", request(&snapshots));
        let mut output = Vec::new();
        engine::harness::session(Cursor::new(lines.as_bytes()), &mut output).unwrap();
        snapshots =
            String::from_utf8(output).unwrap().lines().map(|l| serde_json::from_str(l).unwrap()).collect();
    }
    snapshots
}

fn diagram(name: &str) -> String {
    format!("{}/tests/diagrams/{name}.bpmn", env!("CARGO_MANIFEST_DIR"))
}

fn last<'a>(snapshots: &'a [Value], list: &str) -> &'a Value {
    &snapshots.last().unwrap()[list]
}

#[test]
fn a_task_is_listed_and_completed_and_its_timer_is_a_job() {
    let deploy = |_: &[Value]| json!({"op": "deploy", "models": [diagram("boundary_timer_interrupts")]});
    let start = |_: &[Value]| json!({"op": "start", "process": "main", "business_key": "k1"});
    let complete = |s: &[Value]| json!({"op": "complete", "task": last(s, "tasks")[0]["id"]});
    let snapshots = talk(&[&deploy, &start, &complete]);
    assert_eq!(snapshots[1]["tasks"][0]["element"], "u");
    assert_eq!(snapshots[1]["jobs"][0]["element"], "t");
    assert_eq!(snapshots[1]["instances"][0]["business_key"], "k1");
    assert_eq!(snapshots[2]["instances"][0]["state"], "completed");
    assert_eq!(snapshots[2]["jobs"], json!([]));
    assert!(
        snapshots[2]["history"]
            .as_array()
            .unwrap()
            .contains(&json!({"element": "u", "instance": "1", "event": "end"}))
    );
}

#[test]
fn a_job_runs_when_told() {
    let deploy = |_: &[Value]| json!({"op": "deploy", "models": [diagram("boundary_timer_interrupts")]});
    let start = |_: &[Value]| json!({"op": "start", "process": "main"});
    let run = |s: &[Value]| json!({"op": "run_job", "job": last(s, "jobs")[0]["id"]});
    let again = |s: &[Value]| json!({"op": "run_job", "job": s[1]["jobs"][0]["id"]});
    let snapshots = talk(&[&deploy, &start, &run, &again]);
    assert!(
        snapshots[2]["history"]
            .as_array()
            .unwrap()
            .contains(&json!({"element": "u", "instance": "1", "event": "cancel"}))
    );
    assert_eq!(snapshots[2]["instances"][0]["state"], "completed");
    assert_eq!((&snapshots[3]["ok"], snapshots[3]["error"].is_string()), (&json!(false), true));
}

#[test]
fn a_message_reaches_the_waiting_token() {
    let deploy = |_: &[Value]| json!({"op": "deploy", "models": [diagram("event_gateway_receive")]});
    let start = |_: &[Value]| json!({"op": "start", "process": "main"});
    let send = |s: &[Value]| {
        let tokens = last(s, "tokens").as_array().unwrap();
        let token = tokens.iter().find(|t| t["waits"] == "receive").unwrap();
        json!({"op": "message", "name": "m", "token": token["id"]})
    };
    let snapshots = talk(&[&deploy, &start, &send]);
    assert_eq!(snapshots[2]["instances"][0]["state"], "completed", "{}", snapshots[2]);
}

#[test]
fn a_signal_to_an_event_sub_process_and_a_trigger_and_a_cancel() {
    let deploy = |_: &[Value]| json!({"op": "deploy", "models": [diagram("event_sub_process_non_interrupting_runs_often")]});
    let start = |_: &[Value]| json!({"op": "start", "process": "main"});
    let signal = |s: &[Value]| {
        let tokens = last(s, "tokens").as_array().unwrap();
        let token = tokens.iter().find(|t| t["waits"] == "signal").unwrap();
        json!({"op": "signal", "name": "x", "token": token["id"]})
    };
    let cancel = |_: &[Value]| json!({"op": "cancel", "instance": "1"});
    let snapshots = talk(&[&deploy, &start, &signal, &cancel]);
    let ran = snapshots[2]["history"]
        .as_array()
        .unwrap()
        .iter()
        .any(|h| h["element"] == "hh" && h["event"] == "end");
    assert!(ran, "{}", snapshots[2]);
    assert_eq!(snapshots[3]["instances"][0]["state"], "cancelled");
}

#[test]
fn a_wrong_request_is_answered_and_the_session_goes_on() {
    let mut input = Vec::new();
    writeln!(input, "no json").unwrap();
    writeln!(input, "{{\"op\":\"dance\"}}").unwrap();
    let mut output = Vec::new();
    engine::harness::session(Cursor::new(input), &mut output).unwrap();
    let text = String::from_utf8(output).unwrap();
    assert_eq!(text.lines().filter(|l| l.starts_with("{\"ok\":false")).count(), 2);
}
