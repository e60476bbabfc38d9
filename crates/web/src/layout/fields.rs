//! Fields of a form and the summary of their errors. The macros `c::field` and `c::error_summary` draw them.

use super::Link;

/// What a field asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldKind {
    /// One line of text.
    Text,
    /// A code read aloud or typed: tax code, POD, PDR, IBAN, serial number.
    Code,
    /// Digits only.
    Digits,
    /// A number with decimals.
    Decimal,
    /// A date as people type it.
    Date,
    /// A day picked with the browser's own calendar, sent as `2026-03-18`.
    Day,
    /// An address of e-mail.
    Email,
    /// A telephone number.
    Phone,
    /// A password.
    Password,
    /// Several lines.
    Lines,
    /// One of a few, in a closed list.
    Select(Vec<Choice>),
}

/// One answer to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The value sent.
    pub value: String,
    /// What people read.
    pub label: String,
}

/// What is said under a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldState {
    /// Nothing yet.
    Plain,
    /// What is wrong and the way out.
    Bad(String),
    /// Accepted, with something to know.
    Good(String),
    /// Accepted, with something to watch.
    Warn(String),
}

/// A field with its label above and its message below.
#[derive(Clone, Debug)]
pub struct Field {
    /// The name sent; also the id of the control.
    pub name: String,
    /// The label.
    pub label: String,
    /// The label is only for those who do not see: a heading says it already.
    pub label_hidden: bool,
    /// What it asks for.
    pub kind: FieldKind,
    /// What was typed.
    pub value: String,
    /// A word under the field when there is no message.
    pub hint: String,
    /// What is said about the value.
    pub state: FieldState,
    /// Where what the message names is seen.
    pub state_link: Option<Link>,
    /// It may stay empty: the label says so.
    pub optional: bool,
    /// What the label of an optional field says; empty for the usual word.
    pub optional_word: String,
    /// A unit at the right: `m³`.
    pub unit: String,
    /// An icon at the left.
    pub icon: &'static str,
    /// An example in grey.
    pub placeholder: String,
    /// The value of `autocomplete`.
    pub autocomplete: &'static str,
    /// The page starts here.
    pub focus: bool,
    /// Shown, not asked.
    pub readonly: bool,
    /// Taller, for the main field of a step.
    pub large: bool,
    /// Where the draft goes when this field changes (htmx POST); empty: nowhere.
    pub sends_to: String,
}

