//! Opening a case: a draft with its number and its process at the first step.

use domain::{
    access::{Action, Resource},
    cases::{Case, CaseState, Origin},
};
use engine::StartAt;
use kernel::{CaseId, ContractId, Date, PartyId, SupplyPointId};
use procedures::Pack;
use serde_json::{Map, Value as Json, json};
use store::{
    Tx, audit,
    cases::case as cases,
    registry::{contract, party, supply_point},
    sequence,
};

use super::start::start_request;
use crate::{App, Ctx, Error, processes::Run, write};

/// What is known already when a case is opened from a customer's or a supply point's page.
#[derive(Clone, Debug, Default)]
pub struct Prefill {
    /// The supply point.
    pub supply_point: Option<SupplyPointId>,
    /// The contract in force there.
    pub contract: Option<ContractId>,
    /// Who asks.
    pub party: Option<PartyId>,
}

/// A case to be opened.
#[derive(Clone, Debug)]
pub struct OpenCase {
    /// The procedure's code.
    pub procedure: String,
    /// Where the request comes from.
    pub origin: Origin,
    /// What is known already.
    pub prefill: Prefill,
}

/// A case to be opened inside a unit of work.
pub(crate) struct NewCase<'a> {
    pub procedure: &'a str,
    pub origin: Origin,
    pub data: Map<String, Json>,
    pub prefill: &'a Prefill,
}

/// Opens a case and takes its process to the first step. The request of a procedure without a draft is made by it.
///
/// # Errors
/// [`Error::Denied`]; [`Error::NotFound`] when there is no such procedure; [`Error::Refused`] with
/// `procedure_origin` or `procedure_role` when it may not be started from there or by this account, `procedure_by_act` when
/// only another act starts it.
pub async fn open(app: &App, ctx: &Ctx, new: OpenCase) -> Result<Case, Error> {
    ctx.require(Resource::Case, Action::Create)?;
    let (app_, ctx) = (app.clone(), ctx.clone());
    write(app, "open-case", move |tx| open_asked(&app_, &ctx, tx, &new)).await
}

/// The same inside a unit of work.
pub(super) fn open_asked(app: &App, ctx: &Ctx, tx: &mut Tx<'_>, new: &OpenCase) -> Result<Case, Error> {
    let (_, pack) = app.procedures.newest(tx, &new.procedure)?;
    if !pack.origins.is_empty() && !pack.origins.iter().any(|origin| origin == new.origin.code()) {
        return Err(Error::refused("procedure_origin"));
    }
    let allowed = pack.roles.is_empty()
        || ctx.roles.is_empty()
        || ctx.roles.iter().any(|role| pack.roles.iter().any(|code| code == role.code()));
    if !allowed {
        return Err(Error::refused("procedure_role"));
    }
    if records_an_act(&pack) {
        return Err(Error::refused("procedure_by_act"));
    }
    let data = prefilled(tx, &new.prefill)?;
    let new = NewCase { procedure: &new.procedure, origin: new.origin, data, prefill: &new.prefill };
    let case = open_in(app, ctx, tx, new)?;
    if pack.has_draft() || starts_itself(&pack) || case.started_at.is_some() || case.ended() {
        return Ok(case);
    }
    // A procedure without a draft has nothing to fill in first: opening it is making the request.
    let mut run = Run::on(app, ctx, tx, case)?;
    start_request(&mut run)?;
    run.finish()
}

/// Whether the diagram says itself when the request is made.
fn starts_itself(pack: &Pack) -> bool {
    let mut elements = pack.executables.values().flat_map(|executable| &executable.elements);
    elements.any(|element| element.activity().is_some_and(|activity| &*activity.operation == "case.start"))
}

/// Whether a procedure records what another act does: the till takes a payment, a bill is printed again.
fn records_an_act(pack: &Pack) -> bool {
    let mut elements = pack.executables.values().flat_map(|executable| &executable.elements);
    elements.any(|element| element.activity().is_some_and(|activity| &*activity.operation == "case.record"))
}

