//! One PostgreSQL connection, driven from a blocking thread.

use std::{future::Future, sync::Arc};

use deadpool_postgres::Object;
use futures_util::future::{join_all, try_join_all};
use tokio::runtime::Handle;
use tokio_postgres::{Error, Statement, types::ToSql};

use super::{
    errors::{explain, is_stale_plan},
    wire::{Bound, cell},
};
use crate::{error::DbError, row::Row, value::Value};

/// Statements sent ahead of their answers in a batch.
const AHEAD: usize = 500;
/// Composed texts kept prepared on one connection before all are let go.
const STATEMENTS: usize = 1000;

/// A pooled connection. Every method blocks its thread.
pub(crate) struct Session {
    client: Object,
    handle: Handle,
}

type Texts = [(&'static str, &'static str)];

impl Session {
    pub(super) const fn new(client: Object, handle: Handle) -> Self {
        Self { client, handle }
    }

    /// Closes the connection instead of giving it back: nobody knows what state it is in.
    pub(super) fn discard(self) {
        drop(Object::take(self.client));
    }

    /// BEGIN, COMMIT, SAVEPOINT and the like, without parameters or result.
    pub(crate) fn control(&self, sql: &'static str) -> Result<(), DbError> {
        self.wait(sql, self.client.batch_execute(sql))
    }

    pub(crate) fn query(&self, name: &'static str, sql: &str, params: &[Value]) -> Result<Vec<Row>, DbError> {
        let statement = self.prepared(name, sql, params.len())?;
        let bound: Vec<Bound<'_>> = params.iter().map(Bound).collect();
        let found = self.wait(name, self.client.query(&statement, &references(&bound)))?;
        let columns: Arc<[String]> =
            statement.columns().iter().map(|column| column.name().to_owned()).collect();
        found
            .iter()
            .map(|row| {
                let cells = (0..columns.len()).map(|index| cell(name, row, index));
                Ok(Row::new(name, Arc::clone(&columns), cells.collect::<Result<_, DbError>>()?))
            })
            .collect()
    }

    pub(crate) fn execute(&self, name: &'static str, sql: &str, params: &[Value]) -> Result<u64, DbError> {
        let statement = self.prepared(name, sql, params.len())?;
        let bound: Vec<Bound<'_>> = params.iter().map(Bound).collect();
        self.wait(name, self.client.execute(&statement, &references(&bound)))
    }

    pub(crate) fn batch(&self, name: &'static str, sql: &str, sets: &[Vec<Value>]) -> Result<u64, DbError> {
        let Some(first) = sets.first() else { return Ok(0) };
        let statement = self.prepared(name, sql, first.len())?;
        if let Some(odd) = sets.iter().find(|set| set.len() != first.len()) {
            return Err(miscounted(name, first.len(), odd.len()));
        }
        let mut changed = 0;
        for chunk in sets.chunks(AHEAD) {
            let bound: Vec<Vec<Bound<'_>>> =
                chunk.iter().map(|set| set.iter().map(Bound).collect()).collect();
            let sent =
                bound.iter().map(|set| async { self.client.execute(&statement, &references(set)).await });
            changed += self.wait(name, try_join_all(sent))?.iter().sum::<u64>();
        }
        Ok(changed)
    }

    /// Statements separated by semicolons, as they are.
    pub(crate) fn script(&self, sql: &str) -> Result<(), DbError> {
        self.wait("script", self.client.batch_execute(sql))
    }

    /// The one text a statement without parameters gives.
    pub(crate) fn text(&self, sql: &'static str) -> Result<String, DbError> {
        let row = self.wait(sql, self.client.query_one(sql, &[]))?;
        row.try_get(0).map_err(|error| explain(sql, &error))
    }

    /// Prepares every text, gives the ones that are refused.
    pub(crate) fn prepare_all(&self, texts: &Texts) -> Result<Vec<(&'static str, DbError)>, DbError> {
        let mut refused = Vec::new();
        for chunk in texts.chunks(AHEAD) {
            let prepared = join_all(chunk.iter().map(|(_, sql)| self.client.prepare(sql)));
            let results = self.handle.block_on(prepared);
            for ((name, _), result) in chunk.iter().zip(results) {
                match result.map_err(|error| explain(name, &error)) {
                    Ok(_) => {}
                    Err(lost @ DbError::Connection(_)) => return Err(lost),
                    Err(error) => refused.push((*name, error)),
                }
            }
        }
        Ok(refused)
    }

    /// Runs the migrations while holding a lock of the server, so that nodes that start together take turns.
    pub(crate) fn migrate(
        &mut self,
        runner: &refinery::Runner,
        lock: i64,
    ) -> Result<refinery::Report, DbError> {
        self.wait("migrate", async {
            // Waiting for another node may take as long as its migration.
            self.client.batch_execute("SET lock_timeout = 0").await?;
            self.client.execute("SELECT pg_advisory_lock($1)", &[&lock]).await
        })?;
        let handle = self.handle.clone();
        let client: &mut tokio_postgres::Client = &mut self.client;
        let report =
            handle.block_on(runner.run_async(client)).map_err(|error| crate::migrations::failed(&error));
        self.wait("migrate", async {
            self.client.execute("SELECT pg_advisory_unlock($1)", &[&lock]).await?;
            self.client.batch_execute("RESET lock_timeout").await
        })?;
        report
    }

    pub(crate) fn applied(&mut self, runner: &refinery::Runner) -> Result<Vec<refinery::Migration>, DbError> {
        let history = self.text(
            "SELECT CAST(count(*) AS TEXT) FROM pg_tables WHERE tablename = 'refinery_schema_history' \
                                 AND schemaname = current_schema()",
        )?;
        if history == "0" {
            return Ok(Vec::new());
        }
        let handle = self.handle.clone();
        let client: &mut tokio_postgres::Client = &mut self.client;
        handle
            .block_on(runner.get_applied_migrations_async(client))
            .map_err(|error| crate::migrations::failed(&error))
    }

    fn prepared(&self, name: &str, sql: &str, given: usize) -> Result<Statement, DbError> {
        if self.client.statement_cache.size() > STATEMENTS {
            self.client.statement_cache.clear();
        }
        let statement = self.wait(name, self.client.prepare_cached(sql))?;
        let wanted = statement.params().len();
        if wanted == given { Ok(statement) } else { Err(miscounted(name, wanted, given)) }
    }

    fn wait<T>(&self, name: &str, answer: impl Future<Output = Result<T, Error>>) -> Result<T, DbError> {
        self.handle.block_on(answer).map_err(|error| {
            if is_stale_plan(&error) {
                self.client.statement_cache.clear();
            }
            explain(name, &error)
        })
    }
}

fn references<'v>(bound: &'v [Bound<'v>]) -> Vec<&'v (dyn ToSql + Sync)> {
    bound.iter().map(|value| value as &(dyn ToSql + Sync)).collect()
}

fn miscounted(name: &str, wanted: usize, given: usize) -> DbError {
    DbError::Driver(format!("{name}: {wanted} parameters expected, {given} given"))
}
