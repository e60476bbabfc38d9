//! What letters about visits and works show beside the answers: the visit that was agreed, the days of the facts, the time of
//! others that was taken out.

use domain::cases::effective;
use jiff::civil::Time;
use kernel::{Date, Instant, Lang};
use serde_json::{Map, Value as Json, json};
use store::{
    accounts::user,
    cases::{
        appointment::{self, Appointment},
        fact,
    },
};

use super::data::word;
use crate::{Error, billing::last_of_removed, cases::visits::widest_band, processes::Run};

/// Adds it to the values of a paper.
pub(super) fn add(run: &mut Run<'_, '_>, lang: Lang, data: &mut Json) -> Result<(), Error> {
    let more = [("appointment", shown(run, lang)?), ("facts", facts(run)?), ("held", held(run, lang)?)];
    let last = last_of_removed(run)?;
    let Some(data) = data.as_object_mut() else { return Ok(()) };
    data.extend(more.map(|(name, value)| (name.to_owned(), value)));
    // Of a meter that works have removed, what it showed last.
    if !last.is_empty() {
        let registers = last.iter().map(|(name, value)| json!({ "name": name, "value": value.to_string() }));
        data.insert("reading".to_owned(), json!({ "registers": registers.collect::<Vec<_>>() }));
    }
    Ok(())
}

/// The visit that was agreed last and was not called off.
fn last_visit(run: &mut Run<'_, '_>) -> Result<Option<Appointment>, Error> {
    let all = appointment::of_case(run.tx, run.case.id)?;
    Ok(all.into_iter().rfind(|visit| visit.visit && visit.state != "cancelled"))
}

fn shown(run: &mut Run<'_, '_>, lang: Lang) -> Result<Json, Error> {
    let Some(visit) = last_visit(run)? else { return Ok(Json::Null) };
    let who = visit.assigned_to.map_or(Ok(None), |id| user::by_id(run.tx, id))?;
    Ok(json!({
        "day": visit.starts_at.date(), "band": band(run, &visit, lang),
        "technician": who.map(|who| who.display_name), "crew": visit.crew,
    }))
}

/// The hours of a visit in words: "dalle 8 alle 11". Of a whole day, when nobody waits for an hour, the text
/// `appointment-day` of the pack, where it has one.
fn band(run: &Run<'_, '_>, visit: &Appointment, lang: Lang) -> String {
    let widest = run.case.sector.and_then(|sector| widest_band(sector, visit.starts_at.date()));
    let hours = (visit.ends_at.as_micros() - visit.starts_at.as_micros()) / 3_600_000_000;
    if widest.is_some_and(|widest| hours > widest)
        && let Some(words) = word(run, lang, "appointment-day")
    {
        return words;
    }
    let (from, to) = (hour(visit.starts_at), hour(visit.ends_at));
    match lang {
        Lang::It => format!("dalle {from} alle {to}"),
        Lang::En => format!("from {from} to {to}"),
    }
}

/// `8`, `8:30`.
fn hour(at: Instant) -> String {
    let time: Time = at.in_rome().time();
    if time.minute() == 0 { time.hour().to_string() } else { format!("{}:{:02}", time.hour(), time.minute()) }
}

/// Day and band of the visit for letters by mail; both empty while none is agreed.
pub(super) fn agreed(run: &mut Run<'_, '_>, lang: Lang) -> Result<(String, String), Error> {
    let Some(visit) = last_visit(run)? else { return Ok(Default::default()) };
    Ok((long_day(visit.starts_at.date(), lang), band(run, &visit, lang)))
}

/// `24/03/2026`, in English `24 March 2026`.
fn long_day(day: Date, lang: Lang) -> String {
    match lang {
        Lang::It => format!("{:02}/{:02}/{}", day.day(), day.month(), day.year()),
        Lang::En => day.strftime("%-d %B %Y").to_string(),
    }
}

/// The day of each kind of fact that counts.
fn facts(run: &mut Run<'_, '_>) -> Result<Json, Error> {
    let all = fact::of_case(run.tx, run.case.id)?;
    let days = all.iter().filter_map(|known| {
        let counts = effective(&all, &known.kind)?;
        Some((known.kind.clone(), json!(counts.at.date())))
    });
    Ok(Json::Object(days.collect::<Map<_, _>>()))
}

/// The time of others that was taken out of the clocks: from, to and why, in the words of the pack.
fn held(run: &mut Run<'_, '_>, lang: Lang) -> Result<Json, Error> {
    let mut shown = Vec::new();
    for held in fact::suspensions(run.tx, run.case.id)? {
        let code = held.cause.code().replace('_', "-");
        let cause = word(run, lang, &format!("held-{code}"));
        shown.push(json!({
            "from": held.from.date(), "to": held.to.map(Instant::date),
            "cause": cause.unwrap_or_else(|| held.cause.code().to_owned()),
        }));
    }
    Ok(Json::Array(shown))
}
