//! From the form of a task to the fields of a page: what is asked now, with what was typed or answered so far and what
//! is wrong with it. Shared by the wizard and by the task of a case.

use std::collections::BTreeMap;

use app::{
    FieldProblem,
    cases::{AskedField, CaseView, form_of, show_task},
};
use domain::registry::reading::ReadingFinding;
use kernel::{Date, Lang, TaskId};
use serde_json::Value as Json;
use texts::Texts;
use web::{
    Failure, Form, PageCtx,
    layout::{Field, FieldKind, FieldState},
};

use super::picks;
use crate::views::{
    form::{FieldView, Pick, ReadingRow, ReadingState, ReadingsView, SectionView, Widget},
    wording::sentence,
};

/// Fields of a form that are not answers.
const OURS: [&str; 5] = ["version", "finestra", "compito", "parte", "cerca"];

/// What was posted, as the operation reads it.
pub(crate) fn raw(form: &Form) -> BTreeMap<String, Vec<String>> {
    let mut raw: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, value) in form.fields() {
        if !OURS.contains(&name.as_str()) && !name.ends_with(".q") {
            raw.entry(name.clone()).or_default().push(value.trim().to_owned());
        }
    }
    raw
}

/// A form to be drawn.
pub(crate) struct Asking<'a> {
    /// The request.
    pub cx: &'a PageCtx,
    /// The case.
    pub view: &'a CaseView,
    /// The element of the process.
    pub element: &'a str,
    /// What was typed; none when the page is only shown.
    pub typed: Option<&'a Form>,
    /// What is wrong with it.
    pub problems: &'a [FieldProblem],
    /// Where the draft goes when a field changes; empty: nowhere.
    pub draft: String,
}

/// A drawn form: its heading and hint, and its sections.
pub(crate) struct Asked {
    /// The question of the form.
    pub title: String,
    /// What to know before answering.
    pub hint: String,
    /// Sections in order; those without fields left out.
    pub sections: Vec<SectionView>,
    /// A file is asked for.
    pub file: bool,
}

