//! Printing a bill again, on both engines.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails where it cannot go on")]

mod support;

use app::{
    App, Ctx, Error, Settings,
    bills::{Channel, Reprint, Reprinted, reprint, show_bill, slip_pdf},
    cash::{CashIn, FoundPayer, cash_in, find_payer, open_till},
};
use domain::{
    cases::CaseState,
    cash::{Allocated, Means, Part},
    registry::Bill,
};
use kernel::{BillId, DocumentId, Money, codes::SlipCode};
use serde_json::Value as Json;
use store::{cases::document, registry::bill};
use support::{World, day, worlds};

async fn bill(world: &World, number: &str, cents: i64) -> BillId {
    let stored = Bill {
        id: world.app.system("test").id(BillId::from_bytes),
        number: number.to_owned(),
        contract_id: world.contract,
        issued_on: day("2026-02-14"),
        due_on: day("2026-03-16"),
        kind: "periodic".to_owned(),
        amount: Money::from_cents(cents),
        paid: Money::ZERO,
        consumption: Some(142),
        unit: "kwh".to_owned(),
        period_from: Some(day("2025-12-01")),
        period_to: Some(day("2026-01-31")),
        held: false,
    };
    let id = stored.id;
    world.app.db.write("bill", move |tx| Ok::<_, Error>(bill::insert(tx, &stored)?)).await.unwrap();
    id
}

async fn data(app: &App, id: DocumentId) -> Json {
    app.db.read("data", move |tx| Ok::<_, Error>(document::data(tx, id)?.unwrap())).await.unwrap()
}

fn asked(bill: BillId, slip_only: bool, channel: Channel) -> Reprint {
    Reprint { bills: vec![bill], slip_only, channel }
}

async fn printed(app: &App, ctx: &Ctx, bill: BillId) -> Reprinted {
    reprint(app, ctx, asked(bill, false, Channel::Print)).await.unwrap()
}

