//! A run at work: takes records batch by batch, in the order their files depend on each other.
//!
//! It is driven from a plain thread: its functions block.

use std::sync::{Arc, PoisonError, RwLock};
use std::time::Duration;

use domain::{
    access::{Action, Resource},
    import::{
        BillRecord, ContractRecord, CustomerRecord, Finding, ImportReport, MandateRecord, MeterRecord,
        PaymentRecord, ReadingRecord, Refusal, SupplyPointRecord,
    },
};
use kernel::{ImportId, PartyId};
use serde_json::json;
use store::{
    Tx, audit,
    registry::import::{self as bulk, Batch, Known, run},
};

use super::{SILENCE, show::counts};
use crate::{App, Ctx, DbError, Error};

pub use store::registry::import::Counts;

/// How often a batch is tried again when others are busy with the same rows.
const TRIES: u32 = 20;
/// How many refused rows are kept in one unit of work.
const NOTED_AT_ONCE: usize = 1000;
/// How many search texts are built in one unit of work.
const INDEXED_AT_ONCE: i64 = 1000;

/// What came of a batch that was stored, or tried and taken back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stored {
    /// How many rows were new, changed, unchanged.
    pub counts: Counts,
    /// What came to light, each with the place of its row in the batch, from 0.
    pub findings: Vec<(usize, Finding)>,
}

/// A run at work.
#[derive(Debug)]
pub struct Importer {
    app: App,
    ctx: Ctx,
    id: ImportId,
    dry_run: bool,
    known: Arc<RwLock<Known>>,
    file: String,
    rows_done: u64,
}

/// Begins a run. A dry run writes every batch like a real one and takes it back; it keeps nothing but its own
/// record (decision 11).
///
/// # Errors
/// [`Error::Denied`], or a failure of the database.
pub fn begin(app: &App, ctx: &Ctx, profile: &str, folder: &str, dry_run: bool) -> Result<Importer, Error> {
    ctx.require(Resource::Import, Action::Create)?;
    let id = ctx.id(ImportId::from_bytes);
    let (unit_ctx, profile, folder) = (ctx.clone(), profile.to_owned(), folder.to_owned());
    blocking(app, "import::begin", move |tx| {
        run::interrupt(tx, unit_ctx.now().plus_seconds(-SILENCE))?;
        run::begin(tx, &unit_ctx, id, &profile, &folder, dry_run)?;
        Ok(())
    })?;
    Ok(Importer::of(app, ctx.clone(), id, dry_run))
}

