//! What a demo utility has of arrears: a supply that was cut, and a plan of instalments that runs.

use app::{
    App, Ctx, Error,
    bills::{BillFilter, BillOf, BillState, list_bills},
    cases::{Given, OpenCase, Prefill, answer, open as open_case},
};
use domain::{
    cases::Origin,
    debt::{Suspension, SuspensionReason},
    registry::{ContractState, SupplyPointState},
};
use kernel::{CaseId, Date, SuspensionId};
use serde_json::{Value as Json, json};
use store::{
    cases::case as cases,
    registry::{contract, supply_point, suspension},
};

use super::requests::{acting, opened};
use crate::failure::Failure;

/// Bills after their last day that nothing of the demo uses: the last ones of the first page.
async fn overdue(app: &App) -> Result<Vec<BillOf>, Failure> {
    let filter = BillFilter { state: BillState::Overdue, ..BillFilter::default() };
    let page = list_bills(app, &app.system("demo"), filter).await?;
    Ok(page.bills.into_iter().rev().collect())
}

/// Cuts a supply and begins a plan, unless a plan is there already.
pub async fn open(app: &App) -> Result<(), Failure> {
    if opened(app, "RAT").await? > 0 {
        return Ok(());
    }
    let Some(ctx) = acting(app, app, 0).await? else { return Ok(()) };
    let mut bills = overdue(app).await?.into_iter();
    for of in bills.by_ref() {
        if cut(app, &of).await? {
            break;
        }
    }
    for of in bills {
        if plan(app, &ctx, &of).await? {
            break;
        }
    }
    Ok(())
}

/// Cuts the supply of a bill; `Ok(false)`: another request is open on it, or it does not flow.
async fn cut(app: &App, of: &BillOf) -> Result<bool, Failure> {
    let (ctx, point, held) = (app.system("demo"), of.supply_point_id, of.bill.contract_id);
    let done = app.db.write("demo-cut", move |tx| {
        let nobody = CaseId::from_bytes([0; 16]);
        let before = supply_point::by_id(tx, point)?;
        let contract_before = contract::by_id(tx, held)?;
        let (Some(before), Some(contract_before)) = (before, contract_before) else { return Ok(false) };
        let flows =
            before.state == SupplyPointState::Active && contract_before.state == ContractState::Active;
        if !flows || !cases::open_on_point(tx, point, nobody)?.is_empty() {
            return Ok(false);
        }
        supply_point::set_state(tx, &before, SupplyPointState::Suspended)?;
        let mut suspended = contract_before.clone();
        suspended.state = ContractState::Suspended;
        contract::update(tx, &ctx, &contract_before, &mut suspended)?;
        let started_on = ctx.today().checked_sub(jiff::Span::new().days(6)).unwrap_or_else(|_| ctx.today());
        let new = Suspension {
            id: ctx.id(SuspensionId::from_bytes),
            supply_point_id: point,
            contract_id: Some(held),
            reason: SuspensionReason::Arrears,
            started_on,
            ended_on: None,
            seal: "S-10442".to_owned(),
            case_id: None,
        };
        suspension::insert(tx, &new)?;
        Ok::<_, Error>(true)
    });
    Ok(done.await?)
}

/// Puts a bill into instalments, signed at the counter; `Ok(false)`: it is not granted so.
async fn plan(app: &App, ctx: &Ctx, of: &BillOf) -> Result<bool, Failure> {
    // Two instalments of the least amount, within what an operator may grant.
    if of.bill.open().cents() < 6_000 || of.bill.open().cents() > 90_000 {
        return Ok(false);
    }
    let today = app.clock.today();
    let first: Date = today.checked_add(jiff::Span::new().days(30)).unwrap_or(today);
    let prefill = Prefill {
        supply_point: Some(of.supply_point_id),
        contract: Some(of.bill.contract_id),
        party: Some(of.party_id),
    };
    let new = OpenCase { procedure: "RAT".to_owned(), origin: Origin::Counter, prefill };
    let case = open_case(app, ctx, new).await?.id;
    let steps: [(&str, Json); 3] = [
        (
            "identify",
            json!({ "party": of.party_id, "supply_point": of.supply_point_id, "plan_bills": [of.bill.id],
                "plan_ground": "other", "received_on": today }),
        ),
        (
            "terms",
            json!({ "plan_count": 2, "first_due_on": first, "plan_cadence": "month", "plan_split": "equal",
                "plan_reason": "Cassa integrazione", "income": "not_told", "guarantee": "none" }),
        ),
        ("confirm", json!({ "delivery": "post", "signed_now": true, "told": true, "privacy": true })),
    ];
    for (element, given) in steps {
        let typed = given.as_object().cloned().unwrap_or_default();
        let given = Given { element: element.to_owned(), typed, ..Given::default() };
        if answer(app, ctx, case, given).await.is_err() {
            app::cases::cancel(app, &app.system("demo"), case, "prova".to_owned()).await?;
            return Ok(false);
        }
    }
    Ok(true)
}
