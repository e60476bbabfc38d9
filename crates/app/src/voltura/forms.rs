//! What the forms of the change of holder need from the registry: finding points and parties, judging readings.

use domain::{
    access::{Action, Resource},
    registry::{Contract, Party, SupplyPoint, reading::check_reading},
    voltura::{VolturaAnswers, dials},
};
use kernel::{CaseId, Date, SupplyPointId, fold};
use store::{
    Tx,
    cases::case as cases,
    registry::{contract, meter, party, supply_point},
};

use super::request::Surroundings;
use crate::{App, Ctx, Error, activation, read, registry::look_up};

/// A supply point found for a form, with what stands in the way there.
#[derive(Clone, Debug)]
pub struct FoundPoint {
    /// The point.
    pub point: SupplyPoint,
    /// The contract in force.
    pub contract: Option<Contract>,
    /// Its holder.
    pub holder: Option<Party>,
    /// What was found there.
    pub findings: Vec<domain::voltura::Finding>,
}

/// A party found for a form.
#[derive(Clone, Debug)]
pub struct FoundParty {
    /// The party.
    pub party: Party,
    /// Whether a code is the same, not only the name.
    pub same_code: bool,
    /// How many contracts it has in force.
    pub supplies: usize,
    /// Where it lives, on one line.
    pub address: String,
}

/// Supply points by code, meter serial, address, or name of the holder; at most `limit`.
///
/// # Errors
/// [`Error::Denied`] when supply points may not be seen.
pub async fn find_points(
    app: &App,
    ctx: &Ctx,
    case: Option<CaseId>,
    query: &str,
    limit: usize,
) -> Result<Vec<FoundPoint>, Error> {
    ctx.require(Resource::SupplyPoint, Action::Read)?;
    let (app_, ctx, query, rules) = (app.clone(), ctx.clone(), query.trim().to_owned(), app.settings.voltura);
    read(app, "find-points", move |tx| {
        let activation = activation_of(&app_, &ctx, tx, case)?;
        let mut found = Vec::new();
        for id in look_up::points(tx, &query, limit)? {
            let Some(point) = supply_point::by_id(tx, id)? else { continue };
            let mut seen = found_point(tx, &ctx, &rules, case, point)?;
            // What a change of holder needs, a contract in force, is what an activation must not find.
            if let Some(asks) = &activation {
                let asking = activation::Asking {
                    case: asks.id,
                    procedure: &asks.procedure,
                    party: asks.party_id,
                    serial: "",
                };
                seen.findings = activation::findings_at(tx, &ctx, &app_.settings, &seen.point, asking)?;
            }
            found.push(seen);
        }
        Ok(found)
    })
    .await
}

/// The case for which a point is looked for, where it is an activation.
fn activation_of(
    app: &App,
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    case: Option<CaseId>,
) -> Result<Option<domain::cases::Case>, Error> {
    let Some(id) = case else { return Ok(None) };
    let store::Lookup::Found(case) = cases::for_action(tx, ctx, id, Action::Read)? else {
        return Ok(None);
    };
    let case = case.into_inner();
    let pack = app.procedures.version(tx, &case.procedure, case.bundle_version)?;
    Ok(activation::activates(&pack).then_some(case))
}

/// A point with its contract, its holder and what was found there.
pub(super) fn found_point(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    rules: &domain::voltura::Rules,
    case: Option<CaseId>,
    point: SupplyPoint,
) -> Result<FoundPoint, Error> {
    let except = case.unwrap_or(CaseId::from_bytes([0; 16]));
    let known = Surroundings::of(tx, ctx, Some(&point), except)?;
    let findings = known.check(ctx, &VolturaAnswers::default(), Some(&point), None, rules);
    let holder = known.contract.as_ref().map_or(Ok(None), |contract| party::by_id(tx, contract.party_id))?;
    Ok(FoundPoint { point, contract: known.contract, holder, findings })
}

