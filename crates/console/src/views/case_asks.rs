//! The short questions of a case: suspend, reassign, cancel, add a paper, put a date right. The names of the fields are
//! read by the handlers of the same questions.

use kernel::{CaseId, FactId};
use routes::Route;
use routes::console::{
    CaseCancel, CaseFollowUp, CaseReassign, CaseSuspend, DocumentNew, FactCorrect, FactNew,
};
use texts::Texts;
use web::layout::{Choice, Field, FieldKind, Note, NoteKind};

use super::case::ActLink;
use super::form::{Ask, FieldView, Widget};

/// Names of the fields.
pub mod names {
    /// Why the clock is to stand still: the code of a cause.
    pub const CAUSE: &str = "causa";
    /// A remark on a suspension.
    pub const SUSPEND_NOTE: &str = "nota_sospensione";
    /// The paper that proves a suspension.
    pub const SUSPEND_PAPER: &str = "prova_sospensione";
    /// What happened: the kind of a fact.
    pub const FACT_KIND: &str = "fatto";
    /// When it happened.
    pub const FACT_AT: &str = "data_fatto";
    /// The paper it is taken from.
    pub const FACT_PAPER: &str = "documento_fatto";
    /// A remark on it.
    pub const FACT_NOTE: &str = "nota_fatto";
    /// The procedure of a case that follows.
    pub const PROCEDURE: &str = "procedura";
    /// The account a case is given to.
    pub const TO: &str = "a";
    /// Why it is given away.
    pub const REASSIGN_REASON: &str = "motivo_riassegnazione";
    /// Who asked to call a case off and why.
    pub const CANCEL_REASON: &str = "motivo_annullamento";
    /// A file.
    pub const FILE: &str = "file";
    /// What a paper is.
    pub const KIND: &str = "tipo";
    /// It is what the process waits for.
    pub const ANSWERS: &str = "atteso";
    /// The right moment of a fact.
    pub const AT: &str = "quando";
    /// The paper that proves a corrected moment.
    pub const PROOF: &str = "documento_prova";
    /// The same as a file.
    pub const PROOF_FILE: &str = "file_prova";
    /// Why a fact is put right.
    pub const CORRECT_REASON: &str = "motivo_correzione";
}

/// Every cause for which a clock may stand still, with its words.
#[must_use]
pub fn causes(t: &Texts) -> Vec<Choice> {
    [
        ("customer", t.case_cause_customer()),
        ("third_party", t.case_cause_third_party()),
        ("permits", t.case_cause_permits()),
        ("force_majeure", t.case_cause_force_majeure()),
        ("date", t.case_cause_date()),
    ]
    .into_iter()
    .map(|(value, label)| Choice { value: value.to_owned(), label })
    .collect()
}

/// Lets the clock stand still. `about` names the case, `papers` are those that may prove the cause.
#[must_use]
pub fn suspend(t: &Texts, case: CaseId, about: &str, papers: Vec<Choice>) -> ActLink {
    let mut fields = vec![
        FieldView::line(
            12,
            Field::select(names::CAUSE, t.case_ask_cause(), causes(t)).hint(t.case_ask_suspend_hint()),
        ),
        FieldView::line(12, Field::new(FieldKind::Lines, names::SUSPEND_NOTE, t.case_ask_note()).optional()),
    ];
    // The first choice is "none": with nothing else there is nothing to choose.
    if papers.len() > 1 {
        let evidence = Field::select(names::SUSPEND_PAPER, t.case_ask_evidence(), papers).optional();
        fields.insert(1, FieldView::line(12, evidence));
    }
    act(
        t.case_suspend(),
        "pause",
        CaseSuspend::new(case).url(),
        Question { id: "sospendi", about, fields, style: "btn-1", note: None },
    )
}

/// Gives the case to somebody else. `people` are accounts that may have it, by id.
#[must_use]
pub fn reassign(t: &Texts, case: CaseId, about: &str, people: Vec<Choice>) -> ActLink {
    let fields = vec![
        FieldView::line(12, Field::select(names::TO, t.case_ask_to(), people)),
        FieldView::line(12, Field::text(names::REASSIGN_REASON, t.case_ask_reason()).optional()),
    ];
    act(
        t.case_reassign(),
        "user",
        CaseReassign::new(case).url(),
        Question { id: "riassegna", about, fields, style: "btn-1", note: None },
    )
}

/// Opens a case that follows from this one; `procedures` are those that may be opened.
#[must_use]
pub fn follow_up(t: &Texts, case: CaseId, about: &str, procedures: Vec<Choice>) -> ActLink {
    let fields =
        vec![FieldView::line(12, Field::select(names::PROCEDURE, t.case_follow_up_what(), procedures))];
    let note = Note { kind: NoteKind::Info, lead: String::new(), text: t.case_follow_up_note(), link: None };
    let mut link = act(
        t.case_follow_up(),
        "flow",
        CaseFollowUp::new(case).url(),
        Question { id: "seguito", about, fields, style: "btn-1", note: Some(note) },
    );
    if let Some(ask) = &mut link.ask {
        ask.submit = t.case_follow_up_submit();
    }
    link
}

