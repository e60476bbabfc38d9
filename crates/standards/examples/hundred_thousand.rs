//! Prints how long 100,000 cases take: judged alone, with their paragraphs, and as a JSON file.
//! With a path as argument it judges that file instead and prints the answer.

use std::process::ExitCode;
use std::time::Instant as Stopwatch;

use kernel::{Instant, Lang};
use standards::{Case, Packs, Suspension, evaluate};

const CASES: i64 = 100_000;
const DAY: i64 = 86_400;

fn case(n: i64, base: Instant) -> Case {
    let started = base.plus_seconds(-(n % 400) * DAY - n % 86_399);
    let suspended = (0..n % 4)
        .map(|k| {
            let from = started.plus_seconds((3 + k * 9) * DAY);
            Suspension { from, to: Some(from.plus_seconds(4 * DAY)), cause: Some("customer".into()) }
        })
        .collect();
    let stopped = (n % 3 == 0).then(|| started.plus_seconds((n % 60) * DAY));
    let mut case = Case { suspended, stopped, ..Case::started(started) };
    case.customer.class = Some("low_voltage_household".into());
    case.customer.meter_class = Some("G4".into());
    case
}

fn json(cases: &[(String, Case)], now: Instant) -> String {
    let moment = |at: Option<Instant>| at.map_or("null".into(), |at| format!("\"{at}\""));
    let lines: Vec<String> = cases
        .iter()
        .enumerate()
        .map(|(at, (id, case))| {
            let suspended: Vec<String> = case
                .suspended
                .iter()
                .map(|s| format!(r#"{{"from":"{}","to":{},"cause":"customer"}}"#, s.from, moment(s.to)))
                .collect();
            format!(
                r#"{{"id":"c{at}","standard":"{id}","customer":{{"class":"low_voltage_household","meter_class":"G4"}},"started":"{}","suspended":[{}],"stopped":{}}}"#,
                case.started,
                suspended.join(","),
                moment(case.stopped),
            )
        })
        .collect();
    format!(r#"{{"now":"{now}","cases":[{}]}}"#, lines.join(","))
}

fn main() -> ExitCode {
    if let Some(path) = std::env::args().nth(1) {
        let answer = std::fs::read_to_string(&path).map_err(|error| error.to_string());
        return match answer
            .and_then(|text| standards::batch::evaluate_json(&text).map_err(|error| error.to_string()))
        {
            Ok(answer) => {
                println!("{answer}");
                ExitCode::SUCCESS
            }
            Err(error) => {
                eprintln!("{error}");
                ExitCode::FAILURE
            }
        };
    }
    let now = Instant::from_micros(1_790_000_000_000_000);
    let packs = Packs::shipped();
    let ids: Vec<&str> = packs.standards().map(|standard| standard.id.as_str()).collect();
    let cases: Vec<(String, Case)> =
        (0..CASES).zip(ids.iter().cycle()).map(|(n, id)| ((*id).to_owned(), case(n, now))).collect();

    let watch = Stopwatch::now();
    let judged: Vec<_> = cases
        .iter()
        .filter_map(|(id, case)| {
            let standard = packs.in_force(id, case.started.date())?;
            Some((standard, case, evaluate(standard, case, now)))
        })
        .collect();
    println!("{} cases judged in {:?}", judged.len(), watch.elapsed());

    let watch = Stopwatch::now();
    let letters: usize =
        judged.iter().map(|(standard, case, judged)| judged.why(standard, case, Lang::It).len()).sum();
    println!("their Italian paragraphs ({letters} bytes) in {:?}", watch.elapsed());

    let text = json(&cases, now);
    let watch = Stopwatch::now();
    match standards::batch::evaluate_json(&text) {
        Ok(answer) => {
            println!("as JSON ({} bytes in, {} out) in {:?}", text.len(), answer.len(), watch.elapsed())
        }
        Err(error) => println!("as JSON: {error}"),
    }
    ExitCode::SUCCESS
}
