//! The smallest shared words of Sportello: identifiers, time, money, periods, actors, languages, sectors
//! and the check-digit codes of Italian paperwork. No I/O, no database, nothing of ours below it.

pub mod actor;
pub mod clock;
pub mod codes;
pub mod fold;
pub mod ids;
pub mod lang;
pub mod money;
pub mod period;
pub mod sector;

pub use actor::Actor;
pub use clock::{Clock, FixedClock, Instant, SystemClock};
pub use fold::fold;
pub use ids::*;
pub use jiff::civil::Date;
pub use lang::Lang;
pub use money::Money;
pub use period::Period;
pub use sector::Sector;
