//! From what the operations tell of the till to what its page shows.

use app::cash::{Desk, DueBill, DueCharge, LastReceipt, PayerView};
use domain::{
    access::{Action, Resource},
    cash::{Means, round_amounts, stamp_due},
};
use kernel::{BillId, ChargeId, Money, PartyId};
use routes::{
    Route,
    console::{BillShow, CaseShow, PaymentReverse},
};
use texts::Texts;
use web::{
    PageCtx,
    layout::{Empty, Note},
};

use super::amount::{in_field, read_amount};
use crate::{
    standing::service,
    views::till::{BillLine, BillsPart, InstalmentPart, LastPart, Method, Paper, PayPart, ReceiptRow},
};

/// What the form of a payment holds, as typed.
#[derive(Clone, Debug, Default)]
pub(super) struct Typed {
    /// The key of the form.
    pub key: String,
    /// The code of the instalment that is paid; empty: none.
    pub code: String,
    /// Bills included, with what is paid of each as typed.
    pub lines: Vec<(BillId, String)>,
    /// Charges included, the same way.
    pub charges: Vec<(ChargeId, String)>,
    /// The means chosen.
    pub means: String,
    /// What is handed over.
    pub received: String,
    /// The reference.
    pub reference: String,
    /// Amounts by several means.
    pub parts: Vec<(Means, String)>,
    /// Whether the receipt is mailed.
    pub mail: bool,
}

impl Typed {
    /// What is proposed for a payer.
    pub fn proposed(cx: &PageCtx, view: &PayerView, (key, code): (String, Option<String>)) -> Self {
        let lines = view.bills.iter().filter(|bill| bill.proposed > Money::ZERO);
        Self {
            key,
            code: code.filter(|_| view.instalment.is_some()).unwrap_or_default(),
            lines: lines.map(|bill| (bill.of.bill.id, in_field(bill.proposed, cx.t.lang()))).collect(),
            charges: view
                .charges
                .iter()
                .filter(|due| due.proposed > Money::ZERO)
                .map(|due| (due.charge.id, in_field(due.proposed, cx.t.lang())))
                .collect(),
            means: Means::Cash.code().to_owned(),
            mail: view.email.is_some(),
            ..Self::default()
        }
    }

    /// What is paid of a bill: what was typed, or all that is open when nothing or nothing sensible was.
    pub fn paid_of(&self, bill: &DueBill) -> Option<Money> {
        let (_, typed) = self.lines.iter().find(|(id, _)| *id == bill.of.bill.id)?;
        Some(read_amount(typed).filter(|amount| *amount > Money::ZERO).unwrap_or_else(|| bill.of.bill.open()))
    }

    /// The interest of the instalment that is paid; none where nothing of its bills is.
    pub fn interest(&self, view: &PayerView) -> Money {
        let due = view.instalment.as_ref().filter(|_| !self.code.is_empty() && !self.lines.is_empty());
        due.map_or(Money::ZERO, |due| due.interest)
    }

    /// What is paid of a charge, the same way.
    pub fn paid_of_charge(&self, due: &DueCharge) -> Option<Money> {
        let (_, typed) = self.charges.iter().find(|(id, _)| *id == due.charge.id)?;
        Some(read_amount(typed).filter(|amount| *amount > Money::ZERO).unwrap_or_else(|| due.charge.open()))
    }

    /// Bills with charges, and stamp.
    pub fn due(&self, view: &PayerView) -> (Money, Money) {
        let paid = |bill: &DueBill| self.paid_of(bill).unwrap_or(Money::ZERO);
        let bills: Money = view.bills.iter().map(paid).sum();
        let charges: Money = view.charges.iter().filter_map(|due| self.paid_of_charge(due)).sum();
        let sum = bills + charges;
        let vat_free: Money = view.bills.iter().filter(|bill| bill.vat_free).map(paid).sum();
        (sum, stamp_due(vat_free, &view.rules))
    }
}

/// The word of a means.
pub(super) fn means_word(t: &Texts, means: Means) -> String {
    match means {
        Means::Cash => t.till_cash(),
        Means::Card => t.till_card(),
        Means::PagoPa => t.till_pagopa(),
        Means::Transfer => t.till_transfer(),
        Means::Cheque => t.till_cheque(),
    }
}

/// The means a till takes, in the order of their keys.
pub(super) fn means_of(cx: &PageCtx, cards: bool) -> Vec<Means> {
    let mut list = vec![Means::Cash];
    if cards {
        list.push(Means::Card);
    }
    if cx.app.settings.payments.pagopa {
        list.push(Means::PagoPa);
    }
    list.extend([Means::Cheque, Means::Transfer]);
    list
}

