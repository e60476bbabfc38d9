//! The nouns of a utility's front office and their rules: the registry, cases, the cash desk, instalments, the change of
//! holder, who may do what. No I/O; a refusal is a value with a stable code, never a sentence.

pub mod access;
pub mod activation;
pub mod cases;
pub mod cash;
pub mod debt;
pub mod distributor;
pub mod import;
pub mod instalments;
pub mod prices;
pub mod registry;
pub mod voltura;
