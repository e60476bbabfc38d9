//! One field against the answers around it: whether it must be answered, whether its answer can be taken, what is
//! worked out; and the rows of a group, each of which is a small form of its own.

use feel::{Env, Value};
use kernel::Date;
use serde_json::{Map, Value as Json};

use super::{Answers, Problem, holds};
use crate::{Field, FieldKind, take};

pub(super) fn is_required(field: &Field, answers: &Map<String, Json>, env: &Env) -> bool {
    field.required || holds(field.required_when.as_ref(), answers, env, false)
}

/// Works out what is computed, in the order of the fields, and drops from each row what the row does not ask.
pub(super) fn settle(fields: &[Field], answers: &mut Map<String, Json>, env: &Env) {
    for field in fields {
        if field.kind == FieldKind::Group {
            let Some(Json::Array(mut rows)) = answers.remove(&field.name) else { continue };
            for row in rows.iter_mut().filter_map(Json::as_object_mut) {
                let mut around = around(answers, row);
                settle(&field.fields, &mut around, env);
                *row = field
                    .fields
                    .iter()
                    .filter(|inner| holds(inner.when.as_ref(), &around, env, true))
                    .filter_map(|inner| Some((inner.name.clone(), around.get(&inner.name)?.clone())))
                    .collect();
            }
            answers.insert(field.name.clone(), Json::Array(rows));
        } else if let Some(compute) = &field.compute {
            let value = compute.eval(&Answers::to(compute, answers, None), env).unwrap_or(Value::Null);
            match stored(field, &value) {
                Json::Null => answers.remove(&field.name),
                value => answers.insert(field.name.clone(), value),
            };
        }
    }
}

/// The form's answers as a row sees them: its own come first.
fn around(answers: &Map<String, Json>, row: &Map<String, Json>) -> Map<String, Json> {
    let mut around = answers.clone();
    around.extend(row.clone());
    around
}

impl Field {
    /// The fields that a row of a group shows for its own answers and those around it, each with whether it must be
    /// answered.
    #[must_use]
    pub fn shown_in_row(
        &self,
        row: &Map<String, Json>,
        answers: &Map<String, Json>,
        env: &Env,
    ) -> Vec<(&Self, bool)> {
        let around = around(answers, row);
        let shown = self.fields.iter().filter(|inner| holds(inner.when.as_ref(), &around, env, true));
        shown.map(|inner| (inner, is_required(inner, &around, env))).collect()
    }
}

/// A worked out value as its type keeps it: amounts and counts are whole, halves go away from zero.
fn stored(field: &Field, value: &Value) -> Json {
    let whole = matches!(field.kind, FieldKind::Money | FieldKind::Integer | FieldKind::Power);
    match value.as_number().filter(|_| whole) {
        Some(number) => take::whole_cents(number).map_or(Json::Null, Json::from),
        None => value.to_json(),
    }
}

/// What is wrong with the answer of one field that is shown.
pub(super) fn check(field: &Field, answers: &Map<String, Json>, today: Date, env: &Env) -> Vec<Problem> {
    let empty = |value: &&Json| !value.is_null() && **value != Json::String(String::new());
    let Some(value) = answers.get(&field.name).filter(empty) else {
        let missing = is_required(field, answers, env) && field.compute.is_none();
        return missing.then(|| Problem::new(&field.name, "required")).into_iter().collect();
    };
    let mut problems: Vec<Problem> = take::check(field, value, today).into_iter().collect();
    if field.kind == FieldKind::Group && problems.is_empty() {
        problems.extend(rows(field, value, answers, today, env));
    }
    let given = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let offered = field.choices.iter().find(|choice| choice.value == given);
    if !field.choices.is_empty()
        && !offered.is_some_and(|choice| holds(choice.when.as_ref(), answers, env, true))
    {
        problems.push(Problem::new(&field.name, "choice_unknown"));
    }
    if let Some(check) = &field.check {
        let scope = Answers::to(check, answers, Some(value));
        if !check.eval_condition(&scope, env).unwrap_or(false) {
            problems.push(Problem::new(&field.name, "field_check"));
        }
    }
    problems
}

/// What is wrong with the rows of a group, each problem named `group.0.field`, and with their number.
fn rows(field: &Field, value: &Json, answers: &Map<String, Json>, today: Date, env: &Env) -> Vec<Problem> {
    let rows = value.as_array().map(Vec::as_slice).unwrap_or_default();
    let mut problems = Vec::new();
    if rows.len() < field.times.least {
        problems.push(Problem::new(&field.name, "rows_few").with("least", field.times.least));
    }
    if rows.len() > field.times.most {
        problems.push(Problem::new(&field.name, "rows_many").with("most", field.times.most));
    }
    for (index, row) in rows.iter().enumerate() {
        let Some(row) = row.as_object() else { continue };
        let around = around(answers, row);
        let shown = field.fields.iter().filter(|inner| holds(inner.when.as_ref(), &around, env, true));
        for mut problem in shown.flat_map(|inner| check(inner, &around, today, env)) {
            problem.field = format!("{}.{index}.{}", field.name, problem.field);
            problems.push(problem);
        }
    }
    problems
}
