//! The short question about more power: asked over the step, or as a page of its own without script.

use app::{
    Error, FieldProblem,
    cases::{CaseView, Given, answer, show as show_case},
    voltura::{PowerPreview, preview_power},
};
use axum::http::HeaderValue;
use kernel::CaseId;
use routes::{
    Route,
    console::{VolturaPower, VolturaStep},
};
use web::{
    Answer, Failure, Form, PageCtx, Url,
    layout::{Area, ErrorSummary, Link, Note, NoteKind, day_month},
};

use super::{
    fields::{Asking, left_over, raw},
    open::next_url,
    tasks,
};
use crate::views::{
    form::{Ask, Piece, faults_of, focus_first},
    wizard::{PopupForm, PopupNotes, QuestionPage, WizardPopup},
    wording::sentence,
};

/// The task that asks whether more power is wanted.
pub(super) const WHETHER: &str = "power";
/// The task that asks how much.
pub(super) const HOW_MUCH: &str = "power_data";
/// The id of the dialog.
pub(super) const DIALOG: &str = "aumento";
/// What a check while somebody types sends.
const CHECK: &str = "controllo";

/// Asks for power, voltage and phases. Only asks: nothing is answered by looking.
pub(super) async fn show(cx: PageCtx, Url(VolturaPower { case }): Url<VolturaPower>) -> Answer {
    let view = show_case(&cx.app, &cx.ctx, case).await?;
    if !reached(&view, WHETHER) {
        return Ok(cx.go(&next_url(&view.case)));
    }
    let form = form(&cx, &view, None, &[], None).await?;
    page(&cx, &view, form, false)
}

/// The question over the step it belongs to; none over the others.
pub(super) async fn popup<'a>(
    cx: &'a PageCtx,
    view: &CaseView,
    element: &str,
) -> Result<Option<WizardPopup<'a>>, Failure> {
    if element != WHETHER {
        return Ok(None);
    }
    let form = form(cx, view, None, &[], None).await?;
    Ok(Some(WizardPopup { oob: false, id: DIALOG, form }))
}

/// Takes the answer and goes on to the step after. Who answers how much wants more: that is answered along with it.
pub(super) async fn submit(cx: PageCtx, Url(VolturaPower { case }): Url<VolturaPower>, form: Form) -> Answer {
    if form.text("parte") == CHECK {
        let preview = preview_power(&cx.app, &cx.ctx, case, raw(&form)).await?;
        if form.has("errori") {
            return checked(&cx, case, &form, &preview.problems).await;
        }
        return cx.page(&PopupNotes {
            t: cx.t,
            action: VolturaPower::new(case).url(),
            notes: notes(&cx, &preview),
        });
    }
    match take(&cx, case, &form).await {
        Ok(next) => Ok(cx.go(&next)),
        Err(Error::Invalid(problems)) => again(&cx, case, &form, &problems, None).await,
        Err(Error::Refused { code, args }) => {
            again(&cx, case, &form, &[], Some(sentence(cx.t, &code, &args))).await
        }
        Err(error) => Err(Failure::from(error)),
    }
}

async fn take(cx: &PageCtx, case: CaseId, form: &Form) -> Result<String, Error> {
    let view = show_case(&cx.app, &cx.ctx, case).await?;
    let mut version = form.parsed("version", "required")?;
    let wanted = view.case.data.get("power_increase").and_then(serde_json::Value::as_bool) == Some(true);
    if !wanted || !reached(&view, HOW_MUCH) {
        let visit = view.case.data.get("visit_needed").and_then(serde_json::Value::as_bool) == Some(true);
        let yes = |yes: bool| vec![if yes { "true" } else { "" }.to_owned()];
        let raw = [("power_increase".to_owned(), yes(true)), ("visit_needed".to_owned(), yes(visit))];
        let whether = Given {
            element: WHETHER.to_owned(),
            raw: raw.into(),
            version: version.take(),
            ..Given::default()
        };
        answer(&cx.app, &cx.ctx, case, whether).await?;
    }
    let given = Given { element: HOW_MUCH.to_owned(), raw: raw(form), version, ..Given::default() };
    let answered = answer(&cx.app, &cx.ctx, case, given).await?;
    Ok(next_url(&answered.case))
}

fn reached(view: &CaseView, element: &str) -> bool {
    tasks::reached(view).iter().any(|task| task.element == element)
}

/// The form once more while its faults are put right: what was said about a former value must not stay.
async fn checked(cx: &PageCtx, case: CaseId, typed: &Form, problems: &[FieldProblem]) -> Answer {
    let view = show_case(&cx.app, &cx.ctx, case).await?;
    let form = form(cx, &view, Some(typed), problems, None).await?;
    let mut answer = cx.page(&form)?;
    let headers = answer.headers_mut();
    headers.insert("hx-retarget", HeaderValue::from_static("#p-aumento"));
    headers.insert("hx-reswap", HeaderValue::from_static("outerHTML"));
    Ok(answer)
}

