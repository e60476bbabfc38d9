//! The program under test.

use std::sync::Arc;

use app::{App, Ctx, Settings, accounts};
use axum::Router;
use connectors::{card::SimulatedTerminal, distributor::StandardFormat};
use db::testing::{Fresh, Template};
use domain::access::Role;
use jobs::{JobsSettings, MailRoute, Worker};
use kernel::{Actor, Date, FixedClock, Instant, Lang, UserId, ids::CountedIds};
use tempfile::TempDir;
use web::{AppState, Site};

use crate::{Visitor, Who};

/// The moment every test begins at: a Wednesday morning in Rome.
pub const NOW: &str = "2026-03-11T10:24:00+01:00";

/// The office every account works at.
const OFFICE: &str = "S3";

/// The program with its database, its clock and its routers.
#[derive(Debug)]
pub struct TestApp {
    /// The program.
    pub app: App,
    /// Its clock, to be moved.
    pub clock: Arc<FixedClock>,
    /// What the router was made with.
    pub state: AppState,
    /// The routers, asked in process.
    pub router: Router,
    /// The worker; it runs when told.
    pub worker: Worker,
    /// Folders of this test: `mail` with one file for each mail, `billing` shared with the billing system.
    pub folder: TempDir,
    /// The database, removed at the end.
    pub fresh: Fresh,
}

/// The PostgreSQL server tests may use, from `SPORTELLO_TEST_POSTGRES`.
///
/// # Panics
/// When the variable is no address of a database.
#[must_use]
pub fn postgres_server() -> Option<db::DatabaseUrl> {
    let url = suites::postgres("pages and API")?;
    Some(url.parse().expect("SPORTELLO_TEST_POSTGRES is a database URL"))
}

/// Puts the shipped procedures into a database that many tests begin with: proving them takes longer than most tests.
async fn published(db: &db::Db) -> Result<(), db::DbError> {
    let clock = Arc::new(FixedClock::at(NOW.parse().expect("a moment")));
    let app = App::new(db.clone(), clock, Arc::new(CountedIds::default()), Settings::default());
    let published = app::processes::publish_shipped(&app, &app.system("test")).await;
    published.map(drop).map_err(|error| db::DbError::Driver(error.to_string()))
}

impl TestApp {
    /// On SQLite, with the default settings.
    ///
    /// # Panics
    /// When it cannot be made.
    pub async fn sqlite() -> Self {
        Self::sqlite_with(Settings::default()).await
    }

    /// On SQLite, with settings. `base_url` decides whether the site counts as reached over TLS.
    ///
    /// # Panics
    /// When it cannot be made.
    pub async fn sqlite_with(settings: Settings) -> Self {
        let template = Template::shared_sqlite_with(app::processes::shipped_key(), published)
            .await
            .expect("a migrated SQLite file");
        Self::on(template.fresh().await.expect("a copy of it"), settings).await
    }

    /// One on each engine that is there: always SQLite, PostgreSQL when a server is named.
    ///
    /// # Panics
    /// When one cannot be made.
    pub async fn everywhere() -> Vec<Self> {
        Self::everywhere_with(Settings::default()).await
    }

    /// One on each engine that is there, with settings.
    ///
    /// # Panics
    /// When one cannot be made.
    pub async fn everywhere_with(settings: Settings) -> Vec<Self> {
        let mut all = vec![Self::sqlite_with(settings.clone()).await];
        if let Some(server) = postgres_server() {
            let template = Template::shared_postgres_with(&server, app::processes::shipped_key(), published)
                .await
                .expect("a migrated database on the server");
            all.push(Self::on(template.fresh().await.expect("a copy of it"), settings).await);
        }
        all
    }

