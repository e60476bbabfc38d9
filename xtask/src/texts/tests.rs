//! Catalogues with defects are reported by file and key; templates with words in them too.

use super::catalogue::{Arg, Catalogue, lend_arguments, read_source};
use super::{compare, generate, templates};

fn catalogue(lang: &str, text: &str) -> (Catalogue, Vec<String>) {
    let mut problems = Vec::new();
    let mut catalogue = Catalogue {
        lang: lang.into(),
        areas: Vec::new(),
        messages: Vec::new(),
        terms: std::collections::BTreeMap::new(),
    };
    read_source(text, "home", &format!("texts/{lang}/home.ftl"), &mut catalogue, &mut problems);
    lend_arguments(&mut catalogue, &mut problems);
    (catalogue, problems)
}

fn differences(italian: &str, english: &str) -> Vec<String> {
    let (italian, mut problems) = catalogue("it", italian);
    let (english, more) = catalogue("en", english);
    problems.extend(more);
    compare::languages(&italian, &english, &mut problems);
    compare::names(&compare::joined(&italian, &[english]), &mut problems);
    problems
}

#[test]
fn languages_must_say_the_same_messages_with_the_same_arguments() {
    assert_eq!(differences("home-a = A { $x }\n", "home-a = B { $x }\n"), Vec::<String>::new());
    for (italian, english, expected) in [
        ("home-a = A\n", "", "texts/en/home.ftl: home-a is missing"),
        ("", "home-a = A\n", "texts/en/home.ftl: home-a is not in it"),
        (
            "home-a = { $x }\n",
            "home-a = { $y }\n",
            "texts/en/home.ftl: home-a has the arguments (y), it has (x)",
        ),
        ("home-a = A\n    .title = T\n", "home-a = A\n", "texts/en/home.ftl: home-a.title is missing"),
        ("-t = T\nhome-a = { -t }\n", "home-a = x\n", "texts/en: the term -t is missing"),
        ("home-a = { home-b }\n", "home-a = x\n", "it/home.ftl: home-a quotes the unknown message home-b"),
        ("home-a = 1\nhome-a = 2\n", "home-a = 1\n", "texts/it/home.ftl: home-a is there twice"),
        ("home-a-b = 1\nhome-a = x\n    .b = 2\n", "", "gives the same function name as"),
        ("date = x\n", "date = y\n", "the name date is taken"),
        ("homeA = x\n", "homeA = y\n", "capital letters"),
    ] {
        let problems = differences(italian, english);
        assert!(problems.iter().any(|p| p.contains(expected)), "{expected}: {problems:?}");
    }
}

#[test]
fn wrong_syntax_is_reported_with_its_line() {
    let (_, problems) = catalogue("it", "home-a = A\nhome-b = { $x\nhome-c = C\n");
    assert!(problems.iter().any(|p| p.starts_with("texts/it/home.ftl:2")), "{problems:?}");
}

#[test]
fn an_argument_is_a_number_when_any_language_counts_with_it() {
    let (italian, _) = catalogue("it", "home-a = { $who } ha { $count } casi\n");
    let (english, _) = catalogue(
        "en",
        "home-a = { $who } has { $count ->\n    [one] one case\n   *[other] { $count } cases\n }\n",
    );
    let joined = compare::joined(&italian, &[english]);
    assert_eq!(
        joined[0].args,
        [Arg { name: "who".into(), counted: false }, Arg { name: "count".into(), counted: true }]
    );
}

#[test]
fn a_message_takes_the_arguments_of_what_it_quotes() {
    let (italian, problems) = catalogue("it", "home-a = A { home-b }\nhome-b = { $x }\n");
    assert!(problems.is_empty());
    assert_eq!(italian.messages[0].args, [Arg { name: "x".into(), counted: false }]);
}

#[test]
fn a_function_carries_its_text_and_its_types() {
    let (italian, _) = catalogue("it", "home-a = `{ $type }`: { NUMBER($n) }\n");
    let files = generate::files(&italian, &italian.messages).unwrap();
    let code = &files["home.rs"];
    assert!(code.contains("/// `'{type}': {n}`"), "{code}");
    assert!(
        code.contains("pub fn home_a(&self, type_: impl std::fmt::Display, n: impl crate::Count) -> String"),
        "{code}"
    );
}

#[test]
fn words_outside_expressions_are_found_in_text_and_in_spoken_attributes() {
    let allowed = ["Sportello".to_owned(), "POD".to_owned()];
    for (template, expected) in [
        ("<p>{{ t.home_title() }}</p>", vec![]),
        ("<p>Ciao</p>", vec![(1, "Ciao")]),
        ("<p>\n  {{ a }} righe\n</p>", vec![(2, "righe")]),
        ("<input placeholder=\"Cerca\">", vec![(1, "Cerca")]),
        ("<input placeholder=\"{{ t.a(\"x\") }}\" class=\"big one\">", vec![]),
        ("<!-- note --><script>let a = 1;</script><kbd>Esc</kbd>", vec![]),
        ("<b>Sportello</b> POD: 1&nbsp;–&nbsp;2", vec![]),
        ("{% if a > b %}{# why #}<a href=\"{{ x }}\">{{ y }}</a>{% endif %}", vec![]),
        (
            "{% if a %} aria-invalid=\"true\" hx-target=\"#{{ b }}-campo\"{% endif %}{% if c %} readonly{% endif %}",
            vec![],
        ),
        ("{% if a %} title=\"Chiudi\"{% endif %}", vec![(1, "Chiudi")]),
        ("<a title='x > y' href=\"#\">1</a>", vec![(1, "x > y")]),
    ] {
        let found = templates::literals(template, &allowed);
        let found: Vec<(usize, &str)> = found.iter().map(|(line, text)| (*line, text.as_str())).collect();
        assert_eq!(found, expected, "{template}");
    }
}
