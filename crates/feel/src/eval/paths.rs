//! `a.b`: entries of contexts, and the parts of temporal values and ranges (DMN 1.5, tables 63 to 65).

use crate::temporal::{Date, DateTime, DaysDuration, SECOND, Time, Zone};
use crate::value::Value;

/// The named part; `null` when there is none. On a list, the list of the parts of its elements.
pub(super) fn entry(of: &Value, name: &str) -> Value {
    match of {
        Value::Context(context) => context.get(name).cloned().into(),
        Value::List(items) => Value::List(items.iter().map(|item| entry(item, name)).collect()),
        Value::Date(day) => of_date(*day, name).into(),
        Value::Time(time) => of_time(time, time.nanos(), name).into(),
        Value::DateTime(DateTime { date, time }) => of_date(*date, name)
            .or_else(|| match of {
                Value::DateTime(at) => of_time(time, at.local_nanos(), name),
                _ => None,
            })
            .into(),
        Value::DaysDuration(length) => of_days(*length, name).into(),
        Value::MonthsDuration(length) => match name {
            "years" => Value::from(length.months() / 12),
            "months" => Value::from(length.months() % 12),
            _ => Value::Null,
        },
        Value::Range(range) => match name {
            "start" => range.start.clone(),
            "end" => range.end.clone(),
            "start included" => Value::Bool(range.start_included),
            "end included" => Value::Bool(range.end_included),
            _ => Value::Null,
        },
        _ => Value::Null,
    }
}

fn of_date(day: Date, name: &str) -> Option<Value> {
    Some(Value::from(match name {
        "year" => i64::from(day.year()),
        "month" => i64::from(day.month()),
        "day" => i64::from(day.day()),
        "weekday" => i64::from(day.weekday()),
        _ => return None,
    }))
}

fn of_time(time: &Time, local: i128, name: &str) -> Option<Value> {
    Some(match name {
        "hour" => Value::from(i64::from(time.hour())),
        "minute" => Value::from(i64::from(time.minute())),
        "second" => Value::from(i64::from(time.second())),
        "time offset" => {
            let seconds = time.zone()?.offset_seconds(local);
            Value::DaysDuration(DaysDuration::from_nanos(i128::from(seconds) * SECOND))
        }
        "timezone" => match time.zone()? {
            Zone::Named(name) => Value::String(name.clone()),
            Zone::Offset(_) => return None,
        },
        _ => return None,
    })
}

fn of_days(length: DaysDuration, name: &str) -> Option<Value> {
    let seconds = length.seconds();
    Some(Value::from(match name {
        "days" => seconds / 86_400,
        "hours" => seconds / 3600 % 24,
        "minutes" => seconds / 60 % 60,
        "seconds" => seconds % 60,
        _ => return None,
    }))
}
