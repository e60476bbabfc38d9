//! Taking the last file back, as long as no later event follows from it.
//!
//! The messages of a file that a person applied are told to the processes a little later (`distributor_undo_seconds`):
//! until then the file is taken back whole and nobody outside has noticed. A message the process has taken in is not taken
//! back: it has admitted the case, told the customer or opened a task, and those acts have their own ways back. Whoever
//! wants to undo such a file is told so, before anything is changed.

use domain::distributor::ends;
use kernel::ImportId;
use serde_json::json;
use store::{
    Tx, audit,
    distributor::{file, file::File, request, row},
};

use super::{require, take::message_of};
use crate::{App, Ctx, Error};

/// Whether a file can be taken back now; else why not.
pub(super) fn undoable(tx: &mut Tx<'_>, file: &File) -> Result<Result<(), &'static str>, Error> {
    if file.state != "applied" {
        return Ok(Err("not_applied"));
    }
    if file::last_applied(tx)? != Some(file.id) {
        return Ok(Err("later_file"));
    }
    let taken_in =
        row::of_file(tx, file.id)?.iter().any(|row| row.state == "applied" && row.read_at.is_some());
    Ok(if taken_in { Err("taken_in") } else { Ok(()) })
}

/// Takes a file back: all of its messages or none.
///
/// # Errors
/// [`Error::Denied`]; [`Error::NotFound`]; [`Error::Refused`] with `distributor_undo_not_applied`,
/// `distributor_undo_later_file` or `distributor_undo_taken_in`.
pub async fn undo(app: &App, ctx: &Ctx, id: ImportId) -> Result<(), Error> {
    require(ctx)?;
    let ctx = ctx.clone();
    crate::write(app, "distributor-undo", move |tx| {
        let file = file::by_id(tx, id)?.ok_or(Error::NotFound { kind: "import" })?;
        if let Err(why) = undoable(tx, &file)? {
            return Err(Error::refused(&format!("distributor_undo_{why}")));
        }
        for mut row in row::of_file(tx, id)? {
            if row.state == "applied" && message_of(&row)?.is_some_and(|message| ends(&message)) {
                request::reopen(tx, &row.request_code)?;
            }
            if row.state != "dismissed" && row.state != "preview" {
                "undone".clone_into(&mut row.state);
                row.at = Some(ctx.now());
                row::update(tx, &row)?;
            }
        }
        file::mark_undone(tx, &ctx, id)?;
        let subject = audit::Subject { kind: "import", id: id.bytes() };
        Ok(audit::append(tx, &ctx, "undo_distributor_file", subject, &json!({}))?)
    })
    .await
}
