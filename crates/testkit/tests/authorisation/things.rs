//! One of each thing that a route names, and for each account a case of its own: so that a refusal is one of the role, and
//! never because the thing is not there.

use std::collections::HashMap;

use app::{
    cases::{Given, HandedIn, OpenCase, Prefill, answer, assign, hand_in_document, open, show},
    cash::{CashIn, CloseTill, cash_in, close_till, open_till},
    import::NewImport,
};
use domain::{
    cases::Origin,
    cash::{Allocated, Count, Means, Part},
};
use kernel::{CaseId, Money, PartyId, SupplyPointId};
use routes::{Area, Method, RouteInfo};
use serde_json::{Value as Json, json};
use testkit::{TestApp, Who, bill, person, supply};

/// A number that is no thing's.
const NOTHING: &str = "01900000-0000-7000-8000-000000000000";

/// What the addresses of one account's requests are filled with.
#[derive(Debug)]
pub struct Own {
    /// A request on its way, with the account.
    case: CaseId,
    /// A draft, with the account.
    draft: CaseId,
    task: String,
    fact: String,
    document: String,
    appointment: String,
    /// One for the console, one for the API.
    jobs: [String; 2],
}

/// One of each thing.
#[derive(Debug)]
pub struct Things {
    shared: HashMap<&'static str, String>,
    own: HashMap<Who, Own>,
}

async fn draft(test: &TestApp) -> CaseId {
    let ctx = test.ctx(Who::Operator).await;
    let new = OpenCase { procedure: "VOL".to_owned(), origin: Origin::Counter, prefill: Prefill::default() };
    open(&test.app, &ctx, new).await.unwrap().id
}

async fn give(test: &TestApp, case: CaseId, who: Who) {
    let (lead, to) = (test.ctx(Who::Supervisor).await, test.user(who).await);
    assign(&test.app, &lead, case, Some(to), "prova".to_owned()).await.unwrap();
}

/// A change of holder whose request was made: it waits for the billing system and for the technician.
async fn requested(test: &TestApp, point: SupplyPointId, party: PartyId) -> CaseId {
    let case = draft(test).await;
    let ctx = test.ctx(Who::Operator).await;
    let steps: [(&str, Json); 7] = [
        ("supply", json!({ "supply_point": point })),
        ("party", json!({ "creation": "existing", "party": party })),
        (
            "conditions",
            json!({ "variant": "ordinary", "title": "lease", "title_proof": true, "debt_declaration": true, "starts_on": "2026-03-11" }),
        ),
        (
            "reading",
            json!({ "read_on": "2026-03-11", "readings": { "F1": 8431, "F2": 6221, "F3": 7110 }, "read_by": "incoming" }),
        ),
        ("power", json!({ "power_increase": false, "visit_needed": true })),
        ("payment", json!({ "offer": "LUCE CASA", "payment": "slip", "delivery": "post", "lang": "it" })),
        ("confirm", json!({ "signed": true, "privacy": true })),
    ];
    for (element, given) in steps {
        let Json::Object(typed) = given else { continue };
        let given = Given { element: element.to_owned(), typed, ..Given::default() };
        answer(&test.app, &ctx, case, given).await.unwrap_or_else(|error| panic!("{element}: {error:?}"));
    }
    case
}

async fn own(test: &TestApp, place: usize, who: Who, holder: PartyId, party: PartyId) -> Own {
    let made = supply(test, holder, &format!("IT999E0000010{place}"), &format!("B10000{place}")).await;
    let case = requested(test, made.point, party).await;
    let operator = test.ctx(Who::Operator).await;
    let paper = HandedIn {
        kind: "other".to_owned(),
        title: "prova.pdf".to_owned(),
        media_type: "application/pdf".to_owned(),
        content: b"%PDF-1.7 prova".to_vec(),
        answers_request: false,
    };
    let document = hand_in_document(&test.app, &operator, case, paper).await.unwrap();
    let draft = draft(test).await;
    for id in [case, draft] {
        give(test, id, who).await;
    }
    let view = show(&test.app, &test.system(), case).await.unwrap();
    let task =
        view.tasks.iter().find(|task| task.element == "technician" && task.ended_at.is_none()).unwrap();
    let fact = view.facts.iter().find(|fact| fact.kind == "request_received").unwrap();
    let visit = view.appointments.iter().find(|entry| entry.visit).unwrap();
    Own {
        case,
        draft,
        task: task.id.to_string(),
        fact: fact.id.to_string(),
        document: document.to_string(),
        appointment: visit.id.to_string(),
        jobs: [failed_job(test).await, failed_job(test).await],
    }
}

