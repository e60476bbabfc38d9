//! The language as its users write it.

#![expect(clippy::unwrap_used, reason = "the steps around a test may stop it too")]

use feel::types::{Type, TypeEnv};
use feel::{
    Context, Empty, Env, EvalError, Value, parse, parse_condition, parse_unary_tests, parse_with_names,
};
use proptest::prelude::*;

fn env() -> Env {
    Env::at("2026-03-20T23:30:00Z".parse().unwrap())
}

fn eval(source: &str) -> String {
    parse(source).unwrap().eval(&Empty, &env()).unwrap().to_string()
}

#[track_caller]
fn table(rows: &[(&str, &str)]) {
    for (source, expected) in rows {
        assert_eq!(eval(source), *expected, "{source}");
    }
}

#[test]
fn numbers_are_exact() {
    table(&[
        ("0.1 + 0.2 = 0.3", "true"),
        ("1.10 * 3", "3.3"),
        ("-2 ** 2", "4"),
        ("2 ** -1", "0.5"),
        ("10 - 2 - 3", "5"),
        ("1 / 0", "null"),
        ("1e3 + .5", "1000.5"),
        ("round half up(2.345, 2)", "2.35"),
        ("decimal(2.345, 2)", "2.34"),
        ("round up(1234, -2)", "1300"),
        ("modulo(-5, 3)", "1"),
        ("floor(-1.5)", "-2"),
        ("sqrt(16)", "4"),
        ("9 ** 0.5", "3"),
        ("exp(4)", "54.5981500331442390781103"),
        ("exp(1000)", "null"),
        ("79228162514264337593543950335 + 1", "null"),
    ]);
}

#[test]
fn logic_has_three_values() {
    table(&[
        ("true and null", "null"),
        ("false and null", "false"),
        ("true or null", "true"),
        ("false or null", "null"),
        ("not(null)", "null"),
        ("1 < \"a\"", "null"),
        ("1 = \"1\"", "null"),
        ("null = null", "true"),
        ("if null then 1 else 2", "2"),
    ]);
}

#[test]
fn names_may_have_spaces_and_signs() {
    let scope: Context =
        [("monthly income", 3000), ("net-amount", 7), ("bed and board", 2), ("net", 1), ("amount", 1)]
            .into_iter()
            .map(|(name, value)| (name, Value::from(i64::from(value))))
            .collect();
    let run = |source: &str, names: &[&str]| {
        parse_with_names(source, names).unwrap().eval(&scope, &env()).unwrap().to_string()
    };
    assert_eq!(run("monthly   income > 2000 and true", &[]), "true");
    assert_eq!(run("net-amount", &[]), "0");
    assert_eq!(run("net-amount", &["net-amount"]), "7");
    assert_eq!(run("bed and board + 1", &["bed and board"]), "3");
    assert_eq!(run("{a b: 1, c: a b + 1}.c", &[]), "2");
    assert_eq!(run("{d+e: 5, f: d+e + 1}.f", &[]), "6");
}

#[test]
fn lists_contexts_and_functions_work_together() {
    table(&[
        ("[1,2,3,4][item > 2]", "[3, 4]"),
        ("[1,2,3][-1]", "3"),
        ("[1,2,3][4]", "null"),
        ("[{a: 1, b: 2}, {a: 3, b: 4}][a > 1].b", "[4]"),
        ("for x in 1..3, y in [10, 20] return x * y", "[10, 20, 20, 40, 30, 60]"),
        ("for i in 1..5 return if i < 3 then 1 else partial[-1] + partial[-2]", "[1, 1, 2, 3, 5]"),
        ("some x in [1, 2] satisfies x > 1", "true"),
        ("every x in [] satisfies x > 1", "true"),
        ("{double: function(n: number) n * 2, r: double(21)}.r", "42"),
        ("(function(a, b) a - b)(b: 1, a: 5)", "4"),
        ("(function(a: number) a)(\"x\")", "null"),
        ("{f: function(n) if n < 2 then 1 else n * f(n - 1), r: f(5)}.r", "120"),
        ("sort([3, 1, 2], function(x, y) x > y)", "[3, 2, 1]"),
        ("substring(start position: -2, string: \"acqua\")", "ua"),
        ("string join([\"a\", null, \"b\"], \"-\")", "a-b"),
        ("context put({a: {b: 1}}, [\"a\", \"b\"], 2)", "{a: {b: 2}}"),
        ("distinct values([1, 2, 1])", "[1, 2]"),
        ("{a: 1, a: 2}", "null"),
    ]);
}

