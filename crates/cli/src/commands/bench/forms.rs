//! Forms: opened, saved step by step, and the plausibility of a reading told while it is typed.

use app::App;
use kernel::{CaseId, Date};
use routes::{
    Route,
    console::{CaseShow, CaseStart, VolturaDraft},
};
use serde_json::{Value as Json, json};
use store::registry::meter::{self, NewReading};

use super::{
    browser::{Answered, Browser},
    figures::{Times, put},
    on,
    voltura::{Wanted, answers, wanted},
};
use crate::{commands::demo::requests::ask_quote, failure::Failure, settings::Settings};

/// The step at which readings are asked for.
const READING: &str = "reading";
/// The step with which the request is made.
const LAST: &str = "confirm";
/// How many requests the forms that are opened belong to.
const OPENED: usize = 20;
/// How many supplies are looked at for each that is used: on some a request is under way, some cannot be taken over.
const SPARE: usize = 10;
/// How many months of readings a meter has where plausibility is asked for.
const MONTHS: i32 = 120;

/// An answer as a form sends it: parts of an answer have names of their own, a box that is not ticked is not sent.
fn fields(given: &Json) -> Vec<(String, String)> {
    fn put(name: String, value: &Json, sent: &mut Vec<(String, String)>) {
        match value {
            Json::Object(parts) => {
                parts.iter().for_each(|(part, value)| put(format!("{name}.{part}"), value, sent));
            }
            Json::String(text) => sent.push((name, text.clone())),
            Json::Null => {}
            other => sent.push((name, other.to_string())),
        }
    }
    let mut sent = Vec::new();
    if let Json::Object(all) = given {
        all.iter().for_each(|(name, value)| put(name.clone(), value, &mut sent));
    }
    sent
}

/// A change of holder on its way through the pages.
struct Walk {
    case: CaseId,
    /// The addresses of the steps that were reached.
    steps: Vec<String>,
    /// Where it stands.
    at: String,
}

impl Walk {
    /// Opens a request; none when it may not be opened.
    async fn begin(browser: &Browser, procedure: &str, one: &Wanted) -> Result<Option<Self>, Failure> {
        let sent = [
            ("origine".to_owned(), "counter".to_owned()),
            ("fornitura".to_owned(), one.point.to_string()),
            ("cliente".to_owned(), one.party.to_string()),
        ];
        let opened = browser.post(&CaseStart::new(procedure).url(), &sent).await?;
        if !opened.status.is_redirection() {
            return Ok(None);
        }
        let case = opened.location.split('/').find_map(|part| part.parse().ok());
        Ok(case.map(|case| Self { case, steps: vec![opened.location.clone()], at: opened.location }))
    }

    /// The task that is asked: the last word of its address.
    fn element(&self) -> &str {
        self.at.rsplit('/').next().unwrap_or_default()
    }

    /// Answers the step it stands at; none when there is no answer for it.
    async fn answer(
        &mut self,
        browser: &Browser,
        one: &Wanted,
        today: Date,
    ) -> Result<Option<Answered>, Failure> {
        let known = answers(one, today);
        let Some((_, given)) = known.iter().find(|(element, _)| *element == self.element()) else {
            return Ok(None);
        };
        let answered = browser.post(&self.at, &fields(given)).await?;
        if answered.status.is_redirection() {
            self.at.clone_from(&answered.location);
            self.steps.push(answered.location.clone());
        }
        Ok(Some(answered))
    }

    /// Answers steps until it stands at one, or a step is not taken.
    async fn on_to(
        &mut self,
        element: &str,
        browser: &Browser,
        one: &Wanted,
        today: Date,
    ) -> Result<(), Failure> {
        while self.element() != element {
            let before = self.at.clone();
            if self.answer(browser, one, today).await?.is_none() || self.at == before {
                break;
            }
        }
        Ok(())
    }
}

/// Opens forms: the steps of drafts that were filled in up to the last one, and the pages of cases with an open task.
pub async fn open(app: &App, settings: &Settings, n: usize) -> Result<Json, Failure> {
    let browser = Browser::enter(app, settings).await?;
    let today = app.clock.today();
    let mut addresses = Vec::new();
    let (mut drafts, mut quotes) = (0, 0);
    for one in &wanted(app, OPENED * SPARE).await? {
        if quotes < OPENED / 2 {
            // The page of a quote that was asked for has the form of its task. Not every supply is altered.
            if let Ok(case) = ask_quote(app, &app.system("bench"), one).await {
                addresses.push(CaseShow::new(case).url());
                quotes += 1;
            }
        } else if drafts < OPENED / 2 {
            let Some(mut walk) = Walk::begin(&browser, "VOL", one).await? else { continue };
            walk.on_to(LAST, &browser, one, today).await?;
            drafts += usize::from(walk.element() == LAST);
            addresses.append(&mut walk.steps);
        }
    }
    if addresses.is_empty() {
        return Err(Failure::new(
            "no request can be opened on this database; prepare it with `sportello bench load`",
        ));
    }
    for address in &addresses {
        browser.get(address).await?;
    }
    let mut times = Times::default();
    for address in addresses.iter().cycle().take(n) {
        times.add(browser.get(address).await?.took);
    }
    let mut line = times.line("form", &on(app).await?);
    put(&mut line, "addresses", addresses.len());
    Ok(line)
}

