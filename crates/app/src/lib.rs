//! What the product does: one operation, one file. An operation opens the unit of work, loads what it acts on for
//! the action, lets `domain` and `standards` decide, moves the process, stores, and leaves jobs for what comes after.
//!
//! Pages, API, jobs and commands all enter here; nothing else changes data. Nothing here talks to the outside.

pub mod accounts;
mod activation;
pub mod audit;
pub mod billing;
pub mod bills;
pub mod cases;
pub mod cash;
pub mod charges;
mod debt;
pub mod diary;
pub mod distributor;
mod error;
pub mod import;
pub mod incidents;
pub mod instalments;
pub mod links;
pub mod papers;
pub mod prices;
pub mod processes;
pub mod quality;
pub mod registry;
mod settings;
pub mod voltura;

use std::sync::Arc;

pub use error::{Conflict, Error, FieldProblem};
pub use settings::{
    ArrearsSettings, Dated, Distributor, InstalmentSettings, LinkKey, PaymentAccounts, Settings, TillSettings,
};
pub use store::{Authorised, Ctx, Db, DbError, Denied};

use domain::{cash::CardTerminal, distributor::DistributorFormat};
use kernel::{Clock, Ids};

/// The running program, as operations see it. Cheap to clone.
#[derive(Clone, Debug)]
pub struct App {
    /// The database.
    pub db: Db,
    /// Gives the present moment.
    pub clock: Arc<dyn Clock>,
    /// Makes identifiers.
    pub ids: Arc<dyn Ids>,
    /// What the utility has set.
    pub settings: Arc<Settings>,
    /// Published procedures, read once each.
    pub procedures: processes::Procedures,
    /// The card terminal of the till; none: cards are not taken.
    pub card_terminal: Option<Arc<dyn CardTerminal>>,
    /// How distributors write; none: their files are not taken in.
    pub distributor_format: Option<Arc<dyn DistributorFormat>>,
}

impl App {
    /// Puts the program together.
    #[must_use]
    pub fn new(db: Db, clock: Arc<dyn Clock>, ids: Arc<dyn Ids>, settings: Settings) -> Self {
        Self {
            db,
            clock,
            ids,
            settings: Arc::new(settings),
            procedures: processes::Procedures::default(),
            card_terminal: None,
            distributor_format: None,
        }
    }

    /// With a way to read what distributors write.
    #[must_use]
    pub fn with_distributor_format(mut self, format: Arc<dyn DistributorFormat>) -> Self {
        self.distributor_format = Some(format);
        self
    }

    /// With a card terminal.
    #[must_use]
    pub fn with_card_terminal(mut self, terminal: Arc<dyn CardTerminal>) -> Self {
        self.card_terminal = Some(terminal);
        self
    }

    /// The circumstances of an act of the program itself.
    #[must_use]
    pub fn system(&self, part: &str) -> Ctx {
        Ctx::system(part, Arc::clone(&self.clock), Arc::clone(&self.ids))
    }
}

/// The unit of work an operation hands to the database: takes the transaction, may run several times.
pub(crate) async fn write<T: Send + 'static>(
    app: &App,
    name: &'static str,
    unit: impl Fn(&mut store::Tx<'_>) -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    let Some(keeping) = accounts::keeping() else { return app.db.write(name, unit).await };
    let (keeper, at) = (keeping.clone(), app.clock.now());
    let unit = move |tx: &mut store::Tx<'_>| {
        let done = unit(tx)?;
        let kept = keeper.keep(tx, &done, at)?;
        Ok::<_, Error>((done, kept))
    };
    let (done, kept) = app.db.write(name, unit).await?;
    if kept {
        keeping.committed();
    }
    Ok(done)
}

/// A read-only unit of work.
pub(crate) async fn read<T: Send + 'static>(
    app: &App,
    name: &'static str,
    unit: impl Fn(&mut store::Tx<'_>) -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    app.db.read(name, unit).await
}
