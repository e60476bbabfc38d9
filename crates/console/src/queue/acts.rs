//! Acts on the ticked rows: take charge, give away, suspend, comment, take away as a file.

use app::{
    Error,
    cases::{self, EachAct, EachDone},
};
use domain::{
    access::{Action, Resource},
    cases::SuspensionCause,
};
use kernel::{CaseId, UserId};
use routes::{
    Route,
    console::{CaseBulk, CaseList, CaseShow},
};
use texts::Texts;
use web::{
    Answer, Failure, Form, PageCtx,
    layout::{Area, Choice, Field, FieldKind, FieldState, Link},
    visit::is_own_path,
};

use super::export;
use crate::{
    case::act::people,
    standing::Names,
    views::{
        case_asks,
        form::{Ask, AskPage, FieldView, SectionView, faults_of},
        queue::{BulkDone, BulkRow, QueueActs, QueueAsk, all_acts},
        wording::sentence,
    },
};

/// Whoever may give cases away gives; others take what nobody has.
fn gives(cx: &PageCtx) -> bool {
    cx.ctx.may(Resource::Case, Action::Assign)
}

/// The bar: what can be done to several cases at once, with the questions it asks.
pub(super) async fn bar(cx: &PageCtx) -> Result<QueueActs<'static>, Failure> {
    let t = cx.t;
    let writes = cx.ctx.may(Resource::Case, Action::Update);
    let mut acts = all_acts(t);
    acts.retain(|act| match act.value {
        "prendi" => !gives(cx) && writes,
        "assegna" => gives(cx),
        "sospendi" | "commenta" => writes,
        _ => true,
    });
    let mut asks = Vec::new();
    for act in &mut acts {
        if let Some(fields) = fields(cx, act.value).await? {
            act.dialog = act.value;
            asks.push(QueueAsk { id: act.value, title: act.label.clone(), fields });
        }
    }
    Ok(QueueActs { t, oob: false, acts, asks })
}

/// What an act asks before it is done; none when there is nothing to ask.
async fn fields(cx: &PageCtx, act: &str) -> Result<Option<Vec<FieldView>>, Failure> {
    let t = cx.t;
    let first = || Choice { value: String::new(), label: t.queue_choose() };
    let with_first = |choices: Vec<Choice>| std::iter::once(first()).chain(choices).collect::<Vec<_>>();
    Ok(match act {
        "assegna" => Some(vec![
            FieldView::line(12, Field::select("a", t.case_ask_to(), with_first(people(cx).await?))),
            FieldView::line(12, Field::text("motivo", t.case_ask_reason()).optional()),
        ]),
        "sospendi" => Some(vec![
            FieldView::line(
                12,
                Field::select("causa", t.case_ask_cause(), with_first(case_asks::causes(t)))
                    .hint(t.case_ask_suspend_hint()),
            ),
            FieldView::line(12, Field::text("nota", t.case_ask_note()).optional()),
        ]),
        "commenta" => {
            Some(vec![FieldView::line(12, Field::new(FieldKind::Lines, "testo", t.case_comment_new()))])
        }
        _ => None,
    })
}

/// What was asked, from the form; the error names the field that lacks its answer.
fn wanted(cx: &PageCtx, form: &Form) -> Result<EachAct, Error> {
    match form.text("azione") {
        "prendi" => {
            let me = cx.ctx.user().ok_or(Error::NotSignedIn)?;
            Ok(EachAct::Assign(me, String::new()))
        }
        "assegna" => {
            let to: Option<UserId> = form.parsed("a", "choice_unknown")?;
            let to = to.ok_or_else(|| Error::field("a", "required"))?;
            Ok(EachAct::Assign(to, form.text("motivo").to_owned()))
        }
        "sospendi" => {
            let cause = SuspensionCause::from_code(form.text("causa"));
            let cause = cause.ok_or_else(|| Error::field("causa", "required"))?;
            Ok(EachAct::Suspend(cause, form.text("nota").to_owned()))
        }
        "commenta" if form.text("testo").trim().is_empty() => Err(Error::field("testo", "required")),
        "commenta" => Ok(EachAct::Comment(form.text("testo").to_owned())),
        _ => Err(Error::field("azione", "choice_unknown")),
    }
}

