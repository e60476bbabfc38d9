//! Carrying out what was decided about a party, keeping what it was.

use domain::registry::{
    AddressPurpose, ContactKind, Party, Sex,
    change::{Change, answered_address, compare, first_day, still_holds},
};
use kernel::{ContractId, Date, Lang, PartyId, SupplyPointId};
use serde_json::{Value as Json, json};
use store::{
    audit,
    registry::{contract, party, search},
};

use super::compare_party::{answered, on_record, shown_answers};
use crate::{
    Error,
    processes::{CallAnswer, Run},
};

/// Changes the party as it was decided: its data, contact points, addresses, and the e-mail its bills go to. Where the
/// registry no longer holds what the decision was made on, nothing is changed: `applied` is `conflict` and `changes` are
/// those of now, for a person to look at again.
pub(super) fn apply_changes(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let known = on_record(run)?;
    let answers = shown_answers(run);
    let now = compare(&known, &answers);
    let decided = run.case.data.get("changes").cloned().unwrap_or_default();
    let decided: Vec<Change> = serde_json::from_value(decided).unwrap_or_default();
    if !still_holds(&decided, &now, &known) {
        let fresh =
            vec![("applied", json!("conflict")), ("changes", json!(now)), ("passing_point", Json::Null)];
        return Ok(CallAnswer::Done(fresh));
    }
    let from = answered(run, "effective_on").parse::<Date>().unwrap_or_else(|_| run.ctx.today());
    let has = |field: &str| now.iter().find(|change| change.field == field).map(|change| change.new.clone());
    let after = write_party(run, &known.party, &has)?;
    write_contacts(run, &known, from, &has)?;
    for (field, purpose) in [("address", known.home()), ("mailing_address", AddressPurpose::Mailing)] {
        if has(field).is_some()
            && let Some(address) = answered_address(&answers, field)
        {
            let known = party::addresses(run.tx, after.id)?;
            let old = known.iter().find(|entry| entry.valid_to.is_none() && entry.purpose == purpose);
            let from = first_day(from, old.map(|entry| entry.valid_from));
            party::set_address(run.tx, run.ctx, after.id, purpose, from, &address)?;
        }
    }
    search::index(run.tx, &after)?;
    run.case.party_name = after.names.display();
    let passing = passing_point(run, after.id)?;
    let subject = audit::Subject { kind: "party", id: after.id.bytes() };
    let fields: Vec<&str> = now.iter().map(|change| change.field.as_str()).collect();
    let details = json!({ "fields": fields, "case": run.case.number });
    audit::append(run.tx, run.ctx, "change_party", subject, &details)?;
    Ok(CallAnswer::Done(vec![
        ("applied", json!("yes")),
        ("changes", json!(decided)),
        ("passing_point", json!(passing)),
    ]))
}

/// The party's own data, and of somebody who died the note that says so.
fn write_party(
    run: &mut Run<'_, '_>,
    before: &Party,
    has: &impl Fn(&str) -> Option<String>,
) -> Result<Party, Error> {
    let mut after = before.clone();
    let put = |place: &mut String, field: &str| {
        if let Some(value) = has(field) {
            *place = value;
        }
    };
    put(&mut after.names.surname, "surname");
    put(&mut after.names.given_name, "given_name");
    put(&mut after.names.company_name, "company_name");
    put(&mut after.birth_place, "birth_place");
    if let Some(code) = has("tax_code").or_else(|| has("company_tax_code")) {
        after.tax_code = Some(code);
    }
    if let Some(number) = has("vat_number") {
        after.vat_number = Some(number);
    }
    if let Some(day) = has("birth_date").and_then(|day| day.parse().ok()) {
        after.birth_date = Some(day);
    }
    if let Some(sex) = has("sex").and_then(|sex| Sex::from_code(&sex)) {
        after.sex = sex;
    }
    if let Some(words) = deceased(run)
        && !after.note.contains(&words)
    {
        after.note = [after.note.as_str(), &words].join("\n").trim().to_owned();
    }
    if after != *before && !party::update(run.tx, run.ctx, before, &mut after)? {
        return Err(Error::Repeat);
    }
    Ok(after)
}

/// What whoever serves the customer next must know of a death; in the words of the pack.
fn deceased(run: &Run<'_, '_>) -> Option<String> {
    let day: Date =
        answered(run, "death_on").parse().ok().filter(|_| answered(run, "change_kind") == "mortis_causa")?;
    let day = format!("{:02}/{:02}/{}", day.day(), day.month(), day.year());
    let heir = run.case.data.get("heirs").and_then(|heirs| heirs.get(0)?.get("heir_name")?.as_str());
    let args = [("day", day.as_str()), ("heir", heir.unwrap_or("–"))];
    run.pack.texts.get(Lang::It, "note-deceased", &args)
}

fn write_contacts(
    run: &mut Run<'_, '_>,
    known: &domain::registry::change::OnRecord,
    from: Date,
    has: &impl Fn(&str) -> Option<String>,
) -> Result<(), Error> {
    for (field, kind) in [
        ("mobile", ContactKind::Mobile),
        ("phone", ContactKind::Phone),
        ("email", ContactKind::Email),
        ("pec", ContactKind::Pec),
    ] {
        let Some(value) = has(field) else { continue };
        let since =
            known.contacts.iter().filter(|contact| contact.kind == kind).map(|contact| contact.valid_from);
        let from = first_day(from, since.max());
        party::set_contact(run.tx, run.ctx, known.party.id, kind, &value, from, true)?;
        if kind == ContactKind::Email {
            redirect_bills(run, known.party.id, known.contact(kind), &value)?;
        }
    }
    Ok(())
}

/// Bills that went to the old address go to the new one.
fn redirect_bills(run: &mut Run<'_, '_>, holder: PartyId, old: Option<&str>, new: &str) -> Result<(), Error> {
    let Some(old) = old.map(str::to_lowercase) else { return Ok(()) };
    for before in contract::of_party(run.tx, holder)? {
        if before.ends_on.is_some() || before.delivery_email.to_lowercase() != old {
            continue;
        }
        let mut after = before.clone();
        new.clone_into(&mut after.delivery_email);
        if !contract::update(run.tx, run.ctx, &before, &mut after)? {
            return Err(Error::Repeat);
        }
    }
    Ok(())
}

/// The supply whose contract passes to somebody else: the one that was chosen, else the only one there is.
fn passing_point(run: &mut Run<'_, '_>, holder: PartyId) -> Result<Option<SupplyPointId>, Error> {
    if run.case.data.get("contract_passes") != Some(&Json::Bool(true)) {
        return Ok(None);
    }
    let chosen = answered(run, "passing_contract").parse::<ContractId>().ok();
    let held = contract::of_party(run.tx, holder)?;
    let in_force: Vec<_> = held.iter().filter(|contract| contract.ends_on.is_none()).collect();
    let passing = match chosen {
        Some(chosen) => held.iter().find(|contract| contract.id == chosen),
        None => in_force.first().filter(|_| in_force.len() == 1).copied(),
    };
    Ok(passing.map(|contract| contract.supply_point_id))
}
