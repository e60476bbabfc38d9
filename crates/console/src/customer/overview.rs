//! The first tab of a customer, part by part.

use app::registry::{CustomerView, TimelineEntry, TimelineKind};
use domain::{
    access::{Action, Resource},
    registry::{AddressPurpose, ContactKind, Delivery, PartyKind, PaymentMethod},
};
use kernel::{Money, SupplyPointId};
use routes::{
    Route,
    console::{CaseNew, CaseNewQuery, CaseShow, CaseStart, CustomerPart, CustomerShow, CustomerTabQuery},
};
use texts::{Texts, iban_masked, phone};
use web::{
    PageCtx,
    layout::{Day, Empty, Event, Link, Note, NoteKind},
};

use super::present::{case_row, contract_state, in_force, offer};
use crate::{
    standing::{Names, reading_unit, service},
    views::customer::{
        CustomerCases, CustomerRegistry, CustomerSupplies, CustomerTimeline, Overview, SupplyRow,
        TimelineChip, contact_kind, tab_url,
    },
};

/// The whole tab.
pub(super) fn overview(
    cx: &PageCtx,
    view: &CustomerView,
    names: &Names,
    point: Option<SupplyPointId>,
    (kind, most): (Option<&str>, usize),
) -> Overview<'static> {
    let note = Some(view.party.note.trim()).filter(|note| !note.is_empty()).map(|note| Note {
        kind: NoteKind::Attention,
        lead: cx.t.customer_note(),
        text: note.to_owned(),
        link: None,
    });
    Overview {
        t: cx.t,
        note,
        registry: registry_part(cx, view, names),
        supplies: supplies_part(cx, view, point),
        cases: cases_part(cx, view, names),
        timeline: timeline_part(cx, view, names, point, (kind, most)),
    }
}

/// The digit of the procedure that changes what is registered of a customer.
const REGISTRY_DIGIT: char = '9';

/// How a bill is delivered.
pub(super) fn delivery(t: &Texts, delivery: Delivery) -> String {
    match delivery {
        Delivery::Email => t.customer_delivery_email(),
        Delivery::EmailLink => t.customer_delivery_link(),
        Delivery::Post => t.customer_delivery_post(),
        Delivery::Pec => t.customer_delivery_pec(),
    }
}

/// How a bill is paid.
pub(super) fn payment(t: &Texts, method: PaymentMethod) -> String {
    match method {
        PaymentMethod::DirectDebit => t.customer_pay_sdd(),
        PaymentMethod::Slip => t.customer_pay_slip(),
        PaymentMethod::Transfer => t.customer_pay_transfer(),
        PaymentMethod::Counter => t.customer_pay_counter(),
        PaymentMethod::PagoPa => t.customer_pay_pagopa(),
    }
}

/// The registry entry.
pub(super) fn registry_part(cx: &PageCtx, view: &CustomerView, names: &Names) -> CustomerRegistry<'static> {
    let t = cx.t;
    let company = view.party.kind == PartyKind::Organisation;
    let lines = |wanted: &[AddressPurpose]| {
        let found =
            view.addresses.iter().find(|entry| entry.valid_to.is_none() && wanted.contains(&entry.purpose));
        found.map_or_else(Vec::new, |entry| {
            [entry.address.line(), entry.address.town()].into_iter().filter(|line| !line.is_empty()).collect()
        })
    };
    let mut active: Vec<_> = view.supplies.iter().filter(|line| in_force(line)).collect();
    active.sort_by_key(|line| line.contract.payment != PaymentMethod::DirectDebit);
    let first = active.first();
    let paid = first.map(|line| line.contract.payment);
    let services: Vec<String> = active
        .iter()
        .filter(|line| Some(line.contract.payment) == paid)
        .map(|line| service(t, line.point.sector).to_lowercase())
        .collect();
    // What is registered changes by a procedure, under the same digit as among the acts.
    let edit = names.acts().iter().find(|start| start.digit == REGISTRY_DIGIT);
    CustomerRegistry {
        t,
        oob: false,
        party: view.party.id,
        edit: edit.map(|start| CaseStart::new(start.code.clone()).url()),
        residence: lines(&[AddressPurpose::Residence, AddressPurpose::RegisteredOffice]),
        company,
        mailing: lines(&[AddressPurpose::Mailing]),
        contacts: view.contacts.iter().map(|point| contact(t, point.kind, &point.value)).collect(),
        delivery: first.map(|line| delivery(t, line.contract.delivery)).unwrap_or_default(),
        payment: match paid {
            Some(method) if services.len() < active.len() => {
                t.customer_pay_on(payment(t, method), services.join(", "))
            }
            Some(method) => payment(t, method),
            None => String::new(),
        },
        iban: first
            .and_then(|line| line.mandate.as_ref())
            .map(|mandate| iban_masked(&mandate.iban))
            .unwrap_or_default(),
    }
}

