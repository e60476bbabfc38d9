//! Functions of days, times and lengths of time.

use rust_decimal::prelude::{Decimal, ToPrimitive};

use super::{number, single, whole};
use crate::temporal::{self, Date, DateTime, DaysDuration, MonthsDuration, SECOND, Time, Zone};
use crate::value::Value;

pub(super) fn date(args: &[Value]) -> Option<Value> {
    match args {
        [year, month, day] => Date::new(whole(year)?, whole(month)?, whole(day)?).map(Value::Date),
        [from] => match single(from) {
            Value::String(text) => Date::parse(text).map(Value::Date),
            Value::Date(day) => Some(Value::Date(*day)),
            Value::DateTime(at) => Some(Value::Date(at.date)),
            _ => None,
        },
        _ => None,
    }
}

pub(super) fn time(args: &[Value]) -> Option<Value> {
    match args {
        [from] => match single(from) {
            // The letter T before a time belongs to the date and time form only.
            Value::String(text) if !text.starts_with('T') => Time::parse(text).map(Value::Time),
            Value::Time(time) => Some(Value::Time(time.clone())),
            Value::DateTime(at) => Some(Value::Time(at.time.clone())),
            Value::Date(_) => Some(Value::Time(Time::from_nanos(0, Some(Zone::Offset(0))))),
            _ => None,
        },
        [hour, minute, second, offset @ ..] => clock(hour, minute, second, offset.first()).map(Value::Time),
        _ => None,
    }
}

/// A time from its parts; seconds may have a fraction, the offset is a length of time or the name of a zone.
fn clock(hour: &Value, minute: &Value, second: &Value, offset: Option<&Value>) -> Option<Time> {
    let zone = match offset.map(single) {
        None | Some(Value::Null) => None,
        Some(Value::DaysDuration(length)) => zone_of(*length)?,
        Some(Value::String(name)) => Some(Zone::parse(&format!("@{name}"))?),
        Some(_) => return None,
    };
    let second = number(second)?;
    let nanos = second.fract().checked_mul(Decimal::from(1_000_000_000))?.trunc().to_u32()?;
    Time::new(
        whole(hour)?.try_into().ok()?,
        whole(minute)?.try_into().ok()?,
        second.trunc().to_u32()?,
        nanos,
        zone,
    )
}

fn zone_of(offset: DaysDuration) -> Option<Option<Zone>> {
    let seconds = i32::try_from(offset.nanos() / SECOND).ok()?;
    (seconds.abs() <= 18 * 3600).then_some(Some(Zone::Offset(seconds)))
}

pub(super) fn date_and_time(args: &[Value]) -> Option<Value> {
    match args {
        [from] => match single(from) {
            Value::String(text) => DateTime::parse(text).map(Value::DateTime),
            Value::Date(day) => Some(Value::DateTime(DateTime::midnight(*day))),
            Value::DateTime(at) => Some(Value::DateTime(at.clone())),
            _ => None,
        },
        [day, time] => {
            let date = match single(day) {
                Value::Date(day) => *day,
                Value::DateTime(at) => at.date,
                _ => return None,
            };
            match single(time) {
                Value::Time(time) => Some(Value::DateTime(DateTime { date, time: time.clone() })),
                _ => None,
            }
        }
        [year, month, day, hour, minute, second, offset @ ..] => {
            let date = Date::new(whole(year)?, whole(month)?, whole(day)?)?;
            Some(Value::DateTime(DateTime { date, time: clock(hour, minute, second, offset.first())? }))
        }
        _ => None,
    }
}

pub(super) fn duration(args: &[Value]) -> Option<Value> {
    match single(args.first()?) {
        Value::String(text) => temporal::parse_duration(text),
        length @ (Value::DaysDuration(_) | Value::MonthsDuration(_)) => Some(length.clone()),
        _ => None,
    }
}

/// The whole months from one day to another, cut towards zero.
pub(super) fn years_and_months(args: &[Value]) -> Option<Value> {
    let (from, to) = (moment(args.first()?)?, moment(args.get(1)?)?);
    let count = |at: &DateTime| i64::from(at.date.year()) * 12 + i64::from(at.date.month());
    let within = |at: &DateTime| (at.date.day(), at.time.nanos());
    let mut months = count(&to) - count(&from);
    if months > 0 && within(&to) < within(&from) {
        months -= 1;
    } else if months < 0 && within(&to) > within(&from) {
        months += 1;
    }
    Some(Value::MonthsDuration(MonthsDuration::from_months(months)))
}

fn moment(value: &Value) -> Option<DateTime> {
    match single(value) {
        Value::Date(day) => Some(DateTime::midnight(*day)),
        Value::DateTime(at) => Some(at.clone()),
        _ => None,
    }
}

/// `is(value1, value2)`: the same value, zone and all.
pub(super) fn is(args: &[Value]) -> Option<Value> {
    match args {
        [a, b] => Some(Value::Bool(a == b)),
        _ => None,
    }
}

fn day(args: &[Value]) -> Option<Date> {
    moment(args.first()?).map(|at| at.date)
}

pub(super) fn day_of_year(args: &[Value]) -> Option<Value> {
    day(args).map(|day| Value::from(i64::from(day.day_of_year())))
}

pub(super) fn week_of_year(args: &[Value]) -> Option<Value> {
    day(args).map(|day| Value::from(i64::from(day.week_of_year())))
}

pub(super) fn day_of_week(args: &[Value]) -> Option<Value> {
    const NAMES: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    NAMES.get(usize::from(day(args)?.weekday()) - 1).map(|name| Value::from(*name))
}

pub(super) fn month_of_year(args: &[Value]) -> Option<Value> {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    NAMES.get(usize::from(day(args)?.month()) - 1).map(|name| Value::from(*name))
}
