//! The price list: loaded, offered to forms, put into the lines of a quote; on both engines.

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

use std::collections::BTreeMap;

use app::{
    Error,
    cases::{CaseView, Given, OpenCase, Prefill, answer, open, show_form},
    prices::{Loaded, load},
};
use domain::{cases::Origin, prices::Item};
use kernel::{CaseId, Money, Sector};
use packs::{START, pack, publish, seen, straight};
use procedures::Files;
use serde_json::{Value as Json, json};
use support::{World, answers, day, worlds_of};

fn item(code: &str, price: Option<i64>, vat_percent: i64, from: &str, to: Option<&str>) -> Item {
    Item {
        code: code.to_owned(),
        sector: Sector::Water,
        label_it: format!("Voce {code}"),
        label_en: format!("Item {code}"),
        unit: "m".to_owned(),
        price: price.map(Money::from_cents),
        vat_percent,
        valid_from: day(from),
        valid_to: to.map(day),
    }
}

fn list() -> Vec<Item> {
    vec![
        item("MC-05", Some(18_500), 10, "2026-01-01", None),
        item("SC-01", Some(4_200), 10, "2025-01-01", Some("2025-12-31")),
        item("SC-01", Some(4_400), 10, "2026-01-01", None),
        item("ZZ-22", Some(10_000), 22, "2026-01-01", None),
        item("LV-00", None, 10, "2026-01-01", None),
        item("OLD", Some(100), 10, "2025-01-01", Some("2026-03-10")),
        Item { sector: Sector::Gas, ..item("GC-05", Some(100), 22, "2026-01-01", None) },
    ]
}

fn files() -> Files {
    let drawn =
        straight("TSP", &[START, "userTask sportello:form=\"ask\"", "userTask sportello:form=\"ask\""]);
    let mut files = pack("TSP", "", &drawn);
    files.insert("procedure.toml".to_owned(), files["procedure.toml"].replace("electricity", "water"));
    let vat = "sum(for rate in distinct values(for line in lines return line.vat_percent) return round half up(sum(for line in \
               lines return if line.vat_percent = rate then line.amount_cents else 0) * rate / 100, 0))";
    let form = format!(
        "[[field]]\nname = \"lines\"\nkind = \"price_lines\"\nrequired = true\n\n\
         [[field]]\nname = \"net\"\nkind = \"money\"\ncompute = 'sum(for line in lines return line.amount_cents)'\n\n\
         [[field]]\nname = \"vat\"\nkind = \"money\"\ncompute = '{vat}'\n\n\
         [[field]]\nname = \"total\"\nkind = \"money\"\ncompute = 'net + vat'\n"
    );
    files.insert("forms/ask.toml".to_owned(), form);
    files
}

async fn opened(world: &World) -> CaseId {
    let prefill = Prefill { supply_point: Some(world.point), ..Prefill::default() };
    let new = OpenCase { procedure: "TSP".to_owned(), origin: Origin::Counter, prefill };
    open(&world.app, &world.ctx("marta.bellini").await, new).await.unwrap().id
}

async fn given(world: &World, case: CaseId, given: Given) -> Result<CaseView, Error> {
    let element = seen(world, case).await.case.step;
    answer(&world.app, &world.ctx("marta.bellini").await, case, Given { element, ..given }).await?;
    Ok(seen(world, case).await)
}

fn typed(lines: Json) -> Given {
    Given { typed: answers(json!({ "lines": lines })), ..Given::default() }
}

