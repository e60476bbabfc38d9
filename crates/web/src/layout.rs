//! The frame of every console page and the parts pages are made of. No data access: these are shapes, filled by the
//! handlers and drawn by the templates in `templates/web/`.
//!
//! How a page is made is told in `crates/console/templates/README.md`.

mod case_clock;
mod clock;
mod errors;
mod fields;
mod parts;

use std::borrow::Borrow;

use jiff::civil::{Date, DateTime};
use kernel::Lang;
use texts::Texts;

pub use case_clock::{CaseClock, ClockDate, ClockEnd, ClockStep};
pub use clock::{ClockState, ClockView, Segment, SegmentKind};
pub use errors::{BarePage, ConflictField, ConflictPage, ErrorPage, Fault};
pub use fields::{Choice, ErrorSummary, Field, FieldKind, FieldState};
pub use parts::{
    Chip, Column, Day, Empty, Event, GivenSector, Link, Note, NoteKind, Risk, Sort, Step, StepState, Tab,
    Toast, sector_icon,
};

/// An area of work of the console: an entry of the navigation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Area {
    /// The role centre.
    Home,
    /// Requests and cases.
    Cases,
    /// Customers.
    Customers,
    /// Contracts.
    Contracts,
    /// Offers.
    Offers,
    /// Recorded contacts.
    Contacts,
    /// The till.
    Till,
    /// The technicians' schedule.
    Schedule,
    /// Service quality.
    Quality,
    /// Process designer.
    Processes,
    /// Administration.
    Administration,
}

impl Area {
    /// Every area, in the order of the navigation.
    pub const ALL: [Self; 11] = [
        Self::Home,
        Self::Cases,
        Self::Customers,
        Self::Contracts,
        Self::Offers,
        Self::Contacts,
        Self::Till,
        Self::Schedule,
        Self::Quality,
        Self::Processes,
        Self::Administration,
    ];

    /// The icon of the area.
    #[must_use]
    pub const fn icon(self) -> &'static str {
        match self {
            Self::Home => "home",
            Self::Cases => "inbox",
            Self::Customers => "users",
            Self::Contracts => "contract",
            Self::Offers => "tag",
            Self::Contacts => "chat",
            Self::Till => "euro",
            Self::Schedule => "calendar",
            Self::Quality => "chart",
            Self::Processes => "flow",
            Self::Administration => "sliders",
        }
    }

    /// The letter that leads here after G, where there is one.
    #[must_use]
    pub const fn letter(self) -> &'static str {
        match self {
            Self::Home => "H",
            Self::Cases => "R",
            Self::Customers => "C",
            Self::Till => "K",
            Self::Schedule => "A",
            Self::Quality => "Q",
            Self::Processes => "P",
            Self::Contracts | Self::Offers | Self::Contacts | Self::Administration => "",
        }
    }

    /// The name people read.
    #[must_use]
    pub fn label(self, t: &Texts) -> String {
        match self {
            Self::Home => t.layout_nav_home(),
            Self::Cases => t.layout_nav_cases(),
            Self::Customers => t.layout_nav_customers(),
            Self::Contracts => t.layout_nav_contracts(),
            Self::Offers => t.layout_nav_offers(),
            Self::Contacts => t.layout_nav_contacts(),
            Self::Till => t.layout_nav_till(),
            Self::Schedule => t.layout_nav_schedule(),
            Self::Quality => t.layout_nav_quality(),
            Self::Processes => t.layout_nav_processes(),
            Self::Administration => t.layout_nav_administration(),
        }
    }

    /// The heading it stands under; the role centre stands alone.
    #[must_use]
    pub const fn group(self) -> Group {
        match self {
            Self::Home => Group::Own,
            Self::Schedule => Group::Field,
            Self::Quality | Self::Processes | Self::Administration => Group::Steering,
            _ => Group::Counter,
        }
    }
}

/// A heading of the navigation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// Without a heading.
    Own,
    /// Work at the counter.
    Counter,
    /// Work outside.
    Field,
    /// Watching and shaping the work.
    Steering,
}

impl Group {
    /// Every heading, in order.
    pub const ALL: [Self; 4] = [Self::Own, Self::Counter, Self::Field, Self::Steering];

    /// The heading people read; empty for [`Group::Own`].
    #[must_use]
    pub fn label(self, t: &Texts) -> String {
        match self {
            Self::Own => String::new(),
            Self::Counter => t.layout_group_counter(),
            Self::Field => t.layout_group_field(),
            Self::Steering => t.layout_group_steering(),
        }
    }
}

/// One entry of the navigation, for a person who may open it.
#[derive(Clone, Debug)]
pub struct NavEntry {
    /// Which area.
    pub area: Area,
    /// Where it leads.
    pub href: String,
    /// Open items to show beside the name; none shows no figure.
    pub count: Option<u32>,
}

/// A key of this page, shown in the status bar.
#[derive(Clone, Debug)]
pub struct KeyHint {
    /// The keys as printed on the caps: `Ctrl Invio`.
    pub keys: String,
    /// What they do, in a word or two.
    pub label: String,
}

