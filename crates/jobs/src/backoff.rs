//! How long to wait before another try, and how many tries there are.
//!
//! | after try | 1 | 2 | 3 | 4 | 5 | 6 | 7 |
//! |---|---|---|---|---|---|---|---|
//! | at most | 1 s | 4 s | 16 s | 64 s | 4 min | 15 min | 15 min |
//!
//! The wait is drawn evenly between one second and that ("full jitter"), so that jobs that failed together do not
//! come back together. After the eighth try a job is `failed` and shown to people.
//!
//! Mail is different: servers that defer a mail expect it again after half an hour and for four or five days
//! (RFC 5321, 4.5.4.1). After the table, it is tried every half hour for four days.

use kernel::{Ids, Instant};

const LONGEST: i64 = 15 * 60;
const TRIES: i64 = 8;
const MAIL_PAUSE: i64 = 30 * 60;
/// The table, then 48 half hours a day for four days.
const MAIL_TRIES: i64 = TRIES + 4 * 48;

/// How often a kind of job is tried.
pub(crate) fn tries(kind: &str) -> i64 {
    if kind == "send_mail" { MAIL_TRIES } else { TRIES }
}

/// Seconds to wait after a try that failed.
pub(crate) fn pause(kind: &str, attempt: i64, ids: &dyn Ids, now: Instant) -> i64 {
    if kind == "send_mail" && attempt >= TRIES {
        return MAIL_PAUSE;
    }
    let doublings = u32::try_from(attempt.clamp(1, 20) - 1).unwrap_or(0) * 2;
    let most = 1_i64.checked_shl(doublings).unwrap_or(LONGEST).clamp(1, LONGEST);
    1 + i64::from(chance(ids, now)) % most
}

/// A number nobody can foresee, and that tests can: from the maker of identifiers.
pub(crate) fn chance(ids: &dyn Ids, now: Instant) -> u16 {
    let [.., high, low] = ids.next(now);
    u16::from_be_bytes([high, low])
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::ids::{CountedIds, RandomIds};

    #[test]
    fn waits_stay_within_the_table() {
        let (random, now) = (RandomIds::default(), Instant::from_micros(0));
        for (attempt, most) in [(1, 1), (2, 4), (3, 16), (4, 64), (5, 256), (6, 900), (7, 900), (60, 900)] {
            let waits: Vec<i64> = (0..200).map(|_| pause("timer", attempt, &random, now)).collect();
            assert!(waits.iter().all(|wait| (1..=most).contains(wait)), "try {attempt}: {waits:?}");
        }
        let spread: std::collections::BTreeSet<i64> =
            (0..200).map(|_| pause("timer", 7, &random, now)).collect();
        assert!(spread.len() > 20, "jobs that failed together come back together");
    }

    #[test]
    fn a_deferred_mail_is_tried_for_four_days() {
        let (ids, now) = (CountedIds::default(), Instant::from_micros(0));
        let all: i64 = (1..tries("send_mail")).map(|attempt| pause("send_mail", attempt, &ids, now)).sum();
        assert!((4 * 86_400..4 * 86_400 + 3600).contains(&all), "{all} seconds");
        assert_eq!(tries("timer"), 8);
    }
}
