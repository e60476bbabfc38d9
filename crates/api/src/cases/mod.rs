//! Cases: list, open, show, what people do to them.

pub mod act;
pub mod comments;
pub mod facts;
pub mod list;
pub mod open;
pub mod papers;
pub mod show;

use domain::cases::Case as Known;
use serde::Serialize;
use utoipa::ToSchema;

use crate::values::{Day, Id, Moment};

/// The most urgent clock of a case, in short.
#[derive(Debug, Serialize, ToSchema)]
pub struct CaseClock {
    /// The standard.
    #[schema(example = "W-S14")]
    standard: String,
    /// `running`, `suspended`, `kept` or `missed`.
    state: &'static str,
    /// The day the limit is reached; null while an open suspension keeps it unknown.
    due: Option<Day>,
    /// Units counted so far.
    elapsed: i64,
    /// Units allowed.
    limit: i64,
    /// The unit.
    unit: String,
}

/// A case.
#[derive(Debug, Serialize, ToSchema)]
pub struct Case {
    /// Its id.
    id: Id,
    /// The number on every paper.
    #[schema(example = "2026-VOL-000123")]
    number: String,
    /// The procedure's code.
    procedure: String,
    /// `draft`, `started`, `admissible`, `inadmissible`, `fulfilled` or `cancelled`.
    state: &'static str,
    /// Why it ended; empty while it is open.
    outcome: String,
    /// Why its clock stands still; null while it does not.
    suspended: Option<&'static str>,
    /// Where it came from.
    origin: &'static str,
    /// The service concerned.
    sector: Option<&'static str>,
    /// Who asks.
    party: Option<Id>,
    /// Which supply point.
    supply_point: Option<Id>,
    /// Which contract.
    contract: Option<Id>,
    /// Who works on it.
    assigned_to: Option<Id>,
    /// When it was opened.
    opened_at: Moment,
    /// When the request was made.
    started_at: Option<Moment>,
    /// When it ended.
    closed_at: Option<Moment>,
    /// The step its process waits at; empty when it waits nowhere.
    step: String,
    /// What is to do next.
    step_name: String,
    /// Its most urgent clock.
    clock: Option<CaseClock>,
    /// Grows with every change.
    version: i64,
}

impl From<&Known> for Case {
    fn from(known: &Known) -> Self {
        Self {
            id: Id::of(known.id),
            number: known.number.clone(),
            procedure: known.procedure.clone(),
            state: known.state.code(),
            outcome: known.outcome.clone(),
            suspended: known.suspended.map(domain::cases::SuspensionCause::code),
            origin: known.origin.code(),
            sector: known.sector.map(kernel::Sector::code),
            party: known.party_id.map(Id::of),
            supply_point: known.supply_point_id.map(Id::of),
            contract: known.contract_id.map(Id::of),
            assigned_to: known.assigned_to.map(Id::of),
            opened_at: known.opened_at.into(),
            started_at: known.started_at.map(Moment::from),
            closed_at: known.closed_at.map(Moment::from),
            step: known.step.clone(),
            step_name: known.step_name.clone(),
            clock: known.clock.as_ref().map(|clock| CaseClock {
                standard: clock.standard.clone(),
                state: clock.state.code(),
                due: clock.due.map(Day::from),
                elapsed: clock.elapsed,
                limit: clock.limit,
                unit: clock.unit.clone(),
            }),
            version: known.version,
        }
    }
}
