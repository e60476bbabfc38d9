//! Payment by instalments (RAT) from the request to the end of the plan: a right, a choice with its approval, paid, missed,
//! taken back; on both engines.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails where it cannot go on")]

mod support;

use std::collections::BTreeSet;

use app::{
    Error,
    cases::{Answered, CaseView, complete_task},
    cash::{FoundPayer, Reverse, find_payer, payer, reverse},
    instalments::{StoredInstalment, StoredPlan, plans_of},
    processes::{Sender, deliver_message},
};
use domain::{access::Role, cases::CaseState, debt::SuspensionReason, registry::Bill};
use kernel::{BillId, CaseId, Money, Sector, codes::SlipCode};
use serde_json::{Map, Value as Json, json};
use store::registry::{bill, plan};
use support::{
    World, account, answers,
    arrears::{answer_of, at, begin, billing, come_round, cut, euro, filled, pay, sound},
    day,
    voltura::step_by,
    worlds_of,
};

const CLERK: &str = "marta.bellini";

async fn worlds() -> Vec<World> {
    let worlds = worlds_of(Sector::Water).await;
    for world in &worlds {
        account(&world.app, "anna.verdi", "Verdi Anna", Role::Supervisor).await;
    }
    worlds
}

/// A bill of the holder's contract, due on 20 February.
async fn bill(world: &World, number: &str, issued: &str, cents: i64) -> BillId {
    let stored = Bill {
        id: world.app.system("test").id(BillId::from_bytes),
        number: number.to_owned(),
        contract_id: world.contract,
        issued_on: day(issued),
        due_on: day("2026-02-20"),
        kind: "periodic".to_owned(),
        amount: euro(cents),
        paid: Money::ZERO,
        consumption: None,
        unit: String::new(),
        period_from: None,
        period_to: None,
        held: false,
    };
    let id = stored.id;
    let write = world.app.db.write("bill", move |tx| Ok::<_, Error>(bill::insert(tx, &stored)?));
    write.await.unwrap();
    id
}

async fn step(world: &World, case: CaseId, element: &str, given: Json) -> Result<Answered, Error> {
    step_by(world, CLERK, case, element, given).await
}

fn identity(world: &World, bills: &[BillId], ground: &str, final_date: Option<&str>) -> Json {
    json!({ "party": world.outgoing, "supply_point": world.point, "plan_bills": bills, "plan_ground": ground,
        "final_date": final_date, "received_on": "2026-03-11" })
}

fn terms(count: i64) -> Json {
    json!({ "plan_count": count, "first_due_on": "2026-04-20", "plan_cadence": "month", "plan_split": "equal",
        "plan_reason": "Cassa integrazione", "income": "not_told", "guarantee": "none" })
}

fn confirmation(signed: bool) -> Json {
    json!({ "delivery": "email", "signed_now": signed, "told": true, "privacy": true })
}

/// A plan that is a right (a debt with a notice of default), signed at the counter, in so many monthly instalments; billing
/// has taken it over.
async fn running(world: &World, bills: &[BillId], count: i64) -> CaseId {
    let case = begin(world, CLERK, "RAT").await;
    step(world, case, "identify", identity(world, bills, "arrears", Some("2026-04-30"))).await.unwrap();
    step(world, case, "terms", terms(count)).await.unwrap();
    step(world, case, "confirm", confirmation(true)).await.unwrap();
    billing(world, case, "instalment_plan", true).await;
    come_round(world).await;
    assert_eq!(sound(world, case).await.case.step, "await_payment");
    case
}

async fn stored(world: &World, case: CaseId) -> (StoredPlan, Vec<StoredInstalment>) {
    let read = world.app.db.read("plan", move |tx| {
        let known = plan::of_case(tx, case)?.unwrap();
        let rows = plan::instalments(tx, known.id)?;
        Ok::<_, Error>((known, rows))
    });
    read.await.unwrap()
}

async fn open_on(world: &World, id: BillId) -> i64 {
    let read = world.app.db.read("bill", move |tx| Ok::<_, Error>(bill::by_id(tx, id)?.unwrap().bill.open()));
    read.await.unwrap().cents()
}

fn codes(outcome: Result<Answered, Error>) -> Vec<(String, String)> {
    match outcome {
        Err(Error::Invalid(problems)) => {
            problems.into_iter().map(|problem| (problem.field, problem.code)).collect()
        }
        other => panic!("the form was taken: {other:?}"),
    }
}

