//! The wizard and the page of a case through the real router: a draft is opened, filled in, refused, kept, called off.

#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

use routes::{Route as _, console::TaskComplete};
use testkit::{TestApp, Visitor, Who, person, supply};

const MANY: &str = "1 anagrafica corrisponde";

#[tokio::test]
async fn a_draft_is_filled_in_step_by_step_and_called_off() {
    for test in TestApp::everywhere().await {
        let holder = person(&test, "11530", "Casarini", "Aldo", "CSRLDA58D19F257B").await;
        let supplied = supply(&test, holder, "IT999E00317482", "C-187730").await;
        person(&test, "51907", "Montanari", "Irene", "MNTRNI91S42B819T").await;
        let clerk = test.visitor(Who::Operator).await;

        let page = clerk.get("/richieste/nuova").await;
        assert_eq!(page.status, 200, "{}", page.text());
        assert!(page.shows("VOL"), "the change of holder is offered");

        let begun = clerk.post("/richieste/nuova/VOL", &[("origine", "counter")]).await;
        assert_eq!(begun.status, 303, "{}", begun.text());
        let first = begun.location().to_owned();
        assert!(first.starts_with("/voltura/") && first.ends_with("/supply"), "{first}");
        let case = first.trim_end_matches("/supply").trim_start_matches("/voltura/").to_owned();

        let step = clerk.get(&first).await;
        assert_eq!(step.status, 200, "{}", step.text());
        let found =
            clerk.post(&first, &[("supply_point.q", "IT999E00317482"), ("cerca", "supply_point")]).await;
        assert_eq!(found.status, 200);
        assert!(found.shows("Casarini Aldo"), "the search without script shows what it found");

        let empty = clerk.post(&first, &[("version", "1")]).await;
        assert_eq!(empty.status, 422, "nothing chosen");
        assert!(empty.shows("err-sum"), "{}", empty.text());

        let answers = [("supply_point", supplied.point.to_string())];
        let fields: Vec<(&str, &str)> = answers.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let next = clerk.post(&first, &fields).await;
        assert_eq!(next.status, 303, "{}", next.text());
        assert!(next.location().ends_with("/party"), "{}", next.location());

        let part = clerk.part(&format!("/voltura/{case}/anagrafiche?party.q=MNTRNI91S42B819T")).await;
        assert_eq!(part.status, 200, "{}", part.text());
        assert!(part.shows(MANY), "{}", part.text());

        let shown = clerk.get(&format!("/richieste/{case}")).await;
        assert_eq!(shown.status, 200, "{}", shown.text());
        assert!(shown.shows("Riprendi la compilazione"), "a draft leads back to its form");
        assert_eq!(clerk.get(&format!("/richieste/{case}/diagramma.xml")).await.status, 200);

        let mute = clerk.post(&format!("/richieste/{case}/annulla"), &[("motivo_annullamento", "")]).await;
        assert_eq!(mute.status, 422, "a reason is needed");
        let off = clerk
            .post(&format!("/richieste/{case}/annulla"), &[("motivo_annullamento", "il cliente ci ripensa")])
            .await;
        assert_eq!(off.status, 303, "{}", off.text());
        let ended = clerk.get(&format!("/richieste/{case}")).await;
        assert!(ended.shows("il cliente ci ripensa"));
    }
}

