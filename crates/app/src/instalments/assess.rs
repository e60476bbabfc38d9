//! Whether a plan is a right, what it would be like, and what stands in its way.

use domain::{
    debt::{Weight, contains_old_use},
    instalments::{
        Asked, AskedBill, Ground, Oddity, PastBill, Right, best, how_many, months_between, next_due, rights,
        usual_before,
    },
    registry::{Contract, PartyKind, PaymentMethod},
    voltura::{Finding, verdict},
};
use kernel::{Date, Money};
use serde_json::{Value as Json, json};
use store::registry::{
    bill::{self, BillOf},
    contract, debt, party, plan,
};

use crate::{
    Error,
    processes::{CallAnswer, Run},
};

/// How far back bills are looked at: the year before the oldest bill that may be asked for.
const YEARS_BACK: i16 = 4;

/// What a plan is asked for.
pub(super) struct Assessed {
    pub bills: Vec<BillOf>,
    pub past: Vec<PastBill>,
    pub right: Option<Right>,
    rights: Vec<Right>,
    /// What is still to pay on the bills.
    pub debt: Money,
    pub every_months: u32,
    contract: Option<Contract>,
}

/// Looks at the request.
pub(super) fn assess_by_process(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let assessed = assess(run)?;
    let (today, settings) = (run.ctx.today(), run.app.settings.instalments.clone());
    let right = assessed.right.as_ref();
    let found = findings(run, &assessed)?;
    let (usual, most) = how_many(right, assessed.every_months, settings.usual, settings.most);
    let last_due = assessed.bills.iter().map(|of| of.bill.due_on).max().unwrap_or(today);
    let first = next_due(last_due, assessed.every_months, today, settings.first_due_days);
    let down = right.map_or(Money::ZERO, |right| right.down);
    let rate = if right.is_some_and(|right| right.interest_free) { 0 } else { settings.rate(today) };
    Ok(CallAnswer::Done(vec![
        ("admissible", json!(verdict(&found).code())),
        ("findings", json!(found)),
        ("plan_right", json!(if right.is_some() { "yes" } else { "no" })),
        ("right_reasons", reasons(run, &assessed)),
        ("plan_debt_cents", json!(assessed.debt.cents())),
        ("plan_down_cents", json!(down.cents())),
        ("plan_usual", json!(usual)),
        ("plan_most", json!(most)),
        ("plan_first_due", json!(first)),
        ("plan_rate", json!(rate)),
    ]))
}

/// Loads what is asked, and asks the rules.
pub(super) fn assess(run: &mut Run<'_, '_>) -> Result<Assessed, Error> {
    let today = run.ctx.today();
    let bills = bills(run)?;
    let first = bills.first();
    let contract = first.map_or(Ok(None), |of| contract::by_id(run.tx, of.bill.contract_id))?;
    let since = today.checked_sub(jiff::Span::new().years(YEARS_BACK)).unwrap_or(today);
    let past = match &contract {
        Some(contract) => debt::past(run.tx, contract.id, since)?,
        None => Vec::new(),
    };
    let text = |name: &str| run.case.data.get(name).and_then(Json::as_str).unwrap_or_default().to_owned();
    let ground = text("plan_ground");
    let asked: Vec<AskedBill> = bills.iter().map(|of| asked_bill(of, &past, &ground)).collect();
    let holder = contract.as_ref().map_or(Ok(None), |contract| party::by_id(run.tx, contract.party_id))?;
    let on = text("received_on").parse().unwrap_or(today);
    let asked = Asked {
        sector: first.map(|of| of.sector).or(run.case.sector).unwrap_or(kernel::Sector::Telecom),
        household: holder.is_some_and(|holder| holder.kind == PartyKind::Person),
        condominium: ground == "condominium",
        bonus: ground == "bonus",
        on,
        bills: &asked,
        final_date: text("final_date").parse().ok(),
    };
    let given = rights(&asked, &run.app.settings.instalments.right_rules(on));
    Ok(Assessed {
        debt: bills.iter().map(|of| of.bill.open()).filter(|open| *open > Money::ZERO).sum(),
        every_months: months_between(&past, today, run.app.settings.instalments.months_between_bills),
        right: best(&given).cloned(),
        rights: given,
        bills,
        past,
        contract,
    })
}

/// The bills that were chosen, oldest first.
fn bills(run: &mut Run<'_, '_>) -> Result<Vec<BillOf>, Error> {
    let chosen = run.case.data.get("plan_bills").and_then(Json::as_array).cloned().unwrap_or_default();
    let mut bills = Vec::new();
    for id in chosen {
        let id = id.as_str().and_then(|id| id.parse().ok());
        let of = id.map_or(Ok(None), |id| bill::by_id(run.tx, id))?;
        bills.push(of.ok_or_else(|| Error::refused("bill_missing"))?);
    }
    bills.sort_by(|a, b| (a.bill.due_on, &a.bill.number).cmp(&(b.bill.due_on, &b.bill.number)));
    Ok(bills)
}

