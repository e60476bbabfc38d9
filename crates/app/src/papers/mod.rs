//! Papers: what each is filled with, frozen when it is asked for; a job makes the PDF.

mod answers;
mod data;
mod dispute;
mod mail;
mod operations;
mod outside;
mod plan;
mod produce;
mod show;
mod works;

pub(crate) use data::{address_data, office_data, paper_data, party_data, utility_data};
pub(crate) use mail::{deliver, make_and_send, send_paper, tell_visit};
pub(crate) use operations::{OPERATIONS, made_by};
pub(crate) use produce::{NewPaper, language, queue, request_paper};
pub use produce::{ProducedDocument, document_to_produce, mark_failed, preview_data, store_produced};
pub(crate) use show::when_ready;
pub use show::{Document, document_bytes, show_document};
