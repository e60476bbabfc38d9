//! Recording values that were read, beside those that are there already.

use domain::{
    registry::{
        Reading,
        reading::{ReadingFinding, check_reading},
    },
    voltura::{NewReading, dials},
};
use kernel::{Date, SupplyPointId};
use store::registry::meter;

use crate::{Error, processes::Run};

/// How many of the newest values a new one is put among.
const NEIGHBOURS: i64 = 24;

/// A value on record that is in the way of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct InTheWay {
    /// The key of its dial.
    register: String,
    /// Its day and value; none when there is no value to name.
    there: Option<(Date, i64)>,
}

impl InTheWay {
    /// The refusal that names it.
    pub fn refusal(&self) -> Error {
        let (day, value) =
            self.there.map_or_else(Default::default, |(day, value)| (day.to_string(), value.to_string()));
        let args = [("register", self.register.as_str()), ("day", &day), ("value", &value)];
        Error::refused_with("reading_taken", &args)
    }
}

/// Records values, all of them or none. A value of the same day that says something else is never overwritten, and a
/// dial does not run backwards over what was read later. With `seen`, whoever read it saw the dial: a value below the one
/// before is taken, that one was wrong.
pub(crate) fn keep_readings(
    run: &mut Run<'_, '_>,
    point: SupplyPointId,
    values: &[NewReading],
    seen: bool,
) -> Result<Result<(), InTheWay>, Error> {
    let meters = meter::of_point(run.tx, point)?;
    let dials = dials(&meters);
    let mut kept = Vec::new();
    for reading in values {
        let Some(dial) = dials.iter().find(|dial| dial.key == reading.register) else {
            return Err(Error::refused_with("register_gone", &[("register", &reading.register)]));
        };
        let all = meter::history(run.tx, dial.meter.id, &dial.register.code, NEIGHBOURS)?;
        match place(reading, &all, run.ctx.today(), dial.register.digits, seen) {
            Err(there) => return Ok(Err(InTheWay { register: reading.register.clone(), there })),
            Ok(None) => {}
            Ok(Some(rolled_over)) => kept.push(meter::NewReading {
                meter: dial.meter.id,
                register: &dial.register.code,
                read_on: reading.read_on,
                value: reading.value,
                kind: reading.kind,
                origin: run.case.origin.code(),
                rolled_over,
                case_id: Some(run.case.id),
            }),
        }
    }
    for new in &kept {
        meter::insert_reading(run.tx, run.ctx, new)?;
    }
    Ok(Ok(()))
}

/// Whether a value fits among those on record (oldest first): `Ok(None)` when it is there already, else whether the dial
/// passed zero before it.
fn place(
    new: &NewReading,
    all: &[Reading],
    today: Date,
    digits: i64,
    seen: bool,
) -> Result<Option<bool>, Option<(Date, i64)>> {
    if let Some(there) = all.iter().find(|known| known.read_on == new.read_on) {
        return if there.value == new.value { Ok(None) } else { Err(Some((there.read_on, there.value))) };
    }
    let before: Vec<(Date, i64)> = all
        .iter()
        .filter(|known| known.read_on < new.read_on)
        .map(|known| (known.read_on, known.value))
        .collect();
    let check = check_reading(new.value, new.read_on, today, digits, &before);
    let stands = |finding: &ReadingFinding| finding.refuses() && !(seen && finding.possible());
    if check.findings.iter().any(stands) {
        return Err(before.last().copied());
    }
    let after = all.iter().find(|known| known.read_on > new.read_on);
    match after {
        Some(after) if after.value < new.value && !after.rolled_over => {
            Err(Some((after.read_on, after.value)))
        }
        _ => Ok(Some(check.rolled_over)),
    }
}

#[cfg(test)]
mod tests {
    use domain::registry::ReadingKind;
    use kernel::{MeterId, ReadingId};

    use super::*;

    fn day(text: &str) -> Date {
        text.parse().unwrap_or_default()
    }

    fn known(on: &str, value: i64) -> Reading {
        Reading {
            id: ReadingId::from_bytes([1; 16]),
            meter_id: MeterId::from_bytes([2; 16]),
            register: "T".to_owned(),
            read_on: day(on),
            value,
            kind: ReadingKind::Actual,
            rolled_over: false,
        }
    }

    #[test]
    fn a_value_fits_between_its_neighbours_or_is_in_the_way() {
        let all = [known("2026-01-01", 1000), known("2026-03-01", 1200)];
        let placed = |on: &str, value: i64, seen: bool| {
            let new =
                NewReading { register: "T".to_owned(), read_on: day(on), value, kind: ReadingKind::SelfRead };
            place(&new, &all, day("2026-04-01"), 5, seen)
        };
        assert_eq!(placed("2026-02-01", 1100, false), Ok(Some(false)));
        assert_eq!(placed("2026-03-01", 1200, false), Ok(None), "it is there already");
        assert_eq!(placed("2026-03-01", 1201, false), Err(Some((day("2026-03-01"), 1200))));
        assert_eq!(placed("2026-02-01", 1300, false), Err(Some((day("2026-03-01"), 1200))));
        assert_eq!(placed("2026-03-20", 1150, false), Err(Some((day("2026-03-01"), 1200))));
        assert_eq!(placed("2026-03-20", 1150, true), Ok(Some(false)), "the technician saw the dial");
        assert_eq!(placed("2026-03-20", 123_456, true), Err(Some((day("2026-03-01"), 1200))));
    }
}
