//! The page of a signed link as a browser asks it, without script: what it shows, what it takes once, what it tells whoever
//! guesses. The address comes out of the mail, as it reaches a customer.

#![expect(clippy::unwrap_used, reason = "a test fails where it cannot go on")]

use testkit::{Answered, TestApp, Visitor, Who, person, procedure, supply};

/// A quote that waits for its customer.
struct Quote {
    stranger: Visitor,
    clerk: Visitor,
    /// The page of its link.
    link: String,
    /// The page of its case.
    case: String,
}

async fn quote(test: &TestApp, until: &str) -> Quote {
    procedure(
        test,
        &[
            ("procedure.toml", include_str!("quote/procedure.toml")),
            ("process.bpmn", include_str!("quote/process.bpmn")),
            ("forms/ask.toml", include_str!("quote/ask.toml")),
            ("forms/answer.toml", include_str!("quote/answer.toml")),
            ("letters/voucher.typ", "#set document(title: \"Preventivo\")\n= Preventivo"),
            ("texts/it.ftl", include_str!("quote/texts.ftl")),
            ("texts/en.ftl", include_str!("quote/texts.ftl")),
        ],
    )
    .await;
    let holder = person(test, "40217", "Rinaldi", "Teresa", "RNLTRS72R46F257S").await;
    let supplied = supply(test, holder, "IT999E00000010", "C-1").await;
    let clerk = test.visitor(Who::Operator).await;
    let (party, point) = (holder.to_string(), supplied.point.to_string());
    let from = [("origine", "counter"), ("cliente", party.as_str()), ("fornitura", point.as_str())];
    let begun = clerk.post("/richieste/nuova/QTE", &from).await;
    assert_eq!(begun.status, 303, "{}", begun.text());
    let step = begun.location().to_owned();
    let case = step.trim_start_matches("/voltura/").trim_end_matches("/ask").to_owned();
    let made = clerk.post(&step, &[("total", "407,55"), ("valid_until", until)]).await;
    assert_eq!(made.status, 303, "{}", made.text());
    // The mail waits some seconds for its paper.
    test.run_jobs().await;
    test.clock.advance(60);
    test.run_jobs().await;
    let mails = test.mails();
    let text = mails.last().unwrap().replace("=\r\n", "").replace("=\n", "");
    let (_, rest) = text.split_once("/l/").unwrap();
    let token: String = rest.chars().take_while(|c| c.is_ascii_hexdigit() || *c == '.').collect();
    let link = format!("/l/{}", token.trim_end_matches('.'));
    Quote { stranger: test.visitor(Who::Stranger).await, clerk, link, case: format!("/richieste/{case}") }
}

const YES: &[(&str, &str)] =
    &[("accepted", "accepted"), ("nome-e-cognome", "Teresa Rinaldi"), ("confermo", "true")];

/// What keeps the address where it is.
fn kept_private(page: &Answered) {
    assert_eq!(page.header("referrer-policy"), "no-referrer");
    assert!(page.header("x-robots-tag").contains("noindex"), "{}", page.header("x-robots-tag"));
    assert_eq!(page.header("cache-control"), "no-store");
}

#[tokio::test]
async fn the_page_shows_what_is_asked_and_works_without_script() {
    for test in TestApp::everywhere().await {
        let quote = quote(&test, "30/06/2026").await;
        let page = quote.stranger.get(&quote.link).await;
        assert_eq!(page.status, 200, "{}", page.text());
        kept_private(&page);
        for part in [
            "Rispondi al preventivo",
            "Leggi il preventivo, poi scrivi se lo accetti.",
            "407,55",
            "30/06/2026",
            "Il preventivo",
            "Accetto il preventivo",
            "Perché no",
            "Nome e cognome di chi risponde",
            "<html lang=\"it\">",
        ] {
            assert!(page.shows(part), "{part} is missing: {}", page.text());
        }
        assert!(!page.text().contains("<script"), "no script is needed");
        assert!(!page.shows("name=\"accepted_how\""), "what the link fixes is not asked");
        let paper =
            page.text().split("href=\"").find(|part| part.contains("/documenti/")).unwrap().to_owned();
        let paper = paper.split('"').next().unwrap().to_owned();
        let read = quote.stranger.get(&paper).await;
        assert_eq!((read.status, read.header("content-type")), (200, "application/pdf"));
        assert!(read.bytes.starts_with(b"%PDF"));
        kept_private(&read);
        let other = format!("{}/documenti/01900000-0000-7000-8000-000000000000", quote.link);
        assert_eq!(quote.stranger.get(&other).await.status, 404);
    }
}

