//! Readings. They carry no fingerprint: the value itself is compared. What did not come from an import is left alone.

use std::collections::{BTreeMap, HashMap, HashSet};

use db::{DbError, Tx, params};
use domain::{
    import::{self, Finding, ReadingRecord},
    registry::ReadingKind,
};
use kernel::{Date, MeterId, ReadingId};

use super::{
    Batch, Id, Key, Known, KnownRegister, LastRead, history, ids,
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

/// Meter, register, day, kind.
type Slot = (Id, String, Date, String);

/// A reading as it is stored.
struct Stored {
    id: Id,
    value: i64,
    /// Whether an import brought it.
    imported: bool,
}

/// Imports a batch of readings.
///
/// # Errors
/// [`DbError`] from the database.
pub fn readings(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    known: &Known,
    batch: &[ReadingRecord],
) -> Result<Batch, DbError> {
    prepare(tx)?;
    let places: Vec<Place> = batch.iter().map(|record| place(known, record)).collect::<Result<_, _>>()?;
    let there = stored_readings(tx, batch, &places)?;
    let mut out = Batch::default();
    let mut dials = Dials::of(tx, known, &places, batch.iter().map(|r| r.date).min(), &there)?;
    let (mut inserts, mut changes, mut replaced) = (Vec::new(), Vec::new(), Vec::new());
    for (index, (record, place)) in batch.iter().zip(&places).enumerate() {
        let value = whole(record.value_thousandths);
        let (rolled_over, above) = dials.meet(place, record.date, value);
        out.findings
            .extend(above.map(|last| {
                (index, Finding::ReadingBelowLast { value, last: last.value, last_on: last.on })
            }));
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
            Some(stored) if stored.imported && stored.value != value => {
                out.counts.changed += 1;
                replaced.push(stored.id);
                changes.push(params![ReadingId::from_bytes(stored.id), value]);
            }
            Some(_) => out.counts.unchanged += 1,
        }
    }
    out.news.registers = dials.learnt();
    super::insert(tx, &sql::INSERT_READING, &inserts)?;
    history::keep(tx, ctx, &sql::REPLACED_READINGS, "reading", &replaced)?;
    tx.batch(&sql::CHANGE_READING, &changes)?;
    Ok(out)
}

/// The readings stored of the meters and days of a batch.
fn stored_readings(
    tx: &mut Tx<'_>,
    batch: &[ReadingRecord],
    places: &[Place],
) -> Result<HashMap<Slot, Stored>, DbError> {
    let (Some(from), Some(to)) = (batch.iter().map(|r| r.date).min(), batch.iter().map(|r| r.date).max())
    else {
        return Ok(HashMap::new());
    };
    let meters: HashSet<&Id> = places.iter().map(|place| &place.meter).collect();
    tx.query(&sql::READINGS, &params![ids(meters.into_iter()), from, to])?
        .iter()
        .map(|row| {
            let slot = (row.get("meter_id")?, row.get("register")?, row.get("read_on")?, row.get("kind")?);
            let imported = row.get::<String>("origin")? == "import";
            Ok((slot, Stored { id: row.get("id")?, value: row.get("value")?, imported }))
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

/// The registers a batch speaks of, with what was read on them before.
#[derive(Default)]
struct Dials(HashMap<Key, Dial>);

/// One register: what was last read before the batch, and the readings of the batch's days, stored or just met.
struct Dial {
    digits: u8,
    last: Option<LastRead>,
    days: BTreeMap<Date, LastRead>,
}

impl Dials {
    /// From what the run knows. A register it meets for the first time, as in an export of the newest readings only,
    /// begins with what is stored.
    fn of(
        tx: &mut Tx<'_>,
        known: &Known,
        places: &[Place],
        from: Option<Date>,
        there: &HashMap<Slot, Stored>,
    ) -> Result<Self, DbError> {
        let mut dials = Self::default();
        let mut unread: HashSet<Id> = HashSet::new();
        for place in places {
            let key = register_key(place.meter, place.register);
            let Some(register) = known.registers.get(&key) else { continue };
            if register.last.is_none() {
                unread.insert(place.meter);
            }
            let fresh = || Dial { digits: register.digits, last: register.last, days: BTreeMap::new() };
            dials.0.entry(key).or_insert_with(fresh);
        }
        if let Some(from) = from.filter(|_| !unread.is_empty()) {
            for row in tx.query(&sql::LAST_READINGS, &params![ids(unread.iter()), from])? {
                let key = register_key(row.get("meter_id")?, &row.get::<String>("register")?);
                let estimated = row.get::<String>("kind")? == ReadingKind::Estimated.code();
                let found = LastRead { on: row.get("read_on")?, value: row.get("value")?, estimated };
                if let Some(dial) = dials.0.get_mut(&key).filter(|dial| known_before(dial, found.on)) {
                    dial.last = Some(found);
                }
            }
        }
        for ((meter, register, on, kind), stored) in there {
            let estimated = kind == ReadingKind::Estimated.code();
            if let Some(dial) = dials.0.get_mut(&register_key(*meter, register)) {
                dial.note(LastRead { on: *on, value: stored.value, estimated });
            }
        }
        Ok(dials)
    }

    /// Notes a reading. Says whether the dial passed zero since the one before it; or, if it did not, which measured
    /// value before it was higher.
    fn meet(&mut self, place: &Place, on: Date, value: i64) -> (bool, Option<LastRead>) {
        let Some(dial) = self.0.get_mut(&register_key(place.meter, place.register)) else {
            return (false, None);
        };
        let before = dial.before(on);
        dial.note(LastRead { on, value, estimated: place.kind == ReadingKind::Estimated });
        let Some(last) = before.filter(|last| value < last.value) else { return (false, None) };
        let range = 10_i64.saturating_pow(u32::from(dial.digits));
        let rolled_over = last.value < range && range - last.value + value < range / ROLL_OVER_SHARE;
        (rolled_over, Some(last).filter(|last| !rolled_over && !last.estimated))
    }

    /// What the run knows of these registers from now on.
    fn learnt(self) -> Vec<(Key, KnownRegister)> {
        let last = |dial: &Dial| dial.before(Date::MAX).or(dial.last);
        self.0
            .into_iter()
            .map(|(key, dial)| (key, KnownRegister { digits: dial.digits, last: last(&dial) }))
            .collect()
    }
}

/// Whether a day is after what is known of a register so far, or the same: of several values of a day the highest
/// comes last.
fn known_before(dial: &Dial, on: Date) -> bool {
    dial.last.is_none_or(|last| last.on <= on)
}

impl Dial {
    /// The newest value before a day.
    fn before(&self, on: Date) -> Option<LastRead> {
        let near = self.days.range(..on).next_back().map(|(_, last)| *last);
        let far = self.last.filter(|last| last.on < on);
        near.into_iter().chain(far).max_by_key(|last| last.on)
    }

    /// Notes a value; an estimate does not take the place of what was measured on the same day.
    fn note(&mut self, read: LastRead) {
        let measured = self.days.get(&read.on).is_some_and(|there| !there.estimated);
        if !(measured && read.estimated) {
            self.days.insert(read.on, read);
        }
    }
}
