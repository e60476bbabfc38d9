//! The technicians' day: lanes by person on a scale of hours, what nobody has yet, the same by time; one appointment.

use askama::Template;
use jiff::civil::Time;
use kernel::{AppointmentId, Date};
use routes::Route;
use routes::console::{Agenda, AgendaQuery, AppointmentShow};
use texts::Texts;
use web::layout::{Empty, ErrorSummary, Field, Frame, Link, Note};

/// The first hour of the scale.
pub const FROM_HOUR: i8 = 8;
/// How many hours it has.
pub const HOURS: i8 = 9;

/// The whole page.
#[derive(Debug, Template)]
#[template(path = "agenda/page.html")]
pub struct AgendaPage<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The frame.
    pub frame: Frame,
    /// The day.
    pub date: Date,
    /// How many appointments, how many without a person.
    pub summary: String,
    /// What needs attention.
    pub note: Option<Note>,
    /// The day.
    pub day: AgendaDay<'a>,
    /// What nobody has yet.
    pub unassigned: AgendaUnassigned<'a>,
}

impl AgendaPage<'_> {
    /// The same page on another day.
    fn on(&self, days: i32) -> String {
        let span = jiff::Span::new().try_days(days).unwrap_or_default();
        day_url(self.date.saturating_add(span))
    }

    /// The day in the language of the page: a field for days shows it as the browser likes.
    fn day_words(&self) -> String {
        self.t.date_paper(self.date)
    }

    /// The page of the present day.
    #[expect(clippy::unused_self, reason = "templates call methods of their own struct")]
    fn today(&self) -> String {
        Agenda::new().url()
    }
}

/// The page of a day.
#[must_use]
pub fn day_url(date: Date) -> String {
    Agenda::new().with(&AgendaQuery { date: Some(date), ..AgendaQuery::default() })
}

/// The address of an appointment of a day.
#[must_use]
pub fn appointment_url(id: AppointmentId, date: Date) -> String {
    AppointmentShow::new(id).with(&AgendaQuery { date: Some(date), ..AgendaQuery::default() })
}

/// The day by person and by time.
#[derive(Debug, Template)]
#[template(path = "agenda/day.html")]
pub struct AgendaDay<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// Sent along with another answer.
    pub oob: bool,
    /// The day.
    pub date: Date,
    /// The present time, when it is this day and inside the scale.
    pub now: Option<Time>,
    /// One lane for each person.
    pub lanes: Vec<Lane>,
    /// All appointments by time.
    pub rows: Vec<Job>,
    /// What to say when there are none.
    pub empty: Empty,
}

impl AgendaDay<'_> {
    /// The hours of the scale with their labels; one under the present time is left out.
    fn hours(&self) -> Vec<(i8, String)> {
        (FROM_HOUR..FROM_HOUR + HOURS)
            .filter(|hour| self.now.is_none_or(|now| (place(now) - f64::from(*hour)).abs() > 0.6))
            .map(|hour| (hour, format!("{hour}:00")))
            .collect()
    }

    /// The place of the present time on the scale, and its words.
    fn now_mark(&self) -> Option<(String, String)> {
        self.now.map(|now| (number(place(now)), self.t.time(now)))
    }
}

/// A person with the jobs of the day.
#[derive(Clone, Debug)]
pub struct Lane {
    /// Two letters.
    pub initials: String,
    /// First and last name.
    pub name: String,
    /// `3 lavori`.
    pub note: String,
    /// The jobs, by time.
    pub jobs: Vec<Job>,
}

impl Lane {
    /// The jobs with their line of the lane: those at the same time stand below each other.
    fn placed(&self) -> Vec<(usize, &Job)> {
        let mut ends: Vec<f64> = Vec::new();
        let mut placed = Vec::new();
        for job in &self.jobs {
            let (from, to) = job.bounds();
            let free = ends.iter().position(|end| *end <= from);
            let line = free.unwrap_or(ends.len());
            match ends.get_mut(line) {
                Some(end) => *end = to,
                None => ends.push(to),
            }
            placed.push((line, job));
        }
        placed
    }

    /// Jobs one after the other in the same street, as one stretch of the way: from, to, words, line.
    fn zones(&self, t: &Texts) -> Vec<Zone> {
        let mut zones: Vec<(Zone, usize, String)> = Vec::new();
        for (line, job) in self.placed() {
            let street = job.street();
            let (from, to) = job.bounds();
            match zones.iter_mut().rev().find(|(zone, _, _)| zone.line == line) {
                Some((zone, count, same)) if *same == street && !street.is_empty() => {
                    zone.to = to;
                    *count += 1;
                }
                _ => zones.push((Zone { from, to, words: String::new(), line }, 1, street)),
            }
        }
        let named = zones.into_iter().filter(|(_, _, street)| !street.is_empty());
        named
            .map(|(zone, count, street)| Zone { words: t.agenda_zone(street, t.agenda_jobs(count)), ..zone })
            .collect()
    }

