//! The questions of the page of a link, each with what was typed and what is wrong with it.

use app::{
    FieldProblem,
    links::{LinkAsk, LinkField},
};
use texts::Texts;
use web::Form;

use super::view::names;

/// A question.
#[derive(Clone, Debug)]
pub struct Question {
    /// The name sent; also the id of the control.
    pub name: String,
    /// The label.
    pub label: String,
    /// A word under the label; empty: none.
    pub hint: String,
    /// Whether it may stay empty.
    pub optional: bool,
    /// How it is asked.
    pub control: Control,
    /// What was typed.
    pub value: String,
    /// What is wrong; empty: nothing.
    pub fault: String,
}

/// How a question is asked.
#[derive(Clone, Debug)]
pub enum Control {
    /// One of a few: value, label, whether it is chosen.
    Radios(Vec<(String, String, bool)>),
    /// A box to tick, and whether it is.
    Box(bool),
    /// Several lines.
    Lines,
    /// One line: `type`, `inputmode` and `autocomplete`.
    Line(&'static str, &'static str, &'static str),
}

impl Question {
    /// The control that a fault leads to.
    #[must_use]
    pub fn anchor(&self) -> String {
        match &self.control {
            Control::Radios(_) => format!("{}-1", self.name),
            _ => self.name.clone(),
        }
    }

    /// Anchor and words of what is wrong.
    pub(super) fn fault_line(&self) -> Option<(String, String)> {
        (!self.fault.is_empty()).then(|| (self.anchor(), format!("{}: {}", self.label, self.fault)))
    }

    /// What describes the control: ids parted by spaces; empty: nothing.
    #[must_use]
    pub fn described(&self) -> String {
        let hint = (!self.hint.is_empty()).then(|| format!("{}-nota", self.name));
        let fault = (!self.fault.is_empty()).then(|| format!("{}-errore", self.name));
        hint.into_iter().chain(fault).collect::<Vec<_>>().join(" ")
    }
}

/// What is wrong with a field; empty: nothing.
fn fault(t: &Texts, name: &str, check: &str, problems: &[FieldProblem]) -> String {
    let problem = problems.iter().find(|problem| !problem.warning && problem.field == name);
    problem.map_or_else(String::new, |problem| match problem.code.as_str() {
        "field_check" if !check.is_empty() => check.to_owned(),
        "required" => t.link_fault_required(),
        "choice_unknown" => t.link_fault_choice(),
        "date_form" => t.link_fault_date(),
        "number" | "integer" => t.link_fault_number(),
        "money" => t.link_fault_money(),
        "email" => t.link_fault_email(),
        "phone" => t.link_fault_phone(),
        "too_long" => t.link_fault_long(),
        _ => t.link_fault_other(),
    })
}

/// A field of the task's form.
pub(super) fn of_field(t: &Texts, field: &LinkField, form: &Form, problems: &[FieldProblem]) -> Question {
    let value = form.text(&field.name).to_owned();
    let control = match field.ask {
        LinkAsk::Choice => Control::Radios(
            field
                .choices
                .iter()
                .map(|(choice, label)| (choice.clone(), label.clone(), *choice == value))
                .collect(),
        ),
        LinkAsk::Flag => Control::Box(form.has(&field.name)),
        LinkAsk::Lines => Control::Lines,
        LinkAsk::Day => Control::Line("text", "numeric", "off"),
        LinkAsk::Amount | LinkAsk::Number => Control::Line("text", "decimal", "off"),
        LinkAsk::Email => Control::Line("email", "email", "email"),
        LinkAsk::Phone => Control::Line("tel", "tel", "tel"),
        LinkAsk::Text => Control::Line("text", "text", "off"),
    };
    Question {
        name: field.name.clone(),
        label: field.label.clone(),
        hint: field.hint.clone(),
        optional: !field.required && field.ask != LinkAsk::Flag,
        control,
        value,
        fault: fault(t, &field.name, &field.check, problems),
    }
}

/// The name of whoever answers.
pub(super) fn name(t: &Texts, form: &Form, problems: &[FieldProblem]) -> Question {
    let problem = problems.iter().find(|problem| problem.field == "name");
    Question {
        name: names::NAME.to_owned(),
        label: t.link_name(),
        hint: t.link_name_hint(),
        optional: false,
        control: Control::Line("text", "text", "name"),
        value: form.text(names::NAME).to_owned(),
        fault: problem.map_or_else(String::new, |problem| match problem.code.as_str() {
            "name_in_full" => t.link_fault_name(),
            "too_long" => t.link_fault_long(),
            _ => t.link_fault_required(),
        }),
    }
}

/// The box that confirms.
pub(super) fn confirm(t: &Texts, form: &Form, problems: &[FieldProblem]) -> Question {
    let missing = problems.iter().any(|problem| problem.field == "confirmed");
    Question {
        name: names::CONFIRMED.to_owned(),
        label: t.link_confirm(),
        hint: String::new(),
        optional: false,
        control: Control::Box(form.has(names::CONFIRMED)),
        value: String::new(),
        fault: if missing { t.link_fault_confirm() } else { String::new() },
    }
}
