//! What billing was told about a case, and why it refused.

use app::cases::CaseView;
use routes::{
    Route,
    console::{CustomerShow, SupplyShow},
};
use texts::Texts;
use web::{
    PageCtx,
    layout::{Link, Note, NoteKind},
};

use super::{log, records::short};
use crate::views::case::MessageLine;

/// The task in which a refusal is put right.
const PUT_RIGHT: &str = "fix_billing";
/// The code of a command that could not be written: its text names the value and what is wrong with it.
const UNWRITTEN: &str = "FORMATO";

/// What a command to billing is about.
fn command(t: &Texts, kind: &str) -> String {
    match kind {
        "customer" => t.case_message_customer(),
        "change_of_holder" => t.case_message_change_of_holder(),
        "activation" => t.case_message_activation(),
        "reading" => t.case_message_reading(),
        "mandate" => t.case_message_mandate(),
        "correction" => t.case_message_correction(),
        "works" => t.case_message_works(),
        "dunning_hold" => t.case_message_dunning_hold(),
        "dunning_release" => t.case_message_dunning_release(),
        "reconnection" => t.case_message_reconnection(),
        "instalment_plan" => t.case_message_instalment_plan(),
        "instalment_plan_end" => t.case_message_instalment_plan_end(),
        "payment" => t.case_message_payment(),
        "payment_reversal" => t.case_message_payment_reversal(),
        other => log::sentence_case(&other.replace('_', " ")),
    }
}

/// The commands with how far they are; of a refused one what billing said.
pub(super) fn messages(cx: &PageCtx, view: &CaseView) -> Vec<MessageLine> {
    let t = cx.t;
    let lines = view.billing.iter().map(|line| {
        let (state, word) = match line.state.as_str() {
            "applied" => ("on", t.case_message_applied()),
            "rejected" => ("bad", t.case_message_rejected()),
            "sent" => ("go", t.case_message_sent()),
            _ => ("half", t.case_message_queued()),
        };
        let number = t.case_message_number(line.seq, line.attempts);
        let why = refusal(t, &line.state, &line.answer_code, &line.answer_text);
        MessageLine {
            title: command(t, &line.kind),
            detail: why.map_or_else(|| number.clone(), |why| format!("{number} · {why}")),
            at: short(cx, line.sent_at.unwrap_or(line.created_at)),
            state,
            word,
            href: None,
            retry: None,
        }
    });
    lines.collect()
}

/// At the head of the task that puts a refusal right: what was refused and why, with the page of what it is about.
pub(super) fn reasons(cx: &PageCtx, view: &CaseView, element: &str) -> Vec<Note> {
    let t = cx.t;
    if element != PUT_RIGHT {
        return Vec::new();
    }
    let refused = view.billing.iter().filter_map(|line| {
        let text = refusal(t, &line.state, &line.answer_code, &line.answer_text)?;
        let customer = view.party.as_ref().map(|party| {
            Link::new(t.case_billing_customer(party.names.display()), CustomerShow::new(party.id).url())
        });
        let supply = view
            .point
            .as_ref()
            .map(|point| Link::new(t.case_billing_supply(&point.code), SupplyShow::new(point.id).url()));
        Some(Note {
            kind: NoteKind::Error,
            lead: format!("{}.", command(t, &line.kind)),
            text: format!("{text}."),
            link: if line.kind == "customer" { customer } else { supply },
        })
    });
    refused.collect()
}

/// Why a command was refused: the code and the words of billing; of a command that could not be written, our own.
fn refusal(t: &Texts, state: &str, code: &str, text: &str) -> Option<String> {
    if state != "rejected" {
        return None;
    }
    let own = text.split_once(':').filter(|_| code == UNWRITTEN).and_then(|(value, problem)| {
        let (value, problem) = (value_name(t, value)?, problem_words(t, problem)?);
        Some(t.case_billing_unwritten(value, problem))
    });
    let text = text.trim().trim_end_matches('.');
    Some(match own {
        Some(own) => own,
        None if text.is_empty() && code.is_empty() => t.case_billing_no_reason(),
        None if text.is_empty() => t.case_billing_code(code),
        None if code.is_empty() => text.to_owned(),
        None => t.case_billing_reason(code, text),
    })
}

/// What is wrong with a value that could not be written.
fn problem_words(t: &Texts, problem: &str) -> Option<String> {
    Some(match problem {
        "missing" => t.case_billing_missing(),
        "not_a_day" => t.case_billing_not_a_day(),
        "not_a_whole_number" => t.case_billing_not_a_number(),
        "not_a_sector" => t.case_billing_not_a_sector(),
        "unknown_command" => t.case_billing_unknown_command(),
        _ => return None,
    })
}

/// What a value of a command is called.
fn value_name(t: &Texts, value: &str) -> Option<String> {
    Some(match value {
        "number" | "customer" => t.case_billing_value_customer(),
        "names" => t.case_billing_value_names(),
        "birth_date" => t.case_billing_value_birth_date(),
        "point" => t.case_billing_value_point(),
        "sector" => t.case_billing_value_sector(),
        "old_contract" => t.case_billing_value_old_contract(),
        "old_ends_on" => t.case_billing_value_old_ends_on(),
        "new_contract" | "contract" => t.case_billing_value_new_contract(),
        "starts_on" => t.case_billing_value_starts_on(),
        "values" => t.case_billing_value_readings(),
        "read_on" => t.case_billing_value_read_on(),
        "umr" => t.case_billing_value_umr(),
        "iban" => t.case_billing_value_iban(),
        "holder" => t.case_billing_value_holder(),
        "signed_on" => t.case_billing_value_signed_on(),
        known @ ("change_of_holder" | "activation" | "reading" | "mandate") => command(t, known),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use kernel::Lang;
    use texts::Texts;

    use super::refusal;

    #[test]
    fn why_a_command_was_refused_is_said_in_words() {
        let it = Texts::of(Lang::It);
        let en = Texts::of(Lang::En);
        let said = |t, code: &str, text: &str| refusal(t, "rejected", code, text).unwrap_or_default();
        assert_eq!(
            said(it, "FORMATO", "starts_on:not_a_day"),
            "Il comando non si può scrivere: decorrenza, non è una data"
        );
        assert_eq!(said(en, "FORMATO", "names:missing"), "The command cannot be written: name, missing");
        assert_eq!(said(it, "E103", "Codice fiscale mancante."), "E103: Codice fiscale mancante");
        assert_eq!(said(it, "E999", ""), "Codice E999, senza altre parole");
        assert_eq!(said(it, "", ""), "La fatturazione non ha detto perché");
        // What an earlier program wrote is shown as it is.
        assert_eq!(said(it, "FORMATO", "starts_on is missing"), "FORMATO: starts_on is missing");
        assert_eq!(refusal(it, "sent", "E103", "x"), None);
    }
}
