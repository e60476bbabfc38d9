//! What the demo's distributor has at its points: the meters of gas points that stand still, with what they showed last.

use std::{collections::BTreeMap, path::Path};

use app::{App, Error};
use connectors::distributor::simulator::{AtPoint, write_meters};
use domain::registry::{ContractState, Meter, MeterKind, SupplyPoint, SupplyPointState};
use kernel::Sector;
use store::{
    Tx,
    registry::{contract, meter, supply_point},
};

use crate::failure::Failure;

/// Ended contracts read at once.
const PAGE: i64 = 500;

/// Tells the simulated distributor, below its exchange folder.
pub async fn tell(app: &App, folder: &Path) -> Result<(), Failure> {
    let points = app.db.read("demo-points", standing_still).await?;
    write_meters(folder, &points).map_err(|error| Failure::new(error.to_string()))
}

/// Gas points that stand still, by their code. Somebody was supplied there before: they are found by the ended contracts.
fn standing_still(tx: &mut Tx<'_>) -> Result<BTreeMap<String, AtPoint>, Error> {
    let mut found = BTreeMap::new();
    let mut after = String::new();
    loop {
        let ended = contract::in_state(tx, ContractState::Ended, &after, PAGE)?;
        let Some(last) = ended.last() else { return Ok(found) };
        after.clone_from(&last.number);
        for former in &ended {
            let Some(point) = supply_point::by_id(tx, former.supply_point_id)? else { continue };
            if point.sector == Sector::Gas && point.state == SupplyPointState::Inactive {
                found.extend(at(tx, point)?);
            }
        }
    }
}

fn at(tx: &mut Tx<'_>, point: SupplyPoint) -> Result<Option<(String, AtPoint)>, Error> {
    let meters = meter::of_point(tx, point.id)?;
    let in_place =
        |kind: MeterKind| meters.iter().find(move |meter| meter.kind == kind && meter.removed_on.is_none());
    let Some(device) = in_place(MeterKind::Meter) else { return Ok(None) };
    let reading = shown(tx, device)?;
    let corrector = match in_place(MeterKind::Corrector) {
        Some(corrector) => Some((corrector.serial.clone(), shown(tx, corrector)?)),
        None => None,
    };
    Ok(Some((point.code, AtPoint { meter: device.serial.clone(), reading, corrector })))
}

/// What a device showed last; nothing was read: zero.
fn shown(tx: &mut Tx<'_>, device: &Meter) -> Result<u64, Error> {
    let Some(register) = device.registers.first() else { return Ok(0) };
    let last = meter::history(tx, device.id, &register.code, 1)?.pop();
    Ok(last.and_then(|reading| u64::try_from(reading.value).ok()).unwrap_or(0))
}
