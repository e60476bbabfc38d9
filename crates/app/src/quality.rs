//! The regulated standards for those who ask from outside: the records, and clocks judged from a text.

use domain::access::{Action, Resource};
use kernel::{Date, Lang};
use serde::Serialize;
use standards::{Packs, Standard, batch::BatchError};

use crate::{Ctx, Error, FieldProblem, cases::clocks::Clock};

/// A record of a regulated standard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StandardLine {
    /// Its id: `W-S14`.
    pub id: String,
    /// The regulation it belongs to.
    pub regulation: String,
    /// The article.
    pub article: Option<String>,
    /// Its name.
    pub name: String,
    /// The limit, in `unit`.
    pub limit: i64,
    /// The unit.
    pub unit: String,
    /// The fact that starts the clock.
    pub clock_start: String,
    /// The fact that stops it.
    pub clock_stop: String,
    /// The first day it is in force; none when always.
    pub valid_from: Option<Date>,
    /// The last day; none while it lasts.
    pub valid_to: Option<Date>,
}

impl StandardLine {
    fn of(standard: &Standard, lang: Lang) -> Self {
        Self {
            id: standard.id.clone(),
            regulation: standard.regulation.clone(),
            article: standard.article.clone(),
            name: standard.name(lang).to_owned(),
            limit: standard.limit,
            unit: standard.unit.code().to_owned(),
            clock_start: standard.clock_start.code.clone(),
            clock_stop: standard.clock_stop.code.clone(),
            valid_from: standard.valid_from,
            valid_to: standard.valid_to,
        }
    }
}

/// The records of the shipped packs by id and first day; with `on`, those in force that day.
///
/// # Errors
/// [`Error::Denied`] when the standards may not be seen.
pub fn list_standards(ctx: &Ctx, on: Option<Date>) -> Result<Vec<StandardLine>, Error> {
    ctx.require(Resource::Quality, Action::Read)?;
    let mut lines: Vec<StandardLine> = Packs::shipped()
        .standards()
        .filter(|standard| on.is_none_or(|day| standard.in_force_on(day)))
        .map(|standard| StandardLine::of(standard, ctx.lang))
        .collect();
    lines.sort_by(|a, b| (&a.id, a.valid_from).cmp(&(&b.id, b.valid_from)));
    Ok(lines)
}

/// Judges the clocks of a JSON text: the input and output of `sportello quality evaluate`.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`] naming the case and the field that is wrong.
pub fn evaluate_json(ctx: &Ctx, text: &str) -> Result<String, Error> {
    ctx.require(Resource::Quality, Action::Read)?;
    standards::batch::evaluate_json(text).map_err(|error| {
        let (field, reason) = match &error {
            BatchError::File(_) => ("cases".to_owned(), error.to_string()),
            BatchError::Field { case, field, reason } => (format!("cases.{case}.{field}"), reason.clone()),
        };
        let mut problem = FieldProblem::new(&field, "clock_case");
        problem.args.push(("reason".to_owned(), reason));
        Error::Invalid(vec![problem])
    })
}

/// The clock of a case in plain words and figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ClockLine {
    /// The standard.
    pub standard: String,
    /// Its name.
    pub name: String,
    /// `running`, `suspended`, `kept` or `missed`.
    pub state: String,
    /// The day or moment the limit is reached.
    pub due: Option<String>,
    /// Units counted so far.
    pub elapsed: i64,
    /// Units allowed.
    pub limit: i64,
    /// The unit.
    pub unit: String,
    /// How many times the limit was passed: 0 to 3.
    pub indemnity_multiple: i64,
    /// What is owed.
    pub indemnity: kernel::Money,
    /// Whether and why it is owed: `none`, `accruing`, `due`, `not_due`, `suspended_arrears`.
    pub indemnity_status: String,
    /// One paragraph for a person.
    pub why: String,
}

/// What a clock says, in the language of who asks.
#[must_use]
pub fn clock_line(clock: &Clock, lang: Lang) -> ClockLine {
    let summary = clock.summary();
    let evaluation = &clock.evaluation;
    let status = serde_json::to_value(evaluation.indemnity.status).unwrap_or_default();
    ClockLine {
        name: clock.name(lang).to_owned(),
        state: summary.state.code().to_owned(),
        due: evaluation.due.map(|due| due.to_string()),
        elapsed: summary.elapsed,
        limit: summary.limit,
        unit: summary.unit,
        indemnity_multiple: evaluation.indemnity.multiple,
        indemnity: evaluation.indemnity.amount,
        indemnity_status: status.as_str().unwrap_or_default().to_owned(),
        why: match lang {
            Lang::It => clock.why.it.clone(),
            Lang::En => clock.why.en.clone(),
        },
        standard: summary.standard,
    }
}
