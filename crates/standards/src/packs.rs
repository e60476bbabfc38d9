//! All records of the packs in use, and finding the one a case is judged by.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock};

use kernel::Date;

use crate::indemnity::{Escalation, IndemnityRule};
use crate::model::{BillingFrequency, Cause, Counting, Fact, Source, Standard};
use crate::reading::{Defect, read};
use crate::shipped;

/// The packs in use: standards and what they refer to, checked.
#[derive(Clone, Debug, Default)]
pub struct Packs {
    pub(crate) standards: Vec<Standard>,
    /// Positions in `standards` by id, in order of `valid_from`.
    pub(crate) by_id: HashMap<String, Vec<usize>>,
    pub(crate) indemnities: HashMap<String, Arc<IndemnityRule>>,
    pub(crate) escalations: HashMap<String, Arc<Escalation>>,
    pub(crate) facts: HashMap<String, Arc<Fact>>,
    pub(crate) sources: HashMap<String, Source>,
    pub(crate) causes: Vec<Cause>,
    pub(crate) billing_frequency: Vec<BillingFrequency>,
    pub(crate) counting: Option<Counting>,
}

impl Packs {
    /// The packs embedded in the program (`standards/`). A test proves that they load without a defect.
    #[must_use]
    pub fn shipped() -> &'static Self {
        static SHIPPED: LazyLock<Packs> = LazyLock::new(|| Packs::load(shipped::FILES).unwrap_or_default());
        &SHIPPED
    }

    /// Reads packs from pairs of file name and text. Names only serve to say where a defect is.
    ///
    /// # Errors
    /// All defects found, in the order of files and records.
    pub fn load(files: &[(&str, &str)]) -> Result<Self, Vec<Defect>> {
        read(files)
    }

    /// The record with this id in force on a day. When none was in force yet, the earliest; when all have ended,
    /// the last. None only for an unknown id.
    #[must_use]
    pub fn in_force(&self, id: &str, day: Date) -> Option<&Standard> {
        let records = || self.by_id.get(id).into_iter().flatten().filter_map(|at| self.standards.get(*at));
        records()
            .find(|standard| standard.in_force_on(day))
            .or_else(|| records().rfind(|standard| standard.valid_from.is_none_or(|from| from <= day)))
            .or_else(|| records().next())
    }

    /// All records, in the order of files.
    pub fn standards(&self) -> impl Iterator<Item = &Standard> {
        self.standards.iter()
    }

    /// Whether some record has this id.
    #[must_use]
    pub fn knows(&self, id: &str) -> bool {
        self.by_id.contains_key(id)
    }

    /// An indemnity by its name in packs.
    #[must_use]
    pub fn indemnity(&self, code: &str) -> Option<&IndemnityRule> {
        self.indemnities.get(code).map(AsRef::as_ref)
    }

    /// A way of growing by its name in packs.
    #[must_use]
    pub fn escalation(&self, code: &str) -> Option<&Escalation> {
        self.escalations.get(code).map(AsRef::as_ref)
    }

    /// A fact that starts or stops clocks, by its name in packs.
    #[must_use]
    pub fn fact(&self, code: &str) -> Option<&Fact> {
        self.facts.get(code).map(AsRef::as_ref)
    }

    /// The page behind a label of `sources`.
    #[must_use]
    pub fn source(&self, label: &str) -> Option<&Source> {
        self.sources.get(label)
    }

    /// The standard causes of a miss, in the order of the pack.
    #[must_use]
    pub fn causes(&self) -> &[Cause] {
        &self.causes
    }

    /// The rules of counting the packs state.
    #[must_use]
    pub const fn counting(&self) -> Option<&Counting> {
        self.counting.as_ref()
    }

    /// The fewest water bills a year for a yearly use in cubic metres (RQSII art. 38).
    #[must_use]
    pub fn bills_per_year(&self, m3_year: i64) -> Option<i64> {
        self.billing_frequency
            .iter()
            .find(|band| band.max_m3_year.is_none_or(|max| m3_year <= max))
            .map(|band| band.bills_per_year)
    }
}
