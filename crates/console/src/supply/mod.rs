//! A supply point: its page.

use app::registry::{self, PointView};
use axum::{Router, routing::get};
use domain::{
    access::{Action, Resource},
    registry::{ContractState, MeterKind, SupplyPointState, Technical},
};
use routes::{
    Route,
    console::{self as at, CaseNewQuery},
};
use texts::Texts;
use web::{
    Answer, AppState, PageCtx, Url,
    layout::{Area, Empty, KeyHint, Link, Note, NoteKind},
};

use crate::{
    customer::{case_row, chart, contract_state, offer, reading_rows},
    standing::{Names, service},
    views::supply::{HolderRow, MeterView, SupplyPage},
};

/// The routes of this folder.
pub fn router() -> Router<AppState> {
    Router::new().route(at::SupplyShow::PATH, get(show))
}

/// `/forniture/{point}`.
async fn show(cx: PageCtx, Url(to): Url<at::SupplyShow>) -> Answer {
    let view = registry::show_point(&cx.app, &cx.ctx, to.point).await?;
    let names = Names::read(&cx).await?;
    let t = cx.t;
    let point = &view.point;
    let mut frame = cx.frame(t.supply_title(service(t, point.sector), &point.code), Some(Area::Customers));
    frame.keys = vec![KeyHint::new("N", t.supply_new()), KeyHint::new("J K", t.queue_key_scroll())];
    let query = CaseNewQuery { point: Some(point.id), ..CaseNewQuery::default() };
    let mut technical = view.technical.iter();
    let cases = view.cases.iter().map(|case| {
        let mut row = case_row(&cx, &names, case);
        row.who.clone_from(&case.party_name);
        row
    });
    cx.page(&SupplyPage {
        t,
        frame,
        parent: Link::new(t.customer_list(), at::CustomerList::new().url()),
        sector: point.sector,
        service: service(t, point.sector),
        code: point.code.clone(),
        address: [point.address.line(), point.address.municipality.clone()].join(", "),
        state: state(t, point.state),
        new: at::CaseNew::new().with(&query),
        note: free(&cx, &view),
        technical: facts(t, &view),
        technical_since: technical
            .next()
            .map(|now| t.supply_since(t.date(now.valid_from)))
            .unwrap_or_default(),
        former: technical.map(|then| (t.date(then.valid_from), former(t, then))).collect(),
        meters: meters(t, &view),
        holders: holders(&cx, &view),
        may_see_holders: cx.ctx.may(Resource::Contract, Action::Read),
        chart: view.meters.first().and_then(|(meter, readings)| chart(t, point.sector, meter, readings)),
        cases: cases.collect(),
        no_cases: Empty {
            icon: "inbox",
            title: t.supply_cases_none(),
            text: t.supply_cases_none_text(),
            link: None,
            main: false,
        },
    })
}

fn state(t: &Texts, state: SupplyPointState) -> (&'static str, String) {
    match state {
        SupplyPointState::Active => ("on", t.supply_state_active()),
        SupplyPointState::Inactive => ("", t.supply_state_inactive()),
        SupplyPointState::Suspended => ("half", t.supply_state_suspended()),
        SupplyPointState::Removed => ("bad", t.supply_state_removed()),
    }
}

/// An active point without a contract in force is worth a word.
fn free(cx: &PageCtx, view: &PointView) -> Option<Note> {
    let held = view.contracts.iter().any(|(contract, _)| contract.state != ContractState::Ended);
    let known = cx.ctx.may(Resource::Contract, Action::Read);
    (known && !held && view.point.state == SupplyPointState::Active).then(|| Note {
        kind: NoteKind::Info,
        lead: cx.t.supply_free(),
        text: cx.t.supply_free_text(),
        link: None,
    })
}

fn power(t: &Texts, watts: i64) -> String {
    t.quantity_decimal(watts / 100, 1, "kW")
}

