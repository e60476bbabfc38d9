//! Arithmetic of numbers, texts, days and lengths of time (DMN 1.5, tables 55 to 60).

use rust_decimal::prelude::{Decimal, MathematicalOps, ToPrimitive};

use super::{Evaluated, Evaluator};
use crate::ast::{Arithmetic, Node};
use crate::scope::Scope;
use crate::temporal::{Date, DateTime, DaysDuration, MonthsDuration, Time};
use crate::value::Value;

impl Evaluator<'_> {
    pub(super) fn arithmetic(
        &self,
        op: Arithmetic,
        left: &Node,
        right: &Node,
        scope: &dyn Scope,
    ) -> Evaluated {
        let (left, right) = (self.eval(left, scope)?, self.eval(right, scope)?);
        Ok(match op {
            Arithmetic::Add => add(&left, &right),
            Arithmetic::Subtract => subtract(&left, &right),
            Arithmetic::Multiply => multiply(&left, &right),
            Arithmetic::Divide => divide(&left, &right),
            Arithmetic::Power => numbers(&left, &right, power),
            Arithmetic::Remainder => numbers(&left, &right, Decimal::checked_rem),
        }
        .into())
    }
}

/// The opposite; `null` for what has none.
pub(super) fn negate(value: &Value) -> Value {
    match value {
        Value::Number(number) => Value::Number(-number),
        Value::DaysDuration(length) => days(length.nanos().checked_neg()).into(),
        Value::MonthsDuration(length) => months(length.months().checked_neg()).into(),
        _ => Value::Null,
    }
}

fn days(nanos: Option<i128>) -> Option<Value> {
    nanos.map(|nanos| Value::DaysDuration(DaysDuration::from_nanos(nanos)))
}

fn months(count: Option<i64>) -> Option<Value> {
    count.map(|count| Value::MonthsDuration(MonthsDuration::from_months(count)))
}

fn numbers(left: &Value, right: &Value, op: fn(Decimal, Decimal) -> Option<Decimal>) -> Option<Value> {
    op(left.as_number()?, right.as_number()?).map(Value::Number)
}

/// `left ** right`, exact for whole exponents.
pub(crate) fn power(base: Decimal, exponent: Decimal) -> Option<Decimal> {
    if exponent.is_integer() {
        let whole = exponent.to_i64()?;
        if whole.unsigned_abs() > 1_000_000 {
            return None;
        }
        if whole < 0 {
            return Decimal::ONE.checked_div(base.checked_powi(-whole)?);
        }
        return base.checked_powi(whole);
    }
    if base.is_sign_negative() {
        return None;
    }
    base.checked_powd(exponent).and_then(crate::builtins::from_series)
}

fn add(left: &Value, right: &Value) -> Option<Value> {
    match (left, right) {
        (Value::Number(a), Value::Number(b)) => a.checked_add(*b).map(Value::Number),
        (Value::String(a), Value::String(b)) => Some(Value::from(format!("{a}{b}"))),
        (Value::DaysDuration(a), Value::DaysDuration(b)) => days(a.nanos().checked_add(b.nanos())),
        (Value::MonthsDuration(a), Value::MonthsDuration(b)) => months(a.months().checked_add(b.months())),
        (Value::DaysDuration(_) | Value::MonthsDuration(_), _) => later(right, left, 1),
        (_, Value::DaysDuration(_) | Value::MonthsDuration(_)) => later(left, right, 1),
        _ => None,
    }
}

fn subtract(left: &Value, right: &Value) -> Option<Value> {
    match (left, right) {
        (Value::Number(a), Value::Number(b)) => a.checked_sub(*b).map(Value::Number),
        (Value::DaysDuration(a), Value::DaysDuration(b)) => days(a.nanos().checked_sub(b.nanos())),
        (Value::MonthsDuration(a), Value::MonthsDuration(b)) => months(a.months().checked_sub(b.months())),
        (_, Value::DaysDuration(_) | Value::MonthsDuration(_)) => later(left, right, -1),
        (Value::Time(a), Value::Time(b)) => {
            (a.zone().is_some() == b.zone().is_some()).then_some(())?;
            days(Some(a.utc_nanos() - b.utc_nanos()))
        }
        _ => {
            let (a, b) = (moment(left)?, moment(right)?);
            (a.time.zone().is_some() == b.time.zone().is_some()).then_some(())?;
            days(Some(a.utc_nanos() - b.utc_nanos()))
        }
    }
}

