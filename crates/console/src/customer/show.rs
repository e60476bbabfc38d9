//! One customer: the page with its tab, and parts of it alone.

use app::registry::{self, CustomerView};
use domain::access::{Action, Resource};
use kernel::SupplyPointId;
use routes::console::{CustomerPart, CustomerShow, CustomerTabQuery};
use web::{
    Answer, Asked, Failure, PageCtx, Url,
    layout::{Area, KeyHint},
};

use super::{
    overview::{EVENTS, cases_part, overview, registry_part, supplies_part, timeline_part},
    present::{head, supply_name},
    records,
};
use crate::{
    standing::{Names, Start},
    views::customer::{Body, ContactForm, CustomerPage, May, TABS, acts, tabs},
};

/// `/clienti/{party}`.
pub(super) async fn show(
    cx: PageCtx,
    Url(at): Url<CustomerShow>,
    Asked(query): Asked<CustomerTabQuery>,
) -> Answer {
    let view = registry::show_customer(&cx.app, &cx.ctx, at.party).await?;
    let names = Names::read(&cx).await?;
    let point = chosen(&view, query.point);
    let may = may(&cx);
    let hidden = may.hidden();
    let tab = query
        .tab
        .clone()
        .filter(|tab| TABS.contains(&tab.as_str()) && !hidden.contains(&tab.as_str()))
        .unwrap_or_else(|| "panoramica".to_owned());
    let events = (query.kind.as_deref(), events(&query));
    let body = body(&cx, &view, &names, &tab, point, events).await?;
    let t = cx.t;
    let name = view.party.names.display();
    let mut frame = cx.frame(t.customer_page_title(&name, &view.party.number), Some(Area::Customers));
    let tabs = tabs(t, at.party, point, &tab, counts(&view), &hidden);
    let procedures = if may.begin { starts(&view, &names, point) } else { Vec::new() };
    let acts = acts(t, at.party, point, procedures, &may);
    if !acts.is_empty() {
        frame.keys.push(KeyHint::new("1 … 0", t.customer_key_acts()));
    }
    frame
        .keys
        .push(KeyHint::new(format!("{} 1 … {}", t.layout_key_shift(), tabs.len()), t.customer_key_tabs()));
    if may.write {
        frame.keys.push(KeyHint::new("C", t.customer_key_contact()));
    }
    cx.page(&CustomerPage {
        t,
        frame,
        id: at.party,
        head: head(&cx, &view),
        on: point.and_then(|point| supply_name(t, &view, point)),
        acts,
        writes: may.write,
        kept: [
            Some(("cliente".to_owned(), at.party.to_string())),
            point.map(|point| ("fornitura".to_owned(), point.to_string())),
        ]
        .into_iter()
        .flatten()
        .collect(),
        tabs,
        body,
        contact: ContactForm::new(t, at.party, "call_in", "", ""),
    })
}

fn may(cx: &PageCtx) -> May {
    May {
        contracts: cx.ctx.may(Resource::Contract, Action::Read),
        bills: cx.ctx.may(Resource::Bill, Action::Read),
        till: cx.ctx.may(Resource::Till, Action::Create),
        begin: cx.ctx.may(Resource::Case, Action::Create),
        write: cx.ctx.may(Resource::Party, Action::Update),
    }
}

/// The procedures that can be started for the supply in view.
fn starts(view: &CustomerView, names: &Names, point: Option<SupplyPointId>) -> Vec<(char, String, String)> {
    let line = view.supplies.iter().find(|line| Some(line.point.id) == point);
    let fits = |start: &&Start| line.is_none_or(|line| start.sectors.contains(&line.point.sector));
    let acts = names.acts().iter().filter(fits);
    acts.map(|start| (start.digit, start.label.clone(), start.code.clone())).collect()
}

/// One part of the page, alone.
pub(super) async fn part(
    cx: PageCtx,
    Url(at): Url<CustomerPart>,
    Asked(query): Asked<CustomerTabQuery>,
) -> Answer {
    let view = registry::show_customer(&cx.app, &cx.ctx, at.party).await?;
    let names = Names::read(&cx).await?;
    let point = chosen(&view, query.point);
    match at.part.as_str() {
        "testata" => cx.page(&head(&cx, &view)),
        "anagrafica" => cx.page(&registry_part(&cx, &view, &names)),
        "forniture" => cx.page(&supplies_part(&cx, &view, point)),
        "pratiche" => cx.page(&cases_part(&cx, &view, &names)),
        "cronologia" => {
            cx.page(&timeline_part(&cx, &view, &names, point, (query.kind.as_deref(), events(&query))))
        }
        _ => Err(app::Error::NotFound { kind: "page" }.into()),
    }
}

/// How many events of the timeline are asked for.
fn events(query: &CustomerTabQuery) -> usize {
    query.after.as_deref().and_then(|most| most.parse().ok()).unwrap_or(EVENTS)
}

/// The supply the acts are about: the one asked for, else the first in force.
fn chosen(view: &CustomerView, asked: Option<SupplyPointId>) -> Option<SupplyPointId> {
    let mut lines = view.supplies.iter();
    match asked {
        Some(asked) => lines.find(|line| line.point.id == asked).map(|line| line.point.id),
        None => lines.find(|line| line.contract.ends_on.is_none()).map(|line| line.point.id),
    }
}

fn counts(view: &CustomerView) -> [Option<u32>; 7] {
    let count = |length: usize| Some(u32::try_from(length).unwrap_or(u32::MAX));
    let bills = view.supplies.iter().map(|line| line.bills.len()).sum();
    [
        None,
        count(view.supplies.len()),
        count(view.supplies.len()),
        count(bills),
        count(view.cases.len()),
        count(view.documents.len()),
        None,
    ]
}

async fn body(
    cx: &PageCtx,
    view: &CustomerView,
    names: &Names,
    tab: &str,
    point: Option<SupplyPointId>,
    events: (Option<&str>, usize),
) -> Result<Body<'static>, Failure> {
    Ok(match tab {
        "forniture" => Body::Supplies(records::supplies(cx, view, point)),
        "contratti" => Body::Contracts(records::contracts(cx, view)),
        "bollette" => Body::Bills(records::bills(cx, view)),
        "pratiche" => Body::Cases(records::cases(cx, view, names)),
        "documenti" => Body::Papers(records::papers(cx, view)),
        "letture" => {
            let seen = match point {
                Some(point) => Some(registry::show_point(&cx.app, &cx.ctx, point).await?),
                None => None,
            };
            Body::Readings(Box::new(records::readings(cx, view, names, seen.as_ref())))
        }
        _ => Body::Overview(Box::new(overview(cx, view, names, point, events))),
    })
}
