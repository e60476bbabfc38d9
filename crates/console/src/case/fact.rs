//! Recording a date, and putting one right: the former value stays in its history.

use app::{
    Error,
    cases::{self, CaseView, Correction, NewFact, correct_fact, enter_fact, show as show_case},
};
use domain::{
    access::{Action, Resource},
    cases::Fact,
};
use kernel::{FactId, Instant, Lang};
use routes::{
    Route,
    console::{CaseShow, FactCorrect, FactNew},
};
use web::{Answer, Form, PageCtx, Url, layout::Choice};

use super::{
    act::{about, answered, ask_page},
    log, records,
};
use crate::views::{
    case::ActLink,
    case_asks::{self as asks, names},
    form::{Ask, HistoryLine},
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
    let view = show_case(&cx.app, &cx.ctx, case).await?;
    match question(&cx, &view).and_then(|link| link.ask) {
        Some(ask) => ask_page(&cx, &view, ask, None, None, Vec::new()),
        None => Ok(cx.go(&CaseShow::new(case).url())),
    }
}

/// Records a date.
pub(super) async fn record(cx: PageCtx, Url(FactNew { case }): Url<FactNew>, form: Form) -> Answer {
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

fn find(view: &CaseView, id: FactId) -> Result<&Fact, Error> {
    view.facts.iter().find(|fact| fact.id == id).ok_or(Error::NotFound { kind: "fact" })
}

/// A moment as it is typed: day, hour and minute in Rome.
fn typed(at: Instant) -> String {
    at.in_rome().strftime("%d/%m/%Y %-H:%M").to_string()
}

fn correction(cx: &PageCtx, view: &CaseView, fact: &Fact) -> Ask {
    let label = log::fact(cx.t, view, &fact.kind);
    asks::correct(cx.t, (view.case.id, fact.id), &about(view), &label, &typed(fact.at))
}

/// What the date said before, latest first.
fn history(cx: &PageCtx, view: &CaseView, fact: &Fact) -> Vec<HistoryLine> {
    let mut lines = Vec::new();
    let mut at = Some(fact);
    while let Some(one) = at {
        let mut text = cx.t.moment(one.at);
        if !one.note.is_empty() {
            text = format!("{text}, {}", one.note);
        }
        lines.push(HistoryLine {
            at: cx.t.moment(one.recorded_at),
            who: one.recorded_by.name().to_owned(),
            text,
        });
        // Each correction names what it corrects; a chain cannot be longer than the list.
        at = one
            .corrects
            .and_then(|former| view.facts.iter().find(|fact| fact.id == former))
            .filter(|_| lines.len() < view.facts.len());
    }
    lines
}

/// Reads `09/03/2026 11:40`; without an hour, noon. What cannot be read, and an hour that the change of the clocks leaves
/// out, is told by its code.
fn moment(text: &str, cx: &PageCtx) -> Result<Instant, &'static str> {
    let (day, hour) = text.trim().split_once(' ').unwrap_or((text.trim(), "12:00"));
    let day = texts::read_date(day, cx.today()).map_err(|_| "date_form")?;
    kernel::clock::rome_moment(day, hour_of(hour).ok_or("date_form")?).ok_or("time_gap")
}

fn hour_of(text: &str) -> Option<jiff::civil::Time> {
    let (hours, minutes) = text.trim().split_once([':', '.'])?;
    jiff::civil::Time::new(hours.parse().ok()?, minutes.parse().ok()?, 0, 0).ok()
}

/// Asks for the right moment and the reason.
pub(super) async fn ask(cx: PageCtx, Url(FactCorrect { case, fact }): Url<FactCorrect>) -> Answer {
    let view = show_case(&cx.app, &cx.ctx, case).await?;
    let fact = find(&view, fact)?;
    ask_page(&cx, &view, correction(&cx, &view, fact), None, None, history(&cx, &view, fact))
}

/// Puts the date right.
pub(super) async fn correct(
    cx: PageCtx,
    Url(FactCorrect { case, fact }): Url<FactCorrect>,
    form: Form,
) -> Answer {
    let reason = form.text(names::CORRECT_REASON).to_owned();
    let done = match moment(form.text(names::AT), &cx) {
        Ok(at) => {
            let correction = Correction { fact, at, reason, document: None };
            correct_fact(&cx.app, &cx.ctx, case, correction).await
        }
        Err(code) => Err(Error::field(names::AT, code)),
    };
    let error = match done {
        Ok(()) => return Ok(cx.go(&CaseShow::new(case).url())),
        Err(Error::Invalid(mut problems)) => {
            for problem in &mut problems {
                match problem.field.as_str() {
                    "reason" => names::CORRECT_REASON.clone_into(&mut problem.field),
                    "at" => names::AT.clone_into(&mut problem.field),
                    _ => {}
                }
            }
            Error::Invalid(problems)
        }
        Err(error @ Error::Refused { .. }) => error,
        Err(error) => return Err(error.into()),
    };
    let view = show_case(&cx.app, &cx.ctx, case).await?;
    let known = find(&view, fact)?;
    ask_page(&cx, &view, correction(&cx, &view, known), Some(&form), Some(&error), history(&cx, &view, known))
}
