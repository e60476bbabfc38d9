//! How partners speak: one folder a partner. A connector turns what a partner writes into the neutral records of
//! `domain`, and back; it knows no database and decides nothing.

pub mod billing;
pub mod billing_export;
pub mod card;
pub mod demo;
pub mod distributor;
pub mod price_list;
pub mod simulator;
