//! Mail to the outside: SMTP, MIME and calendar messages (iCalendar, RFC 5545 and 5546). The only crate that knows the SMTP
//! library. It writes no sentences of its own for customers: subjects and texts are given.

pub mod compose;
mod html;
pub mod ics;
pub mod message;
pub mod smtp;

pub use html::html;
pub use ics::{
    Alarm, Feed, FeedEvent, Invitation, InvitationError, LocalTime, Method, NoSuchTime, PartStat, Reply,
    ReplyError, local_time, parse_reply,
};
pub use message::{Attachment, Mailbox, Message, NotAMailbox};
pub use smtp::{MailError, Refused, Security, Sent, Smtp, SmtpSettings};
