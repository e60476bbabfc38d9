//! The catalogues and the functions of their messages. Written by `cargo xtask texts`; do not edit.

mod accounts;
mod agenda;
mod audit;
mod bills;
mod case;
mod components;
mod customer;
mod errors;
mod exchange;
mod fields;
mod findings;
mod home;
mod imports;
mod incidents;
mod layout;
mod link;
mod mail;
mod new_request;
mod queue;
mod refusals;
mod search;
mod sign_in;
mod standing;
mod supply;
mod till;
mod wizard;
mod words;

use kernel::Lang;

/// The Fluent sources of a language: area and text.
#[must_use]
pub const fn sources(lang: Lang) -> &'static [(&'static str, &'static str)] {
    match lang {
        Lang::It => &[
            ("accounts", include_str!("../../../../texts/it/accounts.ftl")),
            ("agenda", include_str!("../../../../texts/it/agenda.ftl")),
            ("audit", include_str!("../../../../texts/it/audit.ftl")),
            ("bills", include_str!("../../../../texts/it/bills.ftl")),
            ("case", include_str!("../../../../texts/it/case.ftl")),
            ("components", include_str!("../../../../texts/it/components.ftl")),
            ("customer", include_str!("../../../../texts/it/customer.ftl")),
            ("errors", include_str!("../../../../texts/it/errors.ftl")),
            ("exchange", include_str!("../../../../texts/it/exchange.ftl")),
            ("fields", include_str!("../../../../texts/it/fields.ftl")),
            ("findings", include_str!("../../../../texts/it/findings.ftl")),
            ("home", include_str!("../../../../texts/it/home.ftl")),
            ("imports", include_str!("../../../../texts/it/imports.ftl")),
            ("incidents", include_str!("../../../../texts/it/incidents.ftl")),
            ("layout", include_str!("../../../../texts/it/layout.ftl")),
            ("link", include_str!("../../../../texts/it/link.ftl")),
            ("mail", include_str!("../../../../texts/it/mail.ftl")),
            ("new-request", include_str!("../../../../texts/it/new-request.ftl")),
            ("queue", include_str!("../../../../texts/it/queue.ftl")),
            ("refusals", include_str!("../../../../texts/it/refusals.ftl")),
            ("search", include_str!("../../../../texts/it/search.ftl")),
            ("sign-in", include_str!("../../../../texts/it/sign-in.ftl")),
            ("standing", include_str!("../../../../texts/it/standing.ftl")),
            ("supply", include_str!("../../../../texts/it/supply.ftl")),
            ("till", include_str!("../../../../texts/it/till.ftl")),
            ("wizard", include_str!("../../../../texts/it/wizard.ftl")),
            ("words", include_str!("../../../../texts/it/words.ftl")),
        ],
        Lang::En => &[
            ("accounts", include_str!("../../../../texts/en/accounts.ftl")),
            ("agenda", include_str!("../../../../texts/en/agenda.ftl")),
            ("audit", include_str!("../../../../texts/en/audit.ftl")),
            ("bills", include_str!("../../../../texts/en/bills.ftl")),
            ("case", include_str!("../../../../texts/en/case.ftl")),
            ("components", include_str!("../../../../texts/en/components.ftl")),
            ("customer", include_str!("../../../../texts/en/customer.ftl")),
            ("errors", include_str!("../../../../texts/en/errors.ftl")),
            ("exchange", include_str!("../../../../texts/en/exchange.ftl")),
            ("fields", include_str!("../../../../texts/en/fields.ftl")),
            ("findings", include_str!("../../../../texts/en/findings.ftl")),
            ("home", include_str!("../../../../texts/en/home.ftl")),
            ("imports", include_str!("../../../../texts/en/imports.ftl")),
            ("incidents", include_str!("../../../../texts/en/incidents.ftl")),
            ("layout", include_str!("../../../../texts/en/layout.ftl")),
            ("link", include_str!("../../../../texts/en/link.ftl")),
            ("mail", include_str!("../../../../texts/en/mail.ftl")),
            ("new-request", include_str!("../../../../texts/en/new-request.ftl")),
            ("queue", include_str!("../../../../texts/en/queue.ftl")),
            ("refusals", include_str!("../../../../texts/en/refusals.ftl")),
            ("search", include_str!("../../../../texts/en/search.ftl")),
            ("sign-in", include_str!("../../../../texts/en/sign-in.ftl")),
            ("standing", include_str!("../../../../texts/en/standing.ftl")),
            ("supply", include_str!("../../../../texts/en/supply.ftl")),
            ("till", include_str!("../../../../texts/en/till.ftl")),
            ("wizard", include_str!("../../../../texts/en/wizard.ftl")),
            ("words", include_str!("../../../../texts/en/words.ftl")),
        ],
    }
}
