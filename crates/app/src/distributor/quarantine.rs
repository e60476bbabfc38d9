//! Messages that wait for a person: given to a case, or set aside with a reason.

use domain::{
    access::Action,
    distributor::{Fate, Verdict},
};
use kernel::ImportId;
use serde_json::json;
use store::{
    audit,
    cases::case as cases,
    distributor::{request, row},
};

use super::{
    RowSeen,
    apply::settle,
    require,
    take::{decide, message_of, seen_row},
};
use crate::{App, Ctx, Error, error::found};

/// The most messages shown.
const MOST: i64 = 200;

/// Messages laid aside, oldest first.
///
/// # Errors
/// [`Error::Denied`], or a failure of the database.
pub async fn quarantined(app: &App, ctx: &Ctx) -> Result<Vec<RowSeen>, Error> {
    require(ctx)?;
    let ctx = ctx.clone();
    crate::read(app, "distributor-quarantined", move |tx| {
        row::quarantined(tx, MOST)?.into_iter().map(|row| seen_row(tx, &ctx, row)).collect()
    })
    .await
}

/// Gives a message that was laid aside to a case: to its latest request for that service. What the distributor wrote is
/// kept; only which request is meant is put right.
///
/// # Errors
/// [`Error::Denied`]; [`Error::NotFound`]; [`Error::Invalid`] on `case` with `case_missing` or `request_missing`;
/// [`Error::Refused`] with `message_unreadable` or, with the verdict, `message_does_not_fit`.
pub async fn assign(app: &App, ctx: &Ctx, file: ImportId, number: i64, case: &str) -> Result<(), Error> {
    require(ctx)?;
    let (app_, ctx, case) = (app.clone(), ctx.clone(), case.trim().to_owned());
    crate::write(app, "distributor-assign", move |tx| {
        let row = row::one(tx, file, number)?.filter(|row| row.state == "quarantined");
        let mut row = row.ok_or(Error::NotFound { kind: "message" })?;
        if message_of(&row)?.is_none() {
            return Err(Error::refused("message_unreadable"));
        }
        let case_id = cases::id_of_number(tx, &case)?.ok_or_else(|| Error::field("case", "case_missing"))?;
        let case = found(cases::for_action(tx, &ctx, case_id, Action::Update)?, "case")?;
        let asked = request::of_case(tx, case.id)?.into_iter().rfind(|asked| asked.service == row.service);
        let asked = asked.ok_or_else(|| Error::field("case", "request_missing"))?;
        let said = std::mem::replace(&mut row.request_code, asked.code);
        if decide(tx, &ctx, &app_.settings, &mut row)? != Fate::Applied {
            return Err(Error::refused_with("message_does_not_fit", &[("verdict", &row.verdict)]));
        }
        let subject = audit::Subject { kind: "case", id: case_id.bytes() };
        let details = json!({ "file": file, "row": number, "said": said, "request": row.request_code });
        audit::append(tx, &ctx, "assign_distributor_message", subject, &details)?;
        settle(&app_, &ctx, tx, row, (Fate::Applied, ctx.now()))
    })
    .await
}

/// Sets a message aside for good, with the reason of whoever does it.
///
/// # Errors
/// [`Error::Denied`]; [`Error::NotFound`]; [`Error::Invalid`] on `reason` when it is empty.
pub async fn dismiss(app: &App, ctx: &Ctx, file: ImportId, number: i64, reason: &str) -> Result<(), Error> {
    require(ctx)?;
    let (ctx, reason) = (ctx.clone(), reason.trim().to_owned());
    if reason.is_empty() {
        return Err(Error::field("reason", "required"));
    }
    crate::write(app, "distributor-dismiss", move |tx| {
        let row = row::one(tx, file, number)?.filter(|row| row.state == "quarantined");
        let mut row = row.ok_or(Error::NotFound { kind: "message" })?;
        "dismissed".clone_into(&mut row.state);
        row.at = Some(ctx.now());
        if row.verdict != Verdict::Unreadable.code() {
            row.note_it.clone_from(&reason);
            row.note_en.clone_from(&reason);
        }
        row::update(tx, &row)?;
        let subject = audit::Subject { kind: "import", id: file.bytes() };
        let details = json!({ "row": number, "reason": reason });
        Ok(audit::append(tx, &ctx, "dismiss_distributor_message", subject, &details)?)
    })
    .await
}
