//! A request that turns out to be of another kind goes on as what it is, from the day it came.

use std::sync::Arc;

use domain::cases::{Case, effective};
use procedures::Pack;
use serde_json::{Map, Value as Json, json};
use store::{
    audit,
    cases::{case as cases, fact, task},
};

use super::{
    NewCase, Prefill, answer, open_in,
    start::{Former, start_kinds, start_request},
};
use crate::{
    Error,
    processes::{CallAnswer, Run},
};

/// The number of the case that was opened in place of this one.
const TAKEN_BY: &str = "reclassified_as";

/// Opens a case of the procedure `procedure` in place of this one: the same customer, supply and way it came, the answers
/// that are asked there too, and the moment its request was received. Where those answers are all it needs its request
/// is made at once; else it stays a draft for a person, and still has its moment. Bills that this case keeps out of arrears
/// are kept out by that one.
pub(super) fn reclassify_by_process(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let procedure = run.call.needed("procedure")?.to_owned();
    if let Some(number) = run.case.data.get(TAKEN_BY).and_then(Json::as_str) {
        return Err(Error::refused_with("already_reclassified", &[("number", number)]));
    }
    let (_, pack) = run.app.procedures.newest(run.tx, &procedure).map_err(|error| match error {
        Error::NotFound { .. } => Error::refused_with("procedure_missing", &[("procedure", &procedure)]),
        other => other,
    })?;
    let former = Former { number: run.case.number.clone(), at: received(run)? };
    let mut data = carried(run, &pack);
    let (name, kept) = former.keep();
    data.insert(name, kept);
    let prefill = Prefill {
        supply_point: run.case.supply_point_id,
        contract: run.case.contract_id,
        party: run.case.party_id,
    };
    let new = NewCase { procedure: &procedure, origin: run.case.origin, data, prefill: &prefill };
    let opened = open_in(run.app, run.ctx, run.tx, new)?;
    let opened = make_request(run, opened, &pack)?;
    crate::bills::move_holds(run, &opened)?;
    cases::link(run.tx, run.case.id, opened.id)?;
    run.case.data.insert(TAKEN_BY.to_owned(), json!(opened.number));
    let subject = audit::Subject { kind: "case", id: run.case.id.bytes() };
    let details = json!({ "to": opened.number, "procedure": procedure, "at": former.at });
    audit::append(run.tx, run.ctx, "reclassify_case", subject, &details)?;
    Ok(CallAnswer::Done(Vec::new()))
}

/// When the request of this case came: the first of the facts that start its clocks, as put right since.
fn received(run: &mut Run<'_, '_>) -> Result<kernel::Instant, Error> {
    let facts = fact::of_case(run.tx, run.case.id)?;
    let kinds = start_kinds(run);
    let first = kinds.iter().filter_map(|kind| effective(&facts, kind)).map(|fact| fact.at).min();
    first.ok_or_else(|| Error::refused("case_not_started"))
}

/// The answers that the other procedure asks for too, and the contract that follows from them.
fn carried(run: &Run<'_, '_>, pack: &Pack) -> Map<String, Json> {
    let asked = |name: &str| pack.field(name).is_some() || ["contract", "lang"].contains(&name);
    let data = run.case.data.iter().filter(|(name, _)| asked(name));
    data.map(|(name, value)| (name.clone(), value.clone())).collect()
}

/// Takes the new draft through its forms as far as the answers it was given hold.
fn make_request(run: &mut Run<'_, '_>, mut opened: Case, pack: &Arc<Pack>) -> Result<Case, Error> {
    opened.office_id = run.case.office_id;
    let mut next = Run::on(run.app, run.ctx, run.tx, opened)?;
    if pack.has_draft() {
        go_through(&mut next)?;
    } else if next.case.started_at.is_none() {
        start_request(&mut next)?;
    }
    if next.case.started_at.is_some() {
        // Nobody has taken it yet: it waits for the role of its first task.
        next.case.assigned_to = None;
        task::assign_case(next.tx, next.case.id, None)?;
    }
    next.finish()
}

fn go_through(next: &mut Run<'_, '_>) -> Result<(), Error> {
    let mut seen: Vec<String> = Vec::new();
    while next.case.started_at.is_none() {
        let open = task::of_case(next.tx, next.case.id)?.into_iter().find(|task| task.state == "open");
        let Some(open) = open.filter(|open| !seen.contains(&open.element)) else { return Ok(()) };
        if !answer::holds(next, &open.element)? {
            return Ok(());
        }
        seen.push(open.element.clone());
        let variables = next.variables();
        next.complete(&open, variables)?;
    }
    Ok(())
}
