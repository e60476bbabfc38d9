//! Opening a till with its float.

use domain::{
    access::{Action, Resource},
    cash::Count,
};
use kernel::{Money, TillSessionId};
use serde_json::json;
use store::{DbError, accounts::office, audit, cash::session, sequence};

use super::TillSession;
use crate::{App, Ctx, Error, write};

/// Opens a till of one's own with what lies there, counted.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Refused`] with `till_no_office` for an account without an office, `till_open` when it has an
/// open till; [`Error::Invalid`] for a float below zero.
pub async fn open_till(app: &App, ctx: &Ctx, float: Money) -> Result<TillSession, Error> {
    ctx.require(Resource::Till, Action::Create)?;
    if float < Money::ZERO {
        return Err(Error::field("float", "money"));
    }
    let ctx = ctx.clone();
    write(app, "open-till", move |tx| {
        let (Some(user), Some(office)) = (ctx.user(), ctx.office) else {
            return Err(Error::refused("till_no_office"));
        };
        let office = office::by_id(tx, office)?.ok_or_else(|| Error::refused("till_no_office"))?;
        let year = ctx.today().year();
        let running = sequence::next(tx, &format!("till:{}:{year}", office.code), 1)?;
        let opened = TillSession {
            id: ctx.id(TillSessionId::from_bytes),
            number: format!("{}-{year}-C{running:04}", office.code),
            office_id: office.id,
            user_id: user,
            user_name: ctx.actor.name().to_owned(),
            open: true,
            opened_at: ctx.now(),
            float,
            closed_at: None,
            expected: Money::ZERO,
            counted: Money::ZERO,
            difference: Money::ZERO,
            count: Count::default(),
            reason: String::new(),
            second_name: String::new(),
            deposit: Money::ZERO,
            deposit_slip: String::new(),
            deposited_at: None,
            document_id: None,
            version: 1,
        };
        if session::open_of(tx, user)?.is_some() {
            return Err(Error::refused("till_open"));
        }
        session::insert(tx, &opened).map_err(|error| match error {
            DbError::Unique(_) => Error::refused("till_open"),
            other => other.into(),
        })?;
        let subject = audit::Subject { kind: "till", id: opened.id.bytes() };
        let details = json!({ "number": opened.number, "float_cents": float.cents() });
        audit::append(tx, &ctx, "open_till", subject, &details)?;
        Ok(opened)
    })
    .await
}
