use super::*;
use crate::{Files, read, shipped};

/// Operations of the shipped packs with what they read and set.
fn catalogue() -> Catalogue {
    let operation = |name: &str, reads: &[&str], writes: &[&str], errors: &[&str]| {
        let words = |list: &[&str]| list.iter().map(|word| (*word).to_owned()).collect();
        OperationSpec {
            name: name.to_owned(),
            reads: words(reads),
            writes: words(writes),
            errors: words(errors),
            arguments: Vec::new(),
            records: Vec::new(),
        }
    };
    let mut operations: Vec<OperationSpec> = [
        "papers.ask_customer",
        "diary.deadline",
        "voltura.confirm",
        "case.status",
        "voltura.put_verification",
        "papers.closing",
        "case.fulfil",
        "case.admit",
        "case.record",
    ]
    .into_iter()
    .map(|name| operation(name, &[], &[], &[]))
    .collect();
    operations.extend([
        operation("party.create", &[], &["party"], &[]),
        operation("voltura.check_power", &["power_w"], &[], &[]),
        operation("contact.check", &["party"], &[], &[]),
        operation("voltura.check", &["supply_point", "party"], &["admissible"], &[]),
        operation("voltura.start", &["supply_point", "party"], &["admissible", "readings_differ"], &[]),
        operation("voltura.correct", &["new_contract"], &[], &[]),
        operation("voltura.record_verified", &["new_contract"], &[], &[]),
        operation("diary.close_visit", &["visit_outcome"], &[], &[]),
        operation("voltura.check_again", &["supply_point", "party"], &["admissible"], &[]),
        operation("contact.check_again", &["party"], &[], &["contact_changed"]),
        operation(
            "voltura.duplicate_contract",
            &["supply_point", "party", "starts_on"],
            &["new_contract"],
            &[],
        ),
        operation("case.open_power_increase", &["power_w"], &[], &[]),
        operation("case.tell_linked", &[], &[], &[]),
        operation("bills.release", &[], &[], &[]),
        operation(
            "readings.judge",
            &["supply_point", "read_on", "readings"],
            &["verdict", "verdict_reason"],
            &[],
        ),
        operation("readings.record", &["supply_point", "read_on", "readings"], &[], &["reading_taken"]),
        operation("party.compare", &["party", "change_kind"], &["changes", "sensitive"], &[]),
        operation(
            "party.apply_changes",
            &["party", "change_kind", "effective_on"],
            &["applied", "changes", "passing_point"],
            &[],
        ),
    ]);
    for operation in &mut operations {
        operation.records = match operation.name.as_str() {
            "voltura.confirm" => vec!["answer_sent".to_owned()],
            "voltura.duplicate_contract" => {
                vec!["new_contract_effective".to_owned(), "voltura_effective".to_owned()]
            }
            _ => Vec::new(),
        };
    }
    let told = |name: &str, writes: &[&str], arguments: &[(&str, ArgumentKind)]| OperationSpec {
        arguments: arguments
            .iter()
            .map(|(name, kind)| ArgumentSpec { name: (*name).to_owned(), kind: *kind, required: false })
            .collect(),
        ..operation(name, &[], writes, &[])
    };
    operations.extend([
        told("case.refuse", &[], &[("reason", ArgumentKind::Any)]),
        told("diary.visit", &[], &[("on", ArgumentKind::Any)]),
        told("facts.record", &[], &[("fact", ArgumentKind::Fact), ("on", ArgumentKind::Any)]),
        told("case.start", &["reclassified"], &[("on", ArgumentKind::Any), ("fact", ArgumentKind::Fact)]),
        told("case.cancel", &[], &[("reason", ArgumentKind::Any)]),
        told("case.reclassify", &[], &[("procedure", ArgumentKind::Procedure)]),
        told("case.link", &["linked_answer"], &[("number", ArgumentKind::Any), ("waits", ArgumentKind::Any)]),
        told("case.assign", &[], &[("role", ArgumentKind::Any)]),
        told("bills.hold", &[], &[("bills", ArgumentKind::Any), ("reason", ArgumentKind::Any)]),
        told("billing.submit", &["billing_outcome", "holder_kind"], &[("kind", ArgumentKind::Any)]),
        told("papers.make", &["sent_by"], &[("kind", ArgumentKind::Paper), ("by", ArgumentKind::Any)]),
        told("messages.mail", &[], &[("text", ArgumentKind::MailText), ("optional", ArgumentKind::Any)]),
        told(
            "case.open",
            &["linked_case"],
            &[("procedure", ArgumentKind::Procedure), ("data", ArgumentKind::Any)],
        ),
    ]);
    let words = |list: &[&str]| list.iter().map(|word| (*word).to_owned()).collect();
    Catalogue {
        operations,
        roles: words(&[
            "operator",
            "call_centre",
            "back_office",
            "agent",
            "technician",
            "quality",
            "supervisor",
            "administrator",
        ]),
        standards: words(&[
            "W-S12", "V-W01", "V-W02", "V-W03", "E-S01", "W-S01", "W-M04", "W-S25", "W-S26", "W-S27",
            "W-G07", "V-S01", "V-S02", "V-S03", "V-G01", "T-O01",
        ]),
        facts: words(&[
            "request_received",
            "new_contract_effective",
            "voltura_effective",
            "answer_sent",
            "quote_sent",
            "self_reading_received",
            "customer_informed",
            "complaint_received",
            "reply_sent",
            "amount_credited",
        ]),
    }
}

