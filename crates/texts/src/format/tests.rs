//! The table of formats, row by row, and typed dates.

use jiff::civil::{Date, date, time};
use kernel::{Instant, Lang, Money};

use super::{NotADate, TimeUnit, iban_grouped, iban_masked, phone, read_date};
use crate::Texts;

const IT: &Texts = Texts::of(Lang::It);
const EN: &Texts = Texts::of(Lang::En);
const TODAY: Date = date(2026, 3, 20);

#[test]
fn dates_are_written_as_each_language_does() {
    let day = date(2026, 3, 11);
    assert_eq!((IT.date(day), EN.date(day)), ("11/03/2026".into(), "11 Mar 2026".into()));
    assert_eq!(
        (IT.date_near(day, TODAY), EN.date_near(day, TODAY)),
        ("mer 11/03".into(), "Wed 11 Mar".into())
    );
    assert_eq!((IT.date_near(TODAY, TODAY), EN.date_near(TODAY, TODAY)), ("oggi".into(), "today".into()));
    assert_eq!(IT.date_near(date(2025, 12, 31), TODAY), "31/12/2025");
    assert_eq!(IT.date_near(date(2026, 4, 19), TODAY), "dom 19/04");
    assert_eq!(IT.date_long(TODAY, TODAY), "venerdì 20 marzo");
    assert_eq!(EN.date_long(date(2027, 1, 1), TODAY), "Friday 1 January 2027");
    assert_eq!((IT.date_paper(day), EN.date_paper(day)), ("11 marzo 2026".into(), "11 March 2026".into()));
}

#[test]
fn days_around_new_year_are_still_near() {
    assert_eq!(IT.date_near(date(2026, 1, 1), date(2025, 12, 31)), "domani");
    assert_eq!(IT.date_near(date(2025, 12, 31), date(2026, 1, 1)), "ieri");
}

#[test]
fn times_and_bands() {
    let (nine, noon) = (time(9, 0, 0, 0), time(12, 0, 0, 0));
    assert_eq!(IT.time(time(9, 15, 0, 0)), "9:15");
    assert_eq!(IT.band(nine, noon), "9:00–12:00");
    assert_eq!(IT.band_long(nine, noon), "dalle\u{a0}9 alle\u{a0}12");
    assert_eq!(IT.band_long(time(13, 30, 0, 0), time(1, 0, 0, 0)), "dalle\u{a0}13:30 all’1");
    let at: Instant = "2026-07-01T07:05:00Z".parse().unwrap();
    assert_eq!(IT.moment(at), "01/07/2026 9:05", "summer time in Rome");
}

#[test]
fn figures_carry_their_unit() {
    assert_eq!((IT.number(1284), EN.number(-1284)), ("1.284".into(), "-1,284".into()));
    assert_eq!(IT.quantity(1284, "m³"), "1.284\u{a0}m³");
    assert_eq!(IT.quantity_decimal(45, 1, "kW"), "4,5\u{a0}kW");
    assert_eq!(IT.quantity_decimal(3000, 3, "kW"), "3\u{a0}kW");
    assert_eq!((IT.percent(983), EN.percent(983)), ("98,3%".into(), "98.3%".into()));
    assert_eq!(IT.decimal(-5, 2), "-0,05");
    assert_eq!(IT.money(Money::from_cents(128_450)), "1.284,50\u{a0}€");
    let by_reference = &Money::from_cents(128_450);
    assert_eq!(EN.money(by_reference), "€1,284.50");
}

#[test]
fn spans_say_what_they_count() {
    for (count, unit, short, long) in [
        (5, TimeUnit::WorkingDay, "5 gg lav.", "5 giorni lavorativi"),
        (1, TimeUnit::WorkingDay, "1 g lav.", "1 giorno lavorativo"),
        (2, TimeUnit::MonSatDay, "2 gg feriali", "2 giorni feriali"),
        (45, TimeUnit::CalendarDay, "45 gg solari", "45 giorni solari"),
        (4, TimeUnit::Hour, "4 h", "4 ore"),
    ] {
        assert_eq!(IT.span(count, unit).replace('\u{a0}', " "), short);
        assert_eq!(IT.span_long(count, unit).replace('\u{a0}', " "), long);
    }
    assert_eq!(EN.span(5, TimeUnit::WorkingDay), "5\u{a0}working days");
    for unit in TimeUnit::ALL {
        assert_eq!(TimeUnit::from_code(unit.code()), Some(unit));
    }
}

#[test]
fn codes_are_grouped_and_masked() {
    assert_eq!(iban_grouped("it60x0542811101000000123456"), "IT60 X054 2811 1010 0000 0123 456");
    assert_eq!(iban_masked("IT60 X054 2811 1010 0000 0123 456"), "IT60 **** 3456");
    assert_eq!(iban_masked("IT60"), "****");
    assert_eq!(phone("+39 3335550142"), "333 555 0142");
    assert_eq!(phone("0595550187"), "059 555 0187");
    assert_eq!(phone("+41 44 668 18 00"), "+41446681800");
}

#[test]
fn dates_are_read_as_people_type_them() {
    for (text, expected) in [
        ("11/03/2026", Ok(date(2026, 3, 11))),
        (" 11/3/26 ", Ok(date(2026, 3, 11))),
        ("11.3.1957", Ok(date(1957, 3, 11))),
        ("11/3/57", Ok(date(1957, 3, 11))),
        ("2026-03-11", Ok(date(2026, 3, 11))),
        ("11032026", Ok(date(2026, 3, 11))),
        ("11/3", Ok(date(2026, 3, 11))),
        ("Ieri", Ok(date(2026, 3, 19))),
        ("oggi", Ok(TODAY)),
        ("29/02/2026", Err(NotADate::NoSuchDay)),
        ("11/03/202", Err(NotADate::Year)),
        ("", Err(NotADate::Empty)),
        ("boh", Err(NotADate::Shape)),
        ("1/2/3/4", Err(NotADate::Shape)),
        ("111/2/2026", Err(NotADate::Shape)),
        ("è/é/2026", Err(NotADate::Shape)),
    ] {
        assert_eq!(read_date(text, TODAY), expected, "{text}");
    }
}
