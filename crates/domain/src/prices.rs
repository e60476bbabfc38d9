//! The utility's price list: its items, and the lines of a quote made from them.

use kernel::{Date, Money, Sector};
use serde_json::{Map, Value as Json, json};

/// An item of the price list while it is in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its code.
    pub code: String,
    /// The service.
    pub sector: Sector,
    /// What people call it, in Italian.
    pub label_it: String,
    /// The same in English.
    pub label_en: String,
    /// What is counted: `m`, `h`; empty for pieces.
    pub unit: String,
    /// The price of one without VAT; none: each line says it.
    pub price: Option<Money>,
    /// The rate of VAT, in percent.
    pub vat_percent: i64,
    /// The first day.
    pub valid_from: Date,
    /// The last day; none while it has no end.
    pub valid_to: Option<Date>,
}

impl Item {
    /// Whether it and another version of the same item are in force on one day.
    #[must_use]
    pub fn overlaps(&self, other: &Self) -> bool {
        let begins_before_end =
            |one: &Self, other: &Self| other.valid_to.is_none_or(|end| one.valid_from <= end);
        (self.sector, &self.code) == (other.sector, &other.code)
            && begins_before_end(self, other)
            && begins_before_end(other, self)
    }

    /// What is wrong with it alone: code, label, rate or days.
    #[must_use]
    pub fn problem(&self) -> Option<&'static str> {
        if self.code.trim().is_empty() || self.code.chars().count() > MOST_OF_CODE {
            Some("price_code")
        } else if self.label_it.trim().is_empty() || self.label_en.trim().is_empty() {
            Some("price_label")
        } else if self.price.is_some_and(|price| price < Money::ZERO) {
            Some("price_negative")
        } else if !(0..=100).contains(&self.vat_percent) {
            Some("price_vat")
        } else if self.valid_to.is_some_and(|to| to < self.valid_from) {
            Some("price_backwards")
        } else {
            None
        }
    }
}

/// The most letters of a code.
const MOST_OF_CODE: usize = 40;

/// The first two of these items that are in force on one day.
#[must_use]
pub fn first_overlap(items: &[Item]) -> Option<(&Item, &Item)> {
    items.iter().enumerate().find_map(|(at, one)| {
        let later = items.get(at + 1..).unwrap_or_default();
        later.iter().find(|other| one.overlaps(other)).map(|other| (one, other))
    })
}

/// Why a line cannot be completed: the part of it, and the code of the sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineProblem {
    /// `code`, `quantity` or `price`.
    pub part: &'static str,
    /// The code.
    pub code: &'static str,
}

/// Completes a line `{code, quantity, price_cents?}` from the items in force: name, unit, price, rate of VAT and the amount
/// without it, which is price times quantity, halves away from zero. A price of one's own stands only where the list leaves
/// it open.
///
/// # Errors
/// `price_unknown`, `price_fixed`, `price_open` where the list leaves the price open and the line has none, `number`.
pub fn complete(line: &Map<String, Json>, items: &[Item]) -> Result<Map<String, Json>, LineProblem> {
    let wrong = |part: &'static str, code: &'static str| LineProblem { part, code };
    let code = line.get("code").and_then(Json::as_str).unwrap_or_default();
    let item = items.iter().find(|item| item.code == code).ok_or(wrong("code", "price_unknown"))?;
    let own = line.get("price_cents").and_then(Json::as_i64).map(Money::from_cents);
    let price = match (item.price, own) {
        (Some(listed), Some(own)) if own != listed => return Err(wrong("price", "price_fixed")),
        (listed, own) => listed.or(own).ok_or(wrong("price", "price_open"))?,
    };
    if price < Money::ZERO {
        return Err(wrong("price", "price_negative"));
    }
    let quantity = line.get("quantity").cloned().unwrap_or_default();
    let amount = amount(price, &quantity).ok_or(wrong("quantity", "number"))?;
    let complete = json!({
        "code": item.code, "label": item.label_it, "label_en": item.label_en, "unit": item.unit, "quantity": quantity,
        "price_cents": price.cents(), "vat_percent": item.vat_percent, "amount_cents": amount.cents(),
    });
    Ok(complete.as_object().cloned().unwrap_or_default())
}

