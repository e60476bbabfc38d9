//! Lists as XLSX workbooks: typed columns, a frozen head with filters, and text that is never read as a formula.

use jiff::civil::Date;
use kernel::{Instant, Lang, Money};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

/// Rows a worksheet can hold below its head (ECMA-376: 1,048,576 in all).
pub const MOST_ROWS: usize = 1_048_575;

/// Characters one cell can hold.
const MOST_CHARACTERS: usize = 32_767;

/// What a column holds; it decides width, alignment and number format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Words, codes, telephone numbers: kept letter for letter, leading zeros included.
    Text,
    /// Whole numbers.
    Integer,
    /// Numbers with a fixed count of decimals.
    Decimal(u8),
    /// Euro.
    Money,
    /// A day.
    Date,
    /// A moment, shown as the wall clock in Rome.
    Moment,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The words in the head.
    pub title: String,
    /// What it holds.
    pub kind: Kind,
}

impl Column {
    /// A column of a kind.
    #[must_use]
    pub fn new(title: &str, kind: Kind) -> Self {
        Self { title: title.to_owned(), kind }
    }
}

/// A value. One that does not suit its column is written as it is, with the format of the column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Words.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// A number as units of its last decimal: `Scaled(12345, 2)` is 123.45.
    Scaled(i64, u8),
    /// Euro.
    Money(Money),
    /// A day.
    Date(Date),
    /// A moment.
    Moment(Instant),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }
}

impl From<i64> for Cell {
    fn from(value: i64) -> Self {
        Self::Integer(value)
    }
}

impl From<Money> for Cell {
    fn from(value: Money) -> Self {
        Self::Money(value)
    }
}

impl From<Date> for Cell {
    fn from(value: Date) -> Self {
        Self::Date(value)
    }
}

impl From<Instant> for Cell {
    fn from(value: Instant) -> Self {
        Self::Moment(value)
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

/// One sheet of a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The name on its tab. Characters a tab cannot show are replaced, and it is cut to 31.
    pub name: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each with one cell a column.
    pub rows: Vec<Vec<Cell>>,
}

/// A workbook could not be written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SheetError {
    /// More rows than a sheet can hold.
    #[error(
        "sheet {sheet:?} has {rows} rows, a spreadsheet holds {MOST_ROWS}; narrow the list, or take it as CSV"
    )]
    TooManyRows {
        /// The sheet.
        sheet: String,
        /// Its rows.
        rows: usize,
    },
    /// A row whose cells do not match the columns.
    #[error("sheet {sheet:?}, row {row}: {cells} cells for {columns} columns")]
    Width {
        /// The sheet.
        sheet: String,
        /// The row, from 1.
        row: usize,
        /// Its cells.
        cells: usize,
        /// The columns.
        columns: usize,
    },
    /// The writer refused.
    #[error("the workbook could not be written: {0}")]
    Writer(String),
}

impl From<XlsxError> for SheetError {
    fn from(error: XlsxError) -> Self {
        Self::Writer(error.to_string())
    }
}

/// Writes a workbook. The same sheets, language and moment give the same bytes. `title` goes into the properties of the
/// file.
///
/// # Errors
/// [`SheetError`] when a sheet is too long or a row has another number of cells than there are columns.
pub fn workbook(title: &str, sheets: &[Sheet], lang: Lang, at: Instant) -> Result<Vec<u8>, SheetError> {
    let mut book = Workbook::new();
    let moment = ExcelDateTime::from_timestamp(at.timestamp().as_second())?;
    book.set_properties(
        &DocProperties::new().set_title(title).set_author("Sportello").set_creation_datetime(&moment),
    );
    let mut taken: Vec<String> = Vec::new();
    for sheet in sheets {
        check(sheet)?;
        let page = book.add_worksheet();
        let name = tab(&sheet.name, &taken);
        page.set_name(&name)?;
        taken.push(name.to_lowercase());
        write(page, sheet, lang)?;
    }
    Ok(book.save_to_buffer()?)
}

fn check(sheet: &Sheet) -> Result<(), SheetError> {
    if sheet.rows.len() > MOST_ROWS {
        return Err(SheetError::TooManyRows { sheet: sheet.name.clone(), rows: sheet.rows.len() });
    }
    match sheet.rows.iter().position(|row| row.len() != sheet.columns.len()) {
        None => Ok(()),
        Some(at) => Err(SheetError::Width {
            sheet: sheet.name.clone(),
            row: at + 1,
            cells: sheet.rows.get(at).map_or(0, Vec::len),
            columns: sheet.columns.len(),
        }),
    }
}

/// A name Excel takes: 1 to 31 characters, none of `[]:*?/\`, no apostrophe at the ends, unlike every other in the book.
fn tab(name: &str, taken: &[String]) -> String {
    let clean: String =
        name.chars().map(|c| if "[]:*?/\\".contains(c) || c.is_control() { '-' } else { c }).collect();
    let clean = clean.trim_matches(|c: char| c == '\'' || c.is_whitespace());
    let base = if clean.is_empty() { "1" } else { clean };
    let cut = |most: usize| base.chars().take(most).collect::<String>();
    let mut candidate = cut(31);
    let mut number = 2;
    while taken.contains(&candidate.to_lowercase()) {
        candidate = format!("{} ({number})", cut(26));
        number += 1;
    }
    candidate
}

