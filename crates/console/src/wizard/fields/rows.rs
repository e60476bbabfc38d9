//! Lists: the rows of a group and the lines of a price list, each with its own fields.

use app::cases::{AskedField, PriceItem};
use kernel::Money;
use serde_json::Value as Json;
use web::{
    Failure,
    layout::{Choice, Field, FieldKind, FieldState},
};

use super::{Asking, Place, edit};
use crate::views::form::{FieldView, LineView, LinesView, RowView, RowsView, focus_on};

/// What stands where there is no amount.
const DASH: &str = "–";

impl Asking<'_> {
    /// The stored rows of a list.
    fn stored_rows(&self, name: &str) -> &[Json] {
        self.stored(name).and_then(Json::as_array).map(Vec::as_slice).unwrap_or_default()
    }

    /// How many rows of a list are shown: those typed or stored, the one that was added, as many as are needed, and
    /// never none.
    fn count(&self, name: &str, least: usize) -> usize {
        let sent = self.typed.filter(|form| edit::has_list(form, name));
        let filled = match sent {
            Some(form) => edit::numbers(form, name).last().map_or(0, |last| last + 1),
            None => self.stored_rows(name).len(),
        };
        let added = usize::from(self.added(name).is_some());
        (filled + added).max(least).max(1)
    }

    /// The place of the row that a button added to this list.
    fn added(&self, name: &str) -> Option<usize> {
        self.edited.filter(|edited| edited.list == name)?.added
    }

    /// The words of the button that adds a row; empty when there are as many as may be.
    fn add_words(&self, name: &str, otherwise: String, (count, most): (usize, usize)) -> String {
        if count >= most {
            return String::new();
        }
        self.say(&format!("field-{name}-add")).unwrap_or(otherwise)
    }

    /// The rows of a group.
    ///
    /// # Errors
    /// From the operations that read what a field shows.
    pub(super) async fn group(&self, one: &AskedField) -> Result<RowsView, Failure> {
        let (name, t) = (one.name.as_str(), self.t());
        let count = self.count(name, one.least);
        let mut rows = Vec::new();
        for number in 0..count {
            let row = format!("{name}.{number}");
            let stored = self.stored_rows(name).get(number);
            let mut fields = Vec::new();
            for inner in self.row_fields(one, number) {
                let place = Place {
                    name: format!("{row}.{}", inner.name),
                    stored: stored.and_then(|row| row.get(&inner.name)).filter(|value| !value.is_null()),
                    row: true,
                };
                fields.push(self.single(inner, &place).await?);
            }
            let fresh = self.added(name) == Some(number);
            if fresh {
                focus_on(fields.iter_mut());
            }
            let words = self.say(&format!("field-{name}-row"));
            rows.push(RowView {
                legend: words
                    .map_or_else(|| t.fields_row(number + 1), |words| format!("{words} {}", number + 1)),
                fields,
                removable: count > one.least.max(1),
                name: row,
                fresh,
            });
        }
        let add = self.add_words(name, t.fields_row_add(), (count, one.most));
        Ok(RowsView { rows, add, part: self.draft.clone() })
    }

    /// What a row asks: what its stored answers ask; while they could not be kept, what a blank row asks and what was
    /// sent of it.
    fn row_fields<'f>(&self, one: &'f AskedField, number: usize) -> Vec<&'f AskedField> {
        if let Some(row) = one.rows.get(number) {
            return row.iter().collect();
        }
        let sent = |inner: &AskedField| {
            let full = format!("{}.{number}.{}", one.name, inner.name);
            self.typed.is_some_and(|form| form.has(&full))
        };
        let blank = |inner: &&AskedField| one.blank.iter().any(|known| known.name == inner.name);
        one.fields.iter().filter(|inner| blank(inner) || sent(inner)).collect()
    }

    /// The lines of a price list.
    pub(super) fn lines(&self, one: &AskedField) -> LinesView {
        let (name, t) = (one.name.as_str(), self.t());
        let count = self.count(name, one.least);
        let mut reckoned: Vec<(Money, Option<u16>)> = Vec::new();
        let mut lines = Vec::new();
        for number in 0..count {
            let (line, amount) = self.price_line(one, number);
            reckoned.extend(amount);
            lines.push(line);
        }
        let taxed = one.prices.iter().any(|item| item.vat_tenths.is_some());
        let net: Money = reckoned.iter().map(|(amount, _)| *amount).sum();
        let vat = vat(&reckoned);
        let words = |amount: Money| {
            if reckoned.is_empty() { DASH.to_owned() } else { t.money(amount) }
        };
        let total = Money::from_cents(net.cents() + vat.cents());
        LinesView {
            lines,
            add: self.add_words(name, t.fields_line_add(), (count, one.most)),
            part: self.draft.clone(),
            taxed,
            sums: (words(net), words(vat), words(total)),
        }
    }

    /// A line, with its amount and its rate of VAT when it can be reckoned.
    fn price_line(&self, one: &AskedField, number: usize) -> (LineView, Option<(Money, Option<u16>)>) {
        let t = self.t();
        let row = format!("{}.{number}", one.name);
        let stored = self.stored_rows(&one.name).get(number);
        let part = |part: &str, key: &str, kind: &str, label: String| {
            let place = Place {
                name: format!("{row}.{part}"),
                stored: stored.and_then(|line| line.get(key)).filter(|value| !value.is_null()),
                row: true,
            };
            let mut field = Field::text(&place.name, label).value(self.typed_or_stored(&place, kind));
            field.label_hidden = true;
            field.state = self.state(&place.name, part);
            field.sends_to.clone_from(&self.draft);
            field
        };
        let mut code = part("code", "code", "text", t.fields_line_what());
        let item = one.prices.iter().find(|item| item.code == code.value);
        if !one.prices.is_empty() {
            code.kind = FieldKind::Select(offered(&one.prices, &code.value));
        }
        let mut quantity = part("quantity", "quantity", "decimal", t.fields_line_quantity());
        quantity.kind = FieldKind::Decimal;
        quantity.unit = item.map(|item| item.unit.clone()).unwrap_or_default();
        let fixed = item.and_then(|item| item.price);
        if fixed.is_some() && matches!(code.state, FieldState::Plain) {
            // The list has the price: what was said of it stands at what it is the price of.
            code.state = self.state(&format!("{row}.price"), "price");
        }
        let price = fixed.is_none().then(|| {
            let mut price = part("price", "price_cents", "money", t.fields_line_price());
            price.kind = FieldKind::Decimal;
            "€".clone_into(&mut price.unit);
            FieldView::line(12, price)
        });
        let rate = item.and_then(|item| item.vat_tenths);
        // Only of what was kept: what cannot be read has no amount.
        let own = stored.and_then(|line| line.get("price_cents")?.as_i64()).map(Money::from_cents);
        let amount = stored.and_then(|line| {
            let pieces = thousandths(line.get("quantity")?)?;
            times(fixed.or(own)?, pieces)
        });
        let fresh = self.added(&one.name) == Some(number);
        if fresh {
            code.focus = true;
        }
        let line = LineView {
            code: FieldView::line(12, code),
            quantity: FieldView::line(12, quantity),
            price,
            fixed: fixed.map(|price| t.money(price)).unwrap_or_default(),
            vat: rate.map(|tenths| t.percent(i64::from(tenths))).unwrap_or_default(),
            amount: amount.map_or_else(|| DASH.to_owned(), |amount| t.money(amount)),
            name: row,
            fresh,
        };
        (line, amount.map(|amount| (amount, rate)))
    }
}

