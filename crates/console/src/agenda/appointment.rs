//! One appointment: moved, given to somebody else, called off.

use std::collections::BTreeMap;

use app::{
    Error, accounts,
    diary::{self, Appointment, MoveAppointment, MovedBy, Wish},
};
use domain::access::{Action, Resource, Role};
use jiff::civil::Time;
use kernel::{Date, Instant, UserId, clock::rome_moment};
use routes::{
    Route,
    console::{AgendaQuery, AppointmentShow, CaseShow},
};
use texts::read_date;
use web::{
    Answer, Asked, Failure, Form, PageCtx, Url,
    layout::{Area, Choice, ErrorSummary, Field, FieldKind, KeyHint, Link, Note, NoteKind},
};

use super::present::{clock_time, job};
use crate::views::agenda::{AppointmentPage, day_url};

/// What the form holds, as typed.
struct Typed {
    day: String,
    from: String,
    to: String,
    who: String,
    by: String,
    reason: String,
}

impl Typed {
    fn of(cx: &PageCtx, entry: &Appointment) -> Self {
        Self {
            day: cx.t.date(entry.starts_at.date()),
            from: cx.t.time(clock_time(entry.starts_at)),
            to: cx.t.time(clock_time(entry.ends_at)),
            who: entry.assigned_to.map(|id| id.to_string()).unwrap_or_default(),
            by: MovedBy::default().code().to_owned(),
            reason: String::new(),
        }
    }
}

impl Typed {
    fn posted(form: &Form) -> Self {
        Self {
            day: form.text("giorno").to_owned(),
            from: form.text("dalle").to_owned(),
            to: form.text("alle").to_owned(),
            who: form.text("tecnico").to_owned(),
            by: form.text("richiesta").to_owned(),
            reason: form.text("motivo").to_owned(),
        }
    }
}

/// The page.
pub(super) async fn show(
    cx: PageCtx,
    Url(at): Url<AppointmentShow>,
    Asked(query): Asked<AgendaQuery>,
) -> Answer {
    let entry = diary::show_appointment(&cx.app, &cx.ctx, at.appointment).await?;
    let typed = Typed::of(&cx, &entry);
    let page = page(&cx, &entry, query.date, typed, &[], None).await?;
    cx.page(&page)
}

/// Moves it or calls it off.
pub(super) async fn submit(
    cx: PageCtx,
    Url(at): Url<AppointmentShow>,
    Asked(query): Asked<AgendaQuery>,
    form: Form,
) -> Answer {
    cx.ctx.require(Resource::Appointment, Action::Update)?;
    let t = cx.t;
    let back = day_url(query.date.unwrap_or_else(|| cx.today()));
    let by = MovedBy::from_code(form.text("richiesta")).unwrap_or_default();
    let wish = Wish { by, reason: form.text("motivo").to_owned() };
    if form.text("azione") == "disdici" {
        let untold = diary::cancel_appointment(&cx.app, &cx.ctx, at.appointment, wish).await?;
        return Ok(cx.done(&back, with_untold(t, t.agenda_cancelled(), untold.as_slice())));
    }
    let typed = Typed::posted(&form);
    let mut faults: Vec<(&str, String)> = Vec::new();
    let day =
        read_date(&typed.day, cx.today()).map_err(|_| faults.push(("giorno", t.agenda_when_bad()))).ok();
    let from = read_time(&typed.from);
    let to = read_time(&typed.to);
    for (name, time) in [("dalle", from), ("alle", to)] {
        if time.is_none() {
            faults.push((name, t.agenda_time_bad()));
        }
    }
    if let (Some(from), Some(to)) = (from, to)
        && to <= from
    {
        faults.push(("alle", t.agenda_end_before_start()));
    }
    let (starts_at, ends_at) =
        (moment(day, from, "dalle", t, &mut faults), moment(day, to, "alle", t, &mut faults));
    let (Some(day), Some(starts_at), Some(ends_at), true) = (day, starts_at, ends_at, faults.is_empty())
    else {
        let entry = diary::show_appointment(&cx.app, &cx.ctx, at.appointment).await?;
        let page = page(&cx, &entry, query.date, typed, &faults, None).await?;
        return cx.invalid(&page);
    };
    let change = MoveAppointment {
        id: at.appointment,
        starts_at,
        ends_at,
        assigned_to: form.parsed::<UserId>("tecnico", "choice_unknown")?,
        version: Some(form.version()?),
        wish,
    };
    match diary::move_appointment(&cx.app, &cx.ctx, change).await {
        Ok(untold) => Ok(cx.done(&day_url(day), with_untold(t, t.agenda_moved(), &untold))),
        Err(Error::Conflict(_)) => {
            let entry = diary::show_appointment(&cx.app, &cx.ctx, at.appointment).await?;
            let note = Note {
                kind: NoteKind::Attention,
                lead: t.agenda_changed(),
                text: t.agenda_changed_text(),
                link: None,
            };
            let typed = Typed::of(&cx, &entry);
            let page = page(&cx, &entry, query.date, typed, &[], Some(note)).await?;
            cx.conflict(&page)
        }
        Err(error) => Err(error.into()),
    }
}

/// What was done, and whom nobody tells of it.
fn with_untold(t: &texts::Texts, done: String, untold: &[String]) -> String {
    if untold.is_empty() { done } else { format!("{done}. {}", t.agenda_untold(untold.join(", "))) }
}

