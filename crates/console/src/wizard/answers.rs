//! The answers of a draft in words: beside the steps, and summed up at the last one as the procedure groups them.

use app::cases::{CaseView, Task, form_of, show_form};
use serde_json::Value as Json;
use web::{Failure, PageCtx};

use super::{picks, step::step_url, summary, tasks};
use crate::{
    standing::reading_unit,
    views::{form::Piece, wizard::Answer},
};

/// What the forms of a case say of their answers: the numbers of bills and contracts by id, and the kinds of answers.
#[derive(Default)]
pub(super) struct Known {
    numbers: Vec<(String, String)>,
    kinds: Vec<(String, String)>,
    /// The names of the answers of a row, in the order they are asked, by the list.
    rows: Vec<(String, Vec<String>)>,
}

impl Known {
    /// What the forms of these tasks say.
    ///
    /// # Errors
    /// From the operation that reads the forms.
    pub(super) async fn of(cx: &PageCtx, view: &CaseView, run: &[&Task]) -> Result<Self, Failure> {
        let mut known = Self::default();
        for task in run {
            for field in show_form(&cx.app, &cx.ctx, view.case.id, &task.element).await? {
                known.numbers.extend(field.offered.into_iter().map(|one| (one.id, one.number)));
                let names = field.fields.iter().map(|inner| inner.name.clone()).collect();
                known.rows.push((field.name.clone(), names));
                known.kinds.extend(field.fields.into_iter().map(|inner| (inner.name, inner.kind)));
                known.kinds.push((field.name, field.kind));
            }
        }
        Ok(known)
    }

    fn number(&self, id: &str) -> Option<String> {
        self.numbers.iter().find(|(known, _)| known == id).map(|(_, number)| number.clone())
    }

    fn is(&self, name: &str, kind: &str) -> bool {
        self.kinds.iter().any(|(known, of)| known == name && of == kind)
    }
}

/// A word on what was answered at a step, and whether it is a code.
pub(super) fn note(cx: &PageCtx, view: &CaseView, place: usize) -> (String, bool) {
    let Some(step) = view.pack.steps.get(place) else { return (String::new(), false) };
    let given: Vec<(String, bool)> = step.shows.iter().filter_map(|name| short(cx, view, name)).collect();
    if !given.is_empty() {
        let code = given.iter().all(|(_, code)| *code);
        return (given.into_iter().map(|(words, _)| words).collect::<Vec<_>>().join(", "), code);
    }
    if step.tasks.contains(&view.pack.draft_until) {
        let papers = summary::announced(cx, view).len();
        if papers > 0 {
            return (cx.t.wizard_papers_count(papers), false);
        }
    }
    let answered = (step.shows.is_empty() || tasks::is_part(view, &step.tasks))
        && step
            .tasks
            .iter()
            .filter_map(|task| form_of(&view.pack, task))
            .any(|form| form.fields.iter().any(|field| view.case.data.contains_key(&field.name)));
    let open = || {
        let key = format!("step-{}-open", step.id.replace('_', "-"));
        view.pack.texts.get(cx.t.lang(), &key, &[]).unwrap_or_else(|| cx.t.wizard_step_open())
    };
    (if answered { cx.t.wizard_step_done() } else { open() }, false)
}

/// An answer in a word or two, and whether it is a code.
fn short(cx: &PageCtx, view: &CaseView, name: &str) -> Option<(String, bool)> {
    let value = view.case.data.get(name);
    match name {
        // A point keeps its power when no other is asked for.
        "power_w" => summary::power(cx, view)
            .or_else(|| picks::power(cx.t, view.point.as_ref()?))
            .map(|words| (words, false)),
        "supply_point" => {
            value?.as_str()?;
            view.point.as_ref().map(|point| (point.code.clone(), true))
        }
        "party" => {
            value?.as_str()?;
            view.party.as_ref().map(|party| (party.names.display(), false))
        }
        _ => match value? {
            Json::Object(values) if values.values().all(Json::is_number) => {
                Some((cx.t.wizard_readings(values.len()), false))
            }
            value => words(cx, view, &Known::default(), name, value).map(|pieces| (plain(&pieces), false)),
        },
    }
}

fn plain(pieces: &[Piece]) -> String {
    let texts = pieces.iter().map(|piece| match piece {
        Piece::Plain(text) | Piece::Code(text) | Piece::Strong(text) => text.as_str(),
    });
    texts.collect()
}

