//! Signed links: somebody outside does one task of a case once, without signing in; on both engines.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails where it cannot go on")]

#[path = "support/packs.rs"]
mod packs;
mod support;

use std::collections::BTreeMap;

use app::{
    Error,
    cases::{CaseView, Given, OpenCase, Prefill, answer, cancel, complete_task, document_content, open},
    links::{Link, LinkAnswer, LinkState, Shown, Visitor, link_paper, look_at_link, token_of, use_link},
    papers::store_produced,
};
use domain::cases::{CaseState, Origin};
use kernel::{CaseId, Date, Lang};
use packs::{ADMIT, FULFIL, START, pack, publish, seen, straight};
use procedures::Files;
use serde_json::{Value as Json, json};
use sha2::{Digest, Sha256};
use store::{cases::document, links, outbox::mail};
use support::{World, answers, day, worlds};

const ISSUE: &str = "serviceTask sportello:operation=\"links.issue\" sportello:arguments='{task: \"{code}_5\", until: valid_until, \
    asks: [\"accepted\", \"refusal_why\", \"answer_note\"], shows: [\"total\", \"valid_until\"], sets: {accepted_how: \"link\"}, \
    on: \"answered_on\", proof: \"acceptance\"}'";
const LETTER: &str =
    "serviceTask sportello:operation=\"papers.make\" sportello:arguments='{kind: \"voucher\", send: true}'";
const ANSWER: &str = "userTask sportello:form=\"answer\"";

const FORM: &str = "[[field]]\nname = \"accepted\"\nkind = \"choice\"\nrequired = true\nchoices = [\"accepted\", \"refused\"]\n\n\
    [[field]]\nname = \"refusal_why\"\nkind = \"choice\"\nwhen = 'accepted = \"refused\"'\nchoices = [\"price\", \"time\"]\n\n\
    [[field]]\nname = \"answer_note\"\nkind = \"long_text\"\n\n[[field]]\nname = \"accepted_how\"\nkind = \"choice\"\nrequired = true\n\
    choices = [\"paper\", \"link\"]\n\n[[field]]\nname = \"answered_on\"\nkind = \"date\"\nrequired = true\n\n\
    [[field]]\nname = \"acceptance\"\nkind = \"attachment\"\nrequired_when = 'accepted = \"accepted\"'\n";
const TEXTS: &str = "procedure = Preventivo\npaper-voucher = Il preventivo\nmail-voucher-subject = Preventivo { $number }\n\
    mail-voucher = Accetta qui: { $link }\nfield-accepted = Risposta\nchoice-accepted-accepted = Accetto\n\
    choice-accepted-refused = Non accetto\nfield-answer-note = Nota\nfield-total = Totale\nfield-valid-until = Vale fino al\n";

/// A quote in small: what it costs and how long it holds, the link, the letter, the answer.
fn quoting(code: &str, more: &[&str]) -> Files {
    let issue = ISSUE.replace("{code}", code);
    let mut all = vec!["userTask sportello:form=\"ask\"", START, ADMIT, &issue, LETTER, ANSWER];
    all.extend(more);
    all.push(FULFIL);
    let manifest = format!(
        "draft_until = \"{code}_0\"\n\n[[paper]]\nkind = \"voucher\"\ntemplate = \"letters/voucher.typ\"\n"
    );
    let mut files = pack(code, &manifest, &straight(code, &all));
    let asked = "[[field]]\nname = \"total\"\nkind = \"money\"\n\n[[field]]\nname = \"valid_until\"\nkind = \"date\"\n";
    files.insert("forms/ask.toml".to_owned(), asked.to_owned());
    files.insert("forms/answer.toml".to_owned(), FORM.to_owned());
    for lang in Lang::ALL {
        files.insert(format!("texts/{}.ftl", lang.code()), TEXTS.to_owned());
    }
    files
}

const PDF: &[u8] = b"%PDF-1.7 il preventivo";

/// Opens a quote, and has its letter made where `ready`.
async fn quoted(world: &World, code: &str, until: &str, ready: bool) -> CaseId {
    let ctx = world.ctx("marta.bellini").await;
    let prefill =
        Prefill { supply_point: Some(world.point), party: Some(world.outgoing), ..Prefill::default() };
    let new = OpenCase { procedure: code.to_owned(), origin: Origin::Counter, prefill };
    let case = open(&world.app, &ctx, new).await.unwrap().id;
    let typed = json!({ "total": 40_755, "valid_until": until });
    let given = Given { element: format!("{code}_0"), typed: answers(typed), ..Given::default() };
    answer(&world.app, &ctx, case, given).await.unwrap();
    if ready {
        make_ready(world, case).await;
    }
    case
}

