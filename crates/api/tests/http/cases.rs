//! A change of holder from its opening to its end, as another program drives it.

use serde_json::{Value as Json, json};

use crate::{
    caller::Caller,
    support::{
        World,
        voltura::{confirmation, known_party},
        worlds,
    },
};

pub async fn opened(caller: &Caller) -> String {
    let case =
        caller.post("/api/v1/cases", json!({ "procedure": "VOL", "origin": "counter" })).await.is(201).json();
    case["id"].as_str().unwrap().to_owned()
}

pub async fn open_task(caller: &Caller, case: &str) -> Json {
    let tasks = caller.get(&format!("/api/v1/tasks?case={case}")).await.is(200).json();
    tasks["items"].as_array().unwrap().iter().find(|task| task["state"] == "open").unwrap().clone()
}

async fn complete(caller: &Caller, case: &str, element: &str, answers: Json) -> Json {
    let task = open_task(caller, case).await;
    assert_eq!(task["element"], element);
    let url = format!("/api/v1/tasks/{}/complete", task["id"].as_str().unwrap());
    caller.edit(&url, json!({ "answers": answers })).await.is(200).json()
}

pub async fn requested(world: &World, caller: &Caller) -> String {
    let case = opened(caller).await;
    for (element, answers) in known_party(world).into_iter().chain([confirmation()]) {
        complete(caller, &case, element, answers).await;
    }
    case
}

