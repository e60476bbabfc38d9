//! Reading the answers of calendars (METHOD:REPLY, RFC 5546, 3.2.3). Outlook.com leaves the organiser out, and Outlook calls zones by
//! Windows names: both are taken.

use jiff::{civil::DateTime, tz::TimeZone};
use kernel::Instant;

use super::{
    line::{Line, read, unescape},
    zone::iana,
};

/// What the one invited answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartStat {
    /// Comes.
    Accepted,
    /// Does not come.
    Declined,
    /// May come.
    Tentative,
    /// Sends somebody else.
    Delegated,
    /// Has not decided; every word we do not know counts as this (RFC 5545, 3.2.12).
    NeedsAction,
}

/// An answer to an invitation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// The identifier of the appointment.
    pub uid: String,
    /// The sequence answered to, when given: an answer to an older one is out of date.
    pub sequence: Option<u32>,
    /// The address of the one who answers, in lower case.
    pub attendee: String,
    /// The answer.
    pub partstat: PartStat,
    /// When the answer was made, when given and readable.
    pub stamped: Option<Instant>,
    /// The start of the appointment as the answer repeats it, when given and readable.
    pub start: Option<Instant>,
    /// What was written with it.
    pub comment: Option<String>,
}

/// A calendar that is no answer.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReplyError {
    /// No event in it.
    #[error("the text holds no calendar event; expected an iCalendar object with a VEVENT")]
    NotACalendar,
    /// Another method.
    #[error("the calendar is a {0}, not a REPLY; only answers to invitations are read")]
    NotAReply(String),
    /// No identifier.
    #[error("the answer has no UID: it cannot be matched to an appointment")]
    NoUid,
    /// Nobody who answers.
    #[error("the answer names no attendee: it cannot be matched to a person")]
    NoAttendee,
}

/// Reads an answer.
///
/// # Errors
/// [`ReplyError`] when the text is no answer, or does not say who answers to what.
pub fn parse_reply(ics: &str) -> Result<Reply, ReplyError> {
    let lines = read(ics);
    if let Some(method) = lines.iter().find(|line| line.name == "METHOD")
        && !method.value.trim().eq_ignore_ascii_case("REPLY")
    {
        return Err(ReplyError::NotAReply(method.value.trim().to_owned()));
    }
    let event = event(&lines).ok_or(ReplyError::NotACalendar)?;
    let find = |name: &str| event.iter().find(|line| line.name == name).copied();
    let uid = find("UID").map(|line| unescape(line.value.trim())).filter(|uid| !uid.is_empty());
    let uid = uid.ok_or(ReplyError::NoUid)?;
    let (attendee, line) = event
        .iter()
        .filter(|line| line.name == "ATTENDEE")
        .find_map(|line| address(line).map(|address| (address, *line)))
        .ok_or(ReplyError::NoAttendee)?;
    Ok(Reply {
        uid,
        sequence: find("SEQUENCE").and_then(|line| line.value.trim().parse().ok()),
        attendee,
        partstat: partstat(line.parameter("PARTSTAT").unwrap_or_default()),
        stamped: find("DTSTAMP").and_then(moment),
        start: find("DTSTART").and_then(moment),
        comment: find("COMMENT").map(|line| unescape(&line.value)).filter(|text| !text.trim().is_empty()),
    })
}

/// The properties of the first event, without those of the alarms inside it.
fn event(lines: &[Line]) -> Option<Vec<&Line>> {
    let is = |line: &Line, name: &str, value: &str| {
        line.name == name && line.value.trim().eq_ignore_ascii_case(value)
    };
    let from = lines.iter().position(|line| is(line, "BEGIN", "VEVENT"))?;
    let mut found = Vec::new();
    let mut inside = 0_u32;
    for line in lines.iter().skip(from + 1) {
        match line.name.as_str() {
            "BEGIN" => inside += 1,
            "END" if is(line, "END", "VEVENT") => break,
            "END" => inside = inside.saturating_sub(1),
            _ if inside == 0 => found.push(line),
            _ => {}
        }
    }
    Some(found)
}

/// The address of an attendee, in lower case: the value after `mailto:`, or the EMAIL parameter (RFC 7986) where the value is none.
fn address(line: &Line) -> Option<String> {
    let value = line.value.trim();
    let value = match value.get(..7) {
        Some(scheme) if scheme.eq_ignore_ascii_case("mailto:") => value.get(7..).unwrap_or_default(),
        _ => value,
    };
    [value, line.parameter("EMAIL").unwrap_or_default()]
        .into_iter()
        .map(str::trim)
        .find(|address| address.parse::<lettre::Address>().is_ok())
        .map(str::to_lowercase)
}

fn partstat(word: &str) -> PartStat {
    match word.to_ascii_uppercase().as_str() {
        "ACCEPTED" => PartStat::Accepted,
        "DECLINED" => PartStat::Declined,
        "TENTATIVE" => PartStat::Tentative,
        "DELEGATED" => PartStat::Delegated,
        _ => PartStat::NeedsAction,
    }
}

/// A date with time, in UTC or in a named zone.
fn moment(line: &Line) -> Option<Instant> {
    let text = line.value.trim();
    let (text, zone) = match text.strip_suffix('Z') {
        Some(text) => (text, TimeZone::UTC),
        None => (text, TimeZone::get(iana(line.parameter("TZID")?)).ok()?),
    };
    let local = DateTime::strptime("%Y%m%dT%H%M%S", text).ok()?;
    Some(zone.to_ambiguous_timestamp(local).compatible().ok()?.into())
}
