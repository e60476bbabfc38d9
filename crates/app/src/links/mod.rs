//! Signed links: somebody outside does one task of a case once, with its own form, without signing in.
//!
//! The address carries the id of the link and a code made of it with the key of the server (`docs/adr/0015-signed-links.md`). Nothing
//! secret is stored: the address is made again for letters and mails.

mod answer;
mod issue;
mod operations;
mod record;
mod show;
mod sign;
mod state;

pub use answer::{LinkAnswer, use_link};
pub(crate) use issue::address_of_case;
pub(crate) use operations::OPERATIONS;
pub use show::{LinkAsk, LinkField, LinkPage, LinkPaper, Shown, link_paper, look_at_link};
pub use sign::token_of;
pub use state::{LinkState, Visitor};
pub use store::links::Link;
