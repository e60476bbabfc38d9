//! Calendar messages, to the letter.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly, in its helpers too")]

use jiff::civil::date;
use kernel::Instant;
use mail::{
    Alarm, Feed, FeedEvent, Invitation, InvitationError, LocalTime, Mailbox, Method, PartStat, ReplyError,
    local_time, parse_reply,
};
use proptest::prelude::*;

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

fn visit() -> Invitation {
    Invitation {
        uid: "act-2026-000123@crm.example.it".to_owned(),
        sequence: 0,
        method: Method::Request,
        start: at("2026-11-25T08:30:00Z"),
        end: at("2026-11-25T09:30:00Z"),
        summary: "Sopralluogo preventivo PN1".to_owned(),
        location: "Via Roma 1, Concordia".to_owned(),
        description: "Pratica 2026/000123. Dettagli nel CRM.".to_owned(),
        organizer: Mailbox::new("Sportello", "agenda@crm.example.it"),
        attendees: vec![Mailbox::new("Agente", "agente@example.it")],
        alarm: Some(Alarm { minutes_before: 2880, description: "Promemoria".to_owned() }),
        private: false,
    }
}

fn stamp() -> Instant {
    at("2026-11-22T08:00:00Z")
}

fn unfold(ics: &str) -> String {
    ics.replace("\r\n ", "")
}

#[test]
fn a_request_is_written_to_the_letter() {
    let expected = "BEGIN:VCALENDAR
PRODID:-//Sportello//Sportello//IT
VERSION:2.0
CALSCALE:GREGORIAN
METHOD:REQUEST
BEGIN:VTIMEZONE
TZID:Europe/Rome
BEGIN:STANDARD
DTSTART:19961027T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19960331T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
END:VTIMEZONE
BEGIN:VEVENT
UID:act-2026-000123@crm.example.it
SEQUENCE:0
DTSTAMP:20261122T080000Z
DTSTART;TZID=Europe/Rome:20261125T093000
DTEND;TZID=Europe/Rome:20261125T103000
SUMMARY:Sopralluogo preventivo PN1
LOCATION:Via Roma 1\\, Concordia
DESCRIPTION:Pratica 2026/000123. Dettagli nel CRM.
ORGANIZER;CN=Sportello:mailto:agenda@crm.example.it
ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=
 TRUE;CN=Agente:mailto:agente@example.it
STATUS:CONFIRMED
TRANSP:OPAQUE
X-MICROSOFT-CDO-BUSYSTATUS:BUSY
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:Promemoria
TRIGGER:-P2D
END:VALARM
END:VEVENT
END:VCALENDAR
";
    assert_eq!(visit().to_ics(stamp()), expected.replace('\n', "\r\n"));
}

#[test]
fn a_cancellation_differs_only_in_method_sequence_status_and_the_missing_alarm() {
    let request = visit().to_ics(stamp());
    let cancel = visit().cancelled_for(visit().attendees).to_ics(stamp());
    let alarm = "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Promemoria\r\nTRIGGER:-P2D\r\nEND:VALARM\r\n";
    let expected = request
        .replace("METHOD:REQUEST", "METHOD:CANCEL")
        .replace("SEQUENCE:0", "SEQUENCE:1")
        .replace("STATUS:CONFIRMED", "STATUS:CANCELLED")
        .replace(alarm, "");
    assert_eq!(cancel, expected);
}

#[test]
fn a_cancellation_has_no_alarm_even_when_one_was_left_in() {
    let mut cancel = visit();
    cancel.method = Method::Cancel;
    assert!(!cancel.to_ics(stamp()).contains("VALARM"));
}

#[test]
fn a_change_keeps_the_identifier_and_carries_the_new_sequence_time_and_stamp() {
    let mut changed = visit();
    changed.sequence = 3;
    changed.start = at("2026-07-01T07:30:00Z");
    changed.end = at("2026-07-01T08:00:00Z");
    let ics = changed.to_ics(at("2026-06-01T10:00:00Z"));
    for line in [
        "UID:act-2026-000123@crm.example.it\r\n",
        "SEQUENCE:3\r\n",
        "DTSTAMP:20260601T100000Z\r\n",
        "DTSTART;TZID=Europe/Rome:20260701T093000\r\n",
        "DTEND;TZID=Europe/Rome:20260701T100000\r\n",
    ] {
        assert!(ics.contains(line), "{line} is not in {ics}");
    }
}

