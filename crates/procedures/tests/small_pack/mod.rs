//! A small sound pack: somebody asks for a second key to the meter cupboard.

use procedures::Files;

const MANIFEST: &str = r#"code = "KEY"
process = "KEY"
sectors = ["water"]
origins = ["counter"]
roles = ["operator"]
draft_until = "ask"

[[clock]]
start = "request_received"
stop = "key_handed_over"
standard = { water = "W-S99" }

[[wait]]
element = "decide"
cause = "third_party"

[[paper]]
kind = "voucher"
template = "letters/voucher.typ"

[[step]]
id = "ask"
tasks = ["ask"]
"#;

const DIAGRAM: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:sportello="https://sportello.example/bpmn/1" id="d" targetNamespace="urn:key">
  <error id="error_lost" name="lost" errorCode="lost"/>
  <process id="KEY" isExecutable="true">
    <startEvent id="start"/>
    <userTask id="ask" name="Domanda" sportello:form="ask"/>
    <userTask id="decide" name="Decisione" sportello:form="decide" sportello:role="back_office"/>
    <exclusiveGateway id="granted" default="f_granted"/>
    <serviceTask id="cut" name="Duplica" sportello:operation="key.cut"/>
    <boundaryEvent id="lost" attachedToRef="cut"><errorEventDefinition id="lost_error" errorRef="error_lost"/></boundaryEvent>
    <serviceTask id="fulfil" name="Evadi" sportello:operation="case.fulfil"/>
    <serviceTask id="refuse" name="Respingi" sportello:operation="case.refuse"/>
    <endEvent id="handed_over"/>
    <endEvent id="turned_down"/>
    <sequenceFlow id="f_ask" sourceRef="start" targetRef="ask"/>
    <sequenceFlow id="f_decide" sourceRef="ask" targetRef="decide"/>
    <sequenceFlow id="f_decided" sourceRef="decide" targetRef="granted"/>
    <sequenceFlow id="f_granted" sourceRef="granted" targetRef="cut"/>
    <sequenceFlow id="f_denied" sourceRef="granted" targetRef="refuse"><conditionExpression>grant = false</conditionExpression></sequenceFlow>
    <sequenceFlow id="f_cut" sourceRef="cut" targetRef="fulfil"/>
    <sequenceFlow id="f_lost" sourceRef="lost" targetRef="refuse"/>
    <sequenceFlow id="f_fulfilled" sourceRef="fulfil" targetRef="handed_over"/>
    <sequenceFlow id="f_refused" sourceRef="refuse" targetRef="turned_down"/>
  </process>
</definitions>
"#;

const ASK: &str = r#"[[section]]
id = "what"

[[field]]
name = "copies"
kind = "integer"
section = "what"
required = true
check = 'value > 0'

[[field]]
name = "use"
kind = "choice"
section = "what"
choices = ["home", "shop"]
"#;

const DECIDE: &str = r#"[[section]]
id = "how"

[[field]]
name = "grant"
kind = "flag"
section = "how"
"#;

const TEXTS: &str = "procedure = Key
step-ask = Question
paper-voucher = Voucher
element-ask = Question
element-decide = Decision
section-ask-what = What is asked for?
section-decide-how = How is it decided?
field-copies = Copies
field-copies-check = One copy at least
field-use = Use
choice-use-home = Home
choice-use-shop = Shop
field-grant = Granted
";

/// Its files.
pub fn files() -> Files {
    [
        ("procedure.toml", MANIFEST),
        ("process.bpmn", DIAGRAM),
        ("forms/ask.toml", ASK),
        ("forms/decide.toml", DECIDE),
        ("letters/voucher.typ", "= Voucher"),
        ("texts/it.ftl", TEXTS),
        ("texts/en.ftl", TEXTS),
    ]
    .into_iter()
    .map(|(path, text)| (path.to_owned(), text.to_owned()))
    .collect()
}
