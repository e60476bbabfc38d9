//! What becomes of a reading: taken, held until somebody has looked at it, or refused.

use super::{
    reading::{ReadingCheck, ReadingFinding},
    words,
};

words! {
    /// What becomes of the values of one reading.
    Verdict {
        /// Recorded and told to billing.
        Accepted = "accepted",
        /// A person looks at it first.
        Held = "held",
        /// Not taken.
        Refused = "refused",
    }
}

/// A verdict with its reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// What becomes of the values.
    pub verdict: Verdict,
    /// Why, as a code; empty when they are taken.
    pub reason: &'static str,
}

/// Judges the values of one reading, one entry for each register in place; none where no value was given. The worst of
/// them decides: a reading is taken whole or not at all.
///
/// What our own staff read is not held for being much: they saw the dial.
#[must_use]
pub fn judge<'c>(registers: impl IntoIterator<Item = Option<&'c ReadingCheck>>, by_staff: bool) -> Judgement {
    let mut held = None;
    let mut any = false;
    for register in registers {
        any = true;
        let Some(check) = register else {
            return Judgement { verdict: Verdict::Refused, reason: "register_missing" };
        };
        for finding in &check.findings {
            if finding.refuses() {
                return Judgement { verdict: Verdict::Refused, reason: finding.code() };
            }
            if !(by_staff && matches!(finding, ReadingFinding::AboveExpected { .. })) {
                held = held.or(Some(finding.code()));
            }
        }
    }
    match held {
        _ if !any => Judgement { verdict: Verdict::Refused, reason: "meter_missing" },
        Some(reason) => Judgement { verdict: Verdict::Held, reason },
        None => Judgement { verdict: Verdict::Accepted, reason: "" },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(findings: &[ReadingFinding]) -> ReadingCheck {
        ReadingCheck { consumption: None, expected: None, findings: findings.to_vec(), rolled_over: false }
    }

    fn word(registers: &[Option<ReadingCheck>], by_staff: bool) -> (&'static str, &'static str) {
        let judged = judge(registers.iter().map(Option::as_ref), by_staff);
        (judged.verdict.code(), judged.reason)
    }

    #[test]
    fn the_worst_register_decides_and_a_missing_one_refuses() {
        let good = || Some(check(&[]));
        let high = || Some(check(&[ReadingFinding::AboveExpected { consumption: 900, low: 10, high: 30 }]));
        let over = || Some(check(&[ReadingFinding::RollOver { last: 99_990, consumption: 20 }]));
        let wrong = || Some(check(&[ReadingFinding::TooManyDigits { digits: 5 }]));
        for (registers, by_staff, expected) in [
            (vec![good(), good()], false, ("accepted", "")),
            (vec![good(), high()], false, ("held", "reading_above_expected")),
            (vec![good(), high()], true, ("accepted", "")),
            (vec![over(), high()], true, ("held", "reading_roll_over")),
            (vec![high(), wrong()], false, ("refused", "reading_digits")),
            (vec![good(), None], false, ("refused", "register_missing")),
            (Vec::new(), false, ("refused", "meter_missing")),
        ] {
            assert_eq!(word(&registers, by_staff), expected, "{registers:?} by staff: {by_staff}");
        }
    }
}
