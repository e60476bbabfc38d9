//! Loops and multi-instances (10.3.8).

use super::elements::{El, child, children, tag};
use super::{Found, Model};

pub(super) fn check(model: &Model, found: &mut Found) {
    for activity in model.activities() {
        let own =
            |el: &El| matches!(tag(*el), "standardLoopCharacteristics" | "multiInstanceLoopCharacteristics");
        if activity.children().filter(|el| super::elements::is_bpmn(*el) && own(el)).count() > 1 {
            found.add(activity, "loop.several", "the activity repeats in several ways", "Keep one loop");
        }
        let Some(multi) = child(activity, "multiInstanceLoopCharacteristics") else {
            continue;
        };
        if !model.is_executable(activity) {
            continue;
        }
        how_often(activity, multi, found);
        behavior(activity, multi, found);
    }
    for standard in model.named("standardLoopCharacteristics") {
        let wrong = standard.attribute("loopMaximum").is_some_and(|max| max.trim().parse::<i64>().is_err());
        if wrong {
            let activity = standard.parent().unwrap_or(standard);
            found.add(activity, "loop.maximum", "loopMaximum is not a whole number", "Write a whole number");
        }
    }
}

fn how_often(activity: El, multi: El, found: &mut Found) {
    // Other engines' attributes may name the collection.
    let foreign = multi.attributes().any(|attribute| attribute.namespace().is_some())
        || child(multi, "extensionElements").is_some();
    let given = usize::from(child(multi, "loopCardinality").is_some())
        + usize::from(child(multi, "loopDataInputRef").is_some());
    if given == 0 && !foreign {
        let remedy = "Give loopCardinality or loopDataInputRef";
        found.add(
            activity,
            "multi-instance.count",
            "the multi-instance activity does not say how many instances",
            remedy,
        );
    }
    if given > 1 {
        let remedy = "Keep loopCardinality or loopDataInputRef";
        found.add(
            activity,
            "multi-instance.count",
            "the multi-instance activity says twice how many instances",
            remedy,
        );
    }
}

fn behavior(activity: El, multi: El, found: &mut Found) {
    let (missing, what) = match multi.attribute("behavior").unwrap_or("All") {
        "All" => return,
        "None" => (multi.attribute("noneBehaviorEventRef").is_none(), "noneBehaviorEventRef"),
        "One" => (multi.attribute("oneBehaviorEventRef").is_none(), "oneBehaviorEventRef"),
        "Complex" => {
            (children(multi, "complexBehaviorDefinition").next().is_none(), "complexBehaviorDefinition")
        }
        other => {
            let message = format!("`{other}` is not a multi-instance behaviour");
            found.add(activity, "multi-instance.behavior", message, "Use All, None, One or Complex");
            return;
        }
    };
    if missing {
        let message = format!("the multi-instance behaviour needs {what}");
        found.add(activity, "multi-instance.behavior", message, "Add it, or use the behaviour All");
    }
}
