//! A file of cases judged at once: the JSON of `sportello quality evaluate`.
//!
//! The whole run is refused at the first fault, naming case and field: an unknown standard, a date that cannot be
//! read, an amount that depends on a class the case does not give. A part of a result would look like all of it.

use kernel::Instant;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::case::{Case, CauseOfMiss, Customer, Suspension};
use crate::clock::Measure;
use crate::evaluation::{Evaluation, IndemnityStatus, State, evaluate};
use crate::model::{Standard, Unit};
use crate::packs::Packs;
use crate::why::Why;

/// Why a run was refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BatchError {
    /// The text is not the JSON of a run.
    #[error("the file is not a list of cases: {0}; expected an object with `now` and `cases`")]
    File(String),
    /// A field of a case is wrong.
    #[error("case «{case}», field `{field}`: {reason}")]
    Field {
        /// The id of the case, or its place in the list.
        case: String,
        /// The field, with dots and places from 1 for what lies deeper: `suspended.2.from`.
        field: String,
        /// What is wrong and what was expected.
        reason: String,
    },
}

/// The file as it is read: each case is turned into its own form at once, so that a large file is never held as
/// loose JSON.
#[derive(Deserialize)]
struct File {
    now: Option<Value>,
    cases: Option<Vec<Read>>,
}

/// A case that was read, or what is wrong with it.
struct Read(Result<Asked, BatchError>);

impl<'de> Deserialize<'de> for Read {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(asked(&Value::deserialize(deserializer)?)))
    }
}

struct Asked {
    id: String,
    standard: String,
    case: Case,
}

impl BatchError {
    /// Names a case without an id by its place in the list, from 1.
    fn with_place(self, place: usize) -> Self {
        match self {
            Self::Field { case, field, reason } if case.is_empty() => {
                Self::Field { case: format!("number {place}"), field, reason }
            }
            other => other,
        }
    }
}

#[derive(Serialize)]
struct Line {
    id: String,
    due: Option<String>,
    elapsed: Number,
    limit: i64,
    unit: &'static str,
    state: State,
    steps: Vec<StepLine>,
    indemnity: IndemnityLine,
    why: Why,
}

#[derive(Serialize)]
#[serde(untagged)]
enum Number {
    Whole(i64),
    Parts(f64),
}

#[derive(Serialize)]
struct StepLine {
    multiple: i64,
    from: String,
}

#[derive(Serialize)]
struct IndemnityLine {
    multiple: i64,
    cents: i64,
    status: IndemnityStatus,
}

/// Judges the cases of a JSON text by the shipped packs and answers with the JSON of the results, in the order of
/// the cases.
///
/// # Errors
/// [`BatchError`] for the first fault found; nothing is judged in part.
pub fn evaluate_json(text: &str) -> Result<String, BatchError> {
    evaluate_json_with(Packs::shipped(), text)
}

/// [`evaluate_json`] with other packs.
///
/// # Errors
/// As [`evaluate_json`].
pub fn evaluate_json_with(packs: &Packs, text: &str) -> Result<String, BatchError> {
    let file: File = serde_json::from_str(text).map_err(|error| BatchError::File(error.to_string()))?;
    let now = file.now.as_ref().and_then(Value::as_str);
    let now = now.ok_or_else(|| BatchError::File("`now` is missing".into()))?;
    let now =
        now.parse::<Instant>().map_err(|_| BatchError::File(format!("`now` is «{now}», not {A_MOMENT}")))?;
    let cases = file.cases.ok_or_else(|| BatchError::File("`cases` is missing".into()))?;
    let mut answer = Vec::with_capacity(cases.len().saturating_mul(2048));
    answer.extend_from_slice(b"{\"results\":[");
    for (at, Read(read)) in cases.into_iter().enumerate() {
        let line = judge(packs, read.map_err(|error| error.with_place(at + 1))?, now)?;
        if at > 0 {
            answer.push(b',');
        }
        serde_json::to_writer(&mut answer, &line).map_err(|error| BatchError::File(error.to_string()))?;
    }
    answer.extend_from_slice(b"]}");
    String::from_utf8(answer).map_err(|error| BatchError::File(error.to_string()))
}

const A_MOMENT: &str = "a moment with its offset, for example 2026-03-20T09:00:00+01:00";

/// Reads one case.
fn asked(value: &Value) -> Result<Asked, BatchError> {
    let id = value.get("id").and_then(Value::as_str).unwrap_or_default();
    let reader = Reader { case: id, path: String::new() };
    let Value::Object(fields) = value else {
        return Err(reader.wrong("", "expected an object"));
    };
    if id.is_empty() {
        return Err(reader.wrong("id", "missing: expected a text"));
    }
    let standard = reader.text(fields, "standard")?.ok_or_else(|| reader.wrong("standard", "missing"))?;
    Ok(Asked { id: id.to_owned(), standard: standard.to_owned(), case: case(&reader, fields)? })
}

fn judge(packs: &Packs, asked: Asked, now: Instant) -> Result<Line, BatchError> {
    let Asked { id, standard, case } = asked;
    let reader = Reader { case: &id, path: String::new() };
    let standard = packs.in_force(&standard, case.started.date()).ok_or_else(|| {
        reader.wrong("standard", &format!("there is no standard «{standard}»; expected an id such as W-S14"))
    })?;
    let judged = evaluate(standard, &case, now);
    if let Some(missing) = judged.indemnity.missing {
        return Err(
            reader.wrong(missing.field(), "the indemnity depends on it, and it is absent or not listed")
        );
    }
    Ok(line(id, standard, &case, &judged))
}

