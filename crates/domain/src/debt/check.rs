//! The check of a debt.

use std::collections::BTreeMap;

use kernel::{BillId, Date, Money, PartyId};
use serde::{Deserialize, Serialize};

use super::{Suspension, SuspensionReason};
use crate::{
    registry::{Contract, SupplyPointState},
    voltura::Finding,
};

/// How a bill stands in a running plan of instalments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Planned {
    /// It is in none.
    No,
    /// It is in one, and no instalment of it is late.
    InTime,
    /// It is in one with a late instalment.
    Late,
}

/// A bill of the contract that is not paid in full.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DebtBill {
    /// Which.
    pub id: BillId,
    /// Its number.
    pub number: String,
    /// Its last day.
    pub due_on: Date,
    /// What is still to pay; below zero for a credit note.
    pub open: Money,
    /// Whether it is in a running plan.
    pub planned: Planned,
    /// Whether a written complaint or a request for correction about it is open.
    pub disputed: bool,
    /// Whether it bills use older than the term of limitation.
    pub old_use: bool,
}

/// What the customer says was paid.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Declared {
    /// All payments together.
    pub total: Money,
    /// The bills they were for.
    pub bills: Vec<BillId>,
}

/// What is known when the debt is looked at.
#[derive(Clone, Debug)]
pub struct DebtSituation<'a> {
    /// Today in Rome.
    pub today: Date,
    /// Whether the point delivers.
    pub point: SupplyPointState,
    /// The contract that counts: that of the open suspension, else the one in force.
    pub contract: Option<&'a Contract>,
    /// The suspension that is open; none: it is not on record.
    pub suspension: Option<&'a Suspension>,
    /// Who asks.
    pub asker: Option<PartyId>,
    /// What is not paid in full on the contract, credit notes included.
    pub bills: &'a [DebtBill],
    /// What is said to have been paid elsewhere.
    pub declared: Option<&'a Declared>,
    /// Whether a proof of payment came that nobody has looked at.
    pub new_proof: bool,
    /// Whether other contracts of the holder have bills after their last day.
    pub other_service_debt: bool,
    /// Other requests of the same kind on the point.
    pub same_open: &'a [String],
    /// Other open cases on the point.
    pub other_open: &'a [String],
    /// Whether the supply may not be cut at all.
    pub protected: bool,
    /// Whether it was cut while a valid plan ran.
    pub against_rules: bool,
}

/// What an obstacle does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// The request cannot go on.
    Block,
    /// It is told.
    Warn,
    /// It is not looked at.
    Off,
}

impl Weight {
    /// Reads `block`, `warn` or `off`.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        match code {
            "block" => Some(Self::Block),
            "warn" => Some(Self::Warn),
            "off" => Some(Self::Off),
            _ => None,
        }
    }
}

/// What each obstacle does where the utility set something else than the rules propose, by its code.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Weights(pub BTreeMap<String, Weight>);

impl Weights {
    /// An obstacle with what it does here; none where it is not looked at.
    #[must_use]
    pub fn weigh(&self, code: &str, proposed: Weight, args: &[(&str, &str)]) -> Option<Finding> {
        let weight = self.0.get(code).copied().unwrap_or(proposed);
        let args = args.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        let blocks = weight == Weight::Block;
        (weight != Weight::Off).then(|| Finding { code: code.to_owned(), blocks, waits: false, args })
    }
}

/// Whether the debt is covered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Covered {
    /// It is.
    Yes,
    /// A proof came that must be looked at.
    Proof,
    /// It is not.
    No,
}

impl Covered {
    /// The word the process decides by.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Proof => "proof",
            Self::No => "no",
        }
    }
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DebtCheck {
    /// The bills that count.
    pub bills: Vec<BillId>,
    /// What is open on them, less credit notes; never below zero.
    pub debt: Money,
    /// Whether it is covered.
    pub covered: Covered,
    /// Whether the money is here, or in a plan; else a payment is only declared.
    pub paid: bool,
    /// What stands in the way, or is worth knowing.
    pub findings: Vec<Finding>,
}

