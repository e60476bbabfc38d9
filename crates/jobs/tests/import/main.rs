//! Imports of billing exports, on both engines. The PostgreSQL half needs a server where databases may be created,
//! named in `SPORTELLO_TEST_POSTGRES`; without it that half says so and passes.

#![expect(
    clippy::unwrap_used,
    reason = "a test that meets the unexpected should panic, also in the functions the tests share"
)]

mod cases;
mod changes;
mod dials;
mod ended;
mod engines;
mod history;
mod killed;
mod reference;
mod small_export;
