//! A calendar to subscribe to: what is in somebody's diary, read again by the client from time to time. Clients decide how often
//! (hourly to daily), whatever the calendar asks for.

use kernel::Instant;

use super::{invitation::PRODUCER, line::Lines, zone};

/// A calendar to subscribe to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feed {
    /// The name clients show.
    pub name: String,
    /// Its appointments.
    pub events: Vec<FeedEvent>,
}

/// An appointment in a feed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeedEvent {
    /// The identifier, the same as in its invitation.
    pub uid: String,
    /// The sequence of its last change.
    pub sequence: u32,
    /// When it last changed. It stamps the event, so that an unchanged diary gives unchanged bytes (and one ETag).
    pub changed: Instant,
    /// When it begins.
    pub start: Instant,
    /// When it ends.
    pub end: Instant,
    /// The title.
    pub summary: String,
    /// The place.
    pub location: String,
    /// More words.
    pub description: String,
    /// Whether it was called off.
    pub cancelled: bool,
    /// Whether other readers see only that the time is taken.
    pub private: bool,
}

impl Feed {
    /// The calendar, lines ended by CRLF. No reminders: clients ignore those of a feed.
    #[must_use]
    pub fn to_ics(&self) -> String {
        let mut lines = Lines::default();
        lines.raw("BEGIN:VCALENDAR");
        lines.raw(&format!("PRODID:{PRODUCER}"));
        lines.raw("VERSION:2.0");
        lines.raw("CALSCALE:GREGORIAN");
        lines.raw("METHOD:PUBLISH");
        lines.text("X-WR-CALNAME", &self.name);
        lines.raw("X-WR-TIMEZONE:Europe/Rome");
        // RFC 7986, 5.7, and the older property Outlook reads.
        lines.raw("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        lines.raw("X-PUBLISHED-TTL:PT1H");
        zone::describe(&mut lines);
        for event in &self.events {
            event.write(&mut lines);
        }
        lines.raw("END:VCALENDAR");
        lines.finish()
    }
}

impl FeedEvent {
    fn write(&self, lines: &mut Lines) {
        lines.raw("BEGIN:VEVENT");
        lines.text("UID", self.uid.trim());
        lines.raw(&format!("SEQUENCE:{}", self.sequence));
        lines.raw(&format!("DTSTAMP:{}", zone::utc(self.changed)));
        lines.raw(&format!("LAST-MODIFIED:{}", zone::utc(self.changed)));
        zone::span(lines, self.start, self.end);
        lines.text("SUMMARY", &self.summary);
        lines.some_text("LOCATION", &self.location);
        lines.some_text("DESCRIPTION", &self.description);
        lines.raw(if self.cancelled { "STATUS:CANCELLED" } else { "STATUS:CONFIRMED" });
        if self.private {
            lines.raw("CLASS:PRIVATE");
        }
        lines.raw(if self.cancelled { "TRANSP:TRANSPARENT" } else { "TRANSP:OPAQUE" });
        lines.raw("END:VEVENT");
    }
}