/// Looks at a debt.
#[must_use]
pub fn check_debt(situation: &DebtSituation<'_>, weights: &Weights) -> DebtCheck {
    let s = situation;
    let counts = |bill: &&DebtBill| bill.open > Money::ZERO && bill.due_on < s.today && !bill.disputed;
    let counted: Vec<&DebtBill> = s.bills.iter().filter(counts).collect();
    let credit: Money = s.bills.iter().filter(|bill| bill.open < Money::ZERO).map(|bill| -bill.open).sum();
    let less_credit = |open: Money| (open - credit).max(Money::ZERO);
    let debt = less_credit(counted.iter().map(|bill| bill.open).sum());
    // What no plan in good order carries must be paid, or said to be.
    let left: Vec<&&DebtBill> = counted.iter().filter(|bill| bill.planned != Planned::InTime).collect();
    let left_open = less_credit(left.iter().map(|bill| bill.open).sum());
    let declared = s.declared.is_some_and(|declared| {
        declared.total >= left_open && left.iter().all(|bill| declared.bills.contains(&bill.id))
    });
    let covered = if left_open == Money::ZERO || declared {
        Covered::Yes
    } else if s.new_proof {
        Covered::Proof
    } else {
        Covered::No
    };
    let mut found = obstacles(s, weights);
    found.extend(about_bills(s, weights, &counted));
    // What blocks comes first: it is the reason of a refusal.
    found.sort_by_key(|finding| !finding.blocks);
    DebtCheck {
        paid: debt == Money::ZERO || counted.iter().all(|bill| bill.planned != Planned::No),
        bills: counted.into_iter().map(|bill| bill.id).collect(),
        debt,
        covered,
        findings: found,
    }
}

/// What stands in the way of the supply itself.
fn obstacles(s: &DebtSituation<'_>, weights: &Weights) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut tell = |code: &str, proposed: Weight, args: &[(&str, &str)]| {
        found.extend(weights.weigh(code, proposed, args));
    };
    match s.point {
        SupplyPointState::Removed => tell("point_removed", Weight::Block, &[]),
        SupplyPointState::Suspended => {}
        SupplyPointState::Active | SupplyPointState::Inactive if s.contract.is_none() => {}
        SupplyPointState::Active | SupplyPointState::Inactive => {
            tell("point_not_suspended", Weight::Block, &[]);
        }
    }
    if s.contract.is_none_or(|contract| contract.ends_on.is_some_and(|day| day < s.today)) {
        tell("contract_ended", Weight::Block, &[]);
    }
    if s.suspension.is_some_and(|open| open.reason == SuspensionReason::Danger) {
        tell("suspended_for_danger", Weight::Block, &[]);
    }
    for number in s.same_open {
        tell("same_open", Weight::Block, &[("number", number)]);
    }
    for number in s.other_open {
        tell("other_case_open", Weight::Warn, &[("number", number)]);
    }
    let holder = s.contract.map(|contract| contract.party_id);
    if s.asker.is_some() && holder.is_some() && s.asker != holder {
        tell("asker_not_holder", Weight::Warn, &[]);
    }
    if s.protected {
        tell("protected", Weight::Warn, &[]);
    }
    if s.against_rules {
        tell("cut_against_rules", Weight::Warn, &[]);
    }
    found
}

/// What is worth knowing about the bills.
fn about_bills(s: &DebtSituation<'_>, weights: &Weights, counted: &[&DebtBill]) -> Vec<Finding> {
    let mut found = Vec::new();
    for bill in s.bills.iter().filter(|bill| bill.disputed && bill.open > Money::ZERO) {
        found.extend(weights.weigh("bill_disputed", Weight::Warn, &[("number", &bill.number)]));
    }
    for bill in counted.iter().filter(|bill| bill.old_use) {
        found.extend(weights.weigh("bill_two_years", Weight::Warn, &[("number", &bill.number)]));
    }
    if s.other_service_debt {
        found.extend(weights.weigh("other_service_debt", Weight::Warn, &[]));
    }
    found
}

/// Whether a bill asks for use that lies further back than the term of limitation, on the day it was issued (law 205/2017,
/// art. 1 c. 4-10). Without a period nothing is known.
#[must_use]
pub fn contains_old_use(period_from: Option<Date>, issued_on: Date, months: i64) -> bool {
    let Ok(span) = jiff::Span::new().try_months(months) else { return false };
    period_from.is_some_and(|from| from.checked_add(span).is_ok_and(|limit| limit < issued_on))
}
