//! What letters about arrears and instalments show beside the answers, as the `README.md` of the letters of R01 and RAT
//! describes it: the plan, a slip for each bill or instalment, the suspension.

use domain::{
    instalments::{Instalment, PlanState},
    registry::PaymentMethod,
};
use kernel::{Date, Money};
use serde_json::{Map, Value as Json, json};
use store::registry::{bill_paper::BillCode, contract, party, plan, suspension};

use super::dispute::chosen_bills;
use crate::{
    Error,
    bills::{Due, codes_of_bill, slip_of},
    instalments::{Looked, Proposed, look_at},
    processes::Run,
};

/// Adds plan and suspension to the values of a paper; nothing for cases that have neither.
pub(super) fn add(run: &mut Run<'_, '_>, data: &mut Json) -> Result<(), Error> {
    let plan = match plan::of_case(run.tx, run.case.id)? {
        Some(known) => {
            let looked = look_at(run.app, run.ctx, run.tx, &known)?;
            agreed(run, &looked)?
        }
        None => Proposed::of(run).map_or(Json::Null, |proposed| of_proposal(&proposed)),
    };
    let cut = run.case.supply_point_id.map_or(Ok(None), |point| suspension::open(run.tx, point))?;
    let cut = cut.map_or(Json::Null, |cut| json!({ "seal": cut.seal, "since": cut.started_on }));
    if let Some(data) = data.as_object_mut() {
        data.insert("plan".to_owned(), plan);
        data.insert("suspension".to_owned(), cut);
    }
    Ok(())
}

/// A rate in percent; none where no interest is asked.
fn percent(rate: u32) -> Option<String> {
    (rate > 0).then(|| format!("{},{:02}", rate / 100, rate % 100))
}

fn rows(all: impl Iterator<Item = Instalment>) -> Vec<Json> {
    let row = |one: Instalment| {
        json!({
            "number": one.number, "due_on": one.due_on, "principal": one.principal.cents(), "interest": one.interest.cents(),
            "amount": one.amount().cents(),
        })
    };
    all.filter(|one| one.number > 0).map(row).collect()
}

fn of_proposal(proposed: &Proposed) -> Json {
    json!({
        "right": proposed.ground.is_some(), "rate": percent(proposed.interest.rate), "interest_from": proposed.from,
        "down": proposed.plan.down.cents(), "interest": proposed.plan.interest().cents(), "total": proposed.plan.total().cents(),
        "rows": rows(proposed.plan.instalments.iter().copied()),
    })
}

fn agreed(run: &mut Run<'_, '_>, looked: &Looked) -> Result<Json, Error> {
    let known = &looked.plan;
    let held = contract::by_id(run.tx, known.contract_id)?;
    let interest: Money = looked.all().map(|one| one.interest).sum();
    let total: Money = looked.all().map(|one| one.amount()).sum();
    let today = run.ctx.today();
    let paid_on = known.ended_at.filter(|_| known.state == "paid").map(kernel::Instant::date);
    Ok(json!({
        "number": known.number, "right": !known.right_ground.is_empty(), "rate": percent(known.interest.rate),
        "interest_from": known.from_on, "down": known.down.cents(), "interest": interest.cents(), "total": total.cents(),
        "direct_debit": held.is_some_and(|held| held.payment == PaymentMethod::DirectDebit),
        "paid": looked.paid.cents(), "open": looked.open.cents(), "paid_on": paid_on,
        "end": matches!(known.state.as_str(), "missed" | "undone").then_some(&known.state),
        "rows": rows(looked.all()), "late": late(looked, today),
    }))
}

/// The first instalment that is past its day: what is left of it, and until when it may still be paid.
fn late(looked: &Looked, today: Date) -> Json {
    let watched = &looked.watched;
    let Some(next) = watched.next.filter(|next| next.due_on < today) else { return Json::Null };
    let (principal, interest) = looked.left_of(next.number);
    let open = principal + interest;
    // Once the customer is told the days of grace are known; they are told by this very letter.
    let until = watched.until.filter(|_| watched.state != PlanState::Missed);
    json!({
        "number": next.number, "due_on": next.due_on, "amount": next.amount().cents(),
        "paid": (next.amount() - open).max(Money::ZERO).cents(), "open": open.cents(), "until": until,
    })
}

