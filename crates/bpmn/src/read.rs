//! Reads BPMN 2.0 XML. Elements and attributes that no part of the product looks at are passed over.

mod activity;
mod data;
mod event;
mod node;

#[cfg(test)]
mod tests;

use roxmltree::{Document, Node as Xml, ParsingOptions};

use crate::model::{
    Association, Collaboration, Definitions, Expression, ItemDefinition, Lane, Named, Operation, Participant,
    Process,
};

/// Namespace of BPMN 2.0 model elements.
pub const MODEL: &str = "http://www.omg.org/spec/BPMN/20100524/MODEL";
/// Namespace of our own attributes.
pub const EXTENSION: &str = "https://sportello.example/bpmn/1";
/// Largest file read, in bytes.
pub const MAX_BYTES: usize = 32 * 1024 * 1024;
/// Most XML nodes read.
pub const MAX_NODES: u32 = 2_000_000;
/// Deepest nesting of sub-processes.
pub const MAX_DEPTH: usize = 64;

/// Why a file could not be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {message}")]
pub struct ReadError {
    /// Line, from 1.
    pub line: u32,
    /// Column, from 1.
    pub column: u32,
    /// What is wrong and what to do.
    pub message: String,
}

/// Parses the XML with the limits of this module.
///
/// # Errors
/// Text that is too large or is no well-formed XML.
pub fn document(xml: &str) -> Result<Document<'_>, ReadError> {
    if xml.len() > MAX_BYTES {
        return Err(ReadError {
            line: 1,
            column: 1,
            message: format!(
                "the file has {} bytes, at most {MAX_BYTES} are read; split it into several files",
                xml.len()
            ),
        });
    }
    let options = ParsingOptions { allow_dtd: false, nodes_limit: MAX_NODES, ..ParsingOptions::default() };
    Document::parse_with_options(xml, options).map_err(|e| {
        let at = e.pos();
        ReadError {
            line: at.row,
            column: at.col,
            message: format!("not well-formed XML ({e}); export the diagram again from its editor"),
        }
    })
}

/// Reads a BPMN file.
///
/// # Errors
/// [`ReadError`] when the text is no XML, is not a BPMN 2.0 definitions document or passes a limit.
pub fn read(xml: &str) -> Result<Definitions, ReadError> {
    definitions(&document(xml)?)
}

/// Reads a parsed BPMN document.
///
/// # Errors
/// As [`read`], without the XML errors.
pub fn definitions(doc: &Document<'_>) -> Result<Definitions, ReadError> {
    let root = doc.root_element();
    if !is(root, "definitions") {
        return Err(error(
            root,
            &format!(
                "the root element is <{}>, expected <definitions> of the namespace {MODEL}; export the diagram as BPMN 2.0",
                root.tag_name().name()
            ),
        ));
    }
    let mut out = Definitions {
        id: attr(root, "id"),
        name: attr(root, "name"),
        target_namespace: attr(root, "targetNamespace"),
        expression_language: attr(root, "expressionLanguage"),
        ..Definitions::default()
    };
    for child in elements(root) {
        if let Some(definition) = event::definition(child) {
            out.event_definitions.push(definition);
        }
    }
    for child in elements(root) {
        match child.tag_name().name() {
            "message" => out.messages.push(named(child)),
            "signal" => out.signals.push(named(child)),
            "error" => out.errors.push(named(child)),
            "escalation" => out.escalations.push(named(child)),
            "itemDefinition" => out.items.push(ItemDefinition {
                id: attr(child, "id"),
                structure: opt(child, "structureRef"),
                collection: flag(child, "isCollection", false),
            }),
            "interface" => {
                out.operations.extend(elements(child).filter(|c| is(*c, "operation")).map(operation))
            }
            "collaboration" => out.collaborations.push(collaboration(child)),
            "process" => {
                let read = process(child, &out.event_definitions)?;
                out.processes.push(read);
            }
            name if name.starts_with("global") && name.ends_with("Task") => {
                out.global_tasks.push(activity::task(child, name))
            }
            _ => {}
        }
    }
    Ok(out)
}

fn named(xml: Xml<'_, '_>) -> Named {
    Named {
        id: attr(xml, "id"),
        name: attr(xml, "name"),
        code: opt(xml, "errorCode").or_else(|| opt(xml, "escalationCode")),
        item: opt(xml, "itemRef").or_else(|| opt(xml, "structureRef")).map(local),
        correlation_key: extension(xml, "correlationKey"),
    }
}

fn operation(xml: Xml<'_, '_>) -> Operation {
    Operation {
        id: attr(xml, "id"),
        name: attr(xml, "name"),
        in_message: child_text(xml, "inMessageRef").map(local),
        out_message: child_text(xml, "outMessageRef").map(local),
        errors: texts(xml, "errorRef"),
    }
}