impl KeyHint {
    /// Keys and what they do.
    #[must_use]
    pub fn new(keys: impl Into<String>, label: impl Into<String>) -> Self {
        Self { keys: keys.into(), label: label.into() }
    }
}

/// The person who works, as the bar shows them.
#[derive(Clone, Debug)]
pub struct Signed {
    /// First and last name.
    pub name: String,
    /// Two letters for the disc.
    pub initials: String,
    /// Where they sit: `Sportello 3`.
    pub place: String,
}

/// The addresses the frame itself leads to.
#[derive(Clone, Debug)]
pub struct FrameLinks {
    /// The role centre.
    pub home: String,
    /// The search page (GET, `q`); the popup asks the same address.
    pub search: String,
    /// The partial with the results of the popup (GET, `q`).
    pub search_results: String,
    /// The choice of a procedure for a new request; empty for who may not open any.
    pub new_request: String,
    /// Unread notices.
    pub notices: String,
    /// The list of keys, for those without script.
    pub keys: String,
    /// The person's own settings.
    pub profile: String,
    /// Ends the session (POST).
    pub sign_out: String,
    /// Changes the language (POST, `lang`, `back`).
    pub language: String,
}

/// Everything around the content of a console page. A page's template extends `web/frame.html` and its struct has a
/// field `frame` of this type and a field `t` with the texts.
#[derive(Clone, Debug)]
pub struct Frame {
    /// The language of the page.
    pub lang: Lang,
    /// The document title, before the product's name.
    pub title: String,
    /// The utility.
    pub tenant: String,
    /// Who works.
    pub user: Signed,
    /// Navigation entries this person may open, in order.
    pub nav: Vec<NavEntry>,
    /// The area this page belongs to.
    pub area: Option<Area>,
    /// Narrow navigation, for focused work (wizard, case).
    pub rail: bool,
    /// Unread notices.
    pub unread: u32,
    /// Addresses of the frame.
    pub links: FrameLinks,
    /// The address of this page, to come back to after a change of language.
    pub here: String,
    /// Local date and time when the page was made.
    pub now: DateTime,
    /// Second item of the status bar: the place, or what the list holds.
    pub status: String,
    /// The keys of this page; the key of the list of keys is added by the frame.
    pub keys: Vec<KeyHint>,
    /// A message about what was just done.
    pub toast: Option<Toast>,
    /// Whether single letters and digits act (each person can turn them off).
    pub single_keys: bool,
    /// How long the session still lasts, for the warning before its end.
    pub session: SessionLeft,
}

/// How long a session still lasts.
#[derive(Clone, Debug, Default)]
pub struct SessionLeft {
    /// Seconds until it ends unless it is used.
    pub seconds: i64,
    /// Seconds until it ends however much it is used.
    pub most: i64,
    /// Goes on (POST).
    pub keep: String,
    /// The sign-in, when it cannot go on.
    pub enter: String,
}

impl Frame {
    /// The calendar day of the page.
    #[must_use]
    pub fn today(&self) -> Date {
        self.now.date()
    }

    /// The headings that have entries, with their entries.
    #[must_use]
    pub fn groups(&self) -> Vec<(Group, Vec<&NavEntry>)> {
        Group::ALL
            .into_iter()
            .map(|group| {
                (group, self.nav.iter().filter(|entry| entry.area.group() == group).collect::<Vec<_>>())
            })
            .filter(|(_, entries)| !entries.is_empty())
            .collect()
    }

    /// Whether an entry is the one of this page.
    #[must_use]
    pub fn is_here(&self, entry: &NavEntry) -> bool {
        self.area == Some(entry.area)
    }
}

/// The list of keys as a page, for those without script: keys of the page it was asked from are in `frame.keys`.
#[derive(Debug, askama::Template)]
#[template(path = "web/keys-page.html")]
pub struct KeysPage<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The frame.
    pub frame: Frame,
}

/// The name of a language in itself: the switch is read by those who do not read the page.
#[must_use]
pub fn lang_name(lang: impl Borrow<Lang>) -> &'static str {
    match lang.borrow() {
        Lang::It => "Italiano",
        Lang::En => "English",
    }
}

/// The heading of a day in a timeline: `Oggi`, `Lunedì 9 marzo`.
#[must_use]
pub fn day_heading(t: &Texts, day: &Date, today: &Date) -> String {
    if day == today {
        return t.components_day_today();
    }
    let words = t.date_long(day, today);
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Day and month, where the year goes without saying: `10/03`, `10 Mar`.
#[must_use]
pub fn day_month(t: &Texts, date: impl Borrow<Date>) -> String {
    let date = *date.borrow();
    match t.lang() {
        Lang::It => format!("{:02}/{:02}", date.day(), date.month()),
        Lang::En => {
            let month: String = t.month(date.month()).chars().take(3).collect();
            format!("{} {month}", date.day())
        }
    }
}

/// Day of the week and date in short: `mer 11/03`, `Wed 11 Mar`. Unlike [`Texts::date_near`], today too is named by its date.
#[must_use]
pub fn weekday_day(t: &Texts, date: impl Borrow<Date>) -> String {
    let date = *date.borrow();
    let weekday: String = t.weekday(date).chars().take(3).collect();
    format!("{weekday} {}", day_month(t, date))
}
