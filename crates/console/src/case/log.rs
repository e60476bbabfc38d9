//! What an entry of the audit trail says.

use app::{audit::Entry, cases::CaseView};
use kernel::{Actor, Money};
use serde_json::Value as Json;
use texts::Texts;

use crate::views::wording::{known, sentence};

/// What was done, in words; the name of the operation when it has none. `element` names a step of the process,
/// `fact` a recorded date.
pub(crate) fn said(
    t: &Texts,
    operation: &str,
    details: &str,
    element: impl Fn(&str) -> String,
    fact: impl Fn(&str) -> String,
) -> String {
    let details: Json = serde_json::from_str(details).unwrap_or(Json::Null);
    let text = |name: &str| details.get(name).and_then(Json::as_str).unwrap_or_default().to_owned();
    match operation {
        "open_case" => t.case_log_open(),
        "answer_step" => t.case_log_answer(element(&text("step"))),
        "assign_case" if text("to").is_empty() => t.case_log_released(),
        "assign_case" => t.case_log_assign(text("to")),
        "take_next" => match (text("due").parse::<kernel::Date>(), details.get("due")) {
            (Ok(day), _) => t.case_log_take_due(t.date(day)),
            (_, Some(_)) => t.case_log_take_undated(),
            _ => t.case_log_take(),
        },
        "suspend_case" => t.case_log_suspend(cause(t, &text("cause"))),
        "resume_case" => t.case_log_resume(),
        "cancel_case" => t.case_log_cancel(text("reason")),
        "case_refused" => t.case_log_refused(sentence(t, &text("reason"), &[])),
        "case_fulfilled" => t.case_log_fulfilled(),
        "comment" => t.case_log_comment(),
        "correct_fact" => t.case_log_correct(fact(&text("kind"))),
        "record_fact" => t.case_log_fact(fact(&text("kind"))),
        "hand_in_document" => t.case_log_document(text("title")),
        "open_linked_case" => t.case_log_linked(text("number")),
        "follow_case" => t.case_log_follows(text("number")),
        "reclassify_case" => t.case_log_reclassified(text("to")),
        "link_case" => t.case_log_related(text("number")),
        "hold_bills" => t.case_log_held(),
        "release_bills" => t.case_log_let_go(),
        "put_appointment" | "move_appointment" => t.case_log_appointment(),
        "appointment_untold" => t.case_log_appointment_untold(text("name")),
        "cancel_appointment" => t.case_log_appointment_off(),
        "create_party" => t.case_log_party(),
        "correct_party" => t.case_log_correct_party(text("number")),
        "correct_contract" => t.case_log_correct_contract(text("number")),
        "change_of_holder" => t.case_log_holder(),
        "retry_incident" => t.case_log_retry(),
        "record_contact" => t.case_log_contact(),
        "record_reading" => t.case_log_reading(),
        "change_party" => t.case_log_party_changed(),
        "close_visit" if text("outcome") == "customer_absent" => t.case_log_visit_missed(),
        "close_visit" if text("outcome") == "not_come" => t.case_log_visit_not_done(),
        "close_visit" => t.case_log_visit_kept(),
        "hold_clock" => t.case_log_clock_held(cause(t, &text("cause"))),
        "change_meter" => t.case_log_meter(),
        "update_point" => t.case_log_point(),
        "verify_reading" => t.case_log_reading_verified(),
        "agree_plan" => t.case_log_plan_agreed(text("plan")),
        "end_plan" => t.case_log_plan_ended(text("plan")),
        "restore_supply" => t.case_log_restored(),
        other => of_charges(t, other, &details)
            .or_else(|| of_accounts(t, other, &text))
            .or_else(|| of_counter(t, other, &details))
            .unwrap_or_else(|| other.replace('_', " ")),
    }
}

/// What became of amounts the case asks for, and of its links.
fn of_charges(t: &Texts, operation: &str, details: &Json) -> Option<String> {
    let text = |name: &str| details.get(name).and_then(Json::as_str).unwrap_or_default().to_owned();
    let cents = details.get("amount_cents").and_then(Json::as_i64).unwrap_or_default();
    let amount = t.money(kernel::Money::from_cents(cents));
    let number = text("number");
    Some(match operation {
        "charge_asked" => t.case_log_charge_asked(amount, number),
        "charge_credited" => t.case_log_charge_credited(amount, number),
        "charge_payment" => t.case_log_charge_payment(amount, number),
        "charge_on_account" => t.case_log_charge_on_account(amount, number),
        "charge_dropped" => t.case_log_charge_dropped(amount, number),
        "charge_reopened" => t.case_log_charge_reopened(amount, number),
        "charge_not_told" => t.case_log_charge_not_told(number),
        "issue_link" => match text("until").parse::<kernel::Date>() {
            Ok(day) => t.case_log_link_issued(t.date(day)),
            Err(_) => return None,
        },
        "use_link" => t.case_log_link_used(text("name"), text("address")),
        _ => return None,
    })
}

/// What was done to accounts, offices and imports.
fn of_accounts(t: &Texts, operation: &str, text: &impl Fn(&str) -> String) -> Option<String> {
    Some(match operation {
        "sign_in" => t.audit_sign_in(text("address")),
        "sign_in_failed" => t.audit_sign_in_failed(),
        "add_user" => t.audit_add_user(text("name")),
        "set_password" => t.audit_set_password(),
        "set_active" => t.audit_set_active(),
        "set_roles" => t.audit_set_roles(),
        "unlock_user" => t.audit_unlock(),
        "set_preferences" => t.audit_preferences(),
        "save_office" => t.audit_office(text("name")),
        "make_token" => t.audit_token(),
        "save_view" => t.audit_view(text("name")),
        "import" => t.audit_import(),
        other => return of_distributors(t, other, text),
    })
}

