//! Writes a command file for billing.

use app::Error;
use connectors::billing::{Command, write_batch};
use kernel::Date;
use serde::{Deserialize, Serialize};
use store::{
    outbox::billing::{self, Message},
    work::job::Claimed,
};

use super::payload;
use crate::{
    outcome::Outcome,
    worker::{Parts, words},
};

/// What the job carries: everything that makes the file the same each time.
#[derive(Serialize, Deserialize)]
pub(super) struct ToWrite {
    /// Its number.
    pub number: i64,
    /// The day in its head.
    pub on: Date,
    /// Its commands.
    pub rows: Vec<Handed>,
}

/// A command handed over.
#[derive(Serialize, Deserialize)]
pub(super) struct Handed {
    /// Its key.
    pub key: String,
    /// How often it was handed over, with this time.
    pub revision: i64,
}

/// The command as the connector takes it.
pub(super) fn command(message: &Message, revision: i64) -> Command {
    Command {
        key: message.key.clone(),
        revision,
        kind: message.kind.clone(),
        aggregate: message.aggregate.clone(),
        seq: message.seq,
        body: serde_json::from_str(&message.body).unwrap_or_default(),
    }
}

/// Twice does no harm: the far side applies each key once. Commands answered meanwhile are left out; the file was
/// there before, else they would have no answer.
pub(super) async fn run(parts: &Parts, job: &Claimed) -> Outcome {
    let to_write: ToWrite = match payload(job) {
        Ok(to_write) => to_write,
        Err(outcome) => return outcome,
    };
    let Some(folders) = parts.folders.clone() else {
        return Outcome::retry("this process has no folder for billing; another one that has takes it");
    };
    let (number, on) = (to_write.number, to_write.on);
    let read = parts.app.db.read("billing-file", move |tx| {
        let mut commands = Vec::new();
        for row in &to_write.rows {
            let message = billing::by_key(tx, &row.key)?;
            if let Some(message) =
                message.filter(|message| message.state == "sent" && message.attempts == row.revision)
            {
                commands.push(command(&message, row.revision));
            }
        }
        Ok::<_, Error>(commands)
    });
    let commands = match read.await {
        Ok(commands) if commands.is_empty() => return Outcome::Done,
        Ok(commands) => commands,
        Err(error) => return error.into(),
    };
    match tokio::task::spawn_blocking(move || write_batch(&folders, number, on, &commands)).await {
        Ok(Ok(path)) => {
            tracing::info!(file = %path.display(), "commands handed over to billing");
            Outcome::Done
        }
        // A disk that is full or a share that is away may be back in a moment.
        Ok(Err(error)) => Outcome::retry(error),
        Err(error) => Outcome::retry(words(error)),
    }
}
