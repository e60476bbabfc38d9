//! The registers of a meter with their new values, each compared with its history.

use std::collections::BTreeMap;

use domain::registry::reading::{ReadingCheck, ReadingFinding};
use kernel::Date;
use serde_json::Value as Json;
use texts::Texts;
use web::{
    Failure, Form,
    layout::{FieldState, Note, NoteKind},
};

use super::Asking;
use crate::views::form::{ReadingRow, ReadingState, ReadingsView};

impl Asking<'_> {
    /// The registers of the meters at the point that was chosen.
    ///
    /// # Errors
    /// From the operation that compares the values.
    pub(super) async fn readings(&self, name: &str) -> Result<ReadingsView, Failure> {
        let point = self.stored("supply_point").and_then(|id| id.as_str()?.parse().ok());
        let Some(point) = point else { return Ok(ReadingsView::default()) };
        let read_on = self.stored("read_on").and_then(|day| day.as_str()?.parse::<Date>().ok());
        let stored = self.stored(name).and_then(Json::as_object);
        let prefix = format!("{name}.");
        let mut values: BTreeMap<String, i64> = BTreeMap::new();
        for (register, value) in stored.into_iter().flatten() {
            values.extend(value.as_i64().map(|value| (register.clone(), value)));
        }
        for (field, value) in self.typed.map(Form::fields).unwrap_or_default() {
            if let Some(register) = field.strip_prefix(&prefix)
                && let Ok(value) = value.replace(['.', ' '], "").parse()
            {
                values.insert(register.to_owned(), value);
            }
        }
        let lines = app::voltura::reading_lines(&self.cx.app, &self.cx.ctx, point, read_on, values).await?;
        let last_on = lines.first().and_then(|line| line.last).map(|(day, _)| day);
        let unusual: Vec<String> =
            lines.iter().filter(|line| is_unusual(line)).map(|line| line.register.clone()).collect();
        let rows: Vec<ReadingRow> = lines.into_iter().map(|line| self.reading(name, line)).collect();
        // Unusual values are taken once somebody says that they were read again.
        let asked = !unusual.is_empty() && self.problems.iter().any(|problem| !problem.warning);
        let t = self.t();
        let note = asked.then(|| Note {
            kind: NoteKind::Attention,
            lead: t.fields_reading_unusual(unusual.join(", ")),
            text: t.fields_reading_unusual_text(),
            link: None,
        });
        let confirmed = ("readings_confirmed".to_owned(), "true".to_owned(), t.fields_reading_confirm());
        let remedies = asked.then_some(confirmed).into_iter().collect();
        Ok(ReadingsView { last_on, rows, note, remedies, part: self.draft.clone() })
    }

    fn reading(&self, name: &str, line: app::voltura::ReadingLine) -> ReadingRow {
        let full = format!("{name}.{}", line.key);
        let typed = self.typed.filter(|form| form.has(&full)).map(|form| form.text(&full).to_owned());
        let check = line.check.as_ref().map(|(_, check)| check);
        let high = check.is_some_and(|check| {
            check.findings.iter().any(|finding| matches!(finding, ReadingFinding::AboveExpected { .. }))
        });
        let below = check.is_some_and(|check| {
            check.findings.iter().any(|finding| matches!(finding, ReadingFinding::BelowLast { .. }))
        });
        let said = self.state(&full, &full);
        // A high value is not wrong: it is asked for again until somebody confirms it.
        let (state, fault) = match (said, high) {
            (FieldState::Bad(why), true) => (ReadingState::High, why),
            (FieldState::Bad(why), false) if below => (ReadingState::Below(why), String::new()),
            (FieldState::Bad(why), false) => (ReadingState::Bad(why), String::new()),
            (_, true) => (ReadingState::High, String::new()),
            (_, false) => (taken(check), String::new()),
        };
        ReadingRow {
            name: full,
            about: about_register(self.t(), &line.register, &line.serial),
            last: line.last.map(|(_, value)| value),
            value: typed.unwrap_or_else(|| {
                line.check.as_ref().map_or_else(String::new, |(value, _)| self.t().number(*value))
            }),
            consumption: check.and_then(|check| check.consumption),
            expected: check.and_then(|check| check.expected),
            state,
            fault,
            register: line.register,
            focus: false,
        }
    }
}

/// How a value stands that nothing speaks against.
pub(crate) fn taken(check: Option<&ReadingCheck>) -> ReadingState {
    match check.map(|check| (check.consumption, check.expected)) {
        // Less than expected harms nobody and is taken as it is; it is said, so that somebody looks again.
        Some((Some(used), Some((least, _)))) if used < least => ReadingState::Low,
        Some((_, Some(_))) => ReadingState::Good,
        Some((_, None)) => ReadingState::Alone,
        None => ReadingState::Open,
    }
}

/// Whether a value is taken only once it was read again.
fn is_unusual(line: &app::voltura::ReadingLine) -> bool {
    line.check.as_ref().is_some_and(|(_, check)| {
        !check.findings.is_empty() && !check.findings.iter().any(ReadingFinding::refuses)
    })
}

/// What a register is: the hours of a time band, and the serial number of its device.
pub(crate) fn about_register(t: &Texts, register: &str, serial: &str) -> String {
    about(t, register).map_or_else(|| serial.to_owned(), |hours| format!("{hours} · {serial}"))
}

/// The hours a time band stands for (del. 181/06 of the energy authority).
fn about(t: &Texts, register: &str) -> Option<String> {
    Some(match register {
        "F1" => t.fields_band_1(),
        "F2" => t.fields_band_2(),
        "F3" => t.fields_band_3(),
        _ => return None,
    })
}
