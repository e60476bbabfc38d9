//! Sending to a real SMTP server: one written here that speaks the protocol and refuses on demand, and Python's aiosmtpd where it is
//! installed, with Python's own mail parser reading what arrived.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly, in its helpers too")]

use std::{
    net::SocketAddr,
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex},
    time::Duration,
};

use kernel::Instant;
use mail::{Attachment, Invitation, MailError, Mailbox, Message, Method, Security, Smtp, SmtpSettings};
use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader},
    net::{TcpListener, TcpStream},
};

fn at(text: &str) -> Instant {
    text.parse().unwrap()
}

fn message(to: &[&str]) -> Message {
    Message {
        id: "0192f3a0-visit-1".to_owned(),
        date: at("2026-11-22T08:00:00Z"),
        from: Mailbox::new("Sportello", "agenda@crm.example.it"),
        reply_to: Some(Mailbox::bare("clienti@example.it")),
        to: to.iter().map(|address| Mailbox::new("Nicolò D'Àndrea", address)).collect(),
        subject: "Sopralluogo alle 9:30 – è confermato".to_owned(),
        text: "Gentile cliente,\nil sopralluogo è confermato.\n.\nFine".to_owned(),
        html: Some("<p>Il sopralluogo è <b>confermato</b>.</p>".to_owned()),
        calendar: Some(Invitation {
            uid: "act-1@crm.example.it".to_owned(),
            sequence: 0,
            method: Method::Request,
            start: at("2026-11-25T08:30:00Z"),
            end: at("2026-11-25T09:30:00Z"),
            summary: "Sopralluogo – è".to_owned(),
            location: "Via Roma 1, Concordia".to_owned(),
            description: String::new(),
            organizer: Mailbox::new("Sportello", "agenda@crm.example.it"),
            attendees: vec![Mailbox::bare("agente@example.it")],
            alarm: None,
            private: false,
        }),
        attachments: vec![Attachment {
            name: "Ricevuta à.pdf".to_owned(),
            media_type: "application/pdf".to_owned(),
            bytes: b"%PDF-1.7\n\0\xff binary".to_vec(),
        }],
    }
}

// ---- a server of our own -------------------------------------------------------------------------------------------------

#[derive(Default)]
struct Seen {
    connections: usize,
    /// Envelope sender, recipients, content with dots unstuffed.
    mails: Vec<(String, Vec<String>, String)>,
}

type Shared = Arc<Mutex<Seen>>;

/// Answers a recipient by its name: `full@` 452, `grey@` 451, `unknown@` 550, `later@` 421 and goodbye, `spam@` 554 after the content.
async fn serve(stream: TcpStream, seen: Shared) -> std::io::Result<()> {
    let (read, mut write) = stream.into_split();
    let mut lines = BufReader::new(read).lines();
    write.write_all(b"220 test ESMTP\r\n").await?;
    let (mut from, mut to) = (String::new(), Vec::new());
    while let Some(line) = lines.next_line().await? {
        let verb = line.split([' ', ':']).next().unwrap_or_default().to_ascii_uppercase();
        let address =
            line.split('<').nth(1).and_then(|rest| rest.split('>').next()).unwrap_or_default().to_owned();
        let answer = match verb.as_str() {
            "EHLO" => "250-test\r\n250-8BITMIME\r\n250 AUTH PLAIN",
            "AUTH" => "535 5.7.8 authentication failed",
            "MAIL" => {
                from = address;
                to.clear();
                "250 ok"
            }
            "RCPT" => match address.split('@').next().unwrap_or_default() {
                "full" => "452 4.2.2 mailbox full",
                "grey" => "451 4.7.1 greylisted, come back later",
                "unknown" => "550 5.1.1 no such user",
                "later" => {
                    write.write_all(b"421 4.3.2 closing\r\n").await?;
                    return Ok(());
                }
                _ => {
                    to.push(address);
                    "250 ok"
                }
            },
            "DATA" => {
                write.write_all(b"354 go on\r\n").await?;
                let mut content = String::new();
                while let Some(line) = lines.next_line().await? {
                    if line == "." {
                        break;
                    }
                    content.push_str(line.strip_prefix('.').unwrap_or(&line));
                    content.push_str("\r\n");
                }
                if to.iter().any(|address| address.starts_with("spam@")) {
                    "554 5.7.1 refused as spam"
                } else {
                    seen.lock().unwrap().mails.push((from.clone(), to.clone(), content));
                    "250 2.0.0 queued as ABC123"
                }
            }
            "QUIT" => {
                write.write_all(b"221 bye\r\n").await?;
                return Ok(());
            }
            "NOOP" | "RSET" => "250 ok",
            _ => "500 what?",
        };
        write.write_all(format!("{answer}\r\n").as_bytes()).await?;
    }
    Ok(())
}

