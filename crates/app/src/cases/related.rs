//! Cases about one matter: linked with each other, answered together.

use domain::cases::effective;
use kernel::CaseId;
use serde_json::json;
use store::{
    Lookup, audit,
    cases::{case as cases, fact, process},
};

use crate::{
    Error, FieldProblem,
    processes::{CallAnswer, Run, deliver_later},
};

/// The message that tells a waiting case what became of the one it waits for. Who waits has that one's number as its
/// correlation key.
const MESSAGE: &str = "linked_answer";

/// What became of a case that others wait for; in the answer `linked_answer`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// It is still being worked on.
    Awaited,
    /// Its answer was sent.
    Replied,
    /// It ended without one.
    Ended,
}

impl Answer {
    const fn code(self) -> &'static str {
        match self {
            Self::Awaited => "awaited",
            Self::Replied => "replied",
            Self::Ended => "ended",
        }
    }
}

/// Links the case with the one of the argument `number`, and says in `linked_answer` whether that one was answered. With
/// `waits`, this case is going to wait for it.
pub(super) fn link_by_process(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let number = run.call.needed("number")?.to_owned();
    let Some(other) = cases::id_of_number(run.tx, &number)? else {
        return Err(wrong(run, "case_missing", &number));
    };
    if other == run.case.id {
        return Err(wrong(run, "case_same", &number));
    }
    if run.call.holds("waits") && waits_for_this(run, other)? {
        return Err(wrong(run, "case_waits_for_this", &number));
    }
    if cases::relate(run.tx, run.case.id, other)? {
        let subject = audit::Subject { kind: "case", id: run.case.id.bytes() };
        audit::append(run.tx, run.ctx, "link_case", subject, &json!({ "number": number }))?;
    }
    let facts = fact::of_case(run.tx, other)?;
    let answer = if effective(&facts, "reply_sent").is_some() {
        Answer::Replied
    } else if ended(run, other)? {
        Answer::Ended
    } else {
        Answer::Awaited
    };
    Ok(CallAnswer::Done(vec![(MESSAGE, json!(answer.code()))]))
}

/// A number that a person typed is put right at its field; what the diagram says, by who drew it.
fn wrong(run: &Run<'_, '_>, code: &str, number: &str) -> Error {
    let typed = run.case.data.iter().find(|(name, value)| {
        value.as_str().map(str::trim) == Some(number) && run.pack.field(name).is_some()
    });
    match typed {
        Some((field, _)) => {
            let mut problem = FieldProblem::new(field, code);
            problem.args.push(("number".to_owned(), number.to_owned()));
            Error::Invalid(vec![problem])
        }
        None => Error::refused_with(code, &[("number", number)]),
    }
}

fn ended(run: &mut Run<'_, '_>, other: CaseId) -> Result<bool, Error> {
    let found = cases::for_action(run.tx, run.ctx, other, domain::access::Action::Read)?;
    Ok(matches!(found, Lookup::Found(case) if case.ended()))
}

/// Whether the other case waits for this one: two that wait for each other would wait for ever.
fn waits_for_this(run: &mut Run<'_, '_>, other: CaseId) -> Result<bool, Error> {
    let waiting = process::waiting_for(run.tx, "message", MESSAGE, &run.case.number)?;
    let theirs = process::of_case(run.tx, other)?;
    Ok(waiting.iter().any(|(instance, _)| theirs.iter().any(|one| one.id == *instance)))
}

/// Tells the cases that wait for this one that it is answered. With the argument `message`, that message goes to every
/// open case linked with this one, whoever opened whom, each by its own number.
pub(super) fn tell_linked_by_process(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    match run.call.text("message").map(str::to_owned) {
        None => tell_waiting(run, Answer::Replied)?,
        Some(message) => {
            for other in cases::linked(run.tx, run.case.id)? {
                if other.state.is_none_or(|state| state.ends()) {
                    continue;
                }
                let told = json!({ "name": message, "correlation": other.number });
                deliver_later(run, "deliver_message", &told)?;
            }
        }
    }
    Ok(CallAnswer::Done(Vec::new()))
}

/// Leaves a message for each case that waits for this one; nobody waits: nothing.
pub(super) fn tell_waiting(run: &mut Run<'_, '_>, answer: Answer) -> Result<(), Error> {
    let waiting = process::waiting_for(run.tx, "message", MESSAGE, &run.case.number)?;
    let told = json!({
        "name": MESSAGE, "correlation": run.case.number, "variables": { MESSAGE: answer.code() },
    });
    // Each message goes to the first who still waits.
    for _ in waiting {
        deliver_later(run, "deliver_message", &told)?;
    }
    Ok(())
}