#[tokio::test(flavor = "multi_thread")]
async fn another_program_takes_a_change_of_holder_through() {
    for world in worlds().await {
        let caller = Caller::of(&world, "marta.bellini").await;
        let case = requested(&world, &caller).await;
        let shown = caller.get(&format!("/api/v1/cases/{case}")).await.is(200);
        let body = shown.json();
        assert_eq!(body["state"], "admissible");
        assert_eq!(shown.header("etag"), format!("\"{}\"", body["version"]));
        assert_eq!(body["party"], json!(world.incoming));

        let facts = caller.get(&format!("/api/v1/cases/{case}/facts")).await.is(200).json();
        assert!(facts["items"].as_array().unwrap().iter().any(|fact| fact["kind"] == "request_received"));
        caller.get(&format!("/api/v1/cases/{case}/clock")).await.is(200);
        let papers = caller.get(&format!("/api/v1/cases/{case}/documents")).await.is(200).json();
        let receipt = papers["items"]
            .as_array()
            .unwrap()
            .iter()
            .find(|paper| paper["kind"] == "receipt")
            .unwrap()
            .clone();
        let url = format!("/api/v1/documents/{}", receipt["id"].as_str().unwrap());
        assert_eq!(caller.get(&url).await.is(200).json()["state"], "queued");
        caller.get(&format!("{url}/content")).await.problem(409, "document_not_ready");

        let listed = caller
            .get(&format!("/api/v1/cases?party={}&state=admissible", world.incoming))
            .await
            .is(200)
            .json();
        assert_eq!(listed["items"][0]["id"], json!(case));
        let none = caller.get("/api/v1/cases?from=2026-03-12").await.is(200).json();
        assert_eq!(none["items"], json!([]));
        let today = caller.get("/api/v1/cases?from=2026-03-11&to=2026-03-11").await.is(200).json();
        assert_eq!(today["items"].as_array().unwrap().len(), 1);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_task_says_what_it_asks_and_refuses_what_it_cannot_take() {
    for world in worlds().await {
        let caller = Caller::of(&world, "marta.bellini").await;
        let case = opened(&caller).await;
        let task = open_task(&caller, &case).await;
        let url = format!("/api/v1/tasks/{}", task["id"].as_str().unwrap());
        let asked = caller.get(&url).await.is(200).json();
        let field = asked["fields"]
            .as_array()
            .unwrap()
            .iter()
            .find(|field| field["name"] == "supply_point")
            .unwrap()
            .clone();
        assert_eq!((&field["kind"], &field["required"]), (&json!("supply_point"), &json!(true)));
        let problem =
            caller.edit(&format!("{url}/complete"), json!({ "answers": {} })).await.problem(422, "invalid");
        assert_eq!(problem["fields"][0]["field"], "supply_point");
        caller
            .edit(&format!("{url}/complete"), json!({ "answers": { "supply_point": world.point } }))
            .await
            .is(200);
        caller.edit(&format!("{url}/complete"), json!({ "answers": {} })).await.problem(409, "task_gone");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_a_person_does_to_a_case_a_program_does_too() {
    for world in worlds().await {
        let caller = Caller::of(&world, "paolo.conti").await;
        let case = requested(&world, &caller).await;
        let url = |part: &str| format!("/api/v1/cases/{case}/{part}");
        caller.post(&url("comments"), json!({ "body": "Chiamato, richiama domani" })).await.is(204);
        let comments = caller.get(&url("comments")).await.is(200).json();
        assert_eq!(comments["items"][0]["author"], "Conti Paolo");

        caller.edit(&url("suspend"), json!({ "cause": "moon" })).await.problem(422, "invalid");
        caller.edit(&url("suspend"), json!({ "cause": "third_party", "note": "distributore" })).await.is(204);
        caller
            .edit(&url("suspend"), json!({ "cause": "third_party" }))
            .await
            .problem(409, "case_already_suspended");
        assert_eq!(caller.get(&format!("/api/v1/cases/{case}")).await.json()["suspended"], "third_party");
        caller.send("POST", &url("resume"), &[("if-match", "*")], None).await.is(204);
        caller
            .send("POST", &url("resume"), &[("if-match", "*")], None)
            .await
            .problem(409, "case_not_suspended");

        caller.edit(&url("reassign"), json!({ "to": world.operator, "reason": "turno" })).await.is(204);
        assert_eq!(
            caller.get(&format!("/api/v1/cases/{case}")).await.json()["assigned_to"],
            json!(world.operator)
        );

        let facts = caller.get(&url("facts")).await.is(200).json();
        let fact = facts["items"]
            .as_array()
            .unwrap()
            .iter()
            .find(|fact| fact["kind"] == "request_received")
            .unwrap()
            .clone();
        let future = json!({ "corrects": fact["id"], "at": "2026-03-12T10:00:00+01:00", "reason": "x" });
        caller.edit(&url("facts"), future).await.problem(422, "invalid");
        let right = json!({ "corrects": fact["id"], "at": "2026-03-10T10:00:00+01:00", "reason": "Timbro del protocollo" });
        caller.edit(&url("facts"), right.clone()).await.is(204);
        caller.edit(&url("facts"), right).await.problem(409, "fact_gone");

        let paper = json!({ "title": "contratto.pdf", "content": "JVBERi0xLjcK" });
        let made = caller.post(&url("documents"), paper).await.is(201).json();
        let content =
            caller.get(&format!("/api/v1/documents/{}/content", made["id"].as_str().unwrap())).await.is(200);
        assert_eq!(
            (content.header("content-type"), content.bytes.as_slice()),
            ("application/pdf", b"%PDF-1.7\n".as_slice())
        );
        let text = json!({ "title": "nota.txt", "content": "Y2lhbw==" });
        let problem = caller.post(&url("documents"), text).await.problem(422, "invalid");
        assert_eq!(problem["fields"][0]["code"], "file_kind");

        let message = json!({ "message": "customer_documents" });
        caller.post(&url("messages"), message).await.problem(409, "nobody_waits");
        caller
            .edit(&url("cancel"), json!({ "reason": "ha cambiato idea" }))
            .await
            .problem(409, "contract_made");
        let draft = opened(&caller).await;
        let cancel = format!("/api/v1/cases/{draft}/cancel");
        caller.edit(&cancel, json!({ "reason": " " })).await.problem(409, "reason_missing");
        caller.edit(&cancel, json!({ "reason": "ha cambiato idea" })).await.is(204);
        assert_eq!(caller.get(&format!("/api/v1/cases/{draft}")).await.json()["state"], "cancelled");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_outside_forges_what_only_the_program_says() {
    for world in worlds().await {
        let caller = Caller::of(&world, "paolo.conti").await;
        let case = requested(&world, &caller).await;
        let url = format!("/api/v1/cases/{case}/messages");
        let step = |body: &Json| body["step"].clone();
        let before = caller.get(&format!("/api/v1/cases/{case}")).await.json();
        let forged = json!({ "message": "billing_answer", "variables": { "billing_outcome": "applied" } });
        let problem = caller.post(&url, forged).await.problem(422, "invalid");
        assert_eq!(
            (&problem["fields"][0]["field"], &problem["fields"][0]["code"]),
            (&json!("message"), &json!("message_not_from_outside"))
        );
        let more =
            json!({ "message": "customer_documents", "variables": { "document": "x", "admissible": "yes" } });
        let problem = caller.post(&url, more).await.problem(422, "invalid");
        assert_eq!(problem["fields"].as_array().unwrap().len(), 1);
        assert_eq!(
            (&problem["fields"][0]["field"], &problem["fields"][0]["code"]),
            (&json!("variables.admissible"), &json!("message_variable_unknown"))
        );
        let after = caller.get(&format!("/api/v1/cases/{case}")).await.json();
        assert_eq!((step(&before), &before["version"]), (step(&after), &after["version"]));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_edit_says_which_version_it_was_made_on() {
    for world in worlds().await {
        let caller = Caller::of(&world, "paolo.conti").await;
        let case = requested(&world, &caller).await;
        let shown = format!("/api/v1/cases/{case}");
        let facts = caller.get(&format!("{shown}/facts")).await.is(200).json();
        let fact = facts["items"][0]["id"].clone();
        let task = open_task(&caller, &opened(&caller).await).await;
        let complete = format!("/api/v1/tasks/{}/complete", task["id"].as_str().unwrap());
        let edits = [
            (format!("{shown}/suspend"), json!({ "cause": "third_party" })),
            (format!("{shown}/resume"), json!({})),
            (format!("{shown}/reassign"), json!({ "to": null, "reason": "turno" })),
            (
                format!("{shown}/facts"),
                json!({ "corrects": fact, "at": "2026-03-10T10:00:00+01:00", "reason": "timbro" }),
            ),
        ];
        for (url, body) in &edits {
            caller.post(url, body.clone()).await.problem(428, "if_match_missing");
            let old = [("if-match", "\"0\"")];
            caller.send("POST", url, &old, Some(body.clone())).await.problem(412, "conflict");
            let tag = caller.get(&shown).await.is(200).header("etag").to_owned();
            caller.send("POST", url, &[("if-match", &tag)], Some(body.clone())).await.is(204);
        }
        let answers = json!({ "answers": { "supply_point": world.point } });
        caller.post(&complete, answers.clone()).await.problem(428, "if_match_missing");
        caller
            .send("POST", &complete, &[("if-match", "\"0\"")], Some(answers))
            .await
            .problem(412, "conflict");
        let cancel = format!("{shown}/cancel");
        caller.post(&cancel, json!({ "reason": "x" })).await.problem(428, "if_match_missing");
        let old = [("if-match", "\"0\"")];
        caller.send("POST", &cancel, &old, Some(json!({ "reason": "x" }))).await.problem(412, "conflict");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_procedure_tells_what_its_tasks_ask_as_a_schema() {
    for world in worlds().await {
        let caller = Caller::of(&world, "marta.bellini").await;
        let told = caller.get("/api/v1/procedures/LET").await.is(200).json();
        assert_eq!(told["code"], "LET");
        let forms = told["forms"].as_array().unwrap();
        let asked = forms.iter().find(|form| form["schema"]["properties"]["readings"].is_object()).unwrap();
        assert_eq!(asked["schema"]["properties"]["readings"]["type"], "object");
        caller.get("/api/v1/procedures/NIX").await.problem(404, "not_found");
    }
}