/// Opens a change of holder on a point with its holder, and answers its steps up to the question about power.
async fn up_to_power(test: &TestApp, clerk: &Visitor) -> String {
    let holder = person(test, "11530", "Casarini", "Aldo", "CSRLDA58D19F257B").await;
    let supplied = supply(test, holder, "IT999E00317482", "C-187730").await;
    let incoming = person(test, "51907", "Montanari", "Irene", "MNTRNI91S42B819T").await;
    let begun = clerk
        .post("/richieste/nuova/VOL", &[("origine", "counter"), ("fornitura", &supplied.point.to_string())])
        .await;
    let case = begun.location().trim_end_matches("/supply").trim_start_matches("/voltura/").to_owned();
    let (day, point, party) = (test.today().to_string(), supplied.point.to_string(), incoming.to_string());
    let view = app::cases::show(&test.app, &test.system(), case.parse().unwrap()).await.unwrap();
    let lines = app::voltura::reading_lines(
        &test.app,
        &test.system(),
        view.point.unwrap().id,
        None,
        std::collections::BTreeMap::new(),
    )
    .await
    .unwrap();
    let values: Vec<(String, String)> = lines
        .iter()
        .map(|line| {
            let last = line.last.map_or(0, |(_, value)| value);
            (format!("readings.{}", line.key), (last + 1).to_string())
        })
        .collect();
    let mut reading =
        vec![("read_on", day.as_str()), ("read_by", "incoming"), ("readings_confirmed", "true")];
    reading.extend(values.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    for (step, fields) in [
        ("supply", vec![("supply_point", point.as_str())]),
        ("party", vec![("creation", "existing"), ("party", party.as_str())]),
        (
            "conditions",
            vec![
                ("variant", "ordinary"),
                ("title", "lease"),
                ("title_proof", "true"),
                ("starts_on", day.as_str()),
            ],
        ),
        ("reading", reading),
    ] {
        let next = clerk.post(&format!("/voltura/{case}/{step}"), &fields).await;
        assert_eq!(next.status, 303, "{step}: {}", next.text());
    }
    case
}

#[tokio::test]
async fn a_link_opens_no_request_and_asks_no_question_twice() {
    let test = TestApp::sqlite().await;
    let clerk = test.visitor(Who::Operator).await;
    let link = clerk.get("/voltura").await;
    assert_eq!((link.status, link.location()), (303, "/richieste/nuova?procedura=VOL"));
    let count = || async {
        let query = app::cases::ListQuery { limit: 10, ..app::cases::ListQuery::default() };
        app::cases::list(&test.app, &test.system(), query).await.unwrap().1
    };
    assert_eq!(count().await, 0, "looking opens nothing");

    let case = up_to_power(&test, &clerk).await;
    let asked = clerk.get(&format!("/voltura/{case}/aumento-potenza")).await;
    assert_eq!(asked.status, 200, "{}", asked.text());
    assert!(
        asked.shows("IT999E00317482") && asked.shows("230 V") && asked.shows("Monofase"),
        "{}",
        asked.text()
    );
    let view = app::cases::show(&test.app, &test.system(), case.parse().unwrap()).await.unwrap();
    assert_eq!((view.case.step.as_str(), view.case.data.get("power_increase")), ("power", None));
}

#[tokio::test]
async fn the_question_about_power_stands_over_its_step_and_answers_it() {
    let test = TestApp::sqlite().await;
    let clerk = test.visitor(Who::Operator).await;
    let case = up_to_power(&test, &clerk).await;
    let step = clerk.get(&format!("/voltura/{case}/power")).await;
    assert!(step.shows("<dialog class=\"dialog\" id=\"aumento\""), "{}", step.text());

    let path = format!("/voltura/{case}/aumento-potenza");
    let checked = clerk
        .post_part(&path, &[("parte", "controllo"), ("power_w", "6"), ("voltage_v", "230"), ("phases", "1")])
        .await;
    assert_eq!(checked.status, 200, "{}", checked.text());
    assert!(checked.shows("Dati compatibili"), "{}", checked.text());

    let less = clerk.post_part(&path, &[("power_w", "0,5"), ("voltage_v", "230"), ("phases", "1")]).await;
    assert_eq!(less.status, 422, "{}", less.text());
    assert!(!less.shows("<html"), "only the form comes back");
    let more = clerk.post(&path, &[("power_w", "6"), ("voltage_v", "230"), ("phases", "1")]).await;
    assert_eq!(more.status, 303, "{}", more.text());
    assert!(more.location().ends_with("/payment"), "{}", more.location());
}

#[tokio::test]
async fn keeping_a_draft_by_its_key_leaves_the_page_whole() {
    let test = TestApp::sqlite().await;
    let clerk = test.visitor(Who::Operator).await;
    let begun = clerk.post("/richieste/nuova/VOL", &[("origine", "counter")]).await;
    let case = begun.location().trim_end_matches("/supply").trim_start_matches("/voltura/").to_owned();
    let draft = format!("/voltura/{case}/bozza");
    let kept = clerk.post_part(&draft, &[("compito", "supply"), ("parte", "bozza")]).await;
    assert_eq!((kept.status, kept.header("hx-redirect")), (200, begun.location()));
    let typed = clerk.post_part(&draft, &[("compito", "supply")]).await;
    assert!(typed.shows("id=\"p-modulo\"") && typed.shows("id=\"p-riepilogo\""), "{}", typed.text());
}

/// The change of holder is asked for: more power and direct debit are not.
async fn confirmed(test: &TestApp, clerk: &Visitor) -> String {
    let case = up_to_power(test, clerk).await;
    for (step, fields) in [
        ("power", vec![("power_increase", "")]),
        ("payment", vec![("offer", "LUCE CASA"), ("payment", "slip"), ("delivery", "post"), ("lang", "it")]),
        ("confirm", vec![("signed", "true"), ("privacy", "true")]),
    ] {
        let next = clerk.post(&format!("/voltura/{case}/{step}"), &fields).await;
        assert_eq!(next.status, 303, "{step}: {}", next.text());
    }
    case
}

#[tokio::test]
async fn what_billing_refused_is_said_where_it_is_put_right_and_goes_again_corrected() {
    for test in TestApp::everywhere().await {
        let case = confirmed(&test, &test.visitor(Who::Operator).await).await;
        let id = case.parse().unwrap();
        let view = app::cases::show(&test.app, &test.system(), id).await.unwrap();
        let told = |kind: &str| view.billing.iter().find(|message| message.kind == kind).unwrap().key.clone();
        let refusal = |key: String, code: &str, text: &str| app::billing::Answer {
            key,
            applied: false,
            code: code.to_owned(),
            text: text.to_owned(),
        };
        for answer in [
            refusal(told("customer"), "E103", "Codice fiscale errato"),
            refusal(told("change_of_holder"), "FORMATO", "starts_on:not_a_day"),
        ] {
            app::billing::take_answer(&test.app, &test.system(), answer).await.unwrap();
        }
        let clerk = test.visitor(Who::BackOffice).await;
        let page = clerk.get(&format!("/richieste/{case}")).await;
        for words in [
            "E103: Codice fiscale errato",
            "Il comando non si può scrivere: decorrenza, non è una data",
            "Apri la scheda di Montanari Irene",
            "Apri la fornitura IT999E00317482",
            "name=\"fix_tax_code\"",
        ] {
            assert!(page.shows(words), "{words}: {}", page.text());
        }
        assert!(
            !page.shows("name=\"fix_company_name\"") && !page.shows("name=\"fix_iban\""),
            "not asked of her"
        );

        let view = app::cases::show(&test.app, &test.system(), id).await.unwrap();
        let task = view.tasks.iter().find(|task| task.element == "fix_billing").unwrap().id;
        let path = TaskComplete::new(id, task).url();
        let post = async |code: &str| {
            let version =
                app::cases::show(&test.app, &test.system(), id).await.unwrap().case.version.to_string();
            let fields =
                [("version", version.as_str()), ("fix_tax_code", code), ("billing_note", "letto male")];
            clerk.post(&path, &fields).await
        };
        let twin = post("CSRLDA58D19F257B").await;
        assert_eq!(twin.status, 422);
        assert!(twin.shows("C’è già un’anagrafica con questo codice: Casarini Aldo"), "{}", twin.text());
        let done = post("RSSMRA80A01H501U").await;
        assert_eq!(done.status, 303, "{}", done.text());

        let view = app::cases::show(&test.app, &test.system(), id).await.unwrap();
        assert_eq!(view.party.unwrap().tax_code.as_deref(), Some("RSSMRA80A01H501U"));
        let again = view.billing.iter().find(|message| message.kind == "customer").unwrap();
        assert_eq!((again.state.as_str(), again.answer_code.as_str()), ("queued", ""));
        assert!(again.body.contains("RSSMRA80A01H501U"), "{}", again.body);
        assert!(!view.case.data.contains_key("fix_tax_code"), "a correction is used up");
        let page = clerk.get(&format!("/richieste/{case}")).await;
        assert!(!page.shows("E103"), "{}", page.text());
    }
}

#[tokio::test]
async fn who_is_in_the_registry_is_told_at_the_code_and_taken_with_a_button() {
    for test in TestApp::everywhere().await {
        let holder = person(&test, "11530", "Casarini", "Aldo", "CSRLDA58D19F257B").await;
        let supplied = supply(&test, holder, "IT999E00317482", "C-187730").await;
        let known = person(&test, "51907", "Montanari", "Irene", "MNTRNI91S42B819T").await.to_string();
        let clerk = test.visitor(Who::Operator).await;
        let begun = clerk
            .post(
                "/richieste/nuova/VOL",
                &[("origine", "counter"), ("fornitura", &supplied.point.to_string())],
            )
            .await;
        let case = begun.location().trim_end_matches("/supply").trim_start_matches("/voltura/").to_owned();
        let point = supplied.point.to_string();
        clerk.post(&format!("/voltura/{case}/supply"), &[("supply_point", point.as_str())]).await;
        clerk.post(&format!("/voltura/{case}/party"), &[("creation", "guided")]).await;
        let contact = format!("/voltura/{case}/contact");
        let typed = [
            ("party_kind", "person"),
            ("surname", "Montanari"),
            ("given_name", "Irene"),
            ("tax_code", "MNTRNI91S42B819T"),
            ("mobile", "333 555 0142"),
            ("address.street", "via Po"),
            ("address.municipality", "Fontebruna"),
        ];
        let told = clerk.post(&contact, &typed).await;
        assert_eq!(told.status, 422, "{}", told.text());
        assert!(told.shows("Usa questa anagrafica") && told.shows("cliente 51907"), "{}", told.text());
        assert!(told.shows(&format!("name=\"usa\" value=\"{known}\"")), "{}", told.text());

        let taken = clerk.post(&contact, &[("usa", known.as_str())]).await;
        assert_eq!(taken.status, 303, "{}", taken.text());
        assert!(taken.location().ends_with("/conditions"), "{}", taken.location());
        let view = app::cases::show(&test.app, &test.system(), case.parse().unwrap()).await.unwrap();
        assert_eq!(view.case.data.get("party"), Some(&serde_json::json!(known)));
        assert!(!view.case.data.contains_key("created_party"), "nobody was entered");
    }
}

#[tokio::test]
async fn the_question_about_power_is_not_asked_where_there_is_no_electricity() {
    let test = TestApp::sqlite().await;
    let clerk = test.visitor(Who::Operator).await;
    let holder = person(&test, "11530", "Casarini", "Aldo", "CSRLDA58D19F257B").await;
    let supplied = supply(&test, holder, "IT999E00317482", "C-187730").await;
    let water = "UPDATE supply_point SET sector = 'water' RETURNING id";
    test.app.db.write("water", move |tx| tx.query_sql("water", water, &[])).await.unwrap();
    let begun = clerk.post("/richieste/nuova/VOL", &[("origine", "counter")]).await;
    let case = begun.location().trim_end_matches("/supply").trim_start_matches("/voltura/").to_owned();
    let point = supplied.point.to_string();
    let next = clerk.post(&format!("/voltura/{case}/supply"), &[("supply_point", point.as_str())]).await;
    assert_eq!(next.status, 303, "{}", next.text());
    let id = case.parse().unwrap();
    let asked = app::cases::show_form(&test.app, &test.system(), id, "power").await.unwrap();
    assert_eq!(asked.iter().map(|field| field.name.as_str()).collect::<Vec<_>>(), ["visit_needed"]);
    let page = clerk.get(&format!("/voltura/{case}/party")).await;
    assert!(page.shows("Visita") && !page.shows(">Potenza<"), "the step is called after what it asks");
}

#[tokio::test]
async fn a_draft_called_off_says_which_entry_it_leaves_in_the_registry() {
    for test in TestApp::everywhere().await {
        let holder = person(&test, "11530", "Casarini", "Aldo", "CSRLDA58D19F257B").await;
        let supplied = supply(&test, holder, "IT999E00317482", "C-187730").await;
        let clerk = test.visitor(Who::Operator).await;
        let begun = clerk.post("/richieste/nuova/VOL", &[("origine", "counter")]).await;
        let case = begun.location().trim_end_matches("/supply").trim_start_matches("/voltura/").to_owned();
        let (point, day) = (supplied.point.to_string(), test.today().to_string());
        for (step, fields) in [
            ("supply", vec![("supply_point", point.as_str())]),
            ("party", vec![("creation", "guided")]),
            (
                "contact",
                vec![
                    ("party_kind", "person"),
                    ("surname", "Rossi"),
                    ("given_name", "Mario"),
                    ("tax_code", "RSSMRA80A01H501U"),
                    ("mobile", "333 555 0142"),
                    ("address.street", "via Po"),
                    ("address.municipality", "Fontebruna"),
                ],
            ),
            ("link", vec![("variant", "ordinary"), ("title", "lease"), ("title_proof", "true")]),
            ("new_supply", vec![("starts_on", day.as_str())]),
        ] {
            let next = clerk.post(&format!("/voltura/{case}/{step}"), &fields).await;
            assert_eq!(next.status, 303, "{step}: {}", next.text());
        }
        let asked = clerk.get(&format!("/richieste/{case}/annulla")).await;
        assert!(asked.shows("L’anagrafica di Rossi Mario"), "{}", asked.text());
        assert!(asked.shows("resta in anagrafica"), "{}", asked.text());
        let off =
            clerk.post(&format!("/richieste/{case}/annulla"), &[("motivo_annullamento", "ci ripensa")]).await;
        assert_eq!(off.status, 303, "{}", off.text());
    }
}
