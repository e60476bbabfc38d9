//! Requests from elsewhere change nothing; every answer carries its security headers.

use app::Settings;
use axum::body::Body;
use testkit::{TestApp, Who};

/// Headers of a POST and whether it gets through.
const ORIGINS: [(&[(&str, &str)], bool); 13] = [
    (&[("sec-fetch-site", "same-origin")], true),
    (&[("sec-fetch-site", "none")], true),
    (&[("sec-fetch-site", "same-origin"), ("origin", "http://127.0.0.1:8080")], true),
    (&[("origin", "http://127.0.0.1:8080")], true),
    (&[("sec-fetch-site", "cross-site")], false),
    (&[("sec-fetch-site", "same-site")], false),
    (&[("sec-fetch-site", "cross-site"), ("origin", "https://elsewhere.example")], false),
    (&[("origin", "https://elsewhere.example")], false),
    (&[("origin", "null")], false),
    (&[("origin", "http://127.0.0.1:9090")], false),
    (&[], false),
    (&[("sec-fetch-site", ""), ("origin", "")], false),
    (&[("sec-fetch-site", ""), ("origin", "https://elsewhere.example")], false),
];

#[tokio::test(flavor = "multi_thread")]
async fn a_post_passes_only_when_it_proves_that_it_comes_from_here() {
    for test in TestApp::everywhere().await {
        for (origin, passes) in ORIGINS {
            for who in [Who::Operator, Who::Stranger] {
                let visitor = test.visitor(who).await;
                for path in ["/lingua", "/esci", "/accesso"] {
                    let headers = [&[("content-type", "application/x-www-form-urlencoded")], origin].concat();
                    let answer = visitor.ask("POST", path, &headers, Body::from("lang=en")).await;
                    assert_eq!(answer.status != 403, passes, "{who:?} {path} {origin:?}: {}", answer.status);
                    if !passes {
                        assert!(answer.cookies().next().is_none(), "{path} {origin:?} set a cookie");
                    }
                }
                let session = visitor.cookie("sportello").is_some();
                assert!(
                    !session || !passes,
                    "signed out by the request that passed, and by no other: {origin:?}"
                );
                assert!(session == (who == Who::Operator && !passes), "{who:?} {origin:?}");
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_unsafe_method_needs_the_proof() {
    for test in TestApp::everywhere().await {
        let visitor = test.visitor(Who::Operator).await;
        for method in ["POST", "PUT", "PATCH", "DELETE", "TRACE"] {
            for origin in
                [&[][..], &[("sec-fetch-site", "cross-site")], &[("origin", "https://elsewhere.example")]]
            {
                let answer = visitor.ask(method, "/richieste", origin, Body::empty()).await;
                assert_eq!(answer.status, 403, "{method} {origin:?}");
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_api_takes_tokens_from_anywhere_and_cookies_from_nowhere() {
    for test in TestApp::everywhere().await {
        let program = test.visitor(Who::ApiClient).await;
        assert_eq!(program.get("/api/v1/me").await.status, 200);
        let browser = test.visitor(Who::Administrator).await;
        assert_eq!(
            browser.get("/api/v1/me").await.status,
            401,
            "the cookie of a browser is worth nothing here"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_carries_the_security_headers() {
    let secure = Settings { base_url: "https://sportello.example".to_owned(), ..Settings::default() };
    let plain = TestApp::everywhere().await.into_iter().map(|test| (test, false));
    let over_tls = TestApp::everywhere_with(secure).await.into_iter().map(|test| (test, true));
    for (test, over_tls) in plain.chain(over_tls) {
        for (who, path) in [
            (Who::Stranger, "/accesso"),
            (Who::Stranger, "/"),
            (Who::Operator, "/non-esiste"),
            (Who::Stranger, "/portale/niente"),
            (Who::Stranger, "/api/v1/niente"),
            (Who::Stranger, "/health/live"),
        ] {
            let answer = test.visitor(who).await.get(path).await;
            let policy = answer.header("content-security-policy");
            for part in [
                "default-src 'none'",
                "script-src 'self';",
                "base-uri 'none'",
                "form-action 'self'",
                "frame-ancestors 'self'",
            ] {
                assert!(policy.contains(part), "{path}: {policy}");
            }
            assert!(
                !policy.contains("unsafe-eval") && !policy.contains("script-src 'self' 'unsafe"),
                "{policy}"
            );
            assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
            assert_eq!(answer.header("referrer-policy"), "same-origin", "{path}");
            assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin", "{path}");
            assert!(answer.header("permissions-policy").contains("camera=()"), "{path}");
            assert_eq!(answer.header("cache-control"), "no-store", "{path}");
            assert_eq!(!answer.header("strict-transport-security").is_empty(), over_tls, "{path}");
            assert!(!answer.header("x-request-id").is_empty(), "{path}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn built_files_are_kept_for_good_and_pages_are_not() {
    for test in TestApp::everywhere().await {
        let visitor = test.visitor(Who::Stranger).await;
        let file = visitor.get(web::assets::asset("console.css")).await;
        assert_eq!(file.status, 200);
        assert!(file.header("cache-control").contains("immutable"), "{}", file.header("cache-control"));
        assert_eq!(visitor.get("/accesso").await.header("cache-control"), "no-store");
    }
}
