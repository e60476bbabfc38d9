//! The first tab: what to know, registry entry, supplies, open cases, timeline. Each panel is refreshed alone.

use askama::Template;
use kernel::{Date, Money, PartyId, Sector, SupplyPointId};
use texts::Texts;
use web::layout::{ClockView, Day, Empty, Note, Risk};

/// The first tab.
#[derive(Debug, Template)]
#[template(path = "customer/overview.html")]
pub struct Overview<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// What to know before speaking.
    pub note: Option<Note>,
    /// The registry entry.
    pub registry: CustomerRegistry<'a>,
    /// Supplies in force.
    pub supplies: CustomerSupplies<'a>,
    /// Open cases.
    pub cases: CustomerCases<'a>,
    /// What happened.
    pub timeline: CustomerTimeline<'a>,
}

/// The registry entry in short.
#[derive(Debug, Template)]
#[template(path = "customer/registry.html")]
pub struct CustomerRegistry<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// Sent along with another answer.
    pub oob: bool,
    /// Starts the procedure that changes it (POST); none when this person may not.
    pub edit: Option<String>,
    /// The customer.
    pub party: PartyId,
    /// Where they live or have their seat: street, town. Empty when unknown.
    pub residence: Vec<String>,
    /// A company's seat, else a person's home.
    pub company: bool,
    /// Where letters go; empty: as residence.
    pub mailing: Vec<String>,
    /// Label, value, and the address that calls or writes.
    pub contacts: Vec<(String, String, String)>,
    /// How bills are delivered; empty when there is no contract.
    pub delivery: String,
    /// How bills are paid.
    pub payment: String,
    /// The masked account of the mandate; empty when there is none.
    pub iban: String,
}

/// Supplies with point, contract, last reading and balance.
#[derive(Debug, Template)]
#[template(path = "customer/supplies.html")]
pub struct CustomerSupplies<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// Sent along with another answer.
    pub oob: bool,
    /// Those in force.
    pub rows: Vec<SupplyRow>,
    /// How many ended ones are not shown, and where they are.
    pub ended: Option<(u32, String)>,
    /// What to say when there are none.
    pub empty: Empty,
}

/// A supply of the customer.
#[derive(Clone, Debug)]
pub struct SupplyRow {
    /// The service.
    pub sector: Sector,
    /// Its name.
    pub name: String,
    /// The supply point.
    pub point: SupplyPointId,
    /// The street.
    pub place: String,
    /// POD, PDR or water point.
    pub code: String,
    /// The meter's serial number; empty without a meter.
    pub serial: String,
    /// The offer.
    pub offer: String,
    /// The contract's number.
    pub contract: String,
    /// Class and word of the contract's state.
    pub state: (&'static str, String),
    /// The last reading with its unit; empty when there is none.
    pub reading: String,
    /// Its day.
    pub read_on: String,
    /// What is to pay; none when this account may not see it.
    pub balance: Option<Money>,
    /// Since or until when; empty when there is nothing to pay.
    pub balance_note: String,
    /// The contract has ended.
    pub old: bool,
    /// The acts are about this supply.
    pub current: bool,
    /// Makes the acts be about this supply.
    pub choose: String,
}

impl SupplyRow {
    /// Whether something is to pay.
    #[must_use]
    pub fn owes(&self) -> bool {
        self.balance.is_some_and(|balance| balance > Money::ZERO)
    }

    /// The classes of the row.
    #[must_use]
    pub const fn class(&self) -> &'static str {
        match (self.current, self.old) {
            (true, _) => "is-cursor",
            (false, true) => "old",
            (false, false) => "",
        }
    }
}

/// Open cases with their clocks.
#[derive(Debug, Template)]
#[template(path = "customer/cases.html")]
pub struct CustomerCases<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// Sent along with another answer.
    pub oob: bool,
    /// Where a new one is started.
    pub new: String,
    /// The rows.
    pub rows: Vec<CaseRow>,
    /// What to say when there are none.
    pub empty: Empty,
}

/// A case of the customer.
#[derive(Clone, Debug)]
pub struct CaseRow {
    /// The paragraph that explains its clock.
    pub why: String,
    /// Where it leads.
    pub href: String,
    /// The name of the procedure.
    pub procedure: String,
    /// Its code.
    pub code: String,
    /// The number.
    pub number: String,
    /// The service in small letters; empty when there is none.
    pub service: String,
    /// The step it stands at, or how it ended.
    pub step: String,
    /// Who has it.
    pub who: String,
    /// The regulated clock.
    pub clock: Option<ClockView>,
    /// Beside the clock: `15 di 20 gg lav.`; without one, that no standard applies.
    pub clock_note: String,
    /// Below: `scade mercoledì 18/03, sospesa 6 giorni`.
    pub due: String,
    /// How it stands; none for ended cases.
    pub risk: Option<Risk>,
    /// Class and word of the state, for lists with ended cases.
    pub state: (&'static str, String),
    /// When it was opened.
    pub opened: String,
}

/// A chip that narrows the timeline.
#[derive(Clone, Debug)]
pub struct TimelineChip {
    /// The words.
    pub label: String,
    /// The page with it.
    pub href: String,
    /// The timeline alone.
    pub part: String,
    /// Whether it is the chosen one.
    pub on: bool,
}

/// What happened, by day.
#[derive(Debug, Template)]
#[template(path = "customer/timeline.html")]
pub struct CustomerTimeline<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// Sent along with another answer.
    pub oob: bool,
    /// The customer.
    pub party: PartyId,
    /// Whether a contact may be recorded.
    pub writes: bool,
    /// The calendar day.
    pub today: Date,
    /// Kinds of events.
    pub chips: Vec<TimelineChip>,
    /// The days, newest first.
    pub days: Vec<Day>,
    /// The page and the part with more of them.
    pub more: Option<(String, String)>,
    /// What to say when there is nothing.
    pub empty: Empty,
}
