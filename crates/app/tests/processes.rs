//! How processes and the database go together: refusals that leave nothing behind, called processes, timers, messages
//! that start something, on both engines.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails where it cannot go on")]

#[path = "support/packs.rs"]
mod packs;
mod support;

use app::{
    Error,
    cases::{Correction, Given, HandedIn, OpenCase, Prefill, cancel, complete_task, correct_fact, open},
    diary::{MoveAppointment, Wish, cancel_appointment, move_appointment},
    processes::{deliver_signal, deliver_thrown, fire_timer, retry_incident},
};
use domain::{
    access::Action,
    cases::{CaseState, Origin},
};
use engine::State;
use kernel::{CaseId, InstanceId};
use packs::{ADMIT, FULFIL, START, pack, publish, seen, straight};
use procedures::Files;
use serde_json::json;
use store::{
    cases::{
        case as cases,
        list::{Filter, Order, page},
        process,
    },
    work::incident,
};
use support::{World, answers, worlds};

/// Opens a case at the counter for the supply point of the world.
async fn opened(world: &World, procedure: &str) -> CaseId {
    let new = OpenCase {
        procedure: procedure.to_owned(),
        origin: Origin::Counter,
        prefill: Prefill { supply_point: Some(world.point), ..Prefill::default() },
    };
    open(&world.app, &world.ctx("marta.bellini").await, new).await.unwrap().id
}

async fn instances(world: &World, case: CaseId) -> Vec<process::Instance> {
    world.app.db.read("instances", move |tx| Ok::<_, Error>(process::of_case(tx, case)?)).await.unwrap()
}

async fn commands(world: &World, instance: InstanceId) -> Vec<String> {
    let steps = world.app.db.read("steps", move |tx| Ok::<_, Error>(process::steps(tx, instance)?)).await;
    steps.unwrap().into_iter().map(|step| step.command).collect()
}

async fn give_party(world: &World, case: CaseId) {
    let (ctx, party) = (world.app.system("test"), world.incoming);
    let given = move |tx: &mut store::Tx<'_>| {
        let store::Lookup::Found(found) = cases::for_action(tx, &ctx, case, Action::Update)? else {
            panic!("the case is gone")
        };
        let mut found = found.into_inner();
        found.party_id = Some(party);
        assert!(cases::update(tx, &mut found, &ctx)?);
        Ok::<_, Error>(())
    };
    world.app.db.write("give-party", given).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_operation_that_refuses_after_it_wrote_leaves_one_incident_and_nothing_else() {
    for world in worlds().await {
        let letter = "serviceTask sportello:operation=\"papers.make\" \
                      sportello:arguments='{kind: \"voucher\", send: true}'";
        let manifest = "\n[[paper]]\nkind = \"voucher\"\ntemplate = \"letters/voucher.typ\"\n";
        publish(&world, &pack("TSA", manifest, &straight("TSA", &[START, ADMIT, letter, FULFIL]))).await;
        // Nobody asks: the paper is written first, then there is no address to send it to.
        let case = opened(&world, "TSA").await;
        let view = seen(&world, case).await;
        assert_eq!((view.incidents.len(), view.documents.len(), view.mails.len()), (1, 0, 0));
        assert!(view.incidents[0].message.contains("customer_email_missing"), "{:?}", view.incidents);
        assert_eq!(view.case.state, CaseState::Admissible, "what was done before stays");

        retry_incident(&world.app, &world.app.system("test"), case).await.unwrap();
        let view = seen(&world, case).await;
        assert_eq!((view.incidents.len(), view.documents.len()), (1, 0), "still nobody to write to");

        give_party(&world, case).await;
        retry_incident(&world.app, &world.app.system("test"), case).await.unwrap();
        let view = seen(&world, case).await;
        assert_eq!((view.incidents.len(), view.documents.len(), view.mails.len()), (0, 1, 1));
        assert_eq!(view.case.state, CaseState::Fulfilled);
    }
}

