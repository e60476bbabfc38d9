//! The packs in the binary: every folder of `procedures/`, found when the crate is built.

use crate::Files;

const SHIPPED: &[(&str, &[(&str, &str)])] = include!(concat!(env!("OUT_DIR"), "/shipped.rs"));

/// Code and files of every shipped pack, by code.
#[must_use]
pub fn shipped() -> Vec<(&'static str, Files)> {
    SHIPPED
        .iter()
        .map(|(code, files)| {
            (*code, files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect())
        })
        .collect()
}
