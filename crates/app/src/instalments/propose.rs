//! The plan as it is asked for, worked out: its instalments with days, amounts and interest.

use std::collections::BTreeMap;

use calendar::Calendar;
use domain::instalments::{
    Conditions, Interest, Plan, PlanProblem, Split, Terms, Wanted, plan as work_out, proportions,
};
use kernel::{Date, Lang, Money};
use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};

use super::assess::{Assessed, assess};
use crate::{
    Error, FieldProblem,
    processes::{CallAnswer, Run},
};

/// Where a case keeps the plan it proposed, for the moment it is agreed.
const KEPT: &str = "plan_proposed";

/// A plan as it was proposed, kept with the case until it is agreed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Proposed {
    /// What is owed.
    pub debt: Money,
    /// The day from which interest runs.
    pub from: Date,
    /// What the debt bears.
    pub interest: Interest,
    /// What is paid at once, and the instalments.
    pub plan: Plan,
    /// What was open on each bill.
    pub opens: BTreeMap<String, Money>,
    /// The rule that gives the right; none: the utility's choice.
    pub ground: Option<String>,
}

impl Proposed {
    /// What a case proposed.
    pub fn of(run: &Run<'_, '_>) -> Option<Self> {
        serde_json::from_value(run.case.data.get(KEPT)?.clone()).ok()
    }
}

/// Whether the answers are those of whoever approves: then they stand in the place of what was asked.
fn is_changed(run: &Run<'_, '_>) -> bool {
    run.case.data.get("approval").and_then(Json::as_str) == Some("changed")
}

/// An answer, as it was changed where it was.
fn answer<'r>(run: &'r Run<'_, '_>, name: &str, changed_name: &str) -> Option<&'r Json> {
    let changed = is_changed(run).then(|| run.case.data.get(changed_name)).flatten();
    changed.or_else(|| run.case.data.get(name))
}

/// Works the plan out.
pub(super) fn propose_by_process(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let assessed = assess(run)?;
    let (every, terms, conditions) = asked(run, &assessed)?;
    let changed = is_changed(run);
    let refused = run.case.data.get("admissible").and_then(Json::as_str) == Some("no");
    let plan = match work_out(&terms, &conditions, Calendar::national()) {
        Ok(plan) => plan,
        // What cannot be granted is only recorded: it has no plan.
        Err(_) if refused => Plan { down: Money::ZERO, instalments: Vec::new() },
        Err(problems) => return Err(told(&problems, changed)),
    };
    let today = run.ctx.today();
    let wanted = Wanted {
        debt: terms.debt,
        count: terms.count,
        on: today,
        last_due: plan.instalments.last().map_or(today, |last| last.due_on),
        waived: waived(run),
    };
    let limits = run.app.settings.instalments.limits_of(&run.ctx.roles);
    // What the approver changed was not signed by anybody yet.
    let needs = changed || wanted.needs_approval(assessed.right.as_ref(), limits.as_ref(), every);
    let lang = run.ctx.lang;
    let rows: Vec<Json> = plan
        .instalments
        .iter()
        .map(|one| {
            json!({
                "number": one.number, "due_on": one.due_on, "due_text": day_text(one.due_on, lang),
                "amount_cents": one.amount().cents(), "amount_text": one.amount().show(lang),
                "principal_cents": one.principal.cents(), "interest_cents": one.interest.cents(),
            })
        })
        .collect();
    let (interest, total) = (plan.interest(), plan.total());
    let proposed = Proposed {
        debt: terms.debt,
        from: terms.from,
        interest: conditions.interest,
        plan,
        opens: assessed.bills.iter().map(|of| (of.bill.id.to_string(), of.bill.open())).collect(),
        ground: assessed.right.as_ref().map(|right| right.ground.code().to_owned()),
    };
    run.case.data.insert(KEPT.to_owned(), json!(proposed));
    Ok(CallAnswer::Done(vec![
        ("schedule", json!(rows)),
        ("interest_cents", json!(interest.cents())),
        ("total_cents", json!(total.cents())),
        ("needs_approval", json!(if needs { "yes" } else { "no" })),
    ]))
}

fn waived(run: &Run<'_, '_>) -> bool {
    run.case.data.get("interest_waived") == Some(&json!(true))
}

