//! Whether what the distributor found at the point agrees with what is known of it.

use kernel::Date;

use crate::registry::{Meter, MeterKind, reading::check_reading};

/// What the distributor found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Serial number of the meter.
    pub meter: String,
    /// Serial number of the corrector, where there is one.
    pub corrector: Option<String>,
    /// The day of activation.
    pub on: Date,
    /// What the meter showed.
    pub reading: i64,
    /// What the corrector showed.
    pub corrector_reading: Option<i64>,
}

/// Where it differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Difference {
    /// Another meter is there.
    Meter {
        /// What was known, by their serial numbers.
        known: String,
    },
    /// Another corrector is there, or one where none was known, or none where one was.
    Corrector {
        /// What was known.
        known: String,
    },
    /// The value cannot follow the last one.
    Reading {
        /// The last day.
        on: Date,
        /// Its value.
        value: i64,
    },
}

impl Difference {
    /// The stable word.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Meter { .. } => "meter",
            Self::Corrector { .. } => "corrector",
            Self::Reading { .. } => "reading",
        }
    }
}

/// Every difference. `history` are earlier values of the meter's dial, oldest first.
#[must_use]
pub fn differences(found: &Found, meters: &[Meter], history: &[(Date, i64)], today: Date) -> Vec<Difference> {
    let of = |kind: MeterKind| meters.iter().filter(move |meter| meter.kind == kind);
    let serials =
        |kind: MeterKind| of(kind).map(|meter| meter.serial.as_str()).collect::<Vec<_>>().join(", ");
    let mut all = Vec::new();
    let same = of(MeterKind::Meter).find(|meter| meter.serial == found.meter);
    if same.is_none() {
        all.push(Difference::Meter { known: serials(MeterKind::Meter) });
    }
    let known = of(MeterKind::Corrector).any(|meter| Some(&meter.serial) == found.corrector.as_ref());
    if !known && (found.corrector.is_some() || of(MeterKind::Corrector).next().is_some()) {
        all.push(Difference::Corrector { known: serials(MeterKind::Corrector) });
    }
    if let Some(meter) = same {
        let digits = meter.registers.first().map_or(8, |register| register.digits);
        let before: Vec<(Date, i64)> = history.iter().copied().filter(|(on, _)| *on < found.on).collect();
        let check = check_reading(found.reading, found.on, today, digits, &before);
        if check.findings.iter().any(crate::registry::reading::ReadingFinding::refuses) {
            let (on, value) = before.last().copied().unwrap_or((found.on, 0));
            all.push(Difference::Reading { on, value });
        }
    }
    all
}
