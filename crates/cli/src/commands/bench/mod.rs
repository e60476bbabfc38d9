//! `sportello bench`: what the program does, measured on a database of a stated size; one JSON line for each measure.

mod browser;
mod cases;
mod figures;
mod forms;
mod load;
mod packs;
mod pages;
mod search;
mod start;
pub(super) mod voltura;

use std::time::Instant as Stopwatch;

use app::App;
use serde_json::{Value as Json, json};

use self::figures::{On, Times, put};
use crate::{
    arguments::{BenchCommand, Common},
    failure::Failure,
    output,
    settings::Settings,
    wiring,
};

/// Runs one benchmark and prints its lines.
pub async fn run(settings: Settings, common: &Common, command: &BenchCommand) -> Result<(), Failure> {
    let lines = match command {
        BenchCommand::Load { customers, cases } => {
            vec![load::load(&settings, *customers, cases.unwrap_or(*customers)).await?]
        }
        BenchCommand::Import { customers } => load::import(&settings, *customers).await?,
        BenchCommand::Start { n } => vec![start::run(&settings, common, *n).await?],
        BenchCommand::Engine { n } => vec![engine_in_memory(*n)?],
        BenchCommand::Search { n } => vec![search::run(&wiring::open_app(&settings).await?, *n).await?],
        BenchCommand::Pages { n } => pages::run(&wiring::open_app(&settings).await?, &settings, *n).await?,
        BenchCommand::Home { n } => pages::home(&wiring::open_app(&settings).await?, &settings, *n).await?,
        BenchCommand::Queue { n } => pages::queue(&wiring::open_app(&settings).await?, &settings, *n).await?,
        BenchCommand::Form { n } => {
            vec![forms::open(&wiring::open_app(&settings).await?, &settings, *n).await?]
        }
        BenchCommand::Save { n } => {
            vec![forms::save(&wiring::open_app(&settings).await?, &settings, *n).await?]
        }
        BenchCommand::Reading { n } => {
            vec![forms::reading(&wiring::open_app(&settings).await?, &settings, *n).await?]
        }
        BenchCommand::Packs { n } => vec![packs::run(&settings, *n).await?],
        BenchCommand::Voltura { n } => voltura::run(&wiring::open_app(&settings).await?, *n).await?,
        BenchCommand::Mail { n } => vec![mails(&settings, *n)?],
    };
    lines.iter().for_each(output::json);
    Ok(())
}

/// The database a figure is taken on: engine and customers.
async fn on(app: &App) -> Result<On, Failure> {
    let customers = app.db.read("bench-size", store::registry::party::count).await?;
    let database = match app.db.engine() {
        db::Engine::Sqlite => "sqlite",
        db::Engine::Postgres => "postgres",
    };
    Ok(On { customers, database })
}

/// A process of four automatic steps, in memory, history kept.
fn engine_in_memory(n: usize) -> Result<Json, Failure> {
    const MODEL: &str = include_str!("straight.bpmn");
    let definitions = bpmn::read::read(MODEL).map_err(|error| Failure::new(error.to_string()))?;
    let executable = engine::Executable::compile(&definitions, "straight")
        .map_err(|error| Failure::new(error.to_string()))?;
    let env = engine::Env { now: kernel::Instant::from_micros(0) };
    let (mut times, mut events) = (Times::default(), 0);
    for _ in 0..n {
        let began = Stopwatch::now();
        let start =
            engine::Command::Start { at: engine::StartAt::Default, variables: Vec::new(), called: false };
        let outcome = engine::step(&executable, engine::State::default(), start, &env)
            .map_err(|error| Failure::new(error.to_string()))?;
        events += outcome.events.len();
        times.since(began);
    }
    let mut line = times.line("engine", &On::NONE);
    put(&mut line, "events", json!(events));
    Ok(line)
}

/// Mails composed and delivered into a folder.
fn mails(settings: &Settings, n: usize) -> Result<Json, Failure> {
    let folder = settings.data.join("bench-mail");
    std::fs::create_dir_all(&folder)?;
    let mut times = Times::default();
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
        times.since(began);
    }
    std::fs::remove_dir_all(&folder)?;
    Ok(times.line("mail", &On::NONE))
}
