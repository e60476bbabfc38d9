//! Asking a distributor for a service at the case's point, in the transaction of the step that decides it.

use domain::{
    distributor::{Body, Customer, Flow, Head, Message, Request},
    registry::{ContactKind, MeterKind, Party, SupplyPoint},
};
use kernel::{
    Date,
    codes::{Pdr, VatNumber},
};
use serde_json::{Value as Json, json};
use store::{
    audit,
    distributor::request::{self, NewRequest},
    registry::{meter, party, supply_point},
    sequence,
    work::job,
};

use crate::{
    Distributor, Error, Settings,
    processes::{CallAnswer, Run},
};

/// Leaves a request for the distributor, and the job that writes its file. An earlier request of this case that was not
/// answered is withdrawn: the new one has a code of its own, so that a late answer to the old one cannot be mistaken.
pub(super) fn submit(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let service = run.call.needed("message")?.to_owned();
    let point = run.case.supply_point_id.map_or(Ok(None), |id| supply_point::by_id(run.tx, id))?;
    let point = point.ok_or_else(|| Error::refused("point_missing"))?;
    let holder = run.case.party_id.map_or(Ok(None), |id| party::by_id(run.tx, id))?;
    let holder = holder.ok_or_else(|| Error::refused_with("answer_missing", &[("field", "party")]))?;
    let distributor = of_point(&run.app.settings, &point)
        .ok_or_else(|| Error::refused_with("distributor_unknown", &[("name", &point.distributor)]))?
        .vat_number
        .clone();
    let earlier = request::of_case(run.tx, run.case.id)?;
    for open in earlier.iter().filter(|open| matches!(open.state.as_str(), "queued" | "sent")) {
        request::end(run.tx, &open.code, "withdrawn")?;
    }
    let code = match earlier.len() {
        0 => run.case.number.clone(),
        count => format!("{}-{}", run.case.number, count + 1),
    };
    let message = Message {
        head: Head {
            service: service.clone(),
            flow: Flow::Request,
            seller: vat("utility_vat", &run.app.settings.utility_vat)?,
            distributor: vat("distributors", &distributor)?,
            request: code.clone(),
            distributor_code: None,
            sequence: None,
        },
        body: Body::Request(asked(run, &point, &holder)?),
        note: words(&run.case.data, "access_note"),
        unknown: Vec::new(),
    };
    let body = serde_json::to_string(&message).map_err(|error| Error::Internal(error.to_string()))?;
    let number = sequence::next(run.tx, "distributor_request", 1)?;
    let new = NewRequest {
        code: &code,
        number,
        service: &service,
        distributor: &distributor,
        point_code: &point.code,
        case_id: run.case.id,
        body,
    };
    request::insert(run.tx, run.ctx, &new)?;
    let send = job::NewJob {
        kind: "send_distributor",
        key: None,
        payload: json!({}),
        run_at: run.ctx.now(),
        case_id: Some(run.case.id),
    };
    job::enqueue(run.tx, run.ctx, &send)?;
    let subject = audit::Subject { kind: "case", id: run.case.id.bytes() };
    let details = json!({ "service": service, "request": code, "distributor": distributor });
    audit::append(run.tx, run.ctx, "ask_distributor", subject, &details)?;
    Ok(CallAnswer::Done(vec![("distributor_request", json!(code))]))
}

/// The distributor of a point: by its name, else by how the point's code begins.
pub(crate) fn of_point<'a>(settings: &'a Settings, point: &SupplyPoint) -> Option<&'a Distributor> {
    let named =
        settings.distributors.iter().find(|one| kernel::fold(&one.name) == kernel::fold(&point.distributor));
    named.or_else(|| {
        let begins =
            |one: &&Distributor| one.prefixes.iter().any(|prefix| point.code.starts_with(prefix.as_str()));
        settings.distributors.iter().find(begins)
    })
}

fn vat(setting: &str, number: &str) -> Result<VatNumber, Error> {
    VatNumber::parse(number).map_err(|_| Error::refused_with("setting_wrong", &[("setting", setting)]))
}

fn asked(run: &mut Run<'_, '_>, point: &SupplyPoint, holder: &Party) -> Result<Request, Error> {
    let pdr = Pdr::parse(&point.code)
        .map_err(|_| Error::refused_with("point_code_wrong", &[("code", &point.code)]))?;
    let contacts = party::contacts(run.tx, holder.id)?;
    let contact = |kinds: &[ContactKind]| {
        kinds
            .iter()
            .find_map(|kind| contacts.iter().find(|entry| entry.kind == *kind))
            .map(|entry| entry.value.clone())
    };
    let at_door = run.case.data.get("access").and_then(|rows| rows.get(0)?.get("access_telephone")?.as_str());
    let phone = at_door.map(str::to_owned).or_else(|| contact(&[ContactKind::Mobile, ContactKind::Phone]));
    // The serial number the customer reads; where he told none, that of the meter known there.
    let told = words(&run.case.data, "meter_serial");
    let known = meter::of_point(run.tx, point.id)?
        .into_iter()
        .find(|device| device.kind == MeterKind::Meter && device.removed_on.is_none());
    Ok(Request {
        pdr,
        meter: Some(told).filter(|serial| !serial.is_empty()).or(known.map(|device| device.serial)),
        customer: Customer {
            surname: holder.names.surname.clone(),
            given_name: holder.names.given_name.clone(),
            company_name: holder.names.company_name.clone(),
            tax_code: holder.tax_code.clone().unwrap_or_default(),
            vat_number: holder.vat_number.clone().unwrap_or_default(),
            phone: phone.unwrap_or_default(),
            email: contact(&[ContactKind::Email]).unwrap_or_default(),
        },
        asked_on: run.ctx.today(),
        wanted_on: words(&run.case.data, "wanted_on").parse::<Date>().ok(),
    })
}

fn words(data: &serde_json::Map<String, Json>, name: &str) -> String {
    data.get(name).and_then(Json::as_str).unwrap_or_default().trim().to_owned()
}
