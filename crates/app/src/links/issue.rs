//! Issuing a link, and its address for letters and mails.

use kernel::{Date, Instant, LinkId, clock::rome};
use routes::Route;
use serde_json::{Map, Value as Json, json};
use store::{
    audit,
    links::{self, Link},
};

use super::sign::token_of;
use crate::{
    App, Error,
    cases::form_of,
    processes::{CallAnswer, Run},
};

/// Issues a link for the task of the argument `task`, to be used until the end of the day `until`: it asks the fields `asks`
/// of its form, shows the answers `shows`, fixes the answers `sets`, puts the day into `on` and the record of the act into
/// `proof`. Earlier links for the same task are withdrawn.
///
/// Refuses with `argument_missing`, `argument_no_day`, `link_until_past` or `link_fields` (no such task, or a field that its
/// form has not).
pub(super) fn issue_by_process(run: &mut Run<'_, '_>) -> Result<CallAnswer, Error> {
    let task = run.call.needed("task")?.to_owned();
    let until = run.call.needed("until")?;
    let last_day: Date =
        until.parse().map_err(|_| Error::refused_with("argument_no_day", &[("day", until)]))?;
    if last_day < run.ctx.today() {
        return Err(Error::refused_with("link_until_past", &[("day", until)]));
    }
    let sets = match run.call.arguments.get("sets") {
        Some(Json::Object(sets)) => sets.clone(),
        _ => Map::new(),
    };
    let link = Link {
        id: run.ctx.id(LinkId::from_bytes),
        case_id: run.case.id,
        asks: names(run, "asks"),
        shows: names(run, "shows"),
        day_field: run.call.text("on").unwrap_or_default().to_owned(),
        proof_field: run.call.text("proof").unwrap_or_default().to_owned(),
        issued_at: run.ctx.now(),
        expires_at: end_of(last_day)?,
        last_day,
        used_at: None,
        withdrawn_at: None,
        sets,
        task,
    };
    require_fields(run, &link)?;
    links::withdraw(run.tx, run.ctx, run.case.id, &link.task)?;
    links::insert(run.tx, &link)?;
    let subject = audit::Subject { kind: "case", id: run.case.id.bytes() };
    let details = json!({ "link": link.id, "task": link.task, "until": link.last_day });
    audit::append(run.tx, run.ctx, "issue_link", subject, &details)?;
    Ok(CallAnswer::Done(Vec::new()))
}

/// A list of names told by the diagram.
fn names(run: &Run<'_, '_>, argument: &str) -> Vec<String> {
    let told = run.call.arguments.get(argument).and_then(Json::as_array);
    told.into_iter().flatten().filter_map(Json::as_str).map(str::to_owned).collect()
}

/// The moment a day ends in Rome.
fn end_of(day: Date) -> Result<Instant, Error> {
    let next = day.tomorrow().map_err(|error| Error::Internal(error.to_string()))?;
    let zoned = next.to_zoned(rome()).map_err(|error| Error::Internal(error.to_string()))?;
    Ok(zoned.timestamp().into())
}

/// The proof of packs finds a wrong name that is written out; one that an expression made is found here.
fn require_fields(run: &Run<'_, '_>, link: &Link) -> Result<(), Error> {
    let wrong = || Error::refused_with("link_fields", &[("task", &link.task)]);
    let form = form_of(&run.pack, &link.task).ok_or_else(wrong)?;
    let named = link.asks.iter().chain(link.sets.keys()).map(String::as_str);
    let mut named =
        named.chain([link.day_field.as_str(), link.proof_field.as_str()]).filter(|name| !name.is_empty());
    let there = named.all(|name| form.fields.iter().any(|field| field.name == name));
    if there && !link.asks.is_empty() { Ok(()) } else { Err(wrong()) }
}

/// The address of the link a case issued last; none when it cannot be used any more.
pub(crate) fn address_of_case(run: &mut Run<'_, '_>) -> Result<Option<String>, Error> {
    let last = links::last_of_case(run.tx, run.case.id)?;
    let now = run.ctx.now();
    let usable = |link: &Link| link.used_at.is_none() && link.withdrawn_at.is_none() && link.expires_at > now;
    last.filter(usable).map(|link| address(run.app, &link)).transpose()
}

fn address(app: &App, link: &Link) -> Result<String, Error> {
    let token = token_of(&app.settings, link)?;
    Ok(format!("{}{}", app.settings.base_url, routes::portal::LinkShow::new(token).url()))
}
