//! Days, moments and amounts in words, in both languages.

use kernel::{Date, Lang};

use crate::clock::{Measure, Moment};
use crate::model::Unit;

const MONTHS_IT: [&str; 12] = [
    "gennaio",
    "febbraio",
    "marzo",
    "aprile",
    "maggio",
    "giugno",
    "luglio",
    "agosto",
    "settembre",
    "ottobre",
    "novembre",
    "dicembre",
];
const MONTHS_EN: [&str; 12] = [
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
const DAYS_IT: [&str; 7] = ["lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"];
const DAYS_EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

fn pick<'a>(names: &[&'a str], at: i8) -> &'a str {
    usize::try_from(at).ok().and_then(|at| names.get(at)).copied().unwrap_or_default()
}

/// `8 aprile 2026`, `8 April 2026`.
pub(super) fn date(day: Date, lang: Lang) -> String {
    let months = if lang == Lang::It { &MONTHS_IT } else { &MONTHS_EN };
    format!("{} {} {}", day.day(), pick(months, day.month() - 1), day.year())
}

/// `mercoledì 8 aprile 2026`.
pub(super) fn weekday_date(day: Date, lang: Lang) -> String {
    let days = if lang == Lang::It { &DAYS_IT } else { &DAYS_EN };
    format!("{} {}", pick(days, day.weekday().to_monday_zero_offset()), date(day, lang))
}

/// A day, or a day with the hour for exact moments.
pub(super) fn moment(moment: Moment, lang: Lang) -> String {
    let day = weekday_date(moment.date(), lang);
    match moment {
        Moment::Day(_) => day,
        Moment::At(at) => {
            let time = at.in_rome().time();
            let seconds = if time.second() == 0 { String::new() } else { format!(":{:02}", time.second()) };
            let joint = if lang == Lang::It { "alle" } else { "at" };
            format!("{day} {joint} {:02}:{:02}{seconds}", time.hour(), time.minute())
        }
    }
}

/// A unit after a number: `giorno lavorativo` after 1, `giorni lavorativi` after others.
pub(super) fn unit(unit: Unit, number: i64, lang: Lang) -> &'static str {
    let (one, many) = match (unit, lang) {
        (Unit::WorkingDay, Lang::It) => ("giorno lavorativo", "giorni lavorativi"),
        (Unit::WorkingDay, Lang::En) => ("working day", "working days"),
        (Unit::MonSatDay, Lang::It) => ("giorno feriale", "giorni feriali"),
        (Unit::MonSatDay, Lang::En) => ("Monday-to-Saturday day", "Monday-to-Saturday days"),
        (Unit::CalendarDay | Unit::None, Lang::It) => ("giorno solare", "giorni solari"),
        (Unit::CalendarDay | Unit::None, Lang::En) => ("calendar day", "calendar days"),
        (Unit::Hour, Lang::It) => ("ora", "ore"),
        (Unit::Hour, Lang::En) => ("hour", "hours"),
        (Unit::Minute, Lang::It) => ("minuto", "minuti"),
        (Unit::Minute, Lang::En) => ("minute", "minutes"),
        (Unit::Second, Lang::It) => ("secondo", "secondi"),
        (Unit::Second, Lang::En) => ("second", "seconds"),
        (Unit::Month, Lang::It) => ("mese", "mesi"),
        (Unit::Month, Lang::En) => ("month", "months"),
        (Unit::PerYear, Lang::It) => ("volta all'anno", "volte all'anno"),
        (Unit::PerYear, Lang::En) => ("time a year", "times a year"),
        (Unit::PerPeriod, Lang::It) => ("volta per periodo", "volte per periodo"),
        (Unit::PerPeriod, Lang::En) => ("time a period", "times a period"),
        (Unit::Percent, Lang::It) => ("per cento", "per cento"),
        (Unit::Percent, Lang::En) => ("per cent", "per cent"),
    };
    if number == 1 { one } else { many }
}

/// An amount with its unit: `8 giorni lavorativi`, `2 ore e 30 minuti`.
pub(super) fn measure(amount: Measure, of: Unit, lang: Lang) -> String {
    match amount {
        Measure::Units(number) => format!("{number} {}", unit(of, number, lang)),
        Measure::Micros(micros) => duration(micros, lang),
    }
}

fn duration(micros: i64, lang: Lang) -> String {
    let seconds = micros / 1_000_000;
    let parts =
        [(seconds / 3600, Unit::Hour), (seconds / 60 % 60, Unit::Minute), (seconds % 60, Unit::Second)];
    let said: Vec<String> = parts
        .into_iter()
        .filter(|(number, _)| *number != 0)
        .map(|(number, of)| format!("{number} {}", unit(of, number, lang)))
        .collect();
    match said.split_last() {
        None => format!("0 {}", unit(Unit::Second, 0, lang)),
        Some((last, [])) => last.clone(),
        Some((last, first)) => {
            format!("{} {} {last}", first.join(", "), if lang == Lang::It { "e" } else { "and" })
        }
    }
}

/// What a unit counts, said once.
pub(super) const fn unit_meaning(unit: Unit, lang: Lang) -> Option<&'static str> {
    match (unit, lang) {
        (Unit::WorkingDay, Lang::It) => Some("dal lunedì al venerdì, esclusi i festivi nazionali"),
        (Unit::WorkingDay, Lang::En) => Some("Monday to Friday, national holidays excluded"),
        (Unit::MonSatDay, Lang::It) => Some("dal lunedì al sabato, esclusi i festivi nazionali"),
        (Unit::MonSatDay, Lang::En) => Some("Monday to Saturday, national holidays excluded"),
        (Unit::CalendarDay, Lang::It) => Some("tutti i giorni, festivi compresi"),
        (Unit::CalendarDay, Lang::En) => Some("every day, holidays included"),
        _ => None,
    }
}

/// A cause of a suspension; words that are not known are given as they stand.
pub(super) fn cause(code: &str, lang: Lang) -> &str {
    match (code, lang) {
        ("customer", Lang::It) => "in attesa del cliente",
        ("customer", Lang::En) => "waiting for the customer",
        ("third_party", Lang::It) => "in attesa di terzi",
        ("third_party", Lang::En) => "waiting for a third party",
        ("customer_or_third_party", Lang::It) => "in attesa del cliente o di terzi",
        ("customer_or_third_party", Lang::En) => "waiting for the customer or a third party",
        ("permit" | "permits", Lang::It) => "in attesa di permessi",
        ("permit" | "permits", Lang::En) => "waiting for permits",
        ("force_majeure", Lang::It) => "forza maggiore",
        ("force_majeure", Lang::En) => "force majeure",
        ("operator", Lang::It) => "il gestore",
        ("operator", Lang::En) => "the operator",
        (other, _) => other,
    }
}
