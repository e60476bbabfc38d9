//! Plans of instalments with their bills, instalments and codes.

use db::{DbError, Row, Tx, params, statements};
use domain::instalments::{Instalment, Interest, Told};
use kernel::{BillId, CaseId, ContractId, Date, Instant, Money, PartyId, PlanId, ReceiptId};

statements! {
    const INSERT: Statement = "INSERT INTO instalment_plan (id, number, case_id, contract_id, party_id, right_ground, debt_cents, down_cents, rate, year_days, from_on, agreed_at,
        state, ended_at, ended_reason, reminded, warned_number, warned_on, interest_paid_cents, version)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'running', NULL, '', 0, NULL, NULL, 0, 1)";
    const INSERT_BILL: Statement = "INSERT INTO instalment_plan_bill (plan_id, bill_id, open_cents) VALUES ($1, $2, $3)";
    const INSERT_INSTALMENT: Statement = "INSERT INTO instalment (plan_id, number, due_on, principal_cents, interest_cents, slip_code, notice_number)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    const BY_ID: Statement = "SELECT * FROM instalment_plan WHERE id = $1";
    const OF_CASE: Statement = "SELECT * FROM instalment_plan WHERE case_id = $1";
    const OF_CONTRACT: Statement = "SELECT * FROM instalment_plan WHERE contract_id = $1 ORDER BY agreed_at DESC, id DESC LIMIT 100";
    const OF_PARTY: Statement = "SELECT * FROM instalment_plan WHERE party_id = $1 ORDER BY agreed_at DESC, id DESC LIMIT 100";
    const OF_BILL: Statement = "SELECT p.* FROM instalment_plan_bill b JOIN instalment_plan p ON p.id = b.plan_id WHERE b.bill_id = $1 ORDER BY p.agreed_at DESC, p.id DESC";
    const BILLS: Statement = "SELECT bill_id, open_cents FROM instalment_plan_bill WHERE plan_id = $1 ORDER BY bill_id";
    const RUNNING_OF: Statement = @split {
        sqlite: "SELECT b.bill_id, p.number, p.case_id FROM instalment_plan_bill b JOIN instalment_plan p ON p.id = b.plan_id
            WHERE b.bill_id IN (SELECT unhex(value) FROM json_each($1)) AND p.state = 'running'",
        postgres: "SELECT b.bill_id, p.number, p.case_id FROM instalment_plan_bill b JOIN instalment_plan p ON p.id = b.plan_id
            WHERE b.bill_id IN (SELECT decode(json_array_elements_text(CAST($1 AS json)), 'hex')) AND p.state = 'running'"
    };
    const INSTALMENTS: Statement = "SELECT number, due_on, principal_cents, interest_cents, slip_code, notice_number FROM instalment WHERE plan_id = $1 ORDER BY number";
    const BY_CODE: Statement = "SELECT plan_id, number FROM instalment WHERE slip_code = $1 OR notice_number = $1";
    const TOLD: Statement = "UPDATE instalment_plan SET reminded = $2, warned_number = $3, warned_on = $4, version = version + 1 WHERE id = $1 AND version = $5";
    const END: Statement = "UPDATE instalment_plan SET state = $2, ended_at = $3, ended_reason = $4, version = version + 1 WHERE id = $1 AND state = 'running'";
    const ADD_INTEREST: Statement = "UPDATE instalment_plan SET interest_paid_cents = interest_paid_cents + $2, version = version + 1 WHERE id = $1";
    const RECEIPT: Statement = "INSERT INTO receipt_interest (receipt_id, plan_id, interest_cents) VALUES ($1, $2, $3)";
    const OF_RECEIPT: Statement = "SELECT i.plan_id, i.interest_cents, p.number, c.number AS contract_number FROM receipt_interest i
        JOIN instalment_plan p ON p.id = i.plan_id JOIN contract c ON c.id = p.contract_id WHERE i.receipt_id = $1";
}

/// A plan that was agreed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredPlan {
    /// Its id.
    pub id: PlanId,
    /// Its number: that of the case.
    pub number: String,
    /// The case it was agreed in.
    pub case_id: CaseId,
    /// The contract of its bills.
    pub contract_id: ContractId,
    /// Who pays.
    pub party_id: PartyId,
    /// The rule that gives the right to it; empty: the utility's choice.
    pub right_ground: String,
    /// What was owed.
    pub debt: Money,
    /// What is paid at once.
    pub down: Money,
    /// What the debt bears.
    pub interest: Interest,
    /// The day from which interest runs.
    pub from_on: Date,
    /// When it was agreed.
    pub agreed_at: Instant,
    /// `running`, `paid`, `missed` or `undone`.
    pub state: String,
    /// When it ended.
    pub ended_at: Option<Instant>,
    /// Why it ended, as a word.
    pub ended_reason: String,
    /// What the customer was told already.
    pub told: Told,
    /// The interest paid at the till.
    pub interest_paid: Money,
    /// Grows with every change.
    pub version: i64,
}

