//! The diary: a day, and moving an appointment on the version that was read.

use kernel::AppointmentId;
use serde_json::json;
use store::cases::appointment;

use crate::{
    caller::Caller,
    cases::opened,
    support::{World, worlds},
};

async fn agreed(world: &World, case: &str) -> AppointmentId {
    let ctx = world.app.system("test");
    let entry = appointment::Appointment {
        id: ctx.id(AppointmentId::from_bytes),
        case_id: case.parse().unwrap(),
        visit: true,
        subject: "Sopralluogo".to_owned(),
        place: "via della Fornace 27".to_owned(),
        starts_at: "2026-03-13T09:00:00+01:00".parse().unwrap(),
        ends_at: "2026-03-13T10:00:00+01:00".parse().unwrap(),
        assigned_to: Some(world.technician),
        uid: "u1@example.it".to_owned(),
        sequence: 0,
        state: "agreed".to_owned(),
        asked_on: None,
        offered: None,
        moved_by: String::new(),
        crew: String::new(),
        arrived_at: None,
        missed_by: String::new(),
        notice: None,
        version: 1,
    };
    let (id, now) = (entry.id, ctx.now());
    world
        .app
        .db
        .write("agree", move |tx| Ok::<_, app::Error>(appointment::insert(tx, &entry, now)?))
        .await
        .unwrap();
    id
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_who_move_an_appointment_the_second_is_told() {
    for world in worlds().await {
        let caller = Caller::of(&world, "marta.bellini").await;
        let case = opened(&caller).await;
        let id = agreed(&world, &case).await;
        let day = caller.get("/api/v1/appointments?day=2026-03-13").await.is(200).json();
        assert_eq!(day["items"][0]["id"], json!(id));
        assert_eq!(caller.get("/api/v1/appointments").await.is(200).json()["items"], json!([]));

        let url = format!("/api/v1/appointments/{id}");
        let read = caller.get(&url).await.is(200);
        let tag = read.header("etag").to_owned();
        assert_eq!((tag.as_str(), &read.json()["starts_at"]), ("\"1\"", &json!("2026-03-13T08:00:00Z")));
        let later =
            json!({ "starts_at": "2026-03-13T11:00:00+01:00", "ends_at": "2026-03-13T12:00:00+01:00" });
        caller.send("PATCH", &url, &[], Some(later.clone())).await.problem(428, "if_match_missing");
        caller
            .send("PATCH", &url, &[("if-match", "first")], Some(later.clone()))
            .await
            .problem(400, "if_match_form");
        caller.send("PATCH", &url, &[("if-match", &tag)], Some(later.clone())).await.is(204);
        let problem =
            caller.send("PATCH", &url, &[("if-match", &tag)], Some(later)).await.problem(412, "conflict");
        assert!(problem["detail"].as_str().unwrap().contains("If-Match"));
        let moved = caller.get(&url).await.is(200);
        assert_eq!(
            (moved.header("etag"), &moved.json()["starts_at"]),
            ("\"2\"", &json!("2026-03-13T10:00:00Z"))
        );
        let over = json!({ "ends_at": "2026-03-13T08:00:00+01:00" });
        let problem =
            caller.send("PATCH", &url, &[("if-match", "\"2\"")], Some(over)).await.problem(422, "invalid");
        assert_eq!(problem["fields"][0]["code"], "end_before_start");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_changed_by_somebody_else_is_shown_not_overwritten() {
    for world in worlds().await {
        let caller = Caller::of(&world, "marta.bellini").await;
        let new = json!({ "procedure": "VOL", "origin": "counter", "supply_point": world.point });
        let case = caller.post("/api/v1/cases", new).await.is(201).json();
        let task = crate::cases::open_task(&caller, case["id"].as_str().unwrap()).await;
        let url = format!("/api/v1/tasks/{}/complete", task["id"].as_str().unwrap());
        let other = json!({ "answers": { "supply_point": "01965b1e-7a4c-7c1e-9d6b-2f1f3f0a9b10" } });
        let problem =
            caller.send("POST", &url, &[("if-match", "\"0\"")], Some(other)).await.problem(412, "conflict");
        assert_eq!(problem["conflicts"][0]["field"], "supply_point");
        assert_eq!(problem["conflicts"][0]["theirs"], json!(world.point));
    }
}
