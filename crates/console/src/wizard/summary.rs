//! What is known of a draft: the supply and who takes it over, the clocks that will run, what is missing, the papers.

use app::cases::{CaseView, Task, form_of};
use serde_json::Value as Json;
use web::{Failure, PageCtx};

use super::{picks, step::step_url, tasks};
use crate::views::{
    form::Piece,
    wizard::{Answer, Missing, PaperToMake, PointSummary, WizardSummary},
};

/// The summary of a draft.
pub(super) async fn of<'a>(
    cx: &'a PageCtx,
    view: &CaseView,
    run: &[&Task],
) -> Result<WizardSummary<'a>, Failure> {
    let t = cx.t;
    Ok(WizardSummary {
        t,
        oob: false,
        point: point(cx, view),
        clocks: Vec::new(),
        missing: missing(cx, view, run),
        papers: view
            .pack
            .papers
            .iter()
            .map(|paper| PaperToMake {
                title: view.pack.texts.or_key(t.lang(), &format!("paper-{}", paper.kind.replace('_', "-"))),
                signed: paper.signed,
                contract: paper.kind == "contract",
            })
            .collect(),
    })
}

fn point(cx: &PageCtx, view: &CaseView) -> Option<PointSummary> {
    let t = cx.t;
    let point = view.point.as_ref()?;
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
        incoming: view.party.as_ref().filter(|_| chosen).map(person),
        incoming_step: step.unwrap_or(0) + 1,
        changes: power(cx, view).map(|words| (t.wizard_power(), words)).into_iter().collect(),
        note: format!("{}, {}", point.address.line(), point.address.town()),
    })
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

/// A word on what was answered at a step.
pub(super) fn note(cx: &PageCtx, view: &CaseView, place: usize) -> String {
    let Some(step) = view.pack.steps.get(place) else { return String::new() };
    let known = match step.id.as_str() {
        "supply" => view.point.as_ref().map(|point| point.code.clone()),
        "party" => view.party.as_ref().map(|party| party.names.display()),
        "reading" => view
            .case
            .data
            .get("readings")
            .and_then(Json::as_object)
            .map(|values| cx.t.wizard_readings(values.len())),
        "power" => {
            power(cx, view).or_else(|| view.point.as_ref().and_then(|point| picks::power(cx.t, point)))
        }
        _ => None,
    };
    known.unwrap_or_else(|| {
        let done = step
            .tasks
            .iter()
            .filter_map(|task| form_of(&view.pack, task))
            .any(|form| form.fields.iter().any(|field| view.case.data.contains_key(&field.name)));
        if done { cx.t.wizard_step_done() } else { cx.t.wizard_step_open() }
    })
}

/// Required answers of the steps that are not there; of the steps not yet reached, the step itself.
fn missing(cx: &PageCtx, view: &CaseView, run: &[&Task]) -> Vec<Missing> {
    let lang = cx.t.lang();
    let mut gaps = Vec::new();
    for (place, step) in view.pack.steps.iter().enumerate() {
        let reached = run.iter().find(|task| tasks::place(view, &task.element).0 == place);
        let open =
            run.iter().find(|task| tasks::place(view, &task.element).0 == place && task.state == "open");
        let href = reached.map(|task| step_url(view.case.id, task));
        match (reached, open) {
            (Some(_), None) => {}
            (_, Some(task)) => {
                let form = form_of(&view.pack, &task.element);
                for field in form.into_iter().flat_map(|form| &form.fields) {
                    if field.required
                        && field.default.is_none()
                        && field.when.is_none()
                        && !view.case.data.contains_key(&field.name)
                    {
                        let label =
                            view.pack.texts.or_key(lang, &format!("field-{}", field.name.replace('_', "-")));
                        gaps.push(Missing { label, href: href.clone(), step: place + 1 });
                    }
                }
            }
            (None, None) if step.tasks.contains(&view.pack.draft_until) => {}
            (None, None) => {
                gaps.push(Missing { label: tasks::step_name(view, place, lang), href: None, step: place + 1 })
            }
        }
    }
    gaps
}

/// The answers given so far, for the last step.
pub(super) fn answers(cx: &PageCtx, view: &CaseView, run: &[&Task]) -> Vec<Answer> {
    let lang = cx.t.lang();
    let mut list = Vec::new();
    for task in run.iter().filter(|task| task.state != "open") {
        let Some(form) = form_of(&view.pack, &task.element) else { continue };
        for field in &form.fields {
            let Some(value) = view.case.data.get(&field.name) else { continue };
            let key = field.name.replace('_', "-");
            let Some(words) = words(cx, view, &field.name, value) else { continue };
            let label = match field.name.as_str() {
                "supply_point" | "party" => tasks::step_name(view, tasks::place(view, &task.element).0, lang),
                _ => view.pack.texts.or_key(lang, &format!("field-{key}")),
            };
            if list.iter().any(|known: &Answer| known.label == label) {
                continue;
            }
            list.push(Answer {
                what: label.to_lowercase(),
                label,
                value: words,
                href: step_url(view.case.id, task),
            });
        }
    }
    list
}

/// An answer in words; none when there is nothing to say.
fn words(cx: &PageCtx, view: &CaseView, name: &str, value: &Json) -> Option<Vec<Piece>> {
    let t = cx.t;
    Some(match (name, value) {
        ("supply_point", _) => {
            let point = view.point.as_ref()?;
            vec![
                Piece::plain(format!("{}, {}, ", picks::sector(t, point.sector), point.address.line())),
                Piece::code(point.code.clone()),
            ]
        }
        ("party", _) => {
            let party = view.party.as_ref()?;
            let code = party.tax_code.as_ref().or(party.vat_number.as_ref()).cloned().unwrap_or_default();
            vec![
                Piece::plain(format!("{}, {}, ", party.names.display(), t.wizard_customer(&party.number))),
                Piece::code(code),
            ]
        }
        ("iban", Json::String(iban)) => vec![Piece::code(texts::iban_grouped(iban))],
        ("power_w", Json::Number(_)) => vec![Piece::plain(power(cx, view)?)],
        (_, Json::Object(parts)) => {
            let parts: Vec<String> = parts
                .iter()
                .map(|(part, value)| match value {
                    Json::Number(number) => {
                        format!("{part} {}", t.number(number.as_i64().unwrap_or_default()))
                    }
                    Json::String(text) => text.clone(),
                    other => other.to_string(),
                })
                .collect();
            vec![Piece::plain(parts.join(", "))]
        }
        (_, Json::Bool(yes)) => vec![Piece::plain(if *yes { t.words_yes() } else { t.words_no() })],
        (_, Json::String(text)) => {
            let key = format!("choice-{name}-{text}").replace('_', "-");
            let day = text.parse::<kernel::Date>().ok().map(|day| t.date(day));
            let choice = view.pack.texts.get(t.lang(), &key, &[]);
            vec![Piece::plain(choice.or(day).unwrap_or_else(|| text.clone()))]
        }
        (_, Json::Null) => return None,
        (_, other) => vec![Piece::plain(other.to_string())],
    })
}
