//! The technical data of a supply point after works on it.

use domain::registry::Technical;
use kernel::Date;
use serde_json::{Value as Json, json};
use store::{audit, registry::supply_point};

use crate::{
    Error,
    processes::{CallAnswer, Run},
};

/// Puts into force from `works_on` what was answered of power, voltage, phases and meter class and differs from what the point
/// has; the rest stays, the former data end the day before. Nothing differs: nothing is kept.
///
/// # Errors
/// [`Error::Refused`] with `answer_missing` or `point_missing`.
pub(super) fn update_point(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let point = run.case.supply_point_id.map_or(Ok(None), |id| supply_point::by_id(run.tx, id))?;
    let point = point.ok_or_else(|| Error::refused("point_missing"))?;
    let on = run.case.data.get("works_on").and_then(|day| day.as_str()?.parse::<Date>().ok());
    let on = on.ok_or_else(|| Error::refused_with("answer_missing", &[("field", "works_on")]))?;
    let number = |name: &str| run.case.data.get(name).and_then(Json::as_i64);
    let class = run.case.data.get("meter_class").and_then(Json::as_str).map(str::trim);
    let before = &point.technical;
    let after = Technical {
        power_w: number("power_w").or(before.power_w),
        voltage_v: number("voltage_v").or(before.voltage_v),
        phases: number("phases").or(before.phases),
        meter_class: class.filter(|class| !class.is_empty()).unwrap_or(&before.meter_class).to_owned(),
        ..before.clone()
    };
    if after == *before {
        return Ok(CallAnswer::Done(Vec::new()));
    }
    // What was in force from a later day on would be hidden: the change then holds from that day.
    let after = Technical { valid_from: on.max(before.valid_from), valid_to: None, ..after };
    supply_point::set_technical(run.tx, point.id, &after)?;
    if !supply_point::touch(run.tx, point.id, point.version)? {
        return Err(Error::Repeat);
    }
    let subject = audit::Subject { kind: "supply_point", id: point.id.bytes() };
    let shown = |data: &Technical| {
        json!({
            "power_w": data.power_w, "voltage_v": data.voltage_v, "phases": data.phases, "meter_class": data.meter_class,
        })
    };
    let details = json!({
        "case": run.case.number, "from": after.valid_from, "before": shown(before), "after": shown(&after),
    });
    audit::append(run.tx, run.ctx, "update_point", subject, &details)?;
    Ok(CallAnswer::Done(Vec::new()))
}
