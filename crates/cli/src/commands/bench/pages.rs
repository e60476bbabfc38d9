//! Pages as a browser gets them: of customers, the queue with its views, filters, orders and later pages, the home page
//! with its tiles.

use app::App;
use domain::{access::Role, cases::CaseState};
use routes::{
    Route,
    console::{CaseList, CaseListQuery, CustomerShow, Home, HomeCues},
};
use serde_json::Value as Json;
use store::registry::party;

use super::{
    browser::Browser,
    figures::{Times, put},
    on,
};
use crate::{failure::Failure, settings::Settings};

/// Asks for each kind of page and measures.
pub async fn run(app: &App, settings: &Settings, n: usize) -> Result<Vec<Json>, Failure> {
    let customers = customers(app).await?;
    let browser = Browser::enter(app, settings).await?;
    let (queue, home) = (vec![CaseList::new().url()], vec![Home::new().url()]);
    let mut lines = Vec::new();
    for (name, addresses) in [("pages_customer", customers), ("pages_queue", queue), ("pages_home", home)] {
        lines.push(in_turn(app, &browser, name, &addresses, n).await?);
    }
    Ok(lines)
}

/// The home page, and its tiles alone.
pub async fn home(app: &App, settings: &Settings, n: usize) -> Result<Vec<Json>, Failure> {
    let browser = Browser::enter(app, settings).await?;
    Ok(vec![
        in_turn(app, &browser, "home", &[Home::new().url()], n).await?,
        in_turn(app, &browser, "home_tiles", &[HomeCues::new().url()], n).await?,
    ])
}

/// The queue: every view and filter in every order, and later pages of the long ones.
pub async fn queue(app: &App, settings: &Settings, n: usize) -> Result<Vec<Json>, Failure> {
    let browser = Browser::enter(app, settings).await?;
    let procedures = app::processes::list_procedures(app, &app.system("bench")).await?;
    let year = app.clock.today().year().to_string();
    let mut addresses = Vec::new();
    for query in filters(&procedures.into_iter().map(|line| line.code).collect::<Vec<_>>(), &year) {
        for order in ORDERS {
            let sorted = CaseListQuery { sort: order.map(str::to_owned), ..query.clone() };
            addresses.push(CaseList::new().with(&sorted));
        }
    }
    let mut later = Vec::new();
    for first in &addresses {
        let mut next = following(&browser.get(first).await?.text);
        for page in 2..=LAST_PAGE {
            let Some(address) = next else { break };
            next = following(&browser.get(&address).await?.text);
            if page == 2 || page == LAST_PAGE {
                later.push(address);
            }
        }
    }
    addresses.extend(later);
    Ok(vec![in_turn(app, &browser, "queue", &addresses, n.max(addresses.len() * 3)).await?])
}

/// The orders of the queue: by risk, by each column, some of them downwards.
const ORDERS: [Option<&str>; 8] = [
    None,
    Some("termine"),
    Some("-termine"),
    Some("procedura"),
    Some("-numero"),
    Some("cliente"),
    Some("-passo"),
    Some("assegnata"),
];

/// How far into a list somebody leafs.
const LAST_PAGE: usize = 5;

/// What the queue is narrowed to, one after the other, and together.
fn filters(procedures: &[String], year: &str) -> Vec<CaseListQuery> {
    let any = CaseListQuery::default;
    let text = |word: &str| Some(word.to_owned());
    let mut all = vec![
        any(),
        CaseListQuery { assignee: text("nobody"), risk: text("late"), ..any() },
        CaseListQuery { state: text("admissible"), sector: text("gas"), ..any() },
        CaseListQuery { state: text("fulfilled"), closed: Some(7), ..any() },
        CaseListQuery { view: text("mie"), state: text("fulfilled"), ..any() },
        CaseListQuery { text: text(year), ..any() },
        CaseListQuery { text: text(&format!("{year}-VOL")), state: text("fulfilled"), ..any() },
        CaseListQuery { text: text("123"), ..any() },
    ];
    let views = ["mie", "libere", "sospese", "portale"];
    let origins = ["contact", "internal"];
    let under_way = || text("started,admissible");
    all.extend(origins.map(|from| CaseListQuery { origin: text(from), state: under_way(), ..any() }));
    all.extend(views.map(|view| CaseListQuery { view: text(view), ..any() }));
    all.extend(CaseState::ALL.iter().map(|state| CaseListQuery { state: text(state.code()), ..any() }));
    all.extend(["late", "today", "hold"].map(|risk| CaseListQuery { risk: text(risk), ..any() }));
    let roles = [Role::Technician, Role::BackOffice];
    all.extend(roles.map(|role| CaseListQuery { role: text(role.code()), ..any() }));
    all.extend(kernel::Sector::ALL.map(|sector| CaseListQuery { sector: text(sector.code()), ..any() }));
    for code in procedures {
        all.push(CaseListQuery { procedure: text(code), ..any() });
        all.push(CaseListQuery { procedure: text(code), state: text("fulfilled"), ..any() });
    }
    all
}

/// Where the button below a list leads to.
fn following(page: &str) -> Option<String> {
    let pager = page.split("class=\"pager\"").nth(1)?.split("</div>").next()?;
    let href = pager.split("href=\"").nth(1)?.split('"').next()?;
    Some(href.replace("&#38;", "&").replace("&amp;", "&"))
}

/// Asks for addresses in turn. Each is asked for once before: a program that runs has its caches filled.
async fn in_turn(
    app: &App,
    browser: &Browser,
    name: &str,
    addresses: &[String],
    n: usize,
) -> Result<Json, Failure> {
    for address in addresses.iter().cycle().take(addresses.len().max(20)) {
        browser.get(address).await?;
    }
    let mut times = Times::default();
    let mut slowest = (std::time::Duration::ZERO, "");
    for address in addresses.iter().cycle().take(n) {
        let took = browser.get(address).await?.took;
        times.add(took);
        slowest = slowest.max((took, address.as_str()));
    }
    let mut line = times.line(name, &on(app).await?);
    put(&mut line, "addresses", addresses.len());
    put(&mut line, "slowest", slowest.1);
    Ok(line)
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
                    addresses.push(CustomerShow::new(known.id).url());
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
