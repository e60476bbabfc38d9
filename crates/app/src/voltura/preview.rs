//! What a power increase would mean, told while it is typed. Nothing is stored.

use std::collections::BTreeMap;

use domain::{access::Action, voltura::VolturaAnswers};
use feel::Env;
use kernel::{CaseId, Date};
use store::{cases::case as cases, registry::supply_point};

use super::power::power_problems;
use crate::{
    App, Ctx, Error, FieldProblem,
    cases::{clocks::promised, form_of},
    error::found,
    read,
};

/// The procedure of the linked case.
const INCREASE: &str = "PM1";
/// The task of the change of holder that asks how much.
const HOW_MUCH: &str = "power_data";

/// What a power increase would mean.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PowerPreview {
    /// The power of the point in watt, where it is known.
    pub present: Option<i64>,
    /// The power asked for in watt; none while it is not given or cannot be read.
    pub wanted: Option<i64>,
    /// What is wrong with the data together.
    pub problems: Vec<FieldProblem>,
    /// The name of the procedure that would be opened.
    pub procedure: String,
    /// The day its regulated clock would end if the request were made now; none where no clock runs.
    pub due: Option<Date>,
}

/// What the answers typed so far would mean for the point of a case.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub async fn preview_power(
    app: &App,
    ctx: &Ctx,
    id: CaseId,
    raw: BTreeMap<String, Vec<String>>,
) -> Result<PowerPreview, Error> {
    let (app_, ctx) = (app.clone(), ctx.clone());
    read(app, "preview-power", move |tx| {
        let case = found(cases::for_action(tx, &ctx, id, Action::Read)?, "case")?.into_inner();
        let pack = app_.procedures.version(tx, &case.procedure, case.bundle_version)?;
        let mut answers = case.data.clone();
        if let Some(form) = form_of(&pack, HOW_MUCH).filter(|_| !raw.is_empty()) {
            for field in &form.fields {
                answers.remove(&field.name);
            }
            answers.extend(form.take(&raw, &case.data, ctx.today(), &Env { now: ctx.now() }).0);
        }
        let answers = VolturaAnswers::of(&answers);
        let point = case.supply_point_id.map_or(Ok(None), |id| supply_point::by_id(tx, id))?;
        let present = point.as_ref().and_then(|point| point.technical.power_w);
        let mut preview = PowerPreview {
            present,
            wanted: answers.power_w,
            problems: power_problems(&answers, present),
            ..PowerPreview::default()
        };
        if let (Some(point), Ok((_, increase))) = (&point, app_.procedures.newest(tx, INCREASE)) {
            preview.procedure = increase.texts.or_key(ctx.lang, "procedure");
            preview.due = promised(&increase, point.sector, &serde_json::Map::new(), ctx.now())
                .first()
                .and_then(|promise| promise.due);
        }
        Ok(preview)
    })
    .await
}
