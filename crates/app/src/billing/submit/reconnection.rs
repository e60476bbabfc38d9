//! A supply that came back, as billing is told of it.

use serde_json::{Value as Json, json};
use store::registry::{contract, supply_point};

use super::{Command, missing};
use crate::{Error, processes::Run};

/// When it came back, what the meter showed, what it costs, and how the debt was covered.
pub(super) fn commands(run: &mut Run<'_, '_>) -> Result<Vec<Command>, Error> {
    let point = run.case.supply_point_id.map_or(Ok(None), |id| supply_point::by_id(run.tx, id))?;
    let point = point.ok_or_else(|| missing("supply_point"))?;
    let held = contract::in_force(run.tx, point.id)?.ok_or_else(|| Error::refused("contract_missing"))?;
    let answer = |name: &str| run.case.data.get(name).filter(|value| !value.is_null()).cloned();
    let body = json!({
        "point": point.code, "contract": held.number,
        "restored_at": answer("restored_at").or_else(|| answer("restored_on")).ok_or_else(|| missing("restored_on"))?,
        "read_on": answer("read_on"), "values": answer("readings"), "reading_kind": answer("reading_kind"),
        "fee_cents": answer("fee").and_then(|fee| fee.as_i64()).unwrap_or(0),
        "fee_waive_reason": answer("fee_waive_reason"), "covered_by": answer("covered_by"),
        "payments": answer("payments").unwrap_or_else(|| Json::Array(Vec::new())), "case": run.case.number,
    });
    Ok(vec![Command::once("reconnection", point.code, body)])
}
