//! Amounts a case asks of its customer: paid at the till, proved by hand, put right, withdrawn, given back; on both engines.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails where it cannot go on")]

#[path = "support/packs.rs"]
mod packs;
mod support;

use std::sync::Arc;

use app::{
    App, Ctx, Error,
    billing::{Answer, take_answer},
    cases::{CaseView, Given, HandedIn, OpenCase, Prefill, answer, cancel, hand_in_document, open},
    cash::{
        CashIn, Cashed, ChargePart, FoundPayer, Reverse, Wanted, cash_in, find_payer, open_till, payer,
        reverse, show_receipt,
    },
    charges::{By, Charge, Incoming, charges_of, take_payment},
};
use connectors::card::SimulatedTerminal;
use domain::{
    cases::{CaseState, Origin},
    cash::{Means, Part},
};
use kernel::{CaseId, Date, Money};
use packs::{ADMIT, FULFIL, START, pack, publish, seen, straight};
use procedures::Files;
use serde_json::{Value as Json, json};
use store::{cases::document, outbox::billing};
use support::{World, answers, day, worlds};

/// Asks for the amount answered, and for it to answer the task after it.
fn ask(task: &str) -> String {
    format!(
        "serviceTask sportello:operation=\"charges.ask\" \
         sportello:arguments='{{what: \"works\", amount: due_now, task: \"{task}\"}}'"
    )
}
const PAY: &str = "userTask sportello:form=\"payment\"";
const SETTLE: &str = "serviceTask sportello:operation=\"charges.settle\" \
                      sportello:arguments='{on: paid_on, document: payment_proof}'";
const DROP: &str = "serviceTask sportello:operation=\"charges.settle\" sportello:arguments='{drop: true}'";
const LETTER: &str =
    "serviceTask sportello:operation=\"papers.make\" sportello:arguments='{kind: \"voucher\"}'";

const PAYMENT: &str = "[[field]]\nname = \"paid_amount\"\nkind = \"money\"\nrequired = true\n\n[[field]]\nname = \"paid_on\"\nkind = \"date\"\n\
    required = true\n\n[[field]]\nname = \"paid_how\"\nkind = \"choice\"\nrequired = true\n\
    choices = [\"till\", \"slip\", \"transfer\", \"notice\", \"other\"]\n\n[[field]]\nname = \"payment_proof\"\nkind = \"attachment\"\n";

/// A pack that asks how much is due, and then goes through these elements.
fn charging(code: &str, elements: &[&str]) -> Files {
    let mut all = vec!["userTask sportello:form=\"ask\"", START, ADMIT];
    all.extend(elements);
    let manifest = format!(
        "draft_until = \"{code}_0\"\n\n[[paper]]\nkind = \"voucher\"\ntemplate = \"letters/voucher.typ\"\n"
    );
    let mut files = pack(code, &manifest, &straight(code, &all));
    let due = "[[field]]\nname = \"due_now\"\nkind = \"money\"\n";
    files.insert("forms/ask.toml".to_owned(), due.to_owned());
    files.insert("forms/again.toml".to_owned(), due.to_owned());
    files.insert("forms/payment.toml".to_owned(), PAYMENT.to_owned());
    files
}

/// A world with an open till, and its clerk.
struct Desk {
    world: World,
    app: App,
    ctx: Ctx,
}

fn euro(cents: i64) -> Money {
    Money::from_cents(cents)
}

async fn desks(files: &Files) -> Vec<Desk> {
    let mut all = Vec::new();
    for world in worlds().await {
        publish(&world, files).await;
        let app = world.app.clone().with_card_terminal(Arc::new(SimulatedTerminal::default()));
        let ctx = world.ctx("marta.bellini").await;
        open_till(&app, &ctx, euro(10_000)).await.unwrap();
        all.push(Desk { world, app, ctx });
    }
    all
}

impl Desk {
    /// A request of the holder for which this is due.
    async fn asked(&self, code: &str, cents: i64) -> CaseId {
        let prefill = Prefill {
            supply_point: Some(self.world.point),
            party: Some(self.world.outgoing),
            ..Prefill::default()
        };
        let new = OpenCase { procedure: code.to_owned(), origin: Origin::Counter, prefill };
        let case = open(&self.app, &self.ctx, new).await.unwrap().id;
        self.done(case, 0, json!({ "due_now": cents })).await.unwrap();
        case
    }

