//! A payment on a charge, from wherever it comes, and what goes on with it.

use domain::access::Action;
use kernel::{ChargeId, Date, DocumentId, Money, PaymentId, ReceiptId};
use serde_json::{Map, Value as Json, json};
use store::{
    Tx, audit,
    cases::{case as cases, comment, document},
    charges::{self, Charge, ChargePayment},
};

use crate::{
    App, Ctx, Error,
    cases::{Given, answer_in},
    error::found,
    processes::open_task_at,
};

/// A payment on a charge.
pub(crate) struct Paid {
    /// The charge.
    pub charge: ChargeId,
    /// The number of the payment.
    pub number: String,
    /// How much.
    pub amount: Money,
    /// The day it counts from.
    pub on: Date,
    /// How: `counter`, `proof`, or the channel of an imported payment.
    pub channel: String,
    /// The receipt it stands on.
    pub receipt: Option<ReceiptId>,
    /// The paper that proves it.
    pub document: Option<DocumentId>,
}

/// What a payment did.
pub(crate) struct Took {
    /// The payment.
    pub payment: PaymentId,
    /// Whether the charge is paid in full with it.
    pub settles: bool,
}

/// Takes a payment on a charge. Paid in full, the charge is closed; on one that is not open any more it is a payment on
/// account, and the trail of the case says so.
///
/// # Errors
/// [`Error::NotFound`] when there is no such charge.
pub(crate) fn pay(ctx: &Ctx, tx: &mut Tx<'_>, paid: &Paid) -> Result<Took, Error> {
    charges::lock(tx, paid.charge)?;
    let charge = charges::by_id(tx, paid.charge)?.ok_or(Error::NotFound { kind: "charge" })?;
    let payment = ChargePayment {
        id: ctx.id(PaymentId::from_bytes),
        number: paid.number.clone(),
        charge_id: charge.id,
        paid_on: paid.on,
        amount: paid.amount,
        channel: paid.channel.clone(),
        document_id: paid.document,
    };
    charges::insert_payment(tx, ctx, &payment)?;
    let settles = charge.is_open() && charge.open() <= paid.amount;
    if settles {
        charges::set_paid(tx, charge.id, paid.on, paid.receipt, paid.document)?;
    }
    let act = if charge.is_open() { "charge_payment" } else { "charge_on_account" };
    let details = json!({
        "number": charge.number, "amount_cents": paid.amount.cents(), "payment": paid.number, "on": paid.on,
    });
    append(ctx, tx, &charge, act, &details)?;
    Ok(Took { payment: payment.id, settles })
}

fn append(ctx: &Ctx, tx: &mut Tx<'_>, charge: &Charge, act: &str, details: &Json) -> Result<(), Error> {
    let subject = audit::Subject { kind: "case", id: charge.case_id.bytes() };
    Ok(audit::append(tx, ctx, act, subject, details)?)
}

/// Answers the task that waits for a charge that is paid in full; nobody waits: nothing. `how` is the word of its
/// answer `paid_how`, `proof` the paper that proves the payment, shared with the case. A task whose form does not take
/// the answer stays open: the money is taken whatever the case says.
///
/// # Errors
/// [`Error`] from the operations that follow.
pub(crate) fn go_on(
    app: &App,
    tx: &mut Tx<'_>,
    charge: ChargeId,
    how: &str,
    proof: Option<DocumentId>,
) -> Result<(), Error> {
    let Some(charge) = charges::by_id(tx, charge)?.filter(|charge| charge.state == "paid") else {
        return Ok(());
    };
    let ctx = app.system("charges");
    let case = found(cases::for_action(tx, &ctx, charge.case_id, Action::Update)?, "case")?.into_inner();
    if let Some(proof) = proof {
        document::share(tx, proof, case.id)?;
    }
    if charge.task.is_empty() || case.ended() || open_task_at(tx, &case, &charge.task)?.is_none() {
        return Ok(());
    }
    let mut typed = Map::new();
    typed.insert("paid_amount".to_owned(), json!(charge.paid.cents()));
    typed.insert("paid_on".to_owned(), json!(charge.paid_on));
    typed.insert("paid_how".to_owned(), json!(how));
    if let Some(proof) = proof {
        typed.insert("payment_proof".to_owned(), json!(proof));
    }
    let given = Given { element: charge.task.clone(), typed, ..Given::default() };
    match tx.savepoint(|tx| answer_in(app, &ctx, tx, case.id, &given)) {
        Ok(_) => Ok(()),
        Err(error @ (Error::Invalid(_) | Error::Refused { .. })) => {
            let details = json!({ "number": charge.number, "task": charge.task, "code": error.code() });
            append(&ctx, tx, &charge, "charge_not_told", &details)
        }
        Err(error) => Err(error),
    }
}

/// Takes a payment on a charge back, with a payment below zero. A charge that it had paid is open again, and a comment
/// in its case says why.
///
/// # Errors
/// [`Error::NotFound`] when there is no such charge.
pub(crate) fn take_back(ctx: &Ctx, tx: &mut Tx<'_>, back: &Paid, why: &str) -> Result<(), Error> {
    charges::lock(tx, back.charge)?;
    let charge = charges::by_id(tx, back.charge)?.ok_or(Error::NotFound { kind: "charge" })?;
    let payment = ChargePayment {
        id: ctx.id(PaymentId::from_bytes),
        number: back.number.clone(),
        charge_id: charge.id,
        paid_on: back.on,
        amount: -back.amount,
        channel: back.channel.clone(),
        document_id: None,
    };
    charges::insert_payment(tx, ctx, &payment)?;
    if charge.open() + back.amount > Money::ZERO {
        charges::reopen(tx, charge.id)?;
    }
    let details = json!({ "number": charge.number, "amount_cents": back.amount.cents(), "reason": why });
    append(ctx, tx, &charge, "charge_reopened", &details)?;
    let words = format!("{}: {why}", charge.number);
    comment::insert(tx, ctx, charge.case_id, &words).map(drop)?;
    Ok(())
}
