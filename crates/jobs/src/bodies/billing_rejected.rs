//! Billing refused a command about money that has changed hands: this work fails at once and stands among the incidents
//! until somebody has looked. Trying it again sends the command again.

use app::billing::{refusal_of, send_again};
use serde::Deserialize;
use store::work::job::Claimed;

use super::payload;
use crate::{
    outcome::{Outcome, of},
    worker::Parts,
};

#[derive(Deserialize)]
struct Rejected {
    key: String,
    /// When the refusal came: a later turn was asked for by a person.
    since: i64,
}

pub(super) async fn run(parts: &Parts, job: &Claimed) -> Outcome {
    let rejected: Rejected = match payload(job) {
        Ok(rejected) => rejected,
        Err(outcome) => return outcome,
    };
    if job.run_at.as_micros() > rejected.since {
        return of(send_again(&parts.app, &parts.app.system("billing"), &rejected.key).await);
    }
    match refusal_of(&parts.app, &rejected.key).await {
        Ok(Some(words)) => Outcome::Fail(words),
        Ok(None) => Outcome::Done,
        Err(error) => error.into(),
    }
}
