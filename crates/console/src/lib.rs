//! Staff pages.

pub mod views;
