//! What reaches a process from outside: messages, signals, timers, and the second try after an incident.

use domain::{
    access::{Action, Resource},
    cases::Origin,
};
use engine::{Command, StartAt, executable::Trigger};
use kernel::{CaseId, InstanceId};
use serde_json::{Map, Value as Json, json};
use store::{
    audit,
    cases::{case as cases, process},
    work::incident,
};

use super::{Run, run::to_variables};
use crate::{
    App, Ctx, Error, FieldProblem,
    cases::{NewCase, Prefill, open_at},
    error::found,
    write,
};

/// Who outside the program tells a process something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sender {
    /// A person at the console.
    Operator,
    /// Another program.
    Api,
}

impl Sender {
    /// The word procedures use.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Operator => "operator",
            Self::Api => "api",
        }
    }
}

/// Gives a message from outside to the process of a case. Only what the procedure lets in comes in: the message, from
/// this sender, with these variables.
///
/// # Errors
/// [`Error::Invalid`] with `message_not_from_outside` or `message_variable_unknown`; [`Error::Refused`] with
/// `nobody_waits`; [`Error`] from the operations that follow.
pub async fn deliver_message(
    app: &App,
    ctx: &Ctx,
    case: CaseId,
    from: Sender,
    name: &str,
    variables: Map<String, Json>,
) -> Result<(), Error> {
    let (app_, ctx, name) = (app.clone(), ctx.clone(), name.to_owned());
    write(app, "deliver-message", move |tx| {
        let case = found(cases::for_action(tx, &ctx, case, Action::Update)?, "case")?;
        let pack = app_.procedures.version(tx, &case.procedure, case.bundle_version)?;
        let allowed = pack
            .message_from_outside(&name)
            .filter(|message| message.from.iter().any(|sender| sender == from.code()))
            .ok_or_else(|| Error::field("message", "message_not_from_outside"))?;
        let unknown = variables.keys().filter(|variable| !allowed.variables.contains(*variable));
        let problems: Vec<FieldProblem> = unknown
            .map(|variable| FieldProblem::new(&format!("variables.{variable}"), "message_variable_unknown"))
            .collect();
        if !problems.is_empty() {
            return Err(Error::Invalid(problems));
        }
        if message_to(&app_, &ctx, tx, Some(case.id), (&name, &case.number), &variables)? {
            Ok(())
        } else {
            Err(Error::refused_with("nobody_waits", &[("message", &name)]))
        }
    })
    .await
}

/// Gives a message that a process threw to the process that waits for it, else starts the procedure that begins with
/// it. `Ok(false)`: nobody waits for it and nothing begins with it.
///
/// # Errors
/// [`Error`] from the operations that follow.
pub async fn deliver_thrown(
    app: &App,
    ctx: &Ctx,
    name: &str,
    correlation: &str,
    variables: Map<String, Json>,
) -> Result<bool, Error> {
    let (app_, ctx, name, correlation) = (app.clone(), ctx.clone(), name.to_owned(), correlation.to_owned());
    write(app, "deliver-thrown", move |tx| {
        if message_in(&app_, &ctx, tx, &name, &correlation, &variables)? {
            return Ok(true);
        }
        let begins =
            |trigger: &Trigger| matches!(trigger, Trigger::Message(message) if *message.name == *name);
        let started = start_by(&app_, &ctx, tx, &variables, true, begins)?;
        Ok(started > 0)
    })
    .await
}

/// Opens a case of every procedure that begins with a trigger, with what was told as its answers; with `one`, of the
/// first only. Answers how many.
fn start_by(
    app: &App,
    ctx: &Ctx,
    tx: &mut store::Tx<'_>,
    variables: &Map<String, Json>,
    one: bool,
    begins: impl Fn(&Trigger) -> bool,
) -> Result<usize, Error> {
    let mut started = 0;
    for (_, pack) in app.procedures.all(tx)? {
        let executable = &pack.executable;
        let starts =
            executable.element(0).content().map(|root| root.triggered.as_slice()).unwrap_or_default();
        let start = starts.iter().find(|start| executable.element(**start).triggers.iter().any(&begins));
        let Some(start) = start.copied().filter(|_| started == 0 || !one) else { continue };
        let prefill = Prefill::default();
        let new = NewCase {
            procedure: &pack.code,
            origin: Origin::Internal,
            data: variables.clone(),
            prefill: &prefill,
        };
        open_at(app, ctx, tx, new, StartAt::Element(start))?;
        started += 1;
    }
    Ok(started)
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
    message_to(app, ctx, tx, None, (name, correlation), variables)
}

/// The same, for one case only if given: a key that another case waits with may look like this one's number.
fn message_to(
    app: &App,
    ctx: &Ctx,
    tx: &mut store::Tx<'_>,
    only: Option<CaseId>,
    (name, correlation): (&str, &str),
    variables: &Map<String, Json>,
) -> Result<bool, Error> {
    let mut waiting = process::waiting_for(tx, "message", name, correlation)?;
    if let Some(case) = only {
        let own: Vec<InstanceId> =
            process::of_case(tx, case)?.into_iter().map(|instance| instance.id).collect();
        waiting.retain(|(instance, _)| own.contains(instance));
    }
    let Some((instance, subscription)) = waiting.first().copied() else { return Ok(false) };
    let subscription = u32::try_from(subscription).map_err(|_| Error::refused("step_gone"))?;
    on_instance(app, ctx, tx, instance, |run| {
        for (name, value) in variables {
            run.case.data.insert(name.clone(), value.clone());
        }
        run.push(instance, Command::Message { subscription, variables: to_variables(variables) });
        true
    })?;
    Ok(true)
}

/// Does something to the process of a case; when `act` finds nothing to do, the case stays as it is.
fn on_instance(
    app: &App,
    ctx: &Ctx,
    tx: &mut store::Tx<'_>,
    instance: InstanceId,
    act: impl FnOnce(&mut Run<'_, '_>) -> bool,
) -> Result<(), Error> {
    let stored = process::by_id(tx, instance)?.ok_or(Error::NotFound { kind: "process" })?;
    let case = found(cases::for_action(tx, ctx, stored.case_id, Action::Update)?, "case")?.into_inner();
    let mut run = Run::on(app, ctx, tx, case)?;
    if act(&mut run) { run.finish().map(drop) } else { Ok(()) }
}

/// Gives a signal to every process that waits for it, and starts every procedure that begins with it; answers how many
/// there were.
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
            on_instance(&app_, &ctx, tx, *instance, |run| {
                run.push(*instance, signal);
                true
            })?;
        }
        let begins = |trigger: &Trigger| matches!(trigger, Trigger::Signal(known) if **known == *name);
        Ok(instances.len() + start_by(&app_, &ctx, tx, &variables, false, begins)?)
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
        // Looked at before anything is done: a step that fails later on is a fault, and nothing of it is kept.
        on_instance(&app_, &ctx, tx, instance, |run| {
            let waits = run.waits(instance, subscription);
            if waits {
                run.push(instance, Command::FireTimer { subscription });
            }
            waits
        })
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
