//! Answers of the billing system.

use domain::access::{Action, Resource};
use kernel::Instant;
use serde_json::{Map, json};
use store::outbox::billing;

use crate::{App, Ctx, Error, processes::message_in, read, write};

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The key of the command it answers.
    pub key: String,
    /// Whether it was applied; else it was rejected.
    pub applied: bool,
    /// The far side's code.
    pub code: String,
    /// The far side's words.
    pub text: String,
}

/// Takes an answer in. When all commands of a case are answered, its process goes on. A second answer to the same
/// command changes nothing. `Ok(false)`: it was answered before, or is not known.
///
/// # Errors
/// [`Error`] from the operations that follow.
pub async fn take_answer(app: &App, ctx: &Ctx, answer: Answer) -> Result<bool, Error> {
    let (app_, ctx) = (app.clone(), ctx.clone());
    write(app, "billing-answer", move |tx| {
        let a = &answer;
        if !billing::answered(tx, &a.key, a.applied, ctx.now(), &a.code, &a.text)? {
            return Ok(false);
        }
        let Some(case_id) = billing::by_key(tx, &a.key)?.and_then(|message| message.case_id) else {
            return Ok(true);
        };
        let all = billing::of_case(tx, case_id)?;
        let open = all.iter().any(|message| matches!(message.state.as_str(), "queued" | "sent"));
        let rejected = all.iter().any(|message| message.state == "rejected");
        if open && !rejected {
            return Ok(true);
        }
        let outcome = if rejected { "rejected" } else { "applied" };
        let store::Lookup::Found(case) = store::cases::case::for_action(tx, &ctx, case_id, Action::Read)?
        else {
            return Ok(true);
        };
        let mut told = Map::new();
        told.insert("billing_outcome".to_owned(), json!(outcome));
        message_in(&app_, &ctx, tx, "billing_answer", &case.number, &told)?;
        Ok(true)
    })
    .await
}

/// How many commands wait to be sent and to be answered, and since when.
///
/// # Errors
/// [`Error::Denied`] when incidents may not be seen.
pub async fn waiting(app: &App, ctx: &Ctx) -> Result<Vec<(String, i64, Instant)>, Error> {
    ctx.require(Resource::Incident, Action::Read)?;
    read(app, "billing-waiting", |tx| Ok(billing::open_totals(tx)?)).await
}
