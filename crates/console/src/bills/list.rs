//! The list of bills: across customers by number, or of one customer with the choice of what to print again.

use app::bills::{self, BillFilter, BillState};
use domain::access::{Action, Resource};
use routes::{
    Route,
    console::{BillList, BillListQuery, CustomerShow},
};
use web::{
    Answer, Asked, PageCtx,
    layout::{Area, Empty, Field, KeyHint, Link, Tab},
};

use super::present::line;
use crate::views::bills::BillsPage;

/// Which bills the address asks for.
fn filter(query: &BillListQuery) -> BillFilter {
    BillFilter {
        text: query.text.clone().unwrap_or_default(),
        party: query.party,
        state: match query.state.as_deref() {
            Some("open") => BillState::Open,
            Some("overdue") => BillState::Overdue,
            _ => BillState::All,
        },
        after: query.after.clone().unwrap_or_default(),
    }
}

/// `/bollette`.
pub(super) async fn show(cx: PageCtx, Asked(query): Asked<BillListQuery>) -> Answer {
    let t = cx.t;
    let filter = filter(&query);
    let state = filter.state;
    let page = bills::list_bills(&cx.app, &cx.ctx, filter).await?;
    let name = page.party.as_ref().map(|party| party.names.display());
    let title = name.as_ref().map_or_else(|| t.bills_title(), |name| t.bills_title_of(name));
    let mut frame = cx.frame(title.clone(), Some(Area::Customers));
    let reprints = query.party.is_some() && cx.ctx.may(Resource::Case, Action::Create);
    if reprints {
        frame.keys = vec![
            KeyHint::new(t.layout_key_enter(), t.bills_key_reprint()),
            KeyHint::new("X", t.till_key_include()),
        ];
    }
    let tab = |label: String, code: Option<&str>, current| Tab {
        label,
        href: BillList::new().with(&BillListQuery {
            state: code.map(str::to_owned),
            after: None,
            ..query.clone()
        }),
        count: None,
        current,
    };
    cx.page(&BillsPage {
        t,
        frame,
        title,
        customer: page
            .party
            .as_ref()
            .map(|party| Link::new(party.names.display(), CustomerShow::new(party.id).url())),
        search: Field::text("q", t.bills_search())
            .value(query.text.clone().unwrap_or_default())
            .icon("search"),
        tabs: vec![
            tab(t.bills_all(), None, state == BillState::All),
            tab(t.bills_open(), Some("open"), state == BillState::Open),
            tab(t.bills_overdue(), Some("overdue"), state == BillState::Overdue),
        ],
        rows: page
            .bills
            .iter()
            .enumerate()
            .map(|(index, of)| line(&cx, of, index == 0, page.planned.contains(&of.bill.id)))
            .collect(),
        reprints,
        more: page
            .next
            .map(|after| BillList::new().with(&BillListQuery { after: Some(after), ..query.clone() })),
        empty: Empty {
            icon: "receipt",
            title: t.bills_none(),
            text: t.bills_none_text(),
            link: None,
            main: false,
        },
    })
}
