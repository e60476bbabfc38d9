//! A plan of instalments, and its end, as billing is told of them.

use serde_json::{Value as Json, json};
use store::registry::{
    bill, contract,
    plan::{self, StoredPlan},
};

use super::{Command, leave, missing};
use crate::{Error, instalments::look_at, processes::Run};

fn of_case(run: &mut Run<'_, '_>) -> Result<StoredPlan, Error> {
    plan::of_case(run.tx, run.case.id)?.ok_or_else(|| missing("plan_number"))
}

/// The plan with its bills and instalments. Debits of these bills that are on their way are to be stopped.
pub(super) fn commands(run: &mut Run<'_, '_>) -> Result<Vec<Command>, Error> {
    let known = of_case(run)?;
    let held =
        contract::by_id(run.tx, known.contract_id)?.ok_or_else(|| Error::refused("contract_missing"))?;
    let mut bills = Vec::new();
    for (id, open) in plan::bills(run.tx, known.id)? {
        let number = bill::by_id(run.tx, id)?.map(|of| of.bill.number);
        bills.push(json!({ "number": number, "open_cents": open.cents() }));
    }
    let row = |one: plan::StoredInstalment| {
        let i = one.instalment;
        json!({
            "number": i.number, "due_on": i.due_on, "principal_cents": i.principal.cents(), "interest_cents": i.interest.cents(),
            "slip_code": one.slip_code, "notice_number": one.notice_number,
        })
    };
    let rows: Vec<Json> = plan::instalments(run.tx, known.id)?.into_iter().map(row).collect();
    let body = json!({
        "plan": known.number, "contract": held.number, "bills": bills, "down_cents": known.down.cents(), "rate": known.interest.rate,
        "from_on": known.from_on, "instalments": rows, "stop_debits": true,
    });
    Ok(vec![Command::once("instalment_plan", held.number, body)])
}

/// The end of the plan: why, what is open, and the instalment that was missed.
pub(super) fn end_commands(run: &mut Run<'_, '_>) -> Result<Vec<Command>, Error> {
    let known = of_case(run)?;
    let held =
        contract::by_id(run.tx, known.contract_id)?.ok_or_else(|| Error::refused("contract_missing"))?;
    let looked = look_at(run.app, run.ctx, run.tx, &known)?;
    let late = looked.watched.next.filter(|next| next.due_on < run.ctx.today());
    let body = json!({
        "plan": known.number, "contract": held.number, "reason": known.ended_reason, "open_cents": looked.open.cents(),
        "late_number": late.map(|late| late.number), "late_due_on": late.map(|late| late.due_on), "on": run.ctx.today(),
    });
    Ok(vec![Command::once("instalment_plan_end", held.number, body)])
}

/// Tells billing of the end of a plan without the process asking for it.
pub(crate) fn submit_plan_end(run: &mut Run<'_, '_>) -> Result<(), Error> {
    let commands = end_commands(run)?;
    leave(run, commands)
}
