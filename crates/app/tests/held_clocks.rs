//! Other people's time, taken out of the clocks of a case by its dates and with proof; on both engines.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails where it cannot go on"
)]

#[path = "support/packs.rs"]
#[expect(dead_code, reason = "each test file uses a part of it")]
mod packs;
mod support;

use app::{
    Error,
    cases::{CaseView, Given, HandedIn, OpenCase, Prefill, answer, hand_in_document, open},
};
use domain::cases::{Origin, SuspensionCause};
use kernel::{CaseId, Sector};
use packs::{pack, publish, seen, straight};
use procedures::Files;
use serde_json::{Value as Json, json};
use support::{World, answers, day, worlds, worlds_of};

const START: &str = "serviceTask sportello:operation=\"case.start\" \
                     sportello:arguments='{fact: \"quote_accepted\", on: accepted_on}'";
/// Two clocks of one case, both begun by the acceptance: of the works, and another one that stops with the answer.
const CLOCKS: &str = "draft_until = \"TSH_0\"\n\n[[clock]]\nstart = \"quote_accepted\"\nstop = \"work_completed\"\n\
    standard = { water = \"W-S15\", electricity = \"E-S02\", gas = \"G-S03\" }\n\n\
    [[clock]]\nstart = \"quote_accepted\"\nstop = \"reply_sent\"\nstandard = { water = \"W-G03\", electricity = \"E-S03\" }\n";

fn hold(arguments: &str) -> String {
    format!("serviceTask sportello:operation=\"clocks.hold\" sportello:arguments='{arguments}'")
}

/// A pack that asks for days, starts its clocks, and then takes out what each of `holds` says, asking again after each.
fn files(holds: &[&str]) -> Files {
    let ask = "userTask sportello:form=\"ask\"";
    let holds: Vec<String> = holds.iter().map(|arguments| hold(arguments)).collect();
    let mut elements = vec![ask, START];
    for one in &holds {
        elements.extend([one.as_str(), ask]);
    }
    let mut files = pack("TSH", CLOCKS, &straight("TSH", &elements));
    let sectors = "sectors = [\"electricity\"]";
    let manifest =
        files["procedure.toml"].replace(sectors, "sectors = [\"water\", \"gas\", \"electricity\"]");
    files.insert("procedure.toml".to_owned(), manifest);
    let fields = ["accepted_on", "from_on", "to_on"]
        .map(|name| format!("[[field]]\nname = \"{name}\"\nkind = \"date\"\n\n"));
    let form = format!("{}[[field]]\nname = \"proof\"\nkind = \"attachment\"\n", fields.concat());
    files.insert("forms/ask.toml".to_owned(), form);
    let texts = format!(
        "{}comment-permits-late = Chiesti il {{ $asked }}, entro il {{ $last }}\n",
        files["texts/it.ftl"]
    );
    files.insert("texts/it.ftl".to_owned(), texts);
    files
}

async fn given(world: &World, case: CaseId, typed: Json) -> Result<CaseView, Error> {
    let element = seen(world, case).await.case.step;
    let typed = answers(typed);
    let ctx = world.ctx("marta.bellini").await;
    answer(&world.app, &ctx, case, Given { element, typed, ..Given::default() }).await?;
    Ok(seen(world, case).await)
}

/// A case accepted on a day, with what was taken out first.
async fn accepted(world: &World, typed: Json) -> (CaseId, CaseView) {
    let prefill = Prefill { supply_point: Some(world.point), ..Prefill::default() };
    let new = OpenCase { procedure: "TSH".to_owned(), origin: Origin::Counter, prefill };
    let case = open(&world.app, &world.ctx("marta.bellini").await, new).await.unwrap().id;
    let view = given(world, case, typed).await.unwrap();
    (case, view)
}

async fn paper(world: &World, case: CaseId) -> String {
    let paper = HandedIn {
        kind: "other".to_owned(),
        title: "permesso.pdf".to_owned(),
        media_type: "application/pdf".to_owned(),
        content: b"%PDF-1.7 permesso".to_vec(),
        answers_request: false,
    };
    hand_in_document(&world.app, &world.ctx("marta.bellini").await, case, paper).await.unwrap().to_string()
}

/// The due day of a clock of the case by its standard.
fn due(view: &CaseView, standard: &str) -> Option<kernel::Date> {
    let clock = view.clocks.iter().find(|clock| clock.standard.id == standard).unwrap();
    clock.evaluation.due.map(standards::Moment::date)
}

const BEGIN: &str =
    "{as: \"permits\", cause: \"permits\", from: from_on, document: proof, stops: [\"work_completed\"]}";
const END: &str = "{as: \"permits\", to: to_on, document: proof}";

