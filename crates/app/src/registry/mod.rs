//! Finding and showing what the registry holds.

mod contact;
mod customer;
pub(crate) mod look_up;
mod point;
mod search;

pub use contact::record_contact;
pub use customer::{CustomerView, SupplyLine, TimelineEntry, TimelineKind, show_customer};
pub use point::{PointView, show_point};
pub use search::{Hit, HitKind, search};
