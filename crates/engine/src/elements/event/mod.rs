//! Events.

mod boundary;
mod catch;
mod compensation;
mod error;
mod escalation;
mod link;
mod message;
mod signal;
mod terminate;
mod throw;
