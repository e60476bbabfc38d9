//! What became of every row of an import: reasons, refusals, and the report of a file.

use kernel::{Date, Lang};
use serde::ser::{Serialize, SerializeMap, SerializeStruct, Serializer};

coded! {
    /// Why a row was refused, or what it is warned about. The words are an outside interface.
    Reason {
        /// The tax code is neither 16 characters nor 11 digits long.
        TaxCodeLength => "tax_code_length",
        /// The check character of the tax code does not fit.
        TaxCodeCheckCharacter => "tax_code_check_character",
        /// The check character fits, but a character, month or day of the tax code cannot be.
        TaxCodeFormat => "tax_code_format",
        /// The VAT number has not 11 digits.
        VatNumberFormat => "vat_number_format",
        /// The check digit of the VAT number does not fit.
        VatNumberCheckDigit => "vat_number_check_digit",
        /// No office issues VAT numbers with those digits.
        VatNumberOffice => "vat_number_office",
        /// The birth date is no date, or still to come.
        BirthDate => "birth_date",
        /// An accepted row has the same key.
        DuplicateRow => "duplicate_row",
        /// The code is no POD.
        PodFormat => "pod_format",
        /// The code is no PDR.
        PdrFormat => "pdr_format",
        /// The code is none of a water supply.
        WaterPointFormat => "water_point_format",
        /// The IBAN does not pass its checks.
        IbanCheck => "iban_check",
        /// The mandate reference has another form.
        MandateReference => "mandate_reference",
        /// The date of a reading is no date, or still to come.
        ReadingDate => "reading_date",
        /// The date of a payment is still to come.
        PaymentDate => "payment_date",
        /// Another date is no date.
        Date => "date",
        /// The amount is no amount, or beyond what can be.
        Amount => "amount",
        /// A number that is no amount is no number, or beyond what can be.
        Quantity => "quantity",
        /// A field that must be filled is empty.
        MissingField => "missing_field",
        /// A word the profile does not know.
        UnknownValue => "unknown_value",
        /// The row has another number of fields than the header, or a quotation mark is not closed.
        Columns => "columns",
        /// The row holds control characters.
        Characters => "characters",
        /// The customer is not among the accepted rows.
        UnknownCustomer => "unknown_customer",
        /// The supply point is not among the accepted rows.
        UnknownSupplyPoint => "unknown_supply_point",
        /// The meter is not among the accepted rows.
        UnknownMeter => "unknown_meter",
        /// The contract is not among the accepted rows.
        UnknownContract => "unknown_contract",
        /// The bill is not among the accepted rows.
        UnknownInvoice => "unknown_invoice",
        /// Warning: the customer has no tax code.
        TaxCodeMissing => "tax_code_missing",
        /// Warning: surname and name give other letters than the tax code begins with.
        TaxCodeDiffersFromName => "tax_code_differs_from_name",
        /// Warning: the tax code says another birth date or sex.
        TaxCodeDiffersFromBirth => "tax_code_differs_from_birth",
        /// Warning: an e-mail address is none.
        Email => "email",
        /// Warning: a case ended the contract here, and the row does not know.
        ContractEndedHere => "contract_ended_here",
        /// Warning: a case began a contract of that number here, for another customer.
        ContractMadeHere => "contract_made_here",
        /// Warning: the reading is below the one before it, and the dial did not pass zero.
        ReadingBelowLast => "reading_below_last",
    }
}

impl Reason {
    /// Whether it comes to light only when a row meets what is stored; the others are seen in the export itself.
    #[must_use]
    pub const fn needs_the_store(self) -> bool {
        matches!(self, Self::ContractEndedHere | Self::ContractMadeHere | Self::ReadingBelowLast)
    }
}

/// What came to light when an accepted row met what is stored. The row stays accepted and carries a warning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// A case ended the contract here, while the row says otherwise: how it stands, its dates and its holder are kept.
    ContractEndedHere {
        /// The contract's number.
        number: String,
        /// The last day, as the case set it.
        ends_on: Option<Date>,
    },
    /// A case began a contract of that number here, for another customer than the row says: the row changes nothing.
    ContractMadeHere {
        /// The contract's number.
        number: String,
    },
    /// The reading is below the one before it, and the dial did not pass zero. A reading below an estimate is none of
    /// these: estimates are often too high.
    ReadingBelowLast {
        /// What the row says, in whole units.
        value: i64,
        /// What was read before, in whole units.
        last: i64,
        /// When that was.
        last_on: Date,
    },
}

/// One entry of a report: why a row was refused, or what it is warned about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// The row, counted from 1 without the header.
    pub row: u64,
    /// Why.
    pub reason: Reason,
    /// The column, as the file names it; empty when the whole row is meant.
    pub field: String,
    /// What stands there.
    pub value: String,
    /// A sentence for the clerk, in Italian.
    pub message_it: String,
    /// The same in English.
    pub message_en: String,
}

impl Refusal {
    /// The sentence in the language asked for.
    #[must_use]
    pub fn message(&self, lang: Lang) -> &str {
        match lang {
            Lang::It => &self.message_it,
            Lang::En => &self.message_en,
        }
    }
}

/// What a reader made of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row<T> {
    /// The row, counted from 1 without the header.
    pub number: u64,
    /// Accepted or refused.
    pub outcome: Outcome<T>,
    /// What the row is warned about; a refused row may carry warnings too.
    pub warnings: Vec<Refusal>,
}

