//! Finding and showing what the registry holds.

mod apply_changes;
mod case_readings;
mod change_meter;
mod compare_party;
mod contact;
mod create;
mod customer;
mod judge_readings;
mod keep_readings;
mod lists;
pub(crate) mod look_up;
mod operations;
mod point;
mod restore_supply;
mod search;
mod update_point;

pub use case_readings::case_readings;
pub use contact::record_contact;
pub use create::{Entered, create_party};
pub use customer::{CustomerView, SupplyLine, TimelineEntry, TimelineKind, show_customer};
pub(crate) use judge_readings::kind_of;
pub(crate) use keep_readings::keep_readings;
pub use lists::{
    Contact, balance_of, bills_of, contacts_of, contracts_in_state, contracts_of, list_parties,
    list_parties_at_home, points_by_code, show_contract,
};
pub(crate) use operations::OPERATIONS;
pub use point::{PointView, show_point};
pub use search::{Hit, HitKind, search};
