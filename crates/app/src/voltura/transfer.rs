//! The heart of the change of holder: the old contract ends the day before, the new one begins on the same point.

use domain::{
    registry::{
        AddressPurpose, Contract, ContractState, DepositState, Mandate, MandateScheme, MandateState,
        PaymentMethod,
    },
    voltura::{Plan, VolturaAnswers, plan},
};
use kernel::{ContractId, MandateId, Money};
use serde_json::json;
use store::{
    audit,
    registry::{contract, mandate, party, search, supply_point},
    sequence,
};

use crate::{
    Error,
    cases::record_fact_from,
    papers::{self, request_paper},
    processes::{CallAnswer, Run},
};

/// Ends the old contract, makes the new one, records the agreed reading, settles the deposit, signs the mandate.
/// All in one transaction, on the first day of the new contract or after it: either all of it or nothing.
pub(crate) fn duplicate_contract(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let answers = VolturaAnswers::of(&run.case.data);
    let point = answers.supply_point.map_or(Ok(None), |id| supply_point::by_id(run.tx, id))?;
    let point = point.ok_or_else(|| Error::refused("point_missing"))?;
    let old = contract::in_force(run.tx, point.id)?.ok_or_else(|| Error::refused("contract_missing"))?;
    if answers.contract.is_some_and(|asked| asked != old.id) || answers.party == Some(old.party_id) {
        return Err(Error::refused_with("contract_changed", &[("number", &old.number)]));
    }
    // Of two operators on one point, the second finds the version changed.
    if !supply_point::touch(run.tx, point.id, point.version)? {
        return Err(Error::Repeat);
    }
    let plan =
        plan(&answers, &old).map_err(|field| Error::refused_with("answer_missing", &[("field", field)]))?;
    end_old(run, &old, &plan)?;
    let new = begin_new(run, &old, &plan)?;
    super::readings::record(run, plan.new_contract.supply_point, &plan.readings)?;
    keep_final_address(run, &answers, &old)?;
    let before = contract::cadastre(run.tx, old.id)?;
    if let Some(cadastre) = answers.cadastre(before) {
        contract::set_cadastre(run.tx, new.id, &cadastre)?;
    }
    settle_deposit(run, &old, &new, &plan)?;
    sign_mandate(run, &answers, &new)?;
    for id in [old.party_id, new.party_id] {
        if let Some(changed) = party::by_id(run.tx, id)? {
            search::index(run.tx, &changed)?;
        }
    }
    // The contract runs from its first day: the clock stops when that day has come, or at once when it has passed.
    let effective = run.ctx.now();
    run.case.data.insert("new_contract".to_owned(), json!(new.id));
    let paper = request_paper(run, &["contract"])?.first().copied();
    record_fact_from(run, "new_contract_effective", effective, &new.number, paper)?;
    record_fact_from(run, "voltura_effective", effective, &new.number, paper)?;
    if let Some(paper) = paper {
        let lang = papers::language(run)?;
        papers::deliver(run, lang, ("contract", paper), Some(new.party_id))?;
    }
    let subject = audit::Subject { kind: "contract", id: new.id.bytes() };
    let details = json!({ "old": old.number, "new": new.number, "case": run.case.number, "plan": plan });
    audit::append(run.tx, run.ctx, "change_of_holder", subject, &details)?;
    Ok(CallAnswer::Done(vec![("new_contract", json!(new.id))]))
}

fn end_old(run: &mut Run<'_, '_>, old: &Contract, plan: &Plan) -> Result<(), Error> {
    let mut ended = Contract {
        ends_on: Some(plan.old_ends_on),
        state: ContractState::Ended,
        end_reason: "change_of_holder".to_owned(),
        ..old.clone()
    };
    if !contract::update(run.tx, run.ctx, old, &mut ended)? {
        return Err(Error::Repeat);
    }
    mandate::end_of_contract(run.tx, old.id, plan.old_ends_on)?;
    Ok(())
}

fn begin_new(run: &mut Run<'_, '_>, old: &Contract, plan: &Plan) -> Result<Contract, Error> {
    let wanted = &plan.new_contract;
    let number = sequence::next(run.tx, "contract", 1)?;
    let new = Contract {
        id: run.ctx.id(ContractId::from_bytes),
        number: format!("C{number:07}"),
        party_id: wanted.party,
        supply_point_id: wanted.supply_point,
        offer: wanted.offer.clone(),
        starts_on: wanted.starts_on,
        ends_on: None,
        state: ContractState::Active,
        payment: wanted.payment,
        delivery: wanted.delivery,
        delivery_email: wanted.delivery_email.clone(),
        resident: wanted.resident,
        deposit: wanted.deposit.filter(|_| !plan.deposit_moves).unwrap_or_else(|| {
            let free = wanted.payment == PaymentMethod::DirectDebit && !plan.deposit_moves;
            if free { Money::ZERO } else { old.deposit }
        }),
        end_reason: String::new(),
        previous_contract_id: Some(old.id),
        case_id: Some(run.case.id),
        version: 1,
    };
    contract::insert(run.tx, run.ctx, &new)?;
    Ok(new)
}

/// Where the outgoing holder's last bill goes, when he said so.
fn keep_final_address(run: &mut Run<'_, '_>, answers: &VolturaAnswers, old: &Contract) -> Result<(), Error> {
    let Some(mut address) = answers.final_bill_address.clone().filter(|address| !address.street.is_empty())
    else {
        return Ok(());
    };
    if address.country.is_empty() {
        "IT".clone_into(&mut address.country);
    }
    let today = run.ctx.today();
    party::set_address(run.tx, run.ctx, old.party_id, AddressPurpose::FinalBill, today, &address)?;
    Ok(())
}

fn settle_deposit(run: &mut Run<'_, '_>, old: &Contract, new: &Contract, plan: &Plan) -> Result<(), Error> {
    if plan.deposit_moves {
        let held: Money = contract::deposits(run.tx, old.id)?
            .iter()
            .filter(|deposit| deposit.state == DepositState::Held)
            .map(|deposit| deposit.amount)
            .sum();
        contract::end_deposits(run.tx, old.id, DepositState::Moved, plan.old_ends_on, Some(new.id))?;
        if held > Money::ZERO {
            contract::insert_deposit(run.tx, run.ctx, new.id, held, new.starts_on)?;
        }
        return Ok(());
    }
    contract::end_deposits(run.tx, old.id, DepositState::RefundDue, plan.old_ends_on, None)?;
    Ok(())
}

fn sign_mandate(run: &mut Run<'_, '_>, answers: &VolturaAnswers, new: &Contract) -> Result<(), Error> {
    if new.payment != PaymentMethod::DirectDebit {
        return Ok(());
    }
    let Some(iban) = answers.iban.clone() else {
        return Err(Error::refused_with("answer_missing", &[("field", "iban")]));
    };
    let holder = party::by_id(run.tx, new.party_id)?;
    let signed = Mandate {
        id: run.ctx.id(MandateId::from_bytes),
        umr: format!("{}-{}", new.number, run.case.number),
        contract_id: new.id,
        iban,
        holder: answers
            .iban_holder
            .clone()
            .or_else(|| holder.as_ref().map(|party| party.names.display()))
            .unwrap_or_default(),
        holder_tax_code: holder.and_then(|party| party.tax_code).unwrap_or_default(),
        signed_on: run.ctx.today(),
        scheme: MandateScheme::Core,
        state: MandateState::Requested,
    };
    Ok(mandate::insert(run.tx, &signed)?)
}
