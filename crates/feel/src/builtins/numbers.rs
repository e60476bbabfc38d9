//! Functions of numbers.

use rust_decimal::RoundingStrategy;
use rust_decimal::prelude::{Decimal, MathematicalOps};

use super::{number, single, whole};
use crate::temporal::{DaysDuration, MonthsDuration};
use crate::value::Value;

/// The scales the standard allows (DMN 1.5, table 75).
const SCALES: std::ops::RangeInclusive<i64> = -6111..=6176;

fn rounded(args: &[Value], strategy: RoundingStrategy) -> Option<Value> {
    let n = number(args.first()?)?;
    let scale = match args.get(1) {
        None => 0,
        // A fraction in the scale is cut off.
        Some(scale) => whole(&Value::Number(number(scale)?.trunc()))?,
    };
    if !SCALES.contains(&scale) {
        return None;
    }
    if scale >= 0 {
        let places = u32::try_from(scale).ok()?.min(28);
        return Some(Value::Number(n.round_dp_with_strategy(places, strategy)));
    }
    // Beyond 10^28 nothing is left but the direction of the rounding, which no result could hold.
    let power = Decimal::TEN.checked_powi(-scale.max(-29));
    let Some(power) = power else {
        return Some(Value::Number(Decimal::ZERO));
    };
    let shifted = n.checked_div(power)?.round_dp_with_strategy(0, strategy);
    shifted.checked_mul(power).map(Value::Number)
}

pub(super) fn decimal(args: &[Value]) -> Option<Value> {
    rounded(args, RoundingStrategy::MidpointNearestEven)
}

pub(super) fn floor(args: &[Value]) -> Option<Value> {
    rounded(args, RoundingStrategy::ToNegativeInfinity)
}

pub(super) fn ceiling(args: &[Value]) -> Option<Value> {
    rounded(args, RoundingStrategy::ToPositiveInfinity)
}

pub(super) fn round_up(args: &[Value]) -> Option<Value> {
    rounded(args, RoundingStrategy::AwayFromZero)
}

pub(super) fn round_down(args: &[Value]) -> Option<Value> {
    rounded(args, RoundingStrategy::ToZero)
}

pub(super) fn round_half_up(args: &[Value]) -> Option<Value> {
    rounded(args, RoundingStrategy::MidpointAwayFromZero)
}

pub(super) fn round_half_down(args: &[Value]) -> Option<Value> {
    rounded(args, RoundingStrategy::MidpointTowardZero)
}

pub(super) fn abs(args: &[Value]) -> Option<Value> {
    Some(match single(args.first()?) {
        Value::Number(n) => Value::Number(n.abs()),
        Value::DaysDuration(length) => {
            Value::DaysDuration(DaysDuration::from_nanos(length.nanos().checked_abs()?))
        }
        Value::MonthsDuration(length) => {
            Value::MonthsDuration(MonthsDuration::from_months(length.months().checked_abs()?))
        }
        _ => return None,
    })
}

/// `dividend - divisor * floor(dividend / divisor)`: the result has the sign of the divisor.
pub(super) fn modulo(args: &[Value]) -> Option<Value> {
    let (dividend, divisor) = (number(args.first()?)?, number(args.get(1)?)?);
    let rest = dividend.checked_rem(divisor)?;
    let turn = !rest.is_zero() && rest.is_sign_negative() != divisor.is_sign_negative();
    (if turn { rest.checked_add(divisor) } else { Some(rest) }).map(Value::Number)
}

/// Results of series are good to 24 significant digits; the rest would only look exact.
const SERIES_DIGITS: u32 = 24;

fn rounded_root(number: Decimal) -> Option<Value> {
    from_series(number).map(Value::Number)
}

/// A result of a series, cut to the digits that are sure.
pub(crate) fn from_series(number: Decimal) -> Option<Decimal> {
    number.round_sf(SERIES_DIGITS).map(|number| number.normalize())
}

pub(super) fn sqrt(args: &[Value]) -> Option<Value> {
    rounded_root(number(args.first()?)?.sqrt()?)
}

pub(super) fn log(args: &[Value]) -> Option<Value> {
    rounded_root(number(args.first()?)?.checked_ln()?)
}

pub(super) fn exp(args: &[Value]) -> Option<Value> {
    rounded_root(number(args.first()?)?.checked_exp()?)
}

fn remainder_of_two(args: &[Value]) -> Option<Decimal> {
    let n = number(args.first()?)?;
    if n.is_integer() { n.checked_rem(Decimal::TWO) } else { Some(Decimal::new(5, 1)) }
}

pub(super) fn odd(args: &[Value]) -> Option<Value> {
    remainder_of_two(args).map(|rest| Value::Bool(rest.abs() == Decimal::ONE))
}

pub(super) fn even(args: &[Value]) -> Option<Value> {
    remainder_of_two(args).map(|rest| Value::Bool(rest.is_zero()))
}
