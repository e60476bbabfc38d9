//! The values a paper shows, as `procedures/VOL/letters/README.md` describes them: words already in the customer's
//! language, days as ISO text, amounts in cents.

use domain::{
    registry::{Address, AddressPurpose, ContactKind, Contract},
    voltura::{VolturaAnswers, dials},
};
use kernel::{ContractId, Lang, OfficeId, PartyId, Sector};
use serde_json::{Value as Json, json};
use store::{
    Tx,
    registry::{contract, meter, party, supply_point},
};

use super::answers;
use crate::{Error, Settings, activation, cases::clocks, processes::Run};

/// Everything the letters of a case may show.
pub(crate) fn paper_data(run: &mut Run<'_, '_>, lang: Lang) -> Result<Json, Error> {
    let answered = answers::labelled(run, lang);
    let changes = answers::changes(run, lang);
    let answers = VolturaAnswers::of(&run.case.data);
    let old = answers.contract.map_or(Ok(None), |id| contract::by_id(run.tx, id))?;
    let made = run.case.data.get("new_contract").and_then(|id| id.as_str()?.parse::<ContractId>().ok());
    let made = made.map_or(Ok(None), |id| contract::by_id(run.tx, id))?;
    let settings = &run.app.settings;
    let mut data = json!({
        "utility": utility_data(settings),
        "office": office_data(run.tx, run.case.office_id)?,
        "operator": { "name": run.ctx.actor.name() },
        "case": case_data(run, &answers, lang)?,
        "outgoing": outgoing(run, old.as_ref(), &answers)?,
        "incoming": party_data(run.tx, answers.party.or(run.case.party_id))?,
        "customer": party_data(run.tx, run.case.party_id)?,
        "answers": answered,
        "changes": changes,
        "supply_point": point_data(run, &answers, lang)?,
        "reading": reading_data(run, &answers, lang)?,
        "contract": contract_data(run, &answers, old.as_ref(), made.as_ref(), lang),
        "costs": costs(run, &answers, old.as_ref(), made.as_ref(), lang),
        "title": {
            "kind": title_word(&answers),
            "declares_no_debt": answers.debt_declaration,
            "since": answers.starts_on,
        },
        "consents": [
            { "purpose": word(run, lang, "field-privacy"), "given": flag(run, "privacy") },
            { "purpose": word(run, lang, "field-marketing"), "given": flag(run, "marketing") },
        ],
        "codes": { "case": { "qr": format!("{}/richieste/{}", settings.base_url, run.case.id) } },
    });
    super::dispute::add(run, lang, &mut data)?;
    super::plan::add(run, &mut data)?;
    super::works::add(run, lang, &mut data)?;
    super::outside::add(run, lang, &mut data)?;
    Ok(data)
}

/// A text of the pack.
pub(super) fn word(run: &Run<'_, '_>, lang: Lang, key: &str) -> Option<String> {
    run.pack.texts.get(lang, key, &[])
}

/// The label of a choice.
pub(super) fn choice(run: &Run<'_, '_>, lang: Lang, field: &str, value: &str) -> Option<String> {
    word(run, lang, &format!("choice-{}-{}", field.replace('_', "-"), value.replace('_', "-")))
}

fn flag(run: &Run<'_, '_>, name: &str) -> bool {
    run.case.data.get(name) == Some(&json!(true))
}

/// The kinds of title the letters know.
const fn title_word(answers: &VolturaAnswers) -> Option<&'static str> {
    use domain::registry::Title;
    match answers.title {
        None => None,
        Some(Title::Ownership) => Some("owner"),
        Some(Title::Lease) => Some("tenant"),
        Some(Title::Loan) => Some("loan"),
        Some(Title::Usufruct) => Some("usufruct"),
        Some(Title::Heir) => Some("heir"),
        Some(Title::Assigned) => Some("assigned_home"),
        Some(Title::Cohabitant) => Some("cohabitant"),
        Some(Title::Other) => Some("other"),
    }
}

/// The utility, as every paper shows it.
pub(crate) fn utility_data(settings: &Settings) -> Json {
    json!({
        "name": settings.utility, "legal_name": settings.utility, "address": settings.utility_address,
        "vat_number": settings.utility_vat, "phone": settings.utility_phone, "email": settings.utility_email,
    })
}

