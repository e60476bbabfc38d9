//! Tax codes, VAT numbers and e-mail addresses of customers: what stops a row, and what it is only warned about.

use domain::import::{Holder, Reason};
use kernel::codes::{Sex, TaxCode, TaxCodeError, VatNumber, VatNumberError};

use super::super::cells::Cells;
use super::super::sentences;

/// The VAT number, where there is one.
pub(super) fn vat_number(cells: &mut Cells<'_>) -> Option<VatNumber> {
    let text = cells.optional("vat_number")?;
    match VatNumber::parse(&text) {
        Ok(vat_number) => Some(vat_number),
        Err(problem) => {
            let reason = match problem {
                VatNumberError::Length { .. } | VatNumberError::Character { .. } => Reason::VatNumberFormat,
                VatNumberError::CheckDigit { .. } | VatNumberError::Zero => Reason::VatNumberCheckDigit,
                VatNumberError::Office { .. } => Reason::VatNumberOffice,
            };
            cells.refuse("vat_number", reason, sentences::vat_number(&problem));
            None
        }
    }
}

/// The tax code, where there is one, compared with what the row says of its holder.
pub(super) fn tax_code(cells: &mut Cells<'_>, holder: Option<&Holder>) -> Option<TaxCode> {
    let Some(text) = cells.optional("tax_code") else {
        // An organisation with a VAT number has said who it is.
        if matches!(holder, Some(Holder::Person { .. })) || cells.text("vat_number").is_empty() {
            cells.warn("tax_code", Reason::TaxCodeMissing, sentences::tax_code_missing());
        }
        return None;
    };
    match TaxCode::parse(&text) {
        Ok(tax_code) => {
            compare(cells, &tax_code, holder);
            Some(tax_code)
        }
        // An organisation often repeats its VAT number, whose own check has spoken: one cause, one reason.
        Err(_) if text == cells.text("vat_number") => None,
        Err(problem) => {
            cells.refuse("tax_code", reason(&text, &problem), sentences::tax_code(&problem));
            None
        }
    }
}

/// A code with an impossible month or day usually has a wrong check character too, and then that is the reason; the
/// sentence still says which character is wrong.
fn reason(text: &str, problem: &TaxCodeError) -> Reason {
    match problem {
        TaxCodeError::Length { .. } => Reason::TaxCodeLength,
        TaxCodeError::CheckCharacter { .. } => Reason::TaxCodeCheckCharacter,
        TaxCodeError::Character { .. }
        | TaxCodeError::Month { .. }
        | TaxCodeError::Day { .. }
        | TaxCodeError::Zero => {
            let found = text.trim().chars().next_back().map(|c| c.to_ascii_uppercase());
            let expected = TaxCode::expected_check_character(text);
            if expected.is_some() && expected != found {
                Reason::TaxCodeCheckCharacter
            } else {
                Reason::TaxCodeFormat
            }
        }
    }
}

fn compare(cells: &mut Cells<'_>, tax_code: &TaxCode, holder: Option<&Holder>) {
    let Some(Holder::Person { surname, name, birth_date, sex, .. }) = holder else {
        return;
    };
    if !tax_code.matches_name(surname, name) {
        let letters = TaxCode::name_letters(surname, name);
        cells.warn(
            "tax_code",
            Reason::TaxCodeDiffersFromName,
            sentences::tax_code_differs_from_name(&letters),
        );
    }
    let other_birth = birth_date.and_then(|date| tax_code.matches_birth_date(date)) == Some(false);
    let other_sex = |sex: Sex| tax_code.sex().is_some_and(|said| said != sex);
    if other_birth || sex.is_some_and(other_sex) {
        cells.warn("tax_code", Reason::TaxCodeDiffersFromBirth, sentences::tax_code_differs_from_birth());
    }
}

/// Whether a mail could be sent there: one `@`, something before it, a domain with a point after it, no white space.
/// Letters beyond ASCII are allowed (RFC 6531).
pub(super) fn looks_like_email(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else {
        return false;
    };
    let strange = |c: char| c.is_whitespace() || c.is_control() || ",;:<>()[]\"\\@".contains(c);
    let labels = || domain.split('.');
    !local.is_empty()
        && !text.contains(' ')
        && !local.contains(strange)
        && !domain.contains(strange)
        && labels().count() >= 2
        && labels().all(|label| !label.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_that_could_receive_mail_are_told_from_others() {
        for text in ["a.b@example.it", "nicolò.rizzo12@example.it", "info+x@sub.example.org"] {
            assert!(looks_like_email(text), "{text}");
        }
        for text in [
            "ted at example.it",
            "@example.it",
            "a@",
            "a@example",
            "a@b..it",
            "a b@example.it",
            "a@b@c.it",
            "a@.it",
            "x",
        ] {
            assert!(!looks_like_email(text), "{text}");
        }
    }

    #[test]
    fn a_code_of_impossible_form_with_a_wrong_check_is_a_wrong_check() {
        let reason_of = |text: &str| reason(text, &TaxCode::parse(text).unwrap_err());
        assert_eq!(reason_of("RSSMRA80A32H501U"), Reason::TaxCodeCheckCharacter);
        assert_eq!(reason_of("RSSMRA80A32H501C"), Reason::TaxCodeFormat);
        assert_eq!(reason_of("RSSMRA80A01"), Reason::TaxCodeLength);
    }
}
