//! What a payment at the till pays on charges of cases.

use kernel::Money;
use serde_json::json;
use store::{
    Tx,
    charges::{self, Charge, ChargeLine},
    outbox::billing,
    registry::{contract, party},
};

use super::{
    ChargePart, MeansLine, Receipt, ReceiptView,
    cash_in::{CashIn, Plan, hand_over},
};
use crate::{
    App, Ctx, Error,
    charges::{Paid, go_on, pay, take_back},
};

/// Loads the charges that are paid, held for this unit of work, and looks whether each can be.
///
/// # Errors
/// [`Error::Refused`] with `cash_nothing`, `cash_charge_closed`, `cash_not_positive` or `cash_too_much`.
pub(super) fn load(tx: &mut Tx<'_>, parts: &[ChargePart]) -> Result<Vec<Charge>, Error> {
    let mut ids: Vec<_> = parts.iter().map(|part| part.charge).collect();
    // Always in the same order, as bills are.
    ids.sort_unstable();
    ids.dedup();
    if ids.len() < parts.len() {
        return Err(Error::refused("cash_nothing"));
    }
    let mut loaded = Vec::new();
    for id in ids {
        charges::lock(tx, id)?;
        let charge = charges::by_id(tx, id)?.filter(|charge| charge.is_open() && charge.open() > Money::ZERO);
        loaded.push(charge.ok_or_else(|| Error::refused("cash_charge_closed"))?);
    }
    for part in parts {
        let Some(charge) = loaded.iter().find(|charge| charge.id == part.charge) else { continue };
        if part.amount <= Money::ZERO {
            return Err(Error::refused_with("cash_not_positive", &[("number", &charge.number)]));
        }
        if part.amount > charge.open() {
            let open = charge.open().cents().to_string();
            return Err(Error::refused_with("cash_too_much", &[("number", &charge.number), ("open", &open)]));
        }
    }
    Ok(loaded)
}

/// Pays the charges, after the bills of the receipt, and tells billing.
pub(super) fn pay_all(
    app: &App,
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    new: &CashIn,
    made: &Receipt,
    (plan, means): (&Plan, &[MeansLine]),
) -> Result<Vec<ChargeLine>, Error> {
    let mut lines = Vec::new();
    let first = i64::try_from(new.lines.len()).unwrap_or(0) + 1;
    let main = means.iter().max_by_key(|line| line.amount).map_or("cash", |line| line.means.code());
    for (line, part) in (first..).zip(&new.charges) {
        let Some(charge) = plan.charges.iter().find(|charge| charge.id == part.charge) else { continue };
        let number = format!("{}/{line}", made.number);
        let paid = Paid {
            charge: charge.id,
            number: number.clone(),
            amount: part.amount,
            on: made.paid_on,
            channel: "counter".to_owned(),
            receipt: Some(made.id),
            document: None,
        };
        let took = pay(ctx, tx, &paid)?;
        let owner =
            party::by_id(tx, charge.party_id)?.map_or_else(String::new, |owner| owner.names.display());
        let stored = ChargeLine {
            line,
            charge_id: charge.id,
            number: charge.number.clone(),
            payment_id: took.payment,
            amount: part.amount,
            settles: took.settles,
            case_id: charge.case_id,
            party_id: charge.party_id,
            party_name: owner,
        };
        charges::insert_line(tx, made.id, &stored)?;
        let of_case = contract_of(tx, charge)?;
        let body = json!({
            "payment": number, "receipt": made.number, "bill": charge.number, "contract": of_case,
            "paid_on": made.paid_on, "amount_cents": part.amount.cents(), "means": main, "till": plan.session.number,
        });
        tell(app, ctx, tx, made, ("payment", &number), &charge.number, &body)?;
        lines.push(stored);
    }
    Ok(lines)
}

/// The number of the contract of the case that asked, where it has one.
fn contract_of(tx: &mut Tx<'_>, charge: &Charge) -> Result<Option<String>, Error> {
    let of_case = charges::contract_of(tx, charge.id)?;
    let known = of_case.map_or(Ok(None), |id| contract::by_id(tx, id))?;
    Ok(known.map(|contract| contract.number))
}

fn tell(
    app: &App,
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    made: &Receipt,
    (kind, number): (&'static str, &str),
    charge: &str,
    body: &serde_json::Value,
) -> Result<(), Error> {
    let system = &app.settings.billing_system;
    let command = billing::NewMessage {
        key: format!("{system}:{kind}:{number}"),
        system,
        kind,
        aggregate: charge.to_owned(),
        body,
        case_id: made.case_id,
    };
    billing::insert(tx, ctx, &command)?;
    hand_over(ctx, tx, made.case_id)
}

/// With the receipt made: the cases that waited for the money go on, proved by it.
pub(super) fn go_on_with(
    app: &App,
    tx: &mut Tx<'_>,
    made: &Receipt,
    lines: &[ChargeLine],
) -> Result<(), Error> {
    for line in lines.iter().filter(|line| line.settles) {
        go_on(app, tx, line.charge_id, "till", made.document_id)?;
    }
    Ok(())
}

/// Counter-entries on the charges of a payment that is taken back: they are open again, and their cases say why.
pub(super) fn counter_entries(
    app: &App,
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    view: &ReceiptView,
    (till, reason): (&str, &str),
) -> Result<(), Error> {
    for line in charges::lines(tx, view.receipt.id)? {
        let of = format!("{}/{}", view.receipt.number, line.line);
        let number = format!("{of}S");
        let back = Paid {
            charge: line.charge_id,
            number: number.clone(),
            amount: line.amount,
            on: ctx.today(),
            channel: "counter".to_owned(),
            receipt: None,
            document: None,
        };
        take_back(ctx, tx, &back, &format!("{} – {reason}", view.receipt.number))?;
        let body = json!({
            "payment": number, "of": of, "receipt": view.receipt.number, "bill": line.number, "paid_on": ctx.today(),
            "amount_cents": line.amount.cents(), "reason": reason, "till": till,
        });
        tell(app, ctx, tx, &view.receipt, ("payment_reversal", &number), &line.number, &body)?;
    }
    Ok(())
}
