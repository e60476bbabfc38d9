//! Old and new side by side, before anything of a party is changed.

use domain::registry::{
    Party, PartyKind,
    change::{Change, FIELDS, OnRecord, compare, is_sensitive},
};
use feel::Env;
use kernel::PartyId;
use serde_json::{Map, Value as Json, json};
use store::registry::party;

use crate::{
    Error, FieldProblem,
    processes::{CallAnswer, Run},
};

/// The text answered in a field; empty when there is none.
pub(super) fn answered<'r>(run: &'r Run<'_, '_>, field: &str) -> &'r str {
    run.case.data.get(field).and_then(Json::as_str).map(str::trim).unwrap_or_default()
}

/// A field that cannot be taken, with the step that asks for it.
fn problem(run: &Run<'_, '_>, field: &str, code: &str) -> FieldProblem {
    let mut problem = FieldProblem::new(field, code);
    let asks = |form: &str| {
        run.pack.form(form).is_some_and(|form| form.fields.iter().any(|known| known.name == field))
    };
    let step = run.pack.executable.elements.iter().find(|element| {
        let form = element.activity.as_deref().and_then(|activity| activity.form.as_deref());
        form.is_some_and(asks)
    });
    problem.args.extend(step.map(|step| ("step".to_owned(), step.id.to_string())));
    problem
}

/// What is on record about the party the case is about.
pub(super) fn on_record(run: &mut Run<'_, '_>) -> Result<OnRecord, Error> {
    let id = answered(run, "party").parse::<PartyId>().ok();
    let known = id.map_or(Ok(None), |id| party::by_id(run.tx, id))?;
    let Some(party) = known else { return Err(Error::field("party", "party_gone")) };
    let addresses = party::addresses(run.tx, party.id)?
        .into_iter()
        .filter(|entry| entry.valid_to.is_none())
        .map(|entry| (entry.purpose, entry.address))
        .collect();
    Ok(OnRecord { contacts: party::contacts(run.tx, party.id)?, addresses, party })
}

/// The answers that some form shows now: what was answered before the kind of change was another does not count.
pub(super) fn shown_answers(run: &Run<'_, '_>) -> Map<String, Json> {
    let env = Env { now: run.ctx.now() };
    let mut shown = Map::new();
    for form in run.pack.forms.values() {
        for field in form.visible(&run.case.data, &env) {
            if FIELDS.contains(&field.name.as_str())
                && let Some(value) = run.case.data.get(&field.name)
            {
                shown.insert(field.name.clone(), value.clone());
            }
        }
    }
    shown
}

/// Compares every field that was answered with the registry. Who somebody is belongs to one party only, and what changes
/// nothing is no change, unless the occasion itself is one: a death, a separation, a new member of the household.
pub(super) fn compare_party(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let kind = answered(run, "change_kind").to_owned();
    let known = on_record(run)?;
    if let Some(code) = wrong_kind(&kind, known.party.kind) {
        return Err(Error::Invalid(vec![problem(run, "change_kind", code)]));
    }
    let answers = shown_answers(run);
    let changes = compare(&known, &answers);
    refuse_twins(run, &known.party, &changes)?;
    if changes.is_empty() && !matches!(kind.as_str(), "mortis_causa" | "separation" | "cohabitant") {
        let field = FIELDS.iter().find(|field| is_shown(run, field)).copied().unwrap_or("change_kind");
        return Err(Error::Invalid(vec![problem(run, field, "nothing_changes")]));
    }
    let sensitive = if is_sensitive(&changes, &kind) { "yes" } else { "no" };
    Ok(CallAnswer::Done(vec![("changes", json!(changes)), ("sensitive", json!(sensitive))]))
}

fn is_shown(run: &Run<'_, '_>, field: &str) -> bool {
    let env = Env { now: run.ctx.now() };
    run.pack
        .forms
        .values()
        .any(|form| form.visible(&run.case.data, &env).iter().any(|shown| shown.name == field))
}

/// Companies do not marry, people have no company name.
fn wrong_kind(kind: &str, party: PartyKind) -> Option<&'static str> {
    match (kind, party) {
        ("company", PartyKind::Person) => Some("change_of_company"),
        ("correction" | "mortis_causa" | "separation" | "cohabitant", PartyKind::Organisation) => {
            Some("change_of_person")
        }
        _ => None,
    }
}

/// A tax code and a VAT number are one party's: somebody else who has them is named.
fn refuse_twins(run: &mut Run<'_, '_>, own: &Party, changes: &[Change]) -> Result<(), Error> {
    for change in changes {
        let found = match change.field.as_str() {
            "tax_code" | "company_tax_code" => party::by_tax_code(run.tx, &change.new)?,
            "vat_number" => party::by_vat_number(run.tx, &change.new)?,
            _ => continue,
        };
        if let Some(twin) = found.into_iter().find(|twin| twin.id != own.id) {
            let mut problem = problem(run, &change.field, "party_exists");
            problem.args.push(("name".to_owned(), twin.names.display()));
            problem.args.push(("number".to_owned(), twin.number));
            return Err(Error::Invalid(vec![problem]));
        }
    }
    Ok(())
}
