//! What stands in the way of an activation, and what is worth knowing.

use domain::{
    activation::{Situation, check},
    cases::Case,
    registry::{ContractState, SupplyPoint},
    voltura::{Finding, Verdict, VolturaAnswers, verdict},
};
use kernel::{CaseId, Money, PartyId};
use procedures::Pack;
use serde_json::{Value as Json, json};
use store::{
    Tx,
    cases::case as cases,
    registry::{bill, contract, meter, supply_point},
};

use crate::{
    Ctx, Error, Settings,
    distributor::of_point,
    processes::{CallAnswer, Run},
    voltura::{problem_of, runs},
};

/// Whether the diagram of a procedure activates a point.
pub(crate) fn activates(pack: &Pack) -> bool {
    runs(pack, "activation.check")
}

/// Who asks for which case, as far as it is known.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asking<'a> {
    /// The case that asks; it does not stand in its own way.
    pub case: CaseId,
    /// Its procedure.
    pub procedure: &'a str,
    /// Who asks, once that is chosen.
    pub party: Option<PartyId>,
    /// The serial number the customer reads on the meter; empty when he told none.
    pub serial: &'a str,
}

/// What is found at a point. Two activations of one point: the second to be asked for is told of the first.
pub(crate) fn findings_at(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    settings: &Settings,
    point: &SupplyPoint,
    asking: Asking<'_>,
) -> Result<Vec<Finding>, Error> {
    let today = ctx.today();
    let (mut overdue, mut suspended_elsewhere) = (Money::ZERO, false);
    if let Some(party) = asking.party {
        for own in contract::of_party(tx, party)? {
            overdue += bill::balance(tx, own.id, today)?.overdue;
            suspended_elsewhere |= own.state == ContractState::Suspended && own.supply_point_id != point.id;
        }
    }
    let mut debt_of_former = false;
    for former in contract::of_point(tx, point.id)? {
        let others = asking.party != Some(former.party_id);
        debt_of_former |= others && bill::balance(tx, former.id, today)?.overdue > Money::ZERO;
    }
    let (mut same_open, mut other_open) = (Vec::new(), Vec::new());
    for open in cases::open_on_point(tx, point.id, asking.case)? {
        match (open.procedure == asking.procedure, open.started) {
            (true, true) => same_open.push(open.number),
            (true, false) => {}
            (false, _) => other_open.push(open.number),
        }
    }
    let meters: Vec<_> =
        meter::of_point(tx, point.id)?.into_iter().filter(|meter| meter.removed_on.is_none()).collect();
    Ok(check(&Situation {
        point,
        meters: &meters,
        serial: asking.serial,
        contract_in_force: contract::in_force(tx, point.id)?.is_some(),
        distributor_known: of_point(settings, point).is_some(),
        same_open: &same_open,
        other_open: &other_open,
        overdue,
        suspended_elsewhere,
        debt_of_former,
    }))
}

/// Everything found about the request of a case; nothing while it names no point.
pub(crate) fn findings(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    settings: &Settings,
    case: &Case,
) -> Result<Vec<Finding>, Error> {
    let answers = VolturaAnswers::of(&case.data);
    let Some(point) = answers.supply_point.map_or(Ok(None), |id| supply_point::by_id(tx, id))? else {
        return Ok(Vec::new());
    };
    let asking = Asking {
        case: case.id,
        procedure: &case.procedure,
        party: answers.party.or(case.party_id),
        serial: case.data.get("meter_serial").and_then(Json::as_str).unwrap_or_default().trim(),
    };
    findings_at(tx, ctx, settings, &point, asking)
}

/// Keeps in a draft what its request would be answered now, so that its last step asks what follows from it.
pub(crate) fn judge_draft(
    settings: &Settings,
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    case: &mut Case,
) -> Result<(), Error> {
    let found = findings(tx, ctx, settings, case)?;
    case.data.insert("admissible".to_owned(), json!(verdict(&found).code()));
    case.data.insert("findings".to_owned(), json!(found));
    Ok(())
}

/// Looks at the point and, once it is chosen, at whoever asks. With the argument `tell`, what blocks is told as a problem of
/// its field, and the step that made the request is taken back with it, unless the operator records the request as
/// refused; one that nothing blocks cannot be recorded so.
pub(super) fn check_activation(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let answers = VolturaAnswers::of(&run.case.data);
    if answers.supply_point.map_or(Ok(None), |id| supply_point::by_id(run.tx, id))?.is_none() {
        return Err(Error::refused("point_missing"));
    }
    let found = findings(run.tx, run.ctx, &run.app.settings, &run.case)?;
    let verdict = verdict(&found);
    if run.call.holds("tell") {
        match (verdict, answers.refuse_request) {
            (Verdict::Inadmissible, false) => {
                let blocks = found.iter().filter(|finding| finding.blocks);
                return Err(Error::Invalid(blocks.map(problem_of).collect()));
            }
            (Verdict::Admissible | Verdict::Waiting, true) => return Err(Error::refused("nothing_blocks")),
            _ => {}
        }
    }
    Ok(CallAnswer::Done(vec![("admissible", json!(verdict.code())), ("findings", json!(found))]))
}
