//! What a diagram tells an operation, and what may come from outside, is proved before the pack is published.

mod small_pack;

use procedures::{ArgumentKind, ArgumentSpec, Catalogue, Defect, Files, OperationSpec, prove, read};

fn catalogue() -> Catalogue {
    let words = |list: &[&str]| list.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let operation = |name: &str, writes: &[&str], arguments: &[(&str, ArgumentKind, bool)]| OperationSpec {
        name: name.to_owned(),
        reads: Vec::new(),
        writes: words(writes),
        errors: words(&["lost"]),
        arguments: arguments
            .iter()
            .map(|(name, kind, required)| ArgumentSpec {
                name: (*name).to_owned(),
                kind: *kind,
                required: *required,
            })
            .collect(),
        // Whatever is called in its place in a test, the key is handed over.
        records: words(&["key_handed_over"]),
    };
    Catalogue {
        operations: vec![
            operation("key.cut", &["number"], &[]),
            operation("case.fulfil", &[], &[]),
            operation("case.refuse", &[], &[("reason", ArgumentKind::Any, false)]),
            operation(
                "papers.make",
                &[],
                &[("kind", ArgumentKind::Paper, true), ("send", ArgumentKind::Any, false)],
            ),
            operation("facts.record", &[], &[("fact", ArgumentKind::Fact, false)]),
            operation("messages.mail", &[], &[("text", ArgumentKind::MailText, true)]),
            operation("case.open", &[], &[("procedure", ArgumentKind::Procedure, true)]),
            operation("charges.ask", &[], &[("task", ArgumentKind::Task, false)]),
            operation(
                "links.issue",
                &[],
                &[
                    ("task", ArgumentKind::Task, true),
                    ("asks", ArgumentKind::TaskFields, true),
                    ("shows", ArgumentKind::Answers, false),
                    ("sets", ArgumentKind::TaskAnswers, false),
                    ("on", ArgumentKind::TaskField, false),
                ],
            ),
        ],
        roles: words(&["operator", "back_office"]),
        standards: words(&["W-S99"]),
        facts: words(&["request_received", "key_handed_over"]),
    }
}

fn defects(files: &Files) -> Vec<Defect> {
    match read(files) {
        Ok(pack) => prove(&pack, &catalogue()),
        Err(defects) => defects,
    }
}

/// The defects of the small pack when the service task `cut` calls this instead.
fn told(operation: &str, arguments: &str) -> Vec<Defect> {
    let mut files = small_pack::files();
    let Some(diagram) = files.get_mut("process.bpmn") else { panic!("there is no diagram") };
    let from = "sportello:operation=\"key.cut\"";
    assert!(diagram.contains(from));
    let arguments =
        if arguments.is_empty() { String::new() } else { format!(" sportello:arguments='{arguments}'") };
    *diagram = diagram.replace(from, &format!("sportello:operation=\"{operation}\"{arguments}"));
    defects(&files)
}

#[test]
fn arguments_that_name_what_there_is_are_taken() {
    for (operation, arguments) in [
        ("papers.make", "{kind: \"voucher\", send: true}"),
        ("papers.make", "{kind: if copies > 1 then \"voucher\" else \"voucher\"}"),
        ("facts.record", "{fact: \"key_handed_over\"}"),
        ("facts.record", ""),
        ("case.open", "{procedure: \"KEY\"}"),
    ] {
        assert_eq!(told(operation, arguments), [], "{operation} {arguments}");
    }
}

#[test]
fn arguments_that_name_what_there_is_not_are_defects() {
    for (operation, arguments, expected) in [
        ("papers.make", "{kind: \"receipt\"}", "no paper `receipt`"),
        ("papers.make", "{send: true}", "needs the argument `kind`"),
        ("papers.make", "", "needs the argument `kind`"),
        ("papers.make", "{kind: \"voucher\", sent: true}", "has no argument `sent`"),
        ("papers.make", "{kind: 3}", "is no text"),
        ("papers.make", "\"voucher\"", "they are no context"),
        ("papers.make", "{kind: ", "cannot be read"),
        ("papers.make", "{kind: paper}", "read `paper`, which is not set"),
        ("facts.record", "{fact: \"key_lost\"}", "no standard knows the fact `key_lost`"),
        ("messages.mail", "{text: \"ready\"}", "`mail-ready` and `mail-ready-subject` are missing"),
        ("case.open", "{procedure: \"KEYS\"}", "no code of a procedure"),
    ] {
        let found = told(operation, arguments);
        assert!(
            found.iter().any(|defect| defect.file == "process.bpmn" && defect.message.contains(expected)),
            "{operation} {arguments}: {found:#?}"
        );
    }
}