async fn server() -> (SocketAddr, Shared) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let seen = Shared::default();
    let shared = seen.clone();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            shared.lock().unwrap().connections += 1;
            tokio::spawn(serve(stream, shared.clone()));
        }
    });
    (address, seen)
}

fn smtp(port: u16) -> Smtp {
    let mut settings = SmtpSettings::new("127.0.0.1", Security::None);
    settings.port = Some(port);
    settings.timeout_seconds = 5;
    Smtp::new(&settings).unwrap()
}

#[tokio::test]
async fn one_connection_serves_many_mails_and_each_recipient_gets_a_delivery() {
    let (address, seen) = server().await;
    let smtp = smtp(address.port());
    for _ in 0..3 {
        let sent = smtp.send(&message(&["a@example.it", "b@example.it"])).await.unwrap();
        assert_eq!(sent.accepted[0].0, "a@example.it");
        assert!(sent.accepted[0].1.contains("queued as ABC123"), "{sent:?}");
        assert!(sent.refused.is_empty());
    }
    let seen = seen.lock().unwrap();
    assert_eq!(seen.connections, 1);
    assert_eq!(seen.mails.len(), 6);
    assert_eq!(seen.mails[0].0, "agenda@crm.example.it");
    assert_eq!(seen.mails[0].1, ["a@example.it"]);
    assert_eq!(seen.mails[1].1, ["b@example.it"]);
    assert_eq!(seen.mails[0].2, seen.mails[4].2, "the same message must give the same bytes at every try");
}

#[tokio::test]
async fn the_reply_code_decides_whether_to_try_again() {
    let (address, _) = server().await;
    let smtp = smtp(address.port());
    for (to, temporary, words) in [
        ("full@example.it", true, "mailbox full"),
        ("grey@example.it", true, "greylisted"),
        ("later@example.it", true, "421"),
        ("unknown@example.it", false, "no such user"),
        ("spam@example.it", false, "refused as spam"),
    ] {
        let error = smtp.send(&message(&[to])).await.unwrap_err();
        assert_eq!(error.is_temporary(), temporary, "{to}: {error}");
        assert!(error.to_string().contains(words) && error.to_string().contains(to), "{to}: {error}");
    }
    // A refusal does not spoil the way for the next mail.
    assert!(smtp.send(&message(&["a@example.it"])).await.is_ok());
}

#[tokio::test]
async fn one_refused_recipient_does_not_keep_the_others_from_their_mail() {
    let (address, seen) = server().await;
    let to = ["unknown@example.it", "a@example.it", "full@example.it", "b@example.it"];
    let sent = smtp(address.port()).send(&message(&to)).await.unwrap();
    let accepted: Vec<&str> = sent.accepted.iter().map(|(address, _)| address.as_str()).collect();
    assert_eq!(accepted, ["a@example.it", "b@example.it"]);
    let refused: Vec<(&str, bool)> =
        sent.refused.iter().map(|one| (one.address.as_str(), one.error.is_temporary())).collect();
    assert_eq!(refused, [("unknown@example.it", false), ("full@example.it", true)]);
    assert_eq!(seen.lock().unwrap().mails.len(), 2);
}

#[tokio::test]
async fn a_server_that_is_away_or_refuses_our_account_is_no_fault_of_the_mail() {
    let free = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port();
    let error = smtp(free).send(&message(&["a@example.it"])).await.unwrap_err();
    assert!(error.is_temporary(), "{error}");

    let (address, _) = server().await;
    let mut settings = SmtpSettings::new("127.0.0.1", Security::None);
    settings.port = Some(address.port());
    settings.username = Some("crm".to_owned());
    settings.password = Some("secret-word".to_owned());
    assert!(!format!("{settings:?}").contains("secret-word"));
    let smtp = Smtp::new(&settings).unwrap();
    let error = smtp.send(&message(&["a@example.it"])).await.unwrap_err();
    assert!(error.is_temporary() && error.to_string().contains("password of the mail settings"), "{error}");
    assert!(smtp.check().await.is_err());
}

