//! Search: results of every kind, and nothing found.

use routes::Route;
use routes::console::{CaseNew, CaseShow, CustomerNew, CustomerShow, Search, SearchQuery, Till};
use texts::{Texts, TimeUnit};
use web::layout::{Empty, Field, Link, Risk};

use super::{Sample, case, frame, party};
use crate::views::search::{Hit, HitGroup, HitKind, Piece, SearchPage, SearchResults, marked};

pub(super) fn samples(t: &Texts) -> askama::Result<Vec<Sample>> {
    let some = results(t);
    let none = SearchResults { t, text: "marchetto eliana".into(), groups: Vec::new() };
    Ok(vec![
        Sample::page("search", &page(t, some.clone()))?,
        Sample::page("search-nothing", &page(t, none.clone()))?,
        Sample::part("search-results", &some)?,
        Sample::part("search-nothing", &none)?,
        Sample::part("search-start", &SearchResults { t, text: String::new(), groups: Vec::new() })?,
    ])
}

fn page<'a>(t: &'a Texts, results: SearchResults<'a>) -> SearchPage<'a> {
    SearchPage {
        t,
        frame: frame(t, t.search_title(), None, Vec::new()),
        field: Field::text("q", t.layout_search_label()).value(&results.text).icon("search").large(),
        empty: Empty {
            icon: "search",
            title: t.search_nothing(&results.text),
            text: t.search_nothing_text(),
            link: Some(Link::new(t.search_nothing_new(), CustomerNew::new().url())),
            main: false,
        },
        results,
    }
}

fn hit(n: u8, href: String, icon: &'static str, title: Vec<Piece>) -> Hit {
    Hit {
        id: format!("esito-{n}"),
        href,
        icon,
        code: String::new(),
        title,
        detail: Vec::new(),
        risk: None,
        side: String::new(),
        key: String::new(),
    }
}

pub(super) fn results(t: &Texts) -> SearchResults<'_> {
    let text = "marchetti";
    let customer = |n, name: &str, number: &str, code: &str, place: &str, supplies: u32| Hit {
        detail: vec![
            Piece::plain(format!("{number} · ")),
            Piece::code(code),
            Piece::plain(format!(" · {place}")),
        ],
        side: t.search_supplies(supplies),
        ..hit(n, CustomerShow::new(party(n)).url(), "user", marked(name, text))
    };
    let found = |n, code: &str, title: &str, risk| Hit {
        code: code.into(),
        detail: marked("Marchetti Elena · acqua", text),
        risk: Some(risk),
        ..hit(n, CaseShow::new(case(n)).url(), "inbox", vec![Piece::plain(title)])
    };
    let command = |n, href: String, icon, words: String, key: &str| {
        let mut title = vec![Piece::plain(format!("{words} "))];
        title.extend(marked("Marchetti Elena", text));
        Hit { key: key.into(), ..hit(n, href, icon, title) }
    };
    let group = |kind, total, hits| HitGroup {
        kind,
        total,
        hits,
        more: (total > 2).then(|| {
            Search::new().with(&SearchQuery { text: Some(text.into()), kind: Some("clienti".into()) })
        }),
    };
    let soon = Risk::Soon { left: 5, unit: TimeUnit::WorkingDay };
    let mut first =
        customer(1, "Marchetti Elena", "48213", "MRCLNE84L54F257S", "via dei Tigli 14, Fontebruna", 3);
    first.key = t.layout_key_enter();
    SearchResults {
        t,
        text: text.into(),
        groups: vec![
            group(
                HitKind::Customer,
                7,
                vec![
                    first,
                    customer(2, "Marchetti Sergio", "21906", "MRCSRG58A11F257X", "via Po 31, Fontebruna", 1),
                ],
            ),
            group(
                HitKind::Case,
                2,
                vec![
                    found(3, "PM1", "2026-01187 · Preventivo modifica impianto", soon),
                    found(4, "REC", "2026-00931 · Reclamo scritto", Risk::InTime),
                ],
            ),
            group(
                HitKind::Command,
                2,
                vec![
                    command(5, CaseNew::new().url(), "plus", t.search_command_new(), "N"),
                    command(6, Till::new().url(), "euro", t.search_command_payment(), "2"),
                ],
            ),
        ],
    }
}