async fn finding(world: &World, case: CaseId) -> Vec<(String, bool)> {
    let found = app::voltura::request_findings(&world.app, &world.app.system("test"), case).await.unwrap();
    found.into_iter().map(|finding| (finding.code, finding.blocks)).collect()
}

fn kinds(view: &CaseView) -> Vec<&str> {
    view.documents.iter().map(|paper| paper.kind.as_str()).collect()
}

/// Pays the next instalment by its code at the till, as it is proposed there.
async fn pay_by_code(world: &World, key: &str, code: &str) -> kernel::ReceiptId {
    let ctx = world.ctx(CLERK).await;
    let FoundPayer::Instalment(party, code) = find_payer(&world.app, &ctx, code).await.unwrap() else {
        panic!("the code is of an instalment")
    };
    let view = payer(&world.app, &ctx, party, Vec::new(), None, Some(code)).await.unwrap();
    let due = view.instalment.expect("an instalment is due");
    let lines: Vec<(BillId, i64)> = view
        .bills
        .iter()
        .filter(|one| one.proposed > Money::ZERO)
        .map(|one| (one.of.bill.id, one.proposed.cents()))
        .collect();
    let interest = (due.interest > Money::ZERO).then_some((due.plan, due.interest));
    pay(world, key, party, &lines, interest).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_right_is_granted_at_the_counter_and_paid_month_by_month() {
    for world in worlds().await {
        let (one, two) =
            (bill(&world, "B1", "2026-01-12", 40_000).await, bill(&world, "B2", "2026-01-13", 20_000).await);
        let case = running(&world, &[one, two], 3).await;
        assert_eq!(answer_of(&world, case, "plan_right").await, json!("yes"));
        assert_eq!(answer_of(&world, case, "needs_approval").await, json!("no"));
        assert_eq!(answer_of(&world, case, "right_reasons").await[0]["code"], json!("water_arrears"));
        let (known, rows) = stored(&world, case).await;
        assert_eq!((known.number.as_str(), known.debt), ("2026-RAT-000001", euro(60_000)));
        assert_eq!(rows.len(), 3);
        let principal: Money = rows.iter().map(|row| row.instalment.principal).sum();
        assert_eq!(principal, euro(60_000), "to the cent");
        let interest: Money = rows.iter().map(|row| row.instalment.interest).sum();
        assert!(interest > Money::ZERO, "2.15 % a year");
        let all: BTreeSet<&str> =
            rows.iter().flat_map(|row| [row.slip_code.as_str(), row.notice_number.as_str()]).collect();
        assert_eq!(all.len(), 6, "each has codes of its own");
        for row in &rows {
            assert!(SlipCode::parse(&row.slip_code).is_ok(), "{}", row.slip_code);
            assert_eq!(row.slip_code.get(14..16), Some(format!("{:02}", row.instalment.number).as_str()));
        }
        let slips = filled(&world, case, "slips").await;
        assert_eq!(slips["slips"].as_array().map(Vec::len), Some(3));
        assert_eq!(slips["slips"][0]["subject"], json!("Rata 1 di 3, piano 2026-RAT-000001"));
        assert!(slips["codes"]["slip-3"]["data_matrix"].is_string());
        assert_eq!(slips["plan"]["rate"], json!("2,15"));
        assert_eq!(filled(&world, case, "plan").await["bills"][0]["open"], json!(40_000));
        let lines = plans_of(&world.app, &world.app.system("test"), world.outgoing).await.unwrap();
        assert_eq!(
            (lines[0].state.as_str(), lines[0].open, lines[0].bills.len()),
            ("running", euro(60_000), 2)
        );

        // Reminded once, a week before; then the instalment is paid by its code, with its interest.
        at(&world, "2026-04-13T06:00:00+02:00").await;
        let view = sound(&world, case).await;
        assert_eq!(view.mails.iter().filter(|mail| mail.kind == "reminder").count(), 1);
        at(&world, "2026-04-14T06:00:00+02:00").await;
        assert_eq!(sound(&world, case).await.mails.iter().filter(|mail| mail.kind == "reminder").count(), 1);
        let receipt = pay_by_code(&world, "r1", &rows[0].notice_number).await;
        come_round(&world).await;
        let (known, _) = stored(&world, case).await;
        assert_eq!(known.interest_paid, rows[0].instalment.interest);
        assert_eq!(
            open_on(&world, one).await,
            40_000 - rows[0].instalment.principal.cents(),
            "the oldest first"
        );
        assert_eq!(answer_of(&world, case, "next_due_text").await, json!("20 maggio 2026"));

        // Taken back: it is due again, and so is its interest.
        let back = Reverse { receipt, reason: "banconota falsa".to_owned(), second: None };
        let refused = reverse(&world.app, &world.ctx(CLERK).await, back).await;
        assert!(matches!(refused, Err(Error::Refused { code, .. }) if code == "second_person_missing"));

        for (key, row) in [("r2", &rows[1]), ("r3", &rows[2])] {
            pay_by_code(&world, key, &row.slip_code).await;
            come_round(&world).await;
        }
        let view = sound(&world, case).await;
        assert_eq!(view.case.state, CaseState::Fulfilled);
        assert_eq!(kinds(&view), ["plan", "slips", "completed"]);
        assert_eq!((open_on(&world, one).await, open_on(&world, two).await), (0, 0));
        assert_eq!(stored(&world, case).await.0.state, "paid");
        let shown = app::bills::show_bill(&world.app, &world.app.system("test"), one).await.unwrap();
        assert!(!shown.of.bill.held && shown.plan.is_none());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_missed_instalment_warns_then_ends_the_plan_and_the_debt_is_open_as_before() {
    for world in worlds().await {
        let one = bill(&world, "B1", "2026-01-12", 60_000).await;
        let case = running(&world, &[one], 3).await;
        let (_, rows) = stored(&world, case).await;
        at(&world, "2026-04-13T06:00:00+02:00").await;
        // In part only: the instalment is late all the same.
        pay(&world, "r1", world.outgoing, &[(one, 5_000)], None).await.unwrap();
        come_round(&world).await;
        at(&world, "2026-04-21T06:00:00+02:00").await;
        let view = sound(&world, case).await;
        assert_eq!(kinds(&view), ["plan", "slips", "late"]);
        let late = filled(&world, case, "late").await;
        assert_eq!(late["slips"].as_array().map(Vec::len), Some(1), "the slip of the late one alone");
        assert_eq!(late["plan"]["late"]["number"], json!(1));
        let left = rows[0].instalment.amount() - euro(5_000);
        assert_eq!(late["plan"]["late"]["open"], json!(left.cents()));
        assert!(late["plan"]["late"]["until"].is_string());
        // Ten working days of grace from the notice: until 6 May, with a Saturday, Sundays and two holidays between.
        at(&world, "2026-05-06T06:00:00+02:00").await;
        assert_eq!(sound(&world, case).await.case.step, "await_payment");
        at(&world, "2026-05-08T06:00:00+02:00").await;
        let view = sound(&world, case).await;
        assert_eq!(view.case.step, "end_answer");
        assert_eq!(stored(&world, case).await.0.state, "missed");
        assert_eq!(open_on(&world, one).await, 55_000, "nothing was moved");
        let shown = app::bills::show_bill(&world.app, &world.app.system("test"), one).await.unwrap();
        assert!(!shown.of.bill.held, "it may be pressed for again");
        let body = billing(&world, case, "instalment_plan_end", true).await;
        assert_eq!(
            (&body["reason"], &body["open_cents"], &body["late_number"]),
            (&json!("missed"), &json!(55_000), &json!(1))
        );
        let view = sound(&world, case).await;
        assert_eq!((view.case.state, view.case.outcome.as_str()), (CaseState::Cancelled, "plan_missed"));

        // Without a right there is no second plan on it; with one there is.
        let again = begin(&world, CLERK, "RAT").await;
        step(&world, again, "identify", identity(&world, &[one], "other", None)).await.unwrap();
        assert_eq!(finding(&world, again).await[0], ("plan_broken".to_owned(), true));
        step(&world, again, "identify", identity(&world, &[one], "arrears", Some("2026-06-30")))
            .await
            .unwrap();
        assert_eq!(finding(&world, again).await, []);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_goes_beyond_an_account_is_approved_changed_and_signed_later() {
    for world in worlds().await {
        let one = bill(&world, "B1", "2026-01-12", 150_000).await;
        let case = begin(&world, CLERK, "RAT").await;
        step(&world, case, "identify", identity(&world, &[one], "other", None)).await.unwrap();
        assert_eq!(answer_of(&world, case, "plan_right").await, json!("no"));
        step(&world, case, "terms", terms(4)).await.unwrap();
        assert_eq!(answer_of(&world, case, "needs_approval").await, json!("yes"), "more than 1,000 euro");
        step(&world, case, "confirm", confirmation(true)).await.unwrap();
        let view = sound(&world, case).await;
        assert_eq!(view.case.step, "approve");
        let changed = |count: i64| json!({ "approval": "changed", "approval_note": "Meno rate", "changed_count": count, "changed_first_due": "2026-04-20" });
        // A plan that cannot be worked out is a mistake at the approver's own field.
        let wrong = step_by(&world, "anna.verdi", case, "approve", changed(200)).await;
        assert_eq!(codes(wrong), [("changed_count".to_owned(), "plan_too_many".to_owned())]);
        step_by(&world, "anna.verdi", case, "approve", changed(3)).await.unwrap();
        let view = sound(&world, case).await;
        assert_eq!(view.case.step, "await_sign", "what was changed must be signed again");
        assert_eq!(answer_of(&world, case, "schedule").await.as_array().map(Vec::len), Some(3));
        let signed: Map<String, Json> = [("document".to_owned(), json!("d1"))].into_iter().collect();
        deliver_message(&world.app, &world.ctx(CLERK).await, case, Sender::Operator, "plan_signed", signed)
            .await
            .unwrap();
        billing(&world, case, "instalment_plan", false).await;
        let view = sound(&world, case).await;
        let fix = view.tasks.iter().find(|task| task.state == "open").expect("somebody puts it right").id;
        let given =
            app::cases::Given { typed: answers(json!({ "billing_note": "ok" })), ..Default::default() };
        complete_task(&world.app, &world.app.system("test"), fix, given).await.unwrap();
        let body = billing(&world, case, "instalment_plan", true).await;
        assert_eq!(body["instalments"].as_array().map(Vec::len), Some(3));
        assert_eq!((&body["stop_debits"], &body["bills"][0]["open_cents"]), (&json!(true), &json!(150_000)));
        assert_eq!(sound(&world, case).await.case.step, "await_payment");

        // A supervisor takes it back; what was paid stays, and billing is told.
        let undo: Map<String, Json> = [("undo_wanted".to_owned(), json!(true))].into_iter().collect();
        deliver_message(
            &world.app,
            &world.ctx("anna.verdi").await,
            case,
            Sender::Operator,
            "debt_changed",
            undo,
        )
        .await
        .unwrap();
        let keep = json!({ "undo_decision": "keep", "undo_cause": "other", "undo_reason": "Ci ripensa" });
        step_by(&world, "anna.verdi", case, "undo", keep).await.unwrap();
        assert_eq!(sound(&world, case).await.case.step, "await_payment", "the wish was heard once");
        let ctx = world.ctx("anna.verdi").await;
        app::cases::cancel(&world.app, &ctx, case, "cliente sbagliato".to_owned()).await.unwrap();
        assert_eq!(stored(&world, case).await.0.state, "undone", "called off by hand: the plan ends too");
        let view = sound(&world, case).await;
        assert!(view.billing.iter().any(|message| message.kind == "instalment_plan_end"));
        assert_eq!(open_on(&world, one).await, 150_000);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bill_is_in_one_running_plan_and_what_was_paid_since_the_proposal_counts() {
    for world in worlds().await {
        let one = bill(&world, "B1", "2026-01-12", 60_000).await;
        let mut waiting = Vec::new();
        for _ in 0..2 {
            let case = begin(&world, CLERK, "RAT").await;
            let asked = identity(&world, &[one], "arrears", Some("2026-04-30"));
            step(&world, case, "identify", asked).await.unwrap();
            step(&world, case, "terms", terms(3)).await.unwrap();
            step(&world, case, "confirm", confirmation(false)).await.unwrap();
            waiting.push(case);
        }
        pay(&world, "r1", world.outgoing, &[(one, 10_000)], None).await.unwrap();
        let ctx = world.ctx(CLERK).await;
        let sign = |case: CaseId| {
            deliver_message(&world.app, &ctx, case, Sender::Operator, "plan_signed", Map::new())
        };
        sign(waiting[0]).await.unwrap();
        let lines = plans_of(&world.app, &ctx, world.outgoing).await.unwrap();
        let (_, rows) = stored(&world, waiting[0]).await;
        let left = rows[0].instalment.amount() - euro(10_000);
        assert_eq!(lines[0].next, Some((day("2026-04-20"), left)), "the payment is of the plan");
        sign(waiting[1]).await.unwrap();
        let view = app::cases::show(&world.app, &world.app.system("test"), waiting[1]).await.unwrap();
        assert!(view.incidents[0].message.contains("bill_in_plan"), "{:?}", view.incidents);

        let third = begin(&world, CLERK, "RAT").await;
        step(&world, third, "identify", identity(&world, &[one], "arrears", Some("2026-04-30")))
            .await
            .unwrap();
        let found = finding(&world, third).await;
        assert!(found.contains(&("bill_in_plan".to_owned(), true)), "{found:?}");
        assert!(found.contains(&("plan_running".to_owned(), false)), "{found:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_problem_of_a_plan_is_told_at_its_field() {
    for world in worlds().await {
        let one = bill(&world, "B1", "2026-01-12", 6_000).await;
        let case = begin(&world, CLERK, "RAT").await;
        step(&world, case, "identify", identity(&world, &[one], "other", None)).await.unwrap();
        let small = codes(step(&world, case, "terms", terms(4)).await);
        assert_eq!(small, [("plan_count".to_owned(), "plan_too_small".to_owned())]);
        let mut late = terms(2);
        late["first_due_on"] = json!("2126-04-20");
        let late = codes(step(&world, case, "terms", late).await);
        assert_eq!(late, [("first_due_on".to_owned(), "plan_first_due_late".to_owned())]);
        step(&world, case, "terms", terms(2)).await.unwrap();

        // Below the least debt nothing is granted without a right, and the refusal goes to the customer.
        let two = bill(&world, "B2", "2026-01-13", 4_999).await;
        let case = begin(&world, CLERK, "RAT").await;
        step(&world, case, "identify", identity(&world, &[two], "other", None)).await.unwrap();
        assert_eq!(finding(&world, case).await, [("debt_small".to_owned(), true)]);
        step(&world, case, "terms", terms(4)).await.unwrap();
        step(&world, case, "confirm", json!({ "delivery": "email", "refuse_request": true })).await.unwrap();
        let view = sound(&world, case).await;
        assert_eq!((view.case.state, view.case.outcome.as_str()), (CaseState::Inadmissible, "debt_small"));
        assert_eq!(kinds(&view), ["refusal"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bill_far_above_the_usual_ones_gives_a_right_while_it_is_asked_for_in_time() {
    for world in worlds().await {
        for (number, issued) in [("A1", "2025-05-12"), ("A2", "2025-09-12")] {
            bill(&world, number, issued, 10_000).await;
        }
        let high = bill(&world, "B1", "2026-01-12", 18_001).await;
        let case = begin(&world, CLERK, "RAT").await;
        // Due on 20 February, asked for on 2 March: ten days after.
        let mut asked = identity(&world, &[high], "bill_high", None);
        asked["received_on"] = json!("2026-03-02");
        step(&world, case, "identify", asked.clone()).await.unwrap();
        assert_eq!(answer_of(&world, case, "plan_right").await, json!("yes"));
        asked["received_on"] = json!("2026-03-03");
        step(&world, case, "identify", asked).await.unwrap();
        assert_eq!(answer_of(&world, case, "plan_right").await, json!("no"));
        assert_eq!(finding(&world, case).await, [("asked_late".to_owned(), false)]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_plan_covers_the_debt_of_the_supply_that_was_cut() {
    for world in worlds().await {
        cut(&world, SuspensionReason::Arrears).await;
        let one = bill(&world, "B1", "2026-01-12", 60_000).await;
        let back = begin(&world, CLERK, "R01").await;
        let who = json!({ "supply_point": world.point, "party": world.outgoing, "asked_by": "holder", "received_on": "2026-03-11" });
        step(&world, back, "identify", who).await.unwrap();
        step(&world, back, "cover", json!({ "covered_by": "plan" })).await.unwrap();
        let access = json!({ "field_by": "technician", "offered_on": "2026-03-12", "visit_on": "2026-03-12", "visit_band": "any",
            "meter_access": "outside", "fee_accepted": true });
        step(&world, back, "access", access).await.unwrap();
        step(&world, back, "confirm", json!({ "signed": true, "privacy": true })).await.unwrap();
        let view = sound(&world, back).await;
        let plan = view.linked.first().expect("the plan is opened").id;
        assert_eq!(answer_of(&world, plan, "plan_bills").await, json!([one]));
        step(&world, plan, "identify", identity(&world, &[one], "arrears", Some("2026-04-30")))
            .await
            .unwrap();
        step(&world, plan, "terms", terms(3)).await.unwrap();
        step(&world, plan, "confirm", confirmation(true)).await.unwrap();
        billing(&world, plan, "instalment_plan", true).await;
        assert_eq!(come_round(&world).await, 1, "the plan tells the reconnection");
        let view = sound(&world, back).await;
        assert_eq!(view.case.step, "technician");
        assert_eq!(answer_of(&world, back, "debt_paid").await, json!("yes"), "all is in a plan");
    }
}
