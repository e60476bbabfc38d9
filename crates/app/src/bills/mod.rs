//! Bills: finding them, showing one, printing it again with its payment slip, keeping it out of
//! arrears while it is disputed.

mod codes;
mod hold;
mod list;
mod operations;
mod paper;
mod reprint;
mod show;
mod watch;

pub(crate) use codes::{codes_of_plan, new_code, of_bill as codes_of_bill};
pub(crate) use hold::{move_holds, release_all};
pub use list::{BillFilter, BillPage, BillState, list_bills};
pub(crate) use operations::OPERATIONS;
pub(crate) use paper::{Due, slip_of};
pub use reprint::{Channel, Reprint, Reprinted, reprint};
pub use show::{BillView, bill_pdf, show_bill, slip_pdf};
pub use store::registry::{bill::BillOf, bill_paper::BillPaper};
pub(crate) use watch::{tell_watchers, unwatch};
