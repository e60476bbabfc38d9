//! What a till shows: itself, its last payments, what lies in it.

use domain::{
    access::{Action, Resource},
    cash::Means,
};
use kernel::Money;
use store::{
    Tx,
    cash::{receipt, session},
};

use super::{MeansTotal, Receipt, TillSession, own_till, rules};
use crate::{App, Ctx, Error, read};

/// A payment in the list of the till.
#[derive(Clone, Debug)]
pub struct LastReceipt {
    /// The receipt.
    pub receipt: Receipt,
    /// By what it was paid.
    pub means: Vec<Means>,
}

/// The till of whoever acts.
#[derive(Clone, Debug)]
pub struct Desk {
    /// The open till; none before it is opened.
    pub session: Option<TillSession>,
    /// The till closed last: what it left is the next float.
    pub before: Option<TillSession>,
    /// The newest payments.
    pub last: Vec<LastReceipt>,
    /// How many payments there are.
    pub count: i64,
    /// Cash that lies in the till.
    pub cash: Money,
    /// What was taken by each means.
    pub by_means: Vec<MeansTotal>,
    /// Cash given back for payments taken back.
    pub given_back: Money,
    /// Whether cards can be taken.
    pub cards: bool,
    /// The amount above which taking a payment back needs a second person.
    pub second_person_above: Money,
}

/// How many payments the page of the till lists.
const LAST: i64 = 6;
/// How many the list of payments shows.
const ALL: i64 = 500;

/// Shows the till of whoever acts.
///
/// # Errors
/// [`Error::Denied`] when the till may not be seen.
pub async fn desk(app: &App, ctx: &Ctx) -> Result<Desk, Error> {
    ctx.require(Resource::Till, Action::Read)?;
    let second_person_above = rules(app, ctx.today())?.second_person_above;
    let (ctx, cards) = (ctx.clone(), app.card_terminal.is_some());
    read(app, "desk", move |tx| {
        let Some(user) = ctx.user() else { return Err(Error::refused("till_closed")) };
        let open = session::open_of(tx, user)?;
        let mut desk = Desk {
            before: session::last_closed(tx, user)?,
            last: Vec::new(),
            count: 0,
            cash: Money::ZERO,
            by_means: Vec::new(),
            given_back: Money::ZERO,
            cards,
            second_person_above,
            session: None,
        };
        if let Some(open) = open {
            let (taken, back) = session::cash(tx, open.id)?;
            desk.last = listed(tx, &open, LAST)?;
            desk.count = receipt::count(tx, open.id)?;
            desk.cash = open.float + taken - back;
            desk.by_means = session::by_means(tx, open.id)?;
            desk.given_back = back;
            desk.session = Some(open);
        }
        Ok(desk)
    })
    .await
}

/// The payments of the open till, newest first.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Refused`] with `till_closed`.
pub async fn receipts_of_till(app: &App, ctx: &Ctx) -> Result<Vec<LastReceipt>, Error> {
    ctx.require(Resource::Till, Action::Read)?;
    let ctx = ctx.clone();
    read(app, "receipts-of-till", move |tx| {
        let open = own_till(tx, &ctx)?;
        listed(tx, &open, ALL)
    })
    .await
}

fn listed(tx: &mut Tx<'_>, open: &TillSession, limit: i64) -> Result<Vec<LastReceipt>, Error> {
    let mut list = Vec::new();
    for found in receipt::of_session(tx, open.id, limit)? {
        let means = receipt::means(tx, found.id)?.into_iter().map(|line| line.means).collect();
        list.push(LastReceipt { receipt: found, means });
    }
    Ok(list)
}