    /// Answers the task at a place of the pack.
    async fn done(&self, case: CaseId, place: usize, typed: Json) -> Result<(), Error> {
        let code = seen(&self.world, case).await.case.procedure;
        let given = Given { element: format!("{code}_{place}"), typed: answers(typed), ..Given::default() };
        answer(&self.app, &self.ctx, case, given).await.map(drop)
    }

    async fn charges(&self, case: CaseId) -> Vec<Charge> {
        charges_of(&self.app, &self.ctx, case).await.unwrap()
    }

    async fn only(&self, case: CaseId) -> Charge {
        let mut all = self.charges(case).await;
        assert_eq!(all.len(), 1, "{all:?}");
        all.remove(0)
    }

    async fn pay(&self, key: &str, charge: &Charge, cents: i64) -> Result<Cashed, Error> {
        let new = CashIn {
            interest: None,
            key: key.to_owned(),
            party: self.world.outgoing,
            lines: Vec::new(),
            charges: vec![ChargePart { charge: charge.id, amount: euro(cents) }],
            parts: vec![Part { means: Means::Cash, amount: euro(cents), reference: String::new() }],
            mail: false,
        };
        cash_in(&self.app, &self.ctx, new).await
    }

    async fn seen(&self, case: CaseId) -> CaseView {
        seen(&self.world, case).await
    }
}

fn code(result: Result<impl std::fmt::Debug, Error>) -> String {
    match result {
        Err(Error::Refused { code, .. }) => code,
        other => panic!("not refused: {other:?}"),
    }
}

