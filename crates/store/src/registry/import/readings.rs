//! Readings. They carry no fingerprint: the value itself is compared. What did not come from an import is left alone.

use std::collections::HashMap;

use db::{DbError, Tx, params};
use domain::{
    import::{self, ReadingRecord},
    registry::ReadingKind,
};
use kernel::{Date, MeterId, ReadingId};

use super::{
    Batch, Id, Key, Known, KnownRegister, Mode, ids,
    meters::{register_code, register_key},
    missing, prepare, statements as sql, whole,
};
use crate::Ctx;

/// A dial passes zero only when what was then counted stays below this share of its range.
const ROLL_OVER_SHARE: i64 = 10;

struct Place {
    meter: Id,
    register: &'static str,
    kind: ReadingKind,
}

type Slot = (Id, String, Date, String);

/// Imports a batch of readings.
///
/// # Errors
/// [`DbError`] from the database.
pub fn readings(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    known: &Known,
    batch: &[ReadingRecord],
    mode: Mode,
) -> Result<Batch, DbError> {
    prepare(tx)?;
    let places: Vec<Place> = batch.iter().map(|record| place(known, record)).collect::<Result<_, _>>()?;
    let there = stored_readings(tx, batch, &places)?;
    let mut out = Batch::default();
    let mut dials: HashMap<Key, KnownRegister> = HashMap::new();
    let (mut inserts, mut changes) = (Vec::new(), Vec::new());
    for (record, place) in batch.iter().zip(&places) {
        let value = whole(record.value_thousandths);
        let rolled_over = passes_zero(known, &mut dials, place, value);
        match there.get(&(place.meter, place.register.to_owned(), record.date, place.kind.code().to_owned()))
        {
            None => {
                out.counts.inserted += 1;
                let (id, meter) = (ctx.id(ReadingId::from_bytes), MeterId::from_bytes(place.meter));
                inserts.push(params![
                    id,
                    meter,
                    place.register,
                    record.date,
                    value,
                    place.kind.code(),
                    rolled_over,
                    ctx.now()
                ]);
            }
            Some((id, stored, imported)) if *imported && *stored != value => {
                out.counts.changed += 1;
                changes.push(params![ReadingId::from_bytes(*id), value]);
            }
            Some(_) => out.counts.unchanged += 1,
        }
    }
    out.news.registers = dials.into_iter().collect();
    if mode == Mode::Write {
        super::insert(tx, &sql::INSERT_READING, &inserts)?;
        tx.batch(&sql::CHANGE_READING, &changes)?;
    }
    Ok(out)
}

/// The readings stored of the meters and days of a batch: id, value, whether an import brought it.
fn stored_readings(
    tx: &mut Tx<'_>,
    batch: &[ReadingRecord],
    places: &[Place],
) -> Result<HashMap<Slot, (Id, i64, bool)>, DbError> {
    let (Some(from), Some(to)) = (batch.iter().map(|r| r.date).min(), batch.iter().map(|r| r.date).max())
    else {
        return Ok(HashMap::new());
    };
    let meters: std::collections::HashSet<&Id> = places.iter().map(|place| &place.meter).collect();
    tx.query(&sql::READINGS, &params![ids(meters.into_iter()), from, to])?
        .iter()
        .map(|row| {
            let slot = (row.get("meter_id")?, row.get("register")?, row.get("read_on")?, row.get("kind")?);
            let imported = row.get::<String>("origin")? == "import";
            Ok((slot, (row.get("id")?, row.get("value")?, imported)))
        })
        .collect()
}

fn place(known: &Known, record: &ReadingRecord) -> Result<Place, DbError> {
    let meter = known.meters.get(&Key::of(&[&record.point, &record.serial]));
    let meter = meter.ok_or_else(|| missing("a reading of", &record.point, "meter", &record.serial))?;
    Ok(Place {
        meter: meter.id,
        register: register_code(record.register, meter.corrector),
        kind: match record.kind {
            import::ReadingKind::Actual => ReadingKind::Actual,
            import::ReadingKind::SelfReading => ReadingKind::SelfRead,
            import::ReadingKind::Estimated => ReadingKind::Estimated,
        },
    })
}

/// Whether the dial passed zero since the value before it in the file.
fn passes_zero(known: &Known, dials: &mut HashMap<Key, KnownRegister>, place: &Place, value: i64) -> bool {
    let key = register_key(place.meter, place.register);
    let Some(mut dial) = dials.get(&key).or_else(|| known.registers.get(&key)).copied() else { return false };
    let range = 10_i64.saturating_pow(u32::from(dial.digits));
    let rolled_over = dial
        .last
        .is_some_and(|last| value < last && last < range && range - last + value < range / ROLL_OVER_SHARE);
    dial.last = Some(value);
    dials.insert(key, dial);
    rolled_over
}
