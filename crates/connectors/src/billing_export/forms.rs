//! How numbers and dates are written in an export.

use kernel::Date;

/// The written forms of a profile.
#[derive(Clone, Debug)]
pub(super) struct Forms {
    pub(super) decimal: char,
    pub(super) thousands: Option<char>,
    pub(super) date: DateForm,
    /// Texts that stand for "no date".
    pub(super) no_date: Vec<String>,
}

/// Where day, month and year stand, such as `dd/mm/yyyy`.
#[derive(Clone, Debug)]
pub(super) struct DateForm(String);

/// Why a text is not a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NotADate {
    /// It is written in another way.
    Form,
    /// The calendar has no such day, or it lies outside 1850 to 2199.
    NoSuchDay,
}

impl DateForm {
    /// Reads a form: it must hold `dd`, `mm` and `yyyy` once each.
    pub(super) fn parse(form: &str) -> Option<Self> {
        let form = form.to_lowercase();
        let count = |letter| form.chars().filter(|c| *c == letter).count();
        let known = form.is_ascii()
            && (count('d'), count('m'), count('y')) == (2, 2, 4)
            && ["dd", "mm", "yyyy"].iter().all(|part| form.contains(part));
        known.then_some(Self(form))
    }

    /// The form as people of the language write it: `gg/mm/aaaa` in Italian.
    pub(super) fn italian(&self) -> String {
        self.0.replace('d', "g").replace('y', "a")
    }

    /// The form as it is.
    pub(super) fn english(&self) -> &str {
        &self.0
    }

    /// Writes a date.
    pub(super) fn write(&self, date: Date) -> String {
        self.0
            .replace("dd", &format!("{:02}", date.day()))
            .replace("mm", &format!("{:02}", date.month()))
            .replace("yyyy", &format!("{:04}", date.year()))
    }

    /// Reads a date.
    pub(super) fn read(&self, text: &str) -> Result<Date, NotADate> {
        if text.chars().count() != self.0.len() {
            return Err(NotADate::Form);
        }
        let (mut day, mut month, mut year) = (0_i16, 0_i16, 0_i16);
        for (form, c) in self.0.chars().zip(text.chars()) {
            let part = match form {
                'd' => &mut day,
                'm' => &mut month,
                'y' => &mut year,
                _ if form == c => continue,
                _ => return Err(NotADate::Form),
            };
            let digit = c.to_digit(10).and_then(|digit| i16::try_from(digit).ok()).ok_or(NotADate::Form)?;
            *part = *part * 10 + digit;
        }
        if !(1850..2200).contains(&year) {
            return Err(NotADate::NoSuchDay);
        }
        let (Ok(month), Ok(day)) = (i8::try_from(month), i8::try_from(day)) else {
            return Err(NotADate::NoSuchDay);
        };
        Date::new(year, month, day).map_err(|_| NotADate::NoSuchDay)
    }
}

impl Forms {
    /// Reads a number as whole units of its `scale`-th decimal: with scale 2, `1.284,50` gives 128450. None when the
    /// text is no such number: other signs, groups of other than three digits, more decimals, or too large.
    pub(super) fn number(&self, text: &str, scale: usize) -> Option<i64> {
        let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
        let (whole, decimals) = digits.split_once(self.decimal).unwrap_or((digits, ""));
        let trailing_sign = digits.ends_with(self.decimal);
        let whole = self.without_groups(whole)?;
        let only_digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
        if whole.is_empty()
            || trailing_sign
            || !only_digits(&whole)
            || !only_digits(decimals)
            || decimals.len() > scale
        {
            return None;
        }
        let value: i64 = format!("{whole}{decimals:0<scale$}").parse().ok()?;
        Some(if negative { -value } else { value })
    }

