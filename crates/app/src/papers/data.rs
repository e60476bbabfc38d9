//! The values a paper shows, as the contract of the letters' templates asks for them.

use domain::{
    registry::{AddressPurpose, ContactKind, Party},
    voltura::VolturaAnswers,
};
use kernel::{ContractId, Lang, PartyId};
use serde_json::{Map, Value as Json, json};
use store::{
    Tx,
    registry::{contract, meter, party, supply_point},
};

use crate::{Error, processes::Run};

/// Everything the letters of a case may show.
pub(crate) fn paper_data(run: &mut Run<'_, '_>, lang: Lang) -> Result<Json, Error> {
    crate::cases::clocks::refresh(run.tx, &run.pack, &mut run.case, run.ctx.now())?;
    let answers = VolturaAnswers::of(&run.case.data);
    let settings = &run.app.settings;
    let facts = store::cases::fact::of_case(run.tx, run.case.id)?;
    let suspensions = store::cases::fact::suspensions(run.tx, run.case.id)?;
    let clocks = crate::cases::clocks::evaluate(&run.pack, run.case.sector, &facts, &suspensions, run.ctx.now());
    let clock = crate::cases::clocks::most_urgent(&clocks);
    let outgoing = match answers.contract.map_or(Ok(None), |id| contract::by_id(run.tx, id))? {
        Some(old) => party_data(run.tx, Some(old.party_id))?,
        None => Json::Null,
    };
    let incoming = party_data(run.tx, answers.party.or(run.case.party_id))?;
    Ok(json!({
        "utility": { "name": settings.utility, "address": settings.utility_address, "vat_number": settings.utility_vat,
            "phone": settings.utility_phone, "email": settings.utility_email },
        "office": office(run)?,
        "operator": run.ctx.actor.name(),
        "case": {
            "number": run.case.number, "procedure": run.pack.texts.or_key(lang, "procedure"),
            "received_on": run.case.started_at.map(kernel::Instant::date),
            "promised_on": clock.and_then(|clock| clock.evaluation.due).map(|due| due.date()),
            "clock": clock.map(|clock| match lang { Lang::It => clock.why.it.clone(), Lang::En => clock.why.en.clone() }),
            "printed_on": run.ctx.today(),
        },
        "outgoing": outgoing,
        "incoming": incoming,
        "point": point_data(run)?,
        "contract": contract_data(run, &answers)?,
        "reading": { "date": answers.read_on, "registers": answers.readings },
        "title": answers.title.map(|title| title.code()),
        "variant": answers.variant.map(|variant| variant.code()),
        "answers": run.case.data,
    }))
}

fn office(run: &mut Run<'_, '_>) -> Result<Json, Error> {
    let office = run.case.office_id.map_or(Ok(None), |id| store::accounts::office::by_id(run.tx, id))?;
    Ok(office.map_or(Json::Null, |office| json!({ "name": office.name, "address": office.address, "municipality": office.municipality })))
}

fn party_data(tx: &mut Tx<'_>, id: Option<PartyId>) -> Result<Json, Error> {
    let Some(found) = id.map_or(Ok(None), |id| party::by_id(tx, id))? else { return Ok(Json::Null) };
    let Party { number, names, tax_code, vat_number, birth_date, birth_place, kind, .. } = &found;
    let addresses = party::addresses(tx, found.id)?;
    let in_use = |purpose: AddressPurpose| {
        addresses.iter().find(|entry| entry.purpose == purpose && entry.valid_to.is_none()).map(|entry| &entry.address)
    };
    let home = in_use(AddressPurpose::Residence).or_else(|| in_use(AddressPurpose::RegisteredOffice));
    let mailing = in_use(AddressPurpose::Mailing).or(home);
    let contacts = party::contacts(tx, found.id)?;
    let contact = |kind: ContactKind| contacts.iter().find(|entry| entry.kind == kind).map(|entry| entry.value.clone());
    Ok(json!({
        "number": number, "name": names.display(), "kind": kind.code(), "tax_code": tax_code, "vat_number": vat_number,
        "birth_date": birth_date, "birth_place": birth_place,
        "address": home.map(|address| json!({ "line": address.line(), "town": address.town() })),
        "mailing": mailing.map(|address| json!({ "line": address.line(), "town": address.town() })),
        "email": contact(ContactKind::Email), "phone": contact(ContactKind::Mobile).or_else(|| contact(ContactKind::Phone)),
        "pec": contact(ContactKind::Pec),
    }))
}

fn point_data(run: &mut Run<'_, '_>) -> Result<Json, Error> {
    let Some(point) = run.case.supply_point_id.map_or(Ok(None), |id| supply_point::by_id(run.tx, id))? else {
        return Ok(Json::Null);
    };
    let meters = meter::of_point(run.tx, point.id)?;
    let in_place = meters.iter().find(|meter| meter.removed_on.is_none());
    let answers = VolturaAnswers::of(&run.case.data);
    let cadastre = match answers.contract {
        Some(contract_id) => contract::cadastre(run.tx, contract_id)?,
        None => None,
    };
    let t = &point.technical;
    Ok(json!({
        "sector": point.sector, "code": point.code, "address": point.address.line(), "town": point.address.town(),
        "distributor": point.distributor, "use": t.point_use, "power_w": t.power_w, "voltage_v": t.voltage_v, "phases": t.phases,
        "meter_class": t.meter_class, "meter_serial": in_place.map(|meter| meter.serial.clone()), "cadastre": cadastre,
        "new_power_w": answers.power_w, "new_voltage_v": answers.voltage_v, "new_phases": answers.phases,
    }))
}

fn contract_data(run: &mut Run<'_, '_>, answers: &VolturaAnswers) -> Result<Json, Error> {
    let made = run.case.data.get("new_contract").and_then(|id| id.as_str()?.parse::<ContractId>().ok());
    let made = made.map_or(Ok(None), |id| contract::by_id(run.tx, id))?;
    let old = answers.contract.map_or(Ok(None), |id| contract::by_id(run.tx, id))?;
    let mut data = Map::new();
    data.insert("number".to_owned(), json!(made.as_ref().map(|contract| contract.number.clone())));
    data.insert("old_number".to_owned(), json!(old.as_ref().map(|contract| contract.number.clone())));
    data.insert("old_ends_on".to_owned(), json!(answers.starts_on.and_then(|day| day.yesterday().ok())));
    data.insert("start".to_owned(), json!(answers.starts_on));
    data.insert("offer".to_owned(), json!(answers.offer.clone().or_else(|| old.as_ref().map(|contract| contract.offer.clone()))));
    data.insert("payment".to_owned(), json!(answers.payment.map(|payment| payment.code())));
    data.insert("iban".to_owned(), json!(answers.iban));
    data.insert("iban_holder".to_owned(), json!(answers.iban_holder));
    data.insert("delivery".to_owned(), json!(answers.delivery.map(|delivery| delivery.code())));
    data.insert("delivery_email".to_owned(), json!(answers.delivery_email));
    data.insert("resident".to_owned(), json!(answers.resident));
    data.insert("deposit_cents".to_owned(), json!(made.or(old).map_or(0, |contract| contract.deposit.cents())));
    Ok(Json::Object(data))
}
