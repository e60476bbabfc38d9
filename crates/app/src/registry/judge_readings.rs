//! A single reading on its way: compared with history, then recorded.

use domain::{
    registry::{ReadingKind, judgement},
    voltura::{NewReading, VolturaAnswers},
};
use kernel::SupplyPointId;
use serde_json::{Value as Json, json};
use store::{
    audit,
    registry::{contract, party},
};

use super::keep_readings::keep_readings;
use crate::{
    Error,
    processes::{CallAnswer, Run},
    voltura::lines,
};

fn missing(field: &'static str) -> Error {
    Error::refused_with("answer_missing", &[("field", field)])
}

/// How the values of the case were read; what is not said was read by the customer.
pub(crate) fn kind_of(run: &Run<'_, '_>) -> ReadingKind {
    let said = run.case.data.get("reading_kind").and_then(Json::as_str);
    said.and_then(ReadingKind::from_code).unwrap_or(ReadingKind::SelfRead)
}

fn point_of(run: &Run<'_, '_>, answers: &VolturaAnswers) -> Result<SupplyPointId, Error> {
    answers.supply_point.or(run.case.supply_point_id).ok_or_else(|| missing("supply_point"))
}

/// Where nobody said who asks, it is the holder of the contract in force: to whom the outcome is told.
fn holder_asks(run: &mut Run<'_, '_>, point: SupplyPointId) -> Result<(), Error> {
    if run.case.party_id.is_some() {
        return Ok(());
    }
    let Some(held) = contract::in_force(run.tx, point)? else { return Ok(()) };
    run.case.contract_id = Some(held.id);
    if let Some(holder) = party::by_id(run.tx, held.party_id)? {
        run.case.party_id = Some(holder.id);
        run.case.party_name = holder.names.display();
    }
    Ok(())
}

/// Compares the values with the history of every register in place.
pub(super) fn judge(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let answers = VolturaAnswers::of(&run.case.data);
    let point = point_of(run, &answers)?;
    let read_on = answers.read_on.ok_or_else(|| missing("read_on"))?;
    holder_asks(run, point)?;
    let lines = lines(run.tx, point, read_on, run.ctx.today(), &answers.readings)?;
    let by_staff = kind_of(run) != ReadingKind::SelfRead;
    let registers = lines.iter().map(|line| line.check.as_ref().map(|(_, check)| check));
    let mut judged = judgement::judge(registers, by_staff);
    if answers.readings.keys().any(|key| lines.iter().all(|line| line.key != *key)) {
        judged = judgement::Judgement { verdict: judgement::Verdict::Refused, reason: "register_unknown" };
    }
    Ok(CallAnswer::Done(vec![
        ("verdict", json!(judged.verdict.code())),
        ("verdict_reason", json!(judged.reason)),
    ]))
}

/// Records the values. What somebody recorded in between may be in the way: the business error `reading_taken`, with
/// nothing recorded.
pub(super) fn record(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let answers = VolturaAnswers::of(&run.case.data);
    let point = point_of(run, &answers)?;
    let read_on = answers.read_on.ok_or_else(|| missing("read_on"))?;
    if answers.readings.is_empty() {
        return Err(missing("readings"));
    }
    let kind = kind_of(run);
    let new = |(register, value): (&String, &i64)| NewReading {
        register: register.clone(),
        read_on,
        value: *value,
        kind,
    };
    let values: Vec<NewReading> = answers.readings.iter().map(new).collect();
    if keep_readings(run, point, &values, kind != ReadingKind::SelfRead)?.is_err() {
        return Ok(CallAnswer::BusinessError("reading_taken"));
    }
    let subject = audit::Subject { kind: "case", id: run.case.id.bytes() };
    let details = json!({ "read_on": read_on, "values": answers.readings, "kind": kind });
    audit::append(run.tx, run.ctx, "record_reading", subject, &details)?;
    Ok(CallAnswer::Done(Vec::new()))
}
