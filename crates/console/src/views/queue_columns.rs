//! The columns of the queue that may be shown or left out.

use routes::console::CaseListQuery;
use texts::Texts;

/// A column besides risk and procedure, which always stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum QueueColumn {
    /// The clock and the deadline beside it.
    Due,
    /// The number of the case.
    Number,
    /// The customer.
    Customer,
    /// The service.
    Service,
    /// The supply.
    Point,
    /// The next step.
    Step,
    /// The state.
    State,
    /// The day the case was opened.
    Opened,
    /// Where the request came from.
    Origin,
    /// Who has it.
    Assignee,
}

impl QueueColumn {
    /// All, in the order they stand in.
    pub const ALL: [Self; 10] = [
        Self::Due,
        Self::Number,
        Self::Customer,
        Self::Service,
        Self::Point,
        Self::Step,
        Self::State,
        Self::Opened,
        Self::Origin,
        Self::Assignee,
    ];

    /// Its name in addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Due => "termine",
            Self::Number => "numero",
            Self::Customer => "cliente",
            Self::Service => "servizio",
            Self::Point => "fornitura",
            Self::Step => "passo",
            Self::State => "stato",
            Self::Opened => "avviata",
            Self::Origin => "origine",
            Self::Assignee => "assegnata",
        }
    }

    /// Its head.
    #[must_use]
    pub fn label(self, t: &Texts) -> String {
        match self {
            Self::Due => t.queue_col_due(),
            Self::Number => t.queue_col_number(),
            Self::Customer => t.queue_col_customer(),
            Self::Service => t.queue_by_sector(),
            Self::Point => t.queue_by_point(),
            Self::Step => t.queue_col_step(),
            Self::State => t.queue_by_state(),
            Self::Opened => t.queue_col_opened(),
            Self::Origin => t.queue_col_origin(),
            Self::Assignee => t.queue_col_assignee(),
        }
    }

    /// Whether the list can be ordered by it.
    pub(super) const fn orders(self) -> bool {
        matches!(self, Self::Due | Self::Number | Self::Customer | Self::Step | Self::Assignee)
    }

    /// Whether it stands while nobody chose.
    const fn usual(self) -> bool {
        self.orders()
    }

    /// The columns a query asks for, in their order; the usual ones when it names none that is known.
    #[must_use]
    pub fn shown(query: &CaseListQuery) -> Vec<Self> {
        let wanted: Vec<&str> = query.columns.iter().flat_map(|list| list.split(',')).collect();
        let named: Vec<Self> =
            Self::ALL.into_iter().filter(|column| wanted.contains(&column.code())).collect();
        if named.is_empty() { Self::ALL.into_iter().filter(|column| column.usual()).collect() } else { named }
    }

    /// What a query says of these columns: nothing when they are the usual ones.
    #[must_use]
    pub fn written<'c>(codes: impl Iterator<Item = &'c str>) -> Option<String> {
        let codes: Vec<&str> = codes.collect();
        let chosen: Vec<Self> =
            Self::ALL.into_iter().filter(|column| codes.contains(&column.code())).collect();
        let usual = Self::ALL.into_iter().filter(|column| column.usual()).eq(chosen.iter().copied());
        let text = chosen.iter().map(|column| column.code()).collect::<Vec<_>>().join(",");
        (!usual && !text.is_empty()).then_some(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(columns: &str) -> Vec<&'static str> {
        let query = CaseListQuery { columns: Some(columns.to_owned()), ..CaseListQuery::default() };
        QueueColumn::shown(&query).into_iter().map(QueueColumn::code).collect()
    }

    #[test]
    fn columns_stand_in_one_order_however_they_are_asked_for() {
        assert_eq!(of("assegnata,stato,numero"), ["numero", "stato", "assegnata"]);
    }

    #[test]
    fn without_a_known_column_the_usual_ones_stand() {
        let usual = ["termine", "numero", "cliente", "passo", "assegnata"];
        assert_eq!(of("prezzo"), usual);
        assert_eq!(of(""), usual);
        assert_eq!(QueueColumn::written(usual.into_iter()), None);
        assert_eq!(QueueColumn::written(std::iter::empty()), None);
    }

    #[test]
    fn what_is_written_is_read_again() {
        let written = QueueColumn::written(["stato", "numero", "prezzo"].into_iter()).unwrap();
        assert_eq!(written, "numero,stato");
        assert_eq!(of(&written), ["numero", "stato"]);
    }
}
