//! Customers, supply points, contracts, readings.

use serde_json::json;

use crate::{caller::Caller, support::worlds};

#[tokio::test(flavor = "multi_thread")]
async fn a_customer_is_found_and_shown_with_what_hangs_on_it() {
    for world in worlds().await {
        let caller = Caller::of(&world, "marta.bellini").await;
        let hits = caller.get("/api/v1/search?q=casarini&kind=party").await.is(200).json();
        assert_eq!(hits["items"][0]["id"], json!(world.outgoing));

        let shown = caller.get(&format!("/api/v1/parties/{}", world.outgoing)).await.is(200);
        assert_eq!(shown.header("etag"), "\"1\"");
        let party = shown.json();
        assert_eq!(
            (&party["name"], &party["supply_points"][0]),
            (&json!("Casarini Aldo"), &json!(world.point))
        );
        assert_eq!(party["addresses"][0]["address"]["municipality"], "Fontebruna");

        let contracts =
            caller.get(&format!("/api/v1/contracts?party={}", world.outgoing)).await.is(200).json();
        assert_eq!(contracts["items"][0]["id"], json!(world.contract));
        assert_eq!(contracts["items"][0]["deposit"], json!({ "cents": 4650, "currency": "EUR" }));
        let contract = caller.get(&format!("/api/v1/contracts/{}", world.contract)).await.is(200).json();
        assert_eq!((&contract["starts_on"], &contract["ends_on"]), (&json!("2008-09-14"), &json!(null)));

        let balance = caller.get(&format!("/api/v1/parties/{}/balance", world.outgoing)).await.is(200).json();
        assert_eq!(balance["open"], json!({ "cents": 0, "currency": "EUR" }));
        assert_eq!(balance["contracts"][0]["number"], "A187730");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_supply_point_is_found_by_its_code_and_shows_its_readings() {
    for world in worlds().await {
        let caller = Caller::of(&world, "marta.bellini").await;
        let points = caller.get("/api/v1/supply-points?code=it999e").await.is(200).json();
        assert_eq!(points["items"][0]["id"], json!(world.point));
        let point = caller.get(&format!("/api/v1/supply-points/{}", world.point)).await.is(200).json();
        assert_eq!(point["meters"][0]["registers"].as_array().unwrap().len(), 3);
        assert_eq!(point["contracts"][0]["party"], json!(world.outgoing));
        let readings =
            caller.get(&format!("/api/v1/supply-points/{}/readings", world.point)).await.is(200).json();
        let values: Vec<i64> =
            readings["items"].as_array().unwrap().iter().map(|row| row["value"].as_i64().unwrap()).collect();
        assert_eq!(values.iter().sum::<i64>(), 8412 + 6207 + 7090);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_contact_is_written_down_and_listed() {
    for world in worlds().await {
        let caller = Caller::of(&world, "marta.bellini").await;
        let url = format!("/api/v1/parties/{}/contacts", world.incoming);
        let made = caller
            .post(&url, json!({ "kind": "call_in", "subject": "Chiede della voltura" }))
            .await
            .is(201)
            .json();
        let listed = caller.get(&url).await.is(200).json();
        assert_eq!(listed["items"].as_array().unwrap().len(), 1);
        assert_eq!(
            (&listed["items"][0]["id"], &listed["items"][0]["recorded_by"]),
            (&made["id"], &json!("Bellini Marta"))
        );
        let wrong =
            caller.post(&url, json!({ "kind": "smoke", "subject": "x" })).await.problem(422, "invalid");
        assert_eq!(wrong["fields"][0]["field"], "kind");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn standards_and_clocks_are_those_of_the_command() {
    let world = worlds().await.remove(0);
    let caller = Caller::of(&world, "marta.bellini").await;
    let standards = caller.get("/api/v1/standards?limit=200").await.is(200).json();
    assert!(standards["items"].as_array().unwrap().iter().any(|line| line["id"] == "W-S14"));
    let run = json!({ "now": "2026-03-20T09:00:00+01:00", "cases": [{
        "id": "a1", "standard": "W-S14", "customer": { "class": "low_voltage_household", "meter_class": "G6" },
        "started": "2026-03-02T10:12:00+01:00",
        "suspended": [{ "from": "2026-03-06T12:00:00+01:00", "to": "2026-03-16T09:00:00+01:00", "cause": "customer" }],
        "stopped": null, "cause_of_miss": null, "in_arrears": false, "already_compensated_this_year": 0,
    }] });
    let results = caller.post("/api/v1/quality/evaluate", run).await.is(200).json();
    assert_eq!(
        (&results["results"][0]["due"], &results["results"][0]["elapsed"]),
        (&json!("2026-04-08"), &json!(8))
    );
    let wrong = json!({ "now": "2026-03-20T09:00:00+01:00", "cases": [{ "id": "a1", "standard": "X-1", "started": "2026-03-02T10:12:00+01:00" }] });
    let problem = caller.post("/api/v1/quality/evaluate", wrong).await.problem(422, "invalid");
    assert_eq!(problem["fields"][0]["field"], "cases.a1.standard");
}
