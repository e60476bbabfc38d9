//! Random processes, run step by step: after every step the state is written, read back and compared, and the events
//! replayed over an empty state must give the same state.
#![expect(clippy::unwrap_used, reason = "a test stops where something is wrong")]

use engine::{At, Command, Effect, Env, Executable, Lift, StartAt, State, Status};
use proptest::prelude::*;

/// A random well-nested block of a process.
#[derive(Clone, Debug)]
enum Block {
    User,
    Script,
    Timer,
    Pair(Box<Block>, Box<Block>),
    Parallel(Box<Block>, Box<Block>),
    Inclusive(Box<Block>, Box<Block>),
    Choice(Box<Block>, Box<Block>),
    Sub(Box<Block>),
    Guarded(Box<Block>),
    Many(u8, bool),
}

fn block() -> impl Strategy<Value = Block> {
    let leaf = prop_oneof![
        Just(Block::User),
        Just(Block::Script),
        Just(Block::Timer),
        (0..4_u8, any::<bool>()).prop_map(|(n, s)| Block::Many(n, s))
    ];
    leaf.prop_recursive(4, 24, 2, |inner| {
        let two = || (inner.clone(), inner.clone()).prop_map(|(a, b)| (Box::new(a), Box::new(b)));
        prop_oneof![
            two().prop_map(|(a, b)| Block::Pair(a, b)),
            two().prop_map(|(a, b)| Block::Parallel(a, b)),
            two().prop_map(|(a, b)| Block::Inclusive(a, b)),
            two().prop_map(|(a, b)| Block::Choice(a, b)),
            inner.clone().prop_map(|a| Block::Sub(Box::new(a))),
            inner.prop_map(|a| Block::Guarded(Box::new(a))),
        ]
    })
}

#[derive(Default)]
struct Writer {
    xml: String,
    next: u32,
}

impl Writer {
    fn id(&mut self) -> String {
        self.next += 1;
        format!("n{}", self.next)
    }

    fn node(&mut self, tag: &str, content: &str) -> String {
        let id = self.id();
        self.xml += &format!("<{tag} id=\"{id}\">{content}</{tag}>");
        id
    }

    fn flow(&mut self, from: &str, to: &str, condition: &str) {
        let id = self.id();
        let inner = if condition.is_empty() {
            String::new()
        } else {
            format!("<conditionExpression>{condition}</conditionExpression>")
        };
        self.xml += &format!(
            "<sequenceFlow id=\"{id}\" sourceRef=\"{from}\" targetRef=\"{to}\">{inner}</sequenceFlow>"
        );
    }

    /// Writes a block; its first and last node.
    fn block(&mut self, block: &Block) -> (String, String) {
        match block {
            Block::User => self.single("userTask", ""),
            Block::Script => self.single("scriptTask", "<script>x</script>"),
            Block::Timer => self.single(
                "intermediateCatchEvent",
                "<timerEventDefinition><timeDuration>PT1S</timeDuration></timerEventDefinition>",
            ),
            Block::Many(n, sequential) => {
                let characteristics = format!(
                    "<multiInstanceLoopCharacteristics isSequential=\"{sequential}\"><loopCardinality>{n}</loopCardinality></multiInstanceLoopCharacteristics>"
                );
                self.single("userTask", &characteristics)
            }
            Block::Pair(a, b) => {
                let (first, middle) = self.block(a);
                let (next, last) = self.block(b);
                self.flow(&middle, &next, "");
                (first, last)
            }
            Block::Parallel(a, b) => self.split("parallelGateway", "", "", a, b),
            Block::Inclusive(a, b) => self.split("inclusiveGateway", "even = true", "true", a, b),
            Block::Choice(a, b) => self.split("exclusiveGateway", "even = true", "even != true", a, b),
            Block::Sub(inner) => {
                let id = self.sub(inner);
                (id.clone(), id)
            }
            Block::Guarded(inner) => {
                let id = self.sub(inner);
                let join = self.node("exclusiveGateway", "");
                let boundary = self.id();
                self.xml += &format!(
                    "<boundaryEvent id=\"{boundary}\" attachedToRef=\"{id}\"><timerEventDefinition><timeDuration>PT3S</timeDuration></timerEventDefinition></boundaryEvent>"
                );
                self.flow(&boundary, &join, "");
                self.flow(&id, &join, "");
                (id, join)
            }
        }
    }

