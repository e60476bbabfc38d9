//! Recording the values both contracts are bound by, and verifying them where the two holders differ.

use domain::{
    registry::reading::check_reading,
    voltura::{NewReading, VolturaAnswers, dials, plan},
};
use kernel::{ContractId, Date};
use serde_json::json;
use store::{
    audit,
    registry::{contract, meter},
};

use crate::{
    Error,
    cases::record_fact,
    processes::{CallAnswer, Run},
};

/// Records values. A value of the same day that says something else is never overwritten.
pub(super) fn record(
    run: &mut Run<'_, '_>,
    point: kernel::SupplyPointId,
    values: &[NewReading],
) -> Result<(), Error> {
    let meters = meter::of_point(run.tx, point)?;
    let dials = dials(&meters);
    for reading in values {
        let Some(dial) = dials.iter().find(|dial| dial.key == reading.register) else {
            return Err(Error::refused_with("register_gone", &[("register", &reading.register)]));
        };
        let all = meter::history(run.tx, dial.meter.id, &dial.register.code, 24)?;
        if let Some(there) = all.iter().find(|known| known.read_on == reading.read_on) {
            if there.value == reading.value {
                continue;
            }
            let (day, value) = (reading.read_on.to_string(), there.value.to_string());
            let args = [("register", reading.register.as_str()), ("day", &day), ("value", &value)];
            return Err(Error::refused_with("reading_taken", &args));
        }
        let before: Vec<(Date, i64)> = all
            .iter()
            .filter(|known| known.read_on < reading.read_on)
            .map(|known| (known.read_on, known.value))
            .collect();
        let check =
            check_reading(reading.value, reading.read_on, run.ctx.today(), dial.register.digits, &before);
        if check.findings.iter().any(domain::registry::reading::ReadingFinding::refuses) {
            let (day, value) = before
                .last()
                .map_or_else(Default::default, |(day, value)| (day.to_string(), value.to_string()));
            let args = [("register", reading.register.as_str()), ("day", &day), ("value", &value)];
            return Err(Error::refused_with("reading_taken", &args));
        }
        let new = meter::NewReading {
            meter: dial.meter.id,
            register: &dial.register.code,
            read_on: reading.read_on,
            value: reading.value,
            kind: reading.kind,
            origin: run.case.origin.code(),
            rolled_over: check.rolled_over,
            case_id: Some(run.case.id),
        };
        meter::insert_reading(run.tx, run.ctx, &new)?;
    }
    Ok(())
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
    crate::billing::submit_reading(run)?;
    Ok(CallAnswer::Done(Vec::new()))
}
