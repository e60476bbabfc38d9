//! What the forms of the change of holder ask.

use std::collections::BTreeMap;

use kernel::{ContractId, Date, Lang, PartyId, SupplyPointId};
use serde::{Deserialize, Serialize};

use crate::registry::{Delivery, PaymentMethod, Title, words};

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
    /// The agreed values by register.
    pub readings: BTreeMap<String, i64>,
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
}
