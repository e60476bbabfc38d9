//! The page of a new request.

use app::{
    processes::{Group, list_procedures},
    registry::{HitKind, search, show_customer, show_point},
};
use domain::registry::{SupplyPoint, SupplyPointState};
use kernel::Sector;
use routes::{
    Route,
    console::{BillList, BillListQuery, CaseNew, CaseNewQuery, CaseStart, CustomerShow, Till},
};
use texts::{Texts, TimeUnit};
use web::{
    Answer, Asked, Failure, PageCtx,
    layout::{Area, Choice, Empty, Field, KeyHint, Link, Note, NoteKind},
};

use crate::{
    standing::service,
    views::{
        form::Piece,
        new_request::{Candidate, Chosen, NewRequestPage, ProcedureGroup, ProcedureLine, SupplyChoice},
        till::till_url,
        wording::sentence,
    },
    wizard::open::usual_origin,
};

/// What the page is asked with, besides for whom: words to search for.
#[derive(Debug, Default, serde::Deserialize)]
pub(super) struct Words {
    #[serde(default)]
    q: String,
}

/// The page.
pub(super) async fn show(
    cx: PageCtx,
    Asked(query): Asked<CaseNewQuery>,
    Asked(words): Asked<Words>,
) -> Answer {
    let page = page(&cx, &query, words.q.trim(), None).await?;
    cx.page(&page)
}

/// The page for a customer or a supply, or with what a search found; `refused` says why nothing was started.
pub(super) async fn page<'a>(
    cx: &'a PageCtx,
    query: &CaseNewQuery,
    words: &str,
    refused: Option<String>,
) -> Result<NewRequestPage<'a>, Failure> {
    let t = cx.t;
    let mut frame = cx.frame(t.new_request_title(), Some(Area::Cases));
    frame.keys = vec![KeyHint::new("1–9", t.new_request_start())];
    let chosen = chosen(cx, query).await?;
    let found = if words.is_empty() { Vec::new() } else { candidates(cx, query, words).await? };
    let none = (!words.is_empty() && found.is_empty()).then(|| Empty {
        icon: "filter",
        title: t.new_request_none(),
        text: t.new_request_none_text(),
        link: None,
        main: false,
    });
    let usual = Some(query.origin.as_deref().unwrap_or_else(|| usual_origin(cx).code()));
    let mut origins = origins(cx);
    origins.sort_by_key(|origin| Some(origin.value.as_str()) != usual);
    // Who chose the procedure first says now for whom; the search keeps what is chosen.
    let mut kept = Vec::new();
    kept.extend(query.procedure.clone().map(|code| ("procedura".to_owned(), code)));
    kept.extend(query.origin.clone().map(|code| ("origine".to_owned(), code)));
    Ok(NewRequestPage {
        t,
        frame,
        kept,
        note: refused.map(|text| Note { kind: NoteKind::Error, lead: t.wizard_refused(), text, link: None }),
        who: Field {
            focus: chosen.is_none() || query.procedure.is_none(),
            ..Field::text("q", t.new_request_field())
                .icon("search")
                .placeholder(t.new_request_placeholder())
                .value(words)
        },
        found,
        none,
        chosen,
        origins,
        groups: groups(cx, query).await?,
    })
}

fn origins(cx: &PageCtx) -> Vec<Choice> {
    let t = cx.t;
    [
        ("counter", t.new_request_origin_counter()),
        ("call_centre", t.new_request_origin_call_centre()),
        ("letter", t.new_request_origin_letter()),
        ("email", t.new_request_origin_email()),
        ("pec", t.new_request_origin_pec()),
        ("internal", t.new_request_origin_internal()),
    ]
    .into_iter()
    .map(|(value, label)| Choice { value: value.to_owned(), label })
    .collect()
}

/// Published procedures by what they are about; those that cannot be started from where the request came are left
/// for their own ways in.
async fn groups(cx: &PageCtx, query: &CaseNewQuery) -> Result<Vec<ProcedureGroup>, Failure> {
    let lines = list_procedures(&cx.app, &cx.ctx).await?;
    let sector = match query.point {
        Some(point) => Some(show_point(&cx.app, &cx.ctx, point).await?.point.sector),
        None => None,
    };
    let known = query.party.is_some() || query.point.is_some();
    let groups = Group::ALL.into_iter().filter_map(|group| {
        let of_group = lines.iter().filter(|one| one.group == group);
        let procedures: Vec<ProcedureLine> =
            of_group.map(|one| procedure(cx, one, sector, known, query)).collect();
        (!procedures.is_empty()).then(|| ProcedureGroup { label: group_label(cx.t, group), procedures })
    });
    Ok(groups.collect())
}

fn group_label(t: &Texts, group: Group) -> String {
    match group {
        Group::Supply => t.new_request_group_supply(),
        Group::Contract => t.new_request_group_contract(),
        Group::Bills => t.new_request_group_bills(),
        Group::Meter => t.new_request_group_meter(),
        Group::Works => t.new_request_group_works(),
        Group::Service => t.new_request_group_service(),
        Group::Registry => t.new_request_group_registry(),
        Group::Other => t.new_request_group_other(),
    }
}

/// Whether a procedure is started by another act only.
pub(crate) fn starts_by_act(code: &str) -> bool {
    matches!(code, "INC" | "RIS")
}

/// Procedures that another act starts, and where that is.
fn act_of(cx: &PageCtx, code: &str, query: &CaseNewQuery) -> Option<Link> {
    let t = cx.t;
    match code {
        "INC" => {
            let till = query.party.map_or_else(|| Till::new().url(), |party| till_url(party, &[]));
            Some(Link::new(t.till_heading(), till))
        }
        "RIS" => {
            let bills = BillListQuery { party: query.party, ..BillListQuery::default() };
            Some(Link::new(t.bills_title(), BillList::new().with(&bills)))
        }
        _ => None,
    }
}

