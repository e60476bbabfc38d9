//! Charging a card once: the order is written down before the terminal is asked, and its outcome is asked for instead of
//! charging again whenever it is not known.

use std::sync::Arc;

use domain::cash::{CardAnswer, CardOrder, CardTerminal};
use kernel::Money;
use store::cash::{card, receipt};

use super::{
    CashIn,
    cash_in::{Plan, plan},
};
use crate::{App, Ctx, Error, write};

/// What to do about an order.
enum Next {
    /// It was used: nothing is to be charged.
    Used,
    /// Charge.
    Charge { till: String },
    /// It was asked and no answer is known.
    Ask,
    /// It was charged.
    Charged { authorisation: String, amount: Money },
    /// It was refused, or given back.
    Over,
}

/// The terminal, if there is one.
pub(super) fn terminal(app: &App) -> Result<Arc<dyn CardTerminal>, Error> {
    app.card_terminal.clone().ok_or_else(|| Error::refused("card_terminal_missing"))
}

/// Asks the terminal on a thread that may wait.
pub(super) async fn asking(
    terminal: &Arc<dyn CardTerminal>,
    ask: impl FnOnce(&dyn CardTerminal) -> CardAnswer + Send + 'static,
) -> Result<CardAnswer, Error> {
    let terminal = Arc::clone(terminal);
    tokio::task::spawn_blocking(move || ask(terminal.as_ref()))
        .await
        .map_err(|error| Error::Internal(format!("the card terminal's thread failed: {error}")))
}

/// Charges the card for a payment; answers with the authorisation.
pub(super) async fn charge(app: &App, ctx: &Ctx, new: &CashIn, amount: Money) -> Result<String, Error> {
    let terminal = terminal(app)?;
    let order = match prepare(app, ctx, new, amount).await? {
        Next::Used => return Ok(String::new()),
        Next::Over => return Err(Error::refused("card_declined")),
        Next::Charged { authorisation, amount: charged } if charged == amount => return Ok(authorisation),
        Next::Charged { amount: charged, .. } => {
            return give_back(app, &terminal, &new.key, charged).await;
        }
        Next::Charge { till } => CardOrder { key: new.key.clone(), amount, till },
        Next::Ask => {
            let key = new.key.clone();
            let answer = asking(&terminal, move |terminal| terminal.outcome(&key)).await?;
            return answered(app, &new.key, answer).await;
        }
    };
    let answer = asking(&terminal, move |terminal| terminal.pay(&order)).await?;
    answered(app, &new.key, answer).await
}

/// Checks the whole payment and writes the order down before anything is charged.
async fn prepare(app: &App, ctx: &Ctx, new: &CashIn, amount: Money) -> Result<Next, Error> {
    let (app_, ctx, new) = (app.clone(), ctx.clone(), new.clone());
    write(app, "card-order", move |tx| {
        if receipt::by_key(tx, &new.key)?.is_some() {
            return Ok(Next::Used);
        }
        if let Some(order) = card::by_key(tx, &new.key)? {
            return Ok(match order.state.as_str() {
                "approved" => Next::Charged { authorisation: order.authorisation, amount: order.amount },
                "asked" => Next::Ask,
                _ => Next::Over,
            });
        }
        let Plan { session, .. } = plan(&app_, &ctx, tx, &new)?;
        if card::insert(tx, &new.key, session.id, amount, ctx.now())? {
            Ok(Next::Charge { till: session.number })
        } else {
            Ok(Next::Ask)
        }
    })
    .await
}

/// Writes the terminal's answer down.
async fn answered(app: &App, key: &str, answer: CardAnswer) -> Result<String, Error> {
    let (state, authorisation, words) = match answer {
        CardAnswer::Approved { authorisation } => ("approved", authorisation, String::new()),
        CardAnswer::Declined { words } => ("declined", String::new(), words),
        // Nothing is written: the order stays asked, and the next try asks for its outcome.
        CardAnswer::Unknown { words } => {
            tracing::warn!(words, "the card terminal gave no outcome");
            return Err(Error::refused("card_unknown"));
        }
    };
    let (key, now, kept) = (key.to_owned(), app.clock.now(), authorisation.clone());
    write(app, "card-answered", move |tx| Ok(card::answered(tx, &key, state, &kept, &words, now)?)).await?;
    if state == "approved" { Ok(authorisation) } else { Err(Error::refused("card_declined")) }
}

/// Gives back what was charged for another amount.
async fn give_back(
    app: &App,
    terminal: &Arc<dyn CardTerminal>,
    key: &str,
    amount: Money,
) -> Result<String, Error> {
    return_money(app, terminal, key, amount).await?;
    Err(Error::refused("card_given_back"))
}

/// Gives the money of an order back to the card.
pub(super) async fn return_money(
    app: &App,
    terminal: &Arc<dyn CardTerminal>,
    key: &str,
    amount: Money,
) -> Result<(), Error> {
    let order = CardOrder { key: key.to_owned(), amount, till: String::new() };
    match asking(terminal, move |terminal| terminal.give_back(&order)).await? {
        CardAnswer::Approved { .. } => {
            let key = key.to_owned();
            write(app, "card-given-back", move |tx| Ok(card::given_back(tx, &key)?)).await
        }
        CardAnswer::Declined { .. } => Err(Error::refused("card_not_given_back")),
        CardAnswer::Unknown { .. } => Err(Error::refused("card_unknown")),
    }
}

/// Brings the orders of a till to an end before it is closed: outcomes that are not known are asked for, charges that no
/// receipt used are given back.
pub(super) async fn settle_orders(app: &App, ctx: &Ctx) -> Result<(), Error> {
    let ctx = ctx.clone();
    let open = write(app, "card-orders-open", move |tx| {
        let till = super::own_till(tx, &ctx)?;
        Ok(card::unsettled(tx, till.id)?)
    })
    .await?;
    if open.is_empty() {
        return Ok(());
    }
    let terminal = terminal(app)?;
    for order in open {
        let mut charged = order.state == "approved";
        if !charged {
            let key = order.key.clone();
            let answer = asking(&terminal, move |terminal| terminal.outcome(&key)).await?;
            charged = match answered(app, &order.key, answer).await {
                Ok(_) => true,
                Err(Error::Refused { code, .. }) if code == "card_declined" => false,
                Err(error) => return Err(error),
            };
        }
        if charged {
            return_money(app, &terminal, &order.key, order.amount).await?;
        }
    }
    Ok(())
}
