use std::path::{Path, PathBuf};

use super::{Defect, check};

fn shared() -> Option<PathBuf> {
    suites::shared("the models beside the project", "bpmn")
}

fn models(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(models(&path));
        } else if path.extension().is_some_and(|e| e == "bpmn") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// Models of any of the encodings that are one byte a letter in what matters here.
fn read(path: &Path) -> String {
    String::from_utf8_lossy(&std::fs::read(path).unwrap()).into_owned()
}

fn lines(defects: &[Defect]) -> String {
    defects.iter().map(|defect| format!("    {defect}\n")).collect()
}

#[test]
fn every_broken_model_of_the_shared_suite_is_refused() {
    let Some(shared) = shared() else { return };
    let accepted: Vec<String> = models(&shared.join("cases/bpmn_constraints"))
        .iter()
        .filter(|path| check(&read(path)).is_empty())
        .map(|path| path.display().to_string())
        .collect();
    assert!(accepted.is_empty(), "accepted: {accepted:#?}");
}

#[test]
fn every_valid_model_of_the_shared_suite_is_accepted() {
    let Some(shared) = shared() else { return };
    let mut refused = String::new();
    for path in models(&shared) {
        if path.components().any(|part| part.as_os_str() == "bpmn_constraints") {
            continue;
        }
        let case = path.with_file_name("case-1.json");
        if case.exists() && (read(&case).contains("\"ERROR\"") || read(&case).contains("ERROR_deployment")) {
            continue;
        }
        let defects = check(&read(&path));
        if !defects.is_empty() {
            refused.push_str(&format!("{}\n{}", path.display(), lines(&defects)));
        }
    }
    assert!(refused.is_empty(), "refused:\n{refused}");
}

/// A file around some root elements.
fn file(content: &str) -> String {
    format!(
        r#"<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xmlns:t="urn:test" id="file" targetNamespace="urn:test" expressionLanguage="http://www.w3.org/1999/XPath">{content}</definitions>"#
    )
}

/// A process from start to end through `middle`, with more elements beside it.
fn through(middle: &str, beside: &str) -> String {
    let id = middle.split("id=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    file(&format!(
        r#"<message id="order" name="order"/><signal id="alarm" name="alarm"/><error id="nofunds" errorCode="E1"/>
        <process id="p" isExecutable="true"><startEvent id="s"/><sequenceFlow id="f1" sourceRef="s" targetRef="{id}"/>
        {middle}<sequenceFlow id="f2" sourceRef="{id}" targetRef="e"/><endEvent id="e"/>{beside}</process>"#
    ))
}

fn rules(source: &str) -> Vec<&'static str> {
    let mut rules: Vec<&str> = check(source).into_iter().map(|defect| defect.rule).collect();
    rules.dedup();
    rules
}

