//! The page of the till, and its parts alone.

use app::{
    Error,
    cash::{self, Desk, FoundPayer, PayerView, Wanted},
    registry::HitKind,
};
use kernel::{CaseId, PartyId};
use routes::{
    Route,
    console::{CustomerShow, ReceiptPdf, Till, TillPart, TillQuery, TillSheetPdf},
};
use web::{
    Answer, Asked, Failure, PageCtx, Url,
    layout::{Area, Empty, Field, FieldKind, Frame, KeyHint, Link, Note},
};

use super::{
    amount::in_field,
    present::{self, Typed, ids},
};
use crate::views::till::{Done, Found, Opening, TillPage, Who, till_url};

/// `/cassa`.
pub(super) async fn show(cx: PageCtx, Asked(query): Asked<TillQuery>) -> Answer {
    let desk = cash::desk(&cx.app, &cx.ctx).await?;
    let others = ids(query.others.as_deref().unwrap_or_default());
    if let Some(text) = query.text.as_deref() {
        return look_for(&cx, &desk, text, query.party, &others).await;
    }
    let Some(party) = query.party else {
        let done = match query.receipt {
            Some(id) => Some(done(&cx, id).await?),
            None => None,
        };
        let page = bare(&cx, &desk, "", done);
        return cx.page(&page);
    };
    let view = cash::payer(&cx.app, &cx.ctx, party, others, wanted(&query), query.code.clone()).await?;
    let typed = Typed::proposed(&cx, &view, (new_key(&cx), query.code));
    cx.page(&full(&cx, &desk, &view, &typed, None))
}

/// What the address asks to be paid in the first place.
fn wanted(query: &TillQuery) -> Option<Wanted> {
    query.charge.map(Wanted::Charge).or(query.bill.map(Wanted::Bill))
}

/// The key of a new form.
pub(super) fn new_key(cx: &PageCtx) -> String {
    // Any identifier will do: it only has to be new.
    cx.ctx.id(CaseId::from_bytes).to_string()
}

/// Whoever is meant by what was typed; with a payer, one whose bills are paid too.
async fn look_for(
    cx: &PageCtx,
    desk: &Desk,
    text: &str,
    payer: Option<PartyId>,
    others: &[PartyId],
) -> Answer {
    let url = |party: PartyId, wanted: Option<Wanted>| match payer {
        Some(payer) => till_url(payer, &[others, &[party]].concat()),
        None => {
            let (bill, charge) = match wanted {
                Some(Wanted::Bill(bill)) => (Some(bill), None),
                Some(Wanted::Charge(charge)) => (None, Some(charge)),
                None => (None, None),
            };
            Till::new().with(&TillQuery { party: Some(party), bill, charge, ..TillQuery::default() })
        }
    };
    let hits = match cash::find_payer(&cx.app, &cx.ctx, text).await? {
        FoundPayer::One(party, wanted) => return Ok(cx.go(&url(party, wanted))),
        FoundPayer::Instalment(party, code) => {
            let query = TillQuery { party: Some(party), code: Some(code), ..TillQuery::default() };
            return Ok(cx.go(&Till::new().with(&query)));
        }
        FoundPayer::Several(hits) => hits,
    };
    let found: Vec<Found> = hits
        .into_iter()
        .filter_map(|hit| {
            let (party, wanted) = match hit.kind {
                HitKind::Party(id) | HitKind::Contract(_, id) => (id, None),
                HitKind::Bill(bill, id) => (id, Some(Wanted::Bill(bill))),
                _ => return None,
            };
            Some(Found { href: url(party, wanted), title: hit.title, detail: hit.detail })
        })
        .collect();
    let t = cx.t;
    let mut page = bare(cx, desk, text, None);
    if found.is_empty() {
        page.nobody = Some(Empty {
            icon: "search",
            title: t.till_nobody(text),
            text: t.till_nobody_text(),
            link: None,
            main: false,
        });
    }
    page.found = found;
    cx.page(&page)
}

async fn done(cx: &PageCtx, id: kernel::ReceiptId) -> Result<Done, Failure> {
    let view = cash::show_receipt(&cx.app, &cx.ctx, id).await?;
    Ok(Done {
        number: view.receipt.number,
        total: view.receipt.total,
        change: view.receipt.change,
        pdf: ReceiptPdf::new(id).url(),
        payer: view.receipt.payer_name,
    })
}

