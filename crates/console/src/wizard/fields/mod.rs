//! From the form of a task to the fields of a page: what is asked now, with what was typed or answered so far and what
//! is wrong with it. Shared by the wizard and by the task of a case.

mod address;
mod choice;
pub(crate) mod edit;
mod offered;
pub(crate) mod part;
mod readings;
mod rows;
mod shown;

use std::collections::BTreeMap;

use app::{
    FieldProblem,
    cases::{AskedField, CaseView, HandedIn, form_of, hand_in_document, show_form},
};
use serde_json::Value as Json;
use texts::Texts;
use web::{
    Failure, Form, PageCtx,
    layout::{Field, FieldKind, FieldState},
};

pub(crate) use self::readings::{about_register, taken};
use self::{
    edit::Edited,
    shown::{shown, worked_out},
};
use super::{cases_named::case_named, conflict::CHOICE, picks};
use crate::views::{
    form::{FieldView, SectionView, Widget},
    wording::finding,
};

/// Fields of a form that are not answers.
const OURS: [&str; 10] =
    ["version", "finestra", "compito", "parte", "cerca", "errori", "usa", "righe", "aggiungi", "togli"];

/// What was posted, as the operation reads it.
pub(crate) fn raw(form: &Form) -> BTreeMap<String, Vec<String>> {
    let mut raw: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, value) in form.fields() {
        if !OURS.contains(&name.as_str()) && !name.ends_with(".q") && !name.starts_with(CHOICE) {
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
    /// What the button of a list asked for.
    pub edited: Option<&'a Edited>,
}

/// Where an answer stands: the name it is sent with, and what is stored of it.
struct Place<'a> {
    name: String,
    stored: Option<&'a Json>,
    /// In a row of a list: nothing is chosen there before somebody chooses, or every blank row would count.
    row: bool,
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

    /// What was typed at a place, else what is stored of it.
    fn typed_or_stored(&self, at: &Place<'_>, kind: &str) -> String {
        if let Some(form) = self.typed
            && form.has(&at.name)
        {
            return form.all(&at.name).last().unwrap_or_default().to_owned();
        }
        at.stored.map_or_else(String::new, |value| shown(value, kind))
    }

    /// Whether something was answered at a place, be it "none of these".
    fn is_answered(&self, at: &Place<'_>) -> bool {
        self.typed.is_some_and(|form| form.has(&at.name)) || at.stored.is_some()
    }

    /// What stands in the control: typed before stored before proposed.
    fn value(&self, one: &AskedField, at: &Place<'_>) -> String {
        match &one.proposal {
            Some(proposal) if !self.is_answered(at) => shown(proposal, &one.kind),
            _ => self.typed_or_stored(at, &one.kind),
        }
    }

    /// What is said about a value: by the procedure in its own words, else by the sentence of the code.
    fn state(&self, full: &str, name: &str) -> FieldState {
        let Some(problem) = self.problems.iter().find(|problem| problem.field == full) else {
            return FieldState::Plain;
        };
        let own = match problem.code.as_str() {
            "field_check" => self.say(&format!("field-{name}-check")),
            "required" => self.say(&format!("field-{name}-required")),
            _ => None,
        };
        let words = own.unwrap_or_else(|| finding(self.t(), self.view, &problem.code, &problem.args));
        if problem.warning { FieldState::Warn(words) } else { FieldState::Bad(words) }
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
        for section in &form.sections {
            let key = format!("section-{}-{}", form.id, section.id);
            let title = self.say(&key).unwrap_or_default();
            let hint = self.say(&format!("{key}-hint")).unwrap_or_default();
            let mut fields = Vec::new();
            for one in &shown {
                if !form.fields.iter().any(|field| field.name == one.name && field.section == section.id) {
                    continue;
                }
                asked.file |= one.kind == "attachment";
                fields.push(self.field(one).await?);
            }
            if fields.is_empty() {
                continue;
            }
            hush(&title, &mut fields);
            // The question of the first part that asks anything is the question of the form.
            let (title, meta) = if asked.sections.is_empty() && !title.is_empty() {
                (asked.title, asked.hint) = (title, hint);
                (String::new(), String::new())
            } else {
                (title, hint)
            };
            asked.sections.push(SectionView { title, meta, fields });
        }
        Ok(asked)
    }

    async fn field(&self, one: &AskedField) -> Result<FieldView, Failure> {
        let at = Place { name: one.name.clone(), stored: self.stored(&one.name), row: false };
        Ok(match one.kind.as_str() {
            "group" => FieldView::new(12, self.plain(one, &at), Widget::Rows(self.group(one).await?)),
            "price_lines" => FieldView::new(12, self.plain(one, &at), Widget::Lines(self.lines(one))),
            _ => self.single(one, &at).await?,
        })
    }

    /// A field without its control: label, value, hint, message.
    fn plain(&self, one: &AskedField, at: &Place<'_>) -> Field {
        let (name, kind) = (one.name.as_str(), one.kind.as_str());
        let label = self.say(&format!("field-{name}")).unwrap_or_else(|| one.label.clone());
        let mut field = Field::text(&at.name, label).value(self.value(one, at)).unit(&one.unit);
        field.state = self.state(&at.name, name);
        field.hint = self.say(&format!("field-{name}-hint")).unwrap_or_default();
        // A box is never asked for, and what is proposed is there already.
        field.optional = !one.required && kind != "flag" && !one.computed && one.proposal.is_none();
        field.optional_word = self.say(&format!("field-{name}-optional")).unwrap_or_default();
        field.sends_to.clone_from(&self.draft);
        field
    }

    /// A field that is no list.
    async fn single(&self, one: &AskedField, at: &Place<'_>) -> Result<FieldView, Failure> {
        let kind = one.kind.as_str();
        let mut field = self.plain(one, at);
        if let Some(problem) = self.problems.iter().find(|problem| problem.field == at.name) {
            field.state_link = case_named(self.cx, &problem.code, &problem.args).await?;
        }
        let width = if one.width == 0 { 12 } else { one.width };
        if one.computed {
            let words = worked_out(self, one, one.value.as_ref().or(at.stored));
            return Ok(FieldView::new(width, field, Widget::Shown(words)));
        }
        let picks = self.picks(one);
        if let ("offer", [only]) = (kind, picks.as_slice()) {
            // One offer is no choice: it is told, and stays as it is.
            let words = [only.label.as_str(), only.meta.as_str()];
            let told = words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(", ");
            field.optional = false;
            return Ok(FieldView::new(width, field, Widget::Told { value: only.value.clone(), told }));
        }
        if !picks.is_empty() {
            match kind {
                "flag" if field.value != "true" && !at.row => "false".clone_into(&mut field.value),
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
            "address" => FieldView::new(12, field, Widget::Address(self.address(at))),
            "party" | "supply_point" => {
                let query = self.typed.map_or("", |form| form.text(&format!("{}.q", at.name))).to_owned();
                let search = picks::search(self.cx, self.view, &at.name, &query, &field.value).await?;
                FieldView::new(12, field, Widget::Search(search))
            }
            "readings" => FieldView::new(12, field, Widget::Readings(self.readings(&at.name).await?)),
            "bills" => FieldView::new(12, field, Widget::Bills(self.bills(one, at))),
            "bill" | "contract" => self.one_offered(one, at, field),
            "attachment" => {
                let accept = "application/pdf,image/jpeg,image/png".to_owned();
                FieldView::new(width, field, Widget::Attachment { accept, there: self.handed_in(at) })
            }
            _ => {
                field.kind = line_kind(kind);
                FieldView::line(width, field)
            }
        })
    }

    /// The title of the paper that was handed in at a place.
    fn handed_in(&self, at: &Place<'_>) -> Vec<String> {
        let id = at.stored.and_then(Json::as_str).unwrap_or_default();
        let paper = self.view.documents.iter().find(|paper| paper.id.to_string() == id);
        paper.map(|paper| paper.title.clone()).into_iter().collect()
    }
}

