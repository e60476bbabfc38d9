//! Search: the results of the popup, and the page for those without script.

use app::registry::{self, Hit as Found, HitKind as Kind};
use axum::{Router, routing::get};
use domain::access::{Action, Resource};
use kernel::PartyId;
use routes::{
    Route,
    console::{self as at, CaseNewQuery, SearchQuery},
};
use texts::Texts;
use web::{
    Answer, AppState, Asked, Failure, PageCtx,
    layout::{Empty, Field, Link},
};

use crate::{
    standing::risk_of,
    views::{
        customer::tab_url,
        search::{Hit, HitGroup, HitKind, Piece, SearchPage, SearchResults, marked},
    },
};

/// The routes of this folder.
pub fn router() -> Router<AppState> {
    Router::new().route(at::Search::PATH, get(page)).route(at::SearchResults::PATH, get(results))
}

/// The popup's results, alone.
async fn results(cx: PageCtx, Asked(query): Asked<SearchQuery>) -> Answer {
    let found = found(&cx, &query.text.unwrap_or_default()).await?;
    cx.page(&found)
}

/// `/cerca`.
async fn page(cx: PageCtx, Asked(query): Asked<SearchQuery>) -> Answer {
    let t = cx.t;
    let text = query.text.unwrap_or_default();
    let results = found(&cx, &text).await?;
    // Who is not in the registry yet is entered with the first request.
    let next = if cx.ctx.may(Resource::Case, Action::Create) {
        Some(Link::new(t.search_nothing_request(), at::CaseNew::new().url()))
    } else if cx.ctx.may(Resource::Party, Action::Read) {
        Some(Link::new(t.search_nothing_customers(), at::CustomerList::new().url()))
    } else {
        None
    };
    cx.page(&SearchPage {
        t,
        frame: cx.frame(t.search_title(), None),
        field: Field::text("q", t.search_heading()).value(&text).icon("search").large().focus(),
        results,
        empty: Empty {
            icon: "search",
            title: t.search_nothing(&text),
            text: t.search_nothing_text(),
            link: next,
            main: false,
        },
    })
}

async fn found(cx: &PageCtx, text: &str) -> Result<SearchResults<'static>, Failure> {
    let t = cx.t;
    let hits = registry::search(&cx.app, &cx.ctx, text).await?;
    // What stands before the colon narrows the search and is not looked for.
    let words = match text.split_once(':') {
        Some(("p" | "f" | "m", rest)) => rest.trim(),
        _ => text,
    };
    let mut groups: Vec<HitGroup> = Vec::new();
    let mut number = 0_usize;
    for hit in &hits {
        number += 1;
        let kind = kind_of(hit.kind);
        let shown = shown(cx, hit, words, number);
        match groups.iter_mut().find(|group| group.kind == kind) {
            Some(group) => {
                group.total += 1;
                group.hits.push(shown);
            }
            None => groups.push(HitGroup { kind, total: 1, hits: vec![shown], more: None }),
        }
    }
    // With one customer found, the acts on it are a key away.
    let only: Vec<(PartyId, &str)> = hits
        .iter()
        .filter_map(|hit| match hit.kind {
            Kind::Party(id) => Some((id, hit.title.as_str())),
            _ => None,
        })
        .collect();
    if let [(id, name)] = only.as_slice() {
        groups.push(commands(t, *id, name, words, number));
    }
    Ok(SearchResults { t, text: text.to_owned(), groups })
}

const fn kind_of(kind: Kind) -> HitKind {
    match kind {
        Kind::Party(_) => HitKind::Customer,
        Kind::Point(_) | Kind::Contract(..) => HitKind::Supply,
        Kind::Meter(_) => HitKind::Meter,
        Kind::Bill(..) => HitKind::Bill,
        Kind::Case(_) => HitKind::Case,
    }
}

fn shown(cx: &PageCtx, hit: &Found, words: &str, number: usize) -> Hit {
    let (href, icon) = match hit.kind {
        Kind::Party(id) => (at::CustomerShow::new(id).url(), "user"),
        Kind::Point(id) => (at::SupplyShow::new(id).url(), "pin"),
        Kind::Meter(point) => (at::SupplyShow::new(point).url(), "gauge"),
        Kind::Contract(_, party) => (tab_url(party, "contratti", None), "contract"),
        Kind::Bill(_, party) => (tab_url(party, "bollette", None), "receipt"),
        Kind::Case(id) => (at::CaseShow::new(id).url(), "inbox"),
    };
    Hit {
        id: format!("esito-{number}"),
        href,
        icon,
        code: hit.procedure.clone(),
        title: marked(&hit.title, words),
        detail: detail(hit, words),
        risk: hit.clock.as_ref().map(|clock| risk_of(clock, cx.today())),
        side: hit.supplies.map(|count| cx.t.search_supplies(count)).unwrap_or_default(),
        key: if number == 1 { cx.t.layout_key_enter() } else { String::new() },
    }
}

/// The second line, its codes set apart.
fn detail(hit: &Found, words: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = hit.detail.as_str();
    for code in &hit.codes {
        let Some((before, after)) = rest.split_once(code.as_str()) else { continue };
        pieces.extend(marked(before, words));
        // A code that was searched for is marked; the others are set as codes.
        let found = marked(code, words);
        if found.iter().any(|piece| piece.hit) {
            pieces.extend(found);
        } else {
            pieces.push(Piece::code(code.clone()));
        }
        rest = after;
    }
    pieces.extend(marked(rest, words));
    pieces
}

fn commands(t: &Texts, party: PartyId, name: &str, words: &str, number: usize) -> HitGroup {
    let query = CaseNewQuery { party: Some(party), ..CaseNewQuery::default() };
    let mut title = vec![Piece::plain(format!("{} ", t.search_command_new()))];
    title.extend(marked(name, words));
    let new = Hit {
        id: format!("esito-{}", number + 1),
        href: at::CaseNew::new().with(&query),
        icon: "plus",
        code: String::new(),
        title,
        detail: Vec::new(),
        risk: None,
        side: String::new(),
        key: String::new(),
    };
    HitGroup { kind: HitKind::Command, total: 1, hits: vec![new], more: None }
}