#[test]
fn sound_processes_have_no_defects() {
    let expression = |text: &str| format!(r#"xsi:type="tFormalExpression">{text}"#);
    for (middle, beside) in [
        (r#"<task id="t"/>"#.to_owned(), String::new()),
        (r#"<scriptTask id="t"><script>register_contact</script></scriptTask>"#.to_owned(), String::new()),
        (
            format!(
                r#"<intermediateCatchEvent id="t"><timerEventDefinition><timeDuration {}</timeDuration></timerEventDefinition></intermediateCatchEvent>"#,
                expression("PT1H30M")
            ),
            String::new(),
        ),
        (
            r#"<transaction id="t"><startEvent id="ts"/><sequenceFlow id="tf" sourceRef="ts" targetRef="te"/><endEvent id="te"><cancelEventDefinition/></endEvent></transaction>"#.to_owned(),
            r#"<boundaryEvent id="b" attachedToRef="t"><cancelEventDefinition/></boundaryEvent><sequenceFlow id="f3" sourceRef="b" targetRef="e"/>"#.to_owned(),
        ),
        (
            r#"<task id="t"/>"#.to_owned(),
            r#"<boundaryEvent id="b" attachedToRef="t"><compensateEventDefinition/></boundaryEvent><task id="undo" isForCompensation="true"/><association id="a" sourceRef="b" targetRef="undo"/>"#.to_owned(),
        ),
    ] {
        let source = through(&middle, &beside);
        assert!(check(&source).is_empty(), "{middle}: {}", lines(&check(&source)));
    }
}

#[test]
fn each_broken_rule_of_a_node_is_named() {
    let catch = |inside: &str| format!(r#"<intermediateCatchEvent id="t">{inside}</intermediateCatchEvent>"#);
    let timer = |kind: &str, text: &str| {
        catch(&format!(
            r#"<timerEventDefinition><{kind} xsi:type="tFormalExpression">{text}</{kind}></timerEventDefinition>"#
        ))
    };
    let boundary = |attributes: &str, inside: &str| {
        format!(
            r#"<boundaryEvent id="b" attachedToRef="t" {attributes}>{inside}</boundaryEvent><sequenceFlow id="f3" sourceRef="b" targetRef="e"/>"#
        )
    };
    let task = r#"<task id="t"/>"#;
    let rows: Vec<(String, String, &str)> = vec![
        (r#"<task id="t" startQuantity="0"/>"#.into(), String::new(), "activity.quantity"),
        (r#"<task id="t"><documentation textFormat="words">x</documentation></task>"#.into(), String::new(), "format.mime"),
        (r#"<scriptTask id="t"><script>let x = 1;</script></scriptTask>"#.into(), String::new(), "script.format"),
        (r#"<task id="t" default="f1"/>"#.into(), String::new(), "default.elsewhere"),
        (r#"<task id="t"><standardLoopCharacteristics/><multiInstanceLoopCharacteristics><loopCardinality xsi:type="tFormalExpression">2</loopCardinality></multiInstanceLoopCharacteristics></task>"#.into(), String::new(), "loop.several"),
        (r#"<task id="t"><multiInstanceLoopCharacteristics/></task>"#.into(), String::new(), "multi-instance.count"),
        (r#"<task id="t"><standardLoopCharacteristics><loopCondition>go on</loopCondition></standardLoopCharacteristics></task>"#.into(), String::new(), "expression.formal"),
        (r#"<task id="t"><standardLoopCharacteristics><loopCondition xsi:type="tFormalExpression">"yes"</loopCondition></standardLoopCharacteristics></task>"#.into(), String::new(), "expression.condition"),
        (r#"<task id="t"><performer id="who"><resourceParameterBinding parameterRef="x:y"/></performer></task>"#.into(), String::new(), "resource.parameters"),
        (r#"<adHocSubProcess id="t"/>"#.into(), String::new(), "ad-hoc.empty"),
        (r#"<exclusiveGateway id="t"/>"#.into(), String::new(), "gateway.pointless"),
        (timer("timeDate", "tomorrow"), String::new(), "timer.form"),
        (timer("timeDuration", "10 days"), String::new(), "timer.form"),
        (timer("timeCycle", "R3"), String::new(), "timer.form"),
        (catch("<timerEventDefinition/>"), String::new(), "timer.empty"),
        (catch(""), String::new(), "event.none"),
        (catch("<errorEventDefinition/>"), String::new(), "event.trigger"),
        (catch("<messageEventDefinition/>"), String::new(), "event.reference"),
        (catch(r#"<messageEventDefinition messageRef="alarm"/>"#), String::new(), "reference.kind"),
        (catch(r#"<messageEventDefinition messageRef="gone"/>"#), String::new(), "reference.missing"),
        (r#"<intermediateThrowEvent id="t"><timerEventDefinition/></intermediateThrowEvent>"#.into(), String::new(), "event.trigger"),
        (task.into(), boundary("", ""), "boundary.none"),
        (task.into(), boundary("", r#"<linkEventDefinition name="x"/>"#), "boundary.trigger"),
        (task.into(), boundary(r#"cancelActivity="false""#, "<errorEventDefinition/>"), "boundary.trigger"),
        (task.into(), boundary("", "<cancelEventDefinition/>"), "boundary.cancel"),
        (task.into(), boundary("", "<compensateEventDefinition/>"), "boundary.compensation"),
        (task.into(), r#"<task id="lost"/>"#.into(), "flow.no-incoming"),
        (task.into(), r#"<task id="t"/>"#.into(), "id.repeated"),
        (task.into(), r#"<subProcess id="es" triggeredByEvent="true"><startEvent id="es1"/><sequenceFlow id="ef" sourceRef="es1" targetRef="ee"/><endEvent id="ee"/></subProcess>"#.into(), "event-sub-process.trigger"),
        (task.into(), r#"<sequenceFlow id="f3" sourceRef="e" targetRef="t"/>"#.into(), "end.outgoing"),
        (task.into(), r#"<sequenceFlow id="f3" sourceRef="t" targetRef="s"/>"#.into(), "start.incoming"),
        (r#"<subProcess id="t"><startEvent id="i"><timerEventDefinition><timeDuration xsi:type="tFormalExpression">PT1S</timeDuration></timerEventDefinition></startEvent><sequenceFlow id="if" sourceRef="i" targetRef="ie"/><endEvent id="ie"/></subProcess>"#.into(), String::new(), "start.trigger"),
        (r#"<subProcess id="t"><task id="inner"/></subProcess>"#.into(), r#"<sequenceFlow id="f3" sourceRef="s" targetRef="inner"/>"#.into(), "flow.crossing"),
        (r#"<intermediateThrowEvent id="t"><linkEventDefinition name="on"/></intermediateThrowEvent>"#.into(), String::new(), "link.outgoing"),
        (r#"<choreographyTask id="t"/>"#.into(), String::new(), "choreography.place"),
        (r#"<endEvent id="t"><cancelEventDefinition/></endEvent>"#.into(), String::new(), "event.cancel"),
    ];
    for (middle, beside, rule) in rows {
        let source = through(&middle, &beside);
        assert!(rules(&source).contains(&rule), "{rule}: {middle}{beside}\n{}", lines(&check(&source)));
    }
}

#[test]
fn message_flows_go_from_senders_to_receivers_in_other_pools() {
    let model = |source: &str, target: &str| {
        file(&format!(
            r#"<message id="m"/><collaboration id="c"><participant id="us" processRef="p"/><participant id="they"/>
            <messageFlow id="mf" sourceRef="{source}" targetRef="{target}"/></collaboration>
            <process id="p"><startEvent id="s"><messageEventDefinition messageRef="m"/></startEvent>
            <sequenceFlow id="f1" sourceRef="s" targetRef="t"/><task id="t"/><sequenceFlow id="f2" sourceRef="t" targetRef="e"/>
            <endEvent id="e"/></process>"#
        ))
    };
    for (source, target, expected) in [
        ("they", "s", None),
        ("t", "they", None),
        ("they", "us", None),
        ("s", "they", Some("message-flow.source")),
        ("e", "they", Some("message-flow.source")),
        ("they", "e", Some("message-flow.target")),
        ("t", "us", Some("message-flow.pool")),
        ("they", "they", Some("message-flow.pool")),
        ("they", "f1", Some("reference.kind")),
    ] {
        assert_eq!(rules(&model(source, target)).first().copied(), expected, "{source} to {target}");
    }
}

#[test]
fn event_gateways_wait_for_events_of_one_sort() {
    let model = |second: &str| {
        file(&format!(
            r#"<message id="m"/><process id="p" isExecutable="true"><startEvent id="s"/><sequenceFlow id="f1" sourceRef="s" targetRef="g"/>
            <eventBasedGateway id="g"/><sequenceFlow id="f2" sourceRef="g" targetRef="a"/><sequenceFlow id="f3" sourceRef="g" targetRef="b"/>
            <intermediateCatchEvent id="a"><messageEventDefinition messageRef="m"/></intermediateCatchEvent>{second}
            <sequenceFlow id="f4" sourceRef="a" targetRef="e"/><sequenceFlow id="f5" sourceRef="b" targetRef="e"/><endEvent id="e"/></process>"#
        ))
    };
    let sound = r#"<intermediateCatchEvent id="b"><conditionalEventDefinition><condition xsi:type="tFormalExpression">x &gt; 1</condition></conditionalEventDefinition></intermediateCatchEvent>"#;
    assert_eq!(rules(&model(sound)), Vec::<&str>::new());
    assert_eq!(rules(&model(r#"<userTask id="b"/>"#)), ["event-gateway.target"]);
    assert_eq!(rules(&model(r#"<receiveTask id="b"/>"#)), ["event-gateway.mixed"]);
}

#[test]
fn a_receive_task_may_stand_for_the_start_event() {
    let model = |instantiate: bool| {
        file(&format!(
            r#"<message id="m"/><process id="p" isExecutable="true"><receiveTask id="r" messageRef="m" instantiate="{instantiate}"/>
            <sequenceFlow id="f" sourceRef="r" targetRef="e"/><endEvent id="e"/></process>"#
        ))
    };
    assert_eq!(rules(&model(true)), Vec::<&str>::new());
    assert_eq!(rules(&model(false)), ["scope.events"]);
}

#[test]
fn the_data_of_an_event_is_of_the_type_of_its_trigger() {
    let model = |item: &str| {
        file(&format!(
            r#"<itemDefinition id="text" structureRef="String"/><itemDefinition id="count" structureRef="Integer"/>
            <itemDefinition id="word" structureRef="String"/><message id="m" itemRef="text"/>
            <process id="p" isExecutable="true"><dataObject id="d" itemSubjectRef="{item}"/><startEvent id="s">
            <dataOutput id="out" itemSubjectRef="{item}"/><dataOutputAssociation id="a"><sourceRef>out</sourceRef><targetRef>d</targetRef></dataOutputAssociation>
            <outputSet><dataOutputRefs>out</dataOutputRefs></outputSet><messageEventDefinition messageRef="m"/></startEvent>
            <sequenceFlow id="f" sourceRef="s" targetRef="e"/><endEvent id="e"/></process>"#
        ))
    };
    assert_eq!(rules(&model("text")), Vec::<&str>::new());
    assert_eq!(rules(&model("word")), Vec::<&str>::new());
    assert_eq!(rules(&model("count")), ["item.type"]);
}

#[test]
fn gateways_keep_their_declared_direction() {
    for (direction, expected) in [
        ("Diverging", None),
        ("Unspecified", None),
        ("Converging", Some("gateway.direction")),
        ("Mixed", Some("gateway.direction")),
    ] {
        let gateway = format!(r#"<parallelGateway id="t" gatewayDirection="{direction}"/>"#);
        let source = through(&gateway, r#"<sequenceFlow id="f3" sourceRef="t" targetRef="e"/>"#);
        assert_eq!(rules(&source).first().copied(), expected, "{direction}");
    }
}

#[test]
fn a_file_that_speaks_feel_has_its_conditions_read() {
    let model = |condition: &str| {
        through(
            r#"<task id="t"/>"#,
            &format!(r#"<sequenceFlow id="f3" sourceRef="t" targetRef="e"><conditionExpression xsi:type="tFormalExpression">{condition}</conditionExpression></sequenceFlow>"#),
        )
        .replace("http://www.w3.org/1999/XPath", "https://www.omg.org/spec/DMN/20230324/FEEL/")
    };
    assert_eq!(rules(&model("amount &gt; 3")), Vec::<&str>::new());
    assert_eq!(rules(&model("${amount == 3}")), Vec::<&str>::new());
    assert_eq!(rules(&model("amount == 3")), ["expression.syntax"]);
    assert_eq!(rules(&model("3")), ["expression.condition"]);
}

#[test]
fn a_defect_tells_element_rule_and_remedy() {
    let defects = check(&file(r#"<process id="p" isExecutable="true"><startEvent/></process>"#));
    let missing = defects.iter().find(|defect| defect.rule == "id.missing").unwrap();
    assert_eq!(missing.element_id, "startEvent in line 2");
    assert!(!missing.remedy.is_empty());
    assert_eq!(check("<a").first().unwrap().rule, "xml");
    assert_eq!(check("<a/>").first().unwrap().rule, "definitions");
}
