//! Which areas a person may open: what the navigation shows. The pages themselves ask the operations again.

use app::Ctx;
use domain::access::{Action, Resource};
use routes::{Route, console as at};
use web::layout::{Area, NavEntry};

/// The address of an area and what a person must be allowed to read to find anything there; none: everybody.
fn entry(area: Area) -> Option<(String, Option<Resource>)> {
    Some(match area {
        Area::Home => (at::Home::new().url(), None),
        Area::Cases => (at::CaseList::new().url(), Some(Resource::Case)),
        Area::Customers => (at::CustomerList::new().url(), Some(Resource::Party)),
        Area::Till => (at::Till::new().url(), Some(Resource::Till)),
        Area::Schedule => (at::Agenda::new().url(), Some(Resource::Appointment)),
        Area::Administration => (at::Administration::new().url(), Some(Resource::Import)),
        // Their pages are not part of the site.
        Area::Contracts | Area::Offers | Area::Contacts | Area::Quality | Area::Processes => {
            return None;
        }
    })
}

/// The areas a person may open, in the order of the navigation.
#[must_use]
pub fn navigation(ctx: &Ctx) -> Vec<NavEntry> {
    Area::ALL
        .into_iter()
        .filter_map(|area| {
            let (href, needs) = entry(area)?;
            let may = needs.is_none_or(|resource| ctx.may(resource, Action::Read));
            may.then_some(NavEntry { area, href, count: None })
        })
        .collect()
}
