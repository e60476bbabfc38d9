//! A case that follows from another one: opened by the process or by hand, linked both ways.

use std::collections::BTreeSet;

use domain::{
    access::{Action, Resource},
    cases::{Case, Origin},
};
use kernel::{CaseId, DocumentId, Instant};
use procedures::{FieldKind, Pack};
use serde_json::{Map, Value as Json, json};
use store::{
    audit,
    cases::{case as cases, document as documents, task},
};

use super::{
    NewCase, OpenCase, Prefill,
    act::{load, require_evidence, subject},
    open::open_asked,
    open_in,
    origin::FOLLOWS,
    outcome::{moment, record_fact_from},
    start::start_request,
};
use crate::{
    App, Ctx, Error,
    processes::{CallAnswer, Run},
    write,
};

/// Opens by hand a case of a procedure that follows from this one, for the same customer and supply point. Both say
/// so, in their pages and in their audit trails.
///
/// # Errors
/// As [`super::open`]; [`Error::NotFound`] when this account may not work on the case it follows from.
pub async fn open_follow_up(
    app: &App,
    ctx: &Ctx,
    from: CaseId,
    procedure: &str,
    origin: Origin,
) -> Result<Case, Error> {
    ctx.require(Resource::Case, Action::Create)?;
    let (app_, ctx, procedure) = (app.clone(), ctx.clone(), procedure.to_owned());
    write(app, "open-follow-up", move |tx| {
        let former = load(tx, &ctx, from, Action::Update)?.into_inner();
        let new = OpenCase {
            procedure: procedure.clone(),
            origin,
            prefill: Prefill { supply_point: former.supply_point_id, contract: None, party: former.party_id },
        };
        let opened = open_asked(&app_, &ctx, tx, &new)?;
        cases::link(tx, former.id, opened.id)?;
        let told = json!({ "number": opened.number });
        audit::append(tx, &ctx, "open_linked_case", subject(former.id), &told)?;
        let told = json!({ "number": former.number });
        audit::append(tx, &ctx, "follow_case", subject(opened.id), &told)?;
        Ok(opened)
    })
    .await
}

/// Opens a case of the procedure the diagram names, for the same customer and supply point, with the answers it hands on:
/// those of `hand` that are given here, and `data`, which wins. A procedure without a draft has its request made at this
/// moment; with `fact`, the request of any procedure is made, at the moment of `on`, and that fact recorded with the paper
/// `document`. Papers that go along are papers of both cases.
///
/// # Errors
/// [`Error::Refused`] with `procedure_missing`, `date_in_future`, `document_of_other_case`, or with `case_open_still_draft`
/// when the new case waits at a task of its draft: its pack does not ask where it comes from.
pub(super) fn open_by_process(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let procedure = run.call.needed("procedure")?.to_owned();
    let (_, pack) = run.app.procedures.newest(run.tx, &procedure).map_err(|error| match error {
        Error::NotFound { .. } => Error::refused_with("procedure_missing", &[("procedure", &procedure)]),
        other => other,
    })?;
    let started = start_asked(run)?;
    let mut data = handed(run);
    let papers = papers_of(run, &data, started.as_ref())?;
    data.insert(FOLLOWS.to_owned(), json!(run.case.number));
    let prefill = Prefill {
        supply_point: run.case.supply_point_id,
        contract: run.case.contract_id,
        party: run.case.party_id,
    };
    let new = NewCase { procedure: &procedure, origin: Origin::Internal, data, prefill: &prefill };
    let opened = open_in(run.app, run.ctx, run.tx, new)?;
    for paper in papers {
        documents::share(run.tx, paper, opened.id)?;
    }
    let linked = match started {
        Some(started) => start_linked(run, opened, &pack, &started)?,
        None if pack.draft_until.is_empty() && opened.started_at.is_none() => {
            let mut linked = Run::on(run.app, run.ctx, run.tx, opened)?;
            start_request(&mut linked)?;
            linked.case.assigned_to = None;
            linked.finish()?
        }
        None => opened,
    };
    cases::link(run.tx, run.case.id, linked.id)?;
    let subject = audit::Subject { kind: "case", id: run.case.id.bytes() };
    audit::append(run.tx, run.ctx, "open_linked_case", subject, &json!({ "number": linked.number }))?;
    Ok(CallAnswer::Done(vec![("linked_case", json!(linked.number))]))
}

