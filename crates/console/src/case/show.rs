//! The page of a case, whole or one part of it.

use app::{
    FieldProblem,
    cases::{CaseView, StepPlace, Task, show as show_case},
};
use domain::{
    access::{Action, Resource},
    cases::{CaseState, Origin},
};
use kernel::{Instant, TaskId};
use routes::{
    Route,
    console::{
        AppointmentFile, AppointmentShow, Audit, CaseDiagram, CasePart, CaseReassign, CaseResume, CaseShow,
        CommentNew, CustomerShow, DocumentFile, DocumentSend, FactCorrect, InstanceRetry, JobRetry,
        SupplyShow, TaskClaim, TaskComplete, VolturaStep,
    },
};
use texts::Texts;
use web::{
    Answer, Failure, Form, PageCtx, Url,
    layout::{Area, Empty, KeyHint, Link, Note, NoteKind},
};

use super::{act, clock, diagram::markers, document, log};
use crate::{
    views::{
        case::{
            AppointmentLine, AuditLine, AwaitedLine, CaseActs, CaseAudit, CaseClocks, CaseComments,
            CaseDates, CaseDocuments, CaseMessages, CasePage, CaseProcess, CaseTask, CommentLine,
            DocumentLine, DocumentState, FactLine, IncidentLine, LinkedCase, MessageLine, OpenTask, StepLine,
        },
        case_asks as asks,
        form::{Piece, faults_of},
        wording::role,
    },
    wizard::fields::{Asking, left_over},
};

/// What was tried on a task and could not be taken.
pub(super) struct Tried<'a> {
    /// The task.
    pub task: TaskId,
    /// What was typed.
    pub form: &'a Form,
    /// What is wrong with it.
    pub problems: &'a [FieldProblem],
    /// Why it was refused as a whole.
    pub refused: Option<String>,
}

/// The page.
pub(super) async fn show(cx: PageCtx, Url(CaseShow { case }): Url<CaseShow>) -> Answer {
    let view = show_case(&cx.app, &cx.ctx, case).await?;
    cx.page(&page(&cx, &view, None).await?)
}

/// One part of it: `orologio`, `compito`, `date`, `documenti`, `commenti`, `registro`, `messaggi`.
pub(super) async fn part(cx: PageCtx, Url(CasePart { case, part }): Url<CasePart>) -> Answer {
    let view = show_case(&cx.app, &cx.ctx, case).await?;
    match part.as_str() {
        "orologio" => cx.page(&clocks(&cx, &view)),
        "compito" => cx.page(&tasks(&cx, &view, None).await?),
        "date" => cx.page(&dates(&cx, &view)),
        "documenti" => cx.page(&documents(&cx, &view)),
        "commenti" => cx.page(&comments(&cx, &view)),
        "registro" => cx.page(&audit(&cx, &view)),
        "messaggi" => cx.page(&messages(&cx, &view)),
        _ => Err(app::Error::NotFound { kind: "page" }.into()),
    }
}

/// The whole page; with what was tried on a task, its form shows that again.
pub(super) async fn page<'a>(
    cx: &'a PageCtx,
    view: &CaseView,
    tried: Option<Tried<'_>>,
) -> Result<CasePage<'a>, Failure> {
    let (t, case) = (cx.t, &view.case);
    let mut frame = cx.frame(t.case_title(&case.procedure, &case.number), Some(Area::Cases));
    frame.rail = true;
    frame.keys = vec![
        KeyHint::new(format!("Ctrl {}", t.layout_key_enter()), t.case_key_complete()),
        KeyHint::new("S", t.case_key_suspend()),
        KeyHint::new("R", t.case_key_reassign()),
        KeyHint::new("M", t.case_key_comment()),
        KeyHint::new("D", t.case_key_document()),
    ];
    let urgent = app::cases::clocks::most_urgent(&view.clocks)
        .filter(|line| !case.ended() && !line.evaluation.stopped);
    let mut facts = vec![t.case_version(case.bundle_version), origin(t, case.origin)];
    facts.extend(view.assignee.clone());
    let word = state(t, case.state);
    Ok(CasePage {
        t,
        frame,
        id: case.id,
        number: case.number.clone(),
        procedure: view.pack.texts.or_key(t.lang(), "procedure"),
        code: case.procedure.clone(),
        risk: urgent.map(|line| clock::risk(line, cx.today())),
        ended: (case.ended() || case.started_at.is_none()).then_some(word),
        party: view
            .party
            .as_ref()
            .map(|party| Link::new(party.names.display(), CustomerShow::new(party.id).url())),
        sector: case.sector,
        supply: view.point.as_ref().map(|point| {
            Link::new(format!("{}, {}", point.code, point.address.line()), SupplyShow::new(point.id).url())
        }),
        facts,
        note: note(cx, view),
        acts: acts(cx, view).await?,
        clocks: clocks(cx, view),
        process: process(cx, view).await?,
        task: tasks(cx, view, tried).await?,
        messages: messages(cx, view),
        dates: dates(cx, view),
        documents: documents(cx, view),
        appointments: appointments(cx, view),
        linked: linked(t, view),
        comments: comments(cx, view),
        audit: audit(cx, view),
    })
}