/// The answers given so far, for the last step: in the lines the procedure has for them, else one by one.
///
/// # Errors
/// From the operation that reads what the forms offer.
pub(super) async fn answers(cx: &PageCtx, view: &CaseView, run: &[&Task]) -> Result<Vec<Answer>, Failure> {
    let known = Known::of(cx, view, run).await?;
    if view.pack.summary.is_empty() {
        return Ok(one_by_one(cx, view, run, &known));
    }
    let say = |key: String| view.pack.texts.get(cx.t.lang(), &key, &[]);
    let lines = view.pack.summary.iter().filter_map(|line| {
        let id = line.id.replace('_', "-");
        let given = line.fields.iter().filter_map(|name| {
            let value = view.case.data.get(name)?;
            words(cx, view, &known, name, value)
        });
        let mut value: Vec<Piece> = Vec::new();
        for pieces in given {
            if !value.is_empty() {
                value.push(Piece::plain(", "));
            }
            value.extend(pieces);
        }
        // Of what the supply is not offered nothing is said, not even that it was not wanted.
        let part = tasks::is_part(view, &asking(view, run, &line.fields));
        if value.is_empty() {
            value.push(Piece::plain(say(format!("summary-{id}-none")).filter(|_| !part)?));
        }
        let rest = part.then(|| say(format!("summary-{id}-rest"))).flatten();
        let label = rest.or_else(|| say(format!("summary-{id}")))?;
        let href = asked_at(view, run, &line.fields)?;
        Some(Answer { what: label.to_lowercase(), label, value, href })
    });
    Ok(lines.collect())
}

/// The tasks reached that ask for any of these answers.
fn asking(view: &CaseView, run: &[&Task], fields: &[String]) -> Vec<String> {
    let asks = |element: &str| {
        form_of(&view.pack, element)
            .is_some_and(|form| form.fields.iter().any(|field| fields.contains(&field.name)))
    };
    run.iter().filter(|task| asks(&task.element)).map(|task| task.element.clone()).collect()
}

/// Where the first of these answers is asked.
fn asked_at(view: &CaseView, run: &[&Task], fields: &[String]) -> Option<String> {
    let asks = |task: &&&Task, name: &String| {
        form_of(&view.pack, &task.element)
            .is_some_and(|form| form.fields.iter().any(|field| field.name == *name))
    };
    fields
        .iter()
        .find_map(|name| run.iter().find(|task| asks(task, name)))
        .map(|task| step_url(view.case.id, task))
}

fn one_by_one(cx: &PageCtx, view: &CaseView, run: &[&Task], known: &Known) -> Vec<Answer> {
    let lang = cx.t.lang();
    let mut list: Vec<(String, Answer)> = Vec::new();
    for task in run.iter().filter(|task| task.state != "open") {
        let Some(form) = form_of(&view.pack, &task.element) else { continue };
        for field in &form.fields {
            let Some(value) = view.case.data.get(&field.name) else { continue };
            let Some(words) = words(cx, view, known, &field.name, value) else { continue };
            if list.iter().any(|(name, _)| *name == field.name) {
                continue;
            }
            let label = view.pack.texts.or_key(lang, &format!("field-{}", field.name.replace('_', "-")));
            let href = step_url(view.case.id, task);
            list.push((field.name.clone(), Answer { what: label.to_lowercase(), label, value: words, href }));
        }
    }
    list.into_iter().map(|(_, answer)| answer).collect()
}

/// An answer in words; none when there is nothing to say: not given, or a box left empty.
fn words(cx: &PageCtx, view: &CaseView, known: &Known, name: &str, value: &Json) -> Option<Vec<Piece>> {
    let t = cx.t;
    match (name, value) {
        ("supply_point", _) => {
            let point = view.point.as_ref()?;
            Some(vec![
                Piece::plain(format!("{}, {}, ", picks::sector(t, point.sector), point.address.line())),
                Piece::code(point.code.clone()),
            ])
        }
        ("party", _) => {
            let party = view.party.as_ref()?;
            let mut pieces = vec![Piece::plain(format!(
                "{}, {}",
                party.names.display(),
                t.wizard_customer(&party.number)
            ))];
            if let Some(code) = party.tax_code.as_ref().or(party.vat_number.as_ref()) {
                pieces.extend([Piece::plain(", "), Piece::code(code.clone())]);
            }
            Some(pieces)
        }
        ("iban", Json::String(iban)) => Some(vec![Piece::code(texts::iban_grouped(iban))]),
        _ => {
            let text = text(cx, view, known, name, value)?;
            let key = format!("answer-{}", name.replace('_', "-"));
            // Within a sentence of the procedure an answer begins small.
            let inside = begin_small(&text);
            let told = view.pack.texts.get(t.lang(), &key, &[("value", inside.as_str())]);
            Some(vec![Piece::plain(told.unwrap_or(text))])
        }
    }
}

