//! Drafts of a change of holder: two on one point, answers that no longer hold, what is told before anything is signed.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails where it cannot go on")]

mod support;

use app::{
    Error, FieldProblem,
    cases::{Answered, Given, answer, show},
};
use domain::{
    cases::CaseState,
    registry::{ContractState, SupplyPointState},
};
use kernel::Sector;
use serde_json::{Value as Json, json};
use store::registry::{contract, supply_point};
use support::{
    World, answers,
    voltura::{confirmation, draft, known_party, step, walk, with},
    worlds, worlds_of,
};

fn problems(answered: Result<Answered, Error>) -> Vec<FieldProblem> {
    match answered {
        Err(Error::Invalid(problems)) => problems,
        other => panic!("not told at a field: {other:?}"),
    }
}

fn told(problems: &[FieldProblem]) -> Vec<(&str, &str, Option<&str>)> {
    let step = |problem: &'_ FieldProblem| problem.args.iter().position(|(name, _)| name == "step");
    problems
        .iter()
        .map(|problem| {
            let at = step(problem).and_then(|at| problem.args.get(at)).map(|(_, step)| step.as_str());
            (problem.field.as_str(), problem.code.as_str(), at)
        })
        .collect()
}

async fn suspend_point(world: &World) {
    let id = world.point;
    world
        .app
        .db
        .write("suspend", move |tx| {
            let point = supply_point::by_id(tx, id)?.unwrap();
            assert!(supply_point::set_state(tx, &point, SupplyPointState::Suspended)?);
            Ok::<_, Error>(())
        })
        .await
        .unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn another_draft_on_the_point_is_told_with_its_number_and_operator() {
    for world in worlds().await {
        let first = draft(&world).await;
        walk(&world, first, &[("supply", json!({ "supply_point": world.point }))]).await;
        let second = draft(&world).await;
        let taken = step(&world, second, "supply", json!({ "supply_point": world.point })).await.unwrap();
        let warned = taken.problems.iter().find(|problem| problem.code == "same_voltura_draft").unwrap();
        assert!(warned.warning);
        let said: Vec<&str> = warned.args.iter().map(|(_, value)| value.as_str()).collect();
        assert_eq!(said, ["2026-VOL-000001", "Bellini Marta"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_drafts_on_one_point_the_first_to_be_confirmed_wins() {
    for world in worlds().await {
        let (first, second) = (draft(&world).await, draft(&world).await);
        walk(&world, first, &known_party(&world)).await;
        walk(&world, second, &known_party(&world)).await;
        walk(&world, first, &[confirmation()]).await;
        let refused = problems(step(&world, second, "confirm", confirmation().1).await);
        assert_eq!(told(&refused), [("supply_point", "same_voltura_open", Some("supply"))]);
        let view = show(&world.app, &world.ctx("marta.bellini").await, second).await.unwrap();
        assert_eq!(view.case.state, CaseState::Draft, "nothing was signed, nothing is inadmissible");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_confirmations_at_once_one_wins_and_the_other_is_told() {
    for world in worlds().await {
        let (first, second) = (draft(&world).await, draft(&world).await);
        walk(&world, first, &known_party(&world)).await;
        walk(&world, second, &known_party(&world)).await;
        let (one, other) = tokio::join!(
            step(&world, first, "confirm", confirmation().1),
            step(&world, second, "confirm", confirmation().1),
        );
        let (won, lost): (Vec<_>, Vec<_>) = [one, other].into_iter().partition(Result::is_ok);
        assert_eq!((won.len(), lost.len()), (1, 1));
        for refused in lost {
            assert!(
                problems(refused).iter().any(|problem| problem.code == "same_voltura_open"),
                "the other is told why"
            );
        }
        let point = world.point;
        let made = world
            .app
            .db
            .read("contracts", move |tx| Ok::<_, Error>(contract::of_point(tx, point)?))
            .await
            .unwrap();
        assert_eq!(made.len(), 2, "one contract was made");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_answer_that_was_kept_is_refused_again_when_the_request_is_made() {
    for world in worlds().await {
        let case = draft(&world).await;
        walk(&world, case, &known_party(&world)).await;
        suspend_point(&world).await;
        let back = json!({ "supply_point": world.point });
        let refused = problems(step(&world, case, "supply", back.clone()).await);
        assert_eq!(told(&refused), [("supply_point", "point_suspended", None)]);
        let kept =
            Given { element: "supply".to_owned(), typed: answers(back), draft: true, ..Given::default() };
        let ctx = world.ctx("marta.bellini").await;
        answer(&world.app, &ctx, case, kept).await.unwrap();
        let refused = problems(step(&world, case, "confirm", confirmation().1).await);
        assert_eq!(told(&refused), [("supply_point", "point_suspended", Some("supply"))]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_draft_left_for_weeks_is_looked_at_again_step_by_step() {
    for world in worlds().await {
        let case = draft(&world).await;
        walk(&world, case, &known_party(&world)).await;
        world.clock.advance(45 * 86_400);
        let refused = problems(step(&world, case, "confirm", confirmation().1).await);
        assert_eq!(told(&refused), [("starts_on", "start_too_early", Some("conditions"))]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_path_that_another_answer_opens_is_not_skipped() {
    for world in worlds().await {
        let case = draft(&world).await;
        walk(&world, case, &known_party(&world)).await;
        let kept = Given {
            element: "power".to_owned(),
            typed: answers(json!({ "power_increase": true })),
            draft: true,
            ..Given::default()
        };
        answer(&world.app, &world.ctx("marta.bellini").await, case, kept).await.unwrap();
        let refused = problems(step(&world, case, "confirm", confirmation().1).await);
        assert!(told(&refused).contains(&("power_w", "required", Some("power_data"))), "{refused:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn signature_and_privacy_are_required() {
    for world in worlds().await {
        let case = draft(&world).await;
        walk(&world, case, &known_party(&world)).await;
        for (given, field, code) in [
            (json!({ "privacy": true }), "signed", "required"),
            (json!({ "signed": true }), "privacy", "required"),
            (json!({ "signed": false, "privacy": true }), "signed", "field_check"),
        ] {
            let refused = problems(step(&world, case, "confirm", given).await);
            assert_eq!(told(&refused), [(field, code, None)]);
        }
    }
}

/// After a death, by somebody who is no heir and does not live there.
fn stranger(world: &World) -> Vec<(&'static str, Json)> {
    with(world, "conditions", &json!({ "variant": "mortis_causa", "title": "lease", "resident": false }))
}

#[tokio::test(flavor = "multi_thread")]
async fn what_blocks_is_told_before_the_signature() {
    for world in worlds().await {
        let case = draft(&world).await;
        walk(&world, case, &stranger(&world)).await;
        let refused = problems(step(&world, case, "confirm", confirmation().1).await);
        assert_eq!(told(&refused), [("title", "mortis_causa_title", None)]);
        let ctx = world.ctx("marta.bellini").await;
        let found = app::voltura::request_findings(&world.app, &ctx, case).await.unwrap();
        assert_eq!(found.iter().map(|finding| finding.field()).collect::<Vec<_>>(), ["title"]);
        let view = show(&world.app, &ctx, case).await.unwrap();
        assert_eq!((view.case.state, view.documents.len()), (CaseState::Draft, 0));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_recorded_as_refused_ends_with_its_reason_and_a_letter() {
    for world in worlds().await {
        let case = draft(&world).await;
        walk(&world, case, &stranger(&world)).await;
        walk(&world, case, &[("confirm", json!({ "refuse_request": true }))]).await;
        let view = show(&world.app, &world.ctx("marta.bellini").await, case).await.unwrap();
        assert_eq!(view.case.state, CaseState::Inadmissible);
        assert_eq!(view.case.outcome, "mortis_causa_title");
        let letter = view.documents.iter().find(|paper| paper.kind == "refusal").unwrap();
        let sent = view.facts.iter().find(|fact| fact.kind == "answer_sent").unwrap();
        assert_eq!(sent.document_id, Some(letter.id));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_that_nothing_blocks_cannot_be_refused() {
    for world in worlds().await {
        let case = draft(&world).await;
        walk(&world, case, &known_party(&world)).await;
        let given = json!({ "signed": true, "privacy": true, "refuse_request": true });
        let refused = step(&world, case, "confirm", given).await;
        assert!(
            matches!(&refused, Err(Error::Refused { code, .. }) if code == "nothing_blocks"),
            "{refused:?}"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_suspended_contract_on_an_active_point_is_found() {
    for world in worlds().await {
        let (ctx, id) = (world.app.system("test"), world.contract);
        world
            .app
            .db
            .write("suspend", move |tx| {
                let before = contract::by_id(tx, id)?.unwrap();
                let mut after =
                    domain::registry::Contract { state: ContractState::Suspended, ..before.clone() };
                assert!(contract::update(tx, &ctx, &before, &mut after)?);
                Ok::<_, Error>(())
            })
            .await
            .unwrap();
        let case = draft(&world).await;
        let refused = problems(step(&world, case, "supply", json!({ "supply_point": world.point })).await);
        assert_eq!(told(&refused), [("supply_point", "contract_suspended", None)]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_window_that_keeps_its_own_draft_meets_no_conflict_and_a_second_one_does() {
    for world in worlds().await {
        let case = draft(&world).await;
        let shown = walk(&world, case, &known_party(&world)).await.case.version;
        let ctx = world.ctx("marta.bellini").await;
        let keep = |window: &str, offer: &str| Given {
            element: "payment".to_owned(),
            typed: answers(json!({ "offer": offer, "payment": "slip", "delivery": "post", "lang": "it" })),
            version: Some(shown),
            window: Some(window.to_owned()),
            draft: true,
            ..Given::default()
        };
        for offer in ["LUCE FISSA", "LUCE VERDE", "LUCE NOTTE"] {
            answer(&world.app, &ctx, case, keep("one", offer)).await.unwrap();
        }
        let Err(Error::Conflict(fields)) = answer(&world.app, &ctx, case, keep("two", "LUCE CASA")).await
        else {
            panic!("a silent overwrite")
        };
        let differs: Vec<(&str, &Json)> =
            fields.iter().map(|field| (field.field.as_str(), &field.theirs)).collect();
        assert_eq!(differs, [("offer", &json!("LUCE NOTTE"))]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn more_power_is_asked_for_an_electric_supply_alone() {
    for sector in Sector::ALL {
        for world in worlds_of(sector).await {
            let case = draft(&world).await;
            walk(&world, case, known_party(&world).get(..4).unwrap()).await;
            let ctx = world.ctx("marta.bellini").await;
            let asked = app::cases::show_form(&world.app, &ctx, case, "power").await.unwrap();
            let names: Vec<&str> = asked.iter().map(|field| field.name.as_str()).collect();
            let wanted = step(&world, case, "power", json!({ "power_increase": true })).await;
            if sector == Sector::Electricity {
                assert_eq!(names, ["power_increase", "visit_needed"]);
                assert_eq!(wanted.unwrap().next, "power_data");
            } else {
                assert_eq!(names, ["visit_needed"], "{sector:?}");
                let refused = problems(wanted);
                assert_eq!(told(&refused), [("power_increase", "power_not_offered", None)], "{sector:?}");
                let rest = step(&world, case, "power", json!({ "visit_needed": true })).await.unwrap();
                assert_eq!(rest.next, "payment", "{sector:?}");
            }
        }
    }
}
