//! Link events (10.5.4): a throw goes on at the catch of the same name in the same process level.

use super::elements::{El, children, id, tag, text};
use super::{Found, Model};

pub(super) fn check(model: &Model, found: &mut Found) {
    let links: Vec<(El, El)> = model
        .events()
        .flat_map(|event| model.definitions(event).into_iter().map(move |definition| (event, definition)))
        .filter(|(_, definition)| tag(*definition) == "linkEventDefinition")
        .collect();
    for (event, definition) in &links {
        match tag(*event) {
            "intermediateThrowEvent" if !model.outgoing(*event).is_empty() => {
                found.add(
                    *event,
                    "link.outgoing",
                    "a sequence flow leaves a throwing link event",
                    "Let it start at the catching link event",
                );
            }
            "intermediateCatchEvent" if !model.incoming(*event).is_empty() => {
                found.add(
                    *event,
                    "link.incoming",
                    "a sequence flow leads into a catching link event",
                    "Let it end at the throwing link event",
                );
            }
            _ => {}
        }
        if definition.attribute("name").is_none_or(str::is_empty) {
            found.add(*event, "link.name", "the link has no name", "Give both ends the same name");
        }
        pairs(model, *event, *definition, found);
        partner(model, &links, *event, *definition, found);
    }
}

/// `source` and `target` name each other.
fn pairs<'a>(model: &Model<'a>, event: El<'a>, definition: El<'a>, found: &mut Found) {
    for (own, other) in [("target", "source"), ("source", "target")] {
        for partner in model.referred(definition, own) {
            let back: Vec<String> = children(partner, other).map(text).collect();
            if !back.is_empty() && !back.iter().any(|name| name.rsplit(':').next() == Some(id(definition))) {
                let message =
                    format!("the {own} `{}` of the link does not name it as its {other}", id(partner));
                found.add(event, "link.pair", message, "Let both ends name each other");
            }
        }
    }
}

/// A throw has one catch; a catch has at least one throw.
fn partner<'a>(
    model: &Model<'a>,
    links: &[(El<'a>, El<'a>)],
    event: El<'a>,
    definition: El<'a>,
    found: &mut Found,
) {
    let wanted = match tag(event) {
        "intermediateThrowEvent" => "intermediateCatchEvent",
        "intermediateCatchEvent" => "intermediateThrowEvent",
        _ => return,
    };
    let joined = |other: &El<'a>| {
        other.attribute("name") == definition.attribute("name")
            || model.referred(definition, "target").contains(other)
            || model.referred(definition, "source").contains(other)
            || model.referred(*other, "target").contains(&definition)
            || model.referred(*other, "source").contains(&definition)
    };
    let partners = links
        .iter()
        .filter(|(at, other)| tag(*at) == wanted && model.scope(*at) == model.scope(event) && joined(other))
        .count();
    if partners == 0 {
        let remedy = "Add the other end, with the same name, to the same process level";
        found.add(event, "link.partner", "the link has only one end", remedy);
    }
    if partners > 1 && wanted == "intermediateCatchEvent" {
        found.add(
            event,
            "link.partner",
            "the link goes on at several places",
            "Keep one catching event of the name",
        );
    }
}
