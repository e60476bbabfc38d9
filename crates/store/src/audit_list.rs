//! The audit trail as a list: newest first, by kind of thing, by person, by day, page after page.

use db::{DbError, Tx, Value};
use kernel::{Actor, Instant, UserId};

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its chain.
    pub chain: i64,
    /// Its place in its chain.
    pub seq: i64,
    /// When.
    pub at: Instant,
    /// Who, as stored: JSON of [`Actor`].
    pub actor: String,
    /// The operation's name.
    pub operation: String,
    /// The kind of thing it is about.
    pub subject_kind: String,
    /// The thing's id.
    pub subject_id: [u8; 16],
    /// What changed, as JSON.
    pub details: String,
    /// The number of the case it is about; empty for other things.
    pub number: String,
}

impl Line {
    /// Who did it; none when what is stored cannot be read.
    #[must_use]
    pub fn who(&self) -> Option<Actor> {
        serde_json::from_str(&self.actor).ok()
    }

    /// The mark of this line, after which the next page begins.
    #[must_use]
    pub fn mark(&self) -> String {
        format!("{}.{}.{}", self.at.as_micros(), self.chain, self.seq)
    }
}

/// Which lines.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// About this kind of thing.
    pub kind: Option<String>,
    /// About this thing.
    pub subject: Option<[u8; 16]>,
    /// By this account.
    pub user: Option<UserId>,
    /// At this moment or after.
    pub from: Option<Instant>,
    /// Before this moment.
    pub before: Option<Instant>,
}

/// How an actor that is an account begins where it is stored; the index of actors holds as many characters.
fn begins(user: UserId) -> String {
    format!("{{\"kind\":\"user\",\"id\":\"{user}")
}

/// A page of lines, newest first, after the mark of the page before.
///
/// # Errors
/// [`DbError`] from the database. A mark that is none begins at the first page.
pub fn page(tx: &mut Tx<'_>, filter: &Filter, after: Option<&str>, limit: i64) -> Result<Vec<Line>, DbError> {
    let mut sql = String::from(
        "SELECT chain, seq, at, actor, operation, subject_kind, subject_id, details,
         COALESCE((SELECT number FROM cases WHERE cases.id = audit.subject_id), '') AS number FROM audit WHERE 1 = 1",
    );
    let mut values: Vec<Value> = Vec::new();
    let mut and = |condition: &str, value: Value| {
        values.push(value);
        sql.push_str(&format!(" AND {condition} ${}", values.len()));
    };
    if let Some(kind) = &filter.kind {
        and("subject_kind =", Value::from(kind.as_str()));
    }
    if let Some(subject) = filter.subject {
        and("subject_id =", Value::from(subject));
    }
    if let Some(user) = filter.user {
        and("substr(actor, 1, 57) =", Value::from(begins(user)));
    }
    if let Some(from) = filter.from {
        and("at >=", Value::from(from));
    }
    if let Some(before) = filter.before {
        and("at <", Value::from(before));
    }
    if let Some((at, chain, seq)) = after.and_then(read_mark) {
        let first = values.len() + 1;
        values.extend([Value::Int(at), Value::Int(chain), Value::Int(seq)]);
        sql.push_str(&format!(" AND (at, chain, seq) < (${first}, ${}, ${})", first + 1, first + 2));
    }
    values.push(Value::Int(limit));
    sql.push_str(&format!(" ORDER BY at DESC, chain DESC, seq DESC LIMIT ${}", values.len()));
    let rows = tx.query_sql("audit_list::page", &sql, &values)?;
    rows.iter()
        .map(|row| {
            Ok(Line {
                chain: row.get("chain")?,
                seq: row.get("seq")?,
                at: row.get("at")?,
                actor: row.get("actor")?,
                operation: row.get("operation")?,
                subject_kind: row.get("subject_kind")?,
                subject_id: row.get("subject_id")?,
                details: row.get("details")?,
                number: row.get("number")?,
            })
        })
        .collect()
}

fn read_mark(mark: &str) -> Option<(i64, i64, i64)> {
    let mut parts = mark.split('.');
    let mut next = || parts.next()?.parse::<i64>().ok();
    Some((next()?, next()?, next()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_account_is_found_by_how_its_stored_actor_begins() {
        let id = UserId::from_bytes([7; 16]);
        let stored = serde_json::to_string(&Actor::User { id, name: "Bellini".to_owned() }).unwrap();
        assert_eq!(begins(id), stored.chars().take(57).collect::<String>(), "the index holds 57 characters");
    }

    #[test]
    fn a_mark_that_is_none_is_no_mark() {
        assert_eq!(read_mark("5.3.2"), Some((5, 3, 2)));
        for mark in ["", "5", "5.x.1", "a.b.c"] {
            assert_eq!(read_mark(mark), None, "{mark}");
        }
    }
}