#[test]
fn ranges_and_tests() {
    table(&[
        ("5 in [1..5)", "false"),
        ("5 in (1..10)", "true"),
        ("5 in (1, 2, > 4)", "true"),
        ("5 in ]1..5[", "false"),
        ("5 between 1 and 5", "true"),
        ("[1..3] instance of range<number>", "true"),
        ("[1, 2] instance of list<string>", "false"),
        ("(< 10).end", "10"),
        ("overlaps([1..5], [5..8])", "true"),
        ("overlaps([1..5), [5..8])", "false"),
        ("overlaps before([1..5], (1..5])", "true"),
        ("before(1, [2..3])", "true"),
        ("includes([1..3], 3)", "true"),
        ("range(\"[1..3)\")", "[1..3)"),
    ]);
}

#[test]
fn days_and_times() {
    table(&[
        ("@\"2026-01-31\" + @\"P1M\"", "2026-02-28"),
        ("date(\"2026-03-01\") - date(\"2026-02-01\")", "P28D"),
        ("@\"2026-03-29T01:30:00@Europe/Rome\" < @\"2026-03-29T03:00:00@Europe/Rome\"", "true"),
        (
            "date and time(\"2026-07-01T12:00:00@Europe/Rome\") = date and time(\"2026-07-01T10:00:00Z\")",
            "true",
        ),
        ("today()", "2026-03-21"),
        ("now().hour", "0"),
        ("date(\"2026-02-30\")", "null"),
        ("week of year(@\"2027-01-01\")", "53"),
        ("day of week(@\"2026-03-21\")", "Saturday"),
        ("duration(\"P1DT36H\")", "P2DT12H"),
        ("@\"P13M\".years", "1"),
        ("years and months duration(@\"2025-12-31\", @\"2026-02-28\")", "P1M"),
        ("time(\"23:30:00\") + duration(\"PT1H\")", "00:30:00"),
        ("time(25, 0, 0)", "null"),
        ("date(-999999999, 1, 1)", "-999999999-01-01"),
    ]);
}