/// Months between instalments, the terms that are asked for, and what they must keep to.
fn asked(run: &Run<'_, '_>, assessed: &Assessed) -> Result<(u32, Terms, Conditions), Error> {
    let missing = |field: &str| Error::refused_with("answer_missing", &[("field", field)]);
    let whole =
        |value: Option<&Json>| value.and_then(Json::as_i64).and_then(|value| u32::try_from(value).ok());
    let today = run.ctx.today();
    let settings = &run.app.settings.instalments;
    let count = whole(answer(run, "plan_count", "changed_count")).ok_or_else(|| missing("plan_count"))?;
    let first_due = answer(run, "first_due_on", "changed_first_due").and_then(Json::as_str);
    let first_due: Date =
        first_due.and_then(|day| day.parse().ok()).ok_or_else(|| missing("first_due_on"))?;
    let down = answer(run, "down_payment", "changed_down_payment").and_then(Json::as_i64).unwrap_or(0);
    let every = match run.case.data.get("plan_cadence").and_then(Json::as_str) {
        Some("month") => 1,
        Some("two_months") => 2,
        _ => assessed.every_months,
    };
    let split = match run.case.data.get("plan_split").and_then(Json::as_str) {
        Some("proportionate") => proportions(&assessed.past, today, first_due, count, every),
        _ => Split::Equal,
    };
    let free = waived(run) || assessed.right.as_ref().is_some_and(|right| right.interest_free);
    let interest = if free {
        Interest::NONE
    } else {
        Interest { rate: settings.rate(today), year_days: settings.year_days }
    };
    let most = whole(run.case.data.get("plan_most")).unwrap_or(settings.most).max(2);
    let terms = Terms {
        debt: assessed.debt,
        down: Money::from_cents(down),
        from: today,
        first_due,
        count,
        every_months: every,
        split,
    };
    // The last two digits of a slip's code have room for 99 instalments.
    let most = most.min(99);
    let conditions =
        Conditions { least: 2, most, smallest: settings.smallest, interest, on_working_days: true };
    Ok((every, terms, conditions))
}

/// What is wrong, each at its field: of the form that asks for the plan, or of whoever changed it.
fn told(problems: &[PlanProblem], changed: bool) -> Error {
    let problem = |problem: &PlanProblem| {
        let (asked, by_approver) = match problem {
            PlanProblem::TooFew { .. }
            | PlanProblem::TooMany { .. }
            | PlanProblem::TooSmall { .. }
            | PlanProblem::Rhythm
            | PlanProblem::Proportions => ("plan_count", "changed_count"),
            PlanProblem::FirstDueTooEarly | PlanProblem::FirstDueTooLate => {
                ("first_due_on", "changed_first_due")
            }
            PlanProblem::NothingOwed | PlanProblem::DownPayment => ("down_payment", "changed_down_payment"),
        };
        let mut told = FieldProblem::new(if changed { by_approver } else { asked }, problem.code());
        let args = match problem {
            PlanProblem::TooFew { least } => Some(("least", least.to_string())),
            PlanProblem::TooMany { most } => Some(("most", most.to_string())),
            PlanProblem::TooSmall { smallest } => Some(("smallest", smallest.show(Lang::It))),
            _ => None,
        };
        told.args.extend(args.map(|(name, value)| (name.to_owned(), value)));
        told
    };
    Error::Invalid(problems.iter().map(problem).collect())
}

const MONTHS: [(&str, &str); 12] = [
    ("gennaio", "January"),
    ("febbraio", "February"),
    ("marzo", "March"),
    ("aprile", "April"),
    ("maggio", "May"),
    ("giugno", "June"),
    ("luglio", "July"),
    ("agosto", "August"),
    ("settembre", "September"),
    ("ottobre", "October"),
    ("novembre", "November"),
    ("dicembre", "December"),
];

/// A day in words: `20 aprile 2026`, `20 April 2026`.
pub(super) fn day_text(day: Date, lang: Lang) -> String {
    let place = usize::try_from(day.month()).unwrap_or(1).saturating_sub(1);
    let (italian, english) = MONTHS.get(place).copied().unwrap_or_default();
    let month = match lang {
        Lang::It => italian,
        Lang::En => english,
    };
    format!("{} {month} {}", day.day(), day.year())
}
