//! Entering a customer: the checks of the counter, once however often it is sent.

use serde_json::{Value as Json, json};

use crate::{caller::Caller, support::worlds};

/// Somebody nobody has entered yet.
fn newcomer() -> Json {
    json!({
        "surname": "Zaffaroni", "given_name": "Ottavia", "tax_code": "zff ttv 87d49 f257d", "birth_date": "1987-04-09",
        "birth_place": "Modena", "sex": "F", "mobile": "333 555 0142", "email": "Ottavia.Zaffaroni@example.it", "lang": "en",
        "address": { "street": "via Po", "house_number": "12", "postcode": "41099", "municipality": "Fontebruna", "province": "mo" },
    })
}

fn with(name: &str, value: Json) -> Json {
    let mut new = newcomer();
    new[name] = value;
    new
}

#[tokio::test(flavor = "multi_thread")]
async fn a_customer_is_entered_once_and_found_by_what_was_sent() {
    for world in worlds().await {
        let caller = Caller::of(&world, "marta.bellini").await;
        let keyed = [("idempotency-key", "z-1")];
        let first = caller.send("POST", "/api/v1/parties", &keyed, Some(newcomer())).await.is(201);
        let again = caller.send("POST", "/api/v1/parties", &keyed, Some(newcomer())).await.is(201);
        assert_eq!(
            (first.bytes.as_slice(), again.header("idempotency-replayed")),
            (again.bytes.as_slice(), "true")
        );
        let made = first.json();
        assert_eq!(
            (&made["name"], &made["tax_code"]),
            (&json!("Zaffaroni Ottavia"), &json!("ZFFTTV87D49F257D"))
        );
        assert_eq!((&made["lang"], &made["warnings"]), (&json!("en"), &json!([])), "{made}");
        assert!(made["number"].as_str().unwrap().starts_with('C'), "{made}");

        let shown =
            caller.get(&format!("/api/v1/parties/{}", made["id"].as_str().unwrap())).await.is(200).json();
        assert_eq!(shown["addresses"][0]["address"]["province"], "MO");
        assert_eq!(shown["addresses"][0]["address"]["country"], "IT");
        assert_eq!(shown["contact_points"].as_array().unwrap().len(), 2);
        for query in ["Ottavia%20Zaffaroni", "ZFFTTV87", "3335550142", "via%20po%2012"] {
            let hits = caller.get(&format!("/api/v1/search?q={query}&kind=party")).await.is(200).json();
            assert_eq!(hits["items"][0]["id"], made["id"], "{query}: {hits}");
        }
        // Without its key it is a second entry of the same person, which nobody makes.
        let twin = caller.post("/api/v1/parties", newcomer()).await.problem(422, "invalid");
        assert_eq!(twin["fields"][0]["code"], "party_exists", "{twin}");
        assert!(twin["fields"][0]["detail"].as_str().unwrap().contains("Zaffaroni Ottavia"), "{twin}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_organisation_is_entered_by_its_vat_number() {
    for world in worlds().await {
        let caller = Caller::of(&world, "paolo.conti").await;
        let company = json!({
            "kind": "company", "company_name": "Officine della Fonte S.r.l.", "vat_number": "03218840365", "email": "a@example.it",
            "address": { "street": "piazza Garibaldi", "house_number": "9", "municipality": "Fontebruna" },
        });
        let made = caller.post("/api/v1/parties", company).await.is(201).json();
        assert_eq!(
            (&made["kind"], &made["name"]),
            (&json!("organisation"), &json!("Officine della Fonte S.r.l."))
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_counter_would_refuse_is_refused_at_its_field() {
    for world in worlds().await {
        let caller = Caller::of(&world, "marta.bellini").await;
        let nobody = json!({ "surname": "Montanari", "given_name": "Irene", "no_tax_code": true, "birth_date": "1991-11-02",
            "birth_place": "Tirana", "sex": "F", "mobile": "333 555 0142", "address": { "street": "via Po", "municipality": "Fontebruna" } });
        let cases: [(Json, &str, &str); 8] = [
            (with("tax_code", json!("ZFFTTV87D49F257X")), "tax_code", "tax_code_check_character"),
            (with("tax_code", json!("")), "tax_code", "required"),
            (with("email", json!("nessuna")), "email", "email"),
            (with("vat_number", json!("03218840362")), "vat_number", "vat_check_digit"),
            (with("birth_date", json!("2099-01-01")), "birth_date", "date_in_future"),
            (with("birth_date", json!("09/04/1987")), "birth_date", "date_form"),
            (with("surname", json!("")), "surname", "required"),
            (nobody, "namesakes_checked", "namesake_exists"),
        ];
        for (new, field, code) in cases {
            let problem = caller.post("/api/v1/parties", new.clone()).await.problem(422, "invalid");
            let fields = problem["fields"].as_array().unwrap();
            let told = fields.iter().any(|one| one["field"] == field && one["code"] == code);
            assert!(told, "{field} {code} is missing in {problem} of {new}");
            assert!(
                fields.iter().all(|one| one["detail"].as_str().is_some_and(|text| !text.is_empty())),
                "{problem}"
            );
        }
        let unreachable = json!({ "surname": "Zaffaroni", "given_name": "Ottavia", "tax_code": "ZFFTTV87D49F257D",
            "address": { "street": "via Po", "municipality": "Fontebruna" } });
        caller.post("/api/v1/parties", unreachable).await.problem(422, "invalid");
        caller.post("/api/v1/parties", with("nome", json!("x"))).await.problem(422, "field_unknown");
        let parties = caller.get("/api/v1/parties").await.is(200).json();
        assert_eq!(parties["items"].as_array().unwrap().len(), 2, "nothing of it was kept");

        // A code of another name is taken, as at the counter, and said.
        let odd = caller.post("/api/v1/parties", with("surname", json!("Rossi"))).await.is(201).json();
        assert_eq!(odd["warnings"][0]["code"], "tax_code_differs_from_name", "{odd}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn only_who_enters_customers_at_the_counter_does_it_here() {
    for world in worlds().await {
        let technician = Caller::of(&world, "luca.ferrari").await;
        technician.post("/api/v1/parties", newcomer()).await.problem(403, "denied");
    }
}
