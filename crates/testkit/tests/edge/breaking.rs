//! Handlers that fail: the page, the toast, the problem document, and nothing of the makers' words in any of them.

use app::Error;
use axum::{Router, routing::get};
use testkit::{TestApp, Visitor, Who};
use web::{AppState, Failure, PageCtx};

fn breaking() -> Router<AppState> {
    Router::new()
        .route("/prova/panico", get(async |_: PageCtx| -> &'static str { panic!("secret detail") }))
        .route(
            "/prova/guasto",
            get(async |_: PageCtx| Failure::from(Error::Internal("secret detail".to_owned()))),
        )
        .route(
            "/prova/vietato",
            get(async |cx: PageCtx| {
                let denied = cx.ctx.require(domain::access::Resource::User, domain::access::Action::Create);
                denied.map_err(Failure::from)
            }),
        )
        .route("/prova/regola", get(async |_: PageCtx| Failure::from(Error::refused("case_ended"))))
        .route("/prova/niente", get(async |_: PageCtx| Failure::from(Error::NotFound { kind: "case" })))
        .route("/prova/pieno", get(async |_: PageCtx| Failure::from(Error::Busy)))
        .route("/prova/fatto", get(async |cx: PageCtx| cx.done("/prova/niente", "Fatto: «così»")))
        .route("/api/prova", get(async || Failure::from(Error::field("iban", "iban_check"))))
}

async fn visitor(test: &TestApp, who: Who) -> Visitor {
    let router =
        web::router(test.state.clone(), console::router().merge(breaking()), Router::new(), Router::new());
    test.visitor(who).await.with_router(router)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fault_is_a_page_with_a_reference_and_without_our_words() {
    for test in TestApp::everywhere().await {
        let visitor = visitor(&test, Who::Operator).await;
        for path in ["/prova/panico", "/prova/guasto"] {
            let answer = visitor.get(path).await;
            assert_eq!(answer.status, 500, "{path}");
            assert!(answer.shows(answer.header("x-request-id")), "the page says the number the log has");
            assert!(!answer.shows("secret detail"), "{path}");
            assert!(answer.shows("data-open=\"cerca\""), "the frame is around it");
            assert!(answer.header("content-security-policy").contains("default-src 'none'"), "{path}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn each_reason_has_its_status_and_its_sentence() {
    for test in TestApp::everywhere().await {
        let visitor = visitor(&test, Who::Operator).await;
        for (path, status, sentence) in [
            ("/prova/vietato", 403, "Questa parte è di un altro ruolo"),
            ("/prova/regola", 422, "La pratica è conclusa"),
            ("/prova/niente", 404, "Questa pratica non esiste"),
            ("/prova/pieno", 503, "C’è troppo lavoro"),
        ] {
            let answer = visitor.get(path).await;
            assert_eq!(answer.status, status, "{path}");
            assert!(answer.shows(sentence), "{path}: {}", answer.text());
        }
        assert_eq!(visitor.get("/prova/pieno").await.header("retry-after"), "2");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn htmx_gets_a_message_and_keeps_its_page() {
    for test in TestApp::everywhere().await {
        let visitor = visitor(&test, Who::Operator).await;
        let answer = visitor.part("/prova/regola").await;
        assert_eq!((answer.status, answer.header("hx-reswap")), (422, "none"));
        assert!(
            answer.shows("hx-swap-oob=\"beforeend\"") && answer.shows("La pratica è conclusa"),
            "{}",
            answer.text()
        );
        assert!(!answer.shows("<html"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_message_is_shown_once_on_the_next_page() {
    for test in TestApp::everywhere().await {
        let visitor = visitor(&test, Who::Operator).await;
        let done = visitor.get("/prova/fatto").await;
        assert_eq!((done.status, done.location()), (303, "/prova/niente"));
        assert!(visitor.get("/prova/niente").await.shows("Fatto: «così»"));
        assert!(!visitor.get("/prova/niente").await.shows("Fatto: «così»"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn programs_get_a_problem_document() {
    for test in TestApp::everywhere().await {
        let visitor = visitor(&test, Who::Stranger).await;
        let answer = visitor.get("/api/prova").await;
        assert_eq!((answer.status, answer.header("content-type")), (422, "application/problem+json"));
        let problem = answer.json();
        assert_eq!(problem["code"], "invalid");
        assert_eq!(problem["errors"][0]["field"], "iban");
        assert_eq!(problem["errors"][0]["code"], "iban_check");
        assert_eq!(problem["reference"], answer.header("x-request-id"));
    }
}
