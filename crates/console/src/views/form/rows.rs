//! Answers that are lists: rows of a group, lines of a price list, bills to choose. What the server works out stands in
//! elements of its own, so that it can be sent alone while somebody types.

use askama::Template;
use texts::Texts;
use web::layout::Field;

use super::FieldView;

/// A part of a form that is asked as often as needed.
#[derive(Clone, Debug, Default)]
pub struct RowsView {
    /// The rows, in order.
    pub rows: Vec<RowView>,
    /// The words of the button that adds a row; empty when there may be no more.
    pub add: String,
    /// Where rows are added and taken away alone (POST); empty: only with the whole form.
    pub part: String,
}

/// A row of a group.
#[derive(Clone, Debug, Default)]
pub struct RowView {
    /// The beginning of the names of its fields: `heirs.0`.
    pub name: String,
    /// Its heading: `Erede 1`.
    pub legend: String,
    /// Its fields.
    pub fields: Vec<FieldView>,
    /// It may be taken away.
    pub removable: bool,
    /// It was just added: the caret starts there.
    pub fresh: bool,
}

/// Lines of a price list.
#[derive(Clone, Debug, Default)]
pub struct LinesView {
    /// The lines, in order.
    pub lines: Vec<LineView>,
    /// The words of the button that adds a line; empty when there may be no more.
    pub add: String,
    /// Where lines are added and taken away alone (POST); empty: only with the whole form.
    pub part: String,
    /// Some line has a rate of VAT.
    pub taxed: bool,
    /// The sums, of the lines that can be reckoned: without VAT, VAT, total; a dash while there is none.
    pub sums: (String, String, String),
}

/// A line of a price list.
#[derive(Clone, Debug)]
pub struct LineView {
    /// The beginning of the names of its fields: `lines.0`.
    pub name: String,
    /// What: chosen from the list, or typed where there is none.
    pub code: FieldView,
    /// How many.
    pub quantity: FieldView,
    /// The price of one, where the list leaves it open.
    pub price: Option<FieldView>,
    /// The price of one, where the list says it.
    pub fixed: String,
    /// The rate of VAT; empty when it is not known.
    pub vat: String,
    /// Its amount without VAT; a dash while it cannot be reckoned.
    pub amount: String,
    /// It was just added: the caret starts there.
    pub fresh: bool,
}

impl LineView {
    /// What it asks, in order.
    #[must_use]
    pub fn fields(&self) -> Vec<&FieldView> {
        [&self.code, &self.quantity].into_iter().chain(&self.price).collect()
    }

    /// What it asks, in order, to be changed.
    pub fn fields_mut(&mut self) -> Vec<&mut FieldView> {
        [&mut self.code, &mut self.quantity].into_iter().chain(&mut self.price).collect()
    }

    /// How the line is called by those who hear its button alone.
    #[must_use]
    pub fn number(&self) -> String {
        let place = self.name.rsplit('.').next().and_then(|place| place.parse::<usize>().ok());
        (place.unwrap_or(0) + 1).to_string()
    }
}

/// A bill that may be chosen with others.
#[derive(Clone, Debug)]
pub struct BillRow {
    /// Its id.
    pub id: String,
    /// Its number.
    pub number: String,
    /// The day it was issued.
    pub issued: String,
    /// The code of its supply point.
    pub point: String,
    /// The last day to pay.
    pub due: String,
    /// Class and word of its state.
    pub state: (&'static str, String),
    /// Its amount.
    pub amount: String,
    /// What of it is still to pay.
    pub open: String,
    /// It is chosen.
    pub on: bool,
}

/// What the server worked out, sent along with another answer: each replaces the element with its id.
#[derive(Debug, Template)]
#[template(path = "form/outputs.html")]
pub struct Outputs<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// Answers that are worked out.
    pub fields: Vec<(Field, Vec<String>, String)>,
    /// Amounts: id and words.
    pub amounts: Vec<(String, String)>,
}

impl LinesView {
    /// Ids and words of what is worked out: the amount of each line, and the sums.
    #[must_use]
    pub fn amounts(&self, name: &str) -> Vec<(String, String)> {
        let (net, vat, total) = &self.sums;
        // Without rates of VAT there is one sum only.
        let all = [("totale", total), ("imponibile", net), ("iva", vat)];
        let sums = all.into_iter().take(if self.taxed { 3 } else { 1 });
        let lines = self.lines.iter().map(|line| (format!("{}-importo", line.name), line.amount.clone()));
        lines.chain(sums.map(|(sum, words)| (format!("{name}-{sum}"), words.clone()))).collect()
    }
}
