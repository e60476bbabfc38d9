//! What is stuck and waits for a person: processes that cannot go on, and background work that ran out of tries.

use domain::access::{Action, Resource};
use kernel::{CaseId, Instant, JobId};
use store::work::{incident, job};

use crate::{App, Ctx, Error, processes, read, write};

/// One thing that is stuck.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stuck {
    /// Its id.
    pub id: JobId,
    /// Whether a process stands still; else background work gave up.
    pub process: bool,
    /// The case it hangs on.
    pub case_id: Option<CaseId>,
    /// The element of the diagram, or the kind of work.
    pub what: String,
    /// What went wrong.
    pub message: String,
    /// Since when.
    pub since: Instant,
}

/// The most that are listed of each kind; more than these are a fault of their own.
const MOST: i64 = 5000;

/// Everything stuck, oldest first.
///
/// # Errors
/// [`Error::Denied`] when incidents may not be seen.
pub async fn list(app: &App, ctx: &Ctx) -> Result<Vec<Stuck>, Error> {
    ctx.require(Resource::Incident, Action::Read)?;
    read(app, "list-incidents", |tx| {
        let mut all: Vec<Stuck> = incident::open(tx, MOST)?
            .into_iter()
            .map(|open| Stuck {
                id: open.id,
                process: true,
                case_id: open.case_id,
                what: open.element,
                message: open.message,
                since: open.created_at,
            })
            .collect();
        all.extend(job::failed(tx, MOST)?.into_iter().map(|failed| Stuck {
            id: failed.id,
            process: false,
            case_id: failed.case_id,
            what: failed.kind,
            message: failed.error,
            since: failed.created_at,
        }));
        all.sort_by_key(|stuck| (stuck.since, stuck.id));
        Ok(all)
    })
    .await
}

/// Tries again what is stuck.
///
/// # Errors
/// [`Error::Denied`]; [`Error::NotFound`] when nothing with this id is stuck; what the second try gives.
pub async fn retry(app: &App, ctx: &Ctx, id: JobId) -> Result<(), Error> {
    ctx.require(Resource::Incident, Action::Retry)?;
    let case = read(app, "find-incident", move |tx| {
        Ok(incident::open(tx, MOST)?.into_iter().find(|open| open.id == id).and_then(|open| open.case_id))
    })
    .await?;
    if let Some(case) = case {
        return processes::retry_incident(app, ctx, case).await;
    }
    let now = ctx.now();
    write(app, "retry-job", move |tx| {
        if job::retry(tx, id, now)? { Ok(()) } else { Err(Error::NotFound { kind: "incident" }) }
    })
    .await
}
