//! Messages and signals that one process sends to others.

use serde::Deserialize;
use serde_json::{Map, Value as Json};
use store::work::job::Claimed;

use super::payload;
use crate::{
    outcome::{Outcome, of},
    worker::Parts,
};

/// After this many tries a message nobody waits for is let go: in BPMN a message may be meant for somebody outside.
const PATIENCE: i64 = 5;

#[derive(Deserialize)]
struct Sent {
    name: String,
    #[serde(default)]
    correlation: String,
    #[serde(default)]
    variables: Map<String, Json>,
}

/// A message: the receiver may come to its waiting point a moment later than the sender to its end.
pub(super) async fn message(parts: &Parts, job: &Claimed) -> Outcome {
    let sent: Sent = match payload(job) {
        Ok(sent) => sent,
        Err(outcome) => return outcome,
    };
    let ctx = parts.app.system("message");
    match app::processes::deliver_thrown(&parts.app, &ctx, &sent.name, &sent.correlation, sent.variables)
        .await
    {
        Ok(true) => Outcome::Done,
        Ok(false) if job.attempt < PATIENCE => {
            Outcome::Retry(None, format!("nobody waits for the message {}", sent.name))
        }
        Ok(false) => {
            tracing::warn!(
                message = sent.name,
                correlation = sent.correlation,
                "nobody waited for a message"
            );
            Outcome::Done
        }
        Err(error) => error.into(),
    }
}

/// A signal reaches whoever waits at this moment.
pub(super) async fn signal(parts: &Parts, job: &Claimed) -> Outcome {
    let sent: Sent = match payload(job) {
        Ok(sent) => sent,
        Err(outcome) => return outcome,
    };
    let ctx = parts.app.system("signal");
    of(app::processes::deliver_signal(&parts.app, &ctx, &sent.name, sent.variables).await)
}