    fn single(&mut self, tag: &str, content: &str) -> (String, String) {
        let id = self.node(tag, content);
        (id.clone(), id)
    }

    fn split(&mut self, tag: &str, first: &str, second: &str, a: &Block, b: &Block) -> (String, String) {
        let open = self.node(tag, "");
        let close = self.node(tag, "");
        for (condition, inner) in [(first, a), (second, b)] {
            let (from, to) = self.block(inner);
            self.flow(&open, &from, condition);
            self.flow(&to, &close, "");
        }
        (open, close)
    }

    fn sub(&mut self, inner: &Block) -> String {
        let id = self.id();
        self.xml += &format!("<subProcess id=\"{id}\">");
        self.whole(inner);
        self.xml += "</subProcess>";
        id
    }

    fn whole(&mut self, inner: &Block) {
        let start = self.node("startEvent", "");
        let (first, last) = self.block(inner);
        let end = self.node("endEvent", "");
        self.flow(&start, &first, "");
        self.flow(&last, &end, "");
    }
}

fn process(block: &Block) -> Executable {
    let mut writer = Writer::default();
    writer.whole(block);
    let xml = format!(
        "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" id=\"d\"><process id=\"p\" isExecutable=\"true\">{}</process></definitions>",
        writer.xml
    );
    Executable::compile(&bpmn::read::read(&xml).unwrap(), "p").unwrap()
}

struct Run {
    exe: Executable,
    state: State,
    replayed: State,
    now: kernel::Instant,
}

impl Run {
    fn step(&mut self, command: Command) {
        let outcome = engine::step(&self.exe, self.state.clone(), command, &Env { now: self.now }).unwrap();
        for event in &outcome.events {
            self.replayed.apply(event);
        }
        assert_eq!(outcome.state, self.replayed);
        let text = serde_json::to_string(&outcome.state).unwrap();
        self.state = Lift::read(&text).unwrap();
        assert_eq!(self.state, outcome.state);
        for effect in outcome.effects {
            if let Effect::Call(call) = effect {
                self.step(Command::CompleteCall { token: call.token, variables: Vec::new() });
            }
        }
    }

    /// What a person or the clock may do next.
    fn choices(&self) -> Vec<Command> {
        let tasks = self
            .state
            .tokens
            .iter()
            .filter(|t| t.at == At::Task)
            .map(|t| Command::CompleteTask { token: t.id, variables: Vec::new() });
        let timers = self.state.subscriptions.iter().map(|s| Command::FireTimer { subscription: s.id });
        tasks.chain(timers).collect()
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]
    #[test]
    fn events_are_the_truth_and_every_process_ends(block in block(), picks in proptest::collection::vec(any::<prop::sample::Index>(), 0..200), even: bool) {
        let exe = process(&block);
        let mut run = Run { exe, state: State::default(), replayed: State::default(), now: kernel::Instant::from_micros(0) };
        let variables = vec![("even".into(), feel::Value::Bool(even))];
        run.step(Command::Start { at: StartAt::Default, variables, called: false });
        let mut picks = picks.into_iter();
        let mut steps = 0;
        while run.state.status == Status::Active {
            prop_assert!(run.state.incidents.is_empty(), "{:?}", run.state.incidents);
            let choices = run.choices();
            prop_assert!(!choices.is_empty(), "stuck: {:?}", run.state);
            let chosen = picks.next().map_or(0, |p| p.index(choices.len()));
            run.step(choices[chosen].clone());
            steps += 1;
            prop_assert!(steps < 2_000, "does not end");
        }
        prop_assert_eq!(&run.state.status, &Status::Completed);
        prop_assert!(run.state.tokens.is_empty() && run.state.subscriptions.is_empty() && run.state.scopes.len() == 1);
    }
}
