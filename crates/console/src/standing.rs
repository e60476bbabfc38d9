//! How a case stands towards its regulated clock, and the names beside it, as every list and page shows them.

use std::{collections::BTreeMap, sync::Arc};

use app::{accounts, processes};
use domain::{
    access::{Action, Resource},
    cases::{Case, CaseState, ClockState as Told, ClockSummary, SuspensionCause},
};
use kernel::{Date, OfficeId, UserId};
use texts::{Texts, TimeUnit};
use web::{
    Failure, PageCtx,
    layout::{ClockState, ClockView, Risk, Segment, SegmentKind, day_month},
};

/// A clock warns when at most a quarter of its limit is left.
const WARNING_SHARE: i64 = 4;

/// The unit a clock counts in.
pub(crate) fn unit(clock: &ClockSummary) -> TimeUnit {
    TimeUnit::from_code(&clock.unit).unwrap_or(TimeUnit::WorkingDay)
}

fn units(count: i64) -> u32 {
    u32::try_from(count.max(0)).unwrap_or(u32::MAX)
}

/// The risk of a case.
pub(crate) fn risk(case: &Case, today: Date) -> Risk {
    case.clock.as_ref().map_or(Risk::Internal, |clock| risk_of(clock, today))
}

/// The risk a clock tells of.
pub(crate) fn risk_of(clock: &ClockSummary, today: Date) -> Risk {
    let left = clock.limit - clock.elapsed;
    match clock.state {
        Told::Suspended => Risk::Hold,
        Told::Missed => Risk::Late,
        Told::Kept => Risk::InTime,
        Told::Running => match clock.due {
            Some(due) if due < today => Risk::Late,
            Some(due) if due == today => Risk::Today,
            _ if left * WARNING_SHARE <= clock.limit => Risk::Soon { left: units(left), unit: unit(clock) },
            _ => Risk::InTime,
        },
    }
}

/// The clock as it is drawn in lists: when it stood still is not told there, only for how long.
pub(crate) fn clock(clock: &ClockSummary, today: Date) -> ClockView {
    let state = match risk_of(clock, today) {
        Risk::Late => ClockState::Late,
        Risk::Today => ClockState::Today,
        Risk::Soon { .. } => ClockState::Soon,
        Risk::Hold => ClockState::Hold,
        Risk::InTime | Risk::Internal => ClockState::InTime,
    };
    let segments = [
        (SegmentKind::Elapsed, clock.elapsed.min(clock.limit)),
        (SegmentKind::Suspended, clock.suspended),
        (SegmentKind::Remaining, clock.limit - clock.elapsed),
        (SegmentKind::Exceeded, clock.elapsed - clock.limit),
    ]
    .into_iter()
    .filter(|(_, length)| *length > 0)
    .map(|(kind, length)| Segment { kind, length: units(length) })
    .collect();
    ClockView { state, unit: unit(clock), level: units(clock.limit), segments }
}

/// The deadline in short and what stands beside it: the weekday, `oggi`, `da 1 g`, what is awaited.
pub(crate) fn due(t: &Texts, case: &Case, today: Date) -> (String, String) {
    if let Some(cause) = case.suspended {
        return (String::new(), waits_for(t, cause));
    }
    let Some(clock) = &case.clock else { return (String::new(), String::new()) };
    if clock.state == Told::Kept {
        return (String::new(), t.standing_kept());
    }
    let Some(due) = clock.due else { return (String::new(), String::new()) };
    let days = (due - today).get_days();
    let note = match days {
        ..0 => t.standing_since(-days),
        0 => t.components_day_today().to_lowercase(),
        // Three letters, as dates near today are written everywhere.
        1..7 => t.weekday(due).chars().take(3).collect(),
        _ => String::new(),
    };
    (day_month(t, due), note)
}

/// The first moment of a day in Rome.
pub(crate) fn midnight(day: Date) -> Option<kernel::Instant> {
    day.to_zoned(kernel::clock::rome()).ok().map(|moment| moment.timestamp().into())
}

/// The paragraph that explains the clocks of a case, on its page.
pub(crate) fn why_url(case: kernel::CaseId) -> String {
    format!("{}#p-orologio", routes::Route::url(&routes::console::CaseShow::new(case)))
}

