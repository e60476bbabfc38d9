//! A small invented export, of which tests change single fields before writing it.

use std::path::Path;

use connectors::billing_export::{Line, Profile, Writer};
use domain::import::Table;
use tempfile::TempDir;

/// The rows of an export: table, then fields with their texts.
pub struct Export(Vec<(Table, Line)>);

const ROWS: &[(Table, &str)] = &[
    (
        Table::Customers,
        "number=C000017 kind=Persona surname=D'Amico name=Nicolò tax_code=DMCNCL80A01F257B birth_date=01/01/1980 birth_place=Modena sex=M lang=IT email=nicolo@example.it mobile=+39_333_1234567 street=Via_dei_Tigli street_number=3 postcode=41121 town=Modena province=MO country=IT created=02/05/2019",
    ),
    (
        Table::Customers,
        "number=C000018 kind=Azienda business_name=Bar_Setti_S.n.c. tax_code=01234560157 vat_number=01234560157 lang=IT phone=0535123456 street=Corso_Uno street_number=2 postcode=41037 town=Mirandola province=MO country=IT created=02/05/2019",
    ),
    (
        Table::SupplyPoints,
        "code=0803602300000001 sector=Acqua street=Via_Argine street_number=9 postcode=41121 town=Modena municipality=036023 province=MO state=Attivo use_category=Domestico_residente meter_class=DN15 cadastral_category=A/3 sheet=12 parcel=345",
    ),
    (
        Table::SupplyPoints,
        "code=IT999E00000002 sector=Energia street=Corso_Uno street_number=2 postcode=41037 town=Mirandola municipality=036022 province=MO state=Attivo use_category=Altri_usi distributor=Rete power_kw=4,5 voltage=230 phases=1",
    ),
    (
        Table::Meters,
        "serial=B1 point=0803602300000001 kind=Contatore register=T digits=5 installed=02/05/2019 constant=1",
    ),
    (
        Table::Meters,
        "serial=B2 point=IT999E00000002 kind=Contatore register=F1 digits=6 installed=02/05/2019 constant=1",
    ),
    (
        Table::Meters,
        "serial=B2 point=IT999E00000002 kind=Contatore register=F2 digits=6 installed=02/05/2019 constant=1",
    ),
    (
        Table::Contracts,
        "number=A0000021 customer=C000017 point=0803602300000001 offer=TUTELA start=02/05/2019 state=Attivo payment=Bollettino delivery=Posta resident=S deposit=50,00 web_code=1234567890",
    ),
    (
        Table::Contracts,
        "number=E0000022 customer=C000018 point=IT999E00000002 offer=VERDE start=02/05/2019 state=Attivo payment=SDD delivery=E-mail delivery_email=bar@example.it resident=N deposit=0,00",
    ),
    (
        Table::Readings,
        "point=0803602300000001 serial=B1 register=T date=01/07/2026 value=99990 kind=Effettiva",
    ),
    (
        Table::Readings,
        "point=0803602300000001 serial=B1 register=T date=01/09/2026 value=12,75 kind=Autolettura",
    ),
    (Table::Readings, "point=IT999E00000002 serial=B2 register=F1 date=01/09/2026 value=700 kind=Stimata"),
    (
        Table::Bills,
        "number=2026/0000001 contract=A0000021 issued=10/09/2026 due=30/09/2026 kind=Periodica amount=62,30 consumption=22,9 unit=mc from=01/07/2026 to=31/08/2026",
    ),
    (
        Table::Bills,
        "number=2026/0000002 contract=E0000022 issued=10/09/2026 due=30/09/2026 kind=Periodica amount=120,00 consumption=300 unit=kWh from=01/07/2026 to=31/08/2026",
    ),
    (
        Table::Payments,
        "number=P00000001 bill=2026/0000001 date=20/09/2026 amount=40,00 channel=Sportello counter=Carpi",
    ),
    (Table::Payments, "number=P00000002 bill=2026/0000001 date=25/09/2026 amount=22,30 channel=Banca"),
    (
        Table::Mandates,
        "reference=SDD0000000022 contract=E0000022 iban=IT60X0542811101000000123456 holder=Bar_Setti holder_tax_code=01234560157 signed=02/05/2019 scheme=CORE state=Attivo",
    ),
];

const FIELDS: &[&str] = &[
    "number",
    "kind",
    "surname",
    "name",
    "business_name",
    "tax_code",
    "vat_number",
    "birth_date",
    "birth_place",
    "sex",
    "lang",
    "email",
    "phone",
    "mobile",
    "street",
    "street_number",
    "postcode",
    "town",
    "province",
    "country",
    "created",
    "code",
    "sector",
    "municipality",
    "state",
    "use_category",
    "distributor",
    "power_kw",
    "voltage",
    "phases",
    "meter_class",
    "cadastral_category",
    "sheet",
    "parcel",
    "serial",
    "point",
    "register",
    "digits",
    "installed",
    "removed",
    "constant",
    "customer",
    "offer",
    "start",
    "payment",
    "delivery",
    "delivery_email",
    "resident",
    "deposit",
    "web_code",
    "date",
    "value",
    "contract",
    "issued",
    "due",
    "amount",
    "consumption",
    "unit",
    "from",
    "to",
    "bill",
    "channel",
    "counter",
    "reference",
    "iban",
    "holder",
    "holder_tax_code",
    "signed",
    "scheme",
];

impl Export {
    pub fn sound() -> Self {
        Self(ROWS.iter().map(|(table, text)| (*table, line(text))).collect())
    }

    /// Changes one field of the `row`-th row of a table, counted from 1.
    pub fn with(mut self, table: Table, row: usize, field: &'static str, text: &str) -> Self {
        let found = self.0.iter_mut().filter(|(other, _)| *other == table).nth(row - 1);
        found.unwrap().1.set(field, text);
        self
    }

    /// A sound export without the rows of one table.
    pub fn without(table: Table) -> Self {
        Self(Self::sound().0.into_iter().filter(|(other, _)| *other != table).collect())
    }

    /// Adds a row of its own.
    pub fn and_new(mut self, table: Table, fields: &[(&'static str, &str)]) -> Self {
        let mut added = Line::default();
        for (field, text) in fields {
            added.set(field, text);
        }
        self.0.push((table, added));
        self
    }

    /// Adds a row like the `row`-th one with some fields changed.
    pub fn and(mut self, table: Table, row: usize, changes: &[(&'static str, &str)]) -> Self {
        let mut added = self.0.iter().filter(|(other, _)| *other == table).nth(row - 1).unwrap().1.clone();
        for (field, text) in changes {
            added.set(field, text);
        }
        self.0.push((table, added));
        self
    }

    pub fn written(&self) -> TempDir {
        let folder = tempfile::tempdir().unwrap();
        self.write(folder.path());
        folder
    }

    fn write(&self, folder: &Path) {
        let mut writer = Writer::create(folder, &Profile::nav_it().unwrap()).unwrap();
        for (table, line) in &self.0 {
            writer.write(*table, line).unwrap();
        }
        writer.finish().unwrap();
    }
}

fn line(text: &str) -> Line {
    let mut line = Line::default();
    for part in text.split(' ') {
        let (field, value) = part.split_once('=').unwrap();
        let field = FIELDS.iter().find(|name| **name == field).unwrap();
        line.set(field, &value.replace('_', " "));
    }
    line
}
