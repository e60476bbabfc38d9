//! What keeps a pack from being published is found, each defect with its file, its place and what to do.

mod small_pack;

use procedures::{Catalogue, Defect, Files, OperationSpec, prove, read};

fn catalogue() -> Catalogue {
    let words = |list: &[&str]| list.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let operation = |name: &str, reads: &[&str], writes: &[&str], errors: &[&str]| OperationSpec {
        name: name.to_owned(),
        reads: words(reads),
        writes: words(writes),
        errors: words(errors),
        arguments: Vec::new(),
        records: if name == "key.cut" { words(&["key_handed_over"]) } else { Vec::new() },
    };
    Catalogue {
        operations: vec![
            operation("key.cut", &["copies"], &["number"], &["lost"]),
            operation("key.post", &["number"], &[], &[]),
            operation("case.fulfil", &[], &[], &["lost"]),
            operation("case.refuse", &[], &[], &[]),
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

/// The small pack with some words of one file written otherwise.
fn with(file: &str, changes: &[(&str, &str)]) -> Files {
    let mut files = small_pack::files();
    let text = files.get_mut(file).unwrap_or_else(|| panic!("there is no {file}"));
    for (old, new) in changes {
        assert!(text.contains(old), "{file} has no `{old}`");
        *text = text.replace(old, new);
    }
    files
}

/// That there is this defect and nothing else is said to be wrong.
fn only(files: &Files, file: &str, place: &str, message: &str, remedy: &str) {
    let found = defects(files);
    let list = found.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    assert!(!found.is_empty(), "not found: {message}");
    for defect in &found {
        assert_eq!((defect.file.as_str(), defect.place.as_str()), (file, place), "{list}");
        assert!(!defect.remedy.trim().is_empty(), "{list}");
    }
    assert!(
        found.iter().any(|defect| defect.message.contains(message) && defect.remedy.contains(remedy)),
        "`{message}; {remedy}` is not among:\n{list}"
    );
}

const DIAGRAM: &str = "process.bpmn";

#[test]
fn a_sound_pack_has_no_defect() {
    assert_eq!(defects(&small_pack::files()), []);
}

#[test]
fn a_step_nothing_leads_to_is_found() {
    let files = with(
        DIAGRAM,
        &[(
            "<endEvent id=\"handed_over\"/>",
            "<endEvent id=\"handed_over\"/><task id=\"alone\"/><task id=\"beside\"/>
             <sequenceFlow id=\"f_on\" sourceRef=\"alone\" targetRef=\"beside\"/><sequenceFlow id=\"f_round\" sourceRef=\"beside\" targetRef=\"alone\"/>",
        )],
    );
    let found = defects(&files);
    for place in ["alone", "beside"] {
        let defect = found
            .iter()
            .find(|defect| defect.place == place && defect.message.contains("nothing leads here"));
        assert!(
            defect.is_some_and(|defect| defect.file == DIAGRAM && defect.remedy.contains("connect it")),
            "{found:?}"
        );
    }
    assert!(found.iter().all(|defect| ["alone", "beside"].contains(&defect.place.as_str())), "{found:?}");
}

#[test]
fn a_path_that_never_ends_is_found() {
    let files = with(
        DIAGRAM,
        &[
            ("<endEvent id=\"turned_down\"/>", "<exclusiveGateway id=\"turned_down\"/><task id=\"again\"/>
             <sequenceFlow id=\"f_again\" sourceRef=\"turned_down\" targetRef=\"again\"/><sequenceFlow id=\"f_back\" sourceRef=\"again\" targetRef=\"turned_down\"/>"),
        ],
    );
    let found = defects(&files);
    for place in ["refuse", "turned_down", "again"] {
        let defect = found
            .iter()
            .find(|defect| defect.place == place && defect.message.contains("no way leads from here"));
        assert!(
            defect.is_some_and(|defect| defect.file == DIAGRAM && defect.remedy.contains("end event")),
            "{found:?}"
        );
    }
}

#[test]
fn an_answer_that_a_condition_reads_before_it_is_set_is_found() {
    // The question of granting is put after the way has parted.
    let files = with(
        DIAGRAM,
        &[
            ("sourceRef=\"ask\" targetRef=\"decide\"", "sourceRef=\"ask\" targetRef=\"granted\""),
            ("sourceRef=\"decide\" targetRef=\"granted\"", "sourceRef=\"decide\" targetRef=\"cut\""),
            ("sourceRef=\"granted\" targetRef=\"cut\"", "sourceRef=\"granted\" targetRef=\"decide\""),
        ],
    );
    only(
        &files,
        DIAGRAM,
        "f_denied",
        "`grant` is read at granted before it is set on some path",
        "on every path",
    );
}

#[test]
fn an_answer_that_an_operation_needs_before_it_is_set_is_found() {
    let files = with("forms/ask.toml", &[("required = true\n", "")]);
    only(&files, DIAGRAM, "cut", "key.cut needs `copies`, which is not set on some path", "on every path");
}

#[test]
fn what_an_operation_sets_is_not_there_after_its_error() {
    // An operation that ends with an error has set nothing.
    let post = "<serviceTask id=\"post\" sportello:operation=\"key.post\"/><sequenceFlow id=\"f_post\" sourceRef=\"post\" targetRef=\"refuse\"/><endEvent id=\"turned_down\"/>";
    let files = with(
        DIAGRAM,
        &[
            ("<endEvent id=\"turned_down\"/>", post),
            ("sourceRef=\"lost\" targetRef=\"refuse\"", "sourceRef=\"lost\" targetRef=\"post\""),
        ],
    );
    only(&files, DIAGRAM, "post", "key.post needs `number`, which is not set on some path", "on every path");
}

#[test]
fn what_one_way_through_a_sub_process_sets_is_not_there_after_it() {
    let inner = "<subProcess id=\"decide\" name=\"Decisione\">
        <startEvent id=\"i_start\"/><exclusiveGateway id=\"i_way\" default=\"i_none\"/><endEvent id=\"i_end\"/>
        <userTask id=\"i_decide\" sportello:form=\"decide\" sportello:role=\"back_office\"/>
        <sequenceFlow id=\"i_1\" sourceRef=\"i_start\" targetRef=\"i_way\"/>
        <sequenceFlow id=\"i_some\" sourceRef=\"i_way\" targetRef=\"i_decide\"><conditionExpression>copies = 1</conditionExpression></sequenceFlow>
        <sequenceFlow id=\"i_none\" sourceRef=\"i_way\" targetRef=\"i_end\"/>
        <sequenceFlow id=\"i_2\" sourceRef=\"i_decide\" targetRef=\"i_end\"/></subProcess>";
    let task = "<userTask id=\"decide\" name=\"Decisione\" sportello:form=\"decide\" sportello:role=\"back_office\"/>";
    let mut files = with(DIAGRAM, &[(task, inner)]);
    for text in ["texts/it.ftl", "texts/en.ftl"] {
        files.get_mut(text).unwrap().push_str("element-i-decide = Decision\n");
    }
    only(
        &files,
        DIAGRAM,
        "f_denied",
        "`grant` is read at granted before it is set on some path",
        "on every path",
    );
}

#[test]
fn what_only_some_ways_into_an_inclusive_join_set_is_not_there_after_it() {
    let decide = "<userTask id=\"decide\" name=\"Decisione\" sportello:form=\"decide\" sportello:role=\"back_office\"/>";
    let files = with(
        DIAGRAM,
        &[
            (decide, &format!("{decide}<inclusiveGateway id=\"split\" default=\"f_past\"/><inclusiveGateway id=\"join\"/>
              <sequenceFlow id=\"f_past\" sourceRef=\"split\" targetRef=\"join\"/><sequenceFlow id=\"f_joined\" sourceRef=\"join\" targetRef=\"granted\"/>
              <sequenceFlow id=\"f_in\" sourceRef=\"split\" targetRef=\"decide\"><conditionExpression>copies = 1</conditionExpression></sequenceFlow>")),
            ("sourceRef=\"ask\" targetRef=\"decide\"", "sourceRef=\"ask\" targetRef=\"split\""),
            ("sourceRef=\"decide\" targetRef=\"granted\"", "sourceRef=\"decide\" targetRef=\"join\""),
        ],
    );
    only(
        &files,
        DIAGRAM,
        "f_denied",
        "`grant` is read at granted before it is set on some path",
        "on every path",
    );
}

#[test]
fn an_end_on_whose_way_the_clock_is_not_stopped_is_found() {
    let files = with(
        DIAGRAM,
        &[("sourceRef=\"cut\" targetRef=\"fulfil\"", "sourceRef=\"cut\" targetRef=\"handed_over\"")],
    );
    let found = defects(&files);
    let defect = found.iter().find(|defect| defect.place == "handed_over");
    assert!(
        defect.is_some_and(|defect| defect.file == DIAGRAM
            && defect.message.contains("its clock never stops")
            && defect.remedy.contains("case.fulfil or case.refuse")),
        "{found:?}"
    );
}

#[test]
fn a_case_fulfilled_before_its_clock_is_stopped_is_found() {
    let mut catalogue = catalogue();
    for operation in &mut catalogue.operations {
        operation.records.clear();
    }
    let found = prove(&read(&small_pack::files()).unwrap(), &catalogue);
    let [defect] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((defect.file.as_str(), defect.place.as_str()), (DIAGRAM, "fulfil"));
    assert!(defect.message.contains("before `key_handed_over` is recorded"), "{defect}");
    assert!(defect.remedy.contains("facts.record"), "{defect}");
}

#[test]
fn an_ending_operation_that_fails_has_not_stopped_the_clock() {
    let files = with(
        DIAGRAM,
        &[
            ("attachedToRef=\"cut\"", "attachedToRef=\"fulfil\""),
            ("sourceRef=\"lost\" targetRef=\"refuse\"", "sourceRef=\"lost\" targetRef=\"handed_over\""),
        ],
    );
    only(&files, DIAGRAM, "handed_over", "its clock never stops", "case.fulfil or case.refuse");
}

#[test]
fn a_way_beside_the_main_one_need_not_end_the_case() {
    let timer = |interrupts: &str| {
        let beside = format!(
            "<boundaryEvent id=\"late\" attachedToRef=\"decide\"{interrupts}><timerEventDefinition id=\"late_timer\">\
             <timeDuration xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"tFormalExpression\">P3D</timeDuration></timerEventDefinition></boundaryEvent>\
             <endEvent id=\"reminded\"/><sequenceFlow id=\"f_late\" sourceRef=\"late\" targetRef=\"reminded\"/>\
             <endEvent id=\"turned_down\"/>"
        );
        with(DIAGRAM, &[("<endEvent id=\"turned_down\"/>", beside.as_str())])
    };
    let beside = defects(&timer(" cancelActivity=\"false\""));
    assert!(beside.is_empty(), "{beside:?}");
    only(&timer(""), DIAGRAM, "reminded", "its clock never stops", "case.fulfil or case.refuse");
}

#[test]
fn an_unknown_operation_is_found() {
    let files = with(DIAGRAM, &[("key.cut", "key.melt")]);
    only(&files, DIAGRAM, "cut", "there is no operation `key.melt`", "name an operation");
}

#[test]
fn an_unknown_role_is_found_in_the_diagram_and_in_the_manifest() {
    let files = with(DIAGRAM, &[("sportello:role=\"back_office\"", "sportello:role=\"locksmith\"")]);
    only(&files, DIAGRAM, "decide", "nobody has the role `locksmith`", "name a role");
    let files = with("procedure.toml", &[("roles = [\"operator\"]", "roles = [\"locksmith\"]")]);
    only(&files, "procedure.toml", "roles", "nobody has the role `locksmith`", "name a role");
}

#[test]
fn a_text_missing_in_english_is_found() {
    for (line, key) in [
        ("field-copies-check = One copy at least\n", "field-copies-check"),
        ("choice-use-shop = Shop\n", "choice-use-shop"),
        ("element-decide = Decision\n", "element-decide"),
        ("paper-voucher = Voucher\n", "paper-voucher"),
        ("procedure = Key\n", "procedure"),
    ] {
        only(&with("texts/en.ftl", &[(line, "")]), "texts/en.ftl", key, "the text is missing", "write it");
    }
}

#[test]
fn a_missing_template_of_a_paper_is_found() {
    let mut files = small_pack::files();
    files.remove("letters/voucher.typ");
    only(
        &files,
        "procedure.toml",
        "paper voucher",
        "there is no template `letters/voucher.typ`",
        "add it to letters/",
    );
}

#[test]
fn an_expression_that_cannot_be_read_is_found() {
    for (file, old, new, place) in [
        ("forms/ask.toml", "'value > 0'", "'value > > 0'", "copies"),
        ("forms/ask.toml", "required = true", "required_when = 'use = '", "copies"),
        ("forms/decide.toml", "id = \"how\"", "id = \"how\"\nwhen = '(copies'", "how"),
    ] {
        only(&with(file, &[(old, new)]), file, place, "cannot be read", "");
    }
}

#[test]
fn an_unknown_standard_or_fact_is_found() {
    let files = with("procedure.toml", &[("W-S99", "W-S98")]);
    only(&files, "procedure.toml", "clock", "there is no standard `W-S98`", "name a standard");
    let files = with("procedure.toml", &[("key_handed_over", "key_melted")]);
    only(&files, "procedure.toml", "clock", "no standard knows the fact `key_melted`", "name a fact");
}

#[test]
fn an_unknown_form_is_found() {
    let found = defects(&with(DIAGRAM, &[("sportello:form=\"decide\"", "sportello:form=\"judge\"")]));
    let told = |defect: &Defect| {
        defect.file == DIAGRAM
            && defect.place == "decide"
            && defect.message == "there is no form `judge`"
            && defect.remedy.contains("forms/")
    };
    assert!(found.iter().any(told), "{found:?}");
}

#[test]
fn names_that_lead_nowhere_are_found() {
    for (file, old, new, place, message) in [
        (DIAGRAM, "grant = false", "granted = false", "f_denied", "nothing ever sets `granted`"),
        ("procedure.toml", "element = \"decide\"", "element = \"wait\"", "wait", "element `wait`"),
        ("procedure.toml", "tasks = [\"ask\"]", "tasks = [\"wish\"]", "step", "`wish`"),
        ("procedure.toml", "draft_until = \"ask\"", "draft_until = \"x\"", "draft_until", "`x`"),
        (
            "procedure.toml",
            "process = \"KEY\"",
            "process = \"LOCK\"",
            "process",
            "the diagram has no process `LOCK`",
        ),
        ("procedure.toml", "{ water =", "{ wine =", "clock 1", "there is no service `wine`"),
        ("procedure.toml", "code = \"KEY\"", "code = \"keys\"", "code", "`keys` is no code"),
    ] {
        only(&with(file, &[(old, new)]), file, place, message, "");
    }
}

#[test]
fn a_key_nobody_knows_is_found_with_its_line() {
    let files = with("forms/decide.toml", &[("kind = \"flag\"", "kynd = \"flag\"")]);
    only(&files, "forms/decide.toml", "line 6", "kynd", "correct it");
}

#[test]
fn a_missing_manifest_or_diagram_is_found() {
    for file in ["procedure.toml", "process.bpmn"] {
        let mut files = small_pack::files();
        files.remove(file);
        only(&files, file, "file", "it is missing", "add");
    }
}

#[test]
fn a_digit_that_starts_nothing_is_found() {
    for digit in ["0", "x"] {
        let files = with(
            "procedure.toml",
            &[("process = \"KEY\"", &format!("process = \"KEY\"\ndigit = \"{digit}\""))],
        );
        only(&files, "procedure.toml", "digit", "starts no procedure", "from 1 to 9");
    }
}

#[test]
fn a_digit_needs_a_short_name_and_belongs_to_one_procedure() {
    let files = with("procedure.toml", &[("process = \"KEY\"", "process = \"KEY\"\ndigit = \"3\"")]);
    let found = defects(&files);
    assert!(found.iter().all(|defect| defect.place == "act"), "{found:?}");
    assert_eq!(found.len(), 2, "in both languages");

    let first = read(&files).unwrap();
    let mut second = first.clone();
    assert_eq!(procedures::same_digits([&first, &second]), [], "another version of the same procedure");
    "LOC".clone_into(&mut second.code);
    let found = procedures::same_digits([&first, &second]);
    assert!(found.len() == 1 && found[0].0 == "LOC" && found[0].1.place == "digit", "{found:?}");
}

#[test]
fn a_summary_or_a_step_that_shows_what_nobody_asks_is_found() {
    let files = with(
        "procedure.toml",
        &[(
            "[[step]]\nid = \"ask\"",
            "[[summary]]\nid = \"key\"\nfields = [\"colour\"]\n\n[[step]]\nid = \"ask\"\nshows = [\"size\"]",
        )],
    );
    let found = defects(&files);
    for place in ["summary key", "step ask"] {
        assert!(
            found.iter().any(|defect| defect.place == place && defect.message.contains("no form asks for")),
            "{place}: {found:?}"
        );
    }
}
