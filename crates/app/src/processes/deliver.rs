//! What reaches a process from outside: messages, signals, timers, and the second try after an incident.

use domain::access::{Action, Resource};
use engine::Command;
use kernel::{CaseId, InstanceId};
use serde_json::{Map, Value as Json, json};
use store::{
    audit,
    cases::{case as cases, process},
    work::incident,
};

use super::{Run, run::to_variables};
use crate::{App, Ctx, Error, error::found, write};

/// Gives a message to the process that waits for it. `Ok(false)`: nobody waits for it.
///
/// # Errors
/// [`Error`] from the operations that follow.
pub async fn deliver_message(
    app: &App,
    ctx: &Ctx,
    name: &str,
    correlation: &str,
    variables: Map<String, Json>,
) -> Result<bool, Error> {
    let (app_, ctx, name, correlation) = (app.clone(), ctx.clone(), name.to_owned(), correlation.to_owned());
    write(app, "deliver-message", move |tx| message_in(&app_, &ctx, tx, &name, &correlation, &variables))
        .await
}

/// The same inside a unit of work that has more to do.
pub(crate) fn message_in(
    app: &App,
    ctx: &Ctx,
    tx: &mut store::Tx<'_>,
    name: &str,
    correlation: &str,
    variables: &Map<String, Json>,
) -> Result<bool, Error> {
    let waiting = process::waiting_for(tx, "message", name, correlation)?;
    let Some((instance, subscription)) = waiting.first().copied() else { return Ok(false) };
    let subscription = u32::try_from(subscription).map_err(|_| Error::refused("step_gone"))?;
    on_instance(app, ctx, tx, instance, |run| {
        for (name, value) in variables {
            run.case.data.insert(name.clone(), value.clone());
        }
        run.push(instance, Command::Message { subscription, variables: to_variables(variables) });
    })?;
    Ok(true)
}

fn on_instance(
    app: &App,
    ctx: &Ctx,
    tx: &mut store::Tx<'_>,
    instance: InstanceId,
    act: impl FnOnce(&mut Run<'_, '_>),
) -> Result<(), Error> {
    let stored = process::by_id(tx, instance)?.ok_or(Error::NotFound { kind: "process" })?;
    let case = found(cases::for_action(tx, ctx, stored.case_id, Action::Update)?, "case")?.into_inner();
    let mut run = Run::on(app, ctx, tx, case)?;
    act(&mut run);
    run.finish().map(drop)
}

/// Gives a signal to every process that waits for it; answers how many there were.
///
/// # Errors
/// [`Error`] from the operations that follow.
pub async fn deliver_signal(
    app: &App,
    ctx: &Ctx,
    name: &str,
    variables: Map<String, Json>,
) -> Result<usize, Error> {
    let (app_, ctx, name) = (app.clone(), ctx.clone(), name.to_owned());
    write(app, "deliver-signal", move |tx| {
        let mut instances: Vec<InstanceId> = process::waiting_for(tx, "signal", &name, "")?
            .into_iter()
            .map(|(instance, _)| instance)
            .collect();
        instances.dedup();
        for instance in &instances {
            let signal = Command::Signal { name: name.as_str().into(), variables: to_variables(&variables) };
            on_instance(&app_, &ctx, tx, *instance, |run| run.push(*instance, signal))?;
        }
        Ok(instances.len())
    })
    .await
}

/// A timer is due. One that the process no longer waits for does nothing.
///
/// # Errors
/// [`Error`] from the operations that follow.
pub async fn fire_timer(app: &App, ctx: &Ctx, instance: InstanceId, subscription: u32) -> Result<(), Error> {
    let (app_, ctx) = (app.clone(), ctx.clone());
    write(app, "fire-timer", move |tx| {
        let fired = on_instance(&app_, &ctx, tx, instance, |run| {
            run.push(instance, Command::FireTimer { subscription });
        });
        match fired {
            Err(Error::Refused { code, .. }) if code == "step_gone" || code == "process_ended" => Ok(()),
            other => other,
        }
    })
    .await
}

/// Tries again what an incident stopped, after a person put something right.
///
/// # Errors
/// [`Error::Denied`], or [`Error::Refused`] when nothing is stuck any more.
pub async fn retry_incident(app: &App, ctx: &Ctx, case: CaseId) -> Result<(), Error> {
    ctx.require(Resource::Incident, Action::Retry)?;
    let (app_, ctx) = (app.clone(), ctx.clone());
    write(app, "retry-incident", move |tx| {
        let mut of_case = found(cases::for_action(tx, &ctx, case, Action::Read)?, "case")?.into_inner();
        of_case.changed_at = ctx.now();
        let mut run = Run::on(&app_, &ctx, tx, of_case)?;
        let stuck: Vec<(InstanceId, u32, u32)> = run
            .working
            .iter()
            .flat_map(|working| {
                let id = working.instance.id;
                working.state.incidents.iter().map(move |incident| (id, incident.id, incident.token))
            })
            .collect();
        if stuck.is_empty() {
            return Err(Error::refused("nothing_stuck"));
        }
        for (instance, number, token) in stuck {
            incident::resolve(run.tx, &ctx, instance, i64::from(token))?;
            run.push(instance, Command::RetryIncident { incident: number });
        }
        run.settle()?;
        let subject = audit::Subject { kind: "case", id: case.bytes() };
        audit::append(run.tx, &ctx, "retry_incident", subject, &json!({}))?;
        run.finish().map(drop)
    })
    .await
}
