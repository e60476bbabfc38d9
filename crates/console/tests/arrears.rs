//! A reconnection after arrears and a plan of instalments through the real router: each step of their wizards is asked,
//! answered and gone on from.

use kernel::{BillId, Money};
use testkit::{Supplied, TestApp, Visitor, Who, bill, cut, person, supply};

/// A holder whose supply was cut, with a bill of 600 euro after its last day.
async fn in_arrears(test: &TestApp) -> (Supplied, BillId) {
    let holder = person(test, "11530", "Casarini", "Aldo", "CSRLDA58D19F257B").await;
    let supplied = supply(test, holder, "IT999E00317482", "C-187730").await;
    let due = bill(test, supplied.contract, "B1", "2026-02-10", Money::from_cents(60_000), Money::ZERO).await;
    cut(test, supplied).await;
    (supplied, due)
}

/// Begins a request; answers its id.
async fn begin(clerk: &Visitor, procedure: &str) -> String {
    let begun = clerk.post(&format!("/richieste/nuova/{procedure}"), &[("origine", "counter")]).await;
    assert_eq!(begun.status, 303, "{}", begun.text());
    let first = begun.location().to_owned();
    first.trim_start_matches("/voltura/").trim_end_matches("/identify").to_owned()
}

/// Shows a step, answers it, and is led on to the next.
async fn step(clerk: &Visitor, case: &str, name: &str, fields: &[(&str, &str)], next: &str) {
    let at = format!("/voltura/{case}/{name}");
    let shown = clerk.get(&at).await;
    assert_eq!(shown.status, 200, "{name}: {}", shown.text());
    let done = clerk.post(&at, fields).await;
    assert_eq!(done.status, 303, "{name}: {}", done.text());
    assert!(done.location().ends_with(next), "{name}: {}", done.location());
}

#[tokio::test]
async fn a_reconnection_is_asked_for_step_by_step() {
    for test in TestApp::everywhere().await {
        let (supplied, due) = in_arrears(&test).await;
        let clerk = test.visitor(Who::Operator).await;
        let case = begin(&clerk, "R01").await;
        let (point, party, bill) = (supplied.point.to_string(), supplied.party.to_string(), due.to_string());
        let today = test.today().to_string();
        let who = [
            ("supply_point", point.as_str()),
            ("party", party.as_str()),
            ("asked_by", "holder"),
            ("received_on", today.as_str()),
        ];
        step(&clerk, &case, "identify", &who, "/cover").await;
        let cover = clerk.get(&format!("/voltura/{case}/cover")).await;
        assert!(cover.shows("600,00"), "what is owed is said: {}", cover.text());
        let said = [
            ("covered_by", "proof"),
            ("covered_bills", bill.as_str()),
            ("payments.0.paid_on", today.as_str()),
            ("payments.0.paid_amount", "600,00"),
            ("payments.0.paid_channel", "post"),
            ("proof_kind", "declared"),
            ("declared", "true"),
        ];
        step(&clerk, &case, "cover", &said, "/access").await;
        let access = [
            ("field_by", "technician"),
            ("offered_on", today.as_str()),
            ("visit_on", today.as_str()),
            ("visit_band", "any"),
            ("meter_access", "outside"),
            ("fee_accepted", "true"),
        ];
        step(&clerk, &case, "access", &access, "/confirm").await;
        let at = format!("/richieste/{case}");
        step(&clerk, &case, "confirm", &[("signed", "true"), ("privacy", "true")], &at).await;
        let page = clerk.get(&at).await;
        assert!(page.shows("Riaprire la fornitura"), "{}", page.text());
    }
}

