//! Input and output sets (10.4.2).

use super::elements::{El, children, id, is_bpmn, tag, text};
use super::{Found, Model};

pub(super) fn check(model: &Model, found: &mut Found) {
    for set in model.named("inputSet") {
        subset(set, "dataInputRefs", ["optionalInputRefs", "whileExecutingInputRefs"], found);
        named_back(model, set, "outputSetRefs", "inputSetRefs", found);
    }
    for set in model.named("outputSet") {
        subset(set, "dataOutputRefs", ["optionalOutputRefs", "whileExecutingOutputRefs"], found);
        named_back(model, set, "inputSetRefs", "outputSetRefs", found);
    }
    for io in model.named("ioSpecification") {
        covered(io, "dataInput", "inputSet", "dataInputRefs", found);
        covered(io, "dataOutput", "outputSet", "dataOutputRefs", found);
    }
}

/// The element a defect of a set is reported at.
fn owner(set: El) -> El {
    set.ancestors().skip(1).find(|el| is_bpmn(*el) && el.attribute("id").is_some()).unwrap_or(set)
}

/// What is optional or arrives late still belongs to the set.
fn subset(set: El, all: &'static str, parts: [&'static str; 2], found: &mut Found) {
    let members: Vec<String> = children(set, all).map(text).collect();
    for part in parts.into_iter().flat_map(|name| children(set, name)) {
        let name = text(part);
        if !members.contains(&name) {
            let message = format!("`{name}` is in {} but not in {all} of the set", tag(part));
            found.add(owner(set), "io-set.subset", message, &format!("Add it to {all}"));
        }
    }
}

/// Sets that belong together name each other.
fn named_back<'a>(
    model: &Model<'a>,
    set: El<'a>,
    there: &'static str,
    back: &'static str,
    found: &mut Found,
) {
    for other in model.referred(set, there) {
        if !children(other, back).any(|el| text(el) == id(set)) {
            let message = format!("the set `{}` names `{}`, which does not name it back", id(set), id(other));
            found.add(owner(set), "io-set.pair", message, &format!("Add {back} to the other set"));
        }
    }
}

/// Every data input and output belongs to a set.
fn covered(io: El, kind: &'static str, set: &'static str, refs: &'static str, found: &mut Found) {
    let members: Vec<String> = children(io, set).flat_map(|set| children(set, refs)).map(text).collect();
    for data in children(io, kind) {
        if !members.iter().any(|member| member == id(data)) {
            let message = format!("the {kind} is in no {set}");
            found.add(data, "io-set.member", message, &format!("Add it to {refs} of a set"));
        }
    }
}