fn origin(t: &Texts, origin: Origin) -> String {
    match origin {
        Origin::Counter => t.case_from_counter(),
        Origin::Contact => t.case_from_contact(),
        Origin::Internal => t.case_from_internal(),
        Origin::Portal => t.case_from_portal(),
        Origin::CallCentre => t.case_from_call_centre(),
        Origin::SalesNetwork => t.case_from_sales_network(),
        Origin::Letter => t.case_from_letter(),
        Origin::Email => t.case_from_email(),
        Origin::Pec => t.case_from_pec(),
        Origin::Distributor => t.case_from_distributor(),
        Origin::Billing => t.case_from_billing(),
    }
}

/// Class and word of a state.
pub(crate) fn state(t: &Texts, state: CaseState) -> (&'static str, String) {
    match state {
        CaseState::Draft => ("half", t.case_state_draft()),
        CaseState::Started => ("go", t.case_state_started()),
        CaseState::Admissible => ("go", t.case_state_admissible()),
        CaseState::Inadmissible => ("bad", t.case_state_inadmissible()),
        CaseState::Fulfilled => ("on", t.case_state_fulfilled()),
        CaseState::Cancelled => ("", t.case_state_cancelled()),
    }
}

fn note(cx: &PageCtx, view: &CaseView) -> Option<Note> {
    let (t, case) = (cx.t, &view.case);
    let plain = |kind, lead: String, text: String, link| Some(Note { kind, lead, text, link });
    if case.started_at.is_none() && !case.ended() {
        let lead = t.wizard_saved(&case.number, t.moment_near(case.changed_at, cx.today()));
        let link = (!case.step.is_empty())
            .then(|| Link::new(t.case_go_on(), VolturaStep::new(case.id, case.step.as_str()).url()));
        return plain(NoteKind::Info, lead, String::new(), link);
    }
    match case.state {
        CaseState::Inadmissible => {
            let why = crate::views::wording::sentence(t, &case.outcome, &[]);
            return plain(NoteKind::Error, t.case_state_inadmissible(), why, None);
        }
        CaseState::Cancelled => {
            return plain(NoteKind::Attention, t.case_state_cancelled(), case.outcome.clone(), None);
        }
        _ => {}
    }
    let held = view.suspensions.iter().find(|held| held.to.is_none())?;
    let mut text = log::cause(t, held.cause.code());
    if !held.note.is_empty() {
        text = format!("{text}. {}", held.note);
    }
    plain(NoteKind::Info, t.case_who_suspended(t.date(held.from.date())), text, None)
}

async fn acts(cx: &PageCtx, view: &CaseView) -> Result<CaseActs, Failure> {
    let (t, case) = (cx.t, &view.case);
    let may = |action| cx.ctx.may(Resource::Case, action);
    let mut acts = CaseActs::default();
    if case.ended() {
        return Ok(acts);
    }
    let about = act::about(view);
    if may(Action::Update) && case.started_at.is_some() {
        let by_process = view.suspensions.iter().any(|held| held.to.is_none() && !held.element.is_empty());
        match case.suspended {
            None => acts.suspend = Some(asks::suspend(t, case.id, &about)),
            Some(_) if !by_process => acts.resume = Some(CaseResume::new(case.id).url()),
            Some(_) => {}
        }
    }
    if may(Action::Assign) {
        acts.reassign = Some(asks::reassign(t, case.id, &about, act::people(cx).await?));
    } else if case.assigned_to.is_none() {
        acts.take = Some(CaseReassign::new(case.id).url());
    }
    if may(Action::Cancel) {
        acts.more.push(asks::cancel(t, case.id, &about));
    }
    Ok(acts)
}

