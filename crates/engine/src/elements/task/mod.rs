//! Tasks.

mod call;
mod receive;
mod send;
mod user;
