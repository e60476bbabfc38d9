//! The requests a demo utility begins with: changes of holder at every step, quotes at every risk of their clock, visits
//! of today. All of them are opened by the operations people use; only the clock is put back.

use std::sync::Arc;

use app::{
    App, Ctx,
    cases::{
        Filter, Given, ListQuery, OpenCase, Prefill, answer, cancel, clocks::promised, list,
        open as open_case, reevaluate_clocks, show,
    },
    diary::{MoveAppointment, Wish, move_appointment},
    registry::show_point,
};
use domain::cases::Origin;
use jiff::civil::Time;
use kernel::{Actor, CaseId, Date, FixedClock, Instant, SupplyPointId, clock::rome};
use procedures::{Pack, read, shipped};
use serde_json::{Map, Value as Json, json};

use super::super::bench::voltura::{Wanted, answers, wanted};
use crate::failure::Failure;

/// Who works on the demo's requests: at the counter, in the back office.
const PEOPLE: [&str; 2] = ["marta.bellini", "paolo.conti"];

/// A change of holder of the demo.
struct Change {
    /// The last step answered.
    last: &'static str,
    /// The title is proved; else the customer is awaited.
    proved: bool,
    /// A technician visits the meter.
    visit: bool,
}

const fn change(last: &'static str, proved: bool, visit: bool) -> Change {
    Change { last, proved, visit }
}

const CHANGES: [Change; 9] = [
    change("confirm", true, false),
    change("confirm", false, false),
    change("confirm", true, true),
    change("payment", true, false),
    change("reading", true, false),
    change("party", true, false),
    change("confirm", false, false),
    change("confirm", true, true),
    change("confirm", true, true),
];

/// When the clocks of the demo's quotes end, in days from today: late, today, soon, in good time. They are shared out to
/// the counter and the back office in turn.
const QUOTES: [i32; 8] = [-2, -1, 0, 0, 3, 1, 12, 17];
/// The procedure of a quote.
const QUOTE: &str = "PM1";
/// How far back a request may lie.
const MOST_DAYS_BACK: i32 = 120;

/// The hours of today's visits.
const VISITS: [(i8, i8); 3] = [(9, 11), (11, 13), (15, 17)];

/// Opens the demo's requests. Those that were opened before the program was stopped stay as they are.
pub async fn open(app: &App) -> Result<(), Failure> {
    let Some(ctx) = acting(app, app, 0).await? else { return Ok(()) };
    let mut points = wanted(app, (CHANGES.len() + QUOTES.len()) * 4).await?.into_iter();
    let mut visits = Vec::new();
    for plan in CHANGES.iter().skip(opened(app, "VOL").await?) {
        for one in points.by_ref() {
            // A point that cannot be taken over makes room for the next one.
            let Some(case) = carry(app, &ctx, &one, plan).await? else { continue };
            if plan.visit {
                visits.push(case);
            }
            break;
        }
    }
    quotes(app, points).await?;
    visit_today(app, &visits).await?;
    reevaluate_clocks(app, &app.system("demo")).await?;
    Ok(())
}

/// How many cases of a procedure there are already.
pub(super) async fn opened(app: &App, procedure: &str) -> Result<usize, Failure> {
    let filter = Filter { procedure: Some(procedure.to_owned()), ..Filter::default() };
    let query = ListQuery { filter, limit: 1, ..ListQuery::default() };
    let (_, all) = list(app, &app.system("demo"), query).await?;
    Ok(usize::try_from(all).unwrap_or(0))
}

/// A person of the demo, acting at the moment the clock of `then` shows.
pub(super) async fn acting(app: &App, then: &App, turn: usize) -> Result<Option<Ctx>, Failure> {
    let users = app::accounts::list_users(app, &app.system("demo")).await?;
    let name = PEOPLE.iter().cycle().nth(turn).copied().unwrap_or_default();
    let found = users.into_iter().find(|(user, _)| user.name == name);
    Ok(found.map(|(user, roles)| {
        let mut ctx = then.system("demo");
        ctx.actor = Actor::User { id: user.id, name: user.display_name };
        ctx.roles = roles;
        ctx.office = user.office_id;
        ctx
    }))
}

/// Carries a change of holder as far as planned; none when the point does not allow it.
async fn carry(app: &App, ctx: &Ctx, one: &Wanted, plan: &Change) -> Result<Option<CaseId>, Failure> {
    let prefill = Prefill { supply_point: Some(one.point), ..Prefill::default() };
    let new = OpenCase { procedure: "VOL".to_owned(), origin: Origin::Counter, prefill };
    let case = open_case(app, ctx, new).await?.id;
    for (element, mut given) in answers(one, app.clock.today()) {
        let Some(typed) = given.as_object_mut() else { continue };
        match element {
            "conditions" => typed.insert("title_proof".to_owned(), plan.proved.into()),
            "power" => typed.insert("visit_needed".to_owned(), plan.visit.into()),
            _ => None,
        };
        let typed = std::mem::take(typed);
        let step = Given { element: element.to_owned(), typed, ..Given::default() };
        if answer(app, ctx, case, step).await.is_err() {
            cancel(app, ctx, case, "demo".to_owned()).await?;
            return Ok(None);
        }
        if element == plan.last {
            break;
        }
    }
    Ok(Some(case))
}