impl Field {
    /// A field of a kind.
    #[must_use]
    pub fn new(kind: FieldKind, name: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            label: label.into(),
            label_hidden: false,
            kind,
            value: String::new(),
            hint: String::new(),
            state: FieldState::Plain,
            state_link: None,
            optional: false,
            optional_word: String::new(),
            unit: String::new(),
            icon: "",
            placeholder: String::new(),
            autocomplete: "off",
            focus: false,
            readonly: false,
            large: false,
            sends_to: String::new(),
        }
    }

    /// One line of text.
    #[must_use]
    pub fn text(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::new(FieldKind::Text, name, label)
    }

    /// A code.
    #[must_use]
    pub fn code(name: impl Into<String>, label: impl Into<String>) -> Self {
        Self::new(FieldKind::Code, name, label)
    }

    /// One of a few.
    #[must_use]
    pub fn select(name: impl Into<String>, label: impl Into<String>, choices: Vec<Choice>) -> Self {
        Self::new(FieldKind::Select(choices), name, label)
    }

    /// With what was typed.
    #[must_use]
    pub fn value(mut self, value: impl Into<String>) -> Self {
        self.value = value.into();
        self
    }

    /// With a hint.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = hint.into();
        self
    }

    /// With what is wrong.
    #[must_use]
    pub fn bad(mut self, message: impl Into<String>) -> Self {
        self.state = FieldState::Bad(message.into());
        self
    }

    /// With what is right.
    #[must_use]
    pub fn good(mut self, message: impl Into<String>) -> Self {
        self.state = FieldState::Good(message.into());
        self
    }

    /// With what to watch.
    #[must_use]
    pub fn warn(mut self, message: impl Into<String>) -> Self {
        self.state = FieldState::Warn(message.into());
        self
    }

    /// That may stay empty.
    #[must_use]
    pub fn optional(mut self) -> Self {
        self.optional = true;
        self
    }

    /// With a unit.
    #[must_use]
    pub fn unit(mut self, unit: impl Into<String>) -> Self {
        self.unit = unit.into();
        self
    }

    /// With an icon at the left.
    #[must_use]
    pub fn icon(mut self, icon: &'static str) -> Self {
        self.icon = icon;
        self
    }

    /// With an example.
    #[must_use]
    pub fn placeholder(mut self, text: impl Into<String>) -> Self {
        self.placeholder = text.into();
        self
    }

    /// With what the browser may fill in.
    #[must_use]
    pub fn autocomplete(mut self, token: &'static str) -> Self {
        self.autocomplete = token;
        self
    }

    /// Where the page starts.
    #[must_use]
    pub fn focus(mut self) -> Self {
        self.focus = true;
        self
    }

    /// Shown, not asked.
    #[must_use]
    pub fn readonly(mut self) -> Self {
        self.readonly = true;
        self
    }

    /// With a label that a heading says already.
    #[must_use]
    pub fn label_hidden(mut self) -> Self {
        self.label_hidden = true;
        self
    }

    /// Taller.
    #[must_use]
    pub fn large(mut self) -> Self {
        self.large = true;
        self
    }

    /// Posting the draft when it changes.
    #[must_use]
    pub fn sends_to(mut self, url: impl Into<String>) -> Self {
        self.sends_to = url.into();
        self
    }

    /// The value of `type`.
    #[must_use]
    pub const fn input_type(&self) -> &'static str {
        match self.kind {
            FieldKind::Email => "email",
            FieldKind::Phone => "tel",
            FieldKind::Password => "password",
            FieldKind::Day => "date",
            _ => "text",
        }
    }

    /// The value of `inputmode`; empty for the usual keyboard.
    #[must_use]
    pub const fn input_mode(&self) -> &'static str {
        match self.kind {
            FieldKind::Digits | FieldKind::Date => "numeric",
            FieldKind::Decimal => "decimal",
            _ => "",
        }
    }

    /// The classes of the control.
    #[must_use]
    pub fn input_class(&self) -> String {
        let kind = match self.kind {
            FieldKind::Code => " input-code",
            FieldKind::Digits | FieldKind::Decimal => " num",
            _ => "",
        };
        format!("input{kind}{}", if self.large { " input-lg" } else { "" })
    }

    /// The class beside `field`.
    #[must_use]
    pub const fn class(&self) -> &'static str {
        match self.state {
            FieldState::Bad(_) => " is-bad",
            FieldState::Good(_) => " is-good",
            _ => "",
        }
    }

    /// Whether the value is refused.
    #[must_use]
    pub const fn is_bad(&self) -> bool {
        matches!(self.state, FieldState::Bad(_))
    }

    /// Class, icon and words of the message; none when there is nothing to say.
    #[must_use]
    pub fn message(&self) -> Option<(&'static str, &'static str, &str)> {
        match &self.state {
            FieldState::Plain => None,
            FieldState::Bad(text) => Some(("err", "octagon", text)),
            FieldState::Good(text) => Some(("good", "ok", text)),
            FieldState::Warn(text) => Some(("warn", "alert", text)),
        }
    }

    /// Whether something below describes the control.
    #[must_use]
    pub fn is_described(&self) -> bool {
        self.message().is_some() || !self.hint.is_empty()
    }

    /// Whether this is the chosen answer.
    #[must_use]
    pub fn is_chosen(&self, choice: &Choice) -> bool {
        self.value == choice.value
    }
}

/// The summary of errors on top of a form: one link for each field, in the field's words.
#[derive(Clone, Debug, Default)]
pub struct ErrorSummary {
    /// The heading; empty for the usual one ("Non salvato: correggi 2 campi").
    pub title: String,
    /// Field name and message, in the order of the form.
    pub faults: Vec<(String, String)>,
}

impl ErrorSummary {
    /// The faults of these fields.
    #[must_use]
    pub fn of<'a>(fields: impl IntoIterator<Item = &'a Field>) -> Self {
        let faults = fields
            .into_iter()
            .filter_map(|field| match &field.state {
                FieldState::Bad(message) => Some((field.name.clone(), format!("{}: {message}", field.label))),
                _ => None,
            })
            .collect();
        Self { title: String::new(), faults }
    }

    /// With a heading of its own.
    #[must_use]
    pub fn titled(mut self, title: impl Into<String>) -> Self {
        self.title = title.into();
        self
    }

    /// Whether there is nothing to say.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.faults.is_empty()
    }
}
