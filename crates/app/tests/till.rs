//! The cash desk through the operations, on both engines.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails where it cannot go on")]

mod support;

use std::sync::Arc;

use app::{
    App, Ctx, Error,
    cash::{
        CashIn, Cashed, CloseTill, Reverse, cash_in, close_till, deposit, desk, find_payer, open_till, payer,
        reverse, show_receipt, stand_in,
    },
};
use connectors::card::SimulatedTerminal;
use domain::{
    access::Role,
    cases::CaseState,
    cash::{Allocated, Count, Means, Part},
    registry::Bill,
};
use kernel::{BillId, Money, ReceiptId};
use store::{outbox::billing, registry::bill};
use support::{World, ctx_of, day, worlds};

/// A world with an open till, and its clerk.
struct Desk {
    world: World,
    app: App,
    ctx: Ctx,
    terminal: Arc<SimulatedTerminal>,
}

fn euro(cents: i64) -> Money {
    Money::from_cents(cents)
}

async fn desks() -> Vec<Desk> {
    let mut all = Vec::new();
    for world in worlds().await {
        let terminal = Arc::new(SimulatedTerminal::default());
        let app = world.app.clone().with_card_terminal(terminal.clone());
        let ctx = world.ctx("marta.bellini").await;
        open_till(&app, &ctx, euro(10_000)).await.unwrap();
        all.push(Desk { world, app, ctx, terminal });
    }
    all
}

impl Desk {
    async fn bill(&self, number: &str, due_on: &str, cents: i64) -> BillId {
        self.bill_of_kind(number, due_on, cents, "periodic").await
    }

    async fn bill_of_kind(&self, number: &str, due_on: &str, cents: i64, kind: &str) -> BillId {
        let bill = Bill {
            id: self.ctx.id(BillId::from_bytes),
            number: number.to_owned(),
            contract_id: self.world.contract,
            issued_on: day("2026-01-12"),
            due_on: day(due_on),
            kind: kind.to_owned(),
            amount: euro(cents),
            paid: Money::ZERO,
            consumption: None,
            unit: String::new(),
            period_from: None,
            period_to: None,
            held: false,
        };
        let id = bill.id;
        let stored = self.app.db.write("bill", move |tx| Ok::<_, Error>(bill::insert(tx, &bill)?)).await;
        stored.unwrap();
        id
    }

    async fn stored(&self, id: BillId) -> Bill {
        let read = self.app.db.read("bill", move |tx| Ok::<_, Error>(bill::by_id(tx, id)?.unwrap().bill));
        read.await.unwrap()
    }

    fn asked(&self, key: &str, lines: &[(BillId, i64)], parts: &[(Means, i64, &str)]) -> CashIn {
        CashIn {
            key: key.to_owned(),
            party: self.world.outgoing,
            lines: lines
                .iter()
                .map(|(bill, cents)| Allocated { bill: *bill, amount: euro(*cents) })
                .collect(),
            interest: None,
            charges: Vec::new(),
            parts: parts
                .iter()
                .map(|(means, cents, reference)| Part {
                    means: *means,
                    amount: euro(*cents),
                    reference: (*reference).to_owned(),
                })
                .collect(),
            mail: false,
        }
    }

    async fn pay(&self, asked: CashIn) -> Result<Cashed, Error> {
        cash_in(&self.app, &self.ctx, asked).await
    }

    async fn commands(&self, receipt: ReceiptId) -> Vec<billing::Message> {
        let view = show_receipt(&self.app, &self.ctx, receipt).await.unwrap();
        let case = view.receipt.case_id.unwrap();
        let read = self.app.db.read("commands", move |tx| Ok::<_, Error>(billing::of_case(tx, case)?));
        read.await.unwrap()
    }
}

