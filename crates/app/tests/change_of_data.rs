//! A change of personal data (VAR) on its way: compared, proved, approved where it is sensitive, carried out with its
//! history, told to billing and to both addresses, on both databases.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test fails where it cannot go on")]

mod support;

use app::{
    Error,
    accounts::{Hashed, NewUser, add_user},
    cases::{CaseView, Given, HandedIn, OpenCase, Prefill, answer, hand_in_document, open, show},
    registry::{CustomerView, HitKind, search, show_customer},
};
use domain::{
    access::Role,
    cases::{CaseState, Origin},
    registry::{AddressPurpose, ContactKind},
};
use engine::State;
use kernel::{CaseId, Lang, PartyId};
use serde_json::{Value as Json, json};
use store::{
    cases::process,
    registry::{contract, party},
};
use support::{
    World, answers, day,
    voltura::{finish_billing, step_by},
    worlds,
};

async fn supervisor(world: &World) {
    let new = NewUser {
        name: "sara.neri".to_owned(),
        display_name: "Neri Sara".to_owned(),
        email: None,
        office: Some("S3".to_owned()),
        lang: Lang::It,
        roles: vec![Role::Supervisor],
    };
    let hash = Hashed("$argon2id$none".to_owned());
    add_user(&world.app, &world.app.system("test"), new, hash).await.unwrap();
}

async fn draft(world: &World, party: PartyId) -> CaseId {
    let new = OpenCase {
        procedure: "VAR".to_owned(),
        origin: Origin::Counter,
        prefill: Prefill { party: Some(party), ..Prefill::default() },
    };
    open(&world.app, &world.ctx("marta.bellini").await, new).await.unwrap().id
}

async fn step(world: &World, case: CaseId, element: &str, given: Json) -> Result<(), Error> {
    step_by(world, "marta.bellini", case, element, given).await.map(drop)
}

/// A change up to its confirmation: who, what kind, the new data.
async fn asked(world: &World, party: PartyId, kind: &str, change: Json) -> CaseId {
    let case = draft(world, party).await;
    let who = json!({ "party": party, "change_kind": kind, "effective_on": "2026-03-10" });
    step(world, case, "identify", who).await.unwrap();
    step(world, case, "change", change).await.unwrap();
    case
}

async fn confirm(world: &World, case: CaseId, other: Json) {
    let mut given = answers(json!({ "signed": true, "privacy": true }));
    given.extend(answers(other));
    step(world, case, "confirm", Json::Object(given)).await.unwrap();
}

async fn approve(world: &World, case: CaseId, given: Json) {
    step_by(world, "sara.neri", case, "approve", given).await.unwrap();
}

async fn seen(world: &World, case: CaseId) -> CaseView {
    show(&world.app, &world.app.system("test"), case).await.unwrap()
}

async fn customer(world: &World, id: PartyId) -> CustomerView {
    show_customer(&world.app, &world.app.system("test"), id).await.unwrap()
}

fn text<'v>(view: &'v CaseView, name: &str) -> &'v str {
    view.case.data.get(name).and_then(Json::as_str).unwrap_or_default()
}

/// Field and code of what was not taken.
fn refused(outcome: Result<(), Error>) -> Vec<(String, String)> {
    match outcome {
        Err(Error::Invalid(problems)) => problems
            .into_iter()
            .filter(|problem| !problem.warning)
            .map(|problem| (problem.field, problem.code))
            .collect(),
        other => panic!("the form was taken: {other:?}"),
    }
}

fn one(field: &str, code: &str) -> Vec<(String, String)> {
    vec![(field.to_owned(), code.to_owned())]
}

fn contact(view: &CustomerView, kind: ContactKind) -> Option<(String, kernel::Date)> {
    let mut of_kind = view.contacts.iter().filter(|contact| contact.kind == kind);
    of_kind.next().map(|contact| (contact.value.clone(), contact.valid_from))
}

/// Where the letters of a kind went.
fn sent_to(view: &CaseView, kind: &str) -> Vec<String> {
    view.mails.iter().filter(|mail| mail.kind == kind).map(|mail| mail.address.clone()).collect()
}

