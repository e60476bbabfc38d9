//! Lists of cases: filters, sort orders, pages by key, counts for the role centre.

use db::{DbError, Tx, Value, params, statements};
use domain::{
    access::{Action, Resource, Role},
    cases::{Case, CaseState, Origin},
};
use kernel::{CaseId, Date, Instant, SupplyPointId, UserId};

use super::case::of;
use crate::Ctx;

statements! {
    const OPEN_BY_STATE: Statement = "SELECT state, COUNT(*) AS total FROM cases WHERE closed_at IS NULL GROUP BY state";
    const OPEN_BY_ORIGIN: Statement = "SELECT origin, COUNT(*) AS total FROM cases WHERE closed_at IS NULL AND state <> 'draft' GROUP BY origin";
    const FULFILLED_SINCE: Statement = "SELECT COUNT(*) AS total FROM cases WHERE closed_at >= $1 AND state = 'fulfilled'";
    const AT_RISK: Statement = "SELECT COUNT(*) AS total FROM cases WHERE closed_at IS NULL AND risk_rank = 0 AND due_on <= $1";
    const CONTRACTS: Statement = "SELECT state, COUNT(*) AS total FROM contract GROUP BY state";
}

/// The order of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Breached, due today, by remaining days; suspended after; internal last; ties by start.
    #[default]
    Risk,
    /// Newest first.
    Newest,
    /// Oldest first.
    Oldest,
    /// By number.
    Number,
    /// By who asks.
    Party,
    /// By one column, upwards or downwards.
    By(Column, Direction),
}

/// A column a list can be ordered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The day it is due.
    Due,
    /// The code of the procedure.
    Procedure,
    /// The number.
    Number,
    /// Who asks.
    Party,
    /// The step to do.
    Step,
    /// The name of who has it; those without anybody first.
    Assignee,
}

/// Which way a list is ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The smallest first.
    Up,
    /// The largest first.
    Down,
}

impl Column {
    /// What is compared, for the row with an alias.
    fn of(self, row: &str) -> String {
        match self {
            Self::Due => format!("{row}.due_on"),
            Self::Procedure => format!("{row}.procedure"),
            Self::Number => format!("{row}.number"),
            Self::Party => format!("{row}.party_name"),
            Self::Step => format!("{row}.step_name"),
            Self::Assignee => format!(
                "COALESCE((SELECT named.display_name FROM app_user named WHERE named.id = {row}.assigned_to), '')"
            ),
        }
    }
}

impl Direction {
    const fn word(self) -> &'static str {
        match self {
            Self::Up => "ASC",
            Self::Down => "DESC",
        }
    }

    const fn sign(self) -> &'static str {
        match self {
            Self::Up => ">",
            Self::Down => "<",
        }
    }
}

/// Which cases a list shows. Empty filters show everything the account may see.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only open ones, or only ended ones.
    pub open: Option<bool>,
    /// In one of these states.
    pub states: Vec<CaseState>,
    /// Of this procedure.
    pub procedure: Option<String>,
    /// Whose process stands at this element.
    pub step: Option<String>,
    /// From one of these origins.
    pub origins: Vec<Origin>,
    /// Assigned to this account.
    pub assigned_to: Option<UserId>,
    /// Assigned to nobody.
    pub unassigned: bool,
    /// Suspended, or not.
    pub suspended: Option<bool>,
    /// Under a running clock due on this day or before.
    pub due_by: Option<Date>,
    /// Ended at this moment or after.
    pub closed_since: Option<Instant>,
    /// On this supply point.
    pub supply_point: Option<SupplyPointId>,
    /// With an open task that waits for one of these roles.
    pub roles: Vec<Role>,
    /// Whose number begins so.
    pub number: Option<String>,
    /// Whose number ends in these digits.
    pub number_end: Option<String>,
    /// Asked for by one of these.
    pub parties: Vec<kernel::PartyId>,
    /// For one of these services.
    pub sectors: Vec<kernel::Sector>,
}

/// How many characters at the end of a number its index holds.
const END: usize = 4;

