//! Taking a payment back: counter-entries on the bills, cash out of the till, billing told.

use domain::{
    access::{Action, Resource},
    cash::{Means, Reversal, may_reverse},
    registry::Payment,
};
use kernel::{Money, PaymentId, ReceiptId};
use serde_json::json;
use store::{
    Tx,
    accounts::office,
    audit,
    cases::comment,
    cash::{
        receipt::{self, ReversalLine},
        session,
    },
    outbox::billing,
    registry::bill,
};

use super::{
    ReceiptView, SecondPerson, TillSession, card, cash_in::hand_over, of_charges, own_till, receipt::load,
    refusals, rules,
};
use crate::{App, Ctx, Error, bills::tell_watchers, instalments::give_interest_back, read, write};

/// A payment to be taken back.
#[derive(Clone, Debug)]
pub struct Reverse {
    /// The receipt.
    pub receipt: ReceiptId,
    /// Why.
    pub reason: String,
    /// Who stands by; needed above the threshold.
    pub second: Option<SecondPerson>,
}

/// Takes a payment back. Money paid by card goes back to the card first; cash is given back out of one's own till.
///
/// # Errors
/// [`Error::Denied`], [`Error::NotFound`]; [`Error::Refused`] with `till_closed`, `receipt_reversed`, `reason_missing`,
/// `second_person_missing`, `second_person_same`, `card_not_given_back` or `card_unknown`.
pub async fn reverse(app: &App, ctx: &Ctx, asked: Reverse) -> Result<ReceiptView, Error> {
    ctx.require(Resource::Till, Action::Cancel)?;
    let (app_, ctx_, again) = (app.clone(), ctx.clone(), asked.clone());
    let view = read(app, "reverse-look", move |tx| {
        own_till(tx, &ctx_)?;
        let view = load(tx, again.receipt)?;
        allowed(&app_, &ctx_, &again, &view)?;
        Ok(view)
    })
    .await?;
    let by_card: Money =
        view.means.iter().filter(|line| line.means == Means::Card).map(|line| line.amount).sum();
    if by_card > Money::ZERO {
        let terminal = card::terminal(app)?;
        card::return_money(app, &terminal, &view.receipt.request_key, by_card).await?;
    }
    let (app_, ctx) = (app.clone(), ctx.clone());
    write(app, "reverse-receipt", move |tx| {
        let view = load(tx, asked.receipt)?;
        allowed(&app_, &ctx, &asked, &view)?;
        take_back(&app_, &ctx, tx, &asked, &view)?;
        load(tx, asked.receipt)
    })
    .await
}

fn allowed(app: &App, ctx: &Ctx, asked: &Reverse, view: &ReceiptView) -> Result<(), Error> {
    let reversal = Reversal {
        reversed: view.receipt.reversed,
        total: view.receipt.total,
        reason: &asked.reason,
        by: ctx.user(),
        second: asked.second.as_ref().map(SecondPerson::id),
    };
    may_reverse(reversal, &rules(app, ctx.today())?).map_err(refusals::of_reversal)
}

fn take_back(
    app: &App,
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    asked: &Reverse,
    view: &ReceiptView,
) -> Result<(), Error> {
    let till = own_till(tx, ctx)?;
    if !session::touch(tx, till.id)? {
        return Err(Error::refused("till_closed"));
    }
    let cash = view.means.iter().filter(|line| line.means == Means::Cash).map(|line| line.amount).sum();
    let reversal = ReversalLine {
        session_id: till.id,
        at: ctx.now(),
        user_name: ctx.actor.name().to_owned(),
        second_name: asked.second.as_ref().map(|second| second.name().to_owned()).unwrap_or_default(),
        reason: asked.reason.trim().to_owned(),
        cash,
    };
    if !receipt::reverse(tx, view.receipt.id, &reversal)? {
        return Err(Error::refused("receipt_reversed"));
    }
    counter_entries(app, ctx, tx, view, &till, &reversal.reason)?;
    of_charges::counter_entries(app, ctx, tx, view, (&till.number, &reversal.reason))?;
    hand_over(ctx, tx, view.receipt.case_id)?;
    let details = json!({
        "number": view.receipt.number, "total_cents": view.receipt.total.cents(), "reason": reversal.reason,
        "second": reversal.second_name,
    });
    let subject = audit::Subject { kind: "receipt", id: view.receipt.id.bytes() };
    audit::append(tx, ctx, "reverse_receipt", subject, &details)?;
    if let Some(case) = view.receipt.case_id {
        comment::insert(tx, ctx, case, &reversal.reason)?;
        let subject = audit::Subject { kind: "case", id: case.bytes() };
        audit::append(tx, ctx, "reverse_receipt", subject, &details)?;
    }
    Ok(())
}

/// A payment below zero on each bill, and what billing is told of it.
fn counter_entries(
    app: &App,
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    view: &ReceiptView,
    till: &TillSession,
    reason: &str,
) -> Result<(), Error> {
    let office = office::by_id(tx, till.office_id)?.map_or_else(String::new, |office| office.code);
    let system = &app.settings.billing_system;
    for line in &view.lines {
        let of = format!("{}/{}", view.receipt.number, line.line);
        let number = format!("{of}S");
        let payment = Payment {
            id: ctx.id(PaymentId::from_bytes),
            number: number.clone(),
            bill_id: line.bill_id,
            paid_on: ctx.today(),
            amount: -line.amount,
            channel: "counter".to_owned(),
            till: office.clone(),
        };
        bill::lock(tx, line.bill_id)?;
        bill::insert_payment(tx, &payment, ctx.now())?;
        let body = json!({
            "payment": number, "of": of, "receipt": view.receipt.number, "bill": line.bill_number, "paid_on": ctx.today(),
            "amount_cents": line.amount.cents(), "reason": reason, "till": till.number,
        });
        let command = billing::NewMessage {
            key: format!("{system}:payment_reversal:{number}"),
            system,
            kind: "payment_reversal",
            aggregate: line.bill_number.clone(),
            body: &body,
            case_id: view.receipt.case_id,
        };
        billing::insert(tx, ctx, &command)?;
    }
    let paid: Vec<kernel::BillId> = view.lines.iter().map(|line| line.bill_id).collect();
    tell_watchers(tx, ctx, &paid)?;
    let Some(interest) = give_interest_back(tx, view.receipt.id)? else { return Ok(()) };
    let of = format!("{}/I", view.receipt.number);
    let number = format!("{of}S");
    let body = json!({
        "payment": number, "of": of, "receipt": view.receipt.number, "bill": interest.number, "paid_on": ctx.today(),
        "amount_cents": interest.amount.cents(), "reason": reason, "till": till.number,
    });
    let command = billing::NewMessage {
        key: format!("{system}:payment_reversal:{number}"),
        system,
        kind: "payment_reversal",
        aggregate: interest.number.clone(),
        body: &body,
        case_id: view.receipt.case_id,
    };
    Ok(billing::insert(tx, ctx, &command)?)
}
