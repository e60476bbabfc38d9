//! Putting the program together: database, operations, worker, site.

use std::{io::Write as _, sync::Arc};

use app::App;
use connectors::{card::SimulatedTerminal, distributor::StandardFormat};
use db::{Db, Options};
use kernel::{Clock, SystemClock, ids::RandomIds};

use crate::{
    failure::Failure,
    settings::{CardTerminalKind, Settings},
};

/// A runtime for commands.
pub fn runtime() -> Result<tokio::runtime::Runtime, Failure> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .map_err(|error| Failure::while_doing("the program cannot start its threads", error))
}

/// Opens the database; only with `create` is a missing embedded one made.
pub async fn open(settings: &Settings, create: bool) -> Result<Db, Failure> {
    if create {
        std::fs::create_dir_all(&settings.data).map_err(|error| {
            Failure::while_doing(&format!("the folder {} cannot be made", settings.data.display()), error)
        })?;
    }
    let options = Options { create, ..Options::default() };
    Db::open(&settings.database, &options)
        .await
        .map_err(|error| Failure::new(format!("{} cannot be opened: {error}", settings.database)))
}

/// Refuses a database whose schema is not this program's.
pub async fn require_schema(db: &Db) -> Result<(), Failure> {
    let pending = db.pending_migrations().await?;
    if pending.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!(
        "the database lacks {} steps of this program's schema; run `sportello migrate` with the same settings first",
        pending.len()
    )))
}

/// The operations over a database.
pub fn app(db: Db, settings: &Settings) -> Result<App, Failure> {
    let clock: Arc<dyn Clock> = Arc::new(SystemClock);
    let own = app::Settings { link_key: link_key(settings)?, ..settings.app.clone() };
    let app = App::new(db, clock, Arc::new(RandomIds::default()), own)
        .with_distributor_format(Arc::new(StandardFormat));
    Ok(match settings.card_terminal {
        CardTerminalKind::None => app,
        CardTerminalKind::Simulated => app.with_card_terminal(Arc::new(SimulatedTerminal::default())),
    })
}

/// The name of the file with the key that signs links.
const KEY_FILE: &str = "link.key";

/// The key that signs links: the one set, else the one kept in the data folder, made when it is not there yet. It is kept out
/// of the database, so that who reads a copy of that cannot sign.
fn link_key(settings: &Settings) -> Result<app::LinkKey, Failure> {
    if let Some(key) = &settings.link_key {
        return Ok(key.clone());
    }
    let path = settings.data.join(KEY_FILE);
    let wrong =
        |what: &str, error| Failure::while_doing(&format!("{} cannot be {what}", path.display()), error);
    if !path.exists() {
        std::fs::create_dir_all(&settings.data).map_err(|error| wrong("made", error))?;
        let key = app::LinkKey::make().map_err(|error| Failure::new(error.to_string()))?;
        // Two that start at the same moment: the second one reads what the first one made.
        match private(&path).and_then(|mut file| file.write_all(key.as_bytes())) {
            Ok(()) => {}
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(wrong("written", error)),
        }
    }
    let text = std::fs::read_to_string(&path).map_err(|error| wrong("read", error))?;
    crate::settings::link_key(&text)
        .map_err(|_| Failure::new(format!("{} holds no key; take it away, or put one in", path.display())))
}

/// A new file that only its owner reads.
fn private(path: &std::path::Path) -> std::io::Result<std::fs::File> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// The operations over the database of the settings, its schema checked.
pub async fn open_app(settings: &Settings) -> Result<App, Failure> {
    let db = open(settings, false).await?;
    require_schema(&db).await?;
    app(db, settings)
}

/// The worker of this process.
pub fn worker(app: &App, settings: &Settings) -> Result<jobs::Worker, Failure> {
    let owner = app.system("worker").id(kernel::JobId::from_bytes);
    let mut with = jobs::JobsSettings::new(&format!("{}-{owner}", std::process::id()));
    with.mail = Some(match &settings.smtp {
        Some(smtp) => jobs::MailRoute::Smtp(smtp.clone()),
        None => jobs::MailRoute::Folder(settings.data.join("mail")),
    });
    with.billing = Some(settings.billing_folder.clone());
    with.imports = Some(settings.import_folder.clone());
    with.distributor = Some(settings.distributor_folder.clone());
    with.templates = settings.templates.clone();
    jobs::Worker::new(app.clone(), with)
        .map_err(|error| Failure::while_doing("background work cannot start", error))
}

/// The letters of the program with those of the utility's folder over them.
pub fn templates(settings: &Settings) -> Result<documents::Templates, Failure> {
    let Some(folder) = &settings.templates else { return Ok(documents::Templates::shipped()) };
    documents::Templates::with_folder(folder)
        .map_err(|error| Failure::while_doing("the letters cannot be read", error))
}

/// A list as a spreadsheet; the kind of each column is that of its first value.
pub fn sheet(
    name: &str,
    heads: &[String],
    rows: &[Vec<web::SheetCell>],
    at: kernel::Instant,
) -> Result<Vec<u8>, String> {
    use documents::{Cell, Column, Kind, Sheet};
    let kind = |place: usize| match rows.first().and_then(|row| row.get(place)) {
        Some(web::SheetCell::Number(_)) => Kind::Integer,
        Some(web::SheetCell::Day(_)) => Kind::Date,
        _ => Kind::Text,
    };
    let columns = heads.iter().enumerate().map(|(place, head)| Column::new(head, kind(place))).collect();
    let cell = |cell: &web::SheetCell| match cell {
        web::SheetCell::Text(text) => Cell::from(text.as_str()),
        web::SheetCell::Number(number) => Cell::from(*number),
        web::SheetCell::Day(day) => Cell::from(*day),
    };
    let rows = rows.iter().map(|row| row.iter().map(cell).collect()).collect();
    let sheet = Sheet { name: name.to_owned(), columns, rows };
    documents::workbook(name, &[sheet], kernel::Lang::It, at).map_err(|error| error.to_string())
}

/// Ends when the process is asked to stop.
pub async fn asked_to_stop() {
    let interrupt = tokio::signal::ctrl_c();
    let mut terminate = match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(signal) => signal,
        Err(_) => {
            let _ = interrupt.await;
            return;
        }
    };
    tokio::select! {
        _ = interrupt => {}
        _ = terminate.recv() => {}
    }
}

/// The log: warnings and worse on standard error, more with `SPORTELLO_LOG`.
pub fn log() {
    // A demo or import writes in long units on purpose; whoever looks for slow ones asks for them.
    let quiet = "warn,db::unit=error";
    let filter = tracing_subscriber::EnvFilter::try_from_env("SPORTELLO_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new(quiet));
    // A second start within one process, as in tests, keeps the first log.
    let _ = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).try_init();
}
