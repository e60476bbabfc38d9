//! How many instances of a straight process (four automatic tasks) run in a second on one core, in memory, with the
//! events kept in a buffer: `cargo run --release --example straight [instances]`.

use engine::{Command, Effect, Env, Event, Executable, StartAt, State, Status};

const MODEL: &str = r#"<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d"><process id="p" isExecutable="true">
<startEvent id="s"/><scriptTask id="a"><script>a</script></scriptTask><scriptTask id="b"><script>b</script></scriptTask>
<serviceTask id="c" implementation="c"/><scriptTask id="d1"><script>d</script></scriptTask><endEvent id="e"/>
<sequenceFlow id="f1" sourceRef="s" targetRef="a"/><sequenceFlow id="f2" sourceRef="a" targetRef="b"/><sequenceFlow id="f3" sourceRef="b" targetRef="c"/>
<sequenceFlow id="f4" sourceRef="c" targetRef="d1"/><sequenceFlow id="f5" sourceRef="d1" targetRef="e"/></process></definitions>"#;

fn main() {
    let count: u32 = std::env::args().nth(1).and_then(|n| n.parse().ok()).unwrap_or(500_000);
    let compiled = bpmn::read::read(MODEL)
        .map_err(|e| e.to_string())
        .and_then(|d| Executable::compile(&d, "p").map_err(|e| e.to_string()));
    let exe = match compiled {
        Ok(exe) => exe,
        Err(error) => return eprintln!("{error}"),
    };
    let env = Env { now: kernel::Instant::from_micros(0) };
    let mut history: Vec<Event> = Vec::with_capacity(1 << 16);
    let begun = std::time::Instant::now();
    let mut completed = 0_u32;
    for _ in 0..count {
        completed += u32::from(run(&exe, &env, &mut history) == Some(Status::Completed));
        if history.len() > 60_000 {
            history.clear();
        }
    }
    let seconds = begun.elapsed().as_secs_f64();
    println!(
        "{completed} of {count} instances in {seconds:.2} s: {:.0} instances/s",
        f64::from(completed) / seconds
    );
}

/// One instance from start to end; every call is answered at once.
fn run(exe: &Executable, env: &Env, history: &mut Vec<Event>) -> Option<Status> {
    let mut command = Command::Start { at: StartAt::Default, variables: Vec::new(), called: false };
    let mut state = State::default();
    loop {
        let outcome = engine::step(exe, state, command, env).ok()?;
        state = outcome.state;
        history.extend(outcome.events);
        let call = outcome
            .effects
            .into_iter()
            .find_map(|e| if let Effect::Call(call) = e { Some(call.token) } else { None });
        let Some(token) = call else {
            return Some(state.status);
        };
        command = Command::CompleteCall { token, variables: Vec::new() };
    }
}