#[test]
fn a_task_told_to_an_operation_is_a_task_of_the_process_and_has_the_fields_named() {
    for (operation, arguments) in [
        ("charges.ask", "{task: \"decide\"}"),
        ("charges.ask", ""),
        (
            "links.issue",
            "{task: \"ask\", asks: [\"copies\", \"use\"], shows: [\"grant\"], sets: {use: \"home\"}, on: \"use\"}",
        ),
        // What answers decide is looked at when the process is there.
        ("links.issue", "{task: string(copies), asks: [\"copies\"]}"),
    ] {
        assert_eq!(told(operation, arguments), [], "{operation} {arguments}");
    }
    for (operation, arguments, expected) in [
        ("charges.ask", "{task: \"cut\"}", "no user task `cut` with a form"),
        ("charges.ask", "{task: \"granted\"}", "no user task `granted` with a form"),
        ("charges.ask", "{task: \"nothing\"}", "no user task `nothing` with a form"),
        ("charges.ask", "{task: 3}", "the argument `task` is no text"),
        ("links.issue", "{asks: [\"copies\"]}", "needs the argument `task`"),
        ("links.issue", "{task: \"ask\"}", "needs the argument `asks`"),
        ("links.issue", "{task: \"ask\", asks: \"copies\"}", "`asks` is no list of names"),
        ("links.issue", "{task: \"ask\", asks: [3]}", "`asks` is no list of names"),
        (
            "links.issue",
            "{task: \"ask\", asks: [\"grant\"]}",
            "`asks` names `grant`, which the form `ask` has not",
        ),
        (
            "links.issue",
            "{task: \"ask\", asks: [\"copies\"], shows: [\"price\"]}",
            "names `price`, which no form asks",
        ),
        (
            "links.issue",
            "{task: \"ask\", asks: [\"copies\"], on: \"day\"}",
            "`on` names `day`, which the form `ask` has not",
        ),
        (
            "links.issue",
            "{task: \"ask\", asks: [\"copies\"], sets: [\"use\"]}",
            "the argument `sets` is no context",
        ),
        ("links.issue", "{task: \"ask\", asks: [\"copies\"], sets: {grant: true}}", "`sets` names `grant`"),
        (
            "links.issue",
            "{task: \"ask\", asks: [\"copies\"], sets: {use: \"boat\"}}",
            "`boat`, which is none of its choices",
        ),
    ] {
        let found = told(operation, arguments);
        assert!(
            found.iter().any(|defect| defect.file == "process.bpmn" && defect.message.contains(expected)),
            "{operation} {arguments}: {found:#?}"
        );
    }
}

#[test]
fn what_needs_the_registry_is_not_asked_of_somebody_outside() {
    let mut files = small_pack::files();
    let form = files.get_mut("forms/ask.toml").expect("a form");
    form.push_str("\n[[field]]\nname = \"proof\"\nkind = \"attachment\"\nsection = \"what\"\n");
    for lang in ["it", "en"] {
        files.entry(format!("texts/{lang}.ftl")).or_default().push_str("field-proof = Proof\n");
    }
    let diagram = files.get_mut("process.bpmn").expect("a diagram");
    *diagram = diagram.replace(
        "sportello:operation=\"key.cut\"",
        "sportello:operation=\"links.issue\" sportello:arguments='{task: \"ask\", asks: [\"proof\"]}'",
    );
    let found = defects(&files);
    assert!(
        found.iter().any(|defect| defect.message.contains("cannot be asked of somebody outside")),
        "{found:#?}"
    );
}

/// The defects of the small pack with a receive task and this in its manifest.
fn with_message(message: &str) -> Vec<Defect> {
    let mut files = small_pack::files();
    let Some(diagram) = files.get_mut("process.bpmn") else { panic!("there is no diagram") };
    for (from, to) in [
        ("<process id", "<message id=\"message_paid\" name=\"paid\"/><process id"),
        (
            "<exclusiveGateway",
            "<receiveTask id=\"paying\" name=\"Pagamento\" messageRef=\"message_paid\"/><exclusiveGateway",
        ),
        (
            "targetRef=\"granted\"/>",
            "targetRef=\"paying\"/><sequenceFlow id=\"f_paid\" sourceRef=\"paying\" targetRef=\"granted\"/>",
        ),
    ] {
        assert!(diagram.contains(from), "{from}");
        *diagram = diagram.replacen(from, to, 1);
    }
    for (file, more) in [
        ("texts/it.ftl", "element-paying = Payment\n"),
        ("texts/en.ftl", "element-paying = Payment\n"),
        ("procedure.toml", message),
    ] {
        files.entry(file.to_owned()).or_default().push_str(more);
    }
    defects(&files)
}

#[test]
fn what_may_come_from_outside_is_awaited_and_sets_only_what_is_not_the_programs() {
    let message = |name: &str, from: &str, variables: &str| {
        format!("\n[[message]]\nname = \"{name}\"\nfrom = [{from}]\nvariables = [{variables}]\n")
    };
    assert_eq!(with_message(&message("paid", "\"operator\", \"api\"", "\"paid_on\"")), []);
    for (written, expected) in [
        (message("payed", "\"api\"", ""), "never waits for the message `payed`"),
        (message("paid", "\"anybody\"", ""), "there is no sender `anybody`"),
        (message("paid", "", ""), "nobody may send it"),
        (message("paid", "\"api\"", "\"number\""), "`number` is set by key.cut"),
    ] {
        let found = with_message(&written);
        assert!(found.iter().any(|defect| defect.message.contains(expected)), "{expected}: {found:#?}");
    }
}
