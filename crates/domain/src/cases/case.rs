//! The states of a case and who may move it between them.

use kernel::{CaseId, ContractId, Date, Instant, OfficeId, PartyId, Sector, SupplyPointId, UserId};
use serde::{Deserialize, Serialize};

use crate::registry::words;

words! {
    /// Where a case stands.
    CaseState {
        /// Being written; no clock runs, the customer has not asked yet.
        Draft = "draft",
        /// Asked for; the clock runs.
        Started = "started",
        /// Found admissible.
        Admissible = "admissible",
        /// Found not admissible, with a reason.
        Inadmissible = "inadmissible",
        /// Done.
        Fulfilled = "fulfilled",
        /// Called off, with who asked and why.
        Cancelled = "cancelled",
    }
}

impl CaseState {
    /// Whether work on a case is over in this state.
    #[must_use]
    pub const fn ends(self) -> bool {
        matches!(self, Self::Inadmissible | Self::Fulfilled | Self::Cancelled)
    }
}

words! {
    /// Where a request came from.
    Origin {
        /// At the counter.
        Counter = "counter",
        /// From a prospect's contact.
        Contact = "contact",
        /// From inside the company.
        Internal = "internal",
        /// From the customers' portal.
        Portal = "portal",
        /// By telephone.
        CallCentre = "call_centre",
        /// From the sales network.
        SalesNetwork = "sales_network",
        /// By letter.
        Letter = "letter",
        /// By e-mail.
        Email = "email",
        /// By certified mail.
        Pec = "pec",
        /// From a distributor's file.
        Distributor = "distributor",
        /// From billing.
        Billing = "billing",
    }
}

words! {
    /// Why a clock stands still.
    SuspensionCause {
        /// Something is awaited from the customer.
        Customer = "customer",
        /// Something is awaited from a third party.
        ThirdParty = "third_party",
        /// Permits are awaited.
        Permits = "permits",
        /// Force majeure.
        ForceMajeure = "force_majeure",
        /// A later date was agreed with the customer.
        Date = "date",
    }
}

words! {
    /// What a clock says.
    ClockState {
        /// Within the term, counting.
        Running = "running",
        /// Standing still.
        Suspended = "suspended",
        /// Stopped within the term.
        Kept = "kept",
        /// Beyond the term.
        Missed = "missed",
    }
}

/// The most urgent clock of a case, as lists show it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClockSummary {
    /// The standard.
    pub standard: String,
    /// What it says.
    pub state: ClockState,
    /// The day the limit is reached; none while an open suspension keeps it unknown.
    pub due: Option<Date>,
    /// Units counted so far.
    pub elapsed: i64,
    /// Units allowed.
    pub limit: i64,
    /// The unit: `working_day`, `mon_sat_day`, `calendar_day`, `hour`, ….
    pub unit: String,
    /// Units taken out by suspensions.
    pub suspended: i64,
}

/// A case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Case {
    /// Its id.
    pub id: CaseId,
    /// The number on every paper, `2026-VOL-000123`.
    pub number: String,
    /// The procedure's code.
    pub procedure: String,
    /// The version of the procedure's bundle it runs on.
    pub bundle_version: i64,
    /// Where it stands.
    pub state: CaseState,
    /// Why it ended: a reason code when inadmissible or cancelled, an outcome when fulfilled.
    pub outcome: String,
    /// Whether its clock stands still, and why.
    pub suspended: Option<SuspensionCause>,
    /// Where it came from.
    pub origin: Origin,
    /// The service concerned.
    pub sector: Option<Sector>,
    /// Who asks.
    pub party_id: Option<PartyId>,
    /// Which supply point.
    pub supply_point_id: Option<SupplyPointId>,
    /// Which contract.
    pub contract_id: Option<ContractId>,
    /// Who asks, as lists show it.
    pub party_name: String,
    /// The supply point, as lists show it.
    pub point_label: String,
    /// The office it was opened at.
    pub office_id: Option<OfficeId>,
    /// Who works on it.
    pub assigned_to: Option<UserId>,
    /// Who opened it.
    pub opened_by: String,
    /// When it was opened.
    pub opened_at: Instant,
    /// When the request was made: the clock starts.
    pub started_at: Option<Instant>,
    /// When it ended.
    pub closed_at: Option<Instant>,
    /// The element of the process it waits at; empty when it waits nowhere.
    pub step: String,
    /// What is to do next, as lists show it.
    pub step_name: String,
    /// What was answered so far, by field name.
    pub data: serde_json::Map<String, serde_json::Value>,
    /// Its most urgent clock.
    pub clock: Option<ClockSummary>,
    /// When it last changed.
    pub changed_at: Instant,
    /// Grows with every change.
    pub version: i64,
}