    /// The bands within which the customers were told to expect somebody, each on a row of its own where they overlap.
    fn bands(&self) -> Vec<Band> {
        let mut rows: Vec<f64> = Vec::new();
        let mut bands = Vec::new();
        for job in self.jobs.iter().filter(|job| job.visit) {
            let (from, to) = job.bounds();
            let row = rows.iter().position(|end| *end <= from).unwrap_or(rows.len());
            match rows.get_mut(row) {
                Some(end) => *end = to,
                None => rows.push(to),
            }
            bands.push(Band { from: number(from), to: number(to), row });
        }
        bands
    }

    /// How many rows the bands take.
    fn band_rows(&self) -> usize {
        self.bands().iter().map(|band| band.row + 1).max().unwrap_or(0)
    }

    /// How many lines the lane has.
    fn lines(&self) -> usize {
        self.placed().iter().map(|(line, _)| line + 1).max().unwrap_or(1)
    }
}

/// A stretch of the way with jobs near to each other.
#[derive(Clone, Debug)]
pub struct Zone {
    /// Where it begins, in hours.
    from: f64,
    /// Where it ends, in hours.
    to: f64,
    /// The street and how many jobs.
    words: String,
    /// Its line of the lane.
    line: usize,
}

impl Zone {
    fn begins(&self) -> String {
        number(self.from - 0.08)
    }

    fn ends(&self) -> String {
        number(self.to + 0.08)
    }
}

/// A band of punctuality.
#[derive(Clone, Debug)]
pub struct Band {
    /// Where it begins, in hours.
    from: String,
    /// Where it ends, in hours.
    to: String,
    /// Its row under the jobs.
    row: usize,
}

/// A place without the code of the supply point that stands before it.
#[must_use]
pub fn street(place: &str) -> &str {
    place.split_once(", ").map_or(place, |(_, address)| address)
}

/// How a job stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JobState {
    /// To come.
    Agreed,
    /// Its time is now.
    Now,
    /// Kept.
    Kept,
    /// Nobody came, or nobody was there: recorded as its outcome.
    Missed,
    /// Its end has passed and nobody recorded what came of it.
    Unrecorded,
}

/// An appointment.
#[derive(Clone, Debug)]
pub struct Job {
    /// The appointment.
    pub id: AppointmentId,
    /// Where it leads.
    pub href: String,
    /// From.
    pub starts: Time,
    /// To.
    pub ends: Time,
    /// The code of the procedure; empty when it is not known.
    pub code: String,
    /// What it is about.
    pub subject: String,
    /// Where.
    pub place: String,
    /// Who goes; empty for nobody.
    pub who: String,
    /// A visit, else a deadline.
    pub visit: bool,
    /// How it stands.
    pub state: JobState,
}

impl Job {
    /// The classes of the block.
    #[must_use]
    pub const fn class(&self) -> &'static str {
        match self.state {
            JobState::Agreed => "",
            JobState::Now => " j-now",
            JobState::Kept => " j-done",
            JobState::Missed | JobState::Unrecorded => " j-risk",
        }
    }

    /// The icon of the state; empty for what is to come.
    #[must_use]
    pub const fn icon(&self) -> &'static str {
        match self.state {
            JobState::Agreed => "",
            JobState::Now => "play",
            JobState::Kept => "check",
            JobState::Missed => "alert",
            JobState::Unrecorded => "help",
        }
    }

    /// The word of the state.
    #[must_use]
    pub fn state_word(&self, t: &Texts) -> String {
        match self.state {
            JobState::Agreed => t.agenda_state_agreed(),
            JobState::Now => t.agenda_state_now(),
            JobState::Kept => t.agenda_state_kept(),
            JobState::Missed => t.agenda_state_missed(),
            JobState::Unrecorded => t.agenda_state_unrecorded(),
        }
    }

    /// Class of the state disc.
    #[must_use]
    pub const fn disc(&self) -> &'static str {
        match self.state {
            JobState::Agreed => "",
            JobState::Now => "go",
            JobState::Kept => "on",
            JobState::Missed => "bad",
            JobState::Unrecorded => "half",
        }
    }

    /// Where the block begins, in hours on the scale.
    #[must_use]
    pub fn from_hour(&self) -> String {
        number(self.bounds().0)
    }

    /// Where the block ends; never narrower than a name needs.
    #[must_use]
    pub fn to_hour(&self) -> String {
        number(self.bounds().1)
    }

    /// The place as it is read on a small block: without the code of the point.
    #[must_use]
    pub fn short_place(&self) -> &str {
        street(&self.place)
    }

    /// What it is: a visit, a deadline.
    fn kind(&self, t: &Texts) -> String {
        if self.visit { t.case_appointment_visit() } else { t.case_appointment_deadline() }
    }

    /// The street without its number: jobs in the same one are near.
    fn street(&self) -> String {
        let address = self.short_place();
        let street = address.split(',').next().unwrap_or(address);
        street.trim_end_matches(|c: char| c.is_ascii_digit() || c == '/' || c == ' ').to_owned()
    }

    fn bounds(&self) -> (f64, f64) {
        let last = f64::from(FROM_HOUR + HOURS);
        let from = place(self.starts).clamp(f64::from(FROM_HOUR), last - 0.9);
        (from, place(self.ends).clamp(from + 0.9, last))
    }
}

