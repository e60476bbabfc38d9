//! What is known of a draft: the supply and who takes it over, the clocks that will run, what is missing, the papers.

use app::cases::{
    CaseView, Task,
    clocks::{Promise, promised},
    show_form,
};
use kernel::Lang;
use routes::{Route, console::PaperPreview};
use serde_json::Value as Json;
use texts::TimeUnit;
use web::{Failure, PageCtx, layout::day_month};

use super::{step::step_url, tasks};
use crate::views::wizard::{ClockPreview, Missing, PaperToMake, PointSummary, WizardSummary};

/// The summary of a draft.
pub(super) async fn of<'a>(
    cx: &'a PageCtx,
    view: &CaseView,
    run: &[&Task],
    element: &str,
) -> Result<WizardSummary<'a>, Failure> {
    let t = cx.t;
    Ok(WizardSummary {
        t,
        oob: false,
        point: point(cx, view),
        clocks: clocks(cx, view),
        open: view.case.sector.is_none() && !view.pack.clocks.is_empty(),
        missing: missing(cx, view, run).await?,
        papers: view
            .pack
            .papers
            .iter()
            .map(|paper| PaperToMake {
                title: view.pack.texts.or_key(t.lang(), &format!("paper-{}", paper.kind.replace('_', "-"))),
                signed: paper.signed,
                contract: paper.kind == "contract",
                // What is signed is read before the request is confirmed.
                preview: (*view.pack.draft_until == *element && is_made_at_once(&paper.kind, paper.signed))
                    .then(|| PaperPreview::new(view.case.id, paper.kind.clone()).url()),
            })
            .collect(),
    })
}

/// Whether a paper is made from the answers of the draft alone: what is signed, and the receipt. Others tell what came
/// later.
pub(crate) fn is_made_at_once(kind: &str, signed: bool) -> bool {
    signed || kind == "receipt"
}

fn point(cx: &PageCtx, view: &CaseView) -> Option<PointSummary> {
    let t = cx.t;
    let point = view.point.as_ref()?;
    // Only a procedure that asks who comes has somebody who goes and somebody who comes.
    let mut asked = view.pack.forms.values().flat_map(|form| &form.fields);
    if !asked.any(|field| field.name == "creation") {
        return None;
    }
    let person = |party: &domain::registry::Party| (party.names.display(), t.wizard_customer(&party.number));
    let chosen = view.case.data.get("party").is_some_and(Json::is_string);
    let step = view.pack.steps.iter().position(|step| step.tasks.iter().any(|task| task == "party"));
    Some(PointSummary {
        sector: point.sector,
        kind: match point.sector {
            kernel::Sector::Electricity => "POD".to_owned(),
            kernel::Sector::Gas => "PDR".to_owned(),
            _ => t.wizard_point(),
        },
        code: point.code.clone(),
        outgoing: view.outgoing.as_ref().map(person),
        incoming: view.party.as_ref().filter(|_| chosen).map(person).or_else(|| newcomer(cx, view)),
        incoming_step: step.unwrap_or(0) + 1,
        changes: power(cx, view).map(|words| (t.wizard_power(), words)).into_iter().collect(),
        note: format!("{}, {}", point.address.line(), point.address.town()),
    })
}

/// Who comes, as long as the registry has no entry: the name that was typed.
fn newcomer(cx: &PageCtx, view: &CaseView) -> Option<(String, String)> {
    let text = |name: &str| view.case.data.get(name).and_then(Json::as_str).unwrap_or_default();
    let name = [text("surname"), text("given_name")].join(" ");
    let name = if name.trim().is_empty() { text("company_name") } else { name.trim() };
    (!name.is_empty()).then(|| (name.to_owned(), cx.t.wizard_new_party()))
}

/// The clocks that would run if the request were made today.
fn clocks(cx: &PageCtx, view: &CaseView) -> Vec<ClockPreview> {
    let Some(sector) = view.case.sector else { return Vec::new() };
    promised(&view.pack, sector, &view.case.data, cx.now)
        .iter()
        .filter_map(|promise| clock(cx, promise))
        .collect()
}

fn clock(cx: &PageCtx, promise: &Promise) -> Option<ClockPreview> {
    let (t, standard) = (cx.t, promise.standard);
    let due = promise.due.map(|day| format!("{} {}", t.weekday(day), day_month(t, day)));
    let mut note: Vec<String> = due.into_iter().map(|day| t.wizard_clock_due(day)).collect();
    note.push(match promise.indemnity {
        Some(amount) => t.wizard_clock_indemnity(t.money(amount)),
        None if standard.indemnity.is_some() => t.wizard_clock_indemnity_some(),
        None => t.wizard_clock_no_indemnity(),
    });
    Some(ClockPreview {
        name: standard.name(t.lang()).to_owned(),
        level: u32::try_from(standard.limit).ok()?,
        unit: TimeUnit::from_code(standard.unit.code())?,
        days: promise.days.clone(),
        note: note.join(" "),
        why: match t.lang() {
            Lang::It => promise.why.it.clone(),
            Lang::En => promise.why.en.clone(),
        },
    })
}

/// Required answers that are not there; of the steps not yet reached, the step itself.
async fn missing(cx: &PageCtx, view: &CaseView, run: &[&Task]) -> Result<Vec<Missing>, Failure> {
    let lang = cx.t.lang();
    let mut gaps = Vec::new();
    for (place, step) in view.pack.steps.iter().enumerate() {
        let reached: Vec<&Task> =
            run.iter().filter(|task| step.tasks.contains(&task.element)).copied().collect();
        if reached.is_empty() && !step.tasks.contains(&view.pack.draft_until) {
            let label = tasks::step_name(view, place, lang);
            gaps.push(Missing { label, href: None, step: place + 1 });
        }
        for task in reached {
            if task.state != "open" {
                continue;
            }
            let href = Some(step_url(view.case.id, task));
            for field in show_form(&cx.app, &cx.ctx, view.case.id, &task.element).await? {
                let given = view.case.data.get(&field.name).is_some_and(|value| !value.is_null());
                if field.required && !given && field.proposal.is_none() {
                    let key = format!("field-{}", field.name.replace('_', "-"));
                    let label = view.pack.texts.or_key(lang, &key);
                    gaps.push(Missing { label, href: href.clone(), step: place + 1 });
                }
            }
        }
    }
    Ok(gaps)
}

/// The power asked for, in words.
pub(super) fn power(cx: &PageCtx, view: &CaseView) -> Option<String> {
    let wanted = view.case.data.get("power_w").and_then(Json::as_i64)?;
    let present = view.point.as_ref().and_then(|point| point.technical.power_w);
    let kilowatt = |watt: i64| cx.t.quantity_decimal(watt, 3, "kW");
    Some(present.map_or_else(
        || kilowatt(wanted),
        |present| cx.t.wizard_power_change(kilowatt(present), kilowatt(wanted)),
    ))
}
