//! What the three edges share: built files, page frame and components.

// Templates name what they call by this crate's own name, here as in the crates that use them.
extern crate self as web;

pub mod assets;
pub mod layout;
