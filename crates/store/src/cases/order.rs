//! The orders of lists of cases, and the keys by which one page follows the other.

use db::Value;
use domain::cases::Case;
use kernel::{CaseId, Instant};

use super::list::Query;

/// The order of a list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Breached, due today, by remaining days; suspended after; internal last; ties by start.
    #[default]
    Risk,
    /// The same from its end: internal ones first, breached last.
    LeastRisk,
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
    /// The column of the table; by whom a case is assigned to is told by the account's name and not by a column.
    const fn name(self) -> &'static str {
        match self {
            Self::Due => "due_on",
            Self::Procedure => "procedure",
            Self::Number => "number",
            Self::Party => "party_name",
            Self::Step => "step_name",
            Self::Assignee => "assigned_to",
        }
    }
}

impl Order {
    /// Whether an index has all cases in this order.
    pub(super) const fn leads_through_all(self) -> bool {
        matches!(self, Self::Newest | Self::Oldest | Self::Number | Self::By(Column::Number, _))
    }

    /// What is compared, each with its direction. Of one assignee the cases stand by id. Without `index` it is written so
    /// that no index of the order is used.
    pub(super) fn columns(self, index: bool) -> String {
        let (columns, way): (&[&str], _) = match self {
            Self::Risk => (&["risk_rank", "due_on", "opened_at", "id"], Direction::Up),
            Self::LeastRisk => (&["risk_rank", "due_on", "opened_at", "id"], Direction::Down),
            Self::Newest => (&["opened_at", "id"], Direction::Down),
            Self::Oldest => (&["opened_at", "id"], Direction::Up),
            Self::Number => (&["number", "id"], Direction::Up),
            Self::Party => (&["party_name", "id"], Direction::Up),
            Self::By(Column::Assignee, way) => (&["id"], way),
            Self::By(column, way) => (&[column.name(), "id"], way),
        };
        let each = |column: &&str| {
            let column = format!("cases.{column}");
            format!("{} {}", if index { column } else { unindexed(&column) }, way.word())
        };
        columns.iter().map(each).collect::<Vec<_>>().join(", ")
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

/// A column, written so that neither engine looks it up in an index of its own.
pub(super) fn unindexed(column: &str) -> String {
    format!("COALESCE({column}, {column})")
}

/// Where a page ended.
pub(super) struct Key {
    risk_rank: i64,
    due_on: String,
    opened_at: Instant,
    number: String,
    party: String,
    pub(super) id: CaseId,
}

impl Key {
    /// The key of a case.
    pub(super) fn of(case: &Case) -> Self {
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
    pub(super) fn write(&self, order: Order) -> String {
        let at = self.opened_at.as_micros();
        match order {
            Order::Risk | Order::LeastRisk => format!("{}~{}~{at}~{}", self.risk_rank, self.due_on, self.id),
            Order::Newest | Order::Oldest => format!("{at}~{}", self.id),
            Order::Number => format!("{}~{}", self.number, self.id),
            Order::Party => format!("{}~{}", self.party.replace('~', " "), self.id),
            Order::By(..) => self.id.to_string(),
        }
    }

    pub(super) fn read(order: Order, text: &str) -> Option<Self> {
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
            Order::Risk | Order::LeastRisk => {
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

    pub(super) fn after(&self, order: Order, query: &mut Query) {
        if let Order::By(Column::Assignee, way) = order {
            let id = query.bind(Value::from(self.id));
            query.and(&format!("id {} {id}", way.sign()));
            return;
        }
        if let Order::By(column, way) = order {
            let (here, last) = (format!("cases.{}", column.name()), format!("seen.{}", column.name()));
            let (id, same) = (query.bind(Value::from(self.id)), query.bind(Value::from(self.id)));
            query.and(&format!(
                "({here}, id) {} ((SELECT {last} FROM cases seen WHERE seen.id = {id}), {same})",
                way.sign()
            ));
            return;
        }
        let (columns, values, sign) = match order {
            Order::Risk | Order::LeastRisk => (
                "risk_rank, due_on, opened_at, id",
                vec![
                    Value::Int(self.risk_rank),
                    Value::from(self.due_on.as_str()),
                    Value::from(self.opened_at),
                    Value::from(self.id),
                ],
                if order == Order::Risk { ">" } else { "<" },
            ),
            Order::Newest => ("opened_at, id", vec![Value::from(self.opened_at), Value::from(self.id)], "<"),
            Order::Oldest => ("opened_at, id", vec![Value::from(self.opened_at), Value::from(self.id)], ">"),
            Order::Number => {
                ("number, id", vec![Value::from(self.number.as_str()), Value::from(self.id)], ">")
            }
            Order::Party | Order::By(..) => {
                ("party_name, id", vec![Value::from(self.party.as_str()), Value::from(self.id)], ">")
            }
        };
        let places: Vec<String> = values.into_iter().map(|value| query.bind(value)).collect();
        query.and(&format!("({columns}) {sign} ({})", places.join(", ")));
    }
}
