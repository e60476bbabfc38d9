//! What each page and each partial of the console is made of: the structs that fill the templates. No data access.
//!
//! A page has a field `frame` (the frame around it) and `t` (the texts). A partial has `t` and `oob` (whether it goes
//! along with another answer, out of band); pages hold their partials and draw them in place.

pub mod about;
pub mod accounts;
pub mod administration;
pub mod agenda;
pub mod bills;
pub mod case;
pub mod case_asks;
pub mod customer;
pub mod exchange;
pub mod form;
pub mod home;
pub mod imports;
pub mod incidents;
pub mod new_request;
pub mod queue;
pub mod queue_columns;
#[cfg(any(test, feature = "samples"))]
pub mod samples;
pub mod search;
pub mod sign_in;
pub mod supply;
pub mod till;
pub mod wizard;
pub mod wording;

#[cfg(test)]
mod tests;