/// An office, as every paper shows it.
pub(crate) fn office_data(tx: &mut Tx<'_>, office: Option<OfficeId>) -> Result<Json, Error> {
    let office = office.map_or(Ok(None), |id| store::accounts::office::by_id(tx, id))?;
    Ok(office.map_or(Json::Null, |office| json!({ "name": office.name, "address": office.address })))
}

fn case_data(run: &mut Run<'_, '_>, answers: &VolturaAnswers, lang: Lang) -> Result<Json, Error> {
    let mut facts = store::cases::fact::of_case(run.tx, run.case.id)?;
    // The preview of a draft shows the day that would be promised if the request were made now.
    if run.case.started_at.is_none() {
        facts.extend(as_made_now(run));
    }
    let mut suspensions = store::cases::fact::suspensions(run.tx, run.case.id)?;
    // The process has gone on, and its step is not written down yet: what it waited for is over.
    for open in suspensions.iter_mut().filter(|one| one.to.is_none() && !one.is_by_dates()) {
        if !open.element.is_empty() && !run.stands_at(&open.element) {
            open.to = Some(run.ctx.now());
        }
    }
    let customer = clocks::customer(run.tx, &run.case)?;
    let all = clocks::evaluate(&run.pack, &run.case, &facts, &suspensions, &customer, run.ctx.now());
    // The day that is promised is that of the work, not that of the answer; where no standard gives one, none is.
    let promised = all.iter().find(|clock| clock.promise);
    let clock = promised.or_else(|| clocks::most_urgent(&all));
    let power = answers.power_increase.then(|| {
        json!({
            "power_kw": answers.power_w.map(kilowatt), "voltage_v": answers.voltage_v.map(|volt| volt.to_string()),
            "phase": answers.phases.map(|phases| phase(phases, lang)), "case_number": run.case.data.get("power_case"),
        })
    });
    let refusal = run.case.data.get("refusal").and_then(Json::as_str).map(str::to_owned);
    let refusal = refusal.and_then(|code| {
        let code = code.replace('_', "-");
        let words = word(run, lang, &format!("refusal-{code}"));
        words.or_else(|| word(run, lang, &format!("reason-{code}")))
    });
    let variant = answers.variant.and_then(|variant| choice(run, lang, "variant", variant.code()));
    Ok(json!({
        "number": run.case.number,
        "procedure": run.pack.texts.or_key(lang, "procedure"),
        "variant": variant,
        "received_on": run.case.started_at.unwrap_or_else(|| run.ctx.now()).date(),
        "channel": channel(run, lang)?,
        "documents": received(run)?,
        "promised_on": promised.and_then(|clock| clock.evaluation.due).map(standards::Moment::date),
        "clock": clock.map(|clock| match lang { Lang::It => clock.why.it.clone(), Lang::En => clock.why.en.clone() }),
        "power_change": power,
        "refusal": refusal,
    }))
}

/// The facts that start the clocks, as they would be written now.
fn as_made_now(run: &Run<'_, '_>) -> Vec<domain::cases::Fact> {
    let rules = run.case.sector.map(|sector| run.pack.clocks_for(sector)).unwrap_or_default();
    let mut kinds: Vec<String> = rules.iter().map(|rule| rule.start.clone()).collect();
    kinds.dedup();
    let fact = |kind: String| domain::cases::Fact {
        id: run.ctx.id(kernel::FactId::from_bytes),
        case_id: run.case.id,
        kind,
        at: run.ctx.now(),
        recorded_at: run.ctx.now(),
        recorded_by: run.ctx.actor.clone(),
        document_id: None,
        note: String::new(),
        corrects: None,
        corrected: false,
    };
    kinds.into_iter().map(fact).collect()
}

/// How the request came, in words; at a counter with the name of the office.
fn channel(run: &mut Run<'_, '_>, lang: Lang) -> Result<Option<String>, Error> {
    let words = word(run, lang, &format!("origin-{}", run.case.origin.code().replace('_', "-")));
    if run.case.origin != domain::cases::Origin::Counter {
        return Ok(words);
    }
    let office = run.case.office_id.map_or(Ok(None), |id| store::accounts::office::by_id(run.tx, id))?;
    Ok(words.map(|words| office.map_or_else(|| words.clone(), |office| format!("{words}, {}", office.name))))
}