fn prefilled(tx: &mut Tx<'_>, prefill: &Prefill) -> Result<Map<String, Json>, Error> {
    let mut data = Map::new();
    // A form that asks for the customer may propose who is asking.
    if let Some(party) = prefill.party {
        data.insert("asking_party".to_owned(), json!(party));
    }
    let Some(point) = prefill.supply_point else { return Ok(data) };
    data.insert("supply_point".to_owned(), json!(point));
    let contract = match prefill.contract {
        Some(contract) => Some(contract),
        None => contract::in_force(tx, point)?.map(|contract| contract.id),
    };
    if let Some(contract) = contract {
        data.insert("contract".to_owned(), json!(contract));
    }
    Ok(data)
}

/// The number of a case: year, procedure, running number of the two (`2026-VOL-000123`).
fn number(tx: &mut Tx<'_>, today: Date, procedure: &str) -> Result<String, Error> {
    let year = today.year();
    let running = sequence::next(tx, &format!("case:{year}:{procedure}"), 1)?;
    Ok(format!("{year}-{procedure}-{running:06}"))
}

/// Opens a case inside a unit of work.
pub(crate) fn open_in(app: &App, ctx: &Ctx, tx: &mut Tx<'_>, new: NewCase<'_>) -> Result<Case, Error> {
    open_at(app, ctx, tx, new, StartAt::Default)
}

/// The same, with its process begun where a trigger came.
pub(crate) fn open_at(
    app: &App,
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    new: NewCase<'_>,
    at: StartAt,
) -> Result<Case, Error> {
    let (bundle_version, _) = app.procedures.newest(tx, new.procedure)?;
    let number = number(tx, ctx.today(), new.procedure)?;
    let mut case = blank(ctx, new, number, bundle_version);
    label(tx, &mut case)?;
    cases::insert(tx, &case)?;
    let subject = audit::Subject { kind: "case", id: case.id.bytes() };
    audit::append(
        tx,
        ctx,
        "open_case",
        subject,
        &json!({ "number": case.number, "procedure": case.procedure }),
    )?;
    let mut run = Run::on(app, ctx, tx, case)?;
    let variables = run.variables();
    run.start_at(None, variables, None, at)?;
    run.finish()
}

/// A draft with nothing done yet.
fn blank(ctx: &Ctx, new: NewCase<'_>, number: String, bundle_version: i64) -> Case {
    let now = ctx.now();
    Case {
        id: ctx.id(CaseId::from_bytes),
        number,
        procedure: new.procedure.to_owned(),
        bundle_version,
        state: CaseState::Draft,
        outcome: String::new(),
        suspended: None,
        origin: new.origin,
        sector: None,
        party_id: new.prefill.party,
        supply_point_id: new.prefill.supply_point,
        contract_id: new.prefill.contract,
        party_name: String::new(),
        point_label: String::new(),
        office_id: ctx.office,
        assigned_to: ctx.user(),
        opened_by: ctx.actor.name().to_owned(),
        opened_at: now,
        started_at: None,
        closed_at: None,
        step: String::new(),
        step_name: String::new(),
        data: new.data,
        clock: None,
        changed_at: now,
        version: 1,
    }
}

/// Takes over from the answers what lists show: who asks, where, which contract and sector.
pub(crate) fn label(tx: &mut Tx<'_>, case: &mut Case) -> Result<(), Error> {
    fn id<T: std::str::FromStr>(case: &Case, name: &str) -> Option<T> {
        case.data.get(name)?.as_str()?.parse().ok()
    }
    if let Some(point) = id(case, "supply_point").or(case.supply_point_id)
        && let Some(point) = supply_point::by_id(tx, point)?
    {
        case.sector = Some(point.sector);
        case.supply_point_id = Some(point.id);
        case.point_label = format!("{}, {}", point.code, point.address.line());
    }
    if let Some(contract) = id(case, "contract") {
        case.contract_id = Some(contract);
    }
    if let Some(asking) = id(case, "party").or(case.party_id)
        && let Some(asking) = party::by_id(tx, asking)?
    {
        case.party_id = Some(asking.id);
        case.party_name = asking.names.display();
    }
    Ok(())
}
