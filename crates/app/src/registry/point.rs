//! A supply point for its page: technical data, meters, contracts and cases over time.

use domain::{
    access::{Action, Resource},
    cases::Case,
    registry::{Contract, Meter, Party, Reading, SupplyPoint, Technical},
};
use kernel::SupplyPointId;
use store::{
    cases::case as cases,
    registry::{contract, meter, party, supply_point},
};

use crate::{App, Ctx, Error, error::found, read};

/// A supply point for its page.
#[derive(Clone, Debug)]
pub struct PointView {
    /// The point.
    pub point: SupplyPoint,
    /// Its technical data over time, newest first.
    pub technical: Vec<Technical>,
    /// Meters and correctors with their newest readings, those in place first.
    pub meters: Vec<(Meter, Vec<Reading>)>,
    /// Contracts with their holders, newest first.
    pub contracts: Vec<(Contract, Option<Party>)>,
    /// Cases, newest first.
    pub cases: Vec<Case>,
}

/// Reads a supply point for its page.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub async fn show_point(app: &App, ctx: &Ctx, id: SupplyPointId) -> Result<PointView, Error> {
    let ctx = ctx.clone();
    read(app, "show-point", move |tx| {
        let point =
            found(supply_point::for_action(tx, &ctx, id, Action::Read)?, "supply_point")?.into_inner();
        let mut meters = Vec::new();
        for device in meter::of_point(tx, id)? {
            let readings = meter::readings(tx, device.id, 24)?;
            meters.push((device, readings));
        }
        let mut contracts = Vec::new();
        if ctx.may(Resource::Contract, Action::Read) {
            for contract in contract::of_point(tx, id)? {
                let holder = party::by_id(tx, contract.party_id)?;
                contracts.push((contract, holder));
            }
        }
        Ok(PointView {
            technical: supply_point::technical_history(tx, id)?,
            meters,
            contracts,
            cases: cases::of_point(tx, &ctx, id, 50)?,
            point,
        })
    })
    .await
}
