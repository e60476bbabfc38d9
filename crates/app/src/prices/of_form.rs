//! The price list in a form: what its lines may be, and each line completed from it.

use domain::{
    cases::Case,
    prices::{Item, complete as complete_line},
};
use kernel::{Date, Lang};
use procedures::{FieldKind, Form};
use serde_json::{Map, Value as Json};
use store::{Tx, prices};

use crate::{Error, FieldProblem, cases::PriceItem};

/// The items in force today for the service of a case; none where the utility has no list for it.
fn in_force(tx: &mut Tx<'_>, case: &Case, today: Date) -> Result<Vec<Item>, Error> {
    match case.sector {
        Some(sector) => Ok(prices::in_force(tx, sector, today)?),
        None => Ok(Vec::new()),
    }
}

/// What the lines of a field of this kind may be.
pub(crate) fn offered(
    tx: &mut Tx<'_>,
    case: &Case,
    kind: FieldKind,
    (today, lang): (Date, Lang),
) -> Result<Vec<PriceItem>, Error> {
    if kind != FieldKind::PriceLines {
        return Ok(Vec::new());
    }
    let items = in_force(tx, case, today)?.into_iter();
    Ok(items
        .map(|item| PriceItem {
            label: format!("{} {}", item.code, if lang == Lang::It { item.label_it } else { item.label_en }),
            code: item.code,
            unit: item.unit,
            price: item.price,
            vat_tenths: u16::try_from(item.vat_percent * 10).ok(),
        })
        .collect())
}

/// Completes the lines of each price list a form asks for, in place, before anything is worked out from them. A line that
/// cannot be completed stays as it was and is told. Where the utility has no list for the service, code and price are
/// typed and nothing is completed.
pub(crate) fn complete(
    tx: &mut Tx<'_>,
    case: &Case,
    form: &Form,
    answers: &mut Map<String, Json>,
    today: Date,
) -> Result<Vec<FieldProblem>, Error> {
    let mut problems = Vec::new();
    let names: Vec<String> = form
        .fields
        .iter()
        .filter(|field| field.kind == FieldKind::PriceLines && answers.contains_key(&field.name))
        .map(|field| field.name.clone())
        .collect();
    if names.is_empty() {
        return Ok(problems);
    }
    let items = in_force(tx, case, today)?;
    if items.is_empty() {
        return Ok(problems);
    }
    for name in names {
        let Some(lines) = answers.get_mut(&name).and_then(Json::as_array_mut) else { continue };
        for (at, line) in lines.iter_mut().enumerate() {
            let Some(given) = line.as_object() else { continue };
            match complete_line(given, &items) {
                Ok(whole) => *line = Json::Object(whole),
                Err(wrong) => {
                    let mut problem = FieldProblem::new(&format!("{name}.{at}.{}", wrong.part), wrong.code);
                    let code = given.get("code").and_then(Json::as_str).unwrap_or_default();
                    problem.args.push(("code".to_owned(), code.to_owned()));
                    problems.push(problem);
                }
            }
        }
    }
    Ok(problems)
}
