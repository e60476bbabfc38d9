//! Collaborations, conversations and choreographies (9).

use super::elements::{child, children, is_bpmn, tag, text};
use super::{Found, Model};

/// What a global conversation leaves out (9.5.5).
const NOT_GLOBAL: [&str; 10] = [
    "conversation",
    "subConversation",
    "callConversation",
    "conversationLink",
    "conversationAssociation",
    "participantAssociation",
    "messageFlowAssociation",
    "group",
    "textAnnotation",
    "association",
];

pub(super) fn check(model: &Model, found: &mut Found) {
    for global in model.named("globalConversation") {
        for inner in global.children().filter(|el| is_bpmn(*el) && NOT_GLOBAL.contains(&tag(*el))) {
            let message = format!("a global conversation holds a {}", tag(inner));
            found.add(inner, "conversation.global", message, "Use a collaboration, or remove it");
        }
    }
    participants(model, found);
    links(model, found);
    choreographies(model, found);
}

fn participants(model: &Model, found: &mut Found) {
    for multiplicity in model.named("participantMultiplicity") {
        let number = |name: &str, default: i64| {
            multiplicity.attribute(name).map_or(Some(default), |value| value.trim().parse().ok())
        };
        let fits = match (number("minimum", 0), number("maximum", i64::MAX)) {
            (Some(minimum), Some(maximum)) => minimum >= 0 && maximum >= 1 && maximum >= minimum,
            _ => false,
        };
        if !fits {
            let at = multiplicity.parent().unwrap_or(multiplicity);
            found.add(
                at,
                "participant.count",
                "the numbers of participants contradict each other",
                "Let the maximum be at least the minimum, and at least 1",
            );
        }
    }
}

/// A conversation link joins a conversation with one who takes part in it.
fn links(model: &Model, found: &mut Found) {
    for link in model.named("conversationLink") {
        let is_node = |end: &str| {
            let nodes = ["conversation", "subConversation", "callConversation"];
            model.end(link, end).is_some_and(|el| nodes.contains(&tag(el)))
        };
        if is_node("sourceRef") == is_node("targetRef") {
            let remedy = "Connect a conversation with a pool, an activity or an event";
            found.add(
                link,
                "conversation.link",
                "the link does not join a conversation with a participant",
                remedy,
            );
        }
    }
}

/// Only a plain collaboration stands for a choreography: the others have or forbid their own.
fn choreographies(model: &Model, found: &mut Found) {
    for name in ["choreography", "globalChoreographyTask", "globalConversation"] {
        for owner in model.named(name).filter(|owner| child(*owner, "choreographyRef").is_some()) {
            let message = format!("a {name} refers to a choreography");
            found.add(
                owner,
                "choreography.reference",
                message,
                "Remove choreographyRef, or use a collaboration",
            );
        }
    }
    for owner in model.named("collaboration") {
        for reference in children(owner, "choreographyRef") {
            let target = model.by_id.get(text(reference).as_str());
            if target.is_some_and(|el| !matches!(tag(*el), "choreography" | "globalChoreographyTask")) {
                let message = "choreographyRef leads to no choreography";
                found.add(owner, "reference.kind", message, "Let it lead to a choreography");
            }
        }
    }
}
