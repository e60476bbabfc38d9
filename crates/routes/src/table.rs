//! All routes in one table, and finding the one a URL belongs to.

use std::sync::LazyLock;

use crate::{RouteInfo, api, assets, console, health, portal};

static TABLE: LazyLock<Vec<RouteInfo>> =
    LazyLock::new(|| [console::ALL, portal::ALL, api::ALL, health::ALL, assets::ALL].concat());

/// Every route of the program. The authorisation test and the link test go through it.
#[must_use]
pub fn all() -> &'static [RouteInfo] {
    &TABLE
}

/// The route a URL belongs to, query and fragment left aside. Fixed words win over parameters, as in the router.
#[must_use]
pub fn find(url: &str) -> Option<&'static RouteInfo> {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    let matching = all().iter().filter(|route| matches(route.path, path));
    matching.min_by_key(|route| route.path.matches('{').count())
}

fn matches(pattern: &str, path: &str) -> bool {
    let mut parts = path.split('/');
    for expected in pattern.split('/') {
        if expected.starts_with("{*") {
            return parts.next().is_some_and(|first| !first.is_empty());
        }
        let Some(part) = parts.next() else { return false };
        let fits = match expected.split_once('{') {
            None => part == expected,
            Some((prefix, rest)) => {
                let suffix = rest.split_once('}').map_or("", |(_, suffix)| suffix);
                part.strip_prefix(prefix)
                    .and_then(|part| part.strip_suffix(suffix))
                    .is_some_and(|value| !value.is_empty())
            }
        };
        if !fits {
            return false;
        }
    }
    parts.next().is_none()
}
