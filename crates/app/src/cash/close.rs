//! Closing a till: counted, differences explained, its sheet made.

use domain::{
    access::{Action, Resource},
    cash::{Count, Counted, close},
};
use kernel::{Money, TillSessionId};
use serde_json::json;
use store::{Tx, audit, cash::session};

use super::{
    SecondPerson, TillSession, card::settle_orders, cash_in::HOUSE_LANG, own_till, paper, refusals, rules,
};
use crate::{
    App, Ctx, Error,
    papers::{Document, NewPaper, queue, when_ready},
    read, write,
};

/// What was counted and what becomes of it.
#[derive(Clone, Debug)]
pub struct CloseTill {
    /// Notes and coins.
    pub count: Count,
    /// What goes to the bank; the rest is the next float.
    pub deposit: Money,
    /// The number of the deposit slip.
    pub deposit_slip: String,
    /// Why what was counted differs from what should lie there.
    pub reason: String,
    /// Who stands by; needed for a large difference.
    pub second: Option<SecondPerson>,
    /// The version of the till that was counted.
    pub version: i64,
}

/// Closes the open till of whoever acts. Card orders without an outcome are brought to an end first.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Refused`] with `till_closed`, `till_moved` when something was cashed after counting began,
/// `till_difference_reason`, `till_difference_second`, `till_deposit_too_large` or `card_unknown`.
pub async fn close_till(app: &App, ctx: &Ctx, asked: CloseTill) -> Result<TillSession, Error> {
    ctx.require(Resource::Till, Action::Update)?;
    settle_orders(app, ctx).await?;
    let (app_, ctx) = (app.clone(), ctx.clone());
    write(app, "close-till", move |tx| unit(&app_, &ctx, tx, &asked)).await
}

fn unit(app: &App, ctx: &Ctx, tx: &mut Tx<'_>, asked: &CloseTill) -> Result<TillSession, Error> {
    let mut till = own_till(tx, ctx)?;
    if till.version != asked.version {
        return Err(Error::refused("till_moved"));
    }
    let (cash_in, cash_out) = session::cash(tx, till.id)?;
    let counted = asked.count.total();
    let of = Counted { float: till.float, cash_in, cash_out, counted };
    let rules = rules(app, ctx.today())?;
    let closing = close(of, asked.deposit, &asked.reason, asked.second.is_some(), &rules)
        .map_err(refusals::of_closing)?;
    till.expected = closing.expected;
    till.counted = counted;
    till.difference = closing.difference;
    till.count = asked.count.clone();
    asked.reason.trim().clone_into(&mut till.reason);
    till.second_name = asked.second.as_ref().map(|second| second.name().to_owned()).unwrap_or_default();
    till.deposit = asked.deposit;
    asked.deposit_slip.trim().clone_into(&mut till.deposit_slip);
    till.closed_at = Some(ctx.now());
    let data = paper::sheet_data(app, ctx, tx, &till, cash_in, cash_out)?;
    let new = NewPaper {
        case_id: None,
        party_id: None,
        kind: "till_closing",
        title: &till.number,
        template: "till-closing",
        lang: HOUSE_LANG,
        data: &data,
    };
    till.document_id = Some(queue(tx, ctx, &new)?);
    if !session::close(tx, &till, ctx.now(), ctx.actor.name())? {
        return Err(Error::refused("till_moved"));
    }
    till.open = false;
    let subject = audit::Subject { kind: "till", id: till.id.bytes() };
    let details = json!({
        "number": till.number, "expected_cents": till.expected.cents(), "counted_cents": till.counted.cents(),
        "difference_cents": till.difference.cents(), "reason": till.reason, "second": till.second_name,
        "deposit_cents": till.deposit.cents(),
    });
    audit::append(tx, ctx, "close_till", subject, &details)?;
    Ok(till)
}

/// The sheet of a closed till; waits some seconds while it is being made.
///
/// # Errors
/// [`Error::Denied`], [`Error::NotFound`]; [`Error::Refused`] with `document_not_ready` or `document_failed`.
pub async fn till_sheet(app: &App, ctx: &Ctx, id: TillSessionId) -> Result<(Document, Vec<u8>), Error> {
    ctx.require(Resource::Till, Action::Read)?;
    let till =
        read(app, "till-sheet", move |tx| session::by_id(tx, id)?.ok_or(Error::NotFound { kind: "till" }))
            .await?;
    let paper = till.document_id.ok_or(Error::NotFound { kind: "document" })?;
    when_ready(app, ctx, paper).await
}