/// Megabits as contracts name them; slow lines in kilobits.
fn speed(t: &Texts, kbps: i64) -> String {
    if kbps < 10_000 { t.quantity(kbps, "kbit/s") } else { t.quantity(kbps / 1000, "Mbit/s") }
}

fn phases(t: &Texts, count: i64) -> String {
    if count == 3 { t.supply_phase_three() } else { t.supply_phase_one() }
}

/// The technical data that are known.
fn facts(t: &Texts, view: &PointView) -> Vec<(String, String)> {
    let now = &view.point.technical;
    [
        (t.supply_use(), use_word(t, &now.point_use)),
        (t.supply_power(), now.power_w.map(|watts| power(t, watts)).unwrap_or_default()),
        (t.supply_voltage(), now.voltage_v.map(|volts| t.quantity(volts, "V")).unwrap_or_default()),
        (t.supply_phases(), now.phases.map(|count| phases(t, count)).unwrap_or_default()),
        (t.supply_class(), now.meter_class.clone()),
        (t.supply_category(), now.use_category.clone()),
        (t.supply_withdrawal(), now.withdrawal_class.clone()),
        (t.supply_line_kind(), now.line_kind.clone()),
        (t.supply_access_technology(), now.access_technology.clone()),
        (t.supply_speed(), now.speed_kbps.map(|kbps| speed(t, kbps)).unwrap_or_default()),
        (t.supply_distributor(), view.point.distributor.clone()),
    ]
    .into_iter()
    .filter(|(_, value)| !value.is_empty())
    .collect()
}

/// What a supply is used for: the words of the codes exports bring; words that were typed stay as they are.
fn use_word(t: &Texts, code: &str) -> String {
    match code {
        "household_resident" => t.supply_use_resident(),
        "household_non_resident" => t.supply_use_non_resident(),
        "condominium" => t.supply_use_condominium(),
        "business" => t.supply_use_business(),
        "public_protected" => t.supply_use_public(),
        "other" => t.supply_use_other(),
        typed => typed.to_owned(),
    }
}

fn former(t: &Texts, then: &Technical) -> String {
    let parts = [
        use_word(t, &then.point_use),
        then.power_w.map(|watts| power(t, watts)).unwrap_or_default(),
        then.meter_class.clone(),
        then.use_category.clone(),
        then.access_technology.clone(),
        then.speed_kbps.map(|kbps| speed(t, kbps)).unwrap_or_default(),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

fn meters(t: &Texts, view: &PointView) -> Vec<MeterView> {
    let made = view.meters.iter().map(|(meter, readings)| {
        let digits = meter.registers.iter().map(|register| register.digits).max().unwrap_or(0);
        MeterView {
            kind: match meter.kind {
                MeterKind::Meter => t.supply_meter(),
                MeterKind::Corrector => t.supply_corrector(),
            },
            serial: meter.serial.clone(),
            period: match meter.removed_on {
                Some(end) => t.customer_period_to(t.date(meter.laid_on), t.date(end)),
                None => t.customer_period_from(t.date(meter.laid_on)),
            },
            detail: format!("{}, {}", t.supply_registers(meter.registers.len()), t.supply_digits(digits)),
            old: meter.removed_on.is_some(),
            readings: reading_rows(t, view.point.sector, meter, readings),
        }
    });
    made.collect()
}

fn holders(cx: &PageCtx, view: &PointView) -> Vec<HolderRow> {
    let t = cx.t;
    let made = view.contracts.iter().map(|(contract, holder)| HolderRow {
        party: holder.as_ref().map(|party| party.id),
        name: holder.as_ref().map_or_else(|| t.supply_holder_unknown(), |party| party.names.display()),
        contract: contract.number.clone(),
        offer: offer(t, &contract.offer),
        period: match contract.ends_on {
            Some(end) => t.customer_period_to(t.date(contract.starts_on), t.date(end)),
            None => t.customer_period_from(t.date(contract.starts_on)),
        },
        state: contract_state(cx, contract),
        old: contract.state == ContractState::Ended,
    });
    made.collect()
}
