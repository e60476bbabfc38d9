//! One row while it is being read: typed access to its cells, which notes what is wrong instead of stopping.

use domain::import::{Reason, Refusal, Table};
use kernel::{Date, Money};

use super::layout::Layout;
use super::pass::Key;
use super::profile::{FileProfile, Profile};
use super::sentences::{self, Sentence};

/// The largest amount, in cents: a thousand million euro. Sums of amounts below it never overflow.
const LARGEST_AMOUNT: i64 = 100_000_000_000;

/// Longer values are cut in reports.
const LONGEST_VALUE: usize = 120;

/// The cells of a row, with what was found wrong so far.
pub(super) struct Cells<'a> {
    row: u64,
    cells: Vec<String>,
    layout: &'a Layout,
    profile: &'a Profile,
    file: &'a FileProfile,
    today: Date,
    refusals: Vec<Refusal>,
    warnings: Vec<Refusal>,
}

/// A row that was read by itself; whether the rows it needs were accepted is still to be seen.
pub(super) struct Draft<T> {
    pub(super) row: u64,
    /// None when the row was refused.
    pub(super) record: Option<T>,
    /// Its natural key; none when the row could not be split into cells.
    pub(super) key: Option<Key>,
    /// Column and value of the key, for a message.
    pub(super) key_shown: (String, String),
    /// Rows it needs.
    pub(super) references: Vec<Reference>,
    pub(super) refusals: Vec<Refusal>,
    pub(super) warnings: Vec<Refusal>,
}

/// A row of another file that this one needs.
pub(super) struct Reference {
    pub(super) table: Table,
    pub(super) key: Key,
    pub(super) field: String,
    pub(super) value: String,
    /// Looked at only when every reference before it was found, so that one cause gives one reason.
    pub(super) after_others: bool,
}

impl<'a> Cells<'a> {
    pub(super) const fn new(
        row: u64,
        cells: Vec<String>,
        layout: &'a Layout,
        profile: &'a Profile,
        file: &'a FileProfile,
        today: Date,
    ) -> Self {
        Self { row, cells, layout, profile, file, today, refusals: Vec::new(), warnings: Vec::new() }
    }

    /// The trimmed text of a field; empty when the profile has no column for it.
    pub(super) fn text(&self, field: &str) -> &str {
        self.layout.index(field).and_then(|index| self.cells.get(index)).map_or("", |cell| cell.trim())
    }

    /// The text of a field, or none when it is empty.
    pub(super) fn optional(&self, field: &str) -> Option<String> {
        Some(self.text(field)).filter(|text| !text.is_empty()).map(str::to_owned)
    }

    /// The text of a field that must be filled.
    pub(super) fn required(&mut self, field: &str) -> Option<String> {
        let text = self.optional(field);
        if text.is_none() {
            self.refuse(field, Reason::MissingField, sentences::missing(self.layout.header(field)));
        }
        text
    }

    /// A date that must be filled.
    pub(super) fn date(&mut self, field: &str, reason: Reason) -> Option<Date> {
        let found = self.optional_date(field, reason);
        if found.is_none() && self.is_no_date(field) {
            self.refuse(field, reason, sentences::missing(self.layout.header(field)));
        }
        found
    }

    /// A date, or none when it is empty.
    pub(super) fn optional_date(&mut self, field: &str, reason: Reason) -> Option<Date> {
        if self.is_no_date(field) {
            return None;
        }
        let form = &self.profile.forms.date;
        match form.read(self.text(field)) {
            Ok(date) => Some(date),
            Err(problem) => {
                let sentence = sentences::date(self.text(field), problem, form);
                self.refuse(field, reason, sentence);
                None
            }
        }
    }

    /// A date that must be filled and not be still to come.
    pub(super) fn past_date(&mut self, field: &str, no_date: Reason, to_come: Reason) -> Option<Date> {
        self.date(field, no_date).filter(|day| self.not_to_come(field, *day, to_come))
    }

    /// Refuses a day after today.
    pub(super) fn not_to_come(&mut self, field: &str, day: Date, reason: Reason) -> bool {
        let to_come = day > self.today;
        if to_come {
            let sentence = sentences::to_come(self.text(field), self.today, &self.profile.forms.date);
            self.refuse(field, reason, sentence);
        }
        !to_come
    }

    fn is_no_date(&self, field: &str) -> bool {
        let text = self.text(field);
        text.is_empty() || self.profile.forms.no_date.iter().any(|none| none == text)
    }

