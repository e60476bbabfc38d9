//! The short question about more power: asked over the step, or as a page of its own without script.

use app::{
    Error, FieldProblem,
    cases::{Given, answer, show as show_case},
};
use routes::{
    Route,
    console::{VolturaPower, VolturaStep},
};
use web::{
    Answer, Failure, Form, PageCtx, Url,
    layout::{Area, ErrorSummary, Link, Note, NoteKind},
};

use super::{
    fields::{Asking, left_over, raw},
    open::next_url,
    tasks,
};
use crate::views::{
    form::{Ask, Piece, faults_of},
    wizard::{QuestionPage, WizardPopup},
    wording::sentence,
};

/// The tasks of the question: whether, and how much.
const WHETHER: &str = "power";
const HOW_MUCH: &str = "power_data";

/// Asks for power, voltage and phases. The answer "yes" is taken as given: who opens the question wants more power.
pub(super) async fn show(cx: PageCtx, Url(VolturaPower { case }): Url<VolturaPower>) -> Answer {
    let view = show_case(&cx.app, &cx.ctx, case).await?;
    if tasks::reached(&view).iter().all(|task| task.element != HOW_MUCH) {
        let mut form = std::collections::BTreeMap::new();
        form.insert("power_increase".to_owned(), vec!["true".to_owned()]);
        let given = Given { element: WHETHER.to_owned(), raw: form, ..Given::default() };
        answer(&cx.app, &cx.ctx, case, given).await?;
    }
    ask(&cx, case, None, &[], None).await
}

/// Takes the answer and goes on to the step after.
pub(super) async fn submit(cx: PageCtx, Url(VolturaPower { case }): Url<VolturaPower>, form: Form) -> Answer {
    let given = Given {
        element: HOW_MUCH.to_owned(),
        raw: raw(&form),
        version: form.parsed("version", "required")?,
        ..Given::default()
    };
    match answer(&cx.app, &cx.ctx, case, given).await {
        Ok(answered) => Ok(cx.go(&next_url(&answered.case))),
        Err(Error::Invalid(problems)) => ask(&cx, case, Some(&form), &problems, None).await,
        Err(Error::Refused { code, args }) => {
            ask(&cx, case, Some(&form), &[], Some(sentence(cx.t, &code, &args))).await
        }
        Err(error) => Err(Failure::from(error)),
    }
}

async fn ask(
    cx: &PageCtx,
    case: kernel::CaseId,
    typed: Option<&Form>,
    problems: &[FieldProblem],
    refused: Option<String>,
) -> Answer {
    let t = cx.t;
    let view = show_case(&cx.app, &cx.ctx, case).await?;
    let run = tasks::reached(&view);
    let Some(task) = run.iter().find(|task| task.element == HOW_MUCH) else {
        return Ok(cx.go(&next_url(&view.case)));
    };
    let asking = Asking { cx, view: &view, element: HOW_MUCH, typed, problems, draft: String::new() };
    let asked = asking.draw(task.id).await?;
    let left = refused.or_else(|| left_over(t, &asked.sections, problems).into_iter().next());
    let point = view.point.as_ref();
    let mut about = vec![Piece::plain(format!("{} · ", t.date(cx.today())))];
    if let Some(point) = point {
        about.push(Piece::code(point.code.clone()));
        about.extend(
            super::picks::power(t, point)
                .map(|words| Piece::plain(format!(" · {}", t.wizard_power_today(words)))),
        );
    }
    let popup = WizardPopup {
        t,
        oob: false,
        ask: Ask {
            id: "aumento",
            title: asked.title,
            meta: String::new(),
            action: VolturaPower::new(case).url(),
            kept: vec![("version".to_owned(), view.case.version.to_string())],
            note: left.as_ref().map(|text| Note {
                kind: NoteKind::Error,
                lead: t.wizard_refused(),
                text: text.clone(),
                link: None,
            }),
            submit: t.words_confirm(),
            style: "btn-1",
            file: false,
            fields: asked.sections.iter().flat_map(|section| section.fields.clone()).collect(),
        },
        about,
        errors: if problems.is_empty() { ErrorSummary::default() } else { faults_of(&asked.sections) },
        notes: Vec::new(),
    };
    let refused = !problems.is_empty() || popup.ask.note.is_some();
    let page = QuestionPage {
        t,
        frame: cx.frame(popup.ask.title.clone(), Some(Area::Cases)),
        back: Link::new(view.pack.texts.or_key(t.lang(), "procedure"), VolturaStep::new(case, WHETHER).url()),
        popup,
    };
    if refused { cx.invalid(&page) } else { cx.page(&page) }
}
