//! The role centre: each tile opens exactly the rows it counts.

#![expect(clippy::unwrap_used, reason = "a test fails where it cannot go on")]

use app::cases::{OpenCase, Prefill, open};
use domain::cases::{CaseState, Origin};
use kernel::CaseId;
use testkit::{TestApp, Visitor, Who, person, supply};

/// One more than a page of the list holds.
const MANY: usize = 51;

/// A case in a state, ended so many days ago when it is ended: stored as it is, since no procedure is walked here.
async fn case(test: &TestApp, origin: Origin, state: CaseState, ended_days_ago: Option<i64>) {
    let ctx = test.ctx(Who::Operator).await;
    let new = OpenCase { procedure: "VOL".to_owned(), origin: Origin::Counter, prefill: Prefill::default() };
    let opened = open(&test.app, &ctx, new).await.unwrap();
    let stored = test.app.db.write("test-case", move |tx| -> Result<(), app::Error> {
        let mut case = opened.clone();
        // The draft it was made from leaves the lists.
        case.state = CaseState::Cancelled;
        case.closed_at = Some(ctx.now());
        assert!(store::cases::case::update(tx, &mut case, &ctx)?);
        case.id = ctx.id(CaseId::from_bytes);
        case.number.push('X');
        case.state = state;
        case.origin = origin;
        case.started_at = (state != CaseState::Draft).then(|| ctx.now());
        case.closed_at = ended_days_ago.map(|days| ctx.now().plus_seconds(-days * 86_400));
        store::cases::case::insert(tx, &case)?;
        Ok(())
    });
    stored.await.unwrap();
}

/// How many rows a list has over all its pages.
async fn rows(visitor: &Visitor, first: &str) -> usize {
    let (mut count, mut href) = (0, first.to_owned());
    for _ in 0..20 {
        let page = visitor.get(&href).await;
        assert_eq!(page.status, 200, "{href}");
        let text = page.text();
        count += text.matches("data-row=").count();
        let pager = text.split("class=\"pager\"").nth(1).and_then(|rest| rest.split("</div>").next());
        let more = pager.and_then(|pager| pager.split("href=\"").nth(1));
        let Some(more) = more else { return count };
        href = more.split('"').next().unwrap().replace("&amp;", "&").replace("&#38;", "&");
    }
    panic!("the list {first} has no end");
}

/// The tiles of the home page: label, figure, and where each leads.
fn tiles(page: &str) -> Vec<(String, usize, String)> {
    let between = |text: &str, from: &str, to: &str| -> String {
        text.split(from).nth(1).and_then(|rest| rest.split(to).next()).unwrap_or_default().to_owned()
    };
    let tiles = page.split("<a class=\"cue").skip(1).map(|tile| {
        let count = between(tile, "<b>", "</b>").replace('.', "").parse().unwrap();
        (
            between(tile, "<span>", "</span>"),
            count,
            between(tile, "href=\"", "\"").replace("&amp;", "&").replace("&#38;", "&"),
        )
    });
    tiles.collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_tile_opens_exactly_the_rows_it_counts() {
    for test in TestApp::everywhere().await {
        let holder = person(&test, "C1", "Rossi", "Anna", "RSSNNA80A41H501X").await;
        supply(&test, holder, "IT999E00000001", "E1").await;
        for _ in 0..MANY {
            case(&test, Origin::Internal, CaseState::Started, None).await;
        }
        case(&test, Origin::Internal, CaseState::Draft, None).await;
        case(&test, Origin::Contact, CaseState::Draft, None).await;
        case(&test, Origin::Contact, CaseState::Admissible, None).await;
        case(&test, Origin::Counter, CaseState::Started, None).await;
        case(&test, Origin::Contact, CaseState::Cancelled, Some(1)).await;
        case(&test, Origin::Counter, CaseState::Fulfilled, Some(1)).await;
        case(&test, Origin::Counter, CaseState::Fulfilled, Some(6)).await;
        case(&test, Origin::Counter, CaseState::Fulfilled, Some(8)).await;
        let visitor = test.visitor(Who::Supervisor).await;
        let tiles = tiles(&visitor.get("/").await.text());
        let counted: Vec<(&str, usize)> =
            tiles.iter().map(|(label, count, _)| (label.as_str(), *count)).collect();
        for expected in
            [("Avviate", MANY + 1), ("Ammissibili", 1), ("Da contatti", 1), ("Interne", MANY), ("Evase", 2)]
        {
            assert!(counted.contains(&expected), "{expected:?} is not among {counted:?}");
        }
        for (label, count, href) in &tiles {
            assert_eq!(rows(&visitor, href).await, *count, "{label}: {href}");
        }
    }
}
