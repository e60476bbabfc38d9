//! The catalogues and the functions of their messages. Written by `cargo xtask texts`; do not edit.

mod components;
mod errors;
mod fields;
mod home;
mod layout;
mod mail;
mod queue;
mod search;
mod sign_in;
mod wizard;
mod words;

use kernel::Lang;

/// The Fluent sources of a language: area and text.
#[must_use]
pub const fn sources(lang: Lang) -> &'static [(&'static str, &'static str)] {
    match lang {
        Lang::It => &[
            ("components", include_str!("../../../../texts/it/components.ftl")),
            ("errors", include_str!("../../../../texts/it/errors.ftl")),
            ("fields", include_str!("../../../../texts/it/fields.ftl")),
            ("home", include_str!("../../../../texts/it/home.ftl")),
            ("layout", include_str!("../../../../texts/it/layout.ftl")),
            ("mail", include_str!("../../../../texts/it/mail.ftl")),
            ("queue", include_str!("../../../../texts/it/queue.ftl")),
            ("search", include_str!("../../../../texts/it/search.ftl")),
            ("sign-in", include_str!("../../../../texts/it/sign-in.ftl")),
            ("wizard", include_str!("../../../../texts/it/wizard.ftl")),
            ("words", include_str!("../../../../texts/it/words.ftl")),
        ],
        Lang::En => &[
            ("components", include_str!("../../../../texts/en/components.ftl")),
            ("errors", include_str!("../../../../texts/en/errors.ftl")),
            ("fields", include_str!("../../../../texts/en/fields.ftl")),
            ("home", include_str!("../../../../texts/en/home.ftl")),
            ("layout", include_str!("../../../../texts/en/layout.ftl")),
            ("mail", include_str!("../../../../texts/en/mail.ftl")),
            ("queue", include_str!("../../../../texts/en/queue.ftl")),
            ("search", include_str!("../../../../texts/en/search.ftl")),
            ("sign-in", include_str!("../../../../texts/en/sign-in.ftl")),
            ("wizard", include_str!("../../../../texts/en/wizard.ftl")),
            ("words", include_str!("../../../../texts/en/words.ftl")),
        ],
    }
}
