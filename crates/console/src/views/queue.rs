//! The work queue: saved views, filters, rows in order of risk, acts on the selected rows.

use askama::Template;
use kernel::CaseId;
use routes::Route;
use routes::console::{CaseListQuery, CaseRows, CaseShow};
use texts::Texts;
use web::layout::{Chip, ClockView, Column, Empty, Field, Frame, Link, Risk, Sort, Tab};

use super::{form::FieldView, queue_columns::QueueColumn};

/// The whole page.
#[derive(Debug, Template)]
#[template(path = "queue/page.html")]
pub struct QueuePage<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The frame.
    pub frame: Frame,
    /// The name of the column the list is ordered by; empty for the usual order.
    pub order: String,
    /// The same list as a file.
    pub export: String,
    /// Saved views.
    pub views: Vec<Tab>,
    /// The code of the view shown.
    pub view: Option<String>,
    /// Filters in use.
    pub chips: Vec<Chip>,
    /// The list without filters.
    pub cleared: String,
    /// The saved view that the filters no longer match, when it is one's own.
    pub update_view: Option<String>,
    /// The saved view shown, when it is one's own: it can be removed.
    pub remove_view: Option<String>,
    /// The filters in use as a query, to be saved with a view.
    pub filters_now: String,
    /// Every filter, as fields.
    pub fields: Vec<Field>,
    /// The name under which the view is saved.
    pub view_name: Field,
    /// The columns as the query names them.
    pub columns: Option<String>,
    /// Every column that can be chosen, with its words and whether it is shown.
    pub choosable: Vec<(QueueColumn, String, bool)>,
    /// The rows.
    pub rows: QueueRows<'a>,
    /// The acts.
    pub acts: QueueActs<'a>,
    /// This account can be handed out the next one.
    pub may_take: bool,
    /// This account may bring distributors' files.
    pub may_import: bool,
}

/// The rows: what chips, order, page and view exchange.
#[derive(Debug, Template)]
#[template(path = "queue/rows.html")]
pub struct QueueRows<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// Sent along with another answer.
    pub oob: bool,
    /// The name of the view.
    pub view: String,
    /// Heads of the columns after the one of the selection.
    pub columns: Vec<Column>,
    /// The columns shown besides risk and procedure.
    pub shown: Vec<QueueColumn>,
    /// The rows shown.
    pub rows: Vec<QueueRow>,
    /// The place of the first row shown, from 1.
    pub from: u32,
    /// How many rows there are.
    pub total: u32,
    /// The rows after these.
    pub more: Option<More>,
    /// What to say when there are none.
    pub empty: Empty,
}

impl QueueRows<'_> {
    /// Whether clock and deadline are shown.
    fn due(&self) -> bool {
        self.shown.contains(&QueueColumn::Due)
    }

    /// The place of the last row shown.
    fn to(&self) -> u32 {
        self.from + u32::try_from(self.rows.len()).unwrap_or(u32::MAX).saturating_sub(1)
    }

    /// How many rows come after.
    fn left(&self) -> u32 {
        self.total.saturating_sub(self.to())
    }
}

/// Where the rows after these are.
#[derive(Clone, Debug)]
pub struct More {
    /// As a page.
    pub href: String,
    /// Alone.
    pub part: String,
}

impl More {
    /// The page and the rows of a query.
    #[must_use]
    pub fn of(query: &CaseListQuery) -> Self {
        Self { href: routes::console::CaseList::new().with(query), part: CaseRows::new().with(query) }
    }
}

/// A case in the queue.
#[derive(Clone, Debug)]
pub struct QueueRow {
    /// The case.
    pub id: CaseId,
    /// How it stands.
    pub risk: Risk,
    /// Its regulated clock.
    pub clock: Option<ClockView>,
    /// The deadline, day and month; empty while suspended.
    pub due: String,
    /// Beside it.
    pub due_note: String,
    /// The code of the procedure.
    pub code: String,
    /// The name of the procedure.
    pub procedure: String,
    /// The number of the case.
    pub number: String,
    /// The customer, surname first.
    pub customer: String,
    /// The service.
    pub service: String,
    /// The supply: its code and address.
    pub point: String,
    /// The next step.
    pub step: String,
    /// Class and word of the state.
    pub state: (&'static str, String),
    /// The day the case was opened.
    pub opened: String,
    /// Where the request came from.
    pub origin: String,
    /// Who has it.
    pub assignee: Option<Assignee>,
    /// Ticked.
    pub selected: bool,
    /// Under the cursor when the page opens.
    pub cursor: bool,
}

impl QueueRow {
    /// Where it leads.
    #[must_use]
    pub fn href(&self) -> String {
        CaseShow::new(self.id).url()
    }

