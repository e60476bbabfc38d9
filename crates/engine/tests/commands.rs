//! Commands that do not fit are rejected and change nothing; effects are what the outside must do; failures are
//! incidents that can be tried again.
#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

use engine::{Answer, Command, Effect, Env, Executable, Outcome, Rejection, StartAt, State, Status};

fn process(content: &str) -> Executable {
    let xml = format!(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:sportello=\"https://sportello.example/bpmn/1\" id=\"d\"><process id=\"p\" isExecutable=\"true\">{content}</process></definitions>"
    );
    Executable::compile(&bpmn::read::read(&xml).unwrap(), "p").unwrap()
}

fn with_user_task() -> Executable {
    process(
        "<startEvent id=\"s\"/><userTask id=\"u\" sportello:form=\"f\" sportello:role=\"back-office\"/><endEvent id=\"e\"/>
         <boundaryEvent id=\"b\" attachedToRef=\"u\"><timerEventDefinition><timeDuration>PT72H</timeDuration></timerEventDefinition></boundaryEvent>
         <endEvent id=\"late\"/><sequenceFlow id=\"f3\" sourceRef=\"b\" targetRef=\"late\"/>
         <sequenceFlow id=\"f1\" sourceRef=\"s\" targetRef=\"u\"/><sequenceFlow id=\"f2\" sourceRef=\"u\" targetRef=\"e\"/>",
    )
}

fn with_call() -> Executable {
    process(
        "<startEvent id=\"s\"/><serviceTask id=\"c\" sportello:operation=\"contract.terminate\"/><endEvent id=\"e\"/>
         <sequenceFlow id=\"f1\" sourceRef=\"s\" targetRef=\"c\"/><sequenceFlow id=\"f2\" sourceRef=\"c\" targetRef=\"e\"/>",
    )
}

const ENV: Env = Env { now: kernel::Instant::from_micros(0) };

fn start(exe: &Executable) -> Outcome {
    engine::step(
        exe,
        State::default(),
        Command::Start { at: StartAt::Default, variables: Vec::new(), called: false },
        &ENV,
    )
    .unwrap()
}

fn done(token: u32) -> Command {
    Command::CompleteTask { token, variables: Vec::new() }
}

#[test]
fn a_task_is_offered_and_its_deadline_armed() {
    let exe = with_user_task();
    let outcome = start(&exe);
    let due = kernel::Instant::from_micros(72 * 3_600 * 1_000_000);
    let offered = outcome
        .effects
        .iter()
        .any(|e| matches!(e, Effect::OfferTask { element, .. } if &*exe.element(*element).id == "u"));
    let armed = outcome.effects.iter().any(|e| matches!(e, Effect::ArmTimer { due: d, .. } if *d == due));
    assert!(offered && armed, "{:?}", outcome.effects);
    let activity = exe.element(exe.find("u").unwrap()).activity().unwrap();
    assert_eq!((activity.form.as_deref(), activity.role.as_deref()), (Some("f"), Some("back-office")));
}

#[test]
fn completing_a_task_twice_is_rejected() {
    let exe = process(
        "<startEvent id=\"s\"/><userTask id=\"u\"/><userTask id=\"v\"/><endEvent id=\"e\"/>
         <sequenceFlow id=\"f1\" sourceRef=\"s\" targetRef=\"u\"/><sequenceFlow id=\"f2\" sourceRef=\"u\" targetRef=\"v\"/><sequenceFlow id=\"f3\" sourceRef=\"v\" targetRef=\"e\"/>",
    );
    let token = start(&exe).state.tokens[0].id;
    let after = engine::step(&exe, start(&exe).state, done(token), &ENV).unwrap();
    assert_eq!(engine::step(&exe, after.state, done(token), &ENV).unwrap_err(), Rejection::TokenGone(token));
}