#[tokio::test]
async fn what_is_wrong_with_the_mail_itself_is_said_before_anything_is_sent() {
    let (address, seen) = server().await;
    let smtp = smtp(address.port());
    let mut own = message(&["a@example.it"]);
    own.calendar.as_mut().unwrap().attendees = vec![Mailbox::bare("agenda@crm.example.it")];
    for (wrong, words) in [
        (message(&["no address"]), "no address"),
        (message(&[]), "no recipient"),
        (own, "organiser and attendee"),
    ] {
        let error = smtp.send(&wrong).await.unwrap_err();
        assert!(matches!(&error, MailError::Permanent(said) if said.contains(words)), "{error}");
    }
    assert_eq!(seen.lock().unwrap().connections, 0);
}

#[tokio::test]
async fn settings_that_cannot_work_are_refused_at_once() {
    assert!(Smtp::new(&SmtpSettings::new(" ", Security::None)).is_err());
    let mut settings = SmtpSettings::new("mail.example.it", Security::Tls);
    settings.root_certificate =
        Some("-----BEGIN CERTIFICATE-----\nnonsense\n-----END CERTIFICATE-----".to_owned());
    assert!(Smtp::new(&settings).is_err());
    assert_eq!(SmtpSettings::new("x", Security::StartTls).port(), 587);
}

#[tokio::test]
async fn a_line_feed_in_the_subject_begins_no_header() {
    let (address, seen) = server().await;
    let mut sly = message(&["a@example.it"]);
    sly.subject = "Ciao\r\nBcc: spy@example.it".to_owned();
    sly.to[0].name = Some("A\nBcc: spy@example.it".to_owned());
    smtp(address.port()).send(&sly).await.unwrap();
    let seen = seen.lock().unwrap();
    let head = seen.mails[0].2.split("\r\n\r\n").next().unwrap();
    assert!(!head.lines().any(|line| line.to_lowercase().starts_with("bcc")), "{head}");
}

// ---- aiosmtpd ------------------------------------------------------------------------------------------------------------

struct Aiosmtpd(Child);

