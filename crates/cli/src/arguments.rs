//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// Front office, CRM and process engine for utilities.
///
/// Without a command: tries it. An embedded database in ./sportello-data is made and filled once with a demo
/// utility, and the console and the API are served on http://127.0.0.1:8080. The customers' portal is not built yet.
#[derive(Debug, Parser)]
#[command(name = "sportello", version, propagate_version = true)]
pub struct Arguments {
    #[command(flatten)]
    pub common: Common,
    #[command(subcommand)]
    pub command: Option<Command>,
}

impl Arguments {
    /// What was given on the command line and does nothing with this command, as a sentence.
    pub fn without_effect(&self) -> Option<String> {
        let (name, reads) = match &self.command {
            None => ("sportello without a command", Reads::LISTEN),
            Some(command) => (command.name(), command.reads()),
        };
        let common = &self.common;
        let given = [
            ("--listen", common.listen.is_some(), reads.listen),
            // The database and its folder may be named on every command, so that scripts need no exceptions.
            ("--settings", common.settings.is_some(), reads.settings),
        ];
        let (flag, ..) = given.into_iter().find(|(_, given, read)| *given && !*read)?;
        Some(format!("{flag} has no effect on {name}; leave it out"))
    }
}

/// Which of the common flags a command reads.
#[derive(Clone, Copy, Debug)]
struct Reads {
    settings: bool,
    listen: bool,
}

impl Reads {
    const NOTHING: Self = Self { settings: false, listen: false };
    const SETTINGS: Self = Self { settings: true, listen: false };
    const LISTEN: Self = Self { settings: true, listen: true };
}

impl Command {
    /// The command's word.
    const fn name(&self) -> &'static str {
        match self {
            Self::Serve { .. } => "serve",
            Self::Work => "work",
            Self::Migrate => "migrate",
            Self::Check => "check",
            Self::Backup { .. } => "backup",
            Self::Restore { .. } => "restore",
            Self::User(_) => "user",
            Self::Import { .. } => "import",
            Self::Demo(_) => "demo",
            Self::Procedure(_) => "procedure",
            Self::Bpmn(_) => "bpmn",
            Self::Quality(_) => "quality",
            Self::Prices(_) => "prices",
            Self::Bench(_) => "bench",
        }
    }

    const fn reads(&self) -> Reads {
        match self {
            // `check` prints where the program would listen.
            Self::Serve { .. } | Self::Check => Reads::LISTEN,
            Self::Bpmn(_)
            | Self::Quality(_)
            | Self::Demo(
                DemoCommand::Generate { .. } | DemoCommand::Billing { .. } | DemoCommand::Distributor { .. },
            )
            | Self::Procedure(ProcedureCommand::Check { .. } | ProcedureCommand::Export { .. }) => {
                Reads::NOTHING
            }
            _ => Reads::SETTINGS,
        }
    }
}

/// What every command takes.
#[derive(Clone, Debug, Args)]
pub struct Common {
    /// The database: `sqlite:PATH` or `postgres://user:password@host/name`.
    #[arg(long, global = true, value_name = "URL")]
    pub database: Option<String>,
    /// The folder for the embedded database and exchanged files.
    #[arg(long, global = true, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Where to listen.
    #[arg(long, global = true, value_name = "ADDR")]
    pub listen: Option<String>,
    /// A settings file; without it `sportello.toml` in this folder, if there is one.
    #[arg(long, global = true, value_name = "FILE")]
    pub settings: Option<PathBuf>,
    /// Answer in JSON.
    #[arg(long, global = true)]
    pub json: bool,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the console and the API. Refuses a database with pending or unknown migrations.
    Serve {
        /// Leave background work to other processes.
        #[arg(long)]
        no_worker: bool,
    },
    /// Do background work only.
    Work,
    /// Bring the database's schema up to this program.
    Migrate,
    /// Verify settings, schema, procedures, stored papers and the audit trail.
    Check,
    /// Write a verified copy of the database, while it is in use; of PostgreSQL with the server's own pg_dump.
    Backup {
        /// The copy.
        file: PathBuf,
    },
    /// Put a verified copy in the place of the database, which must not be in use; what was there is kept beside it. Of
    /// PostgreSQL with the server's own pg_restore, into a database of another name first.
    Restore {
        /// The copy.
        file: PathBuf,
    },
    /// Staff accounts.
    #[command(subcommand)]
    User(UserCommand),
    /// Import a billing export. Ctrl-C stops it between two batches; running it again completes it.
    Import {
        /// The folder with the export's files.
        folder: PathBuf,
        /// The form of the export.
        #[arg(long, default_value = "nav-it")]
        profile: String,
        /// Do everything and take it back: nothing is kept.
        #[arg(long)]
        dry_run: bool,
        /// Write the report to this file; it must be writable before the import begins.
        #[arg(long)]
        report: Option<PathBuf>,
    },
    /// The demo utility.
    #[command(subcommand)]
    Demo(DemoCommand),
    /// Procedure packs.
    #[command(subcommand)]
    Procedure(ProcedureCommand),
    /// Process models.
    #[command(subcommand)]
    Bpmn(BpmnCommand),
    /// Regulated standards.
    #[command(subcommand)]
    Quality(QualityCommand),
    /// The price list of works.
    #[command(subcommand)]
    Prices(PricesCommand),
    /// Benchmarks; each prints one JSON line.
    #[command(subcommand)]
    Bench(BenchCommand),
}