#[tokio::test]
async fn a_request_that_is_blocked_says_why_in_the_words_of_its_procedure() {
    let test = TestApp::sqlite().await;
    let holder = person(&test, "11530", "Casarini", "Aldo", "CSRLDA58D19F257B").await;
    let supplied = supply(&test, holder, "IT999E00317482", "C-187730").await;
    let clerk = test.visitor(Who::Operator).await;
    let case = begin(&clerk, "R01").await;
    let (point, party) = (supplied.point.to_string(), supplied.party.to_string());
    let today = test.today().to_string();
    let who = [
        ("supply_point", point.as_str()),
        ("party", &party),
        ("asked_by", "holder"),
        ("received_on", &today),
    ];
    step(&clerk, &case, "identify", &who, "/cover").await;
    step(&clerk, &case, "cover", &[("covered_by", "later")], "/access").await;
    let access = [
        ("field_by", "technician"),
        ("offered_on", today.as_str()),
        ("visit_on", &today),
        ("visit_band", "any"),
        ("meter_access", "outside"),
        ("fee_accepted", "true"),
    ];
    step(&clerk, &case, "access", &access, "/confirm").await;
    let confirm = clerk.get(&format!("/voltura/{case}/confirm")).await;
    assert!(confirm.shows("La fornitura non risulta sospesa."), "{}", confirm.text());
}

#[tokio::test]
async fn a_plan_is_asked_for_step_by_step_and_shown_before_it_is_confirmed() {
    for test in TestApp::everywhere().await {
        let (supplied, due) = in_arrears(&test).await;
        let clerk = test.visitor(Who::Operator).await;
        let case = begin(&clerk, "RAT").await;
        let (point, party, bill) = (supplied.point.to_string(), supplied.party.to_string(), due.to_string());
        let today = test.today();
        let first_due = today.checked_add(jiff::Span::new().days(40)).unwrap().to_string();
        let today = today.to_string();
        let who = [
            ("party", party.as_str()),
            ("supply_point", point.as_str()),
            ("plan_bills", bill.as_str()),
            ("plan_ground", "other"),
            ("received_on", today.as_str()),
        ];
        step(&clerk, &case, "identify", &who, "/terms").await;
        let terms = clerk.get(&format!("/voltura/{case}/terms")).await;
        assert!(terms.shows("Nessuna regola lo impone"), "{}", terms.text());
        let plan = |count: &'static str| {
            vec![
                ("plan_count", count),
                ("first_due_on", first_due.as_str()),
                ("plan_cadence", "month"),
                ("plan_split", "equal"),
                ("plan_reason", "Cassa integrazione"),
                ("income", "not_told"),
                ("guarantee", "none"),
            ]
        };
        let many = clerk.post(&format!("/voltura/{case}/terms"), &plan("24")).await;
        assert_eq!(many.status, 303, "{}", many.text());
        step(&clerk, &case, "terms", &plan("3"), "/confirm").await;
        let confirm = clerk.get(&format!("/voltura/{case}/confirm")).await;
        assert!(
            confirm.shows("1. ") && confirm.shows("3. ") && confirm.shows("602,51"),
            "{}",
            confirm.text()
        );
        let signed = [("delivery", "email"), ("signed_now", "true"), ("told", "true"), ("privacy", "true")];
        let at = format!("/richieste/{case}");
        step(&clerk, &case, "confirm", &signed, &at).await;
        let shown = clerk.get(&format!("/bollette/{due}")).await;
        assert!(shown.shows("In rate"), "{}", shown.text());

        // The till takes the instalment by its code, with its interest.
        let view = app::cases::show(&test.app, &test.system(), case.parse().unwrap()).await.unwrap();
        let slips = view.documents.iter().find(|paper| paper.kind == "slips").unwrap().id;
        let slips = app::papers::document_to_produce(&test.app, slips).await.unwrap().unwrap().data;
        let code = slips["slips"][0]["notice"]["number"].as_str().unwrap().to_owned();
        let found = clerk.get(&format!("/cassa?q={code}")).await;
        assert_eq!(found.status, 303, "{}", found.text());
        let opened = clerk.post("/cassa/apertura", &[("fondo", "100,00")]).await;
        assert_eq!(opened.status, 303, "{}", opened.text());
        let till = clerk.get(found.location()).await;
        assert!(till.shows("Rata 1 del piano") && till.shows(&code), "{}", till.text());
    }
}
