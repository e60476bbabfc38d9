//! The checks of answers against the registry, made when a form is sent.

use std::collections::BTreeMap;

use domain::{
    cases::Case,
    registry::{Party, PaymentMethod, SupplyPointState, reading::ReadingFinding},
    voltura::{VolturaAnswers, check_start, dials},
};
use feel::Env;
use kernel::{Date, PartyId, Sector, SupplyPointId, fold};
use procedures::{Field, FieldKind, Form, Pack};
use serde_json::{Map, Value as Json, json};
use store::{
    Tx,
    cases::case as cases,
    registry::{contract, meter, party, supply_point},
};

use super::{
    create_party::reachable,
    forms::{found_point, lines},
};
use crate::{App, Ctx, Error, FieldProblem, cases::offered};

/// Checks answers against the registry when a form is sent; fills in what follows from them (the contract of a point).
pub(crate) fn check_answers(
    app: &App,
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    case: &Case,
    form: Option<&Form>,
    answers: &mut Map<String, Json>,
) -> Result<Vec<FieldProblem>, Error> {
    let mut problems = Vec::new();
    let Some(form) = form else { return Ok(problems) };
    let mut all = case.data.clone();
    all.extend(answers.clone());
    let known = VolturaAnswers::of(&all);
    let pack = app.procedures.version(tx, &case.procedure, case.bundle_version)?;
    for field in &form.fields {
        match field.kind {
            FieldKind::SupplyPoint => {
                point_answer(app, ctx, tx, (case, &field.name), answers, &mut problems)?;
                if runs(&pack, "readings.judge") {
                    problems.extend(readable(tx, case, &field.name, answers)?);
                }
            }
            FieldKind::Party => {
                party_answer(tx, (case, &field.name), &known, answers, &mut problems)?;
                if runs(&pack, "party.apply_changes") {
                    problems.extend(same_for_party(tx, ctx, case, &field.name, answers)?);
                }
            }
            FieldKind::Readings => {
                if !form.visible(&all, &Env { now: ctx.now() }).iter().any(|shown| shown.name == field.name) {
                    continue;
                }
                let asked = Dials::of(field, &case.procedure, &known, &all);
                reading_answer(tx, ctx, &known, (&asked, confirmed(&pack, case)), &mut problems)?
            }
            FieldKind::Date => problems.extend(day_answer(app, ctx, case, &field.name, answers)),
            _ => {}
        }
    }
    if form.fields.iter().any(|field| field.kind == FieldKind::TaxCode) {
        problems.extend(code_of_another(answers));
    }
    if form.fields.iter().any(|field| field.name == "namesakes_checked") {
        problems.extend(namesake(tx, case, answers)?);
    }
    problems.extend(twins(tx, case, form, answers)?);
    for field in form.fields.iter().filter(|field| !offered::is_offered(case, &field.name)) {
        if answers.get(&field.name).is_some_and(|given| !given.is_null() && *given != json!(false)) {
            problems.push(FieldProblem::new(&field.name, "power_not_offered"));
        }
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

/// Days that cannot be: a birth to come, a first day too far from that of the request.
fn day_answer(
    app: &App,
    ctx: &Ctx,
    case: &Case,
    name: &str,
    answers: &Map<String, Json>,
) -> Option<FieldProblem> {
    let day = answers.get(name)?.as_str()?.parse::<Date>().ok()?;
    match name {
        "birth_date" if day > ctx.today() => Some(FieldProblem::new(name, "date_in_future")),
        "starts_on" if case.procedure == "VOL" => {
            let asked_on = case.started_at.map_or_else(|| ctx.today(), kernel::Instant::date);
            let found = check_start(day, asked_on, &app.settings.voltura)?;
            Some(FieldProblem { args: found.args, ..FieldProblem::new(name, &found.code) })
        }
        _ => None,
    }
}

/// The answers that name a party by its code: who is entered, and what is corrected of who was entered.
const CODES: [&str; 4] = ["tax_code", "vat_number", "fix_tax_code", "fix_vat_number"];

/// A code that the registry has already is told at its field, with the entry that has it, before anything is created. A
/// body's tax code and its VAT number are often the same eleven digits, and are looked for as both.
fn twins(
    tx: &mut Tx<'_>,
    case: &Case,
    form: &Form,
    answers: &Map<String, Json>,
) -> Result<Vec<FieldProblem>, Error> {
    let created = case.data.get("created_party").and_then(|id| id.as_str()?.parse::<PartyId>().ok());
    let own = if case.started_at.is_some() { case.party_id } else { created };
    let mut problems = Vec::new();
    for field in form.fields.iter().filter(|field| CODES.contains(&field.name.as_str())) {
        let typed = answers.get(&field.name).and_then(Json::as_str).unwrap_or_default();
        let code: String = typed.to_uppercase().chars().filter(char::is_ascii_alphanumeric).collect();
        if code.is_empty() {
            continue;
        }
        let mut known = party::by_tax_code(tx, &code)?;
        known.extend(party::by_vat_number(tx, &code)?);
        if let Some(twin) = known.into_iter().find(|twin| Some(twin.id) != own) {
            problems.push(same_as(&field.name, "party_exists", twin));
        }
    }
    Ok(problems)
}

/// A problem that names an entry of the registry: what people call it, and its id for whoever wants to take it.
pub(super) fn same_as(field: &str, code: &str, twin: Party) -> FieldProblem {
    let mut problem = FieldProblem::new(field, code);
    problem.args.push(("name".to_owned(), twin.names.display()));
    problem.args.push(("number".to_owned(), twin.number));
    problem.args.push(("party".to_owned(), twin.id.to_string()));
    problem
}

/// Somebody without a tax code can be told from an entry of the same name only by a person, and so can an entry without
/// one from somebody with: the namesake is shown before anything is entered, and whoever enters says that it is somebody
/// else.
fn namesake(
    tx: &mut Tx<'_>,
    case: &Case,
    answers: &Map<String, Json>,
) -> Result<Option<FieldProblem>, Error> {
    let text = |name: &str| answers.get(name).and_then(Json::as_str).unwrap_or_default().trim();
    let coded = !text("tax_code").is_empty() || !text("vat_number").is_empty();
    if answers.get("namesakes_checked") == Some(&json!(true)) {
        return Ok(None);
    }
    let name = match text("company_name") {
        "" => format!("{} {}", text("surname"), text("given_name")),
        company => company.to_owned(),
    };
    if name.trim().is_empty() {
        return Ok(None);
    }
    let own = case.data.get("created_party").and_then(|id| id.as_str()?.parse::<PartyId>().ok());
    let uncoded = |twin: &Party| twin.tax_code.is_none() && twin.vat_number.is_none();
    let mut twins = party::by_folded_name(tx, &fold(&name))?.into_iter().filter(|twin| Some(twin.id) != own);
    // Two codes tell two people of one name apart.
    let other = twins.find(|twin| !coded || uncoded(twin));
    Ok(other.map(|other| same_as("namesakes_checked", "namesake_exists", other)))
}

/// A tax code built from another name or birth day is taken, with a warning: names change, codes do not.
pub(crate) fn code_of_another(answers: &Map<String, Json>) -> Option<FieldProblem> {
    let text = |name: &str| answers.get(name).and_then(Json::as_str);
    let problem = |code: &str| Some(FieldProblem { warning: true, ..FieldProblem::new("tax_code", code) });
    let code = kernel::codes::TaxCode::parse(text("tax_code")?).ok()?;
    if code.is_numeric() {
        // Eleven digits are a body's code, or a provisional one that the tax office gave to a person.
        return if text("surname").is_some() { problem("tax_code_provisional") } else { None };
    }
    let named = text("surname")
        .zip(text("given_name"))
        .is_none_or(|(surname, given)| code.matches_name(surname, given));
    let born =
        text("birth_date").and_then(|day| day.parse().ok()).and_then(|day| code.matches_birth_date(day))
            != Some(false);
    match (named, born) {
        (true, true) => None,
        (false, _) => problem("tax_code_differs_from_name"),
        (true, false) => problem("tax_code_differs_from_birth"),
    }
}

fn point_answer(
    app: &App,
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    (case, name): (&Case, &str),
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
    let sector = point.sector;
    let found = found_point(tx, ctx, &app.settings.voltura, Some(case.id), point)?;
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
    if case.procedure == "VOL" {
        // Power, voltage and phases are things of an electric supply, whatever else its technical case may alter.
        let offered = sector == Sector::Electricity
            && app.procedures.newest(tx, "PM1").is_ok_and(|(_, pack)| pack.sectors.contains(&sector));
        answers.insert("power_increase_offered".to_owned(), json!(offered));
        if !offered {
            // What was answered for another supply must not come along.
            for name in ["power_increase", "power_w", "voltage_v", "phases"] {
                answers.insert(name.to_owned(), Json::Null);
            }
        }
    }
    Ok(())
}

fn party_answer(
    tx: &mut Tx<'_>,
    (case, name): (&Case, &str),
    known: &VolturaAnswers,
    answers: &Map<String, Json>,
    problems: &mut Vec<FieldProblem>,
) -> Result<(), Error> {
    let Some(id) = answers.get(name).and_then(|id| id.as_str()?.parse().ok()) else { return Ok(()) };
    let Some(chosen) = party::by_id(tx, id)? else {
        problems.push(FieldProblem::new(name, "party_gone"));
        return Ok(());
    };
    // Only a change of holder must not name the holder.
    let taken_over = known.contract.filter(|_| case.procedure == "VOL");
    let holder = taken_over.map_or(Ok(None), |contract| contract::by_id(tx, contract))?;
    if let Some(contract) = holder.filter(|contract| contract.party_id == chosen.id) {
        let mut problem = FieldProblem::new(name, "party_already_holder");
        problem.args.push(("number".to_owned(), contract.number));
        problems.push(problem);
    }
    if chosen.tax_code.is_none() && chosen.vat_number.is_none() {
        problems.push(FieldProblem { warning: true, ..FieldProblem::new(name, "tax_code_missing") });
    }
    if !reachable(tx, chosen.id)? {
        problems.push(FieldProblem { warning: true, ..FieldProblem::new(name, "party_unreachable") });
    }
    Ok(())
}

/// What is taken once somebody says that the values were read again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Confirmed {
    /// A value that can be right.
    Unusual,
    /// Any value the dial can show, even one below the last: it was seen on the spot.
    Possible,
    /// Every value: the process judges it, and refuses it with its reason.
    Everything,
}

/// What a confirmation is worth: a procedure that judges readings itself hears of every value that is insisted on, and
/// believes its own people, who read when the request was made already.
fn confirmed(pack: &Pack, case: &Case) -> Confirmed {
    match case.started_at {
        _ if !runs(pack, "readings.judge") => Confirmed::Unusual,
        None => Confirmed::Everything,
        Some(_) => Confirmed::Possible,
    }
}

/// Whether a procedure has an operation done somewhere.
pub(crate) fn runs(pack: &Pack, operation: &str) -> bool {
    let mut elements = pack.executables.values().flat_map(|executable| &executable.elements);
    elements.any(|element| element.activity().is_some_and(|activity| &*activity.operation == operation))
}

/// Whether anything can be read at a point, and whether somebody gave a reading there already.
fn readable(
    tx: &mut Tx<'_>,
    case: &Case,
    name: &str,
    answers: &Map<String, Json>,
) -> Result<Vec<FieldProblem>, Error> {
    let id = answers.get(name).and_then(|id| id.as_str()?.parse::<SupplyPointId>().ok());
    let Some(point) = id.map_or(Ok(None), |id| supply_point::by_id(tx, id))? else { return Ok(Vec::new()) };
    let mut problems = Vec::new();
    if point.state == SupplyPointState::Removed {
        problems.push(FieldProblem::new(name, "point_removed"));
    } else if dials(&meter::of_point(tx, point.id)?).is_empty() {
        problems.push(FieldProblem::new(name, "meter_missing"));
    }
    let others = cases::open_on_point(tx, point.id, case.id)?;
    let same = others.into_iter().find(|other| other.procedure == case.procedure && other.started);
    problems.extend(same.map(|other| same_open(name, other.number)));
    Ok(problems)
}

/// Somebody asked for the same of this customer already.
fn same_for_party(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    case: &Case,
    name: &str,
    answers: &Map<String, Json>,
) -> Result<Option<FieldProblem>, Error> {
    let Some(id) = answers.get(name).and_then(|id| id.as_str()?.parse::<PartyId>().ok()) else {
        return Ok(None);
    };
    let others = cases::of_party(tx, ctx, id, NEWEST)?;
    let same = others.into_iter().find(|other| {
        other.id != case.id
            && other.procedure == case.procedure
            && other.started_at.is_some()
            && !other.ended()
    });
    Ok(same.map(|other| same_open(name, other.number)))
}

/// How many of the newest cases of a customer are looked at.
const NEWEST: i64 = 50;

fn same_open(name: &str, number: String) -> FieldProblem {
    let args = vec![("number".to_owned(), number)];
    FieldProblem { warning: true, args, ..FieldProblem::new(name, "same_case_open") }
}

/// The dials a field asks for, with what was answered.
struct Dials<'f> {
    name: &'f str,
    values: BTreeMap<String, i64>,
    /// Whether each must have a value.
    needed: bool,
}