/// A price times a stored quantity, in whole cents; halves go away from zero. None for what is no plain number, or too large.
#[must_use]
pub fn amount(price: Money, quantity: &Json) -> Option<Money> {
    let text = quantity.as_number()?.to_string();
    let (units, decimals) = text.split_once('.').unwrap_or((&text, ""));
    let scale = 10_i128.checked_pow(u32::try_from(decimals.len()).ok()?)?;
    let digits: i128 = format!("{units}{decimals}").parse().ok()?;
    let exact = i128::from(price.cents()).checked_mul(digits)?;
    let rounded = (exact.checked_mul(2)? + scale * exact.signum()) / (scale * 2);
    i64::try_from(rounded).ok().map(Money::from_cents)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(code: &str, price: Option<i64>, from: &str, to: Option<&str>) -> Item {
        Item {
            code: code.to_owned(),
            sector: Sector::Water,
            label_it: "Scavo".to_owned(),
            label_en: "Digging".to_owned(),
            unit: "m".to_owned(),
            price: price.map(Money::from_cents),
            vat_percent: 10,
            valid_from: from.parse().unwrap(),
            valid_to: to.map(|day| day.parse().unwrap()),
        }
    }

    fn line(value: Json) -> Map<String, Json> {
        value.as_object().cloned().unwrap()
    }

    #[test]
    fn an_amount_is_price_times_quantity_with_halves_away_from_zero() {
        for (quantity, price, cents) in [
            (json!(2.5), 1_999, 4_998),
            (json!(3), 100, 300),
            (json!(0.333), 100, 33),
            (json!(3.5), 4_200, 14_700),
            (json!(0.125), 4, 1),
        ] {
            assert_eq!(
                amount(Money::from_cents(price), &quantity),
                Some(Money::from_cents(cents)),
                "{quantity}"
            );
        }
        assert_eq!(amount(Money::from_cents(1), &json!("2")), None);
        assert_eq!(amount(Money::from_cents(i64::MAX), &json!(1000)), None);
    }

    #[test]
    fn a_line_is_completed_and_a_typed_price_stands_only_where_the_list_leaves_it_open() {
        let items = [item("SC-01", Some(4_200), "2026-01-01", None), item("XX-99", None, "2026-01-01", None)];
        let whole = complete(&line(json!({ "code": "SC-01", "quantity": 3.5 })), &items).unwrap();
        assert_eq!(whole.get("amount_cents"), Some(&json!(14_700)));
        assert_eq!(whole.get("label_en"), Some(&json!("Digging")));
        assert_eq!(complete(&whole, &items).unwrap(), whole, "completed twice it is the same");
        let refused = |value: Json| complete(&line(value), &items).unwrap_err().code;
        assert_eq!(refused(json!({ "code": "SC-01", "quantity": 1, "price_cents": 1 })), "price_fixed");
        assert_eq!(refused(json!({ "code": "SC-02", "quantity": 1 })), "price_unknown");
        assert_eq!(refused(json!({ "code": "XX-99", "quantity": 1 })), "price_open");
        let open = complete(&line(json!({ "code": "XX-99", "quantity": 2, "price_cents": 150 })), &items);
        assert_eq!(open.unwrap().get("amount_cents"), Some(&json!(300)));
    }

    #[test]
    fn two_versions_of_an_item_share_no_day() {
        let old = |to| item("SC-01", Some(1), "2025-01-01", to);
        let new = item("SC-01", Some(2), "2026-01-01", None);
        assert!(first_overlap(&[old(None), new.clone()]).is_some());
        assert!(first_overlap(&[old(Some("2026-01-01")), new.clone()]).is_some());
        assert!(first_overlap(&[old(Some("2025-12-31")), new.clone()]).is_none());
        assert!(first_overlap(&[item("SC-02", None, "2025-01-01", None), new]).is_none());
    }
}
