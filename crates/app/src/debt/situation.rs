//! What the check of a debt looks at, loaded.

use domain::{
    debt::{DebtBill, DebtSituation, Declared, Planned, Suspension, SuspensionReason, contains_old_use},
    registry::{Contract, SupplyPoint},
};
use kernel::{Date, Money, PartyId, SupplyPointId, fold};
use serde_json::Value as Json;
use store::{
    cases::case as cases,
    registry::{contract, debt, plan, supply_point, suspension},
};

use crate::{Error, instalments::look_at, processes::Run};

/// The procedure whose open case on the point is the arrears themselves.
const ARREARS: &str = "SOM";
/// Procedures that belong to a reconnection: nobody need be warned of them.
const OWN: [&str; 2] = [ARREARS, "RAT"];

/// What is known.
pub(super) struct Known {
    today: Date,
    pub point: SupplyPoint,
    pub contract: Option<Contract>,
    suspension: Option<Suspension>,
    asker: Option<PartyId>,
    bills: Vec<DebtBill>,
    declared: Option<Declared>,
    new_proof: bool,
    other_service_debt: bool,
    same_open: Vec<String>,
    other_open: Vec<String>,
    pub protected: bool,
    pub against_rules: bool,
    /// The open case about the arrears of the point.
    pub arrears: Option<String>,
}

impl Known {
    /// Reads it.
    pub fn of(run: &mut Run<'_, '_>) -> Result<Self, Error> {
        let answered = run.case.data.get("supply_point").and_then(|id| id.as_str()?.parse().ok());
        let id: Option<SupplyPointId> = answered.or(run.case.supply_point_id);
        let point = id.map_or(Ok(None), |id| supply_point::by_id(run.tx, id))?;
        let point = point.ok_or_else(|| Error::refused("point_missing"))?;
        let cut = suspension::open(run.tx, point.id)?;
        let contract = match cut.as_ref().and_then(|cut| cut.contract_id) {
            Some(id) => contract::by_id(run.tx, id)?,
            None => contract::in_force(run.tx, point.id)?,
        };
        let asker = run.case.data.get("party").and_then(|id| id.as_str()?.parse().ok());
        let mut known = Self {
            today: run.ctx.today(),
            asker: asker.or(run.case.party_id),
            bills: Vec::new(),
            declared: declared(run),
            new_proof: super::check::new_proof(run),
            other_service_debt: false,
            same_open: Vec::new(),
            other_open: Vec::new(),
            protected: is_protected(&run.app.settings.arrears.protected_uses, &point),
            against_rules: false,
            arrears: None,
            point,
            contract: None,
            suspension: None,
        };
        if let Some(contract) = &contract {
            known.bills = bills(run, contract)?;
            known.other_service_debt =
                debt::overdue_elsewhere(run.tx, contract.party_id, contract.id, known.today)?;
            known.against_rules = cut_during_plan(run, contract, cut.as_ref())?;
        }
        for open in cases::open_on_point(run.tx, known.point.id, run.case.id)? {
            match open.procedure.as_str() {
                ARREARS => known.arrears = Some(open.number),
                other if OWN.contains(&other) => {}
                other if *other == run.case.procedure && open.started => known.same_open.push(open.number),
                _ => known.other_open.push(open.number),
            }
        }
        (known.contract, known.suspension) = (contract, cut);
        Ok(known)
    }

    /// The same as the rules look at it.
    pub fn situation(&self) -> DebtSituation<'_> {
        DebtSituation {
            today: self.today,
            point: self.point.state,
            contract: self.contract.as_ref(),
            suspension: self.suspension.as_ref(),
            asker: self.asker,
            bills: &self.bills,
            declared: self.declared.as_ref(),
            new_proof: self.new_proof,
            other_service_debt: self.other_service_debt,
            same_open: &self.same_open,
            other_open: &self.other_open,
            protected: self.protected,
            against_rules: self.against_rules,
        }
    }
}

/// What the customer says was paid, from the forms.
fn declared(run: &Run<'_, '_>) -> Option<Declared> {
    let payments = run.case.data.get("payments").and_then(Json::as_array).filter(|rows| !rows.is_empty())?;
    let cents = payments.iter().filter_map(|row| row.get("paid_amount").and_then(Json::as_i64));
    let bills = run.case.data.get("covered_bills").and_then(Json::as_array).into_iter().flatten();
    Some(Declared {
        total: cents.map(Money::from_cents).sum(),
        bills: bills.filter_map(|id| id.as_str()?.parse().ok()).collect(),
    })
}

/// Whether the use of a point is one of those that may not be cut.
fn is_protected(uses: &[String], point: &SupplyPoint) -> bool {
    let used = fold(&point.technical.point_use);
    !used.is_empty() && uses.iter().any(|protected| fold(protected) == used)
}

/// What is not settled on a contract.
fn bills(run: &mut Run<'_, '_>, contract: &Contract) -> Result<Vec<DebtBill>, Error> {
    let disputed = debt::disputed(run.tx, contract.id)?;
    let months = run.app.settings.arrears.limitation_months;
    let mut all = Vec::new();
    for bill in debt::open(run.tx, contract.id)? {
        let mut planned = Planned::No;
        if let Some(running) = plan::of_bill(run.tx, bill.id)?.into_iter().find(plan::StoredPlan::running) {
            let looked = look_at(run.app, run.ctx, run.tx, &running)?;
            planned = if looked.is_late(run.ctx.today()) { Planned::Late } else { Planned::InTime };
        }
        all.push(DebtBill {
            id: bill.id,
            due_on: bill.due_on,
            // What was paid too much on a bill is no credit note.
            open: bill.open(),
            planned,
            disputed: disputed.contains(&bill.id),
            old_use: contains_old_use(bill.period_from, bill.issued_on, months),
            number: bill.number,
        });
    }
    all.retain(|one| one.open != Money::ZERO);
    Ok(all)
}

/// Whether the supply was cut for arrears although a plan ran then (REMSI: never while a valid plan runs).
fn cut_during_plan(
    run: &mut Run<'_, '_>,
    contract: &Contract,
    cut: Option<&Suspension>,
) -> Result<bool, Error> {
    let Some(cut) = cut.filter(|cut| cut.reason == SuspensionReason::Arrears) else { return Ok(false) };
    let plans = plan::of_contract(run.tx, contract.id)?;
    Ok(plans.iter().any(|plan| {
        plan.agreed_at.date() <= cut.started_on
            && plan.ended_at.is_none_or(|ended| ended.date() >= cut.started_on)
    }))
}
