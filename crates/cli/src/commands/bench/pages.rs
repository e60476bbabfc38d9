//! Pages as a browser gets them: through the routers, with session, reading, rendering and headers, without the network.

use std::time::Instant as Stopwatch;

use app::{
    App,
    accounts::{Credentials, SignInOutcome, sign_in},
};
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{Request, header},
};
use routes::Route;
use serde_json::Value as Json;
use store::registry::party;
use tower::ServiceExt;

use super::{figures::Times, on};
use crate::{
    commands::{demo, serve},
    failure::Failure,
    settings::Settings,
};

/// Asks for each kind of page and measures.
pub async fn run(app: &App, settings: &Settings, n: usize) -> Result<Vec<Json>, Failure> {
    let customers = customers(app).await?;
    let router = serve::routers(app, settings, None)?;
    let cookie = session(app).await?;
    let on = on(app).await?;
    let one = vec![routes::console::CaseList::new().url()];
    let home = vec![routes::console::Home::new().url()];
    let mut lines = Vec::new();
    for (name, addresses) in [("pages_customer", customers), ("pages_queue", one), ("pages_home", home)] {
        let mut times = Times::default();
        // The first answers fill caches; a program that runs has them filled.
        for address in addresses.iter().cycle().take(20) {
            ask(&router, &cookie, address).await?;
        }
        for address in addresses.iter().cycle().take(n) {
            let began = Stopwatch::now();
            ask(&router, &cookie, address).await?;
            times.since(began);
        }
        lines.push(times.line(name, &on));
    }
    Ok(lines)
}

/// The pages of customers spread over the alphabet.
async fn customers(app: &App) -> Result<Vec<String>, Failure> {
    let found = app
        .db
        .read("bench-parties", |tx| {
            let mut addresses = Vec::new();
            for letter in "abcdefgilmnoprstuvz".chars() {
                let start = kernel::PartyId::from_bytes([0; 16]);
                for known in party::page(tx, &letter.to_string(), start, 40)? {
                    addresses.push(routes::console::CustomerShow::new(known.id).url());
                }
            }
            Ok::<_, db::DbError>(addresses)
        })
        .await?;
    if found.is_empty() {
        return Err(Failure::new(
            "this database is empty; fill it with `sportello bench load --customers N` first",
        ));
    }
    Ok(found)
}

/// The cookie of somebody at the counter of the demo utility.
async fn session(app: &App) -> Result<String, Failure> {
    let credentials = Credentials {
        name: "marta.bellini".to_owned(),
        password: demo::PASSWORD.to_owned(),
        address: "127.0.0.1".to_owned(),
        agent: "bench".to_owned(),
    };
    match sign_in(app, credentials).await? {
        SignInOutcome::SignedIn { token, .. } => Ok(format!("sportello={token}")),
        _ => Err(Failure::new(
            "nobody of the demo utility can sign in; prepare the database with `sportello bench load`",
        )),
    }
}

async fn ask(router: &Router, cookie: &str, address: &str) -> Result<(), Failure> {
    let request = Request::get(address)
        .header(header::HOST, "127.0.0.1")
        .header(header::COOKIE, cookie)
        .body(Body::empty())
        .map_err(|error| Failure::while_doing(address, error))?;
    let answer =
        router.clone().oneshot(request).await.map_err(|error| Failure::while_doing(address, error))?;
    let status = answer.status();
    let body = to_bytes(answer.into_body(), usize::MAX).await;
    let body = body.map_err(|error| Failure::while_doing(address, error))?;
    if status.is_success() && !body.is_empty() {
        return Ok(());
    }
    Err(Failure::new(format!("{address} answered {status}")))
}
