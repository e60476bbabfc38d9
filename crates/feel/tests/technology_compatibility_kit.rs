//! The literal expressions of the public DMN compatibility kit, when it lies beside the project.

#![expect(clippy::unwrap_used, reason = "the steps around a test may stop it too")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use feel::{Context, Decimal, Env, Value, parse_with_names};
use roxmltree::{Document, Node};

fn child<'a, 'b>(node: Node<'a, 'b>, name: &str) -> Option<Node<'a, 'b>> {
    node.children().find(|child| child.tag_name().name() == name)
}

fn by_type(kind: &str, text: &str) -> Value {
    let env = env();
    let quoted = |function: &str| {
        let expr = feel::parse(&format!("{function}({})", Value::List(vec![text.into()]))).unwrap();
        expr.eval(&feel::Empty, &env).unwrap()
    };
    match kind {
        "boolean" => Value::Bool(text == "true"),
        "decimal" | "double" | "integer" | "int" | "long" | "float" => {
            Value::Number(text.parse().or_else(|_| Decimal::from_scientific(text)).unwrap())
        }
        "date" => quoted("date"),
        "time" => quoted("time"),
        "dateTime" => quoted("date and time"),
        "duration" => quoted("duration"),
        _ => Value::from(text),
    }
}

/// The value an element of a test case stands for.
fn value_of(node: Node) -> Value {
    if let Some(list) = child(node, "list") {
        if list.attribute(("http://www.w3.org/2001/XMLSchema-instance", "nil")) == Some("true") {
            return Value::Null;
        }
        return Value::List(
            list.children().filter(|c| c.tag_name().name() == "item").map(value_of).collect(),
        );
    }
    let components: Vec<_> = node.children().filter(|c| c.tag_name().name() == "component").collect();
    if !components.is_empty() {
        return Value::Context(
            components.into_iter().map(|c| (c.attribute("name").unwrap(), value_of(c))).collect::<Context>(),
        );
    }
    let Some(value) = child(node, "value") else {
        return Value::Null;
    };
    let xsi = "http://www.w3.org/2001/XMLSchema-instance";
    if value.attribute((xsi, "nil")) == Some("true") {
        return Value::Null;
    }
    let kind = value.attribute((xsi, "type")).unwrap_or("string");
    let kind = kind.rsplit(':').next().unwrap_or(kind);
    let text = value.text().unwrap_or_default();
    if kind == "string" { by_type(kind, text) } else { by_type(kind, text.trim()) }
}

fn env() -> Env {
    Env::at("2026-03-20T09:00:00Z".parse().unwrap())
}

/// Equal as the kit compares: numbers to eight places.
fn alike(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => {
            (a - b).abs() <= Decimal::new(1, 8) || (a - b).abs() <= b.abs() * Decimal::new(1, 8)
        }
        (Value::List(a), Value::List(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| alike(a, b)),
        (Value::Context(a), Value::Context(b)) => {
            a.len() == b.len()
                && a.iter().all(|(key, value)| b.get(key).is_some_and(|other| alike(value, other)))
        }
        _ => a == b || a.to_string() == b.to_string(),
    }
}

/// The decision's value, if it and what it needs are literal expressions.
fn decide(model: Node, decision: Node, inputs: &BTreeMap<String, Value>) -> Option<Result<Value, String>> {
    let text = child(child(decision, "literalExpression")?, "text")?.text().unwrap_or_default();
    let mut scope = inputs.clone();
    for requirement in decision.children().filter(|c| c.tag_name().name().ends_with("Requirement")) {
        for required in requirement.children().filter(|c| c.is_element()) {
            let id = required.attribute("href")?.trim_start_matches('#');
            let target = model.children().find(|c| c.attribute("id") == Some(id))?;
            match target.tag_name().name() {
                "decision" => {
                    let value = decide(model, target, inputs)?.ok()?;
                    scope.insert(target.attribute("name")?.to_owned(), value);
                }
                "inputData" => {}
                _ => return None,
            }
        }
    }
    let names: Vec<&str> = scope.keys().map(String::as_str).collect();
    Some(match parse_with_names(text, &names) {
        Ok(expr) => expr.eval(&scope, &env()).map_err(|error| error.to_string()),
        // Text that is no expression has no value.
        Err(_) => Ok(Value::Null),
    })
}

fn run_folder(folder: &Path, passed: &mut usize, failures: &mut Vec<String>) {
    let files: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    for file in files.iter().filter(|path| path.extension().is_some_and(|e| e == "dmn")) {
        let model_text = std::fs::read_to_string(file).unwrap();
        let model = Document::parse(&model_text).unwrap();
        let model_name = file.file_name().unwrap().to_str().unwrap();
        for tests in files.iter().filter(|path| path.extension().is_some_and(|e| e == "xml")) {
            let tests_text = std::fs::read_to_string(tests).unwrap();
            let tests = Document::parse(&tests_text).unwrap();
            let of = child(tests.root_element(), "modelName").and_then(|n| n.text()).unwrap_or_default();
            if of != model_name {
                continue;
            }
            for case in tests.descendants().filter(|n| n.tag_name().name() == "testCase") {
                let inputs: BTreeMap<String, Value> = case
                    .children()
                    .filter(|n| n.tag_name().name() == "inputNode")
                    .map(|n| (n.attribute("name").unwrap().to_owned(), value_of(n)))
                    .collect();
                for result in case.children().filter(|n| n.tag_name().name() == "resultNode") {
                    let name = result.attribute("name").unwrap();
                    let Some(decision) = model
                        .root_element()
                        .children()
                        .find(|n| n.tag_name().name() == "decision" && n.attribute("name") == Some(name))
                    else {
                        continue;
                    };
                    let Some(found) = decide(model.root_element(), decision, &inputs) else {
                        continue;
                    };
                    let expected = child(result, "expected").map_or(Value::Null, value_of);
                    match found {
                        Ok(value) if alike(&value, &expected) => *passed += 1,
                        other => failures.push(format!(
                            "{model_name} {} {name}: expected {expected}, found {other:?}",
                            case.attribute("id").unwrap_or("?"),
                        )),
                    }
                }
            }
        }
    }
}

#[test]
fn literal_expressions_of_the_kit_give_what_it_expects() {
    let Some(kit) = suites::shared("the compatibility kit of the expression language", "bpmn/dmn-tck") else {
        return;
    };
    let (mut passed, mut failures) = (0, Vec::new());
    for level in std::fs::read_dir(kit).unwrap().map(|entry| entry.unwrap().path()).filter(|p| p.is_dir()) {
        for folder in std::fs::read_dir(level).unwrap().map(|entry| entry.unwrap().path()) {
            if folder.is_dir() {
                run_folder(&folder, &mut passed, &mut failures);
            }
        }
    }
    println!("{passed} passed, {} failed\n{}", failures.len(), failures.join("\n"));
    assert!(passed > 0);
    assert!(failures.len() * 100 <= passed, "more than one in a hundred fails");
}
