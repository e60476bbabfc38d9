//! Cases as a utility has after some years: most of them ended, some of every hundred open, in all states, from all
//! origins, for all procedures, at every risk of their clocks. The same number of cases gives the same cases, but for the
//! moment they are counted back from.

use std::collections::BTreeMap;

use app::{
    App,
    accounts::{Hashed, NewUser, add_user, list_users, save_office},
    processes::list_procedures,
};
use domain::{
    access::Role,
    cases::{Case, CaseState, ClockState, ClockSummary, Origin, SuspensionCause},
};
use kernel::{
    CaseId, Date, Ids, InstanceId, Instant, Lang, OfficeId, Sector, TaskId, UserId, ids::CountedIds,
};
use serde_json::{Map, json};
use store::{
    cases::{
        bulk::{self, Subject, Whole},
        counts,
        process::Instance,
        task::Task,
    },
    sequence,
};

use crate::{commands::demo, failure::Failure, output};

/// How long the utility has worked with the program, in seconds.
const YEARS: i64 = 5 * 365 * DAY;
const DAY: i64 = 86_400;
/// Of a hundred cases, in the order they came, those that are new enough to be open mostly.
const NEW: u64 = 6;
/// Cases written in one unit of work.
const PIECE: u64 = 5_000;
/// People who work on cases, beside those of the demo utility.
const PEOPLE: usize = 36;
/// Offices, beside that of the demo utility.
const OFFICES: usize = 5;

/// Of a hundred, how many; the codes beyond those that are published are passed over.
const ORIGINS: [(Origin, u64); 9] = [
    (Origin::Counter, 35),
    (Origin::Portal, 20),
    (Origin::Contact, 15),
    (Origin::CallCentre, 12),
    (Origin::Internal, 8),
    (Origin::Letter, 4),
    (Origin::Email, 3),
    (Origin::Pec, 2),
    (Origin::Billing, 1),
];
const ROLES: [(&str, u64); 4] =
    [("", 40), (Role::BackOffice.code(), 25), (Role::Operator.code(), 20), (Role::Technician.code(), 15)];
const OPEN: [(CaseState, u64); 3] =
    [(CaseState::Draft, 25), (CaseState::Started, 35), (CaseState::Admissible, 40)];
const ENDED: [(CaseState, u64); 3] =
    [(CaseState::Fulfilled, 88), (CaseState::Cancelled, 7), (CaseState::Inadmissible, 5)];

/// A published procedure.
struct Kind {
    code: String,
    version: i64,
    steps: Vec<(String, String)>,
}

/// What cases are made of.
struct World {
    now: Instant,
    today: Date,
    count: u64,
    kinds: Vec<Kind>,
    people: Vec<UserId>,
    offices: Vec<OfficeId>,
    ids: CountedIds,
    /// The last running number by year and procedure.
    numbers: BTreeMap<String, i64>,
}

/// Writes cases until there are `count`. Answers with how many were there before.
pub async fn fill(app: &App, count: u64) -> Result<u64, Failure> {
    let there = app.db.read("bench-cases", counts::all).await?;
    let there = u64::try_from(there).unwrap_or(0);
    if there >= count {
        return Ok(there);
    }
    let mut world = World::of(app, count).await?;
    let progress = output::Progress::new(false);
    let (mut number, mut after) = (there, String::new());
    while number < count {
        let from = after.clone();
        let limit = i64::try_from(PIECE.min(count - number)).unwrap_or(i64::MAX);
        let subjects = app.db.read("bench-subjects", move |tx| bulk::subjects(tx, &from, limit)).await?;
        let Some(last) = subjects.last() else {
            if after.is_empty() {
                return Err(Failure::new(
                    "this database has no contracts; fill it with `sportello bench load` first",
                ));
            }
            // Some customers have asked for more than one thing.
            after.clear();
            continue;
        };
        after.clone_from(&last.contract_number);
        world.number_from(app, number, &subjects).await?;
        let mut all = Vec::with_capacity(subjects.len());
        for subject in &subjects {
            all.push(world.case(number, subject));
            number += 1;
        }
        let (numbers, now) = (world.numbers.clone(), world.now);
        let written = app.db.write("bench-cases", move |tx| {
            bulk::insert(tx, &all, now)?;
            for (name, last) in &numbers {
                sequence::at_least(tx, name, *last)?;
            }
            Ok::<_, db::DbError>(())
        });
        written.await?;
        progress.at(output::Far::alone("cases", number, count));
    }
    progress.done();
    Ok(there)
}

/// A number below `sides` that only the case and what is asked about it decide.
fn roll(case: u64, what: u64, sides: u64) -> u64 {
    // SplitMix64.
    let mut mixed =
        case.wrapping_mul(64).wrapping_add(what).wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    (mixed ^ (mixed >> 31)) % sides.max(1)
}

/// One of several, each as often among a hundred as it says.
fn share<T: Copy>(case: u64, what: u64, of: &[(T, u64)]) -> Option<T> {
    let mut left = roll(case, what, of.iter().map(|(_, weight)| weight).sum());
    of.iter()
        .find(|(_, weight)| {
            let here = left < *weight;
            left = left.saturating_sub(*weight);
            here
        })
        .map(|(one, _)| *one)
}

