//! Payments on charges that the utility's bank or the post tells of.

use domain::access::{Action, Resource};
use kernel::{Date, Money};
use store::charges;

use super::pay::{Paid, go_on, pay};
use crate::{App, Ctx, Error, write};

/// How money came from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    /// With a postal slip.
    Slip,
    /// With a pagoPA notice.
    Notice,
    /// With a bank transfer.
    Transfer,
}

impl By {
    const fn code(self) -> &'static str {
        match self {
            Self::Slip => "slip",
            Self::Notice => "notice",
            Self::Transfer => "transfer",
        }
    }
}

/// A payment that came from outside.
#[derive(Clone, Debug)]
pub struct Incoming {
    /// The code of the slip, the number of the notice, or the number of the charge out of the reason of a transfer.
    pub code: String,
    /// The number of the payment: the same number is taken once.
    pub number: String,
    /// How much.
    pub amount: Money,
    /// The day it counts from.
    pub on: Date,
    /// How it came.
    pub by: By,
}

/// Takes a payment on a charge that came from outside. Paid in full, the case that waits for it goes on; on a charge that was
/// withdrawn or paid otherwise it is a payment on account. `Ok(false)`: no charge has this code, or the payment was taken
/// before.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`] for an amount that is not above zero.
pub async fn take_payment(app: &App, ctx: &Ctx, new: Incoming) -> Result<bool, Error> {
    ctx.require(Resource::Import, Action::Create)?;
    if new.amount <= Money::ZERO {
        return Err(Error::field("amount", "money"));
    }
    let (app_, ctx) = (app.clone(), ctx.clone());
    write(app, "charge-payment", move |tx| {
        let Some(charge) = charges::by_code(tx, &new.code)? else { return Ok(false) };
        charges::lock(tx, charge)?;
        if charges::payments(tx, charge)?.iter().any(|known| known.number == new.number) {
            return Ok(false);
        }
        let paid = Paid {
            charge,
            number: new.number.clone(),
            amount: new.amount,
            on: new.on,
            channel: new.by.code().to_owned(),
            receipt: None,
            document: None,
        };
        if pay(&ctx, tx, &paid)?.settles {
            go_on(&app_, tx, charge, new.by.code(), None)?;
        }
        Ok(true)
    })
    .await
}