impl StoredPlan {
    /// Whether it runs.
    #[must_use]
    pub fn running(&self) -> bool {
        self.state == "running"
    }
}

/// An instalment with the codes of its slip. Number zero is what is paid at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredInstalment {
    /// The instalment.
    pub instalment: Instalment,
    /// The 18 digits of its postal slip.
    pub slip_code: String,
    /// The 18 digits of its pagoPA notice.
    pub notice_number: String,
}

/// A bill in a running plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BillInPlan {
    /// The bill.
    pub bill_id: BillId,
    /// The plan's number.
    pub number: String,
    /// The case of the plan.
    pub case_id: CaseId,
}

/// The interest of a plan that a receipt took.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReceiptInterest {
    /// The plan.
    pub plan_id: PlanId,
    /// Its number.
    pub number: String,
    /// The number of its contract.
    pub contract_number: String,
    /// How much.
    pub amount: Money,
}

fn of(row: &Row) -> Result<StoredPlan, DbError> {
    let whole = |value: i64| u32::try_from(value).unwrap_or(0);
    let warned: (Option<i64>, Option<Date>) = (row.get("warned_number")?, row.get("warned_on")?);
    Ok(StoredPlan {
        id: row.get("id")?,
        number: row.get("number")?,
        case_id: row.get("case_id")?,
        contract_id: row.get("contract_id")?,
        party_id: row.get("party_id")?,
        right_ground: row.get("right_ground")?,
        debt: row.get("debt_cents")?,
        down: row.get("down_cents")?,
        interest: Interest { rate: whole(row.get("rate")?), year_days: whole(row.get("year_days")?) },
        from_on: row.get("from_on")?,
        agreed_at: row.get("agreed_at")?,
        state: row.get("state")?,
        ended_at: row.get("ended_at")?,
        ended_reason: row.get("ended_reason")?,
        told: Told {
            reminded: whole(row.get("reminded")?),
            warned: match warned {
                (Some(number), Some(on)) => Some((whole(number), on)),
                _ => None,
            },
        },
        interest_paid: row.get("interest_paid_cents")?,
        version: row.get("version")?,
    })
}

/// Stores a plan that was agreed.
///
/// # Errors
/// `DbError::Unique` when the case has one already.
pub fn insert(tx: &mut Tx<'_>, plan: &StoredPlan) -> Result<(), DbError> {
    let p = plan;
    let (rate, year_days) = (i64::from(p.interest.rate), i64::from(p.interest.year_days));
    tx.execute(
        &INSERT,
        &params![
            p.id,
            p.number,
            p.case_id,
            p.contract_id,
            p.party_id,
            p.right_ground,
            p.debt,
            p.down,
            rate,
            year_days,
            p.from_on,
            p.agreed_at
        ],
    )
    .map(drop)
}

/// Puts a bill into a plan, with what was open on it.
///
/// # Errors
/// [`DbError`] from the database.
pub fn insert_bill(tx: &mut Tx<'_>, plan: PlanId, bill: BillId, open: Money) -> Result<(), DbError> {
    tx.execute(&INSERT_BILL, &params![plan, bill, open]).map(drop)
}

/// Stores an instalment of a plan.
///
/// # Errors
/// `DbError::Unique` when another slip has its codes.
pub fn insert_instalment(tx: &mut Tx<'_>, plan: PlanId, new: &StoredInstalment) -> Result<(), DbError> {
    let StoredInstalment { instalment: i, slip_code, notice_number } = new;
    let number = i64::from(i.number);
    tx.execute(
        &INSERT_INSTALMENT,
        &params![plan, number, i.due_on, i.principal, i.interest, slip_code, notice_number],
    )
    .map(drop)
}

/// One plan.
///
/// # Errors
/// [`DbError`] from the database.
pub fn by_id(tx: &mut Tx<'_>, id: PlanId) -> Result<Option<StoredPlan>, DbError> {
    tx.row(&BY_ID, &params![id])?.as_ref().map(of).transpose()
}

/// The plan that was agreed in a case.
///
/// # Errors
/// [`DbError`] from the database.
pub fn of_case(tx: &mut Tx<'_>, case: CaseId) -> Result<Option<StoredPlan>, DbError> {
    tx.row(&OF_CASE, &params![case])?.as_ref().map(of).transpose()
}

/// The plans of a contract, newest first.
///
/// # Errors
/// [`DbError`] from the database.
pub fn of_contract(tx: &mut Tx<'_>, contract: ContractId) -> Result<Vec<StoredPlan>, DbError> {
    tx.query(&OF_CONTRACT, &params![contract])?.iter().map(of).collect()
}

/// The plans of a customer, newest first.
///
/// # Errors
/// [`DbError`] from the database.
pub fn of_party(tx: &mut Tx<'_>, party: PartyId) -> Result<Vec<StoredPlan>, DbError> {
    tx.query(&OF_PARTY, &params![party])?.iter().map(of).collect()
}

