//! The batch form as a program of its own: `bpmn_run --model m.bpmn [--model more.bpmn] --events e.json [--store DIR] [--restart]`;
//! `bpmn_run --session` speaks the session form. `--restart` adds a restart after every step.

use std::path::PathBuf;

fn main() {
    let (mut models, mut events, mut store, mut restart) = (Vec::new(), String::new(), None, false);
    let mut args = std::env::args().skip(1);
    while let Some(arg) = args.next() {
        match arg.as_str() {
            "--model" => models.push(file(&args.next().unwrap_or_default())),
            "--events" => events = file(&args.next().unwrap_or_default()),
            "--store" => store = args.next().map(PathBuf::from),
            "--restart" => restart = true,
            "--session" => {
                if let Err(error) =
                    engine::harness::session(std::io::stdin().lock(), std::io::stdout().lock())
                {
                    eprintln!("{error}");
                }
                return;
            }
            other => fail(&format!("unknown argument {other}")),
        }
    }
    if restart {
        events = with_restarts(&events);
    }
    println!("{}", engine::harness::run(&models, &events, store.as_deref()));
}

fn with_restarts(events: &str) -> String {
    let Ok(mut json) = serde_json::from_str::<serde_json::Value>(events) else {
        return events.to_owned();
    };
    if let Some(steps) = json.get_mut("steps").and_then(serde_json::Value::as_array_mut) {
        let doubled = steps.drain(..).flat_map(|s| [s, serde_json::json!({"op": "restart"})]).collect();
        *steps = doubled;
    }
    json.to_string()
}

fn file(path: &str) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|e| fail(&format!("{path}: {e}")))
}

fn fail(message: &str) -> ! {
    eprintln!("{message}");
    std::process::exit(2)
}