    /// Writes a number of which `value` holds whole units of the `scale`-th decimal, without zeros at the end beyond
    /// `least` decimals and without signs between groups.
    pub(super) fn write(&self, value: i64, scale: usize, least: usize) -> String {
        let digits = format!("{:0>width$}", value.unsigned_abs(), width = scale + 1);
        let (whole, decimals) = digits.split_at(digits.len() - scale);
        let mut decimals = decimals.to_owned();
        while decimals.len() > least && decimals.ends_with('0') {
            decimals.pop();
        }
        let sign = if value < 0 { "-" } else { "" };
        if decimals.is_empty() {
            format!("{sign}{whole}")
        } else {
            format!("{sign}{whole}{}{decimals}", self.decimal)
        }
    }

    fn without_groups(&self, whole: &str) -> Option<String> {
        let Some(separator) = self.thousands.filter(|separator| whole.contains(*separator)) else {
            return Some(whole.to_owned());
        };
        let mut groups = whole.split(separator);
        let first = groups.next()?;
        let sound = (1..=3).contains(&first.len()) && groups.clone().all(|group| group.len() == 3);
        sound.then(|| groups.fold(first.to_owned(), |all, group| all + group))
    }
}

#[cfg(test)]
mod tests {
    use kernel::Date;
    use proptest::prelude::*;

    use super::*;

    fn forms() -> Forms {
        let date = DateForm::parse("dd/mm/yyyy").unwrap();
        Forms { decimal: ',', thousands: Some('.'), date, no_date: vec![] }
    }

    #[test]
    fn numbers_are_read_in_the_profile_s_form_only() {
        for (text, cents) in
            [("1.284,50", 128_450), ("12,5", 1250), ("-62,63", -6263), ("0", 0), ("1284", 128_400)]
        {
            assert_eq!(forms().number(text, 2), Some(cents), "{text}");
        }
        for text in [
            "12,3x",
            "",
            "-",
            ",5",
            "12,345",
            "1,2,3",
            "12.84,50",
            "1.28",
            "12,",
            "1e3",
            "+5",
            "99999999999999999999",
        ] {
            assert_eq!(forms().number(text, 2), None, "{text}");
        }
        assert_eq!(Forms { decimal: '.', thousands: None, ..forms() }.number("12.5", 3), Some(12_500));
    }

    #[test]
    fn a_date_of_another_form_is_told_from_a_day_that_does_not_exist() {
        let form = forms().date;
        assert_eq!(form.read("29/02/2024"), Ok(Date::constant(2024, 2, 29)));
        for text in ["31/02/1970", "30/02/2026", "00/01/2020", "01/13/2020", "01/01/1753", "01/01/9999"] {
            assert_eq!(form.read(text), Err(NotADate::NoSuchDay), "{text}");
        }
        for text in ["1/1/2020", "2020-01-01", "", "01-01-2020", "à1/01/2020", "domani"] {
            assert_eq!(form.read(text), Err(NotADate::Form), "{text}");
        }
        let iso = DateForm::parse("yyyy-mm-dd").unwrap();
        assert_eq!(iso.read("2024-02-29"), Ok(Date::constant(2024, 2, 29)));
        assert!(DateForm::parse("dd/mm/yy").is_none() && DateForm::parse("dmdm/yyyy").is_none());
    }

    #[test]
    fn what_is_written_has_no_needless_decimals() {
        for (value, scale, least, text) in [
            (128_450, 2, 2, "1284,50"),
            (-5, 2, 2, "-0,05"),
            (4500, 3, 0, "4,5"),
            (1_000_000, 6, 0, "1"),
            (0, 0, 0, "0"),
        ] {
            assert_eq!(forms().write(value, scale, least), text);
        }
        assert_eq!(forms().date.write(Date::constant(2024, 2, 9)), "09/02/2024");
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(value in -1_000_000_000_000_i64..1_000_000_000_000, scale in 0_usize..7, least in 0_usize..7) {
            let text = forms().write(value, scale, least.min(scale));
            prop_assert_eq!(forms().number(&text, scale), Some(value));
        }

        #[test]
        fn no_text_makes_it_panic(text in ".*", scale in 0_usize..7) {
            let _ = forms().number(&text, scale);
            let _ = forms().date.read(&text);
        }
    }
}
