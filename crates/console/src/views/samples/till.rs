//! The till: with a customer, without, closed, after a payment, taking one back, closing.

use kernel::{Money, Sector};
use routes::{Route, console::BillShow};
use texts::Texts;
use web::layout::{Area, Empty, Field, FieldKind, KeyHint, Link, Note, NoteKind};

use super::{Sample, bill_id, frame, party, receipt_id};
use crate::views::till::{
    BillLine, BillsPart, ClosePage, Done, Found, LastPart, Method, Opening, Paper, PayPart, Pieces,
    ReceiptRow, ReceiptsPage, ReversePage, TillPage, Who,
};

pub(super) fn samples(t: &Texts) -> askama::Result<Vec<Sample>> {
    let refused = TillPage { pay: Some(pay(t, Some(refusal(t)))), ..page(t) };
    let bare = || TillPage { who: None, bills: None, others: Vec::new(), pay: None, ..page(t) };
    let found = TillPage {
        found: vec![Found {
            href: "/cassa?cliente=1".into(),
            title: "Marchetti Elena".into(),
            detail: "48213 · MRCLNE84L54F257S".into(),
        }],
        ..bare()
    };
    let nobody = TillPage { nobody: Some(empty(t.till_nobody("zz"), t.till_nobody_text())), ..bare() };
    let done = TillPage {
        done: Some(Done {
            number: "S3-2026-002118".into(),
            total: euro(18_265),
            change: euro(1735),
            pdf: "/cassa/ricevute/1/ricevuta.pdf".into(),
            payer: "Rinaldi Teresa".into(),
        }),
        ..bare()
    };
    let closed = TillPage {
        opening: Some(Opening {
            float: Field::new(FieldKind::Decimal, "fondo", t.till_float()).unit("€").value("100,00"),
            note: t.till_float_left(t.money(euro(10_000))),
            sheet: Some(Link::new(t.till_sheet("S3-2026-C0030"), "/cassa/chiusure/1/foglio.pdf")),
        }),
        ..bare()
    };
    Ok(vec![
        Sample::page("till", &page(t))?,
        Sample::page("till-refused", &refused)?,
        Sample::page("till-found", &found)?,
        Sample::page("till-nobody", &nobody)?,
        Sample::page("till-done", &done)?,
        Sample::page("till-closed", &closed)?,
        Sample::page("till-receipts", &receipts(t))?,
        Sample::page("till-reverse", &reverse(t))?,
        Sample::page("till-close", &close(t))?,
        Sample::part("till-bills", &bills(t))?,
        Sample::part("till-pay", &pay(t, None))?,
        Sample::part("till-last", &last(t))?,
    ])
}

fn euro(cents: i64) -> Money {
    Money::from_cents(cents)
}

fn empty(title: String, text: String) -> Empty {
    Empty { icon: "search", title, text, link: None, main: false }
}

fn refusal(t: &Texts) -> Note {
    Note {
        kind: NoteKind::Error,
        lead: t.till_not_cashed(),
        text: t.refusals_cash_limit(t.money(euro(500_000)), t.money(Money::ZERO)),
        link: None,
    }
}

fn keys(t: &Texts) -> Vec<KeyHint> {
    vec![KeyHint::new("F2", t.till_key_customer()), KeyHint::new("F10", t.till_key_close())]
}

fn page(t: &Texts) -> TillPage<'_> {
    TillPage {
        t,
        frame: frame(t, t.till_title(), Some(Area::Till), keys(t)),
        field: Field::text("q", t.till_search()).value("Rinaldi Teresa"),
        who: Some(Who {
            id: party(1),
            name: "Rinaldi Teresa".into(),
            number: "40217".into(),
            code: "RNLTRS72R46F257S".into(),
            address: "via Mazzini 21, Fontebruna".into(),
            href: "/clienti/1".into(),
        }),
        found: Vec::new(),
        nobody: None,
        done: None,
        bills: Some(bills(t)),
        others: vec![Link::new(t.till_add_other("Rinaldi Aldo"), "/cassa?cliente=1&anche=2")],
        pay: Some(pay(t, None)),
        last: last(t),
        opening: None,
    }
}