impl Asking<'_> {
    const fn t(&self) -> &'static Texts {
        self.cx.t
    }

    /// A text of the procedure; names have dashes there.
    fn say(&self, key: &str) -> Option<String> {
        self.view.pack.texts.get(self.t().lang(), &key.replace('_', "-"), &[])
    }

    fn stored(&self, name: &str) -> Option<&Json> {
        self.view.case.data.get(name).filter(|value| !value.is_null())
    }

    /// What stands in the control: typed before stored before proposed.
    fn value(&self, name: &str, kind: &str) -> String {
        if let Some(form) = self.typed
            && form.has(name)
        {
            return form.all(name).last().unwrap_or_default().to_owned();
        }
        self.stored(name).map_or_else(|| self.proposed(name), |value| shown(value, kind))
    }

    /// What the form proposes, when that is a constant or today.
    fn proposed(&self, name: &str) -> String {
        let form = form_of(&self.view.pack, self.element);
        let field = form.and_then(|form| form.fields.iter().find(|field| field.name == name));
        let Some(default) = field.and_then(|field| field.default.as_ref()) else { return String::new() };
        let text = default.source().trim();
        if text.contains("today()") {
            return typed_day(self.cx.today());
        }
        text.trim_matches('"').to_owned()
    }

    fn state(&self, name: &str) -> FieldState {
        let Some(problem) = self.problems.iter().find(|problem| problem.field == name) else {
            return FieldState::Plain;
        };
        let own = (problem.code == "field_check").then(|| self.say(&format!("field-{name}-check"))).flatten();
        let words = own.unwrap_or_else(|| sentence(self.t(), &problem.code, &problem.args));
        if problem.warning { FieldState::Warn(words) } else { FieldState::Bad(words) }
    }

    /// Draws the form of a task.
    ///
    /// # Errors
    /// From the operations that read what the form shows.
    pub(crate) async fn draw(&self, task: TaskId) -> Result<Asked, Failure> {
        let view = show_task(&self.cx.app, &self.cx.ctx, task).await?;
        let form = form_of(&self.view.pack, self.element);
        let mut asked = Asked {
            title: self.view.pack.element_name(self.element, self.t().lang()),
            hint: String::new(),
            sections: Vec::new(),
            file: false,
        };
        let Some(form) = form else { return Ok(asked) };
        for (place, section) in form.sections.iter().enumerate() {
            let key = format!("section-{}-{}", form.id, section.id);
            let title = self.say(&key).unwrap_or_default();
            let hint = self.say(&format!("{key}-hint")).unwrap_or_default();
            let mut fields = Vec::new();
            for one in &view.fields {
                let Some(field) =
                    form.fields.iter().find(|field| field.name == one.name && field.section == section.id)
                else {
                    continue;
                };
                // What a supply is not offered is not asked for: `<name>_offered`, kept with the answers.
                if self.stored(&format!("{}_offered", one.name)) == Some(&Json::Bool(false)) {
                    continue;
                }
                asked.file |= one.kind == "attachment";
                fields.push(self.field(one, field.width, field.unit.clone().unwrap_or_default()).await?);
            }
            let (title, meta) = if place == 0 && !title.is_empty() {
                (asked.title, asked.hint) = (title, hint);
                (String::new(), String::new())
            } else {
                (title, hint)
            };
            if !fields.is_empty() {
                asked.sections.push(SectionView { title, meta, fields });
            }
        }
        Ok(asked)
    }

    async fn field(&self, one: &AskedField, width: u8, unit: String) -> Result<FieldView, Failure> {
        let (name, kind) = (one.name.as_str(), one.kind.as_str());
        let label = self.say(&format!("field-{name}")).unwrap_or_else(|| one.label.clone());
        let mut field = Field::text(name, label).value(self.value(name, kind)).unit(unit);
        field.state = self.state(name);
        field.hint = self.say(&format!("field-{name}-hint")).unwrap_or_default();
        field.optional = !one.required && kind != "flag";
        field.sends_to.clone_from(&self.draft);
        let width = if width == 0 { 12 } else { width };
        let picks = self.choices(one);
        if !picks.is_empty() {
            return Ok(FieldView::choice(width, field, picks));
        }
        Ok(match kind {
            "flag" => FieldView::new(width, field, Widget::Flag),
            "address" => FieldView::new(12, field, Widget::Address(self.address(name))),
            "party" | "supply_point" => {
                let query = self.typed.map_or("", |form| form.text(&format!("{name}.q"))).to_owned();
                let search = picks::search(self.cx, self.view, name, &query, &field.value).await?;
                FieldView::new(12, field, Widget::Search(search))
            }
            "readings" => FieldView::new(12, field, Widget::Readings(self.readings(name).await?)),
            "attachment" => {
                let accept = "application/pdf,image/jpeg,image/png".to_owned();
                FieldView::new(width, field, Widget::Attachment { accept, there: Vec::new() })
            }
            _ => {
                field.kind = line_kind(kind);
                FieldView::line(width, field)
            }
        })
    }

    /// The answers of a choice with their words.
    fn choices(&self, one: &AskedField) -> Vec<Pick> {
        let values: Vec<String> = match (one.kind.as_str(), one.choices.is_empty()) {
            ("sex", true) => vec!["F".to_owned(), "M".to_owned()],
            _ => one.choices.clone(),
        };
        values
            .into_iter()
            .map(|value| {
                let key = format!("choice-{}-{value}", one.name);
                Pick { label: self.say(&key).unwrap_or_else(|| value.clone()), value, ..Pick::default() }
            })
            .collect()
    }

    fn address(&self, name: &str) -> Vec<(Field, u8)> {
        let t = self.t();
        let stored = self.stored(name);
        [
            ("street", t.fields_street(), 6),
            ("house_number", t.fields_house_number(), 2),
            ("unit", t.fields_unit(), 2),
            ("postcode", t.fields_postcode(), 2),
            ("municipality", t.fields_municipality(), 6),
            ("province", t.fields_province(), 2),
            ("country", t.fields_country(), 4),
        ]
        .into_iter()
        .map(|(part, label, width)| {
            let full = format!("{name}.{part}");
            let value = self.typed.filter(|form| form.has(&full)).map_or_else(
                || stored.and_then(|address| address.get(part)?.as_str()).unwrap_or_default().to_owned(),
                |form| form.text(&full).to_owned(),
            );
            let mut field = Field::text(&full, label).value(value);
            field.state = self.state(&full);
            (field, width)
        })
        .collect()
    }

    async fn readings(&self, name: &str) -> Result<ReadingsView, Failure> {
        let point = self.stored("supply_point").and_then(|id| id.as_str()?.parse().ok());
        let Some(point) = point else { return Ok(ReadingsView::default()) };
        let read_on = self.stored("read_on").and_then(|day| day.as_str()?.parse::<Date>().ok());
        let stored = self.stored(name).and_then(Json::as_object);
        let prefix = format!("{name}.");
        let mut values: BTreeMap<String, i64> = BTreeMap::new();
        for (register, value) in stored.into_iter().flatten() {
            values.extend(value.as_i64().map(|value| (register.clone(), value)));
        }
        for (field, value) in self.typed.map(Form::fields).unwrap_or_default() {
            if let Some(register) = field.strip_prefix(&prefix)
                && let Ok(value) = value.replace(['.', ' '], "").parse()
            {
                values.insert(register.to_owned(), value);
            }
        }
        let lines = app::voltura::reading_lines(&self.cx.app, &self.cx.ctx, point, read_on, values).await?;
        let last_on = lines.first().and_then(|line| line.last).map(|(day, _)| day);
        let rows = lines.into_iter().map(|line| self.reading(name, line)).collect();
        Ok(ReadingsView { last_on, rows, part: self.draft.clone(), ..ReadingsView::default() })
    }

    fn reading(&self, name: &str, line: app::voltura::ReadingLine) -> ReadingRow {
        let full = format!("{name}.{}", line.key);
        let typed = self.typed.filter(|form| form.has(&full)).map(|form| form.text(&full).to_owned());
        let check = line.check.as_ref().map(|(_, check)| check);
        let high = check.is_some_and(|check| {
            check.findings.iter().any(|finding| matches!(finding, ReadingFinding::AboveExpected { .. }))
        });
        let state = match self.state(&full) {
            FieldState::Bad(why) => ReadingState::Bad(why),
            _ if high => ReadingState::High,
            _ if check.is_some() => ReadingState::Good,
            _ => ReadingState::Open,
        };
        ReadingRow {
            name: full,
            about: line.serial,
            last: line.last.map(|(_, value)| value),
            value: typed.unwrap_or_else(|| {
                line.check.as_ref().map_or_else(String::new, |(value, _)| self.t().number(*value))
            }),
            consumption: check.and_then(|check| check.consumption),
            expected: check.and_then(|check| check.expected),
            state,
            register: line.register,
        }
    }
}

