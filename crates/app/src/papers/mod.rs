//! Papers: what each is filled with, frozen when it is asked for; a job makes the PDF.

mod data;
mod mail;
mod operations;
mod produce;
mod show;

pub(crate) use data::paper_data;
pub(crate) use operations::OPERATIONS;
pub(crate) use produce::request_paper;
pub use produce::{ProducedDocument, document_to_produce, mark_failed, preview_data, store_produced};
pub use show::{Document, document_bytes, show_document};