fn procedure(
    cx: &PageCtx,
    line: &app::processes::ProcedureLine,
    sector: Option<Sector>,
    known: bool,
    query: &CaseNewQuery,
) -> ProcedureLine {
    let t = cx.t;
    let act = act_of(cx, &line.code, query);
    let services: Vec<String> = line.sectors.iter().map(|one| service(t, *one)).collect();
    let why_not = if !line.allowed {
        sentence(t, "procedure_role", &[])
    } else if sector.is_some_and(|sector| !line.sectors.contains(&sector)) {
        t.new_request_not_for_service()
    } else if !line.draft && !known && act.is_none() {
        t.new_request_choose_first()
    } else {
        String::new()
    };
    ProcedureLine {
        digit: line.digit.map(String::from).unwrap_or_default(),
        name: line.name.clone(),
        code: line.code.clone(),
        about: services.join(", "),
        term: term(t, line, sector),
        action: CaseStart::new(line.code.as_str()).url(),
        wanted: query.procedure.as_deref() == Some(line.code.as_str()) && why_not.is_empty(),
        instead: act.clone().filter(|_| why_not.is_empty()),
        why_not: match act {
            Some(_) if why_not.is_empty() => sentence(t, "procedure_by_act", &[]),
            _ => why_not,
        },
    }
}

/// The terms customers are promised for the service in view. Until it is known, the term is told only where it is the same
/// for every service.
fn term(t: &Texts, line: &app::processes::ProcedureLine, sector: Option<Sector>) -> String {
    let mut terms: Vec<_> = line.terms.iter().collect();
    terms.sort_by_key(|(_, level, unit)| (*unit, *level));
    let mut spans: Vec<String> = Vec::new();
    for (of, level, unit) in terms {
        let Some(unit) = TimeUnit::from_code(unit).filter(|_| sector.is_none_or(|sector| sector == *of))
        else {
            continue;
        };
        let span = t.span(*level, unit);
        if !spans.contains(&span) {
            spans.push(span);
        }
    }
    match (sector, spans.len()) {
        (None, 2..) => t.new_request_term_by_service(),
        _ => spans.join(", "),
    }
}

async fn candidates(cx: &PageCtx, asked: &CaseNewQuery, words: &str) -> Result<Vec<Candidate>, Failure> {
    let hits = search(&cx.app, &cx.ctx, words).await?;
    Ok(hits
        .into_iter()
        .filter_map(|hit| {
            let mut query = CaseNewQuery { party: None, point: None, ..asked.clone() };
            let icon = match hit.kind {
                HitKind::Party(party) | HitKind::Contract(_, party) => {
                    query.party = Some(party);
                    "user"
                }
                HitKind::Point(point) | HitKind::Meter(point) => {
                    query.point = Some(point);
                    "pin"
                }
                HitKind::Bill(..) | HitKind::Case(_) => return None,
            };
            Some(Candidate {
                icon,
                title: hit.title,
                detail: vec![Piece::plain(hit.detail)],
                side: String::new(),
                href: CaseNew::new().with(&query),
            })
        })
        .collect())
}

/// For whom a request is: the customer with their supplies, or the supply alone.
async fn chosen(cx: &PageCtx, query: &CaseNewQuery) -> Result<Option<Chosen>, Failure> {
    let t = cx.t;
    let here = |point| CaseNew::new().with(&CaseNewQuery { point, ..query.clone() });
    let mut kept = Vec::new();
    kept.extend(query.party.map(|party| ("cliente".to_owned(), party.to_string())));
    kept.extend(query.point.map(|point| ("fornitura".to_owned(), point.to_string())));
    let other = CaseNew::new().with(&CaseNewQuery { party: None, point: None, ..query.clone() });
    if let Some(party) = query.party {
        let view = show_customer(&cx.app, &cx.ctx, party).await?;
        let code = view.party.tax_code.as_ref().or(view.party.vat_number.as_ref());
        let mut detail = vec![Piece::plain(t.wizard_customer(&view.party.number))];
        detail.extend(code.into_iter().flat_map(|code| [Piece::plain(" · "), Piece::code(code.clone())]));
        let supplies = view.supplies.iter().filter(|line| line.contract.ends_on.is_none());
        return Ok(Some(Chosen {
            name: view.party.names.display(),
            detail,
            href: Some(CustomerShow::new(party).url()),
            supplies: supplies
                .map(|line| {
                    supply(cx, &line.point, here(Some(line.point.id)), query.point == Some(line.point.id))
                })
                .collect(),
            other,
            kept,
        }));
    }
    let Some(point) = query.point else { return Ok(None) };
    let view = show_point(&cx.app, &cx.ctx, point).await?;
    Ok(Some(Chosen {
        name: String::new(),
        detail: Vec::new(),
        href: None,
        supplies: vec![supply(cx, &view.point, here(Some(point)), true)],
        other,
        kept,
    }))
}

fn supply(cx: &PageCtx, point: &SupplyPoint, href: String, current: bool) -> SupplyChoice {
    let t = cx.t;
    SupplyChoice {
        sector: point.sector,
        code: point.code.clone(),
        address: format!("{}, {}", point.address.line(), point.address.municipality),
        state: match point.state {
            SupplyPointState::Active => ("on", t.fields_point_active()),
            SupplyPointState::Suspended => ("half", t.fields_point_suspended()),
            SupplyPointState::Inactive | SupplyPointState::Removed => ("", t.fields_point_inactive()),
        },
        href,
        current,
    }
}