/// How the request of the new case is made at once.
struct Started {
    fact: String,
    at: Instant,
    document: Option<DocumentId>,
}

fn start_asked(run: &mut Run<'_, '_>) -> Result<Option<Started>, Error> {
    let Some(fact) = run.call.text("fact").map(str::to_owned) else { return Ok(None) };
    let now = run.ctx.now();
    let at = run.call.text("on").map_or(Ok(now), |on| moment(on, now))?;
    let document = run.call.text("document").and_then(|id| id.parse().ok());
    require_evidence(run.tx, run.case.id, document).map_err(|_| Error::refused("document_of_other_case"))?;
    Ok(Some(Started { fact, at, document }))
}

/// The answers that go along.
fn handed(run: &Run<'_, '_>) -> Map<String, Json> {
    let mut handed = Map::new();
    let named = run.call.arguments.get("hand").and_then(Json::as_array).into_iter().flatten();
    for name in named.filter_map(Json::as_str) {
        if let Some(value) = run.case.data.get(name).filter(|value| !value.is_null()) {
            handed.insert(name.to_owned(), value.clone());
        }
    }
    if let Some(Json::Object(data)) = run.call.arguments.get("data") {
        let given = data.iter().filter(|(_, value)| !value.is_null());
        handed.extend(given.map(|(name, value)| (name.clone(), value.clone())));
    }
    handed
}

/// The papers among the answers that go along, and the one that proves the start.
fn papers_of(
    run: &mut Run<'_, '_>,
    handed: &Map<String, Json>,
    started: Option<&Started>,
) -> Result<Vec<DocumentId>, Error> {
    let mut papers: Vec<DocumentId> = started.and_then(|started| started.document).into_iter().collect();
    for (name, value) in handed {
        let is_paper = run.pack.field(name).is_some_and(|field| field.kind == FieldKind::Attachment);
        let Some(id) = value.as_str().filter(|_| is_paper).and_then(|id| id.parse().ok()) else { continue };
        if documents::in_case(run.tx, id, run.case.id)?.is_some() {
            papers.push(id);
        }
    }
    Ok(papers)
}

/// Makes the request of the case that was opened, which must have passed its draft.
fn start_linked(run: &mut Run<'_, '_>, opened: Case, pack: &Pack, started: &Started) -> Result<Case, Error> {
    let open = task::of_case(run.tx, opened.id)?.into_iter().filter(|task| task.state == "open");
    if open.into_iter().any(|task| leads_to_request(pack, &task.element)) {
        return Err(Error::refused_with("case_open_still_draft", &[("procedure", &pack.code)]));
    }
    let mut linked = Run::on(run.app, run.ctx, run.tx, opened)?;
    if linked.case.started_at.is_none() {
        linked.case.start(started.at)?;
    }
    record_fact_from(&mut linked, &started.fact, started.at, "", started.document)?;
    // It waits for whoever does such things.
    linked.case.assigned_to = None;
    task::assign_case(linked.tx, linked.case.id, None)?;
    let subject = audit::Subject { kind: "case", id: linked.case.id.bytes() };
    audit::append(linked.tx, linked.ctx, "follow_case", subject, &json!({ "number": run.case.number }))?;
    linked.finish()
}

/// Whether the task that makes the request is this one, or still comes after it.
fn leads_to_request(pack: &Pack, element: &str) -> bool {
    let drawn = &pack.executable;
    let Some(from) = drawn.find(element).filter(|_| pack.has_draft()) else { return false };
    let (mut open, mut seen) = (vec![from], BTreeSet::new());
    while let Some(at) = open.pop() {
        if !seen.insert(at) {
            continue;
        }
        let element = drawn.element(at);
        if *element.id == *pack.draft_until {
            return true;
        }
        open.extend(element.outgoing.iter().map(|flow| drawn.flow(*flow).target));
        open.extend(element.activity().into_iter().flat_map(|activity| activity.boundaries.iter().copied()));
    }
    false
}
