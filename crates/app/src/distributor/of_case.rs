//! What went to a distributor about a case and what came back, for the page of the case.

use domain::distributor::{Fate, Flow, Verdict};
use kernel::{CaseId, ImportId, Instant};
use store::{
    Tx,
    distributor::{request, row},
};

use crate::Error;

/// A request that went out, or an answer that came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exchanged {
    /// The service, `A01` for instance.
    pub service: String,
    /// The step, by its code.
    pub flow: String,
    /// Our code of the request.
    pub request: String,
    /// When it was decided or sent, or when it was applied.
    pub at: Instant,
    /// How it stands.
    pub state: ExchangedState,
    /// The file an answer came in.
    pub file: Option<ImportId>,
}

/// How a request or an answer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExchangedState {
    /// A request that waits to be handed over.
    Queued,
    /// A request that was handed over; an answer is awaited.
    Sent,
    /// A request that was answered for good.
    Answered,
    /// A request that was withdrawn.
    Withdrawn,
    /// An answer that the process has not taken in yet: its file can still be taken back.
    Waits,
    /// An answer that the process has taken in.
    Taken,
}

/// Requests and applied answers of a case, oldest first.
pub(crate) fn exchanged(tx: &mut Tx<'_>, case: CaseId) -> Result<Vec<Exchanged>, Error> {
    let mut all = Vec::new();
    for asked in request::of_case(tx, case)? {
        all.push(Exchanged {
            service: asked.service,
            flow: Flow::Request.code().to_owned(),
            request: asked.code,
            at: asked.sent_at.unwrap_or(asked.created_at),
            state: match asked.state.as_str() {
                "queued" => ExchangedState::Queued,
                "sent" => ExchangedState::Sent,
                "withdrawn" => ExchangedState::Withdrawn,
                _ => ExchangedState::Answered,
            },
            file: None,
        });
    }
    for told in row::applied_to_case(tx, case)? {
        let applied =
            Verdict::from_code(&told.verdict).is_some_and(|verdict| verdict.fate() == Fate::Applied);
        let Some(at) = told.at.filter(|_| applied) else { continue };
        all.push(Exchanged {
            service: told.service,
            flow: told.flow,
            request: told.request_code,
            at,
            state: if told.read_at.is_some() { ExchangedState::Taken } else { ExchangedState::Waits },
            file: Some(told.file_id),
        });
    }
    all.sort_by_key(|one| one.at);
    Ok(all)
}