/// Files sent with the form of an element become papers of the case; their answer is which. Where no file is sent, the
/// one handed in before stays.
pub(crate) async fn hand_in(
    cx: &PageCtx,
    view: &CaseView,
    element: &str,
    form: &mut Form,
    raw: &mut BTreeMap<String, Vec<String>>,
) -> Result<(), Failure> {
    for field in show_form(&cx.app, &cx.ctx, view.case.id, element).await? {
        if field.kind != "attachment" {
            continue;
        }
        raw.remove(&field.name);
        let stored = view.case.data.get(&field.name).and_then(Json::as_str);
        let answer = match form.take_file(&field.name).filter(|file| !file.bytes.is_empty()) {
            Some(file) => {
                let paper = HandedIn {
                    kind: field.name.clone(),
                    title: file.name,
                    media_type: file.kind,
                    content: file.bytes,
                    answers_request: false,
                };
                hand_in_document(&cx.app, &cx.ctx, view.case.id, paper).await?.to_string()
            }
            None => match stored {
                Some(id) => id.to_owned(),
                None => continue,
            },
        };
        raw.insert(field.name, vec![answer]);
    }
    Ok(())
}

/// A heading that says what its only field says again, or asks what that field answers, speaks for both.
fn hush(title: &str, fields: &mut [FieldView]) {
    let alone = fields.len() == 1;
    for field in fields {
        let grouped =
            !matches!(field.widget, Widget::Line | Widget::Flag | Widget::Search(_) | Widget::Shown(_));
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
pub(crate) fn left_over(
    t: &Texts,
    view: &CaseView,
    sections: &[SectionView],
    problems: &[FieldProblem],
) -> Vec<String> {
    let shown = |name: &str| {
        sections.iter().flat_map(|section| &section.fields).any(|field| {
            let own = field.field.name.as_str();
            own == name || name.strip_prefix(own).is_some_and(|rest| rest.starts_with('.'))
        })
    };
    problems
        .iter()
        .filter(|problem| !problem.warning && !shown(&problem.field))
        .map(|problem| finding(t, view, &problem.code, &problem.args))
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
