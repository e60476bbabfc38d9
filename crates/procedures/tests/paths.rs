//! Every path of the shipped diagrams is played by the engine, from start to end, with every loop walked up to twice.
#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

use std::collections::{BTreeMap, BTreeSet};

use engine::{
    Answer, At, Call, Command, Event, Executable, How, State, Status, Wake,
    runtime::{Host, Key, Reply, Runtime},
};
use feel::Value;
use kernel::{Date, Instant};
use procedures::{Pack, read, shipped};

/// 18 March 2026, 9:30 in Rome.
const START: Instant = Instant::from_micros(1_773_822_600_000_000);
/// Thirty days later.
const GIVEN_UP: Date = Date::constant(2026, 4, 17);

/// A first day a week ahead.
const LATER: Date = Date::constant(2026, 3, 25);

/// What an element gives when a token comes to it.
#[derive(Clone, Debug)]
enum Turn {
    /// It is done, with these answers.
    Done(Vec<(&'static str, Value)>),
    /// The operation ends with this business error.
    Error(&'static str),
    /// Nobody answers until this day, at the hour at which the question was put.
    Silence { until: Date },
    /// It goes on by itself when this day begins.
    Day(Date),
}

/// For each element what it gives at its first, second, … visit; anything not named is done without answers.
#[derive(Clone, Debug, Default)]
struct Scenario {
    turns: BTreeMap<&'static str, Vec<Turn>>,
    end: &'static str,
}

impl Scenario {
    fn ending_at(end: &'static str) -> Self {
        Self { turns: BTreeMap::new(), end }
    }

    fn give(mut self, element: &'static str, answers: &[(&'static str, Value)]) -> Self {
        self.turns.entry(element).or_default().push(Turn::Done(answers.to_vec()));
        self
    }

    fn turn(mut self, element: &'static str, turn: Turn) -> Self {
        self.turns.entry(element).or_default().push(turn);
        self
    }
}

fn text(value: &str) -> Value {
    Value::string(value)
}

fn yes(value: bool) -> Value {
    Value::Bool(value)
}

fn pack(code: &str) -> Pack {
    let (_, files) = shipped().into_iter().find(|(known, _)| *known == code).unwrap();
    read(&files).unwrap()
}

/// Plays scenarios of one diagram and remembers the flows that were walked.
struct Player {
    pack: Pack,
    runtime: Runtime,
    flows: BTreeSet<String>,
    played: usize,
}

/// One play: the scenario, what was visited, and the moment each element was left last.
struct Play<'a> {
    scenario: &'a Scenario,
    executable: &'a Executable,
    visits: BTreeMap<String, usize>,
    left: BTreeMap<u32, usize>,
    flows: BTreeSet<String>,
    clock: usize,
}

impl Play<'_> {
    /// What the element gives at this visit; visits were counted when the token entered.
    fn turn(&self, element: &str) -> Turn {
        let visit = self.visits.get(element).copied().unwrap_or(0).saturating_sub(1);
        let turns = self.scenario.turns.get(element);
        turns.and_then(|turns| turns.get(visit)).cloned().unwrap_or(Turn::Done(Vec::new()))
    }

    /// The flow over which a token came: that from the element left last.
    fn came(&mut self, target: u32) {
        let element = self.executable.element(target);
        let flow = element
            .incoming
            .iter()
            .map(|flow| self.executable.flow(*flow))
            .max_by_key(|flow| self.left.get(&flow.source).copied());
        if let Some(flow) = flow {
            assert!(self.left.contains_key(&flow.source), "nothing was left before {}", element.id);
            self.flows.insert(flow.id.to_string());
        }
    }
}

impl Host for Play<'_> {
    fn call(&mut self, _: Instant, _: u64, _: &State, call: &Call) -> Reply {
        let element = self.executable.element(call.element).id.to_string();
        match self.turn(&element) {
            Turn::Done(answers) => Reply::Complete(variables(answers)),
            Turn::Error(code) => Reply::Fail(Answer::Error { code: code.into() }),
            Turn::Silence { .. } | Turn::Day(_) => panic!("{element} is an operation; it always answers"),
        }
    }

    fn happened(&mut self, _: Instant, _: u64, _: &Executable, events: &[Event]) {
        for event in events {
            self.clock += 1;
            match event {
                Event::Entered { element, .. } => {
                    *self.visits.entry(self.executable.element(*element).id.to_string()).or_default() += 1;
                    if !self.executable.element(*element).joins() {
                        self.came(*element);
                    }
                }
                Event::Arrived { element, flow, .. } => {
                    *self.visits.entry(self.executable.element(*element).id.to_string()).or_default() += 1;
                    self.flows.insert(self.executable.flow(*flow).id.to_string());
                }
                Event::Left { element, how: How::Completed, .. } => {
                    self.left.insert(*element, self.clock);
                }
                Event::Raised(incident) => panic!("stuck: {incident:?}"),
                _ => {}
            }
        }
    }
}