/// Puts the bills of the holder's contract on e-mail, to the address on record.
async fn bills_by_email(world: &World) {
    let (ctx, id) = (world.app.system("test"), world.contract);
    let write = move |tx: &mut store::Tx<'_>| {
        let before = contract::by_id(tx, id)?.unwrap();
        let mut after =
            domain::registry::Contract { delivery_email: "posta@example.it".to_owned(), ..before.clone() };
        assert!(contract::update(tx, &ctx, &before, &mut after)?);
        Ok::<_, Error>(())
    };
    world.app.db.write("bills-by-email", write).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn new_contact_points_are_told_to_the_old_and_the_new_address_and_to_billing() {
    for world in worlds().await {
        bills_by_email(&world).await;
        // The holder himself: only a change of holder must not name the holder.
        let change = json!({
            "mobile": "333 555 0143", "email": "aldo.casarini@example.org", "proof_kind": "declared",
        });
        let case = asked(&world, world.outgoing, "contacts", change).await;
        let view = seen(&world, case).await;
        assert_eq!(
            view.case.data["changes"],
            json!([
                { "field": "mobile", "old": "–", "new": "333 555 0143" },
                { "field": "email", "old": "posta@example.it", "new": "aldo.casarini@example.org" },
            ])
        );
        assert_eq!(text(&view, "sensitive"), "no");
        confirm(&world, case, json!({})).await;

        let view = seen(&world, case).await;
        assert_eq!((text(&view, "applied"), view.case.step.as_str()), ("yes", "billing_answer"));
        let now = customer(&world, world.outgoing).await;
        let from = day("2026-03-10");
        assert_eq!(contact(&now, ContactKind::Mobile), Some(("333 555 0143".to_owned(), from)));
        assert_eq!(contact(&now, ContactKind::Email), Some(("aldo.casarini@example.org".to_owned(), from)));
        assert_eq!(now.supplies[0].contract.delivery_email, "aldo.casarini@example.org", "bills follow");
        let [message] = view.billing.as_slice() else { panic!("{:?}", view.billing) };
        assert_eq!((message.kind.as_str(), message.aggregate.as_str()), ("customer", "11530"));
        let body: Json = serde_json::from_str(&message.body).unwrap();
        assert_eq!(body["email"], json!("aldo.casarini@example.org"));

        finish_billing(&world, case, true).await;
        let view = seen(&world, case).await;
        assert_eq!(view.case.state, CaseState::Fulfilled);
        assert_eq!(sent_to(&view, "notice"), ["posta@example.it"]);
        assert_eq!(sent_to(&view, "confirmation"), ["aldo.casarini@example.org"]);
        let letter = view.documents.iter().find(|paper| paper.kind == "confirmation").unwrap().id;
        let made = app::papers::document_to_produce(&world.app, letter).await.unwrap().expect("it waits");
        assert_eq!(
            made.data["changes"][1],
            json!({ "field": "email", "label": "E-mail", "old": "posta@example.it", "new": "aldo.casarini@example.org" })
        );
        assert_eq!(made.data["answers"]["change_kind"], json!("Recapiti telefonici ed e-mail"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_somebody_is_changes_only_with_a_proof_and_a_supervisor_and_leaves_its_history() {
    for world in worlds().await {
        supervisor(&world).await;
        let case = draft(&world, world.incoming).await;
        let who =
            json!({ "party": world.incoming, "change_kind": "correction", "effective_on": "2026-03-10" });
        step(&world, case, "identify", who).await.unwrap();
        let bare = json!({ "surname": "Montanari Rossi", "proof_kind": "tax_card" });
        assert_eq!(refused(step(&world, case, "change", bare).await), one("proof_file", "required"));
        let paper = HandedIn {
            kind: "proof_file".to_owned(),
            title: "tessera.pdf".to_owned(),
            media_type: String::new(),
            content: b"%PDF-1.7 prova".to_vec(),
            answers_request: false,
        };
        let operator = world.ctx("marta.bellini").await;
        let proof = hand_in_document(&world.app, &operator, case, paper).await.unwrap();
        let change = json!({ "surname": "Montanari Rossi", "proof_kind": "tax_card", "proof_file": proof });
        step(&world, case, "change", change).await.unwrap();
        assert_eq!(text(&seen(&world, case).await, "sensitive"), "yes");
        confirm(&world, case, json!({})).await;
        assert_eq!(seen(&world, case).await.case.step, "approve");
        assert_eq!(customer(&world, world.incoming).await.party.names.surname, "Montanari");
        let mine = step(&world, case, "approve", json!({ "approval": "approved" })).await;
        assert!(matches!(mine, Err(Error::Refused { code, .. }) if code == "task_of_role"));
        approve(&world, case, json!({ "approval": "approved" })).await;

        let view = seen(&world, case).await;
        assert_eq!(view.case.party_name, "Montanari Rossi Irene", "lists show the new name");
        assert_eq!(customer(&world, world.incoming).await.party.names.surname, "Montanari Rossi");
        let sql = "SELECT data FROM party_history ORDER BY version";
        let rows = world.app.db.read("history", move |tx| tx.query_sql("history", sql, &[])).await.unwrap();
        let kept: Vec<String> = rows.iter().map(|row| row.get("data").unwrap()).collect();
        assert_eq!(kept.len(), 1);
        assert!(kept[0].contains("\"surname\":\"Montanari\""), "{kept:?}");
        let operator = world.ctx("marta.bellini").await;
        let found = search(&world.app, &operator, "montanari rossi").await.unwrap();
        assert!(found.iter().any(|hit| hit.kind == HitKind::Party(world.incoming)), "{found:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_changes_nothing_fits_nobody_or_is_somebody_elses_is_told_at_its_field() {
    for world in worlds().await {
        let case = draft(&world, world.incoming).await;
        let who = |kind: &str| json!({ "party": world.incoming, "change_kind": kind, "effective_on": "2026-03-10" });
        step(&world, case, "identify", who("contacts")).await.unwrap();
        let same = json!({ "email": "POSTA@example.it", "proof_kind": "declared" });
        assert_eq!(refused(step(&world, case, "change", same).await), one("mobile", "nothing_changes"));

        step(&world, case, "identify", who("correction")).await.unwrap();
        let sql = "UPDATE party SET tax_code = 'CSRLDA50C12F257B' WHERE number = '11530'";
        world.app.db.write("twin", move |tx| tx.query_sql("twin", sql, &[])).await.unwrap();
        let twin = json!({ "tax_code": "CSRLDA50C12F257B", "proof_kind": "tax_card", "proof_later": true });
        assert_eq!(refused(step(&world, case, "change", twin).await), one("tax_code", "party_exists"));

        step(&world, case, "identify", who("company")).await.unwrap();
        let company =
            json!({ "company_name": "Forno Pioppa", "proof_kind": "company_register", "proof_later": true });
        assert_eq!(
            refused(step(&world, case, "change", company).await),
            one("change_kind", "change_of_company")
        );
        assert!(customer(&world, world.incoming).await.party.names.company_name.is_empty());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn answers_of_another_kind_of_change_do_not_count() {
    for world in worlds().await {
        let change = json!({ "surname": "Verdi", "proof_kind": "identity", "proof_later": true });
        let case = asked(&world, world.incoming, "correction", change).await;
        let who = json!({ "party": world.incoming, "change_kind": "contacts", "effective_on": "2026-03-10" });
        // The name does not count any more, and nothing else was written yet: the step that asks for it is named.
        let outcome = step(&world, case, "identify", who.clone()).await;
        assert_eq!(refused(outcome), one("mobile", "nothing_changes"));
        let kept =
            Given { element: "identify".to_owned(), typed: answers(who), draft: true, ..Given::default() };
        answer(&world.app, &world.ctx("marta.bellini").await, case, kept).await.unwrap();
        let change = json!({ "mobile": "333 555 0143", "proof_kind": "declared" });
        step(&world, case, "change", change).await.unwrap();
        let view = seen(&world, case).await;
        assert_eq!(
            view.case.data["changes"],
            json!([{ "field": "mobile", "old": "–", "new": "333 555 0143" }])
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn data_changed_meanwhile_are_compared_again_before_anything_is_written() {
    for world in worlds().await {
        supervisor(&world).await;
        let change = json!({ "given_name": "Irene Maria", "proof_kind": "identity", "proof_later": true });
        let case = asked(&world, world.incoming, "correction", change).await;
        confirm(&world, case, json!({})).await;
        hand_in(&world, case).await;
        let (ctx, id) = (world.app.system("test"), world.incoming);
        let meanwhile = move |tx: &mut store::Tx<'_>| {
            let before = party::by_id(tx, id)?.unwrap();
            let mut after = before.clone();
            after.names.given_name = "Irina".to_owned();
            assert!(party::update(tx, &ctx, &before, &mut after)?);
            Ok::<_, Error>(())
        };
        world.app.db.write("meanwhile", meanwhile).await.unwrap();
        approve(&world, case, json!({ "approval": "approved" })).await;
        let view = seen(&world, case).await;
        assert_eq!((text(&view, "applied"), view.case.step.as_str()), ("conflict", "resolve"));
        assert_eq!(view.case.data["changes"][0]["old"], json!("Irina"), "compared with what is there now");
        assert_eq!(customer(&world, world.incoming).await.party.names.given_name, "Irina");
        let why = json!({ "resolve_note": "Carta d’identità vista" });
        step_by(&world, "paolo.conti", case, "resolve", why).await.unwrap();
        assert_eq!(customer(&world, world.incoming).await.party.names.given_name, "Irene Maria");
    }
}

/// The paper that was asked for comes.
async fn hand_in(world: &World, case: CaseId) {
    let paper = HandedIn {
        kind: "proof_file".to_owned(),
        title: "certificato.pdf".to_owned(),
        media_type: String::new(),
        content: b"%PDF-1.7 prova".to_vec(),
        answers_request: true,
    };
    hand_in_document(&world.app, &world.ctx("marta.bellini").await, case, paper).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_death_the_contract_passes_to_an_heir_in_a_change_of_holder_of_its_own() {
    for world in worlds().await {
        supervisor(&world).await;
        let change = json!({
            "death_on": "2026-02-20", "proof_kind": "death_certificate", "proof_later": true,
            "heirs": [{ "heir_name": "Casarini Bruna", "heir_tax_code": "CSRBRN75A41F257I", "heir_resident": true }],
            "mailing_address": {
                "street": "via Adige", "house_number": "3", "postcode": "41099", "municipality": "Fontebruna",
                "province": "MO",
            },
        });
        let case = asked(&world, world.outgoing, "mortis_causa", change).await;
        confirm(&world, case, json!({ "contract_passes": true, "passing_contract": world.contract })).await;
        let view = seen(&world, case).await;
        assert_eq!(sent_to(&view, "proofrequest"), ["posta@example.it"]);
        assert!(view.suspensions.iter().any(|held| held.to.is_none()), "the customer is awaited");
        hand_in(&world, case).await;
        approve(&world, case, json!({ "approval": "approved" })).await;

        let view = seen(&world, case).await;
        assert_eq!(text(&view, "applied"), "yes");
        let known = customer(&world, world.outgoing).await;
        assert_eq!(known.party.note, "Deceduto il 20/02/2026. Erede: Casarini Bruna");
        let mailing = known
            .addresses
            .iter()
            .find(|entry| entry.purpose == AddressPurpose::Mailing)
            .expect("it is kept");
        assert_eq!((mailing.address.street.as_str(), mailing.valid_from), ("via Adige", day("2026-03-10")));
        let [linked] = view.linked.as_slice() else { panic!("{:?}", view.linked) };
        assert_eq!(linked.procedure, "VOL");
        let opened = seen(&world, linked.id).await;
        assert_eq!(opened.case.supply_point_id, Some(world.point));
        assert_eq!(text(&opened, "variant"), "mortis_causa");
        assert_eq!(text(&view, "linked_case"), opened.case.number);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_document_that_never_comes_leaves_the_data_as_they_were() {
    for world in worlds().await {
        let change = json!({
            "order_on": "2026-01-15", "assigned_to": "Casarini Bruna", "proof_kind": "court_order", "proof_later": true,
        });
        let case = asked(&world, world.outgoing, "separation", change).await;
        confirm(&world, case, json!({})).await;
        let instance = world.app.db.read("instance", move |tx| Ok::<_, Error>(process::of_case(tx, case)?));
        let instance = instance.await.unwrap().remove(0);
        let state: State = serde_json::from_slice(&instance.data).unwrap();
        world.clock.advance(30 * 86_400 + 1);
        // A message and a timer are awaited: only the timer fires.
        let mut fired = 0;
        for waiting in &state.subscriptions {
            let system = world.app.system("timer");
            let outcome = app::processes::fire_timer(&world.app, &system, instance.id, waiting.id).await;
            fired += usize::from(outcome.is_ok());
        }
        assert_eq!(fired, 1);
        let view = seen(&world, case).await;
        assert_eq!(
            (view.case.state, view.case.outcome.as_str()),
            (CaseState::Inadmissible, "change_not_proved")
        );
        assert_eq!(view.documents.iter().filter(|paper| paper.kind == "refusal").count(), 1);
        assert!(view.billing.is_empty());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_supervisor_does_not_approve_is_refused_in_his_words() {
    for world in worlds().await {
        supervisor(&world).await;
        let change = json!({ "surname": "Verdi", "proof_kind": "identity", "proof_later": true });
        let case = asked(&world, world.incoming, "correction", change).await;
        confirm(&world, case, json!({})).await;
        hand_in(&world, case).await;
        let no = json!({ "approval": "refused", "approval_note": "Il documento è di un’altra persona" });
        approve(&world, case, no).await;
        let view = seen(&world, case).await;
        assert_eq!(view.case.state, CaseState::Inadmissible);
        assert_eq!(customer(&world, world.incoming).await.party.names.surname, "Montanari");
        let letter = view.documents.iter().find(|paper| paper.kind == "refusal").unwrap().id;
        let made = app::papers::document_to_produce(&world.app, letter).await.unwrap().expect("it waits");
        assert_eq!(made.data["answers"]["approval_note"], json!("Il documento è di un’altra persona"));
    }
}
