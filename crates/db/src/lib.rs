//! The only crate that knows the database drivers: pools, units of work, group commit, named statements,
//! values, errors, migrations. What the statements mean belongs to `store`; this crate knows no table.
//!
//! A unit of work is a plain closure over a [`Tx`]; see [`Db::write`] and [`Db::read`] for its rules.

mod database;
mod error;
pub mod fault;
mod maintenance;
mod migrations;
mod postgres;
mod row;
mod server;
mod sqlite;
mod statement;
pub mod testing;
mod tx;
mod unit;
mod url;
mod value;

pub use database::{Db, Options};
pub use error::{DbError, Retryable};
pub use maintenance::{Health, Size};
pub use migrations::Migration;
pub use row::Row;
pub use statement::Statement;
pub use tx::Tx;
pub use url::{BadUrl, DatabaseUrl, Engine};
pub use value::{FromValue, ToValue, Value};
