//! Walking a list page by page shows every row exactly once.

use domain::registry::{Party, PartyKind, PartyNames, Sex};
use kernel::{Lang, PartyId};
use serde_json::json;

use crate::{
    caller::Caller,
    support::{World, day, worlds},
};

/// Ids of a whole list, read so many rows at a time.
async fn walk(caller: &Caller, url: &str, limit: usize) -> Vec<String> {
    let mut ids = Vec::new();
    let mut after = String::new();
    for _ in 0..200 {
        let sign = if url.contains('?') { '&' } else { '?' };
        let page = caller.get(&format!("{url}{sign}limit={limit}{after}")).await.is(200).json();
        let items = page["items"].as_array().unwrap();
        assert!(items.len() <= limit);
        ids.extend(items.iter().map(|row| row["id"].as_str().unwrap().to_owned()));
        match page["next"].as_str() {
            Some(next) => after = format!("&after={next}"),
            None => return ids,
        }
    }
    panic!("{url} never ends");
}

fn all_different(mut ids: Vec<String>) -> usize {
    let all = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), all, "a row came twice");
    all
}

/// Many customers of few names, so that pages end between equals.
async fn crowd(world: &World, many: usize) {
    let ctx = world.app.system("test");
    world
        .app
        .db
        .write("crowd", move |tx| {
            for number in 0..many {
                let names = PartyNames {
                    surname: ["Rossi", "Ròssi", "D'Amico"][number % 3].to_owned(),
                    given_name: "Anna".to_owned(),
                    company_name: String::new(),
                };
                let party = Party {
                    id: ctx.id(PartyId::from_bytes),
                    number: format!("9{number:04}"),
                    kind: PartyKind::Person,
                    names,
                    tax_code: None,
                    vat_number: None,
                    birth_date: None,
                    birth_place: String::new(),
                    sex: Sex::Unknown,
                    lang: Lang::It,
                    note: String::new(),
                    registered_on: day("2020-01-01"),
                    identity_verified_at: None,
                    version: 1,
                };
                store::registry::party::insert(tx, &ctx, &party)?;
            }
            Ok::<_, app::Error>(())
        })
        .await
        .unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn every_customer_comes_exactly_once_whatever_the_size_of_the_page() {
    for world in worlds().await {
        crowd(&world, 45).await;
        let caller = Caller::of(&world, "marta.bellini").await;
        for limit in [1, 7, 47, 200] {
            assert_eq!(all_different(walk(&caller, "/api/v1/parties", limit).await), 47, "{limit}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_case_comes_exactly_once_with_every_filter() {
    for world in worlds().await {
        let caller = Caller::of(&world, "paolo.conti").await;
        for _ in 0..11 {
            let new = json!({ "procedure": "VOL", "origin": "counter", "party": world.incoming });
            caller.post("/api/v1/cases", new).await.is(201);
        }
        let started = crate::cases::requested(&world, &caller).await;
        let party = format!("/api/v1/cases?party={}", world.incoming);
        for (url, rows) in [
            ("/api/v1/cases", 12),
            ("/api/v1/cases?state=draft", 11),
            ("/api/v1/cases?procedure=VOL", 12),
            ("/api/v1/cases?procedure=PM1", 0),
            (party.as_str(), 12),
            ("/api/v1/cases?from=2026-03-11", 1),
        ] {
            for limit in [1, 5, 12, 50] {
                let ids = walk(&caller, url, limit).await;
                assert_eq!(all_different(ids), rows, "{url} {limit}");
            }
        }
        let tasks = walk(&caller, &format!("/api/v1/tasks?case={started}"), 2).await;
        assert!(all_different(tasks) >= 7);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn short_lists_are_walked_too() {
    for world in worlds().await {
        let caller = Caller::of(&world, "marta.bellini").await;
        let contacts = format!("/api/v1/parties/{}/contacts", world.incoming);
        for number in 0..5 {
            caller.post(&contacts, json!({ "kind": "note", "subject": format!("{number}") })).await.is(201);
        }
        assert_eq!(all_different(walk(&caller, &contacts, 2).await), 5);
        let readings = format!("/api/v1/supply-points/{}/readings", world.point);
        assert_eq!(all_different(walk(&caller, &readings, 2).await), 3);
    }
}