/// What a suspended clock waits for.
pub(crate) fn waits_for(t: &Texts, cause: SuspensionCause) -> String {
    match cause {
        SuspensionCause::Customer => t.standing_waits_customer(),
        SuspensionCause::ThirdParty => t.standing_waits_third_party(),
        SuspensionCause::Permits => t.standing_waits_permits(),
        SuspensionCause::ForceMajeure => t.standing_waits_force_majeure(),
        SuspensionCause::Date => t.standing_waits_date(),
    }
}

/// Class and word of a case's state.
pub(crate) fn state(t: &Texts, state: CaseState) -> (&'static str, String) {
    match state {
        CaseState::Draft => ("half", t.customer_case_draft()),
        CaseState::Started => ("go", t.customer_case_started()),
        CaseState::Admissible => ("go", t.customer_case_admissible()),
        CaseState::Inadmissible => ("bad", t.customer_case_inadmissible()),
        CaseState::Fulfilled => ("on", t.customer_case_fulfilled()),
        CaseState::Cancelled => ("", t.customer_case_cancelled()),
    }
}

/// A procedure that is started by a digit, the same on every screen.
#[derive(Clone, Debug)]
pub(crate) struct Start {
    /// The digit.
    pub digit: char,
    /// Its short name.
    pub label: String,
    /// Its code.
    pub code: String,
    /// The services it is for.
    pub sectors: Vec<kernel::Sector>,
    /// It may start without knowing for whom: its draft asks.
    pub draft: bool,
}

impl Start {
    fn of(line: &processes::ProcedureLine) -> Option<Self> {
        Some(Self {
            digit: line.digit?,
            label: line.act.clone(),
            code: line.code.clone(),
            sectors: line.sectors.clone(),
            draft: line.draft,
        })
    }
}

/// The names lists show beside codes and ids.
#[derive(Debug)]
pub(crate) struct Names {
    procedures: BTreeMap<String, String>,
    acts: Vec<Start>,
    people: BTreeMap<UserId, String>,
    /// Names of the service standards that clocks keep to, by id.
    standards: BTreeMap<String, String>,
    /// The offices by name.
    offices: Vec<(OfficeId, String)>,
    /// Names of steps, by element, of each procedure.
    steps: BTreeMap<String, Arc<BTreeMap<String, String>>>,
    colleague: String,
}

impl Names {
    /// Reads them. The names of colleagues are those this account may read; its own is always known.
    pub(crate) async fn read(cx: &PageCtx) -> Result<Self, Failure> {
        let procedures = processes::list_procedures(&cx.app, &cx.ctx).await?;
        let mut people = BTreeMap::from([(cx.user.user.id, cx.user.user.display_name.clone())]);
        let mut offices = Vec::new();
        if cx.ctx.may(Resource::Case, Action::Read) {
            let all = accounts::colleagues(&cx.app, &cx.ctx).await?;
            people.extend(all.into_iter().map(|person| (person.id, person.name)));
            offices = accounts::office_names(&cx.app, &cx.ctx).await?;
        }
        let acts = procedures.iter().filter(|line| line.allowed).filter_map(Start::of).collect();
        let steps = procedures.iter().map(|line| (line.code.clone(), Arc::clone(&line.steps))).collect();
        let standards = procedures.iter().flat_map(|line| line.standards.clone()).collect();
        let procedures = procedures.into_iter().map(|line| (line.code, line.name)).collect();
        let colleague = cx.t.standing_colleague();
        Ok(Self { procedures, acts, people, standards, offices, steps, colleague })
    }

    /// Service standards that clocks keep to: id and name.
    pub(crate) const fn standards(&self) -> &BTreeMap<String, String> {
        &self.standards
    }

    /// The name of a procedure; its code when it is not published any more.
    pub(crate) fn procedure(&self, code: &str) -> String {
        self.procedures.get(code).cloned().unwrap_or_else(|| code.to_owned())
    }

    /// The codes of published procedures.
    pub(crate) fn published(&self) -> Vec<String> {
        self.procedures.keys().cloned().collect()
    }

    /// The procedures this account may start by a digit.
    pub(crate) fn acts(&self) -> &[Start] {
        &self.acts
    }

