//! Writing a dated fact down: who, when, from which paper.

use domain::{
    access::Action,
    cases::{Case, Fact, effective},
};
use kernel::{CaseId, DocumentId, FactId, Instant};
use procedures::Pack;
use serde_json::json;
use store::{
    audit,
    cases::{case as cases, document as documents, fact},
};

use crate::{App, Ctx, Error, error::found, processes::Run, write};

/// A fact a person writes down.
#[derive(Clone, Debug)]
pub struct NewFact {
    /// What happened, one of [`recordable`].
    pub kind: String,
    /// When.
    pub at: Instant,
    /// A remark.
    pub note: String,
    /// The paper it is taken from.
    pub document_id: Option<DocumentId>,
}

/// The facts a person may write down: those that start or stop a clock of the procedure and are not there yet.
#[must_use]
pub fn recordable(pack: &Pack, case: &Case, facts: &[Fact]) -> Vec<String> {
    let Some(sector) = case.sector else { return Vec::new() };
    let mut kinds: Vec<String> = Vec::new();
    for rule in pack.clocks_for(sector) {
        for kind in [&rule.start, &rule.stop] {
            if effective(facts, kind).is_none() && !kinds.contains(kind) {
                kinds.push(kind.clone());
            }
        }
    }
    kinds
}

/// Writes a fact down; the clocks are computed again.
///
/// # Errors
/// [`Error::Invalid`] for a kind the procedure does not know or that is there already, a moment in the future, a paper
/// of another case; [`Error::Refused`] for a draft or a case that has ended.
pub async fn enter_fact(app: &App, ctx: &Ctx, id: CaseId, new: NewFact) -> Result<(), Error> {
    if new.at > ctx.now() {
        return Err(Error::field("at", "date_in_future"));
    }
    let (app_, ctx) = (app.clone(), ctx.clone());
    write(app, "enter-fact", move |tx| {
        let case = found(cases::for_action(tx, &ctx, id, Action::Update)?, "case")?.into_inner();
        if case.ended() {
            return Err(Error::refused("case_ended"));
        }
        if case.started_at.is_none() {
            return Err(Error::refused("case_not_started"));
        }
        let pack = app_.procedures.version(tx, &case.procedure, case.bundle_version)?;
        let facts = fact::of_case(tx, id)?;
        if !recordable(&pack, &case, &facts).contains(&new.kind) {
            return Err(Error::field("kind", "choice_unknown"));
        }
        let paper = new.document_id.map_or(Ok(None), |paper| documents::in_case(tx, paper, id))?;
        if new.document_id.is_some() && paper.is_none() {
            return Err(Error::field("document", "choice_unknown"));
        }
        let entry = Fact {
            id: ctx.id(FactId::from_bytes),
            case_id: id,
            kind: new.kind.clone(),
            at: new.at,
            recorded_at: ctx.now(),
            recorded_by: ctx.actor.clone(),
            document_id: new.document_id,
            note: new.note.trim().to_owned(),
            corrects: None,
            corrected: false,
        };
        fact::insert(tx, &entry)?;
        let subject = audit::Subject { kind: "case", id: id.bytes() };
        let details = json!({ "kind": entry.kind, "at": entry.at, "document": entry.document_id });
        audit::append(tx, &ctx, "record_fact", subject, &details)?;
        Run::on(&app_, &ctx, tx, case)?.finish().map(drop)
    })
    .await
}
