//! The frame around sample pages: a clerk at counter 3, on 11 March 2026 at 10:24.

use jiff::civil::{Date, DateTime, date};
use routes::Route;
use routes::console as to;
use texts::Texts;
use web::layout::{Area, Frame, FrameLinks, KeyHint, NavEntry, SessionLeft, Signed};

/// The day of the samples.
pub const TODAY: Date = date(2026, 3, 11);
/// The moment of the samples.
pub const NOW: DateTime = TODAY.at(10, 24, 0, 0);

fn nav() -> Vec<NavEntry> {
    let entry = |area, href: String, count| NavEntry { area, href, count };
    vec![
        entry(Area::Home, to::Home::new().url(), None),
        entry(Area::Cases, to::CaseList::new().url(), Some(58)),
        entry(Area::Customers, to::CustomerList::new().url(), None),
        entry(Area::Contracts, to::ContractList::new().url(), Some(72)),
        entry(Area::Offers, to::OpportunityList::new().url(), Some(39)),
        entry(Area::Contacts, to::ContactList::new().url(), Some(6)),
        entry(Area::Till, to::Till::new().url(), None),
        entry(Area::Schedule, to::Agenda::new().url(), None),
        entry(Area::Quality, to::Quality::new().url(), None),
        entry(Area::Processes, to::ProcedureList::new().url(), None),
        entry(Area::Administration, to::Administration::new().url(), None),
    ]
}

/// The frame of a sample page.
#[must_use]
pub fn frame(t: &Texts, title: String, area: Option<Area>, keys: Vec<KeyHint>) -> Frame {
    Frame {
        lang: t.lang(),
        title,
        tenant: "Fontebruna Servizi".into(),
        user: Signed { name: "Marta Bellini".into(), initials: "MB".into(), place: "Sportello 3".into() },
        nav: nav(),
        area,
        rail: false,
        unread: 3,
        links: FrameLinks {
            home: to::Home::new().url(),
            search: to::Search::new().url(),
            search_results: to::SearchResults::new().url(),
            new_request: to::CaseNew::new().url(),
            notices: to::NoticeList::new().url(),
            keys: to::Keys::new().url(),
            profile: to::Profile::new().url(),
            sign_out: to::SignOut::new().url(),
            language: to::Language::new().url(),
        },
        here: to::Home::new().url(),
        now: NOW,
        status: "Sportello 3, sede di Fontebruna".into(),
        keys,
        toast: None,
        single_keys: true,
        session: SessionLeft {
            seconds: 7200,
            most: 43_200,
            keep: to::SessionKeep::new().url(),
            enter: to::SignIn::new().url(),
        },
    }
}
