//! What is on record about a party beside what it is to become, field by field.

use kernel::Date;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};

use super::{Address, AddressPurpose, ContactKind, ContactPoint, Party, PartyKind, party::folded_contact};

/// One field that changes. Values are shown to people: days are ISO text, an address is one line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The field: the name of the answer.
    pub field: String,
    /// What is on record; `–` when nothing is.
    pub old: String,
    /// What it becomes.
    pub new: String,
}

/// What is on record about a party.
#[derive(Clone, Debug)]
pub struct OnRecord {
    /// The party.
    pub party: Party,
    /// Its contact points in use.
    pub contacts: Vec<ContactPoint>,
    /// Its addresses in use.
    pub addresses: Vec<(AddressPurpose, Address)>,
}

/// What nothing looks like beside something.
const NOTHING: &str = "–";

/// The fields that may change, in the order people read them.
pub const FIELDS: [&str; 15] = [
    "surname",
    "given_name",
    "company_name",
    "tax_code",
    "company_tax_code",
    "vat_number",
    "birth_date",
    "birth_place",
    "sex",
    "mobile",
    "phone",
    "email",
    "pec",
    "address",
    "mailing_address",
];

/// Fields that say who somebody is: a second person looks at them before they change.
const IDENTITY: [&str; 6] =
    ["surname", "given_name", "company_name", "tax_code", "company_tax_code", "vat_number"];

impl OnRecord {
    /// The purpose of the address a party lives or is seated at.
    #[must_use]
    pub const fn home(&self) -> AddressPurpose {
        match self.party.kind {
            PartyKind::Person => AddressPurpose::Residence,
            PartyKind::Organisation => AddressPurpose::RegisteredOffice,
        }
    }

    /// The newest contact point in use of a kind.
    #[must_use]
    pub fn contact(&self, kind: ContactKind) -> Option<&str> {
        let of_kind = self.contacts.iter().filter(|contact| contact.kind == kind);
        of_kind.max_by_key(|contact| contact.valid_from).map(|contact| contact.value.as_str())
    }

    /// The address in use for a purpose.
    #[must_use]
    pub fn address(&self, purpose: AddressPurpose) -> Option<&Address> {
        self.addresses.iter().find(|(known, _)| *known == purpose).map(|(_, address)| address)
    }

    /// What is on record in a field; empty when nothing is, or when the field is not one of [`FIELDS`].
    #[must_use]
    pub fn value(&self, field: &str) -> String {
        let party = &self.party;
        let contact = |kind| self.contact(kind).unwrap_or_default().to_owned();
        let line = |purpose| self.address(purpose).map(one_line).unwrap_or_default();
        match field {
            "surname" => party.names.surname.clone(),
            "given_name" => party.names.given_name.clone(),
            "company_name" => party.names.company_name.clone(),
            "tax_code" | "company_tax_code" => party.tax_code.clone().unwrap_or_default(),
            "vat_number" => party.vat_number.clone().unwrap_or_default(),
            "birth_date" => party.birth_date.map(|day| day.to_string()).unwrap_or_default(),
            "birth_place" => party.birth_place.clone(),
            "sex" => party.sex.code().to_owned(),
            "mobile" => contact(ContactKind::Mobile),
            "phone" => contact(ContactKind::Phone),
            "email" => contact(ContactKind::Email),
            "pec" => contact(ContactKind::Pec),
            "address" => line(self.home()),
            "mailing_address" => line(AddressPurpose::Mailing),
            _ => String::new(),
        }
    }
}

/// An address on one line.
fn one_line(address: &Address) -> String {
    let parts = [address.line(), address.town()];
    let abroad = (!address.country.is_empty() && address.country != "IT").then(|| address.country.clone());
    let parts = parts.into_iter().chain(abroad).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(", ")
}

/// The address answered in a field; none when it was not answered.
#[must_use]
pub fn answered_address(answers: &Map<String, Json>, field: &str) -> Option<Address> {
    let address: Address = serde_json::from_value(answers.get(field)?.clone()).ok()?;
    (!address.street.trim().is_empty()).then(|| Address {
        country: if address.country.is_empty() { "IT".to_owned() } else { address.country.clone() },
        ..address
    })
}

/// What was answered in a field, as it would be shown; none when it was left out.
fn answered(answers: &Map<String, Json>, field: &str) -> Option<String> {
    if matches!(field, "address" | "mailing_address") {
        return answered_address(answers, field).map(|address| one_line(&address));
    }
    let text = answers.get(field)?.as_str()?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// Two values as they are compared: however they are written, the same thing is the same.
fn same(field: &str, old: &str, new: &str) -> bool {
    let key = |text: &str| match field {
        "mobile" | "phone" => folded_contact(ContactKind::Phone, text),
        "email" | "pec" => folded_contact(ContactKind::Email, text),
        "tax_code" | "company_tax_code" | "vat_number" => {
            text.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_uppercase).collect()
        }
        // `DE LUCA` may become `De Luca`: how a name is written is part of it.
        _ => text.split_whitespace().collect::<Vec<_>>().join(" "),
    };
    key(old) == key(new)
}

/// What the answers change of what is on record. Fields that were left out stay as they are.
#[must_use]
pub fn compare(known: &OnRecord, answers: &Map<String, Json>) -> Vec<Change> {
    let changed = FIELDS.iter().filter_map(|field| {
        let new = answered(answers, field)?;
        let old = known.value(field);
        (!same(field, &old, &new)).then(|| Change {
            field: (*field).to_owned(),
            old: if old.is_empty() { NOTHING.to_owned() } else { old },
            new,
        })
    });
    changed.collect()
}

