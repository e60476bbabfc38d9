//! A quote through the real router: asked for step by step, examined, its lines chosen from the price list, its visit moved
//! in the schedule.

#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

use app::cases::CaseView;
use domain::prices::Item;
use kernel::{CaseId, Money, Sector};
use routes::{Route as _, console::TaskComplete};
use testkit::{Answered, TestApp, Visitor, Who, person, supply};

fn item(code: &str, label: &str, price: Option<i64>) -> Item {
    Item {
        code: code.to_owned(),
        sector: Sector::Electricity,
        label_it: label.to_owned(),
        label_en: label.to_owned(),
        unit: "m".to_owned(),
        price: price.map(Money::from_cents),
        vat_percent: 22,
        valid_from: "2020-01-01".parse().unwrap(),
        valid_to: None,
    }
}

async fn seen(test: &TestApp, case: CaseId) -> CaseView {
    app::cases::show(&test.app, &test.system(), case).await.unwrap()
}

/// Asks for a quote at the counter, from the page of a supply.
async fn asked(test: &TestApp) -> CaseId {
    let items =
        vec![item("EC-05", "Spostamento del contatore", Some(21_200)), item("EL-00", "A corpo", None)];
    app::prices::load(&test.app, &test.system(), items, false).await.unwrap();
    let holder = person(test, "11530", "Casarini", "Aldo", "CSRLDA58D19F257B").await;
    let supplied = supply(test, holder, "IT999E00317482", "C-187730").await;
    let clerk = test.visitor(Who::Operator).await;
    let (party, point) = (holder.to_string(), supplied.point.to_string());
    let from = [("origine", "counter"), ("cliente", party.as_str()), ("fornitura", point.as_str())];
    let begun = clerk.post("/richieste/nuova/PM1", &from).await;
    assert_eq!(begun.status, 303, "{}", begun.text());
    let first = begun.location().to_owned();
    assert!(first.ends_with("/supply"), "{first}");
    let who = [
        ("supply_point", point.as_str()),
        ("party", party.as_str()),
        ("contact_name", "Aldo Casarini"),
        ("contact_phone", "059 555 0102"),
        ("reply_channel", "email"),
    ];
    let next = clerk.post(&first, &who).await;
    assert_eq!(next.status, 303, "{}", next.text());
    let second = next.location().to_owned();
    assert!(second.ends_with("/request"), "{second}");
    let page = clerk.get(&second).await;
    assert!(page.shows("Potenza, tensione e fasi volute"), "the service is known: {}", page.text());
    let what = [
        ("righe", "alterations"),
        ("alterations.0.alteration", "move_meter"),
        ("alterations.0.wanted", "sul muro di cinta"),
        ("visit_when", "any"),
    ];
    let made = clerk.post(&second, &what).await;
    assert_eq!(made.status, 303, "{}", made.text());
    let case = made.location().trim_start_matches("/richieste/").to_owned();
    case.parse().unwrap()
}

/// Sends the form of the task a case waits at.
async fn complete(test: &TestApp, visitor: &Visitor, case: CaseId, fields: &[(&str, &str)]) -> Answered {
    let view = seen(test, case).await;
    let task = view.tasks.iter().find(|task| task.state == "open").unwrap().id;
    let version = view.case.version.to_string();
    let all = [&[("version", version.as_str())][..], fields].concat();
    visitor.post(&TaskComplete::new(case, task).url(), &all).await
}

const EVALUATED: [(&str, &str); 4] =
    [("feasible", "true"), ("visit_needed", "true"), ("complexity", "simple"), ("reply_channel", "email")];

#[tokio::test]
async fn a_quote_is_asked_for_and_its_lines_are_those_of_the_price_list() {
    for test in TestApp::everywhere().await {
        let case = asked(&test).await;
        let office = test.visitor(Who::BackOffice).await;
        let without: Vec<(&str, &str)> =
            EVALUATED.into_iter().filter(|(name, _)| *name != "visit_needed").collect();
        let done = complete(&test, &office, case, &without).await;
        assert_eq!(done.status, 303, "{}", done.text());
        let page = office.get(&format!("/richieste/{case}")).await;
        assert!(page.shows("EC-05 Spostamento del contatore"), "{}", page.text());
        let terms = [
            ("works_text", "Spostamento"),
            ("complexity", "simple"),
            ("works_days", "10"),
            ("deposit_percent", "100"),
            ("valid_until", "31/12/2199"),
            ("righe", "lines"),
            ("lines.0.code", "EC-05"),
            ("lines.0.quantity", "1"),
        ];
        let priced = [&terms[..], &[("lines.0.price", "1,00")][..]].concat();
        let refused = complete(&test, &office, case, &priced).await;
        assert_eq!(refused.status, 422);
        assert!(refused.shows("Il prezzo di EC-05 è quello del listino"), "{}", refused.text());
        let sent = complete(&test, &office, case, &terms).await;
        assert_eq!(sent.status, 303, "{}", sent.text());
        let view = seen(&test, case).await;
        assert_eq!(view.case.step, "customer_answer");
        assert_eq!(view.case.data.get("total"), Some(&serde_json::json!(25_864)));
    }
}

#[tokio::test]
async fn a_visit_is_moved_with_whose_wish_it_is() {
    for test in TestApp::everywhere().await {
        let case = asked(&test).await;
        let office = test.visitor(Who::BackOffice).await;
        test.visitor(Who::Technician).await;
        let done = complete(&test, &office, case, &EVALUATED).await;
        assert_eq!(done.status, 303, "{}", done.text());
        // A day people work on, some weeks from now.
        let mut day = test.today().saturating_add(jiff::Span::new().days(21));
        while day.weekday() != jiff::civil::Weekday::Wednesday {
            day = day.tomorrow().unwrap();
        }
        let shown = day.to_string();
        let today = test.today().to_string();
        let agreed = [
            ("asked_on", today.as_str()),
            ("offered_on", shown.as_str()),
            ("offered_band", "08-10"),
            ("agreed_on", shown.as_str()),
            ("agreed_band", "08-10"),
            ("moved_by", "nobody"),
        ];
        let put = complete(&test, &office, case, &agreed).await;
        assert_eq!(put.status, 303, "{}", put.text());
        let view = seen(&test, case).await;
        let visit = view.appointments.first().unwrap_or_else(|| panic!("{:?}", view.incidents)).clone();
        let clerk = test.visitor(Who::Supervisor).await;
        let href = format!("/agenda/appuntamenti/{}", visit.id);
        let page = clerk.get(&href).await;
        assert!(page.shows("Chi lo chiede") && page.shows("Motivo"), "{}", page.text());
        let later = day.saturating_add(jiff::Span::new().days(2)).to_string();
        let (version, who) = (visit.version.to_string(), visit.assigned_to.unwrap().to_string());
        let move_it = [
            ("version", version.as_str()),
            ("giorno", later.as_str()),
            ("dalle", "8"),
            ("alle", "10"),
            ("tecnico", who.as_str()),
            ("richiesta", "customer"),
            ("motivo", "ferie"),
        ];
        let moved = clerk.post(&href, &move_it).await;
        assert_eq!(moved.status, 303, "{}", moved.text());
        let view = seen(&test, case).await;
        let visit = view.appointments.first().unwrap();
        assert_eq!((visit.moved_by.as_str(), visit.starts_at.date().to_string()), ("customer", later));
        assert_eq!(view.suspensions.len(), 1, "the customer’s days are taken out");
    }
}