    /// The step a case is at, in the language of the page.
    pub(crate) fn step(&self, case: &Case) -> String {
        let named = self.steps.get(&case.procedure).and_then(|steps| steps.get(&case.step));
        named.cloned().unwrap_or_else(|| case.step_name.clone())
    }

    /// The name of a step of any procedure; its id when none has it.
    pub(crate) fn step_named(&self, id: &str) -> String {
        let found = self.steps.values().find_map(|steps| steps.get(id));
        found.map_or_else(|| id.to_owned(), String::clone)
    }

    /// The offices by name.
    pub(crate) fn offices(&self) -> &[(OfficeId, String)] {
        &self.offices
    }

    /// The name of an office; its id when it is not known.
    pub(crate) fn office(&self, id: OfficeId) -> String {
        let known = self.offices.iter().find(|(one, _)| *one == id);
        known.map_or_else(|| id.to_string(), |(_, name)| name.clone())
    }

    /// Everybody by name.
    pub(crate) fn colleagues(&self) -> Vec<(UserId, String)> {
        let mut all: Vec<_> = self.people.iter().map(|(id, name)| (*id, name.clone())).collect();
        all.sort_by(|one, other| one.1.cmp(&other.1));
        all
    }

    /// The name of a person.
    pub(crate) fn person(&self, id: UserId) -> String {
        self.people.get(&id).cloned().unwrap_or_else(|| self.colleague.clone())
    }
}

/// A name in short, for narrow columns: surname first as it is kept, `Bellini Marta`, becomes `M. Bellini`.
pub(crate) fn short_name(name: &str) -> String {
    match name.split_whitespace().collect::<Vec<_>>().as_slice() {
        [surname, given] => {
            given.chars().next().map_or_else(|| name.to_owned(), |first| format!("{first}. {surname}"))
        }
        _ => name.to_owned(),
    }
}

/// Two letters of a name.
pub(crate) fn initials(name: &str) -> String {
    name.split_whitespace()
        .filter_map(|word| word.chars().next())
        .take(2)
        .flat_map(char::to_uppercase)
        .collect()
}

/// The name of a service.
pub(crate) fn service(t: &Texts, sector: kernel::Sector) -> String {
    match sector {
        kernel::Sector::Water => t.words_sector_water(),
        kernel::Sector::Gas => t.words_sector_gas(),
        kernel::Sector::Lpg => t.words_sector_lpg(),
        kernel::Sector::Electricity => t.words_sector_electricity(),
        kernel::Sector::Telecom => t.words_sector_telecom(),
    }
}

/// The unit readings of a service are in.
pub(crate) const fn reading_unit(sector: kernel::Sector) -> &'static str {
    match sector {
        kernel::Sector::Water | kernel::Sector::Lpg => "m³",
        kernel::Sector::Gas => "Smc",
        kernel::Sector::Electricity => "kWh",
        kernel::Sector::Telecom => "GB",
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn told(state: Told, due: Option<Date>, elapsed: i64, limit: i64) -> ClockSummary {
        ClockSummary {
            standard: "W-S12".into(),
            state,
            due,
            elapsed,
            limit,
            unit: "working_day".into(),
            suspended: 2,
        }
    }

    #[test]
    fn a_clock_is_late_after_its_day_due_on_it_and_near_in_its_last_quarter() {
        let today = date(2026, 3, 11);
        let on = |day| Some(date(2026, 3, day));
        for (summary, class) in [
            (told(Told::Running, on(10), 6, 5), "late"),
            (told(Told::Running, on(11), 5, 5), "today"),
            (told(Told::Running, on(13), 15, 20), "soon"),
            (told(Told::Running, on(30), 3, 20), "ok"),
            (told(Told::Suspended, None, 3, 20), "hold"),
            (told(Told::Missed, on(1), 9, 5), "late"),
        ] {
            assert_eq!(risk_of(&summary, today).class(), class, "{summary:?}");
        }
    }

    #[test]
    fn the_drawn_stretches_add_up_to_what_was_told() {
        let view = clock(&told(Told::Running, None, 25, 20), date(2026, 3, 11));
        assert_eq!((view.elapsed(), view.suspended()), (25, 2));
    }
}
