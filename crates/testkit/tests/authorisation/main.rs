//! Every route of the table is guarded: whoever has not signed in is refused, and what is refused to roles is refused.

#![expect(clippy::unwrap_used, reason = "a test fails where it cannot go on")]

mod table;
mod things;

use axum::body::Body;
use domain::access::{Resource, role_may};
use routes::{Access, Area, Method, RouteInfo};
use testkit::{Answered, TestApp, Visitor, Who};

use table::{Rule, UNMOUNTED, rule};
use things::Things;

/// An address of a route: every id is one that does not exist.
fn address(route: &RouteInfo) -> String {
    let mut out = String::new();
    let mut rest = route.path;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        out.push_str(before);
        out.push_str(match name {
            "date" => "2026-03-11",
            "year" => "2026",
            "version" => "1",
            "regulation" => "RQSII",
            "procedure" => "VOL",
            "row" => "1",
            "part" | "step" | "code" | "file" | "todo" | "opportunity" | "offer" | "campaign" | "*name"
            | "fiscal_code" => "x",
            _ => "01900000-0000-7000-8000-000000000000",
        });
        rest = after;
    }
    out.push_str(rest);
    out
}

async fn ask(visitor: &Visitor, method: Method, path: &str) -> Answered {
    let origin: &[(&str, &str)] = &[("sec-fetch-site", "same-origin")];
    let json: &[(&str, &str)] = &[("content-type", "application/json")];
    let form: &[(&str, &str)] = &[("content-type", "application/x-www-form-urlencoded")];
    let (kind, body) = if path.starts_with("/api/") { (json, "{}") } else { (form, "") };
    let headers = if method == Method::Get { origin.to_vec() } else { [origin, kind].concat() };
    visitor
        .ask(
            method.as_str(),
            path,
            &headers,
            if method == Method::Get { Body::empty() } else { Body::from(body) },
        )
        .await
}

/// Whether an answer sends away somebody who has not signed in.
fn turns_away(route: &RouteInfo, answer: &Answered) -> bool {
    match route.area {
        Area::Console => answer.status == 303 && answer.location().starts_with("/accesso"),
        Area::Portal => answer.status == 303 && answer.location().starts_with("/portale/accesso"),
        Area::Api => answer.status == 401,
        Area::Health | Area::Assets => false,
    }
}

fn key(method: Method, route: &RouteInfo) -> String {
    format!("{} {}", method.as_str(), route.path)
}

#[tokio::test(flavor = "multi_thread")]
async fn strangers_get_no_further_than_what_is_open() {
    for test in TestApp::everywhere().await {
        let stranger = test.visitor(Who::Stranger).await;
        let (mut missing, mut found_again, mut open) = (Vec::new(), Vec::new(), Vec::new());
        for route in routes::all() {
            for method in route.methods {
                let (key, path) = (key(*method, route), address(route));
                let answer = ask(&stranger, *method, &path).await;
                let listed = UNMOUNTED.lines().any(|line| line == key);
                let absent = matches!(answer.status, 404 | 405) && route.access == Access::SignedIn;
                match (absent, listed) {
                    (true, false) => missing.push(key),
                    (false, true) if route.access == Access::SignedIn => found_again.push(key),
                    (false, _) if route.access == Access::SignedIn && !turns_away(route, &answer) => {
                        open.push((key, answer.status))
                    }
                    _ => assert!(
                        answer.status != 401 || route.access == Access::SignedIn,
                        "{key} is open, and refuses strangers"
                    ),
                }
            }
        }
        assert!(open.is_empty(), "a stranger gets an answer from {open:#?}");
        assert!(missing.is_empty(), "no page answers these routes:\n{}", missing.join("\n"));
        assert!(
            found_again.is_empty(),
            "these routes are served: take them from tests/authorisation/unmounted.txt:\n{}",
            found_again.join("\n")
        );
    }
}

/// Somebody of a role, with a browser and with a program.
struct Colleague {
    who: Who,
    browser: Visitor,
    bearer: String,
}

async fn colleagues(test: &TestApp) -> Vec<Colleague> {
    let mut all = Vec::new();
    for who in Who::STAFF {
        let browser = test.visitor(who).await;
        let name = visitor_name(test, who).await;
        let token = app::accounts::make_token(&test.app, &test.system(), &name, "test").await.unwrap();
        all.push(Colleague { who, browser, bearer: format!("Bearer {token}") });
    }
    all
}

/// Asks a route as somebody, for things that are there.
async fn ask_for(things: &Things, somebody: &Colleague, route: &RouteInfo, method: Method) -> Answered {
    let path = things.address(route, method, somebody.who);
    let body = if method == Method::Get { String::new() } else { things.body(route, method) };
    let of_api = [
        ("authorization", somebody.bearer.as_str()),
        ("content-type", "application/json"),
        ("if-match", "*"),
    ];
    let of_form = [("sec-fetch-site", "same-origin"), ("content-type", "application/x-www-form-urlencoded")];
    let headers = if route.area == Area::Api { &of_api[..] } else { &of_form[..] };
    somebody.browser.ask(method.as_str(), &path, headers, Body::from(body)).await
}

