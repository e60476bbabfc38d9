//! More power: its data checked, its own linked case opened.

use domain::{cases::Origin, voltura::VolturaAnswers};
use serde_json::{Map, json};
use store::{audit, cases::case as cases, registry::supply_point};

use crate::{
    Error, FieldProblem,
    cases::{FOLLOWS, NewCase, Prefill, open_in, record_fact},
    processes::{CallAnswer, Run},
};

/// Checks the power asked for against what the point has and what its phases carry.
pub(crate) fn check_power(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let answers = VolturaAnswers::of(&run.case.data);
    let point = answers.supply_point.map_or(Ok(None), |id| supply_point::by_id(run.tx, id))?;
    let point = point.ok_or_else(|| Error::refused("point_missing"))?;
    if answers.power_w.is_none() {
        return Err(Error::field("power_w", "required"));
    }
    let problems = power_problems(&answers, point.technical.power_w);
    if problems.is_empty() { Ok(CallAnswer::Done(Vec::new())) } else { Err(Error::Invalid(problems)) }
}

/// What is wrong with the power asked for, field by field.
pub(super) fn power_problems(answers: &VolturaAnswers, present: Option<i64>) -> Vec<FieldProblem> {
    domain::voltura::check_power(answers, present)
        .into_iter()
        .map(|(field, finding)| FieldProblem {
            field: field.to_owned(),
            code: finding.code,
            args: finding.args,
            warning: false,
        })
        .collect()
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
    data.insert(FOLLOWS.to_owned(), json!(run.case.number));
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
