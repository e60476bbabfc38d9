//! What a link is at this moment, for whoever opened its address.

use domain::{access::Action, cases::Case};
use kernel::{Date, Instant, Lang};
use procedures::Pack;
use store::{
    Ctx, Tx,
    accounts::session::hit,
    cases::{case as cases, document, task},
    links::{self, Link},
    registry::party,
};

use super::{show::LinkPage, sign::Claim};
use crate::{App, Error, error::found};

/// Who opened the address.
#[derive(Clone, Debug, Default)]
pub struct Visitor {
    /// Network address.
    pub address: String,
    /// Browser.
    pub agent: String,
}

/// What the page of a link shows.
#[derive(Clone, Debug)]
pub enum LinkState {
    /// The task can be done.
    Open(Box<LinkPage>),
    /// The task, or a paper that belongs to it, is not ready yet.
    Pending(Lang),
    /// It was used.
    Used {
        /// When.
        at: Instant,
        /// The number of the case.
        number: String,
        /// The customer's language.
        lang: Lang,
    },
    /// Its last day is over.
    Lapsed {
        /// Its last day.
        last_day: Date,
        /// The number of the case.
        number: String,
        /// The customer's language.
        lang: Lang,
    },
    /// There is no such link, or its task was done otherwise, or another link took its place: whoever guesses is told the
    /// same.
    Gone,
}

/// A link whose address was proved, with its case.
pub(super) struct Known {
    pub link: Link,
    pub case: Case,
    pub pack: std::sync::Arc<Pack>,
    pub lang: Lang,
}

/// Where a link stands.
pub(super) enum Standing {
    Open,
    Pending,
    Used(Instant),
    Lapsed,
    Gone,
}

/// How long a window of tries is, in seconds.
const WINDOW: i64 = 60;

/// Counts a try of somebody, then of the link that the address proves; an address that proves none counts for nobody's
/// link.
///
/// # Errors
/// [`Error::TooMany`].
pub(super) async fn limit(app: &App, token: &str, visitor: &Visitor) -> Result<(), Error> {
    let (app_, token, bucket) = (app.clone(), token.to_owned(), format!("link-from:{}", visitor.address));
    let now = app.clock.now();
    let most = app.settings.links_per_minute;
    let hits = crate::write(app, "link-tries", move |tx| {
        let from = hit(tx, &bucket, now, WINDOW)?;
        if from > most {
            return Ok(from);
        }
        Ok(match proved(&app_, tx, &token)? {
            Some(link) => hit(tx, &format!("link:{}", link.id), now, WINDOW)?.max(from),
            None => from,
        })
    })
    .await?;
    if hits > most { Err(Error::TooMany(WINDOW)) } else { Ok(()) }
}

/// The link of an address, if its code is right.
fn proved(app: &App, tx: &mut Tx<'_>, token: &str) -> Result<Option<Link>, Error> {
    let Some(claim) = Claim::read(token) else { return Ok(None) };
    let Some(link) = links::by_id(tx, claim.id)? else { return Ok(None) };
    Ok(if claim.proves(&app.settings, &link)? { Some(link) } else { None })
}

/// The same with its case.
pub(super) fn known(app: &App, ctx: &Ctx, tx: &mut Tx<'_>, token: &str) -> Result<Option<Known>, Error> {
    let Some(link) = proved(app, tx, token)? else {
        tracing::info!("a link that is none was opened");
        return Ok(None);
    };
    let case = found(cases::for_action(tx, ctx, link.case_id, Action::Read)?, "case")?.into_inner();
    let pack = app.procedures.version(tx, &case.procedure, case.bundle_version)?;
    let chosen = case.data.get("lang").and_then(|lang| Lang::from_code(lang.as_str()?));
    let lang = match (chosen, case.party_id) {
        (Some(lang), _) => lang,
        (None, Some(id)) => party::by_id(tx, id)?.map_or(Lang::It, |party| party.lang),
        (None, None) => Lang::It,
    };
    Ok(Some(Known { link, case, pack, lang }))
}

/// Where a link stands at a moment.
pub(super) fn standing(tx: &mut Tx<'_>, known: &Known, now: Instant) -> Result<Standing, Error> {
    let link = &known.link;
    if link.withdrawn_at.is_some() {
        return Ok(Standing::Gone);
    }
    if let Some(at) = link.used_at {
        return Ok(Standing::Used(at));
    }
    if link.expires_at <= now {
        return Ok(Standing::Lapsed);
    }
    if known.case.ended() {
        return Ok(Standing::Gone);
    }
    let tasks = task::of_case(tx, known.case.id)?;
    let own: Vec<_> = tasks.iter().filter(|task| task.element == link.task).collect();
    if !own.iter().any(|task| task.state == "open") {
        // Issued before its task was reached, it waits; a task that came since and is over was done without it.
        let came = own.iter().any(|task| task.created_at >= link.issued_at);
        return Ok(if came { Standing::Gone } else { Standing::Pending });
    }
    let ready = papers(tx, known)?.iter().all(|paper| paper.state == "ready");
    Ok(if ready { Standing::Open } else { Standing::Pending })
}

/// The papers made for the customer since the link was issued: what it is about.
pub(super) fn papers(tx: &mut Tx<'_>, known: &Known) -> Result<Vec<document::Document>, Error> {
    let mut papers = document::of_case(tx, known.case.id)?;
    papers.retain(|paper| {
        paper.outgoing && paper.case_id == Some(known.case.id) && paper.created_at >= known.link.issued_at
    });
    Ok(papers)
}
