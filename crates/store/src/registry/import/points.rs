//! Supply points with their address and technical data.

use db::{DbError, Tx, params};
use domain::{
    import::{CadastralRecord, PointState, SupplyPointRecord},
    registry::{Address, SupplyPoint, SupplyPointState, Technical},
};
use kernel::{AddressId, SupplyPointId};

use super::{
    Batch, Id, Key, Known, KnownPoint, history, id_at, natural, parties::address_of, prepare, print_of,
    statements as sql, stored,
};
use crate::{
    Ctx,
    registry::{party, supply_point},
};

/// Imports a batch of supply points.
///
/// # Errors
/// [`DbError`] from the database.
pub fn supply_points(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    _known: &Known,
    batch: &[SupplyPointRecord],
) -> Result<Batch, DbError> {
    prepare(tx)?;
    let codes: Vec<String> = batch.iter().map(|record| natural(record.code.as_str())).collect();
    let there = stored(tx, &sql::POINTS, codes.iter().map(String::as_str))?;
    let mut out = Batch::default();
    let (mut addresses, mut points, mut technical, mut changed) =
        (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for (record, code) in batch.iter().zip(&codes) {
        let hash = print_of(record, "");
        let id = match there.get(code) {
            Some(found) if found.hash == hash => {
                out.counts.unchanged += 1;
                found.id
            }
            Some(found) => {
                out.counts.changed += 1;
                changed.push((found.id, record, hash));
                found.id
            }
            None => {
                out.counts.inserted += 1;
                let (id, address) = (ctx.id(SupplyPointId::from_bytes), ctx.id(AddressId::from_bytes));
                addresses.push(party::address_params(address, &address_of(&record.address)));
                points.push(params![
                    id,
                    record.code.sector(),
                    code,
                    address,
                    state(record).code(),
                    text(&record.distributor),
                    hash,
                    ctx.now()
                ]);
                technical.push(supply_point::technical_params(id, &technical_of(ctx, record)));
                id.bytes()
            }
        };
        out.news.points.push((Key::of(&[code]), KnownPoint { id, cadastre: packed(&record.cadastral) }));
    }
    super::insert(tx, &party::INSERT_ADDRESS, &addresses)?;
    super::insert(tx, &supply_point::INSERT, &points)?;
    tx.batch(&supply_point::INSERT_TECHNICAL, &technical)?;
    write_changes(tx, ctx, &changed)?;
    Ok(out)
}

/// A changed row with the point it speaks of.
type Changed<'r> = (Id, &'r SupplyPointRecord, i64);

fn write_changes(tx: &mut Tx<'_>, ctx: &Ctx, changed: &[Changed<'_>]) -> Result<(), DbError> {
    let mut befores = Vec::new();
    for (id, ..) in changed {
        befores.push(supply_point::by_id(tx, SupplyPointId::from_bytes(*id))?);
    }
    let pairs = || changed.iter().zip(&befores);
    let all: Vec<Id> = changed.iter().map(|(id, ..)| *id).collect();
    let technical: Vec<Id> = pairs()
        .filter(|((_, record, _), before)| !same_technical(before.as_ref(), &technical_of(ctx, record)))
        .map(|((id, ..), _)| *id)
        .collect();
    let cadastre: Vec<Id> = changed
        .iter()
        .filter(|(_, record, _)| record.cadastral != CadastralRecord::default())
        .map(|(id, ..)| *id)
        .collect();
    history::keep(tx, ctx, &sql::REPLACED_POINTS, "supply_point", &all)?;
    history::keep(tx, ctx, &sql::REPLACED_TECHNICAL, "supply_point_technical", &technical)?;
    history::keep(tx, ctx, &sql::REPLACED_CADASTRE, "contract_cadastre", &cadastre)?;
    for (row, before) in pairs() {
        change(tx, ctx, row, before.as_ref())?;
    }
    Ok(())
}

fn same_technical(before: Option<&SupplyPoint>, technical: &Technical) -> bool {
    before.is_some_and(|point| {
        Technical { valid_from: technical.valid_from, ..point.technical.clone() } == *technical
    })
}

fn change(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    (id, record, hash): &Changed<'_>,
    before: Option<&SupplyPoint>,
) -> Result<(), DbError> {
    let point_id = SupplyPointId::from_bytes(*id);
    tx.execute(
        &sql::CHANGE_POINT,
        &params![point_id, record.code.sector(), state(record).code(), text(&record.distributor), *hash],
    )?;
    let address = address_of(&record.address);
    if !before.is_some_and(|point| Address { id: None, ..point.address.clone() } == address) {
        let address_id = party::insert_address(tx, ctx, &address)?;
        tx.execute(&sql::MOVE_POINT, &params![point_id, address_id])?;
        let holders: Vec<Id> = tx
            .query(&sql::HOLDERS, &params![point_id])?
            .iter()
            .map(|row| id_at(row, "id"))
            .collect::<Result<_, _>>()?;
        super::index::index_again(tx, holders.into_iter())?;
    }
    let technical = technical_of(ctx, record);
    if !same_technical(before, &technical) {
        supply_point::set_technical(tx, point_id, &technical)?;
    }
    let c = &record.cadastral;
    if *c == CadastralRecord::default() {
        return Ok(());
    }
    tx.execute(
        &sql::CADASTRE_OF_POINT,
        &params![point_id, text(&c.category), text(&c.sheet), text(&c.parcel), text(&c.subunit)],
    )
    .map(drop)
}

/// Technical data as the export gives them, in force from the day of the import: it does not say since when.
fn technical_of(ctx: &Ctx, record: &SupplyPointRecord) -> Technical {
    Technical {
        valid_from: ctx.today(),
        valid_to: None,
        point_use: record.use_category.map_or("", domain::import::UseCategory::code).to_owned(),
        power_w: record.power_watts,
        voltage_v: record.voltage_volts,
        phases: record.phases,
        meter_class: text(&record.meter_class),
        use_category: text(&record.gas_use),
        withdrawal_class: text(&record.gas_withdrawal_class),
        line_kind: text(&record.line_kind),
        access_technology: text(&record.access_technology),
        speed_kbps: record.speed_kbps,
    }
}

const fn state(record: &SupplyPointRecord) -> SupplyPointState {
    match record.state {
        PointState::Active => SupplyPointState::Active,
        PointState::Inactive => SupplyPointState::Inactive,
        PointState::Suspended => SupplyPointState::Suspended,
    }
}

fn text(part: &Option<String>) -> String {
    part.clone().unwrap_or_default()
}

fn packed(record: &CadastralRecord) -> Box<str> {
    if *record == CadastralRecord::default() {
        return Box::default();
    }
    [&record.category, &record.sheet, &record.parcel, &record.subunit]
        .map(text)
        .join("\u{1f}")
        .into_boxed_str()
}
