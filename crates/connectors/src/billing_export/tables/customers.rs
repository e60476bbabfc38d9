//! Customers: people and organisations.

use domain::import::{CustomerRecord, Holder, Reason};
use kernel::Lang;
use kernel::codes::Sex;

use super::super::cells::{Cells, Draft};
use super::super::layout::Field;
use super::super::sentences;
use super::identity::{self, looks_like_email};

pub(in super::super) const FIELDS: &[Field] = &[
    Field::required("number"),
    Field::required("kind").of(Holder::CODES),
    Field::required("surname"),
    Field::required("name"),
    Field::required("business_name"),
    Field::required("tax_code"),
    Field::required("vat_number"),
    Field::optional("birth_date"),
    Field::optional("birth_place"),
    Field::optional("sex").of(&["F", "M"]),
    Field::optional("lang").of(&["it", "en"]),
    Field::optional("email"),
    Field::optional("certified_email"),
    Field::optional("phone"),
    Field::optional("mobile"),
    Field::required("street"),
    Field::optional("street_number"),
    Field::optional("postcode"),
    Field::required("town"),
    Field::optional("province"),
    Field::optional("country"),
    Field::optional("created"),
];

/// Reads a row.
pub(in super::super) fn read(mut cells: Cells<'_>) -> Draft<CustomerRecord> {
    let number = cells.required("number");
    let holder = holder(&mut cells);
    let vat_number = identity::vat_number(&mut cells);
    let tax_code = identity::tax_code(&mut cells, holder.as_ref());
    let lang = cells.optional_choice("lang", Lang::from_code).unwrap_or_default();
    let email = mail_address(&mut cells, "email");
    let certified_email = mail_address(&mut cells, "certified_email");
    let created = cells.optional_date("created", Reason::Date);
    let address = super::address(&cells);
    let (phone, mobile) = (cells.optional("phone"), cells.optional("mobile"));
    let key = number.clone().unwrap_or_default();
    let record = number.zip(holder).map(|(number, holder)| CustomerRecord {
        number,
        holder,
        tax_code,
        vat_number,
        lang,
        email,
        certified_email,
        phone,
        mobile,
        address,
        created,
    });
    cells.finish(record, &[&key], "number", Vec::new())
}

fn holder(cells: &mut Cells<'_>) -> Option<Holder> {
    let is_person = cells.choice("kind", |code| Some(code == "person"))?;
    if !is_person {
        return Some(Holder::Organisation { name: cells.required("business_name")? });
    }
    let (surname, name) = (cells.required("surname"), cells.required("name"));
    let birth_date = cells.optional_date("birth_date", Reason::BirthDate);
    let birth_date = birth_date.filter(|day| cells.not_to_come("birth_date", *day, Reason::BirthDate));
    let sex = cells.optional_choice("sex", Sex::from_code);
    let birth_place = cells.optional("birth_place");
    Some(Holder::Person { surname: surname?, name: name?, birth_date, birth_place, sex })
}

/// An e-mail address; one that is none is left out with a warning.
fn mail_address(cells: &mut Cells<'_>, field: &str) -> Option<String> {
    let text = cells.optional(field)?;
    if looks_like_email(&text) {
        return Some(text);
    }
    cells.warn(field, Reason::Email, sentences::email(&text));
    None
}
