//! Mails to real SMTP servers: one in this file that refuses on demand, and Python's aiosmtpd where it is installed.

#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test may fail loudly, in its helpers too")]

#[path = "../../app/tests/support/mod.rs"]
mod support;

use std::{
    collections::BTreeSet,
    process::{Child, Command},
    sync::{Arc, Mutex},
    time::Duration,
};

use app::{
    Error,
    cases::{OpenCase, Prefill, open, show},
    diary::{MoveAppointment, Wish, cancel_appointment, move_appointment},
};
use domain::{access::Role, cases::Origin};
use jobs::{JobsSettings, MailRoute, Worker};
use kernel::{AppointmentId, CaseId, Clock as _, Instant};
use mail::{Security, SmtpSettings};
use serde_json::json;
use store::{
    cases::appointment::{self, Appointment},
    outbox::mail as outbox,
    work::job,
};
use support::{World, account, account_reached, worlds};
use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader},
    net::{TcpListener, TcpStream},
};

/// What the server took: recipient and content. Addresses in `grey` are asked to come back.
#[derive(Default)]
struct Server {
    taken: Vec<(String, String)>,
    grey: BTreeSet<String>,
}

type Shared = Arc<Mutex<Server>>;

async fn serve(stream: TcpStream, server: Shared) -> std::io::Result<()> {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    write.write_all(b"220 test ESMTP\r\n").await?;
    let mut to = String::new();
    while let Some(line) = lines.next_line().await? {
        let answer = match line.split([' ', ':']).next().unwrap_or_default() {
            "RCPT" => {
                to = line.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
                if server.lock().unwrap().grey.contains(&to) {
                    "451 4.7.1 greylisted, come back later"
                } else if to.starts_with("unknown@") {
                    "550 5.1.1 no such user"
                } else {
                    "250 ok"
                }
            }
            "DATA" => {
                write.write_all(b"354 go on\r\n").await?;
                let mut content = String::new();
                while let Some(line) = lines.next_line().await? {
                    if line == "." {
                        break;
                    }
                    content.push_str(&line);
                    content.push('\n');
                }
                server.lock().unwrap().taken.push((to.clone(), content));
                "250 2.0.0 queued as 4711"
            }
            "QUIT" => {
                write.write_all(b"221 bye\r\n").await?;
                return Ok(());
            }
            _ => "250 ok",
        };
        write.write_all(format!("{answer}\r\n").as_bytes()).await?;
    }
    Ok(())
}

async fn server() -> (Shared, u16) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let server = Shared::default();
    let shared = Arc::clone(&server);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(serve(stream, Arc::clone(&shared)));
        }
    });
    (server, port)
}

fn worker(world: &World, port: u16, reminder_days: &[i64]) -> Worker {
    let mut smtp = SmtpSettings::new("127.0.0.1", Security::None);
    smtp.port = Some(port);
    let settings = JobsSettings {
        mail: Some(MailRoute::Smtp(smtp)),
        reminder_days: reminder_days.to_vec(),
        ..JobsSettings::new("test")
    };
    Worker::new(world.app.clone(), settings).unwrap()
}

async fn case(world: &World) -> CaseId {
    let new = OpenCase { procedure: "VOL".to_owned(), origin: Origin::Counter, prefill: Prefill::default() };
    open(&world.app, &world.ctx("marta.bellini").await, new).await.unwrap().id
}

