//! The API over HTTP, in process, on both engines: the modules mirror the URLs.

#[cfg(test)]
#[path = "../../../app/tests/support/mod.rs"]
mod support;

#[cfg(test)]
mod appointments;
#[cfg(test)]
mod caller;
#[cfg(test)]
mod cases;
#[cfg(test)]
mod idempotency;
#[cfg(test)]
mod openapi;
#[cfg(test)]
mod paging;
#[cfg(test)]
mod parties;
#[cfg(test)]
mod problems;
#[cfg(test)]
mod registry;
#[cfg(test)]
mod roles;
