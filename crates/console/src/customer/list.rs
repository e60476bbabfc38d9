//! The list of customers: by name, what a search finds, or the holders of contracts in a state.

use app::registry::{self, HitKind};
use domain::registry::ContractState;
use kernel::PartyId;
use routes::{
    Route,
    console::{CustomerList, CustomerListQuery, ImportList},
};
use texts::Texts;
use web::{
    Answer, Asked, Failure, PageCtx,
    layout::{Area, Chip, Empty, Field, KeyHint, Link},
};

use super::present::{list_row, list_row_of_hit};
use crate::views::customer::{CustomerListPage, CustomerRow};

/// How many are shown at once.
const PAGE: i64 = 50;

/// The words of contract states in addresses.
const STATES: [(&str, ContractState); 3] = [
    ("attivi", ContractState::Active),
    ("sospesi", ContractState::Suspended),
    ("richiesti", ContractState::Draft),
];

/// The list of the holders of contracts in a state.
pub(crate) fn holders_url(state: ContractState) -> String {
    let word = STATES.iter().find(|(_, known)| *known == state).map(|(word, _)| (*word).to_owned());
    CustomerList::new().with(&CustomerListQuery { contracts: word, ..CustomerListQuery::default() })
}

/// `/clienti`.
pub(super) async fn show(cx: PageCtx, Asked(query): Asked<CustomerListQuery>) -> Answer {
    let t = cx.t;
    let text = query.text.clone().unwrap_or_default();
    let state = STATES.iter().find(|(word, _)| query.contracts.as_deref() == Some(*word)).copied();
    let (rows, more) = match state {
        Some(state) if text.is_empty() => holders(&cx, state, query.after.clone()).await?,
        _ if text.is_empty() => by_name(&cx, query.after.as_deref()).await?,
        _ => (found(&cx, &text).await?, None),
    };
    let only = state.filter(|_| text.is_empty()).map(|(word, _)| Chip {
        field: t.customer_tab_contracts(),
        value: word_of(t, word),
        without: CustomerList::new().url(),
    });
    let mut frame = cx.frame(t.customer_list(), Some(Area::Customers));
    frame.keys = vec![KeyHint::new("J K", t.queue_key_scroll())];
    cx.page(&CustomerListPage {
        t,
        frame,
        empty: empty(t, &text, only.is_some()),
        only,
        field: Field::text("q", t.customer_list_search()).value(text).icon("search").large().focus(),
        rows,
        more,
    })
}

fn word_of(t: &Texts, word: &str) -> String {
    match word {
        "attivi" => t.customer_contracts_in_force(),
        "sospesi" => t.customer_contracts_suspended(),
        _ => t.customer_contracts_requested(),
    }
}

/// Takes the rows of a page from one more than it shows; the last one shown when there are more.
fn page_of<T>(found: &[T]) -> (&[T], Option<&T>) {
    let most = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let shown = found.get(..found.len().min(most)).unwrap_or(found);
    (shown, shown.last().filter(|_| found.len() > most))
}

async fn by_name(cx: &PageCtx, after: Option<&str>) -> Result<(Vec<CustomerRow>, Option<String>), Failure> {
    let after = after.and_then(read_mark);
    let found = registry::list_parties_at_home(&cx.app, &cx.ctx, after, PAGE + 1).await?;
    let (shown, last) = page_of(&found);
    let more = last.map(|(party, _)| {
        let after = Some(format!("{}~{}", party.names.folded(), party.id));
        CustomerList::new().with(&CustomerListQuery { after, ..CustomerListQuery::default() })
    });
    Ok((shown.iter().map(|(party, home)| list_row(party, home.clone())).collect(), more))
}

async fn holders(
    cx: &PageCtx,
    (word, state): (&str, ContractState),
    after: Option<String>,
) -> Result<(Vec<CustomerRow>, Option<String>), Failure> {
    let found = registry::contracts_in_state(&cx.app, &cx.ctx, state, after, PAGE + 1).await?;
    let (shown, last) = page_of(&found);
    let more = last.map(|(contract, ..)| {
        CustomerList::new().with(&CustomerListQuery {
            contracts: Some(word.to_owned()),
            after: Some(contract.number.clone()),
            ..CustomerListQuery::default()
        })
    });
    let rows = shown.iter().filter_map(|(contract, holder, home)| {
        let row = list_row(holder.as_ref()?, home.clone());
        Some(CustomerRow { contract: contract.number.clone(), ..row })
    });
    Ok((rows.collect(), more))
}

async fn found(cx: &PageCtx, text: &str) -> Result<Vec<CustomerRow>, Failure> {
    let hits = registry::search(&cx.app, &cx.ctx, text).await?;
    let rows = hits.iter().filter_map(|hit| match hit.kind {
        HitKind::Party(id) => Some(list_row_of_hit(id, hit)),
        _ => None,
    });
    Ok(rows.collect())
}

fn empty(t: &Texts, text: &str, only: bool) -> Empty {
    if text.is_empty() && !only {
        return Empty {
            icon: "users",
            title: t.customer_list_start(),
            text: t.customer_list_start_text(),
            link: Some(Link::new(t.customer_list_import(), ImportList::new().url())),
            main: false,
        };
    }
    Empty {
        icon: "search",
        title: if only { t.customer_contracts_none() } else { t.customer_list_none(text) },
        text: if only { String::new() } else { t.customer_list_none_text() },
        link: Some(Link::new(t.customer_list_all(), CustomerList::new().url())),
        main: false,
    }
}

fn read_mark(mark: &str) -> Option<(String, PartyId)> {
    let (name, id) = mark.rsplit_once('~')?;
    Some((name.to_owned(), id.parse().ok()?))
}
