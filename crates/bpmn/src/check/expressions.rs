//! Expressions that are run are formal ones (8.3.6), and conditions can be true or false.

use feel::types::{Type, TypeEnv};

use super::elements::{El, has_type, is_bpmn, tag, text};
use super::{Found, Model};

/// Elements that hold an expression.
const EXPRESSIONS: [&str; 11] = [
    "conditionExpression",
    "completionCondition",
    "activationCondition",
    "loopCondition",
    "loopCardinality",
    "condition",
    "timeDate",
    "timeDuration",
    "timeCycle",
    "from",
    "to",
];

/// Those that decide something.
const CONDITIONS: [&str; 5] =
    ["conditionExpression", "completionCondition", "activationCondition", "loopCondition", "condition"];

pub(super) fn check(model: &Model, found: &mut Found) {
    for el in model.all.iter().filter(|el| EXPRESSIONS.contains(&tag(**el)) && model.is_executable(**el)) {
        // The condition of a complex behaviour is formal by its place in the schema, that of a flow where it
        // reads as a comparison.
        let formal = has_type(*el, "tFormalExpression")
            || el.parent().is_some_and(|parent| tag(parent) == "complexBehaviorDefinition")
            || (tag(*el) == "conditionExpression" && type_of(*el) == Some(Type::Boolean));
        let at =
            el.ancestors().skip(1).find(|el| is_bpmn(*el) && el.attribute("id").is_some()).unwrap_or(*el);
        if !formal {
            let message = format!("the {} cannot be run: it is not a formal expression", tag(*el));
            found.add(at, "expression.formal", message, "Set xsi:type to tFormalExpression");
        }
        if CONDITIONS.contains(&tag(*el)) {
            truth(at, *el, found);
        }
        if CONDITIONS.contains(&tag(*el)) && speaks_feel(model, *el) {
            syntax(at, *el, found);
        }
    }
}

/// Whether expressions here are FEEL by declaration: their own, else that of the file.
pub(super) fn speaks_feel<'a>(model: &Model<'a>, el: El<'a>) -> bool {
    let language = el.attribute("language").or_else(|| model.root.attribute("expressionLanguage"));
    language.is_some_and(|language| language.to_ascii_lowercase().trim_end_matches('/').ends_with("feel"))
}

fn type_of(el: El) -> Option<Type> {
    let expr = feel::parse_condition(&text(el)).ok()?;
    Some(feel::types::type_of(&expr, &TypeEnv::new()))
}

/// A condition that is a number or a text can never decide anything.
fn truth(at: El, el: El, found: &mut Found) {
    let Some(of) = type_of(el) else { return };
    if !matches!(of, Type::Any | Type::Boolean | Type::Null) {
        let message = format!("the {} `{}` is a {of}, not true or false", tag(el), text(el));
        found.add(at, "expression.condition", message, "Compare it with something");
    }
}

/// A condition in FEEL can be read.
fn syntax(at: El, el: El, found: &mut Found) {
    let source = text(el);
    let simple = source.starts_with("${") || source.starts_with("#{");
    if let Err(error) = feel::parse_condition(&source)
        && !simple
    {
        let message = format!("the {} `{source}` cannot be read: {}", tag(el), error.message);
        found.add(at, "expression.syntax", message, &error.remedy);
    }
}
