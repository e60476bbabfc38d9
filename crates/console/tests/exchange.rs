//! Bringing a distributor's file through the real router: without script, as a browser posts forms.

use testkit::{TestApp, Who};

/// An admissibility for a request nobody made.
const LOST: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<Prestazione cod_servizio="A01" cod_flusso="0100">
  <IdentificativiRichiesta>
    <piva_utente>01234560157</piva_utente><piva_distr>00488410010</piva_distr>
    <cod_prat_utente>CRM-77</cod_prat_utente>
  </IdentificativiRichiesta>
  <Ammissibilita><verifica_amm>1</verifica_amm></Ammissibilita>
</Prestazione>"#;

#[tokio::test]
async fn a_file_is_looked_at_before_it_counts_and_what_fits_nowhere_waits_for_a_person() {
    let test = TestApp::sqlite().await;
    let clerk = test.visitor(Who::BackOffice).await;
    let empty = clerk.get("/importazioni/xml").await;
    assert_eq!(empty.status, 200, "{}", empty.text());
    assert!(empty.shows("Importa file XML") && empty.shows("Ancora nessun file"));

    let file = ("file", "esito.xml", "text/xml", LOST.as_bytes());
    let sent = clerk.upload("/importazioni/xml", &[], file).await;
    assert_eq!(sent.status, 303, "{}", sent.text());
    let place = sent.location().to_owned();
    let preview = clerk.get(&place).await;
    assert_eq!(preview.status, 200, "{}", preview.text());
    assert!(preview.shows("CRM-77") && preview.shows("aspetterà una persona"), "{}", preview.text());
    assert!(!clerk.get("/importazioni/xml").await.shows("Aspettano una persona"), "nothing counts yet");

    assert_eq!(clerk.post(&format!("{place}/applica"), &[]).await.status, 303);
    let waiting = clerk.get("/importazioni/xml").await;
    assert!(waiting.shows("Aspettano una persona") && waiting.shows("CRM-77"), "{}", waiting.text());

    let again = clerk.upload("/importazioni/xml", &[], file).await;
    assert_eq!((again.status, again.location()), (303, place.as_str()), "the first time is shown");

    let report = clerk.get(&format!("{place}/esito.csv")).await;
    assert!(report.text().contains("\"CRM-77\""), "{}", report.text());

    let archive = format!("{place}/messaggi/1/archivia");
    let unsaid = clerk.post(&archive, &[("motivo", "  ")]).await;
    assert_eq!(unsaid.status, 422, "without a reason nothing happens");
    assert!(
        unsaid.shows("Scrivi il motivo prima di archiviare") && unsaid.shows("CRM-77"),
        "{}",
        unsaid.text()
    );
    let assign = format!("{place}/messaggi/1/pratica");
    let nowhere = clerk.post(&assign, &[("pratica", "2026-A01-999999")]).await;
    assert_eq!(nowhere.status, 422);
    assert!(nowhere.shows("Non c’è una pratica con questo numero"), "{}", nowhere.text());
    assert!(nowhere.shows("2026-A01-999999"), "what was typed stays");
    assert_eq!(clerk.post(&archive, &[("motivo", "Di un altro venditore")]).await.status, 303);
    assert!(!clerk.get("/importazioni/xml").await.shows("Aspettano una persona"));
}

#[tokio::test]
async fn what_was_applied_is_taken_back_and_can_be_applied_again() {
    let test = TestApp::sqlite().await;
    let clerk = test.visitor(Who::BackOffice).await;
    let sent = clerk.upload("/importazioni/xml", &[], ("file", "e.xml", "text/xml", LOST.as_bytes())).await;
    let place = sent.location().to_owned();
    let early = clerk.post(&format!("{place}/annulla"), &[]).await;
    assert_eq!(early.status, 422, "nothing is applied yet: {}", early.text());
    assert!(early.shows("non è applicato"), "{}", early.text());
    assert_eq!(clerk.post(&format!("{place}/applica"), &[]).await.status, 303);
    assert!(clerk.get(&place).await.shows("Annulla l’importazione"));
    assert_eq!(clerk.post(&format!("{place}/annulla"), &[]).await.status, 303);
    let back = clerk.get(&place).await;
    assert!(back.shows("nessun messaggio di questo file vale"), "{}", back.text());
    assert!(!clerk.get("/importazioni/xml").await.shows("Aspettano una persona"), "it waits for nobody");
    assert_eq!(clerk.post(&format!("{place}/applica"), &[]).await.status, 303);
    assert!(clerk.get("/importazioni/xml").await.shows("Aspettano una persona"));
}

#[tokio::test]
async fn the_page_stands_where_people_look_for_it() {
    let test = TestApp::sqlite().await;
    let clerk = test.visitor(Who::BackOffice).await;
    let list = clerk.get("/richieste").await;
    assert!(list.text().contains("href=\"/importazioni/xml\""), "the button of the requests");
    assert!(clerk.get("/amministrazione").await.text().contains("href=\"/importazioni/xml\""));
    let operator = test.visitor(Who::Operator).await;
    assert!(!operator.get("/richieste").await.text().contains("href=\"/importazioni/xml\""));
}

#[tokio::test]
async fn a_broken_file_says_where_and_a_missing_one_is_asked_for() {
    let test = TestApp::sqlite().await;
    let clerk = test.visitor(Who::BackOffice).await;
    let nothing = clerk.post("/importazioni/xml", &[]).await;
    assert_eq!(nothing.status, 422);
    assert!(nothing.shows("Scegli il file da importare"), "{}", nothing.text());

    let broken = LOST.replace("<verifica_amm>1", "<verifica_amm>sì");
    let sent = clerk.upload("/importazioni/xml", &[], ("file", "e.xml", "text/xml", broken.as_bytes())).await;
    let preview = clerk.get(sent.location()).await;
    assert!(preview.shows("riga 7") && preview.shows("ci vuole 0 oppure 1"), "{}", preview.text());

    let package = clerk
        .upload("/importazioni/xml", &[], ("file", "e.zip", "application/zip", b"PK\x03\x04rotto"))
        .await;
    assert_eq!(package.status, 422);
    assert!(package.shows("archivio zip"), "{}", package.text());

    let operator = test.visitor(Who::Operator).await;
    assert_eq!(operator.get("/importazioni/xml").await.status, 403);
}
