//! Statements on a SQLite connection: prepared once, bound by the number of the placeholder, read into rows.

use std::{borrow::Cow, sync::Arc};

use rusqlite::{
    CachedStatement, Connection, Statement,
    types::{ToSqlOutput, ValueRef},
};

use super::errors::{explain, named};
use crate::{error::DbError, row::Row, value::Value};

/// BEGIN, COMMIT, SAVEPOINT and the like.
pub(crate) fn control(connection: &Connection, sql: &'static str) -> Result<(), DbError> {
    connection
        .prepare_cached(sql)
        .and_then(|mut statement| statement.execute([]))
        .map(drop)
        .map_err(|error| explain(connection, sql, &error))
}

pub(crate) fn query(
    connection: &Connection,
    name: &'static str,
    sql: &str,
    params: &[Value],
) -> Result<Vec<Row>, DbError> {
    let mut statement = prepare(connection, name, sql)?;
    let slots = slots(&statement, name, params.len())?;
    bind(&mut statement, name, &slots, params)?;
    let width = statement.column_count();
    let mut columns: Option<Arc<[String]>> = None;
    let mut found = Vec::new();
    let mut rows = statement.raw_query();
    loop {
        let row = match rows.next() {
            Ok(Some(row)) => row,
            Ok(None) => return Ok(found),
            Err(error) => return Err(explain(connection, name, &error)),
        };
        let columns = columns.get_or_insert_with(|| titles(row.as_ref()));
        let mut values = Vec::with_capacity(width);
        for index in 0..width {
            let value = row.get_ref(index).map_err(|error| explain(connection, name, &error))?;
            values.push(decode(value).map_err(|found| DbError::Decode {
                statement: name.to_owned(),
                column: columns.get(index).cloned().unwrap_or_default(),
                found: found.to_owned(),
            })?);
        }
        found.push(Row::new(name, Arc::clone(columns), values));
    }
}

pub(crate) fn execute(
    connection: &Connection,
    name: &'static str,
    sql: &str,
    params: &[Value],
) -> Result<u64, DbError> {
    let mut statement = prepare(connection, name, sql)?;
    let slots = slots(&statement, name, params.len())?;
    run(connection, &mut statement, name, &slots, params)
}

pub(crate) fn batch(
    connection: &Connection,
    name: &'static str,
    sql: &str,
    sets: &[Vec<Value>],
) -> Result<u64, DbError> {
    let Some(first) = sets.first() else { return Ok(0) };
    let mut statement = prepare(connection, name, sql)?;
    let slots = slots(&statement, name, first.len())?;
    let mut changed = 0;
    for params in sets {
        if params.len() != slots.len() {
            return Err(miscounted(name, slots.len(), params.len()));
        }
        changed += run(connection, &mut statement, name, &slots, params)?;
    }
    Ok(changed)
}

/// Prepares every text, gives the ones that are refused.
pub(crate) fn prepare_all(
    connection: &Connection,
    texts: &[(&'static str, &'static str)],
) -> Result<Vec<(&'static str, DbError)>, DbError> {
    let refused = |(name, sql): &(&'static str, &'static str)| {
        let prepared = connection.prepare(sql);
        prepared.err().map(|error| (*name, explain(connection, name, &error)))
    };
    Ok(texts.iter().filter_map(refused).collect())
}

fn prepare<'c>(connection: &'c Connection, name: &str, sql: &str) -> Result<CachedStatement<'c>, DbError> {
    connection.prepare_cached(sql).map_err(|error| explain(connection, name, &error))
}

fn run(
    connection: &Connection,
    statement: &mut Statement<'_>,
    name: &str,
    slots: &[usize],
    params: &[Value],
) -> Result<u64, DbError> {
    bind(statement, name, slots, params)?;
    if statement.column_count() == 0 {
        let changed = statement.raw_execute().map_err(|error| explain(connection, name, &error))?;
        return Ok(u64::try_from(changed).unwrap_or(0));
    }
    // With RETURNING, or a SELECT: PostgreSQL counts the rows it gave back, so the count is taken here too.
    let mut rows = statement.raw_query();
    let mut count = 0;
    while rows.next().map_err(|error| explain(connection, name, &error))?.is_some() {
        count += 1;
    }
    Ok(count)
}

/// Which parameter of SQLite each `$n` is: SQLite numbers named ones in the order it meets them.
fn slots(statement: &Statement<'_>, name: &str, given: usize) -> Result<Vec<usize>, DbError> {
    let count = statement.parameter_count();
    if count != given {
        return Err(miscounted(name, count, given));
    }
    let mut slots = Vec::with_capacity(count);
    for number in 1..=count {
        let slot = match statement.parameter_index(dollar(number).as_ref()) {
            Ok(Some(slot)) => slot,
            // Composed texts may hold `?`, which has no name.
            Ok(None) if statement.parameter_name(number).is_none_or(|name| name.starts_with('?')) => number,
            _ => {
                return Err(DbError::Driver(format!("{name}: the placeholder ${number} is missing")));
            }
        };
        slots.push(slot);
    }
    Ok(slots)
}

/// The usual placeholders, so that none has to be made for each call.
const DOLLARS: [&str; 24] = [
    "$1", "$2", "$3", "$4", "$5", "$6", "$7", "$8", "$9", "$10", "$11", "$12", "$13", "$14", "$15", "$16",
    "$17", "$18", "$19", "$20", "$21", "$22", "$23", "$24",
];

fn dollar(number: usize) -> Cow<'static, str> {
    let known = number.checked_sub(1).and_then(|index| DOLLARS.get(index).copied());
    known.map_or_else(|| Cow::Owned(format!("${number}")), Cow::Borrowed)
}

fn titles(statement: &Statement<'_>) -> Arc<[String]> {
    statement.column_names().into_iter().map(ToOwned::to_owned).collect()
}

fn miscounted(name: &str, wanted: usize, given: usize) -> DbError {
    DbError::Driver(format!("{name}: {wanted} parameters expected, {given} given"))
}

fn bind(statement: &mut Statement<'_>, name: &str, slots: &[usize], params: &[Value]) -> Result<(), DbError> {
    for (slot, param) in slots.iter().zip(params) {
        let bound = match param {
            Value::Null => ValueRef::Null,
            Value::Bool(value) => ValueRef::Integer(i64::from(*value)),
            Value::Int(value) => ValueRef::Integer(*value),
            Value::Text(text) if text.contains('\0') => {
                return Err(DbError::Driver(format!("{name}: text must not hold the NUL character")));
            }
            Value::Text(text) => ValueRef::Text(text.as_bytes()),
            Value::Bytes(bytes) => ValueRef::Blob(bytes),
        };
        statement
            .raw_bind_parameter(*slot, ToSqlOutput::Borrowed(bound))
            .map_err(|error| named(name, &error))?;
    }
    Ok(())
}

fn decode(value: ValueRef<'_>) -> Result<Value, &'static str> {
    match value {
        ValueRef::Null => Ok(Value::Null),
        ValueRef::Integer(value) => Ok(Value::Int(value)),
        ValueRef::Text(bytes) => std::str::from_utf8(bytes)
            .map(|text| Value::Text(text.to_owned()))
            .map_err(|_| "text that is not UTF-8"),
        ValueRef::Blob(bytes) => Ok(Value::Bytes(bytes.to_vec())),
        ValueRef::Real(_) => {
            Err("a floating-point number, which the schema does not use; cast it in the statement")
        }
    }
}
