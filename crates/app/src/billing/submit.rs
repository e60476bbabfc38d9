//! Telling billing what a process decided: commands in order, in the transaction of the decision itself.

mod activation;
mod change_of_holder;
mod correction;
mod instalments;
mod party;
mod reading;
mod reconnection;
mod works;

pub(crate) use change_of_holder::submit_verified;
pub(crate) use instalments::submit_plan_end;
use serde_json::{Value as Json, json};
use store::{
    outbox::billing::{self, NewMessage},
    work::job,
};
pub(crate) use works::last_of_removed;

use crate::{
    Error,
    processes::{CallAnswer, Run},
};

/// A command to be left for billing.
pub(super) struct Command {
    /// What is asked: `customer`, `reading`, ….
    pub kind: &'static str,
    /// What it acts on; commands on one thing are applied in order.
    pub aggregate: String,
    /// What is told.
    pub body: Json,
    /// Whether it is told once more when it was applied already and the process asks again.
    pub again: bool,
}

impl Command {
    /// A command that is told once.
    pub fn once(kind: &'static str, aggregate: impl Into<String>, body: Json) -> Self {
        Self { kind, aggregate: aggregate.into(), body, again: false }
    }
}

/// Leaves the commands that the argument `kind` names for billing, and the job that hands them over; without it those
/// of a change of holder. Commands that were rejected, or are not handed over yet, are told with what was put right
/// since; a customer that billing has taken over already is told once more when it was corrected afterwards.
pub(crate) fn submit(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let commands = match run.call.text("kind") {
        None => change_of_holder::commands(run)?,
        Some("activation") => activation::commands(run)?,
        Some("party") => party::commands(run)?,
        Some("reading") => reading::commands(run)?,
        Some("correction") => correction::commands(run)?,
        Some("reconnection") => reconnection::commands(run)?,
        Some("instalment_plan") => instalments::commands(run)?,
        Some("instalment_plan_end") => instalments::end_commands(run)?,
        Some("works") => works::commands(run)?,
        Some(other) => return Err(Error::refused_with("billing_kind_unknown", &[("kind", other)])),
    };
    let holder = commands.iter().find(|command| command.kind == "customer");
    let holder_kind = holder.and_then(|command| command.body.get("kind")).cloned().unwrap_or_default();
    leave(run, commands)?;
    Ok(CallAnswer::Done(vec![("billing_outcome", json!("sent")), ("holder_kind", holder_kind)]))
}

/// Stores commands of the case, each under a key of its own, and the job that hands them over.
fn leave(run: &mut Run<'_, '_>, commands: Vec<Command>) -> Result<(), Error> {
    let mut known = billing::of_case(run.tx, run.case.id)?;
    let system = run.app.settings.billing_system.clone();
    for command in commands {
        let Command { kind, aggregate, body, again } = command;
        let same = |message: &&billing::Message| message.kind == kind && message.aggregate == aggregate;
        let last = known.iter().rev().find(same);
        if let Some(last) = last {
            if matches!(last.state.as_str(), "queued" | "rejected") {
                billing::requeue(run.tx, last.id, &body)?;
                continue;
            }
            let corrected =
                kind == "customer" && serde_json::from_str::<Json>(&last.body).is_ok_and(|old| old != body);
            // What billing has not answered yet is not told twice.
            if !corrected && (!again || last.state == "sent") {
                continue;
            }
        }
        let key = key(&system, kind, &run.case.number, &known);
        let new = NewMessage {
            key: key.clone(),
            system: &system,
            kind,
            aggregate,
            body: &body,
            case_id: Some(run.case.id),
        };
        billing::insert(run.tx, run.ctx, &new)?;
        known.extend(billing::by_key(run.tx, &key)?);
    }
    hand_over(run)
}

/// The key of a command: of its kind and case; from the second one on with its number.
fn key(system: &str, kind: &str, case: &str, known: &[billing::Message]) -> String {
    let before = known.iter().filter(|message| message.kind == kind).count();
    let key = format!("{system}:{kind}:{case}");
    if before == 0 { key } else { format!("{key}:{}", before + 1) }
}

/// Leaves the job that hands waiting commands over.
pub(super) fn hand_over(run: &mut Run<'_, '_>) -> Result<(), Error> {
    let new = job::NewJob {
        kind: "send_billing",
        key: None,
        payload: json!({}),
        run_at: run.ctx.now(),
        case_id: Some(run.case.id),
    };
    Ok(job::enqueue(run.tx, run.ctx, &new)?)
}

/// An answer that a command needs and the case does not have.
fn missing(what: &'static str) -> Error {
    Error::refused_with("answer_missing", &[("field", what)])
}
