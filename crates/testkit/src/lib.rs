//! The whole program in one test process: a fresh database on each engine, time standing still, the real routers, and
//! visitors of every kind.
//!
//! ```no_run
//! # async fn a() {
//! use testkit::{TestApp, Who};
//! for test in TestApp::everywhere().await {
//!     let page = test.visitor(Who::Operator).await.get("/richieste").await;
//!     assert_eq!(page.status, 200);
//! }
//! # }
//! ```

#![expect(
    clippy::expect_used,
    reason = "this crate is only used by tests, which fail when something cannot be made"
)]

mod answer;
mod app;
mod builders;
mod visitor;

pub use answer::Answered;
pub use app::{NOW, TestApp, postgres_server};
pub use builders::{Supplied, bill, cut, person, procedure, supply};
pub use visitor::{PASSWORD, Visitor, Who};
