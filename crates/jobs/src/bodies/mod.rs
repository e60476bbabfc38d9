//! The bodies: one file for each kind of job. A body takes ids, looks at what is stored, and may run twice.

pub(crate) mod billing_answers;
mod billing_rejected;
mod deliver;
pub(crate) mod distributor_answers;
mod import;
mod produce_document;
pub(crate) mod send_billing;
pub(crate) mod send_distributor;
mod send_invitation;
mod send_mail;
pub(crate) mod send_reminder;
mod timer;
mod write_billing_file;

pub use produce_document::preview as preview_paper;

use std::sync::Arc;

use serde::de::DeserializeOwned;
use store::work::job::Claimed;

use crate::{outcome::Outcome, worker::Parts};

/// Does a job by its kind. A kind never changes its meaning: rows of former releases are still there.
pub(crate) async fn run(parts: Arc<Parts>, job: Claimed) -> Outcome {
    let parts = parts.as_ref();
    match job.kind.as_str() {
        "timer" => timer::run(parts, &job).await,
        "deliver_message" => deliver::message(parts, &job).await,
        "deliver_signal" => deliver::signal(parts, &job).await,
        "produce_document" => produce_document::run(parts, &job).await,
        "send_invitation" => send_invitation::run(parts, &job).await,
        "send_reminder" => send_reminder::run(parts, &job).await,
        "send_mail" => send_mail::run(parts, &job).await,
        "send_billing" => send_billing::run(parts).await,
        "send_distributor" => send_distributor::run(parts).await,
        "write_billing_file" => write_billing_file::run(parts, &job).await,
        "billing_rejected" => billing_rejected::run(parts, &job).await,
        "take_billing_answer" => billing_answers::run(parts, &job).await,
        "import" => import::run(parts, &job).await,
        #[cfg(test)]
        "panic" => panic!("on purpose"),
        #[cfg(test)]
        "busy" => Outcome::retry("on purpose"),
        other => Outcome::Fail(format!(
            "this version of the program knows no work named {other:?}; it was left by another version: run that one, or call it off"
        )),
    }
}

/// Whether a kind of job may take hours: its lease is made longer while it works, instead of ending it.
pub(crate) fn is_long(kind: &str) -> bool {
    kind == "import"
}

/// Reads what a job carries.
fn payload<T: DeserializeOwned>(job: &Claimed) -> Result<T, Outcome> {
    serde_json::from_str(&job.payload).map_err(|error| {
        Outcome::Fail(format!("what the job {:?} carries cannot be read: {error}", job.kind))
    })
}
