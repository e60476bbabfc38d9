//! What letters say about ways to act from outside: the signed link of the case, and the slip of what it asks for.

use kernel::Lang;
use serde_json::{Value as Json, json};

use crate::{Error, charges::slip_of_case, links::address_of_case, processes::Run};

/// Adds the drawing of the link to `codes` as `accept`, and `bill`, `payment` and `slip` of the charge that is open.
pub(super) fn add(run: &mut Run<'_, '_>, lang: Lang, data: &mut Json) -> Result<(), Error> {
    let address = address_of_case(run)?;
    let slip = slip_of_case(run, lang)?;
    let Some(members) = data.as_object_mut() else { return Ok(()) };
    let mut drawn = Vec::new();
    drawn.extend(address.map(|address| ("accept".to_owned(), json!({ "qr": address }))));
    if let Some(slip) = slip {
        members.extend(slip.shown);
        drawn.extend(slip.drawn);
    }
    if let Some(codes) = members.get_mut("codes").and_then(Json::as_object_mut) {
        codes.extend(drawn);
    }
    Ok(())
}