/// The papers the customer has handed in.
fn received(run: &mut Run<'_, '_>) -> Result<Vec<String>, Error> {
    let all = store::cases::document::of_case(run.tx, run.case.id)?;
    Ok(all.into_iter().filter(|paper| !paper.outgoing).map(|paper| paper.title).collect())
}

/// What the customer pays for the change: the deposit of the new contract, unless that of the old one moves over. With a
/// direct debit none is asked for.
fn costs(
    run: &Run<'_, '_>,
    answers: &VolturaAnswers,
    old: Option<&Contract>,
    made: Option<&Contract>,
    lang: Lang,
) -> Vec<Json> {
    use domain::{registry::PaymentMethod, voltura::Variant};
    let debit = answers.payment == Some(PaymentMethod::DirectDebit);
    let deposit = match made.or_else(|| old.filter(|_| !debit)) {
        Some(contract) if answers.variant != Some(Variant::MortisCausa) => contract.deposit.cents(),
        // A preview, where there is no contract before this one.
        None if !debit => answers.deposit.unwrap_or(0),
        _ => 0,
    };
    let label = word(run, lang, "cost-deposit").filter(|_| deposit > 0);
    label.into_iter().map(|label| json!({ "label": label, "amount": deposit })).collect()
}

fn kilowatt(watt: i64) -> String {
    let (whole, rest) = (watt / 1000, watt % 1000);
    if rest == 0 {
        whole.to_string()
    } else {
        format!("{whole},{}", format!("{rest:03}").trim_end_matches('0'))
    }
}

const fn phase(phases: i64, lang: Lang) -> &'static str {
    match (phases, lang) {
        (1, Lang::It) => "monofase",
        (1, Lang::En) => "single-phase",
        (_, Lang::It) => "trifase",
        (_, Lang::En) => "three-phase",
    }
}

/// An address, as every paper shows it.
pub(crate) fn address_data(address: &Address) -> Json {
    json!({
        "street": address.street, "number": address.house_number, "extra": address.unit, "postal_code": address.postcode,
        "town": address.municipality, "province": address.province,
        "country": if address.country == "IT" { "" } else { address.country.as_str() },
    })
}

fn outgoing(run: &mut Run<'_, '_>, old: Option<&Contract>, answers: &VolturaAnswers) -> Result<Json, Error> {
    let Some(old) = old else { return Ok(Json::Null) };
    let mut data = party_data(run.tx, Some(old.party_id))?;
    let balance = store::registry::bill::balance(run.tx, old.id, run.ctx.today())?;
    if let Some(data) = data.as_object_mut() {
        data.insert("contract_number".to_owned(), json!(old.number));
        data.insert("contract_end".to_owned(), json!(answers.starts_on.and_then(|day| day.yesterday().ok())));
        data.insert("amount_due".to_owned(), json!(balance.open.cents()));
        let refund = if answers.variant == Some(domain::voltura::Variant::MortisCausa) {
            0
        } else {
            old.deposit.cents()
        };
        data.insert("deposit_refund".to_owned(), json!(refund));
        let last = answers.final_bill_address.as_ref().filter(|address| !address.street.is_empty());
        data.insert("final_bill".to_owned(), json!({ "address": last.map(address_data) }));
    }
    Ok(data)
}

/// A party, as every paper shows it.
pub(crate) fn party_data(tx: &mut Tx<'_>, id: Option<PartyId>) -> Result<Json, Error> {
    let Some(known) = id.map_or(Ok(None), |id| party::by_id(tx, id))? else { return Ok(Json::Null) };
    let addresses = party::addresses(tx, known.id)?;
    let in_use = |purpose: AddressPurpose| {
        addresses
            .iter()
            .find(|entry| entry.purpose == purpose && entry.valid_to.is_none())
            .map(|entry| &entry.address)
    };
    let home = in_use(AddressPurpose::Residence).or_else(|| in_use(AddressPurpose::RegisteredOffice));
    let contacts = party::contacts(tx, known.id)?;
    let contact =
        |kind: ContactKind| contacts.iter().find(|entry| entry.kind == kind).map(|entry| entry.value.clone());
    Ok(json!({
        "name": known.names.display(), "tax_code": known.tax_code, "vat_number": known.vat_number,
        "customer_code": known.number, "born_on": known.birth_date, "born_in": known.birth_place,
        "address": home.map(address_data), "mailing_address": in_use(AddressPurpose::Mailing).map(address_data),
        "email": contact(ContactKind::Email), "phone": contact(ContactKind::Mobile).or_else(|| contact(ContactKind::Phone)),
        "pec": contact(ContactKind::Pec),
    }))
}

