use super::*;

fn refused(case: &str) -> String {
    let text = format!(r#"{{"now":"2026-03-20T09:00:00+01:00","cases":[{case}]}}"#);
    evaluate_json(&text).unwrap_err().to_string()
}

#[test]
fn the_documented_run_gives_the_documented_answer() {
    let text = r#"{"now":"2026-03-20T09:00:00+01:00",
      "cases":[{"id":"a1","standard":"W-S14","customer":{"class":"low_voltage_household","meter_class":"G6"},
        "started":"2026-03-02T10:12:00+01:00",
        "suspended":[{"from":"2026-03-06T12:00:00+01:00","to":"2026-03-16T09:00:00+01:00","cause":"customer"}],
        "stopped":null, "cause_of_miss":null, "in_arrears":false, "already_compensated_this_year":0}]}"#;
    let answer = evaluate_json(text).unwrap();
    let expected = concat!(
        r#"{"results":[{"id":"a1","due":"2026-04-08","elapsed":8,"limit":20,"unit":"working_day","state":"running","#,
        r#""steps":[{"multiple":1,"from":"2026-04-09"},{"multiple":2,"from":"2026-05-08"},{"multiple":3,"from":"2026-06-08"}],"#,
        r#""indemnity":{"multiple":0,"cents":0,"status":"none"},"why":{"it":""#
    );
    assert!(answer.starts_with(expected), "{answer}");
    let value: Value = serde_json::from_str(&answer).unwrap();
    let why = value["results"][0]["why"]["it"].as_str().unwrap();
    for part in [
        "articolo 19",
        "RQSII",
        "1 luglio 2016",
        "2 marzo 2026",
        "in attesa del cliente",
        "6 giorni lavorativi",
        "8 aprile 2026",
    ] {
        assert!(why.contains(part), "{part}: {why}");
    }
}

#[test]
fn durations_answer_with_exact_moments_and_parts_of_a_unit() {
    let text = r#"{"now":"2026-03-02T12:30:00+01:00","cases":[
      {"id":"h","standard":"W-S16","started":"2026-03-02T10:00:00+01:00"},
      {"id":"s","standard":"W-G13","started":"2026-03-02T10:00:00+01:00","stopped":"2026-03-02T10:02:01+01:00"}]}"#;
    let value: Value = serde_json::from_str(&evaluate_json(text).unwrap()).unwrap();
    assert_eq!(value["results"][0]["due"], "2026-03-02T13:00:00+01:00");
    assert_eq!(value["results"][0]["elapsed"], 2.5);
    assert_eq!(value["results"][0]["steps"].as_array().unwrap().len(), 1);
    assert_eq!(value["results"][1]["elapsed"], 121);
    assert_eq!(value["results"][1]["state"], "missed");
    assert_eq!(value["results"][1]["indemnity"]["status"], "none");
}

#[test]
fn a_run_without_cases_answers_without_results() {
    assert_eq!(
        evaluate_json(r#"{"cases":[],"now":"2026-03-20T09:00:00+01:00"}"#).unwrap(),
        r#"{"results":[]}"#
    );
}

#[test]
fn a_fault_is_told_with_case_and_field() {
    let started = r#""started":"2026-03-02T10:12:00+01:00""#;
    for (case, case_name, field) in [
        (format!(r#"{{"id":"a1","standard":"W-X99",{started}}}"#), "a1", "standard"),
        (format!(r#"{{"id":"a1",{started}}}"#), "a1", "standard"),
        (format!(r#"{{"standard":"W-S14",{started}}}"#), "number 1", "id"),
        (r#"{"id":"a1","standard":"W-S14"}"#.into(), "a1", "started"),
        (r#"{"id":"a1","standard":"W-S14","started":"2026-03-02"}"#.into(), "a1", "started"),
        (
            format!(r#"{{"id":"a1","standard":"W-S14",{started},"stopped":"2026-03-01T00:00:00Z"}}"#),
            "a1",
            "stopped",
        ),
        (
            format!(r#"{{"id":"a1","standard":"W-S14",{started},"cause_of_miss":"weather"}}"#),
            "a1",
            "cause_of_miss",
        ),
        (format!(r#"{{"id":"a1","standard":"W-S14",{started},"in_arrears":"no"}}"#), "a1", "in_arrears"),
        (
            format!(r#"{{"id":"a1","standard":"W-S14",{started},"already_compensated_this_year":-1}}"#),
            "a1",
            "already_compensated_this_year",
        ),
        (
            format!(
                r#"{{"id":"a1","standard":"W-S14",{started},"suspended":[{{"from":"2026-03-06T12:00:00Z","to":"2026-03-05T12:00:00Z"}}]}}"#
            ),
            "a1",
            "suspended.1.to",
        ),
        (
            format!(r#"{{"id":"a1","standard":"G-S01",{started},"stopped":"2026-07-01T00:00:00Z"}}"#),
            "a1",
            "customer.meter_class",
        ),
        (
            format!(r#"{{"id":"a1","standard":"E-S01",{started},"stopped":"2026-07-01T00:00:00Z"}}"#),
            "a1",
            "customer.class",
        ),
    ] {
        let told = refused(&case);
        assert!(told.starts_with(&format!("case «{case_name}», field `{field}`: ")), "{told}");
    }
    assert!(evaluate_json("[]").unwrap_err().to_string().contains("`now` and `cases`"));
    assert!(evaluate_json(r#"{"cases":[]}"#).unwrap_err().to_string().contains("`now` is missing"));
}