fn bills(t: &Texts) -> BillsPart<'_> {
    let line = |number: u8, name: &str, sector, service: String, point: &str, open, on: bool| BillLine {
        id: bill_id(number).to_string(),
        href: BillShow::new(bill_id(number)).url(),
        number: name.into(),
        issued: t.till_issued("12/12/2025"),
        holder: String::new(),
        sector: Some(sector),
        service,
        point: point.into(),
        risk: if on {
            ("late", "octagon", t.till_overdue())
        } else {
            ("ok", "ok", t.components_risk_in_time())
        },
        due: t.till_since("12/01/2026", 58),
        amount: euro(open),
        paid: Money::ZERO,
        open: euro(open),
        on,
        pay: if on { "38,90".into() } else { "0,00".into() },
        vat_free: false,
        overdue: on,
    };
    BillsPart {
        t,
        oob: false,
        rows: vec![
            line(1, "2025/A/048812", Sector::Water, t.words_sector_water(), "PA 0044120", 3890, true),
            line(2, "2026/G/004981", Sector::Gas, t.words_sector_gas(), "09990012041106", 14_375, false),
        ],
        sums: (euro(18_265), Money::ZERO, euro(3890)),
        included: 1,
        empty: empty(t.till_nothing_due(), t.till_nothing_due_text()),
    }
}

fn pay(t: &Texts, note: Option<Note>) -> PayPart<'_> {
    let method = |value, label: String, digit, on, reference| Method { value, label, digit, on, reference };
    PayPart {
        t,
        oob: false,
        party: party(1),
        others: String::new(),
        key: "sample".into(),
        instalment: None,
        due: euro(3890),
        stamp: Money::ZERO,
        stamp_rule: (7747, 200),
        methods: vec![
            method("cash", t.till_cash(), 1, true, false),
            method("card", t.till_card(), 2, false, false),
            method("cheque", t.till_cheque(), 3, false, true),
        ],
        received: "40,00".into(),
        change: Some(euro(110)),
        cuts: vec![("38,90".into(), t.till_exact()), ("40,00".into(), t.till_euro("40"))],
        reference: String::new(),
        parts: vec![("parte-cash".into(), t.till_cash(), String::new())],
        email: "teresa.rinaldi@example.org".into(),
        mail: true,
        note,
        paper: Paper {
            head: vec!["Fontebruna Servizi".into(), t.till_vat("99998710364"), "Sportello 3".into()],
            at: "11/03/2026 10:24".into(),
            operator: "Marta Bellini".into(),
            lines: vec![("2025/A/048812".into(), "38,90".into())],
            total: "38,90".into(),
            tail: vec![(t.till_cash(), "40,00".into()), (t.till_change(), "1,10".into())],
        },
    }
}

fn rows(t: &Texts) -> Vec<ReceiptRow> {
    let row = |number: u8, name: &str, reversed| ReceiptRow {
        id: receipt_id(number),
        at: "10:11".into(),
        number: name.into(),
        payer: "Guidetti Franco".into(),
        means: t.till_card(),
        total: euro(4730),
        reversed,
        reverse: if reversed { String::new() } else { "/cassa/ricevute/1/storno".into() },
    };
    vec![row(1, "S3-2026-002117", false), row(2, "S3-2026-002116", true)]
}

fn last(t: &Texts) -> LastPart<'_> {
    LastPart { t, oob: false, till: "S3-2026-C0031".into(), count: 11, rows: rows(t) }
}

fn receipts(t: &Texts) -> ReceiptsPage<'_> {
    ReceiptsPage {
        t,
        frame: frame(t, t.till_receipts(), Some(Area::Till), keys(t)),
        rows: rows(t),
        empty: empty(t.till_receipts_none(), t.till_receipts_none_text()),
    }
}

fn reverse(t: &Texts) -> ReversePage<'_> {
    ReversePage {
        t,
        frame: frame(t, t.till_reverse_of("S3-2026-002117"), Some(Area::Till), keys(t)),
        action: "/cassa/ricevute/1/storno".into(),
        facts: vec![(t.till_col_receipt(), "S3-2026-002117".into())],
        effects: vec![t.till_effect_bills(), t.till_effect_cash(t.money(euro(4730)))],
        note: None,
        reason: Field::new(FieldKind::Lines, "motivo", t.till_reason()),
        second: vec![
            Field::text("secondo", t.till_second_name()),
            Field::new(FieldKind::Password, "password", t.till_second_password()),
        ],
        open: true,
    }
}

fn close(t: &Texts) -> ClosePage<'_> {
    ClosePage {
        t,
        frame: frame(t, t.till_close_title(), Some(Area::Till), keys(t)),
        version: 3,
        facts: vec![(t.till_float(), t.money(euro(10_000))), (t.till_expected(), t.money(euro(28_265)))],
        expected: euro(28_265),
        counted: euro(5000),
        difference: euro(-23_265),
        count: vec![Pieces {
            name: "pezzi-5000".into(),
            label: t.money(euro(5000)),
            cents: 5000,
            pieces: "1".into(),
            amount: euro(5000),
        }],
        fields: vec![Field::new(FieldKind::Decimal, "versamento", t.till_deposit()).unit("€")],
        second: vec![Field::text("secondo", t.till_second_name())],
        note: None,
    }
}
