//! Putting a recorded date right: the former value stays in its history.

use app::{
    Error,
    cases::{CaseView, Correction, HandedIn, correct_fact, show as show_case},
};
use domain::{
    access::{Action, Resource},
    cases::Fact,
};
use kernel::{FactId, Instant};
use routes::{
    Route,
    console::{CaseShow, FactCorrect},
};
use web::{Answer, Form, PageCtx, Url};

use super::{
    act::{about, ask_page},
    record,
    show::fact_name,
};
use crate::views::{
    case_asks::{self as asks, names},
    form::{Ask, HistoryLine},
};

fn find(view: &CaseView, id: FactId) -> Result<&Fact, Error> {
    view.facts.iter().find(|fact| fact.id == id).ok_or(Error::NotFound { kind: "fact" })
}

/// A moment as it is typed: day, hour and minute in Rome.
pub(super) fn typed(at: Instant) -> String {
    at.in_rome().strftime("%d/%m/%Y %-H:%M").to_string()
}

fn question(cx: &PageCtx, view: &CaseView, fact: &Fact) -> Ask {
    let label = fact_name(cx, view, &fact.kind);
    let paper = fact.document_id.map(|id| id.to_string()).unwrap_or_default();
    let papers = (record::papers(cx, view), paper);
    asks::correct(cx.t, (view.case.id, fact.id), &about(view), (&label, &typed(fact.at)), papers)
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
pub(super) fn moment(text: &str, cx: &PageCtx) -> Result<Instant, &'static str> {
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
    cx.ctx.require(Resource::Case, Action::Correct)?;
    let view = show_case(&cx.app, &cx.ctx, case).await?;
    let fact = find(&view, fact)?;
    ask_page(&cx, &view, question(&cx, &view, fact), None, None, history(&cx, &view, fact))
}

/// What was typed, as a correction. Whoever uploads a file proves the date by it, whatever paper was chosen before.
fn correction(cx: &PageCtx, fact: FactId, form: &mut Form) -> Result<Correction, Error> {
    let at = moment(form.text(names::AT), cx).map_err(|code| Error::field(names::AT, code))?;
    let proof = form.take_file(names::PROOF_FILE).map(|file| HandedIn {
        kind: "fact_proof".to_owned(),
        title: file.name,
        media_type: file.kind,
        content: file.bytes,
        answers_request: false,
    });
    Ok(Correction {
        fact,
        at,
        reason: form.text(names::CORRECT_REASON).to_owned(),
        document: form.parsed(names::PROOF, "choice_unknown")?,
        proof,
    })
}

/// Puts the date right.
pub(super) async fn correct(
    cx: PageCtx,
    Url(FactCorrect { case, fact }): Url<FactCorrect>,
    mut form: Form,
) -> Answer {
    cx.ctx.require(Resource::Case, Action::Correct)?;
    let done = match correction(&cx, fact, &mut form) {
        Ok(correction) => correct_fact(&cx.app, &cx.ctx, case, correction).await,
        Err(error) => Err(error),
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
    ask_page(&cx, &view, question(&cx, &view, known), Some(&form), Some(&error), history(&cx, &view, known))
}
