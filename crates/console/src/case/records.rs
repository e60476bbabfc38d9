//! What lies beside the work on a case: what was told to others, dates, papers, appointments, comments, the audit trail.

use app::cases::{Bond, CaseView};
use domain::{
    access::{Action, Resource},
    cases::Fact,
};
use kernel::{DocumentId, Instant, Lang};
use routes::{
    Route,
    console::{
        AppointmentFile, AppointmentShow, AuditQuery, CaseShow, CommentNew, DocumentFile, DocumentSend,
        FactCorrect, InstanceRetry, JobRetry,
    },
};
use texts::Texts;
use web::{PageCtx, layout::Link};

use super::{billing, distributor, document, log, record, show::state};
use crate::{
    views::case::{
        AppointmentLine, AuditLine, AwaitedLine, CaseAudit, CaseComments, CaseDates, CaseDocuments,
        CaseMessages, CommentLine, DocumentLine, DocumentState, FactLine, IncidentLine, LinkedCase,
        MessageLine,
    },
    wizard::summary::is_made_at_once,
};

/// Two letters of a name.
pub(super) fn initials(name: &str) -> String {
    name.split_whitespace()
        .filter_map(|word| word.chars().next())
        .take(2)
        .flat_map(char::to_uppercase)
        .collect()
}

/// A moment as the lines of this page have it.
pub(super) fn short(cx: &PageCtx, at: Instant) -> String {
    let local = at.in_rome().datetime();
    crate::views::case::short_moment(cx.t, &local)
}

/// The title of a paper: one the utility made is named in the language of the page, one handed in as its file.
pub(super) fn title(view: &CaseView, lang: Lang, paper: &app::papers::Document) -> String {
    let key = format!("paper-{}", paper.kind.replace('_', "-"));
    let own = if paper.outgoing { view.pack.texts.get(lang, &key, &[]) } else { None };
    own.unwrap_or_else(|| paper.title.clone())
}

/// What is stuck, what billing was told, which mails went out.
pub(super) fn messages<'a>(cx: &'a PageCtx, view: &CaseView) -> CaseMessages<'a> {
    let t = cx.t;
    let may = cx.ctx.may(Resource::Incident, Action::Retry);
    let incidents = view
        .incidents
        .iter()
        .map(|line| IncidentLine {
            text: format!("{}: {}", view.pack.element_name(&line.element, t.lang()), line.message),
            since: short(cx, line.created_at),
            retry: may.then(|| {
                line.instance_id.map_or_else(
                    || JobRetry::new(line.id).url(),
                    |instance| InstanceRetry::new(instance).url(),
                )
            }),
        })
        .collect();
    CaseMessages {
        t,
        oob: false,
        incidents,
        billing: billing::messages(cx, view),
        distributor: distributor::messages(cx, view),
        mails: mails(cx, view),
    }
}

fn mails(cx: &PageCtx, view: &CaseView) -> Vec<MessageLine> {
    let t = cx.t;
    let lines = view.mails.iter().map(|line| {
        let (state, word) = match line.state.as_str() {
            "sent" => ("on", t.case_mail_sent()),
            "failed" => ("bad", t.case_mail_failed()),
            "deferred" => ("half", t.case_mail_deferred()),
            _ => ("half", t.case_message_queued()),
        };
        MessageLine {
            title: match line.kind.as_str() {
                "missing_documents" => t.case_mail_missing_documents(),
                "invitation" => t.case_mail_invitation(),
                "deadline" => t.case_mail_deadline(),
                "reminder" => t.case_mail_reminder(),
                _ => line.subject.clone(),
            },
            // What the server answered is for whoever keeps the mail, not for this page.
            detail: line.address.clone(),
            at: short(cx, line.created_at),
            state,
            word,
            href: None,
            retry: None,
        }
    });
    lines.collect()
}

/// The paper a fact was taken from, if it can be opened.
fn source(view: &CaseView, lang: Lang, id: Option<DocumentId>) -> Option<Link> {
    let paper = view.documents.iter().find(|paper| Some(paper.id) == id)?;
    Some(Link::new(title(view, lang, paper), DocumentFile::pdf(view.case.id, paper.id).url()))
}