/// A case waits for a called process, an hour at most.
fn with_call() -> Files {
    let main = r#"<process id="TSB" isExecutable="true"><startEvent id="start"/>
        <serviceTask id="begin" sportello:operation="case.start"/>
        <serviceTask id="admit" sportello:operation="case.admit"/>
        <callActivity id="call" calledElement="SUB"/>
        <boundaryEvent id="late" attachedToRef="call"><timerEventDefinition id="late_timer"><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>
        <userTask id="look"/><serviceTask id="fulfil" sportello:operation="case.fulfil"/>
        <endEvent id="done"/>
        <sequenceFlow id="f1" sourceRef="start" targetRef="begin"/><sequenceFlow id="f2" sourceRef="begin" targetRef="admit"/>
        <sequenceFlow id="f3" sourceRef="admit" targetRef="call"/><sequenceFlow id="f4" sourceRef="call" targetRef="fulfil"/>
        <sequenceFlow id="f5" sourceRef="late" targetRef="look"/><sequenceFlow id="f6" sourceRef="look" targetRef="fulfil"/>
        <sequenceFlow id="f7" sourceRef="fulfil" targetRef="done"/></process>"#;
    pack("TSB", "", &format!("{main}{}", straight("SUB", &["userTask"])))
}

fn timer_of(instance: &process::Instance) -> u32 {
    let state: State = serde_json::from_slice(&instance.data).unwrap();
    state.subscriptions.first().expect("the timer is set").id
}