fn point_data(run: &mut Run<'_, '_>, answers: &VolturaAnswers, lang: Lang) -> Result<Json, Error> {
    let Some(point) = run.case.supply_point_id.map_or(Ok(None), |id| supply_point::by_id(run.tx, id))? else {
        return Ok(Json::Null);
    };
    let meters = meter::of_point(run.tx, point.id)?;
    let in_place = meters.iter().find(|meter| meter.removed_on.is_none());
    let before = answers.contract.map_or(Ok(None), |id| contract::cadastre(run.tx, id))?;
    let cadastre = answers.cadastre(before);
    let point_use = answers.point_use.as_ref().and_then(|word| choice(run, lang, "point_use", word));
    let t = &point.technical;
    Ok(json!({
        "sector": point.sector, "code": point.code, "address": address_data(&point.address), "use": point_use.as_ref().unwrap_or(&t.point_use),
        "resident": answers.resident, "power_kw": t.power_w.map(kilowatt), "voltage_v": t.voltage_v.map(|volt| volt.to_string()),
        "phase": t.phases.map(|phases| phase(phases, lang)),
        "meter": { "serial": in_place.map(|meter| meter.serial.clone()) },
        "cadastral": cadastre.map(|data| json!({
            "municipality": point.address.municipality, "section": data.section, "sheet": data.sheet, "parcel": data.parcel,
            "sub_unit": data.subunit, "kind": data.category,
        })),
    }))
}

fn reading_data(run: &mut Run<'_, '_>, answers: &VolturaAnswers, lang: Lang) -> Result<Json, Error> {
    let unit = match run.case.sector {
        Some(Sector::Electricity) => "kWh",
        Some(Sector::Water | Sector::Gas | Sector::Lpg) => "m³",
        Some(Sector::Telecom) | None => "",
    };
    let taken_by = run.case.data.get("read_by").and_then(|by| choice(run, lang, "read_by", by.as_str()?));
    let meters = match run.case.supply_point_id {
        Some(point) => meter::of_point(run.tx, point)?,
        None => Vec::new(),
    };
    // What the distributor read when the supply was switched on stands where a change of holder has the agreed values.
    let opening = activation::opening_values(&run.case.data, &meters);
    let read_on = answers.read_on.or_else(|| activation::activated_on(&run.case.data));
    let agreed = if opening.is_empty() { answers.agreed_readings() } else { opening };
    let mut registers: Vec<Json> = Vec::new();
    for dial in dials(&meters) {
        let Some(value) = agreed.get(&dial.key).copied() else { continue };
        // The last one before the day of this reading: what it is compared with.
        let history = meter::history(run.tx, dial.meter.id, &dial.register.code, 24)?;
        let last = history.iter().rev().find(|known| read_on.is_none_or(|day| known.read_on < day));
        registers.push(json!({
            "name": dial.key, "value": value.to_string(), "unit": unit, "serial": dial.meter.serial,
            "last": last.map(|known| known.value.to_string()), "last_on": last.map(|known| known.read_on),
        }));
    }
    Ok(json!({ "date": read_on, "taken_by": taken_by, "registers": registers }))
}

fn contract_data(
    run: &Run<'_, '_>,
    answers: &VolturaAnswers,
    old: Option<&Contract>,
    made: Option<&Contract>,
    lang: Lang,
) -> Json {
    let offer = answers.offer.clone().or_else(|| old.map(|contract| contract.offer.clone()));
    json!({
        "number": made.map(|contract| contract.number.clone()),
        "start": answers.starts_on.or_else(|| activation::activated_on(&run.case.data)),
        "deposit": made.map(|contract| contract.deposit.cents()).or(answers.deposit)
            .or_else(|| old.map(|contract| contract.deposit.cents())),
        "withdrawal_days": 14,
        "offer": { "name": offer },
        "payment": {
            "method": answers.payment.and_then(|payment| choice(run, lang, "payment", payment.code())),
            "iban": answers.iban, "holder": answers.iban_holder,
        },
        "delivery": {
            "method": answers.delivery.and_then(|delivery| choice(run, lang, "delivery", delivery.code())),
            "email": answers.delivery_email,
        },
    })
}
