//! Rows of what concerns arrears: a supply that came back, a plan of instalments and its end.

use serde_json::Value as Json;

use super::{
    cells::euro_cell,
    rows::{Body, Unwritable, readings},
};

/// A supply that came back: when, what the meter showed, what it costs, how the debt was covered.
pub(super) fn reconnection(body: &Body<'_>) -> Result<Vec<String>, Unwritable> {
    // A day, or a day with its hour.
    let restored = body.needed("/restored_at", "restored_at")?;
    let (day, hour) = restored.split_once('T').unwrap_or((restored.as_str(), ""));
    let fee = body.whole("/fee_cents").filter(|cents| *cents >= 0);
    let fee = fee.ok_or_else(|| body.wrong("fee_cents", "not_an_amount"))?;
    let covered = match body.text("/covered_by").as_str() {
        "billing" | "counter" => "INCASSATO",
        "proof" => "DICHIARATO",
        "plan" => "RATE",
        _ => "",
    };
    // A supply that was open already may come without a reading.
    let unread = body.text("/read_on").is_empty();
    Ok(vec![
        body.needed("/point", "point")?,
        body.needed("/contract", "contract")?,
        body.day_of(day, "restored_at")?,
        hour.to_owned(),
        body.day("/read_on", "read_on")?,
        if unread { String::new() } else { readings(body)? },
        euro_cell(fee),
        body.text("/fee_waive_reason"),
        covered.to_owned(),
        body.needed("/case", "case")?,
    ])
}

/// A plan: its bills with what was open, its instalments with day, debt, interest and codes.
pub(super) fn plan(body: &Body<'_>) -> Result<Vec<String>, Unwritable> {
    let mut bills = Vec::new();
    for bill in body.list("/bills") {
        let number = bill.get("number").and_then(Json::as_str).unwrap_or_default();
        let open = bill.get("open_cents").and_then(Json::as_i64);
        let open = open.filter(|_| !number.is_empty()).ok_or_else(|| body.wrong("bills", "missing"))?;
        bills.push(format!("{number}={}", euro_cell(open)));
    }
    let mut instalments = Vec::new();
    for one in body.list("/instalments") {
        let text = |name: &str| one.get(name).and_then(Json::as_str).unwrap_or_default().to_owned();
        let whole = |name: &str| one.get(name).and_then(Json::as_i64);
        let amounts = whole("number").zip(whole("principal_cents")).zip(whole("interest_cents"));
        let ((number, principal), interest) = amounts.ok_or_else(|| body.wrong("instalments", "missing"))?;
        let due = body.day_of(&text("due_on"), "instalments")?;
        let (slip, notice) = (text("slip_code"), text("notice_number"));
        let (principal, interest) = (euro_cell(principal), euro_cell(interest));
        instalments.push(format!("{number}={due}={principal}={interest}={slip}={notice}"));
    }
    if bills.is_empty() || instalments.is_empty() {
        return Err(body.wrong("instalments", "missing"));
    }
    let stops = body.json.get("stop_debits") == Some(&Json::Bool(true));
    Ok(vec![
        body.needed("/plan", "plan")?,
        body.needed("/contract", "contract")?,
        bills.join("|"),
        euro_cell(body.whole("/down_cents").unwrap_or(0)),
        // Hundredths of a percent, as the far side writes percentages.
        euro_cell(body.whole("/rate").unwrap_or(0)),
        body.needed_day("/from_on", "from_on")?,
        instalments.join("|"),
        if stops { "S" } else { "N" }.to_owned(),
    ])
}

/// The end of a plan: why, and what is open.
pub(super) fn plan_end(body: &Body<'_>) -> Result<Vec<String>, Unwritable> {
    let reason = match body.needed("/reason", "reason")?.as_str() {
        "missed" => "RATA NON PAGATA",
        "undone" => "ANNULLATO",
        _ => return Err(body.wrong("reason", "not_a_reason")),
    };
    Ok(vec![
        body.needed("/plan", "plan")?,
        body.needed("/contract", "contract")?,
        reason.to_owned(),
        euro_cell(body.whole("/open_cents").unwrap_or(0)),
        body.text("/late_number"),
        body.day("/late_due_on", "late_due_on")?,
        body.needed_day("/on", "on")?,
    ])
}