/// A receipt of today's till, and the sheet of one that was closed.
async fn till(test: &TestApp, party: PartyId, first: kernel::BillId) -> (String, String) {
    let clerk = test.ctx(Who::Administrator).await;
    let euro = Money::from_cents;
    let opened = open_till(&test.app, &clerk, Money::ZERO).await.unwrap();
    let closed = CloseTill {
        count: Count::default(),
        deposit: Money::ZERO,
        deposit_slip: String::new(),
        reason: String::new(),
        second: None,
        version: opened.version,
    };
    let sheet = close_till(&test.app, &clerk, closed).await.unwrap();
    open_till(&test.app, &clerk, euro(10_000)).await.unwrap();
    let asked = CashIn {
        key: "una".to_owned(),
        party,
        lines: vec![Allocated { bill: first, amount: euro(1_000) }],
        interest: None,
        charges: Vec::new(),
        parts: vec![Part { means: Means::Cash, amount: euro(1_000), reference: String::new() }],
        mail: false,
    };
    let cashed = cash_in(&test.app, &clerk, asked).await.unwrap();
    (cashed.receipt.id.to_string(), sheet.id.to_string())
}

/// An account nobody of the test works with: administrators change it, and put it away.
async fn spare(test: &TestApp) -> kernel::UserId {
    let new = app::accounts::NewUser {
        name: "rita.spada".to_owned(),
        display_name: "Spada Rita".to_owned(),
        email: None,
        office: None,
        lang: kernel::Lang::It,
        roles: vec![domain::access::Role::Operator],
    };
    let hash = app::accounts::Hashed("$argon2id$none".to_owned());
    app::accounts::add_user(&test.app, &test.system(), new, hash).await.unwrap()
}

/// A piece of background work that gave up, for each route that tries it again.
async fn failed_job(test: &TestApp) -> String {
    let ctx = test.system();
    let id = test.app.db.write("failed-job", move |tx| -> Result<kernel::JobId, app::Error> {
        let key = format!("prova:{}", ctx.id(kernel::JobId::from_bytes));
        let new = store::work::job::NewJob {
            kind: "send_mail",
            key: Some(key.clone()),
            payload: json!({}),
            run_at: ctx.now(),
            case_id: None,
        };
        store::work::job::enqueue(tx, &ctx, &new)?;
        let sql = "UPDATE job SET state = 'failed', last_error = 'prova' WHERE key = $1 RETURNING id";
        let rows = tx.query_sql("failed-job", sql, &[db::Value::from(key)])?;
        Ok(rows.first().unwrap().get("id")?)
    });
    id.await.unwrap().to_string()
}

/// A distributor's file that answers nothing we asked; applied, its message waits for a person.
async fn exchanged(test: &TestApp, admin: &app::Ctx, name: &str, applied: bool) -> String {
    let bytes = format!("<!-- {name} --><Prestazione/>").into_bytes();
    let taken = app::distributor::take_in(&test.app, admin, name, bytes, "upload").await.unwrap();
    if applied {
        app::distributor::apply(&test.app, admin, taken.id).await.unwrap();
    }
    taken.id.to_string()
}

impl Things {
    /// Makes one of each, and what every account has for itself.
    pub async fn make(test: &TestApp) -> Self {
        let holder = person(test, "11530", "Casarini", "Aldo", "CSRLDA50C12F257X").await;
        let party = person(test, "51907", "Montanari", "Irene", "MNTRNI91S42B819T").await;
        let made = supply(test, holder, "IT999E00000100", "B100000").await;
        let open =
            bill(test, made.contract, "2026/1", "2026-03-20", Money::from_cents(5_000), Money::ZERO).await;
        let (receipt, session) = till(test, holder, open).await;
        let admin = test.ctx(Who::Administrator).await;
        let new = NewImport { folder: "marzo".to_owned(), profile: "nav-it".to_owned(), dry_run: true };
        let import = app::import::request(&test.app, &admin, new).await.unwrap();
        let user = spare(test).await;
        let shared = HashMap::from([
            ("party", holder.to_string()),
            ("point", made.point.to_string()),
            ("contract", made.contract.to_string()),
            ("bill", open.to_string()),
            ("receipt", receipt),
            ("session", session),
            ("import", import.to_string()),
            ("exchange", exchanged(test, &admin, "uno.xml", false).await),
            ("waiting", exchanged(test, &admin, "due.xml", true).await),
            ("user", user.to_string()),
            ("date", "2026-03-11".to_owned()),
            ("procedure", "VOL".to_owned()),
            ("step", "supply".to_owned()),
            ("paper", "receipt".to_owned()),
        ]);
        let mut all = HashMap::new();
        for (place, who) in Who::STAFF.into_iter().enumerate() {
            all.insert(who, own(test, place + 1, who, holder, party).await);
        }
        Self { shared, own: all }
    }

