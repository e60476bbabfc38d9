//! The sentence of a code: what a check found, why an operation did not happen. Codes are stable and come from the
//! rules; words live in `texts/*/findings.ftl`.

use app::cases::CaseView;
use kernel::Date;
use texts::Texts;

/// Values of a sentence by name.
pub type Args<'a> = &'a [(String, String)];

fn raw(args: Args<'_>, name: &str) -> String {
    args.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone()).unwrap_or_default()
}

fn day(t: &Texts, args: Args<'_>, name: &str) -> String {
    let value = raw(args, name);
    value.parse::<Date>().map_or(value, |date| t.date(date))
}

fn count(t: &Texts, args: Args<'_>, name: &str) -> String {
    let value = raw(args, name);
    value.parse::<i64>().map_or(value, |number| t.number(number))
}

fn amount(t: &Texts, args: Args<'_>, name: &str) -> String {
    let value = raw(args, name);
    // Rules write amounts the Italian way, whatever the language of the page.
    let figures = value.replace(['€', '\u{a0}', ' '], "");
    kernel::Money::parse_italian(&figures).map_or(value, |amount| t.money(amount))
}

/// What was found about the request of a case: in the words of its procedure (`finding-<code>`), else the sentence of the
/// code.
#[must_use]
pub fn finding(t: &Texts, view: &CaseView, code: &str, args: Args<'_>) -> String {
    let key = format!("finding-{}", code.replace('_', "-"));
    let words = |name: &str, value: &str| match name {
        "amount" => amount(t, args, name),
        // Days are kept as the registry has them, and read as people write them.
        "day" => value.parse::<kernel::Date>().map_or_else(|_| value.to_owned(), |day| t.date(day)),
        _ => value.to_owned(),
    };
    let values: Vec<(&str, String)> =
        args.iter().map(|(name, value)| (name.as_str(), words(name, value))).collect();
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    view.pack.texts.get(t.lang(), &key, &values).unwrap_or_else(|| sentence(t, code, args))
}

/// The sentence of a code; a code without one of its own says that the value cannot be taken.
#[must_use]
pub fn sentence(t: &Texts, code: &str, args: Args<'_>) -> String {
    known(t, code, args).unwrap_or_else(|| t.findings_other())
}

/// The sentence of a code that has one here.
#[must_use]
pub fn known(t: &Texts, code: &str, args: Args<'_>) -> Option<String> {
    about_values(t, code, args)
        .or_else(|| about_registry(t, code, args))
        .or_else(|| about_cases(t, code, args))
        .or_else(|| about_plans(t, code, args))
}

/// Sentences about values that were typed.
fn about_values(t: &Texts, code: &str, args: Args<'_>) -> Option<String> {
    Some(match code {
        "required" => t.findings_required(),
        "date_form" => t.findings_date_form(),
        "date_in_future" => t.findings_date_in_future(),
        "date_in_past" => t.findings_date_in_past(),
        "tax_code_length" => t.findings_tax_code_length(raw(args, "found")),
        "tax_code_character" => t.findings_tax_code_character(raw(args, "position"), raw(args, "found")),
        "tax_code_check_character" => t.findings_tax_code_check_character(raw(args, "expected")),
        "tax_code_date" => t.findings_tax_code_date(),
        "vat_length" => t.findings_vat_length(raw(args, "found")),
        "vat_character" => t.findings_vat_character(),
        "vat_check_digit" => t.findings_vat_check_digit(),
        "iban_country" => t.findings_iban_country(),
        "iban_length" => t.findings_iban_length(raw(args, "found"), raw(args, "expected")),
        "iban_check" => t.findings_iban_check(),
        "email" => t.findings_email(),
        "phone" => t.findings_phone(),
        "number" => t.findings_number(),
        "integer" => t.findings_integer(),
        "money" => t.findings_money(),
        "amount_form" => t.findings_amount_form(),
        "power_form" => t.findings_power_form(),
        "iban" => t.findings_iban(),
        "vat_number" => t.findings_vat_number(),
        "wrong_type" => t.findings_wrong_type(),
        "too_small" => t.findings_too_small(raw(args, "least")),
        "too_large" => t.findings_too_large(raw(args, "most")),
        "too_long" => t.findings_too_long(),
        "rows_few" => t.findings_rows_few(raw(args, "least")),
        "rows_many" => t.findings_rows_many(raw(args, "most")),
        "quantity_none" => t.findings_quantity_none(),
        "postcode" => t.findings_postcode(),
        "province" => t.findings_province(),
        "choice_unknown" => t.findings_choice_unknown(),
        "field_check" => t.findings_field_check(),
        "reason_missing" => t.findings_reason_missing(),
        "end_before_start" => t.findings_end_before_start(),
        "file_too_large" => t.findings_file_too_large(),
        "name_taken" => t.findings_name_taken(),
        "file_kind" => t.findings_file_kind(),
        _ => return None,
    })
}

