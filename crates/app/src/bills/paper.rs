//! What a copy of a bill and a payment slip are filled with.

use kernel::{
    Date, Money, PartyId,
    codes::{
        NoticeNumber, SlipCode, TaxCode,
        postal_slip::{SlipError, SlipType},
    },
};
use serde_json::{Map, Value as Json, json};
use store::{
    Tx,
    registry::{bill::BillOf, bill_paper::BillCode, party, supply_point},
};

use super::codes;
use crate::{
    App, Ctx, Error,
    papers::{address_data, office_data, party_data, utility_data},
};

/// What both papers show.
fn common(app: &App, ctx: &Ctx, tx: &mut Tx<'_>, of: &BillOf) -> Result<Map<String, Json>, Error> {
    let bill = &of.bill;
    let point = supply_point::by_id(tx, of.supply_point_id)?;
    let mut data = Map::new();
    data.insert("utility".to_owned(), utility_data(&app.settings));
    data.insert("office".to_owned(), office_data(tx, ctx.office)?);
    data.insert("operator".to_owned(), json!({ "name": ctx.actor.name() }));
    data.insert("customer".to_owned(), party_data(tx, Some(of.party_id))?);
    data.insert("contract".to_owned(), json!({ "number": of.contract_number }));
    data.insert(
        "supply_point".to_owned(),
        json!({ "sector": of.sector, "code": of.point_code, "address": point.map(|point| address_data(&point.address)) }),
    );
    data.insert(
        "bill".to_owned(),
        json!({
            "number": bill.number, "kind": bill.kind, "issued_on": bill.issued_on, "due_on": bill.due_on, "period_from": bill.period_from,
            "period_to": bill.period_to, "consumption": bill.consumption, "unit": unit(&bill.unit), "amount": bill.amount.cents(),
            "paid": bill.paid.cents(), "open": bill.open().cents(),
        }),
    );
    Ok(data)
}

/// The unit as people read it.
fn unit(code: &str) -> &str {
    match code {
        "m3" => "m³",
        "sm3" => "Smc",
        "kwh" => "kWh",
        other => other,
    }
}

/// A copy of a bill made from its data, with its slip where something is open.
pub(super) fn copy_data(
    app: &App,
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    of: &BillOf,
    slip: Option<Json>,
) -> Result<Json, Error> {
    let mut data = common(app, ctx, tx, of)?;
    let payments: Vec<Json> = store::registry::bill::payments(tx, of.bill.id)?
        .into_iter()
        .map(|payment| json!({ "on": payment.paid_on, "amount": payment.amount.cents(), "channel": payment.channel }))
        .collect();
    data.insert("payments".to_owned(), json!(payments));
    if let Some(mut slip) = slip {
        for key in ["slip", "codes"] {
            if let Some(value) = slip.get_mut(key) {
                data.insert(key.to_owned(), value.take());
            }
        }
    }
    Ok(Json::Object(data))
}

/// A payment slip of what is open on a bill.
pub(super) fn slip_data(app: &App, ctx: &Ctx, tx: &mut Tx<'_>, of: &BillOf) -> Result<Json, Error> {
    let mut data = common(app, ctx, tx, of)?;
    let code = codes::of_bill(app, ctx, tx, of.bill.id)?;
    let due = Due {
        code: &code,
        amount: of.bill.open(),
        reason: &of.bill.number,
        due_on: Some(of.bill.due_on),
        payer: (of.party_id, &of.party_name),
    };
    let (slip, drawn) = slip_of(app, tx, &due)?;
    data.insert("slip".to_owned(), slip);
    data.insert("codes".to_owned(), Json::Object(drawn));
    Ok(Json::Object(data))
}

/// An amount to be printed on a slip.
pub(crate) struct Due<'a> {
    /// The codes of the slip.
    pub code: &'a BillCode,
    /// What is to be paid.
    pub amount: Money,
    /// What for: the number of the bill or of the charge.
    pub reason: &'a str,
    /// The last day, where there is one.
    pub due_on: Option<Date>,
    /// Who pays, and by what name.
    pub payer: (PartyId, &'a str),
}

/// A slip and its drawings: a pagoPA notice where the utility is paid through it, else a postal slip TD 896, always with the
/// account for a transfer.
pub(crate) fn slip_of(app: &App, tx: &mut Tx<'_>, due: &Due<'_>) -> Result<(Json, Map<String, Json>), Error> {
    let (open, code, accounts) = (due.amount, due.code, &app.settings.payments);
    let mut slip = json!({
        "amount": open.cents(), "reason": due.reason, "due_on": due.due_on, "iban": accounts.iban, "cbill": accounts.cbill, "sia": accounts.sia,
        "holder": accounts.postal_holder,
    });
    let mut drawn = Map::new();
    let wrong = |error: String| Error::Internal(format!("slip of {}: {error}", due.reason));
    if accounts.pagopa {
        let notice = NoticeNumber::parse(&code.notice).map_err(|error| wrong(error.to_string()))?;
        let creditor =
            TaxCode::parse(&accounts.creditor_tax_code).map_err(|error| wrong(error.to_string()))?;
        drawn.insert("notice".to_owned(), json!({ "qr": notice.qr(&creditor, open) }));
        let number = json!({ "number": notice.to_string(), "creditor": accounts.creditor_tax_code });
        add(&mut slip, "notice", number);
        if accounts.postal_account > 0 {
            let debtor = party::by_id(tx, due.payer.0)?.and_then(|known| known.tax_code.or(known.vat_number));
            // A code that does not pass its check is left out: the payer's name stays.
            let debtor = debtor.and_then(|code| TaxCode::parse(&code).ok());
            let payer = (debtor.as_ref(), due.payer.1);
            let matrix = notice
                .data_matrix(accounts.postal_account, open, &creditor, payer, due.reason)
                .map_err(|error| wrong(error.to_string()))?;
            let line = notice.optical_line(accounts.postal_account, open);
            let line = line.map_err(|error| wrong(error.to_string()))?;
            drawn.insert("slip".to_owned(), json!({ "data_matrix": matrix }));
            add(&mut slip, "postal", postal(accounts, &code.notice, &line));
        }
    } else if accounts.postal_account > 0 {
        let postal_code = SlipCode::parse(&code.slip).map_err(|error| wrong(error.to_string()))?;
        let (line, matrix) =
            lines(&postal_code, accounts.postal_account, open).map_err(|error| wrong(error.to_string()))?;
        drawn.insert("slip".to_owned(), json!({ "data_matrix": matrix }));
        add(&mut slip, "postal", postal(accounts, &code.slip, &line));
    }
    Ok((slip, drawn))
}

/// The optical line and the fifty digits that the Data Matrix of a TD 896 carries.
fn lines(code: &SlipCode, account: u64, amount: Money) -> Result<(String, String), SlipError> {
    Ok((code.optical_line(SlipType::Td896, account, amount)?, code.barcode(account, amount)?))
}

fn postal(accounts: &crate::PaymentAccounts, code: &str, line: &str) -> Json {
    json!({
        "account": accounts.postal_account.to_string(), "holder": accounts.postal_holder, "code": code, "optical_line": line,
        "authorisation": accounts.postal_authorisation, "kind": "896", "facsimile": accounts.postal_authorisation.is_empty(),
    })
}

fn add(slip: &mut Json, key: &str, value: Json) {
    if let Some(members) = slip.as_object_mut() {
        members.insert(key.to_owned(), value);
    }
}
