//! What a token may do is what its account's role may do.

use serde_json::json;

use crate::{caller::Caller, support::worlds};

#[tokio::test(flavor = "multi_thread")]
async fn each_role_reaches_what_the_matrix_gives_it_and_nothing_else() {
    for world in worlds().await {
        let operator = Caller::of(&world, "marta.bellini").await;
        let technician = Caller::of(&world, "luca.ferrari").await;
        let back_office = Caller::of(&world, "paolo.conti").await;
        let party = world.incoming;
        let audit = format!("/api/v1/audit?subject={party}");
        let bills = format!("/api/v1/bills?party={party}");
        let contracts = format!("/api/v1/contracts?party={party}");
        // Operator, technician, back office.
        for (url, expected) in [
            ("/api/v1/me", [200, 200, 200]),
            ("/api/v1/parties", [200, 200, 200]),
            ("/api/v1/cases", [200, 200, 200]),
            ("/api/v1/procedures", [200, 200, 200]),
            ("/api/v1/procedures/REC", [200, 200, 200]),
            ("/api/v1/appointments", [200, 200, 200]),
            ("/api/v1/imports", [403, 403, 200]),
            ("/api/v1/incidents", [403, 403, 200]),
            ("/api/v1/standards", [200, 403, 200]),
            (audit.as_str(), [403, 403, 403]),
            (bills.as_str(), [200, 403, 200]),
            (contracts.as_str(), [200, 403, 200]),
        ] {
            for (caller, status) in [&operator, &technician, &back_office].into_iter().zip(expected) {
                let answer = caller.get(url).await;
                if status == 403 {
                    let problem = answer.problem(403, "denied");
                    assert!(problem["detail"].as_str().unwrap().contains("read"), "{problem}");
                } else {
                    answer.is(status);
                }
            }
        }
        technician
            .post("/api/v1/cases", json!({ "procedure": "VOL", "origin": "counter" }))
            .await
            .problem(403, "denied");
        let contacts = format!("/api/v1/parties/{party}/contacts");
        technician.post(&contacts, json!({ "kind": "note", "subject": "x" })).await.problem(403, "denied");
    }
}
