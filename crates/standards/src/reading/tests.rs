use crate::packs::Packs;

const SHARED: &str = r#"
[indemnity.i]
base_cents = 3000
confidence = "published"
sources = ["S1"]
[escalation.e]
description_it = "x"
description_en = "x"
growth = "steps"
steps = [{ over = 1, factor = 1 }]
confidence = "published"
sources = []
[[fact]]
code = "a"
name_it = "a"
name_en = "a"
[[source]]
label = "S1"
where = "a page"
"#;

const RECORD: &str = r#"
[pack]
sector = "water"
regulation = "Act"
[[standard]]
id = "X-1"
name_it = "x"
name_en = "x"
kind = "specific"
limit_value = 5
unit = "working_day"
clock_start = "a"
clock_stop = "a"
indemnity = "i"
escalation = "e"
confidence = "published"
sources = ["S1"]
"#;

fn defects(shared: &str, records: &str) -> Vec<String> {
    match Packs::load(&[("shared.toml", shared), ("pack.toml", records)]) {
        Ok(_) => Vec::new(),
        Err(defects) => defects.iter().map(ToString::to_string).collect(),
    }
}

#[test]
fn a_sound_pack_has_no_defects() {
    assert_eq!(defects(SHARED, RECORD), Vec::<String>::new());
}

#[test]
fn each_wrong_line_is_told_with_file_record_and_reason() {
    for (right, wrong, reason) in [
        ("unit = \"working_day\"", "", "the unit is missing"),
        ("unit = \"working_day\"", "unit = \"fortnight\"", "unknown unit «fortnight»"),
        ("limit_value = 5", "limit_value = 0", "a limit of 0"),
        ("limit_value = 5", "limit_value = -5", "a limit of -5"),
        ("clock_start = \"a\"", "clock_start = \"b\"", "unknown fact «b»"),
        ("indemnity = \"i\"", "indemnity = \"j\"", "unknown indemnity «j»"),
        ("indemnity = \"i\"", "indemnity = \"i\"\nindemnity_override = \"j\"", "unknown indemnity «j»"),
        ("escalation = \"e\"", "", "an indemnity needs an escalation"),
        ("escalation = \"e\"", "escalation = \"f\"", "unknown escalation «f»"),
        ("sources = [\"S1\"]", "sources = [\"S2\"]", "unknown source «S2»"),
        ("limit_value = 5", "limit_value = 5\npercentage = 120", "a percentage of 120"),
        ("limit_value = 5", "limit_value = 5\nlate_request_cutoff = \"late\"", "a cut-off of «late»"),
        ("limit_value = 5", "limit_value = 5\nvalid_from = \"soon\"", "`valid_from` is «soon»"),
        (
            "limit_value = 5",
            "limit_value = 5\nvalid_from = \"2024-01-01\"\nvalid_to = \"2023-01-01\"",
            "`valid_to` lies before",
        ),
        ("limit_value = 5", "limit_value = 5\nlimitt = 5", "limitt"),
        (
            "unit = \"working_day\"",
            "unit = \"hour\"\nlate_request_cutoff = \"18:00\"",
            "a cut-off needs a unit of days",
        ),
    ] {
        let told = defects(SHARED, &RECORD.replacen(right, wrong, 1));
        assert_eq!(told.len(), 1, "{wrong}: {told:?}");
        assert!(told[0].starts_with("pack.toml, X-1: "), "{told:?}");
        assert!(told[0].contains(reason), "{wrong}: {told:?}");
    }
}

#[test]
fn wrong_amounts_and_steps_are_told() {
    for (right, wrong, record, reason) in [
        ("base_cents = 3000", "base_cents = -1", "i", "a negative amount: -1 cents"),
        ("base_cents = 3000", "", "i", "give exactly one of"),
        (
            "base_cents = 3000",
            "by_meter_class = [{ from = \"six\", base_cents = 1 }]",
            "i",
            "a meter class that cannot be read",
        ),
        ("over = 1", "over = 0", "e", "steps must name growing multiples"),
        ("growth = \"steps\"", "growth = \"late_bill\"", "e", "needs all its days and amounts"),
        ("growth = \"steps\"", "growth = \"fast\"", "e", "unknown growth «fast»"),
    ] {
        let told = defects(&SHARED.replacen(right, wrong, 1), RECORD);
        let line = told.iter().find(|line| line.contains(reason));
        assert!(
            line.is_some_and(|line| line.starts_with(&format!("shared.toml, {record}: "))),
            "{wrong}: {told:?}"
        );
    }
}

#[test]
fn two_records_with_one_id_must_not_share_a_day() {
    let second = RECORD.split_once("[[standard]]").unwrap().1;
    let dated = |from: &str, to: &str| {
        let first = RECORD.replacen("limit_value = 5", &format!("limit_value = 5\n{to}"), 1);
        let second = second.replacen("limit_value = 5", &format!("limit_value = 7\n{from}"), 1);
        format!("{first}\n[[standard]]{second}")
    };
    let overlap = dated("valid_from = \"2024-01-01\"", "valid_to = \"2024-01-01\"");
    assert_eq!(defects(SHARED, &overlap).len(), 1);
    assert!(defects(SHARED, &overlap)[0].contains("in force on the same day"));
    assert_eq!(defects(SHARED, &dated("", "")).len(), 1);

    let apart =
        dated("valid_from = \"2024-01-01\"", "valid_from = \"2020-01-01\"\nvalid_to = \"2023-06-30\"");
    let packs = Packs::load(&[("shared.toml", SHARED), ("pack.toml", &apart)]).unwrap();
    let limit = |day: &str| packs.in_force("X-1", day.parse().unwrap()).map(|standard| standard.limit);
    assert_eq!(limit("2019-01-01"), Some(5), "none was in force yet: the earliest");
    assert_eq!(limit("2023-06-30"), Some(5));
    assert_eq!(limit("2023-08-01"), Some(5), "in a gap: the one that ended");
    assert_eq!(limit("2024-01-01"), Some(7));
    assert_eq!(packs.in_force("X-2", "2024-01-01".parse().unwrap()).map(|standard| standard.limit), None);
}

#[test]
fn all_defects_of_all_files_are_listed_at_once() {
    let wrong = RECORD.replacen("clock_start = \"a\"", "clock_start = \"b\"", 1).replacen(
        "limit_value = 5",
        "limit_value = -5",
        1,
    );
    let found = Packs::load(&[
        ("one.toml", "= 3"),
        ("shared.toml", SHARED),
        ("two.toml", &wrong),
        ("three.toml", "[wrong]"),
    ]);
    let files: Vec<String> = found.unwrap_err().into_iter().map(|defect| defect.file).collect();
    assert_eq!(files, ["one.toml", "three.toml", "two.toml", "two.toml"]);
}