/// What is wrong with an answer by its rule; none when nothing is.
fn against(rule: Rule, who: Who, route: &RouteInfo, answer: &Answered) -> Option<String> {
    let status = answer.status;
    let let_in = !matches!(status, 401 | 403 | 404 | 405) && status < 500 && !turns_away(route, answer);
    match rule {
        Rule::Everybody if !let_in => Some(format!("is for everybody, and {who:?} got {status}")),
        Rule::May(resource, action) => {
            let may = who.roles().into_iter().any(|role| role_may(role, resource, action));
            match (may, let_in, status) {
                (true, true, _) | (false, _, 403) => None,
                (true, false, _) => Some(format!("{who:?} may {action:?} {resource:?}, and got {status}")),
                (false, ..) => Some(format!("{who:?} may not {action:?} {resource:?}, and got {status}")),
            }
        }
        Rule::Nobody if !matches!(status, 403 | 404) => Some(format!("answers {who:?} with {status}")),
        Rule::Everybody | Rule::Nobody | Rule::Leaves => None,
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_role_reaches_what_the_matrix_gives_it_and_nothing_else() {
    for test in TestApp::everywhere().await {
        let colleagues = colleagues(&test).await;
        let things = Things::make(&test).await;
        let mut wrong = Vec::new();
        for route in routes::all().iter().filter(|route| route.access == Access::SignedIn) {
            for method in route.methods {
                let key = key(*method, route);
                if UNMOUNTED.lines().any(|line| line == key) {
                    continue;
                }
                let Some(rule) = rule(&key) else {
                    wrong.push(format!("{key}: no case in tests/authorisation/table.rs"));
                    continue;
                };
                if matches!(rule, Rule::Leaves) {
                    continue;
                }
                for somebody in &colleagues {
                    let answer = ask_for(&things, somebody, route, *method).await;
                    let found = against(rule, somebody.who, route, &answer);
                    wrong.extend(found.map(|found| format!("{key}: {found}")));
                }
            }
        }
        assert!(wrong.is_empty(), "{:?}:\n{}", test.fresh.db.engine(), wrong.join("\n"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_agent_sees_of_the_requests_only_his_own() {
    for test in TestApp::everywhere().await {
        let things = Things::make(&test).await;
        let agent = colleagues(&test).await.into_iter().find(|one| one.who == Who::Agent).unwrap();
        for route in routes::all().iter().filter(|route| route.path.contains("{case}")) {
            let key = key(Method::Get, route);
            let of_cases = matches!(rule(&key), Some(Rule::May(Resource::Case, _)));
            if !of_cases || UNMOUNTED.lines().any(|line| line == key) {
                continue;
            }
            // The addresses of somebody else's request, asked by the agent.
            let theirs = Colleague {
                who: Who::Operator,
                browser: test.visitor(Who::Agent).await,
                bearer: agent.bearer.clone(),
            };
            let answer = ask_for(&things, &theirs, route, Method::Get).await;
            assert!(matches!(answer.status, 403 | 404), "{key}: the agent got {}", answer.status);
        }
        let listed = agent.browser.get("/richieste").await;
        assert_eq!(listed.text().matches("data-row=").count(), 2, "his request and his draft");
    }
}

async fn visitor_name(test: &TestApp, who: Who) -> String {
    let id = test.user(who).await;
    let users = app::accounts::list_users(&test.app, &test.system()).await.unwrap();
    users.into_iter().find(|(user, _)| user.id == id).unwrap().0.name
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_outside_the_table_is_not_found() {
    for test in TestApp::everywhere().await {
        for who in [Who::Stranger, Who::Operator, Who::Administrator] {
            let visitor = test.visitor(who).await;
            for path in [
                "/admin",
                "/.env",
                "/richieste/../etc/passwd",
                "/api/v2/parties",
                "/portale/altro/altro",
                "/%00",
                "//accesso",
            ] {
                assert!(routes::find(path).is_none(), "{path} is a route");
                let answer = visitor.get(path).await;
                assert_eq!(answer.status, 404, "{who:?} {path}");
            }
        }
    }
}

/// The pages, parts of pages and files of the console, as the browser tests read them: `page`, `part` or `file` and a
/// path; `none` where only another route of the same form answers.
const BROWSER: &str = include_str!("../../../../e2e/pages.txt");

#[tokio::test(flavor = "multi_thread")]
async fn the_browser_tests_know_every_address_that_answers() {
    let mounted: std::collections::BTreeSet<&str> = routes::all()
        .iter()
        .filter(|route| route.area == Area::Console && route.methods.contains(&Method::Get))
        .filter(|route| !UNMOUNTED.lines().any(|line| line == key(Method::Get, route)))
        .map(|route| route.path)
        .collect();
    let test = TestApp::sqlite().await;
    let visitor = test.visitor(Who::Administrator).await;
    let mut listed = std::collections::BTreeSet::new();
    for line in BROWSER.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let (kind, path) = line.split_once(' ').unwrap_or((line, ""));
        assert!(["page", "part", "file", "none"].contains(&kind), "e2e/pages.txt: {line}");
        assert!(listed.insert(path), "e2e/pages.txt has {path} twice");
        if kind == "none" {
            let answer = visitor.get(path).await;
            assert!(answer.status >= 400, "{path} answers {}: it is a page", answer.status);
        }
    }
    let missing: Vec<_> = mounted.difference(&listed).collect();
    let gone: Vec<_> = listed.difference(&mounted).collect();
    assert!(
        missing.is_empty() && gone.is_empty(),
        "e2e/pages.txt lacks {missing:?} and has {gone:?} too many"
    );
}
