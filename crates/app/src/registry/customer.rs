//! A customer with everything a person at the counter asks about.

use domain::{
    access::{Action, Resource},
    cases::Case,
    registry::{Bill, ContactPoint, Contract, Mandate, Meter, Party, Reading, SupplyPoint},
};
use kernel::{BillId, Instant, Money, PartyId};
use store::{
    Tx,
    cases::{case as cases, document as documents},
    registry::{
        bill::{self, Balance},
        contact, contract, mandate, meter,
        party::{self, PartyAddress},
        plan, supply_point,
    },
};

use crate::{App, Ctx, Error, error::found, read};

/// One supply of a customer.
#[derive(Clone, Debug)]
pub struct SupplyLine {
    /// The contract.
    pub contract: Contract,
    /// The point.
    pub point: SupplyPoint,
    /// The meter in place.
    pub meter: Option<Meter>,
    /// Its newest reading.
    pub last_reading: Option<Reading>,
    /// What is to pay.
    pub balance: Balance,
    /// The mandate in force.
    pub mandate: Option<Mandate>,
    /// The newest bills.
    pub bills: Vec<Bill>,
}

/// The kind of an entry of the timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimelineKind {
    /// A call, visit, letter, note.
    Contact,
    /// A case was opened or ended.
    Case,
    /// A paper was made or received.
    Document,
    /// A bill was issued.
    Bill,
    /// A bill was paid.
    Payment,
    /// A meter was read.
    Reading,
}

/// One entry of the timeline.
#[derive(Clone, Debug)]
pub struct TimelineEntry {
    /// Its kind.
    pub kind: TimelineKind,
    /// A word that tells more: the contact's kind, the case's state.
    pub word: String,
    /// When.
    pub at: Instant,
    /// What happened.
    pub title: String,
    /// More of it.
    pub detail: String,
    /// Who.
    pub by: String,
    /// The case it leads to.
    pub case_id: Option<kernel::CaseId>,
}

/// A customer for its page.
#[derive(Clone, Debug)]
pub struct CustomerView {
    /// The customer.
    pub party: Party,
    /// Addresses, those in use and former ones.
    pub addresses: Vec<PartyAddress>,
    /// Contact points in use.
    pub contacts: Vec<ContactPoint>,
    /// Supplies, those in force first.
    pub supplies: Vec<SupplyLine>,
    /// Cases, newest first.
    pub cases: Vec<Case>,
    /// Papers, newest first.
    pub documents: Vec<documents::Document>,
    /// What happened, newest first.
    pub timeline: Vec<TimelineEntry>,
    /// To pay in all.
    pub open: Money,
    /// Of that, after its last day.
    pub overdue: Money,
    /// Bills that are in a running plan of instalments.
    pub planned: Vec<BillId>,
}

/// How many newest bills of each contract the page reads.
const BILLS: i64 = 12;

/// Reads a customer for its page.
///
/// # Errors
/// [`Error::NotFound`], [`Error::Denied`].
pub async fn show_customer(app: &App, ctx: &Ctx, id: PartyId) -> Result<CustomerView, Error> {
    let ctx = ctx.clone();
    read(app, "show-customer", move |tx| {
        let known = found(party::for_action(tx, &ctx, id, Action::Read)?, "party")?.into_inner();
        view(tx, &ctx, known)
    })
    .await
}

fn view(tx: &mut Tx<'_>, ctx: &Ctx, known: Party) -> Result<CustomerView, Error> {
    let mut supplies = Vec::new();
    if ctx.may(Resource::Contract, Action::Read) {
        for contract in contract::of_party(tx, known.id)? {
            supplies.extend(supply_line(tx, ctx, contract)?);
        }
    }
    supplies
        .sort_by_key(|line| (line.contract.ends_on.is_some(), line.point.sector, line.contract.starts_on));
    let cases = cases::of_party(tx, ctx, known.id, 50)?;
    let documents = documents::of_party(tx, known.id, 50)?;
    let open = supplies.iter().map(|line| line.balance.open).sum();
    let overdue = supplies.iter().map(|line| line.balance.overdue).sum();
    let bills: Vec<BillId> = supplies.iter().flat_map(|line| &line.bills).map(|bill| bill.id).collect();
    let planned = plan::running_of(tx, &bills)?.into_iter().map(|one| one.bill_id).collect();
    let timeline = timeline(tx, &known, &supplies, &cases, &documents)?;
    Ok(CustomerView {
        addresses: party::addresses(tx, known.id)?,
        contacts: party::contacts(tx, known.id)?,
        party: known,
        supplies,
        cases,
        documents,
        timeline,
        open,
        overdue,
        planned,
    })
}