/// Whether a letter draws payment slips.
pub(super) fn draws_slips(run: &Run<'_, '_>, template: &str) -> bool {
    run.pack.files.get(template).is_some_and(|text| text.contains("items(\"slips\")"))
}

/// Adds the slips: of the instalments of a plan that are not paid (in a letter about a delay, of the late one), else of the
/// bills. Their codes are made now where there are none yet.
pub(super) fn add_slips(run: &mut Run<'_, '_>, kinds: &[&str], data: &mut Json) -> Result<(), Error> {
    let slips = match plan::of_case(run.tx, run.case.id)? {
        Some(known) => {
            let looked = look_at(run.app, run.ctx, run.tx, &known)?;
            of_plan(run, &looked, kinds.contains(&"late"))?
        }
        None => of_bills(run)?,
    };
    let mut drawn = Map::new();
    let mut shown = Vec::new();
    for (number, (slip, codes)) in (1..).zip(slips) {
        drawn.extend(codes.into_iter().map(|(name, code)| (format!("{name}-{number}"), code)));
        shown.push(slip);
    }
    if let Some(data) = data.as_object_mut() {
        data.insert("slips".to_owned(), json!(shown));
        if let Some(codes) = data.get_mut("codes").and_then(Json::as_object_mut) {
            codes.extend(drawn);
        }
    }
    Ok(())
}

type Drawn = (Json, Map<String, Json>);

fn of_bills(run: &mut Run<'_, '_>) -> Result<Vec<Drawn>, Error> {
    let mut slips = Vec::new();
    for of in chosen_bills(run)?.into_iter().filter(|of| of.bill.open() > Money::ZERO) {
        let code = codes_of_bill(run.app, run.ctx, run.tx, of.bill.id)?;
        let asked = Due {
            code: &code,
            amount: of.bill.open(),
            reason: &of.bill.number,
            due_on: Some(of.bill.due_on),
            payer: (of.party_id, &of.party_name),
        };
        slips.push(slip_of(run.app, run.tx, &asked)?);
    }
    Ok(slips)
}

fn of_plan(run: &mut Run<'_, '_>, looked: &Looked, only_late: bool) -> Result<Vec<Drawn>, Error> {
    let payer = party::by_id(run.tx, looked.plan.party_id)?;
    let name = payer.as_ref().map(|payer| payer.names.display()).unwrap_or_default();
    let lang = super::produce::language(run)?;
    let count = looked.all().filter(|one| one.number > 0).count().to_string();
    let late = looked.watched.next.map(|next| next.number);
    let mut slips = Vec::new();
    for one in &looked.instalments {
        let i = one.instalment;
        let (principal, interest) = looked.left_of(i.number);
        if principal <= Money::ZERO || (only_late && late != Some(i.number)) {
            continue;
        }
        let key = if i.number == 0 { "slip-down" } else { "slip-subject" };
        let number = i.number.to_string();
        let args =
            [("number", number.as_str()), ("count", count.as_str()), ("plan", looked.plan.number.as_str())];
        let subject = run.pack.texts.get(lang, key, &args);
        let subject = subject.unwrap_or_else(|| format!("{} {number}", looked.plan.number));
        let code = BillCode { slip: one.slip_code.clone(), notice: one.notice_number.clone() };
        let asked = Due {
            code: &code,
            amount: principal + interest,
            reason: &looked.plan.number,
            due_on: Some(i.due_on),
            payer: (looked.plan.party_id, &name),
        };
        let (mut slip, drawn) = slip_of(run.app, run.tx, &asked)?;
        if let Some(slip) = slip.as_object_mut() {
            slip.insert("subject".to_owned(), json!(subject));
            slip.remove("reason");
        }
        slips.push((slip, drawn));
    }
    Ok(slips)
}