fn one<T>(case: u64, what: u64, of: &[T]) -> Option<&T> {
    of.get(usize::try_from(roll(case, what, u64::try_from(of.len()).unwrap_or(1))).unwrap_or(0))
}

fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

impl World {
    async fn of(app: &App, count: u64) -> Result<Self, Failure> {
        let ctx = app.system("bench");
        for number in 1..=OFFICES {
            let (code, name) = (format!("B{number}"), format!("Sportello di zona {number}"));
            save_office(app, &ctx, &code, &name, "Fontebruna", "via della Fonte 2, 41099 Fontebruna (MO)")
                .await?;
        }
        let known = list_users(app, &ctx).await?;
        let mut hash = None;
        for number in 1..=PEOPLE {
            let name = format!("addetto.{number:02}");
            if known.iter().any(|(user, _)| user.name == name) {
                continue;
            }
            let made = match hash.take() {
                Some(made) => made,
                None => demo::password_hash().await?,
            };
            let new = NewUser {
                display_name: format!("Addetto {number:02}"),
                email: None,
                office: Some(format!("B{}", number % OFFICES + 1)),
                lang: Lang::It,
                roles: vec![if number % 3 == 0 { Role::BackOffice } else { Role::Operator }],
                name,
            };
            add_user(app, &ctx, new, Hashed(made.0.clone())).await?;
            hash = Some(made);
        }
        let people = list_users(app, &ctx).await?.into_iter().map(|(user, _)| user.id).collect();
        let offices = app.db.read("bench-offices", store::accounts::office::list).await?;
        let kinds = list_procedures(app, &ctx).await?.into_iter().map(|line| Kind {
            code: line.code,
            version: line.version,
            steps: line.steps.iter().map(|(id, name)| (id.clone(), name.clone())).collect(),
        });
        Ok(Self {
            now: ctx.now(),
            today: ctx.today(),
            count,
            kinds: kinds.collect(),
            people,
            offices: offices.into_iter().map(|office| office.id).collect(),
            ids: CountedIds::default(),
            numbers: BTreeMap::new(),
        })
    }

    /// When a case was opened: they came one after the other over the years.
    fn opened_at(&self, case: u64) -> Instant {
        let left = signed(self.count - case.min(self.count));
        let back = i128::from(YEARS) * i128::from(left) / i128::from(self.count.max(1));
        self.now.plus_seconds(-i64::try_from(back).unwrap_or(0))
    }

    /// Most of a utility's requests are of a few kinds.
    fn kind(&self, case: u64) -> Option<&Kind> {
        let place = roll(case, 1, 10) * roll(case, 2, 10) / 10;
        let kinds = u64::try_from(self.kinds.len()).unwrap_or(1).max(1);
        self.kinds.get(usize::try_from(if place < kinds { place } else { roll(case, 3, kinds) }).unwrap_or(0))
    }

    fn sequence(&self, case: u64) -> String {
        let code = self.kind(case).map_or("", |kind| kind.code.as_str());
        format!("case:{}:{code}", self.opened_at(case).date().year())
    }

    /// Takes up each sequence where the database left it.
    async fn number_from(&mut self, app: &App, first: u64, subjects: &[Subject]) -> Result<(), Failure> {
        for case in first..first + u64::try_from(subjects.len()).unwrap_or(0) {
            let name = self.sequence(case);
            if self.numbers.contains_key(&name) {
                continue;
            }
            let asked = name.clone();
            let next = app.db.write("bench-number", move |tx| sequence::next(tx, &asked, 1)).await?;
            self.numbers.insert(name, next - 1);
        }
        Ok(())
    }

    fn number(&mut self, case: u64) -> String {
        let name = self.sequence(case);
        let last = self.numbers.entry(name.clone()).or_insert(0);
        *last += 1;
        let (year_and_code, running) = (name.trim_start_matches("case:").replace(':', "-"), *last);
        format!("{year_and_code}-{running:06}")
    }

    fn id<T>(&self, at: Instant, make: impl FnOnce([u8; 16]) -> T) -> T {
        make(self.ids.next(at))
    }