async fn loaded(world: &World) {
    load(&world.app, &world.app.system("test"), list(), false).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn lines_are_completed_before_anything_is_worked_out_from_them() {
    for world in worlds_of(Sector::Water).await {
        loaded(&world).await;
        publish(&world, &files()).await;
        let case = opened(&world).await;
        let ctx = world.ctx("marta.bellini").await;
        let asked = show_form(&world.app, &ctx, case, "TSP_1").await.unwrap();
        let offered: Vec<(&str, Option<Money>)> =
            asked[0].prices.iter().map(|item| (item.code.as_str(), item.price)).collect();
        let euro = |cents| Some(Money::from_cents(cents));
        assert_eq!(
            offered,
            [("LV-00", None), ("MC-05", euro(18_500)), ("SC-01", euro(4_400)), ("ZZ-22", euro(10_000))],
            "what is in force today for water"
        );
        // As the page of the form sends it.
        let raw: BTreeMap<String, Vec<String>> = [
            ("lines.0.code", "SC-01"),
            ("lines.0.quantity", "3,5"),
            ("lines.1.code", "LV-00"),
            ("lines.1.quantity", "2"),
            ("lines.1.price", "15,25"),
            ("lines.2.code", "ZZ-22"),
            ("lines.2.quantity", "1"),
        ]
        .map(|(name, value)| (name.to_owned(), vec![value.to_owned()]))
        .into();
        let view = given(&world, case, Given { raw, ..Given::default() }).await.unwrap();
        let data = &view.case.data;
        assert_eq!(
            data["lines"][0],
            json!({
                "code": "SC-01", "label": "Voce SC-01", "label_en": "Item SC-01", "unit": "m", "quantity": 3.5,
                "price_cents": 4_400, "vat_percent": 10, "amount_cents": 15_400,
            })
        );
        assert_eq!(data["lines"][1]["amount_cents"], json!(3_050), "the price that was typed");
        // 10 % of 184,50 and 22 % of 100,00.
        assert_eq!(
            (&data["net"], &data["vat"], &data["total"]),
            (&json!(28_450), &json!(4_045), &json!(32_495))
        );
        // The same through the API.
        let case = opened(&world).await;
        let view = given(&world, case, typed(json!([{ "code": "MC-05", "quantity": 1 }]))).await.unwrap();
        assert_eq!((&view.case.data["net"], &view.case.data["total"]), (&json!(18_500), &json!(20_350)));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_line_the_list_does_not_have_or_prices_itself_is_refused_at_its_place() {
    for world in worlds_of(Sector::Water).await {
        loaded(&world).await;
        publish(&world, &files()).await;
        let case = opened(&world).await;
        for (line, field, code) in [
            (json!({ "code": "GC-05", "quantity": 1 }), "lines.1.code", "price_unknown"),
            (json!({ "code": "OLD", "quantity": 1 }), "lines.1.code", "price_unknown"),
            (json!({ "code": "MC-05", "quantity": 1, "price_cents": 1 }), "lines.1.price", "price_fixed"),
            (json!({ "code": "LV-00", "quantity": 1 }), "lines.1.price", "price_open"),
        ] {
            let lines = json!([{ "code": "MC-05", "quantity": 1 }, line]);
            let Error::Invalid(problems) = given(&world, case, typed(lines)).await.unwrap_err() else {
                panic!("{code}: no field was named")
            };
            let told: Vec<(&str, &str)> =
                problems.iter().map(|problem| (problem.field.as_str(), problem.code.as_str())).collect();
            assert_eq!(told, [(field, code)]);
            assert!(
                problems[0].args.contains(&("code".to_owned(), line["code"].as_str().unwrap().to_owned()))
            );
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_quote_keeps_its_prices_when_the_list_changes() {
    for world in worlds_of(Sector::Water).await {
        loaded(&world).await;
        publish(&world, &files()).await;
        let case = opened(&world).await;
        given(&world, case, typed(json!([{ "code": "MC-05", "quantity": 1 }]))).await.unwrap();
        let dearer = vec![item("MC-05", Some(99_900), 10, "2026-01-01", None)];
        load(&world.app, &world.app.system("test"), dearer, false).await.unwrap();
        assert_eq!(seen(&world, case).await.case.data["total"], json!(20_350));
        let case = opened(&world).await;
        let view = given(&world, case, typed(json!([{ "code": "MC-05", "quantity": 1 }]))).await.unwrap();
        assert_eq!(view.case.data["net"], json!(99_900));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_is_loaded_whole_or_not_at_all_and_a_dry_run_keeps_nothing() {
    for world in worlds_of(Sector::Water).await {
        let system = world.app.system("test");
        let all = list().len();
        let dry = load(&world.app, &system, list(), true).await.unwrap();
        assert_eq!(dry, Loaded { new: all, changed: 0, same: 0 });
        assert_eq!(load(&world.app, &system, list(), false).await.unwrap(), dry, "the dry run wrote nothing");
        assert_eq!(
            load(&world.app, &system, list(), false).await.unwrap(),
            Loaded { new: 0, changed: 0, same: all }
        );

        let refused = async |items: Vec<Item>| {
            let Error::Invalid(problems) = load(&world.app, &system, items, false).await.unwrap_err() else {
                panic!("no item was named")
            };
            (problems[0].field.clone(), problems[0].code.clone())
        };
        // The item that is in force has no end yet.
        let later = item("MC-05", Some(1), 10, "2027-01-01", None);
        let told = refused(vec![item("NEW", Some(1), 10, "2026-01-01", None), later.clone()]).await;
        assert_eq!(told, ("items.2".to_owned(), "price_overlap".to_owned()));
        let negative = refused(vec![item("X", Some(-1), 10, "2026-01-01", None)]).await;
        assert_eq!(negative, ("items.1".to_owned(), "price_negative".to_owned()));
        // With its last day it may be followed by another one.
        let ended = item("MC-05", Some(18_500), 10, "2026-01-01", Some("2026-12-31"));
        let done = load(&world.app, &system, vec![ended, later], false).await.unwrap();
        assert_eq!(done, Loaded { new: 1, changed: 1, same: 0 });

        let denied = load(&world.app, &world.ctx("marta.bellini").await, list(), true).await.unwrap_err();
        assert_eq!(denied.code(), "denied");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn where_the_utility_has_no_list_code_and_price_are_typed() {
    for world in worlds_of(Sector::Water).await {
        publish(&world, &files()).await;
        let case = opened(&world).await;
        let line = json!([{ "code": "A", "quantity": 2, "price_cents": 100 }]);
        let view = given(&world, case, typed(line.clone())).await.unwrap();
        assert_eq!(view.case.data["lines"], line);
    }
}
