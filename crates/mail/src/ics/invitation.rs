//! An invitation to one appointment: request, change (the same with a higher sequence) and cancellation.

use kernel::Instant;

use super::{
    line::{Lines, parameter},
    zone,
};
use crate::message::Mailbox;

/// Who made the calendar (RFC 5545, 3.7.3).
pub(crate) const PRODUCER: &str = "-//Sportello//Sportello//IT";

/// What the message does (RFC 5546).
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Method {
    /// Invites, or changes an invitation when the sequence is higher.
    Request,
    /// Takes an invitation back.
    Cancel,
}

impl Method {
    /// The word in the calendar and in the media type.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Request => "REQUEST",
            Self::Cancel => "CANCEL",
        }
    }
}

/// A reminder of the calendar itself.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Alarm {
    /// How long before the start, in minutes.
    pub minutes_before: u32,
    /// What it shows, for example `Promemoria`.
    pub description: String,
}

/// An appointment as calendars learn of it.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Invitation {
    /// Stable for the life of the appointment and unique in the world, for example `act-2026-000123@crm.example.it`.
    pub uid: String,
    /// One higher at each change of time, place or state, and at a cancellation.
    pub sequence: u32,
    /// What the message does.
    pub method: Method,
    /// When it begins.
    pub start: Instant,
    /// When it ends.
    pub end: Instant,
    /// The title. As little personal data as possible: calendars are shared.
    pub summary: String,
    /// The place.
    pub location: String,
    /// More words.
    pub description: String,
    /// The service mailbox that answers come to; never the one who is invited, to whom Outlook would show no buttons.
    pub organizer: Mailbox,
    /// Who is invited.
    pub attendees: Vec<Mailbox>,
    /// The reminder; a cancellation has none.
    pub alarm: Option<Alarm>,
    /// Whether other readers of the calendar see only that the time is taken.
    #[serde(default)]
    pub private: bool,
}

/// An invitation calendars would refuse.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvitationError {
    /// No identifier: changes would never find the appointment.
    #[error("it has no identifier")]
    NoUid,
    /// Nobody is invited.
    #[error("nobody is invited; give at least one attendee")]
    NoAttendee,
    /// It ends before it begins, or at once.
    #[error("it ends at {end}, not after its start at {start}")]
    Backwards {
        /// The start.
        start: Instant,
        /// The end.
        end: Instant,
    },
    /// The organiser is invited too.
    #[error(
        "{0} is organiser and attendee; use a service mailbox as organiser, or Outlook shows no buttons to accept"
    )]
    OwnGuest(String),
}

impl Invitation {
    /// Whether calendars will take it.
    ///
    /// # Errors
    /// [`InvitationError`] names the fault.
    pub fn check(&self) -> Result<(), InvitationError> {
        if self.uid.trim().is_empty() {
            return Err(InvitationError::NoUid);
        }
        if self.attendees.is_empty() {
            return Err(InvitationError::NoAttendee);
        }
        if self.end <= self.start {
            return Err(InvitationError::Backwards { start: self.start, end: self.end });
        }
        match self.attendees.iter().find(|guest| guest.is(&self.organizer)) {
            Some(guest) => Err(InvitationError::OwnGuest(guest.address.clone())),
            None => Ok(()),
        }
    }

    /// The cancellation of this invitation for these guests: the next sequence, no alarm. A reassignment cancels for the old one
    /// and requests for the new one, both with the same next sequence.
    #[must_use]
    pub fn cancelled_for(&self, guests: Vec<Mailbox>) -> Self {
        Self {
            method: Method::Cancel,
            sequence: self.sequence.saturating_add(1),
            attendees: guests,
            alarm: None,
            ..self.clone()
        }
    }

    /// The calendar, lines ended by CRLF; `now` stamps it.
    #[must_use]
    pub fn to_ics(&self, now: Instant) -> String {
        self.to_ics_from(now, &self.organizer)
    }

    /// The calendar as sent by `from`, who is named when not the organiser.
    pub(crate) fn to_ics_from(&self, now: Instant, from: &Mailbox) -> String {
        let mut lines = Lines::default();
        lines.raw("BEGIN:VCALENDAR");
        lines.raw(&format!("PRODID:{PRODUCER}"));
        lines.raw("VERSION:2.0");
        lines.raw("CALSCALE:GREGORIAN");
        lines.raw(&format!("METHOD:{}", self.method.code()));
        zone::describe(&mut lines);
        lines.raw("BEGIN:VEVENT");
        lines.text("UID", self.uid.trim());
        lines.raw(&format!("SEQUENCE:{}", self.sequence));
        lines.raw(&format!("DTSTAMP:{}", zone::utc(now)));
        zone::span(&mut lines, self.start, self.end);
        lines.text("SUMMARY", &self.summary);
        lines.some_text("LOCATION", &self.location);
        lines.some_text("DESCRIPTION", &self.description);
        self.people(&mut lines, from);
        let status = if self.method == Method::Cancel { "CANCELLED" } else { "CONFIRMED" };
        lines.raw(&format!("STATUS:{status}"));
        if self.private {
            lines.raw("CLASS:PRIVATE");
        }
        lines.raw("TRANSP:OPAQUE");
        lines.raw("X-MICROSOFT-CDO-BUSYSTATUS:BUSY");
        if let (Method::Request, Some(alarm)) = (self.method, &self.alarm) {
            write_alarm(&mut lines, alarm);
        }
        lines.raw("END:VEVENT");
        lines.raw("END:VCALENDAR");
        lines.finish()
    }

    fn people(&self, lines: &mut Lines, from: &Mailbox) {
        let sent_by = if from.is(&self.organizer) {
            String::new()
        } else {
            format!(";SENT-BY=\"mailto:{}\"", from.address.replace('"', ""))
        };
        let organizer = &self.organizer;
        lines.raw(&format!("ORGANIZER{}{sent_by}:mailto:{}", common_name(organizer), organizer.address));
        for guest in &self.attendees {
            lines.raw(&format!(
                "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE{}:mailto:{}",
                common_name(guest),
                guest.address
            ));
        }
    }
}

fn common_name(mailbox: &Mailbox) -> String {
    mailbox.name.as_deref().map_or_else(String::new, |name| format!(";CN={}", parameter(name)))
}

/// `-P2D` for two days, `-PT3H` for three hours, `-PT45M` else.
fn write_alarm(lines: &mut Lines, alarm: &Alarm) {
    let minutes = alarm.minutes_before;
    let trigger = if minutes == 0 {
        "PT0M".to_owned()
    } else if minutes.is_multiple_of(1440) {
        format!("-P{}D", minutes / 1440)
    } else if minutes.is_multiple_of(60) {
        format!("-PT{}H", minutes / 60)
    } else {
        format!("-PT{minutes}M")
    };
    lines.raw("BEGIN:VALARM");
    lines.raw("ACTION:DISPLAY");
    lines.text("DESCRIPTION", &alarm.description);
    lines.raw(&format!("TRIGGER:{trigger}"));
    lines.raw("END:VALARM");
}
