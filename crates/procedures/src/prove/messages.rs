//! Messages from outside: the diagram waits for them, and they set nothing that only the program may set.

use std::collections::BTreeSet;

use engine::executable::{Kind, Trigger};

use super::Catalogue;
use crate::{Defect, Pack};

/// Who may send a message.
const SENDERS: [&str; 2] = ["operator", "api"];

pub(super) fn check(pack: &Pack, catalogue: &Catalogue, defects: &mut Vec<Defect>) {
    let mut wrong = |name: &str, message: String, remedy: &str| {
        defects.push(Defect::new("procedure.toml", format!("message {name}"), message, remedy));
    };
    let awaited = awaited(pack);
    let mut seen = BTreeSet::new();
    for message in &pack.messages {
        let name = message.name.as_str();
        if !seen.insert(name) {
            wrong(name, "it is written twice".to_owned(), "take one of the two away");
        }
        if !awaited.contains(name) {
            let text = format!("the diagram never waits for the message `{name}`");
            wrong(name, text, "name a message that an event or a receive task of the diagram waits for");
        }
        if message.from.is_empty() {
            wrong(name, "nobody may send it".to_owned(), "write operator or api in from, or take it away");
        }
        for sender in message.from.iter().filter(|sender| !SENDERS.contains(&sender.as_str())) {
            wrong(name, format!("there is no sender `{sender}`"), "write operator or api");
        }
        for variable in &message.variables {
            let set_by = catalogue.operations.iter().find(|operation| operation.writes.contains(variable));
            if let Some(operation) = set_by {
                let text = format!("`{variable}` is set by {}: nobody outside may set it", operation.name);
                wrong(name, text, "take it out of variables");
            }
        }
    }
}

/// Names of the messages that catching events and receive tasks wait for.
fn awaited(pack: &Pack) -> BTreeSet<&str> {
    let mut names = BTreeSet::new();
    for element in pack.executables.values().flat_map(|executable| &executable.elements) {
        if let Some(message) = element.activity().and_then(|activity| activity.message.as_ref())
            && element.kind == Kind::Receive
        {
            names.insert(&*message.name);
        }
        for trigger in &element.triggers {
            if let Trigger::Message(message) = trigger {
                names.insert(&*message.name);
            }
        }
    }
    names
}