/// Opens quotes on the days that make their clocks end as planned.
async fn quotes(app: &App, points: impl Iterator<Item = Wanted>) -> Result<(), Failure> {
    let today = app.clock.today();
    let Some(pack) =
        shipped().into_iter().find(|(code, _)| *code == QUOTE).and_then(|(_, files)| read(&files).ok())
    else {
        return Ok(());
    };
    let mut plans = QUOTES.iter().enumerate().skip(opened(app, QUOTE).await?);
    let mut plan = plans.next();
    for one in points {
        let Some((turn, days)) = plan else { break };
        let due = today.saturating_add(jiff::Span::new().days(*days));
        let Some(at) = opened_for(app, &pack, one.point, due).await? else { continue };
        let then = App { clock: Arc::new(FixedClock::at(at)), ..app.clone() };
        let Some(ctx) = acting(app, &then, turn).await? else { return Ok(()) };
        ask_quote(&then, &ctx, &one).await?;
        plan = plans.next();
    }
    Ok(())
}

/// Asks for a quote at the counter: its request is made.
pub async fn ask_quote(app: &App, ctx: &Ctx, one: &Wanted) -> Result<CaseId, Failure> {
    let prefill = Prefill { supply_point: Some(one.point), party: Some(one.party), ..Prefill::default() };
    let new = OpenCase { procedure: QUOTE.to_owned(), origin: Origin::Counter, prefill };
    let case = open_case(app, ctx, new).await?.id;
    for (element, typed) in asked_for(one) {
        let step = Given { element: element.to_owned(), typed, ..Given::default() };
        answer(app, ctx, case, step).await?;
    }
    Ok(case)
}

/// What is answered for a quote at the counter: whose supply it is, and what is to be altered.
fn asked_for(one: &Wanted) -> [(&'static str, Map<String, Json>); 2] {
    let supply = json!({
        "supply_point": one.point, "party": one.party, "contact_name": "Chi ha chiesto", "contact_phone": "059 555 0101",
        "reply_channel": "email",
    });
    let request = json!({
        "alterations": [{
            "alteration": "move_meter", "as_is": "nell’atrio", "wanted": "all’esterno, in una nicchia sulla recinzione",
        }],
        "visit_when": "any",
    });
    [("supply", supply), ("request", request)].map(|(step, given)| match given {
        Json::Object(typed) => (step, typed),
        _ => (step, Map::new()),
    })
}

/// The moment a request must have been made at for its clock to end on a day; none where no clock runs.
async fn opened_for(
    app: &App,
    pack: &Pack,
    point: SupplyPointId,
    due: Date,
) -> Result<Option<Instant>, Failure> {
    let sector = show_point(app, &app.system("demo"), point).await?.point.sector;
    if !pack.sectors.contains(&sector) {
        return Ok(None);
    }
    let today = app.clock.today();
    for back in 0..MOST_DAYS_BACK {
        let day = today.saturating_sub(jiff::Span::new().days(back));
        // Before today's opening hour nothing can have been asked today.
        let at = at(day, 9)?.min(app.clock.now());
        let ends = promised(pack, sector, &Map::new(), at).first().and_then(|promise| promise.due);
        if ends.is_none_or(|ends| ends <= due) {
            return Ok(ends.map(|_| at));
        }
    }
    Ok(None)
}

fn at(day: Date, hour: i8) -> Result<Instant, Failure> {
    let time = Time::new(hour, 0, 0, 0).map_err(|error| Failure::new(error.to_string()))?;
    let moment = day.to_datetime(time).to_zoned(rome()).map_err(|error| Failure::new(error.to_string()))?;
    Ok(moment.timestamp().into())
}

/// Puts the visits of these cases into today.
async fn visit_today(app: &App, cases: &[CaseId]) -> Result<(), Failure> {
    let (ctx, today) = (app.system("demo"), app.clock.today());
    for (case, (from, to)) in cases.iter().zip(VISITS) {
        let view = show(app, &ctx, *case).await?;
        let Some(visit) = view.appointments.into_iter().find(|entry| entry.visit) else { continue };
        let change = MoveAppointment {
            id: visit.id,
            starts_at: at(today, from)?,
            ends_at: at(today, to)?,
            assigned_to: visit.assigned_to,
            version: Some(visit.version),
            wish: Wish::default(),
        };
        move_appointment(app, &ctx, change).await?;
    }
    Ok(())
}
