//! Gateways.

mod complex;
mod event_based;
mod inclusive;
mod parallel;