fn supply_line(tx: &mut Tx<'_>, ctx: &Ctx, contract: Contract) -> Result<Option<SupplyLine>, Error> {
    let Some(point) = supply_point::by_id(tx, contract.supply_point_id)? else { return Ok(None) };
    let meter = meter::of_point(tx, point.id)?.into_iter().find(|meter| meter.removed_on.is_none());
    let last_reading = match &meter {
        Some(meter) => meter::readings(tx, meter.id, 1)?.into_iter().next(),
        None => None,
    };
    let (balance, bills) = if ctx.may(Resource::Bill, Action::Read) {
        (bill::balance(tx, contract.id, ctx.today())?, bill::of_contract(tx, contract.id, BILLS)?)
    } else {
        (Balance::default(), Vec::new())
    };
    let mandate = mandate::of_contract(tx, contract.id)?.into_iter().next();
    Ok(Some(SupplyLine { contract, point, meter, last_reading, balance, mandate, bills }))
}

/// The first moment of a day in Rome.
fn moment_of(day: kernel::Date) -> Instant {
    day.to_zoned(kernel::clock::rome()).map_or(Instant::from_micros(0), |moment| moment.timestamp().into())
}

fn of_case(case: &Case) -> TimelineEntry {
    TimelineEntry {
        kind: TimelineKind::Case,
        word: case.state.code().to_owned(),
        at: case.closed_at.or(case.started_at).unwrap_or(case.opened_at),
        title: case.number.clone(),
        detail: case.procedure.clone(),
        by: case.opened_by.clone(),
        case_id: Some(case.id),
    }
}

fn of_paper(paper: &documents::Document) -> TimelineEntry {
    TimelineEntry {
        kind: TimelineKind::Document,
        word: paper.kind.clone(),
        at: paper.produced_at.unwrap_or(paper.created_at),
        title: paper.title.clone(),
        detail: String::new(),
        by: paper.created_by.clone(),
        case_id: paper.case_id,
    }
}

/// The last reading of a supply, its newest bills and what was paid on them.
fn of_supply(tx: &mut Tx<'_>, line: &SupplyLine) -> Result<Vec<TimelineEntry>, Error> {
    let entry = |kind, word: &str, day, title: String, detail: String, by: &str| TimelineEntry {
        kind,
        word: word.to_owned(),
        at: moment_of(day),
        title,
        detail,
        by: by.to_owned(),
        case_id: None,
    };
    let mut entries = Vec::new();
    if let Some(reading) = &line.last_reading {
        let sector = line.point.sector.code().to_owned();
        let (word, value) = (reading.kind.code(), reading.value.to_string());
        entries.push(entry(TimelineKind::Reading, word, reading.read_on, value, sector, ""));
    }
    for bill in line.bills.iter().take(6) {
        let cents = |amount: kernel::Money| amount.cents().to_string();
        let number = || bill.number.clone();
        entries.push(entry(TimelineKind::Bill, &bill.kind, bill.issued_on, number(), cents(bill.amount), ""));
        for paid in bill::payments(tx, bill.id)? {
            let (word, till) = (paid.channel.as_str(), paid.till.as_str());
            entries.push(entry(
                TimelineKind::Payment,
                word,
                paid.paid_on,
                number(),
                cents(paid.amount),
                till,
            ));
        }
    }
    Ok(entries)
}

fn timeline(
    tx: &mut Tx<'_>,
    known: &Party,
    supplies: &[SupplyLine],
    cases: &[Case],
    documents: &[documents::Document],
) -> Result<Vec<TimelineEntry>, Error> {
    let mut entries = Vec::new();
    for entry in contact::of_party(tx, known.id, 30)? {
        entries.push(TimelineEntry {
            kind: TimelineKind::Contact,
            word: entry.kind,
            at: entry.at,
            title: entry.subject,
            detail: entry.body,
            by: entry.recorded_by,
            case_id: None,
        });
    }
    entries.extend(cases.iter().map(of_case));
    entries.extend(documents.iter().filter(|paper| paper.state == "ready").map(of_paper));
    for line in supplies {
        entries.extend(of_supply(tx, line)?);
    }
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.at));
    entries.truncate(40);
    Ok(entries)
}
