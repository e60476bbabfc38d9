//! What is done around a case: the next one is handed out, another one follows, a date is proved, papers are read before
//! the request is made. Small procedures of the test's own.

#![expect(clippy::expect_used, reason = "a test fails where it cannot go on")]

use testkit::{Supplied, TestApp, Visitor, Who, person, procedure, supply};

const DIAGRAM: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:sportello="https://sportello.example/bpmn/1" id="d" targetNamespace="urn:test">
  <process id="CODE" isExecutable="true">
    <startEvent id="start"/>
    <userTask id="ask" name="Domanda" sportello:form="ask"/>
    <serviceTask id="request" name="Richiesta" sportello:operation="case.start"/>
    <userTask id="work" name="Lavoro" sportello:form="ask" sportello:role="ROLE"/>
    <serviceTask id="fulfil" name="Evadi" sportello:operation="case.fulfil"/>
    <endEvent id="end"/>
    <sequenceFlow id="f1" sourceRef="start" targetRef="ask"/>
    <sequenceFlow id="f2" sourceRef="ask" targetRef="request"/>
    <sequenceFlow id="f3" sourceRef="request" targetRef="work"/>
    <sequenceFlow id="f4" sourceRef="work" targetRef="fulfil"/>
    <sequenceFlow id="f5" sourceRef="fulfil" targetRef="end"/>
  </process>
</definitions>
"#;

const MANIFEST: &str = r#"code = "CODE"
process = "CODE"
sectors = ["electricity"]
draft_until = "ask"

[[clock]]
start = "request_received"
stop = "voltura_effective"
standard = { electricity = "V-W02" }

[[paper]]
kind = "request_form"
template = "letters/request_form.typ"
signed = true

[[step]]
id = "ask"
tasks = ["ask"]
"#;

const FORM: &str =
    "[[section]]\nid = \"s\"\n\n[[field]]\nname = \"note\"\nkind = \"text\"\nsection = \"s\"\n";

const TEXTS: &str = "procedure = Prova\nstep-ask = Domanda\nelement-ask = Domanda\nelement-work = Lavoro\n\
    section-ask-s = Che cosa?\nfield-note = Nota\npaper-request-form = Modulo di richiesta\n";

/// A procedure whose request is worked by a role.
async fn published(test: &TestApp, code: &str, role: &str) {
    let (manifest, diagram) =
        (MANIFEST.replace("CODE", code), DIAGRAM.replace("CODE", code).replace("ROLE", role));
    procedure(
        test,
        &[
            ("procedure.toml", &manifest),
            ("process.bpmn", &diagram),
            ("forms/ask.toml", FORM),
            ("letters/request_form.typ", "= Modulo"),
            ("texts/it.ftl", TEXTS),
            ("texts/en.ftl", TEXTS),
        ],
    )
    .await;
}

async fn customer(test: &TestApp) -> Supplied {
    let holder = person(test, "40217", "Rinaldi", "Teresa", "RNLTRS72R46F257S").await;
    supply(test, holder, "IT999E00000010", "C-1").await
}

/// A draft for the customer: the address of its step and its id.
async fn draft(clerk: &Visitor, of: &Supplied, code: &str) -> (String, String) {
    let (party, point) = (of.party.to_string(), of.point.to_string());
    let from = [("origine", "counter"), ("cliente", party.as_str()), ("fornitura", point.as_str())];
    let begun = clerk.post(&format!("/richieste/nuova/{code}"), &from).await;
    assert_eq!(begun.status, 303, "{}", begun.text());
    let step = begun.location().to_owned();
    let case = step.trim_start_matches("/voltura/").trim_end_matches("/ask").to_owned();
    (step, case)
}

/// A request that was made.
async fn request(clerk: &Visitor, of: &Supplied, code: &str) -> String {
    let (step, case) = draft(clerk, of, code).await;
    let made = clerk.post(&step, &[("note", "x")]).await;
    assert_eq!(
        (made.status, made.location()),
        (303, format!("/richieste/{case}").as_str()),
        "{}",
        made.text()
    );
    case
}

async fn release(test: &TestApp, case: &str) {
    let id: kernel::CaseId = case.parse().expect("an id");
    app::cases::assign(&test.app, &test.system(), id, None, String::new()).await.expect("nobody has it");
}

#[tokio::test]
async fn the_free_request_with_most_at_stake_that_ones_roles_may_work_is_handed_out() {
    for test in TestApp::everywhere().await {
        published(&test, "TSO", "operator").await;
        published(&test, "TST", "technician").await;
        let supplied = customer(&test).await;
        let clerk = test.visitor(Who::Operator).await;
        let theirs = request(&clerk, &supplied, "TST").await;
        // A day later people sign in again.
        test.clock.advance(86_400);
        let clerk = test.visitor(Who::Operator).await;
        let first = request(&clerk, &supplied, "TSO").await;
        test.clock.advance(86_400);
        let clerk = test.visitor(Who::Operator).await;
        let second = request(&clerk, &supplied, "TSO").await;
        for case in [&theirs, &first, &second] {
            release(&test, case).await;
        }
        draft(&clerk, &supplied, "TSO").await;
        assert!(clerk.get("/").await.shows("action=\"/richieste/prossima\""), "a button on the first page");
        assert!(
            clerk.get("/richieste").await.shows("action=\"/richieste/prossima\""),
            "and on the work list"
        );

        for case in [&first, &second] {
            let taken = clerk.post("/richieste/prossima", &[("da", "casa")]).await;
            assert_eq!((taken.status, taken.location()), (303, format!("/richieste/{case}").as_str()));
        }
        let none = clerk.post("/richieste/prossima", &[("da", "richieste")]).await;
        assert_eq!((none.status, none.location()), (303, "/richieste"), "{}", none.text());
        assert!(clerk.get("/richieste").await.shows("Non c’è nessuna richiesta libera"));

        let technician = test.visitor(Who::Technician).await;
        let taken = technician.post("/richieste/prossima", &[("da", "casa")]).await;
        assert_eq!(taken.location(), format!("/richieste/{theirs}"));
        let trail = test.visitor(Who::Supervisor).await.get("/registro").await;
        assert!(
            trail.shows("ha preso in carico la pratica più urgente senza assegnatario, termine il"),
            "{}",
            trail.text()
        );
    }
}