fn line(id: String, standard: &Standard, case: &Case, judged: &Evaluation) -> Line {
    Line {
        id,
        due: judged.due.map(|due| due.to_string()),
        elapsed: number(judged.elapsed, judged.unit),
        limit: judged.limit,
        unit: judged.unit.code(),
        state: judged.state,
        steps: judged
            .steps
            .iter()
            .map(|step| StepLine { multiple: step.multiple, from: step.from.to_string() })
            .collect(),
        indemnity: IndemnityLine {
            multiple: judged.indemnity.multiple,
            cents: judged.indemnity.amount.cents(),
            status: judged.indemnity.status,
        },
        why: judged.why_both(standard, case),
    }
}

/// Whole numbers without a decimal point, the rest as it is.
fn number(measure: Measure, unit: Unit) -> Number {
    match (measure, unit.micros()) {
        (Measure::Units(units), _) => Number::Whole(units),
        (Measure::Micros(micros), Some(each)) if micros % each == 0 => Number::Whole(micros / each),
        (measure, _) => Number::Parts(measure.in_unit(unit)),
    }
}

fn case(reader: &Reader<'_>, fields: &Map<String, Value>) -> Result<Case, BatchError> {
    let started = reader.moment(fields, "started")?.ok_or_else(|| reader.wrong("started", "missing"))?;
    let stopped = reader.moment(fields, "stopped")?;
    if stopped.is_some_and(|stopped| stopped < started) {
        return Err(reader.wrong("stopped", "it lies before `started`"));
    }
    let cause_of_miss = match reader.text(fields, "cause_of_miss")? {
        None => None,
        Some(code) => Some(CauseOfMiss::from_code(code).ok_or_else(|| {
            let expected = CauseOfMiss::ALL.map(CauseOfMiss::code).join(", ");
            reader.wrong("cause_of_miss", &format!("unknown cause «{code}»: expected {expected} or null"))
        })?),
    };
    let already = match present(fields, "already_compensated_this_year") {
        None => 0,
        Some(value) => value.as_u64().and_then(|number| u32::try_from(number).ok()).ok_or_else(|| {
            reader.wrong("already_compensated_this_year", "expected a whole number, zero or more")
        })?,
    };
    Ok(Case {
        started,
        suspended: suspended(reader, fields)?,
        stopped,
        cause_of_miss,
        in_arrears: reader.flag(fields, "in_arrears")?,
        already_compensated_this_year: already,
        customer: customer(reader, fields)?,
    })
}

fn customer(reader: &Reader<'_>, fields: &Map<String, Value>) -> Result<Customer, BatchError> {
    match present(fields, "customer") {
        None => Ok(Customer::default()),
        Some(Value::Object(fields)) => {
            let reader = reader.within("customer");
            Ok(Customer {
                class: reader.text(fields, "class")?.map(str::to_owned),
                meter_class: reader.text(fields, "meter_class")?.map(str::to_owned),
                four_monthly_bills: reader.flag(fields, "four_monthly_bills")?,
            })
        }
        Some(_) => Err(reader.wrong("customer", "expected an object")),
    }
}

fn suspended(reader: &Reader<'_>, fields: &Map<String, Value>) -> Result<Vec<Suspension>, BatchError> {
    let entries = match present(fields, "suspended") {
        None => return Ok(Vec::new()),
        Some(Value::Array(entries)) => entries,
        Some(_) => return Err(reader.wrong("suspended", "expected a list")),
    };
    let one = |(at, entry): (usize, &Value)| {
        let reader = reader.within(&format!("suspended.{}", at + 1));
        let Value::Object(fields) = entry else {
            return Err(reader.wrong("", "expected an object"));
        };
        let from = reader.moment(fields, "from")?.ok_or_else(|| reader.wrong("from", "missing"))?;
        let to = reader.moment(fields, "to")?;
        if to.is_some_and(|to| to < from) {
            return Err(reader.wrong("to", "it lies before `from`"));
        }
        Ok(Suspension { from, to, cause: reader.text(fields, "cause")?.map(str::to_owned) })
    };
    entries.iter().enumerate().map(one).collect()
}

/// A field that is there and not null.
fn present<'a>(fields: &'a Map<String, Value>, field: &str) -> Option<&'a Value> {
    fields.get(field).filter(|value| !value.is_null())
}

/// Reads the fields of one case and says where a fault is.
struct Reader<'a> {
    case: &'a str,
    path: String,
}

impl<'a> Reader<'a> {
    fn within(&self, part: &str) -> Reader<'a> {
        Reader { case: self.case, path: format!("{}{part}.", self.path) }
    }

    fn wrong(&self, field: &str, reason: &str) -> BatchError {
        let field = format!("{}{field}", self.path);
        BatchError::Field {
            case: self.case.to_owned(),
            field: field.trim_end_matches('.').to_owned(),
            reason: reason.to_owned(),
        }
    }

    fn text<'v>(&self, fields: &'v Map<String, Value>, field: &str) -> Result<Option<&'v str>, BatchError> {
        match present(fields, field) {
            None => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(_) => Err(self.wrong(field, "expected a text")),
        }
    }

    fn flag(&self, fields: &Map<String, Value>, field: &str) -> Result<bool, BatchError> {
        match present(fields, field) {
            None => Ok(false),
            Some(Value::Bool(flag)) => Ok(*flag),
            Some(_) => Err(self.wrong(field, "expected true or false")),
        }
    }

    fn moment(&self, fields: &Map<String, Value>, field: &str) -> Result<Option<Instant>, BatchError> {
        let Some(text) = self.text(fields, field)? else {
            return Ok(None);
        };
        let moment = text
            .parse::<Instant>()
            .map_err(|_| self.wrong(field, &format!("«{text}» cannot be read: expected {A_MOMENT}")))?;
        Ok(Some(moment))
    }
}

#[cfg(test)]
mod tests;