/// The recorded dates, with who wrote each down and from which paper, and those awaited.
pub(super) fn dates<'a>(cx: &'a PageCtx, view: &CaseView) -> CaseDates<'a> {
    let t = cx.t;
    let open = !view.case.ended();
    let may = cx.ctx.may(Resource::Case, Action::Correct) && open;
    let mut facts: Vec<&Fact> = view.facts.iter().filter(|fact| !fact.corrected).collect();
    facts.sort_by_key(|fact| fact.at);
    let dates = facts
        .iter()
        .map(|fact| FactLine {
            label: log::fact(t, view, &fact.kind),
            at: t.moment(fact.at),
            by: t.case_date_by(log::actor(t, &fact.recorded_by), short(cx, fact.recorded_at)),
            paper: source(view, t.lang(), fact.document_id),
            correct: may.then(|| FactCorrect::new(view.case.id, fact.id).url()),
            corrected: fact.corrects.is_some(),
        })
        .collect();
    let mut awaited: Vec<AwaitedLine> = Vec::new();
    for line in view.clocks.iter().filter(|line| !line.evaluation.stopped && open) {
        let label = match t.lang() {
            Lang::It => line.standard.clock_stop.name_it.clone(),
            Lang::En => line.standard.clock_stop.name_en.clone(),
        };
        let label = log::sentence_case(&label);
        if awaited.iter().all(|known| known.label != label) {
            awaited.push(AwaitedLine { label, until: line.summary().due });
        }
    }
    CaseDates { t, oob: false, dates, awaited, add: record::question(cx, view) }
}

/// The papers.
pub(super) fn documents<'a>(cx: &'a PageCtx, view: &CaseView) -> CaseDocuments<'a> {
    let (t, case) = (cx.t, &view.case);
    let may = cx.ctx.may(Resource::Case, Action::Update) && !case.ended();
    let lines = view
        .documents
        .iter()
        .map(|paper| DocumentLine {
            id: paper.id,
            title: title(view, t.lang(), paper),
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
    let previews = if case.started_at.is_none() && !case.ended() {
        view.pack
            .papers
            .iter()
            .filter(|paper| is_made_at_once(&paper.kind, paper.signed))
            .map(|paper| {
                let key = format!("paper-{}", paper.kind.replace('_', "-"));
                let href = routes::console::PaperPreview::new(case.id, paper.kind.clone()).url();
                Link::new(view.pack.texts.or_key(t.lang(), &key), href)
            })
            .collect()
    } else {
        Vec::new()
    };
    CaseDocuments {
        t,
        oob: false,
        case: case.id,
        documents: lines,
        previews,
        add: may.then(|| document::question(cx, view)),
    }
}

/// The appointments.
pub(super) fn appointments(cx: &PageCtx, view: &CaseView) -> Vec<AppointmentLine> {
    let t = cx.t;
    let lines = view.appointments.iter().map(|line| {
        let (from, to) = (line.starts_at.in_rome(), line.ends_at.in_rome());
        AppointmentLine {
            subject: if line.visit { t.case_appointment_visit() } else { t.case_appointment_deadline() },
            when: format!("{}, {}", web::layout::weekday_day(t, from.date()), t.band(from.time(), to.time())),
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
    });
    lines.collect()
}

/// The cases that belong together with this one.
pub(super) fn linked(t: &Texts, view: &CaseView) -> Vec<LinkedCase> {
    view.linked
        .iter()
        .map(|other| LinkedCase {
            href: CaseShow::new(other.id).url(),
            code: other.procedure.clone(),
            number: other.number.clone(),
            how: match other.bond {
                Bond::After => t.case_linked_after(),
                Bond::Before => t.case_linked_before(),
                Bond::Beside => t.case_linked_how(),
            },
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
            who: log::who(t, entry),
            what: log::words(t, view, &entry.operation, &entry.details),
        })
        .collect();
    let may = cx.ctx.may(Resource::Audit, Action::Read);
    let all = AuditQuery { subject: Some(view.case.id.to_string()), ..AuditQuery::default() };
    CaseAudit {
        t,
        oob: false,
        total: u64::try_from(view.audit.len()).unwrap_or_default(),
        entries,
        all: may.then(|| routes::console::Audit::new().with(&all)),
    }
}