type Bulk<T> = fn(&mut Tx<'_>, &Ctx, &Known, &[T]) -> Result<Batch, DbError>;

macro_rules! tables {
    ($($(#[$doc:meta])* $name:ident: $record:ident;)+) => {
        impl Importer {$(
            $(#[$doc])*
            ///
            /// # Errors
            /// A failure of the database; then nothing of the batch is stored.
            pub fn $name(&mut self, batch: Vec<$record>) -> Result<Stored, Error> {
                self.batch(concat!("import::", stringify!($name)), batch, bulk::$name)
            }
        )+}
    };
}

tables! {
    /// Imports people and organisations.
    customers: CustomerRecord;
    /// Imports places of delivery.
    supply_points: SupplyPointRecord;
    /// Imports registers of meters; their supply points come before them.
    meters: MeterRecord;
    /// Imports contracts; their customers and supply points come before them.
    contracts: ContractRecord;
    /// Imports readings; their meters come before them.
    readings: ReadingRecord;
    /// Imports bills; their contracts come before them.
    bills: BillRecord;
    /// Imports payments; their bills come before them.
    payments: PaymentRecord;
    /// Imports mandates; their contracts come before them.
    mandates: MandateRecord;
}

impl Importer {
    /// The importer of a run that is written down already.
    pub(super) fn of(app: &App, ctx: Ctx, id: ImportId, dry_run: bool) -> Self {
        let known = if dry_run { Known::of_trial() } else { Known::default() };
        let (known, file) = (Arc::new(RwLock::new(known)), String::new());
        Self { app: app.clone(), ctx, id, dry_run, known, file, rows_done: 0 }
    }

    /// Today, for the rows that may not lie in the future.
    #[must_use]
    pub fn today(&self) -> kernel::Date {
        self.ctx.today()
    }

    /// The run's id.
    #[must_use]
    pub const fn id(&self) -> ImportId {
        self.id
    }

    /// Says which file the next batches are from.
    pub fn file(&mut self, name: &str) {
        name.clone_into(&mut self.file);
        self.rows_done = 0;
    }

    /// Keeps the refused and warned rows of a file, for the clerk.
    ///
    /// # Errors
    /// A failure of the database.
    pub fn note(&self, file: &str, refused: &[Refusal], warned: &[Refusal]) -> Result<(), Error> {
        for (rows, is_refused) in [(refused, true), (warned, false)] {
            for chunk in rows.chunks(NOTED_AT_ONCE) {
                let (id, file, chunk) = (self.id, file.to_owned(), chunk.to_vec());
                blocking(&self.app, "import::note", move |tx| {
                    Ok(run::note(tx, id, &file, is_refused, &chunk)?)
                })?;
            }
        }
        Ok(())
    }

    /// Makes the imported customers findable; after the contracts, whose addresses a customer is found by too. Ends
    /// early when it is asked to stop.
    ///
    /// # Errors
    /// A failure of the database.
    pub fn index(&self, stop: &dyn Fn() -> bool) -> Result<(), Error> {
        if self.dry_run {
            return Ok(());
        }
        let mut last = PartyId::from_bytes([0; 16]);
        while !stop() {
            let (ctx, id, file, rows) = (self.ctx.clone(), self.id, self.file.clone(), self.rows_so_far(0));
            let next = blocking(&self.app, "import::index", move |tx| {
                run::progress(tx, &ctx, id, &file, rows)?;
                Ok(bulk::index_new_parties(tx, last, INDEXED_AT_ONCE)?)
            })?;
            match next {
                Some(next) => last = next,
                None => break,
            }
        }
        Ok(())
    }

    /// Ends the run with its report.
    ///
    /// # Errors
    /// A failure of the database.
    pub fn finish(self, report: &ImportReport) -> Result<(), Error> {
        let (ctx, id, dry_run, files) = (self.ctx, self.id, self.dry_run, counts(report));
        let text = serde_json::to_string(&files).unwrap_or_default();
        blocking(&self.app, "import::finish", move |tx| {
            run::end(tx, &ctx, id, "done", &text, "")?;
            let subject = audit::Subject { kind: "import", id: id.bytes() };
            audit::append(tx, &ctx, "import", subject, &json!({ "files": &files, "dry_run": dry_run }))?;
            Ok(())
        })
    }

    /// Ends the run with the reason why it could not go on. What was imported before stays.
    ///
    /// # Errors
    /// A failure of the database, which may well be the reason itself; the run is then marked as interrupted later.
    pub fn fail(self, reason: &str) -> Result<(), Error> {
        let (ctx, id, reason) = (self.ctx, self.id, reason.to_owned());
        blocking(&self.app, "import::fail", move |tx| Ok(run::end(tx, &ctx, id, "failed", "", &reason)?))
    }

    /// Ends the run because somebody asked it to stop. What was imported before stays.
    ///
    /// # Errors
    /// A failure of the database.
    pub fn stopped(self) -> Result<(), Error> {
        let (ctx, id) = (self.ctx, self.id);
        blocking(&self.app, "import::stopped", move |tx| Ok(run::end(tx, &ctx, id, "stopped", "", "")?))
    }

    fn rows_so_far(&self, more: usize) -> i64 {
        i64::try_from(self.rows_done).unwrap_or(i64::MAX).saturating_add(i64::try_from(more).unwrap_or(0))
    }

    fn batch<T: Send + Sync + 'static>(
        &mut self,
        name: &'static str,
        batch: Vec<T>,
        bulk: Bulk<T>,
    ) -> Result<Stored, Error> {
        let size = batch.len();
        let (ctx, dry_run, id, file, rows) =
            (self.ctx.clone(), self.dry_run, self.id, self.file.clone(), self.rows_so_far(size));
        let known = Arc::clone(&self.known);
        let done = blocking(&self.app, name, move |tx| {
            let known = known.read().unwrap_or_else(PoisonError::into_inner);
            let store = |tx: &mut Tx<'_>| bulk(tx, &ctx, &known, &batch);
            let done = if dry_run { taken_back(tx, store)? } else { store(tx)? };
            run::progress(tx, &ctx, id, &file, rows)?;
            if !dry_run {
                // What is open on these bills is another now; who waits for it hears so, once for the batch.
                crate::bills::tell_watchers(tx, &ctx, &done.touched)?;
            }
            Ok(done)
        })?;
        self.rows_done += u64::try_from(size).unwrap_or(0);
        self.known.write().unwrap_or_else(PoisonError::into_inner).learn(done.news);
        Ok(Stored { counts: done.counts, findings: done.findings })
    }
}

/// How a part that is taken back ends: with what it gave, or with a failure.
enum Trial<T> {
    Given(T),
    Failed(DbError),
}

impl<T> From<DbError> for Trial<T> {
    fn from(failure: DbError) -> Self {
        Self::Failed(failure)
    }
}

/// Does a part, takes back all it wrote, and gives what it gave.
fn taken_back<T>(
    tx: &mut Tx<'_>,
    part: impl FnOnce(&mut Tx<'_>) -> Result<T, DbError>,
) -> Result<T, DbError> {
    let ended: Result<std::convert::Infallible, Trial<T>> = tx.savepoint(|tx| {
        bulk::begin_trial(tx)?;
        Err(Trial::Given(part(tx)?))
    });
    match ended {
        Err(Trial::Given(given)) => Ok(given),
        Err(Trial::Failed(failure)) => Err(failure),
        Ok(never) => match never {},
    }
}

/// A unit of work that is patient: an import goes on when others were quicker, instead of giving up.
fn blocking<T, F>(app: &App, name: &'static str, work: F) -> Result<T, Error>
where
    T: Send + 'static,
    F: Fn(&mut Tx<'_>) -> Result<T, Error> + Send + Sync + 'static,
{
    let work = Arc::new(work);
    let mut tries = 0;
    loop {
        let again = Arc::clone(&work);
        match app.db.write_blocking(name, move |tx| again(tx)) {
            Err(Error::Busy) if tries < TRIES => {
                tries += 1;
                std::thread::sleep(Duration::from_millis(50 * u64::from(tries)));
            }
            result => return result,
        }
    }
}
