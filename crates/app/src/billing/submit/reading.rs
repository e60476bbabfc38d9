//! A single reading as billing is told of it.

use domain::voltura::{VolturaAnswers, dials};
use serde_json::{Map, json};
use store::registry::{meter, supply_point};

use super::{Command, missing};
use crate::{Error, processes::Run, registry::kind_of};

/// The values of the case, with the serial number of the device of each.
pub(super) fn commands(run: &mut Run<'_, '_>) -> Result<Vec<Command>, Error> {
    let answers = VolturaAnswers::of(&run.case.data);
    let point = answers.supply_point.or(run.case.supply_point_id);
    let point = point.map_or(Ok(None), |id| supply_point::by_id(run.tx, id))?;
    let point = point.ok_or_else(|| missing("supply_point"))?;
    let read_on = answers.read_on.ok_or_else(|| missing("read_on"))?;
    let meters = meter::of_point(run.tx, point.id)?;
    let given = dials(&meters).into_iter().filter(|dial| answers.readings.contains_key(&dial.key));
    let serials: Map<_, _> = given.map(|dial| (dial.key, json!(dial.meter.serial))).collect();
    let body = json!({
        "point": point.code, "read_on": read_on, "values": answers.readings, "kind": kind_of(run), "serials": serials,
    });
    Ok(vec![Command::once("reading", point.code, body)])
}
