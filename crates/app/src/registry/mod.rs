//! Finding and showing what the registry holds.

mod contact;
mod create;
mod customer;
mod lists;
pub(crate) mod look_up;
mod point;
mod search;

pub use contact::record_contact;
pub use create::{Entered, create_party};
pub use customer::{CustomerView, SupplyLine, TimelineEntry, TimelineKind, show_customer};
pub use lists::{
    Contact, balance_of, bills_of, contacts_of, contracts_in_state, contracts_of, list_parties,
    list_parties_at_home, points_by_code, show_contract,
};
pub use point::{PointView, show_point};
pub use search::{Hit, HitKind, search};