/// A bill as the rules look at it; what is odd about it is what the customer says, until billing says it.
fn asked_bill(of: &BillOf, past: &[PastBill], ground: &str) -> AskedBill {
    AskedBill {
        amount: of.bill.amount,
        open: of.bill.open(),
        due_on: of.bill.due_on,
        usual: usual_before(past, of.bill.issued_on),
        recalculates: ground == "recalculation",
        oddity: match ground {
            "meter_fault" => Some(Oddity::MeterFault),
            "missed_bills" => Some(Oddity::MissedBills),
            _ => None,
        },
    }
}

/// The rights in words of the pack, with the figures they turn on.
fn reasons(run: &Run<'_, '_>, assessed: &Assessed) -> Json {
    let lang = run.ctx.lang;
    let rules = run.app.settings.instalments.right_rules(run.ctx.today());
    let percent = |ground: Ground| match ground {
        Ground::WaterHighBill => rules.water_over_percent,
        Ground::WaterCondominium => rules.condominium_down_percent,
        // The higher one holds for others than households; the text says which.
        _ => rules.energy_household_over_percent,
    };
    let line = |code: &str, args: &[(&str, &str)]| {
        let key = format!("right-{}", code.replace('_', "-"));
        let text = run.pack.texts.get(lang, &key, args).unwrap_or_else(|| code.to_owned());
        json!({ "code": code, "text": text })
    };
    let mut lines: Vec<Json> = assessed
        .rights
        .iter()
        .filter(|right| right.in_time)
        .map(|right| {
            let until = right.until.map_or_else(String::new, day_text);
            let percent = percent(right.ground).to_string();
            line(right.ground.code(), &[("percent", &percent), ("until", &until)])
        })
        .collect();
    if lines.is_empty() {
        lines.push(line("none", &[]));
    }
    json!(lines)
}

/// A day as people write it.
fn day_text(day: Date) -> String {
    format!("{:02}/{:02}/{}", day.day(), day.month(), day.year())
}

/// What stands in the way, or is worth knowing.
fn findings(run: &mut Run<'_, '_>, assessed: &Assessed) -> Result<Vec<Finding>, Error> {
    let settings = run.app.settings.instalments.clone();
    let mut found = Vec::new();
    let mut tell = |code: &str, weight: Weight, args: &[(&str, &str)]| {
        found.extend(settings.checks.weigh(code, weight, args));
    };
    let free = assessed.right.is_none();
    if assessed.debt == Money::ZERO {
        tell("nothing_open", Weight::Block, &[]);
    } else if free && assessed.debt < settings.least_debt {
        tell("debt_small", Weight::Block, &[]);
    }
    for of in &assessed.bills {
        let (number, bill) = (of.bill.number.as_str(), &of.bill);
        let own = run.case.party_id == Some(of.party_id) || run.case.contract_id == Some(bill.contract_id);
        if !own {
            tell("bill_of_another", Weight::Block, &[("number", number)]);
        }
        let plans = plan::of_bill(run.tx, bill.id)?;
        if plans.iter().any(|plan| plan.running() && plan.case_id != run.case.id) {
            tell("bill_in_plan", Weight::Block, &[("number", number)]);
        } else if free && plans.iter().any(|plan| plan.state == "missed") {
            tell("plan_broken", Weight::Block, &[]);
        }
        if debt::disputed(run.tx, bill.contract_id)?.contains(&bill.id) {
            tell("bill_disputed", Weight::Warn, &[("number", number)]);
        }
        let months = run.app.settings.arrears.limitation_months;
        if contains_old_use(bill.period_from, bill.issued_on, months) {
            tell("bill_two_years", Weight::Warn, &[("number", number)]);
        }
    }
    for late in assessed.rights.iter().filter(|right| !right.in_time) {
        let until = late.until.map(|day| day.to_string()).unwrap_or_default();
        tell("asked_late", Weight::Warn, &[("day", &until)]);
    }
    let party = run.case.party_id;
    let plans = party.map_or_else(|| Ok(Vec::new()), |party| plan::of_party(run.tx, party))?;
    if plans.iter().any(|plan| plan.running() && plan.case_id != run.case.id) {
        tell("plan_running", Weight::Warn, &[]);
    }
    if assessed.contract.as_ref().is_some_and(|contract| contract.payment == PaymentMethod::DirectDebit) {
        tell("direct_debit", Weight::Warn, &[]);
    }
    found.dedup();
    found.sort_by_key(|finding: &Finding| !finding.blocks);
    Ok(found)
}
