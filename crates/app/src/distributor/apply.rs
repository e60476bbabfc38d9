//! Applying the messages of a file: each in a unit of work of its own, judged again by what is known then. A file of
//! which some messages were applied before the program died is finished by applying it again.

use domain::{
    access::Action,
    distributor::{Fate, ends},
};
use kernel::{ImportId, Instant};
use serde_json::{Map, json};
use store::{
    Tx, audit,
    cases::{case as cases, comment},
    distributor::{file, request, row, row::Row},
    work::job,
};

use super::{
    require,
    take::{decide, message_of},
};
use crate::{App, Ctx, Error, processes::message_in};

/// Applies a file that was taken in, or that was taken back: every message goes to its case, is passed over, or is laid
/// aside for a person. The processes are told after the time the settings give for taking the file back.
///
/// # Errors
/// [`Error::Denied`]; [`Error::NotFound`].
pub async fn apply(app: &App, ctx: &Ctx, id: ImportId) -> Result<(), Error> {
    let due = ctx.now().plus_seconds(app.settings.distributor_undo_seconds);
    apply_due(app, ctx, id, due).await
}

async fn apply_due(app: &App, ctx: &Ctx, id: ImportId, due: Instant) -> Result<(), Error> {
    require(ctx)?;
    let rows = crate::read(app, "distributor-rows", move |tx| {
        file::by_id(tx, id)?.ok_or(Error::NotFound { kind: "import" })?;
        Ok(row::of_file(tx, id)?)
    })
    .await?;
    for row in rows.into_iter().filter(|row| OPEN.contains(&row.state.as_str())) {
        let (app_, ctx_) = (app.clone(), ctx.clone());
        crate::write(app, "distributor-apply", move |tx| {
            apply_one(&app_, &ctx_, tx, (row.file_id, row.row), due)
        })
        .await?;
    }
    let ctx = ctx.clone();
    crate::write(app, "distributor-applied", move |tx| {
        if file::mark_applied(tx, &ctx, id)? {
            let subject = audit::Subject { kind: "import", id: id.bytes() };
            audit::append(tx, &ctx, "apply_distributor_file", subject, &json!({}))?;
        }
        Ok(())
    })
    .await
}

/// States of a message that nothing was done with yet, or with which it was taken back.
const OPEN: [&str; 2] = ["preview", "undone"];

/// Takes a file of the shared folder in and applies it at once. One that a person has taken back stays so, though its copy
/// comes again.
///
/// # Errors
/// As [`super::take_in`] and [`apply`].
pub async fn apply_from_folder(app: &App, ctx: &Ctx, name: &str, bytes: Vec<u8>) -> Result<(), Error> {
    let id = super::take_in(app, ctx, name, bytes, "folder").await?.id;
    let file = crate::read(app, "distributor-file", move |tx| Ok(file::by_id(tx, id)?)).await?;
    if file.is_some_and(|file| file.state == "undone") {
        Ok(())
    } else {
        apply_due(app, ctx, id, ctx.now()).await
    }
}

fn apply_one(
    app: &App,
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    (id, number): (ImportId, i64),
    due: Instant,
) -> Result<(), Error> {
    let Some(mut row) = row::one(tx, id, number)?.filter(|row| OPEN.contains(&row.state.as_str())) else {
        return Ok(());
    };
    let fate = decide(tx, ctx, &app.settings, &mut row)?;
    settle(app, ctx, tx, row, (fate, due))
}

/// Writes down what becomes of a message and, where it is applied, tells the process of its case, at once or when it is due.
pub(super) fn settle(
    app: &App,
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    mut row: Row,
    (fate, due): (Fate, Instant),
) -> Result<(), Error> {
    row.at = Some(ctx.now());
    row.due_at = (fate == Fate::Applied).then_some(due);
    row.state = match fate {
        Fate::Applied => "applied",
        Fate::Ignored => "ignored",
        Fate::Quarantined => "quarantined",
    }
    .to_owned();
    // Of two that apply the same message at once, the second looks again and passes it over.
    match row::update(tx, &row) {
        Err(store::DbError::Unique(_)) => return Err(Error::Repeat),
        updated => updated?,
    }
    let (Fate::Applied, Some(case_id), Some(message)) = (fate, row.case_id, message_of(&row)?) else {
        return Ok(());
    };
    if ends(&message) {
        request::end(tx, &row.request_code, "ended")?;
    }
    // The distributor speaks, not the person who carried the file: what he may see of cases is not asked.
    let system = app.system("distributor");
    let store::Lookup::Found(case) = cases::for_action(tx, &system, case_id, Action::Update)? else {
        return Err(Error::NotFound { kind: "case" });
    };
    let subject = audit::Subject { kind: "case", id: case_id.bytes() };
    let details = json!({ "service": row.service, "flow": row.flow, "request": row.request_code, "file": row.file_id,
        "row": row.row, "verdict": row.verdict });
    audit::append(tx, ctx, "distributor_answered", subject, &details)?;
    if !message.note.is_empty() {
        comment::insert(tx, &system, case_id, &message.note)?;
    }
    // Where nobody waits, the process reads it at its next look.
    if due > ctx.now() {
        return tell_later(ctx, tx, &row, &case.number, due);
    }
    message_in(app, &system, tx, "distributor_answer", &case.number, &Map::new())?;
    Ok(())
}

fn tell_later(ctx: &Ctx, tx: &mut Tx<'_>, row: &Row, case: &str, due: Instant) -> Result<(), Error> {
    let new = job::NewJob {
        kind: "deliver_message",
        key: Some(format!("distributor:{}:{}:{}", row.file_id, row.row, due.as_micros())),
        payload: json!({ "name": "distributor_answer", "correlation": case, "variables": {} }),
        run_at: due,
        case_id: row.case_id,
    };
    Ok(job::enqueue(tx, ctx, &new)?)
}
