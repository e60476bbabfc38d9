//! Reading: what is kept, and what is said about files that cannot be read.

use super::read;
use crate::model::{EventKind, EventPosition, LoopKind, NodeKind, TaskKind};

fn with(content: &str) -> String {
    format!(
        "<b:definitions xmlns:b=\"{}\" xmlns:sportello=\"{}\" id=\"d\"><b:message id=\"m\" name=\"Reading\"/><b:timerEventDefinition id=\"late\"><b:timeDuration>PT72H</b:timeDuration></b:timerEventDefinition>\n<b:process id=\"p\" isExecutable=\"true\">{content}</b:process></b:definitions>",
        super::MODEL,
        super::EXTENSION
    )
}

#[test]
fn a_user_task_keeps_form_role_and_documentation() {
    let defs = read(&with(
        "<b:userTask id=\"u\" name=\"Check\" sportello:form=\"check\" sportello:role=\"back-office\"><b:documentation>Why</b:documentation></b:userTask>",
    ))
    .unwrap();
    let node = &defs.processes[0].body.nodes[0];
    let NodeKind::Task(task) = &node.kind else { panic!("{node:?}") };
    assert_eq!(
        (task.kind, task.form.as_deref(), task.role.as_deref()),
        (TaskKind::User, Some("check"), Some("back-office"))
    );
    assert_eq!((node.documentation.as_str(), node.line), ("Why", 2));
}

#[test]
fn a_referenced_event_definition_is_resolved_and_a_dangling_one_kept_by_name() {
    let defs = read(&with(
        "<b:task id=\"t\"/><b:boundaryEvent id=\"e\" attachedToRef=\"t\" cancelActivity=\"false\"><b:eventDefinitionRef>late</b:eventDefinitionRef><b:eventDefinitionRef>gone</b:eventDefinitionRef></b:boundaryEvent>",
    ))
    .unwrap();
    let NodeKind::Event(event) = &defs.processes[0].body.nodes[1].kind else { panic!("no event") };
    assert_eq!(event.position, EventPosition::Boundary { host: "t".to_owned(), interrupting: false });
    assert!(matches!(event.definitions[0].kind, EventKind::Timer(Some(_))));
    assert_eq!(event.dangling, ["gone"]);
}

#[test]
fn lanes_inside_lanes_are_listed_and_qualified_names_lose_their_prefix() {
    let defs = read(&with(
        "<b:laneSet><b:lane id=\"l\" name=\"Office\"><b:childLaneSet><b:lane id=\"k\" name=\"Desk\"><b:flowNodeRef>t</b:flowNodeRef></b:lane></b:childLaneSet></b:lane></b:laneSet><b:receiveTask id=\"t\" messageRef=\"x:m\"/>",
    ))
    .unwrap();
    let names: Vec<_> = defs.processes[0].lanes.iter().map(|l| l.name.as_str()).collect();
    assert_eq!(names, ["Office", "Desk"]);
    let NodeKind::Task(task) = &defs.processes[0].body.nodes[0].kind else { panic!("no task") };
    assert_eq!(task.message.as_deref(), Some("m"));
}

#[test]
fn collections_and_data_of_other_vendors_are_read() {
    let defs = read(&with(
        "<b:task id=\"t\" xmlns:v=\"urn:vendor\"><b:multiInstanceLoopCharacteristics v:collection=\"${all}\" v:elementVariable=\"one\"/></b:task><b:callActivity id=\"c\" calledElement=\"q\" xmlns:v=\"urn:vendor\"><b:extensionElements><v:in source=\"a\" target=\"b\"/><v:out variables=\"all\"/></b:extensionElements></b:callActivity>",
    ))
    .unwrap();
    let nodes = &defs.processes[0].body.nodes;
    let NodeKind::Task(task) = &nodes[0].kind else { panic!("no task") };
    let Some(LoopKind::Multi(multi)) = &task.repeat else { panic!("no loop") };
    assert_eq!((multi.input.as_deref(), multi.input_item.as_deref()), (Some("all"), Some("one")));
    let NodeKind::Call(call) = &nodes[1].kind else { panic!("no call") };
    assert_eq!((call.mapping.into[0].target.as_str(), call.mapping.out[0].target.as_str()), ("b", "*"));
}

#[test]
fn what_cannot_be_read_is_said_with_line_and_remedy() {
    let deep = format!("{}{}", "<b:subProcess id=\"s\">".repeat(70), "</b:subProcess>".repeat(70));
    let table = [
        ("<a>".to_owned(), "not well-formed"),
        ("<a/>".to_owned(), "expected <definitions>"),
        ("<!DOCTYPE a [<!ENTITY x \"y\">]><a/>".to_owned(), "not well-formed"),
        (with(&deep), "nested deeper than"),
        (" ".repeat(super::MAX_BYTES + 1), "at most"),
    ];
    for (text, expected) in table {
        let error = read(&text).unwrap_err();
        assert!(error.message.contains(expected), "{error}");
        assert!(error.line >= 1 && error.message.len() > 40, "{error}");
    }
}
