//! What the registry offers where a form asks for a bill or a contract of the customer.

use domain::{cases::Case, registry::Contract};
use kernel::{Date, Money};
use procedures::{Field, FieldKind, Form};
use serde_json::{Map, Value as Json};
use store::{
    Tx,
    registry::{bill, contract, supply_point},
};

use crate::{Error, FieldProblem};

/// The most bills offered of each contract: two years of monthly ones.
const BILLS: i64 = 24;

/// A bill or a contract that may be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// Its id: the answer.
    pub id: String,
    /// Its number.
    pub number: String,
    /// The code of its supply point.
    pub point: String,
    /// Issued, or begun.
    pub since: Date,
    /// The last day to pay, or the last day of the contract.
    pub until: Option<Date>,
    /// The bill's amount.
    pub amount: Option<Money>,
    /// What of it is still to pay.
    pub open: Option<Money>,
}

/// Whether a field is offered for the supply of a case. What is not, by `<name>_offered` among the answers, is neither
/// asked nor taken: more power where there is no electricity.
#[must_use]
pub fn is_offered(case: &Case, name: &str) -> bool {
    case.data.get(&format!("{name}_offered")) != Some(&Json::Bool(false))
}

/// Bills or contracts of the customer of a case; nothing for other kinds of field. Those still to pay come first, then
/// the newest.
pub(crate) fn of(tx: &mut Tx<'_>, case: &Case, kind: FieldKind) -> Result<Vec<Offered>, Error> {
    if !matches!(kind, FieldKind::Bill | FieldKind::Bills | FieldKind::Contract) {
        return Ok(Vec::new());
    }
    let mut found = Vec::new();
    for contract in contracts(tx, case)? {
        let point = supply_point::by_id(tx, contract.supply_point_id)?.map(|point| point.code);
        let point = point.unwrap_or_default();
        if kind == FieldKind::Contract {
            found.push(Offered {
                id: contract.id.to_string(),
                number: contract.number,
                point,
                since: contract.starts_on,
                until: contract.ends_on,
                amount: None,
                open: None,
            });
            continue;
        }
        for bill in bill::of_contract(tx, contract.id, BILLS)? {
            found.push(Offered {
                id: bill.id.to_string(),
                point: point.clone(),
                since: bill.issued_on,
                until: Some(bill.due_on),
                open: Some(bill.open()),
                amount: Some(bill.amount),
                number: bill.number,
            });
        }
    }
    let paid = |one: &Offered| one.open.is_some_and(|open| open <= Money::ZERO);
    found.sort_by_key(|one| (paid(one), std::cmp::Reverse(one.since)));
    Ok(found)
}

/// What is chosen must be what is offered: nobody disputes or pays for a bill of somebody else by its id.
pub(crate) fn check(
    tx: &mut Tx<'_>,
    case: &Case,
    form: Option<&Form>,
    answers: &Map<String, Json>,
) -> Result<Vec<FieldProblem>, Error> {
    let mut problems = Vec::new();
    for field in form.into_iter().flat_map(|form| &form.fields) {
        check_one(tx, case, (field, &field.name), answers.get(&field.name), &mut problems)?;
        let rows = answers.get(&field.name).and_then(Json::as_array).into_iter().flatten();
        for (number, row) in rows.enumerate() {
            for inner in &field.fields {
                let name = format!("{}.{number}.{}", field.name, inner.name);
                check_one(tx, case, (inner, &name), row.get(&inner.name), &mut problems)?;
            }
        }
    }
    Ok(problems)
}

fn check_one(
    tx: &mut Tx<'_>,
    case: &Case,
    (field, name): (&Field, &str),
    answer: Option<&Json>,
    problems: &mut Vec<FieldProblem>,
) -> Result<(), Error> {
    let chosen: Vec<&str> = match answer {
        Some(Json::String(id)) => vec![id],
        Some(Json::Array(ids)) => ids.iter().filter_map(Json::as_str).collect(),
        _ => return Ok(()),
    };
    if !matches!(field.kind, FieldKind::Bill | FieldKind::Bills | FieldKind::Contract) {
        return Ok(());
    }
    let there = of(tx, case, field.kind)?;
    if chosen.iter().any(|id| !there.iter().any(|one| one.id == **id)) {
        problems.push(FieldProblem::new(name, "choice_unknown"));
    }
    Ok(())
}

/// The contracts of who asks; without a customer, that of the case. Where the debt of a supply is looked at, whoever asks
/// may pay it: its contract is among them.
fn contracts(tx: &mut Tx<'_>, case: &Case) -> Result<Vec<Contract>, Error> {
    if let Some(party) = case.party_id {
        let mut own = contract::of_party(tx, party)?;
        let of_debt = case.contract_id.filter(|_| case.data.contains_key("debt_bills"));
        if let Some(id) = of_debt.filter(|id| own.iter().all(|contract| contract.id != *id)) {
            own.extend(contract::by_id(tx, id)?);
        }
        return Ok(own);
    }
    let one = case.contract_id.map_or(Ok(None), |id| contract::by_id(tx, id))?;
    Ok(one.into_iter().collect())
}
