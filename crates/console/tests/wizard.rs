//! The wizard and the page of a case through the real router: a draft is opened, filled in, refused, kept, called off.

use testkit::{TestApp, Who, person, supply};

const MANY: &str = "1 anagrafica corrisponde";

#[tokio::test]
async fn a_draft_is_filled_in_step_by_step_and_called_off() {
    for test in TestApp::everywhere().await {
        let holder = person(&test, "11530", "Casarini", "Aldo", "CSRLDA58D19F257J").await;
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