    /// The address of a route for an account, with the query its page or list needs.
    pub fn address(&self, route: &RouteInfo, method: Method, who: Who) -> String {
        let own = self.own.get(&who);
        let value = |name: &str| -> String {
            let of_own = own.and_then(|own| match name {
                "case" if route.path.starts_with("/voltura/") => Some(own.draft.to_string()),
                "case" => Some(own.case.to_string()),
                "task" => Some(own.task.clone()),
                "fact" => Some(own.fact.clone()),
                "document" | "file" => Some(own.document.clone()),
                "appointment" => Some(own.appointment.clone()),
                "import" if route.path.contains("/messaggi/") => self.shared.get("waiting").cloned(),
                "import" if route.path.starts_with("/importazioni/xml/") => {
                    self.shared.get("exchange").cloned()
                }
                "row" => Some("1".to_owned()),
                "job" => own.jobs.get(usize::from(route.area == Area::Api)).cloned(),
                _ => None,
            });
            let part = |name: &str| {
                (name == "part").then(|| {
                    match route.path {
                        "/clienti/{party}/parti/{part}" => "testata",
                        "/richieste/{case}/parti/{part}" => "orologio",
                        "/cassa/parti/{part}" if method == Method::Get => "ultimi",
                        _ => "incasso",
                    }
                    .to_owned()
                })
            };
            of_own
                .or_else(|| part(name))
                .or_else(|| self.shared.get(name).cloned())
                .unwrap_or_else(|| NOTHING.to_owned())
        };
        let mut out = String::new();
        let mut rest = route.path;
        while let Some((before, after)) = rest.split_once('{') {
            let (name, after) = after.split_once('}').unwrap_or((after, ""));
            out.push_str(before);
            out.push_str(&value(name));
            rest = after;
        }
        out.push_str(rest);
        out.push_str(&match (method, route.path) {
            (Method::Get, "/api/v1/audit") => format!("?subject={}", value("party")),
            (Method::Get, "/api/v1/bills" | "/api/v1/contracts") => format!("?party={}", value("party")),
            (Method::Get, "/api/v1/supply-points") => "?code=IT999".to_owned(),
            (Method::Get, "/api/v1/search") => "?q=casarini".to_owned(),
            (Method::Get, "/api/v1/tasks") => format!("?case={}", value("case")),
            (Method::Get, "/voltura/{case}/anagrafiche") => "?party.q=casarini".to_owned(),
            _ => String::new(),
        });
        out
    }

    /// The fields of a form, or the body of a request of the API, that the route takes: what is asked is then refused to a
    /// role, and not because something is missing.
    pub fn body(&self, route: &RouteInfo, method: Method) -> String {
        let party = self.shared.get("party").cloned().unwrap_or_default();
        let fact = self.own.values().next().map(|own| own.fact.clone()).unwrap_or_default();
        if route.area == Area::Api {
            return match (method, route.path) {
                (Method::Post, "/api/v1/cases") => json!({ "procedure": "VOL", "origin": "counter" }),
                (_, "/api/v1/cases/{case}/cancel") => json!({ "reason": "" }),
                (_, "/api/v1/cases/{case}/comments") => json!({ "body": "prova" }),
                (_, "/api/v1/cases/{case}/documents") => {
                    json!({ "title": "prova.pdf", "content": "JVBERi0xLjcgcHJvdmE=" })
                }
                (_, "/api/v1/cases/{case}/facts") => {
                    json!({ "corrects": fact, "at": "2026-03-11T09:00:00+01:00", "reason": "" })
                }
                (_, "/api/v1/cases/{case}/messages") => json!({ "message": "customer_documents" }),
                (_, "/api/v1/cases/{case}/reassign") => json!({ "to": self.shared.get("user") }),
                (_, "/api/v1/cases/{case}/suspend") => json!({ "cause": "third_party", "note": "" }),
                (_, "/api/v1/imports") => json!({ "folder": "marzo" }),
                (Method::Post, "/api/v1/parties/{party}/contacts") => {
                    json!({ "kind": "note", "subject": "prova" })
                }
                (Method::Post, "/api/v1/parties") => json!({ "surname": "Zaffaroni" }),
                (_, "/api/v1/quality/evaluate") => json!({ "now": "2026-03-20T09:00:00+01:00", "cases": [] }),
                _ => json!({}),
            }
            .to_string();
        }
        match route.path {
            "/cassa" | "/cassa/parti/{part}" => format!("cliente={party}"),
            // Without a name it is taken by whoever asks, which is less than giving it away.
            "/richieste/{case}/riassegna" => {
                format!("a={}", self.shared.get("user").cloned().unwrap_or_default())
            }
            "/richieste/{case}/commenti" => "commento=prova".to_owned(),
            "/richieste/{case}/seguito" => "procedura=VOL".to_owned(),
            _ => "version=1".to_owned(),
        }
    }
}