fn code(result: Result<impl std::fmt::Debug, Error>) -> String {
    match result {
        Err(Error::Refused { code, .. }) => code,
        other => panic!("not refused: {other:?}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_payment_pays_several_bills_gives_change_and_leaves_everything_behind() {
    for desk_ in desks().await {
        let (first, second) = (
            desk_.bill("2025/A/1", "2026-01-12", 5890).await,
            desk_.bill("2026/G/2", "2026-03-16", 14_375).await,
        );
        let view = payer(&desk_.app, &desk_.ctx, desk_.world.outgoing, Vec::new(), None, None).await.unwrap();
        let proposed: Vec<i64> = view.bills.iter().map(|bill| bill.proposed.cents()).collect();
        assert_eq!(proposed, [5890, 14_375], "overdue and due soon");

        let asked = CashIn {
            mail: true,
            ..desk_.asked("k1", &[(first, 5890), (second, 10_000)], &[(Means::Cash, 20_000, "")])
        };
        let cashed = desk_.pay(asked).await.unwrap();
        assert_eq!((cashed.receipt.total, cashed.receipt.change), (euro(15_890), euro(4110)));
        assert_eq!(cashed.receipt.number, "S3-2026-000001");
        assert_eq!(desk_.stored(first).await.open(), Money::ZERO);
        assert_eq!(desk_.stored(second).await.open(), euro(4375));

        let view = show_receipt(&desk_.app, &desk_.ctx, cashed.receipt.id).await.unwrap();
        assert_eq!(view.lines.iter().map(|line| line.settles).collect::<Vec<_>>(), [true, false]);
        assert_eq!(view.means.first().map(|line| line.amount), Some(euro(15_890)), "without the change");
        let commands = desk_.commands(cashed.receipt.id).await;
        let keys: Vec<&str> = commands.iter().map(|command| command.key.as_str()).collect();
        assert_eq!(keys, ["nav:payment:S3-2026-000001/1", "nav:payment:S3-2026-000001/2"]);

        let case = app::cases::show(&desk_.app, &desk_.ctx, cashed.receipt.case_id.unwrap()).await.unwrap();
        assert_eq!((case.case.state, case.case.number.as_str()), (CaseState::Fulfilled, "2026-INC-000001"));
        assert_eq!(case.documents.iter().map(|paper| paper.kind.as_str()).collect::<Vec<_>>(), ["receipt"]);
        assert_eq!(case.mails.len(), 1, "the receipt is mailed");
        assert_eq!(desk(&desk_.app, &desk_.ctx).await.unwrap().cash, euro(25_890));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_form_sent_twice_takes_one_payment() {
    for desk in desks().await {
        let bill = desk.bill("2026/A/1", "2026-03-16", 5000).await;
        let asked = desk.asked("same", &[(bill, 2000)], &[(Means::Cash, 2000, "")]);
        let (one, two) = tokio::join!(desk.pay(asked.clone()), desk.pay(asked.clone()));
        let (one, two, three) = (one.unwrap(), two.unwrap(), desk.pay(asked).await.unwrap());
        assert_eq!(one.receipt.id, two.receipt.id);
        assert!(three.before && one.before != two.before);
        assert_eq!(desk.stored(bill).await.paid, euro(2000));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bill_paid_meanwhile_is_not_paid_again() {
    for desk in desks().await {
        let bill = desk.bill("2026/A/1", "2026-03-16", 5000).await;
        let asked = |key| desk.asked(key, &[(bill, 5000)], &[(Means::Cash, 5000, "")]);
        desk.pay(asked("a")).await.unwrap();
        assert_eq!(code(desk.pay(asked("b")).await), "cash_bill_paid");
        assert_eq!(desk.stored(bill).await.paid, euro(5000));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn cash_above_the_limit_is_refused_and_so_is_the_same_split_in_two() {
    for desk in desks().await {
        let bill = desk.bill("2026/A/1", "2026-03-16", 600_000).await;
        let cash = |key, cents| desk.asked(key, &[(bill, cents)], &[(Means::Cash, cents, "")]);
        let Err(Error::Refused { code: refused, args }) = desk.pay(cash("a", 500_000)).await else {
            panic!("five thousand euro in cash were taken")
        };
        assert_eq!(refused, "cash_limit");
        assert!(args.contains(&("limit".to_owned(), "500000".to_owned())), "{args:?}");
        desk.pay(cash("b", 300_000)).await.unwrap();
        assert_eq!(code(desk.pay(cash("c", 200_000)).await), "cash_limit");
        // Another day begins anew, and other means have no limit.
        desk.pay(desk.asked("d", &[(bill, 200_000)], &[(Means::Transfer, 200_000, "TRN 1")])).await.unwrap();
        desk.world.clock.advance(86_400);
        desk.pay(cash("e", 100_000)).await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_receipt_for_what_bears_no_vat_takes_its_stamp() {
    for desk in desks().await {
        let bill = desk.bill_of_kind("2026/D/1", "2026-03-16", 10_000, "deposit").await;
        let without = desk.asked("a", &[(bill, 10_000)], &[(Means::Cash, 10_000, "")]);
        assert_eq!(code(desk.pay(without).await), "cash_not_enough");
        let with = desk.asked("b", &[(bill, 10_000)], &[(Means::Cash, 10_200, "")]);
        let cashed = desk.pay(with).await.unwrap();
        assert_eq!((cashed.receipt.stamp, cashed.receipt.total), (euro(200), euro(10_200)));
        assert_eq!(desk.stored(bill).await.paid, euro(10_000), "the stamp pays no bill");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_declined_card_takes_nothing_and_an_approved_one_is_written_on_the_receipt() {
    for desk in desks().await {
        let bill = desk.bill("2026/A/1", "2026-03-16", 10_013).await;
        let declined = desk.asked("a", &[(bill, 10_013)], &[(Means::Card, 10_013, "")]);
        assert_eq!(code(desk.pay(declined.clone()).await), "card_declined");
        assert_eq!(
            code(desk.pay(declined).await),
            "card_declined",
            "the same form asks the terminal no more"
        );
        assert_eq!(desk.stored(bill).await.paid, Money::ZERO);

        let parts = [(Means::Card, 10_000, ""), (Means::Cash, 13, "")];
        let cashed = desk.pay(desk.asked("b", &[(bill, 10_013)], &parts)).await.unwrap();
        let view = show_receipt(&desk.app, &desk.ctx, cashed.receipt.id).await.unwrap();
        assert_eq!(view.means.first().map(|line| line.reference.as_str()), Some("000001"));
        assert_eq!(desk.terminal.charged(), euro(10_000));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_terminal_that_falls_silent_never_charges_twice() {
    for desk in desks().await {
        let bill = desk.bill("2026/A/1", "2026-03-16", 20_000).await;
        // Charged, but nobody knows: the second try asks for the outcome and uses the charge.
        let asked = desk.asked("after", &[(bill, 1017)], &[(Means::Card, 1017, "")]);
        assert_eq!(code(desk.pay(asked.clone()).await), "card_unknown");
        assert_eq!(desk.stored(bill).await.paid, Money::ZERO);
        desk.pay(asked.clone()).await.unwrap();
        desk.pay(asked).await.unwrap();
        assert_eq!((desk.terminal.charged(), desk.stored(bill).await.paid), (euro(1017), euro(1017)));
        // Not charged: the outcome says so, and the clerk begins anew.
        let asked = desk.asked("before", &[(bill, 1019)], &[(Means::Card, 1019, "")]);
        assert_eq!(code(desk.pay(asked.clone()).await), "card_unknown");
        assert_eq!(code(desk.pay(asked).await), "card_declined");
        assert_eq!(desk.terminal.charged(), euro(1017));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_payment_that_cannot_be_taken_charges_no_card() {
    for desk in desks().await {
        let bill = desk.bill("2026/A/1", "2026-03-16", 5000).await;
        let asked = desk.asked("a", &[(bill, 5001)], &[(Means::Card, 5001, "")]);
        assert_eq!(code(desk.pay(asked).await), "cash_too_much");
        assert_eq!(desk.terminal.charged(), Money::ZERO);
    }
}

/// A supervisor with a real password.
async fn supervisor(app: &App, name: &str) {
    let new = app::accounts::NewUser {
        name: name.to_owned(),
        display_name: "Rossi Sara".to_owned(),
        email: None,
        office: Some("S3".to_owned()),
        lang: kernel::Lang::It,
        roles: vec![Role::Supervisor],
    };
    let hash = app::accounts::hash_password("una parola lunga").unwrap();
    app::accounts::add_user(app, &app.system("test"), new, hash).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_payment_is_taken_back_with_a_reason_and_a_large_one_by_two() {
    for desk_ in desks().await {
        let bill = desk_.bill("2026/A/1", "2026-03-16", 30_000).await;
        supervisor(&desk_.app, "sara.rossi").await;
        let small = desk_.pay(desk_.asked("a", &[(bill, 5000)], &[(Means::Cash, 5000, "")])).await.unwrap();
        let large =
            desk_.pay(desk_.asked("b", &[(bill, 20_000)], &[(Means::Card, 20_000, "")])).await.unwrap();
        let back = |receipt, reason: &str, second| Reverse { receipt, reason: reason.to_owned(), second };

        let without = reverse(&desk_.app, &desk_.ctx, back(small.receipt.id, " ", None)).await;
        assert_eq!(code(without), "reason_missing");
        let view =
            reverse(&desk_.app, &desk_.ctx, back(small.receipt.id, "importo errato", None)).await.unwrap();
        assert!(view.receipt.reversed);
        assert_eq!(view.reversal.map(|reversal| reversal.cash), Some(euro(5000)));
        assert_eq!(desk_.stored(bill).await.paid, euro(20_000));
        assert_eq!(
            desk(&desk_.app, &desk_.ctx).await.unwrap().cash,
            euro(10_000),
            "given back out of the till"
        );
        let twice = reverse(&desk_.app, &desk_.ctx, back(small.receipt.id, "ancora", None)).await;
        assert_eq!(code(twice), "receipt_reversed");
        let kinds: Vec<String> =
            desk_.commands(small.receipt.id).await.into_iter().map(|command| command.kind).collect();
        assert_eq!(kinds, ["payment", "payment_reversal"]);

        let alone = reverse(&desk_.app, &desk_.ctx, back(large.receipt.id, "carta sbagliata", None)).await;
        assert_eq!(code(alone), "second_person_missing");
        let wrong = stand_in(&desk_.app, &desk_.ctx, "sara.rossi", "un'altra parola").await;
        assert_eq!(code(wrong), "second_person_wrong");
        let second = stand_in(&desk_.app, &desk_.ctx, "sara.rossi", "una parola lunga").await.unwrap();
        let asked = back(large.receipt.id, "carta sbagliata", Some(second));
        let view = reverse(&desk_.app, &desk_.ctx, asked).await.unwrap();
        assert_eq!(view.reversal.map(|reversal| reversal.second_name), Some("Rossi Sara".to_owned()));
        assert_eq!(desk_.terminal.charged(), Money::ZERO, "the money went back to the card");
        assert_eq!(desk_.stored(bill).await.paid, Money::ZERO);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_till_is_closed_by_denomination_and_a_difference_is_explained() {
    for desk_ in desks().await {
        let bill = desk_.bill("2026/A/1", "2026-03-16", 30_000).await;
        desk_.pay(desk_.asked("a", &[(bill, 5890)], &[(Means::Cash, 10_000, "")])).await.unwrap();
        let open = desk(&desk_.app, &desk_.ctx).await.unwrap().session.unwrap();
        // 158,90 should lie there; ten cents are missing.
        let mut count = Count::default();
        for (denomination, pieces) in [(5000, 3), (500, 1), (200, 1), (100, 1), (50, 1), (20, 1), (10, 1)] {
            count.add(denomination, pieces).unwrap();
        }
        let asked = CloseTill {
            count,
            deposit: euro(5800),
            deposit_slip: "DV-1".to_owned(),
            reason: String::new(),
            second: None,
            version: open.version,
        };
        let silent = close_till(&desk_.app, &desk_.ctx, asked.clone()).await;
        assert_eq!(code(silent), "till_difference_reason");
        let stale = CloseTill { version: open.version - 1, ..asked.clone() };
        assert_eq!(code(close_till(&desk_.app, &desk_.ctx, stale).await), "till_moved");
        let asked = CloseTill { reason: "resto".to_owned(), ..asked };
        let closed = close_till(&desk_.app, &desk_.ctx, asked).await.unwrap();
        assert_eq!(
            (closed.expected, closed.counted, closed.difference),
            (euro(15_890), euro(15_880), euro(-10))
        );
        assert!(closed.document_id.is_some());
        let late = desk_.pay(desk_.asked("b", &[(bill, 100)], &[(Means::Cash, 100, "")])).await;
        assert_eq!(code(late), "till_closed");
        deposit(&desk_.app, &desk_.ctx, closed.id).await.unwrap();
        assert_eq!(code(deposit(&desk_.app, &desk_.ctx, closed.id).await), "till_deposited");
        let again = open_till(&desk_.app, &desk_.ctx, closed.counted - closed.deposit).await.unwrap();
        assert_eq!(again.number, "S3-2026-C0002");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_that_was_charged_for_nothing_is_given_back_before_the_till_closes() {
    for desk_ in desks().await {
        let bill = desk_.bill("2026/A/1", "2026-03-16", 5000).await;
        let silent = desk_.asked("a", &[(bill, 1017)], &[(Means::Card, 1017, "")]);
        assert_eq!(code(desk_.pay(silent).await), "card_unknown");
        assert_eq!(desk_.terminal.charged(), euro(1017));
        let open = desk(&desk_.app, &desk_.ctx).await.unwrap().session.unwrap();
        let mut count = Count::default();
        count.add(10_000, 1).unwrap();
        let asked = CloseTill {
            count,
            deposit: Money::ZERO,
            deposit_slip: String::new(),
            reason: String::new(),
            second: None,
            version: open.version,
        };
        close_till(&desk_.app, &desk_.ctx, asked).await.unwrap();
        assert_eq!(desk_.terminal.charged(), Money::ZERO);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_account_has_one_open_till_and_only_who_may_takes_payments() {
    for desk in desks().await {
        assert_eq!(code(open_till(&desk.app, &desk.ctx, Money::ZERO).await), "till_open");
        let back_office = ctx_of(&desk.app, "paolo.conti").await;
        assert!(matches!(open_till(&desk.app, &back_office, Money::ZERO).await, Err(Error::Denied(_))));
        let found = find_payer(&desk.app, &desk.ctx, "casarini").await.unwrap();
        assert!(
            matches!(found, app::cash::FoundPayer::One(id, None) if id == desk.world.outgoing),
            "{found:?}"
        );
    }
}
