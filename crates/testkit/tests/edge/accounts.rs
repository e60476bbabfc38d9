//! Accounts through their life: locked, unlocked, changed, given a password, at the end of a session.

use testkit::{PASSWORD, TestApp, Visitor, Who};

async fn enter(visitor: &Visitor, name: &str, password: &str) -> testkit::Answered {
    visitor.post("/accesso", &[("utente", name), ("password", password), ("poi", "")]).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lock_tells_nothing_about_which_names_exist() {
    for test in TestApp::everywhere().await {
        let visitor = test.visitor(Who::Stranger).await;
        let mut answers = Vec::new();
        for name in ["marta.bellini", "nessuno"] {
            let mut told = Vec::new();
            for _ in 0..=test.app.settings.lock_after {
                let answer = enter(&visitor, name, "non è questa").await;
                told.push((answer.status, answer.text().replace(name, "NAME")));
            }
            answers.push(told);
        }
        assert_eq!(answers.first(), answers.last(), "both names are answered alike");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_administrator_unlocks_an_account() {
    let test = TestApp::sqlite().await;
    let visitor = test.visitor(Who::Stranger).await;
    for _ in 0..test.app.settings.lock_after {
        enter(&visitor, "marta.bellini", "non è questa").await;
    }
    let keeper = test.visitor(Who::Administrator).await;
    let page = format!("/utenti/{}", test.user(Who::Operator).await);
    assert!(keeper.get(&page).await.shows("Troppe password sbagliate"));
    assert_eq!(keeper.post(&page, &[("azione", "sblocca")]).await.status, 303);
    assert_eq!(enter(&visitor, "marta.bellini", PASSWORD).await.status, 303);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_given_password_is_changed_before_anything_else() {
    for test in TestApp::everywhere().await {
        let keeper = test.visitor(Who::Administrator).await;
        let given = "data da un altro";
        let path = format!("/utenti/{}/password", test.user(Who::Operator).await);
        assert_eq!(keeper.post(&path, &[("password", given)]).await.status, 303);
        let visitor = test.visitor(Who::Stranger).await;
        assert_eq!(enter(&visitor, "marta.bellini", given).await.status, 303);
        let home = visitor.get("/richieste").await;
        assert_eq!((home.status, home.location()), (303, "/profilo"));
        assert!(visitor.get("/profilo").await.shows("Scegli la tua password"));
        let own = "scelta da me sola";
        let fields = [("present", given), ("password", own), ("again", own)];
        assert_eq!(visitor.post("/profilo/password", &fields).await.status, 303);
        assert_eq!(enter(&visitor, "marta.bellini", own).await.status, 303);
        assert_eq!(visitor.get("/richieste").await.status, 200);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn new_roles_end_the_sessions_of_an_account_and_a_stale_change_is_told() {
    for test in TestApp::everywhere().await {
        let keeper = test.visitor(Who::Administrator).await;
        let clerk = test.visitor(Who::Operator).await;
        let page = format!("/utenti/{}", test.user(Who::Operator).await);
        let fields = |roles: &'static str| {
            [
                ("azione", "salva"),
                ("display_name", "Bellini Marta"),
                ("lang", "it"),
                ("roles", roles),
                ("version", "1"),
            ]
        };
        assert_eq!(clerk.get("/richieste").await.status, 200);
        let saved = keeper.post(&page, &fields("supervisor")).await;
        assert_eq!(saved.status, 303, "{}", saved.text());
        assert_eq!(clerk.get("/richieste").await.status, 303, "the session ended with the rights");
        let again = keeper.post(&page, &fields("operator")).await;
        assert_eq!(again.status, 409);
        assert!(again.shows("cambiato questo utente"), "{}", again.text());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_administrator_cannot_take_the_role_from_themselves() {
    let test = TestApp::sqlite().await;
    let keeper = test.visitor(Who::Administrator).await;
    let page = format!("/utenti/{}", test.user(Who::Administrator).await);
    let fields = [
        ("azione", "salva"),
        ("display_name", "Sala Ugo"),
        ("lang", "it"),
        ("roles", "operator"),
        ("version", "1"),
    ];
    let answer = keeper.post(&page, &fields).await;
    assert_eq!(answer.status, 422);
    assert!(answer.shows("un altro amministratore"), "{}", answer.text());
    assert_eq!(keeper.get("/utenti").await.status, 200);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_ends_however_much_it_is_used() {
    let test = TestApp::sqlite().await;
    let visitor = test.visitor(Who::Operator).await;
    let (idle, most) = (test.app.settings.session_seconds, test.app.settings.session_most_seconds);
    let mut spent = 0;
    while spent + idle / 2 < most {
        test.clock.advance(idle / 2);
        spent += idle / 2;
        let kept = visitor.post("/sessione", &[]).await;
        assert_eq!(kept.status, 204, "after {spent} seconds");
        let left: i64 = kept.header("x-session-left").parse().unwrap();
        assert!(left <= most - spent, "{left} seconds left after {spent} of {most}");
    }
    test.clock.advance(most - spent);
    assert_eq!(visitor.post("/sessione", &[]).await.status, 303);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_done_to_accounts_stands_in_the_audit_trail_page_after_page() {
    for test in TestApp::everywhere().await {
        let keeper = test.visitor(Who::Administrator).await;
        let page = format!("/utenti/{}", test.user(Who::Technician).await);
        for _ in 0..30 {
            keeper.post(&page, &[("azione", "disattiva")]).await;
            keeper.post(&page, &[("azione", "riattiva")]).await;
        }
        let trail = keeper.get("/registro?oggetto=user").await;
        assert_eq!(trail.status, 200, "{}", trail.text());
        assert!(trail.shows("ha aperto o chiuso") && trail.shows("Sala Ugo") && !trail.shows("{\"kind\""));
        let text = trail.text();
        let older = text.split("href=\"").find(|part| part.contains("dopo=")).unwrap();
        let older = older.split('"').next().unwrap().replace("&#38;", "&").replace("&amp;", "&");
        let second = keeper.get(&older).await;
        assert!(second.status == 200 && second.shows("Dalla più recente"), "{older}");
        let who = test.user(Who::Administrator).await;
        assert!(keeper.get(&format!("/registro?utente={who}")).await.shows("Sala Ugo"));
        let nobody = test.user(Who::Agent).await;
        assert!(keeper.get(&format!("/registro?utente={nobody}")).await.shows("Nessuna voce"));
    }
}
