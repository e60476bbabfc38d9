//! Putting dated facts right, and the order facts keep: nothing stops before it starts.

use domain::{
    access::{Action, Resource},
    cases::{Fact, effective},
};
use kernel::{DocumentId, FactId, Instant};
use procedures::ClockRule;
use serde_json::json;
use store::{audit, cases::fact};

use super::{
    act::{OnCase, load, require_evidence, subject},
    hand_in::{HandedIn, check_content, keep},
};
use crate::{App, Ctx, Error, processes::Run, write};

/// A fact put right.
#[derive(Clone, Debug)]
pub struct Correction {
    /// The fact that is put right; it stays visible.
    pub fact: FactId,
    /// When it really happened.
    pub at: Instant,
    /// Why.
    pub reason: String,
    /// The paper the moment is taken from; none keeps the former one.
    pub document: Option<DocumentId>,
    /// The same as a file that is not yet among the papers of the case: it is kept there.
    pub proof: Option<HandedIn>,
}

/// Puts a recorded fact right: the former one stays visible, the clocks are computed again.
///
/// # Errors
/// [`Error::Invalid`] without a reason, with a moment in the future, with one that makes a clock stop before it starts,
/// with a paper of another case, or with a file that is no paper (see [`super::hand_in_document`]); [`Error::Refused`] with `fact_gone` when it was put right already;
/// [`Error::Conflict`] when somebody changed the case since it was seen.
pub async fn correct_fact(
    app: &App,
    ctx: &Ctx,
    on: impl Into<OnCase>,
    correction: Correction,
) -> Result<(), Error> {
    ctx.require(Resource::Case, Action::Correct)?;
    if correction.reason.trim().is_empty() {
        return Err(Error::field("reason", "required"));
    }
    if correction.at > ctx.now() {
        return Err(Error::field("at", "date_in_future"));
    }
    if let Some(paper) = &correction.proof {
        check_content(&paper.content)?;
    }
    let (app_, ctx, on) = (app.clone(), ctx.clone(), on.into());
    write(app, "correct-fact", move |tx| {
        let Correction { fact: fact_id, at, reason, document, proof } = correction.clone();
        let case = load(tx, &ctx, on, Action::Correct)?.into_inner();
        let id = case.id;
        require_evidence(tx, id, document)?;
        let facts = fact::of_case(tx, id)?;
        let old = facts.iter().find(|fact| fact.id == fact_id).cloned();
        let old = old.ok_or(Error::NotFound { kind: "fact" })?;
        if !fact::mark_corrected(tx, id, fact_id)? {
            return Err(Error::refused("fact_gone"));
        }
        let pack = app_.procedures.version(tx, &case.procedure, case.bundle_version)?;
        let rules = case.sector.map(|sector| pack.clocks_for(sector)).unwrap_or_default();
        let others: Vec<Fact> = facts.into_iter().filter(|fact| fact.id != fact_id).collect();
        if let Some(code) = out_of_order(&rules, &others, &old.kind, at) {
            return Err(Error::field("at", code));
        }
        let proof = proof.map(|paper| keep(tx, &ctx, &case, &paper)).transpose()?;
        let new = Fact {
            id: ctx.id(FactId::from_bytes),
            at,
            recorded_at: ctx.now(),
            recorded_by: ctx.actor.clone(),
            document_id: proof.or(document).or(old.document_id),
            note: reason.trim().to_owned(),
            corrects: Some(fact_id),
            corrected: false,
            ..old.clone()
        };
        fact::insert(tx, &new)?;
        let details = json!({ "kind": old.kind, "from": old.at, "to": at, "reason": reason });
        audit::append(tx, &ctx, "correct_fact", subject(id), &details)?;
        Run::on(&app_, &ctx, tx, case)?.finish().map(drop)
    })
    .await
}

/// What is wrong with a fact of this kind at this moment: it would stop a clock before its start, or start one after
/// its stop. `others` are the facts that stand beside it.
pub(super) fn out_of_order(
    rules: &[&ClockRule],
    others: &[Fact],
    kind: &str,
    at: Instant,
) -> Option<&'static str> {
    rules.iter().find_map(|rule| {
        let start = effective(others, &rule.start);
        let stop = effective(others, &rule.stop);
        if kind == rule.stop && start.is_some_and(|start| at < start.at) {
            Some("fact_before_start")
        } else if kind == rule.start && stop.is_some_and(|stop| stop.at < at) {
            Some("fact_after_stop")
        } else {
            None
        }
    })
}
