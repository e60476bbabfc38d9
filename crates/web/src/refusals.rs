//! The sentence of each refusal of a rule: from its stable code to the text people read.

use texts::Texts;

/// Values for a sentence, by name.
type Args<'a> = &'a [(String, String)];

/// The sentence of a refusal. A code without a sentence of its own is named, so that it can be told on.
#[must_use]
pub fn sentence(t: &Texts, code: &str, args: Args<'_>) -> String {
    known(t, code, args).unwrap_or_else(|| t.refusals_other(code))
}

fn known(t: &Texts, code: &str, args: Args<'_>) -> Option<String> {
    let arg =
        |name: &str| args.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value.as_str());
    Some(match code {
        "argument_missing" => t.refusals_argument_missing(arg("argument")),
        "assignee_cannot" => t.refusals_assignee_cannot(),
        "customer_email_missing" => t.refusals_customer_email_missing(),
        "document_of_other_case" => t.refusals_document_of_other_case(),
        "nobody_waits" => t.refusals_nobody_waits(),
        "paper_missing" => t.refusals_paper_missing(arg("kind")),
        "procedure_missing" => t.refusals_procedure_missing(arg("procedure")),
        "too_many_views" => t.refusals_too_many_views(),
        "appointment_over" => t.refusals_appointment_over(),
        "answer_missing" => t.refusals_answer_missing(arg("field")),
        "case_already_started" => t.refusals_case_already_started(),
        "case_already_suspended" => t.refusals_case_already_suspended(),
        "case_ended" => t.refusals_case_ended(),
        "case_not_started" => t.refusals_case_not_started(),
        "case_not_suspended" => t.refusals_case_not_suspended(),
        "contract_changed" => t.refusals_contract_changed(arg("number")),
        "contract_made" => t.refusals_contract_made(),
        "contract_missing" => t.refusals_contract_missing(),
        "fact_gone" => t.refusals_fact_gone(),
        "nothing_blocks" => t.refusals_nothing_blocks(),
        "reading_taken" => t.refusals_reading_taken(arg("register"), arg("value"), arg("day")),
        "nothing_stuck" => t.refusals_nothing_stuck(),
        "nothing_to_take" => t.refusals_nothing_to_take(),
        "own_account" => t.refusals_own_account(),
        "point_missing" => t.refusals_point_missing(),
        "procedure_origin" => t.refusals_procedure_origin(),
        "procedure_role" => t.refusals_procedure_role(),
        "process_ended" => t.refusals_process_ended(),
        "reason_missing" => t.refusals_reason_missing(),
        "register_gone" => t.refusals_register_gone(arg("register")),
        "step_gone" => t.refusals_step_gone(),
        "task_gone" => t.refusals_task_gone(),
        "task_of_role" => t.refusals_task_of_role(arg("role")),
        "waiting_for_customer" => t.refusals_waiting_for_customer(),
        "document_not_ready" => t.refusals_document_not_ready(),
        "idempotency_key_reused" => t.refusals_idempotency_key_reused(),
        _ => return None,
    })
}

/// What to say of a thing that is not there, by its kind; empty for a kind without a sentence of its own, and then the
/// page says that it does not exist itself.
#[must_use]
pub fn missing(t: &Texts, kind: &str) -> String {
    match kind {
        "appointment" => t.refusals_missing_appointment(),
        "view" => t.refusals_missing_view(),
        "case" => t.refusals_missing_case(),
        "document" => t.refusals_missing_document(),
        "fact" => t.refusals_missing_fact(),
        "import" => t.refusals_missing_import(),
        "party" => t.refusals_missing_party(),
        "procedure" => t.refusals_missing_procedure(),
        "process" => t.refusals_missing_process(),
        "supply_point" => t.refusals_missing_supply_point(),
        "user" => t.refusals_missing_user(),
        "incident" => t.refusals_missing_incident(),
        "contract" => t.refusals_missing_contract(),
        "task" => t.refusals_missing_task(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests;