async fn again(
    cx: &PageCtx,
    case: CaseId,
    typed: &Form,
    problems: &[FieldProblem],
    refused: Option<String>,
) -> Answer {
    let view = show_case(&cx.app, &cx.ctx, case).await?;
    let form = form(cx, &view, Some(typed), problems, refused).await?;
    if cx.htmx { cx.invalid(&form) } else { page(cx, &view, form, true) }
}

fn page(cx: &PageCtx, view: &CaseView, form: PopupForm<'_>, refused: bool) -> Answer {
    let page = QuestionPage {
        t: cx.t,
        frame: cx.frame(form.ask.title.clone(), Some(Area::Cases)),
        back: Link::new(
            view.pack.texts.or_key(cx.t.lang(), "procedure"),
            VolturaStep::new(view.case.id, WHETHER).url(),
        ),
        popup: form,
    };
    if refused { cx.invalid(&page) } else { cx.page(&page) }
}

async fn form<'a>(
    cx: &'a PageCtx,
    view: &CaseView,
    typed: Option<&Form>,
    problems: &[FieldProblem],
    refused: Option<String>,
) -> Result<PopupForm<'a>, Failure> {
    let (t, case) = (cx.t, view.case.id);
    let asking = Asking { cx, view, element: HOW_MUCH, typed, problems, draft: String::new(), edited: None };
    let mut asked = asking.draw_form().await?;
    if typed.is_none() {
        focus_first(&mut asked.sections);
    }
    let left = refused.or_else(|| left_over(t, view, &asked.sections, problems).into_iter().next());
    let point = view.point.as_ref();
    let mut about = vec![Piece::plain(format!("{} · ", t.date(cx.today())))];
    if let Some(point) = point {
        about.push(Piece::plain(format!("{} ", t.wizard_power_point())));
        about.push(Piece::code(point.code.clone()));
        let today = super::picks::power(t, point);
        about.extend(today.map(|words| Piece::plain(format!(" · {}", t.wizard_power_today(words)))));
        if let Some(present) = point.technical.power_w {
            let hint = t.wizard_power_hint(t.quantity_decimal(present, 3, "kW"));
            let fields = asked.sections.iter_mut().flat_map(|section| &mut section.fields);
            fields
                .filter(|field| field.field.name == "power_w")
                .for_each(|one| one.field.hint.clone_from(&hint));
        }
    }
    let given = typed.map(raw).unwrap_or_default();
    let preview = preview_power(&cx.app, &cx.ctx, case, given).await?;
    Ok(PopupForm {
        t,
        errors: if problems.is_empty() { ErrorSummary::default() } else { faults_of(&asked.sections) },
        ask: Ask {
            id: DIALOG,
            title: asked.title,
            meta: String::new(),
            action: VolturaPower::new(case).url(),
            kept: vec![("version".to_owned(), view.case.version.to_string())],
            note: left.map(|text| Note { kind: NoteKind::Error, lead: t.wizard_refused(), text, link: None }),
            submit: t.wizard_power_confirm(),
            style: "btn-1",
            file: false,
            fields: asked.sections.into_iter().flat_map(|section| section.fields).collect(),
        },
        about,
        notes: notes(cx, &preview),
    })
}

/// What the data mean for the point, and what the diary gets.
fn notes(cx: &PageCtx, preview: &PowerPreview) -> Vec<Note> {
    let t = cx.t;
    let kilowatt = |watt: i64| t.quantity_decimal(watt, 3, "kW");
    let mut notes = Vec::new();
    if let Some(wanted) = preview.wanted {
        notes.push(if preview.problems.is_empty() {
            let text = match preview.present {
                Some(present) => t.wizard_power_change(kilowatt(present), kilowatt(wanted)),
                None => kilowatt(wanted),
            };
            Note {
                kind: NoteKind::Done,
                lead: t.wizard_power_fits(),
                text: t.wizard_power_fits_text(text),
                link: None,
            }
        } else {
            let found: Vec<String> =
                preview.problems.iter().map(|problem| sentence(t, &problem.code, &problem.args)).collect();
            Note {
                kind: NoteKind::Attention,
                lead: t.wizard_power_does_not_fit(),
                text: found.join(". "),
                link: None,
            }
        });
    }
    if let Some(day) = preview.due {
        let day = format!("{} {}", t.weekday(day), day_month(t, day));
        notes.push(Note {
            kind: NoteKind::Info,
            lead: t.wizard_power_diary(),
            text: t.wizard_power_diary_text(&preview.procedure, day),
            link: None,
        });
    }
    notes
}
