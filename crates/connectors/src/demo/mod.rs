//! Invented utilities: an export of any size, always the same for the same seed.
//!
//! Names, addresses and codes are made up; every check digit fits. Distributors of electricity and gas that do not
//! exist keep the codes of supply points apart from real ones. The proportions are those of a multi-utility of
//! Emilia: five people in six, one to three supplies each, two years of bills every two months.

mod broken;
mod customer;
mod generate;
mod names;
mod random;
mod supply;

pub use generate::{GenerateOptions, Generated, Injected, generate};