fn place(time: Time) -> f64 {
    f64::from(time.hour()) + f64::from(time.minute()) / 60.0
}

fn number(value: f64) -> String {
    let text = format!("{value:.3}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Appointments nobody has yet.
#[derive(Debug, Template)]
#[template(path = "agenda/unassigned.html")]
pub struct AgendaUnassigned<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// Sent along with another answer.
    pub oob: bool,
    /// By time.
    pub rows: Vec<Job>,
}

/// One appointment: when, who, call off.
#[derive(Debug, Template)]
#[template(path = "agenda/appointment.html")]
pub struct AppointmentPage<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The frame.
    pub frame: Frame,
    /// The day it was reached from.
    pub date: Date,
    /// The appointment.
    pub job: Job,
    /// The case: number and address.
    pub case: Link,
    /// The version shown.
    pub version: i64,
    /// It can still be changed by this account.
    pub open: bool,
    /// What is wrong.
    pub errors: ErrorSummary,
    /// Day, from, to, who.
    pub fields: Vec<Field>,
    /// What to know: it is over, somebody changed it.
    pub note: Option<Note>,
}

/// The day as a heading: `Mercoledì 11 marzo`.
#[must_use]
pub fn day_title(t: &Texts, date: Date) -> String {
    let words = t.date_long(date, date);
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use jiff::civil::time;

    use super::*;

    #[test]
    fn jobs_in_the_same_street_are_one_stretch_of_the_way() {
        let job = |from: i8, place: &str| Job {
            id: AppointmentId::from_bytes([0; 16]),
            href: String::new(),
            starts: time(from, 0, 0, 0),
            ends: time(from + 1, 0, 0, 0),
            code: String::new(),
            subject: String::new(),
            place: place.to_owned(),
            who: String::new(),
            visit: true,
            state: JobState::Agreed,
        };
        let (forno, tigli) = ("IT999E00000010, Vicolo del Forno 30", "PA 1, via dei Tigli 22/b");
        let lane = Lane {
            initials: String::new(),
            name: String::new(),
            note: String::new(),
            jobs: vec![job(9, forno), job(10, "IT999E00000011, Vicolo del Forno 2"), job(11, tigli)],
        };
        let zones = lane.zones(Texts::of(kernel::Lang::It));
        let said: Vec<&str> = zones.iter().map(|zone| zone.words.as_str()).collect();
        assert_eq!(said, ["Vicolo del Forno, 2 lavori", "via dei Tigli 22/b, 1 lavoro"]);
    }

    #[test]
    fn jobs_at_the_same_time_stand_on_lines_of_their_own() {
        let job = |from: i8, to: i8| Job {
            id: AppointmentId::from_bytes([0; 16]),
            href: String::new(),
            starts: time(from, 0, 0, 0),
            ends: time(to, 0, 0, 0),
            code: String::new(),
            subject: String::new(),
            place: String::new(),
            who: String::new(),
            visit: true,
            state: JobState::Agreed,
        };
        let lane = Lane {
            initials: String::new(),
            name: String::new(),
            note: String::new(),
            jobs: vec![job(9, 12), job(9, 12), job(12, 14), job(6, 7), job(20, 21)],
        };
        let lines: Vec<usize> = lane.placed().iter().map(|(line, _)| *line).collect();
        assert_eq!(lines.get(..3), Some(&[0, 1, 0][..]));
        assert_eq!(lane.lines(), 3);
        assert_eq!(lane.bands().iter().map(|band| band.row).collect::<Vec<_>>(), [0, 1, 0, 2, 0]);
        assert!(lane.jobs.iter().all(|job| job.bounds().0 >= 8.0 && job.bounds().1 <= 17.0));
    }
}