#[test]
fn patterns_follow_xpath() {
    table(&[
        (r#"matches("POD IT001E", "it\\d{3}E", "i")"#, "true"),
        (r#"replace("abracadabra", "a(.)", "a$1$1")"#, "abbraccaddabbra"),
        (r#"replace("hello", "l*?", "x")"#, "null"),
        (r#"split("a; b;c", ";\\s*")"#, "[\"a\", \"b\", \"c\"]"),
        (r#"matches("aa bb", "(a)\\1 (b)\\2$")"#, "true"),
        (r#"matches("x", "[a-z-[x]]")"#, "false"),
        (r#"matches("a", "(")"#, "null"),
    ]);
    let hostile = format!("matches(\"{}\", \"(a+)+b\")", "a".repeat(40));
    assert_eq!(eval(&hostile), "null");
}

#[test]
fn unary_tests_of_cells() {
    let rows: [(&str, Value, bool); 11] = [
        ("-", Value::Null, true),
        ("< 5", Value::from(4), true),
        ("\"a\", \"b\"", Value::from("b"), true),
        ("not(\"a\", \"b\")", Value::from("c"), true),
        ("not(1)", Value::from(1), false),
        ("[1..3], > 10", Value::from(11), true),
        ("? * 2 > 5", Value::from(3), true),
        ("starts with(?, \"x\")", Value::from("ax"), false),
        ("null", Value::Null, true),
        ("[\"a\", \"b\"]", Value::from("a"), true),
        ("false", Value::Bool(false), true),
    ];
    for (source, input, expected) in rows {
        let found = parse_unary_tests(source).unwrap().matches(&input, &Empty, &env()).unwrap();
        assert_eq!(found, expected, "{source} on {input}");
    }
}

#[test]
fn conditions_come_in_three_forms() {
    let order: Context = [("total", Value::from(7))].into_iter().collect();
    let scope: Context = [
        ("a", Value::from("b")),
        ("n", Value::from(4)),
        ("order", Value::Context(order)),
        ("list", Value::List(vec![Value::from(9)])),
    ]
    .into_iter()
    .collect();
    for source in [
        "a = \"b\" and n > 3",
        "= a = \"b\"",
        "${a == 'b' && n > 3}",
        "#{n != 3 || missing}",
        "${!(n eq 5) and order.total >= 7}",
        "${order['total'] == 7 ? true : false}",
        "${list[0] == 9 && n % 2 == 0 && !empty list}",
    ] {
        assert_eq!(parse_condition(source).unwrap().eval_condition(&scope, &env()), Ok(true), "{source}");
    }
    let missing = parse_condition("${missing == 1}").unwrap().eval(&scope, &env());
    assert_eq!(missing, Err(EvalError::UnknownName("missing".to_owned())));
    assert_eq!(parse_condition("missing = 1").unwrap().eval_condition(&scope, &env()), Ok(false));
    assert!(matches!(parse("n").unwrap().eval_condition(&scope, &env()), Err(EvalError::NotBoolean { .. })));
}

#[test]
fn a_wrong_text_says_where_and_what_to_do() {
    for (source, column, part) in [
        ("a == b", 3, "single ="),
        ("1 +", 4, "Complete"),
        ("'x'", 1, "double quotes"),
        ("a && b", 3, "`and`"),
        ("[1, 2", 6, "brackets"),
        ("\"x", 1, "closing"),
        ("if a then b", 12, "Complete"),
        ("", 1, "Complete"),
    ] {
        let error = parse(source).unwrap_err();
        assert_eq!(error.column, column, "{source}: {error}");
        assert!(error.to_string().contains(part), "{source}: {error}");
    }
    assert_eq!(parse("1 +\n ]").unwrap_err().line, 2);
}

#[test]
fn nothing_is_too_deep_or_too_long_to_be_refused() {
    for (open, close) in
        [("(", ")"), ("[", "]"), ("-", ""), ("{a:", "}"), ("not(", ")"), ("if true then ", " else 1")]
    {
        let text = format!("{}1{}", open.repeat(5_000), close.repeat(5_000));
        assert!(parse(&text).is_err(), "{open}");
        assert!(parse_condition(&format!("${{{text}}}")).is_err(), "{open}");
    }
    let chain = vec!["1"; 20_000].join("+");
    assert!(parse(&chain).is_err());
    assert!(parse(&vec!["true"; 5_000].join(" and ")).is_ok());
    assert!(parse_condition(&format!("${{{chain}}}")).is_err());
    for endless in [
        "{f: function(n) f(n + 1), r: f(0)}.r",
        "for i in 1..1000000000 return i",
        "count(for i in 1..2000, j in 1..2000 return 1)",
    ] {
        assert!(
            matches!(parse(endless).unwrap().eval(&Empty, &env()), Err(EvalError::TooLong(_))),
            "{endless}"
        );
    }
}

#[test]
fn free_names_are_what_the_expression_needs() {
    let names = |source: &str| parse(source).unwrap().names();
    assert_eq!(names("a + b.c > count(d) and a = 1"), ["a", "b", "d"]);
    assert_eq!(names("for x in xs return x + y"), ["xs", "y"]);
    assert_eq!(names("orders[total > 3]"), ["orders"]);
    assert_eq!(names("(function(p) p + q)(1)"), ["q"]);
    assert_eq!(parse_unary_tests("? > limit").unwrap().names(), ["limit"]);
}

#[test]
fn the_type_check_finds_what_cannot_be_right() {
    let types = TypeEnv::new()
        .with("n", Type::Number)
        .with("s", Type::String)
        .with("day", Type::Date)
        .with("list", Type::List(Box::new(Type::Any)))
        .with("order", Type::Context([("total".to_owned(), Type::Number)].into_iter().collect()));
    let codes = |source: &str| -> Vec<&str> {
        let expr = parse_condition(source).unwrap();
        feel::types::check_condition(&expr, &types).into_iter().map(|error| error.code).collect()
    };
    for fine in [
        "n > 3 and s = \"x\"",
        "day + @\"P1D\" > today()",
        "list[anything = 1][1].b = 2",
        "n in [1..3]",
        "n = null",
        "contains(s, \"a\")",
        "some x in list satisfies x > n",
        "${n == 3}",
        "order.total > 1",
    ] {
        assert!(codes(fine).is_empty(), "{fine}: {:?}", codes(fine));
    }
    for (wrong, code) in [
        ("unknown > 3", "unknown-name"),
        ("n = s", "compare"),
        ("n < \"3\"", "compare"),
        ("n + 1", "boolean"),
        ("n + s > 1", "arithmetic"),
        ("order.sum > 1", "unknown-entry"),
        ("frobnicate(n)", "unknown-function"),
        ("n and true", "boolean"),
        ("s in [1..3]", "compare"),
    ] {
        assert_eq!(codes(wrong), [code], "{wrong}");
    }
}

#[test]
fn stored_values_come_back_the_same() {
    for source in [
        "1.25",
        "79228162514264337593543950335",
        "0.1234567890123456789012345678",
        "@\"2026-01-01\"",
        "@\"P1D\"",
        "@\"P1Y\"",
        "@\"2026-01-01T10:00:00@Europe/Rome\"",
        "[1..3)",
        "{a: [1, null, \"x\"], b: @\"10:00:00\"}",
    ] {
        let value = parse(source).unwrap().eval(&Empty, &env()).unwrap();
        let text = serde_json::to_string(&value).unwrap();
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), value, "{text}");
    }
    let exact = parse("0.1234567890123456789012345678").unwrap().eval(&Empty, &env()).unwrap();
    assert_eq!(exact.to_json_text(), "0.1234567890123456789012345678");
}

#[test]
fn expressions_and_values_go_between_threads() {
    fn shared<T: Send + Sync + 'static>() {}
    shared::<feel::Expr>();
    shared::<Value>();
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in "[-a-z0-9 \"'\\[\\](){}.,:<>=!+*/?@\\\\|&%${}]{0,40}") {
        if let Ok(expr) = parse(&text) {
            let _ = expr.eval(&Empty, &env());
            let _ = feel::types::check(&expr, &TypeEnv::new());
        }
        if let Ok(expr) = parse_condition(&format!("${{{text}}}")) {
            let _ = expr.eval(&Empty, &env());
        }
        let _ = parse_unary_tests(&text);
    }

    #[test]
    fn words_of_the_language_in_any_order_do_no_harm(words in prop::collection::vec(
        prop::sample::select(vec!["if", "then", "else", "for", "in", "return", "some", "satisfies", "a", "1", "[", "]", "(",
            ")", "..", "function", "between", "and", "or", "not", "instance of", "list<", ">", "date", "\"x\"", "?", "{", "}",
            ":", ",", ".", "-", "**", "1e28", "@\"P1D\"", "@\"-999999999-01-01\"", "replace", "number"]), 0..14)) {
        let text = words.join(" ");
        if let Ok(expr) = parse(&text) {
            let _ = expr.eval(&Empty, &env());
        }
    }

    #[test]
    fn days_come_back_from_their_number(day in -300_000_000_000_i64..300_000_000_000) {
        let date = feel::temporal::Date::from_epoch_day(day).unwrap();
        prop_assert_eq!(date.epoch_day(), day);
        prop_assert_eq!(feel::temporal::Date::parse(&date.to_string()), Some(date));
    }
}
