//! A form: which fields it shows for the answers so far, and whether the answers can be taken.

use std::collections::BTreeMap;

use feel::{Env, Expr, Scope, Value};
use kernel::Date;
use serde_json::{Map, Value as Json};

use crate::{Field, FieldKind, take};

mod rows;
mod schema;

/// A part of a form with a heading: the text `section-<form>-<id>`.
#[derive(Clone, Debug)]
pub struct Section {
    /// Its id.
    pub id: String,
    /// Shown only then.
    pub when: Option<Expr>,
}

/// A form.
#[derive(Clone, Debug)]
pub struct Form {
    /// Its id.
    pub id: String,
    /// Its sections in order.
    pub sections: Vec<Section>,
    /// Its fields in order.
    pub fields: Vec<Field>,
    /// Asked in a dialog over the step before.
    pub popup: bool,
}

/// Why an answer cannot be taken, or deserves a second look. `code` is stable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The field; `readings.F1` and `address.street` for parts.
    pub field: String,
    /// The code.
    pub code: String,
    /// Values for the sentence, by name.
    pub args: Vec<(String, String)>,
    /// Whether it only warns.
    pub warning: bool,
}

impl Problem {
    pub(crate) fn new(field: &str, code: &str) -> Self {
        Self { field: field.to_owned(), code: code.to_owned(), args: Vec::new(), warning: false }
    }

    pub(crate) fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.args.push((name.to_owned(), value.to_string()));
        self
    }
}

/// The answers as an expression sees them, the field's own as `value`.
struct Answers<'a> {
    all: &'a Map<String, Json>,
    value: Option<&'a Json>,
    /// The names that the expression reads as answers.
    read: Vec<String>,
}

impl<'a> Answers<'a> {
    fn to(expression: &Expr, all: &'a Map<String, Json>, value: Option<&'a Json>) -> Self {
        Self { all, value, read: expression.names() }
    }
}

impl Scope for Answers<'_> {
    fn get(&self, name: &str) -> Option<Value> {
        let found = if name == "value" { self.value } else { self.all.get(name) };
        // What is not answered yet is null, so that every condition has an answer. Names that are not read as answers
        // are those of built-in functions: they must not be hidden by a null.
        found
            .map(Value::from_json)
            .or_else(|| self.read.iter().any(|read| read == name).then_some(Value::Null))
    }
}

/// Whether a condition holds for these answers; `otherwise` where there is none.
pub(crate) fn holds(
    condition: Option<&Expr>,
    answers: &Map<String, Json>,
    env: &Env,
    otherwise: bool,
) -> bool {
    condition.map_or(otherwise, |condition| {
        condition.eval_condition(&Answers::to(condition, answers, None), env).unwrap_or(false)
    })
}

impl Form {
    /// The fields to be shown for these answers. The answer of a field that is not shown counts as not given, so that
    /// what hangs on it is not shown either.
    #[must_use]
    pub fn visible(&self, answers: &Map<String, Json>, env: &Env) -> Vec<&Field> {
        let mut shown = self.shown(answers, env);
        // A chain of conditions settles in as many rounds as it has links; a circle is left after as many.
        for _ in &self.fields {
            let next = self.shown(&self.without_hidden(answers, &shown), env);
            if next.iter().map(|field| &field.name).eq(shown.iter().map(|field| &field.name)) {
                break;
            }
            shown = next;
        }
        shown
    }

    fn shown(&self, answers: &Map<String, Json>, env: &Env) -> Vec<&Field> {
        let section = |field: &Field| self.sections.iter().find(|section| section.id == field.section);
        self.fields
            .iter()
            .filter(|field| holds(field.when.as_ref(), answers, env, true))
            .filter(|field| {
                section(field).is_none_or(|section| holds(section.when.as_ref(), answers, env, true))
            })
            .collect()
    }

    /// The answers without those of this form's fields that are not shown.
    fn without_hidden(&self, answers: &Map<String, Json>, shown: &[&Field]) -> Map<String, Json> {
        let is_shown = |name: &String| shown.iter().any(|field| field.name == *name);
        let asked = |name: &String| self.fields.iter().any(|field| field.name == *name);
        let kept = answers.iter().filter(|(name, _)| is_shown(name) || !asked(name));
        kept.map(|(name, value)| (name.clone(), value.clone())).collect()
    }

