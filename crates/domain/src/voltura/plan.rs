//! What a confirmed change of holder does to the registry and tells billing.

use kernel::{ContractId, Date, Money, PartyId, SupplyPointId};
use serde::{Deserialize, Serialize};

use super::{Variant, VolturaAnswers};
use crate::registry::{Contract, Delivery, PaymentMethod, ReadingKind};

/// The contract to be made: the old one, duplicated on the same point for the new holder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewContract {
    /// The new holder.
    pub party: PartyId,
    /// The same point.
    pub supply_point: SupplyPointId,
    /// The offer: the old one unless another was chosen.
    pub offer: String,
    /// First day.
    pub starts_on: Date,
    /// How bills are paid.
    pub payment: PaymentMethod,
    /// How bills are delivered.
    pub delivery: Delivery,
    /// Where they go by e-mail.
    pub delivery_email: String,
    /// Whether the holder lives there.
    pub resident: bool,
    /// The deposit asked for; none: that of the old contract.
    pub deposit: Option<Money>,
}

/// A value to be recorded for both contracts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewReading {
    /// The key of its dial ([`super::dials`]).
    pub register: String,
    /// The day.
    pub read_on: Date,
    /// The value.
    pub value: i64,
    /// Its kind.
    pub kind: ReadingKind,
}

/// One command for the billing system, in the order they must be applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BillingNotice {
    /// The new holder, if billing may not know him.
    Customer,
    /// The old contract's end and the new one.
    ChangeOfHolder,
    /// The agreed reading.
    Reading,
    /// The direct-debit mandate.
    Mandate,
}

/// What follows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// The contract that ends.
    pub old_contract: ContractId,
    /// Its last day: the one before the new contract starts.
    pub old_ends_on: Date,
    /// The contract that begins.
    pub new_contract: NewContract,
    /// The values both agree on; none while they differ and nobody verified them.
    pub readings: Vec<NewReading>,
    /// Whether the deposit passes to the new contract (mortis causa, del. 655/2015 All. A art. 16).
    pub deposit_moves: bool,
    /// What billing is told.
    pub notices: Vec<BillingNotice>,
}

/// Makes the plan from complete answers.
///
/// # Errors
/// The name of the first answer that is missing.
pub fn plan(answers: &VolturaAnswers, old: &Contract) -> Result<Plan, &'static str> {
    let party = answers.party.ok_or("party")?;
    let starts_on = answers.starts_on.ok_or("starts_on")?;
    let old_ends_on = starts_on.yesterday().map_err(|_| "starts_on")?;
    let payment = answers.payment.ok_or("payment")?;
    let delivery = answers.delivery.ok_or("delivery")?;
    let read_on = answers.read_on.ok_or("read_on")?;
    let readings = if answers.readings_differ() {
        Vec::new()
    } else {
        new_readings(&answers.agreed_readings(), read_on)
    };
    let mut notices = vec![BillingNotice::Customer, BillingNotice::ChangeOfHolder];
    if !readings.is_empty() {
        notices.push(BillingNotice::Reading);
    }
    if payment == PaymentMethod::DirectDebit {
        answers.iban.as_ref().ok_or("iban")?;
        notices.push(BillingNotice::Mandate);
    }
    Ok(Plan {
        old_contract: old.id,
        old_ends_on,
        new_contract: NewContract {
            party,
            supply_point: old.supply_point_id,
            offer: answers.offer.clone().unwrap_or_else(|| old.offer.clone()),
            starts_on,
            payment,
            delivery,
            delivery_email: answers.delivery_email.clone().unwrap_or_default(),
            resident: answers.resident,
            deposit: answers.deposit.map(Money::from_cents),
        },
        readings,
        deposit_moves: answers.variant == Some(Variant::MortisCausa),
        notices,
    })
}

/// Values as they are recorded.
fn new_readings(values: &std::collections::BTreeMap<String, i64>, read_on: Date) -> Vec<NewReading> {
    values
        .iter()
        .map(|(register, value)| NewReading {
            register: register.clone(),
            read_on,
            value: *value,
            kind: ReadingKind::Agreed,
        })
        .collect()
}