/// An answer beside another one: also what a sum of all answers leaves out, a box left empty.
pub(super) fn told(cx: &PageCtx, view: &CaseView, known: &Known, name: &str, value: &Json) -> String {
    match value {
        Json::Bool(true) => cx.t.words_yes(),
        Json::Bool(false) => cx.t.words_no(),
        Json::String(iban) if name == "iban" => texts::iban_grouped(iban),
        value => text(cx, view, known, name, value).unwrap_or_default(),
    }
}

/// An answer as a text.
pub(super) fn text(cx: &PageCtx, view: &CaseView, known: &Known, name: &str, value: &Json) -> Option<String> {
    let t = cx.t;
    let say = |key: String| view.pack.texts.get(t.lang(), &key.replace('_', "-"), &[]);
    Some(match value {
        Json::Null | Json::Bool(false) => return None,
        Json::Bool(true) => {
            say(format!("field-{name}")).map_or_else(|| t.words_yes(), |words| begin_small(&words))
        }
        Json::Number(cents) if known.is(name, "money") => {
            t.money(kernel::Money::from_cents(cents.as_i64().unwrap_or_default()))
        }
        Json::Number(_) if name == "power_w" => summary::power(cx, view)?,
        Json::Number(number) => say(format!("choice-{name}-{number}")).map_or_else(
            || number.as_i64().map_or_else(|| number.to_string(), |number| t.number(number)),
            |words| begin_small(&words),
        ),
        Json::String(text) => say(format!("choice-{name}-{text}"))
            .or_else(|| known.number(text))
            .or_else(|| text.parse::<kernel::Date>().ok().map(|day| t.date(day)))
            .unwrap_or_else(|| text.clone()),
        Json::Object(parts) if parts.values().all(Json::is_number) => {
            let unit = view.case.sector.map(reading_unit).unwrap_or_default();
            let values: Vec<String> = parts
                .iter()
                .map(|(register, value)| {
                    format!("{register} {}", t.number(value.as_i64().unwrap_or_default()))
                })
                .collect();
            format!("{} {unit}", values.join(", ")).trim().to_owned()
        }
        Json::Object(parts) => address(parts),
        Json::Array(rows) => {
            let told: Vec<String> =
                rows.iter().filter_map(|row| self::row(cx, view, known, name, row)).collect();
            if told.is_empty() {
                return None;
            }
            told.join("; ")
        }
    })
}

/// A row of a list in words: a bill by its number, a line of a price list by what and how many, of others each answer.
fn row(cx: &PageCtx, view: &CaseView, known: &Known, list: &str, row: &Json) -> Option<String> {
    let parts = match row {
        Json::Object(parts) => parts,
        other => return text(cx, view, known, list, other),
    };
    if let (Some(code), Some(quantity)) = (parts.get("code").and_then(Json::as_str), parts.get("quantity")) {
        let quantity = quantity.to_string();
        let quantity = quantity.strip_suffix(".0").unwrap_or(&quantity).replace('.', ",");
        return Some(format!("{code} × {quantity}"));
    }
    let asked = known.rows.iter().find(|(name, _)| name == list).map(|(_, names)| names.clone());
    let names = asked.filter(|names| !names.is_empty()).unwrap_or_else(|| parts.keys().cloned().collect());
    let told: Vec<String> =
        names.iter().filter_map(|name| text(cx, view, known, name, parts.get(name)?)).collect();
    (!told.is_empty()).then(|| told.join(", "))
}

/// With a small first letter, unless the first word is an abbreviation.
fn begin_small(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), second) if !second.is_some_and(char::is_uppercase) => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => text.to_owned(),
    }
}

/// An address on one line.
fn address(parts: &serde_json::Map<String, Json>) -> String {
    let part = |name: &str| parts.get(name).and_then(Json::as_str).unwrap_or_default();
    let province = part("province");
    let province = if province.is_empty() { String::new() } else { format!("({province})") };
    let street = [part("street"), part("house_number"), part("unit")];
    let town = [part("postcode"), part("municipality"), province.as_str()];
    let join =
        |list: &[&str]| list.iter().filter(|word| !word.is_empty()).copied().collect::<Vec<_>>().join(" ");
    [join(&street), join(&town)].into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::begin_small;

    #[test]
    fn an_answer_begins_small_inside_a_sentence_but_for_abbreviations() {
        for (text, inside) in [("Per e-mail", "per e-mail"), ("PEC", "PEC"), ("230 V", "230 V"), ("", "")] {
            assert_eq!(begin_small(text), inside);
        }
    }
}