/// Saves steps of changes of holder, from the first to the request, until so many are saved.
pub async fn save(app: &App, settings: &Settings, n: usize) -> Result<Json, Failure> {
    let browser = Browser::enter(app, settings).await?;
    let today = app.clock.today();
    let (mut times, mut refused) = (Times::default(), 0);
    for one in wanted(app, n).await? {
        if times.len() >= n {
            break;
        }
        let Some(mut walk) = Walk::begin(&browser, "VOL", &one).await? else { continue };
        while let Some(answered) = walk.answer(&browser, &one, today).await? {
            if !answered.status.is_redirection() {
                refused += 1;
                break;
            }
            times.add(answered.took);
            if times.len() >= n {
                break;
            }
        }
    }
    let mut line = times.line("save", &on(app).await?);
    put(&mut line, "refused", json!(refused));
    Ok(line)
}

/// Types a reading where the meter has ten years of history: the answer says whether it is plausible.
pub async fn reading(app: &App, settings: &Settings, n: usize) -> Result<Json, Failure> {
    let browser = Browser::enter(app, settings).await?;
    let today = app.clock.today();
    let mut asked = Vec::new();
    for one in wanted(app, OPENED * SPARE).await? {
        if asked.len() >= OPENED {
            break;
        }
        let Some(register) = one.readings.keys().next().cloned() else { continue };
        remember(app, &one).await?;
        let Some(mut walk) = Walk::begin(&browser, "VOL", &one).await? else { continue };
        walk.on_to(READING, &browser, &one, today).await?;
        if walk.element() != READING {
            continue;
        }
        let known = answers(&one, today);
        let given = known.iter().find(|(element, _)| *element == READING);
        let mut sent = given.map(|(_, given)| fields(given)).unwrap_or_default();
        sent.push(("compito".to_owned(), READING.to_owned()));
        sent.push(("parte".to_owned(), "lettura".to_owned()));
        asked.push((VolturaDraft::new(walk.case).url(), format!("{READING}s.{register}"), sent));
    }
    if asked.is_empty() {
        return Err(Failure::new(
            "no reading can be asked for on this database; prepare it with `sportello bench load`",
        ));
    }
    let mut times = Times::default();
    for (number, (address, field, sent)) in asked.iter().cycle().take(n + asked.len()).enumerate() {
        let answered = browser.post_field(address, field, sent).await?;
        if !answered.status.is_success() {
            return Err(Failure::new(format!("{address} answered {}", answered.status)));
        }
        if number >= asked.len() {
            times.add(answered.took);
        }
    }
    let mut line = times.line("reading", &on(app).await?);
    put(&mut line, "months", MONTHS);
    Ok(line)
}

/// Gives the meters of a point a reading for each of the last [`MONTHS`], as far as they have none before their first.
async fn remember(app: &App, one: &Wanted) -> Result<(), Failure> {
    let (ctx, point, today) = (app.system("bench"), one.point, app.clock.today());
    let written = app.db.write("bench-history", move |tx| {
        for device in meter::of_point(tx, point)?.iter().filter(|device| device.removed_on.is_none()) {
            for register in &device.registers {
                let known = meter::history(tx, device.id, &register.code, 10 * i64::from(MONTHS))?;
                let Some(first) = known.last() else { continue };
                for months in 1..=MONTHS {
                    let read_on = today.saturating_sub(jiff::Span::new().months(months));
                    if read_on >= first.read_on {
                        continue;
                    }
                    let new = NewReading {
                        meter: device.id,
                        register: &register.code,
                        read_on,
                        value: first.value * i64::from(MONTHS - months) / i64::from(MONTHS),
                        kind: first.kind,
                        origin: "internal",
                        rolled_over: false,
                        case_id: None,
                    };
                    meter::insert_reading(tx, &ctx, &new)?;
                }
            }
        }
        Ok::<_, db::DbError>(())
    });
    Ok(written.await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_sent_as_a_form_sends_it() {
        let given = json!({ "party": "x", "signed": true, "readings": { "F1": 7 }, "note": null });
        let mut sent = fields(&given);
        sent.sort();
        let expected = [("party", "x"), ("readings.F1", "7"), ("signed", "true")];
        assert_eq!(sent, expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
    }
}