#[tokio::test]
async fn a_case_that_follows_by_hand_is_linked_both_ways() {
    for test in TestApp::everywhere().await {
        published(&test, "TSO", "operator").await;
        let supplied = customer(&test).await;
        let clerk = test.visitor(Who::Operator).await;
        let former = request(&clerk, &supplied, "TSO").await;
        let path = format!("/richieste/{former}/seguito");
        let asked = clerk.get(&path).await;
        assert_eq!(asked.status, 200, "{}", asked.text());
        assert!(asked.shows("TSO Prova") && !asked.shows("value=\"INC\""), "{}", asked.text());

        let none = clerk.post(&path, &[("procedura", "INC")]).await;
        assert_eq!(none.status, 422, "what another act starts is not opened by hand: {}", none.text());
        let opened = clerk.post(&path, &[("procedura", "TSO")]).await;
        assert_eq!(opened.status, 303, "{}", opened.text());
        let new = opened.location().trim_start_matches("/voltura/").trim_end_matches("/ask").to_owned();

        let before = clerk.get(&format!("/richieste/{former}")).await;
        assert!(
            before.shows(&format!("/richieste/{new}")) && before.shows("segue da questa"),
            "{}",
            before.text()
        );
        let after = clerk.get(&format!("/richieste/{new}")).await;
        assert!(
            after.shows(&format!("/richieste/{former}")) && after.shows("questa ne segue"),
            "{}",
            after.text()
        );
        assert!(after.shows("segue dalla pratica"), "the trail says so too");
    }
}

#[tokio::test]
async fn a_corrected_date_is_proved_by_a_paper_of_the_case_or_by_a_new_one() {
    for test in TestApp::everywhere().await {
        published(&test, "TSO", "operator").await;
        let supplied = customer(&test).await;
        let clerk = test.visitor(Who::BackOffice).await;
        let case = request(&clerk, &supplied, "TSO").await;
        test.clock.advance(3600);
        let view = app::cases::show(&test.app, &test.system(), case.parse().expect("an id"))
            .await
            .expect("the case");
        let fact = view.facts.iter().find(|fact| fact.kind == "request_received").expect("the date").id;
        let path = format!("/richieste/{case}/date/{fact}");
        let asked = clerk.get(&path).await;
        assert!(asked.shows("name=\"file_prova\"") && asked.shows("multipart/form-data"), "{}", asked.text());

        let fields = [("quando", "11/03/2026 9:00"), ("motivo_correzione", "timbro")];
        let script = ("file_prova", "timbro.exe", "application/pdf", &b"MZ"[..]);
        let refused = clerk.upload(&path, &fields, script).await;
        assert_eq!(refused.status, 422, "{}", refused.text());
        assert!(refused.shows("id=\"file_prova-nota\""), "{}", refused.text());
        let view = app::cases::show(&test.app, &test.system(), case.parse().expect("an id"))
            .await
            .expect("the case");
        assert!(view.documents.is_empty(), "nothing of a refused correction stays");

        let paper = ("file_prova", "timbro.pdf", "application/pdf", &b"%PDF-1.7"[..]);
        let done = clerk.upload(&path, &fields, paper).await;
        assert_eq!(done.status, 303, "{}", done.text());
        let view = app::cases::show(&test.app, &test.system(), case.parse().expect("an id"))
            .await
            .expect("the case");
        let stands = view.facts.iter().find(|fact| !fact.corrected && fact.kind == "request_received");
        let (stands, kept) = (stands.expect("the new date"), view.documents.first().expect("the paper"));
        assert_eq!((stands.document_id, kept.title.as_str()), (Some(kept.id), "timbro.pdf"));

        let again = format!("/richieste/{case}/date/{}", stands.id);
        assert!(clerk.get(&again).await.shows("timbro.pdf"), "papers of the case are offered");
        let chosen = [
            ("quando", "11/03/2026 9:30"),
            ("motivo_correzione", "riletto"),
            ("documento_prova", &kept.id.to_string()),
        ];
        assert_eq!(clerk.post(&again, &chosen).await.status, 303);
    }
}

#[tokio::test]
async fn papers_to_sign_are_read_before_the_request_is_made() {
    let test = TestApp::sqlite().await;
    published(&test, "TSO", "operator").await;
    let supplied = customer(&test).await;
    let clerk = test.visitor(Who::Operator).await;
    let (step, case) = draft(&clerk, &supplied, "TSO").await;
    let page = clerk.get(&step).await;
    let preview = format!("/richieste/{case}/anteprima/request_form");
    assert!(page.shows(&format!("href=\"{preview}\"")), "{}", page.text());
    assert!(page.shows(&format!("<iframe src=\"{preview}\"")), "and shown in place");
}
