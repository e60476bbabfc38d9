//! The sentence of each refusal of a rule: from its stable code to the text people read.

use kernel::Money;
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
        "argument_no_moment" => t.refusals_argument_no_moment(arg("on")),
        "assignee_cannot" => t.refusals_assignee_cannot(),
        "customer_email_missing" => t.refusals_customer_email_missing(),
        "document_of_other_case" => t.refusals_document_of_other_case(),
        "nobody_waits" => t.refusals_nobody_waits(),
        "paper_missing" => t.refusals_paper_missing(arg("kind")),
        "procedure_missing" => t.refusals_procedure_missing(arg("procedure")),
        "too_many_views" => t.refusals_too_many_views(),
        "appointment_over" => t.refusals_appointment_over(),
        "answer_missing" => t.refusals_answer_missing(arg("field")),
        "already_reclassified" => t.refusals_already_reclassified(arg("number")),
        "role_unknown" => t.refusals_role_unknown(arg("role")),
        "case_missing" => t.refusals_case_missing(arg("number")),
        "case_same" => t.refusals_case_same(),
        "case_waits_for_this" => t.refusals_case_waits_for_this(arg("number")),
        "case_already_started" => t.refusals_case_already_started(),
        "case_already_suspended" => t.refusals_case_already_suspended(),
        "case_ended" => t.refusals_case_ended(),
        "case_not_started" => t.refusals_case_not_started(),
        "case_not_suspended" => t.refusals_case_not_suspended(),
        "contract_changed" => t.refusals_contract_changed(arg("number")),
        "contract_made" => t.refusals_contract_made(),
        "supply_activated" => t.refusals_supply_activated(),
        "contract_missing" => t.refusals_contract_missing(),
        "fact_gone" => t.refusals_fact_gone(),
        "nothing_blocks" => t.refusals_nothing_blocks(),
        "reading_taken" => t.refusals_reading_taken(arg("register"), arg("value"), arg("day")),
        "nothing_stuck" => t.refusals_nothing_stuck(),
        "nothing_to_take" => t.refusals_nothing_to_take(),
        "own_account" => t.refusals_own_account(),
        "point_missing" => t.refusals_point_missing(),
        "party_gone" => t.findings_party_gone(),
        "billing_kind_unknown" => t.refusals_billing_kind_unknown(arg("kind")),
        "procedure_by_act" => t.refusals_procedure_by_act(),
        "origin_unknown" => t.refusals_origin_unknown(arg("origin")),
        "procedure_origin" => t.refusals_procedure_origin(),
        "procedure_role" => t.refusals_procedure_role(),
        "process_ended" => t.refusals_process_ended(),
        "reason_missing" => t.refusals_reason_missing(),
        "register_gone" => t.refusals_register_gone(arg("register")),
        "step_gone" => t.refusals_step_gone(),
        "task_gone" => t.refusals_task_gone(),
        "task_of_second_person" => t.refusals_task_of_second_person(),
        "task_of_role" => t.refusals_task_of_role(arg("role")),
        "waiting_for_customer" => t.refusals_waiting_for_customer(),
        "case_open_still_draft" => t.refusals_case_open_still_draft(arg("procedure")),
        "cause_unknown" => t.refusals_cause_unknown(arg("cause")),
        "hold_backwards" => t.refusals_hold_backwards(arg("from"), arg("to")),
        "document_not_ready" => t.refusals_document_not_ready(),
        "idempotency_key_reused" => t.refusals_idempotency_key_reused(),
        _ => return of_visits(t, code, &arg).or_else(|| of_money(t, code, &arg)),
    })
}

/// Refusals of visits and of works on the spot.
fn of_visits<'a>(t: &Texts, code: &str, arg: &dyn Fn(&str) -> &'a str) -> Option<String> {
    Some(match code {
        "band_unknown" => t.refusals_band_unknown(arg("band")),
        "band_too_wide" => t.refusals_band_too_wide(arg("hours")),
        "date_past" => t.refusals_date_past(),
        "date_not_worked" => t.refusals_date_not_worked(),
        "arrived_unknown" => t.refusals_arrived_unknown(arg("arrived")),
        "meter_unknown" => t.refusals_meter_unknown(arg("serial")),
        "meter_there" => t.refusals_meter_there(arg("serial"), arg("point")),
        "register_missing" => t.refusals_register_missing(arg("register")),
        _ => return of_arrears(t, code, arg),
    })
}

/// Refusals of plans of instalments and of supplies that come back.
fn of_arrears<'a>(t: &Texts, code: &str, arg: &dyn Fn(&str) -> &'a str) -> Option<String> {
    Some(match code {
        "bill_in_plan" => t.refusals_bill_in_plan(arg("number")),
        "plan_end_reason" => t.refusals_plan_end_reason(),
        "plan_missing" => t.refusals_plan_missing(),
        "restored_before_cut" => t.refusals_restored_before_cut(arg("day")),
        "schedule_missing" => t.refusals_schedule_missing(),
        _ => return None,
    })
}

