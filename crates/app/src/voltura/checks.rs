//! The checks of answers against the registry, made when a form is sent.

use domain::{
    cases::Case,
    registry::{PaymentMethod, reading::ReadingFinding},
    voltura::{VolturaAnswers, check_start},
};
use kernel::{Date, PartyId, SupplyPointId, fold};
use procedures::{FieldKind, Form};
use serde_json::{Map, Value as Json, json};
use store::{
    Tx,
    registry::{contract, party, supply_point},
};

use super::{
    create_party::reachable,
    forms::{found_point, lines},
};
use crate::{App, Ctx, Error, FieldProblem};

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
    for field in &form.fields {
        match field.kind {
            FieldKind::SupplyPoint => {
                point_answer(app, ctx, tx, (case, &field.name), answers, &mut problems)?
            }
            FieldKind::Party => party_answer(tx, &field.name, &known, answers, &mut problems)?,
            FieldKind::Readings => reading_answer(tx, ctx, &known, &field.name, &mut problems)?,
            FieldKind::Date => problems.extend(day_answer(app, ctx, case, &field.name, answers)),
            _ => {}
        }
    }
    if form.fields.iter().any(|field| field.kind == FieldKind::TaxCode) {
        problems.extend(code_of_another(answers));
        problems.extend(namesake(tx, case, answers)?);
    }
    if answers.get("power_increase") == Some(&json!(true))
        && case.data.get("power_increase_offered") == Some(&json!(false))
    {
        problems.push(FieldProblem::new("power_increase", "power_not_offered"));
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

/// Somebody without a tax code can be told from an entry of the same name only by a person: the namesake is shown
/// before anything is entered, and whoever enters says that it is somebody else.
fn namesake(
    tx: &mut Tx<'_>,
    case: &Case,
    answers: &Map<String, Json>,
) -> Result<Option<FieldProblem>, Error> {
    let text = |name: &str| answers.get(name).and_then(Json::as_str).unwrap_or_default().trim();
    let coded = !text("tax_code").is_empty() || !text("vat_number").is_empty();
    if coded || answers.get("namesakes_checked") == Some(&json!(true)) {
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
    let other = party::by_folded_name(tx, &fold(&name))?.into_iter().find(|twin| Some(twin.id) != own);
    let Some(other) = other else { return Ok(None) };
    let mut problem = FieldProblem::new("namesakes_checked", "namesake_exists");
    problem.args.push(("name".to_owned(), other.names.display()));
    problem.args.push(("number".to_owned(), other.number));
    Ok(Some(problem))
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
        let offered = app.procedures.newest(tx, "PM1").is_ok_and(|(_, pack)| pack.sectors.contains(&sector));
        answers.insert("power_increase_offered".to_owned(), json!(offered));
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
    if !reachable(tx, chosen.id)? {
        problems.push(FieldProblem { warning: true, ..FieldProblem::new(name, "party_unreachable") });
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
    let outgoing = name == "outgoing_readings";
    let values = if outgoing { &known.outgoing_readings } else { &known.readings };
    for line in lines(tx, point, read_on, ctx.today(), values)? {
        let field = format!("{name}.{}", line.key);
        let Some((_, check)) = line.check else {
            // One of the two holders must have read the dial.
            if !outgoing && !known.outgoing_readings.contains_key(&line.key) {
                problems.push(FieldProblem::new(&field, "required"));
            }
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