    /// An amount that must be filled, of at most a thousand million euro either way.
    pub(super) fn amount(&mut self, field: &str) -> Option<Money> {
        let cents = self.profile.forms.number(self.text(field), 2);
        let sentence = match cents {
            Some(cents) if cents.unsigned_abs() <= LARGEST_AMOUNT.unsigned_abs() => {
                return Some(Money::from_cents(cents));
            }
            Some(_) => sentences::amount_beyond(self.text(field)),
            None => sentences::amount(self.text(field), self.profile.forms.decimal),
        };
        self.refuse(field, Reason::Amount, sentence);
        None
    }

    /// A number in units of its `scale`-th decimal, between 0 and `limit` of those, or none when it is empty.
    pub(super) fn optional_number(&mut self, field: &str, scale: usize, limit: i64) -> Option<i64> {
        let text = self.text(field);
        if text.is_empty() {
            return None;
        }
        let number = self.profile.forms.number(text, scale).filter(|number| (0..=limit).contains(number));
        if number.is_none() {
            let sentence = sentences::number(text, scale, self.profile.forms.decimal);
            self.refuse(field, Reason::Quantity, sentence);
        }
        number
    }

    /// The same for a number that must be filled.
    pub(super) fn number(&mut self, field: &str, scale: usize, limit: i64) -> Option<i64> {
        self.required(field)?;
        self.optional_number(field, scale, limit)
    }

    /// A word of a closed list that must be filled.
    pub(super) fn choice<T>(&mut self, field: &str, from_code: impl Fn(&str) -> Option<T>) -> Option<T> {
        self.required(field)?;
        self.optional_choice(field, from_code)
    }

    /// A word of a closed list, or none when it is empty.
    pub(super) fn optional_choice<T>(
        &mut self,
        field: &str,
        from_code: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let text = self.text(field);
        if text.is_empty() {
            return None;
        }
        let found = self.layout.code(field, text).and_then(from_code);
        if found.is_none() {
            let known = self.layout.known_words(field, self.file);
            let sentence = sentences::unknown_word(text, &known);
            self.refuse(field, Reason::UnknownValue, sentence);
        }
        found
    }

    /// Notes a reason that stops the row.
    pub(super) fn refuse(&mut self, field: &str, reason: Reason, sentence: Sentence) {
        let entry = self.entry(field, reason, sentence);
        self.refusals.push(entry);
    }

    /// Notes a reason that does not stop the row.
    pub(super) fn warn(&mut self, field: &str, reason: Reason, sentence: Sentence) {
        let entry = self.entry(field, reason, sentence);
        self.warnings.push(entry);
    }

    fn entry(&self, field: &str, reason: Reason, sentence: Sentence) -> Refusal {
        refusal(self.row, reason, self.layout.header(field), self.text(field), sentence)
    }

    /// A row of another file that this one needs, named by a field.
    pub(super) fn needs(&self, table: Table, field: &str) -> Reference {
        self.needs_key(table, field, &[self.text(field)])
    }

    /// The same, with a key of several parts.
    pub(super) fn needs_key(&self, table: Table, field: &str, parts: &[&str]) -> Reference {
        Reference {
            table,
            key: Key::of(parts),
            field: self.layout.header(field).to_owned(),
            value: cut(self.text(field)),
            after_others: false,
        }
    }

    /// Ends reading: the record counts only when nothing stopped the row.
    pub(super) fn finish<T>(
        self,
        record: Option<T>,
        key: &[&str],
        key_field: &str,
        references: Vec<Reference>,
    ) -> Draft<T> {
        let key_shown = (self.layout.header(key_field).to_owned(), cut(self.text(key_field)));
        Draft {
            row: self.row,
            record: record.filter(|_| self.refusals.is_empty()),
            key: Some(Key::of(key)),
            key_shown,
            references,
            refusals: self.refusals,
            warnings: self.warnings,
        }
    }
}

impl<T> Draft<T> {
    /// A row that could not be split into cells, or not into sound ones.
    pub(super) fn broken(row: u64, reason: Reason, start: &str, sentence: Sentence) -> Self {
        let refusals = vec![refusal(row, reason, "", start, sentence)];
        let key_shown = (String::new(), String::new());
        Self { row, record: None, key: None, key_shown, references: vec![], refusals, warnings: vec![] }
    }
}

/// An entry of the report.
pub(super) fn refusal(row: u64, reason: Reason, field: &str, value: &str, sentence: Sentence) -> Refusal {
    let Sentence { it, en } = sentence;
    Refusal { row, reason, field: field.to_owned(), value: cut(value), message_it: it, message_en: en }
}

fn cut(value: &str) -> String {
    let mut out: String =
        value.chars().map(|c| if c.is_control() { ' ' } else { c }).take(LONGEST_VALUE).collect();
    if value.chars().nth(LONGEST_VALUE).is_some() {
        out.push('…');
    }
    out
}
