//! The role centre: cue tiles, work by risk, new request, queue at the counter, appointments.

use askama::Template;
use jiff::civil::Time;
use kernel::Sector;
use routes::Route;
use routes::console::{BillList, CaseNew, CaseNewQuery, CaseStart, Till};
use texts::Texts;
use web::layout::{ClockView, Empty, Field, Frame, Link, Risk};

/// The whole page.
#[derive(Debug, Template)]
#[template(path = "home.html")]
pub struct HomePage<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The frame.
    pub frame: Frame,
    /// The person's first name, for the greeting.
    pub first_name: String,
    /// Cases of this person due today or overdue.
    pub at_risk: u32,
    /// Those of them that already owe a compensation.
    pub accrued: u32,
    /// The tiles.
    pub cues: HomeCues<'a>,
    /// The work list.
    pub work: HomeWork<'a>,
    /// For whom a new request is.
    pub who: Field,
    /// The procedures under a digit; empty for accounts that open no cases.
    pub quick: Vec<Quick>,
    /// The queue at the counter, where the office has one.
    pub queue: Option<HomeQueue<'a>>,
    /// Today's appointments.
    pub appointments: HomeAppointments<'a>,
}

impl HomePage<'_> {
    /// How many lines the acts under a digit take in two columns.
    fn quick_lines(&self) -> usize {
        self.quick.len().div_ceil(2)
    }
}

/// A procedure under a digit; the digit of a procedure is the same on every screen.
#[derive(Clone, Debug)]
pub struct Quick {
    /// The digit.
    pub digit: char,
    /// The words.
    pub label: String,
    /// Where it leads, or what starts it (POST).
    pub href: String,
    /// It starts at once.
    pub starts: bool,
}

/// The tiles, refreshed every minute.
#[derive(Debug, Template)]
#[template(path = "home/cues.html")]
pub struct HomeCues<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// Sent along with another answer.
    pub oob: bool,
    /// Groups of tiles: requests, offers, contracts.
    pub groups: Vec<CueGroup>,
}

/// Tiles under one heading.
#[derive(Clone, Debug)]
pub struct CueGroup {
    /// The heading.
    pub label: String,
    /// The whole list.
    pub all: Link,
    /// The tiles.
    pub cues: Vec<Cue>,
}

/// How loud a tile's second line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CueTone {
    /// Grey.
    Quiet,
    /// Some are close to their deadline.
    Soon,
    /// Some are due or overdue.
    Late,
}

/// A tile: figure, word, one line of why.
#[derive(Clone, Debug)]
pub struct Cue {
    /// How many.
    pub count: u64,
    /// The word.
    pub label: String,
    /// Why it matters.
    pub why: String,
    /// How loud.
    pub tone: CueTone,
    /// The list behind it.
    pub href: String,
}

impl Cue {
    /// Zero is grey, not hidden.
    #[must_use]
    pub const fn is_zero(&self) -> bool {
        self.count == 0
    }

    /// The class of the second line.
    #[must_use]
    pub const fn class(&self) -> &'static str {
        match self.tone {
            CueTone::Quiet => "",
            CueTone::Soon => "risk-s",
            CueTone::Late => "risk-t",
        }
    }

    /// The icon of the second line.
    #[must_use]
    pub const fn icon(&self) -> &'static str {
        match self.tone {
            CueTone::Quiet => "",
            CueTone::Soon => "clock",
            CueTone::Late => "alert",
        }
    }
}

/// The work list, refreshed every minute; the cursor keeps its row.
#[derive(Debug, Template)]
#[template(path = "home/work.html")]
pub struct HomeWork<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// Sent along with another answer.
    pub oob: bool,
    /// All cases of this person.
    pub total: u32,
    /// The same as a list.
    pub list: String,
    /// This account can be handed out the next one.
    pub may_take: bool,
    /// The most urgent, in order of risk.
    pub rows: Vec<WorkRow>,
    /// What to say when there are none.
    pub empty: Empty,
}

