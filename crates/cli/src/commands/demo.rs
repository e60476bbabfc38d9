//! `sportello demo`, and the demo utility a first start is filled with.

mod arrears;
pub mod requests;

use std::{
    path::Path,
    sync::atomic::{AtomicBool, Ordering},
    time::Duration,
};

use app::{
    App,
    accounts::{Hashed, NewUser, add_user, hash_password, list_users, save_office},
};
use connectors::{
    billing::ExchangeError,
    billing_export::Profile,
    demo::{GenerateOptions, generate},
    distributor,
    simulator::{self, SimulatorOptions},
};
use domain::access::Role;
use kernel::{Clock, Lang, SystemClock};
use store::audit;

use crate::{arguments::DemoCommand, failure::Failure, output, settings::Settings, wiring};

/// The password of every demo account. They exist only in demo databases, which listen on this machine alone.
pub const PASSWORD: &str = "fontebruna-demo";

/// Sign-in name, name, role, language.
pub const ACCOUNTS: [(&str, &str, Role, Lang); 7] = [
    ("marta.bellini", "Bellini Marta", Role::Operator, Lang::It),
    ("paolo.conti", "Conti Paolo", Role::BackOffice, Lang::It),
    ("luca.ferrari", "Ferrari Luca", Role::Technician, Lang::It),
    ("sara.rossi", "Rossi Sara", Role::Supervisor, Lang::It),
    ("elena.orlandi", "Orlandi Elena", Role::Quality, Lang::It),
    ("john.miller", "Miller John", Role::CallCentre, Lang::En),
    ("admin", "Amministrazione", Role::Administrator, Lang::It),
];

/// Whether a command works without a database.
pub const fn needs_no_database(command: &DemoCommand) -> bool {
    matches!(
        command,
        DemoCommand::Generate { .. } | DemoCommand::Billing { .. } | DemoCommand::Distributor { .. }
    )
}

/// Commands that need no database.
pub fn offline(command: &DemoCommand, json: bool) -> Result<(), Failure> {
    match command {
        DemoCommand::Generate { customers, seed, out, broken } => {
            let options = GenerateOptions {
                customers: *customers,
                seed: *seed,
                today: SystemClock.today(),
                broken: *broken,
            };
            let progress = output::Progress::new(json);
            let made = generate(&options, out, &mut |done| {
                let of = *customers;
                progress.at(output::Far { what: "customers", done, of, all: (done, of) });
            })?;
            progress.done();
            if json {
                let files: serde_json::Map<String, serde_json::Value> =
                    made.files.into_iter().map(|(name, rows)| (name, rows.into())).collect();
                output::json(&serde_json::json!({ "files": files }));
            } else {
                for (name, rows) in made.files {
                    output::line(format!("{name}\t{rows}"));
                }
            }
            Ok(())
        }
        DemoCommand::Billing { folder, delay, while_stdin } => {
            play("the billing system", folder, *delay, *while_stdin, simulator::run)
        }
        DemoCommand::Distributor { folder, delay, while_stdin } => {
            play("a gas distributor", folder, *delay, *while_stdin, distributor::simulator::run)
        }
        DemoCommand::Load { .. } => Ok(()),
    }
}

/// Plays another system until this process is told to stop.
fn play(
    what: &str,
    folder: &Path,
    delay: u64,
    while_stdin: bool,
    run: impl FnOnce(&Path, &SimulatorOptions, &AtomicBool) -> Result<(), ExchangeError>,
) -> Result<(), Failure> {
    static STOP: AtomicBool = AtomicBool::new(false);
    wiring::log();
    let runtime = wiring::runtime()?;
    runtime.spawn(async {
        wiring::asked_to_stop().await;
        STOP.store(true, Ordering::Relaxed);
    });
    if while_stdin {
        // Whoever started this holds the other end; it closes with them, however they end.
        std::thread::spawn(|| {
            let _ = std::io::copy(&mut std::io::stdin().lock(), &mut std::io::sink());
            STOP.store(true, Ordering::Relaxed);
        });
    }
    output::line(format!("playing {what} in {}", folder.display()));
    let options = SimulatorOptions { delay: Duration::from_secs(delay), ..SimulatorOptions::default() };
    run(folder, &options, &STOP).map_err(|error| Failure::new(error.to_string()))
}

/// Commands on a database.
pub async fn online(settings: Settings, command: &DemoCommand, json: bool) -> Result<(), Failure> {
    let DemoCommand::Load { customers } = command else { return Ok(()) };
    let app = wiring::open_app(&settings).await?;
    match standing(&app).await? {
        Standing::Empty | Standing::HalfLoaded => load(&app, &settings, *customers).await?,
        Standing::Loaded => {
            return Err(Failure::new("the demo utility is in this database already; name an empty one"));
        }
        Standing::InUse => {
            return Err(Failure::new(
                "this database has accounts or customers already; the demo utility is only put into an empty one",
            ));
        }
    }
    if json {
        output::json(&serde_json::json!({ "customers": customers, "password": PASSWORD }));
    } else {
        print_accounts();
    }
    Ok(())
}

