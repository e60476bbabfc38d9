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
pub(crate) fn of_bill(app: &App, ctx: &Ctx, tx: &mut Tx<'_>, bill: BillId) -> Result<BillCode, Error> {
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
    let (year, running) = reserve(ctx, tx)?;
    Ok(BillCode { slip: slip(year, running, 0)?, notice: notice(app, year, running)? })
}

/// The codes of the instalments of a plan, `numbers` of them: the slips share one running number and end in the number of
/// their instalment; a notice has no place for it, so each has a running number of its own.
pub(crate) fn codes_of_plan(
    app: &App,
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    numbers: &[u32],
) -> Result<Vec<BillCode>, Error> {
    let mut codes = Vec::new();
    let mut of_slips = None;
    for number in numbers {
        let (year, running) = reserve(ctx, tx)?;
        let (slip_year, slip_running) = *of_slips.get_or_insert((year, running));
        let slip = slip(slip_year, slip_running, u64::from(*number))?;
        codes.push(BillCode { slip, notice: notice(app, year, running)? });
    }
    Ok(codes)
}

/// The last two digits of the year, and its next running number.
fn reserve(ctx: &Ctx, tx: &mut Tx<'_>) -> Result<(u64, u64), Error> {
    let year = u64::try_from(ctx.today().year()).unwrap_or(0) % 100;
    let running = sequence::next(tx, &format!("slip:{year:02}"), 1)?;
    let running = u64::try_from(running).map_err(|_| Error::Internal("a slip's number".to_owned()))?;
    Ok((year, running))
}

/// The code of a postal slip, of an instalment with its number.
fn slip(year: u64, running: u64, instalment: u64) -> Result<String, Error> {
    if instalment > 99 {
        return Err(Error::Internal(format!("a slip has two digits for the instalment, not {instalment}")));
    }
    let base = ((100 + year) * 100_000_000_000 + running) * 100 + instalment;
    let code = SlipCode::compute(base).map_err(|error| Error::Internal(error.to_string()))?;
    Ok(code.to_string())
}

/// The number of a pagoPA notice: first digit 3, segregation (2), year (2), running number (11), check (2).
fn notice(app: &App, year: u64, running: u64) -> Result<String, Error> {
    let base = format!("3{:02}{year:02}{running:011}", app.settings.payments.segregation % 100);
    let number = NoticeNumber::compute(&base).map_err(|error| Error::Internal(error.to_string()))?;
    Ok(number.to_string())
}
