//! The date of Easter in the Gregorian calendar.

use jiff::civil::Date;

/// Easter Sunday of a year by the Gregorian computus (the anonymous algorithm printed by Meeus,
/// *Astronomical Algorithms*, chapter 8). Years before the reform of 1582 follow the same rule, by extension.
#[must_use]
pub fn easter_sunday(year: i16) -> Date {
    let y = i32::from(year);
    let golden = y.rem_euclid(19);
    let (century, of_century) = (y.div_euclid(100), y.rem_euclid(100));
    let (leap_centuries, century_rest) = (century.div_euclid(4), century.rem_euclid(4));
    let moon_shift = (century + 8).div_euclid(25);
    let moon_centuries = (century - moon_shift + 1).div_euclid(3);
    let epact = (19 * golden + century - leap_centuries - moon_centuries + 15).rem_euclid(30);
    let (leaps, leap_rest) = (of_century / 4, of_century % 4);
    let weekday = (32 + 2 * century_rest + 2 * leaps - epact - leap_rest).rem_euclid(7);
    let late_moon = (golden + 11 * epact + 22 * weekday) / 451;
    let shifted = epact + weekday - 7 * late_moon + 114;
    let month = i8::try_from(shifted / 31).unwrap_or(4);
    let day = i8::try_from(shifted % 31 + 1).unwrap_or(1);
    Date::new(year, month, day).unwrap_or(Date::ZERO)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{Weekday, date};

    #[test]
    fn easter_falls_where_the_almanac_says() {
        for (year, month, day) in [
            (1961, 4, 2),
            (1818, 3, 22),
            (1943, 4, 25),
            (2000, 4, 23),
            (2016, 3, 27),
            (2024, 3, 31),
            (2025, 4, 20),
            (2026, 4, 5),
            (2027, 3, 28),
            (2028, 4, 16),
            (2029, 4, 1),
            (2030, 4, 21),
            (2038, 4, 25),
        ] {
            assert_eq!(easter_sunday(year), date(year, month, day));
        }
    }

    #[test]
    fn easter_is_a_sunday_between_22_march_and_25_april_in_every_year() {
        for year in 1583..=9999 {
            let day = easter_sunday(year);
            assert_eq!(day.weekday(), Weekday::Sunday, "{year}");
            assert!(day >= date(year, 3, 22) && day <= date(year, 4, 25), "{year}: {day}");
        }
    }
}