/// Whether a row was accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome<T> {
    /// It was, and this is what it says.
    Accepted(T),
    /// It was not, for these reasons; never empty.
    Refused(Vec<Refusal>),
}

/// The report of one file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FileReport {
    /// Rows without the header.
    pub rows: u64,
    /// Rows accepted, warned ones included.
    pub accepted: u64,
    /// Accepted rows that changed what was stored before. What is neither changed nor unchanged is new.
    pub changed: u64,
    /// Accepted rows that found everything as they say.
    pub unchanged: u64,
    /// Why rows were refused: one entry for each reason.
    pub refused: Vec<Refusal>,
    /// What rows are warned about.
    pub warned: Vec<Refusal>,
}

impl FileReport {
    /// Counts a row, keeps its refusals and warnings, and hands out its record when it was accepted.
    pub fn take<T>(&mut self, row: Row<T>) -> Option<T> {
        self.rows += 1;
        self.warned.extend(row.warnings);
        match row.outcome {
            Outcome::Accepted(record) => {
                self.accepted += 1;
                Some(record)
            }
            Outcome::Refused(refusals) => {
                self.refused.extend(refusals);
                None
            }
        }
    }

    /// Notes that an accepted row cannot be stored after all.
    pub fn withdraw(&mut self, refusal: Refusal) {
        self.accepted = self.accepted.saturating_sub(1);
        self.refused.push(refusal);
    }

    /// The report as the outside interface writes it, with sentences in one language.
    #[must_use]
    pub const fn in_language(&self, lang: Lang) -> impl Serialize + '_ {
        FileIn { report: self, lang }
    }
}

/// The report of an import: its files in the order they were read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ImportReport {
    /// File names with their reports.
    pub files: Vec<(String, FileReport)>,
}

impl ImportReport {
    /// The report as the outside interface writes it, with sentences in one language.
    #[must_use]
    pub const fn in_language(&self, lang: Lang) -> impl Serialize + '_ {
        ImportIn { report: self, lang }
    }
}

struct ImportIn<'a> {
    report: &'a ImportReport,
    lang: Lang,
}

struct FilesIn<'a>(&'a ImportIn<'a>);

struct FileIn<'a> {
    report: &'a FileReport,
    lang: Lang,
}

struct RefusalsIn<'a> {
    refusals: &'a [Refusal],
    lang: Lang,
}

struct RefusalIn<'a> {
    refusal: &'a Refusal,
    lang: Lang,
}

impl Serialize for ImportIn<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("ImportReport", 1)?;
        out.serialize_field("files", &FilesIn(self))?;
        out.end()
    }
}

impl Serialize for FilesIn<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let files = &self.0.report.files;
        let mut out = serializer.serialize_map(Some(files.len()))?;
        for (name, report) in files {
            out.serialize_entry(name, &FileIn { report, lang: self.0.lang })?;
        }
        out.end()
    }
}

impl Serialize for FileIn<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let FileReport { rows, accepted, changed, unchanged, refused, warned } = self.report;
        let mut out = serializer.serialize_struct("FileReport", 6)?;
        out.serialize_field("rows", rows)?;
        out.serialize_field("accepted", accepted)?;
        out.serialize_field("changed", changed)?;
        out.serialize_field("unchanged", unchanged)?;
        out.serialize_field("refused", &RefusalsIn { refusals: refused, lang: self.lang })?;
        out.serialize_field("warned", &RefusalsIn { refusals: warned, lang: self.lang })?;
        out.end()
    }
}

impl Serialize for RefusalsIn<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.refusals.iter().map(|refusal| RefusalIn { refusal, lang: self.lang }))
    }
}

impl Serialize for RefusalIn<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Refusal", 5)?;
        out.serialize_field("row", &self.refusal.row)?;
        out.serialize_field("reason", &self.refusal.reason)?;
        out.serialize_field("field", &self.refusal.field)?;
        out.serialize_field("value", &self.refusal.value)?;
        out.serialize_field("message", self.refusal.message(self.lang))?;
        out.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(row: u64, reason: Reason) -> Refusal {
        let text = |text: &str| text.to_owned();
        Refusal {
            row,
            reason,
            field: text("F"),
            value: text("v"),
            message_it: text("it"),
            message_en: text("en"),
        }
    }

    #[test]
    fn a_report_counts_rows_and_keeps_every_reason() {
        let mut report = FileReport::default();
        let warned =
            Row { number: 1, outcome: Outcome::Accepted(7), warnings: vec![refusal(1, Reason::Email)] };
        let reasons = vec![refusal(2, Reason::Amount), refusal(2, Reason::Date)];
        assert_eq!(report.take(warned), Some(7));
        assert_eq!(
            report.take(Row::<u8> { number: 2, outcome: Outcome::Refused(reasons), warnings: vec![] }),
            None
        );
        assert_eq!((report.rows, report.accepted, report.refused.len(), report.warned.len()), (2, 1, 2, 1));
        report.withdraw(refusal(1, Reason::DuplicateRow));
        assert_eq!((report.accepted, report.refused.len()), (0, 3));
    }

    #[test]
    fn every_reason_has_its_own_word() {
        for (reason, code) in Reason::ALL.iter().zip(Reason::CODES) {
            assert_eq!(Reason::from_code(code), Some(*reason));
        }
    }
}
