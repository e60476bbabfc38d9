//! The queue: acts on several cases, saved views, orders, numbers.

#![expect(clippy::unwrap_used, reason = "a test fails where it cannot go on")]

use app::cases::{OpenCase, Prefill, open};
use domain::cases::Origin;
use kernel::CaseId;
use testkit::{TestApp, Who};

async fn drafts(test: &TestApp, count: usize) -> Vec<(CaseId, String)> {
    let ctx = test.ctx(Who::Operator).await;
    let mut made = Vec::new();
    for _ in 0..count {
        let new =
            OpenCase { procedure: "VOL".to_owned(), origin: Origin::Counter, prefill: Prefill::default() };
        let case = open(&test.app, &ctx, new).await.unwrap();
        made.push((case.id, case.number));
    }
    made
}

#[tokio::test(flavor = "multi_thread")]
async fn cases_are_given_to_a_colleague_and_those_left_are_told_with_the_reason() {
    for test in TestApp::everywhere().await {
        let cases = drafts(&test, 2).await;
        let clerk = test.visitor(Who::Operator).await;
        let (first, number) = cases.first().unwrap();
        clerk.post(&format!("/richieste/{first}/annulla"), &[("motivo_annullamento", "ripensata")]).await;
        let ids: Vec<String> = cases.iter().map(|(id, _)| id.to_string()).collect();
        let lead = test.visitor(Who::Supervisor).await;
        let to = test.user(Who::BackOffice).await.to_string();
        let mut fields = vec![("azione", "assegna")];
        fields.extend(ids.iter().map(|id| ("pratica", id.as_str())));
        let asked = lead.post("/richieste/azioni", &fields).await;
        assert!(asked.status == 200 && asked.shows("Conti Paolo"), "{}", asked.text());
        fields.push(("a", &to));
        let told = lead.post("/richieste/azioni", &fields).await;
        assert_eq!(told.status, 422);
        assert!(told.shows("1 pratica assegnata a Conti Paolo") && told.shows(number), "{}", told.text());
        assert!(lead.get("/richieste").await.shows("Conti Paolo"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_may_not_give_cases_away_takes_only_what_nobody_has() {
    let test = TestApp::sqlite().await;
    let cases = drafts(&test, 1).await;
    let (id, _) = cases.first().unwrap();
    let id = id.to_string();
    let to = test.user(Who::BackOffice).await.to_string();
    let clerk = test.visitor(Who::Operator).await;
    let page = clerk.get("/richieste").await;
    assert!(!page.shows("value=\"assegna\"") && page.shows("value=\"prendi\""), "{}", page.text());
    let fields = [("azione", "assegna"), ("pratica", id.as_str()), ("a", to.as_str())];
    let told = clerk.post("/richieste/azioni", &fields).await;
    assert!(told.status == 422 && told.shows("Il tuo ruolo non può"), "{}", told.text());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_view_is_saved_shown_changed_and_removed() {
    for test in TestApp::everywhere().await {
        drafts(&test, 1).await;
        let clerk = test.visitor(Who::Operator).await;
        let save = [("azione", "salva"), ("nome", "Bozze VOL"), ("filtri", "procedura=VOL&stato=draft")];
        let saved = clerk.post("/richieste/viste", &save).await;
        assert_eq!(saved.status, 303, "{}", saved.text());
        let view = saved.location().to_owned();
        assert!(view.contains("procedura=VOL") && view.contains("vista="), "{view}");
        let shown = clerk.get(&view).await;
        assert!(shown.shows("Bozze VOL") && shown.shows("Togli questa vista"), "{}", shown.text());
        let id = view.split("vista=").nth(1).unwrap().split('&').next().unwrap().to_owned();
        let other = clerk.get(&format!("/richieste?vista={id}&procedura=VOL")).await;
        assert!(other.shows("Aggiorna la vista"), "{}", other.text());
        let twice = clerk.post("/richieste/viste", &save).await;
        assert!(clerk.get(twice.location()).await.shows("già una vista"));
        let stranger = test.visitor(Who::Supervisor).await;
        let theft = stranger.post("/richieste/viste", &[("azione", "togli"), ("vista", &id)]).await;
        assert_eq!(theft.status, 404);
        clerk.post("/richieste/viste", &[("azione", "togli"), ("vista", &id)]).await;
        assert!(!clerk.get("/richieste").await.shows("Bozze VOL"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_order_shows_every_case_once_and_numbers_are_found_by_their_end() {
    for test in TestApp::everywhere().await {
        let cases = drafts(&test, 3).await;
        let clerk = test.visitor(Who::Operator).await;
        for order in ["termine", "procedura", "numero", "cliente", "passo", "assegnata"] {
            for way in ["", "-"] {
                let page = clerk.get(&format!("/richieste?ordine={way}{order}")).await;
                assert_eq!(page.status, 200, "{order}");
                let rows = page.text().matches("data-row=").count();
                assert_eq!(rows, cases.len(), "{way}{order}");
            }
        }
        let (_, number) = cases.get(1).unwrap();
        let end = number.rsplit('-').next().unwrap().trim_start_matches('0');
        let page = clerk.get(&format!("/richieste?q={end}")).await;
        assert!(page.shows(number) && page.text().matches("data-row=").count() == 1, "{}", page.text());
        let found = clerk.part(&format!("/cerca/esiti?q=p:{end}")).await;
        // What matches is marked inside the number.
        let plain = found.text().replace("<mark>", "").replace("</mark>", "");
        assert!(plain.contains(number.as_str()), "{plain}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn columns_are_chosen_kept_with_filters_and_views_and_the_usual_ones_leave_no_trace() {
    for test in TestApp::everywhere().await {
        drafts(&test, 1).await;
        let clerk = test.visitor(Who::Operator).await;
        let chosen =
            [("azione", "colonne"), ("filtri", "stato=draft"), ("colonna", "origine"), ("colonna", "numero")];
        let told = clerk.post("/richieste/viste", &chosen).await;
        assert_eq!(told.status, 303, "{}", told.text());
        let list = told.location().to_owned();
        assert!(list.contains("colonne=numero") && list.contains("stato=draft"), "{list}");
        let page = clerk.get(&list).await;
        assert!(
            page.shows("data-label=\"Provenienza\"") && !page.shows("data-label=\"Passo da fare\""),
            "{}",
            page.text()
        );
        let save = [("azione", "salva"), ("nome", "Corta"), ("filtri", "stato=draft&colonne=numero,origine")];
        let view = clerk.post("/richieste/viste", &save).await.location().to_owned();
        assert!(clerk.get(&view).await.shows("data-label=\"Provenienza\""));
        let usual = ["termine", "numero", "cliente", "passo", "assegnata"].map(|code| ("colonna", code));
        let back =
            clerk.post("/richieste/viste", &[vec![("azione", "colonne")], usual.to_vec()].concat()).await;
        assert!(!back.location().contains("colonne"), "{}", back.location());
        assert!(clerk.get(back.location()).await.shows("data-label=\"Passo da fare\""));
    }
}
