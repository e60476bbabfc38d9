//! Lists of cases: filters, pages by key, how many there are.

use db::{DbError, Tx, Value, params, statements};
use domain::{
    access::{Action, Resource, Role},
    cases::{Case, CaseState, Origin},
};
use kernel::{Date, Instant, SupplyPointId, UserId};

pub use super::order::{Column, Direction, Order};
use super::{
    case::of,
    counts,
    order::{Key, unindexed},
};
use crate::Ctx;

statements! {
    const ASSIGNEES: Statement = "SELECT id, display_name FROM app_user ORDER BY display_name, id";
    const OPENED_BETWEEN: Statement = "SELECT COUNT(*) AS total FROM (SELECT 1 AS one FROM cases WHERE closed_at IS NOT NULL AND state = $1
        AND opened_at >= $2 AND opened_at < $3 LIMIT $4) AS found";
    const NAME_OF_ASSIGNEE: Statement = "SELECT u.display_name FROM cases c JOIN app_user u ON u.id = c.assigned_to WHERE c.id = $1";
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
    /// Opened at this moment or after.
    pub opened_from: Option<Instant>,
    /// Opened before this moment.
    pub opened_before: Option<Instant>,
    /// Of this office.
    pub office: Option<kernel::OfficeId>,
    /// Under this service standard.
    pub standard: Option<String>,
    /// On this supply point.
    pub supply_point: Option<SupplyPointId>,
    /// With an open task that waits for one of these roles.
    pub roles: Vec<Role>,
    /// With an open task that one of these roles may do: kept for one of them, or for nobody in particular.
    pub doable_by: Vec<Role>,
    /// Whose number begins so.
    pub number: Option<String>,
    /// Whose number ends in these digits.
    pub number_end: Option<String>,
    /// Asked for by one of these.
    pub parties: Vec<kernel::PartyId>,
    /// For one of these services.
    pub sectors: Vec<kernel::Sector>,
}

/// How long the beginning of a number is that leaves few cases: year, procedure, and some digits.
const NARROW: usize = 11;

/// How many cases are sorted rather than searched for one by one.
const FEW: i64 = 20_000;

impl Filter {
    /// The same list in parts that have indexes of their own: what is open, and the ended ones of each state. A case has an
    /// end if, and only if, it is in a state of ended ones. A list of all states that an index of its own leads through is
    /// one part.
    fn parts(&self, order: Order) -> Vec<Self> {
        if self.open.is_none() && self.states.is_empty() && (order.leads_through_all() || self.picks()) {
            return vec![self.clone()];
        }
        let asked = |state: &CaseState| self.states.is_empty() || self.states.contains(state);
        let (open, ended): (Vec<CaseState>, Vec<CaseState>) =
            CaseState::ALL.iter().copied().filter(asked).partition(|state| !state.ends());
        let mut parts = Vec::new();
        if self.open != Some(false) && !open.is_empty() {
            let states = if self.states.is_empty() { Vec::new() } else { open };
            parts.push(Self { open: Some(true), states, ..self.clone() });
        }
        // Nothing that has ended stands still.
        if self.open != Some(true) && self.suspended != Some(true) {
            let of_state = |state| Self { open: Some(false), states: vec![state], ..self.clone() };
            parts.extend(ended.into_iter().map(of_state));
        }
        parts
    }

    /// Whether it picks few of all cases by an index of their own.
    fn picks(&self) -> bool {
        let narrow = self.number.as_ref().is_some_and(|prefix| prefix.len() >= NARROW);
        narrow || self.number_end.is_some() || self.supply_point.is_some() || !self.parties.is_empty()
    }

    /// Whether so few ended cases are left that they are better sorted than searched for in the order of the list.
    fn few_are_ended(&self, order: Order) -> bool {
        let by_number = matches!(order, Order::Number | Order::By(Column::Number, _));
        self.open == Some(false)
            && (self.picks()
                || self.closed_since.is_some()
                || !self.roles.is_empty()
                || !self.doable_by.is_empty()
                || (self.number.is_some() && !by_number))
    }

