//! Bills: of a customer, across customers, one bill paid and unpaid.

use kernel::{Money, Sector};
use texts::Texts;
use web::layout::{Area, Empty, Field, KeyHint, Link, Tab};

use super::{Sample, bill_id, frame, party};
use crate::views::bills::{BillLine, BillPage, BillsPage, PaperLine, PaymentLine};

pub(super) fn samples(t: &Texts) -> askama::Result<Vec<Sample>> {
    let across =
        BillsPage { customer: None, reprints: false, more: Some("/bollette?dopo=x".into()), ..list(t) };
    let none = BillsPage { rows: Vec::new(), ..list(t) };
    let paid = BillPage {
        state: ("on", t.bills_state_paid()),
        open: false,
        cash: None,
        payments: Vec::new(),
        papers: Vec::new(),
        ..page(t)
    };
    Ok(vec![
        Sample::page("bills", &list(t))?,
        Sample::page("bills-across", &across)?,
        Sample::page("bills-none", &none)?,
        Sample::page("bill", &page(t))?,
        Sample::page("bill-paid", &paid)?,
    ])
}

fn empty(title: String, text: String) -> Empty {
    Empty { icon: "receipt", title, text, link: None, main: false }
}

fn list(t: &Texts) -> BillsPage<'_> {
    let row = |number: u8, name: &str, open| BillLine {
        id: bill_id(number),
        number: name.into(),
        holder: "Marchetti Elena".into(),
        party: party(1),
        sector: Sector::Gas,
        service: t.words_sector_gas(),
        point: "09990012044177".into(),
        issued: "14/02/2026".into(),
        due: "16/03/2026".into(),
        amount: Money::from_cents(14_375),
        open: Money::from_cents(open),
        state: if open > 0 { ("half", t.bills_state_open()) } else { ("on", t.bills_state_paid()) },
        chosen: number == 1,
    };
    BillsPage {
        t,
        frame: frame(
            t,
            t.bills_title(),
            Some(Area::Customers),
            vec![KeyHint::new(t.layout_key_enter(), t.bills_key_reprint())],
        ),
        title: t.bills_title_of("Marchetti Elena"),
        customer: Some(Link::new("Marchetti Elena", "/clienti/1")),
        search: Field::text("q", t.bills_search()),
        tabs: vec![Tab { label: t.bills_all(), href: "/bollette".into(), count: None, current: true }],
        rows: vec![row(1, "2026/G/004981", 14_375), row(2, "2025/G/099001", 0)],
        reprints: true,
        more: None,
        empty: empty(t.bills_none(), t.bills_none_text()),
    }
}

fn page(t: &Texts) -> BillPage<'_> {
    BillPage {
        t,
        frame: frame(t, t.bills_page_title("2026/G/004981"), Some(Area::Customers), Vec::new()),
        id: bill_id(1),
        parent: Link::new(t.bills_title_of("Marchetti Elena"), "/bollette?cliente=1"),
        number: "2026/G/004981".into(),
        sector: Sector::Gas,
        state: ("half", t.bills_state_open()),
        customer: Link::new("Marchetti Elena", "/clienti/1"),
        facts: vec![
            (t.bills_due(), "16/03/2026".into()),
            (t.bills_left(), t.money(Money::from_cents(12_375))),
            (t.bills_notice(), "301260000000000187".into()),
        ],
        open: true,
        reprints: true,
        email: "elena.marchetti@example.org".into(),
        cash: Some("/cassa?cliente=1".into()),
        payments: vec![PaymentLine {
            on: "02/03/2026".into(),
            number: "S3-2026-000118/1".into(),
            channel: t.bills_channel_counter(),
            amount: Money::from_cents(2000),
        }],
        papers: vec![PaperLine {
            what: t.bills_paper_copy(),
            at: "10:24".into(),
            by: "Bellini Marta".into(),
            href: "/bollette/1/bolletta.pdf".into(),
        }],
        no_payments: empty(t.bills_payments_none(), t.bills_payments_none_text()),
        no_papers: empty(t.bills_papers_none(), t.bills_papers_none_text()),
    }
}
