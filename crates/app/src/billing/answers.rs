//! Answers of the billing system.

use domain::access::{Action, Resource};
use kernel::Instant;
use serde_json::{Map, json};
use store::{Tx, outbox::billing, work::job};

use super::dunning;
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
        let Some(message) = billing::by_key(tx, &a.key)? else { return Ok(true) };
        let alone = dunning::KINDS.contains(&message.kind.as_str());
        if !a.applied && (alone || MONEY.contains(&message.kind.as_str())) {
            tell_people(tx, &ctx, &message)?;
        }
        if alone {
            return Ok(true);
        }
        let Some(case_id) = message.case_id else { return Ok(true) };
        if a.applied && message.kind == WORKS {
            crate::charges::billed(tx, case_id)?;
        }
        // What was rejected before and not sent again is an old story: only what is still open counts beside this answer.
        let open = |message: &billing::Message| {
            matches!(message.state.as_str(), "queued" | "sent")
                && !dunning::KINDS.contains(&message.kind.as_str())
        };
        if a.applied && billing::of_case(tx, case_id)?.iter().any(open) {
            return Ok(true);
        }
        let outcome = if a.applied { "applied" } else { "rejected" };
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

/// The command that has works billed: what the case asked its customer for before is on that bill now.
const WORKS: &str = "works";

/// Commands about money that has changed hands already: no process can take it back, a person must look.
const MONEY: [&str; 2] = ["payment", "payment_reversal"];

/// Leaves work that fails at once, so that it stands among the incidents; trying it again sends the command again.
fn tell_people(tx: &mut Tx<'_>, ctx: &Ctx, message: &billing::Message) -> Result<(), Error> {
    let new = job::NewJob {
        kind: "billing_rejected",
        key: Some(format!("billing-rejected:{}:{}", message.key, message.attempts)),
        payload: json!({ "key": message.key, "since": ctx.now().as_micros() }),
        run_at: ctx.now(),
        case_id: message.case_id,
    };
    Ok(job::enqueue(tx, ctx, &new)?)
}

/// Sends a refused command again, as it was. `Ok(false)`: it is not refused any more.
///
/// # Errors
/// [`Error::NotFound`] when there is no such command.
pub async fn send_again(app: &App, ctx: &Ctx, key: &str) -> Result<bool, Error> {
    let (ctx, key) = (ctx.clone(), key.to_owned());
    write(app, "billing-send-again", move |tx| {
        let message = billing::by_key(tx, &key)?.ok_or(Error::NotFound { kind: "command" })?;
        let body = serde_json::from_str(&message.body).map_err(|error| Error::Internal(error.to_string()))?;
        if message.state != "rejected" || !billing::requeue(tx, message.id, &body)? {
            return Ok(false);
        }
        crate::cash::hand_over(&ctx, tx, message.case_id)?;
        Ok(true)
    })
    .await
}

/// Why billing refused a command, in its words; none when it is not refused.
///
/// # Errors
/// [`Error::NotFound`] when there is no such command.
pub async fn refusal_of(app: &App, key: &str) -> Result<Option<String>, Error> {
    let key = key.to_owned();
    read(app, "billing-refusal", move |tx| {
        let message = billing::by_key(tx, &key)?.ok_or(Error::NotFound { kind: "command" })?;
        Ok((message.state == "rejected").then(|| {
            format!("billing refused {}: {} {}", message.key, message.answer_code, message.answer_text)
        }))
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
