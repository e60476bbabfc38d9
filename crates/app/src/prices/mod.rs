//! The utility's price list: loaded from a file, offered to forms, put into the lines of a quote.

mod load;
mod of_form;

pub use load::{Loaded, load};
pub(crate) use of_form::{complete, offered};
