//! Where a case comes from, and a case that a process opens with what it hands on; on both engines.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails where it cannot go on")]

#[path = "support/packs.rs"]
mod packs;
mod support;

use app::{
    Error,
    cases::{Given, HandedIn, OpenCase, Prefill, answer, document_content, hand_in_document, open},
};
use domain::cases::{CaseState, Origin};
use kernel::CaseId;
use packs::{ADMIT, FULFIL, START, pack, publish, seen, straight};
use procedures::Files;
use serde_json::{Value as Json, json};
use support::{World, answers, worlds};

const ORIGIN: &str = "serviceTask sportello:operation=\"case.origin\"";

async fn opened(world: &World, procedure: &str, with_point: bool) -> CaseId {
    let supply_point = with_point.then_some(world.point);
    let prefill = Prefill { supply_point, ..Prefill::default() };
    let new = OpenCase { procedure: procedure.to_owned(), origin: Origin::Counter, prefill };
    open(&world.app, &world.ctx("marta.bellini").await, new).await.unwrap().id
}

async fn given(world: &World, case: CaseId, element: &str, typed: Json) -> Result<(), Error> {
    let given = Given { element: element.to_owned(), typed: answers(typed), ..Given::default() };
    answer(&world.app, &world.ctx("marta.bellini").await, case, given).await.map(drop)
}