/// The items of a price list as a closed list; what was chosen and is no longer there stays.
fn offered(items: &[PriceItem], chosen: &str) -> Vec<Choice> {
    let mut choices = vec![Choice { value: String::new(), label: DASH.to_owned() }];
    choices.extend(items.iter().map(|item| Choice { value: item.code.clone(), label: item.label.clone() }));
    if !chosen.is_empty() && !items.iter().any(|item| item.code == chosen) {
        choices.push(Choice { value: chosen.to_owned(), label: chosen.to_owned() });
    }
    choices
}

/// Thousandths of a stored number.
fn thousandths(number: &Json) -> Option<i64> {
    let text = number.to_string();
    let (units, decimals) = text.split_once('.').unwrap_or((&text, ""));
    let part: i64 = format!("{decimals:0<3}").get(..3)?.parse().ok()?;
    units.parse::<i64>().ok()?.checked_mul(1000)?.checked_add(part)
}

/// A price times a quantity in thousandths, in whole cents; halves go away from zero.
fn times(price: Money, pieces: i64) -> Option<Money> {
    let exact = i128::from(price.cents()) * i128::from(pieces);
    i64::try_from((exact + 500 * exact.signum()) / 1000).ok().map(Money::from_cents)
}

/// VAT of amounts by their rates: rounded once for each rate, as on an invoice.
fn vat(amounts: &[(Money, Option<u16>)]) -> Money {
    let mut rates: Vec<u16> = amounts.iter().filter_map(|(_, rate)| *rate).collect();
    rates.sort_unstable();
    rates.dedup();
    let of = |rate: u16| -> i64 {
        let base: i64 =
            amounts.iter().filter(|(_, own)| *own == Some(rate)).map(|(amount, _)| amount.cents()).sum();
        let exact = i128::from(base) * i128::from(rate);
        i64::try_from((exact + 500 * exact.signum()) / 1000).unwrap_or(0)
    };
    Money::from_cents(rates.into_iter().map(of).sum())
}

#[cfg(test)]
mod tests {
    use kernel::Money;
    use serde_json::json;

    use super::{thousandths, times, vat};

    const fn euro(cents: i64) -> Money {
        Money::from_cents(cents)
    }

    #[test]
    fn a_line_is_its_price_times_its_quantity_in_whole_cents() {
        for (quantity, price, amount) in
            [(json!(2.5), 1_999, 4_998), (json!(3), 100, 300), (json!(0.333), 100, 33)]
        {
            let pieces = thousandths(&quantity).unwrap();
            assert_eq!(times(euro(price), pieces), Some(euro(amount)), "{quantity} of {price}");
        }
    }

    #[test]
    fn vat_is_rounded_once_for_each_rate() {
        // Two lines of 0.05 at 10 %: 0.01 together, not 0.01 each.
        assert_eq!(vat(&[(euro(5), Some(100)), (euro(5), Some(100))]), euro(1));
        assert_eq!(
            vat(&[(euro(10_000), Some(220)), (euro(10_000), Some(100)), (euro(500), None)]),
            euro(3_200)
        );
    }
}
