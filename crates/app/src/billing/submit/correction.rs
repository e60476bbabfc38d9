//! Asking billing to put bills right: an amount to be credited, with the reason.

use kernel::BillId;
use serde_json::{Value as Json, json};
use store::registry::{bill, contract};

use super::{Command, missing};
use crate::{Error, processes::Run};

/// The correction that was decided. After one that was applied but did not match, another one is asked for.
pub(super) fn commands(run: &mut Run<'_, '_>) -> Result<Vec<Command>, Error> {
    let (aggregate, body) = asked(run)?;
    Ok(vec![Command { kind: "correction", aggregate, body, again: true }])
}

/// The contract it is for, and what is asked.
fn asked(run: &mut Run<'_, '_>) -> Result<(String, Json), Error> {
    let amount = run.case.data.get("correction_amount").and_then(Json::as_i64);
    let amount = amount.filter(|cents| *cents > 0).ok_or_else(|| missing("correction_amount"))?;
    let mut numbers = Vec::new();
    let mut of_contract = None;
    let disputed = run.case.data.get("disputed_bills").and_then(Json::as_array).cloned().unwrap_or_default();
    for id in disputed {
        let id = id.as_str().and_then(|id| id.parse::<BillId>().ok());
        let of = id.map_or(Ok(None), |id| bill::by_id(run.tx, id))?;
        let of = of.ok_or_else(|| Error::refused("bill_missing"))?;
        of_contract.get_or_insert(of.contract_number);
        numbers.push(of.bill.number);
    }
    let of_contract = match of_contract {
        Some(number) => number,
        None => {
            let known = run.case.contract_id.map_or(Ok(None), |id| contract::by_id(run.tx, id))?;
            known.ok_or_else(|| Error::refused("contract_missing"))?.number
        }
    };
    let body = json!({
        "case": run.case.number, "contract": of_contract, "bills": numbers, "amount_cents": amount,
        "reason": run.case.data.get("correction_reason"), "note": run.case.data.get("billing_note"),
        "on": run.ctx.today(),
    });
    Ok((of_contract, body))
}
