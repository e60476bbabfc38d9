//! What the forms of the change of holder ask.

use std::collections::BTreeMap;

use kernel::{ContractId, Date, Lang, PartyId, SupplyPointId};
use serde::{Deserialize, Serialize};

use crate::registry::{Address, Cadastre, Delivery, PaymentMethod, Title, words};

words! {
    /// The occasion of the change of holder.
    Variant {
        /// Between strangers.
        Ordinary = "ordinary",
        /// After the holder's death, by an heir or a person living there.
        MortisCausa = "mortis_causa",
        /// After separation or divorce.
        Separation = "separation",
        /// By a member of the household.
        Cohabitant = "cohabitant",
        /// Merger or change of a company.
        CompanyChange = "company_change",
    }
}

words! {
    /// How the incoming party is entered in the registry.
    Creation {
        /// It is there already.
        Existing = "existing",
        /// Created step by step.
        Guided = "guided",
        /// Created with the full form.
        FullForm = "full_form",
    }
}

/// The answers given so far. Every field may still be missing; names are those of the forms.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct VolturaAnswers {
    /// The supply point.
    pub supply_point: Option<SupplyPointId>,
    /// The contract that is to end.
    pub contract: Option<ContractId>,
    /// The occasion.
    pub variant: Option<Variant>,
    /// How the incoming party is entered.
    pub creation: Option<Creation>,
    /// The incoming party.
    pub party: Option<PartyId>,
    /// Its right over the premises.
    pub title: Option<Title>,
    /// Whether proof of the right was handed in.
    pub title_proof: bool,
    /// Whether the incoming party lives there.
    pub resident: bool,
    /// First day of the new contract.
    pub starts_on: Option<Date>,
    /// The day of the agreed reading.
    pub read_on: Option<Date>,
    /// The incoming holder's values, by the key of their register ([`super::dials`]).
    pub readings: BTreeMap<String, i64>,
    /// The outgoing holder's values, where he gave some; by the same keys.
    pub outgoing_readings: BTreeMap<String, i64>,
    /// Whether the operator verified values on which the two holders differed.
    pub reading_verified: bool,
    /// Whether unusual values were read again with the customer.
    pub readings_confirmed: bool,
    /// Whether more power is wanted.
    pub power_increase: bool,
    /// Wanted power in watt.
    pub power_w: Option<i64>,
    /// Wanted voltage in volt.
    pub voltage_v: Option<i64>,
    /// Wanted phases.
    pub phases: Option<i64>,
    /// The offer.
    pub offer: Option<String>,
    /// How bills will be paid.
    pub payment: Option<PaymentMethod>,
    /// The account for direct debit.
    pub iban: Option<String>,
    /// Its holder.
    pub iban_holder: Option<String>,
    /// How bills will be delivered.
    pub delivery: Option<Delivery>,
    /// Where they go by e-mail.
    pub delivery_email: Option<String>,
    /// The language of papers.
    pub lang: Option<Lang>,
    /// Whether the incoming party declared to have nothing to do with the debt (d.P.R. 445/2000).
    pub debt_declaration: bool,
    /// Whether the incoming party already lived or worked there while the debt arose.
    pub was_occupant: bool,
    /// Whether a technician must visit the meter.
    pub visit_needed: bool,
    /// Whether the request was signed.
    pub signed: bool,
    /// Whether the operator records the request as refused, because something blocks it.
    pub refuse_request: bool,
    /// What the supply is used for, a word of the form.
    pub point_use: Option<String>,
    /// The deposit asked for the new contract, in cents; none: that of the old contract.
    pub deposit: Option<i64>,
    /// Where the outgoing holder's last bill goes; none: to his address.
    pub final_bill_address: Option<Address>,
    /// Land registry: category.
    pub cadastre_category: Option<String>,
    /// Land registry: urban section.
    pub cadastre_section: Option<String>,
    /// Land registry: sheet.
    pub cadastre_sheet: Option<String>,
    /// Land registry: parcel.
    pub cadastre_parcel: Option<String>,
    /// Land registry: sub-unit.
    pub cadastre_subunit: Option<String>,
}

impl VolturaAnswers {
    /// Reads the answers of a case; what does not fit its type counts as not answered.
    #[must_use]
    pub fn of(data: &serde_json::Map<String, serde_json::Value>) -> Self {
        let whole = serde_json::Value::Object(data.clone());
        if let Ok(answers) = serde_json::from_value(whole) {
            return answers;
        }
        // One answer of a wrong type must not hide the others: take them one at a time.
        let mut good = serde_json::Map::new();
        for (name, value) in data {
            let mut attempt = good.clone();
            attempt.insert(name.clone(), value.clone());
            if serde_json::from_value::<Self>(serde_json::Value::Object(attempt.clone())).is_ok() {
                good = attempt;
            }
        }
        serde_json::from_value(serde_json::Value::Object(good)).unwrap_or_default()
    }

    /// Whether the two holders gave different values for a register, and nobody verified which is right.
    #[must_use]
    pub fn readings_differ(&self) -> bool {
        let differs = |(key, value): (&String, &i64)| self.readings.get(key).is_some_and(|own| own != value);
        !self.reading_verified && self.outgoing_readings.iter().any(differs)
    }

    /// The values both contracts are bound by: the incoming holder's, and where he gave none the outgoing one's.
    #[must_use]
    pub fn agreed_readings(&self) -> BTreeMap<String, i64> {
        let mut agreed = self.outgoing_readings.clone();
        agreed.extend(self.readings.clone());
        agreed
    }

    /// The land-registry data of the new contract: those given, else those of the old one, under the new title.
    #[must_use]
    pub fn cadastre(&self, old: Option<Cadastre>) -> Option<Cadastre> {
        let given = [
            &self.cadastre_category,
            &self.cadastre_section,
            &self.cadastre_sheet,
            &self.cadastre_parcel,
            &self.cadastre_subunit,
        ];
        let title = self.title.map_or("", Title::code).to_owned();
        if given.iter().all(|part| part.is_none()) {
            return old.map(|old| Cadastre { title, ..old });
        }
        let text = |part: &Option<String>| part.clone().unwrap_or_default();
        Some(Cadastre {
            category: text(&self.cadastre_category),
            section: text(&self.cadastre_section),
            sheet: text(&self.cadastre_sheet),
            parcel: text(&self.cadastre_parcel),
            subunit: text(&self.cadastre_subunit),
            title,
        })
    }
}
