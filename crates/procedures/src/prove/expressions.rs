//! Expressions that cannot be right whatever the answers are: in the diagram's conditions and in the forms.

use std::collections::BTreeMap;

use feel::{
    Expr,
    types::{Type, TypeEnv, check as check_value, check_condition},
};

use super::{Catalogue, drawn};
use crate::{Defect, Field, FieldKind, Form, Pack};

/// The type in which expressions see an answer. Days are kept as text.
const fn type_of(kind: FieldKind) -> Type {
    match kind {
        FieldKind::Flag => Type::Boolean,
        FieldKind::Money | FieldKind::Integer | FieldKind::Decimal | FieldKind::Power => Type::Number,
        FieldKind::Address
        | FieldKind::Readings
        | FieldKind::Bills
        | FieldKind::PriceLines
        | FieldKind::Group => Type::Any,
        _ => Type::String,
    }
}

/// Every name of the pack's answers: a type where all that set it agree.
fn known(pack: &Pack, catalogue: &Catalogue) -> TypeEnv {
    let mut types: BTreeMap<&str, Type> = BTreeMap::new();
    for field in pack.forms.values().flat_map(|form| &form.fields) {
        let of = type_of(field.kind);
        types
            .entry(&field.name)
            .and_modify(|known| {
                if *known != of {
                    *known = Type::Any
                }
            })
            .or_insert(of);
    }
    for name in catalogue.operations.iter().flat_map(|operation| &operation.writes) {
        types.entry(name).or_insert(Type::Any);
    }
    // Known where the request was begun from the page of a customer.
    types.entry("asking_party").or_insert(Type::Any);
    types.into_iter().collect()
}

pub(super) fn check(pack: &Pack, catalogue: &Catalogue, defects: &mut Vec<Defect>) {
    let names = known(pack, catalogue);
    for flow in pack.executables.values().flat_map(|executable| &executable.flows) {
        let Some(condition) = &flow.condition else { continue };
        match feel::parse_condition(&condition.text) {
            // A name that nothing sets is told where answers are followed.
            Ok(parsed) => defects.extend(
                check_condition(&parsed, &names)
                    .into_iter()
                    .filter(|error| error.code != "unknown-name")
                    .map(|error| drawn(&flow.id, error.message, &error.remedy)),
            ),
            Err(error) => {
                let message = format!("`{}` cannot be read: {}", condition.text, error.message);
                defects.push(drawn(&flow.id, message, &error.remedy));
            }
        }
    }
    for condition in pack.clocks.iter().filter_map(|clock| clock.when.as_ref()) {
        let errors = check_condition(condition, &names);
        let told = errors
            .into_iter()
            .map(|error| Defect::new("procedure.toml", "clock", error.message, error.remedy));
        defects.extend(told);
    }
    for form in pack.forms.values() {
        of_form(form, &names, defects);
    }
}

fn of_form(form: &Form, names: &TypeEnv, defects: &mut Vec<Defect>) {
    let file = format!("forms/{}.toml", form.id);
    let mut report = |place: &str, expression: Option<&Expr>, names: &TypeEnv, condition: bool| {
        let Some(expression) = expression else { return };
        let errors =
            if condition { check_condition(expression, names) } else { check_value(expression, names) };
        let told = errors.into_iter().map(|error| Defect::new(&file, place, error.message, error.remedy));
        defects.extend(told);
    };
    for section in &form.sections {
        report(&section.id, section.when.as_ref(), names, true);
    }
    for field in &form.fields {
        of_field(field, names, &mut report);
        // A row sees its own answers before those of the form.
        let mut row = names.clone();
        for inner in &field.fields {
            row.insert(inner.name.clone(), type_of(inner.kind));
        }
        for inner in &field.fields {
            of_field(inner, &row, &mut report);
        }
    }
}

fn of_field(field: &Field, names: &TypeEnv, report: &mut impl FnMut(&str, Option<&Expr>, &TypeEnv, bool)) {
    let Field { name, when, required_when, check, default, choices, compute, .. } = field;
    report(name, when.as_ref(), names, true);
    report(name, required_when.as_ref(), names, true);
    report(name, default.as_ref(), names, false);
    report(name, compute.as_ref(), names, false);
    for choice in choices {
        report(name, choice.when.as_ref(), names, true);
    }
    report(name, check.as_ref(), &names.clone().with("value", type_of(field.kind)), true);
}
