//! Invented but well-formed values for every page and partial, in both languages: for the render test and the gallery.

mod accounts;
mod agenda;
mod bills;
mod case_page;
mod components;
mod customer;
mod errors;
mod exchange;
mod frame;
mod home;
mod imports;
mod incidents;
mod new_request;
mod queue;
mod search;
mod sign_in;
mod supply;
mod till;
mod wizard;

use askama::Template;
use kernel::{BillId, CaseId, PartyId, ReceiptId};
use texts::Texts;

pub use frame::{NOW, TODAY, frame};

/// A drawn sample.
#[derive(Clone, Debug)]
pub struct Sample {
    /// A name for files and messages: `home`, `home-empty`, `part-home-work`.
    pub name: String,
    /// The markup.
    pub html: String,
    /// Whether it is a whole page (partials have no frame).
    pub page: bool,
}

impl Sample {
    /// A whole page.
    ///
    /// # Errors
    /// When the template cannot be rendered.
    pub fn page(name: &str, template: &impl Template) -> askama::Result<Self> {
        Ok(Self { name: name.to_owned(), html: template.render()?, page: true })
    }

    /// A partial.
    ///
    /// # Errors
    /// When the template cannot be rendered.
    pub fn part(name: &str, template: &impl Template) -> askama::Result<Self> {
        Ok(Self { name: format!("part-{name}"), html: template.render()?, page: false })
    }
}

/// Every sample in one language.
///
/// # Errors
/// When a template cannot be rendered.
pub fn all(t: &Texts) -> askama::Result<Vec<Sample>> {
    Ok([
        sign_in::samples(t)?,
        home::samples(t)?,
        search::samples(t)?,
        queue::samples(t)?,
        errors::samples(t)?,
        case_page::samples(t)?,
        new_request::samples(t)?,
        wizard::samples(t)?,
        customer::samples(t)?,
        supply::samples(t)?,
        bills::samples(t)?,
        till::samples(t)?,
        agenda::samples(t)?,
        imports::samples(t)?,
        exchange::samples(t)?,
        accounts::samples(t)?,
        incidents::samples(t)?,
        components::samples(t)?,
    ]
    .concat())
}

/// The sixteen bytes of a sample id (UUID version 7, RFC 9562).
const fn bytes(number: u8) -> [u8; 16] {
    [1, 0x99, 0x99, 0x99, 0, 0, 0x70, 0, 0x80, 0, 0, 0, 0, 0, 0, number]
}

/// The id of a sample case.
#[must_use]
pub const fn case(number: u8) -> CaseId {
    CaseId::from_bytes(bytes(number))
}

/// The id of a sample customer.
#[must_use]
pub const fn party(number: u8) -> PartyId {
    PartyId::from_bytes(bytes(number))
}

/// The id of a sample bill.
#[must_use]
pub const fn bill_id(number: u8) -> BillId {
    BillId::from_bytes(bytes(number))
}

/// The id of a sample receipt.
#[must_use]
pub const fn receipt_id(number: u8) -> ReceiptId {
    ReceiptId::from_bytes(bytes(number))
}
