//! What goes wrong is said clearly, in the language asked for.

use axum::{
    body::Body,
    http::{Request, header},
};
use serde_json::{Value as Json, json};

use crate::{
    caller::{Caller, router, send},
    support::worlds,
};

#[tokio::test(flavor = "multi_thread")]
async fn without_a_valid_token_nobody_is_let_in() {
    for world in worlds().await {
        let router = router(&world.app);
        for authorization in
            [None, Some("Bearer spt_none"), Some("Basic YTpi"), Some("Bearer"), Some("Bearer ")]
        {
            let mut request = Request::builder().uri("/api/v1/me");
            if let Some(value) = authorization {
                request = request.header(header::AUTHORIZATION, value);
            }
            let answer = send(&router, request.body(Body::empty()).unwrap()).await;
            assert!(answer.header("www-authenticate").starts_with("Bearer"), "{authorization:?}");
            let problem = answer.problem(401, "not_signed_in");
            assert!(
                problem["reference"].as_str().is_some_and(|reference| reference.len() == 12),
                "{problem}"
            );
        }
        let open = Request::builder().uri("/api/v1/openapi.json").body(Body::empty()).unwrap();
        send(&router, open).await.is(200);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_revoked_token_is_worth_nothing() {
    for world in worlds().await {
        let system = world.app.system("test");
        let secret = app::accounts::make_token(&world.app, &system, "marta.bellini", "test").await.unwrap();
        let (id, _) = app::accounts::resolve_token(&world.app, &secret).await.unwrap().unwrap();
        let me = || {
            Request::builder()
                .uri("/api/v1/me")
                .header(header::AUTHORIZATION, format!("bearer {secret}"))
                .body(Body::empty())
                .unwrap()
        };
        let router = router(&world.app);
        assert_eq!(send(&router, me()).await.is(200).json()["name"], "marta.bellini");
        app::accounts::revoke_token(&world.app, &system, id).await.unwrap();
        send(&router, me()).await.problem(401, "not_signed_in");
    }
}

/// Method, URL, body; status, code, field, and what the sentence says.
type Refused<'a> = (&'a str, &'a str, Option<Json>, u16, &'a str, &'a str, &'a str);

#[tokio::test(flavor = "multi_thread")]
async fn bad_input_is_refused_with_what_is_wrong_and_what_was_expected() {
    for world in worlds().await {
        let caller = Caller::of(&world, "marta.bellini").await;
        let contacts = format!("/api/v1/parties/{}/contacts", world.incoming);
        let no_id = json!({ "procedure": "VOL", "origin": "counter", "party": "7" });
        let cases: [Refused<'_>; 15] = [
            ("GET", "/api/v1/nothing/here", None, 404, "no_such_address", "", "openapi.json"),
            ("DELETE", "/api/v1/me", None, 405, "method_not_allowed", "", "Allow"),
            ("GET", "/api/v1/cases/7", None, 404, "not_found", "", "id"),
            ("GET", "/api/v1/cases/01965b1e-7a4c-7c1e-9d6b-2f1f3f0a9b10", None, 404, "not_found", "", "case"),
            ("GET", "/api/v1/parties?limit=201", None, 422, "invalid", "limit", "At most 200"),
            ("GET", "/api/v1/parties?limit=many", None, 400, "query_form", "", "limit"),
            ("GET", "/api/v1/parties?after=zz", None, 400, "after_form", "", "next"),
            ("GET", "/api/v1/cases?state=open", None, 422, "invalid", "state", "Choose"),
            ("GET", "/api/v1/cases?from=18/03/2026", None, 400, "query_form", "", "from"),
            ("GET", "/api/v1/contracts", None, 400, "query_missing", "party", "party"),
            ("GET", "/api/v1/supply-points?code=IT", None, 422, "invalid", "code", "three"),
            ("GET", "/api/v1/search?q=a", None, 422, "invalid", "q", "two"),
            (
                "POST",
                "/api/v1/cases",
                Some(json!({ "procedure": "VOL", "origin": "moon" })),
                422,
                "invalid",
                "origin",
                "Choose",
            ),
            ("POST", "/api/v1/cases", Some(no_id), 422, "invalid", "party", "UUID"),
            (
                "POST",
                &contacts,
                Some(json!({ "kind": "note", "subjekt": "x" })),
                422,
                "field_unknown",
                "subjekt",
                "kind, subject, body",
            ),
        ];
        for (method, url, body, status, code, field, words) in cases {
            let english = [("accept-language", "en")];
            let problem = caller.send(method, url, &english, body).await.problem(status, code);
            let said = if field.is_empty() { &problem["detail"] } else { &problem["fields"][0]["detail"] };
            assert!(said.as_str().is_some_and(|said| said.contains(words)), "{method} {url}: {problem}");
            if !field.is_empty() {
                assert_eq!(problem["fields"][0]["field"], field, "{problem}");
            }
        }
        let missing = caller.post(&contacts, json!({ "kind": "note" })).await.problem(422, "field_missing");
        assert_eq!(missing["fields"][0]["field"], "subject");
        assert_eq!(missing["detail"], "Manca il campo subject");
        let empty =
            caller.post(&contacts, json!({ "kind": "note", "subject": " " })).await.problem(422, "invalid");
        assert_eq!(empty["fields"][0]["code"], "required");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_body_that_cannot_be_read_says_why() {
    let world = worlds().await.remove(0);
    let caller = Caller::of(&world, "marta.bellini").await;
    let router = router(&world.app);
    let secret = app::accounts::make_token(&world.app, &world.app.system("test"), "marta.bellini", "raw")
        .await
        .unwrap();
    for (kind, body, status, code) in [
        ("application/json", "{\"procedure\":".to_owned(), 400, "body_json"),
        ("text/plain", "{}".to_owned(), 415, "body_media_type"),
        (
            "application/json",
            format!("{{\"procedure\":\"{}\"}}", "x".repeat(api::MOST_BODY_BYTES)),
            413,
            "body_too_large",
        ),
        ("application/json", "[1]".to_owned(), 422, "body_shape"),
    ] {
        let request = Request::post("/api/v1/cases")
            .header(header::AUTHORIZATION, format!("Bearer {secret}"))
            .header(header::CONTENT_TYPE, kind)
            .body(Body::from(body))
            .unwrap();
        send(&router, request).await.problem(status, code);
    }
    let headers = [("x-request-id", "R-4711")];
    let problem = caller.send("GET", "/api/v1/cases/7", &headers, None).await.problem(404, "not_found");
    assert_eq!(problem["reference"], "R-4711", "the number of the request is the one in the answer");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_parameter_that_is_not_known_is_refused_and_those_that_are_are_named() {
    for world in worlds().await {
        let caller = Caller::of(&world, "marta.bellini").await;
        for (url, name, known) in [
            ("/api/v1/parties?q=Villa", "q", "after, limit"),
            ("/api/v1/parties?limit=2&Limit=3", "Limit", "after, limit"),
            ("/api/v1/cases?stato=draft", "stato", "procedure, state"),
            ("/api/v1/search?q=villa&page=2", "page", "q, kind, limit"),
        ] {
            let problem = caller.get(url).await.problem(400, "parameter_unknown");
            assert_eq!(problem["fields"][0]["field"], name, "{url}");
            let detail = problem["detail"].as_str().unwrap();
            assert!(detail.contains(name) && detail.contains(known), "{url}: {detail}");
        }
        let problem = caller.get("/api/v1/me?lang=it").await.problem(400, "parameters_not_taken");
        assert!(problem["detail"].as_str().unwrap().contains("lang"), "{problem}");
        // Whoever may not ask is told that first.
        let open = Request::builder().uri("/api/v1/parties?q=Villa").body(Body::empty()).unwrap();
        send(&router(&world.app), open).await.problem(401, "not_signed_in");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_problem_has_its_reference_also_where_no_handler_answers() {
    for world in worlds().await {
        let caller = Caller::of(&world, "marta.bellini").await;
        for (method, url, status) in [
            ("DELETE", "/api/v1/me", 405),
            ("PUT", "/api/v1/parties", 405),
            ("GET", "/api/v1/nothing/here", 404),
            ("GET", "/api/v1/parties?q=Villa", 400),
            ("GET", "/api/v1/imports", 403),
        ] {
            let problem = caller.send(method, url, &[], None).await.is(status).json();
            let reference = problem["reference"].as_str().unwrap_or_default();
            assert_eq!(reference.len(), 12, "{method} {url}: {problem}");
        }
        let named = [("x-request-id", "mio-7")];
        let problem = caller.send("DELETE", "/api/v1/me", &named, None).await.is(405).json();
        assert_eq!(problem["reference"], "mio-7");
    }
}