async fn make_ready(world: &World, case: CaseId) {
    for paper in seen(world, case).await.documents {
        store_produced(&world.app, paper.id, PDF.to_vec()).await.unwrap();
    }
}

async fn last(world: &World, case: CaseId) -> Link {
    let read = world.app.db.read("link", move |tx| Ok::<_, Error>(links::last_of_case(tx, case)?));
    read.await.unwrap().expect("a link was issued")
}

async fn token(world: &World, case: CaseId) -> String {
    token_of(&world.app.settings, &last(world, case).await).unwrap()
}

fn visitor() -> Visitor {
    Visitor { address: "203.0.113.7".to_owned(), agent: "Mozilla/5.0 prova".to_owned() }
}

fn sent(fields: &[(&str, &str)]) -> LinkAnswer {
    let raw: BTreeMap<String, Vec<String>> =
        fields.iter().map(|(name, value)| ((*name).to_owned(), vec![(*value).to_owned()])).collect();
    LinkAnswer { name: "Elena Marchetti".to_owned(), confirmed: true, raw }
}

async fn looked(world: &World, token: &str) -> LinkState {
    look_at_link(&world.app, token, &visitor()).await.unwrap()
}

async fn used(world: &World, token: &str, fields: &[(&str, &str)]) -> Result<LinkState, Error> {
    use_link(&world.app, token, &visitor(), sent(fields)).await
}

