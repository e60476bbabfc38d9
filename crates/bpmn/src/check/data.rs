//! Data objects and the associations that move data (10.4).

use super::elements::{El, child, children, flag, is_bpmn, tag, text};
use super::{Found, Model};

pub(super) fn check(model: &Model, found: &mut Found) {
    for name in ["dataObject", "dataInput", "dataOutput"] {
        for data in model.named(name).filter(|data| model.is_executable(*data)) {
            let Some(item) = model.end(data, "itemSubjectRef").filter(|el| tag(*el) == "itemDefinition")
            else {
                continue;
            };
            if flag(item, "isCollection", false) != flag(data, "isCollection", false) {
                let remedy = "Set isCollection alike on both";
                found.add(
                    data,
                    "data.collection",
                    "the data is a collection, or is not, unlike its item definition",
                    remedy,
                );
            }
        }
    }
    for object in
        model.named("dataObject").filter(|el| model.is_executable(*el) && child(*el, "dataState").is_some())
    {
        let remedy = "Give the state to a reference to the data object";
        found.add(object, "data.object-state", "a data object itself has no state", remedy);
    }
    for reference in model.named("dataObjectReference") {
        state(model, reference, found);
    }
    let associations = |name| model.named(name).filter(|el| model.is_executable(*el));
    for association in associations("dataInputAssociation").chain(associations("dataOutputAssociation")) {
        moves(model, association, found);
    }
}

/// A reference has no item of its own; in a state it is called `<object> [<state>]`.
fn state<'a>(model: &Model<'a>, reference: El<'a>, found: &mut Found) {
    if reference.attribute("itemSubjectRef").is_some() {
        let remedy = "Set itemSubjectRef on the data object";
        found.add(
            reference,
            "data.reference-item",
            "a reference to a data object has no item definition",
            remedy,
        );
    }
    let state = child(reference, "dataState").and_then(|state| state.attribute("name"));
    let object = model.end(reference, "dataObjectRef").and_then(|object| object.attribute("name"));
    if let (Some(state), Some(object), Some(name)) = (state, object, reference.attribute("name")) {
        let expected = format!("{object} [{state}]");
        if name.split_whitespace().ne(expected.split_whitespace()) {
            let message = format!("the reference in a state is called `{name}`");
            found.add(reference, "data.state-name", message, &format!("Call it `{expected}`"));
        }
    }
}

/// Data flows from a process' inputs and into its outputs, not the other way.
fn moves<'a>(model: &Model<'a>, association: El<'a>, found: &mut Found) {
    let at = association.parent().filter(|el| is_bpmn(*el)).unwrap_or(association);
    let of_process = |el: &El| {
        let io = el.parent().filter(|io| tag(*io) == "ioSpecification");
        io.and_then(|io| io.parent()).is_some_and(|owner| tag(owner) == "process")
    };
    if model.referred(association, "targetRef").iter().any(|el| tag(*el) == "dataInput" && of_process(el)) {
        found.add(
            at,
            "data.into-input",
            "data flows into a data input of the process",
            "Let it flow into a data object or output",
        );
    }
    if model.referred(association, "sourceRef").iter().any(|el| tag(*el) == "dataOutput" && of_process(el)) {
        found.add(
            at,
            "data.from-output",
            "data flows out of a data output of the process",
            "Let it flow from a data object or input",
        );
    }
    let sources = children(association, "sourceRef").count();
    let transformed = child(association, "transformation").is_some_and(|el| !text(el).is_empty());
    if sources > 1 && !transformed && child(association, "assignment").is_none() {
        let remedy = "Add a transformation, or keep one source";
        found.add(
            at,
            "data.sources",
            "several sources flow into one target without a transformation",
            remedy,
        );
    }
}
