//! The codes printed on payment slips: given to a bill once, the same on every slip after that.

use kernel::{
    BillId,
    codes::{NoticeNumber, SlipCode},
};
use store::{
    Tx,
    registry::bill_paper::{self, BillCode},
    sequence,
};

use crate::{App, Ctx, Error};

/// The codes of a bill; new ones when it has none.
pub(super) fn of_bill(app: &App, ctx: &Ctx, tx: &mut Tx<'_>, bill: BillId) -> Result<BillCode, Error> {
    if let Some(code) = bill_paper::code(tx, bill)? {
        return Ok(code);
    }
    let code = new_code(app, ctx, tx)?;
    bill_paper::insert_code(tx, bill, &code).map_err(|error| match error {
        // Two slips of the bill were asked for at the same moment.
        store::DbError::Unique(_) => Error::Repeat,
        other => other.into(),
    })?;
    Ok(code)
}

/// The next codes: no slip of a bill or of a charge has them. Sixteen digits before the check: our system (1), year (2),
/// running number (11), instalment (2).
pub(crate) fn new_code(app: &App, ctx: &Ctx, tx: &mut Tx<'_>) -> Result<BillCode, Error> {
    let year = u64::try_from(ctx.today().year()).unwrap_or(0) % 100;
    let running = sequence::next(tx, &format!("slip:{year:02}"), 1)?;
    let running = u64::try_from(running).map_err(|_| Error::Internal("a slip's number".to_owned()))?;
    let base = ((100_u64 + year) * 100_000_000_000 + running) * 100;
    let slip = SlipCode::compute(base).map_err(|error| Error::Internal(error.to_string()))?;
    let notice = notice(app, year, running)?;
    Ok(BillCode { slip: slip.to_string(), notice: notice.to_string() })
}

/// The number of a pagoPA notice: first digit 3, segregation (2), year (2), running number (11), check (2).
fn notice(app: &App, year: u64, running: u64) -> Result<NoticeNumber, Error> {
    let base = format!("3{:02}{year:02}{running:011}", app.settings.payments.segregation % 100);
    NoticeNumber::compute(&base).map_err(|error| Error::Internal(error.to_string()))
}
