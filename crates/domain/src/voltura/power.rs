//! Whether the power asked for is more, and fits voltage and phases.

use super::{Finding, VolturaAnswers};

/// The largest power of a single-phase low-voltage connection, in watt (CEI 0-21).
const MOST_SINGLE_PHASE_W: i64 = 10_000;

/// What is wrong with the power asked for, each with the answer it is about. `present` is the power of the point in
/// watt, where it is known. Empty as well while no power is given.
#[must_use]
pub fn check_power(answers: &VolturaAnswers, present: Option<i64>) -> Vec<(&'static str, Finding)> {
    let Some(wanted) = answers.power_w else { return Vec::new() };
    let mut found = Vec::new();
    if let Some(present) = present.filter(|present| wanted <= *present) {
        found.push(("power_w", Finding::new("power_not_more").blocking().with("present", present)));
    }
    if answers.phases == Some(1) && wanted > MOST_SINGLE_PHASE_W {
        found.push(("phases", Finding::new("phases_three_needed").blocking()));
    }
    let fits = matches!(
        (answers.voltage_v, answers.phases),
        (Some(230), Some(1)) | (Some(400), Some(3)) | (None, _) | (_, None)
    );
    if !fits {
        found.push(("voltage_v", Finding::new("voltage_phases").blocking()));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_power_is_more_and_fits_voltage_and_phases() {
        let asked = |power, volt, phases| VolturaAnswers {
            power_w: Some(power),
            voltage_v: Some(volt),
            phases: Some(phases),
            ..VolturaAnswers::default()
        };
        for (answers, fields) in [
            (asked(4500, 230, 1), vec![]),
            (asked(15_000, 400, 3), vec![]),
            (asked(3000, 230, 1), vec!["power_w"]),
            (asked(12_000, 230, 1), vec!["phases"]),
            (asked(4500, 400, 1), vec!["voltage_v"]),
            (VolturaAnswers::default(), vec![]),
        ] {
            let found: Vec<&str> =
                check_power(&answers, Some(3000)).into_iter().map(|(field, _)| field).collect();
            assert_eq!(found, fields, "{answers:?}");
        }
    }
}
