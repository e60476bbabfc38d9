//! Values as they travel: ids, days, moments and amounts, and pages of a list.

use std::{fmt::Display, str::FromStr};

use app::Error;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An identifier: a UUID, version 7.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
#[schema(format = "uuid", example = "01965b1e-7a4c-7c1e-9d6b-2f1f3f0a9b10")]
pub struct Id(String);

/// A day: ISO 8601, `2026-03-18`. Days are those of Europe/Rome.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
#[schema(format = "date", example = "2026-03-18")]
pub struct Day(String);

/// A moment: RFC 3339 with its offset, `2026-03-18T09:30:00+01:00`. Answers are in UTC.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
#[schema(format = "date-time", example = "2026-03-18T08:30:00Z")]
pub struct Moment(String);

/// An amount of money.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Money {
    /// Whole cents.
    cents: i64,
    /// The currency, always `EUR`.
    #[schema(example = "EUR")]
    currency: &'static str,
}

impl From<kernel::Money> for Money {
    fn from(amount: kernel::Money) -> Self {
        Self { cents: amount.cents(), currency: "EUR" }
    }
}

impl Id {
    /// The identifier of something.
    pub fn of(id: impl Display) -> Self {
        Self(id.to_string())
    }

    /// Reads it.
    ///
    /// # Errors
    /// [`Error::Invalid`] naming the field.
    pub fn read<T: FromStr>(&self, field: &str) -> Result<T, Error> {
        self.0.parse().map_err(|_| Error::field(field, "id_form"))
    }
}

impl From<kernel::Date> for Day {
    fn from(day: kernel::Date) -> Self {
        Self(day.to_string())
    }
}

impl Moment {
    /// Reads it.
    ///
    /// # Errors
    /// [`Error::Invalid`] naming the field.
    pub fn read(&self, field: &str) -> Result<kernel::Instant, Error> {
        self.0.parse().map_err(|_| Error::field(field, "moment_form"))
    }
}

impl From<kernel::Instant> for Moment {
    fn from(at: kernel::Instant) -> Self {
        Self(at.to_string())
    }
}

/// A page of a list.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Page<T: ToSchema> {
    /// The rows.
    pub items: Vec<T>,
    /// Give it as `after` to read the following page; null on the last one.
    pub next: Option<String>,
}

/// What was made.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Made {
    /// Its id.
    pub id: Id,
}
