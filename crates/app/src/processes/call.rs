//! One call of an operation by a process: what the diagram tells it, and that a refusal leaves nothing behind.

use std::collections::VecDeque;

use engine::Call;
use serde_json::{Map, Value as Json};

use super::{CallAnswer, Run, operations::find};
use crate::Error;

/// What the operation that runs was called with.
#[derive(Clone, Debug, Default)]
pub(crate) struct Called {
    /// The task of the diagram.
    pub element: String,
    /// Values of `sportello:arguments`.
    pub arguments: Map<String, Json>,
}

impl Called {
    /// An argument that is text; none when it was left out or has no value.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.arguments.get(name).and_then(Json::as_str).map(str::trim).filter(|text| !text.is_empty())
    }

    /// An argument that is text and must be there.
    ///
    /// # Errors
    /// [`Error::Refused`] with `argument_missing` when an expression of the diagram gave no text.
    pub fn needed(&self, name: &str) -> Result<&str, Error> {
        self.text(name).ok_or_else(|| Error::refused_with("argument_missing", &[("argument", name)]))
    }

    /// Whether an argument is `true`.
    pub fn holds(&self, name: &str) -> bool {
        self.arguments.get(name) == Some(&Json::Bool(true))
    }
}

/// Runs the operation of a task.
pub(super) fn run_operation(run: &mut Run<'_, '_>, element: &str, call: &Call) -> Result<CallAnswer, Error> {
    let Some(operation) = find(&call.operation) else {
        return Ok(CallAnswer::Incident(format!(
            "the operation {} does not exist in this version of the program",
            call.operation
        )));
    };
    let arguments = call.arguments.iter().map(|(name, value)| (name.to_string(), value.to_json())).collect();
    let called = Called { element: element.to_owned(), arguments };
    match guarded(run, called, operation.run) {
        Err(Stopped::Incident(message)) => Ok(CallAnswer::Incident(message)),
        Err(Stopped::Error(error)) => Err(error),
        Ok(answer) => Ok(answer),
    }
}

/// Why the writes of an operation were taken back.
enum Stopped {
    Incident(String),
    Error(Error),
}

impl From<store::DbError> for Stopped {
    fn from(error: store::DbError) -> Self {
        Self::Error(error.into())
    }
}

/// Runs an operation inside a savepoint: only when it is done are its rows, the case as it left it and the commands
/// it queued kept.
fn guarded(
    run: &mut Run<'_, '_>,
    called: Called,
    operation: fn(&mut Run<'_, '_>) -> Result<CallAnswer, Error>,
) -> Result<CallAnswer, Stopped> {
    let (app, ctx, pack) = (run.app, run.ctx, std::sync::Arc::clone(&run.pack));
    let (case, started) = (run.case.clone(), run.working.len());
    let working = std::mem::take(&mut run.working);
    let mut left = None;
    let answer = run.tx.savepoint(|tx| {
        let mut inner = Run { app, ctx, tx, case, pack, working, queue: VecDeque::new(), call: called };
        let answer = operation(&mut inner);
        left = Some((inner.case, inner.working, inner.queue));
        match answer.map_err(Stopped::Error)? {
            CallAnswer::Incident(message) => Err(Stopped::Incident(message)),
            answer => Ok(answer),
        }
    });
    // Without them the savepoint itself failed, and with it the whole unit of work.
    let Some((case, mut working, queue)) = left else { return answer };
    if answer.is_ok() {
        run.case = case;
        run.queue.extend(queue);
    } else {
        working.truncate(started);
    }
    run.working = working;
    answer
}