fn contact(t: &Texts, kind: ContactKind, value: &str) -> (String, String, String) {
    let digits: String = value.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    match kind {
        ContactKind::Mobile => (t.customer_mobile(), phone(value), format!("tel:{digits}")),
        ContactKind::Phone => (t.customer_phone(), phone(value), format!("tel:{digits}")),
        ContactKind::Email => (t.customer_email(), value.to_owned(), format!("mailto:{value}")),
        ContactKind::Pec => (t.customer_pec(), value.to_owned(), format!("mailto:{value}")),
    }
}

/// A row for each supply that `wanted` takes.
pub(super) fn supply_rows(
    cx: &PageCtx,
    view: &CustomerView,
    point: Option<SupplyPointId>,
    all: bool,
) -> Vec<SupplyRow> {
    let (t, today) = (cx.t, cx.today());
    let may_see = cx.ctx.may(Resource::Bill, Action::Read);
    let lines = view.supplies.iter().filter(|line| all || in_force(line));
    lines
        .map(|line| {
            let reading = line.last_reading.as_ref();
            let late = line.balance.overdue > Money::ZERO;
            SupplyRow {
                sector: line.point.sector,
                name: service(t, line.point.sector),
                point: line.point.id,
                place: line.point.address.line(),
                code: line.point.code.clone(),
                serial: line.meter.as_ref().map(|meter| meter.serial.clone()).unwrap_or_default(),
                offer: offer(t, &line.contract.offer),
                contract: line.contract.number.clone(),
                state: contract_state(cx, &line.contract),
                reading: reading
                    .map(|one| t.quantity(one.value, reading_unit(line.point.sector)))
                    .unwrap_or_default(),
                read_on: reading.map(|one| t.date(one.read_on)).unwrap_or_default(),
                balance: may_see.then_some(line.balance.open),
                balance_note: match line.balance.first_due.filter(|_| line.balance.open > Money::ZERO) {
                    Some(day) if late => t.customer_due_since(t.date_near(day, today)),
                    Some(day) => t.customer_due_from(t.date_near(day, today)),
                    None => String::new(),
                },
                old: !in_force(line),
                current: point == Some(line.point.id) && in_force(line),
                choose: tab_url(view.party.id, "panoramica", Some(line.point.id)),
            }
        })
        .collect()
}

/// What is said where there is no supply.
pub(super) fn no_supplies(cx: &PageCtx) -> Empty {
    let t = cx.t;
    let (icon, title, text) = if cx.ctx.may(Resource::Contract, Action::Read) {
        ("drop", t.customer_supplies_none(), t.customer_supplies_none_text())
    } else {
        ("lock", t.customer_supplies_hidden(), t.customer_supplies_hidden_text())
    };
    Empty { icon, title, text, link: None, main: false }
}

/// Supplies in force.
pub(super) fn supplies_part(
    cx: &PageCtx,
    view: &CustomerView,
    point: Option<SupplyPointId>,
) -> CustomerSupplies<'static> {
    let rows = supply_rows(cx, view, point, false);
    let ended = view.supplies.len() - rows.len();
    let ended = u32::try_from(ended).unwrap_or(u32::MAX);
    CustomerSupplies {
        t: cx.t,
        oob: false,
        rows,
        ended: (ended > 0).then(|| (ended, tab_url(view.party.id, "forniture", point))),
        empty: no_supplies(cx),
    }
}

/// Where a new request for the customer is started.
pub(super) fn new_case(view: &CustomerView) -> String {
    CaseNew::new().with(&CaseNewQuery { party: Some(view.party.id), ..CaseNewQuery::default() })
}

/// Open cases.
pub(super) fn cases_part(cx: &PageCtx, view: &CustomerView, names: &Names) -> CustomerCases<'static> {
    let t = cx.t;
    CustomerCases {
        t,
        oob: false,
        new: new_case(view),
        rows: view.cases.iter().filter(|case| !case.ended()).map(|case| case_row(cx, names, case)).collect(),
        empty: Empty {
            icon: "inbox",
            title: t.customer_cases_none(),
            text: t.customer_cases_none_text(),
            link: Some(Link::new(t.customer_cases_start(), new_case(view))),
            main: false,
        },
    }
}

/// How many events the timeline shows at first, and how many more each time.
pub(super) const EVENTS: usize = 15;

/// The words of the chips in addresses and what each shows; none shows everything.
const CHIPS: [(&str, &[TimelineKind]); 5] = [
    ("", &[]),
    ("contatti", &[TimelineKind::Contact]),
    ("pratiche", &[TimelineKind::Case]),
    ("documenti", &[TimelineKind::Document]),
    ("pagamenti", &[TimelineKind::Bill, TimelineKind::Payment]),
];

/// Events under the days they happened on.
fn by_day<'e>(t: &Texts, names: &Names, entries: impl Iterator<Item = &'e TimelineEntry>) -> Vec<Day> {
    let mut days: Vec<Day> = Vec::new();
    for entry in entries {
        let made = event(t, names, entry);
        let date = entry.at.date();
        match days.last_mut() {
            Some(day) if day.date == date => day.events.push(made),
            _ => days.push(Day { date, events: vec![made] }),
        }
    }
    days
}

