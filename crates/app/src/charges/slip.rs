//! How the letters of a case say what its customer has to pay.

use kernel::Lang;
use serde_json::{Map, Value as Json, json};
use store::{
    charges::{self, Charge},
    registry::party,
};

use crate::{
    Error,
    bills::{Due, slip_of},
    processes::Run,
};

/// What the letters of a case show of a charge, and the drawings that belong to it.
pub(crate) struct Slip {
    /// Values by name.
    pub shown: Map<String, Json>,
    /// Drawings by name.
    pub drawn: Map<String, Json>,
}

/// What the letters of a case show of its oldest open charge: `bill`, `payment` and `slip` as `shared/slip.typ` reads them, and the
/// drawings that belong to them; none while nothing is asked for.
pub(crate) fn slip_of_case(run: &mut Run<'_, '_>, lang: Lang) -> Result<Option<Slip>, Error> {
    let open = charges::of_case(run.tx, run.case.id)?.into_iter().find(Charge::is_open);
    let Some((charge, code)) = open.and_then(|charge| charge.code.clone().map(|code| (charge, code))) else {
        return Ok(None);
    };
    let payer =
        party::by_id(run.tx, charge.party_id)?.map_or_else(String::new, |payer| payer.names.display());
    let due = Due {
        code: &code,
        amount: charge.open(),
        reason: &charge.number,
        due_on: None,
        payer: (charge.party_id, &payer),
    };
    let (mut slip, drawn) = slip_of(run.app, run.tx, &due)?;
    if let Some(slip) = slip.as_object_mut() {
        let words = match lang {
            Lang::It => "Pratica n.",
            Lang::En => "Case no.",
        };
        slip.insert("subject".to_owned(), json!(format!("{words} {}", charge.number)));
    }
    let mut data = Map::new();
    data.insert(
        "bill".to_owned(),
        json!({
            "number": charge.number, "kind": charge.what, "issued_on": charge.asked_at.date(), "amount": charge.amount.cents(),
            "paid": charge.paid.cents(), "open": charge.open().cents(),
        }),
    );
    data.insert("payment".to_owned(), json!({ "amount": charge.open().cents(), "reason": charge.number }));
    data.insert("slip".to_owned(), slip);
    Ok(Some(Slip { shown: data, drawn }))
}