fn clocks<'a>(cx: &'a PageCtx, view: &CaseView) -> CaseClocks<'a> {
    let t = cx.t;
    CaseClocks {
        t,
        oob: false,
        clocks: view.clocks.iter().map(|line| clock::drawn(cx, view, line)).collect(),
        none: if view.case.started_at.is_none() { t.case_clock_draft() } else { t.case_clock_none() },
    }
}

async fn process(cx: &PageCtx, view: &CaseView) -> Result<CaseProcess, Failure> {
    let t = cx.t;
    let (_, marks) = app::cases::diagram(&cx.app, &cx.ctx, view.case.id).await?;
    let ended = |element: &str| {
        view.tasks.iter().rev().find(|task| task.element == element).and_then(|task| task.ended_at)
    };
    let steps = view
        .steps
        .iter()
        .map(|step| StepLine {
            text: match (step.place, ended(&step.element)) {
                (StepPlace::Done, Some(at)) => t.case_step_done_on(&step.name, t.date(at.date())),
                (StepPlace::Done, None) => t.case_step_done(&step.name),
                (StepPlace::Now, _) => t.case_step_now(&step.name),
                (StepPlace::Ahead, _) => step.name.clone(),
            },
            now: step.place == StepPlace::Now,
        })
        .collect();
    let now = view.steps.iter().find(|step| step.place == StepPlace::Now);
    Ok(CaseProcess {
        diagram: CaseDiagram::new(view.case.id).url(),
        markers: markers(&marks).to_string(),
        now: now.map(|step| step.name.clone()).unwrap_or_default(),
        steps,
    })
}

async fn tasks<'a>(
    cx: &'a PageCtx,
    view: &CaseView,
    tried: Option<Tried<'_>>,
) -> Result<CaseTask<'a>, Failure> {
    let t = cx.t;
    let mut open = Vec::new();
    for task in view.tasks.iter().filter(|task| task.state == "open") {
        let tried = tried.as_ref().filter(|tried| tried.task == task.id);
        open.push(open_task(cx, view, task, tried).await?);
    }
    let empty = if view.case.ended() {
        Empty {
            icon: "ok",
            title: t.case_task_ended(),
            text: t.case_task_ended_text(),
            link: None,
            main: false,
        }
    } else {
        Empty {
            icon: "clock",
            title: t.case_task_empty(),
            text: t.case_task_empty_text(),
            link: None,
            main: false,
        }
    };
    Ok(CaseTask { t, oob: false, tasks: open, empty })
}

async fn open_task(
    cx: &PageCtx,
    view: &CaseView,
    task: &Task,
    tried: Option<&Tried<'_>>,
) -> Result<OpenTask, Failure> {
    let (t, case) = (cx.t, &view.case);
    let since = web::layout::day_month(t, task.created_at.date());
    let holder = view.assignee.clone().filter(|_| task.assigned_to.is_some());
    let theirs = task.role.is_empty()
        || cx.ctx.roles.is_empty()
        || cx.ctx.roles.iter().any(|role| role.code() == task.role)
        || cx.ctx.may(Resource::Case, Action::Assign);
    let problems = tried.map_or(&[][..], |tried| tried.problems);
    let asking = Asking {
        cx,
        view,
        element: &task.element,
        typed: tried.map(|tried| tried.form),
        problems,
        draft: String::new(),
    };
    let asked = asking.draw(task.id).await?;
    let refused = tried
        .and_then(|tried| tried.refused.clone())
        .or_else(|| left_over(t, &asked.sections, problems).into_iter().next());
    Ok(OpenTask {
        name: task.name.to_lowercase(),
        initials: holder.as_deref().map(initials).unwrap_or_default(),
        who: match &holder {
            Some(name) => t.case_task_since(name, &since),
            None => t.case_task_for_role(role(t, &task.role), &since),
        },
        claim: holder.is_none().then(|| TaskClaim::new(case.id, task.id).url()).filter(|_| theirs),
        action: theirs.then(|| TaskComplete::new(case.id, task.id).url()),
        version: case.version,
        meta: if asked.hint.is_empty() { Vec::new() } else { vec![Piece::plain(asked.hint)] },
        note: refused.map(|text| Note { kind: NoteKind::Error, lead: t.wizard_refused(), text, link: None }),
        errors: if problems.is_empty() {
            web::layout::ErrorSummary::default()
        } else {
            faults_of(&asked.sections)
        },
        sections: asked.sections,
        submit: t.case_complete(),
        file: asked.file,
        why_not: crate::views::wording::sentence(
            t,
            "task_of_role",
            &[("role".to_owned(), task.role.clone())],
        ),
    })
}

