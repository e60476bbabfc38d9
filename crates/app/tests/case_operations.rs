//! What a process may do with its own case: the true date of receipt, going on as another kind of request, cases that are
//! answered together, who works on it; on both engines.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails where it cannot go on"
)]

#[path = "support/packs.rs"]
mod packs;
mod support;

use app::{
    Error,
    cases::{
        Answered, CaseView, Correction, Given, OpenCase, Prefill, answer, cancel, complete_task,
        correct_fact, open,
    },
    processes::deliver_thrown,
};
use domain::{
    access::{Action, Role},
    cases::{CaseState, Fact, Origin},
};
use kernel::{CaseId, Lang, UserId};
use packs::{ADMIT, FULFIL, START, pack, publish, seen, straight};
use procedures::Files;
use serde_json::{Map, Value as Json, json};
use store::{cases::case as cases, work::job};
use support::{World, answers, day, worlds};

/// Opens a case at the counter for the supply point of the world.
async fn opened(world: &World, procedure: &str) -> CaseId {
    let new = OpenCase {
        procedure: procedure.to_owned(),
        origin: Origin::Counter,
        prefill: Prefill { supply_point: Some(world.point), ..Prefill::default() },
    };
    open(&world.app, &world.ctx("marta.bellini").await, new).await.unwrap().id
}

const COMPLAINT: &str = "draft_until = \"TSN_0\"\n\n[[clock]]\nstart = \"complaint_received\"\nstop = \"reply_sent\"\n\
    standard = { electricity = \"V-S01\" }\n";
const RECEIVED: &str =
    "serviceTask sportello:operation=\"case.start\" sportello:arguments='{on: received_on}'";
const LEAVE: &str =
    "serviceTask sportello:operation=\"case.cancel\" sportello:arguments='{reason: \"reclassified\"}'";

/// A pack whose first task asks what was received, and when; with further fields.
fn asking(code: &str, manifest: &str, elements: &[&str], fields: &str) -> Files {
    let mut all = vec!["userTask sportello:form=\"ask\""];
    all.extend(elements);
    let mut files = pack(code, manifest, &straight(code, &all));
    let form = format!(
        "[[field]]\nname = \"supply_point\"\nkind = \"supply_point\"\nrequired = true\n\n[[field]]\nname = \"received_on\"\n\
         kind = \"date\"\n\n[[field]]\nname = \"subject\"\nkind = \"text\"\nrequired = true\n{fields}"
    );
    files.insert("forms/ask.toml".to_owned(), form);
    files
}

async fn given(world: &World, case: CaseId, element: &str, typed: Json) -> Result<Answered, Error> {
    let ctx = world.ctx("marta.bellini").await;
    let given = Given { element: element.to_owned(), typed: answers(typed), ..Given::default() };
    answer(&world.app, &ctx, case, given).await
}

async fn asked(world: &World, code: &str, received_on: &str) -> CaseId {
    let case = opened(world, code).await;
    let typed =
        json!({ "supply_point": world.point, "received_on": received_on, "subject": "Bolletta troppo alta" });
    given(world, case, &format!("{code}_0"), typed).await.unwrap();
    case
}

async fn complete(world: &World, case: CaseId) -> Result<(), Error> {
    let view = seen(world, case).await;
    let open = view.tasks.iter().find(|task| task.state == "open").expect("a task is open").id;
    complete_task(&world.app, &world.app.system("test"), open, Given::default()).await.map(drop)
}

fn fact<'v>(view: &'v CaseView, kind: &str) -> &'v Fact {
    view.facts.iter().find(|fact| fact.kind == kind && !fact.corrected).expect("the fact is there")
}

