//! The plan begins: its bills are kept together, its instalments get their slips.

use calendar::{Calendar, DayUnit};
use domain::instalments::{Instalment, Told};
use kernel::{BillId, Money, PlanId};
use serde_json::json;
use store::{
    DbError, audit,
    registry::{
        bill::{self, BillOf},
        bill_watch,
        plan::{self, StoredInstalment, StoredPlan},
    },
};

use super::Proposed;
use crate::{
    Error,
    bills::codes_of_plan,
    processes::{CallAnswer, Run},
};

/// Agrees on the plan that was proposed. A bill is in one running plan: of two agreements on one bill the second is
/// refused. What was paid since the proposal counts as paid of the plan.
pub(super) fn agree_by_process(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    if let Some(there) = plan::of_case(run.tx, run.case.id)? {
        // The step was tried again after its answer was lost.
        return Ok(CallAnswer::Done(vec![("plan_number", json!(there.number))]));
    }
    let proposed = Proposed::of(run).filter(|proposed| !proposed.plan.instalments.is_empty());
    let proposed = proposed.ok_or_else(|| Error::refused("schedule_missing"))?;
    let bills = locked(run, &proposed)?;
    let first = bills.first().ok_or_else(|| Error::refused("schedule_missing"))?;
    let made = StoredPlan {
        id: run.ctx.id(PlanId::from_bytes),
        number: run.case.number.clone(),
        case_id: run.case.id,
        contract_id: first.bill.contract_id,
        party_id: run.case.party_id.unwrap_or(first.party_id),
        right_ground: proposed.ground.clone().unwrap_or_default(),
        debt: proposed.debt,
        down: proposed.plan.down,
        interest: proposed.interest,
        from_on: proposed.from,
        agreed_at: run.ctx.now(),
        state: "running".to_owned(),
        ended_at: None,
        ended_reason: String::new(),
        told: Told::default(),
        interest_paid: Money::ZERO,
        version: 1,
    };
    plan::insert(run.tx, &made).map_err(|error| match error {
        DbError::Unique(_) => Error::Repeat,
        other => other.into(),
    })?;
    for of in &bills {
        let then = proposed.opens.get(&of.bill.id.to_string()).copied();
        plan::insert_bill(run.tx, made.id, of.bill.id, then.unwrap_or_else(|| of.bill.open()))?;
        bill_watch::watch(run.tx, of.bill.id, run.case.id)?;
    }
    insert_instalments(run, &made, &proposed)?;
    let subject = audit::Subject { kind: "case", id: run.case.id.bytes() };
    let details = json!({
        "plan": made.number, "debt_cents": made.debt.cents(), "instalments": proposed.plan.instalments.len(),
        "bills": bills.iter().map(|of| &of.bill.number).collect::<Vec<_>>(),
    });
    audit::append(run.tx, run.ctx, "agree_plan", subject, &details)?;
    Ok(CallAnswer::Done(vec![("plan_number", json!(made.number))]))
}

/// The bills of the plan, held for this unit of work, in none that runs.
fn locked(run: &mut Run<'_, '_>, proposed: &Proposed) -> Result<Vec<BillOf>, Error> {
    let mut ids: Vec<BillId> = proposed.opens.keys().filter_map(|id| id.parse().ok()).collect();
    // Always in the same order: two agreements wait for each other instead of blocking each other.
    ids.sort_unstable();
    let mut bills = Vec::new();
    for id in ids {
        bill::lock(run.tx, id)?;
        let of = bill::by_id(run.tx, id)?.ok_or_else(|| Error::refused("bill_missing"))?;
        if plan::of_bill(run.tx, id)?.iter().any(StoredPlan::running) {
            return Err(Error::refused_with("bill_in_plan", &[("number", &of.bill.number)]));
        }
        bills.push(of);
    }
    Ok(bills)
}

/// The instalments with the codes of their slips; what is paid at once is number zero.
fn insert_instalments(run: &mut Run<'_, '_>, made: &StoredPlan, proposed: &Proposed) -> Result<(), Error> {
    let mut all = proposed.plan.instalments.clone();
    if made.down > Money::ZERO {
        let days = run.app.settings.instalments.down_days;
        let due_on = Calendar::national().add(DayUnit::WorkingDay, run.ctx.today(), days);
        all.insert(0, Instalment { number: 0, due_on, principal: made.down, interest: Money::ZERO });
    }
    let numbers: Vec<u32> = all.iter().map(|one| one.number).collect();
    let codes = codes_of_plan(run.app, run.ctx, run.tx, &numbers)?;
    for (instalment, code) in all.into_iter().zip(codes) {
        let new = StoredInstalment { instalment, slip_code: code.slip, notice_number: code.notice };
        plan::insert_instalment(run.tx, made.id, &new)?;
    }
    Ok(())
}
