//! From a message to the bytes of a mail (RFC 5322, MIME): mixed → alternative { plain, HTML, calendar } + files. Calendars take an
//! invitation only when the method stands both in the calendar and in the media type of its part.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use kernel::Instant;
use lettre::{
    Address,
    message::{
        Attachment as File, Body, MultiPart, SinglePart,
        header::{ContentTransferEncoding, ContentType, HeaderName, HeaderValue},
    },
};

use crate::{
    message::{Mailbox, Message},
    smtp::MailError,
};

/// A mail ready to be sent: the bytes, and the addresses of the envelope.
#[derive(Clone, Debug)]
pub struct Composed {
    /// The mail, lines ended by CRLF.
    pub bytes: Vec<u8>,
    pub(crate) from: Address,
    pub(crate) to: Vec<Address>,
}

/// Writes a mail. The same message gives the same bytes.
///
/// # Errors
/// [`MailError::Permanent`] when an address or the invitation is wrong: sending again cannot help.
pub fn compose(message: &Message) -> Result<Composed, MailError> {
    if message.to.is_empty() {
        return Err(MailError::Permanent("the mail has no recipient; give at least one address".to_owned()));
    }
    let from = address(&message.from)?;
    let to = message.to.iter().map(address).collect::<Result<Vec<_>, _>>()?;
    let id: String = message.id.chars().filter(|c| c.is_ascii_alphanumeric() || ".-_".contains(*c)).collect();
    let mut builder = lettre::Message::builder()
        .from(mailbox(&message.from, &from))
        .date(system_time(message.date))
        .subject(one_line(&message.subject))
        .message_id(Some(format!("<{id}@{}>", from.domain())))
        // RFC 3834: keeps out-of-office answers away.
        .raw_header(HeaderValue::new(
            HeaderName::new_from_ascii_str("Auto-Submitted"),
            "auto-generated".to_owned(),
        ));
    for (recipient, address) in message.to.iter().zip(&to) {
        builder = builder.to(mailbox(recipient, address));
    }
    if let Some(reply_to) = &message.reply_to {
        builder = builder.reply_to(mailbox(reply_to, &address(reply_to)?));
    }
    let built = match body(message, &id)? {
        Part::One(part) => builder.singlepart(part),
        Part::Many(part) => builder.multipart(part),
    };
    let built =
        built.map_err(|error| MailError::Permanent(format!("the mail cannot be written: {error}")))?;
    Ok(Composed { bytes: built.formatted(), from, to })
}

enum Part {
    One(SinglePart),
    Many(MultiPart),
}

fn body(message: &Message, id: &str) -> Result<Part, MailError> {
    let plain = SinglePart::plain(message.text.clone());
    let calendar = calendar(message)?;
    let readable = if message.html.is_none() && calendar.is_none() {
        Part::One(plain)
    } else {
        // The order goes from the plainest to the richest: readers show the last one they understand (RFC 2046, 5.1.4).
        let mut parts = MultiPart::alternative().boundary(boundary(id, "text")).singlepart(plain);
        if let Some(html) = &message.html {
            parts = parts.singlepart(SinglePart::html(html.clone()));
        }
        if let Some((method, ics)) = &calendar {
            let kind = format!("text/calendar; charset=UTF-8; method={method}");
            parts = parts.singlepart(encoded(&kind, ics.clone().into_bytes()));
        }
        Part::Many(parts)
    };
    if calendar.is_none() && message.attachments.is_empty() {
        return Ok(readable);
    }
    let mixed = MultiPart::mixed().boundary(boundary(id, "mail"));
    let mut mixed = match readable {
        Part::One(part) => mixed.singlepart(part),
        Part::Many(part) => mixed.multipart(part),
    };
    if let Some((_, ics)) = calendar {
        mixed =
            mixed.singlepart(file("invite.ics", "application/ics; name=\"invite.ics\"", ics.into_bytes()));
    }
    for attachment in &message.attachments {
        mixed = mixed.singlepart(file(&attachment.name, &attachment.media_type, attachment.bytes.clone()));
    }
    Ok(Part::Many(mixed))
}

/// The method and the text of the invitation.
fn calendar(message: &Message) -> Result<Option<(&'static str, String)>, MailError> {
    let Some(invitation) = &message.calendar else {
        return Ok(None);
    };
    invitation.check().map_err(|error| {
        MailError::Permanent(format!("the invitation {:?} is wrong: {error}", invitation.uid))
    })?;
    Ok(Some((invitation.method.code(), invitation.to_ics_from(message.date, &message.from))))
}

fn media_type(text: &str) -> ContentType {
    ContentType::parse(text)
        .or_else(|_| ContentType::parse("application/octet-stream"))
        .unwrap_or(ContentType::TEXT_PLAIN)
}

fn base64(bytes: Vec<u8>) -> Body {
    // Every content can be written in base64; the fallback lets the library choose.
    Body::new_with_encoding(bytes, ContentTransferEncoding::Base64).unwrap_or_else(Body::new)
}

fn encoded(kind: &str, bytes: Vec<u8>) -> SinglePart {
    SinglePart::builder().header(media_type(kind)).body(base64(bytes))
}

fn file(name: &str, kind: &str, bytes: Vec<u8>) -> SinglePart {
    let name: String = one_line(name).replace(['/', '\\'], "-");
    File::new(name).body(base64(bytes), media_type(kind))
}

/// A boundary that no part can contain: `=_` is not possible in base64 nor in quoted-printable (RFC 2045, 6.7).
fn boundary(id: &str, part: &str) -> String {
    let id: String = id.chars().filter(char::is_ascii_alphanumeric).take(40).collect();
    format!("=_{part}_{id}")
}

/// A header value on one line: a line feed in a subject would begin a new header.
fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_control()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn address(mailbox: &Mailbox) -> Result<Address, MailError> {
    mailbox.address.parse().map_err(|_| {
        MailError::Permanent(format!(
            "{:?} is not an e-mail address; correct it and send again",
            mailbox.address
        ))
    })
}

fn mailbox(mailbox: &Mailbox, address: &Address) -> lettre::message::Mailbox {
    lettre::message::Mailbox::new(mailbox.name.as_deref().map(one_line), address.clone())
}

fn system_time(at: Instant) -> SystemTime {
    UNIX_EPOCH + Duration::from_micros(u64::try_from(at.as_micros()).unwrap_or(0))
}