#[tokio::test]
async fn what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost() {
    for test in TestApp::everywhere().await {
        let quote = quote(&test, "30/06/2026").await;
        let wrong = [("nome-e-cognome", "Teresa"), ("answer_note", "Chiamatemi prima")];
        let page = quote.stranger.post(&quote.link, &wrong).await;
        assert_eq!(page.status, 422, "{}", page.text());
        kept_private(&page);
        for part in [
            "role=\"alert\"",
            "href=\"#accepted-1\"",
            "href=\"#nome-e-cognome\"",
            "href=\"#confermo\"",
            "ci sono 3 cose da correggere",
            "scrivi nome e cognome per intero",
            "value=\"Teresa\"",
            "Chiamatemi prima",
            "aria-invalid=\"true\"",
        ] {
            assert!(page.shows(part), "{part} is missing: {}", page.text());
        }
        assert_eq!(quote.stranger.get(&quote.link).await.status, 200, "it can still be used");
    }
}

#[tokio::test]
async fn it_is_used_once_and_the_console_shows_how() {
    for test in TestApp::everywhere().await {
        let quote = quote(&test, "30/06/2026").await;
        // From a page that names no referrer a browser sends no origin: the address itself is the right.
        let headers = [("content-type", "application/x-www-form-urlencoded"), ("origin", "null")];
        let body = "accepted=accepted&nome-e-cognome=Teresa+Rinaldi&confermo=true";
        let sent = quote.stranger.ask("POST", &quote.link, &headers, body.into()).await;
        assert_eq!((sent.status, sent.location()), (303, quote.link.as_str()), "{}", sent.text());
        kept_private(&sent);
        let used = quote.stranger.get(&quote.link).await;
        assert_eq!(used.status, 200);
        assert!(used.shows("La tua risposta è registrata") && used.shows("11/03/2026"), "{}", used.text());
        kept_private(&used);
        let again = quote.stranger.post(&quote.link, &[("accepted", "refused")]).await;
        assert_eq!((again.status, again.location()), (303, quote.link.as_str()));

        let seen = quote.clerk.get(&quote.case).await;
        assert_eq!(seen.status, 200);
        assert!(seen.shows("Risposta dal collegamento personale – Teresa Rinaldi"), "{}", seen.text());
        assert!(
            seen.shows("ha registrato la risposta dal collegamento personale: Teresa Rinaldi"),
            "{}",
            seen.text()
        );
    }
}

#[tokio::test]
async fn whoever_guesses_is_told_nothing() {
    for test in TestApp::everywhere().await {
        let quote = quote(&test, "30/06/2026").await;
        let last = quote.link.chars().last().unwrap();
        let forged =
            format!("{}{}", &quote.link[..quote.link.len() - 1], if last == '0' { '1' } else { '0' });
        let unknown = quote.stranger.get("/l/x").await;
        let guessed = quote.stranger.get(&forged).await;
        let tried = quote.stranger.post(&forged, YES).await;
        for page in [&unknown, &guessed, &tried] {
            assert_eq!(page.status, 404);
            assert_eq!(page.text(), unknown.text(), "the same page for all");
            kept_private(page);
        }
        assert!(unknown.shows("Questo collegamento non serve più"), "{}", unknown.text());
        assert_eq!(quote.stranger.get(&quote.link).await.status, 200, "the link is as it was");
    }
}

#[tokio::test]
async fn after_its_last_day_it_says_so_and_too_many_tries_are_stopped() {
    for test in TestApp::everywhere().await {
        let quote = quote(&test, "12/03/2026").await;
        test.clock.set("2026-03-13T00:00:00+01:00".parse().unwrap());
        let page = quote.stranger.post(&quote.link, YES).await;
        assert_eq!(page.status, 410);
        assert!(page.shows("Il collegamento è scaduto") && page.shows("12/03/2026"), "{}", page.text());
        kept_private(&page);
        for _ in 0..test.app.settings.links_per_minute {
            quote.stranger.get("/l/x").await;
        }
        let busy = quote.stranger.get(&quote.link).await;
        assert_eq!((busy.status, busy.header("retry-after")), (429, "60"));
        assert!(busy.shows("Troppe richieste"), "{}", busy.text());
        kept_private(&busy);
    }
}
