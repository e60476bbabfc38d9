//! Receipts: the list of the day, the paper, taking one back.

use app::{
    Error,
    cash::{self, ReceiptView, Reverse},
};
use domain::{
    access::{Action, Resource},
    cash::Means,
};
use routes::{
    Route,
    console::{PaymentReverse, ReceiptList, ReceiptPdf},
};
use web::{
    Answer, Failure, Form, PageCtx, Url,
    layout::{Empty, Field, FieldKind, Note, NoteKind},
    page, refusals,
};

use super::{
    present::{means_word, receipts},
    show::frame,
};
use crate::views::till::{ReceiptsPage, ReversePage};

/// The payments of the till.
pub(super) async fn list(cx: PageCtx) -> Answer {
    let t = cx.t;
    let desk = cash::desk(&cx.app, &cx.ctx).await?;
    let all = match desk.session {
        Some(_) => cash::receipts_of_till(&cx.app, &cx.ctx).await?,
        None => Vec::new(),
    };
    cx.page(&ReceiptsPage {
        t,
        frame: frame(&cx, &desk, t.till_receipts()),
        rows: receipts(&cx, &all),
        empty: Empty {
            icon: "receipt",
            title: t.till_receipts_none(),
            text: t.till_receipts_none_text(),
            link: None,
            main: false,
        },
    })
}

/// The receipt.
pub(super) async fn pdf(cx: PageCtx, Url(at): Url<ReceiptPdf>) -> Answer {
    let (paper, bytes) = cash::receipt_paper(&cx.app, &cx.ctx, at.receipt).await?;
    Ok(page::file("application/pdf", &format!("{}.pdf", paper.title), true, bytes))
}

/// Asks before a payment is taken back.
pub(super) async fn ask(cx: PageCtx, Url(at): Url<PaymentReverse>) -> Answer {
    let view = cash::show_receipt(&cx.app, &cx.ctx, at.receipt).await?;
    let question = question(&cx, &view, "", "", None).await?;
    cx.page(&question)
}

/// Takes a payment back.
pub(super) async fn reverse(cx: PageCtx, Url(at): Url<PaymentReverse>, form: Form) -> Answer {
    let (name, password) = (form.text("secondo"), form.raw("password"));
    let reason = form.text("motivo").to_owned();
    let second = match name.is_empty() {
        true => Ok(None),
        false => cash::stand_in(&cx.app, &cx.ctx, name, password).await.map(Some),
    };
    let done = match second {
        Ok(second) => {
            let asked = Reverse { receipt: at.receipt, reason: reason.clone(), second };
            cash::reverse(&cx.app, &cx.ctx, asked).await
        }
        Err(error) => Err(error),
    };
    match done {
        Ok(view) => {
            let words = cx.t.till_reversed(&view.receipt.number);
            Ok(cx.done(&ReceiptList::new().url(), words))
        }
        Err(Error::Refused { code, args }) => {
            let view = cash::show_receipt(&cx.app, &cx.ctx, at.receipt).await?;
            let note = Note {
                kind: NoteKind::Error,
                lead: cx.t.till_not_reversed(),
                text: refusals::sentence(cx.t, &code, &args),
                link: None,
            };
            let page = question(&cx, &view, &reason, name, Some(note)).await?;
            cx.invalid(&page)
        }
        Err(error) => Err(error.into()),
    }
}

async fn question(
    cx: &PageCtx,
    view: &ReceiptView,
    reason: &str,
    second: &str,
    note: Option<Note>,
) -> Result<ReversePage<'static>, Failure> {
    let t = cx.t;
    let desk = cash::desk(&cx.app, &cx.ctx).await?;
    let receipt = &view.receipt;
    let means: Vec<String> = view
        .means
        .iter()
        .map(|line| format!("{} {}", means_word(t, line.means), t.money(line.amount)))
        .collect();
    let charges = view.charges.iter().map(|line| format!("{} {}", line.number, t.money(line.amount)));
    let bills: Vec<String> = view
        .lines
        .iter()
        .map(|line| format!("{} {}", line.bill_number, t.money(line.amount)))
        .chain(charges)
        .collect();
    let large = receipt.total > desk.second_person_above;
    let may = cx.ctx.may(Resource::Till, Action::Cancel);
    Ok(ReversePage {
        t,
        frame: frame(cx, &desk, t.till_reverse_of(&receipt.number)),
        action: PaymentReverse::new(receipt.id).url(),
        facts: vec![
            (t.till_col_receipt(), receipt.number.clone()),
            (t.till_col_time(), t.moment(receipt.at)),
            (t.till_col_customer(), receipt.payer_name.clone()),
            (t.till_col_amount(), t.money(receipt.total)),
            (t.till_col_method(), means.join(", ")),
            (t.till_col_bills(), bills.join(", ")),
        ],
        effects: effects(cx, view),
        note: note.or_else(|| {
            receipt.reversed.then(|| Note {
                kind: NoteKind::Info,
                lead: t.till_reversed_before(),
                text: view.reversal.as_ref().map(|one| one.reason.clone()).unwrap_or_default(),
                link: None,
            })
        }),
        reason: Field::new(FieldKind::Lines, "motivo", t.till_reason()).value(reason).focus(),
        second: if large {
            vec![
                Field::text("secondo", t.till_second_name())
                    .value(second)
                    .hint(t.till_second_hint(t.money(desk.second_person_above))),
                Field::new(FieldKind::Password, "password", t.till_second_password()),
            ]
        } else {
            Vec::new()
        },
        open: may && !receipt.reversed && desk.session.is_some(),
    })
}

/// What follows from taking it back.
fn effects(cx: &PageCtx, view: &ReceiptView) -> Vec<String> {
    let t = cx.t;
    let mut effects = vec![t.till_effect_bills(), t.till_effect_billing()];
    for line in &view.means {
        match line.means {
            Means::Cash => effects.push(t.till_effect_cash(t.money(line.amount))),
            Means::Card => effects.push(t.till_effect_card(t.money(line.amount))),
            _ => effects.push(t.till_effect_other(means_word(t, line.means))),
        }
    }
    effects
}
