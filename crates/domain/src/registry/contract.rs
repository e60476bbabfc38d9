//! Contracts between the utility and a party for one supply point.

use kernel::{CaseId, ContractId, Date, Money, PartyId, SupplyPointId};
use serde::{Deserialize, Serialize};

use super::words;

words! {
    /// Where a contract stands.
    ContractState {
        /// Being written.
        Draft = "draft",
        /// In force.
        Active = "active",
        /// In force, delivery cut off.
        Suspended = "suspended",
        /// Ended.
        Ended = "ended",
    }
}

words! {
    /// How bills are paid.
    PaymentMethod {
        /// SEPA direct debit.
        DirectDebit = "sdd",
        /// Postal payment slip.
        Slip = "slip",
        /// Bank transfer.
        Transfer = "transfer",
        /// At the counter.
        Counter = "counter",
        /// pagoPA notice.
        PagoPa = "pagopa",
    }
}

words! {
    /// How bills are delivered.
    Delivery {
        /// By e-mail, the bill attached.
        Email = "email",
        /// By e-mail, only a link.
        EmailLink = "email_link",
        /// By post.
        Post = "post",
        /// By certified mail.
        Pec = "pec",
    }
}

words! {
    /// By what right the holder has the premises (deed of title to be declared, d.l. 47/2014 art. 5).
    Title {
        /// Owner.
        Ownership = "ownership",
        /// Tenant with a registered lease.
        Lease = "lease",
        /// Loan for use.
        Loan = "loan",
        /// Usufruct, use or dwelling.
        Usufruct = "usufruct",
        /// Heir of the former holder.
        Heir = "heir",
        /// Home assigned by a court in separation or divorce.
        Assigned = "assigned",
        /// Member of the former holder's household.
        Cohabitant = "cohabitant",
        /// Any other right, named in the declaration.
        Other = "other",
    }
}

/// A contract.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contract {
    /// Its id.
    pub id: ContractId,
    /// The number people quote, shared with billing.
    pub number: String,
    /// The holder.
    pub party_id: PartyId,
    /// What is supplied.
    pub supply_point_id: SupplyPointId,
    /// The offer's code.
    pub offer: String,
    /// The first day.
    pub starts_on: Date,
    /// The last day; none while in force.
    pub ends_on: Option<Date>,
    /// Where it stands.
    pub state: ContractState,
    /// How bills are paid.
    pub payment: PaymentMethod,
    /// How bills are delivered.
    pub delivery: Delivery,
    /// Where bills go by e-mail.
    pub delivery_email: String,
    /// Whether the holder lives there.
    pub resident: bool,
    /// The security deposit asked.
    pub deposit: Money,
    /// Why it ended, as a word: `change_of_holder`, …; empty while in force.
    pub end_reason: String,
    /// The contract it was duplicated from.
    pub previous_contract_id: Option<ContractId>,
    /// The case that made it.
    pub case_id: Option<CaseId>,
    /// Grows with every change.
    pub version: i64,
}

/// Cadastral data of the premises supplied under a contract (law 311/2004 art. 1 c. 333).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Cadastre {
    /// Category, `A/3`.
    pub category: String,
    /// Urban section, where the municipality has one.
    pub section: String,
    /// Sheet (foglio).
    pub sheet: String,
    /// Parcel (particella).
    pub parcel: String,
    /// Sub-unit (subalterno).
    pub subunit: String,
    /// The holder's title, a code of [`Title`]; empty when not declared.
    pub title: String,
}
