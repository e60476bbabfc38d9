//! Papers: what each is filled with, frozen when it is asked for; a job makes the PDF.

mod data;
mod produce;
mod show;

pub(crate) use data::paper_data;
pub use produce::{ProducedDocument, document_to_produce, mark_failed, preview_data, store_produced};
pub(crate) use produce::{ask_customer, closing, request_paper};
pub use show::{Document, document_bytes, show_document};
