//! Activating a gas point that is there and stands still, for a new holder: whether it may be asked for, and whether what
//! the distributor found agrees with what is known.

mod check;
mod outcome;

pub use check::{Situation, check};
pub use outcome::{Difference, Found, differences};

#[cfg(test)]
mod tests;
