//! An address, part by part.

use web::layout::Field;

use super::{Asking, Place};

impl Asking<'_> {
    /// The parts of an address with the columns each takes.
    pub(super) fn address(&self, at: &Place<'_>) -> Vec<(Field, u8)> {
        let t = self.t();
        let (name, stored) = (at.name.as_str(), at.stored);
        [
            ("street", t.fields_street(), 6),
            ("house_number", t.fields_house_number(), 2),
            ("unit", t.fields_unit(), 2),
            ("postcode", t.fields_postcode(), 2),
            ("municipality", t.fields_municipality(), 6),
            ("province", t.fields_province(), 2),
            ("country", t.fields_country(), 4),
        ]
        .into_iter()
        .map(|(part, label, width)| {
            let full = format!("{name}.{part}");
            let value = self.typed.filter(|form| form.has(&full)).map_or_else(
                || stored.and_then(|address| address.get(part)?.as_str()).unwrap_or_default().to_owned(),
                |form| form.text(&full).to_owned(),
            );
            let mut field = Field::text(&full, label).value(value);
            field.state = self.state(&full, &full);
            (field.optional, field.optional_word) = match part {
                "unit" => (true, t.fields_if_any()),
                "country" => (true, t.fields_if_abroad()),
                _ => (false, String::new()),
            };
            (field, width)
        })
        .collect()
    }
}