/// A day or date and time as a moment; a day alone is its midnight in UTC when the other side has a zone.
fn moment(value: &Value) -> Option<DateTime> {
    match value {
        Value::Date(day) => Some(DateTime::midnight(*day)),
        Value::DateTime(at) => Some(at.clone()),
        _ => None,
    }
}

/// A day or time moved by a length of time, forwards (1) or backwards (-1).
fn later(from: &Value, by: &Value, sign: i64) -> Option<Value> {
    match (from, by) {
        (Value::Date(day), Value::MonthsDuration(by)) => {
            day.plus_months(by.months().checked_mul(sign)?).map(Value::Date)
        }
        (Value::DateTime(at), Value::MonthsDuration(by)) => {
            at.plus_months(by.months().checked_mul(sign)?).map(Value::DateTime)
        }
        (Value::Date(day), Value::DaysDuration(by)) => {
            let at = DateTime::midnight(*day).plus_nanos(by.nanos().checked_mul(sign.into())?)?;
            Some(Value::Date(Date::from_epoch_day(at.date.epoch_day())?))
        }
        (Value::DateTime(at), Value::DaysDuration(by)) => {
            at.plus_nanos(by.nanos().checked_mul(sign.into())?).map(Value::DateTime)
        }
        (Value::Time(time), Value::DaysDuration(by)) => {
            let nanos = time.nanos().checked_add(by.nanos().checked_mul(sign.into())?)?;
            Some(Value::Time(Time::from_nanos(nanos, time.zone().cloned())))
        }
        _ => None,
    }
}

fn multiply(left: &Value, right: &Value) -> Option<Value> {
    match (left, right) {
        (Value::Number(a), Value::Number(b)) => a.checked_mul(*b).map(Value::Number),
        (Value::DaysDuration(length), Value::Number(by))
        | (Value::Number(by), Value::DaysDuration(length)) => {
            days(scaled(length.nanos(), |nanos| nanos.checked_mul(*by)))
        }
        (Value::MonthsDuration(length), Value::Number(by))
        | (Value::Number(by), Value::MonthsDuration(length)) => months(
            scaled(length.months().into(), |count| count.checked_mul(*by)).and_then(|n| n.try_into().ok()),
        ),
        _ => None,
    }
}

fn divide(left: &Value, right: &Value) -> Option<Value> {
    match (left, right) {
        (Value::Number(a), Value::Number(b)) => a.checked_div(*b).map(Value::Number),
        (Value::DaysDuration(length), Value::Number(by)) => {
            days(scaled(length.nanos(), |nanos| nanos.checked_div(*by)))
        }
        (Value::MonthsDuration(length), Value::Number(by)) => months(
            scaled(length.months().into(), |count| count.checked_div(*by)).and_then(|n| n.try_into().ok()),
        ),
        (Value::DaysDuration(a), Value::DaysDuration(b)) => ratio(a.nanos(), b.nanos()),
        (Value::MonthsDuration(a), Value::MonthsDuration(b)) => ratio(a.months().into(), b.months().into()),
        _ => None,
    }
}

fn scaled(amount: i128, by: impl Fn(Decimal) -> Option<Decimal>) -> Option<i128> {
    by(Decimal::try_from_i128_with_scale(amount, 0).ok()?)?.trunc().to_i128()
}

fn ratio(a: i128, b: i128) -> Option<Value> {
    let a = Decimal::try_from_i128_with_scale(a, 0).ok()?;
    a.checked_div(Decimal::try_from_i128_with_scale(b, 0).ok()?).map(Value::Number)
}
