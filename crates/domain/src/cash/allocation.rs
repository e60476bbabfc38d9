//! Which bills an amount pays.

use kernel::{BillId, Date, Money};

/// A bill that is not paid in full, as allocation sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenBill {
    /// The bill.
    pub id: BillId,
    /// Its number, for messages.
    pub number: String,
    /// Its last day.
    pub due_on: Date,
    /// What is still to pay.
    pub open: Money,
    /// Its kind, in the billing system's words.
    pub kind: String,
}

/// A part of a payment given to a bill.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Allocated {
    /// The bill.
    pub bill: BillId,
    /// How much of it is paid.
    pub amount: Money,
}

/// Why lines cannot be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AllocationProblem {
    /// No bill is to be paid.
    Nothing,
    /// The bill is not among those that can be paid: paid meanwhile, or of somebody else.
    NotOpen {
        /// The bill.
        bill: BillId,
    },
    /// More than what is open.
    TooMuch {
        /// The bill's number.
        number: String,
        /// What is open.
        open: Money,
    },
    /// Not above zero.
    NotPositive {
        /// The bill's number.
        number: String,
    },
}

/// Bills in the order in which they are paid unless somebody says otherwise: first due first.
fn by_due_day(bills: &[OpenBill]) -> Vec<&OpenBill> {
    let mut sorted: Vec<&OpenBill> = bills.iter().filter(|bill| bill.open > Money::ZERO).collect();
    sorted.sort_by(|a, b| (a.due_on, &a.number).cmp(&(b.due_on, &b.number)));
    sorted
}

/// Spreads an amount over bills, oldest due first; the last one may be paid in part. What is left over is not given to
/// any bill.
#[must_use]
pub fn oldest_first(bills: &[OpenBill], amount: Money) -> Vec<Allocated> {
    let mut left = amount;
    let mut lines = Vec::new();
    for bill in by_due_day(bills) {
        if left <= Money::ZERO {
            break;
        }
        let part = left.min(bill.open);
        left -= part;
        lines.push(Allocated { bill: bill.id, amount: part });
    }
    lines
}

/// What a person at the counter most likely wants to pay: all that is overdue or due within some days; else the bill that is
/// due first.
#[must_use]
pub fn proposed(bills: &[OpenBill], today: Date, within_days: i32) -> Vec<Allocated> {
    let until = today.checked_add(jiff::Span::new().days(within_days)).unwrap_or(today);
    let sorted = by_due_day(bills);
    let mut chosen: Vec<&OpenBill> = sorted.iter().copied().filter(|bill| bill.due_on <= until).collect();
    if chosen.is_empty() {
        chosen.extend(sorted.first().copied());
    }
    chosen.into_iter().map(|bill| Allocated { bill: bill.id, amount: bill.open }).collect()
}

/// Checks lines as typed against what is open now; answers with their sum.
///
/// # Errors
/// Every line that cannot be taken.
pub fn check_lines(lines: &[Allocated], bills: &[OpenBill]) -> Result<Money, Vec<AllocationProblem>> {
    let mut problems = Vec::new();
    for line in lines {
        let Some(bill) = bills.iter().find(|bill| bill.id == line.bill) else {
            problems.push(AllocationProblem::NotOpen { bill: line.bill });
            continue;
        };
        if line.amount <= Money::ZERO {
            problems.push(AllocationProblem::NotPositive { number: bill.number.clone() });
        } else if line.amount > bill.open {
            problems.push(AllocationProblem::TooMuch { number: bill.number.clone(), open: bill.open });
        }
    }
    if lines.is_empty() {
        problems.push(AllocationProblem::Nothing);
    }
    if problems.is_empty() { Ok(lines.iter().map(|line| line.amount).sum()) } else { Err(problems) }
}
