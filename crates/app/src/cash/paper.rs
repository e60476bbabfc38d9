//! What the receipt and the sheet of a closed till are filled with.

use kernel::Money;
use serde_json::{Value as Json, json};
use store::{Tx, cash::session, charges::ChargeLine, registry::plan::ReceiptInterest};

use super::{BillLine, MeansLine, Receipt, TillSession};
use crate::{
    App, Ctx, Error,
    papers::{office_data, party_data, utility_data},
};

/// What a receipt is about: how it was paid, and what on.
pub(super) struct Paid<'a> {
    /// Means.
    pub means: &'a [MeansLine],
    /// Bills.
    pub lines: &'a [BillLine],
    /// Interest of a plan of instalments.
    pub interest: Option<&'a ReceiptInterest>,
    /// Charges of cases.
    pub charges: &'a [ChargeLine],
}

/// The values of a receipt.
pub(super) fn receipt_data(
    app: &App,
    tx: &mut Tx<'_>,
    made: &Receipt,
    paid: &Paid<'_>,
    (till, case): (&TillSession, &str),
) -> Result<Json, Error> {
    let Paid { means, lines, interest, charges } = *paid;
    let bills: Vec<Json> = lines
        .iter()
        .map(|line| {
            json!({
                "number": line.bill_number, "amount": line.amount.cents(), "settles": line.settles,
                "holder": (line.party_id != made.party_id).then_some(&line.party_name),
            })
        })
        .chain(charges.iter().map(|line| {
            json!({
                "number": line.number, "amount": line.amount.cents(), "settles": line.settles,
                "holder": (line.party_id != made.party_id).then_some(&line.party_name),
            })
        }))
        .collect();
    let parts: Vec<Json> = means
        .iter()
        .map(|line| {
            json!({ "means": line.means.code(), "amount": line.amount.cents(), "reference": line.reference })
        })
        .collect();
    let at = made.at.in_rome();
    Ok(json!({
        "utility": utility_data(&app.settings),
        "office": office_data(tx, Some(made.office_id))?,
        "operator": { "name": made.user_name },
        "case": { "number": case },
        "payer": party_data(tx, Some(made.party_id))?,
        "receipt": {
            "number": made.number, "on": made.paid_on, "time": at.strftime("%H:%M").to_string(), "till": till.number,
            "lines": bills, "means": parts, "bills": made.bills.cents(),
            "interest": interest.map(|interest| json!({ "plan": interest.number, "amount": interest.amount.cents() })),
            "stamp": (made.stamp > Money::ZERO).then(|| made.stamp.cents()), "total": made.total.cents(),
            "received": made.received.cents(), "change": (made.change > Money::ZERO).then(|| made.change.cents()),
        },
        "codes": { "receipt": { "qr": format!("{}/cassa/ricevute/{}/ricevuta.pdf", app.settings.base_url, made.id) } },
    }))
}

/// The values of the sheet of a closed till.
pub(super) fn sheet_data(
    app: &App,
    ctx: &Ctx,
    tx: &mut Tx<'_>,
    till: &TillSession,
    cash_in: Money,
    cash_out: Money,
) -> Result<Json, Error> {
    let totals: Vec<Json> = session::by_means(tx, till.id)?
        .into_iter()
        .map(|line| json!({ "means": line.means, "receipts": line.receipts, "total": line.total.cents() }))
        .collect();
    let count: Vec<Json> = till
        .count
        .lines()
        .map(|(denomination, pieces)| {
            json!({ "denomination": denomination, "pieces": pieces, "amount": denomination * pieces })
        })
        .collect();
    Ok(json!({
        "utility": utility_data(&app.settings),
        "office": office_data(tx, Some(till.office_id))?,
        "operator": { "name": till.user_name },
        "till": {
            "number": till.number, "opened_on": till.opened_at.date(), "opened_at": till.opened_at.in_rome().strftime("%H:%M").to_string(),
            "closed_on": ctx.today(), "closed_at": ctx.now().in_rome().strftime("%H:%M").to_string(),
            "float": till.float.cents(), "cash_in": cash_in.cents(), "cash_out": cash_out.cents(), "expected": till.expected.cents(),
            "counted": till.counted.cents(), "difference": till.difference.cents(), "reason": till.reason, "second": till.second_name,
            "deposit": till.deposit.cents(), "deposit_slip": till.deposit_slip, "left": (till.counted - till.deposit).cents(),
            "totals": totals, "count": count,
        },
    }))
}