/// Sentences about supplies, customers and contracts.
fn about_registry(t: &Texts, code: &str, args: Args<'_>) -> Option<String> {
    Some(match code {
        "point_missing" => t.findings_point_missing(),
        "point_suspended" => t.findings_point_suspended(),
        "point_inactive" => t.findings_point_inactive(),
        "point_removed" => t.findings_point_removed(),
        "contract_missing" => t.findings_contract_missing(),
        "contract_ended" => t.findings_contract_ended(),
        "contract_ending" => t.findings_contract_ending(),
        "contract_suspended" => t.findings_contract_suspended(),
        "contract_changed" => t.findings_contract_changed(raw(args, "number")),
        "contract_made" => t.findings_contract_made(),
        "supply_activated" => t.findings_supply_activated(),
        "same_voltura_open" => t.findings_same_voltura_open(raw(args, "number")),
        "same_voltura_draft" => t.findings_same_voltura_draft(raw(args, "number"), raw(args, "operator")),
        "other_case_open" => t.findings_other_case_open(raw(args, "number")),
        "party_gone" => t.findings_party_gone(),
        "party_unreachable" => t.findings_party_unreachable(),
        "namesake_exists" => t.findings_namesake_exists(raw(args, "name"), raw(args, "number")),
        "tax_code_provisional" => t.findings_tax_code_provisional(),
        "mortis_causa_title" => t.findings_mortis_causa_title(),
        "party_exists" => t.findings_party_exists(raw(args, "name")),
        "party_already_holder" => t.findings_party_already_holder(),
        "same_case_open" => t.findings_same_case_open(raw(args, "number")),
        "meter_missing" => t.findings_meter_missing(),
        "nothing_changes" => t.findings_nothing_changes(),
        "change_of_company" => t.findings_change_of_company(),
        "change_of_person" => t.findings_change_of_person(),
        "tax_code_missing" => t.findings_tax_code_missing(),
        "title_proof_missing" => t.findings_title_proof_missing(),
        "debt_declaration_missing" => t.findings_debt_declaration_missing(amount(t, args, "amount")),
        "debt_of_occupant" => t.findings_debt_of_occupant(amount(t, args, "amount")),
        "debt_of_outgoing_holder" => t.findings_debt_of_outgoing_holder(amount(t, args, "amount")),
        "start_too_early" => t.findings_start_too_early(raw(args, "days")),
        "start_too_late" => t.findings_start_too_late(raw(args, "days")),
        "start_before_old_contract" => t.findings_start_before_old_contract(day(t, args, "day")),
        _ => return about_readings(t, code, args),
    })
}

/// Sentences about readings and power.
fn about_readings(t: &Texts, code: &str, args: Args<'_>) -> Option<String> {
    Some(match code {
        "reading_far_from_start" => t.findings_reading_far_from_start(raw(args, "days"), day(t, args, "day")),
        "reading_taken" => {
            t.findings_reading_taken(raw(args, "register"), count(t, args, "value"), day(t, args, "day"))
        }
        "power_not_offered" => t.findings_power_not_offered(),
        "reading_in_future" => t.findings_reading_in_future(),
        "reading_not_after_last" => t.findings_reading_not_after_last(day(t, args, "last_on")),
        "reading_digits" => t.findings_reading_digits(raw(args, "digits")),
        "reading_negative" => t.findings_reading_negative(),
        "reading_below_last" => t.findings_reading_below_last(count(t, args, "last")),
        "reading_roll_over" => {
            t.findings_reading_roll_over(count(t, args, "last"), count(t, args, "consumption"))
        }
        "reading_above_expected" => t.findings_reading_above_expected(
            count(t, args, "consumption"),
            count(t, args, "low"),
            count(t, args, "high"),
        ),
        "price_unknown" => t.findings_price_unknown(raw(args, "code")),
        "price_fixed" => t.findings_price_fixed(raw(args, "code")),
        "price_open" => t.findings_price_open(raw(args, "code")),
        "price_negative" => t.findings_price_negative(),
        "register_gone" => t.findings_register_gone(raw(args, "register")),
        "power_not_more" => t.findings_power_not_more(),
        "phases_three_needed" => t.findings_phases_three_needed(),
        "voltage_phases" => t.findings_voltage_phases(),
        _ => return None,
    })
}

