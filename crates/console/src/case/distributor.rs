//! What the distributor was asked about a case, what it answered, and what a person has to decide about it.

use app::{
    cases::CaseView,
    distributor::{Exchanged, ExchangedState},
};
use domain::access::{Action, Resource};
use kernel::Date;
use routes::{Route, console::ExchangeShow};
use serde_json::Value as Json;
use web::{
    PageCtx,
    layout::{Note, NoteKind},
};

use super::records::short;
use crate::{exchange::step, views::case::MessageLine};

/// Requests and answers, oldest first; an answer leads to the file it came in, for whoever may see files.
pub(super) fn messages(cx: &PageCtx, view: &CaseView) -> Vec<MessageLine> {
    let t = cx.t;
    let may = cx.ctx.may(Resource::Import, Action::Read);
    let line = |one: &Exchanged| {
        let (state, word) = match one.state {
            ExchangedState::Queued => ("half", t.case_message_queued()),
            ExchangedState::Sent => ("go", t.case_message_sent()),
            ExchangedState::Answered => ("on", t.exchange_request_answered()),
            ExchangedState::Withdrawn => ("", t.exchange_request_withdrawn()),
            ExchangedState::Waits => ("half", t.exchange_answer_waits()),
            ExchangedState::Taken => ("on", t.exchange_answer_taken()),
        };
        MessageLine {
            title: t.exchange_message_kind(&one.service, step(t, &one.flow)),
            detail: one.request.clone(),
            at: short(cx, one.at),
            state,
            word,
            href: one.file.filter(|_| may).map(|file| ExchangeShow::new(file).url()),
            retry: None,
        }
    };
    view.exchanged.iter().map(line).collect()
}

/// At the head of a task in which a person decides about an answer: what the distributor said, and where its data differ
/// from what is known.
pub(super) fn reasons(cx: &PageCtx, view: &CaseView, element: &str) -> Vec<Note> {
    let t = cx.t;
    let said = answer(view, "distributor_reason");
    let note = |text: String| Note { kind: NoteKind::Attention, lead: t.exchange_said(), text, link: None };
    match element {
        "correct" | "not_done" if !said.is_empty() => vec![note(said.replace('\n', "; "))],
        "resolve" => differences(cx, view).into_iter().map(note).collect(),
        _ => Vec::new(),
    }
}

/// Each difference: what the distributor found, and what was known before.
fn differences(cx: &PageCtx, view: &CaseView) -> Vec<String> {
    let t = cx.t;
    let known = |name: &str| {
        let told = view.case.data.get("activation_known").and_then(|known| known.get(name));
        told.and_then(Json::as_str)
            .filter(|text| !text.is_empty())
            .map_or_else(|| t.exchange_nothing(), str::to_owned)
    };
    let found = |name: &str| match view.case.data.get(name) {
        Some(Json::String(text)) if !text.is_empty() => text.clone(),
        Some(Json::Number(number)) => number.as_i64().map(|value| t.number(value)).unwrap_or_default(),
        _ => t.exchange_nothing(),
    };
    let day = |name: &str| {
        let text = answer(view, name);
        text.parse::<Date>().map_or_else(|_| text.to_owned(), |day| t.date(day))
    };
    let sentence = |code: &str| {
        Some(match code {
            "meter" => t.exchange_differs_meter(found("meter_found"), known("meter")),
            "corrector" => t.exchange_differs_corrector(found("corrector_found"), known("corrector")),
            "reading" => t.exchange_differs_reading(found("opening_reading"), known("reading")),
            "day" => t.exchange_differs_day(day("activated_on")),
            _ => return None,
        })
    };
    answer(view, "activation_difference").split(' ').filter_map(sentence).collect()
}

fn answer<'v>(view: &'v CaseView, name: &str) -> &'v str {
    view.case.data.get(name).and_then(Json::as_str).unwrap_or_default()
}
