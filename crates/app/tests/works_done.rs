//! What works change: the meter, the technical data of the point, what billing is told; on both engines.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails where it cannot go on"
)]

#[path = "support/packs.rs"]
#[expect(dead_code, reason = "each test file uses a part of it")]
mod packs;
mod support;

use app::{
    Error,
    cases::{CaseView, Given, OpenCase, Prefill, answer, open},
    registry::{search, show_point},
};
use domain::{
    cases::Origin,
    registry::{Meter, Reading, ReadingKind},
};
use kernel::{CaseId, Sector};
use packs::{START, pack, publish, seen, straight};
use procedures::Files;
use serde_json::{Value as Json, json};
use store::registry::{meter, supply_point};
use support::{World, answers, day, worlds, worlds_of};

const METER: &str = "serviceTask sportello:operation=\"meters.change\"";
const POINT: &str = "serviceTask sportello:operation=\"points.update\"";
const BILLING: &str =
    "serviceTask sportello:operation=\"billing.submit\" sportello:arguments='{kind: \"works\"}'";
const ASK: &str = "userTask sportello:form=\"ask\"";

/// A pack that asks what was done on the spot and keeps it, twice.
fn files() -> Files {
    let drawn = straight("TSD", &[START, ASK, METER, POINT, BILLING, ASK, METER, POINT, "userTask"]);
    let mut files = pack("TSD", "", &drawn);
    let manifest =
        files["procedure.toml"].replace("[\"electricity\"]", "[\"electricity\", \"gas\", \"water\"]");
    files.insert("procedure.toml".to_owned(), manifest);
    let fields = [
        ("works_on", "date"),
        ("meter_work", "text"),
        ("removed_serial", "text"),
        ("readings", "readings"),
        ("laid_serial", "text"),
        ("laid_kind", "text"),
        ("laid_constant", "decimal"),
        ("power_w", "integer"),
        ("voltage_v", "integer"),
        ("meter_class", "text"),
        ("total", "money"),
        ("paid_amount", "money"),
        ("balance", "money"),
    ];
    let mut form: String = fields
        .iter()
        .map(|(name, kind)| format!("[[field]]\nname = \"{name}\"\nkind = \"{kind}\"\n\n"))
        .collect();
    form.push_str("[[field]]\nname = \"laid_registers\"\nkind = \"group\"\nleast = 0\nmost = 6\n\n");
    for (name, kind) in [("register", "text"), ("digits", "integer"), ("value", "decimal")] {
        form.push_str(&format!("  [[field.field]]\n  name = \"{name}\"\n  kind = \"{kind}\"\n\n"));
    }
    files.insert("forms/ask.toml".to_owned(), form);
    files
}

async fn opened(world: &World) -> CaseId {
    let prefill = Prefill { supply_point: Some(world.point), ..Prefill::default() };
    let new = OpenCase { procedure: "TSD".to_owned(), origin: Origin::Counter, prefill };
    open(&world.app, &world.ctx("marta.bellini").await, new).await.unwrap().id
}

async fn given(world: &World, case: CaseId, typed: Json) -> Result<CaseView, Error> {
    let element = seen(world, case).await.case.step;
    let ctx = world.ctx("marta.bellini").await;
    answer(&world.app, &ctx, case, Given { element, typed: answers(typed), ..Given::default() }).await?;
    Ok(seen(world, case).await)
}

/// The meter of the world changed on the tenth for another one.
fn changed() -> Json {
    json!({
        "works_on": "2026-03-10", "meter_work": "changed", "removed_serial": "E200317755",
        "readings": { "F1": 8_500, "F2": 6_300, "F3": 7_200 }, "laid_serial": "N900001", "laid_constant": 1.5,
        "laid_registers": [{ "register": "F1", "digits": 6, "value": 0 }, { "register": "F2", "digits": 6, "value": 3 }],
        "power_w": 6_000, "total": 40_755, "paid_amount": 12_227, "balance": 28_528,
    })
}

async fn meters(world: &World) -> Vec<Meter> {
    let point = world.point;
    world.app.db.read("meters", move |tx| Ok::<_, Error>(meter::of_point(tx, point)?)).await.unwrap()
}

