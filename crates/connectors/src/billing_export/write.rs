//! Writes an export as a profile describes it: the counterpart of the reader, for demonstrations, rehearsals and tests.

use std::collections::{BTreeMap, HashMap};
use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use domain::import::{
    AddressRecord, BillRecord, ContractRecord, CustomerRecord, Holder, MandateRecord, MeterRecord,
    PaymentRecord, PrintedSecret, ReadingRecord, SupplyPointRecord, Table,
};
use kernel::Date;

use super::profile::Profile;
use super::tables;

/// The eight files of an export being written, row by row.
#[derive(Debug)]
pub struct Writer {
    profile: Profile,
    files: BTreeMap<Table, Written>,
}

#[derive(Debug)]
struct Written {
    out: BufWriter<File>,
    /// Fields in the order of the columns.
    fields: Vec<&'static str>,
    /// For each field with a closed list: the file's word for Sportello's.
    words: HashMap<&'static str, HashMap<String, String>>,
    rows: u64,
}

/// A row before it is written: the text of each field. What is not set stays empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line(Vec<(&'static str, String)>);

impl Line {
    /// Puts a text into a field, as it will stand in the file.
    pub fn set(&mut self, field: &'static str, text: &str) {
        match self.0.iter_mut().find(|(name, _)| *name == field) {
            Some((_, old)) => text.clone_into(old),
            None => self.0.push((field, text.to_owned())),
        }
    }

    /// The text of a field.
    #[must_use]
    pub fn get(&self, field: &str) -> &str {
        self.0.iter().find(|(name, _)| *name == field).map_or("", |(_, text)| text)
    }

    fn with(mut self, field: &'static str, text: impl Into<String>) -> Self {
        self.0.push((field, text.into()));
        self
    }

    fn maybe(self, field: &'static str, text: Option<&String>) -> Self {
        self.with(field, text.cloned().unwrap_or_default())
    }
}

impl Writer {
    /// Makes the eight files in a folder, which is made if it is missing, and writes their headers.
    ///
    /// # Errors
    /// The folder or a file cannot be written.
    pub fn create(folder: &Path, profile: &Profile) -> io::Result<Self> {
        std::fs::create_dir_all(folder)?;
        let mut files = BTreeMap::new();
        for (table, file) in &profile.files {
            let has_column = |name: &&'static str| file.columns.contains_key(*name);
            let fields: Vec<&'static str> =
                tables::fields(*table).iter().map(|field| field.name).filter(has_column).collect();
            let words = tables::fields(*table).iter().filter_map(|field| {
                let words = file.values.get(field.name)?;
                Some((field.name, words.iter().map(|(word, code)| (code.clone(), word.clone())).collect()))
            });
            let out = BufWriter::with_capacity(256 * 1024, File::create(folder.join(&file.name))?);
            let mut written = Written { out, words: words.collect(), rows: 0, fields: Vec::new() };
            let header: Vec<&str> =
                fields.iter().filter_map(|field| file.columns.get(*field)).map(String::as_str).collect();
            written.put(profile, &header)?;
            written.fields = fields;
            files.insert(*table, written);
        }
        Ok(Self { profile: profile.clone(), files })
    }