/// Why a case cannot move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum CaseRefusal {
    /// It has ended.
    #[error("the case has ended")]
    Ended,
    /// It was already started.
    #[error("the request was already made")]
    AlreadyStarted,
    /// It was not yet started.
    #[error("the request was not made yet")]
    NotStarted,
    /// A reason is needed.
    #[error("a reason is needed")]
    ReasonMissing,
    /// It is suspended already.
    #[error("the case is suspended already")]
    AlreadySuspended,
    /// It is not suspended.
    #[error("the case is not suspended")]
    NotSuspended,
}

impl CaseRefusal {
    /// The stable code, which is also the key of its sentence.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Ended => "case_ended",
            Self::AlreadyStarted => "case_already_started",
            Self::NotStarted => "case_not_started",
            Self::ReasonMissing => "reason_missing",
            Self::AlreadySuspended => "case_already_suspended",
            Self::NotSuspended => "case_not_suspended",
        }
    }
}

impl Case {
    /// Whether work on it is over.
    #[must_use]
    pub const fn ended(&self) -> bool {
        self.state.ends()
    }

    const fn open(&self) -> Result<(), CaseRefusal> {
        if self.ended() { Err(CaseRefusal::Ended) } else { Ok(()) }
    }

    /// The customer makes the request: the clock starts at `at`.
    ///
    /// # Errors
    /// [`CaseRefusal::Ended`] or [`CaseRefusal::AlreadyStarted`].
    pub fn start(&mut self, at: Instant) -> Result<(), CaseRefusal> {
        self.open()?;
        if self.state != CaseState::Draft {
            return Err(CaseRefusal::AlreadyStarted);
        }
        self.state = CaseState::Started;
        self.started_at = Some(at);
        Ok(())
    }

    /// The request is found admissible.
    ///
    /// # Errors
    /// [`CaseRefusal::Ended`] or [`CaseRefusal::NotStarted`].
    pub fn admit(&mut self) -> Result<(), CaseRefusal> {
        self.open()?;
        if self.state == CaseState::Draft {
            return Err(CaseRefusal::NotStarted);
        }
        self.state = CaseState::Admissible;
        Ok(())
    }

    /// The request is found not admissible.
    ///
    /// # Errors
    /// [`CaseRefusal::Ended`], or [`CaseRefusal::ReasonMissing`] without a reason code.
    pub fn refuse(&mut self, reason: &str, at: Instant) -> Result<(), CaseRefusal> {
        self.end(CaseState::Inadmissible, reason, at)
    }

    /// What was asked is done.
    ///
    /// # Errors
    /// [`CaseRefusal::Ended`] or [`CaseRefusal::NotStarted`].
    pub fn fulfil(&mut self, at: Instant) -> Result<(), CaseRefusal> {
        if self.state == CaseState::Draft {
            return Err(CaseRefusal::NotStarted);
        }
        self.end(CaseState::Fulfilled, "done", at)
    }

    /// Somebody calls it off.
    ///
    /// # Errors
    /// [`CaseRefusal::Ended`], or [`CaseRefusal::ReasonMissing`] without a reason.
    pub fn cancel(&mut self, reason: &str, at: Instant) -> Result<(), CaseRefusal> {
        self.end(CaseState::Cancelled, reason, at)
    }

    fn end(&mut self, state: CaseState, outcome: &str, at: Instant) -> Result<(), CaseRefusal> {
        self.open()?;
        if outcome.trim().is_empty() {
            return Err(CaseRefusal::ReasonMissing);
        }
        self.state = state;
        outcome.trim().clone_into(&mut self.outcome);
        self.closed_at = Some(at);
        self.suspended = None;
        self.step.clear();
        self.step_name.clear();
        Ok(())
    }

    /// The clock is to stand still.
    ///
    /// # Errors
    /// [`CaseRefusal::Ended`] or [`CaseRefusal::AlreadySuspended`].
    pub fn suspend(&mut self, cause: SuspensionCause) -> Result<(), CaseRefusal> {
        self.open()?;
        if self.suspended.is_some() {
            return Err(CaseRefusal::AlreadySuspended);
        }
        self.suspended = Some(cause);
        Ok(())
    }

    /// The clock is to go on.
    ///
    /// # Errors
    /// [`CaseRefusal::Ended`] or [`CaseRefusal::NotSuspended`].
    pub fn resume(&mut self) -> Result<(), CaseRefusal> {
        self.open()?;
        if self.suspended.take().is_none() {
            return Err(CaseRefusal::NotSuspended);
        }
        Ok(())
    }
}

/// The group a case belongs to in work lists: 0 under a running or missed regulated clock (then by due day),
/// 1 suspended, 2 internal, without a regulated clock.
#[must_use]
pub fn risk_rank(clock: Option<&ClockSummary>) -> i64 {
    match clock.map(|clock| clock.state) {
        Some(ClockState::Running | ClockState::Missed) => 0,
        Some(ClockState::Suspended) => 1,
        Some(ClockState::Kept) | None => 2,
    }
}

#[cfg(test)]
mod tests;