async fn complete(world: &World, case: CaseId) {
    let view = seen(world, case).await;
    let open: Vec<_> = view.tasks.iter().filter(|task| task.state == "open").collect();
    let [open] = open.as_slice() else { panic!("not one task is open: {open:?}") };
    complete_task(&world.app, &world.ctx("marta.bellini").await, open.id, Given::default()).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_called_process_that_a_boundary_timer_interrupts_is_cancelled_and_the_caller_goes_on() {
    for world in worlds().await {
        publish(&world, &with_call()).await;
        let case = opened(&world, "TSB").await;
        let before = instances(&world, case).await;
        let [root, child] = before.as_slice() else { panic!("{before:?}") };
        assert_eq!(child.parent.map(|(id, _)| id), Some(root.id));
        world.clock.advance(3601);
        let (system, timer) = (world.app.system("timer"), timer_of(root));
        fire_timer(&world.app, &system, root.id, timer).await.unwrap();
        let after = instances(&world, case).await;
        let states: Vec<&str> = after.iter().map(|instance| instance.state.as_str()).collect();
        assert_eq!(states, ["active", "cancelled"]);
        assert_eq!(seen(&world, case).await.case.step, "look");

        // The same timer once more, as a worker that died leaves it, does nothing.
        fire_timer(&world.app, &system, root.id, timer).await.unwrap();
        assert_eq!(instances(&world, case).await, after);
        complete(&world, case).await;
        assert_eq!(seen(&world, case).await.case.state, CaseState::Fulfilled);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_called_process_that_is_done_lets_its_caller_go_on_and_the_timer_go() {
    for world in worlds().await {
        publish(&world, &with_call()).await;
        let case = opened(&world, "TSB").await;
        let before = instances(&world, case).await;
        complete(&world, case).await;
        let view = seen(&world, case).await;
        assert_eq!(view.case.state, CaseState::Fulfilled);
        world.clock.advance(3601);
        fire_timer(&world.app, &world.app.system("timer"), before[0].id, timer_of(&before[0])).await.unwrap();
        assert_eq!(seen(&world, case).await.case, view.case);
        let states: Vec<String> =
            instances(&world, case).await.into_iter().map(|instance| instance.state).collect();
        assert_eq!(states, ["completed", "completed"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_with_a_called_process_is_called_off_once_and_whole() {
    for world in worlds().await {
        publish(&world, &with_call()).await;
        let case = opened(&world, "TSB").await;
        cancel(&world.app, &world.app.system("test"), case, "rinuncia".to_owned()).await.unwrap();
        let view = seen(&world, case).await;
        assert_eq!(view.case.state, CaseState::Cancelled);
        assert!(view.tasks.iter().all(|task| task.state == "cancelled"), "{:?}", view.tasks);
        for instance in instances(&world, case).await {
            assert_eq!(instance.state, "cancelled");
            let cancelled =
                commands(&world, instance.id).await.iter().filter(|name| *name == "cancel").count();
            assert_eq!(cancelled, 1);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_or_signal_that_a_procedure_begins_with_opens_its_case() {
    for world in worlds().await {
        for (code, event, definition) in [
            (
                "TSM",
                "<message id=\"m\" name=\"leak_seen\"/>",
                "<messageEventDefinition id=\"md\" messageRef=\"m\"/>",
            ),
            (
                "TSS",
                "<signal id=\"s\" name=\"storm\"/>",
                "<signalEventDefinition id=\"sd\" signalRef=\"s\"/>",
            ),
        ] {
            let process = straight(code, &[START, "userTask"]).replace(
                &format!("<startEvent id=\"{code}_start\"/>"),
                &format!("<startEvent id=\"{code}_start\">{definition}</startEvent>"),
            );
            publish(&world, &pack(code, "", &format!("{event}{process}"))).await;
        }
        let system = world.app.system("message");
        let told = answers(json!({ "where": "via Po" }));
        assert!(!deliver_thrown(&world.app, &system, "leak_gone", "", told.clone()).await.unwrap());
        assert!(deliver_thrown(&world.app, &system, "leak_seen", "", told.clone()).await.unwrap());
        assert_eq!(deliver_signal(&world.app, &system, "storm", told).await.unwrap(), 1);
        let ctx = world.app.system("test");
        let list = move |tx: &mut store::Tx<'_>| {
            Ok::<_, Error>(page(tx, &ctx, &Filter::default(), Order::Risk, None, 10)?)
        };
        let mut cases = world.app.db.read("list", list).await.unwrap().cases;
        cases.sort_by(|one, other| one.procedure.cmp(&other.procedure));
        let codes: Vec<&str> = cases.iter().map(|case| case.procedure.as_str()).collect();
        assert_eq!(codes, ["TSM", "TSS"]);
        for case in cases {
            assert_eq!(case.data.get("where"), Some(&json!("via Po")));
            assert_eq!(case.state, CaseState::Started);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_follow_up_case_is_linked_both_ways() {
    for world in worlds().await {
        let follow = "serviceTask sportello:operation=\"case.open\" \
                      sportello:arguments='{procedure: \"TSF\", data: {why: \"guasto\"}}'";
        let comment = "serviceTask sportello:operation=\"case.comment\" \
                       sportello:arguments='{text: \"aperta \" + linked_case}'";
        publish(&world, &pack("TSF", "", &straight("TSF", &["userTask"]))).await;
        publish(&world, &pack("TSO", "", &straight("TSO", &[START, ADMIT, follow, comment, FULFIL]))).await;
        let case = opened(&world, "TSO").await;
        let view = seen(&world, case).await;
        assert_eq!((view.case.state, view.linked.len()), (CaseState::Fulfilled, 1), "{:?}", view.incidents);
        let linked = seen(&world, view.linked[0].id).await;
        assert_eq!(linked.linked[0].id, case);
        assert_eq!(linked.case.data.get("why"), Some(&json!("guasto")));
        assert_eq!((linked.case.state, linked.facts.len()), (CaseState::Started, 1));
        assert_eq!(view.comments[0].body, format!("aperta {}", linked.case.number));
    }
}

const TIMED: &str = "\n[[clock]]\nstart = \"request_received\"\nstop = \"voltura_effective\"\nstandard = { electricity = \"V-W02\" }\n";

fn field_of(result: Result<(), Error>) -> (String, String) {
    match result {
        Err(Error::Invalid(problems)) => {
            let first = problems.first().expect("a field is named");
            (first.field.clone(), first.code.clone())
        }
        other => panic!("no field was refused: {other:?}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fact_carries_its_paper_and_nothing_stops_before_it_starts() {
    for world in worlds().await {
        let record = "serviceTask sportello:operation=\"facts.record\" \
                      sportello:arguments='{fact: \"voltura_effective\"}'";
        publish(&world, &pack("TSD", TIMED, &straight("TSD", &[START, record, "userTask"]))).await;
        let (case, other) = (opened(&world, "TSD").await, opened(&world, "TSD").await);
        let ctx = world.app.system("test");
        let paper = |title: &str| HandedIn {
            kind: "other".to_owned(),
            title: title.to_owned(),
            media_type: String::new(),
            content: b"%PDF-1.7 prova".to_vec(),
            answers_request: false,
        };
        let mine =
            app::cases::hand_in_document(&world.app, &ctx, case, paper("raccomandata.pdf")).await.unwrap();
        let theirs = app::cases::hand_in_document(&world.app, &ctx, other, paper("altro.pdf")).await.unwrap();
        let facts = seen(&world, case).await.facts;
        let of = |kind: &str| facts.iter().find(|fact| fact.kind == kind).unwrap().clone();
        assert_eq!(of("documents_received").document_id, Some(mine));

        let (start, stop) = (of("request_received"), of("voltura_effective"));
        world.clock.advance(86_400);
        let correct = |fact: &domain::cases::Fact, seconds: i64, document| Correction {
            fact: fact.id,
            at: fact.at.plus_seconds(seconds),
            reason: "timbro".to_owned(),
            document,
            proof: None,
        };
        let before = correct_fact(&world.app, &ctx, case, correct(&stop, -1, None)).await;
        assert_eq!(field_of(before), ("at".to_owned(), "fact_before_start".to_owned()));
        let after = correct_fact(&world.app, &ctx, case, correct(&start, 1, None)).await;
        assert_eq!(field_of(after), ("at".to_owned(), "fact_after_stop".to_owned()));
        let foreign = correct_fact(&world.app, &ctx, case, correct(&stop, 60, Some(theirs))).await;
        assert_eq!(field_of(foreign), ("document".to_owned(), "document_of_other_case".to_owned()));
        correct_fact(&world.app, &ctx, case, correct(&stop, 60, Some(mine))).await.unwrap();
        let right = seen(&world, case).await.facts.into_iter().find(|fact| fact.corrects == Some(stop.id));
        assert_eq!(right.unwrap().document_id, Some(mine));

        let cause = domain::cases::SuspensionCause::ThirdParty;
        let foreign = app::cases::suspend(&world.app, &ctx, case, cause, String::new(), Some(theirs)).await;
        assert_eq!(field_of(foreign), ("document".to_owned(), "document_of_other_case".to_owned()));
        app::cases::suspend(&world.app, &ctx, case, cause, String::new(), Some(mine)).await.unwrap();
        let foreign = app::cases::resume(&world.app, &ctx, case, Some(theirs)).await;
        assert_eq!(field_of(foreign), ("document".to_owned(), "document_of_other_case".to_owned()));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visit_nobody_can_be_invited_to_waits_for_a_person() {
    for world in worlds().await {
        let visit = "serviceTask sportello:operation=\"diary.visit\"";
        publish(&world, &pack("TSV", "", &straight("TSV", &[START, visit, "userTask"]))).await;
        let ctx = world.app.system("test");
        app::accounts::set_active(&world.app, &ctx, world.technician, false).await.unwrap();
        let case = opened(&world, "TSV").await;
        let view = seen(&world, case).await;
        assert_eq!((view.appointments.len(), view.incidents.len()), (0, 1));
        assert!(view.incidents[0].message.contains("nobody could be invited"), "{:?}", view.incidents);
        app::accounts::set_active(&world.app, &ctx, world.technician, true).await.unwrap();
        retry_incident(&world.app, &ctx, case).await.unwrap();
        let view = seen(&world, case).await;
        assert_eq!((view.appointments.len(), view.incidents.len()), (1, 0));

        // A move that changes nothing tells nobody; one of a visit that was called off is refused.
        let entry = view.appointments[0].clone();
        let change = MoveAppointment {
            id: entry.id,
            starts_at: entry.starts_at,
            ends_at: entry.ends_at,
            assigned_to: entry.assigned_to,
            version: Some(entry.version),
            wish: Wish::default(),
        };
        move_appointment(&world.app, &ctx, change.clone()).await.unwrap();
        assert_eq!(seen(&world, case).await.appointments, std::slice::from_ref(&entry));
        cancel_appointment(&world.app, &ctx, entry.id, Wish::default()).await.unwrap();
        let over = MoveAppointment { ends_at: entry.ends_at.plus_seconds(3600), version: None, ..change };
        let refused = move_appointment(&world.app, &ctx, over).await.unwrap_err();
        assert_eq!(refused.code(), "appointment_over");
        let open = world.app.db.read("open", |tx| Ok::<_, Error>(incident::open(tx, 10)?)).await.unwrap();
        assert!(open.is_empty(), "{open:?}");
    }
}