async fn leave_mail(world: &World, recipients: &[&str]) -> kernel::MailId {
    let ctx = world.app.system("test");
    let recipients: Vec<(String, String)> =
        recipients.iter().map(|to| ((*to).to_owned(), String::new())).collect();
    world
        .app
        .db
        .write("leave-mail", move |tx| {
            let new = outbox::NewMail {
                case_id: None,
                party_id: None,
                kind: "missing_documents",
                subject: "Manca un documento è",
                text: "Gentile cliente",
                calendar: "",
                calendar_method: "",
                document_id: None,
                recipients: &recipients,
            };
            let id = outbox::insert(tx, &ctx, &new)?;
            let payload = json!({ "mail": id });
            job::enqueue(
                tx,
                &ctx,
                &job::NewJob {
                    kind: "send_mail",
                    key: Some(format!("mail:{id}")),
                    payload,
                    run_at: ctx.now(),
                    case_id: None,
                },
            )?;
            Ok::<_, Error>(id)
        })
        .await
        .unwrap()
}

async fn states(world: &World, id: kernel::MailId) -> Vec<(String, String, i64)> {
    let mail =
        world.app.db.read("mail", move |tx| Ok::<_, Error>(outbox::by_id(tx, id)?.unwrap())).await.unwrap();
    mail.recipients.into_iter().map(|to| (to.address, to.state, to.attempts)).collect()
}

async fn failed(world: &World) -> Vec<job::Failed> {
    world.app.db.read("failed", |tx| Ok::<_, Error>(job::failed(tx, 10)?)).await.unwrap()
}

fn row(address: &str, state: &str, attempts: i64) -> (String, String, i64) {
    (address.to_owned(), state.to_owned(), attempts)
}

