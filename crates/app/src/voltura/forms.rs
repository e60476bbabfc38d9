//! What the forms of the change of holder need from the registry: finding points and parties, judging readings.

use domain::{
    access::{Action, Resource},
    cases::Case,
    registry::{
        Contract, Party, PaymentMethod, SupplyPoint,
        reading::{ReadingFinding, check_reading},
    },
    voltura::VolturaAnswers,
};
use kernel::{CaseId, Date, SupplyPointId, fold};
use procedures::{FieldKind, Form};
use serde_json::{Map, Value as Json, json};
use store::{
    Tx,
    registry::{bill, contract, meter, party, supply_point},
};

use crate::{App, Ctx, Error, FieldProblem, read, registry::look_up};

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
    let (ctx, query, rules) = (ctx.clone(), query.trim().to_owned(), app.settings.voltura);
    read(app, "find-points", move |tx| {
        let mut found = Vec::new();
        for id in look_up::points(tx, &query, limit)? {
            let Some(point) = supply_point::by_id(tx, id)? else { continue };
            found.push(found_point(tx, &ctx, &rules, case, point)?);
        }
        Ok(found)
    })
    .await
}

fn found_point(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    rules: &domain::voltura::Rules,
    case: Option<CaseId>,
    point: SupplyPoint,
) -> Result<FoundPoint, Error> {
    let in_force = contract::in_force(tx, point.id)?;
    let holder = in_force.as_ref().map_or(Ok(None), |contract| party::by_id(tx, contract.party_id))?;
    let open = store::cases::case::open_on_point(tx, point.id, case.unwrap_or(CaseId::from_bytes([0; 16])))?;
    let (same, other): (Vec<_>, Vec<_>) = open.into_iter().partition(|open| open.procedure == "VOL");
    let numbers =
        |list: Vec<store::cases::case::CaseRef>| list.into_iter().map(|open| open.number).collect::<Vec<_>>();
    let (same_open, other_open) = (numbers(same), numbers(other));
    let overdue = match &in_force {
        Some(contract) => bill::balance(tx, contract.id, ctx.today())?.overdue,
        None => kernel::Money::ZERO,
    };
    let situation = domain::voltura::Situation {
        today: ctx.today(),
        point: Some(&point),
        contract: in_force.as_ref(),
        overdue,
        same_open: &same_open,
        other_open: &other_open,
    };
    let findings = domain::voltura::check(&VolturaAnswers::default(), &situation, rules);
    Ok(FoundPoint { point, contract: in_force, holder, findings })
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

fn lines(
    tx: &mut Tx<'_>,
    point: SupplyPointId,
    read_on: Date,
    today: Date,
    values: &std::collections::BTreeMap<String, i64>,
) -> Result<Vec<ReadingLine>, Error> {
    let mut lines = Vec::new();
    for meter in meter::of_point(tx, point)?.into_iter().filter(|meter| meter.removed_on.is_none()) {
        for register in &meter.registers {
            let history: Vec<(Date, i64)> = meter::history(tx, meter.id, &register.code, 13)?
                .into_iter()
                .map(|reading| (reading.read_on, reading.value))
                .collect();
            let check = values
                .get(&register.code)
                .map(|value| (*value, check_reading(*value, read_on, today, register.digits, &history)));
            lines.push(ReadingLine {
                serial: meter.serial.clone(),
                register: register.code.clone(),
                digits: register.digits,
                last: history.last().copied(),
                check,
            });
        }
    }
    Ok(lines)
}

/// Checks answers against the registry when a form is sent; fills in what follows from them (the contract of a point).
pub(crate) fn check_answers(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    case: &Case,
    form: Option<&Form>,
    answers: &mut Map<String, Json>,
) -> Result<Vec<FieldProblem>, Error> {
    let mut problems = Vec::new();
    let Some(form) = form else { return Ok(problems) };
    let mut all = case.data.clone();
    all.extend(answers.clone());
    let known = VolturaAnswers::of(&all);
    for field in &form.fields {
        match field.kind {
            FieldKind::SupplyPoint => point_answer(tx, ctx, case, &field.name, answers, &mut problems)?,
            FieldKind::Party => party_answer(tx, &field.name, &known, answers, &mut problems)?,
            FieldKind::Readings => reading_answer(tx, ctx, &known, &field.name, &mut problems)?,
            _ => {}
        }
    }
    if form.fields.iter().any(|field| field.kind == FieldKind::TaxCode) {
        problems.extend(code_of_another(answers));
    }
    if form.fields.iter().any(|field| field.name == "iban")
        && known.payment == Some(PaymentMethod::DirectDebit)
        && known.iban.is_none()
    {
        let told = problems.iter().any(|problem: &FieldProblem| problem.field == "iban");
        if !told && answers.get("iban").is_none_or(Json::is_null) {
            problems.push(FieldProblem::new("iban", "required"));
        }
    }
    Ok(problems)
}

/// A tax code built from another name or birth day is taken, with a warning: names change, codes do not.
fn code_of_another(answers: &Map<String, Json>) -> Option<FieldProblem> {
    let text = |name: &str| answers.get(name).and_then(Json::as_str);
    let code = kernel::codes::TaxCode::parse(text("tax_code")?).ok().filter(|code| !code.is_numeric())?;
    let named = text("surname")
        .zip(text("given_name"))
        .is_none_or(|(surname, given)| code.matches_name(surname, given));
    let born =
        text("birth_date").and_then(|day| day.parse().ok()).and_then(|day| code.matches_birth_date(day))
            != Some(false);
    let problem = |code: &str| Some(FieldProblem { warning: true, ..FieldProblem::new("tax_code", code) });
    match (named, born) {
        (true, true) => None,
        (false, _) => problem("tax_code_differs_from_name"),
        (true, false) => problem("tax_code_differs_from_birth"),
    }
}

fn point_answer(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    case: &Case,
    name: &str,
    answers: &mut Map<String, Json>,
    problems: &mut Vec<FieldProblem>,
) -> Result<(), Error> {
    let Some(id) = answers.get(name).and_then(|id| id.as_str()?.parse::<SupplyPointId>().ok()) else {
        return Ok(());
    };
    let Some(point) = supply_point::by_id(tx, id)? else {
        problems.push(FieldProblem::new(name, "point_missing"));
        return Ok(());
    };
    let found = found_point(tx, ctx, &domain::voltura::Rules::default(), Some(case.id), point)?;
    for finding in found.findings {
        if case.procedure == "VOL"
            && finding.code != "debt_declaration_missing"
            && finding.code != "title_proof_missing"
        {
            problems.push(FieldProblem {
                field: name.to_owned(),
                code: finding.code,
                args: finding.args,
                warning: !finding.blocks,
            });
        }
    }
    if let Some(contract) = found.contract {
        answers.insert("contract".to_owned(), json!(contract.id));
    }
    Ok(())
}

fn party_answer(
    tx: &mut Tx<'_>,
    name: &str,
    known: &VolturaAnswers,
    answers: &Map<String, Json>,
    problems: &mut Vec<FieldProblem>,
) -> Result<(), Error> {
    let Some(id) = answers.get(name).and_then(|id| id.as_str()?.parse().ok()) else { return Ok(()) };
    let Some(chosen) = party::by_id(tx, id)? else {
        problems.push(FieldProblem::new(name, "party_gone"));
        return Ok(());
    };
    let holder = known.contract.map_or(Ok(None), |contract| contract::by_id(tx, contract))?;
    if let Some(contract) = holder.filter(|contract| contract.party_id == chosen.id) {
        let mut problem = FieldProblem::new(name, "party_already_holder");
        problem.args.push(("number".to_owned(), contract.number));
        problems.push(problem);
    }
    if chosen.tax_code.is_none() && chosen.vat_number.is_none() {
        problems.push(FieldProblem { warning: true, ..FieldProblem::new(name, "tax_code_missing") });
    }
    Ok(())
}

fn reading_answer(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    known: &VolturaAnswers,
    name: &str,
    problems: &mut Vec<FieldProblem>,
) -> Result<(), Error> {
    let Some(point) = known.supply_point else { return Ok(()) };
    let read_on = known.read_on.unwrap_or_else(|| ctx.today());
    for line in lines(tx, point, read_on, ctx.today(), &known.readings)? {
        let field = format!("{name}.{}", line.register);
        let Some((_, check)) = line.check else {
            problems.push(FieldProblem::new(&field, "required"));
            continue;
        };
        for finding in check.findings {
            let warning = !finding.refuses() && known.readings_confirmed;
            problems.push(reading_problem(&field, &finding, warning));
        }
    }
    Ok(())
}

fn reading_problem(field: &str, finding: &ReadingFinding, warning: bool) -> FieldProblem {
    let (code, args): (&str, Vec<(&str, String)>) = match finding {
        ReadingFinding::DateNotAfterLast { last_on } => {
            ("reading_not_after_last", vec![("last_on", last_on.to_string())])
        }
        ReadingFinding::DateInFuture { .. } => ("date_in_future", Vec::new()),
        ReadingFinding::TooManyDigits { digits } => ("reading_digits", vec![("digits", digits.to_string())]),
        ReadingFinding::Negative => ("reading_negative", Vec::new()),
        ReadingFinding::BelowLast { last, last_on } => {
            ("reading_below_last", vec![("last", last.to_string()), ("last_on", last_on.to_string())])
        }
        ReadingFinding::RollOver { last, consumption } => {
            ("reading_roll_over", vec![("last", last.to_string()), ("consumption", consumption.to_string())])
        }
        ReadingFinding::AboveExpected { consumption, low, high } => (
            "reading_above_expected",
            vec![
                ("consumption", consumption.to_string()),
                ("low", low.to_string()),
                ("high", high.to_string()),
            ],
        ),
    };
    FieldProblem {
        field: field.to_owned(),
        code: code.to_owned(),
        args: args.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
        warning,
    }
}
