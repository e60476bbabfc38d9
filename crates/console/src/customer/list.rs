//! The list of customers: by name, or what a search finds.

use app::registry::{self, HitKind};
use kernel::PartyId;
use routes::{
    Route,
    console::{CustomerList, CustomerListQuery, ImportList},
};
use web::{
    Answer, Asked, PageCtx,
    layout::{Area, Empty, Field, KeyHint, Link},
};

use super::present::{list_row, list_row_of_hit};
use crate::views::customer::CustomerListPage;

/// How many are shown at once.
const PAGE: i64 = 50;

/// `/clienti`.
pub(super) async fn show(cx: PageCtx, Asked(query): Asked<CustomerListQuery>) -> Answer {
    let t = cx.t;
    let text = query.text.clone().unwrap_or_default();
    let (mut rows, mut more) = (Vec::new(), None);
    if text.is_empty() {
        let found =
            registry::list_parties(&cx.app, &cx.ctx, query.after.as_deref().and_then(read_mark), PAGE + 1)
                .await?;
        let shown = found.iter().take(usize::try_from(PAGE).unwrap_or(0));
        if i64::try_from(found.len()).unwrap_or(0) > PAGE {
            let last = shown.clone().next_back();
            more = last.map(|party| {
                let after = Some(format!("{}~{}", party.names.folded(), party.id));
                CustomerList::new().with(&CustomerListQuery { text: None, after })
            });
        }
        rows.extend(shown.map(list_row));
    } else {
        let hits = registry::search(&cx.app, &cx.ctx, &text).await?;
        rows.extend(hits.iter().filter_map(|hit| match hit.kind {
            HitKind::Party(id) => Some(list_row_of_hit(id, hit)),
            _ => None,
        }));
    }
    let empty = if text.is_empty() {
        Empty {
            icon: "users",
            title: t.customer_list_start(),
            text: t.customer_list_start_text(),
            link: Some(Link::new(t.customer_list_import(), ImportList::new().url())),
            main: false,
        }
    } else {
        Empty {
            icon: "search",
            title: t.customer_list_none(&text),
            text: t.customer_list_none_text(),
            link: Some(Link::new(t.customer_list_all(), CustomerList::new().url())),
            main: false,
        }
    };
    let mut frame = cx.frame(t.customer_list(), Some(Area::Customers));
    frame.keys = vec![KeyHint::new("J K", t.queue_key_scroll())];
    cx.page(&CustomerListPage {
        t,
        frame,
        field: Field::text("q", t.customer_list_search()).value(text).icon("search").large().focus(),
        rows,
        more,
        empty,
    })
}

fn read_mark(mark: &str) -> Option<(String, PartyId)> {
    let (name, id) = mark.rsplit_once('~')?;
    Some((name.to_owned(), id.parse().ok()?))
}