#[tokio::test(flavor = "multi_thread")]
async fn permits_are_taken_out_to_the_day_of_one_clock_while_another_runs() {
    for world in worlds_of(Sector::Water).await {
        publish(&world, &files(&[BEGIN, END])).await;
        let (case, view) =
            accepted(&world, json!({ "accepted_on": "2026-03-02", "from_on": "2026-03-04" })).await;
        assert_eq!(view.case.suspended, Some(SuspensionCause::Permits), "the case shows that it waits");
        assert_eq!(due(&view, "W-S15"), None, "how long it lasts is not known");
        assert_eq!(due(&view, "W-G03"), Some(day("2026-04-14")), "the other clock goes on");

        let proof = paper(&world, case).await;
        let view = given(&world, case, json!({ "to_on": "2026-03-10", "proof": proof })).await.unwrap();
        assert_eq!(view.case.suspended, None);
        // Four working days, from the fifth to the tenth of March, come on top of ten.
        assert_eq!(due(&view, "W-S15"), Some(day("2026-03-20")));
        let held = &view.suspensions[0];
        assert_eq!(
            (held.from.date(), held.to.map(kernel::Instant::date)),
            (day("2026-03-04"), Some(day("2026-03-10")))
        );
        assert_eq!(held.document_id.map(|id| id.to_string()), Some(proof));
        let why = &view.clocks.iter().find(|clock| clock.standard.id == "W-S15").unwrap().why.it;
        assert!(why.contains("in attesa di permessi") && why.contains("permesso.pdf"), "{why}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn permits_asked_for_too_late_are_our_own_time_and_a_comment_says_so() {
    for (sector, asked, late) in [
        // Fifteen working days from the second of February: the twenty-third.
        (Sector::Water, "2026-02-23", false),
        (Sector::Water, "2026-02-24", true),
        (Sector::Gas, "2026-03-10", false),
    ] {
        for world in worlds_of(sector).await {
            publish(&world, &files(&[BEGIN, END])).await;
            let typed = json!({ "accepted_on": "2026-02-02", "from_on": asked });
            let (case, view) = accepted(&world, typed).await;
            assert_eq!(
                (view.suspensions.is_empty(), view.case.suspended.is_none()),
                (late, late),
                "{sector:?} {asked}"
            );
            let comments: Vec<&str> = view.comments.iter().map(|comment| comment.body.as_str()).collect();
            let said = if late { vec!["Chiesti il 24/02/2026, entro il 23/02/2026"] } else { Vec::new() };
            assert_eq!(comments, said, "{sector:?}");
            let view = given(&world, case, json!({ "to_on": "2026-03-10" })).await.unwrap();
            assert_eq!(
                (view.suspensions.len(), view.incidents.len()),
                (usize::from(!late), 0),
                "{:?}",
                view.incidents
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn times_that_overlap_count_once_and_a_closed_name_opens_another_one() {
    const OWN: &str = "{as: \"customer_works\", cause: \"customer\", from: from_on, to: to_on, stops: [\"work_completed\"]}";
    for world in worlds().await {
        let permits = "{as: \"permits\", cause: \"permits\", from: accepted_on, to: to_on, stops: [\"work_completed\"]}";
        publish(&world, &files(&[permits, OWN, OWN])).await;
        let dates =
            |from: &str, to: &str| json!({ "accepted_on": "2026-03-02", "from_on": from, "to_on": to });
        let (case, view) = accepted(&world, dates("2026-03-02", "2026-03-05")).await;
        assert_eq!(due(&view, "E-S02"), Some(day("2026-03-19")), "three working days out");
        let view = given(&world, case, dates("2026-03-04", "2026-03-06")).await.unwrap();
        assert_eq!(due(&view, "E-S02"), Some(day("2026-03-20")), "only the sixth is new");
        let view = given(&world, case, dates("2026-03-09", "2026-03-10")).await.unwrap();
        assert_eq!((view.suspensions.len(), due(&view, "E-S02")), (3, Some(day("2026-03-23"))));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_told_later_puts_an_open_time_right_and_dates_that_cannot_be_are_refused() {
    for world in worlds().await {
        publish(&world, &files(&[BEGIN, "{as: \"permits\", from: from_on}", END])).await;
        let (case, _) =
            accepted(&world, json!({ "accepted_on": "2026-03-02", "from_on": "2026-03-04" })).await;
        let view = given(&world, case, json!({ "from_on": "2026-03-05" })).await.unwrap();
        assert_eq!((view.suspensions.len(), view.suspensions[0].from.date()), (1, day("2026-03-05")));
        assert_eq!(view.suspensions[0].stops, ["work_completed"], "what is not told stays");
        let view = given(&world, case, json!({ "to_on": "2026-03-04" })).await.unwrap();
        assert!(view.incidents[0].message.contains("hold_backwards"), "{:?}", view.incidents);

        publish_again(&world, "{as: \"x\", cause: \"moon\"}", 2).await;
        let (_, view) = accepted(&world, json!({ "accepted_on": "2026-03-02" })).await;
        assert!(view.incidents[0].message.contains("cause_unknown"), "{:?}", view.incidents);
        publish_again(&world, "{as: \"x\", cause: \"customer\", from: from_on}", 3).await;
        let (_, view) =
            accepted(&world, json!({ "accepted_on": "2026-03-02", "from_on": "2026-03-12" })).await;
        assert!(view.incidents[0].message.contains("date_in_future"), "{:?}", view.incidents);
    }
}

async fn publish_again(world: &World, hold: &str, version: i64) {
    packs::publish_version(world, &files(&[hold]), version).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_wait_for_a_payment_on_the_day_of_acceptance_is_no_time() {
    const PAID: &str =
        "{as: \"payment\", cause: \"customer\", from: accepted_on, to: to_on, stops: [\"work_completed\"]}";
    for world in worlds().await {
        publish(&world, &files(&[PAID])).await;
        let typed = json!({ "accepted_on": "2026-03-11", "to_on": "2026-03-11" });
        let (_, view) = accepted(&world, typed).await;
        assert_eq!((view.incidents.len(), view.case.suspended), (0, None), "{:?}", view.incidents);
        assert_eq!(due(&view, "E-S02"), Some(day("2026-03-25")));
    }
}