fn variables(answers: Vec<(&'static str, Value)>) -> engine::Variables {
    answers.into_iter().map(|(name, value)| (Box::from(name), value)).collect()
}

impl Player {
    fn new(code: &str) -> Self {
        let pack = pack(code);
        let mut runtime = Runtime::default();
        runtime
            .deploy(Executable::compile_all(&bpmn::read::read(&pack.bpmn).unwrap()).unwrap(), START)
            .unwrap();
        Self { pack, runtime, flows: BTreeSet::new(), played: 0 }
    }

    /// Plays one scenario to its end; the process must be completed there. `last_first` answers the open elements in
    /// the other order. How often each element was visited.
    fn play(&mut self, scenario: &Scenario, last_first: bool) -> BTreeMap<String, usize> {
        let executable = self.pack.executable.clone();
        let mut play = Play {
            scenario,
            executable: &executable,
            visits: BTreeMap::new(),
            left: BTreeMap::new(),
            flows: BTreeSet::new(),
            clock: 0,
        };
        let instance = self.runtime.start(&executable.id, None, Vec::new(), START, &mut play).unwrap();
        let mut now = START;
        for _ in 0..200 {
            if self.runtime.instances()[&instance].state.status != Status::Active {
                break;
            }
            self.go_on(instance, &mut play, &mut now, last_first);
        }
        let state = &self.runtime.instances()[&instance].state;
        assert_eq!(state.status, Status::Completed, "{scenario:?} stands at {:?}", state.tokens);
        assert_eq!(play.visits.get(scenario.end), Some(&1), "{scenario:?} does not end at {}", scenario.end);
        self.flows.append(&mut play.flows);
        self.played += 1;
        play.visits
    }

    /// Answers one open element.
    fn go_on(&mut self, instance: u64, play: &mut Play<'_>, now: &mut Instant, last_first: bool) {
        let state = self.runtime.instances()[&instance].state.clone();
        let runtime = &mut self.runtime;
        let mut open = state.tokens.iter().filter(|token| matches!(token.at, At::Task | At::Waiting));
        let token = if last_first { open.next_back() } else { open.next() };
        let token = token.unwrap_or_else(|| panic!("nothing to answer: {:?}", state.tokens)).clone();
        let element = self.pack.executable.element(token.element).id.to_string();
        match (play.turn(&element), token.at) {
            (Turn::Done(answers), At::Task) => {
                assert!(self.pack.form_of_task(&element).is_some(), "{element} has no form");
                let command = Command::CompleteTask { token: token.id, variables: variables(answers) };
                runtime.execute(instance, command, *now, play).unwrap();
            }
            (Turn::Done(answers), At::Waiting) => {
                let name = state.subscriptions.iter().find_map(|subscription| match &subscription.wake {
                    Wake::Message { name, .. } if subscription.holder == engine::Holder::Token(token.id) => {
                        Some(name.clone())
                    }
                    _ => None,
                });
                let name = name.unwrap_or_else(|| panic!("{element} waits for no message"));
                let answers = variables(answers);
                assert!(
                    runtime.message(&name, &Key::Any, answers, Some(instance), *now, play),
                    "nobody took {name}"
                );
            }
            (Turn::Silence { until }, At::Waiting) => {
                // The clocks go forward in between: the days are days of the calendar.
                let due = runtime.next_due().unwrap_or_else(|| panic!("{element} waits for ever"));
                assert_eq!(
                    (due.date(), due.in_rome().time()),
                    (until, now.in_rome().time()),
                    "{element} gives up"
                );
                assert!(!runtime.fire_due(due.plus_seconds(-1), play), "{element} gives up too early");
                assert!(runtime.fire_due(due, play), "{element} still waits");
                *now = due;
            }
            (Turn::Day(day), At::Waiting) => {
                let due = runtime.next_due().unwrap_or_else(|| panic!("{element} waits for ever"));
                assert_eq!((due.date(), due.plus_seconds(-1).date()), (day, day.yesterday().unwrap()));
                assert!(runtime.fire_due(due, play), "{element} still waits");
                *now = due;
            }
            (turn, at) => panic!("{element} is {at:?}: {turn:?} does not fit"),
        }
    }

    /// Prints the coverage; every flow was walked.
    fn all_covered(&self) {
        let all: BTreeSet<String> =
            self.pack.executable.flows.iter().map(|flow| flow.id.to_string()).collect();
        let missed: Vec<&String> = all.difference(&self.flows).collect();
        println!(
            "{}: {} paths, {} of {} flows ({} %)",
            self.pack.code,
            self.played,
            all.len() - missed.len(),
            all.len(),
            (all.len() - missed.len()) * 100 / all.len(),
        );
        assert!(missed.is_empty(), "never walked: {missed:?}");
        assert!(self.flows.is_subset(&all), "{:?}", self.flows.difference(&all));
    }
}

/// How the customer's request is found: at once, then after each time papers were asked for.
const ADMISSIBLE: [(&[&str], bool); 7] = [
    (&["yes"], false),
    (&["no"], false),
    (&["waiting", "yes"], false),
    (&["waiting", "no"], false),
    (&["waiting", "waiting", "yes"], false),
    (&["waiting"], true),
    (&["waiting", "waiting"], true),
];

/// The first part of a change of holder, up to the request. Where a visit is asked for, the first day is to come; where
/// more power is, the two holders read different values.
fn request(creation: &str, power: bool, visit: bool) -> Scenario {
    let asks = match creation {
        "existing" => "conditions",
        "guided" => "new_supply",
        _ => "full_form",
    };
    let first_day = if visit { LATER } else { START.date() };
    Scenario::default()
        .give("party", &[("creation", text(creation))])
        .give(asks, &[("starts_on", text(&first_day.to_string()))])
        .give("make_request", &[("readings_differ", yes(power))])
        .turn("await_start", Turn::Day(LATER))
        .give("power", &[("power_increase", yes(power)), ("visit_needed", yes(visit))])
}

/// The examination of the request, with silence after the last papers asked for when `silent`.
fn examined(mut scenario: Scenario, outcomes: &[&str], silent: bool) -> Scenario {
    let (first, later) = outcomes.split_first().unwrap();
    scenario = scenario.give("check_request", &[("admissible", text(first))]);
    for outcome in later {
        scenario = scenario.give("await_customer", &[]).give("check_again", &[("admissible", text(outcome))]);
    }
    if silent {
        scenario = scenario.turn("await_customer", Turn::Silence { until: GIVEN_UP });
    }
    scenario
}

/// The carrying out: how often the contact had changed, how often billing rejected; as often the technician finds nobody.
fn carried_out(mut scenario: Scenario, changed: usize, rejected: usize) -> Scenario {
    for _ in 0..changed {
        scenario = scenario.turn("contact_again", Turn::Error("contact_changed"));
    }
    for _ in 0..rejected {
        scenario = scenario
            .give("billing_answer", &[("billing_outcome", text("rejected"))])
            .give("technician", &[("visit_outcome", text("customer_absent"))]);
    }
    scenario
        .give("billing_answer", &[("billing_outcome", text("applied"))])
        .give("technician", &[("visit_outcome", text("done"))])
}

/// Every change of holder: how the party is recorded, with more power or not, with a visit or not, how the request is
/// examined, how it is carried out.
fn changes_of_holder() -> Vec<(Scenario, Expected)> {
    let mut all = Vec::new();
    for creation in ["existing", "guided", "full_form"] {
        for (power, visit) in [(false, false), (false, true), (true, false), (true, true)] {
            for (outcomes, silent) in ADMISSIBLE {
                let made = examined(request(creation, power, visit), outcomes, silent);
                let expected = Expected { creation, power, visit, changed: 0, rejected: 0 };
                if silent || outcomes.last() == Some(&"no") {
                    all.push((Scenario { end: "refused", ..made }, expected));
                    continue;
                }
                for (changed, rejected) in [(0, 0), (1, 0), (0, 1), (1, 1), (2, 2)] {
                    let carried = carried_out(made.clone(), changed, rejected);
                    all.push((
                        Scenario { end: "end", ..carried },
                        Expected { changed, rejected, ..expected },
                    ));
                }
            }
        }
    }
    all
}

/// What decides which elements a change of holder passes.
#[derive(Clone, Copy)]
struct Expected {
    creation: &'static str,
    power: bool,
    visit: bool,
    changed: usize,
    rejected: usize,
}

/// Each element is passed as often as the scenario asks for.
fn passed_as_expected(scenario: &Scenario, expected: Expected, visits: &BTreeMap<String, usize>) {
    let fulfilled = scenario.end == "end";
    let once = |wanted: bool| usize::from(wanted);
    let visits_needed = once(fulfilled && (expected.visit || expected.power)) * (expected.rejected + 1);
    let table = [
        ("conditions", once(expected.creation == "existing")),
        ("contact", once(expected.creation == "guided")),
        ("full_form", once(expected.creation == "full_form")),
        ("create_party", once(expected.creation != "existing")),
        ("check_power", once(expected.power)),
        ("refuse", once(!fulfilled)),
        ("fulfil", once(fulfilled)),
        ("closing", once(fulfilled)),
        ("await_start", once(fulfilled && expected.visit)),
        ("visit", visits_needed),
        ("technician", visits_needed),
        ("close_visit", visits_needed),
        ("verify_reading", once(fulfilled && expected.power)),
        ("record_verified", once(fulfilled && expected.power)),
        ("open_power", once(fulfilled && expected.power)),
        ("fix_contact", expected.changed),
        ("fix_billing", expected.rejected),
        ("correct", expected.rejected),
        ("submit", if fulfilled { expected.rejected + 1 } else { 0 }),
    ];
    for (element, times) in table {
        assert_eq!(visits.get(element).copied().unwrap_or(0), times, "{element} in {scenario:?}");
    }
}

#[test]
fn every_path_of_the_change_of_holder_comes_to_its_end() {
    let mut player = Player::new("VOL");
    for (scenario, expected) in changes_of_holder() {
        for last_first in [false, true] {
            let visits = player.play(&scenario, last_first);
            passed_as_expected(&scenario, expected, &visits);
        }
    }
    player.all_covered();
}

/// A quote that follows from a change of holder with more power: its request was made with that one.
fn quote(end: &'static str) -> Scenario {
    Scenario::ending_at(end).give("origin", &[("follows", text("2026-VOL-000001"))])
}

/// The quote itself, with nothing to approve or to pay.
fn estimated(scenario: Scenario) -> Scenario {
    scenario
        .give(
            "evaluate",
            &[("feasible", yes(true)), ("papers_missing", yes(false)), ("visit_needed", yes(false))],
        )
        .give(
            "estimate",
            &[
                ("needs_approval", yes(false)),
                ("due_now", Value::from_json(&serde_json::json!(0))),
                ("valid_until", text("2026-06-30")),
            ],
        )
}

#[test]
fn the_ways_of_a_power_increase_come_to_their_ends() {
    let mut player = Player::new("PM1");
    let refused =
        quote("refused").give("evaluate", &[("feasible", yes(false)), ("papers_missing", yes(false))]);
    let visits = player.play(&refused, false);
    assert!(!visits.contains_key("estimate") && !visits.contains_key("supply"), "{visits:?}");
    for (answer, works) in [("accepted", 1), ("refused", 0)] {
        let sent = estimated(quote("end")).give("customer_answer", &[("accepted", text(answer))]);
        let visits = player.play(&sent, false);
        assert!(!visits.contains_key("refuse"));
        assert_eq!(visits.get("open_works_now").copied().unwrap_or(0), works, "{answer}");
    }
}

#[test]
fn the_clock_stands_still_where_the_customer_is_awaited() {
    for (code, elements) in
        [("VOL", &["await_customer", "customer_documents"][..]), ("PM1", &["customer_answer"])]
    {
        let pack = pack(code);
        for element in elements {
            assert_eq!(
                pack.wait_of(element).map(|wait| wait.cause.as_str()),
                Some("customer"),
                "{code}: {element}"
            );
        }
        assert!(pack.wait_of("fulfil").is_none());
    }
}

#[test]
fn what_is_done_at_once_is_recorded_and_ended() {
    for code in ["INC", "RIS"] {
        let mut player = Player::new(code);
        let visits = player.play(&Scenario::ending_at("end"), false);
        assert_eq!(visits.get("record").copied(), Some(1), "{code}");
        player.all_covered();
    }
}