#[tokio::test(flavor = "multi_thread")]
async fn each_recipient_has_a_state_of_his_own_and_only_the_deferred_are_tried_again() {
    for world in worlds().await {
        let (server, port) = server().await;
        server.lock().unwrap().grey.insert("grey@example.it".to_owned());
        let worker = worker(&world, port, &[]);
        let id = leave_mail(&world, &["grey@example.it", "ok@example.it", "unknown@example.it"]).await;
        worker.run_until_idle(world.clock.now()).await.unwrap();
        assert_eq!(
            states(&world, id).await,
            [
                row("grey@example.it", "deferred", 1),
                row("ok@example.it", "sent", 1),
                row("unknown@example.it", "failed", 1)
            ]
        );
        assert_eq!(failed(&world).await, [], "it is not over while somebody may still get it");
        server.lock().unwrap().grey.clear();
        world.clock.advance(3600);
        worker.run_until_idle(world.clock.now()).await.unwrap();
        assert_eq!(
            states(&world, id).await,
            [
                row("grey@example.it", "sent", 2),
                row("ok@example.it", "sent", 1),
                row("unknown@example.it", "failed", 1)
            ]
        );
        let given_up = failed(&world).await;
        assert!(
            given_up[0].error.contains("unknown@example.it") && given_up[0].error.contains("550"),
            "{given_up:?}"
        );
        let taken: Vec<(String, bool)> = server
            .lock()
            .unwrap()
            .taken
            .iter()
            .map(|(to, content)| (to.clone(), content.contains(&format!("<{id}@"))))
            .collect();
        assert_eq!(
            taken,
            [("ok@example.it".to_owned(), true), ("grey@example.it".to_owned(), true)],
            "nobody got it twice"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_server_that_is_away_for_a_day_costs_no_mail() {
    for world in worlds().await {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        drop(listener);
        let away = worker(&world, port, &[]);
        let id = leave_mail(&world, &["ok@example.it"]).await;
        for _ in 0..48 {
            away.run_until_idle(world.clock.now()).await.unwrap();
            world.clock.advance(1801);
        }
        assert_eq!(failed(&world).await, []);
        let (server, port) = server().await;
        worker(&world, port, &[]).run_until_idle(world.clock.now()).await.unwrap();
        assert_eq!(states(&world, id).await[0].1, "sent");
        assert_eq!(server.lock().unwrap().taken.len(), 1);
    }
}

/// A visit in two days, given to the technician by moving it, so that an invitation is left.
async fn visit(world: &World) -> Appointment {
    let (case_id, clock) = (case(world).await, world.clock.now());
    let entry = Appointment {
        id: AppointmentId::new(world.app.ids.as_ref(), world.clock.as_ref()),
        case_id,
        visit: true,
        subject: "2026-VOL-000001 Voltura".to_owned(),
        place: "via della Fornace 27, Fontebruna".to_owned(),
        starts_at: clock.plus_seconds(86_400),
        ends_at: clock.plus_seconds(86_400 + 3600),
        assigned_to: None,
        uid: "visit-1@fontebruna.example".to_owned(),
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
    let new = entry.clone();
    world
        .app
        .db
        .write("visit", move |tx| Ok::<_, Error>(appointment::insert(tx, &new, clock)?))
        .await
        .unwrap();
    move_to(world, &entry, "2026-03-13T09:00:00+01:00").await
}

async fn move_to(world: &World, entry: &Appointment, start: &str) -> Appointment {
    give_to(world, entry, start, world.technician).await.0
}

/// Moves an appointment and gives it to a person; answers with whom nobody tells too.
async fn give_to(
    world: &World,
    entry: &Appointment,
    start: &str,
    to: kernel::UserId,
) -> (Appointment, Vec<String>) {
    let starts_at: Instant = start.parse().unwrap();
    let change = MoveAppointment {
        id: entry.id,
        starts_at,
        ends_at: starts_at.plus_seconds(7200),
        assigned_to: Some(to),
        version: Some(entry.version),
        wish: Wish::default(),
    };
    let untold = move_appointment(&world.app, &world.app.system("test"), change).await.unwrap();
    let id = entry.id;
    let moved = world.app.db.read("moved", move |tx| Ok::<_, Error>(appointment::by_id(tx, id)?.unwrap()));
    (moved.await.unwrap(), untold)
}

async fn invited_moved_and_called_off(world: &World, worker: &Worker) {
    let entry = visit(world).await;
    worker.run_until_idle(world.clock.now()).await.unwrap();
    let entry = move_to(world, &entry, "2026-03-13T11:00:00+01:00").await;
    worker.run_until_idle(world.clock.now()).await.unwrap();
    cancel_appointment(&world.app, &world.app.system("test"), entry.id, Wish::default()).await.unwrap();
    worker.run_until_idle(world.clock.now()).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_technician_is_invited_told_of_the_change_and_of_the_end() {
    for world in worlds().await {
        let (server, port) = server().await;
        let worker = worker(&world, port, &[]);
        invited_moved_and_called_off(&world, &worker).await;
        let taken = std::mem::take(&mut server.lock().unwrap().taken);
        let methods: Vec<&str> = taken
            .iter()
            .map(|(to, content)| {
                assert_eq!(to, "luca.ferrari@example.it");
                assert!(
                    content.contains("From: \"Fontebruna Servizi\" <agenda@fontebruna.example>"),
                    "{content}"
                );
                if content.contains("method=REQUEST") {
                    "REQUEST"
                } else if content.contains("method=CANCEL") {
                    "CANCEL"
                } else {
                    "none"
                }
            })
            .collect();
        assert_eq!(methods, ["REQUEST", "REQUEST", "CANCEL"]);
        // The case keeps what was sent, calendar part and all.
        let view = show(&world.app, &world.app.system("test"), world_case(&world).await).await.unwrap();
        let subjects: Vec<&str> = view.mails.iter().map(|line| line.subject.as_str()).collect();
        assert_eq!(subjects.len(), 3, "{subjects:?}");
        assert!(subjects[1].contains("cambiato") && subjects[2].contains("annullato"), "{subjects:?}");
        let mut calendars = Vec::new();
        for line in &view.mails {
            let id = line.id;
            let mail = world
                .app
                .db
                .read("mail", move |tx| Ok::<_, Error>(outbox::by_id(tx, id)?.unwrap()))
                .await
                .unwrap();
            let line = |name: &str| {
                mail.calendar
                    .lines()
                    .find(|line| line.starts_with(name))
                    .map(|line| line.trim_end().to_owned())
                    .unwrap_or_default()
            };
            assert_eq!(mail.recipients[0].state, "sent");
            calendars.push([line("UID"), line("METHOD"), line("SEQUENCE"), line("DTSTART;")].join(" "));
        }
        assert_eq!(
            calendars,
            [
                "UID:visit-1@fontebruna.example METHOD:REQUEST SEQUENCE:1 DTSTART;TZID=Europe/Rome:20260313T090000",
                "UID:visit-1@fontebruna.example METHOD:REQUEST SEQUENCE:2 DTSTART;TZID=Europe/Rome:20260313T110000",
                "UID:visit-1@fontebruna.example METHOD:CANCEL SEQUENCE:3 DTSTART;TZID=Europe/Rome:20260313T110000",
            ]
        );
    }
}

/// The value of a head line of a part, and its text with soft line breaks taken out.
fn part<'a>(content: &'a str, kind: &str) -> &'a str {
    let begin =
        content.find(&format!("Content-Type: {kind}")).unwrap_or_else(|| panic!("no {kind} in {content}"));
    let rest = &content[begin..];
    &rest[..rest.find("\n--=_").unwrap_or(rest.len())]
}

#[tokio::test(flavor = "multi_thread")]
async fn an_invitation_is_readable_as_text_as_page_and_as_appointment() {
    for world in worlds().await {
        let (server, port) = server().await;
        visit(&world).await;
        worker(&world, port, &[]).run_until_idle(world.clock.now()).await.unwrap();
        let (_, content) = server.lock().unwrap().taken.remove(0);
        let kinds: Vec<&str> = content
            .lines()
            .filter_map(|line| line.strip_prefix("Content-Type: "))
            .map(|kind| kind.split(';').next().unwrap())
            .collect();
        assert_eq!(
            kinds,
            [
                "multipart/mixed",
                "multipart/alternative",
                "text/plain",
                "text/html",
                "text/calendar",
                "application/ics"
            ],
            "{content}"
        );
        let page = part(&content, "text/html").replace("=\n", "");
        assert!(page.contains("<html lang=3D\"it\">") || page.contains("<html lang=\"it\">"), "{page}");
        assert!(
            page.contains("<strong>Quando:</strong>") && page.contains("<strong>Dove:</strong>"),
            "{page}"
        );
        assert!(part(&content, "text/plain").contains("Quando: "), "{content}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visit_given_to_somebody_else_is_off_for_the_one_and_new_for_the_other() {
    for world in worlds().await {
        let (server, port) = server().await;
        let worker = worker(&world, port, &[]);
        let other = account(&world.app, "sara.riva", "Riva Sara", Role::Technician).await;
        let entry = visit(&world).await;
        worker.run_until_idle(world.clock.now()).await.unwrap();
        server.lock().unwrap().taken.clear();
        let (_, untold) = give_to(&world, &entry, "2026-03-13T09:00:00+01:00", other).await;
        assert_eq!(untold, Vec::<String>::new());
        worker.run_until_idle(world.clock.now()).await.unwrap();
        let mut told: Vec<(String, bool, bool)> = std::mem::take(&mut server.lock().unwrap().taken)
            .into_iter()
            .map(|(to, content)| (to, content.contains("method=CANCEL"), content.contains("method=REQUEST")))
            .collect();
        told.sort();
        assert_eq!(
            told,
            [
                ("luca.ferrari@example.it".to_owned(), true, false),
                ("sara.riva@example.it".to_owned(), false, true)
            ]
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn who_has_no_address_is_named_to_whoever_moves_the_visit_and_on_the_case() {
    for world in worlds().await {
        let mute = account_reached(&world.app, "ugo.neri", "Neri Ugo", Role::Technician, None).await;
        let entry = visit(&world).await;
        let (_, untold) = give_to(&world, &entry, "2026-03-13T11:00:00+01:00", mute).await;
        assert_eq!(untold, ["Neri Ugo"]);
        let view = show(&world.app, &world.app.system("test"), entry.case_id).await.unwrap();
        let noted = view.audit.iter().find(|line| line.operation == "appointment_untold").unwrap();
        assert!(noted.details.contains("Neri Ugo"), "{}", noted.details);
    }
}

async fn world_case(world: &World) -> CaseId {
    world
        .app
        .db
        .read("case", |tx| {
            Ok::<_, Error>(appointment::by_uid(tx, "visit-1@fontebruna.example")?.unwrap().case_id)
        })
        .await
        .unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn one_reminder_is_sent_two_days_before_and_a_new_one_after_a_move() {
    for world in worlds().await {
        let (server, port) = server().await;
        let worker = worker(&world, port, &[2, 0]);
        let entry = visit(&world).await;
        worker.run_until_idle(world.clock.now()).await.unwrap();
        server.lock().unwrap().taken.clear();
        let day = async |advance: i64| {
            world.clock.advance(advance);
            for _ in 0..3 {
                worker.run_periodic(world.clock.now()).await;
                worker.run_until_idle(world.clock.now()).await.unwrap();
            }
            // Another process looks too.
            let other = self::worker(&world, port, &[2, 0]);
            other.run_periodic(world.clock.now()).await;
            other.run_until_idle(world.clock.now()).await.unwrap();
            let taken = std::mem::take(&mut server.lock().unwrap().taken);
            taken.len()
        };
        assert_eq!(day(0).await, 1, "two days before");
        assert_eq!(day(86_400).await, 0, "the day before");
        let entry = move_to(&world, &entry, "2026-03-14T09:00:00+01:00").await;
        worker.run_until_idle(world.clock.now()).await.unwrap();
        server.lock().unwrap().taken.clear();
        assert_eq!(day(10).await, 1, "it was moved, and is two days away again");
        cancel_appointment(&world.app, &world.app.system("test"), entry.id, Wish::default()).await.unwrap();
        worker.run_until_idle(world.clock.now()).await.unwrap();
        server.lock().unwrap().taken.clear();
        assert_eq!(day(2 * 86_400).await, 0, "it was called off");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_server_mails_wait_where_people_see_them() {
    for world in worlds().await {
        let worker = Worker::new(world.app.clone(), JobsSettings::new("test")).unwrap();
        let id = leave_mail(&world, &["ok@example.it"]).await;
        worker.run_until_idle(world.clock.now()).await.unwrap();
        assert_eq!(failed(&world).await[0].error, "no mail server is set; set one and try again");
        assert_eq!(states(&world, id).await, [row("ok@example.it", "queued", 0)]);
    }
}

struct Python(Child);

impl Drop for Python {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn pythons_mail_server_takes_the_invitations() {
    let Some(python) = suites::python_with("mail to a server of others", "aiosmtpd") else { return };
    for world in worlds().await {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        drop(listener);
        let folder = tempfile::tempdir().unwrap();
        let boxes = folder.path().join("maildir");
        let child = Command::new(python)
            .args(["-m", "aiosmtpd", "-n", "-l", &address.to_string(), "-c", "aiosmtpd.handlers.Mailbox"])
            .arg(&boxes)
            .spawn()
            .unwrap();
        let _python = Python(child);
        for _ in 0..200 {
            if TcpStream::connect(address).await.is_ok() {
                break;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        let worker = worker(&world, address.port(), &[]);
        invited_moved_and_called_off(&world, &worker).await;
        let mut kinds: Vec<bool> = std::fs::read_dir(boxes.join("new"))
            .unwrap()
            .map(|entry| std::fs::read_to_string(entry.unwrap().path()).unwrap().contains("method=CANCEL"))
            .collect();
        kinds.sort_unstable();
        assert_eq!(kinds, [false, false, true]);
    }
}
