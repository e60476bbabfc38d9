//! Asking the customer of a case for an amount, putting it right, and giving one back.

use kernel::{Money, PartyId};
use serde_json::{Value as Json, json};
use store::{
    audit,
    charges::{self, Charge, NewCharge},
    outbox::billing,
    registry::contract,
};

use super::settle::drop_one;
use crate::{
    Error,
    bills::new_code,
    cash::hand_over,
    processes::{CallAnswer, Run},
};

/// Asks for the amount of the argument `amount`, in cents, for `what`. Zero asks for nothing, and withdraws what is still
/// asked for; below zero is a credit, which billing is told at once. Asked again while it is open, the amount is put
/// right.
///
/// Refuses with `argument_missing`, `argument_no_amount`, `customer_missing`, `contract_missing` (a credit needs one) or
/// `charge_paid`.
pub(super) fn ask_by_process(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let what = run.call.needed("what")?.to_owned();
    let amount = amount(run)?;
    let task = run.call.text("task").unwrap_or_default().to_owned();
    let all = charges::of_case(run.tx, run.case.id)?;
    let last = all.iter().rev().find(|charge| charge.what == what && charge.state != "dropped");
    match last {
        Some(last) if last.state != "open" => {
            // A credit told before is not told twice; whatever else is asked again was settled already.
            let nothing = amount == Money::ZERO || (amount < Money::ZERO && last.amount == amount);
            return if nothing { Ok(done()) } else { Err(paid(last)) };
        }
        Some(last) if amount > Money::ZERO => put_right(run, last, amount, &task)?,
        Some(last) => drop_one(run.tx, run.ctx, last)?,
        None => {}
    }
    let number = format!("{}/{}", run.case.number, all.len() + 1);
    if amount > Money::ZERO && last.is_none() {
        let party = run.case.party_id.ok_or_else(|| Error::refused("customer_missing"))?;
        let new = NewCharge {
            case: run.case.id,
            party,
            number: &number,
            what: &what,
            amount,
            task: &task,
            state: "open",
        };
        let id = charges::insert(run.tx, run.ctx, &new)?;
        let code = new_code(run.app, run.ctx, run.tx)?;
        charges::set_code(run.tx, id, &code)?;
        note(run, "charge_asked", &number, amount)?;
    }
    if amount < Money::ZERO {
        let party = run.case.party_id.ok_or_else(|| Error::refused("customer_missing"))?;
        credit(run, party, (&number, &what), amount)?;
    }
    Ok(done())
}

const fn done() -> CallAnswer {
    CallAnswer::Done(Vec::new())
}

fn paid(charge: &Charge) -> Error {
    Error::refused_with("charge_paid", &[("number", &charge.number)])
}

/// The amount told: a whole number of cents.
fn amount(run: &Run<'_, '_>) -> Result<Money, Error> {
    let told = run.call.arguments.get("amount").filter(|value| !value.is_null());
    let told = told.ok_or_else(|| Error::refused_with("argument_missing", &[("argument", "amount")]))?;
    whole_cents(told)
        .map(Money::from_cents)
        .ok_or_else(|| Error::refused_with("argument_no_amount", &[("amount", &told.to_string())]))
}

/// A number without a fraction, however an expression wrote it.
fn whole_cents(value: &Json) -> Option<i64> {
    if let Some(cents) = value.as_i64() {
        return Some(cents);
    }
    let text = value.as_number()?.to_string();
    let (whole, fraction) = text.split_once('.')?;
    fraction.chars().all(|digit| digit == '0').then(|| whole.parse().ok()).flatten()
}

/// Puts the amount of an open charge right. What is paid on it already may be enough now.
fn put_right(run: &mut Run<'_, '_>, charge: &Charge, amount: Money, task: &str) -> Result<(), Error> {
    if charge.amount == amount && charge.task == task {
        return Ok(());
    }
    charges::lock(run.tx, charge.id)?;
    charges::set_amount(run.tx, charge.id, amount, task)?;
    note(run, "charge_asked", &charge.number, amount)?;
    if charge.paid >= amount {
        charges::set_paid(run.tx, charge.id, run.ctx.today(), None, None)?;
    }
    Ok(())
}

/// An amount owed to the customer: billing is told to credit it.
fn credit(
    run: &mut Run<'_, '_>,
    party: PartyId,
    (number, what): (&str, &str),
    amount: Money,
) -> Result<(), Error> {
    let of_case = run.case.contract_id.map_or(Ok(None), |id| contract::by_id(run.tx, id))?;
    let of_case = of_case.ok_or_else(|| Error::refused("contract_missing"))?;
    let new = NewCharge { case: run.case.id, party, number, what, amount, task: "", state: "billed" };
    charges::insert(run.tx, run.ctx, &new)?;
    let system = run.app.settings.billing_system.clone();
    let body = json!({
        "case": run.case.number, "contract": of_case.number, "bills": [], "amount_cents": (-amount).cents(), "reason": what,
        "note": number, "on": run.ctx.today(),
    });
    let command = billing::NewMessage {
        key: format!("{system}:correction:{number}"),
        system: &system,
        kind: "correction",
        aggregate: of_case.number,
        body: &body,
        case_id: Some(run.case.id),
    };
    billing::insert(run.tx, run.ctx, &command)?;
    hand_over(run.ctx, run.tx, Some(run.case.id))?;
    note(run, "charge_credited", number, -amount)
}

/// Writes what happened to a charge into the audit trail of the case.
fn note(run: &mut Run<'_, '_>, act: &str, number: &str, amount: Money) -> Result<(), Error> {
    let subject = audit::Subject { kind: "case", id: run.case.id.bytes() };
    let details = json!({ "number": number, "amount_cents": amount.cents() });
    Ok(audit::append(run.tx, run.ctx, act, subject, &details)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cents_are_whole_however_they_are_written() {
        for (value, cents) in [
            (json!(1850), Some(1850)),
            (json!(-1850), Some(-1850)),
            (json!(1850.0), Some(1850)),
            (json!(-0.0), Some(0)),
            (json!(18.5), None),
            (json!("1850"), None),
            (json!(null), None),
        ] {
            assert_eq!(whole_cents(&value), cents, "{value}");
        }
    }
}
