//! Amounts a case asks of its customer: asked for and settled by its process, paid at the till or by the customer's bank,
//! told to people and to billing.

mod ask;
mod incoming;
mod operations;
mod pay;
mod settle;
mod slip;

pub use incoming::{By, Incoming, take_payment};
pub(crate) use operations::OPERATIONS;
pub(crate) use pay::{Paid, go_on, pay, take_back};
pub(crate) use settle::drop_all;
pub(crate) use slip::slip_of_case;
pub use store::charges::{Charge, ChargeLine, ChargePayment};

use domain::access::Action;
use kernel::CaseId;
use store::{cases::case as cases, charges};

use crate::{App, Ctx, Error, error::found, read};

/// The charges of a case in the order they were asked for.
///
/// # Errors
/// [`Error::Denied`], [`Error::NotFound`].
pub async fn charges_of(app: &App, ctx: &Ctx, case: CaseId) -> Result<Vec<Charge>, Error> {
    let ctx = ctx.clone();
    read(app, "charges", move |tx| {
        found(cases::for_action(tx, &ctx, case, Action::Read)?, "case")?;
        Ok(charges::of_case(tx, case)?)
    })
    .await
}

/// Billing has put what a case asked on a bill: its charges, paid or not, are told. Answers how many there were.
///
/// # Errors
/// [`Error`] from the database.
pub(crate) fn billed(tx: &mut store::Tx<'_>, case: CaseId) -> Result<u64, Error> {
    Ok(charges::set_billed(tx, case)?)
}