    /// One case about somebody and something.
    fn case(&mut self, case: u64, subject: &Subject) -> Whole {
        let at = self.opened_at(case);
        let new = case * 100 >= self.count * (100 - NEW);
        let open = if new { roll(case, 4, 10) < 7 } else { roll(case, 4, 1000) < 3 };
        let state = share(case, 5, if open { &OPEN } else { &ENDED }).unwrap_or(CaseState::Fulfilled);
        let took = signed(roll(case, 6, 30)) * DAY + signed(roll(case, 7, 80_000)) + 60;
        let closed_at = (!open).then(|| at.plus_seconds(took).min(self.now.plus_seconds(-1)));
        let clock = self.clock(case, state, at, subject.sector);
        let suspended = clock.as_ref().is_some_and(|clock| clock.state == ClockState::Suspended);
        let number = self.number(case);
        let assigned = roll(case, 8, 10) < if open { 7 } else { 10 };
        let kind = self.kind(case);
        let step = kind.filter(|_| open).and_then(|kind| one(case, 9, &kind.steps)).cloned();
        let (step, step_name) = step.unwrap_or_default();
        let mut data = Map::new();
        data.insert("supply_point".to_owned(), json!(subject.supply_point));
        data.insert("contract".to_owned(), json!(subject.contract));
        data.insert("party".to_owned(), json!(subject.party));
        let made = Case {
            id: self.id(at, CaseId::from_bytes),
            number,
            procedure: kind.map_or_else(String::new, |kind| kind.code.clone()),
            bundle_version: kind.map_or(1, |kind| kind.version),
            state,
            outcome: if open { String::new() } else { "done".to_owned() },
            suspended: suspended.then_some(SuspensionCause::Customer),
            origin: share(case, 10, &ORIGINS).unwrap_or(Origin::Counter),
            sector: subject.sector,
            party_id: Some(subject.party),
            supply_point_id: Some(subject.supply_point),
            contract_id: Some(subject.contract),
            party_name: subject.party_name.clone(),
            point_label: subject.point_code.clone(),
            office_id: one(case, 11, &self.offices).copied(),
            assigned_to: one(case, 12, &self.people).copied().filter(|_| assigned),
            opened_by: "bench".to_owned(),
            opened_at: at,
            started_at: (state != CaseState::Draft).then_some(at),
            closed_at,
            step,
            step_name,
            data,
            clock,
            changed_at: closed_at.unwrap_or(at),
            version: 1,
        };
        let waits = open && !suspended && roll(case, 13, 10) < 8;
        Whole { waiting: waits.then(|| self.waiting(case, &made)), case: made }
    }

    /// The clock of a case: of those open most run, some stand still, some have none; drafts have none.
    fn clock(
        &self,
        case: u64,
        state: CaseState,
        at: Instant,
        sector: Option<Sector>,
    ) -> Option<ClockSummary> {
        let place = roll(case, 14, 100);
        let told = match state {
            CaseState::Draft => return None,
            _ if state.ends() && place < 5 => ClockState::Missed,
            _ if state.ends() => ClockState::Kept,
            _ if place < 70 => ClockState::Running,
            _ if place < 82 => ClockState::Suspended,
            _ => return None,
        };
        // Two of a hundred are late, as many are due today; the others have up to forty days.
        let days = i32::try_from(roll(case, 15, 43)).unwrap_or(0) - 2;
        let due = match told {
            ClockState::Running => Some(self.today.saturating_add(jiff::Span::new().days(days))),
            ClockState::Suspended => None,
            ClockState::Kept | ClockState::Missed => {
                Some(at.date().saturating_add(jiff::Span::new().days(30)))
            }
        };
        let late = told == ClockState::Running && days < 0;
        let standard = match sector {
            Some(Sector::Water) => "W-S12",
            Some(Sector::Gas | Sector::Lpg) => "V-W03",
            _ => "V-W02",
        };
        Some(ClockSummary {
            standard: standard.to_owned(),
            state: if late { ClockState::Missed } else { told },
            due,
            elapsed: signed(roll(case, 16, 20)),
            limit: 20,
            unit: "working_day".to_owned(),
            suspended: 0,
        })
    }

    /// The process of an open case and the task that waits in it.
    fn waiting(&self, case: u64, of: &Case) -> (Instance, Task) {
        let instance = Instance {
            id: self.id(of.opened_at, InstanceId::from_bytes),
            case_id: of.id,
            procedure: of.procedure.clone(),
            bundle_version: of.bundle_version,
            process: of.procedure.clone(),
            parent: None,
            state: "active".to_owned(),
            data: serde_json::to_vec(&engine::State::default()).unwrap_or_default(),
            steps: 0,
            version: 1,
        };
        let task = Task {
            id: self.id(of.opened_at, TaskId::from_bytes),
            instance_id: instance.id,
            case_id: of.id,
            token: 1,
            element: of.step.clone(),
            name: of.step_name.clone(),
            form: String::new(),
            role: share(case, 17, &ROLES).unwrap_or_default().to_owned(),
            assigned_to: of.assigned_to,
            state: "open".to_owned(),
            created_at: of.opened_at,
            ended_at: None,
            ended_by: String::new(),
        };
        (instance, task)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_rolled_is_the_same_each_time_and_spread() {
        assert_eq!(roll(7, 3, 1000), roll(7, 3, 1000));
        let of_first = (0..10_000).filter(|case| roll(*case, 1, 10) == 0).count();
        assert!((900..1100).contains(&of_first), "{of_first} of ten thousand instead of about a thousand");
        let drafts = (0..10_000).filter(|case| share(*case, 5, &OPEN) == Some(CaseState::Draft)).count();
        assert!((2300..2700).contains(&drafts), "{drafts} of ten thousand instead of a quarter");
    }
}
