//! Sending a write twice: the same answer, done once.

use serde_json::json;

use crate::{caller::Caller, support::worlds};

#[tokio::test(flavor = "multi_thread")]
async fn the_same_write_sent_twice_is_done_once_and_answered_alike() {
    for world in worlds().await {
        let caller = Caller::of(&world, "marta.bellini").await;
        let new = json!({ "procedure": "VOL", "origin": "counter" });
        let keyed = [("idempotency-key", "k-1")];
        let first = caller.send("POST", "/api/v1/cases", &keyed, Some(new.clone())).await.is(201);
        let again = caller.send("POST", "/api/v1/cases", &keyed, Some(new.clone())).await.is(201);
        assert_eq!(
            (first.bytes.as_slice(), first.header("etag")),
            (again.bytes.as_slice(), again.header("etag"))
        );
        assert_eq!(
            (first.header("idempotency-replayed"), again.header("idempotency-replayed")),
            ("", "true")
        );
        let listed = caller.get("/api/v1/cases").await.is(200).json();
        assert_eq!(listed["items"].as_array().unwrap().len(), 1);

        let other = json!({ "procedure": "VOL", "origin": "letter" });
        caller
            .send("POST", "/api/v1/cases", &keyed, Some(other))
            .await
            .problem(422, "idempotency_key_reused");
        let elsewhere = format!("/api/v1/parties/{}/contacts", world.incoming);
        caller
            .send("POST", &elsewhere, &keyed, Some(json!({ "kind": "note", "subject": "x" })))
            .await
            .problem(422, "idempotency_key_reused");

        // Another token has its own keys; without a key nothing is remembered.
        let paolo = Caller::of(&world, "paolo.conti").await;
        let theirs = paolo.send("POST", "/api/v1/cases", &keyed, Some(new.clone())).await.is(201);
        assert_ne!(first.json()["id"], theirs.json()["id"]);
        assert_ne!(caller.post("/api/v1/cases", new.clone()).await.is(201).json()["id"], first.json()["id"]);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_without_body_is_replayed_and_a_refusal_is_not_kept() {
    for world in worlds().await {
        let caller = Caller::of(&world, "paolo.conti").await;
        let case = crate::cases::opened(&caller).await;
        let cancel = format!("/api/v1/cases/{case}/cancel");
        let keyed = [("idempotency-key", "k-2"), ("if-match", "*")];
        caller
            .send("POST", &cancel, &keyed, Some(json!({ "reason": "" })))
            .await
            .problem(409, "reason_missing");
        let why = json!({ "reason": "rinuncia" });
        caller.send("POST", &cancel, &keyed, Some(why.clone())).await.is(204);
        let again = caller.send("POST", &cancel, &keyed, Some(why)).await.is(204);
        assert_eq!(again.header("idempotency-replayed"), "true", "it is not refused with case_ended");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_must_be_readable() {
    let world = worlds().await.remove(0);
    let caller = Caller::of(&world, "marta.bellini").await;
    let long = "k".repeat(201);
    for key in ["", "two words", long.as_str()] {
        let keyed = [("idempotency-key", key)];
        let new = json!({ "procedure": "VOL", "origin": "counter" });
        caller.send("POST", "/api/v1/cases", &keyed, Some(new)).await.problem(400, "idempotency_key_form");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_at_once_with_one_key_give_one_answer() {
    for world in worlds().await {
        let caller = Caller::of(&world, "marta.bellini").await;
        let url = format!("/api/v1/parties/{}/contacts", world.incoming);
        let sent: Vec<_> = (0..10)
            .map(|_| {
                let (caller, url) = (caller.clone(), url.clone());
                tokio::spawn(async move {
                    let new = json!({ "kind": "note", "subject": "Una volta sola" });
                    caller
                            .send("POST", &url, &[("idempotency-key", "k-3")], Some(new))
                            .await
                            .is(201)
                            .json()["id"]
                            .clone()
                })
            })
            .collect();
        let mut ids = Vec::new();
        for one in sent {
            ids.push(one.await.unwrap().to_string());
        }
        ids.dedup();
        assert_eq!(ids.len(), 1, "{ids:?}");
        let listed = caller.get(&url).await.is(200).json();
        assert_eq!(listed["items"].as_array().unwrap().len(), 1, "it was done once");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_write_sent_again_with_its_key_is_refused_again() {
    for world in worlds().await {
        let caller = Caller::of(&world, "paolo.conti").await;
        let case = crate::cases::requested(&world, &caller).await;
        let of = |part: &str| format!("/api/v1/cases/{case}/{part}");
        let nothing = "01965b1e-7a4c-7c1e-9d6b-2f1f3f0a9b10";
        for (url, body, status, code) in [
            (of("messages"), json!({ "message": "customer_documents" }), 409, "nobody_waits"),
            (of("messages"), json!({ "message": "billing_answer" }), 422, "invalid"),
            (of("cancel"), json!({ "reason": "ripensamento" }), 409, "contract_made"),
            (of("suspend"), json!({ "cause": "customer", "document": nothing }), 422, "invalid"),
            (of("resume"), json!({}), 409, "case_not_suspended"),
            (of("reassign"), json!({ "to": nothing }), 404, "not_found"),
            (
                of("facts"),
                json!({ "corrects": nothing, "at": "2026-03-10T10:00:00+01:00", "reason": "x" }),
                404,
                "not_found",
            ),
            (of("comments"), json!({ "body": " " }), 422, "invalid"),
            (of("documents"), json!({ "title": "a.txt", "content": "Y2lhbw==" }), 422, "invalid"),
            (
                "/api/v1/cases".to_owned(),
                json!({ "procedure": "ZZZ", "origin": "counter" }),
                404,
                "not_found",
            ),
            (format!("/api/v1/tasks/{nothing}/complete"), json!({ "answers": {} }), 409, "task_gone"),
        ] {
            let key = format!("refused-{}-{code}", url.rsplit('/').next().unwrap_or_default());
            let headers = [("idempotency-key", key.as_str()), ("if-match", "*")];
            for _ in 0..2 {
                let answer = caller.send("POST", &url, &headers, Some(body.clone())).await;
                assert_eq!(answer.header("idempotency-replayed"), "", "{url}");
                answer.problem(status, code);
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_is_forgotten_after_its_days() {
    for world in worlds().await {
        let caller = Caller::of(&world, "marta.bellini").await;
        let new = json!({ "procedure": "VOL", "origin": "counter" });
        let keyed = [("idempotency-key", "k-old")];
        let first = caller.send("POST", "/api/v1/cases", &keyed, Some(new.clone())).await.is(201).json();
        world.clock.advance(7 * 86_400 - 1);
        assert_eq!(app::accounts::forget_old_answers(&world.app).await.unwrap(), 0);
        let again = caller.send("POST", "/api/v1/cases", &keyed, Some(new.clone())).await.is(201).json();
        assert_eq!(first["id"], again["id"]);
        world.clock.advance(2);
        assert_eq!(app::accounts::forget_old_answers(&world.app).await.unwrap(), 1);
        let anew = caller.send("POST", "/api/v1/cases", &keyed, Some(new)).await.is(201).json();
        assert_ne!(first["id"], anew["id"]);
    }
}
