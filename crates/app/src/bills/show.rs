//! One bill with everything a person asks about it, and its papers.

use domain::{
    access::{Action, Resource},
    registry::Payment,
};
use kernel::{BillId, Money};
use store::{
    Tx,
    cash::receipt,
    registry::{
        bill::{self, BillOf},
        bill_hold,
        bill_paper::{self, BillCode, BillPaper},
        plan, supply_point,
    },
};

use crate::{
    App, Ctx, Error,
    cash::Receipt,
    error::found,
    papers::{Document, when_ready},
    read,
};

/// A bill for its page.
#[derive(Clone, Debug)]
pub struct BillView {
    /// The bill.
    pub of: BillOf,
    /// Where the supply is, on one line.
    pub address: String,
    /// What was paid on it, oldest first.
    pub payments: Vec<Payment>,
    /// Receipts of our tills that paid on it, newest first.
    pub receipts: Vec<Receipt>,
    /// Its papers, newest first.
    pub papers: Vec<BillPaper>,
    /// The codes of its slip, where one was made.
    pub code: Option<BillCode>,
    /// Where papers can be mailed to.
    pub email: Option<String>,
    /// Numbers of the open cases that dispute it.
    pub held_by: Vec<String>,
    /// The number of the running plan of instalments it is in.
    pub plan: Option<String>,
}

/// Shows a bill.
///
/// # Errors
/// [`Error::Denied`], [`Error::NotFound`].
pub async fn show_bill(app: &App, ctx: &Ctx, id: BillId) -> Result<BillView, Error> {
    let ctx = ctx.clone();
    read(app, "show-bill", move |tx| {
        let of = found(bill::for_action(tx, &ctx, id, Action::Read)?, "bill")?.into_inner();
        let point = supply_point::by_id(tx, of.supply_point_id)?;
        Ok(BillView {
            address: point
                .map(|point| format!("{}, {}", point.address.line(), point.address.municipality))
                .unwrap_or_default(),
            payments: bill::payments(tx, id)?,
            receipts: receipt::of_bill(tx, id)?,
            papers: bill_paper::of_bill(tx, id)?,
            code: bill_paper::code(tx, id)?,
            email: crate::cash::email(tx, of.party_id)?,
            held_by: bill_hold::holders(tx, id)?,
            plan: plan::running_of(tx, &[id])?.into_iter().next().map(|one| one.number),
            of,
        })
    })
    .await
}

/// The bill as a paper: the original from the archive, else the copy made last.
///
/// # Errors
/// As [`show_bill`]; [`Error::Refused`] with `bill_not_reprinted` when neither is there, `document_not_ready` or
/// `document_failed`.
pub async fn bill_pdf(app: &App, ctx: &Ctx, id: BillId) -> Result<(Document, Vec<u8>), Error> {
    let paper = chosen(app, ctx, id, |_, papers| {
        let original = papers.iter().find(|paper| paper.kind == "original" && paper.state == "ready");
        let copy = papers.iter().find(|paper| paper.kind == "copy");
        original.or(copy).cloned().ok_or_else(|| Error::refused("bill_not_reprinted"))
    });
    when_ready(app, ctx, paper.await?.document_id).await
}

/// The payment slip of a bill, always of the amount that is open now.
///
/// # Errors
/// As [`bill_pdf`]; [`Error::Refused`] with `bill_nothing_to_pay`.
pub async fn slip_pdf(app: &App, ctx: &Ctx, id: BillId) -> Result<(Document, Vec<u8>), Error> {
    let paper = chosen(app, ctx, id, |of, papers| {
        let open = of.bill.open();
        if open <= Money::ZERO {
            return Err(Error::refused("bill_nothing_to_pay"));
        }
        let slip = papers.iter().find(|paper| paper.kind == "slip" && paper.open == open);
        slip.cloned().ok_or_else(|| Error::refused("bill_not_reprinted"))
    });
    when_ready(app, ctx, paper.await?.document_id).await
}

async fn chosen(
    app: &App,
    ctx: &Ctx,
    id: BillId,
    choose: impl Fn(&BillOf, &[BillPaper]) -> Result<BillPaper, Error> + Send + 'static,
) -> Result<BillPaper, Error> {
    ctx.require(Resource::Case, Action::Read)?;
    let ctx = ctx.clone();
    read(app, "bill-paper", move |tx: &mut Tx<'_>| {
        let of = found(bill::for_action(tx, &ctx, id, Action::Read)?, "bill")?.into_inner();
        let papers = bill_paper::of_bill(tx, id)?;
        choose(&of, &papers)
    })
    .await
}
