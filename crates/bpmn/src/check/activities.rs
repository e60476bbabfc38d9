//! Activities (10.3): quantities, scripts, calls.

use super::elements::{El, child, is_activity, text};
use super::expressions::speaks_feel;
use super::{Found, Model};

pub(super) fn check(model: &Model, found: &mut Found) {
    for activity in model.all.iter().filter(|el| is_activity(**el)) {
        for name in ["startQuantity", "completionQuantity"] {
            if let Some(value) = activity.attribute(name)
                && !value.trim().parse::<i64>().is_ok_and(|count| count >= 1)
            {
                let message = format!("{name} is `{value}`");
                found.add(*activity, "activity.quantity", message, "Write a whole number of at least 1");
            }
        }
    }
    for task in model.named("scriptTask").chain(model.named("globalScriptTask")) {
        let script = child(task, "script").map(text).unwrap_or_default();
        let format = task.attribute("scriptFormat").or_else(|| task.attribute("scriptLanguage"));
        if !script.is_empty() && format.is_none_or(str::is_empty) && !names_operation(model, task, &script) {
            let remedy = "Set scriptFormat, as text/x-feel, or let the script be the name of an operation";
            found.add(task, "script.format", "the script does not say in which language it is", remedy);
        }
    }
}

/// A single word is no code but the name of an operation of the application; a script in a file whose
/// expressions are FEEL is FEEL.
fn names_operation<'a>(model: &Model<'a>, task: El<'a>, script: &str) -> bool {
    script.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':'))
        || speaks_feel(model, task)
}
