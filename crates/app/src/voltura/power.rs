//! More power: its data checked, its own linked case opened.

use domain::cases::Origin;
use serde_json::{Map, json};
use store::{audit, cases::case as cases, registry::supply_point};

use crate::{
    Error, FieldProblem,
    cases::{NewCase, Prefill, open_in, record_fact},
    processes::{CallAnswer, Run},
};

/// The largest power of a single-phase low-voltage connection, in watt (CEI 0-21).
const MOST_SINGLE_PHASE_W: i64 = 10_000;

/// Checks the power asked for against what the point has and what its phases carry.
pub(crate) fn check_power(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let answers = domain::voltura::VolturaAnswers::of(&run.case.data);
    let point = answers.supply_point.map_or(Ok(None), |id| supply_point::by_id(run.tx, id))?;
    let point = point.ok_or_else(|| Error::refused("point_missing"))?;
    let Some(wanted) = answers.power_w else { return Err(Error::field("power_w", "required")) };
    let mut problems = Vec::new();
    if let Some(present) = point.technical.power_w
        && wanted <= present
    {
        let mut problem = FieldProblem::new("power_w", "power_not_more");
        problem.args.push(("present".to_owned(), present.to_string()));
        problems.push(problem);
    }
    if answers.phases == Some(1) && wanted > MOST_SINGLE_PHASE_W {
        problems.push(FieldProblem::new("phases", "phases_three_needed"));
    }
    let fits = matches!(
        (answers.voltage_v, answers.phases),
        (Some(230), Some(1)) | (Some(400), Some(3)) | (None, _) | (_, None)
    );
    if !fits {
        problems.push(FieldProblem::new("voltage_v", "voltage_phases"));
    }
    if problems.is_empty() { Ok(CallAnswer::Done(Vec::new())) } else { Err(Error::Invalid(problems)) }
}

/// Opens the case of the power increase, linked both ways, its request made when this one was. Nothing where such
/// works are not offered.
pub(crate) fn open_power_increase(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    if run.case.data.contains_key("power_case") {
        return Ok(CallAnswer::Done(Vec::new()));
    }
    let (_, pack) = run.app.procedures.newest(run.tx, "PM1")?;
    if run.case.sector.is_none_or(|sector| !pack.sectors.contains(&sector)) {
        return Ok(CallAnswer::Done(vec![("power_case", json!(null))]));
    }
    let mut data = Map::new();
    for name in ["supply_point", "party", "power_w", "voltage_v", "phases"] {
        if let Some(value) = run.case.data.get(name) {
            data.insert(name.to_owned(), value.clone());
        }
    }
    if let Some(contract) = run.case.data.get("new_contract") {
        data.insert("contract".to_owned(), contract.clone());
    }
    let prefill =
        Prefill { supply_point: run.case.supply_point_id, contract: None, party: run.case.party_id };
    let new = NewCase { procedure: "PM1", origin: Origin::Internal, data, prefill: &prefill };
    let opened = open_in(run.app, run.ctx, run.tx, new)?;
    // More power was asked for with this request, whenever its case is opened: that is when its clock starts.
    let asked_at = run.case.started_at.unwrap_or_else(|| run.ctx.now());
    let mut linked = Run::on(run.app, run.ctx, run.tx, opened)?;
    linked.case.start(asked_at)?;
    linked.case.assigned_to = None;
    record_fact(&mut linked, "request_received", asked_at, "")?;
    let linked = linked.finish()?;
    cases::link(run.tx, run.case.id, linked.id)?;
    let subject = audit::Subject { kind: "case", id: run.case.id.bytes() };
    audit::append(run.tx, run.ctx, "open_linked_case", subject, &json!({ "number": linked.number }))?;
    Ok(CallAnswer::Done(vec![("power_case", json!(linked.number))]))
}
