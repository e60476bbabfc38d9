//! A supply that was cut, money at the till, messages and timers that come round.

use app::{
    App, Ctx, Error,
    billing::{Answer, take_answer},
    cases::{CaseView, OpenCase, Prefill, open, show},
    cash::{CashIn, cash_in, desk, open_till},
};
use domain::{
    cases::Origin,
    cash::{Allocated, Means, Part},
    debt::{Suspension, SuspensionReason},
    registry::{ContractState, SupplyPointState},
};
use kernel::{BillId, CaseId, Instant, Money, PartyId, ReceiptId, SuspensionId};
use serde_json::Value as Json;
use store::{
    registry::{contract, supply_point, suspension},
    work::job,
};

use super::{World, day};

pub fn euro(cents: i64) -> Money {
    Money::from_cents(cents)
}

/// Cuts the supply of the world for a reason.
pub async fn cut(world: &World, reason: SuspensionReason) {
    let (ctx, point, held) = (world.app.system("test"), world.point, world.contract);
    let write = world.app.db.write("cut", move |tx| {
        let before = supply_point::by_id(tx, point)?.unwrap();
        supply_point::set_state(tx, &before, SupplyPointState::Suspended)?;
        let before = contract::by_id(tx, held)?.unwrap();
        let mut cut = before.clone();
        cut.state = ContractState::Suspended;
        contract::update(tx, &ctx, &before, &mut cut)?;
        let new = Suspension {
            id: ctx.id(SuspensionId::from_bytes),
            supply_point_id: point,
            contract_id: Some(held),
            reason,
            started_on: day("2026-03-05"),
            ended_on: None,
            seal: "A-771".to_owned(),
            case_id: None,
        };
        Ok::<_, Error>(suspension::insert(tx, &new)?)
    });
    write.await.unwrap();
}

/// A draft of a procedure, begun at the counter.
pub async fn begin(world: &World, who: &str, procedure: &str) -> CaseId {
    let ctx = world.ctx(who).await;
    let new =
        OpenCase { procedure: procedure.to_owned(), origin: Origin::Counter, prefill: Prefill::default() };
    open(&world.app, &ctx, new).await.unwrap().id
}

/// A case with everything that hangs on it; nothing of it may be stuck.
pub async fn sound(world: &World, case: CaseId) -> CaseView {
    let view = show(&world.app, &world.app.system("test"), case).await.unwrap();
    assert!(view.incidents.is_empty(), "{:?}", view.incidents);
    view
}

/// An answer of a case.
pub async fn answer_of(world: &World, case: CaseId, name: &str) -> Json {
    let view = show(&world.app, &world.app.system("test"), case).await.unwrap();
    view.case.data.get(name).cloned().unwrap_or_default()
}

/// Pays bills at the till, in cash, with the interest of a plan.
pub async fn pay(
    world: &World,
    key: &str,
    party: PartyId,
    lines: &[(BillId, i64)],
    interest: Option<(kernel::PlanId, Money)>,
) -> Result<ReceiptId, Error> {
    let ctx = world.ctx("marta.bellini").await;
    if desk(&world.app, &ctx).await.unwrap().session.is_none() {
        open_till(&world.app, &ctx, euro(10_000)).await.unwrap();
    }
    let lines: Vec<Allocated> =
        lines.iter().map(|(bill, cents)| Allocated { bill: *bill, amount: euro(*cents) }).collect();
    let bills: Money = lines.iter().map(|line| line.amount).sum();
    let amount = bills + interest.map_or(Money::ZERO, |(_, amount)| amount);
    let asked = CashIn {
        key: key.to_owned(),
        party,
        lines,
        interest,
        charges: Vec::new(),
        parts: vec![Part { means: Means::Cash, amount, reference: String::new() }],
        mail: false,
    };
    Ok(cash_in(&world.app, &ctx, asked).await?.receipt.id)
}

/// Delivers the messages and fires the timers that are due; answers how many messages somebody waited for.
pub async fn come_round(world: &World) -> usize {
    let app = &world.app;
    let mut heard = 0;
    loop {
        let ctx = app.system("test");
        let claim = app.db.write("claim", move |tx| {
            let (now, until) = (ctx.now(), ctx.now().plus_seconds(60));
            Ok::<_, Error>(job::claim(tx, now, until, "test", 50)?)
        });
        let jobs = claim.await.unwrap();
        if jobs.is_empty() {
            return heard;
        }
        for claimed in jobs {
            let carried: Json = serde_json::from_str(&claimed.payload).unwrap();
            let text = |name: &str| carried.get(name).and_then(Json::as_str).unwrap_or_default().to_owned();
            match claimed.kind.as_str() {
                "deliver_message" => {
                    let variables = carried.get("variables").and_then(Json::as_object);
                    let variables = variables.cloned().unwrap_or_default();
                    let (name, to) = (text("name"), text("correlation"));
                    let ctx = app.system("message");
                    let delivered = app::processes::deliver_thrown(app, &ctx, &name, &to, variables).await;
                    heard += usize::from(delivered.unwrap());
                }
                "timer" => {
                    let subscription = carried.get("subscription").and_then(Json::as_u64).unwrap();
                    let subscription = u32::try_from(subscription).unwrap();
                    let instance = text("instance").parse().unwrap();
                    app::processes::fire_timer(app, &app.system("timer"), instance, subscription)
                        .await
                        .unwrap();
                }
                _ => {}
            }
        }
    }
}

/// Puts the clock to a moment, and what is due then comes round.
pub async fn at(world: &World, moment: &str) -> usize {
    world.clock.set(moment.parse::<Instant>().unwrap());
    come_round(world).await
}

/// Billing answers the newest command of a kind of a case.
pub async fn billing(world: &World, case: CaseId, kind: &str, applied: bool) -> Json {
    let view = show(&world.app, &world.app.system("test"), case).await.unwrap();
    let sent = view.billing.iter().rfind(|message| message.kind == kind);
    let sent = sent.unwrap_or_else(|| panic!("billing was not told of {kind}: {:?}", view.billing));
    let answer = Answer { key: sent.key.clone(), applied, code: "X".to_owned(), text: String::new() };
    assert!(take_answer(&world.app, &world.app.system("billing"), answer).await.unwrap());
    serde_json::from_str(&sent.body).unwrap()
}

/// What a paper of a case is filled with.
pub async fn filled(world: &World, case: CaseId, kind: &str) -> Json {
    let view = show(&world.app, &world.app.system("test"), case).await.unwrap();
    let paper = view.documents.iter().rfind(|paper| paper.kind == kind);
    let paper = paper.unwrap_or_else(|| panic!("no paper {kind}: {:?}", view.documents)).id;
    app::papers::document_to_produce(&world.app, paper).await.unwrap().expect("it is still to be made").data
}

/// The program itself, on whose behalf tests look.
pub fn system(app: &App) -> Ctx {
    app.system("test")
}
