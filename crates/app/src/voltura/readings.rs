//! Recording the values both contracts are bound by, and verifying them where the two holders differ.

use domain::voltura::{NewReading, VolturaAnswers, plan};
use kernel::ContractId;
use serde_json::json;
use store::{audit, registry::contract};

use crate::{
    Error,
    cases::record_fact,
    processes::{CallAnswer, Run},
    registry::keep_readings,
};

/// Records values; what is in the way of one of them refuses them all.
pub(super) fn record(
    run: &mut Run<'_, '_>,
    point: kernel::SupplyPointId,
    values: &[NewReading],
) -> Result<(), Error> {
    keep_readings(run, point, values, false)?.map_err(|there| there.refusal())
}

/// The two holders gave different values: the day by which the operator verifies them goes into the diary.
pub(crate) fn put_verification(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let now = run.ctx.now();
    record_fact(run, "readings_differ", now, "")?;
    let term = standards::term_in_force("verify_reading", run.ctx.today())
        .ok_or_else(|| Error::Internal("standards/terms.toml has no term verify_reading".to_owned()))?;
    let national = calendar::Calendar::national();
    let mut due = run.ctx.today();
    for _ in 0..term.working_days {
        due = national.next(calendar::DayUnit::WorkingDay, due);
    }
    run.case.data.insert("verify_by".to_owned(), json!(due));
    crate::diary::put_due(run, due)
}

/// The verified values are recorded for both contracts and told to billing.
pub(crate) fn record_verified(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    run.case.data.insert("reading_verified".to_owned(), json!(true));
    let answers = VolturaAnswers::of(&run.case.data);
    let made = run.case.data.get("new_contract").and_then(|id| id.as_str()?.parse::<ContractId>().ok());
    let made = made.map_or(Ok(None), |id| contract::by_id(run.tx, id))?;
    let made = made.ok_or_else(|| Error::refused_with("answer_missing", &[("field", "new_contract")]))?;
    let plan =
        plan(&answers, &made).map_err(|field| Error::refused_with("answer_missing", &[("field", field)]))?;
    record(run, made.supply_point_id, &plan.readings)?;
    let now = run.ctx.now();
    record_fact(run, "reading_verified", now, "")?;
    let subject = audit::Subject { kind: "case", id: run.case.id.bytes() };
    let given = json!({ "incoming": answers.readings, "outgoing": answers.outgoing_readings });
    audit::append(run.tx, run.ctx, "verify_reading", subject, &given)?;
    crate::billing::submit_verified(run)?;
    Ok(CallAnswer::Done(Vec::new()))
}