/// The price list of works.
#[derive(Debug, Subcommand)]
pub enum PricesCommand {
    /// Load a price list, all of it or nothing. What was quoted before keeps its prices.
    Load {
        /// A file in TOML (`[[item]]`) or CSV with semicolons, with `code`, `sector`, `label_it`, `label_en`, `unit`, `price`,
        /// `vat_percent`, `valid_from` and `valid_to` of each item.
        file: PathBuf,
        /// Check everything, write nothing.
        #[arg(long)]
        dry_run: bool,
    },
}

/// Staff accounts.
#[derive(Debug, Subcommand)]
pub enum UserCommand {
    /// Add an account; its password is read from standard input.
    Add {
        /// The sign-in name.
        name: String,
        /// Surname and given name.
        #[arg(long)]
        display_name: Option<String>,
        /// A role; may be given several times.
        #[arg(long = "role", required = true)]
        roles: Vec<String>,
        /// Where invitations go.
        #[arg(long)]
        email: Option<String>,
        /// The language of its pages.
        #[arg(long, default_value = "it")]
        lang: String,
    },
    /// List accounts.
    List,
    /// Replace an account's password, read from standard input.
    Password {
        /// The sign-in name.
        name: String,
    },
    /// Print a bearer token for the API.
    Token {
        /// The sign-in name.
        name: String,
        /// What the token is for.
        #[arg(long, default_value = "api")]
        purpose: String,
    },
}

/// The demo utility.
#[derive(Debug, Subcommand)]
pub enum DemoCommand {
    /// Fill an empty database with a fictional multi-utility.
    Load {
        /// How many customers.
        #[arg(long, default_value_t = 1500)]
        customers: u64,
    },
    /// Write an invented export of the form `nav-it`.
    Generate {
        /// How many customers.
        #[arg(long)]
        customers: u64,
        /// The same seed gives the same export.
        #[arg(long, default_value_t = 1)]
        seed: u64,
        /// The folder to write to.
        #[arg(long)]
        out: PathBuf,
        /// Add rows of every kind that is refused or warned about.
        #[arg(long)]
        broken: bool,
    },
    /// Play the billing system: answer the command files in a folder until interrupted.
    Billing {
        /// The exchange folder.
        folder: PathBuf,
        /// Seconds a command file lies before it is answered.
        #[arg(long, default_value_t = 2)]
        delay: u64,
        /// End when standard input is closed, that is, when the program that started this one is gone.
        #[arg(long, hide = true)]
        while_stdin: bool,
    },
    /// Play a gas distributor: answer the requests in a folder until interrupted. What goes wrong follows from the end of
    /// the PDR: 99 unknown, 98 somebody else's, 97 nobody at home the first time, 96 the appointment is moved.
    Distributor {
        /// The exchange folder.
        folder: PathBuf,
        /// Seconds between two answers about a request.
        #[arg(long, default_value_t = 10)]
        delay: u64,
        /// End when standard input is closed, that is, when the program that started this one is gone.
        #[arg(long, hide = true)]
        while_stdin: bool,
    },
}

/// Procedure packs.
#[derive(Debug, Subcommand)]
pub enum ProcedureCommand {
    /// Print every defect of a pack with its place.
    Check {
        /// The pack's folder.
        path: PathBuf,
    },
    /// List published procedures.
    List,
    /// Write a shipped pack to a folder, to be edited.
    Export {
        /// The procedure's code.
        code: String,
        /// The folder to write to.
        path: PathBuf,
    },
    /// Publish a pack as the version that starts new cases.
    Publish {
        /// The pack's folder.
        path: PathBuf,
    },
}

