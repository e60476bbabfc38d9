//! A timer of a process is due.

use kernel::InstanceId;
use serde::Deserialize;
use store::work::job::Claimed;

use super::payload;
use crate::{
    outcome::{Outcome, of},
    worker::Parts,
};

#[derive(Deserialize)]
struct Timer {
    instance: InstanceId,
    subscription: u32,
}

/// Twice does no harm: the process no longer waits for the subscription.
pub(super) async fn run(parts: &Parts, job: &Claimed) -> Outcome {
    let timer: Timer = match payload(job) {
        Ok(timer) => timer,
        Err(outcome) => return outcome,
    };
    let ctx = parts.app.system("timer");
    of(app::processes::fire_timer(&parts.app, &ctx, timer.instance, timer.subscription).await)
}
