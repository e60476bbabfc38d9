//! Signing in, staying, leaving.

use app::Settings;
use testkit::{PASSWORD, TestApp, Visitor, Who};

async fn enter(visitor: &Visitor, name: &str, password: &str, next: &str) -> testkit::Answered {
    visitor.post("/accesso", &[("utente", name), ("password", password), ("poi", next)]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn name_and_password_open_a_session_that_the_sign_out_ends() {
    for test in TestApp::everywhere().await {
        let visitor = test.visitor(Who::Stranger).await;
        let answer = enter(&visitor, "Marta.Bellini", PASSWORD, "/richieste?stato=aperte").await;
        assert_eq!((answer.status, answer.location()), (303, "/richieste?stato=aperte"));
        let cookie = answer.header("set-cookie").to_owned();
        for part in ["HttpOnly", "SameSite=Lax", "Path=/"] {
            assert!(cookie.contains(part), "{cookie}");
        }
        let token = visitor.cookie("sportello").unwrap();
        assert!(token.len() >= 64, "256 random bits: {token}");
        assert_eq!(visitor.post("/sessione", &[]).await.status, 204);
        let out = visitor.post("/esci", &[]).await;
        assert_eq!((out.status, out.location()), (303, "/accesso?avviso=out"));
        assert!(out.header("clear-site-data").contains("storage"));
        assert!(visitor.cookie("sportello").is_none());
        let again = [("cookie", format!("sportello={token}"))];
        let headers = [(again[0].0, again[0].1.as_str()), ("sec-fetch-site", "same-origin")];
        let kept = visitor.ask("POST", "/sessione", &headers, axum::body::Body::empty()).await;
        assert_eq!(kept.status, 303, "the token is worthless after the sign-out");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_learns_whether_a_name_exists() {
    for test in TestApp::everywhere().await {
        let visitor = test.visitor(Who::Stranger).await;
        let wrong = enter(&visitor, "marta.bellini", "non è questa", "").await;
        let unknown = enter(&visitor, "nessuno", "non è questa", "").await;
        assert_eq!((wrong.status, unknown.status), (422, 422));
        let clean = |text: String, name: &str| text.replace(name, "NAME");
        assert_eq!(clean(wrong.text(), "marta.bellini"), clean(unknown.text(), "nessuno"));
        assert!(visitor.cookie("sportello").is_none());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_account_is_locked_after_wrong_passwords_and_says_until_when() {
    for test in TestApp::everywhere().await {
        let visitor = test.visitor(Who::Stranger).await;
        for _ in 0..test.app.settings.lock_after {
            enter(&visitor, "marta.bellini", "non è questa", "").await;
        }
        let locked = enter(&visitor, "marta.bellini", PASSWORD, "").await;
        assert_eq!(locked.status, 429);
        assert!(locked.shows("10:39"), "a quarter of an hour after 10:24: {}", locked.text());
        test.clock.advance(test.app.settings.lock_seconds + 1);
        assert_eq!(enter(&visitor, "marta.bellini", PASSWORD, "").await.status, 303);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn one_address_may_not_try_for_ever() {
    let settings = Settings { sign_ins_per_minute: 3, ..Settings::default() };
    for test in TestApp::everywhere_with(settings).await {
        let visitor = test.visitor(Who::Stranger).await;
        for _ in 0..3 {
            assert_eq!(enter(&visitor, "nessuno", "non è questa", "").await.status, 422);
        }
        let answer = enter(&visitor, "nessuno", "non è questa", "").await;
        assert_eq!((answer.status, answer.header("retry-after")), (429, "60"));
        assert!(answer.shows("60 secondi"), "{}", answer.text());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sign_in_leads_only_to_pages_of_this_site() {
    for test in TestApp::everywhere().await {
        for next in [
            "//elsewhere.example/",
            "https://elsewhere.example/",
            "/\\elsewhere.example",
            "/accesso",
            "javascript:alert(1)",
        ] {
            let visitor = test.visitor(Who::Stranger).await;
            assert_eq!(enter(&visitor, "marta.bellini", PASSWORD, next).await.location(), "/", "{next}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_sign_in_ends_the_session_the_browser_had() {
    for test in TestApp::everywhere().await {
        let visitor = test.visitor(Who::Operator).await;
        let before = visitor.cookie("sportello").unwrap();
        assert_eq!(enter(&visitor, "sara.rossi", PASSWORD, "").await.status, 303);
        assert_ne!(visitor.cookie("sportello").unwrap(), before);
        assert!(app::accounts::resolve_session(&test.app, &before).await.unwrap().is_none());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_ends_when_it_is_not_used() {
    for test in TestApp::everywhere().await {
        let visitor = test.visitor(Who::Operator).await;
        let half = test.app.settings.session_seconds / 2;
        for _ in 0..3 {
            test.clock.advance(half + 60);
            assert_eq!(visitor.post("/sessione", &[]).await.status, 204, "every use renews it");
        }
        test.clock.advance(2 * half + 60);
        assert_eq!(visitor.post("/sessione", &[]).await.status, 303);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn empty_fields_are_named() {
    for test in TestApp::everywhere().await {
        let visitor = test.visitor(Who::Stranger).await;
        let answer = enter(&visitor, "", "", "").await;
        assert_eq!(answer.status, 422);
        assert!(
            answer.shows("Manca il nome utente") && answer.shows("Manca la password"),
            "{}",
            answer.text()
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_language_is_that_of_the_account_or_of_the_browser() {
    for test in TestApp::everywhere().await {
        let stranger = test.visitor(Who::Stranger).await;
        assert!(stranger.get("/accesso").await.shows("lang=\"it\""));
        let changed = stranger.post("/lingua", &[("lang", "en"), ("back", "/accesso")]).await;
        assert_eq!((changed.status, changed.location()), (303, "/accesso"));
        assert!(stranger.get("/accesso").await.shows("lang=\"en\""));
        let operator = test.visitor(Who::Operator).await;
        operator.post("/lingua", &[("lang", "en"), ("back", "https://elsewhere.example/")]).await;
        assert!(operator.get("/non-esiste").await.shows("<html lang=\"en\""));
        let elsewhere = test.visitor(Who::Operator).await;
        assert!(
            elsewhere.get("/non-esiste").await.shows("<html lang=\"en\""),
            "it is the account's, not the browser's"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn over_tls_the_cookie_is_bound_to_its_host() {
    let settings = Settings { base_url: "https://sportello.example".to_owned(), ..Settings::default() };
    for test in TestApp::everywhere_with(settings).await {
        let visitor = test.visitor(Who::Stranger).await;
        let answer = enter(&visitor, "marta.bellini", PASSWORD, "").await;
        let cookie = answer.header("set-cookie");
        assert!(cookie.starts_with("__Host-sportello=") && cookie.contains("; Secure"), "{cookie}");
    }
}
