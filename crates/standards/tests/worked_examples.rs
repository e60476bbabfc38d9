//! The worked examples of `standards/examples/`.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test file: its helpers fail the test they serve"
)]

use standards::batch::evaluate_json;

fn field<'a>(example: &'a toml::Table, key: &str) -> Option<&'a toml::Value> {
    example.get(key)
}

/// The example as a case of a batch.
fn case(example: &toml::Table) -> serde_json::Value {
    let mut case = serde_json::Map::new();
    let copied = [
        "standard",
        "started",
        "suspended",
        "stopped",
        "cause_of_miss",
        "in_arrears",
        "already_compensated_this_year",
    ];
    for key in copied {
        if let Some(value) = field(example, key) {
            case.insert(key.into(), serde_json::to_value(value).unwrap());
        }
    }
    case.insert("id".into(), serde_json::to_value(&example["name"]).unwrap());
    case.insert(
        "customer".into(),
        serde_json::json!({ "class": field(example, "class"), "meter_class": field(example, "meter_class") }),
    );
    case.into()
}

fn check(file: &str, example: &toml::Table) {
    let name = format!("{file}: {}", example["name"]);
    let run = serde_json::json!({ "now": example["now"].as_str(), "cases": [case(example)] });
    let answer: serde_json::Value = serde_json::from_str(&evaluate_json(&run.to_string()).unwrap()).unwrap();
    let result = &answer["results"][0];
    let expected = &example["expected"];
    assert_eq!(result["due"].as_str(), expected.get("due").and_then(toml::Value::as_str), "{name}: due");
    assert!(
        (result["elapsed"].as_f64().unwrap() - expected["elapsed"].as_float().unwrap()).abs() < 1e-9,
        "{name}: {result}"
    );
    assert_eq!(result["state"].as_str(), expected["state"].as_str(), "{name}: state");
    let steps: Vec<_> =
        result["steps"].as_array().unwrap().iter().map(|step| step["from"].as_str()).collect();
    let steps_expected: Vec<_> =
        expected["steps"].as_array().unwrap().iter().map(toml::Value::as_str).collect();
    assert_eq!(steps, steps_expected, "{name}: steps");
    assert_eq!(
        result["indemnity"]["multiple"].as_i64(),
        expected["multiple"].as_integer(),
        "{name}: multiple"
    );
    assert_eq!(result["indemnity"]["cents"].as_i64(), expected["cents"].as_integer(), "{name}: cents");
    assert_eq!(result["indemnity"]["status"].as_str(), expected["status"].as_str(), "{name}: status");
}

#[test]
fn every_worked_example_comes_out_as_written() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../standards/examples");
    let mut checked = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        let table: toml::Table = std::fs::read_to_string(&path).unwrap().parse().unwrap();
        for example in table["example"].as_array().unwrap() {
            check(&file, example.as_table().unwrap());
            checked += 1;
        }
    }
    assert!(checked >= 80, "only {checked} examples were found");
}