impl Drop for Aiosmtpd {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// A server that keeps its mails in a Maildir; none where Python or aiosmtpd is not installed.
async fn aiosmtpd(maildir: &std::path::Path, options: &[&str]) -> Option<(Aiosmtpd, u16)> {
    let python = suites::python_with("mail to a server of others", "aiosmtpd")?;
    let port = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap().port();
    let child = Command::new(python)
        .args(["-m", "aiosmtpd", "-n", "-l", &format!("127.0.0.1:{port}")])
        .args(options)
        .args(["-c", "aiosmtpd.handlers.Mailbox"])
        .arg(maildir)
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let guard = Aiosmtpd(child);
    for _ in 0..100 {
        if TcpStream::connect(("127.0.0.1", port)).await.is_ok() {
            return Some((guard, port));
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    panic!("aiosmtpd is installed but did not start within ten seconds");
}

const READ: &str = r#"
import email, email.policy, json, sys
m = email.message_from_binary_file(open(sys.argv[1], "rb"), policy=email.policy.default)
def tree(p):
    if p.is_multipart():
        return [p.get_content_type(), [tree(c) for c in p.iter_parts()]]
    return [p.get_content_type(), p.get_content_charset(), p.get_param("method"), p.get_filename(),
            p["content-transfer-encoding"], p.get_payload(decode=True).decode("utf-8", "replace")]
print(json.dumps({"subject": m["subject"], "from": m["from"], "to": m["to"], "reply": m["reply-to"], "date": m["date"],
  "id": m["message-id"], "auto": m["auto-submitted"], "defects": [str(d) for d in m.defects], "tree": tree(m)}))
"#;

#[tokio::test]
async fn an_independent_server_and_reader_find_the_parts_in_their_order() {
    let folder = tempfile::tempdir().unwrap();
    let maildir = folder.path().join("maildir");
    let Some((_guard, port)) = aiosmtpd(&maildir, &[]).await else { return };
    smtp(port).send(&message(&["nicolo@example.it"])).await.unwrap();
    let file = std::fs::read_dir(maildir.join("new")).unwrap().next().unwrap().unwrap().path();
    let out = Command::new("python3").args(["-c", READ]).arg(&file).output().unwrap();
    let mail: serde_json::Value = serde_json::from_slice(&out.stdout).unwrap();
    assert_eq!(mail["subject"], "Sopralluogo alle 9:30 – è confermato");
    assert_eq!(mail["to"], "Nicolò D'Àndrea <nicolo@example.it>");
    assert_eq!(mail["reply"], "clienti@example.it");
    assert_eq!(mail["id"], "<0192f3a0-visit-1@crm.example.it>");
    assert_eq!(mail["date"], "Sun, 22 Nov 2026 08:00:00 +0000");
    assert_eq!(mail["auto"], "auto-generated");
    assert_eq!(mail["defects"], serde_json::json!([]));

    let tree = &mail["tree"];
    assert_eq!(tree[0], "multipart/mixed");
    let alternative = &tree[1][0];
    assert_eq!(alternative[0], "multipart/alternative");
    let kinds: Vec<&str> =
        alternative[1].as_array().unwrap().iter().map(|part| part[0].as_str().unwrap()).collect();
    assert_eq!(kinds, ["text/plain", "text/html", "text/calendar"]);
    assert!(
        alternative[1][0][5]
            .as_str()
            .unwrap()
            .replace("\r\n", "\n")
            .starts_with("Gentile cliente,\nil sopralluogo è confermato.\n.\nFine")
    );

    let calendar = &alternative[1][2];
    assert_eq!(
        (&calendar[1], &calendar[2], &calendar[4]),
        (&"utf-8".into(), &"REQUEST".into(), &"base64".into())
    );
    let ics = calendar[5].as_str().unwrap();
    assert!(ics.contains("METHOD:REQUEST\r\n") && ics.contains("SUMMARY:Sopralluogo – è\r\n"), "{ics}");
    let invite = &tree[1][1];
    assert_eq!((&invite[0], &invite[3]), (&"application/ics".into(), &"invite.ics".into()));
    assert_eq!(invite[5], calendar[5]);
    let pdf = &tree[1][2];
    assert_eq!((&pdf[0], &pdf[3]), (&"application/pdf".into(), &"Ricevuta à.pdf".into()));
}

/// A certificate for 127.0.0.1, made by openssl; none where it is not installed.
fn certificate(folder: &std::path::Path) -> Option<(String, String)> {
    let (cert, key) = (folder.join("cert.pem"), folder.join("key.pem"));
    let made = Command::new("openssl")
        .args(["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"])
        .args(["-addext", "subjectAltName=IP:127.0.0.1", "-addext", "basicConstraints=critical,CA:FALSE"])
        .arg("-out")
        .arg(&cert)
        .arg("-keyout")
        .arg(&key)
        .stderr(Stdio::null())
        .status()
        .ok()?;
    made.success().then(|| (cert.display().to_string(), key.display().to_string()))
}

#[tokio::test]
async fn a_protected_connection_trusts_only_the_certificate_it_was_told_to() {
    let folder = tempfile::tempdir().unwrap();
    let Some((cert, key)) = certificate(folder.path()) else {
        suites::not_run("mail over a protected connection", "openssl is not installed");
        return;
    };
    let cases = [
        (Security::StartTls, ["--tlscert", &cert, "--tlskey", &key]),
        (Security::Tls, ["--smtpscert", &cert, "--smtpskey", &key]),
    ];
    for (security, options) in cases {
        let maildir = folder.path().join(format!("{security:?}"));
        let Some((_guard, port)) = aiosmtpd(&maildir, &options).await else { return };
        let mut settings = SmtpSettings::new("127.0.0.1", security);
        settings.port = Some(port);
        settings.timeout_seconds = 10;
        let error = Smtp::new(&settings).unwrap().send(&message(&["a@example.it"])).await.unwrap_err();
        assert!(error.is_temporary() && error.to_string().contains("certificate"), "{security:?}: {error}");

        settings.root_certificate = Some(std::fs::read_to_string(&cert).unwrap());
        let sent = Smtp::new(&settings).unwrap().send(&message(&["a@example.it"])).await;
        assert!(sent.is_ok(), "{security:?}: {sent:?}");
    }
}

#[tokio::test]
async fn a_server_without_protection_is_not_spoken_to_when_protection_was_asked_for() {
    let (address, seen) = server().await;
    let mut settings = SmtpSettings::new("127.0.0.1", Security::StartTls);
    settings.port = Some(address.port());
    settings.timeout_seconds = 5;
    let error = Smtp::new(&settings).unwrap().send(&message(&["a@example.it"])).await.unwrap_err();
    assert!(error.is_temporary(), "{error}");
    assert!(seen.lock().unwrap().mails.is_empty());
}