    fn class(&self) -> &'static str {
        match (self.cursor, self.selected) {
            (true, _) => "is-cursor",
            (false, true) => "is-on",
            (false, false) => "",
        }
    }
}

/// Who has a case.
#[derive(Clone, Debug)]
pub struct Assignee {
    /// Two letters.
    pub initials: String,
    /// Initial and surname: `M. Bellini`.
    pub name: String,
}

/// The bar of acts on the selected rows.
#[derive(Debug, Template)]
#[template(path = "queue/acts.html")]
pub struct QueueActs<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// Sent along with another answer.
    pub oob: bool,
    /// Acts this person may do.
    pub acts: Vec<QueueAct>,
    /// What they ask; their fields are sent with the ticked rows.
    pub asks: Vec<QueueAsk>,
}

/// What an act on the ticked rows asks.
#[derive(Clone, Debug)]
pub struct QueueAsk {
    /// The id of its dialog: the act's value.
    pub id: &'static str,
    /// Its title.
    pub title: String,
    /// Its fields.
    pub fields: Vec<FieldView>,
}

/// What came of an act on several cases, when a rule stopped some.
#[derive(Debug, Template)]
#[template(path = "queue/bulk.html")]
pub struct BulkDone<'a> {
    /// The texts.
    pub t: &'a Texts,
    /// The frame.
    pub frame: Frame,
    /// The way back to the list.
    pub back: Link,
    /// What was done.
    pub done: String,
    /// Whether anything was.
    pub any: bool,
    /// What was left as it was.
    pub left: Vec<BulkRow>,
}

/// A case an act could not be done to.
#[derive(Clone, Debug)]
pub struct BulkRow {
    /// Its number.
    pub number: String,
    /// Its page.
    pub href: String,
    /// Why.
    pub why: String,
}

/// An act on the selected rows.
#[derive(Clone, Debug)]
pub struct QueueAct {
    /// The value sent as `azione`.
    pub value: &'static str,
    /// The words.
    pub label: String,
    /// The icon.
    pub icon: &'static str,
    /// The key; empty for none.
    pub key: &'static str,
    /// The dialog it opens; empty when it asks nothing.
    pub dialog: &'static str,
}

/// Every act on selected rows, in order.
#[must_use]
pub fn all_acts(t: &Texts) -> Vec<QueueAct> {
    let act = |value, label, icon, key| QueueAct { value, label, icon, key, dialog: "" };
    vec![
        act("prendi", t.queue_act_take(), "user", "A"),
        act("assegna", t.queue_act_assign(), "user", "A"),
        act("sospendi", t.queue_act_suspend(), "pause", "S"),
        act("commenta", t.queue_act_comment(), "chat", "W"),
        act("esporta", t.queue_act_export(), "download", ""),
    ]
}

/// The heads of the columns for a query: each orders the list, the one in use turns the order round.
#[must_use]
pub fn columns(t: &Texts, query: &CaseListQuery) -> Vec<Column> {
    let sorted = |label: String, key: &str| {
        let used = query.sort.as_deref();
        let down = format!("-{key}");
        let sort = match used {
            Some(name) if name == key => Some(Sort::Ascending),
            Some(name) if name == down => Some(Sort::Descending),
            _ => None,
        };
        let next = if sort == Some(Sort::Ascending) { down } else { key.to_owned() };
        let query = CaseListQuery { sort: Some(next), after: None, ..query.clone() };
        let more = More::of(&query);
        Column::sorted_by(label, more.href, sort).part(more.part)
    };
    // The usual order, the most urgent first, needs no word in the address.
    let by_risk = match query.sort.as_deref() {
        None | Some("rischio") => Some(Sort::Descending),
        Some("-rischio") => Some(Sort::Ascending),
        Some(_) => None,
    };
    let turned = (by_risk == Some(Sort::Descending)).then(|| "-rischio".to_owned());
    let more = More::of(&CaseListQuery { sort: turned, after: None, ..query.clone() });
    let risk = Column::sorted_by(t.queue_col_risk(), more.href, by_risk).part(more.part);
    let shown = QueueColumn::shown(query);
    let one = |column: &QueueColumn| {
        let label = column.label(t);
        if column.orders() { sorted(label, column.code()) } else { Column::plain(label) }
    };
    let mut columns = vec![risk];
    if shown.contains(&QueueColumn::Due) {
        columns.extend([Column::plain(t.queue_col_clock()).hidden(), one(&QueueColumn::Due)]);
    }
    columns.push(sorted(t.queue_col_procedure(), "procedura"));
    columns.extend(shown.iter().filter(|column| **column != QueueColumn::Due).map(one));
    columns
}
