//! Bills across customers: by number, overdue, of one customer.

use domain::access::{Action, Resource};
use kernel::{Money, PartyId};
use store::registry::{
    bill::{self, BillOf},
    bill_paper, party, plan,
};

use crate::{App, Ctx, Error, error::found, read};

/// Which of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BillState {
    /// All.
    #[default]
    All,
    /// Not paid in full.
    Open,
    /// Not paid in full after their last day.
    Overdue,
}

/// Which bills to list.
#[derive(Clone, Debug, Default)]
pub struct BillFilter {
    /// The beginning of a number, or the code of a slip.
    pub text: String,
    /// Of this customer.
    pub party: Option<PartyId>,
    /// Which of them.
    pub state: BillState,
    /// The number after which to go on.
    pub after: String,
}

/// A page of the list.
#[derive(Clone, Debug, Default)]
pub struct BillPage {
    /// The bills.
    pub bills: Vec<BillOf>,
    /// The customer they are of, when asked for one.
    pub party: Option<domain::registry::Party>,
    /// The number after which the next page begins; none on the last.
    pub next: Option<String>,
    /// Those of the bills that are in a running plan of instalments.
    pub planned: Vec<kernel::BillId>,
}

/// How many bills a page has.
const PAGE: usize = 50;
const LIMIT: i64 = 51;

/// Lists bills. Those of one customer are newest first, on one page; others go by number.
///
/// # Errors
/// [`Error::Denied`], [`Error::NotFound`] for a customer who does not exist.
pub async fn list_bills(app: &App, ctx: &Ctx, filter: BillFilter) -> Result<BillPage, Error> {
    ctx.require(Resource::Bill, Action::Read)?;
    let ctx = ctx.clone();
    read(app, "list-bills", move |tx| {
        let mut page = page(tx, &ctx, &filter)?;
        let ids: Vec<kernel::BillId> = page.bills.iter().map(|of| of.bill.id).collect();
        page.planned = plan::running_of(tx, &ids)?.into_iter().map(|one| one.bill_id).collect();
        Ok(page)
    })
    .await
}

fn page(tx: &mut store::Tx<'_>, ctx: &Ctx, filter: &BillFilter) -> Result<BillPage, Error> {
    if let Some(id) = filter.party {
        let known = found(party::for_action(tx, ctx, id, Action::Read)?, "party")?.into_inner();
        let bills = bill::of_party(tx, id, 200)?;
        let bills = bills.into_iter().filter(|of| fits(of, filter, ctx.today())).collect();
        return Ok(BillPage { bills, party: Some(known), next: None, planned: Vec::new() });
    }
    let text = filter.text.trim();
    if text.len() == 18
        && let Some(id) = bill_paper::by_code(tx, text)?
    {
        let bills = bill::by_id(tx, id)?.into_iter().collect();
        return Ok(BillPage { bills, party: None, next: None, planned: Vec::new() });
    }
    let mut bills = match filter.state {
        BillState::Overdue if text.is_empty() => bill::overdue_page(tx, ctx.today(), &filter.after, LIMIT)?,
        _ => bill::page(tx, text, &filter.after, LIMIT)?,
    };
    let next = (bills.len() > PAGE).then(|| bills.get(PAGE - 1).map(|of| of.bill.number.clone())).flatten();
    bills.truncate(PAGE);
    bills.retain(|of| fits(of, filter, ctx.today()));
    Ok(BillPage { bills, party: None, next, planned: Vec::new() })
}

fn fits(of: &BillOf, filter: &BillFilter, today: kernel::Date) -> bool {
    match filter.state {
        BillState::All => true,
        BillState::Open => of.bill.open() > Money::ZERO,
        BillState::Overdue => of.bill.overdue(today),
    }
}