/// Calls the case off. `stays` says what it leaves behind; empty: nothing.
#[must_use]
pub fn cancel(t: &Texts, case: CaseId, about: &str, stays: &str) -> ActLink {
    let fields =
        vec![FieldView::line(12, Field::new(FieldKind::Lines, names::CANCEL_REASON, t.case_ask_reason()))];
    let text = [t.case_ask_cancel_note(), stays.to_owned()].join(" ").trim_end().to_owned();
    let note = Note { kind: NoteKind::Attention, lead: String::new(), text, link: None };
    act(
        t.case_cancel(),
        "x",
        CaseCancel::new(case).url(),
        Question { id: "annulla", about, fields, style: "btn-risk", note: Some(note) },
    )
}

/// Adds a paper handed in. `kinds` are the papers the procedure knows; `awaited` when the process waits for one.
#[must_use]
pub fn document(t: &Texts, case: CaseId, about: &str, kinds: Vec<Choice>, awaited: bool) -> ActLink {
    let file = Field::text(names::FILE, t.case_ask_file()).hint(t.case_ask_file_hint());
    let mut fields = vec![
        FieldView::new(12, file, attachment()),
        FieldView::line(12, Field::select(names::KIND, t.case_ask_kind(), kinds)),
    ];
    if awaited {
        fields.push(FieldView::new(
            12,
            Field::text(names::ANSWERS, t.case_ask_answers()).value("true"),
            Widget::Flag,
        ));
    }
    let mut link = act(
        t.case_document_add(),
        "upload",
        DocumentNew::new(case).url(),
        Question { id: "aggiungi", about, fields, style: "btn-1", note: None },
    );
    if let Some(ask) = &mut link.ask {
        ask.file = true;
    }
    link
}

/// Records a date: `kinds` are those the procedure knows and the case lacks, `papers` those it may be taken from, `now`
/// the moment the form proposes.
#[must_use]
pub fn record(
    t: &Texts,
    case: CaseId,
    about: &str,
    kinds: Vec<Choice>,
    papers: Vec<Choice>,
    now: &str,
) -> ActLink {
    let mut fields = vec![
        FieldView::line(12, Field::select(names::FACT_KIND, t.case_ask_fact(), kinds)),
        FieldView::line(
            6,
            Field::text(names::FACT_AT, t.case_ask_when()).value(now).hint(t.case_ask_when_hint()),
        ),
    ];
    if papers.len() > 1 {
        let paper = Field::select(names::FACT_PAPER, t.case_ask_paper(), papers).optional();
        fields.push(FieldView::line(12, paper));
    }
    fields.push(FieldView::line(12, Field::text(names::FACT_NOTE, t.case_ask_note()).optional()));
    act(
        t.case_record(),
        "plus",
        FactNew::new(case).url(),
        Question { id: "registra", about, fields, style: "btn-1", note: None },
    )
}

/// Puts a recorded date right: `label` is what happened, `at` when as it stands, `papers` those that may prove it with
/// the one that does so now.
#[must_use]
pub fn correct(
    t: &Texts,
    (case, fact): (CaseId, FactId),
    about: &str,
    (label, at): (&str, &str),
    (papers, paper): (Vec<Choice>, String),
) -> Ask {
    let mut fields = vec![
        FieldView::line(
            6,
            Field::text(names::AT, t.case_ask_when()).value(at).hint(t.case_ask_when_hint()).focus(),
        ),
        FieldView::line(12, Field::new(FieldKind::Lines, names::CORRECT_REASON, t.case_ask_reason())),
    ];
    // The first choice is "none": with nothing else there is nothing to choose.
    if papers.len() > 1 {
        let chosen = Field::select(names::PROOF, t.case_fact_proof(), papers).value(paper).optional();
        fields.push(FieldView::line(12, chosen));
    }
    let file = Field::text(names::PROOF_FILE, t.case_fact_proof_file()).hint(t.case_fact_proof_file_hint());
    fields.push(FieldView::new(12, file.optional(), attachment()));
    Ask {
        id: "correggi",
        title: t.case_correct_title(label),
        meta: about.to_owned(),
        action: FactCorrect::new(case, fact).url(),
        fields,
        kept: Vec::new(),
        note: Some(Note {
            kind: NoteKind::Info,
            lead: String::new(),
            text: t.case_correct_note(),
            link: None,
        }),
        submit: t.case_correct_submit(),
        style: "btn-1",
        file: true,
    }
}

/// A file of a kind that papers have.
fn attachment() -> Widget {
    Widget::Attachment { accept: "application/pdf,image/jpeg,image/png".to_owned(), there: Vec::new() }
}

struct Question<'a> {
    id: &'static str,
    about: &'a str,
    fields: Vec<FieldView>,
    style: &'static str,
    note: Option<Note>,
}

fn act(label: String, icon: &'static str, href: String, question: Question<'_>) -> ActLink {
    ActLink {
        icon,
        ask: Some(Ask {
            id: question.id,
            title: label.clone(),
            meta: question.about.to_owned(),
            action: href.clone(),
            fields: question.fields,
            kept: Vec::new(),
            note: question.note,
            submit: label.clone(),
            style: question.style,
            file: false,
        }),
        label,
        href,
    }
}