/// A pack with a form `ask` of these fields: name and kind.
fn with_form(mut files: Files, fields: &[(&str, &str)]) -> Files {
    let form: String = fields
        .iter()
        .map(|(name, kind)| format!("[[field]]\nname = \"{name}\"\nkind = \"{kind}\"\n\n"))
        .collect();
    files.insert("forms/ask.toml".to_owned(), form);
    files
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_says_where_it_comes_from_and_for_which_service_once_that_is_known() {
    for world in worlds().await {
        let ask = "userTask sportello:form=\"ask\"";
        let drawn = straight("TSO", &[ORIGIN, ask, ORIGIN, START, "userTask"]);
        let files =
            with_form(pack("TSO", "draft_until = \"TSO_1\"\n", &drawn), &[("supply_point", "supply_point")]);
        publish(&world, &files).await;
        let case = opened(&world, "TSO", false).await;
        let said = |data: &serde_json::Map<String, Json>| {
            ["origin", "sector", "follows"].map(|name| data.get(name).cloned().unwrap_or_default())
        };
        assert_eq!(said(&seen(&world, case).await.case.data), [json!("counter"), json!(""), json!("")]);
        given(&world, case, "TSO_1", json!({ "supply_point": world.point, "follows": "2026-VOL-000009" }))
            .await
            .unwrap();
        let view = seen(&world, case).await;
        assert_eq!(
            said(&view.case.data),
            [json!("counter"), json!("electricity"), json!("")],
            "what no form asks for is not taken"
        );
        assert_eq!(view.case.state, CaseState::Started);
    }
}

/// A quote whose acceptance opens the works, told in `arguments`.
fn quote(arguments: &str) -> Files {
    let ask = "userTask sportello:form=\"ask\"";
    let works = format!("serviceTask sportello:operation=\"case.open\" sportello:arguments='{arguments}'");
    let drawn = straight("TSQ", &[START, ADMIT, ask, &works, FULFIL]);
    let fields =
        [("acceptance", "attachment"), ("accepted_on", "date"), ("note", "text"), ("works_text", "text")];
    with_form(pack("TSQ", "", &drawn), &fields)
}

const HANDED: &str = "{procedure: \"TSW\", fact: \"quote_accepted\", on: accepted_on, document: acceptance, \
    hand: [\"note\", \"works_text\", \"supply_point\"], data: {works_text: \"scavo\"}}";

/// Works that are a draft when they are opened by hand, and pass it when they follow from a quote: with `asks`, they do not
/// ask where they come from.
fn works(asks: bool) -> Files {
    let clock = "draft_until = \"first\"\n\n[[clock]]\nstart = \"quote_accepted\"\nstop = \"work_completed\"\n\
                 standard = { electricity = \"E-S02\" }\n";
    let condition = "<conditionExpression>follows != \"\"</conditionExpression>";
    let drawn = format!(
        "<process id=\"TSW\" isExecutable=\"true\"><startEvent id=\"s\"/>\
         <serviceTask id=\"o\" sportello:operation=\"case.origin\"/><exclusiveGateway id=\"g\" default=\"f_draft\"/>\
         <userTask id=\"first\"/><serviceTask id=\"make\" sportello:operation=\"case.start\" \
         sportello:arguments='{{fact: \"quote_accepted\"}}'/><userTask id=\"work\"/>\
         <serviceTask id=\"done\" sportello:operation=\"case.fulfil\"/><endEvent id=\"e\"/>\
         <sequenceFlow id=\"f1\" sourceRef=\"s\" targetRef=\"o\"/><sequenceFlow id=\"f2\" sourceRef=\"o\" targetRef=\"g\"/>\
         <sequenceFlow id=\"f_draft\" sourceRef=\"g\" targetRef=\"first\"/>\
         <sequenceFlow id=\"f_at_once\" sourceRef=\"g\" targetRef=\"{}\">{condition}</sequenceFlow>\
         <sequenceFlow id=\"f3\" sourceRef=\"first\" targetRef=\"make\"/><sequenceFlow id=\"f4\" sourceRef=\"make\" targetRef=\"work\"/>\
         <sequenceFlow id=\"f5\" sourceRef=\"work\" targetRef=\"done\"/><sequenceFlow id=\"f6\" sourceRef=\"done\" targetRef=\"e\"/></process>",
        if asks { "first" } else { "work" }
    );
    pack("TSW", clock, &drawn)
}

async fn accepted(world: &World) -> (CaseId, String) {
    let case = opened(world, "TSQ", true).await;
    let paper = HandedIn {
        kind: "acceptance".to_owned(),
        title: "accettazione.pdf".to_owned(),
        media_type: "application/pdf".to_owned(),
        content: b"%PDF-1.7 accettazione".to_vec(),
        answers_request: false,
    };
    let ctx = world.ctx("marta.bellini").await;
    let paper = hand_in_document(&world.app, &ctx, case, paper).await.unwrap().to_string();
    (case, paper)
}

#[tokio::test(flavor = "multi_thread")]
async fn works_open_with_their_clock_begun_on_the_day_of_acceptance_and_with_what_was_handed_on() {
    for world in worlds().await {
        publish(&world, &works(false)).await;
        publish(&world, &quote(HANDED)).await;
        let (case, paper) = accepted(&world).await;
        let typed = json!({ "acceptance": paper, "accepted_on": "2026-03-09", "works_text": "altro" });
        given(&world, case, "TSQ_2", typed).await.unwrap();
        let quote = seen(&world, case).await;
        assert_eq!(
            (quote.case.state, quote.incidents.len()),
            (CaseState::Fulfilled, 0),
            "{:?}",
            quote.incidents
        );
        let works = seen(&world, quote.linked[0].id).await;
        assert_eq!(works.case.step, "work");
        assert_eq!(works.case.data.get("follows"), Some(&json!(quote.case.number)));
        assert_eq!(
            works.case.data.get("works_text"),
            Some(&json!("scavo")),
            "data wins over what is handed on"
        );
        assert_eq!(works.case.data.get("note"), None, "what was not answered is not handed on");
        let fact = works.facts.iter().find(|fact| fact.kind == "quote_accepted").unwrap();
        assert_eq!(
            (fact.at.date(), fact.document_id.map(|id| id.to_string())),
            ("2026-03-09".parse().unwrap(), Some(paper.clone()))
        );
        assert_eq!(
            works.case.clock.as_ref().unwrap().due,
            Some("2026-03-23".parse().unwrap()),
            "ten working days"
        );
        assert_eq!(works.case.assigned_to, None);
        assert_eq!(works.linked[0].id, case, "the link is seen from both");
        // The acceptance is one paper of both cases.
        let there =
            works.documents.iter().find(|one| one.id.to_string() == paper).expect("the acceptance is there");
        let ctx = world.ctx("marta.bellini").await;
        let (_, content) = document_content(&world.app, &ctx, works.case.id, there.id).await.unwrap();
        assert_eq!(content.as_deref(), Some(&b"%PDF-1.7 accettazione"[..]));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn works_are_not_opened_from_the_future_as_a_draft_or_with_a_paper_of_another_case() {
    for world in worlds().await {
        publish(&world, &works(false)).await;
        publish(&world, &quote(HANDED)).await;
        let stuck = async |typed: Json| {
            let (case, paper) = accepted(&world).await;
            let mut typed = answers(typed);
            typed.entry("acceptance").or_insert(json!(paper));
            given(&world, case, "TSQ_2", Json::Object(typed)).await.unwrap();
            let view = seen(&world, case).await;
            assert!(view.linked.is_empty(), "nothing is left behind");
            view.incidents[0].message.clone()
        };
        let message = stuck(json!({ "accepted_on": "2026-03-12" })).await;
        assert!(message.contains("date_in_future"), "{message}");
        let (_, other) = accepted(&world).await;
        let message = stuck(json!({ "accepted_on": "2026-03-09", "acceptance": other })).await;
        assert!(message.contains("document_of_other_case"), "{message}");

        let mut again = works(true);
        again.insert("letters/voucher.typ".to_owned(), "= Altro".to_owned());
        packs::publish_version(&world, &again, 2).await;
        let message = stuck(json!({ "accepted_on": "2026-03-09" })).await;
        assert!(message.contains("case_open_still_draft"), "{message}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn works_opened_by_hand_are_a_draft_first() {
    for world in worlds().await {
        publish(&world, &works(false)).await;
        let case = opened(&world, "TSW", true).await;
        let view = seen(&world, case).await;
        assert_eq!((view.case.state, view.case.step.as_str()), (CaseState::Draft, "first"));
        given(&world, case, "first", json!({})).await.unwrap();
        let view = seen(&world, case).await;
        let kinds: Vec<&str> = view.facts.iter().map(|fact| fact.kind.as_str()).collect();
        assert_eq!((view.case.state, kinds), (CaseState::Started, vec!["quote_accepted"]));
    }
}
