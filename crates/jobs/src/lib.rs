//! The work done in the background: papers, mails, billing, timers. Jobs are rows of the database, taken by lease and
//! done at least once; every body can therefore run twice without harm.
//!
//! One file for each kind of job under `bodies/`; what is done by the clock alone is in `periodic`.

mod backoff;
mod bodies;
pub mod import;
mod mailer;
mod outcome;
mod periodic;
mod settings;
mod worker;

pub use bodies::preview_paper;
pub use mailer::MailRoute;
pub use settings::{JobsSettings, SetUpError};
pub use worker::{Wake, Worker};

#[cfg(test)]
mod tests;