fn files(code: &str) -> Files {
    shipped().into_iter().find(|(known, _)| *known == code).unwrap().1
}

/// What the proof finds after one text of one file was changed.
fn found(file: &str, from: &str, to: &str) -> Vec<String> {
    let mut files = files("VOL");
    let text = files.get_mut(file).unwrap();
    assert!(text.contains(from), "{file} has no {from}");
    *text = text.replacen(from, to, 1);
    match read(&files) {
        Ok(pack) => prove(&pack, &catalogue()).iter().map(ToString::to_string).collect(),
        Err(defects) => panic!("not read: {defects:?}"),
    }
}

#[test]
fn what_a_pack_names_wrongly_is_found() {
    for (file, from, to, told) in [
        (
            "process.bpmn",
            "errorCode=\"contact_changed\"",
            "errorCode=\"gone\"",
            "never answers with the error `gone`",
        ),
        (
            "procedure.toml",
            "cause = \"customer\"",
            "cause = \"weather\"",
            "no clock stands still for `weather`",
        ),
        (
            "procedure.toml",
            "standard = { electricity = \"V-W01\", gas = \"V-W03\" }",
            "standard = { electricity = \"V-W01\", gas = \"V-W03\" }\npromise = true",
            "2 clocks promise a day for `electricity`",
        ),
        (
            "procedure.toml",
            "draft_until = \"confirm\"",
            "draft_until = \"accept\"",
            "`accept` is no user task",
        ),
        ("procedure.toml", "tasks = [\"reading\"]", "tasks = [\"submit\"]", "`submit` is no user task"),
        ("forms/supply.toml", "section = \"point\"", "section = \"points\"", "no section `points`"),
        ("forms/conditions.toml", "name = \"resident\"", "name = \"variant\"", "asks for it twice"),
        ("forms/review_documents.toml", "kind = \"flag\"", "kind = \"text\"", "another type of answer"),
        (
            "forms/party.toml",
            "choices = [\"existing\", \"guided\", \"full_form\"]",
            "",
            "without answers to choose",
        ),
    ] {
        let found = found(file, from, to);
        assert!(found.iter().any(|defect| defect.contains(told)), "{told}: {found:#?}");
    }
}

#[test]
fn a_condition_of_another_type_is_found_in_diagram_and_form() {
    let in_diagram = found("process.bpmn", ">power_increase = true<", ">power_increase = \"sì\"<");
    assert!(in_diagram.iter().any(|defect| defect.contains("more_power_yes")), "{in_diagram:#?}");
    let in_form = found("forms/power_data.toml", "value > 0 and value <= 100000", "value > \"0\"");
    assert!(
        in_form.iter().any(|defect| defect.starts_with("forms/power_data.toml, power_w")),
        "{in_form:#?}"
    );
    let unknown = found("forms/payment.toml", "when = 'payment = \"sdd\"'", "when = 'paymnt = \"sdd\"'");
    assert!(unknown.iter().any(|defect| defect.contains("paymnt")), "{unknown:#?}");
}

#[test]
fn an_answer_of_one_branch_is_not_certain_after_an_inclusive_join() {
    // `visit_on` is asked of the technician, and there is not always a visit.
    let mut catalogue = catalogue();
    for operation in catalogue.operations.iter_mut().filter(|operation| operation.name == "papers.closing") {
        operation.reads.push("visit_on".to_owned());
    }
    let pack = read(&files("VOL")).unwrap();
    let defects = prove(&pack, &catalogue);
    assert_eq!(defects.len(), 1, "{defects:#?}");
    assert!(defects[0].message.contains("papers.closing needs `visit_on`"), "{defects:#?}");
}

#[test]
fn what_a_task_sets_is_not_set_where_its_boundary_event_leaves_it() {
    let mut catalogue = catalogue();
    for operation in &mut catalogue.operations {
        match operation.name.as_str() {
            "contact.check_again" => operation.writes.push("contact_state".to_owned()),
            "case.status" => operation.reads.push("contact_state".to_owned()),
            _ => {}
        }
    }
    // After the error the process goes back to `status`, which then needs what the failed task did not set.
    let mut files = files("VOL");
    let diagram = files.get_mut("process.bpmn").unwrap();
    for (from, to) in [
        (
            "id=\"f_status\" sourceRef=\"accept\" targetRef=\"status\"",
            "id=\"f_status\" sourceRef=\"accept\" targetRef=\"contact_again\"",
        ),
        (
            "id=\"f_contact_again\" sourceRef=\"status\" targetRef=\"first_day\"",
            "id=\"f_contact_again\" sourceRef=\"status\" targetRef=\"duplicate\"",
        ),
        (
            "id=\"f_changed\" sourceRef=\"contact_changed\" targetRef=\"fix_contact\"",
            "id=\"f_changed\" sourceRef=\"contact_changed\" targetRef=\"status\"",
        ),
    ] {
        assert!(diagram.contains(from), "{from}");
        *diagram = diagram.replacen(from, to, 1);
    }
    let defects = prove(&read(&files).unwrap(), &catalogue);
    assert!(
        defects.iter().any(|defect| defect.message.contains("case.status needs `contact_state`")),
        "{defects:#?}"
    );
}

#[test]
fn every_task_of_a_sub_process_counts_where_its_answers_are_read() {
    // Without the task that asks for it, the start is not set when the contract is made.
    let found = found("forms/new_supply.toml", "name = \"starts_on\"", "name = \"new_start\"");
    assert!(found.iter().any(|defect| defect.contains("needs `starts_on`")), "{found:#?}");
}
