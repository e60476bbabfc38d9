//! Hands requests over to distributors: one file each. The file is written before the request counts as sent: a kill in
//! between writes the same file under the same name again, and the far side knows the request by its code.

use app::Error;
use connectors::distributor::put_request;
use domain::distributor::Message;
use store::distributor::request::{self, Request};

use crate::{
    outcome::{Outcome, of},
    worker::{Parts, words},
};

/// Requests handed over in one go.
const MOST: i64 = 500;

/// Hands over what waits.
pub(super) async fn run(parts: &Parts) -> Outcome {
    of(hand_over(parts).await)
}

/// Hands over what waits; answers how many requests. Without a folder they wait for a process that has one.
pub(crate) async fn hand_over(parts: &Parts) -> Result<usize, Error> {
    let Some(folders) = parts.distributor.clone() else { return Ok(0) };
    let queued =
        parts.app.db.read("distributor-queued", |tx| Ok::<_, Error>(request::queued(tx, MOST)?)).await?;
    let mut handed = 0;
    for waiting in queued {
        let (message, on) = (message(&waiting)?, waiting.created_at.date());
        let (folders, number) = (folders.clone(), waiting.number);
        let written = tokio::task::spawn_blocking(move || put_request(&folders, &message, on, number)).await;
        let path = written
            .map_err(|error| Error::Internal(words(error)))?
            .map_err(|error| Error::Unavailable(error.to_string()))?;
        let now = parts.app.clock.now();
        let marked = parts
            .app
            .db
            .write("distributor-sent", move |tx| Ok::<_, Error>(request::mark_sent(tx, waiting.id, now)?))
            .await?;
        if marked {
            handed += 1;
            tracing::info!(file = %path.display(), request = waiting.code, "a request was handed over");
        }
    }
    Ok(handed)
}

fn message(request: &Request) -> Result<Message, Error> {
    serde_json::from_str(&request.body)
        .map_err(|error| Error::Internal(format!("the request {} cannot be read: {error}", request.code)))
}