/// The condition that a number ends in digits, and its values: the last four by the index, then all that were typed.
pub(crate) fn ends_in(digits: &str) -> (String, String) {
    let padded = format!("{digits:0>END$}");
    let last = padded.get(padded.len() - END..).unwrap_or_default().to_owned();
    (last, format!("%{padded}"))
}

/// One page of a list.
#[derive(Clone, Debug)]
pub struct Page {
    /// The cases.
    pub cases: Vec<Case>,
    /// The key of the next page; none on the last.
    pub next: Option<String>,
}

/// Counts for the role centre.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Drafts.
    pub drafts: i64,
    /// Started, not yet found admissible.
    pub started: i64,
    /// Admissible, being worked.
    pub admissible: i64,
    /// Open, from a contact.
    pub from_contacts: i64,
    /// Open, internal.
    pub internal: i64,
    /// Fulfilled since the moment asked for.
    pub fulfilled: i64,
    /// Open under a clock that is late or ends today.
    pub at_risk: i64,
    /// Contracts in force.
    pub contracts_active: i64,
    /// Contracts suspended.
    pub contracts_suspended: i64,
    /// Contracts being written.
    pub contracts_draft: i64,
}

struct Query {
    sql: String,
    params: Vec<Value>,
}

impl Query {
    fn bind(&mut self, value: Value) -> String {
        self.params.push(value);
        format!("${}", self.params.len())
    }

    fn and(&mut self, condition: &str) {
        self.sql.push_str(" AND ");
        self.sql.push_str(condition);
    }

    fn and_eq(&mut self, column: &str, value: Value) {
        let place = self.bind(value);
        self.and(&format!("{column} = {place}"));
    }