/// Refusals of the till and of bills.
fn of_money<'a>(t: &Texts, code: &str, arg: &dyn Fn(&str) -> &'a str) -> Option<String> {
    Some(match code {
        "bill_none" => t.refusals_bill_none(),
        "bill_too_many" => t.refusals_bill_too_many(),
        "bill_of_several" => t.refusals_bill_of_several(),
        "bill_nothing_to_pay" => t.refusals_bill_nothing_to_pay(),
        "bill_not_reprinted" => t.refusals_bill_not_reprinted(),
        "mail_address_missing" => t.refusals_mail_address_missing(),
        "document_failed" => t.refusals_document_failed(),
        "till_closed" => t.refusals_till_closed(),
        "till_open" => t.refusals_till_open(),
        "till_no_office" => t.refusals_till_no_office(),
        "till_moved" => t.refusals_till_moved(),
        "till_deposited" => t.refusals_till_deposited(),
        "till_count_unread" => t.refusals_till_count_unread(),
        "cash_nothing" => t.refusals_cash_nothing(),
        "cash_charge_closed" => t.refusals_cash_charge_closed(),
        "charge_paid" => t.refusals_charge_paid(arg("number")),
        "customer_missing" => t.refusals_customer_missing(),
        "argument_no_amount" => t.refusals_argument_no_amount(arg("amount")),
        "argument_no_day" => t.refusals_argument_no_day(arg("day")),
        "link_until_past" => t.refusals_link_until_past(arg("day")),
        "link_fields" => t.refusals_link_fields(arg("task")),
        "cash_bill_paid" => t.refusals_cash_bill_paid(),
        "cash_amount_unread" => t.refusals_cash_amount_unread(),
        "card_declined" => t.refusals_card_declined(),
        "card_unknown" => t.refusals_card_unknown(),
        "card_given_back" => t.refusals_card_given_back(),
        "card_not_given_back" => t.refusals_card_not_given_back(),
        "card_terminal_missing" => t.refusals_card_terminal_missing(),
        "bill_missing" => t.refusals_bill_missing(),
        "bill_of_another" => t.refusals_bill_of_another(arg("number")),
        "receipt_reversed" => t.refusals_receipt_reversed(),
        "second_person_wrong" => t.refusals_second_person_wrong(),
        "second_person_may_not" => t.refusals_second_person_may_not(),
        "second_person_same" => t.refusals_second_person_same(),
        "cash_not_positive" => t.refusals_cash_not_positive(arg("number")),
        "cash_too_much" => t.refusals_cash_too_much(arg("number"), euro(t, arg("open"))),
        "cash_not_enough" => t.refusals_cash_not_enough(euro(t, arg("missing"))),
        "cash_no_change" => t.refusals_cash_no_change(euro(t, arg("excess"))),
        "cash_limit" => t.refusals_cash_limit(euro(t, arg("limit")), euro(t, arg("before"))),
        "cash_reference_missing" => t.refusals_cash_reference_missing(means(t, arg("means"))),
        "cash_negative" => t.refusals_cash_negative(means(t, arg("means"))),
        "till_difference_reason" => t.refusals_till_difference_reason(euro(t, arg("difference"))),
        "till_difference_second" => t.refusals_till_difference_second(euro(t, arg("difference"))),
        "till_deposit_too_large" => t.refusals_till_deposit_too_large(euro(t, arg("counted"))),
        "second_person_missing" => t.refusals_second_person_missing(euro(t, arg("above"))),
        _ => return of_distributors(t, code, arg),
    })
}

/// Sentences about distributors and their files.
fn of_distributors<'a>(t: &Texts, code: &str, arg: &dyn Fn(&str) -> &'a str) -> Option<String> {
    Some(match code {
        "distributor_file_unreadable" => t.refusals_distributor_file_unreadable(arg("reason")),
        "distributor_undo_later_file" => t.refusals_distributor_undo_later_file(),
        "distributor_undo_not_applied" => t.refusals_distributor_undo_not_applied(),
        "distributor_undo_taken_in" => t.refusals_distributor_undo_taken_in(),
        "distributor_unknown" => t.refusals_distributor_unknown(arg("name")),
        "message_does_not_fit" => t.refusals_message_does_not_fit(),
        "message_unreadable" => t.refusals_message_unreadable(),
        "point_code_wrong" => t.refusals_point_code_wrong(arg("code")),
        "point_has_holder" => t.refusals_point_has_holder(),
        "setting_wrong" => t.refusals_setting_wrong(arg("setting")),
        _ => return None,
    })
}

/// An amount that travels in cents.
fn euro(t: &Texts, cents: &str) -> String {
    cents.parse().map_or_else(|_| cents.to_owned(), |cents| t.money(Money::from_cents(cents)))
}

/// The word of a means of payment.
fn means(t: &Texts, code: &str) -> String {
    match code {
        "cash" => t.till_cash(),
        "card" => t.till_card(),
        "pagopa" => t.till_pagopa(),
        "transfer" => t.till_transfer(),
        "cheque" => t.till_cheque(),
        other => other.to_owned(),
    }
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
        "message" => t.refusals_missing_message(),
        "party" => t.refusals_missing_party(),
        "procedure" => t.refusals_missing_procedure(),
        "process" => t.refusals_missing_process(),
        "supply_point" => t.refusals_missing_supply_point(),
        "user" => t.refusals_missing_user(),
        "incident" => t.refusals_missing_incident(),
        "contract" => t.refusals_missing_contract(),
        "task" => t.refusals_missing_task(),
        "command" => t.refusals_missing_command(),
        "receipt" => t.refusals_missing_receipt(),
        "bill" => t.refusals_missing_bill(),
        "till" => t.refusals_missing_till(),
        "charge" => t.refusals_missing_charge(),
        "plan" => t.refusals_missing_plan(),
        "form" => t.refusals_missing_form(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests;