/// The bills.
pub(super) fn bills(cx: &PageCtx, view: &PayerView, typed: &Typed) -> BillsPart<'static> {
    let t = cx.t;
    let rows: Vec<BillLine> = view
        .bills
        .iter()
        .map(|due| bill_line(cx, view, due, typed))
        .chain(view.charges.iter().map(|due| charge_line(cx, due, typed)))
        .collect();
    let sum = |value: fn(&BillLine) -> Money| rows.iter().map(value).sum::<Money>();
    BillsPart {
        t,
        oob: false,
        sums: (sum(|row| row.amount), sum(|row| row.paid), typed.due(view).0),
        included: rows.iter().filter(|row| row.on).count(),
        rows,
        empty: Empty {
            icon: "ok",
            title: t.till_nothing_due(),
            text: t.till_nothing_due_text(),
            link: None,
            main: false,
        },
    }
}

/// A bill that is due.
fn bill_line(cx: &PageCtx, view: &PayerView, due: &DueBill, typed: &Typed) -> BillLine {
    let (t, today) = (cx.t, cx.today());
    let bill = &due.of.bill;
    let paid_now = typed.paid_of(due);
    let days = today.until(bill.due_on).map_or(0, |span| span.get_days());
    let overdue = bill.overdue(today);
    let risk = if overdue {
        ("late", "octagon", t.till_overdue())
    } else if days <= cx.app.settings.till.propose_days {
        ("soon", "clock", t.till_in_days(i64::from(days)))
    } else {
        ("ok", "ok", t.components_risk_in_time())
    };
    BillLine {
        id: bill.id.to_string(),
        href: BillShow::new(bill.id).url(),
        number: bill.number.clone(),
        issued: t.till_issued(t.date(bill.issued_on)),
        holder: if due.of.party_id == view.party.id { String::new() } else { due.of.party_name.clone() },
        sector: Some(due.of.sector),
        service: service(t, due.of.sector),
        point: due.of.point_code.clone(),
        due: if overdue { t.till_since(t.date(bill.due_on), i64::from(-days)) } else { t.date(bill.due_on) },
        risk,
        amount: bill.amount,
        paid: bill.paid,
        open: bill.open(),
        on: paid_now.is_some(),
        pay: in_field(paid_now.unwrap_or(Money::ZERO), t.lang()),
        vat_free: due.vat_free,
        overdue,
    }
}

/// A charge of a case, among the bills.
fn charge_line(cx: &PageCtx, due: &DueCharge, typed: &Typed) -> BillLine {
    let (t, charge) = (cx.t, &due.charge);
    let paid_now = typed.paid_of_charge(due);
    BillLine {
        id: charge.id.to_string(),
        href: CaseShow::new(charge.case_id).url(),
        number: charge.number.clone(),
        issued: t.till_charge_asked(t.date(charge.asked_at.date())),
        holder: due.owner.clone(),
        sector: None,
        service: if charge.what == "works" { t.till_charge_works() } else { t.till_charge_other() },
        point: charge.case_number.clone(),
        due: t.till_charge_no_day(),
        risk: ("none", "minus", t.till_charge_awaited()),
        amount: charge.amount,
        paid: charge.paid,
        open: charge.open(),
        on: paid_now.is_some(),
        pay: in_field(paid_now.unwrap_or(Money::ZERO), t.lang()),
        vat_free: false,
        overdue: false,
    }
}

/// The payment.
pub(super) fn pay(
    cx: &PageCtx,
    desk: &Desk,
    view: &PayerView,
    typed: &Typed,
    note: Option<Note>,
) -> PayPart<'static> {
    let t = cx.t;
    let (bills, stamp) = typed.due(view);
    let interest = typed.interest(view);
    let due = bills + stamp + interest;
    let received = read_amount(&typed.received);
    let all = means_of(cx, desk.cards);
    let methods = all.iter().enumerate().map(|(index, means)| Method {
        value: means.code(),
        label: means_word(t, *means),
        digit: index + 1,
        on: typed.means == means.code(),
        reference: means.needs_reference(),
    });
    let typed_part = |means: Means| {
        typed
            .parts
            .iter()
            .find(|(known, _)| *known == means)
            .map(|(_, text)| text.clone())
            .unwrap_or_default()
    };
    let change = received.unwrap_or(due) - due;
    let others: Vec<String> = view.others.iter().map(|other| other.id.to_string()).collect();
    PayPart {
        t,
        oob: false,
        party: view.party.id,
        others: others.join(","),
        key: typed.key.clone(),
        instalment: view.instalment.as_ref().filter(|_| !typed.code.is_empty()).map(|due| InstalmentPart {
            code: typed.code.clone(),
            interest: due.interest,
            words: t.till_instalment(i64::from(due.instalment), &due.number),
            label: t.till_interest(),
        }),
        due,
        stamp,
        stamp_rule: (view.rules.stamp_above.cents(), view.rules.stamp.cents()),
        methods: methods.collect(),
        received: typed.received.clone(),
        change: (change >= Money::ZERO).then_some(change),
        cuts: cuts(cx, due),
        reference: typed.reference.clone(),
        parts: all
            .iter()
            .map(|means| (format!("parte-{}", means.code()), means_word(t, *means), typed_part(*means)))
            .collect(),
        email: view.email.clone().unwrap_or_default(),
        mail: typed.mail,
        note,
        paper: paper(cx, view, typed, (due, stamp, interest), received),
    }
}

