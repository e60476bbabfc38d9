//! Catalogues parse, every message speaks in every language, and values go into sentences unharmed.

use fluent_bundle::FluentValue;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, VariantKey};
use kernel::Lang;

use super::{Texts, generated, number};

/// Every variable of a pattern, and whether it is counted with.
fn variables(pattern: &Pattern<String>, found: &mut Vec<(String, bool)>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            expression_variables(expression, found);
        }
    }
}

fn expression_variables(expression: &Expression<String>, found: &mut Vec<(String, bool)>) {
    match expression {
        Expression::Inline(inline) => inline_variables(inline, false, found),
        Expression::Select { selector, variants } => {
            let counted = variants.iter().any(|variant| match &variant.key {
                VariantKey::NumberLiteral { .. } => true,
                VariantKey::Identifier { name } => name == "one",
            });
            inline_variables(selector, counted, found);
            for variant in variants {
                variables(&variant.value, found);
            }
        }
    }
}

fn inline_variables(inline: &InlineExpression<String>, counted: bool, found: &mut Vec<(String, bool)>) {
    match inline {
        InlineExpression::VariableReference { id } => found.push((id.name.clone(), counted)),
        InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                inline_variables(argument, true, found);
            }
        }
        InlineExpression::Placeable { expression } => expression_variables(expression, found),
        _ => {}
    }
}

#[test]
fn every_message_speaks_in_every_language_without_complaint() {
    for lang in Lang::ALL {
        for (area, source) in generated::sources(lang) {
            let resource = fluent_syntax::parser::parse((*source).to_owned())
                .unwrap_or_else(|(_, errors)| panic!("{area} in {lang:?}: {errors:?}"));
            for entry in &resource.body {
                let Entry::Message(message) = entry else { continue };
                let mut patterns = Vec::new();
                patterns.extend(message.value.as_ref().map(|value| (message.id.name.clone(), value)));
                patterns.extend(
                    message
                        .attributes
                        .iter()
                        .map(|a| (format!("{}.{}", message.id.name, a.id.name), &a.value)),
                );
                for (key, pattern) in patterns {
                    let mut found = Vec::new();
                    variables(pattern, &mut found);
                    let args: Vec<(&'static str, FluentValue<'_>)> = found
                        .iter()
                        .map(|(name, counted)| {
                            let name: &'static str = Box::leak(name.clone().into_boxed_str());
                            (name, if *counted { number(2) } else { FluentValue::from("x") })
                        })
                        .collect();
                    let mut errors = Vec::new();
                    let said = Texts::plain(lang).render(&key, &args, &mut errors);
                    // A message that quotes another may need the other's values; those are not given here.
                    errors.retain(|error| !format!("{error:?}").contains("Variable"));
                    assert!(errors.is_empty(), "{key} in {lang:?}: {errors:?}");
                    assert!(said.is_some_and(|text| !text.is_empty()), "{key} in {lang:?} says nothing");
                }
            }
        }
    }
}

#[test]
fn plurals_follow_the_number_and_numbers_are_grouped() {
    let t = Texts::of(Lang::It);
    assert_eq!(t.words_open_cases(1), "1 pratica aperta");
    assert_eq!(t.words_open_cases(0), "0 pratiche aperte");
    assert_eq!(t.words_open_cases(12_840_usize), "12.840 pratiche aperte");
    assert_eq!(Texts::of(Lang::En).words_open_cases(12_840_u32), "12,840 open cases");
    let by_reference = &1_i32;
    assert_eq!(Texts::of(Lang::En).words_open_cases(by_reference), "1 open case");
}

#[test]
fn only_right_to_left_values_are_isolated_and_only_on_pages() {
    let (page, paper) = (Texts::of(Lang::It), Texts::plain(Lang::It));
    assert_eq!(page.words_of_party("Rossi Anna"), "di Rossi Anna");
    assert_eq!(page.words_of_party("יעל"), "di \u{2068}יעל\u{2069}");
    assert_eq!(paper.words_of_party("יעל"), "di יעל");
}

#[test]
fn a_value_is_never_read_as_fluent() {
    assert_eq!(Texts::of(Lang::It).words_of_party("{ $x } <b>"), "di { $x } <b>");
}
