//! What letters about a dispute show beside the answers, as the `README.md` of the complaint's letters describes it: choices as
//! they are stored, the disputed bills, what is owed for a missed term, where a dispute can be settled.

use kernel::{BillId, Lang, Money};
use procedures::FieldKind;
use serde_json::{Map, Value as Json, json};
use store::registry::bill::{self, BillOf};

use crate::{Error, cases::clocks, processes::Run};

/// Adds it to the values of a paper.
pub(super) fn add(run: &mut Run<'_, '_>, lang: Lang, data: &mut Json) -> Result<(), Error> {
    let more = [
        ("codes_of", codes(run)),
        ("bills", bills(run)?),
        ("compensation", compensation(run)?),
        ("dispute", settlement(run, lang)),
    ];
    if let Some(data) = data.as_object_mut() {
        data.extend(more.map(|(name, value)| (name.to_owned(), value)));
    }
    Ok(())
}

/// Choices, and rows with choices, as they are stored, for letters that say something else for each.
fn codes(run: &Run<'_, '_>) -> Json {
    let fields = run.pack.forms.values().flat_map(|form| &form.fields);
    let chosen = fields.filter(|field| matches!(field.kind, FieldKind::Choice | FieldKind::Group));
    let codes =
        chosen.filter_map(|field| Some((field.name.clone(), run.case.data.get(&field.name)?.clone())));
    Json::Object(codes.collect::<Map<_, _>>())
}

fn bills(run: &mut Run<'_, '_>) -> Result<Json, Error> {
    let mut shown = Vec::new();
    for of in chosen_bills(run)? {
        let bill = of.bill;
        shown.push(json!({
            "number": bill.number, "issued_on": bill.issued_on, "due_on": bill.due_on, "amount": bill.amount.cents(),
            "open": bill.open().cents(),
        }));
    }
    Ok(Json::Array(shown))
}

/// The bills a case is about: those of its plan, else those of its debt, else those disputed.
pub(super) fn chosen_bills(run: &mut Run<'_, '_>) -> Result<Vec<BillOf>, Error> {
    let named = ["plan_bills", "debt_bills", "disputed_bills"];
    let chosen = named.into_iter().find_map(|name| run.case.data.get(name).and_then(Json::as_array));
    let mut bills = Vec::new();
    for id in chosen.cloned().unwrap_or_default() {
        let id = id.as_str().and_then(|id| id.parse::<BillId>().ok());
        bills.extend(id.map_or(Ok(None), |id| bill::by_id(run.tx, id))?);
    }
    Ok(bills)
}

/// What is owed for the term this very letter ends: one that is missed and still runs. What an earlier letter told is not
/// told again.
fn compensation(run: &mut Run<'_, '_>) -> Result<Json, Error> {
    let facts = store::cases::fact::of_case(run.tx, run.case.id)?;
    let suspensions = store::cases::fact::suspensions(run.tx, run.case.id)?;
    let customer = clocks::customer(run.tx, &run.case)?;
    let all = clocks::evaluate(&run.pack, &run.case, &facts, &suspensions, &customer, run.ctx.now());
    let open =
        all.iter().filter(|clock| !clock.evaluation.stopped && clock.evaluation.indemnity.missing.is_none());
    let owed: Option<Money> = open.map(|clock| clock.evaluation.indemnity.amount).max();
    let owed = owed.filter(|amount| *amount > Money::ZERO);
    Ok(owed.map_or(Json::Null, |amount| json!({ "amount": amount.cents() })))
}

/// Where a dispute about this service can be settled, and after how many days without an answer: texts of the pack.
fn settlement(run: &Run<'_, '_>, lang: Lang) -> Json {
    let text = |what: &str| {
        let sector = run.case.sector?.code();
        run.pack.texts.get(lang, &format!("dispute-{what}-{sector}"), &[])
    };
    json!({ "days": text("days"), "where": text("where") })
}
