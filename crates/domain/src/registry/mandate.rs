//! SEPA direct-debit mandates and security deposits.

use kernel::{ContractId, Date, DepositId, MandateId, Money};
use serde::{Deserialize, Serialize};

use super::words;

words! {
    /// The SEPA scheme.
    MandateScheme {
        /// Consumers and everybody.
        Core = "CORE",
        /// Between businesses only.
        B2b = "B2B",
    }
}

words! {
    /// Where a mandate stands.
    MandateState {
        /// Signed, not yet known to the bank.
        Requested = "requested",
        /// In force.
        Active = "active",
        /// Withdrawn.
        Revoked = "revoked",
        /// Refused by the bank.
        Refused = "refused",
    }
}

words! {
    /// Where a deposit stands.
    DepositState {
        /// Held.
        Held = "held",
        /// Passed on to another contract.
        Moved = "moved",
        /// To be given back with the last bill.
        RefundDue = "refund_due",
        /// Given back.
        Refunded = "refunded",
    }
}

/// A direct-debit mandate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mandate {
    /// Its id.
    pub id: MandateId,
    /// Unique mandate reference.
    pub umr: String,
    /// The contract whose bills are debited.
    pub contract_id: ContractId,
    /// The account.
    pub iban: String,
    /// Holder of the account.
    pub holder: String,
    /// Tax code of who signed.
    pub holder_tax_code: String,
    /// The day it was signed.
    pub signed_on: Date,
    /// The scheme.
    pub scheme: MandateScheme,
    /// Where it stands.
    pub state: MandateState,
}

/// A security deposit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deposit {
    /// Its id.
    pub id: DepositId,
    /// The contract it secures.
    pub contract_id: ContractId,
    /// The amount held.
    pub amount: Money,
    /// Where it stands.
    pub state: DepositState,
    /// The first day held.
    pub since: Date,
    /// The last day held for this contract.
    pub until: Option<Date>,
}