fn initials(name: &str) -> String {
    name.split_whitespace()
        .filter_map(|word| word.chars().next())
        .take(2)
        .flat_map(char::to_uppercase)
        .collect()
}

fn short(cx: &PageCtx, at: Instant) -> String {
    let local = at.in_rome().datetime();
    crate::views::case::short_moment(cx.t, &local)
}

fn messages<'a>(cx: &'a PageCtx, view: &CaseView) -> CaseMessages<'a> {
    let t = cx.t;
    let incidents =
        view.incidents
            .iter()
            .map(|line| IncidentLine {
                text: format!("{}: {}", view.pack.element_name(&line.element, t.lang()), line.message),
                since: short(cx, line.created_at),
                retry: Some(line.instance_id.map_or_else(
                    || JobRetry::new(line.id).url(),
                    |instance| InstanceRetry::new(instance).url(),
                )),
            })
            .collect();
    let billing = view
        .billing
        .iter()
        .map(|line| {
            let (state, word) = match line.state.as_str() {
                "applied" => ("on", t.case_message_applied()),
                "rejected" => ("bad", t.case_message_rejected()),
                "sent" => ("go", t.case_message_sent()),
                _ => ("half", t.case_message_queued()),
            };
            MessageLine {
                title: line.kind.replace('_', " "),
                detail: t.case_message_number(line.seq, line.attempts),
                at: short(cx, line.sent_at.unwrap_or(line.created_at)),
                state,
                word,
                href: None,
                retry: None,
            }
        })
        .collect();
    let mails = view
        .mails
        .iter()
        .map(|line| {
            let (state, word) = match line.state.as_str() {
                "sent" => ("on", t.case_mail_sent()),
                "failed" => ("bad", t.case_mail_failed()),
                "deferred" => ("half", t.case_mail_deferred()),
                _ => ("half", t.case_message_queued()),
            };
            let detail = if line.answer.is_empty() {
                line.address.clone()
            } else {
                format!("{}: {}", line.address, line.answer)
            };
            MessageLine {
                title: line.subject.clone(),
                detail,
                at: short(cx, line.created_at),
                state,
                word,
                href: None,
                retry: (line.state == "failed").then(|| routes::console::MailRetry::new(line.id).url()),
            }
        })
        .collect();
    CaseMessages { t, oob: false, incidents, billing, mails }
}

/// The name of a recorded fact.
pub(super) fn fact_name(cx: &PageCtx, view: &CaseView, kind: &str) -> String {
    log::fact(cx.t, view, kind)
}

fn dates<'a>(cx: &'a PageCtx, view: &CaseView) -> CaseDates<'a> {
    let t = cx.t;
    let may = cx.ctx.may(Resource::Case, Action::Correct) && !view.case.ended();
    let mut facts: Vec<_> = view.facts.iter().filter(|fact| !fact.corrected).collect();
    facts.sort_by_key(|fact| fact.at);
    let dates = facts
        .iter()
        .map(|fact| FactLine {
            label: fact_name(cx, view, &fact.kind),
            at: t.moment(fact.at),
            correct: may.then(|| FactCorrect::new(view.case.id, fact.id).url()),
            corrected: fact.corrects.is_some(),
        })
        .collect();
    let mut awaited: Vec<AwaitedLine> = Vec::new();
    for line in view.clocks.iter().filter(|line| !line.evaluation.stopped && !view.case.ended()) {
        let label = match t.lang() {
            kernel::Lang::It => line.standard.clock_stop.name_it.clone(),
            kernel::Lang::En => line.standard.clock_stop.name_en.clone(),
        };
        if awaited.iter().all(|known| known.label != label) {
            awaited.push(AwaitedLine { label, until: line.summary().due });
        }
    }
    CaseDates { t, oob: false, dates, awaited }
}