/// Whether somebody else must look at these changes before they are made: who a party is, or a family's or an heir's
/// affairs.
#[must_use]
pub fn is_sensitive(changes: &[Change], kind: &str) -> bool {
    matches!(kind, "mortis_causa" | "separation")
        || changes.iter().any(|change| IDENTITY.contains(&change.field.as_str()))
}

/// Whether the registry still holds what the changes were decided on.
#[must_use]
pub fn still_holds(decided: &[Change], now: &[Change], known: &OnRecord) -> bool {
    now.iter().all(|change| decided.contains(change))
        && decided.iter().all(|change| {
            let value = known.value(&change.field);
            let old = if change.old == NOTHING { "" } else { change.old.as_str() };
            same(&change.field, &value, old) || same(&change.field, &value, &change.new)
        })
}

/// The first day a change may count from: never before the day the value it replaces began.
#[must_use]
pub fn first_day(wanted: Date, replaced_since: Option<Date>) -> Date {
    replaced_since.map_or(wanted, |since| wanted.max(since))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use kernel::{ContactPointId, Lang, PartyId};
    use serde_json::json;

    use super::*;
    use crate::registry::{PartyNames, Sex};

    fn known() -> OnRecord {
        let mobile = ContactPoint {
            id: ContactPointId::from_bytes([1; 16]),
            kind: ContactKind::Mobile,
            value: "333 555 0142".to_owned(),
            valid_from: date(2020, 1, 1),
            valid_to: None,
        };
        let home = Address {
            street: "via Po".to_owned(),
            house_number: "12".to_owned(),
            postcode: "41099".to_owned(),
            municipality: "Fontebruna".to_owned(),
            province: "MO".to_owned(),
            country: "IT".to_owned(),
            ..Address::default()
        };
        OnRecord {
            party: Party {
                id: PartyId::from_bytes([2; 16]),
                number: "51907".to_owned(),
                kind: PartyKind::Person,
                names: PartyNames {
                    surname: "Montanari".to_owned(),
                    given_name: "Irene".to_owned(),
                    company_name: String::new(),
                },
                tax_code: Some("MNTRNI91S42B819T".to_owned()),
                vat_number: None,
                birth_date: None,
                birth_place: String::new(),
                sex: Sex::Unknown,
                lang: Lang::It,
                note: String::new(),
                registered_on: date(2014, 5, 1),
                identity_verified_at: None,
                version: 1,
            },
            contacts: vec![mobile],
            addresses: vec![(AddressPurpose::Residence, home)],
        }
    }

    fn changed(answers: Json) -> Vec<(String, String, String)> {
        let Json::Object(answers) = answers else { return Vec::new() };
        let changes = compare(&known(), &answers);
        changes.into_iter().map(|change| (change.field, change.old, change.new)).collect()
    }

    fn one(field: &str, old: &str, new: &str) -> Vec<(String, String, String)> {
        vec![(field.to_owned(), old.to_owned(), new.to_owned())]
    }

    #[test]
    fn only_what_was_answered_and_differs_changes() {
        for (answers, expected) in [
            (json!({}), Vec::new()),
            (json!({ "surname": "Montanari", "given_name": "" }), Vec::new()),
            (json!({ "surname": "MONTANARI" }), one("surname", "Montanari", "MONTANARI")),
            (json!({ "mobile": "+39 3335550142" }), Vec::new()),
            (json!({ "mobile": "333 555 0143" }), one("mobile", "333 555 0142", "333 555 0143")),
            (json!({ "email": "irene@example.it" }), one("email", "–", "irene@example.it")),
            (json!({ "birth_date": "1991-11-02" }), one("birth_date", "–", "1991-11-02")),
            (
                json!({ "address": { "street": "via Adige", "house_number": "3", "postcode": "41099", "municipality": "Fontebruna", "province": "MO" } }),
                one("address", "via Po 12, 41099 Fontebruna (MO)", "via Adige 3, 41099 Fontebruna (MO)"),
            ),
            (json!({ "address": { "street": "" } }), Vec::new()),
        ] {
            assert_eq!(changed(answers.clone()), expected, "{answers}");
        }
    }

    #[test]
    fn who_somebody_is_and_family_affairs_are_looked_at_by_a_second_person() {
        let change =
            |field: &str| vec![Change { field: field.to_owned(), old: "a".to_owned(), new: "b".to_owned() }];
        assert!(is_sensitive(&change("tax_code"), "correction"));
        assert!(is_sensitive(&change("surname"), "contacts"));
        assert!(is_sensitive(&[], "mortis_causa"));
        assert!(!is_sensitive(&change("mobile"), "contacts"));
        assert!(!is_sensitive(&[], "cohabitant"));
    }

    #[test]
    fn a_value_changed_meanwhile_is_found_out_and_one_already_as_wanted_is_not() {
        let Json::Object(answers) = json!({ "mobile": "333 555 0143", "email": "irene@example.it" }) else {
            return;
        };
        let decided = compare(&known(), &answers);
        assert!(still_holds(&decided, &compare(&known(), &answers), &known()));
        let with_mobile = |value: &str| {
            let mut other = known();
            for contact in &mut other.contacts {
                value.clone_into(&mut contact.value);
            }
            other
        };
        let other = with_mobile("333 555 0999");
        assert!(!still_holds(&decided, &compare(&other, &answers), &other));
        let done = with_mobile("333 555 0143");
        assert!(still_holds(&decided, &compare(&done, &answers), &done));
    }

    #[test]
    fn a_change_never_counts_from_before_what_it_replaces() {
        assert_eq!(first_day(date(2026, 1, 1), Some(date(2026, 2, 1))), date(2026, 2, 1));
        assert_eq!(first_day(date(2026, 3, 1), Some(date(2026, 2, 1))), date(2026, 3, 1));
        assert_eq!(first_day(date(2026, 3, 1), None), date(2026, 3, 1));
    }
}