/// What happened, newest first.
pub(super) fn timeline_part(
    cx: &PageCtx,
    view: &CustomerView,
    names: &Names,
    point: Option<SupplyPointId>,
    (kind, most): (Option<&str>, usize),
) -> CustomerTimeline<'static> {
    let t = cx.t;
    let labels = [
        t.customer_timeline_all(),
        t.customer_timeline_contacts(),
        t.customer_timeline_cases(),
        t.customer_timeline_papers(),
        t.customer_timeline_payments(),
    ];
    let asked = kind.unwrap_or_default();
    let shown = CHIPS.iter().find(|(word, _)| *word == asked).map_or(&[][..], |(_, kinds)| *kinds);
    let chips = CHIPS.iter().zip(labels).map(|((word, _), label)| {
        let query = CustomerTabQuery {
            point,
            kind: (!word.is_empty()).then(|| (*word).to_owned()),
            ..CustomerTabQuery::default()
        };
        TimelineChip {
            label,
            href: CustomerShow::new(view.party.id).with(&query),
            part: CustomerPart::new(view.party.id, "cronologia").with(&query),
            on: *word == asked,
        }
    });
    let wanted: Vec<&TimelineEntry> =
        view.timeline.iter().filter(|entry| shown.is_empty() || shown.contains(&entry.kind)).collect();
    let more = (wanted.len() > most).then(|| {
        let query = CustomerTabQuery {
            point,
            kind: kind.map(str::to_owned),
            after: Some((most + EVENTS).to_string()),
            ..CustomerTabQuery::default()
        };
        let (page, part) = (CustomerShow::new(view.party.id), CustomerPart::new(view.party.id, "cronologia"));
        (page.with(&query), part.with(&query))
    });
    CustomerTimeline {
        t,
        oob: false,
        party: view.party.id,
        writes: cx.ctx.may(Resource::Party, Action::Update),
        today: cx.today(),
        chips: chips.collect(),
        days: by_day(t, names, wanted.into_iter().take(most)),
        more,
        empty: Empty {
            icon: "history",
            title: t.customer_timeline_none(),
            text: t.customer_timeline_none_text(),
            link: None,
            main: false,
        },
    }
}

fn event(t: &Texts, names: &Names, entry: &TimelineEntry) -> Event {
    let amount = || t.money(Money::from_cents(entry.detail.parse().unwrap_or(0)));
    let case_link = |label: &str| entry.case_id.map(|case| Link::new(label, CaseShow::new(case).url()));
    let (icon, title, text, link) = match entry.kind {
        TimelineKind::Contact => {
            let text = [entry.title.as_str(), entry.detail.as_str()].join(" ");
            (contact_icon(&entry.word), contact_kind(t, &entry.word), text.trim().to_owned(), None)
        }
        TimelineKind::Case => {
            ("inbox", case_event(t, &entry.word), names.procedure(&entry.detail), case_link(&entry.title))
        }
        TimelineKind::Document => ("file", t.customer_event_paper(), String::new(), case_link(&entry.title)),
        TimelineKind::Bill => {
            ("receipt", t.customer_event_bill(amount()), t.customer_event_bill_number(&entry.title), None)
        }
        TimelineKind::Payment => (
            "euro",
            t.customer_event_payment(amount()),
            t.customer_event_paid_by(channel(t, &entry.word), &entry.title),
            None,
        ),
        TimelineKind::Reading => {
            let sector = kernel::Sector::from_code(&entry.detail);
            let value = entry.title.parse::<i64>().unwrap_or(0);
            let shown =
                sector.map_or_else(|| t.number(value), |sector| t.quantity(value, reading_unit(sector)));
            let of = sector.map(|sector| service(t, sector).to_lowercase()).unwrap_or_default();
            ("gauge", t.customer_event_reading(of, shown), super::records::reading_word(t, &entry.word), None)
        }
    };
    let at = entry.at.in_rome().datetime();
    // Bills, payments and readings are known by their day.
    let timed = !matches!(entry.kind, TimelineKind::Bill | TimelineKind::Payment | TimelineKind::Reading);
    Event { icon, title, at, timed, link, text, by: entry.by.clone() }
}

/// How a bill was paid.
fn channel(t: &Texts, code: &str) -> String {
    match code {
        "direct_debit" => t.customer_channel_direct_debit(),
        "post_office" => t.customer_channel_post_office(),
        "counter" => t.customer_channel_counter(),
        "bank" => t.customer_channel_bank(),
        "web" => t.customer_channel_web(),
        other => other.to_owned(),
    }
}

fn contact_icon(kind: &str) -> &'static str {
    match kind {
        "call_in" | "call_out" => "phone",
        "visit" => "user",
        "email" | "letter" | "pec" => "mail",
        "portal" => "panel",
        _ => "edit",
    }
}

fn case_event(t: &Texts, state: &str) -> String {
    match state {
        "draft" => t.customer_event_case_draft(),
        "fulfilled" => t.customer_event_case_fulfilled(),
        "inadmissible" => t.customer_event_case_inadmissible(),
        "cancelled" => t.customer_event_case_cancelled(),
        _ => t.customer_event_case_opened(),
    }
}