pub(super) fn frame(cx: &PageCtx, desk: &Desk, title: String) -> Frame {
    let t = cx.t;
    let mut frame = cx.frame(title, Some(Area::Till));
    frame.status = match &desk.session {
        Some(session) => t.till_status(
            &session.number,
            t.time(session.opened_at.in_rome().datetime().time()),
            t.money(desk.cash),
        ),
        None => t.till_status_closed(),
    };
    frame.keys = vec![
        KeyHint::new("F2", t.till_key_customer()),
        KeyHint::new(t.till_key_space(), t.till_key_include()),
        KeyHint::new(format!("1 … {}", present::means_of(cx, desk.cards).len()), t.till_key_method()),
        KeyHint::new(format!("{} {}", t.layout_key_ctrl(), t.layout_key_enter()), t.till_key_cash()),
        KeyHint::new("F9", t.till_key_next()),
        KeyHint::new("F10", t.till_key_close()),
    ];
    frame
}

fn search(cx: &PageCtx, text: &str) -> Field {
    Field::text("q", cx.t.till_search()).value(text).icon("search").large()
}

/// The page without a payer.
fn bare(cx: &PageCtx, desk: &Desk, text: &str, done: Option<Done>) -> TillPage<'static> {
    let t = cx.t;
    let field = search(cx, text);
    TillPage {
        t,
        frame: frame(cx, desk, t.till_title()),
        // After a payment the receipt is opened first.
        field: if done.is_some() || desk.session.is_none() { field } else { field.focus() },
        who: None,
        found: Vec::new(),
        nobody: None,
        done,
        bills: None,
        others: Vec::new(),
        pay: None,
        last: present::last(cx, desk),
        opening: desk.session.is_none().then(|| opening(cx, desk)),
    }
}

fn opening(cx: &PageCtx, desk: &Desk) -> Opening {
    let t = cx.t;
    let left = desk.before.as_ref().map(|before| before.counted - before.deposit);
    Opening {
        float: Field::new(FieldKind::Decimal, "fondo", t.till_float())
            .unit("€")
            .value(left.map(|left| in_field(left, t.lang())).unwrap_or_default())
            .large()
            .focus(),
        note: left.map(|left| t.till_float_left(t.money(left))).unwrap_or_default(),
        sheet: desk
            .before
            .as_ref()
            .map(|before| Link::new(t.till_sheet(&before.number), TillSheetPdf::new(before.id).url())),
    }
}

/// The page with a payer.
pub(super) fn full(
    cx: &PageCtx,
    desk: &Desk,
    view: &PayerView,
    typed: &Typed,
    note: Option<Note>,
) -> TillPage<'static> {
    let t = cx.t;
    let others: Vec<PartyId> = view.others.iter().map(|other| other.id).collect();
    let name = view.party.names.display();
    let open = desk.session.is_some();
    TillPage {
        t,
        frame: frame(cx, desk, t.till_title_of(&name)),
        field: search(cx, &name),
        who: Some(Who {
            id: view.party.id,
            number: view.party.number.clone(),
            code: view.party.tax_code.clone().or_else(|| view.party.vat_number.clone()).unwrap_or_default(),
            address: view.address.clone(),
            href: CustomerShow::new(view.party.id).url(),
            name,
        }),
        found: Vec::new(),
        nobody: None,
        done: None,
        bills: Some(present::bills(cx, view, typed)),
        others: view
            .pays_for
            .iter()
            .map(|other| {
                Link::new(
                    t.till_add_other(other.names.display()),
                    till_url(view.party.id, &[others.as_slice(), &[other.id]].concat()),
                )
            })
            .collect(),
        pay: (open && !(view.bills.is_empty() && view.charges.is_empty()))
            .then(|| present::pay(cx, desk, view, typed, note)),
        last: present::last(cx, desk),
        opening: (!open).then(|| opening(cx, desk)),
    }
}

/// One part of the page, alone.
pub(super) async fn part(cx: PageCtx, Url(at): Url<TillPart>, Asked(query): Asked<TillQuery>) -> Answer {
    let desk = cash::desk(&cx.app, &cx.ctx).await?;
    if at.part == "ultimi" {
        return cx.page(&present::last(&cx, &desk));
    }
    let party = query.party.ok_or(Error::NotFound { kind: "page" })?;
    let others = ids(query.others.as_deref().unwrap_or_default());
    let view = cash::payer(&cx.app, &cx.ctx, party, others, wanted(&query), query.code.clone()).await?;
    let typed = Typed::proposed(&cx, &view, (new_key(&cx), query.code));
    match at.part.as_str() {
        "bollette" => cx.page(&present::bills(&cx, &view, &typed)),
        "incasso" => cx.page(&present::pay(&cx, &desk, &view, &typed, None)),
        _ => Err(Error::NotFound { kind: "page" }.into()),
    }
}
