//! Searches inside a form: customers and supplies, as answers to choose from.

use app::{
    cases::CaseView,
    registry::{show_customer, show_point},
    voltura::{FoundParty, FoundPoint, find_parties, find_points},
};
use domain::registry::{SupplyPoint, SupplyPointState};
use kernel::{PartyId, SupplyPointId};
use routes::{Route, console::VolturaMatches};
use texts::Texts;
use web::{Failure, PageCtx};

use super::cases_named::case_named;
use crate::views::{
    form::{Check, CheckState, Found, Mark, Pick, Piece, SearchView},
    wording::finding,
};

/// How many candidates are offered.
const MOST: usize = 8;

/// A search for the field of this name: a supply when the name says so, else a customer.
pub(crate) async fn search(
    cx: &PageCtx,
    view: &CaseView,
    name: &str,
    text: &str,
    chosen: &str,
) -> Result<SearchView, Failure> {
    let label = view.pack.texts.or_key(cx.t.lang(), &format!("field-{}", name.replace('_', "-")));
    let mut search = SearchView {
        query: text.to_owned(),
        label,
        part: VolturaMatches::new(view.case.id).url(),
        ..SearchView::default()
    };
    if name.contains("point") {
        points(cx, view, &mut search, chosen).await?;
    } else {
        search.card_key = "F4".to_owned();
        parties(cx, &mut search, chosen).await?;
    }
    Ok(search)
}

async fn points(cx: &PageCtx, view: &CaseView, search: &mut SearchView, chosen: &str) -> Result<(), Failure> {
    let (t, case) = (cx.t, Some(view.case.id));
    let mut query = search.query.clone();
    if query.is_empty()
        && let Ok(id) = chosen.parse::<SupplyPointId>()
    {
        query = show_point(&cx.app, &cx.ctx, id).await?.point.code;
        search.query.clone_from(&query);
    }
    if query.is_empty() {
        return Ok(());
    }
    let found = find_points(&cx.app, &cx.ctx, case, &query, MOST).await?;
    let only = found.len() == 1;
    let is_chosen = |point: &FoundPoint| only || point.point.id.to_string() == chosen;
    if let Some(point) = found.iter().find(|point| is_chosen(point)) {
        search.checks_title = t.fields_point_checks();
        search.checks = checks(cx, view, point).await?;
    }
    search.found = Some(Found {
        legend: t.fields_found_points(found.len()),
        picks: found.iter().map(|point| Pick { chosen: is_chosen(point), ..point_pick(t, point) }).collect(),
    });
    Ok(())
}

async fn checks(cx: &PageCtx, view: &CaseView, point: &FoundPoint) -> Result<Vec<Check>, Failure> {
    let t = cx.t;
    let mut checks = Vec::new();
    for found in &point.findings {
        checks.push(Check {
            state: if found.blocks { CheckState::Bad } else { CheckState::Warning },
            text: finding(t, view, &found.code, &found.args),
            link: case_named(cx, &found.code, &found.args).await?,
        });
    }
    if checks.is_empty() {
        checks.push(Check { state: CheckState::Good, text: t.fields_point_clear(), link: None });
    }
    Ok(checks)
}

fn point_pick(t: &Texts, found: &FoundPoint) -> Pick {
    let point = &found.point;
    let mut note = vec![Piece::code(point.code.clone())];
    if let (Some(contract), Some(holder)) = (&found.contract, &found.holder) {
        let words = t.fields_point_holder(
            holder.names.display(),
            &holder.number,
            &contract.number,
            t.date(contract.starts_on),
        );
        note.push(Piece::plain(format!(" · {words}")));
    }
    if let Some(words) = power(t, point) {
        note.push(Piece::plain(format!(" · {words}")));
    }
    let (class, label) = match point.state {
        SupplyPointState::Suspended => ("half", t.fields_point_suspended()),
        SupplyPointState::Inactive | SupplyPointState::Removed => ("", t.fields_point_inactive()),
        _ => ("on", t.fields_point_active()),
    };
    Pick {
        value: point.id.to_string(),
        label: format!("{}, {}", sector(t, point.sector), point.address.line()),
        note,
        mark: Mark::State { class, label },
        ..Pick::default()
    }
}

/// Power, voltage and phases of a point, as far as they are known.
pub(super) fn power(t: &Texts, point: &SupplyPoint) -> Option<String> {
    let watt = point.technical.power_w?;
    let mut words = t.quantity_decimal(watt, 3, "kW");
    if let Some(volt) = point.technical.voltage_v {
        words = format!("{words}, {volt} V");
    }
    match point.technical.phases {
        Some(1) => words = format!("{words}, {}", t.fields_phase_single()),
        Some(3) => words = format!("{words}, {}", t.fields_phase_three()),
        _ => {}
    }
    Some(words)
}

/// The name of a sector.
pub(crate) fn sector(t: &Texts, sector: kernel::Sector) -> String {
    match sector {
        kernel::Sector::Water => t.words_sector_water(),
        kernel::Sector::Gas => t.words_sector_gas(),
        kernel::Sector::Lpg => t.words_sector_lpg(),
        kernel::Sector::Electricity => t.words_sector_electricity(),
        kernel::Sector::Telecom => t.words_sector_telecom(),
    }
}

async fn parties(cx: &PageCtx, search: &mut SearchView, chosen: &str) -> Result<(), Failure> {
    let t = cx.t;
    let mut query = search.query.clone();
    if query.is_empty()
        && let Ok(id) = chosen.parse::<PartyId>()
    {
        query = show_customer(&cx.app, &cx.ctx, id).await?.party.number;
        search.query.clone_from(&query);
    }
    if query.is_empty() {
        return Ok(());
    }
    let found = find_parties(&cx.app, &cx.ctx, &query, MOST).await?;
    let same = found.iter().filter(|party| party.same_code).count();
    let picks = found
        .iter()
        .map(|party| {
            let id = party.party.id.to_string();
            Pick {
                chosen: id == chosen || (chosen.is_empty() && party.same_code && same == 1),
                ..party_pick(t, party)
            }
        })
        .collect();
    search.found = Some(Found {
        legend: if same > 0 {
            t.fields_found_same(same, found.len() - same)
        } else {
            t.fields_found_parties(found.len())
        },
        picks,
    });
    Ok(())
}

fn party_pick(t: &Texts, found: &FoundParty) -> Pick {
    let party = &found.party;
    let mut note = Vec::new();
    if let Some(code) = party.tax_code.as_ref().or(party.vat_number.as_ref()) {
        note.push(Piece::code(code.clone()));
    }
    let mut rest = Vec::new();
    if let Some(day) = party.birth_date {
        rest.push(t.fields_born(t.date(day), &party.birth_place));
    }
    if !found.address.is_empty() {
        rest.push(found.address.clone());
    }
    rest.push(t.fields_supplies(found.supplies));
    note.push(Piece::plain(format!("{}{}", if note.is_empty() { "" } else { " · " }, rest.join(" · "))));
    Pick {
        value: party.id.to_string(),
        label: party.names.display(),
        meta: t.wizard_customer(&party.number),
        note,
        mark: if found.same_code {
            Mark::SameCode(t.fields_same_code())
        } else {
            Mark::OnlyName(t.fields_only_name())
        },
        ..Pick::default()
    }
}