#[test]
fn the_hour_that_does_not_exist_is_refused_and_the_one_that_comes_twice_gives_both_moments() {
    let error = local_time(date(2027, 3, 28).at(2, 30, 0, 0)).unwrap_err();
    assert!(error.to_string().contains("2027-03-28T02:30:00 does not exist"), "{error}");
    assert_eq!(
        local_time(date(2027, 10, 31).at(2, 30, 0, 0)),
        Ok(LocalTime::Twice { first: at("2027-10-31T00:30:00Z"), second: at("2027-10-31T01:30:00Z") })
    );
    assert_eq!(
        local_time(date(2026, 11, 25).at(9, 30, 0, 0)),
        Ok(LocalTime::Once(at("2026-11-25T08:30:00Z")))
    );
    assert_eq!(local_time(date(2026, 7, 1).at(9, 30, 0, 0)), Ok(LocalTime::Once(at("2026-07-01T07:30:00Z"))));
}

#[test]
fn an_appointment_in_the_hour_that_comes_twice_is_written_in_utc() {
    let mut night = visit();
    night.start = at("2027-10-31T01:30:00Z");
    night.end = at("2027-10-31T02:30:00Z");
    let ics = night.to_ics(stamp());
    assert!(ics.contains("DTSTART:20271031T013000Z\r\nDTEND:20271031T023000Z\r\n"), "{ics}");
}

#[test]
fn alarms_are_written_in_the_largest_whole_unit() {
    for (minutes, trigger) in [(2880, "-P2D"), (180, "-PT3H"), (45, "-PT45M"), (0, "PT0M")] {
        let mut one = visit();
        one.alarm = Some(Alarm { minutes_before: minutes, description: "x".to_owned() });
        assert!(one.to_ics(stamp()).contains(&format!("TRIGGER:{trigger}\r\n")), "{minutes}");
    }
}

#[test]
fn signs_of_the_format_inside_texts_and_names_do_no_harm() {
    let mut odd = visit();
    odd.summary = "Prima riga\r\nSeconda; con \\ e, virgola\nATTENDEE:mailto:x@y.it".to_owned();
    odd.attendees = vec![Mailbox::new("Rossi; \"Mario\": capo, squadra\r\nX:1", "m@example.it")];
    let ics = unfold(&odd.to_ics(stamp()));
    assert!(
        ics.contains("SUMMARY:Prima riga\\nSeconda\\; con \\\\ e\\, virgola\\nATTENDEE:mailto:x@y.it\r\n"),
        "{ics}"
    );
    assert!(ics.contains(";CN=\"Rossi; 'Mario': capo, squadraX:1\":mailto:m@example.it\r\n"), "{ics}");
}

#[test]
fn private_appointments_say_so() {
    let mut private = visit();
    private.private = true;
    assert!(private.to_ics(stamp()).contains("CLASS:PRIVATE\r\n"));
    assert!(!visit().to_ics(stamp()).contains("CLASS:"));
}

#[test]
fn invitations_calendars_would_refuse_are_named() {
    assert_eq!(visit().check(), Ok(()));
    type Spoil = fn(&mut Invitation);
    let cases: [(Spoil, InvitationError); 4] = [
        (|i| i.uid = " ".to_owned(), InvitationError::NoUid),
        (|i| i.attendees.clear(), InvitationError::NoAttendee),
        (|i| i.end = i.start, InvitationError::Backwards { start: visit().start, end: visit().start }),
        (
            |i| i.attendees.push(Mailbox::bare("AGENDA@crm.example.it")),
            InvitationError::OwnGuest("AGENDA@crm.example.it".to_owned()),
        ),
    ];
    for (spoil, expected) in cases {
        let mut invitation = visit();
        spoil(&mut invitation);
        assert_eq!(invitation.check(), Err(expected));
    }
}