fn documents<'a>(cx: &'a PageCtx, view: &CaseView) -> CaseDocuments<'a> {
    let (t, case) = (cx.t, &view.case);
    let may = cx.ctx.may(Resource::Case, Action::Update) && !case.ended();
    let lines = view
        .documents
        .iter()
        .map(|paper| DocumentLine {
            id: paper.id,
            title: paper.title.clone(),
            meta: short(cx, paper.produced_at.unwrap_or(paper.created_at)),
            state: match paper.state.as_str() {
                "ready" => DocumentState::Ready {
                    href: DocumentFile::pdf(case.id, paper.id).url(),
                    shown: paper.media_type == "application/pdf" || paper.media_type.starts_with("image/"),
                },
                "failed" => {
                    DocumentState::Failed { retry: may.then(|| DocumentSend::new(case.id, paper.id).url()) }
                }
                _ => DocumentState::Queued,
            },
            contract: paper.kind == "contract",
        })
        .collect();
    CaseDocuments {
        t,
        oob: false,
        case: case.id,
        documents: lines,
        add: may.then(|| document::question(cx, view)),
    }
}

fn appointments(cx: &PageCtx, view: &CaseView) -> Vec<AppointmentLine> {
    let t = cx.t;
    view.appointments
        .iter()
        .map(|line| {
            let (from, to) = (line.starts_at.in_rome(), line.ends_at.in_rome());
            AppointmentLine {
                subject: line.subject.clone(),
                when: format!(
                    "{}, {}",
                    web::layout::weekday_day(t, from.date()),
                    t.band(from.time(), to.time())
                ),
                detail: line.place.clone(),
                state: match line.state.as_str() {
                    "kept" => ("on", t.case_appointment_kept()),
                    "missed" => ("bad", t.case_appointment_missed()),
                    "cancelled" => ("", t.case_appointment_cancelled()),
                    _ => ("go", t.case_appointment_agreed()),
                },
                href: AppointmentShow::new(line.id).url(),
                file: AppointmentFile::new(line.id).url(),
            }
        })
        .collect()
}

fn linked(t: &Texts, view: &CaseView) -> Vec<LinkedCase> {
    view.linked
        .iter()
        .map(|other| LinkedCase {
            href: CaseShow::new(other.id).url(),
            code: other.procedure.clone(),
            number: other.number.clone(),
            how: t.case_linked_how(),
            state: other.state.map_or(("", String::new()), |now| state(t, now)),
        })
        .collect()
}

/// The comments.
pub(super) fn comments<'a>(cx: &'a PageCtx, view: &CaseView) -> CaseComments<'a> {
    let may = cx.ctx.may(Resource::Case, Action::Update);
    CaseComments {
        t: cx.t,
        oob: false,
        comments: view
            .comments
            .iter()
            .map(|line| CommentLine {
                initials: initials(&line.author),
                who: line.author.clone(),
                at: line.at.in_rome().datetime(),
                text: line.body.clone(),
            })
            .collect(),
        action: may.then(|| CommentNew::new(view.case.id).url()),
        typed: String::new(),
        fault: None,
    }
}

/// The audit trail.
pub(super) fn audit<'a>(cx: &'a PageCtx, view: &CaseView) -> CaseAudit<'a> {
    let t = cx.t;
    let entries: Vec<AuditLine> = view
        .audit
        .iter()
        .take(12)
        .map(|entry| AuditLine {
            at: entry.at.in_rome().datetime(),
            who: entry.actor_name(),
            what: log::words(t, view, &entry.operation, &entry.details),
        })
        .collect();
    let may = cx.ctx.may(Resource::Audit, Action::Read);
    CaseAudit {
        t,
        oob: false,
        total: u64::try_from(view.audit.len()).unwrap_or_default(),
        entries,
        all: may.then(|| Audit::new().url()),
    }
}
