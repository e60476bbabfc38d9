//! `sportello bench`: what the program does, measured on a database of a stated size; one JSON line each.

mod figures;
mod load;
mod pages;
mod search;
pub(super) mod voltura;

use std::time::Instant as Stopwatch;

use app::App;
use serde_json::{Value as Json, json};

use crate::{arguments::BenchCommand, failure::Failure, output, settings::Settings, wiring};

/// Runs one benchmark and prints its line.
pub async fn run(settings: Settings, command: &BenchCommand) -> Result<(), Failure> {
    let line = match command {
        BenchCommand::Load { customers } => load::load(&settings, *customers).await?,
        BenchCommand::Import { customers } => load::import(&settings, *customers).await?,
        BenchCommand::Engine { n } => engine_in_memory(*n)?,
        BenchCommand::Search { n } => search::run(&wiring::open_app(&settings).await?, *n).await?,
        BenchCommand::Pages { n } => pages::run(&wiring::open_app(&settings).await?, *n).await?,
        BenchCommand::Voltura { n } => voltura::run(&wiring::open_app(&settings).await?, *n).await?,
        BenchCommand::Mail { n } => mails(&settings, *n).await?,
    };
    output::json(&line);
    Ok(())
}

/// The database a figure was taken on: engine, customers, and this process' memory.
async fn base(app: &App, name: &str) -> Result<Json, Failure> {
    let customers = app.db.read("bench-size", store::registry::party::count).await?;
    let engine = match app.db.engine() {
        db::Engine::Sqlite => "sqlite",
        db::Engine::Postgres => "postgres",
    };
    Ok(json!({ "bench": name, "customers": customers, "database": engine, "rss_mb": figures::resident_mb() }))
}

/// A process of four automatic steps, in memory, history kept.
fn engine_in_memory(n: usize) -> Result<Json, Failure> {
    const MODEL: &str = include_str!("straight.bpmn");
    let definitions = bpmn::read::read(MODEL).map_err(|error| Failure::new(error.to_string()))?;
    let executable = engine::Executable::compile(&definitions, "straight")
        .map_err(|error| Failure::new(error.to_string()))?;
    let env = engine::Env { now: kernel::Instant::from_micros(0) };
    let began = Stopwatch::now();
    let mut events = 0;
    for _ in 0..n {
        let start =
            engine::Command::Start { at: engine::StartAt::Default, variables: Vec::new(), called: false };
        let outcome = engine::step(&executable, engine::State::default(), start, &env)
            .map_err(|error| Failure::new(error.to_string()))?;
        events += outcome.events.len();
    }
    let seconds = began.elapsed().as_secs_f64();
    Ok(
        json!({ "bench": "engine", "n": n, "events": events, "per_second": figures::per_second(n, seconds), "rss_mb": figures::resident_mb() }),
    )
}

/// Mails composed and delivered into a folder.
async fn mails(settings: &Settings, n: usize) -> Result<Json, Failure> {
    let folder = settings.data.join("bench-mail");
    std::fs::create_dir_all(&folder)?;
    let mut times = figures::Times::default();
    for number in 0..n {
        let message = mail::Message {
            id: format!("bench-{number}@sportello.example"),
            date: kernel::Instant::from_micros(1_773_220_000_000_000),
            from: mail::Mailbox::bare("agenda@fontebruna.example"),
            reply_to: None,
            to: vec![mail::Mailbox::bare("cliente@example.it")],
            subject: format!("Pratica 2026-VOL-{number:06}"),
            text: "La voltura è stata registrata.".to_owned(),
            html: None,
            calendar: None,
            attachments: Vec::new(),
        };
        let began = Stopwatch::now();
        let composed = mail::compose::compose(&message).map_err(|error| Failure::new(error.to_string()))?;
        std::fs::write(folder.join(format!("{number}.eml")), composed.bytes)?;
        times.add(began.elapsed());
    }
    std::fs::remove_dir_all(&folder)?;
    let mut line = json!({ "bench": "mail" });
    times.into_line(&mut line);
    Ok(line)
}