#[test]
fn another_reader_of_the_format_finds_what_was_written() {
    let ics = visit().to_ics(stamp());
    let text = icalendar::parser::unfold(&ics);
    let calendar = icalendar::parser::read_calendar(&text).unwrap();
    let method = calendar.properties.iter().find(|p| p.name == "METHOD").unwrap();
    assert_eq!(method.val.as_ref(), "REQUEST");
    let event = calendar.components.iter().find(|c| c.name == "VEVENT").unwrap();
    let zone = calendar.components.iter().find(|c| c.name == "VTIMEZONE").unwrap();
    assert_eq!(zone.components.len(), 2);
    let find = |name: &str| event.properties.iter().find(|p| p.name == name).unwrap();
    assert_eq!(find("UID").val.as_ref(), "act-2026-000123@crm.example.it");
    assert_eq!(find("ATTENDEE").val.as_ref(), "mailto:agente@example.it");
    let zone = find("DTSTART").params.iter().find(|p| p.key == "TZID").unwrap();
    assert_eq!(zone.val.as_ref().unwrap().as_ref(), "Europe/Rome");
    assert_eq!(event.components.len(), 1, "the alarm");
}

fn feed() -> Feed {
    let event = |uid: &str, cancelled: bool| FeedEvent {
        uid: uid.to_owned(),
        sequence: 1,
        changed: at("2026-11-20T10:00:00Z"),
        start: visit().start,
        end: visit().end,
        summary: "Lettura, contatore".to_owned(),
        location: String::new(),
        description: String::new(),
        cancelled,
        private: false,
    };
    Feed { name: "Agenda; Elena Ferri".to_owned(), events: vec![event("a@x", false), event("b@x", true)] }
}

#[test]
fn a_feed_is_published_with_its_name_and_how_often_to_come_again() {
    let ics = feed().to_ics();
    for line in [
        "METHOD:PUBLISH\r\n",
        "X-WR-CALNAME:Agenda\\; Elena Ferri\r\n",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H\r\n",
        "X-PUBLISHED-TTL:PT1H\r\n",
        "BEGIN:VTIMEZONE\r\n",
        "DTSTAMP:20261120T100000Z\r\n",
        "STATUS:CANCELLED\r\n",
    ] {
        assert!(ics.contains(line), "{line} is not in {ics}");
    }
    assert_eq!(ics.matches("BEGIN:VTIMEZONE").count(), 1);
    assert!(!ics.contains("VALARM") && !ics.contains("ATTENDEE"));
}

#[test]
fn an_empty_feed_is_still_a_calendar() {
    let ics = Feed { name: "x".to_owned(), events: Vec::new() }.to_ics();
    assert!(ics.starts_with("BEGIN:VCALENDAR\r\n") && ics.ends_with("END:VCALENDAR\r\n"));
}

fn answer(lines: &str) -> String {
    format!("BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n{lines}END:VEVENT\r\nEND:VCALENDAR\r\n")
        .replace('|', "\r\n")
}

#[test]
fn an_answer_of_outlook_is_read_with_its_windows_zone_and_without_organiser() {
    let reply = parse_reply(&answer(
        "ATTENDEE;PARTSTAT=ACCEPTED;CN=Agente:MAILTO:Agente@Example.it|UID:act-2026-000123@crm.example.it|SEQUENCE:2|\
         DTSTART;TZID=W. Europe Standard Time:20261125T093000|DTSTAMP:20261123T070000Z|COMMENT;LANGUAGE=it:Arrivo tardi\\, \
         |  alle 10|BEGIN:VALARM|UID:alarm|END:VALARM|",
    ))
    .unwrap();
    assert_eq!(reply.uid, "act-2026-000123@crm.example.it");
    assert_eq!(reply.attendee, "agente@example.it");
    assert_eq!(reply.partstat, PartStat::Accepted);
    assert_eq!(reply.sequence, Some(2));
    assert_eq!(reply.start, Some(at("2026-11-25T08:30:00Z")));
    assert_eq!(reply.stamped, Some(at("2026-11-23T07:00:00Z")));
    assert_eq!(reply.comment.as_deref(), Some("Arrivo tardi,  alle 10"));
}

