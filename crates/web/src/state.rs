//! What every handler of the three edges is given: the program, and how this site is served.

use std::{future::Future, pin::Pin, sync::Arc};

use app::{App, Ctx};
use kernel::Instant;

use crate::layout::NavEntry;

/// The answer of a [`CalendarFeed`]: the calendar file of a secret, or nothing when the secret opens none.
pub type FeedAnswer = Pin<Box<dyn Future<Output = Result<Option<String>, app::Error>> + Send>>;
/// Writes the calendar file (RFC 5545) that belongs to a secret. Made where the crate that knows the format may be used.
pub type CalendarFeed = Arc<dyn Fn(App, String) -> FeedAnswer + Send + Sync>;

/// Makes the PDF of a paper; the error is what is wrong with its template, for people. It takes a while: it is called
/// outside the threads that answer.
pub type PaperMaker = Arc<dyn Fn(&app::papers::ProducedDocument) -> Result<Vec<u8>, String> + Send + Sync>;
/// Writes a list as a spreadsheet (XLSX): the name of its sheet, the heads, the rows.
pub type SheetMaker =
    Arc<dyn Fn(&str, &[String], &[Vec<SheetCell>]) -> Result<Vec<u8>, String> + Send + Sync>;

/// A value of a list that is taken away as a spreadsheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SheetCell {
    /// Words.
    Text(String),
    /// A whole number.
    Number(i64),
    /// A day; none leaves the cell empty.
    Day(Option<kernel::Date>),
}

/// How this site is served, the same for every request.
#[derive(Clone)]
pub struct Site {
    /// The public address without a slash at its end: `https://sportello.example`. It decides whether cookies are
    /// marked secure.
    pub base_url: String,
    /// Whether a reverse proxy in front names the caller's address in `X-Forwarded-For`. Without one the header is
    /// what the caller wrote and is not believed.
    pub behind_proxy: bool,
    /// When this process started to serve.
    pub started_at: Instant,
    /// The areas a person may open, in the order of the navigation.
    pub navigation: fn(&Ctx) -> Vec<NavEntry>,
    /// The figures of this process in the text format of Prometheus.
    pub metrics: Arc<dyn Fn() -> String + Send + Sync>,
    /// Calendar feeds.
    pub calendar: CalendarFeed,
    /// Papers to look at before they are made for good.
    pub paper: PaperMaker,
    /// Lists to take away.
    pub sheet: SheetMaker,
    /// Tells the worker of this process that there may be work; called after every request that may have changed
    /// something.
    pub wake: Arc<dyn Fn() + Send + Sync>,
}

impl Site {
    /// A site with nothing beside it: no figures, no calendar feeds, no worker in this process.
    #[must_use]
    pub fn new(base_url: &str, started_at: Instant, navigation: fn(&Ctx) -> Vec<NavEntry>) -> Self {
        Self {
            base_url: base_url.trim_end_matches('/').to_owned(),
            behind_proxy: false,
            started_at,
            navigation,
            metrics: Arc::new(String::new),
            calendar: Arc::new(|_, _| Box::pin(async { Ok(None) })),
            paper: Arc::new(|_| Err("this site makes no papers".to_owned())),
            sheet: Arc::new(|_, _, _| Err("this site makes no spreadsheets".to_owned())),
            wake: Arc::new(|| ()),
        }
    }

    /// Whether people reach this site over TLS.
    #[must_use]
    pub fn secure(&self) -> bool {
        self.base_url.starts_with("https://")
    }
}

impl std::fmt::Debug for Site {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Site")
            .field("base_url", &self.base_url)
            .field("behind_proxy", &self.behind_proxy)
            .field("started_at", &self.started_at)
            .finish_non_exhaustive()
    }
}

/// The state of the router. Cheap to clone.
#[derive(Clone, Debug)]
pub struct AppState {
    /// The program.
    pub app: App,
    /// How it is served.
    pub site: Arc<Site>,
}

impl AppState {
    /// The state of a router.
    #[must_use]
    pub fn new(app: App, site: Site) -> Self {
        Self { app, site: Arc::new(site) }
    }
}

impl axum::extract::FromRef<AppState> for App {
    fn from_ref(state: &AppState) -> Self {
        state.app.clone()
    }
}