/// Process models.
#[derive(Debug, Subcommand)]
pub enum BpmnCommand {
    /// Print every defect of a model: element, rule, remedy.
    Check {
        /// The model.
        model: PathBuf,
    },
    /// Run models over a list of events and print what happened.
    Run {
        /// A model; may be given several times.
        #[arg(long = "model", required = true)]
        models: Vec<PathBuf>,
        /// The events.
        #[arg(long)]
        events: PathBuf,
        /// Keep the state in this folder.
        #[arg(long)]
        store: Option<PathBuf>,
    },
    /// Take requests, one JSON object a line, and answer each with a snapshot.
    Session,
}

/// Regulated standards.
#[derive(Debug, Subcommand)]
pub enum QualityCommand {
    /// Evaluate the clocks of the cases in a JSON file.
    Evaluate {
        /// The file; `-` for standard input.
        file: PathBuf,
    },
}

/// Benchmarks.
#[derive(Debug, Subcommand)]
pub enum BenchCommand {
    /// Prepare a database of so many customers and cases; one that is prepared is left as it is.
    Load {
        /// How many customers.
        #[arg(long)]
        customers: u64,
        /// How many cases; as many as customers without it.
        #[arg(long)]
        cases: Option<u64>,
    },
    /// Start the program on the prepared database until it answers.
    Start {
        /// How many times.
        #[arg(long, default_value_t = 10)]
        n: usize,
    },
    /// Search by names and codes.
    Search {
        /// How many searches.
        #[arg(long, default_value_t = 2000)]
        n: usize,
    },
    /// Ask the router for customer pages, the list of cases and the home page.
    Pages {
        /// How many pages of each kind.
        #[arg(long, default_value_t = 1000)]
        n: usize,
    },
    /// Ask for the home page, and for its tiles alone.
    Home {
        /// How many of each.
        #[arg(long, default_value_t = 1000)]
        n: usize,
    },
    /// Ask for the list of cases with its views, filters, orders and later pages in turn.
    Queue {
        /// How many pages; each address three times at least.
        #[arg(long, default_value_t = 1000)]
        n: usize,
    },
    /// Open forms: steps of drafts, and cases with an open task.
    Form {
        /// How many.
        #[arg(long, default_value_t = 1000)]
        n: usize,
    },
    /// Save steps of forms, from the first one to the request.
    Save {
        /// How many.
        #[arg(long, default_value_t = 500)]
        n: usize,
    },
    /// Ask whether a reading is plausible where the meter has ten years of history.
    Reading {
        /// How many times.
        #[arg(long, default_value_t = 500)]
        n: usize,
    },
    /// Read two hundred procedures in a database of their own until all can be offered.
    Packs {
        /// How many times.
        #[arg(long, default_value_t = 20)]
        n: usize,
    },
    /// Carry out changes of holder, each step durable.
    Voltura {
        /// How many.
        #[arg(long, default_value_t = 100)]
        n: usize,
    },
    /// Run a process of automatic steps in memory.
    Engine {
        /// How many instances.
        #[arg(long, default_value_t = 100_000)]
        n: usize,
    },
    /// Import an invented export of so many customers into a database of its own.
    Import {
        /// How many customers.
        #[arg(long, default_value_t = 10_000)]
        customers: u64,
    },
    /// Compose and deliver mails into a folder.
    Mail {
        /// How many.
        #[arg(long, default_value_t = 500)]
        n: usize,
    },
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::Arguments;

    #[test]
    fn a_flag_that_does_nothing_is_told() {
        for (line, flag) in [
            ("sportello migrate --listen 127.0.0.1:1", Some("--listen")),
            ("sportello import there --listen 127.0.0.1:1", Some("--listen")),
            ("sportello work --listen 127.0.0.1:1", Some("--listen")),
            ("sportello bpmn check a.bpmn --settings a.toml", Some("--settings")),
            ("sportello bpmn check a.bpmn --database sqlite:a", None),
            ("sportello demo generate --customers 3 --out there --data here", None),
            ("sportello serve --listen 127.0.0.1:1 --data here", None),
            ("sportello check --listen 127.0.0.1:1", None),
            ("sportello --listen 127.0.0.1:1 --data here", None),
            ("sportello user list --database sqlite:a --json", None),
        ] {
            let told = Arguments::parse_from(line.split(' ')).without_effect();
            assert_eq!(told.as_deref().and_then(|told| told.split(' ').next()), flag, "{line}: {told:?}");
        }
    }
}
