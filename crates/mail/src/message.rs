//! A mail as the rest of the program sees it.

use std::{fmt, str::FromStr};

use kernel::Instant;

use crate::ics::Invitation;

/// Somebody's address, with the name shown beside it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub struct Mailbox {
    /// The name shown, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The address, for example `agenda@example.it`.
    pub address: String,
}

impl Mailbox {
    /// An address with a name.
    #[must_use]
    pub fn new(name: &str, address: &str) -> Self {
        let name = name.trim();
        Self { name: (!name.is_empty()).then(|| name.to_owned()), address: address.trim().to_owned() }
    }

    /// An address alone.
    #[must_use]
    pub fn bare(address: &str) -> Self {
        Self::new("", address)
    }

    /// Whether both are the same mailbox: addresses are compared without regard to case, names do not count.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        self.address.eq_ignore_ascii_case(&other.address)
    }
}

impl fmt::Display for Mailbox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.name {
            Some(name) => write!(f, "{name} <{}>", self.address),
            None => f.write_str(&self.address),
        }
    }
}

/// A text that is not a mailbox.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not an e-mail address; write one like agenda@example.it or Sportello <agenda@example.it>")]
pub struct NotAMailbox(pub String);

impl FromStr for Mailbox {
    type Err = NotAMailbox;

    /// Reads `agenda@example.it` or `Sportello <agenda@example.it>`.
    fn from_str(text: &str) -> Result<Self, NotAMailbox> {
        let wrong = || NotAMailbox(text.to_owned());
        let (name, address) = match text.rsplit_once('<') {
            Some((name, rest)) => {
                (name.trim().trim_matches('"'), rest.trim_end().strip_suffix('>').ok_or_else(wrong)?)
            }
            None => ("", text.trim()),
        };
        let mailbox = Self::new(name, address);
        mailbox.address.parse::<lettre::Address>().map_err(|_| wrong())?;
        Ok(mailbox)
    }
}

/// A file sent along.
#[derive(Clone, PartialEq, Eq)]
pub struct Attachment {
    /// Its name, with the ending.
    pub name: String,
    /// Its media type, for example `application/pdf`; an unreadable one becomes `application/octet-stream`.
    pub media_type: String,
    /// The file.
    pub bytes: Vec<u8>,
}

impl fmt::Debug for Attachment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Attachment({:?}, {}, {} bytes)", self.name, self.media_type, self.bytes.len())
    }
}

/// A mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The part before the `@` of the Message-ID (RFC 5322, section 3.6.4): stable over retries, so that a mail delivered twice
    /// shows once. Letters, digits, dots and dashes; other characters are dropped.
    pub id: String,
    /// The date in the head of the mail, and the stamp of its invitation.
    pub date: Instant,
    /// Who it is from; also the envelope sender, where bounces go.
    pub from: Mailbox,
    /// Where answers go, when not to the sender.
    pub reply_to: Option<Mailbox>,
    /// Who it is to. Each is a delivery of its own: one refused address does not keep the others from theirs.
    pub to: Vec<Mailbox>,
    /// The subject.
    pub subject: String,
    /// The text for readers without HTML.
    pub text: String,
    /// The same as HTML.
    pub html: Option<String>,
    /// The invitation, change or cancellation that calendars read.
    pub calendar: Option<Invitation>,
    /// Files sent along.
    pub attachments: Vec<Attachment>,
}