async fn readings(world: &World, meter: &Meter) -> Vec<Reading> {
    let id = meter.id;
    world.app.db.read("readings", move |tx| Ok::<_, Error>(meter::readings(tx, id, 50)?)).await.unwrap()
}

async fn technical(world: &World) -> Vec<domain::registry::Technical> {
    let point = world.point;
    let history =
        world.app.db.read("technical", move |tx| Ok::<_, Error>(supply_point::technical_history(tx, point)?));
    history.await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_changed_meter_leaves_its_last_values_and_the_new_one_begins_with_its_first() {
    for world in worlds().await {
        publish(&world, &files()).await;
        let case = opened(&world).await;
        let view = given(&world, case, changed()).await.unwrap();
        assert!(view.incidents.is_empty(), "{:?}", view.incidents);
        let all = meters(&world).await;
        let (new, old) = (&all[0], &all[1]);
        assert_eq!(
            (new.serial.as_str(), new.laid_on, new.constant_millionths),
            ("N900001", day("2026-03-10"), 1_500_000)
        );
        assert_eq!((old.serial.as_str(), old.removed_on), ("E200317755", Some(day("2026-03-10"))));
        let first: Vec<(String, i64, ReadingKind)> =
            readings(&world, new).await.into_iter().map(|one| (one.register, one.value, one.kind)).collect();
        assert_eq!(
            first,
            [("F1".to_owned(), 0, ReadingKind::Opening), ("F2".to_owned(), 3, ReadingKind::Opening)]
        );
        let last = readings(&world, old).await;
        let closing: Vec<i64> =
            last.iter().filter(|one| one.kind == ReadingKind::Closing).map(|one| one.value).collect();
        assert_eq!(closing, [8_500, 6_300, 7_200]);
        assert_eq!(last.len(), 6, "what was read before stays");
        let ctx = world.ctx("marta.bellini").await;
        let hits = search(&world.app, &ctx, "N900001").await.unwrap();
        assert!(!hits.is_empty(), "the new serial is found");
        let point = show_point(&world.app, &ctx, world.point).await.unwrap();
        assert_eq!(point.point.technical.power_w, Some(6_000));

        // The same once more changes nothing.
        let again = given(&world, case, changed()).await.unwrap();
        assert!(again.incidents.is_empty(), "{:?}", again.incidents);
        assert_eq!(
            (meters(&world).await.len(), readings(&world, old).await.len(), technical(&world).await.len()),
            (2, 6, 2)
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn works_are_kept_whole_or_not_at_all() {
    for world in worlds().await {
        publish(&world, &files()).await;
        for (name, value, code) in [
            ("removed_serial", json!("NOPE"), "meter_unknown"),
            ("readings", json!({ "F1": 8_500, "F2": 6_300 }), "register_missing"),
            ("laid_serial", json!("E200317755"), "meter_there"),
            ("laid_registers", json!([]), "answer_missing"),
            ("laid_constant", json!(0), "answer_missing"),
            ("works_on", Json::Null, "answer_missing"),
        ] {
            let mut typed = answers(changed());
            if name == "laid_serial" {
                // Laid beside the one that is in place.
                typed.insert("meter_work".to_owned(), json!("laid"));
            }
            typed.insert(name.to_owned(), value);
            let case = opened(&world).await;
            let view = given(&world, case, Json::Object(typed)).await.unwrap();
            assert!(view.incidents[0].message.contains(code), "{name}: {:?}", view.incidents);
            let all = meters(&world).await;
            assert_eq!((all.len(), all[0].removed_on), (1, None), "{name}");
            assert_eq!(readings(&world, &all[0]).await.len(), 3, "{name}");
        }
        // A dial that would run backwards is told at its field already.
        let case = opened(&world).await;
        let mut typed = answers(changed());
        typed.insert("readings".to_owned(), json!({ "F1": 8_000, "F2": 6_300, "F3": 7_200 }));
        let Error::Invalid(problems) = given(&world, case, Json::Object(typed)).await.unwrap_err() else {
            panic!("no field was named")
        };
        assert_eq!(
            (problems[0].field.as_str(), problems[0].code.as_str()),
            ("readings.F1", "reading_below_last")
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_corrector_is_laid_beside_a_meter_and_a_meter_is_removed_for_good() {
    for world in worlds_of(Sector::Gas).await {
        publish(&world, &files()).await;
        let case = opened(&world).await;
        let typed = json!({
            "works_on": "2026-03-10", "meter_work": "laid", "laid_serial": "C1", "laid_kind": "corrector",
            "laid_registers": [{ "register": "C", "digits": 8, "value": 12 }], "meter_class": "G6", "total": 0, "balance": 0,
        });
        let view = given(&world, case, typed).await.unwrap();
        assert!(view.incidents.is_empty(), "{:?}", view.incidents);
        assert!(meters(&world).await.iter().all(|meter| meter.removed_on.is_none()));
        assert_eq!(technical(&world).await[0].meter_class, "G6");
        let typed = json!({
            "works_on": "2026-03-11", "meter_work": "removed", "removed_serial": "e200317755",
            "readings": { "T": 1_300, "C": 15 },
        });
        let view = given(&world, case, typed).await.unwrap();
        assert!(view.incidents.is_empty(), "{:?}", view.incidents);
        let all = meters(&world).await;
        let removed: Vec<(&str, bool)> =
            all.iter().map(|meter| (meter.serial.as_str(), meter.removed_on.is_some())).collect();
        assert_eq!(removed, [("C1", false), ("E200317755", true)]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn technical_data_are_kept_from_the_day_of_the_works_and_only_what_differs() {
    for world in worlds().await {
        publish(&world, &files()).await;
        let case = opened(&world).await;
        let none = json!({ "works_on": "2026-03-09", "meter_work": "none", "voltage_v": 230, "total": 0, "balance": 0 });
        given(&world, case, none).await.unwrap();
        assert_eq!(technical(&world).await.len(), 1, "it had that voltage already");
        given(&world, case, json!({ "works_on": "2026-03-10", "meter_work": "none", "power_w": 6_000 }))
            .await
            .unwrap();
        let history = technical(&world).await;
        let shown: Vec<_> =
            history.iter().map(|one| (one.valid_from, one.valid_to, one.power_w, one.voltage_v)).collect();
        assert_eq!(
            shown,
            [
                (day("2026-03-10"), None, Some(6_000), Some(230)),
                (day("2008-09-14"), Some(day("2026-03-09")), Some(3_000), Some(230)),
            ]
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn billing_is_told_of_the_meter_the_data_and_the_account_in_one_command() {
    for world in worlds().await {
        publish(&world, &files()).await;
        let case = opened(&world).await;
        let view = given(&world, case, changed()).await.unwrap();
        assert_eq!(view.billing.len(), 1);
        let (message, number) = (&view.billing[0], &view.case.number);
        assert_eq!((message.kind.as_str(), message.aggregate.as_str()), ("works", "IT999E00317482"));
        let body: Json = serde_json::from_str(&message.body).unwrap();
        assert_eq!(
            body,
            json!({
                "case": number, "point": "IT999E00317482", "contract": "A187730", "works_on": "2026-03-10",
                "meter": {
                    "removed": "E200317755", "closing": { "F1": 8_500, "F2": 6_300, "F3": 7_200 }, "laid": "N900001",
                    "registers": { "F1": 0, "F2": 3 }, "digits": { "F1": 6, "F2": 6 }, "constant_millionths": 1_500_000,
                },
                "technical": { "power_w": 6_000, "voltage_v": 230, "phases": 1, "meter_class": "" },
                "charge": { "total": 40_755, "paid": 12_227, "balance": 28_528, "lines": [] },
            })
        );
        // As the file connector writes it.
        let command = connectors::billing::Command {
            key: message.key.clone(),
            revision: 1,
            kind: message.kind.clone(),
            aggregate: message.aggregate.clone(),
            seq: 1,
            body,
        };
        connectors::billing::check(&command).unwrap();
    }
}
