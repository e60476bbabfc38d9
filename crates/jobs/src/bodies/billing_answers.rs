//! Takes in what billing answers: each answer becomes a job, then its file is put away. An answer that cannot be taken
//! in is thereby tried again and shown like any other work, and never holds up the others.

use app::{
    Error,
    billing::{Answer, take_answer},
};
use connectors::billing::{AnswerFile, Folders, Outcome as Said, read_answers};
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::{
    outbox::billing,
    work::job::{self, Claimed, NewJob},
};

use super::payload;
use crate::{
    outcome::Outcome,
    worker::{Parts, words},
};

/// What the job carries.
#[derive(Serialize, Deserialize)]
pub(super) struct Taken {
    /// The key of the command.
    pub key: String,
    /// Applied, else rejected.
    pub applied: bool,
    /// The far side's code.
    pub code: String,
    /// The far side's words.
    pub text: String,
    /// Which handing over it answers, where that is said.
    pub revision: Option<i64>,
}

/// Looks into the folder for answers.
pub(crate) async fn poll(parts: &Parts) -> Result<(), Error> {
    let Some(folders) = parts.folders.clone() else { return Ok(()) };
    let files = blocking(&folders, read_answers).await?;
    let mut any = false;
    for file in files {
        any = true;
        for row in &file.broken {
            tracing::warn!(
                file = file.name(),
                line = row.line,
                reason = row.reason,
                "a row of billing's answers cannot be read"
            );
        }
        store(parts, &file).await?;
        blocking(&folders, move |folders| file.put_away(folders)).await?;
    }
    if any {
        parts.wake.now();
    }
    Ok(())
}

async fn blocking<T: Send + 'static>(
    folders: &Folders,
    act: impl FnOnce(&Folders) -> Result<T, connectors::billing::ExchangeError> + Send + 'static,
) -> Result<T, Error> {
    let folders = folders.clone();
    match tokio::task::spawn_blocking(move || act(&folders)).await {
        Ok(result) => result.map_err(|error| Error::Unavailable(error.to_string())),
        Err(error) => Err(Error::Internal(words(error))),
    }
}

async fn store(parts: &Parts, file: &AnswerFile) -> Result<(), Error> {
    let mut taken = Vec::new();
    for answer in &file.answers {
        let applied = match &answer.outcome {
            Said::Applied | Said::AlreadyApplied => true,
            Said::Rejected => false,
            Said::Pending(word) => {
                tracing::info!(key = answer.key, word, "billing's answer is not one yet");
                continue;
            }
        };
        let (key, code, text) = (answer.key.clone(), answer.code.clone(), answer.text.clone());
        taken.push(json!(Taken { key, applied, code, text, revision: answer.revision }));
    }
    let app = parts.app.clone();
    parts
        .app
        .db
        .write("billing-answers", move |tx| {
            let ctx = app.system("billing");
            for payload in &taken {
                let new = NewJob {
                    kind: "take_billing_answer",
                    key: None,
                    payload: payload.clone(),
                    run_at: ctx.now(),
                    case_id: None,
                };
                job::enqueue(tx, &ctx, &new)?;
            }
            Ok::<_, Error>(())
        })
        .await
}

/// Takes one answer in. What is answered already, or answers a former handing over of a command corrected since,
/// changes nothing.
pub(super) async fn run(parts: &Parts, job: &Claimed) -> Outcome {
    let taken: Taken = match payload(job) {
        Ok(taken) => taken,
        Err(outcome) => return outcome,
    };
    let key = taken.key.clone();
    let found =
        parts.app.db.read("billing-command", move |tx| Ok::<_, Error>(billing::by_key(tx, &key)?)).await;
    let message = match found {
        Ok(Some(message)) => message,
        Ok(None) => {
            return Outcome::Fail(format!(
                "billing answers to the command {:?}, which is not known here",
                taken.key
            ));
        }
        Err(error) => return error.into(),
    };
    let awaited = taken.revision.is_none_or(|revision| revision == message.attempts);
    if message.state != "sent" || !awaited {
        return Outcome::Done;
    }
    let answer = Answer { key: taken.key, applied: taken.applied, code: taken.code, text: taken.text };
    if let Err(error) = take_answer(&parts.app, &parts.app.system("billing"), answer).await {
        return error.into();
    }
    // The next command of the aggregate may go; should this fail, the next look of the clock does it.
    match super::send_billing::hand_over(parts).await {
        Ok(_) => Outcome::Done,
        Err(error) => {
            tracing::warn!(%error, "the next commands for billing wait for the next look");
            Outcome::Done
        }
    }
}