fn said<'v>(view: &'v CaseView, operation: &str) -> Vec<&'v app::audit::Entry> {
    view.audit.iter().filter(|entry| entry.operation == operation).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn paid_in_full_at_the_till_the_case_goes_on_by_itself() {
    let task = ask("CHA_4");
    for desk in desks(&charging("CHA", &[&task, PAY, SETTLE, FULFIL])).await {
        let case = desk.asked("CHA", 140_000).await;
        let charge = desk.only(case).await;
        assert_eq!((charge.amount, charge.state.as_str()), (euro(140_000), "open"));
        assert_eq!(charge.number, format!("{}/1", charge.case_number));

        // Offered beside the bills, and found by what is printed on the slip or said at the counter.
        let shown = payer(&desk.app, &desk.ctx, desk.world.outgoing, Vec::new(), None, None).await.unwrap();
        assert_eq!(shown.charges.len(), 1);
        assert_eq!(shown.charges[0].proposed, euro(140_000));
        let codes = charge.code.clone().expect("a charge has the codes of its slip");
        for typed in [codes.slip.as_str(), codes.notice.as_str(), charge.number.as_str()] {
            match find_payer(&desk.app, &desk.ctx, typed).await.unwrap() {
                FoundPayer::One(party, Some(Wanted::Charge(id))) => {
                    assert_eq!((party, id), (desk.world.outgoing, charge.id), "{typed}");
                }
                other => panic!("{typed}: {other:?}"),
            }
        }

        assert_eq!(code(desk.pay("k0", &charge, 150_000).await), "cash_too_much");
        assert_eq!(code(desk.pay("k0", &charge, 0).await), "cash_not_positive");
        let first = desk.pay("k1", &charge, 40_000).await.unwrap();
        assert!(!show_receipt(&desk.app, &desk.ctx, first.receipt.id).await.unwrap().charges[0].settles);
        assert_eq!(desk.only(case).await.open(), euro(100_000));
        assert!(desk.seen(case).await.tasks.iter().any(|task| task.state == "open"), "still awaited");

        let last = desk.pay("k2", &charge, 100_000).await.unwrap();
        let view = desk.seen(case).await;
        assert_eq!(view.case.state, CaseState::Fulfilled, "{:?}", view.incidents);
        let data = &view.case.data;
        assert_eq!(data["paid_amount"], json!(140_000));
        assert_eq!(data["paid_how"], json!("till"));
        assert_eq!(data["paid_on"], json!("2026-03-11"));
        assert_eq!(data["payment_proof"], json!(last.receipt.document_id));
        assert!(
            view.documents.iter().any(|paper| Some(paper.id) == last.receipt.document_id),
            "the receipt is a paper of it"
        );
        let paid = desk.only(case).await;
        assert_eq!((paid.state.as_str(), paid.paid_on), ("paid", Some(day("2026-03-11"))));
        assert_eq!(paid.receipt_id, Some(last.receipt.id));
        assert_eq!(said(&view, "charge_payment").len(), 2);

        // The same form sent again takes nothing; another one finds the charge closed.
        assert!(desk.pay("k2", &charge, 100_000).await.unwrap().before);
        assert_eq!(code(desk.pay("k3", &charge, 1).await), "cash_charge_closed");

        let receipt = last.receipt.case_id.unwrap();
        let told =
            desk.app.db.read("told", move |tx| Ok::<_, Error>(billing::of_case(tx, receipt)?)).await.unwrap();
        let body: Json = serde_json::from_str(&told[0].body).unwrap();
        assert_eq!((told[0].kind.as_str(), body["bill"].as_str()), ("payment", Some(charge.number.as_str())));
        assert_eq!(body["amount_cents"], json!(100_000));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_task_whose_form_does_not_take_the_answer_stays_open_and_the_money_is_taken() {
    let task = ask("CHB_4");
    let mut files = charging("CHB", &[&task, PAY, FULFIL]);
    let form = PAYMENT.replace("\"till\", ", "");
    files.insert("forms/payment.toml".to_owned(), form);
    for desk in desks(&files).await {
        let case = desk.asked("CHB", 500).await;
        let charge = desk.only(case).await;
        desk.pay("k1", &charge, 500).await.unwrap();
        let view = desk.seen(case).await;
        assert_eq!(desk.only(case).await.state, "paid");
        assert!(view.tasks.iter().any(|task| task.element == "CHB_4" && task.state == "open"));
        assert_eq!(said(&view, "charge_not_told").len(), 1);
        assert!(!view.case.data.contains_key("paid_how"), "nothing of the answer was kept");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_receipt_taken_back_opens_the_charge_again_and_its_case_says_why() {
    let task = ask("CHC_4");
    for desk in desks(&charging("CHC", &[&task, PAY, "userTask", FULFIL])).await {
        let case = desk.asked("CHC", 5000).await;
        let charge = desk.only(case).await;
        let cashed = desk.pay("k1", &charge, 5000).await.unwrap();
        let back =
            Reverse { receipt: cashed.receipt.id, reason: "Importo sbagliato".to_owned(), second: None };
        reverse(&desk.app, &desk.ctx, back).await.unwrap();
        let again = desk.only(case).await;
        assert_eq!((again.state.as_str(), again.open(), again.receipt_id), ("open", euro(5000), None));
        let view = desk.seen(case).await;
        let words = &view.comments.last().expect("a comment").body;
        assert!(words.contains(&cashed.receipt.number) && words.contains("Importo sbagliato"), "{words}");
        assert!(
            view.tasks.iter().any(|task| task.element == "CHC_5" && task.state == "open"),
            "the case went on"
        );
        let receipt = cashed.receipt.case_id.unwrap();
        let told =
            desk.app.db.read("told", move |tx| Ok::<_, Error>(billing::of_case(tx, receipt)?)).await.unwrap();
        let kinds: Vec<&str> = told.iter().map(|message| message.kind.as_str()).collect();
        assert_eq!(kinds, ["payment", "payment_reversal"]);
        // It can be paid once more.
        desk.pay("k2", &again, 5000).await.unwrap();
        assert_eq!(desk.only(case).await.state, "paid");
    }
}

/// A paper handed in with a case.
async fn proof(desk: &Desk, case: CaseId) -> Json {
    let paper = HandedIn {
        kind: "other".to_owned(),
        title: "Bonifico.pdf".to_owned(),
        media_type: "application/pdf".to_owned(),
        content: b"%PDF-1.7 bonifico".to_vec(),
        answers_request: false,
    };
    json!(hand_in_document(&desk.app, &desk.ctx, case, paper).await.unwrap())
}

#[tokio::test(flavor = "multi_thread")]
async fn paid_by_hand_it_is_closed_that_day_by_that_proof() {
    let task = ask("CHD_4");
    for desk in desks(&charging("CHD", &[&task, PAY, SETTLE, SETTLE, FULFIL])).await {
        let case = desk.asked("CHD", 12_000).await;
        let other = desk.asked("CHD", 12_000).await;
        let paper = proof(&desk, case).await;
        let typed = json!({ "paid_amount": 12_000, "paid_on": "2026-03-09", "paid_how": "transfer", "payment_proof": paper });
        desk.done(case, 4, typed.clone()).await.unwrap();
        let charge = desk.only(case).await;
        assert_eq!((charge.state.as_str(), charge.paid_on), ("paid", Some(day("2026-03-09"))));
        assert_eq!((json!(charge.document_id), charge.paid), (paper, euro(12_000)));
        assert_eq!(desk.seen(case).await.case.state, CaseState::Fulfilled, "settled twice is settled once");

        // The paper of one case proves nothing in another one: the case stands still until it is put right.
        desk.done(other, 4, typed).await.unwrap();
        let view = desk.seen(other).await;
        assert!(
            view.incidents.iter().any(|one| one.message.contains("document_of_other_case")),
            "{:?}",
            view.incidents
        );
        assert_eq!(desk.only(other).await.state, "open");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn asked_again_the_amount_is_put_right_and_nothing_is_asked_twice() {
    let task = ask("CHE_6");
    for desk in
        desks(&charging("CHE", &[&task, "userTask sportello:form=\"again\"", &task, PAY, FULFIL])).await
    {
        let case = desk.asked("CHE", 9000).await;
        desk.done(case, 4, json!({ "due_now": 9500 })).await.unwrap();
        let charge = desk.only(case).await;
        assert_eq!((charge.amount, charge.state.as_str()), (euro(9500), "open"));

        let paid = desk.asked("CHE", 9000).await;
        desk.pay("k1", &desk.only(paid).await, 9000).await.unwrap();
        desk.done(paid, 4, json!({ "due_now": 9500 })).await.unwrap();
        let view = desk.seen(paid).await;
        assert!(view.incidents.iter().any(|one| one.message.contains("charge_paid")), "{:?}", view.incidents);

        let nothing = desk.asked("CHE", 0).await;
        assert!(desk.charges(nothing).await.is_empty(), "zero asks for nothing");
        let waived = desk.asked("CHE", 9000).await;
        desk.done(waived, 4, json!({ "due_now": 0 })).await.unwrap();
        assert_eq!(desk.only(waived).await.state, "dropped");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_withdrawn_is_asked_of_nobody_and_money_that_comes_later_is_on_account() {
    let task = ask("CHF_6");
    for desk in desks(&charging("CHF", &[&task, "userTask", DROP, "userTask", FULFIL])).await {
        let case = desk.asked("CHF", 7000).await;
        desk.done(case, 4, json!({})).await.unwrap();
        let charge = desk.only(case).await;
        assert_eq!(charge.state, "dropped");
        assert_eq!(code(desk.pay("k1", &charge, 7000).await), "cash_charge_closed");
        let shown = payer(&desk.app, &desk.ctx, desk.world.outgoing, Vec::new(), None, None).await.unwrap();
        assert!(shown.charges.is_empty());

        let system = desk.app.system("test");
        let came = |number: &str, on: Date| Incoming {
            code: charge.code.clone().unwrap().notice,
            number: number.to_owned(),
            amount: euro(7000),
            on,
            by: By::Notice,
        };
        assert!(take_payment(&desk.app, &system, came("B-1", day("2026-03-10"))).await.unwrap());
        assert!(!take_payment(&desk.app, &system, came("B-1", day("2026-03-10"))).await.unwrap(), "once");
        let view = desk.seen(case).await;
        assert_eq!(desk.only(case).await.state, "dropped");
        assert_eq!(said(&view, "charge_on_account").len(), 1);

        // A case that is called off asks for nothing any more.
        let off = desk.asked("CHF", 7000).await;
        cancel(&desk.app, &system, off, "Ci ripensa".to_owned()).await.unwrap();
        assert_eq!(desk.only(off).await.state, "dropped");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_payment_from_the_bank_answers_the_task_too() {
    let task = ask("CHG_4");
    for desk in desks(&charging("CHG", &[&task, PAY, FULFIL])).await {
        let case = desk.asked("CHG", 7000).await;
        let charge = desk.only(case).await;
        let came = |cents| Incoming {
            code: charge.number.clone(),
            number: format!("CRO-{cents}"),
            amount: euro(cents),
            on: day("2026-03-10"),
            by: By::Transfer,
        };
        let system = desk.app.system("test");
        assert!(matches!(take_payment(&desk.app, &system, came(0)).await, Err(Error::Invalid(_))));
        assert!(matches!(take_payment(&desk.app, &desk.ctx, came(1)).await, Err(Error::Denied(_))));
        assert!(take_payment(&desk.app, &system, came(7000)).await.unwrap());
        let view = desk.seen(case).await;
        assert_eq!(view.case.state, CaseState::Fulfilled);
        assert_eq!(
            (&view.case.data["paid_how"], &view.case.data["paid_on"]),
            (&json!("transfer"), &json!("2026-03-10"))
        );
        let unknown = Incoming { code: "999999999999999999".to_owned(), ..came(5) };
        assert!(!take_payment(&desk.app, &system, unknown).await.unwrap());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_amount_below_zero_is_a_credit_that_billing_is_told_once() {
    let credit = "serviceTask sportello:operation=\"charges.ask\" sportello:arguments='{what: \"refund\", amount: -due_now}'";
    for desk in desks(&charging("CHH", &[credit, "userTask", credit, "userTask", FULFIL])).await {
        let case = desk.asked("CHH", 12_300).await;
        let told =
            |view: &CaseView| view.billing.iter().filter(|message| message.kind == "correction").count();
        let view = desk.seen(case).await;
        assert_eq!(told(&view), 1, "{:?}", view.incidents);
        let body: Json = serde_json::from_str(&view.billing[0].body).unwrap();
        assert_eq!((&body["amount_cents"], &body["reason"]), (&json!(12_300), &json!("refund")));
        desk.done(case, 4, json!({})).await.unwrap();
        let view = desk.seen(case).await;
        assert_eq!(told(&view), 1, "told once");
        let charge = desk.only(case).await;
        assert_eq!((charge.amount, charge.state.as_str()), (euro(-12_300), "billed"));
        let shown = payer(&desk.app, &desk.ctx, desk.world.outgoing, Vec::new(), None, None).await.unwrap();
        assert!(shown.charges.is_empty(), "nobody is asked for it");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn letters_show_the_slip_of_what_is_asked() {
    let task = ask("CHI_5");
    for desk in desks(&charging("CHI", &[&task, LETTER, PAY, FULFIL])).await {
        let case = desk.asked("CHI", 4567).await;
        let charge = desk.only(case).await;
        let view = desk.seen(case).await;
        let paper = view.documents[0].id;
        let data =
            desk.app.db.read("data", move |tx| Ok::<_, Error>(document::data(tx, paper)?.unwrap())).await;
        let data = data.unwrap();
        assert_eq!(data["bill"]["number"], json!(charge.number));
        assert_eq!(data["payment"]["amount"], json!(4567));
        assert_eq!(data["slip"]["amount"], json!(4567));
        let notice = charge.code.unwrap().notice;
        assert_eq!(data["slip"]["notice"]["number"], json!(notice));
        assert!(data["codes"]["notice"]["qr"].as_str().unwrap().contains(&notice));
        assert!(data["codes"].get("accept").is_none(), "no link was issued");

        // Without a charge there is no slip.
        let free = desk.asked("CHI", 0).await;
        let paper = desk.seen(free).await.documents[0].id;
        let data =
            desk.app.db.read("data", move |tx| Ok::<_, Error>(document::data(tx, paper)?.unwrap())).await;
        let data = data.unwrap();
        assert!(data.get("slip").is_none() && data.get("bill").is_none(), "{data}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_billing_put_on_a_bill_is_not_asked_at_the_till_any_more() {
    let task = ask("CHJ_4");
    for desk in desks(&charging("CHJ", &[&task, PAY, FULFIL])).await {
        let case = desk.asked("CHJ", 2000).await;
        let system = desk.app.system("test");
        for (number, applied, state) in [(1, false, "open"), (2, true, "billed")] {
            let key = format!("nav:works:{number}");
            let (ctx, new_key) = (system.clone(), key.clone());
            let told = desk.app.db.write("told", move |tx| {
                let body = json!({});
                let command = billing::NewMessage {
                    key: new_key.clone(),
                    system: "nav",
                    kind: "works",
                    aggregate: "IT999E00317482".to_owned(),
                    body: &body,
                    case_id: Some(case),
                };
                Ok::<_, Error>(billing::insert(tx, &ctx, &command)?)
            });
            told.await.unwrap();
            let answer = Answer { key, applied, code: String::new(), text: String::new() };
            assert!(take_answer(&desk.app, &system, answer).await.unwrap());
            assert_eq!(desk.only(case).await.state, state);
        }
        let shown = payer(&desk.app, &desk.ctx, desk.world.outgoing, Vec::new(), None, None).await.unwrap();
        assert!(shown.charges.is_empty());
    }
}
