//! Work in the background: jobs with leases, and incidents that wait for a person.

pub mod incident;
pub mod job;
