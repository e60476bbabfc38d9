//! What strangers, browsers, htmx and programs are told when something is not there, not allowed or not theirs.

use testkit::{TestApp, Who};

#[tokio::test(flavor = "multi_thread")]
async fn a_stranger_is_led_to_the_sign_in_and_back() {
    for test in TestApp::everywhere().await {
        let visitor = test.visitor(Who::Stranger).await;
        let post = visitor.post("/sessione", &[]).await;
        assert_eq!((post.status, post.location()), (303, "/accesso"));
        let from =
            [("sec-fetch-site", "same-origin"), ("referer", "http://127.0.0.1:8080/richieste?stato=aperte")];
        let post = visitor.ask("POST", "/sessione", &from, axum::body::Body::empty()).await;
        assert_eq!(
            post.location(),
            "/accesso?poi=%2Frichieste%3Fstato%3Daperte&avviso=ended",
            "back to the page, not to the act"
        );
        let part = visitor.post_part("/sessione", &[]).await;
        assert_eq!((part.status, part.header("hx-redirect")), (401, "/accesso"));
        assert!(part.header("location").is_empty(), "htmx would put the sign-in into the part");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_is_not_there_says_so_inside_the_frame() {
    for test in TestApp::everywhere().await {
        let bare = test.visitor(Who::Stranger).await.get("/non-esiste").await;
        assert_eq!(bare.status, 404);
        assert!(!bare.shows("data-open=\"cerca\""), "a stranger sees no frame");
        let framed = test.visitor(Who::Operator).await.get("/non-esiste").await;
        assert_eq!(framed.status, 404);
        assert!(framed.shows("data-open=\"cerca\"") && framed.shows("Bellini Marta"), "{}", framed.text());
        assert_eq!(bare.header("content-type"), "text/html; charset=utf-8");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_method_that_a_page_does_not_answer_is_refused() {
    for test in TestApp::everywhere().await {
        let visitor = test.visitor(Who::Operator).await;
        assert_eq!(visitor.get("/esci").await.status, 405, "an address seen by an image cannot sign out");
        assert!(visitor.cookie("sportello").is_some());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_too_large_or_no_form_is_told() {
    for test in TestApp::everywhere().await {
        let visitor = test.visitor(Who::Stranger).await;
        let long = "x".repeat(web::form::FORM_LIMIT + 1);
        assert_eq!(visitor.post("/lingua", &[("lang", &long)]).await.status, 413);
        let headers = [("sec-fetch-site", "same-origin"), ("content-type", "text/plain")];
        assert_eq!(visitor.ask("POST", "/lingua", &headers, "lang=it".into()).await.status, 400);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn health_says_ready_when_the_database_answers() {
    for test in TestApp::everywhere().await {
        let visitor = test.visitor(Who::Stranger).await;
        assert_eq!(visitor.get("/health/live").await.status, 200);
        assert_eq!(visitor.get("/health/ready").await.status, 200);
        assert_eq!(visitor.get("/metrics").await.status, 200);
        assert_eq!(visitor.get("/robots.txt").await.status, 200);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_feed_and_a_wrong_secret_look_the_same() {
    for test in TestApp::everywhere().await {
        let visitor = test.visitor(Who::Stranger).await;
        let (secret, other) =
            (visitor.get("/calendari/none.ics").await, visitor.get("/calendari/none.txt").await);
        assert_eq!((secret.status, other.status), (404, 404));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reference_number_is_on_every_answer_and_never_the_same() {
    for test in TestApp::everywhere().await {
        let visitor = test.visitor(Who::Stranger).await;
        let one = visitor.get("/health/live").await.header("x-request-id").to_owned();
        let two = visitor.get("/health/live").await.header("x-request-id").to_owned();
        assert_eq!(one.len(), 9, "{one}");
        assert_ne!(one, two);
    }
}
