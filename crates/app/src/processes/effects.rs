//! Carrying out what the engine asks for, in the same transaction.

use engine::{Answer, Call, Command, Effect, Status};
use kernel::{InstanceId, TaskId};
use serde_json::{Value as Json, json};
use store::{
    cases::{process, task},
    work::{incident, job},
};

use super::{CallAnswer, Run};
use crate::Error;

/// Carries out one effect.
pub(super) fn carry_out(run: &mut Run<'_, '_>, id: InstanceId, effect: Effect) -> Result<(), Error> {
    match effect {
        Effect::OfferTask { token, element } => offer(run, id, token, element),
        Effect::WithdrawTask { token } => {
            Ok(task::end(run.tx, run.ctx, id, i64::from(token), false).map(drop)?)
        }
        Effect::Call(call) => call_operation(run, id, &call),
        // Operations answer in the transaction of their call: none is ever open, no cancelled timer misfires.
        Effect::WithdrawCall { .. } | Effect::CancelTimer { .. } => Ok(()),
        Effect::ArmTimer { subscription, due } => arm_timer(run, id, subscription, due),
        Effect::OpenMessage { subscription, name, key } => {
            let correlation = key.as_deref().unwrap_or(&run.case.number);
            Ok(process::subscribe(run.tx, id, i64::from(subscription), "message", &name, correlation)?)
        }
        Effect::OpenSignal { subscription, name } => {
            Ok(process::subscribe(run.tx, id, i64::from(subscription), "signal", &name, "")?)
        }
        Effect::CloseSubscription { subscription } => {
            Ok(process::unsubscribe(run.tx, id, i64::from(subscription))?)
        }
        Effect::ThrowMessage { name, key, variables, .. } => {
            let correlation = key.as_deref().unwrap_or(&run.case.number).to_owned();
            deliver_later(
                run,
                "deliver_message",
                &json!({ "name": name, "correlation": correlation, "variables": to_json(&variables) }),
            )
        }
        Effect::ThrowSignal { name, variables } => {
            deliver_later(run, "deliver_signal", &json!({ "name": name, "variables": to_json(&variables) }))
        }
        Effect::StartCalled { token, process, variables } => {
            run.start(Some(&process), variables, Some((id, i64::from(token))))
        }
        Effect::CancelCalled { token } => {
            cancel_called(run, id, token);
            Ok(())
        }
        Effect::Escalate { token, code } => {
            if let Some((parent, at)) = parent_of(run, id) {
                run.push(parent, Command::EscalateCalled { token: at, code });
            }
            run.push(id, Command::Continue { token });
            Ok(())
        }
        Effect::RaiseIncident { token, message, .. } => {
            let element = element_of(run, id, token);
            Ok(incident::raise(run.tx, run.ctx, run.case.id, id, i64::from(token), &element, &message)?)
        }
        Effect::ResolveIncident { .. } => Ok(()),
        Effect::Ended(status) => ended(run, id, &status),
    }
}

fn arm_timer(
    run: &mut Run<'_, '_>,
    id: InstanceId,
    subscription: u32,
    due: kernel::Instant,
) -> Result<(), Error> {
    let key = format!("timer:{id}:{subscription}:{}", due.as_micros());
    let payload = json!({ "instance": id, "subscription": subscription });
    let case_id = Some(run.case.id);
    let new = job::NewJob { kind: "timer", key: Some(key), payload, run_at: due, case_id };
    Ok(job::enqueue(run.tx, run.ctx, &new)?)
}

/// The call activity was interrupted: what it called ends, if it has not yet.
fn cancel_called(run: &mut Run<'_, '_>, id: InstanceId, token: u32) {
    let at = Some((id, i64::from(token)));
    let child = run
        .working
        .iter()
        .find(|working| working.instance.parent == at && working.state.status == Status::Active)
        .map(|working| working.instance.id);
    run.cancel_called((id, token), child);
}

fn parent_of(run: &Run<'_, '_>, id: InstanceId) -> Option<(InstanceId, u32)> {
    let working = run.working.iter().find(|working| working.instance.id == id)?;
    let (parent, token) = working.instance.parent?;
    Some((parent, u32::try_from(token).ok()?))
}

fn element_of(run: &Run<'_, '_>, id: InstanceId, token: u32) -> String {
    let working = run.working.iter().find(|working| working.instance.id == id);
    working
        .and_then(|working| {
            let token = working.state.token(token)?;
            Some(working.executable.element(token.element).id.to_string())
        })
        .unwrap_or_default()
}

