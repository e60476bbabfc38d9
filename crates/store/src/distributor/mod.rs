//! What is asked of a distributor and what it answers: requests going out, files coming in, their messages one by one.

pub mod file;
pub mod request;
pub mod row;

/// Every statement of this folder.
pub(crate) fn all_statements() -> [&'static [db::Statement]; 3] {
    [file::ALL, request::ALL, row::ALL]
}
