//! Nothing is overwritten: what an import is about to replace is kept first, as it stands.

use db::{DbError, Row, Statement, Tx, Value, params};
use serde_json::{Map, Value as Json};

use super::{Id, ids, statements as sql};
use crate::Ctx;

/// Columns of a `REPLACED_…` statement that come before those of the table: the row's id and what tells rows of one
/// id apart.
const LEADING: usize = 2;

/// Keeps the rows that a `REPLACED_…` statement finds for some ids, of a kind, before they are changed.
pub(super) fn keep(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    statement: &Statement,
    kind: &str,
    replaced: &[Id],
) -> Result<(), DbError> {
    if replaced.is_empty() {
        return Ok(());
    }
    let (at, by) = (ctx.now(), ctx.actor.name());
    let sets = tx
        .query(statement, &params![ids(replaced.iter())])?
        .iter()
        .map(|row| {
            let (id, part): (Id, String) = (row.get("row_id")?, row.get("row_part")?);
            Ok(params![kind, id, part, at, by, as_json(row)].to_vec())
        })
        .collect::<Result<Vec<_>, DbError>>()?;
    tx.batch(&sql::INSERT_HISTORY, &sets).map(drop)
}

/// A row as JSON, bytes in hexadecimal: the same text on both engines, but for truth values.
fn as_json(row: &Row) -> String {
    let columns = row.columns().iter().zip(row.values()).skip(LEADING);
    let fields: Map<String, Json> = columns.map(|(name, value)| (name.clone(), json(value))).collect();
    Json::Object(fields).to_string()
}

fn json(value: &Value) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Bool(value) => Json::from(*value),
        Value::Int(value) => Json::from(*value),
        Value::Text(text) => Json::from(text.as_str()),
        Value::Bytes(bytes) => Json::from(bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>()),
    }
}