#[test]
fn completing_cancels_the_deadline_and_ends_the_process() {
    let exe = with_user_task();
    let begun = start(&exe);
    let timer = begun.state.subscriptions[0].id;
    let token = begun.state.tokens[0].id;
    let outcome = engine::step(&exe, begun.state, done(token), &ENV).unwrap();
    assert_eq!(
        outcome.effects,
        [Effect::CancelTimer { subscription: timer }, Effect::Ended(Status::Completed)]
    );
    let late = engine::step(&exe, outcome.state, Command::FireTimer { subscription: timer }, &ENV);
    assert_eq!(late.unwrap_err(), Rejection::Ended("completed".to_owned()));
}

#[test]
fn a_late_timer_withdraws_the_task() {
    let exe = with_user_task();
    let begun = start(&exe);
    let (timer, token) = (begun.state.subscriptions[0].id, begun.state.tokens[0].id);
    let outcome = engine::step(&exe, begun.state, Command::FireTimer { subscription: timer }, &ENV).unwrap();
    assert!(outcome.effects.contains(&Effect::WithdrawTask { token }));
    assert_eq!(outcome.state.status, Status::Completed);
}

#[test]
fn a_failed_call_is_an_incident_and_a_retry_calls_again() {
    let exe = with_call();
    let begun = start(&exe);
    let token = begun.state.tokens[0].id;
    assert!(matches!(&begun.effects[0], Effect::Call(c) if &*c.operation == "contract.terminate"));
    let answer = Answer::Incident { message: "billing does not answer; try again later".into() };
    let failed = engine::step(&exe, begun.state, Command::FailCall { token, answer }, &ENV).unwrap();
    let incident = failed.state.incidents[0].id;
    let again = engine::step(&exe, failed.state, Command::RetryIncident { incident }, &ENV).unwrap();
    assert!(again.state.incidents.is_empty());
    assert!(again.effects.iter().any(|e| matches!(e, Effect::Call(_))));
    let ended = engine::step(&exe, again.state, Command::CompleteCall { token, variables: Vec::new() }, &ENV)
        .unwrap();
    assert_eq!(ended.state.status, Status::Completed);
}

#[test]
fn commands_that_do_not_fit_are_rejected() {
    let exe = with_call();
    let state = start(&exe).state;
    let token = state.tokens[0].id;
    let refused = |command: Command| engine::step(&exe, state.clone(), command, &ENV).unwrap_err();
    assert!(matches!(refused(done(token)), Rejection::WrongState { .. }));
    assert_eq!(refused(done(99)), Rejection::TokenGone(99));
    assert_eq!(refused(Command::FireTimer { subscription: 99 }), Rejection::SubscriptionGone(99));
    assert_eq!(refused(Command::RetryIncident { incident: 99 }), Rejection::IncidentGone(99));
    assert_eq!(
        refused(Command::Start { at: StartAt::Default, variables: Vec::new(), called: false }),
        Rejection::AlreadyStarted
    );
    assert_eq!(engine::step(&exe, State::default(), done(1), &ENV).unwrap_err(), Rejection::NotStarted);
}

#[test]
fn a_deferred_call_is_answered_later_and_cancelled_with_the_instance() {
    let exe = with_call();
    let begun = start(&exe);
    let token = begun.state.tokens[0].id;
    let later = engine::step(&exe, begun.state, Command::DeferCall { token }, &ENV).unwrap();
    let cancelled = engine::step(&exe, later.state.clone(), Command::Cancel, &ENV).unwrap();
    assert_eq!(cancelled.effects, [Effect::WithdrawCall { token }, Effect::Ended(Status::Cancelled)]);
    let ended = engine::step(&exe, later.state, Command::CompleteCall { token, variables: Vec::new() }, &ENV)
        .unwrap();
    assert_eq!(ended.state.status, Status::Completed);
}

#[test]
fn a_state_of_a_later_format_is_refused_with_a_sentence() {
    let text = serde_json::to_string(&start(&with_call()).state).unwrap().replacen("\"f\":1", "\"f\":999", 1);
    assert!(engine::Lift::read(&text).unwrap_err().contains("newer program"));
}

#[test]
fn a_waiting_instance_is_small_when_stored() {
    let text = serde_json::to_string(&start(&with_user_task()).state).unwrap();
    assert!(text.len() < 300, "{} bytes: {text}", text.len());
}