impl<'f> Dials<'f> {
    /// The agreed values of a change of holder are needed where neither holder gave them; those of any other field where
    /// the form says so.
    fn of(field: &'f Field, procedure: &str, known: &VolturaAnswers, answers: &Map<String, Json>) -> Self {
        let stored = || {
            let given = answers.get(&field.name).and_then(Json::as_object).into_iter().flatten();
            given.filter_map(|(key, value)| Some((key.clone(), value.as_i64()?))).collect()
        };
        let (values, needed) = match (procedure, field.name.as_str()) {
            ("VOL", "readings") => (known.readings.clone(), true),
            ("VOL", "outgoing_readings") => (known.outgoing_readings.clone(), false),
            _ => (stored(), field.required),
        };
        Self { name: &field.name, values, needed }
    }
}

fn reading_answer(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    known: &VolturaAnswers,
    (asked, confirmed): (&Dials<'_>, Confirmed),
    problems: &mut Vec<FieldProblem>,
) -> Result<(), Error> {
    let Some(point) = known.supply_point else { return Ok(()) };
    let read_on = known.read_on.unwrap_or_else(|| ctx.today());
    for line in lines(tx, point, read_on, ctx.today(), &asked.values)? {
        let field = format!("{}.{}", asked.name, line.key);
        let Some((_, check)) = line.check else {
            // One of the two holders must have read the dial.
            let other = asked.name == "readings" && known.outgoing_readings.contains_key(&line.key);
            if asked.needed && !other {
                problems.push(FieldProblem::new(&field, "required"));
            }
            continue;
        };
        for finding in check.findings {
            let taken = match confirmed {
                Confirmed::Unusual => !finding.refuses(),
                Confirmed::Possible => finding.possible(),
                Confirmed::Everything => {
                    !matches!(finding, ReadingFinding::DateInFuture { .. } | ReadingFinding::Negative)
                }
            };
            let warning = taken && known.readings_confirmed;
            problems.push(reading_problem(&field, &finding, warning));
        }
    }
    Ok(())
}

fn reading_problem(field: &str, finding: &ReadingFinding, warning: bool) -> FieldProblem {
    let args: Vec<(&str, String)> = match finding {
        ReadingFinding::DateNotAfterLast { last_on } => vec![("last_on", last_on.to_string())],
        ReadingFinding::DateInFuture { .. } | ReadingFinding::Negative => Vec::new(),
        ReadingFinding::TooManyDigits { digits } => vec![("digits", digits.to_string())],
        ReadingFinding::BelowLast { last, last_on } => {
            vec![("last", last.to_string()), ("last_on", last_on.to_string())]
        }
        ReadingFinding::RollOver { last, consumption } => {
            vec![("last", last.to_string()), ("consumption", consumption.to_string())]
        }
        ReadingFinding::AboveExpected { consumption, low, high } => vec![
            ("consumption", consumption.to_string()),
            ("low", low.to_string()),
            ("high", high.to_string()),
        ],
    };
    FieldProblem {
        field: field.to_owned(),
        code: finding.code().to_owned(),
        args: args.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
        warning,
    }
}
