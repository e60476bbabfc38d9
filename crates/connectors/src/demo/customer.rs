//! Invented customers.

use domain::import::{AddressRecord, CustomerRecord, Holder};
use kernel::codes::{Sex, TaxCode, VatNumber};
use kernel::{Date, Lang, fold};

use super::generate::{GenerateOptions, day_before};
use super::names::{BIRTH_PLACES, FORMS, MEN, STREETS, SURNAMES, TOWNS, TRADES, Town, WOMEN};
use super::random::Random;

/// A customer with the town it lives in.
pub(super) struct Customer {
    pub(super) record: CustomerRecord,
    pub(super) town: Town,
    /// Its name as the holder of an account.
    pub(super) account_name: String,
}

pub(super) fn invent(random: &mut Random, options: &GenerateOptions, number: u64) -> Customer {
    let town = town(random);
    let is_person = random.per_mille(827);
    let (holder, tax_code, vat_number, account_name) =
        if is_person { person(random, options) } else { organisation(random, number) };
    let mailbox = match &holder {
        Holder::Person { surname, name, .. } => {
            format!("{}.{}{number}", fold(name), fold(surname)).replace(' ', "")
        }
        Holder::Organisation { .. } => format!("info{number}"),
    };
    let created = day_before(options.today, random.between(30, 6500));
    let record = CustomerRecord {
        number: format!("C{number:06}"),
        tax_code,
        vat_number,
        lang: if random.per_mille(37) { Lang::En } else { Lang::It },
        email: random.per_mille(850).then(|| format!("{mailbox}@example.it")),
        certified_email: (!is_person).then(|| format!("pec{number}@example.org")),
        phone: random.per_mille(700).then(|| format!("{}{:06}", town.3, random.below(1_000_000))),
        mobile: random
            .per_mille(600)
            .then(|| format!("+39 3{:02} {:07}", random.between(20, 99), random.below(10_000_000))),
        address: AddressRecord {
            municipality: None,
            unit: None,
            country: Some("IT".to_owned()),
            ..address(random, town)
        },
        created: Some(created),
        holder,
    };
    Customer { record, town, account_name }
}

type Identity = (Holder, Option<TaxCode>, Option<VatNumber>, String);

fn person(random: &mut Random, options: &GenerateOptions) -> Identity {
    let sex = if random.per_mille(515) { Sex::Female } else { Sex::Male };
    let surname = random.one(SURNAMES, "Rossi");
    let name = random.one(if sex == Sex::Female { WOMEN } else { MEN }, "Andrea");
    let birth_date: Date = day_before(options.today, random.between(19 * 366, 92 * 365));
    let (place, code) = random.weighted(BIRTH_PLACES, ("Modena", "F257"));
    let holder = Holder::Person {
        surname: surname.to_owned(),
        name: name.to_owned(),
        birth_date: Some(birth_date),
        birth_place: Some(place.to_owned()),
        sex: Some(sex),
    };
    (holder, TaxCode::compute(surname, name, birth_date, sex, code).ok(), None, format!("{name} {surname}"))
}

fn organisation(random: &mut Random, number: u64) -> Identity {
    let name = format!(
        "{} {} {}",
        random.one(TRADES, "Ditta"),
        random.one(SURNAMES, "Rossi"),
        random.one(FORMS, "S.r.l.")
    );
    let company = u32::try_from(number % 9_999_998).unwrap_or(0) + 1;
    let vat_number = VatNumber::compute(company, 36).ok();
    let tax_code = vat_number.as_ref().and_then(|number| TaxCode::parse(number.as_str()).ok());
    (Holder::Organisation { name: name.clone() }, tax_code, vat_number, name)
}

pub(super) fn town(random: &mut Random) -> Town {
    random.weighted(TOWNS, ("Modena", "41121", "036023", "059"))
}

pub(super) fn address(random: &mut Random, town: Town) -> AddressRecord {
    let suffix = random.weighted(&[("", 80), ("/A", 10), (" bis", 10)], "");
    AddressRecord {
        street: random.one(STREETS, "Via Roma").to_owned(),
        number: Some(format!("{}{suffix}", random.between(1, 240))),
        unit: random.per_mille(250).then(|| random.between(1, 20).to_string()),
        postcode: Some(town.1.to_owned()),
        town: town.0.to_owned(),
        municipality: Some(town.2.to_owned()),
        province: Some("MO".to_owned()),
        country: None,
    }
}