    fn and_in(&mut self, column: &str, codes: &[&'static str]) {
        if !codes.is_empty() {
            let places: Vec<String> = codes.iter().map(|code| self.bind(Value::from(*code))).collect();
            self.and(&format!("{column} IN ({})", places.join(", ")));
        }
    }
}

/// A page of cases, at most `limit`, after the key of the page before.
///
/// # Errors
/// [`DbError`] from the database. A key that is none begins at the first page.
pub fn page(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    filter: &Filter,
    order: Order,
    after: Option<&str>,
    limit: i64,
) -> Result<Page, DbError> {
    if !ctx.may(Resource::Case, Action::Read) {
        return Ok(Page { cases: Vec::new(), next: None });
    }
    let mut query = Query { sql: "SELECT * FROM cases WHERE 1 = 1".to_owned(), params: Vec::new() };
    filter_into(&mut query, ctx, filter);
    if let Some(key) = after.and_then(|key| Key::read(order, key)) {
        key.after(order, &mut query);
    }
    query.sql.push_str(&match order {
        Order::Risk => " ORDER BY risk_rank, due_on, opened_at, id".to_owned(),
        Order::Newest => " ORDER BY opened_at DESC, id DESC".to_owned(),
        Order::Oldest => " ORDER BY opened_at, id".to_owned(),
        Order::Number => " ORDER BY number, id".to_owned(),
        Order::Party => " ORDER BY party_name, id".to_owned(),
        Order::By(column, way) => {
            format!(" ORDER BY {} {way}, id {way}", column.of("cases"), way = way.word())
        }
    });
    let place = query.bind(Value::Int(limit + 1));
    query.sql.push_str(&format!(" LIMIT {place}"));
    let mut cases: Vec<Case> = tx
        .query_sql("cases::list::page", &query.sql, &query.params)?
        .iter()
        .map(of)
        .collect::<Result<_, _>>()?;
    let more = i64::try_from(cases.len()).unwrap_or(i64::MAX) > limit;
    if more {
        cases.pop();
    }
    let next = if more { cases.last().map(|case| Key::of(case).write(order)) } else { None };
    Ok(Page { cases, next })
}

/// How many cases a filter shows, counted exactly up to `limit`.
///
/// # Errors
/// [`DbError`] from the database.
pub fn count(tx: &mut Tx<'_>, ctx: &Ctx, filter: &Filter, limit: i64) -> Result<i64, DbError> {
    if !ctx.may(Resource::Case, Action::Read) {
        return Ok(0);
    }
    let mut query = Query {
        sql: "SELECT COUNT(*) AS total FROM (SELECT 1 AS one FROM cases WHERE 1 = 1".to_owned(),
        params: Vec::new(),
    };
    filter_into(&mut query, ctx, filter);
    let place = query.bind(Value::Int(limit));
    query.sql.push_str(&format!(" LIMIT {place}) AS found"));
    let rows = tx.query_sql("cases::list::count", &query.sql, &query.params)?;
    rows.first().map_or(Ok(0), |row| row.get("total"))
}

fn filter_into(query: &mut Query, ctx: &Ctx, filter: &Filter) {
    if ctx.only_own() {
        query.and_eq("assigned_to", ctx.user().map_or(Value::Null, Value::from));
    }
    match filter.open {
        Some(true) => query.and("closed_at IS NULL"),
        Some(false) => query.and("closed_at IS NOT NULL"),
        None => {}
    }
    query.and_in("state", &filter.states.iter().map(|state| state.code()).collect::<Vec<_>>());
    query.and_in("origin", &filter.origins.iter().map(|origin| origin.code()).collect::<Vec<_>>());
    for (column, word) in [("procedure", &filter.procedure), ("step", &filter.step)] {
        if let Some(word) = word {
            query.and_eq(column, Value::from(word.as_str()));
        }
    }
    if let Some(user) = filter.assigned_to {
        query.and_eq("assigned_to", Value::from(user));
    }
    if filter.unassigned {
        query.and("assigned_to IS NULL");
    }
    match filter.suspended {
        Some(true) => query.and("suspended = TRUE"),
        Some(false) => query.and("suspended = FALSE"),
        None => {}
    }
    if let Some(day) = filter.due_by {
        let place = query.bind(Value::from(day));
        query.and(&format!("risk_rank = 0 AND due_on <= {place}"));
    }
    if let Some(since) = filter.closed_since {
        let place = query.bind(Value::from(since));
        query.and(&format!("closed_at >= {place}"));
    }
    if let Some(point) = filter.supply_point {
        query.and_eq("supply_point_id", Value::from(point));
    }
    if !filter.roles.is_empty() {
        let places: Vec<String> =
            filter.roles.iter().map(|role| query.bind(Value::from(role.code()))).collect();
        query.and(&format!(
            "id IN (SELECT case_id FROM task WHERE state = 'open' AND role IN ({}))",
            places.join(", ")
        ));
    }
    if let Some(prefix) = &filter.number {
        let low = query.bind(Value::from(prefix.as_str()));
        let high = query.bind(Value::from(format!("{prefix}\u{10ffff}")));
        query.and(&format!("number >= {low} AND number < {high}"));
    }
    if let Some(digits) = &filter.number_end {
        let (last, all) = ends_in(digits);
        let (last, all) = (query.bind(Value::from(last)), query.bind(Value::from(all)));
        query.and(&format!("substr(number, length(number) - 3) = {last} AND number LIKE {all}"));
    }
    if !filter.parties.is_empty() {
        let places: Vec<String> = filter.parties.iter().map(|id| query.bind(Value::from(*id))).collect();
        query.and(&format!("party_id IN ({})", places.join(", ")));
    }
    query.and_in("sector", &filter.sectors.iter().map(|sector| sector.code()).collect::<Vec<_>>());
}

/// Where a page ended.
struct Key {
    risk_rank: i64,
    due_on: String,
    opened_at: Instant,
    number: String,
    party: String,
    id: CaseId,
}

impl Key {
    fn of(case: &Case) -> Self {
        Self {
            risk_rank: domain::cases::risk_rank(case.clock.as_ref()),
            due_on: case
                .clock
                .as_ref()
                .and_then(|clock| clock.due)
                .map_or("9999-12-31".to_owned(), |day| day.to_string()),
            opened_at: case.opened_at,
            number: case.number.clone(),
            party: case.party_name.clone(),
            id: case.id,
        }
    }

    /// The parts are joined by a character that no number, name or date contains.
    fn write(&self, order: Order) -> String {
        let at = self.opened_at.as_micros();
        match order {
            Order::Risk => format!("{}~{}~{at}~{}", self.risk_rank, self.due_on, self.id),
            Order::Newest | Order::Oldest => format!("{at}~{}", self.id),
            Order::Number => format!("{}~{}", self.number, self.id),
            Order::Party => format!("{}~{}", self.party.replace('~', " "), self.id),
            Order::By(..) => self.id.to_string(),
        }
    }