/// The plans a bill is or was in, newest first.
///
/// # Errors
/// [`DbError`] from the database.
pub fn of_bill(tx: &mut Tx<'_>, bill: BillId) -> Result<Vec<StoredPlan>, DbError> {
    tx.query(&OF_BILL, &params![bill])?.iter().map(of).collect()
}

/// The bills of a plan, each with what was open on it when it was agreed.
///
/// # Errors
/// [`DbError`] from the database.
pub fn bills(tx: &mut Tx<'_>, plan: PlanId) -> Result<Vec<(BillId, Money)>, DbError> {
    tx.query(&BILLS, &params![plan])?
        .iter()
        .map(|row| Ok((row.get("bill_id")?, row.get("open_cents")?)))
        .collect()
}

/// Those of some bills that are in a running plan: one question, however many bills.
///
/// # Errors
/// [`DbError`] from the database.
pub fn running_of(tx: &mut Tx<'_>, bills: &[BillId]) -> Result<Vec<BillInPlan>, DbError> {
    if bills.is_empty() {
        return Ok(Vec::new());
    }
    tx.query(&RUNNING_OF, &params![super::hex_list(bills)])?
        .iter()
        .map(|row| {
            Ok(BillInPlan {
                bill_id: row.get("bill_id")?,
                number: row.get("number")?,
                case_id: row.get("case_id")?,
            })
        })
        .collect()
}

/// The instalments of a plan by number; zero, where there is one, is what is paid at once.
///
/// # Errors
/// [`DbError`] from the database.
pub fn instalments(tx: &mut Tx<'_>, plan: PlanId) -> Result<Vec<StoredInstalment>, DbError> {
    tx.query(&INSTALMENTS, &params![plan])?
        .iter()
        .map(|row| {
            Ok(StoredInstalment {
                instalment: Instalment {
                    number: u32::try_from(row.get::<i64>("number")?).unwrap_or(0),
                    due_on: row.get("due_on")?,
                    principal: row.get("principal_cents")?,
                    interest: row.get("interest_cents")?,
                },
                slip_code: row.get("slip_code")?,
                notice_number: row.get("notice_number")?,
            })
        })
        .collect()
}

/// The plan and the number of the instalment with the code of a slip or the number of a notice.
///
/// # Errors
/// [`DbError`] from the database.
pub fn by_code(tx: &mut Tx<'_>, digits: &str) -> Result<Option<(PlanId, u32)>, DbError> {
    let Some(row) = tx.row(&BY_CODE, &params![digits])? else { return Ok(None) };
    Ok(Some((row.get("plan_id")?, u32::try_from(row.get::<i64>("number")?).unwrap_or(0))))
}

/// Keeps what the customer was told. `Ok(false)`: somebody changed the plan since it was read.
///
/// # Errors
/// [`DbError`] from the database.
pub fn set_told(tx: &mut Tx<'_>, plan: &StoredPlan, told: Told) -> Result<bool, DbError> {
    let (number, on) = (told.warned.map(|(number, _)| i64::from(number)), told.warned.map(|(_, on)| on));
    Ok(tx.execute(&TOLD, &params![plan.id, i64::from(told.reminded), number, on, plan.version])? == 1)
}

/// Ends a running plan. `Ok(false)`: it ran no more.
///
/// # Errors
/// [`DbError`] from the database.
pub fn end(tx: &mut Tx<'_>, plan: PlanId, state: &str, at: Instant, reason: &str) -> Result<bool, DbError> {
    Ok(tx.execute(&END, &params![plan, state, at, reason])? == 1)
}

/// Counts interest that was paid, below zero when it was given back.
///
/// # Errors
/// [`DbError`] from the database.
pub fn add_interest(tx: &mut Tx<'_>, plan: PlanId, amount: Money) -> Result<(), DbError> {
    tx.execute(&ADD_INTEREST, &params![plan, amount]).map(drop)
}

/// Notes that a receipt took interest of a plan.
///
/// # Errors
/// [`DbError`] from the database.
pub fn insert_receipt_interest(
    tx: &mut Tx<'_>,
    receipt: ReceiptId,
    plan: PlanId,
    amount: Money,
) -> Result<(), DbError> {
    tx.execute(&RECEIPT, &params![receipt, plan, amount]).map(drop)
}

/// The interest a receipt took.
///
/// # Errors
/// [`DbError`] from the database.
pub fn of_receipt(tx: &mut Tx<'_>, receipt: ReceiptId) -> Result<Option<ReceiptInterest>, DbError> {
    let Some(row) = tx.row(&OF_RECEIPT, &params![receipt])? else { return Ok(None) };
    Ok(Some(ReceiptInterest {
        plan_id: row.get("plan_id")?,
        number: row.get("number")?,
        contract_number: row.get("contract_number")?,
        amount: row.get("interest_cents")?,
    }))
}
