//! The files that came, bringing one, and the messages that wait for a person.

use app::{Error, distributor};
use domain::distributor::Verdict;
use kernel::ImportId;
use routes::{
    Route,
    console::{ExchangeAssign, ExchangeDismiss, ExchangeList, ExchangeShow},
};
use web::{
    Answer, Form, PageCtx, Url,
    layout::{Area, Empty, Field, KeyHint},
    refusals,
};

use super::{file_state, message, why};
use crate::views::exchange::{ExchangeListPage, FileRow, MessageRow, Typed};

/// `/importazioni/xml`.
pub(super) async fn show(cx: PageCtx) -> Answer {
    let page = page(&cx, None, None).await?;
    cx.page(&page)
}

/// What could not be done with a message that waits.
struct Fault {
    file: ImportId,
    row: i64,
    /// Whether it was to be given to a case, else set aside.
    assigning: bool,
    typed: String,
    words: String,
}

async fn page(
    cx: &PageCtx,
    problem: Option<String>,
    fault: Option<Fault>,
) -> Result<ExchangeListPage<'static>, web::Failure> {
    let t = cx.t;
    let files = distributor::list(&cx.app, &cx.ctx).await?;
    let waiting = distributor::quarantined(&cx.app, &cx.ctx).await?;
    let rows = files
        .into_iter()
        .map(|file| FileRow {
            id: file.id,
            received: t.moment(file.received_at),
            by_folder: file.origin == "folder",
            by: file.received_by,
            name: file.name,
            state: file_state(t, &file.state),
        })
        .collect();
    let mut field = Field::text("file", t.exchange_file()).hint(t.exchange_file_hint());
    if let Some(problem) = problem {
        field = field.bad(problem);
    }
    let mut frame = cx.frame(t.exchange_title(), Some(Area::Administration));
    frame.keys = vec![KeyHint::new("J K", t.queue_key_scroll())];
    Ok(ExchangeListPage {
        t,
        frame,
        field,
        waiting: waiting.iter().map(|seen| faulty(message(cx, seen), fault.as_ref())).collect(),
        rows,
        empty: Empty {
            icon: "upload",
            title: t.exchange_none(),
            text: t.exchange_none_text(),
            link: None,
            main: false,
        },
    })
}

/// A message with what is wrong with what was typed beside it.
fn faulty(mut row: MessageRow, fault: Option<&Fault>) -> MessageRow {
    if let Some(fault) = fault.filter(|fault| fault.file == row.file && fault.row == row.number) {
        let place = if fault.assigning { &mut row.assign } else { &mut row.dismiss };
        *place = Typed { text: fault.typed.clone(), fault: Some(fault.words.clone()) };
    }
    row
}

/// Takes a file in; nothing is applied yet.
pub(super) async fn bring(cx: PageCtx, mut form: Form) -> Answer {
    let t = cx.t;
    let Some(sent) = form.take_file("file") else {
        let page = page(&cx, Some(t.exchange_file_required()), None).await?;
        return cx.invalid(&page);
    };
    match distributor::take_in(&cx.app, &cx.ctx, &sent.name, sent.bytes, "upload").await {
        Ok(taken) => {
            let words = if taken.again { t.exchange_again() } else { t.exchange_taken() };
            Ok(cx.done(&ExchangeShow::new(taken.id).url(), words))
        }
        Err(Error::Refused { code, args }) if code == "distributor_file_unreadable" => {
            let reason = args.into_iter().map(|(_, value)| value).collect::<Vec<_>>().join("; ");
            let page = page(&cx, Some(reason), None).await?;
            cx.invalid(&page)
        }
        Err(error) => Err(error.into()),
    }
}

/// Gives a message to the case whose number was typed.
pub(super) async fn assign(cx: PageCtx, Url(at): Url<ExchangeAssign>, form: Form) -> Answer {
    let (t, typed) = (cx.t, form.text("pratica").to_owned());
    let words = match distributor::assign(&cx.app, &cx.ctx, at.import, at.row, &typed).await {
        Ok(()) => return Ok(cx.done(&ExchangeList::new().url(), t.exchange_assigned())),
        Err(Error::Invalid(problems)) if problems.iter().any(|problem| problem.code == "request_missing") => {
            t.exchange_request_missing()
        }
        Err(Error::Invalid(_)) => t.exchange_case_missing(),
        Err(Error::Refused { code, args }) => {
            let verdict = args.iter().find(|(name, _)| name == "verdict");
            let verdict = verdict.and_then(|(_, word)| Verdict::from_code(word));
            verdict.map_or_else(|| refusals::sentence(t, &code, &args), |verdict| why(t, verdict))
        }
        Err(error) => return Err(error.into()),
    };
    let fault = Fault { file: at.import, row: at.row, assigning: true, typed, words };
    let page = page(&cx, None, Some(fault)).await?;
    cx.invalid(&page)
}

/// Sets a message aside for good.
pub(super) async fn dismiss(cx: PageCtx, Url(at): Url<ExchangeDismiss>, form: Form) -> Answer {
    let (t, typed) = (cx.t, form.text("motivo").to_owned());
    match distributor::dismiss(&cx.app, &cx.ctx, at.import, at.row, &typed).await {
        Ok(()) => Ok(cx.done(&ExchangeList::new().url(), t.exchange_dismissed())),
        Err(Error::Invalid(_)) => {
            let words = t.exchange_reason_required();
            let fault = Fault { file: at.import, row: at.row, assigning: false, typed, words };
            let page = page(&cx, None, Some(fault)).await?;
            cx.invalid(&page)
        }
        Err(error) => Err(error.into()),
    }
}
