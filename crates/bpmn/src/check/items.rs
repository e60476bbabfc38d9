//! Data, messages and signals of one exchange are of one type (10.3.3, 10.4.2, 10.5.5).

use super::elements::{El, child, children, id, is_catch, tag};
use super::{Found, Model};

pub(super) fn check(model: &Model, found: &mut Found) {
    let tasks = |name| model.named(name).filter(|task| model.is_executable(*task) && is_standard(*task));
    for task in tasks("serviceTask").chain(tasks("businessRuleTask")) {
        if let Some(operation) = model.end(task, "operationRef") {
            exchange(model, task, operation, found);
        }
    }
    for task in tasks("sendTask").chain(tasks("receiveTask")) {
        message_task(model, task, found);
        message_of_operation(model, task, found);
    }
    for binding in model.named("ioBinding") {
        bound(model, binding, found);
    }
    for call in model.named("callActivity") {
        called(model, call, found);
    }
    for event in model.events() {
        event_data(model, event, found);
    }
}

/// A technology of a vendor has its own ideas of data.
fn is_standard(task: El) -> bool {
    task.attribute("implementation").is_none_or(|technology| technology.starts_with("##"))
}

/// What an item is made of; two items are the same when they are one element or of one structure.
fn same<'a>(model: &Model<'a>, a: Option<El<'a>>, b: Option<El<'a>>) -> bool {
    match (a, b) {
        (None, None) => true,
        (Some(a), Some(b)) => {
            let structure = |el: El<'a>| el.attribute("structureRef");
            a == b
                || (structure(a).is_some() && structure(a) == structure(b) && model.by_id.contains_key(id(a)))
        }
        _ => false,
    }
}

fn item<'a>(model: &Model<'a>, data: El<'a>) -> Option<El<'a>> {
    model.end(data, "itemSubjectRef")
}

fn io<'a>(el: El<'a>, name: &'static str) -> Vec<El<'a>> {
    child(el, "ioSpecification").map(|io| children(io, name).collect()).unwrap_or_default()
}

fn differs(at: El, data: El, what: &str, found: &mut Found) {
    let message = format!("the data `{}` is not of the type of the {what}", id(data));
    found.add(at, "item.type", message, "Give both the same item definition");
}

/// The service's task hands over the operation's messages.
fn exchange<'a>(model: &Model<'a>, task: El<'a>, operation: El<'a>, found: &mut Found) {
    for (kind, set, reference) in
        [("dataInput", "inputSet", "inMessageRef"), ("dataOutput", "outputSet", "outMessageRef")]
    {
        let data = io(task, kind);
        let message = model.referred(operation, reference).first().copied();
        if io(task, set).len() > 1 || data.len() > 1 {
            let message = format!("a task with an operation has at most one {kind} and one {set}");
            found.add(task, "item.count", message, "Keep the one that the operation's message fills");
        }
        let carried = message.and_then(|message| model.end(message, "itemRef"));
        if let Some(data) = data.first()
            && carried.is_some()
            && !same(model, item(model, *data), carried)
        {
            differs(task, *data, "operation's message", found);
        }
    }
}

/// A task with a message and an operation uses the operation's message.
fn message_of_operation<'a>(model: &Model<'a>, task: El<'a>, found: &mut Found) {
    let (Some(message), Some(operation)) = (model.end(task, "messageRef"), model.end(task, "operationRef"))
    else {
        return;
    };
    let mut known = model.referred(operation, "inMessageRef");
    known.extend(model.referred(operation, "outMessageRef"));
    if !known.contains(&message) {
        let remedy = "Choose a message of the operation";
        found.add(task, "item.message", "the message is none of the operation's", remedy);
    }
}

/// A send task has one input, a receive task one output: its message.
fn message_task<'a>(model: &Model<'a>, task: El<'a>, found: &mut Found) {
    let (kind, set) =
        if tag(task) == "sendTask" { ("dataInput", "inputSet") } else { ("dataOutput", "outputSet") };
    let data = io(task, kind);
    if data.len() > 1 || io(task, set).len() > 1 {
        let message = format!("a {} has at most one {kind} and one {set}", tag(task));
        found.add(task, "item.count", message, "Keep the one that is the message");
    }
    if let (Some(data), Some(message)) = (data.first(), model.end(task, "messageRef"))
        && !same(model, item(model, *data), model.end(message, "itemRef"))
    {
        differs(task, *data, "message", found);
    }
}

fn bound<'a>(model: &Model<'a>, binding: El<'a>, found: &mut Found) {
    let at = binding.parent().unwrap_or(binding);
    let Some(operation) = model.end(binding, "operationRef") else {
        return;
    };
    let supported = model.referred(at, "supportedInterfaceRef");
    if operation.parent().is_some_and(|interface| !supported.contains(&interface)) {
        let remedy = "Add its interface as supportedInterfaceRef";
        found.add(at, "item.interface", "a bound operation is of an interface that is not supported", remedy);
    }
    for (data, reference) in [("inputDataRef", "inMessageRef"), ("outputDataRef", "outMessageRef")] {
        let message = model.referred(operation, reference).first().copied();
        if let (Some(data), Some(message)) = (model.end(binding, data), message)
            && !same(model, item(model, data), model.end(message, "itemRef"))
        {
            differs(at, data, "operation's message", found);
        }
    }
}

/// A call hands over what the called process or task asks for.
fn called<'a>(model: &Model<'a>, call: El<'a>, found: &mut Found) {
    let Some(callee) = model.end(call, "calledElement") else {
        return;
    };
    if child(callee, "ioSpecification").is_none() {
        return;
    }
    for kind in ["dataInput", "dataOutput"] {
        let (own, asked) = (io(call, kind), io(callee, kind));
        if own.len() != asked.len() {
            let message = format!("the call has {} of {kind}, the called element {}", own.len(), asked.len());
            found.add(call, "item.call", message, "Give the call the same data inputs and outputs");
            continue;
        }
        for (own, asked) in own.iter().zip(&asked) {
            if !same(model, item(model, *own), item(model, *asked)) {
                differs(call, *own, "called element's data", found);
            }
        }
    }
}

/// An event with data has, for each trigger that carries something, one data element of its type.
fn event_data<'a>(model: &Model<'a>, event: El<'a>, found: &mut Found) {
    let data: Vec<El> = children(event, if is_catch(event) { "dataOutput" } else { "dataInput" }).collect();
    let definitions = model.definitions(event);
    if data.is_empty() || definitions.is_empty() {
        return;
    }
    let carried: Vec<Option<El>> = definitions.iter().map(|definition| payload(model, *definition)).collect();
    if definitions.len() > 1 {
        if data.len() != carried.len() {
            let message =
                format!("the event has {} triggers but {} data elements", carried.len(), data.len());
            found.add(event, "item.event", message, "Give it one for each trigger");
            return;
        }
    } else if data.len() > 1 {
        let message = format!("the event has one trigger but {} data elements", data.len());
        found.add(event, "item.event", message, "Keep one");
        return;
    }
    for (data, carried) in data.iter().zip(carried) {
        if carried.is_some() && !same(model, item(model, *data), carried) {
            differs(event, *data, "event's trigger", found);
        }
    }
}

fn payload<'a>(model: &Model<'a>, definition: El<'a>) -> Option<El<'a>> {
    for (reference, item) in [
        ("messageRef", "itemRef"),
        ("signalRef", "structureRef"),
        ("errorRef", "structureRef"),
        ("escalationRef", "structureRef"),
    ] {
        if let Some(carrier) = model.end(definition, reference) {
            return model.end(carrier, item);
        }
    }
    None
}
