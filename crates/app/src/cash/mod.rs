//! The cash desk: opening a till, taking payments, taking them back, counting and closing.

mod card;
mod cash_in;
mod close;
mod deposit;
mod desk;
mod of_charges;
mod open_till;
mod paper;
mod payer;
mod receipt;
mod refusals;
mod reverse;
mod second_person;

pub use cash_in::{CashIn, Cashed, ChargePart, cash_in};
pub(crate) use cash_in::{hand_over, send};
pub use close::{CloseTill, close_till, till_sheet};
pub use deposit::deposit;
pub use desk::{Desk, LastReceipt, desk, receipts_of_till};
pub use open_till::open_till;
pub use payer::{DueBill, DueCharge, FoundPayer, InstalmentDue, PayerView, Wanted, find_payer, payer};
pub(crate) use payer::{email, open_bill};
pub use receipt::{ReceiptView, receipt_paper, show_receipt};
pub use reverse::{Reverse, reverse};
pub use second_person::{SecondPerson, stand_in};

pub use store::cash::{
    receipt::{BillLine, MeansLine, Receipt, ReversalLine},
    session::{MeansTotal, TillSession},
};

use domain::cash::CashRules;
use kernel::{Date, Money};
use store::{Tx, cash::session};

use crate::{App, Ctx, Error};

/// The rules of a day: limits and amounts of the law, and the utility's own thresholds.
pub(crate) fn rules(app: &App, day: Date) -> Result<CashRules, Error> {
    let legal = |id: &str| -> Result<Money, Error> {
        standards::amount_in_force(id, day)
            .ok_or_else(|| Error::Internal(format!("standards/payments has no amount {id}")))
    };
    let till = &app.settings.till;
    Ok(CashRules {
        cash_limit: legal("cash_limit")?,
        stamp_above: legal("stamp_above")?,
        stamp: legal("stamp")?,
        vat_free_kinds: till.vat_free_kinds.clone(),
        second_person_above: till.second_person_above,
        difference_above: till.difference_above,
    })
}

/// The open till of whoever acts.
fn own_till(tx: &mut Tx<'_>, ctx: &Ctx) -> Result<TillSession, Error> {
    let user = ctx.user().ok_or_else(|| Error::refused("till_closed"))?;
    session::open_of(tx, user)?.ok_or_else(|| Error::refused("till_closed"))
}
