//! From the answers to a request: is it admissible, and the moment it is made.

use domain::{
    registry::Contract,
    voltura::{Finding, Situation, VolturaAnswers, check},
};
use kernel::Money;
use serde_json::json;
use store::{
    Tx,
    cases::case as cases,
    registry::{bill, contract, supply_point},
};

use crate::{
    Ctx, Error,
    cases::record_fact,
    papers::request_paper,
    processes::{CallAnswer, Run},
};

/// Everything found about the request of a case.
pub(crate) fn findings(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    rules: &domain::voltura::Rules,
    case: &domain::cases::Case,
    answers: &VolturaAnswers,
) -> Result<Vec<Finding>, Error> {
    let point = answers.supply_point.map_or(Ok(None), |id| supply_point::by_id(tx, id))?;
    let in_force: Option<Contract> = match &point {
        Some(point) => contract::in_force(tx, point.id)?,
        None => None,
    };
    let overdue = match &in_force {
        Some(contract) => bill::balance(tx, contract.id, ctx.today())?.overdue,
        None => Money::ZERO,
    };
    let open = match &point {
        Some(point) => cases::open_on_point(tx, point.id, case.id)?,
        None => Vec::new(),
    };
    let (same, other): (Vec<_>, Vec<_>) =
        open.into_iter().partition(|other| other.procedure == case.procedure);
    let numbers = |list: Vec<cases::CaseRef>| list.into_iter().map(|other| other.number).collect::<Vec<_>>();
    let (same_open, other_open) = (numbers(same), numbers(other));
    let situation = Situation {
        today: ctx.today(),
        point: point.as_ref(),
        contract: in_force.as_ref(),
        overdue,
        same_open: &same_open,
        other_open: &other_open,
    };
    Ok(check(answers, &situation, rules))
}

/// Looks at the request and says whether it goes on, waits for the customer, or ends here.
pub(crate) fn check_request(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let answers = VolturaAnswers::of(&run.case.data);
    let found = findings(run.tx, run.ctx, &run.app.settings.voltura, &run.case, &answers)?;
    // Once the request was made, another draft on the same point is that draft's problem.
    let blocks = |finding: &&Finding| finding.blocks;
    let admissible = if found.iter().any(|finding| blocks(&finding)) {
        "no"
    } else if found.iter().any(|finding| finding.waits) {
        "waiting"
    } else {
        "yes"
    };
    Ok(CallAnswer::Done(vec![("admissible", json!(admissible)), ("findings", json!(found))]))
}

/// The customer makes the request: the draft ends, the clock starts, the receipt with the promised date is made.
pub(crate) fn make_request(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let now = run.ctx.now();
    run.case.start(now)?;
    record_fact(run, "request_received", now, "")?;
    request_paper(run, &["receipt", "request", "declaration"])?;
    Ok(CallAnswer::Done(Vec::new()))
}

/// The request is confirmed: admissible, and the contract to be signed is made.
pub(crate) fn confirm(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    run.case.admit()?;
    let now = run.ctx.now();
    record_fact(run, "answer_sent", now, "")?;
    Ok(CallAnswer::Done(Vec::new()))
}