async fn pay(app: &App, ctx: &Ctx, world: &World, key: &str, bill: BillId, cents: i64) {
    let amount = Money::from_cents(cents);
    let new = CashIn {
        key: key.to_owned(),
        party: world.outgoing,
        lines: vec![Allocated { bill, amount }],
        interest: None,
        charges: Vec::new(),
        parts: vec![Part { means: Means::Cash, amount, reference: String::new() }],
        mail: false,
    };
    cash_in(app, ctx, new).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bill_without_its_original_is_rebuilt_as_a_copy_and_the_request_is_recorded() {
    for world in worlds().await {
        let ctx = world.ctx("marta.bellini").await;
        let bill = bill(&world, "2026/G/004981", 14_375).await;
        let done = printed(&world.app, &ctx, bill).await;
        assert_eq!((done.case.state, done.case.number.as_str()), (CaseState::Fulfilled, "2026-RIS-000001"));
        let (_, copy, slip) = done.papers.first().cloned().unwrap();
        let copy = data(&world.app, copy.unwrap()).await;
        assert_eq!(copy.pointer("/bill/number"), Some(&Json::from("2026/G/004981")));
        assert_eq!(copy.pointer("/slip/amount"), Some(&Json::from(14_375)), "the copy has its slip");
        assert!(slip.is_some());
        let view = show_bill(&world.app, &ctx, bill).await.unwrap();
        assert_eq!(view.papers.len(), 2);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_original_of_the_archive_is_printed_where_there_is_one() {
    for world in worlds().await {
        let ctx = world.ctx("marta.bellini").await;
        let bill = bill(&world, "2026/G/1", 100).await;
        let (keeper, holder) = (world.app.system("archive"), world.outgoing);
        let original = world
            .app
            .db
            .write("original", move |tx| {
                let new = document::NewDocument {
                    case_id: None,
                    party_id: Some(holder),
                    kind: "bill",
                    title: "2026/G/1",
                    outgoing: true,
                    media_type: "application/pdf",
                    lang: kernel::Lang::It,
                    template: "",
                    data: &serde_json::json!({}),
                };
                let id = document::insert(tx, &keeper, &new)?;
                document::store_content(tx, &keeper, id, b"%PDF-1.7", [0; 32])?;
                store::registry::bill_paper::insert(tx, bill, id, "original", Money::ZERO)?;
                Ok::<_, Error>(id)
            })
            .await
            .unwrap();
        let done = printed(&world.app, &ctx, bill).await;
        assert_eq!(done.papers.first().and_then(|(_, paper, _)| *paper), Some(original));
        let (_, bytes) = app::bills::bill_pdf(&world.app, &ctx, bill).await.unwrap();
        assert_eq!(bytes, b"%PDF-1.7", "byte for byte");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_slip_is_always_of_what_is_open_and_keeps_its_codes() {
    for world in worlds().await {
        let ctx = world.ctx("marta.bellini").await;
        open_till(&world.app, &ctx, Money::ZERO).await.unwrap();
        let bill = bill(&world, "2026/G/2", 14_375).await;
        let slip_of = |done: &Reprinted| done.papers.first().and_then(|(_, _, slip)| *slip);
        let first = data(&world.app, slip_of(&printed(&world.app, &ctx, bill).await).unwrap()).await;
        pay(&world.app, &ctx, &world, "a", bill, 2000).await;
        let refused = slip_pdf(&world.app, &ctx, bill).await;
        assert!(matches!(refused, Err(Error::Refused { code, .. }) if code == "bill_not_reprinted"));
        let second = data(&world.app, slip_of(&printed(&world.app, &ctx, bill).await).unwrap()).await;
        assert_eq!(first.pointer("/slip/amount"), Some(&Json::from(14_375)));
        assert_eq!(second.pointer("/slip/amount"), Some(&Json::from(12_375)));
        let number =
            |data: &Json| data.pointer("/slip/notice/number").and_then(Json::as_str).map(str::to_owned);
        assert_eq!(number(&first), number(&second), "the same code for the rest");
        let number = number(&first).unwrap();
        let qr = second.pointer("/codes/notice/qr").and_then(Json::as_str).unwrap();
        assert_eq!(qr, format!("PAGOPA|002|{number}|01234560157|12375"));
        let found = find_payer(&world.app, &ctx, qr).await.unwrap();
        assert!(
            matches!(found, FoundPayer::One(_, Some(id)) if id == app::cash::Wanted::Bill(bill)),
            "a scanner finds the bill"
        );

        pay(&world.app, &ctx, &world, "b", bill, 12_375).await;
        assert_eq!(slip_of(&printed(&world.app, &ctx, bill).await), None, "nothing is open");
        let only = reprint(&world.app, &ctx, asked(bill, true, Channel::Print)).await;
        assert!(matches!(only, Err(Error::Refused { code, .. }) if code == "bill_nothing_to_pay"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_private_utility_prints_a_postal_slip_with_its_code_line() {
    for world in worlds().await {
        let ctx = world.ctx("marta.bellini").await;
        let mut settings = Settings::default();
        settings.payments.pagopa = false;
        let mut app = world.app.clone();
        app.settings = std::sync::Arc::new(settings);
        let bill = bill(&world, "2026/G/3", 12_345).await;
        let done = reprint(&app, &ctx, asked(bill, true, Channel::Print)).await.unwrap();
        let (_, none, slip) = done.papers.first().cloned().unwrap();
        assert_eq!(none, None, "only the slip");
        let data = data(&app, slip.unwrap()).await;
        let code = data.pointer("/slip/postal/code").and_then(Json::as_str).unwrap();
        assert!(SlipCode::parse(code).is_ok() && code.starts_with("126"), "{code}");
        let line = data.pointer("/slip/postal/optical_line").and_then(Json::as_str).unwrap();
        assert_eq!(line, format!("<{code}>  00000123+45>  000012345678<  896>"));
        let matrix = data.pointer("/codes/slip/data_matrix").and_then(Json::as_str).unwrap();
        assert_eq!(matrix, format!("18{code}12000012345678100000012345{}", "3896"));
        assert_eq!(data.pointer("/slip/notice"), None);
        assert_eq!(
            data.pointer("/slip/postal/facsimile"),
            Some(&Json::Bool(true)),
            "no authorisation is set"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bill_is_mailed_to_the_customer_with_its_paper() {
    for world in worlds().await {
        let ctx = world.ctx("marta.bellini").await;
        let bill = bill(&world, "2026/G/4", 500).await;
        let done = reprint(&world.app, &ctx, asked(bill, false, Channel::Mail)).await.unwrap();
        let case = app::cases::show(&world.app, &ctx, done.case.id).await.unwrap();
        assert_eq!(
            case.mails.iter().map(|mail| mail.address.as_str()).collect::<Vec<_>>(),
            ["posta@example.it"]
        );
    }
}