/// A case in the work list.
#[derive(Clone, Debug)]
pub struct WorkRow {
    /// How it stands.
    pub risk: Risk,
    /// The deadline, day and month; empty while suspended.
    pub due: String,
    /// Beside it: the day of the week, `da 1 g`, `attesa cliente`.
    pub due_note: String,
    /// Its regulated clock; none for internal work.
    pub clock: Option<ClockView>,
    /// The case.
    pub href: String,
    /// The paragraph that explains its clock.
    pub why: String,
    /// The name of the procedure.
    pub procedure: String,
    /// The code of the procedure.
    pub code: String,
    /// The number of the case.
    pub number: String,
    /// The customer, surname first.
    pub customer: String,
    /// The sector of the supply; none for requests without one.
    pub sector: Option<Sector>,
    /// The supply: code and address.
    pub supply: String,
    /// The supply is a code alone.
    pub supply_is_code: bool,
    /// The next step, as an act.
    pub step: String,
    /// What to know about it.
    pub step_note: String,
}

/// The queue at the counter, refreshed every ten seconds.
#[derive(Debug, Template)]
#[template(path = "home/queue.html")]
pub struct HomeQueue<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// Sent along with another answer.
    pub oob: bool,
    /// How many wait.
    pub waiting: u32,
    /// The next ticket.
    pub next: Option<String>,
    /// Average wait today, minutes.
    pub minutes: u32,
    /// The general standard on waiting, minutes, where one applies.
    pub standard: Option<u32>,
}

/// Today's appointments, refreshed every minute.
#[derive(Debug, Template)]
#[template(path = "home/appointments.html")]
pub struct HomeAppointments<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// Sent along with another answer.
    pub oob: bool,
    /// The day's appointments, in order.
    pub slots: Vec<Slot>,
    /// What to say when there are none.
    pub empty: Empty,
}

/// An appointment of the day.
#[derive(Clone, Debug)]
pub struct Slot {
    /// When it starts.
    pub at: Time,
    /// What it is: a visit, a deadline.
    pub what: String,
    /// The number of the case; empty for none.
    pub number: String,
    /// At the right: `fatto`, `fra 6 min`, the code of the procedure.
    pub note: String,
    /// Below: street, technician, band.
    pub detail: String,
    /// It is over.
    pub done: bool,
    /// Where it leads.
    pub href: Option<String>,
}

/// The field that asks for whom a new request is.
#[must_use]
pub fn who_field(t: &Texts) -> Field {
    Field::text("q", t.home_new_for()).icon("search").placeholder(t.home_new_placeholder())
}

/// The acts under a digit, without a customer yet. Of procedures: digit, short name, code, and whether the draft asks for
/// whom; those that must know it first lead to the page that asks. The till (for others the bills) and the reprint have
/// their digits as on a customer's page, for who may use them.
#[must_use]
pub fn quick(
    t: &Texts,
    procedures: impl IntoIterator<Item = (char, String, String, bool)>,
    till: bool,
    bills: bool,
) -> Vec<Quick> {
    let mut quick: Vec<Quick> = procedures
        .into_iter()
        .map(|(digit, label, code, draft)| Quick {
            digit,
            label,
            href: if draft {
                CaseStart::new(code).url()
            } else {
                CaseNew::new().with(&CaseNewQuery { procedure: Some(code), ..CaseNewQuery::default() })
            },
            starts: draft,
        })
        .collect();
    let (paid, pays) = match till {
        true => (t.customer_act_payment(), Till::new().url()),
        false => (t.customer_act_bills(), BillList::new().url()),
    };
    let own =
        [(till || bills, '2', paid, pays), (bills, '4', t.customer_act_reprint(), BillList::new().url())];
    for (allowed, digit, label, href) in own {
        if allowed && quick.iter().all(|one| one.digit != digit) {
            quick.push(Quick { digit, label, href, starts: false });
        }
    }
    quick.sort_by_key(|one| one.digit);
    quick.push(Quick { digit: '0', label: t.home_new_others(), href: CaseNew::new().url(), starts: false });
    quick
}
