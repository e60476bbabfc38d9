//! The cash desk: sessions of a till, receipts, card orders.

pub mod card;
pub mod receipt;
pub mod session;

pub(crate) fn all_statements() -> [&'static [db::Statement]; 3] {
    [card::ALL, receipt::ALL, session::ALL]
}
