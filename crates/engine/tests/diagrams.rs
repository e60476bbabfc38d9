//! Every diagram of `tests/diagrams` is run as its first comments say, once in one go and once with a restart after
//! every step; both must give the expected log and states.
//!
//! `steps:` is a list of steps separated by `;`. `expect:` is the log in order, then the states of the instances in
//! any order. A script logs its own text, unless the text is a list of `log`, `set`, `add`, `error` and `work`.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test stops where something is wrong")]

use std::collections::BTreeMap;

use serde_json::{Value, json};

#[test]
fn every_diagram_does_what_it_says() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/diagrams");
    let mut failures = Vec::new();
    let mut count = 0;
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        let xml = std::fs::read_to_string(&path).unwrap();
        for restart in [false, true] {
            count += 1;
            if let Err(difference) = check(&xml, restart) {
                failures.push(format!(
                    "{} (restart {restart}): {difference}",
                    path.file_stem().unwrap().to_string_lossy()
                ));
            }
        }
    }
    assert!(count > 100, "the diagrams are missing");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

fn check(xml: &str, restart: bool) -> Result<(), String> {
    let (log, states) = comment(xml, "expect").split_once('|').unwrap();
    let mut steps = vec![json!({"op": "deploy"})];
    for step in comment(xml, "steps").split(';') {
        steps.push(read_step(step.trim()));
    }
    if restart {
        steps = steps.into_iter().flat_map(|s| [s, json!({"op": "restart"})]).collect();
    }
    let events = json!({"protocol": 1, "clock": "2030-01-01T00:00:00Z", "handlers": {"script": handlers(xml)}, "steps": steps});
    let answer: Value =
        serde_json::from_str(&engine::harness::run(&[xml.to_owned()], &events.to_string(), None)).unwrap();
    let got_log: Vec<_> = answer["log"].as_array().unwrap().iter().map(|t| t.as_str().unwrap()).collect();
    let mut got_states: Vec<_> =
        answer["instances"].as_array().unwrap().iter().map(|i| i["state"].as_str().unwrap()).collect();
    let mut want_states: Vec<_> = states.split_whitespace().collect();
    got_states.sort_unstable();
    want_states.sort_unstable();
    let want_log: Vec<_> = log.split_whitespace().collect();
    if got_log == want_log && got_states == want_states && answer["errors"] == json!([]) {
        return Ok(());
    }
    Err(format!("want {want_log:?} {want_states:?}, got {got_log:?} {got_states:?} {}", answer["errors"]))
}

fn comment<'a>(xml: &'a str, what: &str) -> &'a str {
    let after = xml.split_once(&format!("<!-- {what}: ")).unwrap().1;
    after.split_once(" -->").unwrap().0
}

fn read_step(step: &str) -> Value {
    let mut words = step.split(' ');
    let op = words.next().unwrap();
    let rest: Vec<_> = words.collect();
    let variables: serde_json::Map<_, _> = rest
        .iter()
        .filter_map(|w| w.split_once('='))
        .map(|(n, v)| (n.to_owned(), serde_json::from_str(v).unwrap()))
        .collect();
    match op {
        "start" => json!({"op": "start", "process": "main", "variables": variables}),
        "advance" => json!({"op": "advance", "by": rest[0]}),
        "complete" => json!({"op": "complete", "task": {"element": rest[0]}, "variables": variables}),
        "complete-any" => {
            json!({"op": "complete", "task": {"element": rest[0], "any": true}, "variables": variables})
        }
        "set" => {
            let (name, value) = variables.into_iter().next().unwrap();
            json!({"op": "set", "instance": "1", "name": name, "value": value})
        }
        "retry" => json!({"op": "retry"}),
        _ => json!({"op": op, "name": rest[0], "variables": variables}),
    }
}

fn handlers(xml: &str) -> BTreeMap<String, Value> {
    let scripts = xml.split("<script>").skip(1).map(|s| s.split_once("</script>").unwrap().0);
    scripts.map(|text| (text.to_owned(), text.split(", ").map(action).collect())).collect()
}

fn action(text: &str) -> Value {
    match text.split_once(' ') {
        Some(("log", token)) => json!({"op": "log", "token": token}),
        Some(("set", pair)) => {
            let (name, value) = pair.split_once('=').unwrap();
            json!({"op": "set", "name": name, "value": serde_json::from_str::<Value>(value).unwrap()})
        }
        Some(("add", name)) => json!({"op": "add", "name": name, "by": 1}),
        Some(("error", code)) => json!({"op": "error", "code": code}),
        Some(("work", duration)) => json!({"op": "work", "for": duration}),
        _ => json!({"op": "log", "token": text}),
    }
}