/// What a database is, as far as the demo utility is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing is in it.
    Empty,
    /// The demo utility was begun and not finished: the program was stopped meanwhile.
    HalfLoaded,
    /// The demo utility.
    Loaded,
    /// Somebody's own accounts or customers.
    InUse,
}

/// Under which id the audit trail tells of the demo utility; no other thing has it.
const DEMO: audit::Subject = audit::Subject { kind: "demo", id: *b"sportello-demo\0\0" };
/// The first and the last entry about it.
const BEGUN: &str = "demo_begun";
const LOADED: &str = "demo_loaded";

async fn mark(app: &App, operation: &'static str) -> Result<(), Failure> {
    let ctx = app.system("demo");
    let written = app
        .db
        .write("demo-mark", move |tx| audit::append(tx, &ctx, operation, DEMO, &serde_json::Value::Null));
    Ok(written.await?)
}

/// Tells which of the four it is. Only what was marked as the demo utility counts as that.
pub async fn standing(app: &App) -> Result<Standing, Failure> {
    let marks = app.db.read("demo-marks", |tx| audit::of_subject(tx, DEMO.id, 100)).await?;
    let has = |operation: &str| marks.iter().any(|entry| entry.operation == operation);
    if has(LOADED) {
        return Ok(Standing::Loaded);
    }
    if has(BEGUN) {
        return Ok(Standing::HalfLoaded);
    }
    let customers = app.db.read("demo-customers", store::registry::party::count).await?;
    let accounts = list_users(app, &app.system("demo")).await?.len();
    Ok(if customers == 0 && accounts == 0 { Standing::Empty } else { Standing::InUse })
}

/// Prints who can sign in.
pub fn print_accounts() {
    output::line("Sign in as:");
    for (name, display, role, _) in ACCOUNTS {
        output::line(format!("  {name:<16} {PASSWORD}   {display}, {}", role.code()));
    }
}

/// The hash of [`PASSWORD`], made where it holds up nobody.
pub(super) async fn password_hash() -> Result<Hashed, Failure> {
    let hash = tokio::task::spawn_blocking(|| hash_password(PASSWORD));
    Ok(hash.await.map_err(|error| Failure::new(error.to_string()))??)
}

/// From how many customers on it is told how far the preparation is.
const TELL_FROM: u64 = 50_000;

/// Fills an empty database, or goes on where filling was stopped: office, accounts, customers with a year of bills and
/// readings, through the same import that reads a real export. Each part may be done again; the mark comes last.
pub async fn load(app: &App, settings: &Settings, customers: u64) -> Result<(), Failure> {
    let ctx = app.system("demo");
    app::import::mark_interrupted(app).await?;
    mark(app, BEGUN).await?;
    save_office(app, &ctx, "S3", "Sportello 3", "Fontebruna", "via della Fonte 1, 41099 Fontebruna (MO)")
        .await?;
    let folder = settings.data.join("demo-export");
    let today = app.clock.today();
    let (importing, export) = (app.clone(), folder.clone());
    let work = tokio::task::spawn_blocking(move || -> Result<(), Failure> {
        let progress = output::Progress::new(customers < TELL_FROM);
        let options = GenerateOptions { customers, seed: 20_260_311, today, broken: true };
        generate(&options, &export, &mut |done| {
            progress.at(output::Far::alone("customers invented", done, customers));
        })?;
        let profile = Profile::nav_it().map_err(|error| Failure::new(error.to_string()))?;
        let ctx = importing.system("demo");
        jobs::import::run(&importing, &ctx, &export, &profile, false, &|at| {
            let all = (at.all_rows, at.all_of);
            progress.at(output::Far { what: at.file, done: at.rows, of: at.of, all });
        })
        .map_err(|error| Failure::new(error.to_string()))?;
        progress.done();
        Ok(())
    });
    work.await.map_err(|error| Failure::new(error.to_string()))??;
    // The export was only made to be imported; what was refused is kept with the run.
    std::fs::remove_dir_all(&folder)?;
    let hash = password_hash().await?;
    let there = list_users(app, &ctx).await?;
    for (name, display, role, lang) in ACCOUNTS {
        if there.iter().any(|(user, _)| user.name == name) {
            continue;
        }
        let new = NewUser {
            name: name.to_owned(),
            display_name: display.to_owned(),
            email: Some(format!("{name}@fontebruna.example")),
            office: Some("S3".to_owned()),
            lang,
            roles: vec![role],
        };
        add_user(app, &ctx, new, hash.clone()).await?;
    }
    super::prices::load_demo(app).await?;
    requests::open(app).await?;
    arrears::open(app).await?;
    mark(app, LOADED).await
}
