//! Amounts as people type them at a till, where the point of the number pad stands for the comma.

use kernel::{Lang, Money};

/// Reads an amount: the last point or comma with one or two digits after it parts the cents, whatever the language; other
/// ones part thousands. Blank is none.
pub(super) fn read_amount(typed: &str) -> Option<Money> {
    let typed: String = typed.chars().filter(|c| !c.is_whitespace() && *c != '€').collect();
    let cents = typed
        .rfind(['.', ','])
        .filter(|at| (1..=2).contains(&(typed.len() - at - 1)) && typed.get(at + 1..).is_some_and(digits));
    let plain: String = match cents {
        Some(at) => {
            let (whole, rest) = typed.split_at(at);
            format!("{},{}", whole.replace(['.', ','], ""), rest.trim_start_matches(['.', ',']))
        }
        None => typed.replace(['.', ','], ""),
    };
    Money::parse_italian(&plain).ok()
}

fn digits(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_digit())
}

/// An amount in a field: without the sign of the currency.
pub(super) fn in_field(amount: Money, lang: Lang) -> String {
    amount.show(lang).chars().filter(|c| *c != '€' && !c.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_sign_with_two_digits_parts_the_cents() {
        for (typed, cents) in [
            ("182,65", 18_265),
            ("182.65", 18_265),
            ("1.284,50", 128_450),
            ("1,284.50", 128_450),
            ("1.284", 128_400),
            ("200", 20_000),
            ("12,5 €", 1250),
            ("0", 0),
        ] {
            assert_eq!(read_amount(typed), Some(Money::from_cents(cents)), "{typed}");
        }
        for typed in ["", "dieci", "1,2,x"] {
            assert_eq!(read_amount(typed), None, "{typed}");
        }
    }

    #[test]
    fn what_a_field_shows_is_read_back() {
        for lang in Lang::ALL {
            let amount = Money::from_cents(128_450);
            assert_eq!(read_amount(&in_field(amount, lang)), Some(amount));
        }
    }
}