fn collaboration(xml: Xml<'_, '_>) -> Collaboration {
    let mut out = Collaboration { id: attr(xml, "id"), ..Collaboration::default() };
    for child in elements(xml) {
        match child.tag_name().name() {
            "participant" => out.participants.push(Participant {
                id: attr(child, "id"),
                name: attr(child, "name"),
                process: opt(child, "processRef").map(local),
            }),
            "messageFlow" => out.message_flows.push(association(child)),
            _ => {}
        }
    }
    out
}

fn association(xml: Xml<'_, '_>) -> Association {
    Association {
        id: attr(xml, "id"),
        source: local(attr(xml, "sourceRef")),
        target: local(attr(xml, "targetRef")),
    }
}

fn process(xml: Xml<'_, '_>, shared: &[crate::model::EventDefinition]) -> Result<Process, ReadError> {
    let mut lanes = Vec::new();
    for set in elements(xml).filter(|c| is(*c, "laneSet")) {
        collect_lanes(set, &mut lanes);
    }
    Ok(Process {
        id: attr(xml, "id"),
        name: attr(xml, "name"),
        executable: flag(xml, "isExecutable", false),
        executable_given: xml.has_attribute("isExecutable"),
        documentation: documentation(xml),
        body: node::body(xml, shared, 0)?,
        lanes,
        line: line(xml),
    })
}

fn collect_lanes(set: Xml<'_, '_>, out: &mut Vec<Lane>) {
    for lane in set.descendants().filter(|c| is(*c, "lane")) {
        out.push(Lane { id: attr(lane, "id"), name: attr(lane, "name"), nodes: texts(lane, "flowNodeRef") });
    }
}

// What follows is shared by the reading modules.

fn error(xml: Xml<'_, '_>, message: &str) -> ReadError {
    let at = xml.document().text_pos_at(xml.range().start);
    ReadError { line: at.row, column: at.col, message: message.to_owned() }
}

/// The line an element begins in, from 1. Each element asks: the library would look at every sign before it.
fn line(xml: Xml<'_, '_>) -> u32 {
    let before = xml.document().input_text().get(..xml.range().start).unwrap_or_default();
    u32::try_from(before.split('\n').count()).unwrap_or(u32::MAX)
}

fn is(xml: Xml<'_, '_>, name: &str) -> bool {
    xml.is_element() && xml.tag_name().name() == name && xml.tag_name().namespace() == Some(MODEL)
}

/// Child elements in the BPMN namespace.
fn elements<'a, 'i: 'a>(xml: Xml<'a, 'i>) -> impl Iterator<Item = Xml<'a, 'i>> {
    xml.children().filter(|c| c.is_element() && c.tag_name().namespace() == Some(MODEL))
}

fn child<'a, 'i: 'a>(xml: Xml<'a, 'i>, name: &str) -> Option<Xml<'a, 'i>> {
    xml.children().find(|c| is(*c, name))
}

fn attr(xml: Xml<'_, '_>, name: &str) -> String {
    xml.attribute(name).unwrap_or_default().trim().to_owned()
}

fn opt(xml: Xml<'_, '_>, name: &str) -> Option<String> {
    xml.attribute(name).map(|v| v.trim().to_owned()).filter(|v| !v.is_empty())
}

fn extension(xml: Xml<'_, '_>, name: &str) -> Option<String> {
    xml.attribute((EXTENSION, name)).map(|v| v.trim().to_owned()).filter(|v| !v.is_empty())
}

fn flag(xml: Xml<'_, '_>, name: &str, absent: bool) -> bool {
    xml.attribute(name).map_or(absent, |v| matches!(v.trim(), "true" | "1"))
}

fn text(xml: Xml<'_, '_>) -> String {
    xml.descendants()
        .filter(roxmltree::Node::is_text)
        .filter_map(|n| n.text())
        .collect::<String>()
        .trim()
        .to_owned()
}

fn child_text(xml: Xml<'_, '_>, name: &str) -> Option<String> {
    child(xml, name).map(text).filter(|t| !t.is_empty())
}

fn texts(xml: Xml<'_, '_>, name: &str) -> Vec<String> {
    elements(xml).filter(|c| is(*c, name)).map(|c| local(text(c))).collect()
}

/// References are qualified names; ids are unique in a file, so the part after the prefix is enough.
fn local(name: String) -> String {
    match name.rsplit_once(':') {
        Some((_, after)) => after.to_owned(),
        None => name,
    }
}

fn expression(xml: Xml<'_, '_>, name: &str) -> Option<Expression> {
    child(xml, name).map(|e| Expression { text: text(e), language: opt(e, "language") })
}

fn documentation(xml: Xml<'_, '_>) -> String {
    elements(xml).filter(|c| is(*c, "documentation")).map(text).collect::<Vec<_>>().join("\n\n")
}
