//! The packs embedded in the program: complete, sound, and with the figures of the reference where it is at hand.

use standards::{Amounts, Packs, RegulatedSector, Sense, Unit, shipped};

#[test]
fn the_shipped_packs_load_without_a_defect() {
    let packs = Packs::load(shipped::FILES).unwrap_or_else(|defects| panic!("{defects:#?}"));
    assert_eq!(packs.standards().count(), 109);
    assert_eq!(Packs::shipped().standards().count(), 109);
    assert_eq!(packs.causes().len(), 3);
    assert!(
        packs.counting().is_some_and(|counting| counting.day_zero_excluded && counting.tolerant_boundary)
    );
}

#[test]
fn every_pack_file_in_the_folder_is_embedded() {
    let root = std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../standards"));
    let mut found = Vec::new();
    let mut folders = vec![root.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            if path.is_dir() {
                // Amounts of payments are no service standards: the room `amounts` holds them.
                if !["calendar", "examples", "payments"].contains(&name.as_str()) {
                    folders.push(path);
                }
            // Terms of the program's own steps are no standards either: `standards::terms` reads them.
            } else if name.ends_with(".toml") && name != "terms.toml" {
                found.push(name);
            }
        }
    }
    found.sort();
    let mut embedded: Vec<String> = shipped::FILES.iter().map(|(name, _)| (*name).to_owned()).collect();
    embedded.sort();
    assert_eq!(found, embedded);
}

#[test]
fn water_has_forty_two_indicators_of_contractual_quality() {
    let of = |macro_indicator: &str| {
        Packs::shipped().standards().filter(|s| s.macro_indicator.as_deref() == Some(macro_indicator)).count()
    };
    assert_eq!((of("MC1"), of("MC2")), (18, 24));
}

#[test]
fn minimum_terms_are_marked() {
    let marked: Vec<&str> =
        Packs::shipped().standards().filter(|s| s.sense == Sense::AtLeast).map(|s| s.id.as_str()).collect();
    assert_eq!(
        marked,
        ["W-G05", "W-M05", "W-T03", "W-R01", "W-R02", "W-R03", "W-R04", "V-D01", "V-D02", "V-D03"]
    );
}

#[test]
fn bills_a_year_follow_the_yearly_use() {
    for (use_m3, bills) in
        [(0, 2), (100, 2), (101, 3), (1000, 3), (1001, 4), (3000, 4), (3001, 6), (90_000, 6)]
    {
        assert_eq!(Packs::shipped().bills_per_year(use_m3), Some(bills), "{use_m3}");
    }
}

#[test]
fn the_override_replaces_the_usual_indemnity() {
    let packs = Packs::shipped();
    let standard = packs.in_force("G-S13", "2026-01-01".parse().unwrap()).unwrap();
    assert_eq!(standard.indemnity.as_ref().unwrap().code, "gas_reading_35");
    assert!(
        matches!(standard.indemnity.as_ref().unwrap().amounts, Amounts::Fixed(base) if base.cents() == 3500)
    );
    assert_eq!(standard.sector, RegulatedSector::GasDistribution);
}

#[test]
fn the_figures_are_those_of_the_reference() {
    let Some(path) = suites::shared("the figures of the reference standards", "domain/standards.toml") else {
        return;
    };
    let text = std::fs::read_to_string(path).unwrap();
    let reference: toml::Table = text.parse().unwrap();
    let packs = Packs::shipped();
    let records = reference["standard"].as_array().unwrap();
    assert_eq!(records.len(), packs.standards().count());
    for record in records {
        let text = |key: &str| record.get(key).and_then(toml::Value::as_str).map(str::to_owned);
        let number = |key: &str| record.get(key).and_then(toml::Value::as_integer);
        let id = text("id").unwrap();
        let ours =
            packs.in_force(&id, "2026-06-01".parse().unwrap()).unwrap_or_else(|| panic!("{id} is missing"));
        assert_eq!(Some(ours.limit), number("limit_value"), "{id}");
        assert_eq!(ours.limit_four_monthly, number("limit_value_four_monthly"), "{id}");
        assert_eq!(Some(ours.unit), Unit::from_code(&text("unit").unwrap()), "{id}");
        assert_eq!(ours.percentage.map(i64::from), number("percentage"), "{id}");
        let indemnity = text("indemnity_override").or_else(|| text("indemnity"));
        assert_eq!(ours.indemnity.as_ref().map(|rule| rule.code.clone()), indemnity, "{id}");
        assert_eq!(ours.escalation.as_ref().map(|rule| rule.code.clone()), text("escalation"), "{id}");
        assert_eq!(ours.valid_from.map(|day| day.to_string()), text("valid_from"), "{id}");
        assert_eq!(
            ours.late_request_cutoff.map(|t| t.strftime("%H:%M").to_string()),
            text("late_request_cutoff"),
            "{id}"
        );
        assert_eq!(
            (Some(&ours.clock_start.code), Some(&ours.clock_stop.code)),
            (text("clock_start").as_ref(), text("clock_stop").as_ref()),
            "{id}"
        );
        let sources: Vec<&str> =
            record["sources"].as_array().unwrap().iter().filter_map(toml::Value::as_str).collect();
        assert_eq!(ours.sources, sources, "{id}");
        assert_eq!(
            (&ours.regulation, &ours.article),
            (&text("regulation").unwrap(), &text("article")),
            "{id}"
        );
    }
}
