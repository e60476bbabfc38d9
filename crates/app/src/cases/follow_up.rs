//! A case that follows from another one: opened by the process or by hand, linked both ways.

use domain::{
    access::{Action, Resource},
    cases::{Case, Origin},
};
use kernel::CaseId;
use serde_json::{Map, Value as Json, json};
use store::{audit, cases::case as cases};

use super::{
    NewCase, OpenCase, Prefill,
    act::{load, subject},
    open::open_asked,
    open_in,
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

/// Opens a case of the procedure the diagram names, with the answers it hands on, for the same customer and supply
/// point. A procedure without a draft has its request made at this moment.
pub(super) fn open_by_process(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let procedure = run.call.needed("procedure")?.to_owned();
    let (_, pack) = run.app.procedures.newest(run.tx, &procedure).map_err(|error| match error {
        Error::NotFound { .. } => Error::refused_with("procedure_missing", &[("procedure", &procedure)]),
        other => other,
    })?;
    let data = match run.call.arguments.get("data") {
        Some(Json::Object(data)) => data.clone(),
        _ => Map::new(),
    };
    let prefill = Prefill {
        supply_point: run.case.supply_point_id,
        contract: run.case.contract_id,
        party: run.case.party_id,
    };
    let new = NewCase { procedure: &procedure, origin: Origin::Internal, data, prefill: &prefill };
    let opened = open_in(run.app, run.ctx, run.tx, new)?;
    let linked = if pack.draft_until.is_empty() && opened.started_at.is_none() {
        let mut linked = Run::on(run.app, run.ctx, run.tx, opened)?;
        start_request(&mut linked)?;
        linked.case.assigned_to = None;
        linked.finish()?
    } else {
        opened
    };
    cases::link(run.tx, run.case.id, linked.id)?;
    let subject = audit::Subject { kind: "case", id: run.case.id.bytes() };
    audit::append(run.tx, run.ctx, "open_linked_case", subject, &json!({ "number": linked.number }))?;
    Ok(CallAnswer::Done(vec![("linked_case", json!(linked.number))]))
}