    /// Writes a row and gives its number, counted from 1.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn write(&mut self, table: Table, line: &Line) -> io::Result<u64> {
        let Some(file) = self.files.get_mut(&table) else { return Ok(0) };
        let texts: Vec<&str> = file.fields.iter().map(|field| line.get(field)).collect();
        file.put(&self.profile, &texts)?;
        file.rows += 1;
        Ok(file.rows)
    }

    /// Writes a row that need not have the right number of cells, to show what a reader makes of it.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn write_cells(&mut self, table: Table, cells: &[&str]) -> io::Result<u64> {
        let Some(file) = self.files.get_mut(&table) else { return Ok(0) };
        file.put(&self.profile, cells)?;
        file.rows += 1;
        Ok(file.rows)
    }

    /// Brings everything to the disk; gives each file's name and rows, in the order they depend on each other.
    ///
    /// # Errors
    /// A file cannot be written.
    pub fn finish(mut self) -> io::Result<Vec<(String, u64)>> {
        let mut rows = Vec::new();
        for (table, file) in &mut self.files {
            file.out.flush()?;
            file.out.get_ref().sync_all()?;
            rows.push((self.profile.file_name(*table).to_owned(), file.rows));
        }
        Ok(rows)
    }

    /// A customer as it stands in the file.
    #[must_use]
    pub fn customer(&self, record: &CustomerRecord) -> Line {
        let r = record;
        let word = |field, code| self.word(Table::Customers, field, code);
        let line = Line::default().with("number", &r.number);
        let line = match &r.holder {
            Holder::Person { surname, name, birth_date, birth_place, sex } => line
                .with("kind", word("kind", "person"))
                .with("surname", surname)
                .with("name", name)
                .with("birth_date", self.day(*birth_date))
                .maybe("birth_place", birth_place.as_ref())
                .with("sex", sex.map(|sex| word("sex", sex.code())).unwrap_or_default()),
            Holder::Organisation { name } => {
                line.with("kind", word("kind", "organisation")).with("business_name", name)
            }
        };
        address(line, &r.address)
            .with("tax_code", r.tax_code.as_ref().map(ToString::to_string).unwrap_or_default())
            .with("vat_number", r.vat_number.as_ref().map(ToString::to_string).unwrap_or_default())
            .with("lang", word("lang", r.lang.code()))
            .maybe("email", r.email.as_ref())
            .maybe("certified_email", r.certified_email.as_ref())
            .maybe("phone", r.phone.as_ref())
            .maybe("mobile", r.mobile.as_ref())
            .with("created", self.day(r.created))
    }

    /// A supply point as it stands in the file.
    #[must_use]
    pub fn supply_point(&self, record: &SupplyPointRecord) -> Line {
        let r = record;
        let word = |field, code| self.word(Table::SupplyPoints, field, code);
        let number =
            |value: Option<i64>, scale| value.map(|value| self.number(value, scale, 0)).unwrap_or_default();
        address(Line::default().with("code", r.code.as_str()), &r.address)
            .with("sector", word("sector", r.code.sector().code()))
            .with("state", word("state", r.state.code()))
            .with(
                "use_category",
                r.use_category.map(|one| word("use_category", one.code())).unwrap_or_default(),
            )
            .maybe("distributor", r.distributor.as_ref())
            .with("power_kw", number(r.power_watts, 3))
            .with("voltage", number(r.voltage_volts, 0))
            .with("phases", number(r.phases, 0))
            .maybe("meter_class", r.meter_class.as_ref())
            .maybe("gas_use", r.gas_use.as_ref())
            .maybe("gas_withdrawal_class", r.gas_withdrawal_class.as_ref())
            .maybe("line_kind", r.line_kind.as_ref())
            .maybe("access_technology", r.access_technology.as_ref())
            .with("speed", number(r.speed_kbps, 3))
            .maybe("cadastral_category", r.cadastral.category.as_ref())
            .maybe("sheet", r.cadastral.sheet.as_ref())
            .maybe("parcel", r.cadastral.parcel.as_ref())
            .maybe("subunit", r.cadastral.subunit.as_ref())
    }

    /// A register of a meter as it stands in the file.
    #[must_use]
    pub fn meter(&self, record: &MeterRecord) -> Line {
        let r = record;
        let word = |field, code| self.word(Table::Meters, field, code);
        Line::default()
            .with("serial", &r.serial)
            .with("point", &r.point)
            .with("kind", word("kind", r.kind.code()))
            .with("register", word("register", r.register.code()))
            .with("digits", r.digits.to_string())
            .with("installed", self.day(Some(r.installed)))
            .with("removed", self.day(r.removed))
            .with("constant", self.number(r.constant_millionths, 6, 0))
    }

    /// A contract as it stands in the file.
    #[must_use]
    pub fn contract(&self, record: &ContractRecord) -> Line {
        let r = record;
        let word = |field, code| self.word(Table::Contracts, field, code);
        Line::default()
            .with("number", &r.number)
            .with("customer", &r.customer)
            .with("point", &r.point)
            .maybe("offer", r.offer.as_ref())
            .with("start", self.day(Some(r.start)))
            .with("end", self.day(r.end))
            .with("state", word("state", r.state.code()))
            .with("payment", word("payment", r.payment.code()))
            .with("delivery", word("delivery", r.delivery.code()))
            .maybe("delivery_email", r.delivery_email.as_ref())
            .with(
                "resident",
                r.resident.map(|yes| word("resident", if yes { "yes" } else { "no" })).unwrap_or_default(),
            )
            .with("deposit", self.number(r.deposit.cents(), 2, 2))
            .with("web_code", r.web_code.as_ref().map(PrintedSecret::expose).unwrap_or_default())
    }

    /// A reading as it stands in the file.
    #[must_use]
    pub fn reading(&self, record: &ReadingRecord) -> Line {
        let r = record;
        let word = |field, code| self.word(Table::Readings, field, code);
        Line::default()
            .with("point", &r.point)
            .with("serial", &r.serial)
            .with("register", word("register", r.register.code()))
            .with("date", self.day(Some(r.date)))
            .with("value", self.number(r.value_thousandths, 3, 0))
            .with("kind", word("kind", r.kind.code()))
    }

    /// A bill as it stands in the file.
    #[must_use]
    pub fn bill(&self, record: &BillRecord) -> Line {
        let r = record;
        let word = |field, code| self.word(Table::Bills, field, code);
        Line::default()
            .with("number", &r.number)
            .with("contract", &r.contract)
            .with("issued", self.day(Some(r.issued)))
            .with("due", self.day(Some(r.due)))
            .with("kind", word("kind", r.kind.code()))
            .with("amount", self.number(r.amount.cents(), 2, 2))
            .with(
                "consumption",
                r.consumption_thousandths.map(|value| self.number(value, 3, 0)).unwrap_or_default(),
            )
            .with("unit", r.unit.map(|unit| word("unit", unit.code())).unwrap_or_default())
            .with("from", self.day(r.from))
            .with("to", self.day(r.to))
    }

    /// A payment as it stands in the file.
    #[must_use]
    pub fn payment(&self, record: &PaymentRecord) -> Line {
        let r = record;
        Line::default()
            .with("number", &r.number)
            .with("bill", &r.bill)
            .with("date", self.day(Some(r.date)))
            .with("amount", self.number(r.amount.cents(), 2, 2))
            .with("channel", self.word(Table::Payments, "channel", r.channel.code()))
            .maybe("counter", r.counter.as_ref())
    }

    /// A mandate as it stands in the file.
    #[must_use]
    pub fn mandate(&self, record: &MandateRecord) -> Line {
        let r = record;
        let word = |field, code| self.word(Table::Mandates, field, code);
        Line::default()
            .with("reference", r.reference.as_str())
            .with("contract", &r.contract)
            .with("iban", r.iban.as_str())
            .with("holder", &r.holder)
            .maybe("holder_tax_code", r.holder_tax_code.as_ref())
            .with("signed", self.day(Some(r.signed)))
            .with("scheme", word("scheme", r.scheme.code()))
            .with("state", word("state", r.state.code()))
    }

    /// The file's word for one of Sportello's; that one itself where the profile has none.
    fn word(&self, table: Table, field: &str, code: &str) -> String {
        let words = self.files.get(&table).and_then(|file| file.words.get(field));
        words.and_then(|words| words.get(code)).map_or_else(|| code.to_owned(), Clone::clone)
    }

    fn day(&self, date: Option<Date>) -> String {
        date.map(|date| self.profile.forms.date.write(date)).unwrap_or_default()
    }

    fn number(&self, value: i64, scale: usize, least_decimals: usize) -> String {
        self.profile.forms.write(value, scale, least_decimals)
    }
}

impl Written {
    fn put(&mut self, profile: &Profile, cells: &[&str]) -> io::Result<()> {
        let (delimiter, quote) = (char::from(profile.delimiter), char::from(profile.quote));
        let mut line = String::with_capacity(128);
        for (index, cell) in cells.iter().enumerate() {
            if index > 0 {
                line.push(delimiter);
            }
            if cell.contains([delimiter, quote, '\r', '\n']) {
                line.push(quote);
                line.push_str(&cell.replace(quote, &format!("{quote}{quote}")));
                line.push(quote);
            } else {
                line.push_str(cell);
            }
        }
        line.push_str("\r\n");
        self.out.write_all(&profile.encoding.encode(&line).0)
    }
}

fn address(line: Line, address: &AddressRecord) -> Line {
    line.with("street", &address.street)
        .maybe("street_number", address.number.as_ref())
        .maybe("unit", address.unit.as_ref())
        .maybe("postcode", address.postcode.as_ref())
        .with("town", &address.town)
        .maybe("municipality", address.municipality.as_ref())
        .maybe("province", address.province.as_ref())
        .maybe("country", address.country.as_ref())
}