    /// Whether a field must be answered.
    #[must_use]
    pub fn is_required(&self, field: &Field, answers: &Map<String, Json>, env: &Env) -> bool {
        rows::is_required(field, answers, env)
    }

    /// The answers a choice offers with these answers.
    #[must_use]
    pub fn choices(&self, field: &Field, answers: &Map<String, Json>, env: &Env) -> Vec<String> {
        let offered = field.choices.iter().filter(|choice| holds(choice.when.as_ref(), answers, env, true));
        offered.map(|choice| choice.value.clone()).collect()
    }

    /// What is proposed for a field that is not answered yet.
    #[must_use]
    pub fn proposal(&self, field: &Field, answers: &Map<String, Json>, env: &Env) -> Option<Json> {
        let default = field.default.as_ref()?;
        let value = default.eval(&Answers::to(default, answers, None), env).ok()?;
        let json = value.to_json();
        (!json.is_null()).then_some(json)
    }

    /// Reads what was posted: the typed answers of the fields shown, and what is wrong with them. `answers` are those
    /// of the whole case so far.
    #[must_use]
    pub fn take(
        &self,
        raw: &BTreeMap<String, Vec<String>>,
        answers: &Map<String, Json>,
        today: Date,
        env: &Env,
    ) -> (Map<String, Json>, Vec<Problem>) {
        self.take_beside(raw, &Map::new(), answers, (today, env))
    }

    /// The same where some answers need not be read: they stand in place of what was posted for them.
    #[must_use]
    pub fn take_beside(
        &self,
        raw: &BTreeMap<String, Vec<String>>,
        known: &Map<String, Json>,
        answers: &Map<String, Json>,
        (today, env): (Date, &Env),
    ) -> (Map<String, Json>, Vec<Problem>) {
        let (mut typed, mut problems) = take::fields(&self.fields, raw, today);
        for field in self.fields.iter().filter(|field| field.compute.is_none()) {
            let Some(value) = known.get(&field.name) else { continue };
            let part = format!("{}.", field.name);
            problems.retain(|problem| problem.field != field.name && !problem.field.starts_with(&part));
            typed.insert(field.name.clone(), value.clone());
        }
        let mut all = answers.clone();
        for field in &self.fields {
            all.remove(&field.name);
        }
        all.extend(typed.clone());
        rows::settle(&self.fields, &mut all, env);
        typed.extend(
            self.fields
                .iter()
                .filter(|field| field.compute.is_some() || field.kind == FieldKind::Group)
                .filter_map(|field| Some((field.name.clone(), all.get(&field.name)?.clone()))),
        );
        let shown: Vec<&str> = self.visible(&all, env).iter().map(|field| field.name.as_str()).collect();
        typed.retain(|name, _| shown.contains(&name.as_str()));
        problems.retain(|problem| {
            let name = problem.field.split('.').next().unwrap_or_default();
            shown.contains(&name)
        });
        let unread: Vec<String> = problems.iter().map(|problem| problem.field.clone()).collect();
        let rest = self.check(&all, today, env).into_iter();
        // What could not be read is not there; that it is missing too would be said twice.
        let of_unread = |problem: &Problem| {
            unread
                .iter()
                .any(|field| *field == problem.field || field.starts_with(&format!("{}.", problem.field)))
        };
        problems.extend(rest.filter(|problem| !of_unread(problem)));
        (typed, problems)
    }

    /// Checks stored answers: required ones are there, each fits its type, each check holds.
    #[must_use]
    pub fn check(&self, answers: &Map<String, Json>, today: Date, env: &Env) -> Vec<Problem> {
        let shown = self.visible(answers, env);
        let answers = &self.without_hidden(answers, &shown);
        shown.into_iter().flat_map(|field| rows::check(field, answers, today, env)).collect()
    }

    /// What the form works out from the answers, by field.
    #[must_use]
    pub fn computed(&self, answers: &Map<String, Json>, env: &Env) -> Map<String, Json> {
        let mut all = answers.clone();
        rows::settle(&self.fields, &mut all, env);
        let computed = self.fields.iter().filter(|field| field.compute.is_some());
        computed.filter_map(|field| Some((field.name.clone(), all.get(&field.name)?.clone()))).collect()
    }
}

#[cfg(test)]
mod tests;
