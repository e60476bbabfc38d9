//! What is to leave the house, stored in the transaction that decided it: commands for billing, mails.

pub mod billing;
pub mod mail;
