//! The table of routes is sound, and URLs carry what they were given.

use std::collections::BTreeSet;

use kernel::{CaseId, PartyId};

use super::{Access, Area, Method, Route, all, api, assets, console, find, portal};

fn case() -> CaseId {
    "01999999-0000-7000-8000-000000000001".parse().unwrap()
}

#[test]
fn no_path_is_declared_twice_and_each_belongs_under_its_area() {
    let mut seen = BTreeSet::new();
    for route in all() {
        let shape: Vec<&str> =
            route.path.split('/').map(|part| if part.starts_with('{') { "{}" } else { part }).collect();
        assert!(seen.insert(shape.join("/")), "{} is there twice", route.path);
        assert!(
            route.path.starts_with('/') && (route.path == "/" || !route.path.ends_with('/')),
            "{}",
            route.path
        );
        assert_eq!(route.path.starts_with("/api/v1/"), route.area == Area::Api, "{}", route.path);
        // A signed link is short, for letters and their codes.
        let below_portal = ["/portale", "/portale/", "/l/"].iter().any(|start| match start.ends_with('/') {
            true => route.path.starts_with(start),
            false => route.path == *start,
        });
        assert_eq!(below_portal, route.area == Area::Portal, "{}", route.path);
    }
}

#[test]
fn parameters_of_a_path_are_whole_segments_as_the_router_demands() {
    for part in all().iter().flat_map(|route| route.path.split('/')).filter(|part| part.contains('{')) {
        assert!(part.starts_with('{') && part.ends_with('}'), "{part}");
    }
}

#[test]
fn what_changes_data_needs_a_sign_in_except_at_the_door() {
    let open: BTreeSet<&str> = all()
        .iter()
        .filter(|route| route.access == Access::Open && route.methods.iter().any(|m| *m != Method::Get))
        .map(|route| route.path)
        .collect();
    let expected = BTreeSet::from([
        "/accesso",
        "/accesso/codice",
        "/l/{link}",
        "/lingua",
        "/portale/accesso",
        "/portale/informazioni",
        "/portale/lingua",
        "/portale/password-dimenticata",
        "/portale/password-dimenticata/{code}",
        "/portale/primo-accesso",
        "/portale/primo-accesso/codice",
        "/portale/primo-accesso/credenziali",
    ]);
    assert_eq!(open, expected);
}

#[test]
fn parameters_are_filled_in_and_encoded() {
    assert_eq!(console::CaseShow::new(case()).url(), "/richieste/01999999-0000-7000-8000-000000000001");
    let by_reference = &&case();
    assert_eq!(console::CaseShow::new(by_reference).to_string(), console::CaseShow { case: case() }.url());
    assert_eq!(console::CaseStart::new("a b/ç?").url(), "/richieste/nuova/a%20b%2F%C3%A7%3F");
    assert_eq!(assets::Asset::new("fonts/a b.woff2").url(), "/assets/fonts/a%20b.woff2");
    assert_eq!(assets::CalendarFeed::of_secret("s3").url(), "/calendari/s3.ics");
    assert_eq!(console::Home::new().url(), "/");
    assert_eq!(console::Home::PATH, "/");
}

#[test]
fn a_query_carries_only_what_is_set() {
    let party: PartyId = "01999999-0000-7000-8000-000000000002".parse().unwrap();
    let query = console::CaseListQuery {
        text: Some("Rossi & figli".into()),
        party: Some(party),
        ..console::CaseListQuery::default()
    };
    assert_eq!(
        console::CaseList::new().with(&query),
        "/richieste?q=Rossi%20%26%20figli&cliente=01999999-0000-7000-8000-000000000002"
    );
    assert_eq!(console::CaseList::new().with(&console::CaseListQuery::default()), "/richieste");
}

#[test]
fn blank_values_of_a_query_count_as_not_given() {
    let read = |pairs: &[(&str, &str)]| {
        let pairs = pairs.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned()));
        let source = serde::de::value::MapDeserializer::<_, serde::de::value::Error>::new(pairs);
        <api::PageQuery as serde::Deserialize>::deserialize(source)
    };
    assert_eq!(read(&[("after", " "), ("limit", "")]), Ok(api::PageQuery::default()));
    assert_eq!(read(&[("limit", "25")]), Ok(api::PageQuery { after: None, limit: Some(25) }));
    assert!(read(&[("limit", "many")]).is_err());
}

#[test]
fn every_route_finds_itself_and_fixed_words_win() {
    for route in all() {
        let url: Vec<&str> =
            route.path.split('/').map(|part| if part.starts_with('{') { "x" } else { part }).collect();
        assert_eq!(find(&url.join("/")).map(|found| found.path), Some(route.path));
    }
    assert_eq!(find("/richieste/nuova?cliente=1#top").map(|r| r.name), Some("CaseNew"));
    assert_eq!(find("/assets/fonts/a.woff2").map(|r| r.name), Some("Asset"));
    assert_eq!(find("/portale").map(|r| r.name), Some("Home"));
    assert_eq!(find("/richieste/"), None);
    assert_eq!(find("/nulla"), None);
    assert_eq!(find("/portale").map(|r| r.path), Some(portal::Home::PATH));
}