fn ended(run: &mut Run<'_, '_>, id: InstanceId, status: &Status) -> Result<(), Error> {
    process::unsubscribe_all(run.tx, id)?;
    // Only the caller cancels a called process, and it waits for no answer then.
    if *status == Status::Cancelled {
        return Ok(());
    }
    let Some((parent, token)) = parent_of(run, id) else { return Ok(()) };
    let working = run.working.iter().find(|working| working.instance.id == id);
    let variables = working.map(|working| working.state.variables().to_vec()).unwrap_or_default();
    let command = match status {
        Status::Error(code) => Command::FailCalled { token, code: code.clone() },
        _ => Command::CompleteCalled { token, variables },
    };
    run.push(parent, command);
    Ok(())
}

fn offer(run: &mut Run<'_, '_>, id: InstanceId, token: u32, element: u32) -> Result<(), Error> {
    let Some(working) = run.working.iter().find(|working| working.instance.id == id) else { return Ok(()) };
    let drawn = working.executable.element(element);
    let activity = drawn.activity.as_deref();
    let offered = task::Task {
        id: run.ctx.id(TaskId::from_bytes),
        instance_id: id,
        case_id: run.case.id,
        token: i64::from(token),
        element: drawn.id.to_string(),
        name: run.pack.element_name(&drawn.id, kernel::Lang::It),
        form: activity.and_then(|activity| activity.form.as_deref()).unwrap_or_default().to_owned(),
        role: activity.and_then(|activity| activity.role.as_deref()).unwrap_or_default().to_owned(),
        assigned_to: run.case.assigned_to,
        state: "open".to_owned(),
        created_at: run.ctx.now(),
        ended_at: None,
        ended_by: String::new(),
    };
    // A task for another role waits for somebody of that role to take it.
    let own = offered.role.is_empty()
        || run.ctx.roles.iter().any(|role| role.code() == offered.role)
        || run.case.started_at.is_none()
        || has_role(run, &offered.role)?;
    let offered = task::Task { assigned_to: offered.assigned_to.filter(|_| own), ..offered };
    Ok(task::insert(run.tx, &offered)?)
}

/// Whether who the case is assigned to has a role.
fn has_role(run: &mut Run<'_, '_>, role: &str) -> Result<bool, Error> {
    let Some(user) = run.case.assigned_to else { return Ok(false) };
    Ok(store::accounts::user::roles(run.tx, user)?.iter().any(|known| known.code() == role))
}

fn call_operation(run: &mut Run<'_, '_>, id: InstanceId, call: &Call) -> Result<(), Error> {
    let token = call.token;
    let element = element_of(run, id, token);
    let answer = match super::call::run_operation(run, &element, call) {
        Ok(answer) => answer,
        Err(error @ (Error::Repeat | Error::Busy | Error::Unavailable(_) | Error::Full(_))) => {
            return Err(error);
        }
        // While the request is still being written, a refusal belongs to the person at the form.
        Err(error) if run.case.started_at.is_none() => return Err(error),
        Err(Error::Refused { code, args }) => CallAnswer::Incident(sentence(&code, &args)),
        Err(error) => return Err(error),
    };
    let command = match answer {
        CallAnswer::Done(values) => {
            let mut variables: engine::Variables = Vec::new();
            for (name, value) in values {
                run.case.data.insert(name.to_owned(), value.clone());
                variables.push((name.into(), feel::Value::from_json(&value)));
            }
            Command::CompleteCall { token, variables }
        }
        CallAnswer::BusinessError(code) => {
            Command::FailCall { token, answer: Answer::Error { code: code.into() } }
        }
        CallAnswer::Incident(message) => {
            Command::FailCall { token, answer: Answer::Incident { message: message.into() } }
        }
    };
    run.push(id, command);
    Ok(())
}

fn sentence(code: &str, args: &[(String, String)]) -> String {
    let mut text = code.to_owned();
    for (name, value) in args {
        text.push_str(&format!(" {name}={value}"));
    }
    text
}

/// Leaves a message or signal for whoever waits, as work of its own.
pub(crate) fn deliver_later(run: &mut Run<'_, '_>, kind: &str, payload: &Json) -> Result<(), Error> {
    let new = job::NewJob {
        kind,
        key: None,
        payload: payload.clone(),
        run_at: run.ctx.now(),
        case_id: Some(run.case.id),
    };
    Ok(job::enqueue(run.tx, run.ctx, &new)?)
}

fn to_json(variables: &engine::Variables) -> Json {
    Json::Object(variables.iter().map(|(name, value)| (name.to_string(), value.to_json())).collect())
}
