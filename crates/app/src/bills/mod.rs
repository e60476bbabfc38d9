//! Bills: finding them, showing one, printing it again with its payment slip.

mod codes;
mod list;
mod paper;
mod reprint;
mod show;

pub use list::{BillFilter, BillPage, BillState, list_bills};
pub use reprint::{Channel, Reprint, Reprinted, reprint};
pub use show::{BillView, bill_pdf, show_bill, slip_pdf};
pub use store::registry::{bill::BillOf, bill_paper::BillPaper};
