//! One row of a result.

use std::sync::Arc;

use crate::{
    error::DbError,
    value::{FromValue, Value},
};

/// One row of a result, read by column name or by position.
#[derive(Clone, Debug)]
pub struct Row {
    statement: &'static str,
    columns: Arc<[String]>,
    values: Vec<Value>,
}

impl Row {
    pub(crate) const fn new(statement: &'static str, columns: Arc<[String]>, values: Vec<Value>) -> Self {
        Self { statement, columns, values }
    }

    /// The value of a column, by its name in the result.
    ///
    /// # Errors
    /// [`DbError::Decode`] when there is no such column or it holds another kind of value.
    pub fn get<T: FromValue>(&self, column: &str) -> Result<T, DbError> {
        let index = self.columns.iter().position(|name| name == column);
        match index.and_then(|index| self.values.get(index)) {
            Some(value) => self.decode(column, value),
            None => Err(self.mistake(column, "nothing: there is no such column in the result")),
        }
    }

    /// The value of a column, by its position from 0.
    ///
    /// # Errors
    /// [`DbError::Decode`] when there is no such column or it holds another kind of value.
    pub fn at<T: FromValue>(&self, index: usize) -> Result<T, DbError> {
        let column = || self.columns.get(index).cloned().unwrap_or_else(|| index.to_string());
        match self.values.get(index) {
            Some(value) => self.decode(&column(), value),
            None => Err(self.mistake(&column(), "nothing: there is no such column in the result")),
        }
    }

    /// The value of a column turned into something finer, for codes of enumerations:
    /// `row.map("status", |code: String| Status::from_code(&code))`.
    ///
    /// # Errors
    /// As [`Row::get`]; and [`DbError::Decode`] when the function gives none.
    pub fn map<T: FromValue, U>(
        &self,
        column: &str,
        function: impl FnOnce(T) -> Option<U>,
    ) -> Result<U, DbError> {
        function(self.get(column)?).ok_or_else(|| self.mistake(column, "a value this program does not know"))
    }

    /// A [`DbError::Decode`] for this row: `found` says what is in the column and what was expected.
    #[must_use]
    pub fn mistake(&self, column: &str, found: &str) -> DbError {
        DbError::Decode {
            statement: self.statement.to_owned(),
            column: column.to_owned(),
            found: found.to_owned(),
        }
    }

    /// The names of the columns, in order.
    #[must_use]
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    /// The values, in the order of the columns.
    #[must_use]
    pub fn values(&self) -> &[Value] {
        &self.values
    }

    fn decode<T: FromValue>(&self, column: &str, value: &Value) -> Result<T, DbError> {
        T::from_value(value).ok_or_else(|| {
            self.mistake(column, &format!("{} where {} was expected", value.kind(), T::EXPECTED))
        })
    }
}
