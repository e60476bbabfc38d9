use super::*;
use jiff::civil::date;

fn national() -> Vec<Holiday> {
    read_holidays(SHIPPED_NATIONAL).unwrap()
}

fn days(year: i16) -> Vec<Date> {
    let mut days: Vec<Date> = national().iter().filter_map(|holiday| holiday.in_year(year)).collect();
    days.sort_unstable();
    days
}

#[test]
fn the_year_2026_has_thirteen_national_holidays() {
    let expected = [
        (1, 1),
        (1, 6),
        (4, 5),
        (4, 6),
        (4, 25),
        (5, 1),
        (6, 2),
        (8, 15),
        (10, 4),
        (11, 1),
        (12, 8),
        (12, 25),
        (12, 26),
    ];
    assert_eq!(days(2026), expected.map(|(month, day)| date(2026, month, day)));
}

#[test]
fn saint_francis_is_a_holiday_from_2026_and_not_before() {
    assert!(!days(2025).contains(&date(2025, 10, 4)));
    assert!(days(2026).contains(&date(2026, 10, 4)));
    assert!(days(2027).contains(&date(2027, 10, 4)));
}

#[test]
fn days_abolished_in_1977_are_not_holidays() {
    for (month, day) in [(3, 19), (6, 29), (11, 4)] {
        assert!(!days(2026).contains(&date(2026, month, day)));
    }
}

#[test]
fn easter_monday_follows_the_computus() {
    for (year, month, day) in
        [(2024, 4, 1), (2025, 4, 21), (2026, 4, 6), (2027, 3, 29), (2028, 4, 17), (2029, 4, 2), (2030, 4, 22)]
    {
        assert!(days(year).contains(&date(year, month, day)), "{year}");
    }
}

#[test]
fn every_shipped_layer_can_be_read_and_has_a_day_in_every_year() {
    let layers = read_layers(SHIPPED_LAYERS).unwrap();
    assert_eq!(layers.iter().count(), 25);
    for layer in layers.iter() {
        assert!(layer.holidays.iter().all(|holiday| holiday.in_year(2026).is_some()), "{}", layer.code);
    }
    let whit_monday = layers.get("south_tyrol").unwrap().holidays[0].in_year(2026);
    assert_eq!(whit_monday, Some(date(2026, 5, 25)));
    assert_eq!(layers.get("H501").unwrap().holidays[0].in_year(2026), Some(date(2026, 6, 29)));
}

#[test]
fn a_bad_holiday_is_refused_with_its_reason() {
    let names = "name_it = \"Prova\"\nname_en = \"Trial\"";
    for (body, expected) in [
        ("month = 2\nday = 30", HolidayFileError::NoSuchDay { name: "Prova".into(), month: 2, day: 30 }),
        ("month = 2", HolidayFileError::Rule("Prova".into())),
        ("month = 2\nday = 3\neaster = 1", HolidayFileError::Rule("Prova".into())),
        ("easter = 1\nfrom_year = 2020\nto_year = 2019", HolidayFileError::Years("Prova".into())),
    ] {
        assert_eq!(read_holidays(&format!("[[holiday]]\n{body}\n{names}")), Err(expected));
    }
    assert!(matches!(read_holidays("[[holiday]]\nmoth = 1"), Err(HolidayFileError::Shape(_))));
    let twice = format!(
        "[[layer]]\ncode = \"X\"\nplace = \"X\"\nholidays = []\n{0}",
        "[[layer]]\ncode = \"X\"\nplace = \"X\"\nholidays = []"
    );
    assert_eq!(read_layers(&twice), Err(HolidayFileError::Twice("X".into())));
}
