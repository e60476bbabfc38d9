//! Every URL of Sportello as a type: the router takes its path, templates and redirects make their links from it.
//!
//! One file for each area. A path has the syntax of axum 0.8 (`{case}`, `{*name}`); the struct beside it has one field
//! for each parameter and is read by axum's `Path`. Values of a query are structs too, written with [`Route::with`].
//! URLs that people see are Italian, names in Rust are English.

pub mod api;
pub mod assets;
pub mod console;
pub mod health;
pub mod portal;
mod route;
mod table;

pub use route::{Access, Area, Given, Method, Query, Route, RouteInfo};
pub use table::{all, find};

#[cfg(test)]
mod tests;