fn cuts(cx: &PageCtx, due: Money) -> Vec<(String, String)> {
    let t = cx.t;
    let mut list = vec![(in_field(due, t.lang()), t.till_exact())];
    list.extend(
        round_amounts(due)
            .into_iter()
            .map(|amount| (in_field(amount, t.lang()), t.till_euro(t.number(amount.cents() / 100)))),
    );
    list
}

fn paper(
    cx: &PageCtx,
    view: &PayerView,
    typed: &Typed,
    (due, stamp, interest): (Money, Money, Money),
    received: Option<Money>,
) -> Paper {
    let t = cx.t;
    let settings = &cx.app.settings;
    let show = |amount: Money| in_field(amount, t.lang());
    let mut lines: Vec<(String, String)> = view
        .bills
        .iter()
        .filter_map(|bill| {
            let paid = typed.paid_of(bill)?;
            let number = &bill.of.bill.number;
            let words = if paid == bill.of.bill.open() { number.clone() } else { t.till_part_of(number) };
            Some((words, show(paid)))
        })
        .collect();
    lines.extend(view.charges.iter().filter_map(|due| {
        let paid = typed.paid_of_charge(due)?;
        let number = &due.charge.number;
        let words = if paid == due.charge.open() { number.clone() } else { t.till_part_of(number) };
        Some((words, show(paid)))
    }));
    if stamp > Money::ZERO {
        lines.push((t.till_stamp(), show(stamp)));
    }
    if interest > Money::ZERO {
        lines.push((t.till_interest(), show(interest)));
    }
    let means = Means::from_code(&typed.means).map_or_else(String::new, |means| means_word(t, means));
    let handed = received.unwrap_or(due);
    let mut tail = vec![(means, show(handed))];
    if handed > due {
        tail.push((t.till_change(), show(handed - due)));
    }
    Paper {
        head: vec![
            settings.utility.clone(),
            t.till_vat(&settings.utility_vat),
            cx.user.office.as_ref().map(|office| office.name.clone()).unwrap_or_default(),
        ],
        at: format!("{} {}", t.date(cx.today()), t.time(cx.now.in_rome().datetime().time())),
        operator: cx.user.user.display_name.clone(),
        lines,
        total: show(due),
        tail,
    }
}

/// The last payments.
pub(super) fn last(cx: &PageCtx, desk: &Desk) -> LastPart<'static> {
    LastPart {
        t: cx.t,
        oob: false,
        till: desk.session.as_ref().map(|session| session.number.clone()).unwrap_or_default(),
        count: desk.count,
        rows: receipts(cx, &desk.last),
    }
}

/// Payments as rows.
pub(super) fn receipts(cx: &PageCtx, list: &[LastReceipt]) -> Vec<ReceiptRow> {
    let t = cx.t;
    let may = cx.ctx.may(Resource::Till, Action::Cancel);
    list.iter()
        .map(|one| {
            let words: Vec<String> = one.means.iter().map(|means| means_word(t, *means)).collect();
            ReceiptRow {
                id: one.receipt.id,
                at: t.time(one.receipt.at.in_rome().datetime().time()),
                number: one.receipt.number.clone(),
                payer: one.receipt.payer_name.clone(),
                means: words.join(", "),
                total: one.receipt.total,
                reversed: one.receipt.reversed,
                reverse: if may && !one.receipt.reversed {
                    PaymentReverse::new(one.receipt.id).url()
                } else {
                    String::new()
                },
            }
        })
        .collect()
}

/// Ids parted by commas, as in the address.
pub(super) fn ids(text: &str) -> Vec<PartyId> {
    text.split(',').filter_map(|id| id.trim().parse().ok()).collect()
}
