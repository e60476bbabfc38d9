//! Recording a date of a case: what happened, when, from which paper.

use app::{
    Error,
    cases::{self, CaseView, NewFact, enter_fact, show as show_case},
};
use domain::access::{Action, Resource};
use kernel::Lang;
use routes::{
    Route,
    console::{CaseShow, FactNew},
};
use web::{Answer, Form, PageCtx, Url, layout::Choice};

use super::{
    act::{about, answered, ask_page},
    fact::{moment, typed},
    log, records,
};
use crate::views::{
    case::ActLink,
    case_asks::{self as asks, names},
};

/// The papers of a case as a choice, the first line for none.
pub(super) fn papers(cx: &PageCtx, view: &CaseView) -> Vec<Choice> {
    let none = Choice { value: String::new(), label: cx.t.case_ask_paper_none() };
    let lang: Lang = cx.t.lang();
    let papers = view
        .documents
        .iter()
        .filter(|paper| paper.state == "ready")
        .map(|paper| Choice { value: paper.id.to_string(), label: records::title(view, lang, paper) });
    std::iter::once(none).chain(papers).collect()
}

/// The question which date is to be recorded; none when every date of the procedure is there or nobody may.
pub(super) fn question(cx: &PageCtx, view: &CaseView) -> Option<ActLink> {
    if view.case.ended() || view.case.started_at.is_none() || !cx.ctx.may(Resource::Case, Action::Update) {
        return None;
    }
    let kinds: Vec<Choice> = cases::recordable(&view.pack, &view.case, &view.facts)
        .into_iter()
        .map(|kind| Choice { label: log::fact(cx.t, view, &kind), value: kind })
        .collect();
    let now = typed(cx.ctx.now());
    (!kinds.is_empty()).then(|| asks::record(cx.t, view.case.id, &about(view), kinds, papers(cx, view), &now))
}

/// Asks which date is to be recorded.
pub(super) async fn ask_new(cx: PageCtx, Url(FactNew { case }): Url<FactNew>) -> Answer {
    cx.ctx.require(Resource::Case, Action::Update)?;
    let view = show_case(&cx.app, &cx.ctx, case).await?;
    match question(&cx, &view).and_then(|link| link.ask) {
        Some(ask) => ask_page(&cx, &view, ask, None, None, Vec::new()),
        None => Ok(cx.go(&CaseShow::new(case).url())),
    }
}

/// Records a date.
pub(super) async fn record(cx: PageCtx, Url(FactNew { case }): Url<FactNew>, form: Form) -> Answer {
    cx.ctx.require(Resource::Case, Action::Update)?;
    let view = show_case(&cx.app, &cx.ctx, case).await?;
    let done =
        match (moment(form.text(names::FACT_AT), &cx), form.parsed(names::FACT_PAPER, "choice_unknown")) {
            (Err(code), _) => Err(Error::field(names::FACT_AT, code)),
            (_, Err(error)) => Err(error),
            (Ok(at), Ok(document_id)) => {
                let new = NewFact {
                    kind: form.text(names::FACT_KIND).to_owned(),
                    at,
                    note: form.text(names::FACT_NOTE).to_owned(),
                    document_id,
                };
                enter_fact(&cx.app, &cx.ctx, case, new).await
            }
        };
    let done = done.map_err(|error| match error {
        Error::Invalid(mut problems) => {
            for problem in &mut problems {
                match problem.field.as_str() {
                    "kind" => names::FACT_KIND.clone_into(&mut problem.field),
                    "at" => names::FACT_AT.clone_into(&mut problem.field),
                    "document" => names::FACT_PAPER.clone_into(&mut problem.field),
                    _ => {}
                }
            }
            Error::Invalid(problems)
        }
        other => other,
    });
    match question(&cx, &view) {
        Some(link) => answered(&cx, &view, done, link, &form),
        None => done.map(|()| cx.go(&CaseShow::new(case).url())).map_err(Into::into),
    }
}
