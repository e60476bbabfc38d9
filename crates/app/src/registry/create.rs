//! Entering a customer outside a request: another program sends what the counter would type, and it is checked by the same
//! form and against the same registry.

use std::collections::BTreeMap;

use domain::{
    access::{Action, Resource},
    registry::{Address, AddressPurpose, ContactKind, Party, PartyKind, PartyNames, Sex},
};
use feel::Env;
use kernel::{Date, Lang, PartyId, fold};
use procedures::Problem;
use serde_json::{Map, Value as Json, json};
use store::{
    Tx, audit,
    registry::{party, search},
    sequence,
};

use crate::{App, Ctx, Error, FieldProblem, voltura::code_of_another, write};

/// The form people enter a customer with: the pack, and the form in it.
const FORM: (&str, &str) = ("VOL", "contact");

/// A customer that was entered, and what was taken with a warning.
#[derive(Clone, Debug)]
pub struct Entered {
    /// The customer.
    pub party: Party,
    /// Warnings, field by field.
    pub warnings: Vec<FieldProblem>,
}

/// Enters a customer from what was sent, by the names of the counter's form: `surname`, `tax_code`, `address.street`, ….
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`] with what the form or the registry has against it: a code that is there already is
/// `party_exists`, a namesake of somebody without a code `namesake_exists` until `namesakes_checked` says that it is
/// somebody else.
pub async fn create_party(
    app: &App,
    ctx: &Ctx,
    raw: BTreeMap<String, Vec<String>>,
    lang: Lang,
) -> Result<Entered, Error> {
    ctx.require(Resource::Party, Action::Create)?;
    let (app_, ctx) = (app.clone(), ctx.clone());
    write(app, "create-party", move |tx| {
        let (_, pack) = app_.procedures.newest(tx, FORM.0)?;
        let form = pack.form(FORM.1).ok_or(Error::NotFound { kind: "procedure" })?;
        let (data, problems) = form.take(&raw, &Map::new(), ctx.today(), &Env { now: ctx.now() });
        let mut problems: Vec<FieldProblem> = problems.into_iter().map(told).collect();
        problems.extend(code_of_another(&data));
        if day(&data, "birth_date").is_some_and(|born| born > ctx.today()) {
            problems.push(FieldProblem::new("birth_date", "date_in_future"));
        }
        problems.extend(twins(tx, &data)?);
        problems.extend(namesake(tx, &data)?);
        if problems.iter().any(|problem| !problem.warning) {
            return Err(Error::Invalid(problems));
        }
        let number = format!("C{:06}", sequence::next(tx, "customer", 1)?);
        let entered = described(&ctx, &data, number, lang);
        party::insert(tx, &ctx, &entered)?;
        reach(tx, &ctx, &data, entered.id)?;
        search::index(tx, &entered)?;
        let subject = audit::Subject { kind: "party", id: entered.id.bytes() };
        audit::append(tx, &ctx, "create_party", subject, &json!({ "number": entered.number }))?;
        Ok(Entered { party: entered, warnings: problems })
    })
    .await
}

fn told(problem: Problem) -> FieldProblem {
    FieldProblem { field: problem.field, code: problem.code, args: problem.args, warning: problem.warning }
}

fn text(data: &Map<String, Json>, name: &str) -> Option<String> {
    let value = data.get(name)?.as_str()?.trim();
    (!value.is_empty()).then(|| value.to_owned())
}

fn day(data: &Map<String, Json>, name: &str) -> Option<Date> {
    data.get(name)?.as_str()?.parse().ok()
}

/// The same tax code or VAT number is never entered a second time.
fn twins(tx: &mut Tx<'_>, data: &Map<String, Json>) -> Result<Vec<FieldProblem>, Error> {
    let mut problems = Vec::new();
    for field in ["tax_code", "vat_number"] {
        let Some(code) = text(data, field) else { continue };
        // A body's tax code and its VAT number are often the same eleven digits.
        let mut known = party::by_tax_code(tx, &code)?;
        known.extend(party::by_vat_number(tx, &code)?);
        problems.extend(known.first().map(|twin| same_as(field, "party_exists", twin)));
    }
    Ok(problems)
}

/// Somebody without a code can be told from an entry of the same name only by a person.
fn namesake(tx: &mut Tx<'_>, data: &Map<String, Json>) -> Result<Option<FieldProblem>, Error> {
    let coded = text(data, "tax_code").is_some() || text(data, "vat_number").is_some();
    if coded || data.get("namesakes_checked") == Some(&json!(true)) {
        return Ok(None);
    }
    let name = fold(&names(data).display());
    if name.is_empty() {
        return Ok(None);
    }
    let known = party::by_folded_name(tx, &name)?;
    Ok(known.first().map(|other| same_as("namesakes_checked", "namesake_exists", other)))
}

fn same_as(field: &str, code: &str, twin: &Party) -> FieldProblem {
    let mut problem = FieldProblem::new(field, code);
    problem.args.push(("name".to_owned(), twin.names.display()));
    problem.args.push(("number".to_owned(), twin.number.clone()));
    problem
}

fn names(data: &Map<String, Json>) -> PartyNames {
    PartyNames {
        surname: text(data, "surname").unwrap_or_default(),
        given_name: text(data, "given_name").unwrap_or_default(),
        company_name: text(data, "company_name").unwrap_or_default(),
    }
}

fn described(ctx: &Ctx, data: &Map<String, Json>, number: String, lang: Lang) -> Party {
    let names = names(data);
    Party {
        id: ctx.id(PartyId::from_bytes),
        number,
        kind: if names.company_name.is_empty() { PartyKind::Person } else { PartyKind::Organisation },
        names,
        tax_code: text(data, "tax_code"),
        vat_number: text(data, "vat_number"),
        birth_date: day(data, "birth_date"),
        birth_place: text(data, "birth_place").unwrap_or_default(),
        sex: text(data, "sex").and_then(|sex| Sex::from_code(&sex)).unwrap_or(Sex::Unknown),
        lang,
        note: String::new(),
        registered_on: ctx.today(),
        identity_verified_at: None,
        version: 1,
    }
}

/// Telephones, electronic addresses, and where it is: from today.
fn reach(tx: &mut Tx<'_>, ctx: &Ctx, data: &Map<String, Json>, id: PartyId) -> Result<(), Error> {
    let today = ctx.today();
    for (field, kind) in [
        ("mobile", ContactKind::Mobile),
        ("phone", ContactKind::Phone),
        ("email", ContactKind::Email),
        ("pec", ContactKind::Pec),
    ] {
        if let Some(value) = text(data, field) {
            party::set_contact(tx, ctx, id, kind, &value, today, true)?;
        }
    }
    let address =
        data.get("address").cloned().and_then(|value| serde_json::from_value::<Address>(value).ok());
    let Some(mut address) = address.filter(|address| !address.street.is_empty()) else { return Ok(()) };
    if address.country.is_empty() {
        "IT".clone_into(&mut address.country);
    }
    party::set_address(tx, ctx, id, AddressPurpose::Residence, today, &address)?;
    Ok(())
}