/// A time of day as people type it: `9`, `9:00`, `9.30`.
fn read_time(typed: &str) -> Option<Time> {
    let typed = typed.replace(['.', ','], ":");
    let (hour, minute) = typed.split_once(':').unwrap_or((typed.as_str(), "0"));
    Time::new(hour.trim().parse().ok()?, minute.trim().parse().ok()?, 0, 0).ok()
}

/// The moment of a time of that day; one that the change of the clocks leaves out is refused at its field.
fn moment(
    day: Option<Date>,
    time: Option<Time>,
    field: &'static str,
    t: &texts::Texts,
    faults: &mut Vec<(&str, String)>,
) -> Option<Instant> {
    let (day, time) = (day?, time?);
    let moment = rome_moment(day, time);
    if moment.is_none() {
        faults.push((field, t.agenda_time_gap()));
    }
    moment
}

/// Who may be sent, by id: all technicians for who may read accounts; for others those of the day, and oneself.
async fn people(cx: &PageCtx, day: Date) -> Result<BTreeMap<UserId, String>, Failure> {
    let mut people = BTreeMap::new();
    if cx.ctx.may(Resource::User, Action::Read) {
        let all = accounts::list_users(&cx.app, &cx.ctx).await?;
        let go = all.into_iter().filter(|(user, roles)| user.active && roles.contains(&Role::Technician));
        people.extend(go.map(|(user, _)| (user.id, user.display_name)));
    } else {
        people.insert(cx.user.user.id, cx.user.user.display_name.clone());
    }
    for (entry, name) in diary::day(&cx.app, &cx.ctx, day).await? {
        if let (Some(id), Some(name)) = (entry.assigned_to, name) {
            people.insert(id, name);
        }
    }
    Ok(people)
}

async fn page(
    cx: &PageCtx,
    entry: &Appointment,
    asked: Option<Date>,
    typed: Typed,
    faults: &[(&str, String)],
    note: Option<Note>,
) -> Result<AppointmentPage<'static>, Failure> {
    let t = cx.t;
    let date = asked.unwrap_or_else(|| entry.starts_at.date());
    let people = people(cx, entry.starts_at.date()).await?;
    let who = entry.assigned_to.and_then(|id| people.get(&id)).map(String::as_str);
    let names = crate::standing::Names::read(cx).await?;
    let job = job(cx, &names, entry, who, date);
    let may = cx.ctx.may(Resource::Appointment, Action::Update);
    let over = entry.state != "agreed";
    let told = note.or_else(|| {
        let (lead, text) = if over {
            (t.agenda_over(), t.agenda_over_text())
        } else if may {
            return None;
        } else {
            (String::new(), t.agenda_read_only())
        };
        Some(Note { kind: NoteKind::Info, lead, text, link: None })
    });
    let mut fields = fields(cx, typed, &people, faults);
    // A deadline is nobody's but our own.
    fields.truncate(if entry.visit { fields.len() } else { 4 });
    let mut frame = cx.frame(&job.subject, Some(Area::Schedule));
    frame.rail = true;
    frame.keys =
        vec![KeyHint::new(format!("{} {}", t.layout_key_ctrl(), t.layout_key_enter()), t.agenda_save())];
    Ok(AppointmentPage {
        t,
        frame,
        date,
        case: Link::new(&job.subject, CaseShow::new(entry.case_id).url()),
        job,
        version: entry.version,
        open: may && !over,
        errors: ErrorSummary::of(&fields),
        fields,
        note: told,
    })
}

fn fields(
    cx: &PageCtx,
    typed: Typed,
    people: &BTreeMap<UserId, String>,
    faults: &[(&str, String)],
) -> Vec<Field> {
    let t = cx.t;
    let mut choices = vec![Choice { value: String::new(), label: t.agenda_nobody() }];
    choices.extend(people.iter().map(|(id, name)| Choice { value: id.to_string(), label: name.clone() }));
    let wish = |by: MovedBy, label: String| Choice { value: by.code().to_owned(), label };
    let wishes =
        vec![wish(MovedBy::Utility, t.agenda_by_utility()), wish(MovedBy::Customer, t.agenda_by_customer())];
    let fields = [
        Field::new(FieldKind::Date, "giorno", t.agenda_when()).value(typed.day).focus(),
        Field::text("dalle", t.agenda_from()).value(typed.from),
        Field::text("alle", t.agenda_to()).value(typed.to),
        Field::select("tecnico", t.agenda_who(), choices).value(typed.who),
        Field::select("richiesta", t.agenda_by(), wishes).value(typed.by),
        Field::text("motivo", t.agenda_reason()).value(typed.reason).optional(),
    ];
    fields
        .into_iter()
        .map(|field| match faults.iter().find(|(name, _)| *name == field.name) {
            Some((_, message)) => field.bad(message),
            None => field,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::time;

    use super::read_time;

    #[test]
    fn a_time_is_read_as_people_type_it() {
        for (typed, read) in [
            ("9", Some(time(9, 0, 0, 0))),
            ("9:30", Some(time(9, 30, 0, 0))),
            ("14.05", Some(time(14, 5, 0, 0))),
            ("25:00", None),
            ("nove", None),
            ("", None),
        ] {
            assert_eq!(read_time(typed), read, "{typed}");
        }
    }
}
