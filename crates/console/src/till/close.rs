//! Opening and closing the till.

use app::{
    Error,
    cash::{self, CloseTill, Desk, TillSession},
};
use domain::{
    access::{Action, Resource},
    cash::{Count, DENOMINATIONS},
};
use kernel::Money;
use routes::{
    Route,
    console::{Till, TillSheetPdf},
};
use texts::Texts;
use web::{
    Answer, Form, PageCtx, Url,
    layout::{Field, FieldKind, Note, NoteKind},
    page, refusals,
};

use super::{
    amount::{in_field, read_amount},
    present::means_word,
    show::frame,
};
use crate::views::till::{ClosePage, Pieces};

/// Opens the till.
pub(super) async fn open(cx: PageCtx, form: Form) -> Answer {
    cx.ctx.require(Resource::Till, Action::Create)?;
    let float = read_amount(form.text("fondo")).ok_or_else(|| Error::field("fondo", "money"))?;
    let session = cash::open_till(&cx.app, &cx.ctx, float).await?;
    Ok(cx.done(&Till::new().url(), cx.t.till_opened(&session.number)))
}

/// What the form holds, as typed.
#[derive(Default)]
struct Typed {
    pieces: Vec<(i64, String)>,
    deposit: String,
    slip: String,
    reason: String,
    second: String,
}

impl Typed {
    fn of(form: &Form) -> Self {
        let pieces = DENOMINATIONS.iter().map(|cents| (*cents, form.text(&name_of(*cents)).to_owned()));
        Self {
            pieces: pieces.collect(),
            deposit: form.text("versamento").to_owned(),
            slip: form.text("distinta").to_owned(),
            reason: form.text("motivo").to_owned(),
            second: form.text("secondo").to_owned(),
        }
    }

    fn typed(&self, cents: i64) -> &str {
        self.pieces.iter().find(|(known, _)| *known == cents).map_or("", |(_, text)| text.as_str())
    }

    fn count(&self) -> Result<Count, Error> {
        let mut count = Count::default();
        for (cents, text) in self.pieces.iter().filter(|(_, text)| !text.is_empty()) {
            let pieces = text.parse().map_err(|_| Error::refused("till_count_unread"))?;
            count.add(*cents, pieces).map_err(|_| Error::refused("till_count_unread"))?;
        }
        Ok(count)
    }
}

fn name_of(cents: i64) -> String {
    format!("pezzi-{cents}")
}

/// `/cassa/chiusura`.
pub(super) async fn show(cx: PageCtx) -> Answer {
    let desk = cash::desk(&cx.app, &cx.ctx).await?;
    let Some(session) = &desk.session else { return cx.redirect(&Till::new()) };
    cx.page(&closing(&cx, &desk, session, &Typed::default(), None))
}

/// Closes the till.
pub(super) async fn submit(cx: PageCtx, form: Form) -> Answer {
    cx.ctx.require(Resource::Till, Action::Update)?;
    let desk = cash::desk(&cx.app, &cx.ctx).await?;
    let Some(session) = &desk.session else { return Err(Error::refused("till_closed").into()) };
    let typed = Typed::of(&form);
    let refused = match close(&cx, &form, &typed).await {
        Ok(closed) => {
            let words = cx.t.till_closed_now(&closed.number, cx.t.money(closed.difference));
            return Ok(cx.done(&Till::new().url(), words));
        }
        Err(error) => error,
    };
    let Error::Refused { code, args } = refused else { return Err(refused.into()) };
    let note = Note {
        kind: NoteKind::Error,
        lead: cx.t.till_not_closed(),
        text: refusals::sentence(cx.t, &code, &args),
        link: None,
    };
    cx.invalid(&closing(&cx, &desk, session, &typed, Some(note)))
}

async fn close(cx: &PageCtx, form: &Form, typed: &Typed) -> Result<TillSession, Error> {
    let second = match typed.second.is_empty() {
        true => None,
        false => Some(cash::stand_in(&cx.app, &cx.ctx, &typed.second, form.raw("password")).await?),
    };
    let deposit = match typed.deposit.as_str() {
        "" => Money::ZERO,
        text => read_amount(text).ok_or_else(|| Error::refused("cash_amount_unread"))?,
    };
    let asked = CloseTill {
        count: typed.count()?,
        deposit,
        deposit_slip: typed.slip.clone(),
        reason: typed.reason.clone(),
        second,
        version: form.version()?,
    };
    cash::close_till(&cx.app, &cx.ctx, asked).await
}

fn closing(
    cx: &PageCtx,
    desk: &Desk,
    session: &TillSession,
    typed: &Typed,
    note: Option<Note>,
) -> ClosePage<'static> {
    let t = cx.t;
    let counted = typed.count().map_or(Money::ZERO, |count| count.total());
    let count = DENOMINATIONS.iter().map(|cents| Pieces {
        name: name_of(*cents),
        label: t.money(Money::from_cents(*cents)),
        cents: *cents,
        pieces: typed.typed(*cents).to_owned(),
        amount: Money::from_cents(cents * typed.typed(*cents).parse::<i64>().unwrap_or(0)),
    });
    let mut page = frame(cx, desk, t.till_close_title());
    page.keys.truncate(0);
    page.keys.push(web::layout::KeyHint::new(
        format!("{} {}", t.layout_key_ctrl(), t.layout_key_enter()),
        t.till_key_close(),
    ));
    ClosePage {
        t,
        frame: page,
        version: session.version,
        facts: facts(t, desk, session),
        expected: desk.cash,
        counted,
        difference: counted - desk.cash,
        count: count.collect(),
        fields: vec![
            Field::new(FieldKind::Decimal, "versamento", t.till_deposit())
                .value(if typed.deposit.is_empty() {
                    in_field(Money::ZERO.max(desk.cash - session.float), t.lang())
                } else {
                    typed.deposit.clone()
                })
                .unit("€")
                .hint(t.till_deposit_hint()),
            Field::text("distinta", t.till_deposit_slip()).value(&typed.slip).optional(),
            Field::text("motivo", t.till_difference_why()).value(&typed.reason).optional(),
        ],
        second: vec![
            Field::text("secondo", t.till_second_name())
                .value(&typed.second)
                .optional()
                .hint(t.till_close_second(t.money(cx.app.settings.till.difference_above))),
            Field::new(FieldKind::Password, "password", t.till_second_password()).optional(),
        ],
        note,
    }
}

fn facts(t: &Texts, desk: &Desk, session: &TillSession) -> Vec<(String, String)> {
    let mut list = vec![(t.till_float(), t.money(session.float))];
    for total in &desk.by_means {
        let word = domain::cash::Means::from_code(&total.means)
            .map_or_else(|| total.means.clone(), |means| means_word(t, means));
        list.push((t.till_taken(word, total.receipts), t.money(total.total)));
    }
    if desk.given_back > Money::ZERO {
        list.push((t.till_given_back(), t.money(-desk.given_back)));
    }
    list.push((t.till_expected(), t.money(desk.cash)));
    list
}

/// The sheet of a closed till.
pub(super) async fn sheet(cx: PageCtx, Url(at): Url<TillSheetPdf>) -> Answer {
    let (paper, bytes) = cash::till_sheet(&cx.app, &cx.ctx, at.session).await?;
    Ok(page::file("application/pdf", &format!("{}.pdf", paper.title), true, bytes))
}
