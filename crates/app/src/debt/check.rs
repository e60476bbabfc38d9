//! The operation that checks a debt, in the draft, when the request is made, and after every message.

use domain::{
    debt::{Covered, DebtCheck, check_debt},
    voltura::verdict,
};
use kernel::{BillId, DocumentId, Instant};
use serde_json::{Value as Json, json};
use store::{
    cases::document,
    registry::{
        debt,
        plan::{self, StoredPlan},
    },
};

use super::situation::Known;
use crate::{
    Error,
    cases::local_text,
    processes::{CallAnswer, Run},
};

/// Where a case keeps the proof that was told last: it is asked to be looked at once.
const PROOF_TOLD: &str = "proof_told";

/// Looks at the debt and the supply; every time all it writes is written anew.
pub(super) fn check_by_process(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let known = Known::of(run)?;
    let checked = check_debt(&known.situation(), &run.app.settings.arrears.checks);
    if checked.covered == Covered::Proof {
        let told = run.case.data.get("document").cloned().unwrap_or_default();
        run.case.data.insert(PROOF_TOLD.to_owned(), told);
    }
    let covered_at = covered_at(run, &known, &checked)?.map(local_text);
    let free = known.protected || known.against_rules;
    let fee = run.app.settings.arrears.fee(known.point.sector, run.ctx.today());
    let yes = |whether: bool| json!(if whether { "yes" } else { "no" });
    Ok(CallAnswer::Done(vec![
        ("admissible", json!(verdict(&checked.findings).code())),
        ("findings", json!(checked.findings)),
        ("debt_covered", json!(checked.covered.code())),
        ("debt_paid", yes(checked.paid)),
        ("debt_cents", json!(checked.debt.cents())),
        ("debt_bills", json!(checked.bills)),
        ("covered_at", json!(covered_at.unwrap_or_default())),
        ("fee_cents", json!(if free { 0 } else { fee.cents() })),
        ("arrears_open", yes(known.arrears.is_some())),
        ("arrears_case", json!(known.arrears.clone().unwrap_or_default())),
    ]))
}

/// Whether a proof came that no form has recorded and nobody was told of yet.
pub(super) fn new_proof(run: &Run<'_, '_>) -> bool {
    let text = |name: &str| run.case.data.get(name).and_then(Json::as_str).unwrap_or_default();
    let document = text("document");
    !document.is_empty() && document != text("proof_file") && document != text(PROOF_TOLD)
}

/// The moment from which the debt counts as covered: when its proof reached the utility, but not before the request, and
/// never after now. None while it is not covered.
fn covered_at(run: &mut Run<'_, '_>, known: &Known, checked: &DebtCheck) -> Result<Option<Instant>, Error> {
    if checked.covered != Covered::Yes {
        return Ok(None);
    }
    let now = run.ctx.now();
    let received = received(run)?;
    let mut proof: Option<Instant> = None;
    for bill in cleared(run, known)? {
        proof = proof.max(debt::last_payment(run.tx, bill)?);
    }
    for bill in &checked.bills {
        for plan in plan::of_bill(run.tx, *bill)?.into_iter().filter(StoredPlan::running) {
            proof = proof.max(Some(plan.agreed_at));
        }
    }
    // What is only declared counts from the request, or from the moment its paper was handed in.
    if !checked.paid {
        let paper = run.case.data.get("document").and_then(|id| id.as_str()?.parse::<DocumentId>().ok());
        let paper = paper.map_or(Ok(None), |id| document::by_id(run.tx, id))?;
        proof = paper.map(|paper| paper.created_at);
    }
    Ok(Some(proof.map_or(received, |proof| proof.max(received)).min(now)))
}

/// When the request came: at the moment that was told, else on the day that was told; of today, when it was made.
fn received(run: &Run<'_, '_>) -> Result<Instant, Error> {
    let (now, today) = (run.ctx.now(), run.ctx.today().to_string());
    let told =
        ["received_at", "received_on"].into_iter().filter_map(|name| run.case.data.get(name)?.as_str());
    match told.into_iter().find(|text| !text.is_empty()) {
        Some(text) if text != today => crate::cases::moment(text, now),
        _ => Ok(run.case.started_at.unwrap_or(now).min(now)),
    }
}

/// The bills whose payment covered the debt: those that counted when it was looked at before; at the first look, those of
/// the contract whose last day has passed.
fn cleared(run: &mut Run<'_, '_>, known: &Known) -> Result<Vec<BillId>, Error> {
    let before = run.case.data.get("debt_bills").and_then(Json::as_array).cloned().unwrap_or_default();
    let before: Vec<BillId> = before.iter().filter_map(|id| id.as_str()?.parse().ok()).collect();
    if !before.is_empty() {
        return Ok(before);
    }
    match &known.contract {
        Some(contract) => Ok(debt::past_due(run.tx, contract.id, run.ctx.today())?),
        None => Ok(Vec::new()),
    }
}