    /// Whether it asks for nothing but state and origin, which the tally of all cases tells.
    fn is_tallied(&self) -> bool {
        let Self { open, states, origins, .. } = self;
        let rest = Self { open: *open, states: states.clone(), origins: origins.clone(), ..Self::default() };
        *self == rest
    }

    fn tallies(&self, line: &counts::Line) -> bool {
        self.open.is_none_or(|open| open == line.open)
            && (self.states.is_empty() || self.states.contains(&line.state))
            && (self.origins.is_empty() || self.origins.contains(&line.origin))
    }
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

/// A statement that is put together.
pub(super) struct Query {
    pub(super) sql: String,
    pub(super) params: Vec<Value>,
}

impl Query {
    pub(super) fn bind(&mut self, value: Value) -> String {
        self.params.push(value);
        format!("${}", self.params.len())
    }

    pub(super) fn and(&mut self, condition: &str) {
        self.sql.push_str(" AND ");
        self.sql.push_str(condition);
    }

    fn and_eq(&mut self, column: &str, value: Value) {
        let place = self.bind(value);
        self.and(&format!("{column} = {place}"));
    }

    fn and_in(&mut self, column: &str, codes: &[&'static str]) {
        if !codes.is_empty() {
            self.and_any(column, codes.iter().map(|code| Value::from(*code)));
        }
    }

    fn and_any(&mut self, column: &str, values: impl Iterator<Item = Value>) {
        let places: Vec<String> = values.map(|value| self.bind(value)).collect();
        self.and(&format!("{column} IN ({})", places.join(", ")));
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
    let after = after.and_then(|key| Key::read(order, key));
    let mut cases = match order {
        Order::By(Column::Assignee, way) => by_assignee(tx, ctx, filter, way, after, limit + 1)?,
        _ => rows(tx, ctx, filter, &Piece { order, after, whose: None, limit: limit + 1 })?,
    };
    let more = i64::try_from(cases.len()).unwrap_or(i64::MAX) > limit;
    if more {
        cases.pop();
    }
    let next = if more { cases.last().map(|case| Key::of(case).write(order)) } else { None };
    Ok(Page { cases, next })
}

/// A piece of a list that one statement answers.
struct Piece<'a> {
    order: Order,
    after: Option<Key>,
    /// Only the cases of these accounts; with an empty list those of nobody.
    whose: Option<&'a [UserId]>,
    limit: i64,
}

/// The cases of a piece. Which they are is decided by what the indexes hold; only then are the cases themselves read.
fn rows(tx: &mut Tx<'_>, ctx: &Ctx, filter: &Filter, piece: &Piece<'_>) -> Result<Vec<Case>, DbError> {
    let mut query = Query { sql: "SELECT * FROM (".to_owned(), params: Vec::new() };
    let parts = filter.parts(piece.order);
    if parts.is_empty() {
        return Ok(Vec::new());
    }
    for (number, part) in parts.iter().enumerate() {
        if number > 0 {
            query.sql.push_str(" UNION ALL ");
        }
        query.sql.push_str("SELECT found_id FROM (SELECT id AS found_id FROM cases WHERE 1 = 1");
        filter_into(&mut query, ctx, part);
        match piece.whose {
            Some([]) => query.and("assigned_to IS NULL"),
            Some(accounts) => query.and_any("assigned_to", accounts.iter().map(|id| Value::from(*id))),
            None => {}
        }
        if let Some(key) = &piece.after {
            key.after(piece.order, &mut query);
        }
        // Few cases are sorted; of many the first are taken from the index of the order.
        let index = !part.few_are_ended(piece.order) && !few_were_opened(tx, part)?;
        query.sql.push_str(&format!(" ORDER BY {}", piece.order.columns(index)));
        let place = query.bind(Value::Int(piece.limit));
        query.sql.push_str(&format!(" LIMIT {place}) AS part_{number}"));
    }
    // A cross join keeps SQLite from walking through all cases in the order asked for.
    query.sql.push_str(&format!(
        ") AS found CROSS JOIN cases WHERE cases.id = found.found_id ORDER BY {}",
        piece.order.columns(true)
    ));
    let place = query.bind(Value::Int(piece.limit));
    query.sql.push_str(&format!(" LIMIT {place}"));
    tx.query_sql("cases::list::rows", &query.sql, &query.params)?.iter().map(of).collect()
}

/// Whether few of the ended cases of a state were opened between the days asked for.
fn few_were_opened(tx: &mut Tx<'_>, part: &Filter) -> Result<bool, DbError> {
    if part.open != Some(false) || (part.opened_from.is_none() && part.opened_before.is_none()) {
        return Ok(false);
    }
    let state = part.states.first().map_or("", |state| state.code());
    let from = part.opened_from.unwrap_or(Instant::from_micros(0));
    let before = part.opened_before.unwrap_or(Instant::from_micros(i64::MAX));
    let row = tx.row(&OPENED_BETWEEN, &params![state, from, before, FEW + 1])?;
    Ok(row.map_or(Ok(0), |row| row.get::<i64>("total"))? <= FEW)
}

/// The cases by the name of who has them: one name after the other, because no index spans accounts and cases.
fn by_assignee(
    tx: &mut Tx<'_>,
    ctx: &Ctx,
    filter: &Filter,
    way: Direction,
    after: Option<Key>,
    limit: i64,
) -> Result<Vec<Case>, DbError> {
    // Cases of nobody stand under the empty name.
    let mut names: Vec<(String, Vec<UserId>)> = vec![(String::new(), Vec::new())];
    for row in tx.query(&ASSIGNEES, &[])? {
        let (name, id) = (row.get::<String>("display_name")?, row.get("id")?);
        match names.last_mut().filter(|(last, accounts)| *last == name && !accounts.is_empty()) {
            Some((_, accounts)) => accounts.push(id),
            None => names.push((name, vec![id])),
        }
    }
    if way == Direction::Down {
        names.reverse();
    }
    let begun = match &after {
        Some(key) => {
            let row = tx.row(&NAME_OF_ASSIGNEE, &params![key.id])?;
            let name: String = row.map_or(Ok(String::new()), |row| row.get("display_name"))?;
            names.iter().position(|(known, _)| *known == name).unwrap_or(0)
        }
        None => 0,
    };
    let (mut cases, mut after) = (Vec::new(), after);
    for (_, accounts) in names.iter().skip(begun) {
        let left = limit - i64::try_from(cases.len()).unwrap_or(limit);
        if left <= 0 {
            break;
        }
        let order = Order::By(Column::Assignee, way);
        let piece = Piece { order, after: after.take(), whose: Some(accounts), limit: left };
        cases.extend(rows(tx, ctx, filter, &piece)?);
    }
    Ok(cases)
}

/// How many cases a filter shows: all where that is kept beside them, else counted up to `limit`.
///
/// # Errors
/// [`DbError`] from the database.
pub fn count(tx: &mut Tx<'_>, ctx: &Ctx, filter: &Filter, limit: i64) -> Result<i64, DbError> {
    if !ctx.may(Resource::Case, Action::Read) {
        return Ok(0);
    }
    if !ctx.only_own() && filter.is_tallied() {
        let lines = counts::tally(tx)?;
        return Ok(lines.iter().filter(|line| filter.tallies(line)).map(|line| line.total).sum());
    }
    let mut total = 0;
    for part in filter.parts(Order::Newest) {
        let mut query = Query {
            sql: "SELECT COUNT(*) AS total FROM (SELECT 1 AS one FROM cases WHERE 1 = 1".to_owned(),
            params: Vec::new(),
        };
        filter_into(&mut query, ctx, &part);
        let place = query.bind(Value::Int(limit));
        query.sql.push_str(&format!(" LIMIT {place}) AS found"));
        let rows = tx.query_sql("cases::list::count", &query.sql, &query.params)?;
        total += rows.first().map_or(Ok(0), |row| row.get::<i64>("total"))?;
    }
    Ok(total.min(limit))
}

/// Only cases with an open task for one of these roles; any case when none is named. The few cases that are open are looked
/// at one by one, not found by their tasks all over the table.
fn with_task(query: &mut Query, filter: &Filter, roles: Vec<&'static str>) {
    if roles.is_empty() {
        return;
    }
    let id = if filter.open == Some(true) { unindexed("cases.id") } else { "cases.id".to_owned() };
    let places: Vec<String> = roles.into_iter().map(|role| query.bind(Value::from(role))).collect();
    query.and(&format!(
        "{id} IN (SELECT case_id FROM task WHERE state = 'open' AND role IN ({}))",
        places.join(", ")
    ));
}

/// The conditions on days and moments.
fn moments_into(query: &mut Query, filter: &Filter) {
    if let Some(day) = filter.due_by {
        let place = query.bind(Value::from(day));
        query.and(&format!("risk_rank = 0 AND due_on <= {place}"));
    }
    if let Some(since) = filter.closed_since {
        let place = query.bind(Value::from(since));
        query.and(&format!("closed_at >= {place}"));
    }
    if let Some(from) = filter.opened_from {
        let place = query.bind(Value::from(from));
        query.and(&format!("opened_at >= {place}"));
    }
    if let Some(before) = filter.opened_before {
        let place = query.bind(Value::from(before));
        query.and(&format!("opened_at < {place}"));
    }
}

/// The conditions on the number.
fn number_into(query: &mut Query, filter: &Filter) {
    if let Some(prefix) = &filter.number {
        let low = query.bind(Value::from(prefix.as_str()));
        let high = query.bind(Value::from(format!("{prefix}\u{10ffff}")));
        // A whole year of numbers is longer than the list of all open cases.
        let wide = prefix.len() < NARROW && filter.open == Some(true);
        let number = if wide { unindexed("number") } else { "number".to_owned() };
        query.and(&format!("{number} >= {low} AND {number} < {high}"));
    }
    if let Some(digits) = &filter.number_end {
        let (last, all) = ends_in(digits);
        let (last, all) = (query.bind(Value::from(last)), query.bind(Value::from(all)));
        query.and(&format!("substr(number, length(number) - 3) = {last} AND number LIKE {all}"));
    }
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
    // Of those that ended lately the moment is looked up, not the state.
    let state = if filter.closed_since.is_some() { unindexed("state") } else { "state".to_owned() };
    query.and_in(&state, &filter.states.iter().map(|state| state.code()).collect::<Vec<_>>());
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
    moments_into(query, filter);
    if let Some(office) = filter.office {
        query.and_eq("office_id", Value::from(office));
    }
    if let Some(standard) = &filter.standard {
        query.and_eq("standard", Value::from(standard.as_str()));
    }
    if let Some(point) = filter.supply_point {
        query.and_eq("supply_point_id", Value::from(point));
    }
    let code = |role: &Role| role.code();
    with_task(query, filter, filter.roles.iter().map(code).collect());
    if !filter.doable_by.is_empty() {
        let free = std::iter::once("");
        with_task(query, filter, filter.doable_by.iter().map(code).chain(free).collect());
    }
    number_into(query, filter);
    if !filter.parties.is_empty() {
        let places: Vec<String> = filter.parties.iter().map(|id| query.bind(Value::from(*id))).collect();
        query.and(&format!("party_id IN ({})", places.join(", ")));
    }
    query.and_in("sector", &filter.sectors.iter().map(|sector| sector.code()).collect::<Vec<_>>());
}
