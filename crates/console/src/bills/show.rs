//! One bill, and its papers.

use app::bills::{self, BillView};
use domain::access::{Action, Resource};
use kernel::Money;
use routes::{
    Route,
    console::{BillList, BillListQuery, BillPdf, BillShow, BillSlipPdf, CustomerShow, Till, TillQuery},
};
use web::{
    Answer, PageCtx, Url,
    layout::{Area, Empty, KeyHint, Link},
    page,
};

use super::present::{channel, may_cash, state};
use crate::{
    standing::service,
    views::bills::{BillPage, PaperLine, PaymentLine},
};

/// `/bollette/{bill}`.
pub(super) async fn show(cx: PageCtx, Url(at): Url<BillShow>) -> Answer {
    let t = cx.t;
    let view = bills::show_bill(&cx.app, &cx.ctx, at.bill).await?;
    let bill = &view.of.bill;
    let mut frame = cx.frame(t.bills_page_title(&bill.number), Some(Area::Customers));
    let reprints = cx.ctx.may(Resource::Case, Action::Create);
    if reprints {
        frame.keys = vec![
            KeyHint::new(t.layout_key_enter(), t.bills_key_reprint()),
            KeyHint::new("2", t.till_key_cash()),
        ];
    }
    let open = bill.open() > Money::ZERO;
    let query = TillQuery { party: Some(view.of.party_id), bill: Some(bill.id), ..TillQuery::default() };
    let list = BillListQuery { party: Some(view.of.party_id), ..BillListQuery::default() };
    cx.page(&BillPage {
        t,
        frame,
        id: bill.id,
        parent: Link::new(t.bills_title_of(&view.of.party_name), BillList::new().with(&list)),
        number: bill.number.clone(),
        sector: view.of.sector,
        state: state(t, bill, view.plan.is_some(), cx.today()),
        customer: Link::new(view.of.party_name.clone(), CustomerShow::new(view.of.party_id).url()),
        facts: facts(&cx, &view),
        open,
        reprints,
        email: view.email.clone().unwrap_or_default(),
        cash: (open && may_cash(&cx)).then(|| Till::new().with(&query)),
        payments: view
            .payments
            .iter()
            .map(|payment| PaymentLine {
                on: t.date(payment.paid_on),
                number: payment.number.clone(),
                channel: channel(t, &payment.channel),
                amount: payment.amount,
            })
            .collect(),
        papers: papers(&cx, &view),
        no_payments: Empty {
            icon: "euro",
            title: t.bills_payments_none(),
            text: t.bills_payments_none_text(),
            link: None,
            main: false,
        },
        no_papers: Empty {
            icon: "print",
            title: t.bills_papers_none(),
            text: t.bills_papers_none_text(),
            link: None,
            main: false,
        },
    })
}

fn facts(cx: &PageCtx, view: &BillView) -> Vec<(String, String)> {
    let (t, bill) = (cx.t, &view.of.bill);
    let unit = match bill.unit.as_str() {
        "m3" => "m³",
        "sm3" => "Smc",
        "kwh" => "kWh",
        other => other,
    };
    let mut list = vec![
        (t.bills_issued(), t.date(bill.issued_on)),
        (t.bills_due(), t.date(bill.due_on)),
        (t.bills_amount(), t.money(bill.amount)),
        (t.bills_paid(), t.money(bill.paid)),
        (t.bills_left(), t.money(bill.open())),
    ];
    if let Some(plan) = &view.plan {
        list.push((t.bills_in_plan(), plan.clone()));
    } else if !view.held_by.is_empty() {
        list.push((t.bills_held_by(), view.held_by.join(", ")));
    }
    if let (Some(from), Some(to)) = (bill.period_from, bill.period_to) {
        list.push((t.bills_period(), t.bills_period_words(t.date(from), t.date(to))));
    }
    if let Some(used) = bill.consumption {
        list.push((t.bills_consumption(), t.quantity(used, unit)));
    }
    list.push((t.bills_contract(), view.of.contract_number.clone()));
    let point = format!("{} {}, {}", service(t, view.of.sector), view.of.point_code, view.address);
    list.push((t.bills_point(), point));
    if let Some(code) = &view.code {
        if cx.app.settings.payments.pagopa {
            list.push((t.bills_notice(), code.notice.clone()));
        } else {
            list.push((t.bills_code(), code.slip.clone()));
        }
    }
    list
}

fn papers(cx: &PageCtx, view: &BillView) -> Vec<PaperLine> {
    let t = cx.t;
    let bill = &view.of.bill;
    let newest = |kind: &str| view.papers.iter().position(|paper| paper.kind == kind);
    view.papers
        .iter()
        .enumerate()
        .map(|(index, paper)| PaperLine {
            what: match paper.kind.as_str() {
                "original" => t.bills_paper_original(),
                "slip" => t.bills_paper_slip(t.money(paper.open)),
                _ => t.bills_paper_copy(),
            },
            at: t.moment_near(paper.created_at, cx.today()),
            by: paper.created_by.clone(),
            // Only what would still be handed out is opened: the newest copy, the slip of what is open now.
            href: match paper.kind.as_str() {
                "slip" if newest("slip") == Some(index) && paper.open == bill.open() => {
                    BillSlipPdf::new(bill.id).url()
                }
                "copy" | "original" if newest(&paper.kind) == Some(index) => BillPdf::new(bill.id).url(),
                _ => String::new(),
            },
        })
        .collect()
}

/// The bill as a paper.
pub(super) async fn pdf(cx: PageCtx, Url(at): Url<BillPdf>) -> Answer {
    let (paper, bytes) = bills::bill_pdf(&cx.app, &cx.ctx, at.bill).await?;
    Ok(page::file("application/pdf", &format!("{}.pdf", paper.title), true, bytes))
}

/// Its payment slip.
pub(super) async fn slip(cx: PageCtx, Url(at): Url<BillSlipPdf>) -> Answer {
    let (paper, bytes) = bills::slip_pdf(&cx.app, &cx.ctx, at.bill).await?;
    Ok(page::file("application/pdf", &format!("{}.pdf", paper.title), true, bytes))
}
