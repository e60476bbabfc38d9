//! Taking a payment from the page, and computing it again where no script does.

use app::{
    Error,
    cash::{self, CashIn, ChargePart, PayerView},
};
use domain::cash::{Allocated, Means, Part};
use kernel::{BillId, ChargeId, Money, PartyId};
use routes::{
    Route,
    console::{Till, TillPart, TillQuery},
};
use web::{
    Answer, Failure, Form, PageCtx, Url,
    layout::{Note, NoteKind},
    refusals,
};

use super::{
    amount::{in_field, read_amount},
    present::{self, Typed, ids},
    show::{full, new_key},
};

/// What was sent: who pays, what was typed.
async fn sent(cx: &PageCtx, form: &Form) -> Result<(PayerView, Typed), Failure> {
    let party: PartyId =
        form.parsed("cliente", "required")?.ok_or_else(|| Error::field("cliente", "required"))?;
    let code = form.given("rata").map(str::to_owned);
    let view = cash::payer(&cx.app, &cx.ctx, party, ids(form.text("anche")), None, code.clone()).await?;
    let mut typed = Typed {
        code: code.unwrap_or_default(),
        key: form.text("chiave").to_owned(),
        lines: Vec::new(),
        charges: Vec::new(),
        means: form.given("metodo").unwrap_or(Means::Cash.code()).to_owned(),
        received: form.text("ricevuto").to_owned(),
        reference: form.text("riferimento").to_owned(),
        parts: Vec::new(),
        mail: form.has("mail"),
    };
    for id in form.all("includi") {
        let amount = form.text(&format!("paga-{id}")).to_owned();
        // Both come from one table of the page; what is no charge of these customers is a bill.
        match id.parse::<ChargeId>() {
            Ok(charge) if view.charges.iter().any(|due| due.charge.id == charge) => {
                typed.charges.push((charge, amount));
            }
            _ => typed.lines.extend(id.parse().ok().map(|bill: BillId| (bill, amount))),
        }
    }
    for means in Means::ALL {
        let text = form.text(&format!("parte-{}", means.code()));
        if !text.is_empty() {
            typed.parts.push((*means, text.to_owned()));
        }
    }
    let all = |overdue: bool| {
        let bills = view.bills.iter().filter(|bill| !overdue || bill.of.bill.overdue(cx.today()));
        bills.map(|bill| (bill.of.bill.id, in_field(bill.of.bill.open(), cx.t.lang()))).collect()
    };
    match form.text("azione") {
        "tutte" => {
            typed.lines = all(false);
            typed.charges = view
                .charges
                .iter()
                .map(|due| (due.charge.id, in_field(due.charge.open(), cx.t.lang())))
                .collect();
        }
        "scadute" => {
            typed.lines = all(true);
            typed.charges.clear();
        }
        _ => {}
    }
    Ok((view, typed))
}

/// Cashes in, or shows the page computed again.
pub(super) async fn submit(cx: PageCtx, form: Form) -> Answer {
    let (view, mut typed) = sent(&cx, &form).await?;
    let desk = cash::desk(&cx.app, &cx.ctx).await?;
    if matches!(form.text("azione"), "calcola" | "tutte" | "scadute") {
        return cx.page(&full(&cx, &desk, &view, &typed, None));
    }
    let refused = match asked(&view, &typed) {
        Ok(new) => match cash::cash_in(&cx.app, &cx.ctx, new).await {
            Ok(done) => {
                let query = TillQuery { receipt: Some(done.receipt.id), ..TillQuery::default() };
                let words = cx.t.till_cashed(cx.t.money(done.receipt.total), &done.receipt.number);
                return Ok(cx.done(&Till::new().with(&query), words));
            }
            Err(error) => error,
        },
        Err(error) => error,
    };
    let Error::Refused { code, args } = refused else { return Err(refused.into()) };
    // After these the card is free: the next try is a new payment. After any other the key stays, so that a charge whose
    // outcome is not known is never made again.
    if matches!(code.as_str(), "card_declined" | "card_given_back") {
        typed.key = new_key(&cx);
    }
    // What was paid meanwhile is not shown any more.
    let others = view.others.iter().map(|other| other.id).collect();
    let slip = Some(typed.code.clone()).filter(|slip| !slip.is_empty());
    let view = cash::payer(&cx.app, &cx.ctx, view.party.id, others, None, slip).await?;
    let note = Note {
        kind: NoteKind::Error,
        lead: cx.t.till_not_cashed(),
        text: refusals::sentence(cx.t, &code, &args),
        link: None,
    };
    cx.invalid(&full(&cx, &desk, &view, &typed, Some(note)))
}

/// The payment as the operation takes it.
fn asked(view: &PayerView, typed: &Typed) -> Result<CashIn, Error> {
    let mut lines = Vec::new();
    for (id, text) in &typed.lines {
        // A bill that is not open any more goes along: it may have been paid by this very form, sent twice.
        let open = view.bills.iter().find(|bill| bill.of.bill.id == *id);
        let amount = open.and_then(|bill| typed.paid_of(bill)).or_else(|| read_amount(text));
        lines.push(Allocated { bill: *id, amount: amount.unwrap_or(Money::ZERO) });
    }
    let charges = typed.charges.iter().map(|(id, text)| {
        let open = view.charges.iter().find(|due| due.charge.id == *id);
        let amount = open.and_then(|due| typed.paid_of_charge(due)).or_else(|| read_amount(text));
        ChargePart { charge: *id, amount: amount.unwrap_or(Money::ZERO) }
    });
    let (bills, stamp) = typed.due(view);
    let interest = typed.interest(view);
    let due = bills + stamp + interest;
    let plan = view.instalment.as_ref().filter(|_| interest > Money::ZERO);
    Ok(CashIn {
        key: typed.key.clone(),
        party: view.party.id,
        lines,
        interest: plan.map(|due| (due.plan, interest)),
        charges: charges.collect(),
        parts: parts(typed, due)?,
        mail: typed.mail,
    })
}

/// One means for all, unless amounts by several were typed.
fn parts(typed: &Typed, due: Money) -> Result<Vec<Part>, Error> {
    let part = |means, amount| Part { means, amount, reference: typed.reference.clone() };
    if !typed.parts.is_empty() {
        let read = typed.parts.iter().map(|(means, text)| {
            let amount = read_amount(text).ok_or_else(|| Error::refused("cash_amount_unread"))?;
            Ok(part(*means, amount))
        });
        return read.collect();
    }
    let means = Means::from_code(&typed.means).unwrap_or(Means::Cash);
    if means != Means::Cash || typed.received.is_empty() {
        return Ok(vec![part(means, due)]);
    }
    let received = read_amount(&typed.received).ok_or_else(|| Error::refused("cash_amount_unread"))?;
    Ok(vec![part(means, received)])
}

/// The payment computed again, alone.
pub(super) async fn part(cx: PageCtx, Url(at): Url<TillPart>, form: Form) -> Answer {
    let (view, typed) = sent(&cx, &form).await?;
    let desk = cash::desk(&cx.app, &cx.ctx).await?;
    match at.part.as_str() {
        "bollette" => cx.page(&present::bills(&cx, &view, &typed)),
        "incasso" => cx.page(&present::pay(&cx, &desk, &view, &typed, None)),
        _ => Err(Error::NotFound { kind: "page" }.into()),
    }
}
