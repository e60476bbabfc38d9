//! Figures that are kept instead of counted: what the tiles of the role centre and the heads of long lists say.

use db::{DbError, Row, Tx, params, statements};
use domain::cases::{CaseState, Origin};
use kernel::{Date, Instant, UserId};

use crate::Ctx;

statements! {
    const TALLY: Statement = "SELECT state, origin, is_open, CAST(SUM(total) AS BIGINT) AS total FROM case_tally GROUP BY state, origin, is_open";
    const OWN_TALLY: Statement = "SELECT state, origin, TRUE AS is_open, COUNT(*) AS total FROM cases WHERE closed_at IS NULL AND assigned_to = $1 GROUP BY state, origin";
    const FULFILLED_SINCE: Statement = "SELECT COUNT(*) AS total FROM cases WHERE closed_at >= $1 AND closed_at IS NOT NULL AND COALESCE(state, state) = 'fulfilled'";
    const OWN_FULFILLED_SINCE: Statement = "SELECT COUNT(*) AS total FROM cases WHERE closed_at >= $1 AND closed_at IS NOT NULL AND COALESCE(state, state) = 'fulfilled' AND assigned_to = $2";
    const AT_RISK: Statement = "SELECT COUNT(*) AS total FROM cases WHERE closed_at IS NULL AND risk_rank = 0 AND due_on <= $1";
    const OWN_AT_RISK: Statement = "SELECT COUNT(*) AS total FROM cases WHERE closed_at IS NULL AND risk_rank = 0 AND due_on <= $1 AND assigned_to = $2";
    const CONTRACTS: Statement = "SELECT state, CAST(SUM(total) AS BIGINT) AS total FROM contract_tally GROUP BY state";
}

/// Counts for the role centre.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Drafts.
    pub drafts: i64,
    /// Started, not yet found admissible.
    pub started: i64,
    /// Admissible, being worked.
    pub admissible: i64,
    /// Under way, from a contact.
    pub from_contacts: i64,
    /// Under way, internal.
    pub internal: i64,
    /// Fulfilled since the moment asked for.
    pub fulfilled: i64,
    /// Open under a clock that is late or ends today.
    pub at_risk: i64,
    /// Contracts in force.
    pub contracts_active: i64,
    /// Contracts suspended.
    pub contracts_suspended: i64,
    /// Contracts being written.
    pub contracts_draft: i64,
}

/// How many cases of one state and origin are open, or ended.
pub(super) struct Line {
    pub state: CaseState,
    pub origin: Origin,
    pub open: bool,
    pub total: i64,
}

fn line(row: &Row) -> Result<Line, DbError> {
    Ok(Line {
        state: row.map("state", |code: String| CaseState::from_code(&code))?,
        origin: row.map("origin", |code: String| Origin::from_code(&code))?,
        open: row.get("is_open")?,
        total: row.get("total")?,
    })
}

/// How many cases there are.
///
/// # Errors
/// [`DbError`] from the database.
pub fn all(tx: &mut Tx<'_>) -> Result<i64, DbError> {
    Ok(tally(tx)?.iter().map(|line| line.total).sum())
}

/// The tally of all cases.
pub(super) fn tally(tx: &mut Tx<'_>) -> Result<Vec<Line>, DbError> {
    tx.query(&TALLY, &[])?.iter().map(line).collect()
}

/// The figures of the role centre's tiles: those of exactly the lists they open, for who sees only what is assigned to
/// them as for everybody else.
///
/// # Errors
/// [`DbError`] from the database.
pub fn counts(tx: &mut Tx<'_>, ctx: &Ctx, fulfilled_since: Instant, today: Date) -> Result<Counts, DbError> {
    let mut counts = Counts::default();
    let own: Option<Option<UserId>> = ctx.only_own().then(|| ctx.user());
    let lines = match own {
        Some(me) => tx.query(&OWN_TALLY, &params![me])?.iter().map(line).collect::<Result<Vec<_>, _>>()?,
        None => tally(tx)?,
    };
    for line in lines.iter().filter(|line| line.open) {
        match line.state {
            CaseState::Draft => counts.drafts += line.total,
            CaseState::Started => counts.started += line.total,
            CaseState::Admissible => counts.admissible += line.total,
            CaseState::Inadmissible | CaseState::Fulfilled | CaseState::Cancelled => {}
        }
        // A draft is no request yet.
        match line.origin {
            _ if line.state == CaseState::Draft => {}
            Origin::Contact => counts.from_contacts += line.total,
            Origin::Internal => counts.internal += line.total,
            _ => {}
        }
    }
    let one = |row: Option<Row>| row.map_or(Ok(0), |row| row.get("total"));
    counts.fulfilled = one(match own {
        Some(me) => tx.row(&OWN_FULFILLED_SINCE, &params![fulfilled_since, me])?,
        None => tx.row(&FULFILLED_SINCE, &params![fulfilled_since])?,
    })?;
    counts.at_risk = one(match own {
        Some(me) => tx.row(&OWN_AT_RISK, &params![today, me])?,
        None => tx.row(&AT_RISK, &params![today])?,
    })?;
    for row in tx.query(&CONTRACTS, &[])? {
        let total = row.get("total")?;
        match row.get::<String>("state")?.as_str() {
            "active" => counts.contracts_active = total,
            "suspended" => counts.contracts_suspended = total,
            "draft" => counts.contracts_draft = total,
            _ => {}
        }
    }
    Ok(counts)
}