    async fn on(fresh: Fresh, settings: Settings) -> Self {
        let clock = Arc::new(FixedClock::at(NOW.parse().expect("a moment")));
        let base_url = settings.base_url.clone();
        let app = App::new(fresh.db.clone(), clock.clone(), Arc::new(CountedIds::default()), settings)
            .with_card_terminal(Arc::new(SimulatedTerminal::default()))
            .with_distributor_format(Arc::new(StandardFormat));
        let system = app.system("test");
        app::processes::publish_shipped(&app, &system).await.expect("the shipped procedures");
        accounts::save_office(&app, &system, OFFICE, "Sportello 3", "Fontebruna", "via della Fonte 1")
            .await
            .expect("an office");
        for who in Who::STAFF {
            add(&app, &system, who).await;
        }
        let folder = TempDir::with_prefix("sportello-test").expect("a folder");
        let mut jobs = JobsSettings::new("test");
        jobs.mail = Some(MailRoute::Folder(folder.path().join("mail")));
        jobs.billing = Some(folder.path().join("billing"));
        jobs.imports = Some(folder.path().join("imports"));
        jobs.distributor = Some(folder.path().join("distributor"));
        let worker = Worker::new(app.clone(), jobs).expect("a worker");
        let mut site = Site::new(&base_url, clock_now(&clock), console::navigation);
        // What a spreadsheet looks like is tried where it is written: here it is its heads.
        site.sheet = Arc::new(|_, heads, _| Ok(heads.join(";").into_bytes()));
        let state = AppState::new(app.clone(), site);
        let router = web::router(state.clone(), console::router(), portal::router(), api::router());
        Self { app, clock, state, router, worker, folder, fresh }
    }

    /// Somebody with a browser or a program, signed in unless it is the stranger.
    ///
    /// # Panics
    /// When the session cannot be made.
    pub async fn visitor(&self, who: Who) -> Visitor {
        Visitor::enter(self, who).await
    }

    /// The circumstances of an act of the program itself.
    #[must_use]
    pub fn system(&self) -> Ctx {
        self.app.system("test")
    }

    /// The circumstances of an act of an account, for calling operations without a page.
    ///
    /// # Panics
    /// For the stranger, who has no account.
    pub async fn ctx(&self, who: Who) -> Ctx {
        let (id, name, roles, office) = self.account(who).await;
        Ctx { actor: Actor::User { id, name }, roles, office, ..self.system() }
    }

    /// The id of an account.
    ///
    /// # Panics
    /// For the stranger, who has no account.
    pub async fn user(&self, who: Who) -> UserId {
        self.account(who).await.0
    }

    async fn account(&self, who: Who) -> (UserId, String, Vec<Role>, Option<kernel::OfficeId>) {
        let users = accounts::list_users(&self.app, &self.system()).await.expect("the accounts");
        let (user, roles) =
            users.into_iter().find(|(user, _)| user.name == who.name()).expect("an account of this kind");
        (user.id, user.display_name, roles, user.office_id)
    }

    /// Does all background work that is due, and what follows from it; answers how many jobs were done.
    ///
    /// # Panics
    /// When the table of jobs cannot be used.
    pub async fn run_jobs(&self) -> usize {
        self.worker.run_until_idle(clock_now(&self.clock)).await.expect("the jobs")
    }

    /// Moves the clock on by days of 24 hours, then does the periodic work and the jobs that are due.
    pub async fn days_later(&self, days: i64) -> usize {
        self.clock.advance(days * 86_400);
        self.worker.run_periodic(clock_now(&self.clock)).await;
        self.run_jobs().await
    }

    /// Today in Rome, on the clock of the test.
    #[must_use]
    pub fn today(&self) -> Date {
        clock_now(&self.clock).date()
    }

    /// The mails sent so far, in the order of their files' names.
    ///
    /// # Panics
    /// When they cannot be read.
    #[must_use]
    pub fn mails(&self) -> Vec<String> {
        let Ok(entries) = std::fs::read_dir(self.folder.path().join("mail")) else { return Vec::new() };
        let mut paths: Vec<_> = entries.map(|entry| entry.expect("a file").path()).collect();
        paths.sort();
        paths
            .into_iter()
            .map(|path| String::from_utf8_lossy(&std::fs::read(path).expect("a mail")).into_owned())
            .collect()
    }
}

fn clock_now(clock: &FixedClock) -> Instant {
    kernel::Clock::now(clock)
}

async fn add(app: &App, system: &Ctx, who: Who) {
    let new = accounts::NewUser {
        name: who.name().to_owned(),
        display_name: who.display_name().to_owned(),
        email: Some(format!("{}@example.it", who.name())),
        office: Some(OFFICE.to_owned()),
        lang: Lang::It,
        roles: who.roles(),
    };
    accounts::add_user(app, system, new, crate::visitor::password_hash()).await.expect("an account");
}
