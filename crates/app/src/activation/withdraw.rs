//! What a person who calls an activation off sets right beside the case.

use domain::{
    cases::Case,
    registry::{Contract, ContractState},
};
use kernel::{ContractId, Lang};
use store::{Tx, cases::comment, distributor::request, registry::contract};

use super::{activated_on, prepare::drop_prepared};
use crate::{Error, processes::Run};

/// The contract that a case made or prepared.
fn made(tx: &mut Tx<'_>, case: &Case) -> Result<Option<Contract>, Error> {
    let id = case.data.get("new_contract").and_then(|id| id.as_str()?.parse::<ContractId>().ok());
    Ok(id.map_or(Ok(None), |id| contract::by_id(tx, id))?)
}

/// Whether a case can still be called off: not once its contract is in force, nor once gas flows at its point.
///
/// # Errors
/// [`Error::Refused`] with `contract_made` or `supply_activated`.
pub(crate) fn may_withdraw(tx: &mut Tx<'_>, case: &Case) -> Result<(), Error> {
    if !case.data.contains_key("new_contract") {
        return Ok(());
    }
    // A contract that only waits, or that ended without having begun, holds nobody.
    let waits = made(tx, case)?
        .is_some_and(|made| made.state == ContractState::Draft || made.end_reason == "not_activated");
    if !waits {
        return Err(Error::refused("contract_made"));
    }
    if activated_on(&case.data).is_some() {
        return Err(Error::refused("supply_activated"));
    }
    Ok(())
}

/// The contract that waited ends, and the distributor's answers count no more. No message calls a request off: a comment
/// asks the clerk to telephone. Nothing where nothing was prepared or asked.
pub(crate) fn withdraw(run: &mut Run<'_, '_>) -> Result<(), Error> {
    drop_prepared(run)?;
    for open in request::of_case(run.tx, run.case.id)? {
        if !request::end(run.tx, &open.code, "withdrawn")? || open.sent_at.is_none() {
            continue;
        }
        let words =
            run.pack.texts.get(Lang::It, "comment-call-distributor", &[("request", open.code.as_str())]);
        comment::insert(run.tx, run.ctx, run.case.id, &words.unwrap_or(open.code))?;
    }
    Ok(())
}