fn data(view: &CaseView, name: &str) -> Json {
    view.case.data.get(name).cloned().unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_quote_is_accepted_through_its_link_once_with_the_record_of_the_act() {
    for world in worlds().await {
        publish(&world, &quoting("LKA", &[])).await;
        let case = quoted(&world, "LKA", "2026-06-30", true).await;
        let token = token(&world, case).await;
        let LinkState::Open(page) = looked(&world, &token).await else { panic!("the link is open") };
        assert_eq!((page.lang, page.last_day), (Lang::It, day("2026-06-30")));
        assert_eq!(page.number, seen(&world, case).await.case.number);
        let names: Vec<&str> = page.fields.iter().map(|field| field.name.as_str()).collect();
        assert_eq!(names, ["accepted", "refusal_why", "answer_note"]);
        assert_eq!((page.fields[0].required, page.fields[1].required), (true, false));
        assert!(page.shown.contains(&("Totale".to_owned(), Shown::Money(kernel::Money::from_cents(40_755)))));
        assert!(page.shown.contains(&("Vale fino al".to_owned(), Shown::Day(day("2026-06-30")))));
        assert_eq!(page.papers.len(), 1);
        let (paper, bytes) = link_paper(&world.app, &token, &visitor(), page.papers[0].id).await.unwrap();
        assert_eq!((paper.title.as_str(), bytes.as_slice()), ("Il preventivo", PDF));

        let done = used(
            &world,
            &token,
            &[("accepted", "accepted"), ("accepted_how", "paper"), ("answer_note", "Grazie")],
        );
        assert!(matches!(done.await.unwrap(), LinkState::Used { .. }));
        let view = seen(&world, case).await;
        assert_eq!(view.case.state, CaseState::Fulfilled, "{:?}", view.incidents);
        assert_eq!(data(&view, "accepted"), json!("accepted"));
        assert_eq!(data(&view, "accepted_how"), json!("link"), "what the link fixes cannot be sent");
        assert_eq!(data(&view, "answered_on"), json!("2026-03-11"));

        // The record: who, when, from where, what was read.
        let record =
            view.documents.iter().find(|paper| !paper.outgoing).expect("the record is a paper of the case");
        assert_eq!((json!(record.id), record.kind.as_str()), (data(&view, "acceptance"), "acceptance"));
        let system = world.app.system("test");
        let (_, text) = document_content(&world.app, &system, case, record.id).await.unwrap();
        let text = String::from_utf8(text.unwrap()).unwrap();
        let digest: String = Sha256::digest(PDF).iter().map(|byte| format!("{byte:02x}")).collect();
        for part in [
            "Elena Marchetti",
            "2026-03-11 10:24:00 +01:00",
            "203.0.113.7",
            "Mozilla/5.0 prova",
            "Risposta: Accetto",
            "Nota: Grazie",
            &format!("Il preventivo: {digest}"),
        ] {
            assert!(text.contains(part), "{part} is missing:\n{text}");
        }
        let link = last(&world, case).await;
        let task = view.tasks.iter().find(|task| task.element == "LKA_5").unwrap();
        assert_eq!(task.ended_by, format!("link {}", link.id));
        let act =
            view.audit.iter().find(|entry| entry.operation == "use_link").expect("the audit trail has it");
        assert!(
            act.details.contains("Elena Marchetti") && act.details.contains("203.0.113.7"),
            "{}",
            act.details
        );

        // A second time nothing happens.
        let again = used(&world, &token, &[("accepted", "refused")]).await.unwrap();
        assert!(matches!(again, LinkState::Used { .. }));
        let after = seen(&world, case).await;
        assert_eq!(
            (data(&after, "accepted"), after.documents.len()),
            (json!("accepted"), view.documents.len())
        );
        assert!(matches!(
            link_paper(&world.app, &token, &visitor(), page.papers[0].id).await,
            Err(Error::NotFound { .. })
        ));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_quote_is_refused_through_its_link_and_faults_use_nothing_up() {
    for world in worlds().await {
        publish(&world, &quoting("LKB", &[])).await;
        let case = quoted(&world, "LKB", "2026-06-30", true).await;
        let token = token(&world, case).await;
        let wrong =
            LinkAnswer { name: "Elena".to_owned(), confirmed: false, ..sent(&[("accepted", "forse")]) };
        let Err(Error::Invalid(problems)) = use_link(&world.app, &token, &visitor(), wrong).await else {
            panic!("it is taken")
        };
        let codes: Vec<String> =
            problems.iter().map(|problem| format!("{} {}", problem.field, problem.code)).collect();
        assert_eq!(codes, ["name name_in_full", "confirmed required", "accepted choice_unknown"]);
        let missing = used(&world, &token, &[]).await;
        assert!(
            matches!(missing, Err(Error::Invalid(list)) if list.len() == 1 && list[0].field == "accepted")
        );
        assert!(matches!(looked(&world, &token).await, LinkState::Open(_)), "a fault uses nothing up");

        used(&world, &token, &[("accepted", "refused"), ("refusal_why", "price")]).await.unwrap();
        let view = seen(&world, case).await;
        assert_eq!((data(&view, "accepted"), data(&view, "refusal_why")), (json!("refused"), json!("price")));
        assert_eq!(view.case.state, CaseState::Fulfilled);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_holds_until_the_end_of_its_last_day() {
    for world in worlds().await {
        publish(&world, &quoting("LKC", &[])).await;
        let case = quoted(&world, "LKC", "2026-03-12", true).await;
        let token = token(&world, case).await;
        world.clock.set("2026-03-12T23:59:59+01:00".parse().unwrap());
        assert!(matches!(looked(&world, &token).await, LinkState::Open(_)));
        world.clock.set("2026-03-13T00:00:00+01:00".parse().unwrap());
        let state = looked(&world, &token).await;
        assert!(
            matches!(state, LinkState::Lapsed { last_day, .. } if last_day == day("2026-03-12")),
            "{state:?}"
        );
        let late = used(&world, &token, &[("accepted", "accepted")]).await.unwrap();
        assert!(matches!(late, LinkState::Lapsed { .. }));
        assert_eq!(data(&seen(&world, case).await, "accepted"), Json::Null);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn done_otherwise_withdrawn_called_off_or_forged_it_is_told_the_same() {
    for world in worlds().await {
        let ctx = world.ctx("marta.bellini").await;
        publish(&world, &quoting("LKD", &[])).await;
        // The operator recorded the paper form.
        let paper = quoted(&world, "LKD", "2026-06-30", true).await;
        let by_paper = token(&world, paper).await;
        let typed = json!({ "accepted": "refused", "accepted_how": "paper", "answered_on": "2026-03-11" });
        let open_task =
            seen(&world, paper).await.tasks.into_iter().find(|task| task.state == "open").unwrap();
        let given = Given { typed: answers(typed), ..Given::default() };
        complete_task(&world.app, &ctx, open_task.id, given).await.unwrap();
        // Called off.
        let off = quoted(&world, "LKD", "2026-06-30", true).await;
        let called_off = token(&world, off).await;
        cancel(&world.app, &world.app.system("test"), off, "Ci ripensa".to_owned()).await.unwrap();
        // Another link took its place.
        let twice = quoted(&world, "LKD", "2026-06-30", true).await;
        let first = token(&world, twice).await;
        let ctx_ = world.app.system("test");
        let done = world
            .app
            .db
            .write("again", move |tx| Ok::<_, Error>(links::withdraw(tx, &ctx_, twice, "LKD_5")?));
        assert_eq!(done.await.unwrap(), 1);
        // The code of another link, or one digit changed.
        let (id, code) = first.split_once('.').unwrap();
        let other = by_paper.split_once('.').unwrap().1;
        let last_digit = if code.ends_with('0') { '1' } else { '0' };
        let changed = format!("{id}.{}{last_digit}", &code[..code.len() - 1]);
        for dead in
            [by_paper.clone(), called_off, first.clone(), format!("{id}.{other}"), changed, "x".to_owned()]
        {
            assert!(matches!(looked(&world, &dead).await, LinkState::Gone), "{dead}");
            let tried = used(&world, &dead, &[("accepted", "accepted")]).await.unwrap();
            assert!(matches!(tried, LinkState::Gone), "{dead}");
        }
        assert_eq!(data(&seen(&world, paper).await, "accepted"), json!("refused"));
        assert_eq!(data(&seen(&world, twice).await, "accepted"), Json::Null);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_at_once_one_wins() {
    for world in worlds().await {
        publish(&world, &quoting("LKE", &[])).await;
        let case = quoted(&world, "LKE", "2026-06-30", true).await;
        let token = token(&world, case).await;
        let (yes, no) = tokio::join!(
            used(&world, &token, &[("accepted", "accepted")]),
            used(&world, &token, &[("accepted", "refused")])
        );
        assert!(matches!((yes.unwrap(), no.unwrap()), (LinkState::Used { .. }, LinkState::Used { .. })));
        let view = seen(&world, case).await;
        let records = view.documents.iter().filter(|paper| !paper.outgoing).count();
        let acts = view.audit.iter().filter(|entry| entry.operation == "use_link").count();
        assert_eq!((records, acts), (1, 1), "one act, one record");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_ready_yet_is_said_and_nothing_can_be_accepted_unread() {
    for world in worlds().await {
        publish(&world, &quoting("LKF", &[])).await;
        let case = quoted(&world, "LKF", "2026-06-30", false).await;
        let token = token(&world, case).await;
        assert!(matches!(looked(&world, &token).await, LinkState::Pending(Lang::It)));
        let early = used(&world, &token, &[("accepted", "accepted")]).await.unwrap();
        assert!(matches!(early, LinkState::Pending(_)));
        assert_eq!(data(&seen(&world, case).await, "accepted"), Json::Null);
        make_ready(&world, case).await;
        assert!(matches!(looked(&world, &token).await, LinkState::Open(_)));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_mail_and_the_letter_carry_the_address_while_it_can_be_used() {
    for world in worlds().await {
        publish(&world, &quoting("LKG", &[LETTER])).await;
        let case = quoted(&world, "LKG", "2026-06-30", true).await;
        let address = format!("{}/l/{}", world.app.settings.base_url, token(&world, case).await);
        let view = seen(&world, case).await;
        let (first, letter) = (view.mails[0].id, view.documents[0].id);
        let read = world.app.db.read("sent", move |tx| {
            Ok::<_, Error>((mail::by_id(tx, first)?.unwrap().text, document::data(tx, letter)?.unwrap()))
        });
        let (text, shown) = read.await.unwrap();
        assert!(text.contains(&address), "{text}");
        assert_eq!(shown["codes"]["accept"]["qr"], json!(address));

        used(&world, &address[address.len() - 97..], &[("accepted", "accepted")]).await.unwrap();
        let view = seen(&world, case).await;
        let letters: Vec<_> = view.documents.iter().filter(|paper| paper.outgoing).collect();
        assert_eq!(letters.len(), 2);
        let second = letters[1].id;
        let read = world.app.db.read("sent", move |tx| Ok::<_, Error>(document::data(tx, second)?.unwrap()));
        assert!(read.await.unwrap()["codes"].get("accept").is_none(), "it was used");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn tries_are_limited_by_address_and_by_link() {
    for world in worlds().await {
        publish(&world, &quoting("LKH", &[])).await;
        let case = quoted(&world, "LKH", "2026-06-30", true).await;
        let token = token(&world, case).await;
        let most = world.app.settings.links_per_minute;
        // Somebody who guesses is stopped, and stops nobody else.
        for _ in 0..most {
            assert!(matches!(looked(&world, "0.0").await, LinkState::Gone));
        }
        assert!(matches!(look_at_link(&world.app, "0.0", &visitor()).await, Err(Error::TooMany(60))));
        let from = |number: i64| Visitor { address: format!("198.51.100.{number}"), ..visitor() };
        for number in 0..most {
            assert!(matches!(look_at_link(&world.app, &token, &from(number)).await, Ok(LinkState::Open(_))));
        }
        assert!(matches!(look_at_link(&world.app, &token, &from(most)).await, Err(Error::TooMany(60))));
        world.clock.advance(60);
        assert!(matches!(look_at_link(&world.app, &token, &visitor()).await, Ok(LinkState::Open(_))));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_into_the_past_is_not_issued() {
    for world in worlds().await {
        publish(&world, &quoting("LKI", &[])).await;
        let yesterday: Date = day("2026-03-10");
        let case = quoted(&world, "LKI", &yesterday.to_string(), false).await;
        let view = seen(&world, case).await;
        assert!(
            view.incidents.iter().any(|one| one.message.contains("link_until_past")),
            "{:?}",
            view.incidents
        );
    }
}