/// Does an act to the ticked cases, each in its own transaction: what a rule stops is listed with its reason.
pub(super) async fn submit(cx: PageCtx, form: Form) -> Answer {
    let back = Some(form.text("torna"))
        .filter(|path| is_own_path(path))
        .map_or_else(|| CaseList::new().url(), str::to_owned);
    let ticked: Vec<CaseId> = form.all("pratica").filter_map(|id| id.parse().ok()).collect();
    if ticked.is_empty() {
        return Ok(cx.done(&back, cx.t.queue_nothing_ticked()));
    }
    if form.text("azione") == "esporta" {
        return export::ticked(&cx, &ticked).await;
    }
    let act = match wanted(&cx, &form) {
        Ok(act) => act,
        Err(Error::Invalid(problems)) if problems.iter().all(|problem| problem.field != "azione") => {
            return ask(&cx, &form, &ticked, &back, &problems).await;
        }
        Err(error) => return Err(error.into()),
    };
    let done = cases::for_each(&cx.app, &cx.ctx, ticked, &act).await?;
    told(&cx, &act, &done, &back).await
}

/// The question as a page, for those without script and for an answer that is missing.
async fn ask(
    cx: &PageCtx,
    form: &Form,
    ticked: &[CaseId],
    back: &str,
    problems: &[app::FieldProblem],
) -> Answer {
    let t = cx.t;
    let value = form.text("azione").to_owned();
    let title = all_acts(t).into_iter().find(|act| act.value == value).map(|act| act.label);
    let title = title.unwrap_or_else(|| t.queue_heading());
    let mut asked = fields(cx, &value).await?.unwrap_or_default();
    for field in &mut asked {
        let known = problems.iter().find(|problem| problem.field == field.field.name);
        // A question asked for the first time is no mistake yet.
        if let Some(problem) = known.filter(|_| form.has("chiesto")) {
            field.field.state = FieldState::Bad(sentence(t, &problem.code, &problem.args));
        }
        form.text(&field.field.name).clone_into(&mut field.field.value);
    }
    let mut kept = vec![
        ("azione".to_owned(), value),
        ("torna".to_owned(), back.to_owned()),
        ("chiesto".to_owned(), "1".to_owned()),
    ];
    kept.extend(ticked.iter().map(|id| ("pratica".to_owned(), id.to_string())));
    let section = SectionView { fields: asked.clone(), ..SectionView::default() };
    let page = AskPage {
        t,
        frame: cx.frame(title.clone(), Some(Area::Cases)),
        back: Link::new(t.queue_heading(), back),
        errors: faults_of([&section]),
        ask: Ask {
            id: "azione",
            title: title.clone(),
            meta: t.queue_ticked(ticked.len()),
            action: CaseBulk::new().url(),
            fields: asked,
            kept,
            note: None,
            submit: title,
            style: "btn-1",
            file: false,
        },
        history: Vec::new(),
        risk: None,
    };
    if form.has("chiesto") { cx.invalid(&page) } else { cx.page(&page) }
}

/// Why one case was left as it was.
fn why(t: &Texts, error: &Error) -> String {
    match error {
        Error::Refused { code, args } => sentence(t, code, args),
        Error::Invalid(problems) => problems
            .iter()
            .map(|problem| sentence(t, &problem.code, &problem.args))
            .collect::<Vec<_>>()
            .join(" "),
        Error::Denied(_) => t.queue_bulk_denied(),
        Error::Conflict(_) => t.queue_bulk_conflict(),
        _ => t.queue_bulk_gone(),
    }
}

async fn told(cx: &PageCtx, act: &EachAct, done: &[EachDone], back: &str) -> Answer {
    let t = cx.t;
    let count = done.iter().filter(|one| one.outcome.is_ok()).count();
    let words = match act {
        EachAct::Assign(to, _) if Some(*to) == cx.ctx.user() => t.standing_taken(count),
        EachAct::Assign(to, _) => t.queue_bulk_assigned(count, Names::read(cx).await?.person(*to)),
        EachAct::Suspend(..) => t.queue_bulk_suspended(count),
        EachAct::Comment(_) => t.queue_bulk_commented(count),
    };
    let left: Vec<BulkRow> = done
        .iter()
        .filter_map(|one| {
            let error = one.outcome.as_ref().err()?;
            Some(BulkRow {
                number: if one.number.is_empty() { t.queue_bulk_unknown() } else { one.number.clone() },
                href: CaseShow::new(one.id).url(),
                why: why(t, error),
            })
        })
        .collect();
    if left.is_empty() {
        return Ok(cx.done(back, words));
    }
    cx.invalid(&BulkDone {
        t,
        frame: cx.frame(t.queue_bulk_title(), Some(Area::Cases)),
        back: Link::new(t.queue_heading(), back),
        done: words,
        any: count > 0,
        left,
    })
}
