//! A paper as it would be made now, before anything is confirmed: nothing of it is stored.

use app::{Error, cases::show as show_case, papers::preview_data};
use routes::{
    Route,
    console::{CaseShow, PaperPreview},
};
use web::{
    Answer, PageCtx, Url,
    layout::{Area, Link, Note, NoteKind},
    page,
};

use crate::views::case::PreviewFault;

/// The paper as PDF; what is wrong with its template is shown as that, with file and line.
pub(super) async fn show(cx: PageCtx, Url(PaperPreview { case, paper }): Url<PaperPreview>) -> Answer {
    let wanted = preview_data(&cx.app, &cx.ctx, case, &paper).await?;
    let make = std::sync::Arc::clone(&cx.state.site.paper);
    let made = tokio::task::spawn_blocking(move || make(&wanted)).await;
    let text = match made.map_err(|error| Error::Internal(error.to_string()))? {
        Ok(bytes) => return Ok(page::file("application/pdf", &format!("{paper}.pdf"), true, bytes)),
        Err(text) => text,
    };
    let view = show_case(&cx.app, &cx.ctx, case).await?;
    let key = format!("paper-{}", paper.replace('_', "-"));
    let title = view.pack.texts.or_key(cx.t.lang(), &key);
    let lead = cx.t.case_preview_fault();
    cx.invalid(&PreviewFault {
        t: cx.t,
        frame: cx.frame(title.clone(), Some(Area::Cases)),
        title,
        back: Link::new(&view.case.number, CaseShow::new(case).url()),
        note: Note { kind: NoteKind::Error, lead, text, link: None },
    })
}
