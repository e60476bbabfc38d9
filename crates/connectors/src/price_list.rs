//! A utility's price list as a file: TOML with one `[[item]]` each, or CSV with semicolons and a head.
//!
//! Both have `code`, `sector`, `label_it`, `label_en`, `unit`, `price`, `vat_percent`, `valid_from` and `valid_to`. A price is
//! written `185,00` or `185.00`; without one each line of a quote says it. Unit and last day may be left out.

use domain::prices::Item;
use kernel::{Money, Sector};
use serde::Deserialize;

/// What of a file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAPriceList {
    /// The file itself.
    #[error("{0}")]
    File(String),
    /// One item.
    #[error("item {place}: {what}")]
    Item {
        /// Its place, from 1.
        place: usize,
        /// What is wrong with it.
        what: String,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    item: Vec<Written>,
}

/// An item as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    code: String,
    sector: String,
    label_it: String,
    label_en: String,
    #[serde(default)]
    unit: String,
    #[serde(default)]
    price: String,
    vat_percent: i64,
    valid_from: String,
    #[serde(default)]
    valid_to: String,
}

/// Reads a list in TOML.
///
/// # Errors
/// [`NotAPriceList`] with what is wrong, and where.
pub fn read_toml(text: &str) -> Result<Vec<Item>, NotAPriceList> {
    let file: File = toml::from_str(text).map_err(|error| NotAPriceList::File(error.to_string()))?;
    items(file.item)
}

/// Reads a list in CSV: semicolons between cells, the names of the cells in the first row.
///
/// # Errors
/// [`NotAPriceList`] with what is wrong, and where.
pub fn read_csv(text: &str) -> Result<Vec<Item>, NotAPriceList> {
    let text = text.trim_start_matches('\u{feff}');
    let mut reader =
        csv::ReaderBuilder::new().delimiter(b';').trim(csv::Trim::All).from_reader(text.as_bytes());
    let rows: Result<Vec<Written>, csv::Error> = reader.deserialize().collect();
    items(rows.map_err(|error| NotAPriceList::File(error.to_string()))?)
}

fn items(written: Vec<Written>) -> Result<Vec<Item>, NotAPriceList> {
    if written.is_empty() {
        return Err(NotAPriceList::File("there is no item in it".to_owned()));
    }
    let numbered = written.into_iter().enumerate();
    numbered.map(|(at, one)| item(one).map_err(|what| NotAPriceList::Item { place: at + 1, what })).collect()
}

fn item(written: Written) -> Result<Item, String> {
    let day = |name: &str, text: &str| {
        text.trim().parse().map_err(|_| format!("{name} {text:?} is not a day like 2026-01-31"))
    };
    let sector = Sector::from_code(written.sector.trim()).ok_or_else(|| {
        format!("{:?} is no service; write water, gas, lpg, electricity or telecom", written.sector)
    })?;
    let price = match written.price.trim() {
        "" => None,
        text => Some(cents(text).ok_or_else(|| format!("{text:?} is not a price like 185,00"))?),
    };
    Ok(Item {
        valid_from: day("valid_from", &written.valid_from)?,
        valid_to: match written.valid_to.trim() {
            "" => None,
            text => Some(day("valid_to", text)?),
        },
        code: written.code.trim().to_owned(),
        sector,
        label_it: written.label_it.trim().to_owned(),
        label_en: written.label_en.trim().to_owned(),
        unit: written.unit.trim().to_owned(),
        price,
        vat_percent: written.vat_percent,
    })
}

/// `185`, `185,5`, `185,00`, `185.00`; nothing with more than two decimals, or with separators of thousands.
fn cents(text: &str) -> Option<Money> {
    let (euros, decimals) = text.split_once([',', '.']).unwrap_or((text, ""));
    let digits = |part: &str| part.chars().all(|c| c.is_ascii_digit());
    if euros.is_empty() || !digits(euros) || !digits(decimals) || decimals.len() > 2 {
        return None;
    }
    let hundredths: i64 = format!("{decimals:0<2}").parse().ok()?;
    euros.parse::<i64>().ok()?.checked_mul(100)?.checked_add(hundredths).map(Money::from_cents)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CSV: &str = "code;sector;label_it;label_en;unit;price;vat_percent;valid_from;valid_to\n\
        MC-05;water;Spostamento;Moving;;185,00;10;2026-01-01;\n\
        LV-00;gas;\"A corpo; tutto\";At a price;h;;22;2026-01-01;2026-12-31\n";
    const TOML: &str = "[[item]]\ncode = \"MC-05\"\nsector = \"water\"\nlabel_it = \"Spostamento\"\nlabel_en = \"Moving\"\nprice = \"185.00\"\n\
        vat_percent = 10\nvalid_from = \"2026-01-01\"\n";

    #[test]
    fn both_forms_say_the_same() {
        let of_csv = read_csv(CSV).unwrap();
        assert_eq!(of_csv.first(), read_toml(TOML).unwrap().first());
        let open = of_csv.get(1).unwrap();
        assert_eq!((open.price, open.label_it.as_str(), open.unit.as_str()), (None, "A corpo; tutto", "h"));
        assert_eq!(open.valid_to, "2026-12-31".parse().ok());
    }

    #[test]
    fn what_cannot_be_read_is_told_with_its_place() {
        for (old, new, told) in [
            ("185.00", "1.850,00", "item 1: \"1.850,00\" is not a price"),
            ("water", "acqua", "item 1: \"acqua\" is no service"),
            ("2026-01-01", "1/1/2026", "item 1: valid_from"),
            ("label_en", "labels", "unknown field"),
        ] {
            let error = read_toml(&TOML.replace(old, new)).unwrap_err().to_string();
            assert!(error.contains(told), "{error}");
        }
        assert!(read_toml("").unwrap_err().to_string().contains("no item"));
        assert!(read_csv("code;sector\nA;water\n").is_err());
    }
}
