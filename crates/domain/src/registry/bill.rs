//! Bills issued by the billing system and what was paid on them.

use kernel::{BillId, ContractId, Date, Money, PaymentId};
use serde::{Deserialize, Serialize};

/// A bill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bill {
    /// Its id.
    pub id: BillId,
    /// The number printed on it.
    pub number: String,
    /// The contract it is for.
    pub contract_id: ContractId,
    /// The day of issue.
    pub issued_on: Date,
    /// The last day to pay.
    pub due_on: Date,
    /// Kind, in the billing system's words: periodic, closing, credit note, ….
    pub kind: String,
    /// Total; negative for a credit note.
    pub amount: Money,
    /// Paid so far.
    pub paid: Money,
    /// Quantity billed, in `unit`.
    pub consumption: Option<i64>,
    /// Unit of the quantity.
    pub unit: String,
    /// First day billed.
    pub period_from: Option<Date>,
    /// Last day billed.
    pub period_to: Option<Date>,
    /// Whether an open case disputes it: it is not pressed for until that is answered.
    pub held: bool,
}

impl Bill {
    /// What is still to pay; never below zero for an ordinary bill.
    #[must_use]
    pub fn open(&self) -> Money {
        let open = self.amount - self.paid;
        if self.amount > Money::ZERO && open < Money::ZERO { Money::ZERO } else { open }
    }

    /// Whether something is to pay after its last day, and nobody disputes it.
    #[must_use]
    pub fn overdue(&self, today: Date) -> bool {
        self.open() > Money::ZERO && self.due_on < today && !self.held
    }
}

/// A payment of a bill.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payment {
    /// Its id.
    pub id: PaymentId,
    /// The billing system's number.
    pub number: String,
    /// The bill paid.
    pub bill_id: BillId,
    /// The day it counts from.
    pub paid_on: Date,
    /// The amount.
    pub amount: Money,
    /// Channel, in the billing system's words.
    pub channel: String,
    /// The till, for payments at a counter.
    pub till: String,
}
