//! Numbers as people in Italy type them.

use kernel::Money;
use rust_decimal::{Decimal, RoundingStrategy, prelude::ToPrimitive};
use serde_json::Value as Json;

/// Digits with or without marks between thousands. `3.5` is no whole number: taken for 35, a reading would be ten
/// times too high.
pub(super) fn whole(text: &str) -> Option<i64> {
    let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest.trim_start()));
    let mut groups = digits.split(|c: char| c == '.' || c == '\'' || c.is_whitespace());
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let marked = !rest.is_empty();
    let of_digits = |group: &str| !group.is_empty() && group.chars().all(|c| c.is_ascii_digit());
    let fits = of_digits(first)
        && (!marked || first.len() <= 3)
        && rest.iter().all(|group| of_digits(group) && group.len() == 3);
    if !fits {
        return None;
    }
    let value: i64 = format!("{first}{}", rest.concat()).parse().ok()?;
    Some(if negative { -value } else { value })
}

/// Thousandths of a number with up to three decimals after a comma or a point, a unit behind it or none. Where there
/// is a comma, points part thousands: `1.284,5`.
pub(super) fn thousandths(text: &str) -> Option<i64> {
    let text = text.trim().trim_end_matches(|c: char| c.is_alphabetic() || c.is_whitespace());
    let (units, decimals) = match text.split_once(',') {
        Some((units, decimals)) => (whole(units)?, decimals),
        None => {
            let (units, decimals) = text.split_once('.').unwrap_or((text, ""));
            (whole(units)?, decimals)
        }
    };
    if units < 0
        || text.starts_with('-')
        || decimals.len() > 3
        || !decimals.chars().all(|c| c.is_ascii_digit())
    {
        return None;
    }
    let part: i64 = format!("{decimals:0<3}").parse().ok()?;
    units.checked_mul(1000)?.checked_add(part)
}

/// An amount with the comma before the cents, with or without the euro sign. Points may only part thousands: `12.50`
/// is not read, taken for 1250 it would be a hundred times too much.
pub(super) fn money(text: &str) -> Option<Money> {
    let plain: String = text.chars().filter(|c| !c.is_whitespace() && *c != '€').collect();
    let (units, _) = plain.split_once(',').unwrap_or((&plain, ""));
    let fits = matches!(units, "" | "-") || whole(units).is_some();
    if fits { Money::parse_italian(&plain).ok() } else { None }
}

/// The number as JSON keeps it.
pub(super) fn decimal(text: &str) -> Option<Json> {
    let value = thousandths(text)?;
    serde_json::from_str(&format!("{}.{:03}", value / 1000, value % 1000)).ok()
}

/// A number as whole cents, watts or pieces: halves go away from zero. `None` beyond what 64 bits hold.
pub(crate) fn whole_cents(number: Decimal) -> Option<i64> {
    number.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero).to_i64()
}
