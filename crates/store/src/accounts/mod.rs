//! Staff accounts: users with roles and offices, sessions, tokens of the API.

pub mod failure;
pub mod office;
pub mod session;
pub mod token;
pub mod user;