/// What waits to be delivered, and is delivered, as the worker does.
async fn deliver(world: &World) -> usize {
    let now = world.app.system("test").now();
    let claimed = world
        .app
        .db
        .write("claim", move |tx| Ok::<_, Error>(job::claim(tx, now, now.plus_seconds(60), "test", 100)?));
    let mut told = 0;
    for work in claimed.await.unwrap().into_iter().filter(|work| work.kind == "deliver_message") {
        let sent: Map<String, Json> = serde_json::from_str(&work.payload).unwrap();
        let text = |name: &str| sent[name].as_str().unwrap().to_owned();
        let variables = answers(sent["variables"].clone());
        let system = world.app.system("message");
        let taken = deliver_thrown(&world.app, &system, &text("name"), &text("correlation"), variables).await;
        assert!(taken.unwrap(), "nobody took {}", work.payload);
        told += 1;
    }
    told
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_counts_from_the_day_it_was_received_and_is_made_now() {
    for world in worlds().await {
        publish(&world, &asking("TSN", COMPLAINT, &[RECEIVED, "userTask"], "")).await;
        let case = asked(&world, "TSN", "2026-03-02").await;
        let view = seen(&world, case).await;
        assert_eq!(fact(&view, "complaint_received").at, "2026-03-02T12:00:00+01:00".parse().unwrap());
        assert_eq!(view.case.started_at, Some(world.app.system("test").now()));
        let clock = view.case.clock.as_ref().expect("a clock runs");
        assert_eq!(clock.due, Some(day("2026-04-01")), "thirty days from receipt, not from today");

        // Today has no hour: it is now. A day to come is put right by the person who typed it.
        let today = asked(&world, "TSN", "2026-03-11").await;
        let now = world.app.system("test").now();
        assert_eq!(fact(&seen(&world, today).await, "complaint_received").at, now);
        let late = opened(&world, "TSN").await;
        let typed = json!({ "supply_point": world.point, "received_on": "2026-03-12", "subject": "x" });
        let refused = given(&world, late, "TSN_0", typed).await.unwrap_err();
        assert_eq!(refused.code(), "date_in_future");
        assert_eq!(seen(&world, late).await.case.state, CaseState::Draft);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_procedure_with_several_clocks_records_the_fact_its_diagram_names() {
    for world in worlds().await {
        let clocks = "\n[[clock]]\nstart = \"request_received\"\nstop = \"works_done\"\nstandard = { electricity = \"E-S01\" }\n\
            \n[[clock]]\nstart = \"complaint_received\"\nstop = \"reply_sent\"\nstandard = { electricity = \"V-S01\" }\n";
        let named = "serviceTask sportello:operation=\"case.start\" \
                     sportello:arguments='{fact: \"complaint_received\", on: \"2026-03-03T09:30:00+01:00\"}'";
        publish(&world, &pack("TSP", clocks, &straight("TSP", &[named, "userTask"]))).await;
        let view = seen(&world, opened(&world, "TSP").await).await;
        let facts: Vec<_> = view.facts.iter().map(|fact| (fact.kind.as_str(), fact.at)).collect();
        assert_eq!(facts, [("complaint_received", "2026-03-03T09:30:00+01:00".parse().unwrap())]);
        publish(&world, &pack("TSQ", clocks, &straight("TSQ", &[START, "userTask"]))).await;
        assert_eq!(
            seen(&world, opened(&world, "TSQ").await).await.facts.len(),
            2,
            "unnamed: one of each clock"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_under_a_condition_runs_only_with_that_answer() {
    for world in worlds().await {
        let manifest = format!(
            "{COMPLAINT}\n[[clock]]\nstart = \"complaint_received\"\nstop = \"amount_credited\"\n\
             standard = {{ electricity = \"V-S03\" }}\nwhen = 'subject = \"doppia\"'\n"
        );
        publish(&world, &asking("TSN", &manifest, &[RECEIVED, "userTask"], "")).await;
        let plain = seen(&world, asked(&world, "TSN", "2026-03-02").await).await;
        assert_eq!(plain.clocks.len(), 1);
        let twice = opened(&world, "TSN").await;
        let typed = json!({ "supply_point": world.point, "received_on": "2026-03-02", "subject": "doppia" });
        given(&world, twice, "TSN_0", typed).await.unwrap();
        let view = seen(&world, twice).await;
        let ids: Vec<&str> = view.clocks.iter().map(|clock| clock.standard.id.as_str()).collect();
        assert_eq!(ids, ["V-S01", "V-S03"]);
        assert_eq!(view.case.clock.unwrap().due, Some(day("2026-03-22")), "twenty days is the sooner term");
    }
}

/// A complaint that a person finds to be something else.
fn reclassified(to: &str) -> Files {
    let again = format!(
        "serviceTask sportello:operation=\"case.reclassify\" sportello:arguments='{{procedure: \"{to}\"}}'"
    );
    asking("TSN", COMPLAINT, &[RECEIVED, "userTask", &again, LEAVE], "")
}

const CORRECTION: &str = "draft_until = \"TSK_0\"\n\n[[clock]]\nstart = \"complaint_received\"\nstop = \"amount_credited\"\n\
    standard = { electricity = \"V-S02\" }\n\n[[step]]\nid = \"ask\"\ntasks = [\"TSK_0\"]\n";

#[tokio::test(flavor = "multi_thread")]
async fn a_reclassified_request_keeps_its_moment_to_the_microsecond_and_its_new_term_counts_from_it() {
    for world in worlds().await {
        publish(&world, &reclassified("TSK")).await;
        publish(&world, &asking("TSK", CORRECTION, &[RECEIVED, "userTask"], "")).await;
        let case = asked(&world, "TSN", "2026-03-02").await;
        let ctx = world.app.system("test");
        // The stamp on the letter says the hour: the date is put right before anybody reads the letter.
        let stamped = "2026-03-02T09:17:23.456789+01:00".parse().unwrap();
        let old = fact(&seen(&world, case).await, "complaint_received").clone();
        let right = Correction {
            fact: old.id,
            at: stamped,
            reason: "timbro".to_owned(),
            document: None,
            proof: None,
        };
        correct_fact(&world.app, &ctx, case, right).await.unwrap();
        world.clock.advance(5 * 86_400);
        complete(&world, case).await.unwrap();

        let before = seen(&world, case).await;
        assert_eq!(
            (before.case.state, before.incidents.len()),
            (CaseState::Cancelled, 0),
            "{:?}",
            before.incidents
        );
        assert_eq!(before.linked.len(), 1);
        let after = seen(&world, before.linked[0].id).await;
        assert_eq!((after.case.procedure.as_str(), after.case.state), ("TSK", CaseState::Started));
        let start = fact(&after, "complaint_received");
        assert_eq!((start.at, start.at.as_micros()), (stamped, stamped.as_micros()));
        assert_eq!(start.note, before.case.number, "whose moment it is");
        assert_eq!(
            after.case.clock.as_ref().unwrap().due,
            Some(day("2026-05-01")),
            "sixty days from the second of March"
        );
        assert_eq!(after.case.data.get("subject"), Some(&json!("Bolletta troppo alta")));
        assert_eq!(after.case.data.get("reclassified"), Some(&json!(true)));
        assert_eq!((after.case.origin, after.case.office_id), (before.case.origin, before.case.office_id));
        assert_eq!(after.case.assigned_to, None, "it waits for whoever does such things");
        assert_eq!(before.case.data.get("reclassified_as"), Some(&json!(after.case.number)));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reclassified_request_that_lacks_an_answer_stays_a_draft_and_still_has_its_moment() {
    for world in worlds().await {
        publish(&world, &reclassified("TSK")).await;
        let more = "\n[[field]]\nname = \"ground\"\nkind = \"text\"\nrequired = true\n";
        publish(&world, &asking("TSK", CORRECTION, &[RECEIVED, "userTask"], more)).await;
        let case = asked(&world, "TSN", "2026-03-02").await;
        complete(&world, case).await.unwrap();
        let draft = seen(&world, case).await.linked[0].clone();
        let view = seen(&world, draft.id).await;
        assert_eq!((view.case.state, view.facts.len()), (CaseState::Draft, 0));
        world.clock.advance(86_400);
        let typed = json!({
            "supply_point": world.point, "received_on": "2026-03-12", "subject": "Bolletta", "ground": "lettura",
        });
        given(&world, draft.id, "TSK_0", typed).await.unwrap();
        let view = seen(&world, draft.id).await;
        let start = fact(&view, "complaint_received");
        assert_eq!(
            start.at,
            "2026-03-02T12:00:00+01:00".parse().unwrap(),
            "what is typed later does not move it"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_request_is_reclassified_once_and_only_to_a_procedure_that_exists() {
    for world in worlds().await {
        let again =
            "serviceTask sportello:operation=\"case.reclassify\" sportello:arguments='{procedure: \"TSK\"}'";
        let twice = asking("TSN", COMPLAINT, &[RECEIVED, again, again, "userTask"], "");
        publish(&world, &twice).await;
        let case = asked(&world, "TSN", "2026-03-02").await;
        let view = seen(&world, case).await;
        assert_eq!(view.incidents.len(), 1);
        assert!(view.incidents[0].message.contains("procedure_missing"), "{:?}", view.incidents);
        assert!(view.linked.is_empty());

        publish(&world, &asking("TSK", CORRECTION, &[RECEIVED, "userTask"], "")).await;
        let system = world.app.system("test");
        app::processes::retry_incident(&world.app, &system, case).await.unwrap();
        let view = seen(&world, case).await;
        assert_eq!((view.incidents.len(), view.linked.len()), (1, 1));
        assert!(view.incidents[0].message.contains("already_reclassified"), "{:?}", view.incidents);
    }
}

/// A case that waits for the answer of another one, whose number is typed; and the leading one.
fn together() -> [Files; 2] {
    let link = "serviceTask sportello:operation=\"case.link\" \
                sportello:arguments='{number: subject, waits: true}'";
    let wait = "receiveTask messageRef=\"m\" sportello:correlationKey=\"subject\"";
    let mut joined = asking("TSN", COMPLAINT, &[RECEIVED, ADMIT, link, wait, FULFIL], "");
    let message = "<message id=\"m\" name=\"linked_answer\"/><process";
    if let Some(diagram) = joined.get_mut("process.bpmn") {
        *diagram = diagram.replacen("<process", message, 1);
    }
    let replied =
        "serviceTask sportello:operation=\"facts.record\" sportello:arguments='{fact: \"reply_sent\"}'";
    let tell = "serviceTask sportello:operation=\"case.tell_linked\"";
    let lead = "draft_until = \"TSL_0\"\n\n[[clock]]\nstart = \"complaint_received\"\nstop = \"reply_sent\"\n\
                standard = { electricity = \"V-S01\" }\n";
    [joined, asking("TSL", lead, &[RECEIVED, ADMIT, "userTask", replied, tell, FULFIL], "")]
}

async fn joining(world: &World, number: &str) -> Result<CaseId, Error> {
    let case = opened(world, "TSN").await;
    let typed = json!({ "supply_point": world.point, "received_on": "2026-03-10", "subject": number });
    given(world, case, "TSN_0", typed).await.map(|_| case)
}

#[tokio::test(flavor = "multi_thread")]
async fn complaints_that_joined_another_are_told_its_answer_each_once() {
    for world in worlds().await {
        for files in together() {
            publish(&world, &files).await;
        }
        let lead = asked(&world, "TSL", "2026-03-09").await;
        let number = seen(&world, lead).await.case.number;
        let (one, two) = (joining(&world, &number).await.unwrap(), joining(&world, &number).await.unwrap());
        let waiting = seen(&world, one).await;
        assert_eq!((waiting.case.state, waiting.linked[0].id), (CaseState::Admissible, lead));
        assert_eq!(waiting.case.data.get("linked_answer"), Some(&json!("awaited")));
        assert_eq!(seen(&world, lead).await.linked.len(), 2, "the link is seen from both");

        complete(&world, lead).await.unwrap();
        assert_eq!(deliver(&world).await, 2);
        for case in [one, two] {
            let view = seen(&world, case).await;
            assert_eq!(view.case.state, CaseState::Fulfilled);
            assert_eq!(view.case.data.get("linked_answer"), Some(&json!("replied")));
        }
        // Who comes after the answer is told at once that it was sent.
        let late = seen(&world, joining(&world, &number).await.unwrap()).await;
        assert_eq!(late.case.data.get("linked_answer"), Some(&json!("replied")));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn complaints_that_joined_one_that_is_called_off_are_told_so() {
    for world in worlds().await {
        for files in together() {
            publish(&world, &files).await;
        }
        let lead = asked(&world, "TSL", "2026-03-09").await;
        let number = seen(&world, lead).await.case.number;
        let one = joining(&world, &number).await.unwrap();
        cancel(&world.app, &world.app.system("test"), lead, "rinuncia".to_owned()).await.unwrap();
        assert_eq!(deliver(&world).await, 1);
        assert_eq!(seen(&world, one).await.case.data.get("linked_answer"), Some(&json!("ended")));
    }
}

fn problem(error: Error) -> (String, String) {
    let Error::Invalid(problems) = error else { panic!("no field was named: {error:?}") };
    (problems[0].field.clone(), problems[0].code.clone())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_is_linked_with_another_that_exists_and_does_not_wait_for_it() {
    for world in worlds().await {
        for files in together() {
            publish(&world, &files).await;
        }
        let typo = problem(joining(&world, "2026-TSL-999999").await.unwrap_err());
        assert_eq!(typo, ("subject".to_owned(), "case_missing".to_owned()));
        let draft = opened(&world, "TSN").await;
        let own = seen(&world, draft).await.case.number;
        let typed = json!({ "supply_point": world.point, "received_on": "2026-03-10", "subject": own });
        let itself = problem(given(&world, draft, "TSN_0", typed.clone()).await.unwrap_err());
        assert_eq!(itself, ("subject".to_owned(), "case_same".to_owned()));
        assert_eq!(seen(&world, draft).await.case.state, CaseState::Draft, "nothing of it is kept");

        let other = joining(&world, &own).await.unwrap();
        let number = seen(&world, other).await.case.number;
        let typed = json!({ "supply_point": world.point, "received_on": "2026-03-10", "subject": number });
        let circle = problem(given(&world, draft, "TSN_0", typed).await.unwrap_err());
        assert_eq!(circle, ("subject".to_owned(), "case_waits_for_this".to_owned()));
    }
}

async fn colleague(world: &World, name: &str, role: Role) -> UserId {
    let new = app::accounts::NewUser {
        name: name.to_owned(),
        display_name: name.to_owned(),
        email: None,
        office: Some("S3".to_owned()),
        lang: Lang::It,
        roles: vec![role],
    };
    let hash = app::accounts::Hashed("$argon2id$none".to_owned());
    app::accounts::add_user(&world.app, &world.app.system("test"), new, hash).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_goes_to_who_of_a_role_has_the_fewest_open_ones() {
    for world in worlds().await {
        let give = |role: &str| {
            format!(
                "serviceTask sportello:operation=\"case.assign\" sportello:arguments='{{role: \"{role}\"}}'"
            )
        };
        let work = "userTask sportello:role=\"quality\"";
        let (quality, agent, nobody) = (give("quality"), give("agent"), give("wizard"));
        publish(&world, &pack("TSG", "", &straight("TSG", &[START, &quality, work, work]))).await;
        let first = colleague(&world, "anna.verdi", Role::Quality).await;
        let second = colleague(&world, "bruno.neri", Role::Quality).await;
        let mut last = None;
        for expected in [first, second, first] {
            let case = opened(&world, "TSG").await;
            let view = seen(&world, case).await;
            assert_eq!(view.case.assigned_to, Some(expected));
            assert_eq!(
                view.tasks[0].assigned_to,
                Some(expected),
                "the coming task of that role goes with it"
            );
            last = Some(case);
        }
        complete(&world, last.unwrap()).await.unwrap();
        let view = seen(&world, last.unwrap()).await;
        assert_eq!(view.tasks[1].assigned_to, Some(first), "and the one after it");

        publish(&world, &pack("TSH", "", &straight("TSH", &[START, &agent, "userTask"]))).await;
        let view = seen(&world, opened(&world, "TSH").await).await;
        assert_eq!(view.case.assigned_to, None, "nobody is an agent: it waits for whoever will be");
        publish(&world, &pack("TSI", "", &straight("TSI", &[START, &nobody, "userTask"]))).await;
        let view = seen(&world, opened(&world, "TSI").await).await;
        assert!(view.incidents[0].message.contains("role_unknown"), "{:?}", view.incidents);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_is_linked_with_another_once() {
    for world in worlds().await {
        publish(&world, &pack("TSH", "", &straight("TSH", &[START, "userTask"]))).await;
        let (one, two) = (opened(&world, "TSH").await, opened(&world, "TSH").await);
        let linked = world.app.db.write("link", move |tx| {
            Ok::<_, Error>([
                cases::relate(tx, one, two)?,
                cases::relate(tx, one, two)?,
                cases::relate(tx, two, one)?,
            ])
        });
        assert_eq!(linked.await.unwrap(), [true, false, false]);
        let ctx = world.app.system("test");
        let found = world
            .app
            .db
            .read("case", move |tx| Ok::<_, Error>(cases::for_action(tx, &ctx, one, Action::Read)?));
        assert!(matches!(found.await.unwrap(), store::Lookup::Found(_)));
    }
}
