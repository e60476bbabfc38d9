//! A new request: nobody chosen, somebody found, nobody found, a customer with supplies.

use kernel::{Lang, Sector};
use routes::Route;
use routes::console::{CaseNew, CaseShow, CaseStart, CustomerShow};
use texts::Texts;
use web::layout::{Area, Choice, Empty, Field, KeyHint, Link};

use super::{Sample, case, frame, party};
use crate::views::form::Piece;
use crate::views::new_request::{
    Candidate, Chosen, NewRequestPage, ProcedureGroup, ProcedureLine, SupplyChoice,
};

fn say(t: &Texts, it: &str, en: &str) -> String {
    match t.lang() {
        Lang::It => it.to_owned(),
        Lang::En => en.to_owned(),
    }
}

pub(super) fn samples(t: &Texts) -> askama::Result<Vec<Sample>> {
    let mut found = page(t);
    found.who = found.who.value("marchetti");
    found.found = vec![
        Candidate {
            icon: "user",
            title: "Marchetti Elena".into(),
            detail: vec![
                Piece::plain("48213 · "),
                Piece::code("MRCLNE84L54F257S"),
                Piece::plain(" · via dei Tigli 14, Fontebruna"),
            ],
            side: say(t, "3 forniture", "3 supplies"),
            href: CaseNew::new().url(),
        },
        Candidate {
            icon: "user",
            title: "Consorzio Cooperativo Agroalimentare Interprovinciale della Bassa Pianura".into(),
            detail: vec![Piece::plain("21906 · "), Piece::code("01234567897")],
            side: say(t, "1 fornitura", "1 supply"),
            href: CaseNew::new().url(),
        },
    ];
    let mut none = page(t);
    none.who = none.who.value("xyz");
    none.none = Some(Empty {
        icon: "filter",
        title: t.new_request_none(),
        text: t.new_request_none_text(),
        link: None,
        main: false,
    });
    let mut chosen = page(t);
    chosen.chosen = Some(customer(t));
    Ok(vec![
        Sample::page("new-request", &page(t))?,
        Sample::page("new-request-found", &found)?,
        Sample::page("new-request-none", &none)?,
        Sample::page("new-request-chosen", &chosen)?,
    ])
}

fn customer(t: &Texts) -> Chosen {
    let supply = |sector, code: &str, address: &str, current| SupplyChoice {
        sector,
        code: code.into(),
        address: address.into(),
        state: ("on", say(t, "attivo", "active")),
        href: CaseNew::new().url(),
        current,
    };
    Chosen {
        name: "Marchetti Elena".into(),
        detail: vec![
            Piece::plain(say(t, "cliente 48213 · ", "customer 48213 · ")),
            Piece::code("MRCLNE84L54F257S"),
        ],
        href: Some(CustomerShow::new(party(1)).url()),
        supplies: vec![
            supply(Sector::Electricity, "IT999E48217365", "via dei Tigli 14, Fontebruna", true),
            supply(Sector::Gas, "99990000482175", "via dei Tigli 14, Fontebruna", false),
            supply(Sector::Water, "PA 0048217", "via dei Tigli 14, Fontebruna", false),
        ],
        other: CaseNew::new().url(),
        kept: vec![("cliente".into(), party(1).to_string())],
    }
}

fn page(t: &Texts) -> NewRequestPage<'_> {
    let line = |digit: &str,
                code: &str,
                (it, en): (&str, &str),
                (about_it, about_en): (&str, &str),
                term: String| ProcedureLine {
        digit: digit.into(),
        name: say(t, it, en),
        code: code.into(),
        about: say(t, about_it, about_en),
        term,
        action: CaseStart::new(code).url(),
        wanted: code == "VOL",
        why_not: String::new(),
        instead: None,
    };
    let five = say(t, "5 gg lav.", "5 wd");
    let mut stopped = line(
        "",
        "RIC",
        ("Riattivazione", "Reconnection"),
        ("Dopo una sospensione per morosità", "After a suspension for arrears"),
        say(t, "1 g feriale", "1 Mon–Sat day"),
    );
    stopped.why_not =
        crate::views::wording::sentence(t, "other_case_open", &[("number".into(), "2026-01187".into())]);
    stopped.instead =
        Some(Link::new(say(t, "Apri la pratica", "Open the case"), CaseShow::new(case(1)).url()));
    NewRequestPage {
        t,
        frame: frame(
            t,
            t.new_request_title(),
            Some(Area::Cases),
            vec![KeyHint::new("1–9", t.new_request_start())],
        ),
        note: None,
        who: Field::text("q", t.new_request_field())
            .icon("search")
            .placeholder(t.new_request_placeholder())
            .focus(),
        kept: Vec::new(),
        found: Vec::new(),
        none: None,
        chosen: None,
        origins: [
            ("counter", t.new_request_origin_counter()),
            ("call_centre", t.new_request_origin_call_centre()),
            ("letter", t.new_request_origin_letter()),
            ("email", t.new_request_origin_email()),
            ("pec", t.new_request_origin_pec()),
        ]
        .into_iter()
        .map(|(value, label)| Choice { value: value.into(), label })
        .collect(),
        groups: vec![
            ProcedureGroup {
                label: t.new_request_group_supply(),
                procedures: vec![
                    line(
                        "3",
                        "VOL",
                        ("Voltura su contratto esistente", "Change of holder on an existing contract"),
                        ("Stesso punto, nuovo intestatario", "Same point, new account holder"),
                        five,
                    ),
                    line(
                        "6",
                        "PM1",
                        ("Preventivo modifica impianto", "Quote to modify the plant"),
                        (
                            "Potenza, posizione del contatore, lavori sull’allaccio",
                            "Power, place of the meter, works on the connection",
                        ),
                        say(t, "20 gg lav.", "20 wd"),
                    ),
                    stopped,
                ],
            },
            ProcedureGroup {
                label: t.new_request_group_other(),
                procedures: vec![line(
                    "5",
                    "REC",
                    ("Reclamo scritto", "Written complaint"),
                    ("Risposta motivata entro il termine", "A reasoned answer within the deadline"),
                    say(t, "30 gg solari", "30 calendar days"),
                )],
            },
        ],
    }
}
