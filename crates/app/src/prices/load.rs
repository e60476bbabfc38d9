//! Loading a price list.

use domain::{
    access::{Action, Resource},
    prices::{Item, first_overlap},
};
use serde_json::json;
use store::{audit, prices};

use crate::{App, Ctx, Error, FieldProblem, write};

/// What a list changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// Items, or versions of items, that were not there.
    pub new: usize,
    /// Items that were there with other words, another price, rate or last day.
    pub changed: usize,
    /// Items that were there as they are.
    pub same: usize,
}

/// Under which id the audit trail tells of the price list; no other thing has it.
const LIST: audit::Subject = audit::Subject { kind: "prices", id: *b"sportello-prices" };

/// Puts items into the price list: all of them or, when one cannot be taken, none. An item that began on the same day is
/// replaced. With `dry_run` nothing is kept. What was quoted before keeps its prices.
///
/// # Errors
/// [`Error::Denied`]; [`Error::Invalid`] with the place of an item (`items.3`) and `price_code`, `price_label`,
/// `price_negative`, `price_vat` or `price_backwards`, and with `price_overlap` where two versions of an item, new or
/// there already, are in force on one day.
pub async fn load(app: &App, ctx: &Ctx, items: Vec<Item>, dry_run: bool) -> Result<Loaded, Error> {
    ctx.require(Resource::Import, Action::Create)?;
    let problems: Vec<FieldProblem> = items
        .iter()
        .enumerate()
        .filter_map(|(at, item)| Some(FieldProblem::new(&format!("items.{}", at + 1), item.problem()?)))
        .collect();
    if !problems.is_empty() {
        return Err(Error::Invalid(problems));
    }
    let ctx = ctx.clone();
    write(app, "load-prices", move |tx| {
        let mut loaded = Loaded::default();
        for (at, item) in items.iter().enumerate() {
            let mut versions = prices::of_code(tx, item.sector, &item.code)?;
            match versions.iter().find(|known| known.valid_from == item.valid_from) {
                None => loaded.new += 1,
                Some(known) if known == item => loaded.same += 1,
                Some(_) => loaded.changed += 1,
            }
            let of_file =
                items.iter().filter(|other| (other.sector, &other.code) == (item.sector, &item.code));
            versions.retain(|known| of_file.clone().all(|new| new.valid_from != known.valid_from));
            versions.extend(of_file.cloned());
            if let Some((one, other)) = first_overlap(&versions) {
                let mut problem = FieldProblem::new(&format!("items.{}", at + 1), "price_overlap");
                problem.args.push(("code".to_owned(), one.code.clone()));
                problem.args.push(("one".to_owned(), one.valid_from.to_string()));
                problem.args.push(("other".to_owned(), other.valid_from.to_string()));
                return Err(Error::Invalid(vec![problem]));
            }
        }
        if dry_run {
            return Ok(loaded);
        }
        for item in &items {
            prices::put(tx, item)?;
        }
        let details = json!({ "new": loaded.new, "changed": loaded.changed, "same": loaded.same });
        audit::append(tx, &ctx, "load_prices", LIST, &details)?;
        Ok(loaded)
    })
    .await
}