/// Parties by tax code, VAT number, customer number, telephone, or name; those with the same code first.
///
/// # Errors
/// [`Error::Denied`] when parties may not be seen.
pub async fn find_parties(app: &App, ctx: &Ctx, query: &str, limit: usize) -> Result<Vec<FoundParty>, Error> {
    ctx.require(Resource::Party, Action::Read)?;
    let query = query.trim().to_owned();
    read(app, "find-parties", move |tx| {
        let compact: String = query.to_uppercase().chars().filter(|c| c.is_ascii_alphanumeric()).collect();
        let mut found: Vec<FoundParty> = Vec::new();
        for known in look_up::parties(tx, &query, limit)? {
            let same_code = known.tax_code.as_deref() == Some(&*compact)
                || known.vat_number.as_deref() == Some(&*compact);
            if same_code {
                // The same name under another code is the trap: it is shown beside, never taken for the same.
                for namesake in party::by_folded_name(tx, &fold(&known.names.display()))? {
                    if namesake.id != known.id && !found.iter().any(|other| other.party.id == namesake.id) {
                        found.push(found_party(tx, namesake, false)?);
                    }
                }
            }
            if !found.iter().any(|other| other.party.id == known.id) {
                found.push(found_party(tx, known, same_code)?);
            }
        }
        found.sort_by_key(|party| !party.same_code);
        found.truncate(limit);
        Ok(found)
    })
    .await
}

fn found_party(tx: &mut Tx<'_>, party: Party, same_code: bool) -> Result<FoundParty, Error> {
    let supplies =
        contract::of_party(tx, party.id)?.iter().filter(|contract| contract.ends_on.is_none()).count();
    let addresses = party::addresses(tx, party.id)?;
    let address = addresses.iter().find(|entry| entry.valid_to.is_none()).map(|entry| entry.address.line());
    Ok(FoundParty { party, same_code, supplies, address: address.unwrap_or_default() })
}

/// One register as the reading form shows it.
#[derive(Clone, Debug)]
pub struct ReadingLine {
    /// The meter's serial number.
    pub serial: String,
    /// The register.
    pub register: String,
    /// The key its value is kept under.
    pub key: String,
    /// Digits of its dial.
    pub digits: i64,
    /// The last value and its day.
    pub last: Option<(Date, i64)>,
    /// The value given, and what was found about it.
    pub check: Option<(i64, domain::registry::reading::ReadingCheck)>,
}

/// The registers of a point with the values given so far, compared with history.
///
/// # Errors
/// [`Error::Denied`] when supply points may not be seen.
pub async fn reading_lines(
    app: &App,
    ctx: &Ctx,
    point: SupplyPointId,
    read_on: Option<Date>,
    values: std::collections::BTreeMap<String, i64>,
) -> Result<Vec<ReadingLine>, Error> {
    ctx.require(Resource::SupplyPoint, Action::Read)?;
    let today = ctx.today();
    read(app, "reading-lines", move |tx| lines(tx, point, read_on.unwrap_or(today), today, &values)).await
}

/// The registers of a point with values, compared with history.
pub(crate) fn lines(
    tx: &mut Tx<'_>,
    point: SupplyPointId,
    read_on: Date,
    today: Date,
    values: &std::collections::BTreeMap<String, i64>,
) -> Result<Vec<ReadingLine>, Error> {
    let mut lines = Vec::new();
    let meters = meter::of_point(tx, point)?;
    for dial in dials(&meters) {
        let history: Vec<(Date, i64)> = meter::history(tx, dial.meter.id, &dial.register.code, 13)?
            .into_iter()
            .map(|reading| (reading.read_on, reading.value))
            .collect();
        let digits = dial.register.digits;
        let check = values
            .get(&dial.key)
            .map(|value| (*value, check_reading(*value, read_on, today, digits, &history)));
        lines.push(ReadingLine {
            serial: dial.meter.serial.clone(),
            register: dial.register.code.clone(),
            key: dial.key,
            digits,
            last: history.last().copied(),
            check,
        });
    }
    Ok(lines)
}