/// What was done to requests to distributors and to their files.
fn of_distributors(t: &Texts, operation: &str, text: &impl Fn(&str) -> String) -> Option<String> {
    Some(match operation {
        "ask_distributor" => t.exchange_log_ask(text("request")),
        "distributor_answered" => t.exchange_log_answered(text("flow"), text("request")),
        "assign_distributor_message" => t.exchange_log_assign(text("request")),
        "dismiss_distributor_message" => t.exchange_log_dismiss(text("reason")),
        "take_in_distributor_file" => t.exchange_log_take_in(text("name")),
        "apply_distributor_file" => t.exchange_log_apply(),
        "undo_distributor_file" => t.exchange_log_undo(),
        "prepare_contract" => t.exchange_log_prepare(),
        "drop_contract" => t.exchange_log_drop(),
        "activate_supply" => t.exchange_log_activate(),
        _ => return None,
    })
}

/// What was done at the till, and to bills.
fn of_counter(t: &Texts, operation: &str, details: &Json) -> Option<String> {
    let text = |name: &str| details.get(name).and_then(Json::as_str).unwrap_or_default();
    let cents = |name: &str| Money::from_cents(details.get(name).and_then(Json::as_i64).unwrap_or_default());
    let amount = |name: &str| t.money(cents(name));
    let number = text("number");
    Some(match operation {
        "cash_in" => t.audit_cash_in(amount("total_cents"), number),
        "reverse_receipt" if text("second").is_empty() => {
            t.audit_reversed(number, amount("total_cents"), text("reason"))
        }
        "reverse_receipt" => {
            t.audit_reversed_second(text("second"), number, amount("total_cents"), text("reason"))
        }
        "open_till" => t.audit_till_opened(number, amount("float_cents")),
        "close_till" if cents("difference_cents") == Money::ZERO => {
            t.audit_till_closed(number, amount("counted_cents"))
        }
        "close_till" => {
            let words = t.audit_till_closed_off(
                number,
                amount("counted_cents"),
                amount("expected_cents"),
                amount("difference_cents"),
            );
            let why = [text("reason"), text("second")].map(str::to_owned).into_iter();
            let told: Vec<String> =
                std::iter::once(words).chain(why.filter(|word| !word.is_empty())).collect();
            told.join(", ")
        }
        "deposit_till" => t.audit_till_deposited(amount("deposit_cents"), number),
        "reprint_bill" if details.get("slip_only") == Some(&Json::Bool(true)) => {
            t.audit_reprinted_slip(number)
        }
        "reprint_bill" => t.audit_reprinted(number),
        _ => return None,
    })
}

/// Why a case was refused or held: in the words of its procedure, else the sentence of the code.
pub(super) fn reason_words(t: &Texts, view: &CaseView, code: &str) -> String {
    let own = view.pack.texts.get(t.lang(), &format!("reason-{}", code.replace('_', "-")), &[]);
    let letter = || view.pack.texts.get(t.lang(), &format!("refusal-{}", code.replace('_', "-")), &[]);
    own.or_else(|| known(t, code, &[])).or_else(letter).unwrap_or_else(|| sentence(t, code, &[]))
}

/// The code of a reason among the details of an entry.
fn details_reason(details: &str) -> Option<String> {
    let details: Json = serde_json::from_str(details).ok()?;
    Some(details.get("reason")?.as_str()?.to_owned())
}

/// What was done to a case.
pub(super) fn words(t: &Texts, view: &CaseView, operation: &str, details: &str) -> String {
    let element = |id: &str| view.pack.element_name(id, t.lang());
    let reason = details_reason(details).filter(|_| operation == "case_refused");
    if let Some(code) = reason {
        return t.case_log_refused(reason_words(t, view, &code));
    }
    said(t, operation, details, element, |kind| fact(t, view, kind))
}

/// Who did what an entry tells of.
pub(crate) fn who(t: &Texts, entry: &Entry) -> String {
    serde_json::from_str(&entry.actor).map_or_else(|_| entry.actor_name(), |known| actor(t, &known))
}

/// A person's name; the program itself by its own.
pub(crate) fn actor(t: &Texts, actor: &Actor) -> String {
    match actor {
        Actor::System { .. } => t.case_by_program(),
        known => known.name().to_owned(),
    }
}

/// Words with a capital at their beginning.
pub(crate) fn sentence_case(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The name of a recorded fact: the procedure's own, else its code in words.
pub(super) fn fact(t: &Texts, view: &CaseView, kind: &str) -> String {
    let key = format!("fact-{}", kind.replace('_', "-"));
    view.pack.texts.get(t.lang(), &key, &[]).unwrap_or_else(|| common_fact(t, kind))
}

/// The name of a recorded fact without its procedure.
pub(crate) fn common_fact(t: &Texts, kind: &str) -> String {
    match kind {
        "request_received" => t.case_fact_received(),
        "request_refused" => t.case_fact_refused(),
        "integration_asked" => t.case_fact_integration(),
        "documents_received" => t.case_fact_documents(),
        other => sentence_case(&other.replace('_', " ")),
    }
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
