//! Supply points with their meters and readings.

use axum::{Json, response::Response};
use domain::registry::SupplyPoint as Known;
use routes::api::{PageQuery, Readings as ReadingsRoute, SupplyPoint as Route};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    ctx::ApiCtx,
    input::{At, Wanted},
    paging,
    parties::Place,
    problem::Fault,
    values::{Day, Id, Page},
    write,
};

/// A supply point.
#[derive(Debug, Serialize, ToSchema)]
pub struct SupplyPoint {
    /// Its id.
    id: Id,
    /// POD, PDR or the code of the water point.
    code: String,
    /// `electricity`, `gas`, `water`, ….
    sector: &'static str,
    /// Whether it delivers.
    state: &'static str,
    /// Where it is.
    address: Place,
    /// The distributor.
    distributor: String,
    /// What it is used for.
    point_use: String,
    /// Contractual power in watt.
    power_w: Option<i64>,
    /// Voltage in volt.
    voltage_v: Option<i64>,
    /// 1 or 3.
    phases: Option<i64>,
    /// Class of the gas or water meter: `G6`.
    meter_class: String,
    /// Grows with every change.
    version: i64,
}

impl From<Known> for SupplyPoint {
    fn from(known: Known) -> Self {
        Self {
            id: Id::of(known.id),
            code: known.code,
            sector: known.sector.code(),
            state: known.state.code(),
            address: known.address.into(),
            distributor: known.distributor,
            point_use: known.technical.point_use,
            power_w: known.technical.power_w,
            voltage_v: known.technical.voltage_v,
            phases: known.technical.phases,
            meter_class: known.technical.meter_class,
            version: known.version,
        }
    }
}

/// A meter or corrector.
#[derive(Debug, Serialize, ToSchema)]
pub struct Meter {
    /// Its id.
    id: Id,
    /// The serial number.
    serial: String,
    /// `meter` or `corrector`.
    kind: &'static str,
    /// Since when it is in place.
    laid_on: Day,
    /// Until when.
    removed_on: Option<Day>,
    /// Its registers: code and number of digits.
    registers: Vec<Register>,
}

/// A register of a meter.
#[derive(Debug, Serialize, ToSchema)]
pub struct Register {
    /// `F1`, `F2`, ….
    code: String,
    /// How many digits it shows.
    digits: i64,
}

/// A contract of a point, in short.
#[derive(Debug, Serialize, ToSchema)]
pub struct PointContract {
    /// The contract.
    id: Id,
    /// Its number.
    number: String,
    /// The holder.
    party: Id,
    /// The first day.
    starts_on: Day,
    /// The last day; none while it lasts.
    ends_on: Option<Day>,
    /// Where it stands.
    state: &'static str,
}

/// A supply point with its meters and contracts.
#[derive(Debug, Serialize, ToSchema)]
pub struct SupplyPointDetail {
    /// The point.
    #[serde(flatten)]
    point: SupplyPoint,
    /// Its meters, those in place first.
    meters: Vec<Meter>,
    /// Its contracts, newest first; empty when they may not be seen.
    contracts: Vec<PointContract>,
}

/// Which supply points.
#[derive(Debug, Deserialize)]
pub struct PointsQuery {
    #[serde(default)]
    code: String,
    limit: Option<u32>,
}

/// Supply points whose code begins so, by code: at most `limit`; a longer code finds fewer.
#[utoipa::path(get, path = "/api/v1/supply-points", tag = "registry",
    params(
        ("code" = String, Query, description = "The beginning of a POD, PDR or water point's code, at least three characters."),
        ("limit" = Option<u32>, Query, minimum = 1, maximum = 200, description = "How many rows; 50 when not given."),
    ),
    responses((status = 200, body = Page<SupplyPoint>)))]
pub async fn find_points(
    api: ApiCtx,
    Wanted(query): Wanted<PointsQuery>,
) -> Result<Json<Page<SupplyPoint>>, Fault> {
    let limit = i64::try_from(paging::limit(query.limit)?).unwrap_or(i64::MAX);
    let points = app::registry::points_by_code(&api.app, &api.ctx, &query.code, limit).await?;
    Ok(Json(Page { items: points.into_iter().map(SupplyPoint::from).collect(), next: None }))
}

/// One supply point.
#[utoipa::path(get, path = "/api/v1/supply-points/{point}", tag = "registry",
    params(("point" = String, Path, format = "uuid", description = "The supply point.")),
    responses((status = 200, body = SupplyPointDetail, headers(("ETag" = String, description = "The version.")))))]
pub async fn show_point(api: ApiCtx, At(route): At<Route>) -> Result<Response, Fault> {
    let view = app::registry::show_point(&api.app, &api.ctx, route.point).await?;
    let meters = view.meters.into_iter().map(|(meter, _)| Meter {
        id: Id::of(meter.id),
        serial: meter.serial,
        kind: meter.kind.code(),
        laid_on: meter.laid_on.into(),
        removed_on: meter.removed_on.map(Day::from),
        registers: meter
            .registers
            .into_iter()
            .map(|one| Register { code: one.code, digits: one.digits })
            .collect(),
    });
    let contracts = view.contracts.into_iter().map(|(contract, _)| PointContract {
        id: Id::of(contract.id),
        number: contract.number,
        party: Id::of(contract.party_id),
        starts_on: contract.starts_on.into(),
        ends_on: contract.ends_on.map(Day::from),
        state: contract.state.code(),
    });
    let detail = SupplyPointDetail {
        meters: meters.collect(),
        contracts: contracts.collect(),
        point: view.point.into(),
    };
    Ok(write::shown(&detail))
}

/// A reading.
#[derive(Debug, Serialize, ToSchema)]
pub struct Reading {
    /// Its id.
    id: Id,
    /// The meter.
    meter: Id,
    /// The meter's serial number.
    serial: String,
    /// The register.
    register: String,
    /// The day it was read.
    read_on: Day,
    /// What the register shows.
    value: i64,
    /// How it came about: `actual`, `estimated`, ….
    kind: &'static str,
    /// Whether the register started again from zero since the reading before.
    rolled_over: bool,
}

/// The newest readings of a supply point, newest first: up to 24 of each meter.
#[utoipa::path(get, path = "/api/v1/supply-points/{point}/readings", tag = "registry",
    params(
        ("point" = String, Path, format = "uuid", description = "The supply point."),
        ("after" = Option<String>, Query, description = "`next` of the page before."),
        ("limit" = Option<u32>, Query, minimum = 1, maximum = 200, description = "How many rows; 50 when not given."),
    ),
    responses((status = 200, body = Page<Reading>)))]
pub async fn list_readings(
    api: ApiCtx,
    At(route): At<ReadingsRoute>,
    Wanted(query): Wanted<PageQuery>,
) -> Result<Json<Page<Reading>>, Fault> {
    let view = app::registry::show_point(&api.app, &api.ctx, route.point).await?;
    let mut all = Vec::new();
    for (meter, readings) in view.meters {
        all.extend(readings.into_iter().map(|reading| (meter.serial.clone(), reading)));
    }
    all.sort_by_key(|(_, reading)| std::cmp::Reverse((reading.read_on, reading.id)));
    let page = paging::page_of_all(
        "readings",
        all,
        &query,
        |(_, row)| row.id.to_string(),
        |(serial, row)| Reading {
            id: Id::of(row.id),
            meter: Id::of(row.meter_id),
            serial,
            register: row.register,
            read_on: row.read_on.into(),
            value: row.value,
            kind: row.kind.code(),
            rolled_over: row.rolled_over,
        },
    )?;
    Ok(Json(page))
}