/// Sentences about plans of instalments and supplies that were cut.
fn about_plans(t: &Texts, code: &str, args: Args<'_>) -> Option<String> {
    Some(match code {
        "plan_nothing_owed" => t.findings_plan_nothing_owed(),
        "plan_down_payment" => t.findings_plan_down_payment(),
        "plan_too_few" => t.findings_plan_too_few(raw(args, "least")),
        "plan_too_many" => t.findings_plan_too_many(raw(args, "most")),
        "plan_first_due_early" => t.findings_plan_first_due_early(),
        "plan_first_due_late" => t.findings_plan_first_due_late(),
        "plan_rhythm" => t.findings_plan_rhythm(),
        "plan_proportions" => t.findings_plan_proportions(),
        "plan_too_small" => t.findings_plan_too_small(amount(t, args, "smallest")),
        "plan_missing" => t.findings_plan_missing(),
        "schedule_missing" => t.findings_schedule_missing(),
        "bill_in_plan" => t.findings_bill_in_plan(raw(args, "number")),
        "bill_missing" => t.findings_bill_missing(),
        "bill_of_another" => t.findings_bill_of_another(raw(args, "number")),
        "restored_before_cut" => t.findings_restored_before_cut(day(t, args, "day")),
        _ => return None,
    })
}

/// Sentences about cases and their steps.
fn about_cases(t: &Texts, code: &str, args: Args<'_>) -> Option<String> {
    Some(match code {
        "case_ended" => t.findings_case_ended(),
        "case_already_started" => t.findings_case_already_started(),
        "case_not_started" => t.findings_case_not_started(),
        "case_already_suspended" => t.findings_case_already_suspended(),
        "case_not_suspended" => t.findings_case_not_suspended(),
        "waiting_for_customer" => t.findings_waiting_for_customer(),
        "nothing_blocks" => t.findings_nothing_blocks(),
        "not_feasible" => t.findings_not_feasible(),
        "customer_silent" => t.findings_customer_silent(),
        "fact_gone" => t.findings_fact_gone(),
        "task_gone" => t.findings_task_gone(),
        "task_of_role" => t.findings_task_of_role(role(t, &raw(args, "role"))),
        "step_gone" => t.findings_step_gone(),
        "answer_missing" => t.findings_answer_missing(raw(args, "field")),
        "process_ended" => t.findings_process_ended(),
        "assignee_cannot" => t.findings_assignee_cannot(),
        "too_many_views" => t.findings_too_many_views(),
        "nothing_stuck" => t.findings_nothing_stuck(),
        "nothing_to_take" => t.findings_nothing_to_take(),
        "appointment_over" => t.findings_appointment_over(),
        "procedure_by_act" => t.refusals_procedure_by_act(),
        "procedure_origin" => t.findings_procedure_origin(),
        "procedure_role" => t.findings_procedure_role(),
        _ => return None,
    })
}

/// The name of a role; its code when it has none here.
#[must_use]
pub fn role(t: &Texts, code: &str) -> String {
    match code {
        "operator" => t.findings_role_operator(),
        "call_centre" => t.findings_role_call_centre(),
        "back_office" => t.findings_role_back_office(),
        "agent" => t.findings_role_agent(),
        "technician" => t.findings_role_technician(),
        "quality" => t.findings_role_quality(),
        "supervisor" => t.findings_role_supervisor(),
        "administrator" => t.findings_role_administrator(),
        other => other.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use kernel::Lang;
    use texts::Texts;

    use super::sentence;

    #[test]
    fn values_of_a_sentence_are_written_as_people_write_them() {
        let t = Texts::of(Lang::It);
        let args = |list: &[(&str, &str)]| -> Vec<(String, String)> {
            list.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
        };
        for (code, list, expected) in [
            (
                "reading_not_after_last",
                args(&[("last_on", "2026-02-28")]),
                "Deve essere dopo l’ultima, 28/02/2026",
            ),
            ("reading_below_last", args(&[("last", "1284")]), "Almeno 1.284. Cifre scambiate?"),
            ("task_of_role", args(&[("role", "technician")]), "Questo passo è di un altro ruolo: tecnico"),
            ("never_heard_of", Vec::new(), "Questo valore non può essere accettato"),
        ] {
            assert_eq!(sentence(t, code, &list), expected, "{code}");
        }
    }
}
