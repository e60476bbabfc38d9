//! Random commands on every diagram: whatever is asked in whatever order, the state stays whole, events replay to it,
//! and it is the same after being written and read.
#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

use engine::{Answer, At, Command, Effect, Env, Executable, Holder, Lift, StartAt, State, Status};
use proptest::prelude::*;
use proptest::sample::Index;

fn diagrams() -> Vec<(String, Executable)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/diagrams");
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).collect();
    paths.sort();
    let endless = |p: &std::path::PathBuf| p.to_string_lossy().contains("endless");
    let read = |p: std::path::PathBuf| {
        let defs = bpmn::read::read(&std::fs::read_to_string(&p).unwrap()).unwrap();
        (p.file_stem().unwrap().to_string_lossy().into_owned(), Executable::compile(&defs, "main").unwrap())
    };
    paths.into_iter().filter(|p| !endless(p)).map(read).collect()
}

/// Everything that is named exists.
fn whole(state: &State) -> Result<(), String> {
    let token = |id| state.token(id).is_some();
    let scope = |id| state.scope(id).is_some();
    for t in &state.tokens {
        let inside = match t.at {
            At::Inside(s) | At::Compensating(s) => scope(s),
            At::Running => return Err(format!("token {} is left on its way", t.id)),
            _ => true,
        };
        if !scope(t.scope) || !inside || (t.local != 0 && !scope(t.local)) {
            return Err(format!("token {t:?} names a scope that is gone"));
        }
        if t.at == At::Incident && !state.incidents.iter().any(|i| i.token == t.id) {
            return Err(format!("token {t:?} is stuck without incident"));
        }
    }
    for s in &state.scopes {
        if (s.parent != 0 && !scope(s.parent)) || (s.owner != 0 && !state.ended() && !token(s.owner)) {
            return Err(format!("scope {} of element {} names what is gone", s.id, s.element));
        }
    }
    for s in &state.subscriptions {
        let held = match s.holder {
            Holder::Token(id) => token(id),
            Holder::Scope(id) => scope(id),
        };
        if !held {
            return Err(format!("subscription {s:?} is held by nobody"));
        }
    }
    let stray = state.incidents.iter().find(|i| !token(i.token));
    stray.map_or(Ok(()), |i| Err(format!("incident {i:?} has no token")))
}

/// What may be asked now.
fn choices(state: &State) -> Vec<Command> {
    let none = Vec::new;
    let mut out: Vec<_> =
        ["x", "y", "go"].map(|n| Command::Signal { name: n.into(), variables: none() }).into();
    for (name, value) in [("x", 0), ("x", 2), ("x", 9)] {
        out.push(Command::SetVariables {
            token: 0,
            variables: vec![(name.into(), feel::Value::from(value))],
        });
    }
    for t in &state.tokens {
        let token = t.id;
        out.push(match t.at {
            At::Task => Command::CompleteTask { token, variables: none() },
            At::Calling { .. } => Command::CompleteCall { token, variables: none() },
            At::Called => Command::CompleteCalled { token, variables: none() },
            At::Escalating => Command::Continue { token },
            _ => continue,
        });
        if matches!(t.at, At::Calling { .. }) {
            out.push(Command::FailCall { token, answer: Answer::Error { code: "E".into() } });
            out.push(Command::FailCall { token, answer: Answer::Incident { message: "broken".into() } });
            out.push(Command::DeferCall { token });
        }
        out.push(Command::Trigger { token, variables: none() });
    }
    out.extend(state.subscriptions.iter().map(|s| Command::Wake { subscription: s.id, variables: none() }));
    out.extend(state.incidents.iter().map(|i| Command::RetryIncident { incident: i.id }));
    out
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]
    #[test]
    fn the_state_stays_whole(picks in proptest::collection::vec(any::<Index>(), 1..60), called: bool) {
        for (name, exe) in diagrams() {
            let env = Env { now: kernel::Instant::from_micros(0) };
            let at = exe.triggered_starts().first().map_or(StartAt::Default, |ix| StartAt::Element(*ix));
            let variables = vec![("x".into(), feel::Value::from(1)), ("list".into(), feel::Value::List(vec![1.into(), 2.into()])), ("wait".into(), "PT1S".into())];
            let mut state = State::default();
            let mut replayed = State::default();
            let mut command = Command::Start { at, variables, called };
            for pick in &picks {
                let told = format!("{name}: {command:?}");
                if engine::check(&exe, &state, &command).is_err() {
                    continue;
                }
                let outcome = engine::step(&exe, state, command, &env).unwrap();
                for event in &outcome.events {
                    replayed.apply(event);
                }
                prop_assert_eq!(&replayed, &outcome.state, "{}", told);
                prop_assert_eq!(whole(&outcome.state), Ok(()), "{}", told);
                state = Lift::read(&serde_json::to_string(&outcome.state).unwrap()).unwrap();
                prop_assert_eq!(&state, &outcome.state, "{}", told);
                let ended = outcome.effects.iter().filter(|e| matches!(e, Effect::Ended(_))).count();
                prop_assert_eq!(ended, usize::from(state.ended()), "{}", told);
                if state.status != Status::Active {
                    break;
                }
                let open = choices(&state);
                command = pick.get(&open).clone();
            }
        }
    }
}
