//! One language's Fluent files, read into messages with their arguments.

use std::collections::BTreeMap;
use std::path::Path;

use fluent_syntax::ast::{
    CallArguments, Entry, Expression, InlineExpression, Message, Pattern, PatternElement, Variant, VariantKey,
};

use crate::source;

/// Everything one language says.
pub struct Catalogue {
    /// The language's code.
    pub lang: String,
    /// The areas, by file name without `.ftl`, in alphabetical order.
    pub areas: Vec<String>,
    /// Messages in the order of the files.
    pub messages: Vec<Said>,
    /// Terms (`-name`) with the file they stand in.
    pub terms: BTreeMap<String, String>,
}

/// A message, or an attribute of one.
#[derive(Clone)]
pub struct Said {
    /// `id` or `id.attribute`.
    pub key: String,
    /// The file's name without `.ftl`.
    pub area: String,
    /// The text with its variables, on one line.
    pub text: String,
    /// Variables in order of first appearance.
    pub args: Vec<Arg>,
    /// Messages it quotes.
    pub quotes: Vec<String>,
    /// Terms it quotes.
    pub terms: Vec<String>,
}

/// A variable of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arg {
    /// Its name, without `$`.
    pub name: String,
    /// Whether the sentence counts with it.
    pub counted: bool,
}

/// Reads every `.ftl` file of a language's folder; what is wrong lands in `problems`.
pub fn read(folder: &Path, lang: &str, problems: &mut Vec<String>) -> Catalogue {
    let mut catalogue =
        Catalogue { lang: lang.to_owned(), areas: Vec::new(), messages: Vec::new(), terms: BTreeMap::new() };
    for path in source::files(folder, "ftl") {
        let area = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        match source::read(&path) {
            Ok(text) => read_source(&text, &area, &source::shown(&path), &mut catalogue, problems),
            Err(problem) => problems.push(problem),
        }
    }
    lend_arguments(&mut catalogue, problems);
    catalogue
}

/// Reads the text of one file.
pub fn read_source(
    text: &str,
    area: &str,
    file: &str,
    catalogue: &mut Catalogue,
    problems: &mut Vec<String>,
) {
    catalogue.areas.push(area.to_owned());
    let resource = match fluent_syntax::parser::parse(text.to_owned()) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            for error in errors {
                let line = text.get(..error.pos.start).unwrap_or(text).lines().count().max(1);
                problems.push(format!("{file}:{line}: {error}"));
            }
            resource
        }
    };
    for entry in &resource.body {
        match entry {
            Entry::Message(message) => read_message(message, area, file, catalogue, problems),
            Entry::Term(term) => {
                catalogue.terms.insert(term.id.name.clone(), file.to_owned());
            }
            _ => {}
        }
    }
}

fn read_message(
    message: &Message<String>,
    area: &str,
    file: &str,
    catalogue: &mut Catalogue,
    problems: &mut Vec<String>,
) {
    let value = message.value.iter().map(|value| (message.id.name.clone(), value));
    let attributes =
        message.attributes.iter().map(|a| (format!("{}.{}", message.id.name, a.id.name), &a.value));
    for (key, pattern) in value.chain(attributes) {
        let mut said = Said {
            key,
            area: area.to_owned(),
            text: String::new(),
            args: Vec::new(),
            quotes: Vec::new(),
            terms: Vec::new(),
        };
        said.pattern(pattern, true);
        if catalogue.messages.iter().any(|other| other.key == said.key) {
            problems.push(format!("{file}: {} is there twice", said.key));
        } else {
            catalogue.messages.push(said);
        }
    }
}

impl Said {
    /// Walks a pattern; the text is kept only where `shown` (of a choice, the default variant).
    fn pattern(&mut self, pattern: &Pattern<String>, shown: bool) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } if shown => self.text.push_str(value),
                PatternElement::TextElement { .. } => {}
                PatternElement::Placeable { expression } => self.expression(expression, shown),
            }
        }
    }

    fn expression(&mut self, expression: &Expression<String>, shown: bool) {
        match expression {
            Expression::Inline(inline) => self.inline(inline, false, shown),
            Expression::Select { selector, variants } => {
                self.inline(selector, counts(variants), false);
                for variant in variants {
                    self.pattern(&variant.value, shown && variant.default);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<String>, counted: bool, shown: bool) {
        let mut text = String::new();
        match inline {
            InlineExpression::VariableReference { id } => {
                self.argument(&id.name, counted);
                text = format!("{{{}}}", id.name);
            }
            InlineExpression::FunctionReference { id, arguments } => {
                self.call(arguments, id.name == "NUMBER", shown);
            }
            InlineExpression::MessageReference { id, attribute } => {
                let key = attribute.as_ref().map_or(id.name.clone(), |a| format!("{}.{}", id.name, a.name));
                text = format!("{{{key}}}");
                self.quotes.push(key);
            }
            InlineExpression::TermReference { id, arguments, .. } => {
                text = format!("{{{}}}", id.name);
                self.terms.push(id.name.clone());
                if let Some(arguments) = arguments {
                    self.call(arguments, false, false);
                }
            }
            InlineExpression::StringLiteral { value } | InlineExpression::NumberLiteral { value } => {
                text.clone_from(value);
            }
            InlineExpression::Placeable { expression } => self.expression(expression, shown),
        }
        if shown {
            self.text.push_str(&text);
        }
    }

    fn call(&mut self, arguments: &CallArguments<String>, counted: bool, shown: bool) {
        for argument in &arguments.positional {
            self.inline(argument, counted, shown);
        }
        for argument in &arguments.named {
            self.inline(&argument.value, counted, false);
        }
    }

    fn argument(&mut self, name: &str, counted: bool) {
        match self.args.iter_mut().find(|arg| arg.name == name) {
            Some(arg) => arg.counted |= counted,
            None => self.args.push(Arg { name: name.to_owned(), counted }),
        }
    }
}

/// Whether a choice is by number: a literal number or a plural category other than the catch-all.
fn counts(variants: &[Variant<String>]) -> bool {
    variants.iter().any(|variant| match &variant.key {
        VariantKey::NumberLiteral { .. } => true,
        VariantKey::Identifier { name } => matches!(name.as_str(), "zero" | "one" | "two" | "few" | "many"),
    })
}

/// A message that quotes another needs the other's arguments too; quotes of nothing are reported.
pub fn lend_arguments(catalogue: &mut Catalogue, problems: &mut Vec<String>) {
    let known: BTreeMap<String, Said> =
        catalogue.messages.iter().map(|said| (said.key.clone(), said.clone())).collect();
    for said in &mut catalogue.messages {
        for term in &said.terms {
            if !catalogue.terms.contains_key(term) {
                problems.push(format!(
                    "{}/{}.ftl: {} quotes the unknown term -{term}",
                    catalogue.lang, said.area, said.key
                ));
            }
        }
        let mut waiting = said.quotes.clone();
        let mut seen = vec![said.key.clone()];
        while let Some(key) = waiting.pop() {
            let Some(quoted) = known.get(&key) else {
                problems.push(format!(
                    "{}/{}.ftl: {} quotes the unknown message {key}",
                    catalogue.lang, said.area, said.key
                ));
                continue;
            };
            if seen.contains(&key) {
                continue;
            }
            seen.push(key);
            for arg in &quoted.args {
                said.argument(&arg.name, arg.counted);
            }
            waiting.extend(quoted.quotes.iter().cloned());
        }
    }
}