fn line_kind(kind: &str) -> FieldKind {
    match kind {
        "long_text" => FieldKind::Lines,
        "date" => FieldKind::Date,
        "money" | "decimal" | "power" => FieldKind::Decimal,
        "integer" => FieldKind::Digits,
        "tax_code" | "vat_number" | "iban" => FieldKind::Code,
        "email" => FieldKind::Email,
        "phone" => FieldKind::Phone,
        _ => FieldKind::Text,
    }
}

/// A day as people type it, in any language of the page: it is what every reader of dates understands.
fn typed_day(day: Date) -> String {
    format!("{:02}/{:02}/{}", day.day(), day.month(), day.year())
}

/// A stored answer as people type it.
fn shown(value: &Json, kind: &str) -> String {
    // Numbers are typed with a decimal comma whatever the language: that is how they are read back.
    let it = Texts::of(Lang::It);
    match (value, kind) {
        (Json::String(day), "date") => day.parse().map_or_else(|_| day.clone(), typed_day),
        (Json::String(iban), "iban") => texts::iban_grouped(iban),
        (Json::String(text), _) => text.clone(),
        (Json::Number(number), "money") => {
            number.as_i64().map_or_else(|| number.to_string(), |cents| it.decimal(cents, 2))
        }
        (Json::Number(number), "power") => number.as_i64().map_or_else(
            || number.to_string(),
            |watt| {
                let kilowatt = it.decimal(watt, 3);
                kilowatt.trim_end_matches('0').trim_end_matches(',').to_owned()
            },
        ),
        (Json::Number(number), "decimal") => number.to_string().replace('.', ","),
        (Json::Null, _) => String::new(),
        (other, _) => other.to_string(),
    }
}

/// Every problem that no field of the form shows, as sentences.
pub(crate) fn left_over(t: &Texts, sections: &[SectionView], problems: &[FieldProblem]) -> Vec<String> {
    let shown = |name: &str| {
        sections.iter().flat_map(|section| &section.fields).any(|field| {
            let own = field.field.name.as_str();
            own == name || name.strip_prefix(own).is_some_and(|rest| rest.starts_with('.'))
        })
    };
    problems
        .iter()
        .filter(|problem| !problem.warning && !shown(&problem.field))
        .map(|problem| sentence(t, &problem.code, &problem.args))
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use web::Form;

    use super::{raw, shown};

    #[test]
    fn a_stored_answer_is_shown_as_it_would_be_typed() {
        for (value, kind, expected) in [
            (json!("2026-03-18"), "date", "18/03/2026"),
            (json!(5116), "money", "51,16"),
            (json!(4500), "power", "4,5"),
            (json!(3000), "power", "3"),
            (json!(true), "flag", "true"),
            (json!(null), "text", ""),
            (json!("IT60X0542811101000000123456"), "iban", "IT60 X054 2811 1010 0000 0123 456"),
        ] {
            assert_eq!(shown(&value, kind), expected, "{value} as {kind}");
        }
    }

    #[test]
    fn what_is_not_an_answer_does_not_reach_the_operation() {
        let form = Form::of(&[
            ("version", "3"),
            ("party.q", "rossi"),
            ("party", "x"),
            ("cerca", "party"),
            ("flag", ""),
            ("flag", "true"),
        ]);
        let sent = raw(&form);
        assert_eq!(sent.keys().collect::<Vec<_>>(), ["flag", "party"]);
        assert_eq!(sent.get("flag").map(Vec::len), Some(2));
    }
}
