//! What an entry of the audit trail says.

use app::cases::CaseView;
use serde_json::Value as Json;
use texts::Texts;

use crate::views::wording::sentence;

/// What was done, in words; the name of the operation when it has none.
pub(super) fn words(t: &Texts, view: &CaseView, operation: &str, details: &str) -> String {
    let details: Json = serde_json::from_str(details).unwrap_or(Json::Null);
    let text = |name: &str| details.get(name).and_then(Json::as_str).unwrap_or_default().to_owned();
    match operation {
        "open_case" => t.case_log_open(),
        "answer_step" => t.case_log_answer(view.pack.element_name(&text("step"), t.lang())),
        "assign_case" if text("to").is_empty() => t.case_log_released(),
        "assign_case" => t.case_log_assign(text("to")),
        "take_next" => t.case_log_take(),
        "suspend_case" => t.case_log_suspend(cause(t, &text("cause"))),
        "resume_case" => t.case_log_resume(),
        "cancel_case" => t.case_log_cancel(text("reason")),
        "case_refused" => t.case_log_refused(sentence(t, &text("reason"), &[])),
        "case_fulfilled" => t.case_log_fulfilled(),
        "comment" => t.case_log_comment(),
        "correct_fact" => t.case_log_correct(fact(t, view, &text("kind"))),
        "hand_in_document" => t.case_log_document(text("title")),
        "open_linked_case" => t.case_log_linked(text("number")),
        "put_appointment" | "move_appointment" => t.case_log_appointment(),
        "cancel_appointment" => t.case_log_appointment_off(),
        "create_party" => t.case_log_party(),
        "change_of_holder" => t.case_log_holder(),
        "retry_incident" => t.case_log_retry(),
        other => other.replace('_', " "),
    }
}

/// The name of a recorded fact: the procedure's own, else its code in words.
pub(super) fn fact(t: &Texts, view: &CaseView, kind: &str) -> String {
    let key = format!("fact-{}", kind.replace('_', "-"));
    view.pack.texts.get(t.lang(), &key, &[]).unwrap_or_else(|| match kind {
        "request_received" => t.case_fact_received(),
        "request_refused" => t.case_fact_refused(),
        other => other.replace('_', " "),
    })
}

/// Why a clock stands still.
pub(super) fn cause(t: &Texts, code: &str) -> String {
    match code {
        "customer" => t.case_cause_customer(),
        "third_party" => t.case_cause_third_party(),
        "permits" => t.case_cause_permits(),
        "force_majeure" => t.case_cause_force_majeure(),
        "date" => t.case_cause_date(),
        other => other.to_owned(),
    }
}