    fn read(order: Order, text: &str) -> Option<Self> {
        let mut key = Self {
            risk_rank: 0,
            due_on: String::new(),
            opened_at: Instant::from_micros(0),
            number: String::new(),
            party: String::new(),
            id: CaseId::from_bytes([0; 16]),
        };
        let mut parts = text.split('~');
        match order {
            Order::Risk => {
                key.risk_rank = parts.next()?.parse().ok()?;
                parts.next()?.clone_into(&mut key.due_on);
                key.opened_at = Instant::from_micros(parts.next()?.parse().ok()?);
            }
            Order::Newest | Order::Oldest => {
                key.opened_at = Instant::from_micros(parts.next()?.parse().ok()?)
            }
            Order::Number => parts.next()?.clone_into(&mut key.number),
            Order::Party => parts.next()?.clone_into(&mut key.party),
            // What is compared is read from the row itself.
            Order::By(..) => {}
        }
        key.id = parts.next()?.parse().ok()?;
        Some(key)
    }

    fn after(self, order: Order, query: &mut Query) {
        if let Order::By(column, way) = order {
            let (here, last) = (column.of("cases"), column.of("seen"));
            let (id, same) = (query.bind(Value::from(self.id)), query.bind(Value::from(self.id)));
            query.and(&format!(
                "({here}, id) {} ((SELECT {last} FROM cases seen WHERE seen.id = {id}), {same})",
                way.sign()
            ));
            return;
        }
        let (columns, values, sign) = match order {
            Order::Risk => (
                "risk_rank, due_on, opened_at, id",
                vec![
                    Value::Int(self.risk_rank),
                    Value::from(self.due_on),
                    Value::from(self.opened_at),
                    Value::from(self.id),
                ],
                ">",
            ),
            Order::Newest => ("opened_at, id", vec![Value::from(self.opened_at), Value::from(self.id)], "<"),
            Order::Oldest => ("opened_at, id", vec![Value::from(self.opened_at), Value::from(self.id)], ">"),
            Order::Number => ("number, id", vec![Value::from(self.number), Value::from(self.id)], ">"),
            Order::Party | Order::By(..) => {
                ("party_name, id", vec![Value::from(self.party), Value::from(self.id)], ">")
            }
        };
        let places: Vec<String> = values.into_iter().map(|value| query.bind(value)).collect();
        query.and(&format!("({columns}) {sign} ({})", places.join(", ")));
    }
}

/// The figures of the role centre's tiles.
///
/// # Errors
/// [`DbError`] from the database.
pub fn counts(tx: &mut Tx<'_>, fulfilled_since: Instant, today: Date) -> Result<Counts, DbError> {
    let mut counts = Counts::default();
    for row in tx.query(&OPEN_BY_STATE, &[])? {
        let total = row.get("total")?;
        match row.get::<String>("state")?.as_str() {
            "draft" => counts.drafts = total,
            "started" => counts.started = total,
            "admissible" => counts.admissible = total,
            _ => {}
        }
    }
    for row in tx.query(&OPEN_BY_ORIGIN, &[])? {
        let total: i64 = row.get("total")?;
        match row.get::<String>("origin")?.as_str() {
            "contact" => counts.from_contacts = total,
            "internal" => counts.internal = total,
            _ => {}
        }
    }
    let one = |rows: Option<db::Row>| rows.map_or(Ok(0), |row| row.get("total"));
    counts.fulfilled = one(tx.row(&FULFILLED_SINCE, &params![fulfilled_since])?)?;
    counts.at_risk = one(tx.row(&AT_RISK, &params![today])?)?;
    for row in tx.query(&CONTRACTS, &[])? {
        let total = row.get("total")?;
        match row.get::<String>("state")?.as_str() {
            "active" => counts.contracts_active = total,
            "suspended" => counts.contracts_suspended = total,
            "draft" => counts.contracts_draft = total,
            _ => {}
        }
    }
    Ok(counts)
}
