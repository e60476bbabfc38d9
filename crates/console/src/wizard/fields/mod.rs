//! From the form of a task to the fields of a page: what is asked now, with what was typed or answered so far and what
//! is wrong with it. Shared by the wizard and by the task of a case.

mod address;
mod choice;
mod readings;
mod shown;

use std::collections::BTreeMap;

use app::{
    FieldProblem,
    cases::{AskedField, CaseView, form_of, show_form},
};
use kernel::TaskId;
use serde_json::Value as Json;
use texts::Texts;
use web::{
    Failure, Form, PageCtx,
    layout::{Field, FieldKind, FieldState},
};

pub(crate) use self::readings::about_register;
use self::shown::shown;
use super::picks;
use crate::views::{
    form::{FieldView, SectionView, Widget},
    wording::sentence,
};

/// Fields of a form that are not answers.
const OURS: [&str; 6] = ["version", "finestra", "compito", "parte", "cerca", "errori"];

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
    fn value(&self, one: &AskedField) -> String {
        let (name, kind) = (one.name.as_str(), one.kind.as_str());
        if let Some(form) = self.typed
            && form.has(name)
        {
            return form.all(name).last().unwrap_or_default().to_owned();
        }
        self.stored(name).or(one.proposal.as_ref()).map_or_else(String::new, |value| shown(value, kind))
    }

    /// What is said about a value: by the procedure in its own words, else by the sentence of the code.
    fn state(&self, name: &str) -> FieldState {
        let Some(problem) = self.problems.iter().find(|problem| problem.field == name) else {
            return FieldState::Plain;
        };
        let own = match problem.code.as_str() {
            "field_check" => self.say(&format!("field-{name}-check")),
            "required" => self.say(&format!("field-{name}-required")),
            _ => None,
        };
        let words = own.unwrap_or_else(|| sentence(self.t(), &problem.code, &problem.args));
        if problem.warning { FieldState::Warn(words) } else { FieldState::Bad(words) }
    }

    /// Draws the form of a task.
    ///
    /// # Errors
    /// From the operations that read what the form shows.
    pub(crate) async fn draw(&self, _task: TaskId) -> Result<Asked, Failure> {
        self.draw_form().await
    }

    /// Draws the form of the element, whether the process has come to it or not.
    ///
    /// # Errors
    /// From the operations that read what the form shows.
    pub(crate) async fn draw_form(&self) -> Result<Asked, Failure> {
        let shown = show_form(&self.cx.app, &self.cx.ctx, self.view.case.id, self.element).await?;
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
            for one in &shown {
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
            hush(&title, &mut fields);
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
        let mut field = Field::text(name, label).value(self.value(one)).unit(unit);
        field.state = self.state(name);
        field.hint = self.say(&format!("field-{name}-hint")).unwrap_or_default();
        // A box is never asked for, and what is proposed is there already.
        field.optional = !one.required && kind != "flag" && one.proposal.is_none();
        field.optional_word = self.say(&format!("field-{name}-optional")).unwrap_or_default();
        field.sends_to.clone_from(&self.draft);
        let width = if width == 0 { 12 } else { width };
        let picks = self.picks(one);
        if !picks.is_empty() {
            match kind {
                "flag" if field.value != "true" => "false".clone_into(&mut field.value),
                // Nothing said means that the offer stays.
                "offer" if field.value.is_empty() => {
                    field.value = picks.first().map(|pick| pick.value.clone()).unwrap_or_default();
                }
                _ => {}
            }
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
}

/// A heading that says what its only field says again, or asks what that field answers, speaks for both.
fn hush(title: &str, fields: &mut [FieldView]) {
    let alone = fields.len() == 1;
    for field in fields {
        let grouped = !matches!(field.widget, Widget::Line | Widget::Flag | Widget::Search(_));
        field.quiet = grouped && (alone || field.field.label == title);
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

    use super::{raw, shown::shown};

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
