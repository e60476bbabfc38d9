//! Calendar messages: iCalendar (RFC 5545) and its scheduling methods (RFC 5546), written by us, because Outlook is exacting
//! about zones and methods.

mod feed;
mod invitation;
mod line;
mod reply;
mod zone;

pub use feed::{Feed, FeedEvent};
pub use invitation::{Alarm, Invitation, InvitationError, Method};
pub use reply::{PartStat, Reply, ReplyError, parse_reply};
pub use zone::{LocalTime, NoSuchTime, local_time};
