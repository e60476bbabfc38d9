//! The page of a signed link. Whoever has its address may do one task of one case once: the address is the right to do it,
//! so that it is sent nowhere else (no referrer) and found by no search engine.

mod questions;
pub mod view;

use std::collections::BTreeMap;

use app::{
    Error, FieldProblem,
    links::{LinkAnswer, LinkPage, LinkState, Visitor, link_paper, look_at_link, use_link},
};
use axum::{
    http::{HeaderName, HeaderValue, StatusCode, header},
    response::Response,
};
use kernel::Lang;
use routes::{
    Route,
    portal::{LinkDocument, LinkShow},
};
use texts::Texts;
use web::{
    Answer, Form, OpenCtx, Url,
    page::{file, go, html},
};

use view::{Help, OpenLink, SaidLink, names};

/// Shows what the link stands for.
pub(crate) async fn show(cx: OpenCtx, Url(at): Url<LinkShow>) -> Answer {
    let found = look_at_link(&cx.app, &at.link, &visitor(&cx)).await;
    answer(&cx, &at.link, found, &Form::default(), &[])
}

/// Does the task, or shows the form again with what is wrong.
pub(crate) async fn submit(cx: OpenCtx, Url(at): Url<LinkShow>, form: Form) -> Answer {
    let sent = LinkAnswer {
        name: form.text(names::NAME).to_owned(),
        confirmed: form.has(names::CONFIRMED),
        raw: raw(&form),
    };
    match use_link(&cx.app, &at.link, &visitor(&cx), sent).await {
        // Shown by asking again, so that going back or forward sends nothing twice.
        Ok(LinkState::Used { .. }) => Ok(private(go(&LinkShow::new(&at.link).url(), false))),
        Err(Error::Invalid(problems)) => {
            let found = look_at_link(&cx.app, &at.link, &visitor(&cx)).await;
            answer(&cx, &at.link, found, &form, &problems)
        }
        other => answer(&cx, &at.link, other, &form, &[]),
    }
}

/// A paper that was sent with the link.
pub(crate) async fn document(cx: OpenCtx, Url(at): Url<LinkDocument>) -> Answer {
    match link_paper(&cx.app, &at.link, &visitor(&cx), at.document).await {
        Ok((paper, content)) if paper.media_type == "application/pdf" => {
            Ok(private(file("application/pdf", &format!("{}.pdf", paper.title), true, content)))
        }
        Ok(_) | Err(Error::NotFound { .. }) => {
            answer(&cx, &at.link, Ok(LinkState::Gone), &Form::default(), &[])
        }
        Err(error) => answer(&cx, &at.link, Err(error), &Form::default(), &[]),
    }
}

fn visitor(cx: &OpenCtx) -> Visitor {
    Visitor { address: cx.visit.address.clone(), agent: cx.visit.agent.clone() }
}

/// What was posted, by field; the operation takes what the link asks.
fn raw(form: &Form) -> BTreeMap<String, Vec<String>> {
    let mut raw: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (name, value) in form.fields() {
        raw.entry(name.clone()).or_default().push(value.clone());
    }
    raw
}

/// The page of a state.
fn answer(
    cx: &OpenCtx,
    token: &str,
    found: Result<LinkState, Error>,
    form: &Form,
    problems: &[FieldProblem],
) -> Answer {
    let said = |lang: Lang, status: StatusCode, words: fn(&Texts) -> (String, String)| {
        let t = Texts::of(lang);
        let (title, text) = words(t);
        html(status, &SaidLink { t, help: Help::of(&cx.app.settings, t), title, text, done: false })
    };
    let page = match found {
        Ok(LinkState::Open(page)) => open(cx, token, &page, form, problems),
        Ok(LinkState::Pending(lang)) => {
            said(lang, StatusCode::OK, |t| (t.link_pending_title(), t.link_pending()))
        }
        Ok(LinkState::Used { at, number, lang }) => {
            let t = Texts::of(lang);
            let moment = at.in_rome();
            let text = t.link_used(number, t.date(moment.date()), t.time(moment.time()));
            let help = Help::of(&cx.app.settings, t);
            html(StatusCode::OK, &SaidLink { t, help, title: t.link_used_title(), text, done: true })
        }
        Ok(LinkState::Lapsed { last_day, number, lang }) => {
            let t = Texts::of(lang);
            let (title, text) = (t.link_lapsed_title(), t.link_lapsed(number, t.date(last_day)));
            let help = Help::of(&cx.app.settings, t);
            html(StatusCode::GONE, &SaidLink { t, help, title, text, done: false })
        }
        Ok(LinkState::Gone) => said(cx.lang, StatusCode::NOT_FOUND, |t| (t.link_gone_title(), t.link_gone())),
        Err(Error::TooMany(seconds)) => {
            let page = said(cx.lang, StatusCode::TOO_MANY_REQUESTS, |t| (t.link_busy_title(), t.link_busy()));
            page.map(|mut page| {
                page.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
                page
            })
        }
        Err(error) => return Err(error.into()),
    };
    page.map(private)
}

fn open(cx: &OpenCtx, token: &str, page: &LinkPage, form: &Form, problems: &[FieldProblem]) -> Answer {
    let t = Texts::of(page.lang);
    let status = if problems.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    html(status, &OpenLink::of(t, Help::of(&cx.app.settings, t), token, page, form, problems))
}

/// Told to nobody: neither where a link of the page leads, nor to a search engine.
fn private(mut page: Response) -> Response {
    let headers = page.headers_mut();
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(
        HeaderName::from_static("x-robots-tag"),
        HeaderValue::from_static("noindex, nofollow, noarchive"),
    );
    page
}