fn format(kind: Kind, lang: Lang) -> Format {
    let plain = Format::new();
    match kind {
        // The text format keeps Excel from turning a code into a number when somebody edits the cell.
        Kind::Text => plain.set_num_format("@"),
        Kind::Integer => plain.set_num_format("#,##0"),
        Kind::Decimal(0) => plain.set_num_format("0"),
        Kind::Decimal(places) => plain.set_num_format(format!("#,##0.{}", "0".repeat(usize::from(places)))),
        Kind::Money if lang == Lang::It => plain.set_num_format("#,##0.00\\ \"€\""),
        Kind::Money => plain.set_num_format("\"€\"#,##0.00"),
        Kind::Date => plain.set_num_format("dd/mm/yyyy").set_align(FormatAlign::Left),
        Kind::Moment => plain.set_num_format("dd/mm/yyyy hh:mm").set_align(FormatAlign::Left),
    }
}

fn write(page: &mut Worksheet, sheet: &Sheet, lang: Lang) -> Result<(), SheetError> {
    let head = Format::new()
        .set_bold()
        .set_font_color(Color::RGB(0x17_32_4D))
        .set_background_color(Color::RGB(0xE6_EC_F2))
        .set_border_bottom(FormatBorder::Thin)
        .set_text_wrap()
        .set_align(FormatAlign::VerticalCenter);
    let too_wide = |_| SheetError::Writer(format!("sheet {:?} has too many columns", sheet.name));
    for (index, column) in sheet.columns.iter().enumerate() {
        let at = u16::try_from(index).map_err(too_wide)?;
        let format = format(column.kind, lang);
        page.set_column_width(at, width(sheet, index, column))?;
        page.write_string_with_format(0, at, &column.title, &head)?;
        for (number, row) in sheet.rows.iter().enumerate() {
            let line = u32::try_from(number + 1)
                .map_err(|_| SheetError::TooManyRows { sheet: sheet.name.clone(), rows: sheet.rows.len() })?;
            if let Some(cell) = row.get(index) {
                write_cell(page, line, at, cell, &format)?;
            }
        }
    }
    page.set_freeze_panes(1, 0)?;
    if let (Ok(rows), Ok(columns)) = (u32::try_from(sheet.rows.len()), u16::try_from(sheet.columns.len()))
        && columns > 0
    {
        page.autofilter(0, 0, rows, columns - 1)?;
    }
    page.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0).set_repeat_rows(0, 0)?;
    Ok(())
}

fn write_cell(
    page: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell,
    format: &Format,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => return Ok(()),
        Cell::Text(text) => {
            let text: String =
                text.chars().filter(|c| !c.is_control() || *c == '\n').take(MOST_CHARACTERS).collect();
            page.write_string_with_format(row, column, text, format)?
        }
        Cell::Integer(value) => page.write_number_with_format(row, column, float(*value), format)?,
        Cell::Scaled(units, places) => page.write_number_with_format(
            row,
            column,
            float(*units) / 10_f64.powi(i32::from(*places)),
            format,
        )?,
        Cell::Money(amount) => {
            page.write_number_with_format(row, column, float(amount.cents()) / 100.0, format)?
        }
        Cell::Date(day) => match excel(*day) {
            Ok(value) => page.write_datetime_with_format(row, column, &value, format)?,
            // Days before 1900 are no dates to a spreadsheet.
            Err(_) => page.write_string_with_format(row, column, day.to_string(), format)?,
        },
        Cell::Moment(at) => {
            let local = at.in_rome();
            let value = excel(local.date()).and_then(|day| {
                day.and_hms(
                    whole(local.hour()),
                    u8::try_from(local.minute()).unwrap_or(0),
                    f64::from(local.second()),
                )
            });
            match value {
                Ok(value) => page.write_datetime_with_format(row, column, &value, format)?,
                Err(_) => page.write_string_with_format(row, column, local.datetime().to_string(), format)?,
            }
        }
    };
    Ok(())
}

fn whole(value: i8) -> u16 {
    u16::try_from(value).unwrap_or(0)
}

/// A spreadsheet computes with 64-bit floats; beyond 2^53 units the last digits are lost, as in any cell.
#[expect(clippy::cast_precision_loss, reason = "the file format knows only 64-bit floats")]
fn float(value: i64) -> f64 {
    value as f64
}

fn excel(day: Date) -> Result<ExcelDateTime, XlsxError> {
    ExcelDateTime::from_ymd(
        u16::try_from(day.year()).unwrap_or(0),
        u8::try_from(day.month()).unwrap_or(0),
        u8::try_from(day.day()).unwrap_or(0),
    )
}

/// Wide enough for the title and the first thousand values, between 8 and 60 characters.
fn width(sheet: &Sheet, index: usize, column: &Column) -> f64 {
    let least: usize = match column.kind {
        Kind::Date => 12,
        Kind::Moment => 17,
        Kind::Money => 14,
        Kind::Text | Kind::Integer | Kind::Decimal(_) => 8,
    };
    let widest = sheet
        .rows
        .iter()
        .take(1000)
        .filter_map(|row| match row.get(index) {
            Some(Cell::Text(text)) => Some(text.chars().count()),
            Some(Cell::Integer(value)) => Some(value.to_string().len() + value.to_string().len() / 3),
            _ => None,
        })
        .max()
        .unwrap_or(0);
    let chars = widest.max(column.title.chars().count() + 3).max(least).min(60);
    f64::from(u8::try_from(chars + 1).unwrap_or(61))
}

#[cfg(test)]
mod tests;
