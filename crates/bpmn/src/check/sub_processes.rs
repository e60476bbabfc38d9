//! What sub-processes may hold (10.3.5) and where choreographies stand (11.5).

use super::elements::{is_activity, is_bpmn, is_choreography_activity, is_sub_process, tag};
use super::{Found, Model};

pub(super) fn check(model: &Model, found: &mut Found) {
    for el in model.all.iter().filter(|el| is_choreography_activity(**el)) {
        let around = el.parent().filter(|parent| is_bpmn(*parent));
        if around.is_some_and(|parent| tag(parent) == "process" || is_sub_process(parent)) {
            let remedy = "Use a task or sub-process; choreographies have their own diagrams";
            found.add(*el, "choreography.place", "a choreography activity stands in a process", remedy);
        }
    }
    for scope in model.named("adHocSubProcess") {
        if !scope.children().any(is_activity) {
            found.add(
                scope,
                "ad-hoc.empty",
                "the ad-hoc sub-process has no activity",
                "Put at least one into it",
            );
        }
        for inner in scope.children().filter(|child| is_bpmn(*child)) {
            if matches!(tag(inner), "startEvent" | "endEvent" | "conversation" | "conversationLink") {
                let message = format!("a {} stands in an ad-hoc sub-process", tag(inner));
                found.add(
                    inner,
                    "ad-hoc.content",
                    message,
                    "Remove it: its activities start and end on their own",
                );
            }
        }
    }
    for property in model.named("property") {
        let around = property.parent().filter(|parent| is_bpmn(*parent));
        let fits =
            around.is_some_and(|el| tag(el) == "process" || is_activity(el) || super::elements::is_event(el));
        if !fits {
            let remedy = "Move it into a process, an activity or an event";
            found.add(property, "property.place", "a property stands where none may", remedy);
        }
    }
}
