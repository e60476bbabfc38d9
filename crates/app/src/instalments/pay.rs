//! An instalment at the till: what its code asks for, and the interest a receipt takes beside what it pays of bills.

use domain::cash::{Allocated, OpenBill, oldest_first};
use kernel::{Money, PartyId, PlanId, ReceiptId};
use store::{
    Tx,
    registry::{
        bill,
        plan::{self, ReceiptInterest},
    },
};

use super::look_at;
use crate::{App, Ctx, Error, cash::open_bill};

/// What the slip of an instalment asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Due {
    /// Who pays.
    pub party: PartyId,
    /// The plan.
    pub plan: PlanId,
    /// Its number.
    pub number: String,
    /// The instalment.
    pub instalment: u32,
    /// Its part of the debt on the bills of the plan, oldest first.
    pub lines: Vec<Allocated>,
    /// Its interest.
    pub interest: Money,
}

/// What the code of a slip, or the number of a notice, asks for; none when it is of no instalment. An instalment that is
/// paid already, or whose plan is over, asks for nothing.
pub(crate) fn due_of_code(app: &App, ctx: &Ctx, tx: &mut Tx<'_>, code: &str) -> Result<Option<Due>, Error> {
    let Some((id, instalment)) = plan::by_code(tx, code)? else { return Ok(None) };
    let Some(known) = plan::by_id(tx, id)? else { return Ok(None) };
    let looked = look_at(app, ctx, tx, &known)?;
    let (principal, interest) =
        if known.running() { looked.left_of(instalment) } else { (Money::ZERO, Money::ZERO) };
    let mut bills: Vec<OpenBill> = Vec::new();
    for (bill, _) in plan::bills(tx, id)? {
        bills.extend(bill::by_id(tx, bill)?.as_ref().map(open_bill));
    }
    bills.retain(|bill| bill.open > Money::ZERO);
    Ok(Some(Due {
        party: known.party_id,
        plan: id,
        number: known.number,
        instalment,
        lines: oldest_first(&bills, principal),
        interest,
    }))
}

/// A receipt takes interest of a plan. More than the plan still bears is refused.
pub(crate) fn take_interest(
    app: &App,
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    receipt: ReceiptId,
    (plan, amount): (PlanId, Money),
) -> Result<Option<ReceiptInterest>, Error> {
    let known = plan::by_id(tx, plan)?.ok_or(Error::NotFound { kind: "plan" })?;
    let looked = look_at(app, ctx, tx, &known)?;
    let all: Money = looked.all().map(|one| one.interest).sum();
    if amount <= Money::ZERO || known.interest_paid + amount > all || !known.running() {
        return Err(Error::refused("cash_too_much"));
    }
    plan::add_interest(tx, plan, amount)?;
    plan::insert_receipt_interest(tx, receipt, plan, amount)?;
    Ok(plan::of_receipt(tx, receipt)?)
}

/// A receipt that is taken back gives its interest back too; answers what it had taken.
pub(crate) fn give_interest_back(
    tx: &mut Tx<'_>,
    receipt: ReceiptId,
) -> Result<Option<ReceiptInterest>, Error> {
    let taken = plan::of_receipt(tx, receipt)?;
    if let Some(taken) = &taken {
        plan::add_interest(tx, taken.plan_id, -taken.amount)?;
    }
    Ok(taken)
}
