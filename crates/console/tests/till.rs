//! The till and the reprint of bills through the real router: without script, as a browser posts forms.

use kernel::Money;
use testkit::{Answered, TestApp, Visitor, Who, bill, person, supply};

/// A customer with two bills, one overdue; a clerk with an open till.
async fn counter(test: &TestApp) -> (Visitor, String, Vec<String>) {
    let payer = person(test, "40217", "Rinaldi", "Teresa", "RNLTRS72R46F257S").await;
    let supplied = supply(test, payer, "IT999E00000010", "C-1").await;
    let euro = Money::from_cents;
    let first = bill(test, supplied.contract, "2025/A/048812", "2026-01-12", euro(5890), euro(2000)).await;
    let second = bill(test, supplied.contract, "2026/A/009377", "2026-05-02", euro(6120), Money::ZERO).await;
    let clerk = test.visitor(Who::Operator).await;
    let opened = clerk.post("/cassa/apertura", &[("fondo", "100,00")]).await;
    assert_eq!(opened.status, 303, "{}", opened.text());
    (clerk, payer.to_string(), vec![first.to_string(), second.to_string()])
}

/// The value of a hidden field.
fn hidden(page: &Answered, name: &str) -> String {
    let text = page.text();
    let mark = format!("name=\"{name}\" value=\"");
    text.split(&mark).nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
}

#[tokio::test]
async fn a_payment_is_taken_and_its_receipt_opens() {
    let test = TestApp::sqlite().await;
    let (clerk, payer, bills) = counter(&test).await;

    let found = clerk.get("/cassa?q=rinaldi").await;
    assert_eq!((found.status, found.location()), (303, format!("/cassa?cliente={payer}").as_str()));
    let page = clerk.get(found.location()).await;
    assert_eq!(page.status, 200, "{}", page.text());
    assert!(page.shows("2025/A/048812") && page.shows("38,90"), "the overdue bill is proposed");

    let key = hidden(&page, "chiave");
    let pay = format!("paga-{}", bills[0]);
    let mut fields = vec![
        ("chiave", key.as_str()),
        ("cliente", payer.as_str()),
        ("includi", bills[0].as_str()),
        (pay.as_str(), "38,90"),
        ("metodo", "cash"),
        ("ricevuto", "20"),
        ("azione", "incassa"),
    ];
    let short = clerk.post("/cassa", &fields).await;
    assert_eq!(short.status, 422);
    assert!(short.shows("18,90"), "what is missing is said: {}", short.text());

    fields[5] = ("ricevuto", "50");
    let done = clerk.post("/cassa", &fields).await;
    assert_eq!(done.status, 303, "{}", done.text());
    let again = clerk.post("/cassa", &fields).await;
    assert_eq!(
        (again.status, again.location()),
        (303, done.location()),
        "the same form makes no second receipt"
    );
    let after = clerk.get(done.location()).await;
    assert!(after.shows("S3-2026-000001") && after.shows("11,10"), "receipt and change: {}", after.text());

    test.run_jobs().await;
    let receipt = done.location().split('=').nth(1).unwrap_or_default();
    let paper = clerk.get(&format!("/cassa/ricevute/{receipt}/ricevuta.pdf")).await;
    assert_eq!(paper.status, 200);
    assert!(paper.bytes.starts_with(b"%PDF-"));
    let billing: Vec<_> = std::fs::read_dir(test.folder.path().join("billing/out"))
        .expect("the folder of billing")
        .filter_map(|entry| std::fs::read_to_string(entry.expect("a file").path()).ok())
        .collect();
    assert!(
        billing.iter().any(|file| file.contains("INCASSO") && file.contains("2025/A/048812")),
        "{billing:?}"
    );

    let question = clerk.get(&format!("/cassa/ricevute/{receipt}/storno")).await;
    assert!(question.shows("Che cosa succede"), "what follows is told first");
    let back = clerk.post(&format!("/cassa/ricevute/{receipt}/storno"), &[("motivo", "errore")]).await;
    assert_eq!((back.status, back.location()), (303, "/cassa/ricevute"));
    assert!(clerk.get("/cassa/ricevute").await.shows("Stornato"));
}

#[tokio::test]
async fn without_script_the_sums_are_computed_again() {
    let test = TestApp::sqlite().await;
    let (clerk, payer, _) = counter(&test).await;
    let all = clerk.post("/cassa", &[("cliente", &payer), ("azione", "tutte"), ("chiave", "k")]).await;
    assert_eq!(all.status, 200);
    assert!(all.shows("100,10"), "both bills: {}", all.text());
    let part = clerk.part(&format!("/cassa/parti/bollette?cliente={payer}")).await;
    assert_eq!(part.status, 200);
    assert!(part.text().trim_start().starts_with("<section"), "the part alone");
}