#[test]
fn every_kind_of_answer_and_zone_is_taken() {
    for (word, expected) in [
        ("accepted", PartStat::Accepted),
        ("DECLINED", PartStat::Declined),
        ("TENTATIVE", PartStat::Tentative),
        ("DELEGATED", PartStat::Delegated),
        ("X-PERHAPS", PartStat::NeedsAction),
    ] {
        let reply = parse_reply(&answer(&format!("UID:u|ATTENDEE;PARTSTAT={word}:mailto:a@b.it|"))).unwrap();
        assert_eq!(reply.partstat, expected, "{word}");
    }
    for (zone, expected) in [
        (";TZID=Europe/Rome:20261125T093000", Some("2026-11-25T08:30:00Z")),
        (
            ";TZID=\"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna\":20261125T093000",
            Some("2026-11-25T08:30:00Z"),
        ),
        (";TZID=GMT Standard Time:20261125T093000", Some("2026-11-25T09:30:00Z")),
        (":20261125T083000Z", Some("2026-11-25T08:30:00Z")),
        (";TZID=Customized Time Zone:20261125T093000", None),
        (";VALUE=DATE:20261125", None),
    ] {
        let reply = parse_reply(&answer(&format!("UID:u|ATTENDEE:mailto:a@b.it|DTSTART{zone}|"))).unwrap();
        assert_eq!(reply.start, expected.map(at), "{zone}");
    }
}

#[test]
fn an_attendee_without_address_is_found_by_its_email_parameter() {
    let reply =
        parse_reply(&answer("UID:u|ATTENDEE;EMAIL=a@b.it;PARTSTAT=DECLINED:invalid:nomail|")).unwrap();
    assert_eq!((reply.attendee.as_str(), reply.partstat), ("a@b.it", PartStat::Declined));
}

#[test]
fn what_is_no_answer_is_refused_with_the_reason() {
    assert_eq!(parse_reply("hello"), Err(ReplyError::NotACalendar));
    assert_eq!(parse_reply(&visit().to_ics(stamp())), Err(ReplyError::NotAReply("REQUEST".to_owned())));
    assert_eq!(parse_reply(&answer("ATTENDEE:mailto:a@b.it|")), Err(ReplyError::NoUid));
    assert_eq!(parse_reply(&answer("UID:u|ATTENDEE:urn:x|")), Err(ReplyError::NoAttendee));
}

proptest! {
    #[test]
    fn no_line_passes_75_octets_and_unfolding_gives_the_text_back(text in "\\PC{0,300}") {
        let mut one = visit();
        one.description = text.clone();
        one.organizer.name = Some(text.clone());
        let ics = one.to_ics(stamp());
        prop_assert!(ics.split("\r\n").all(|line| line.len() <= 75));
        prop_assert!(!ics.replace("\r\n", "").contains(['\r', '\n']));
        if !text.is_empty() {
            let unfolded = unfold(&ics);
            let line = unfolded.split("\r\n").find_map(|line| line.strip_prefix("DESCRIPTION:")).unwrap().to_owned();
            let mut back = String::new();
            let mut escaped = false;
            for c in line.chars() {
                if c == '\\' && !escaped {
                    escaped = true;
                } else {
                    back.push(c);
                    escaped = false;
                }
            }
            prop_assert_eq!(back, text);
        }
    }

    #[test]
    fn no_text_makes_the_reader_of_answers_panic(text in "\\PC{0,80}", noise in "[A-Z;:=\"\r\n ]{0,60}") {
        let _ = parse_reply(&text);
        let _ = parse_reply(&answer(&format!("{noise}|ATTENDEE;{text}:mailto:a@b.it|UID:{text}|{noise}")));
    }
}
