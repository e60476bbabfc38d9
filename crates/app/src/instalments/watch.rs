//! What a running plan asks for today: to wait, to remind, to warn, to end.

use domain::instalments::{PlanState, Told};
use serde_json::{Value as Json, json};
use store::registry::plan;

use super::{look_at, propose::day_text};
use crate::{
    Error,
    papers::language,
    processes::{CallAnswer, Run},
};

/// Looks at the plan of the case. What the customer is to be told counts as told at once: a step that is tried again tells
/// it once.
pub(super) fn watch_by_process(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let known = plan::of_case(run.tx, run.case.id)?.ok_or_else(|| Error::refused("plan_missing"))?;
    let looked = look_at(run.app, run.ctx, run.tx, &known)?;
    let today = run.ctx.today();
    let undo = run.case.data.get("undo_wanted") == Some(&json!(true));
    let state = looked.watched.state;
    let word = if undo && state != PlanState::Paid { "undo" } else { state.code() };
    if word == PlanState::Paid.code() {
        plan::end(run.tx, known.id, "paid", run.ctx.now(), "paid")?;
    }
    let told = match (word == "undo", state, looked.watched.next) {
        (false, PlanState::Reminder, Some(next)) => Some(Told { reminded: next.number, ..known.told }),
        (false, PlanState::Late, Some(next)) => {
            Some(Told { warned: Some((next.number, today)), ..known.told })
        }
        _ => None,
    };
    // Somebody paid interest meanwhile, or another step told the same.
    if let Some(told) = told
        && !plan::set_told(run.tx, &known, told)?
    {
        return Err(Error::Repeat);
    }
    let lang = language(run)?;
    let (due, amount) = looked.watched.next.map_or_else(Default::default, |next| {
        let (principal, interest) = looked.left_of(next.number);
        (day_text(next.due_on, lang), (principal + interest).show(lang))
    });
    let mut values = vec![
        ("plan_state", json!(word)),
        ("look_on", json!(looked.watched.look_on)),
        ("next_due_text", json!(due)),
        ("next_amount_text", json!(amount)),
    ];
    // The wish to undo it is heard once.
    if undo {
        values.push(("undo_wanted", Json::Null));
    }
    Ok(CallAnswer::Done(values))
}