#[tokio::test]
async fn a_till_is_closed_and_its_sheet_opens() {
    let test = TestApp::sqlite().await;
    let (clerk, ..) = counter(&test).await;
    let page = clerk.get("/cassa/chiusura").await;
    assert_eq!(page.status, 200, "{}", page.text());
    let version = hidden(&page, "version");
    let short = [("version", version.as_str()), ("pezzi-5000", "1"), ("versamento", "0")];
    let refused = clerk.post("/cassa/chiusura", &short).await;
    assert_eq!(refused.status, 422);
    assert!(refused.shows("−50,00"), "the difference is said: {}", refused.text());
    let right = [("version", version.as_str()), ("pezzi-5000", "2"), ("versamento", "0")];
    assert_eq!(clerk.post("/cassa/chiusura", &right).await.status, 303);
    test.run_jobs().await;
    let closed = clerk.get("/cassa").await;
    assert!(closed.shows("La cassa è chiusa"));
    let text = closed.text();
    let sheet = text.split("href=\"").find(|part| part.starts_with("/cassa/chiusure/"));
    let sheet = sheet.and_then(|part| part.split('"').next()).expect("the sheet of the closing");
    let paper = clerk.get(sheet).await;
    assert_eq!(paper.status, 200);
    assert!(paper.bytes.starts_with(b"%PDF-"));
}

#[tokio::test]
async fn a_bill_is_printed_again_with_its_slip() {
    let test = TestApp::sqlite().await;
    let (clerk, payer, bills) = counter(&test).await;
    let list = clerk.get(&format!("/bollette?cliente={payer}")).await;
    assert_eq!(list.status, 200, "{}", list.text());
    let none = clerk.get(&format!("/bollette/{}/bolletta.pdf", bills[0])).await;
    assert_eq!(none.status, 422, "{}", none.text());
    let chosen = [("bolletta", bills[0].as_str()), ("azione", "stampa")];
    let printed = clerk.post("/bollette/ristampa", &chosen).await;
    assert_eq!(
        (printed.status, printed.location()),
        (303, format!("/bollette/{}/bolletta.pdf", bills[0]).as_str())
    );
    test.run_jobs().await;
    for name in ["bolletta", "bollettino"] {
        let paper = clerk.get(&format!("/bollette/{}/{name}.pdf", bills[0])).await;
        assert_eq!(paper.status, 200, "{name}");
        assert!(paper.bytes.starts_with(b"%PDF-"), "{name}");
    }
    let page = clerk.get(&format!("/bollette/{}", bills[0])).await;
    assert!(page.shows("Bollettino di 38,90"), "{}", page.text());
    let mailed = clerk.post("/bollette/ristampa", &[("bolletta", &bills[0]), ("azione", "mail")]).await;
    assert!([303, 422].contains(&mailed.status), "{}", mailed.text());
    let started = clerk.post("/richieste/nuova/RIS", &[("origine", "counter")]).await;
    assert_eq!(started.status, 422, "a reprint begins at the bill");
}

#[tokio::test]
async fn the_trail_says_in_words_what_was_done_at_the_till() {
    let test = TestApp::sqlite().await;
    let (clerk, payer, bills) = counter(&test).await;
    let page = clerk.get(&format!("/cassa?cliente={payer}")).await;
    let (key, pay) = (hidden(&page, "chiave"), format!("paga-{}", bills[0]));
    let fields = [
        ("chiave", key.as_str()),
        ("cliente", payer.as_str()),
        ("includi", bills[0].as_str()),
        (pay.as_str(), "38,90"),
        ("metodo", "cash"),
        ("ricevuto", "50"),
        ("azione", "incassa"),
    ];
    let done = clerk.post("/cassa", &fields).await;
    let receipt = done.location().split('=').nth(1).unwrap_or_default().to_owned();
    let back = clerk.post(&format!("/cassa/ricevute/{receipt}/storno"), &[("motivo", "errore")]).await;
    assert_eq!(back.status, 303, "{}", back.text());
    let trail = test.visitor(Who::Supervisor).await.get("/registro").await;
    for words in [
        "ha aperto la cassa",
        "con un fondo di 100,00",
        "ha incassato 38,90",
        "ricevuta S3-2026-000001",
        "ha stornato la ricevuta S3-2026-000001",
        &format!("/cassa/ricevute/{receipt}/ricevuta.pdf"),
    ] {
        assert!(trail.shows(words), "{words} is missing: {}", trail.text());
    }
    assert!(trail.shows("value=\"till\""), "one can ask for tills alone");
}
