//! People and organisations.

use kernel::{ContactPointId, Date, Lang, PartyId, fold};
use serde::{Deserialize, Serialize};

use super::words;

words! {
    /// A person or an organisation.
    PartyKind {
        /// A natural person.
        Person = "person",
        /// A company, body, association, condominium.
        Organisation = "organisation",
    }
}

words! {
    /// Sex as the registry office writes it; empty when unknown or for an organisation.
    Sex {
        /// Not known, or not a person.
        Unknown = "",
        /// Male.
        Male = "M",
        /// Female.
        Female = "F",
    }
}

words! {
    /// A way to reach a party.
    ContactKind {
        /// A fixed telephone.
        Phone = "phone",
        /// A mobile telephone.
        Mobile = "mobile",
        /// Electronic mail.
        Email = "email",
        /// Certified electronic mail (PEC).
        Pec = "pec",
    }
}

/// What a party is called.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PartyNames {
    /// Surname of a person.
    pub surname: String,
    /// Given name of a person.
    pub given_name: String,
    /// Name of an organisation.
    pub company_name: String,
}

impl PartyNames {
    /// Surname first, as on paper and in searches; the company's name for an organisation.
    #[must_use]
    pub fn display(&self) -> String {
        if self.company_name.is_empty() {
            format!("{} {}", self.surname, self.given_name).trim().to_owned()
        } else {
            self.company_name.clone()
        }
    }

    /// The display name folded for search and sorting.
    #[must_use]
    pub fn folded(&self) -> String {
        fold(&self.display())
    }
}

/// A person or an organisation in the registry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// Its id.
    pub id: PartyId,
    /// The customer number, shared with billing.
    pub number: String,
    /// A person or an organisation.
    pub kind: PartyKind,
    /// What it is called.
    pub names: PartyNames,
    /// Tax code: 16 characters, or 11 digits; none for a foreigner without one.
    pub tax_code: Option<String>,
    /// VAT number, 11 digits.
    pub vat_number: Option<String>,
    /// Day of birth.
    pub birth_date: Option<Date>,
    /// Place of birth.
    pub birth_place: String,
    /// Sex.
    pub sex: Sex,
    /// The language it is served in.
    pub lang: Lang,
    /// What an operator must know before serving it.
    pub note: String,
    /// The day it entered the registry.
    pub registered_on: Date,
    /// When somebody last checked an identity document.
    pub identity_verified_at: Option<kernel::Instant>,
    /// Grows with every change.
    pub version: i64,
}

/// A telephone number or an electronic address of a party.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContactPoint {
    /// Its id.
    pub id: ContactPointId,
    /// What kind of address it is.
    pub kind: ContactKind,
    /// As people write it.
    pub value: String,
    /// The first day it was in use.
    pub valid_from: Date,
    /// The last day it was in use; none while it is.
    pub valid_to: Option<Date>,
}

/// The form of a contact point by which it is found: digits only for telephones (without a leading `+39` or
/// `0039`), lower case for electronic addresses.
#[must_use]
pub fn folded_contact(kind: ContactKind, value: &str) -> String {
    match kind {
        ContactKind::Phone | ContactKind::Mobile => {
            let compact: String = value.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
            let national =
                compact.strip_prefix("+39").or_else(|| compact.strip_prefix("0039")).unwrap_or(&compact);
            national.chars().filter(char::is_ascii_digit).collect()
        }
        ContactKind::Email | ContactKind::Pec => value.trim().to_lowercase(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_telephone_is_found_however_it_is_written() {
        for value in ["+39 333 555 0142", "0039 3335550142", "333-555 0142"] {
            assert_eq!(folded_contact(ContactKind::Mobile, value), "3335550142");
        }
    }

    #[test]
    fn people_are_shown_surname_first_and_companies_by_their_name() {
        let person =
            PartyNames { surname: "Rossi".into(), given_name: "Maria".into(), ..PartyNames::default() };
        assert_eq!(person.display(), "Rossi Maria");
        let company = PartyNames { company_name: "Forno Pioppa S.n.c.".into(), ..PartyNames::default() };
        assert_eq!(
            (company.display().as_str(), company.folded().as_str()),
            ("Forno Pioppa S.n.c.", "forno pioppa s n c")
        );
    }
}
