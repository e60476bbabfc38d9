//! Rows with something wrong: every reason at least once, at the end of the files, so that nothing sound needs them.

use std::io;

use domain::import::{Reason, Table};

use super::generate::{GenerateOptions, Injected, day_before};
use crate::billing_export::{Line, Profile, Writer};

/// A reason, the file it shows in, and what to write over a sound row: field and text.
type Fault = (Reason, Table, &'static [(&'static str, &'static str)]);

const FAULTS: &[Fault] = &[
    (Reason::TaxCodeLength, Table::Customers, &[("tax_code", "RSSMRA80A01H")]),
    (Reason::TaxCodeCheckCharacter, Table::Customers, &[("tax_code", "RSSMRA80A01H501A")]),
    (Reason::TaxCodeFormat, Table::Customers, &[("tax_code", "RSSMRA80A32H501C")]),
    (Reason::VatNumberFormat, Table::Customers, &[("vat_number", "0123456015")]),
    (Reason::VatNumberCheckDigit, Table::Customers, &[("vat_number", "01234560158")]),
    (Reason::VatNumberOffice, Table::Customers, &[("vat_number", "01234567897")]),
    (Reason::BirthDate, Table::Customers, &[("birth_date", "31/02/1970")]),
    (Reason::Date, Table::Customers, &[("created", "31/02/2020")]),
    (Reason::MissingField, Table::Customers, &[("surname", "")]),
    (Reason::UnknownValue, Table::Customers, &[("kind", "Ditta")]),
    (Reason::Characters, Table::Customers, &[("street", "Via \u{1}Roma")]),
    (Reason::TaxCodeMissing, Table::Customers, &[("tax_code", "")]),
    (Reason::TaxCodeDiffersFromName, Table::Customers, &[("surname", "Bianchi")]),
    (Reason::TaxCodeDiffersFromBirth, Table::Customers, &[("birth_date", "02/01/1980")]),
    (Reason::Email, Table::Customers, &[("email", "mario at example.it")]),
    (Reason::PodFormat, Table::SupplyPoints, &[("sector", "Energia"), ("code", "IT999X00000001")]),
    (Reason::PdrFormat, Table::SupplyPoints, &[("sector", "Gas"), ("code", "999000000001")]),
    (Reason::WaterPointFormat, Table::SupplyPoints, &[("sector", "Acqua"), ("code", "080360230000")]),
    (Reason::Quantity, Table::SupplyPoints, &[("power_kw", "4,5x")]),
    (Reason::UnknownCustomer, Table::Contracts, &[("customer", "C999999999")]),
    (Reason::ReadingDate, Table::Readings, &[("date", "30/02/2026")]),
    (Reason::UnknownSupplyPoint, Table::Readings, &[("point", "GPLX999")]),
    (Reason::UnknownMeter, Table::Readings, &[("serial", "ZZ9")]),
    (Reason::Amount, Table::Bills, &[("amount", "12,3x")]),
    (Reason::UnknownContract, Table::Bills, &[("contract", "Z9999999")]),
    (Reason::UnknownInvoice, Table::Payments, &[("bill", "1999/0000000")]),
    (Reason::PaymentDate, Table::Payments, &[("date", "31/12/2199")]),
    (Reason::IbanCheck, Table::Mandates, &[("iban", "IT61X0542811101000000123456")]),
    (Reason::MandateReference, Table::Mandates, &[("reference", "SDD#1")]),
];

/// Writes a sound row of each file, then the faulty ones.
pub(super) fn write(
    writer: &mut Writer,
    profile: &Profile,
    options: &GenerateOptions,
) -> io::Result<Vec<Injected>> {
    for table in Table::ALL {
        writer.write(*table, &sound(*table, 0, options))?;
    }
    let mut injected = Vec::new();
    let mut note = |table: Table, row, reason| {
        injected.push(Injected { file: profile.file_name(table).to_owned(), row, reason })
    };
    for (number, (reason, table, changes)) in FAULTS.iter().enumerate() {
        let mut line = sound(*table, number + 1, options);
        for (field, text) in *changes {
            line.set(field, text);
        }
        note(*table, writer.write(*table, &line)?, *reason);
    }
    let row = writer.write(Table::Customers, &sound(Table::Customers, 0, options))?;
    note(Table::Customers, row, Reason::DuplicateRow);
    let row = writer.write_cells(Table::Customers, &["X999999", "Persona", "Rossi"])?;
    note(Table::Customers, row, Reason::Columns);
    Ok(injected)
}

/// A sound row of a file. Number 0 is the one the others need.
fn sound(table: Table, number: usize, options: &GenerateOptions) -> Line {
    let day = |back| {
        let date = day_before(options.today, back);
        format!("{:02}/{:02}/{:04}", date.day(), date.month(), date.year())
    };
    let key = |prefix: &str| format!("{prefix}{number:05}");
    let (d300, d100, d80) = (day(300 - i64::try_from(number).unwrap_or(0)), day(100), day(80));
    let texts: Vec<(&'static str, String)> = match table {
        Table::Customers => customer(&key("X"), &d300),
        Table::SupplyPoints => pairs(&[
            ("code", &key("GPLX")),
            ("sector", "GPL"),
            ("street", "Via Roma"),
            ("town", "Modena"),
            ("state", "Attivo"),
        ]),
        Table::Contracts => contract(&key("X"), &d300),
        Table::Meters => pairs(&[
            ("serial", &key("X")),
            ("point", "GPLX00000"),
            ("kind", "Contatore"),
            ("register", "T"),
            ("digits", "6"),
            ("installed", &d300),
            ("constant", "1"),
        ]),
        Table::Readings => pairs(&[
            ("point", "GPLX00000"),
            ("serial", "X00000"),
            ("register", "T"),
            ("date", &d300),
            ("value", "12"),
            ("kind", "Effettiva"),
        ]),
        Table::Bills => pairs(&[
            ("number", &key("X/")),
            ("contract", "X00000"),
            ("issued", &d100),
            ("due", &d80),
            ("kind", "Periodica"),
            ("amount", "12,30"),
        ]),
        Table::Payments => pairs(&[
            ("number", &key("X")),
            ("bill", "X/00000"),
            ("date", &d80),
            ("amount", "12,30"),
            ("channel", "Web"),
        ]),
        Table::Mandates => mandate(&key("SDDX"), &d300),
    };
    let mut line = Line::default();
    for (field, text) in texts {
        line.set(field, &text);
    }
    line
}

fn customer(number: &str, created: &str) -> Vec<(&'static str, String)> {
    pairs(&[
        ("number", number),
        ("kind", "Persona"),
        ("surname", "Rossi"),
        ("name", "Mario"),
        ("tax_code", "RSSMRA80A01H501U"),
        ("birth_date", "01/01/1980"),
        ("birth_place", "Roma"),
        ("sex", "M"),
        ("lang", "IT"),
        ("street", "Via Roma"),
        ("street_number", "1"),
        ("postcode", "41121"),
        ("town", "Modena"),
        ("province", "MO"),
        ("country", "IT"),
        ("created", created),
    ])
}

fn contract(number: &str, start: &str) -> Vec<(&'static str, String)> {
    pairs(&[
        ("number", number),
        ("customer", "X00000"),
        ("point", "GPLX00000"),
        ("start", start),
        ("state", "Attivo"),
        ("payment", "SDD"),
        ("delivery", "Posta"),
        ("resident", "S"),
        ("deposit", "0,00"),
    ])
}

fn mandate(reference: &str, signed: &str) -> Vec<(&'static str, String)> {
    pairs(&[
        ("reference", reference),
        ("contract", "X00000"),
        ("iban", "IT60X0542811101000000123456"),
        ("holder", "Mario Rossi"),
        ("signed", signed),
        ("scheme", "CORE"),
        ("state", "Attivo"),
    ])
}

fn pairs(texts: &[(&'static str, &str)]) -> Vec<(&'static str, String)> {
    texts.iter().map(|(field, text)| (*field, (*text).to_owned())).collect()
}
