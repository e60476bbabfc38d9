//! How instances begin: by hand, by call, by timer.

use kernel::Instant;

use super::{Host, Instance, Runtime, StartTimer};
use crate::executable::Trigger;
use crate::{Command, Env, Id, StartAt, State, Variables, Wake};

impl Runtime {
    /// The newest process with this id.
    pub(super) fn latest(&self, process: &str) -> Option<usize> {
        self.programs.iter().rposition(|p| &*p.id == process)
    }

    /// Whether a later deployment replaced this process.
    pub(super) fn replaced(&self, program: usize) -> bool {
        self.programs.get(program).is_none_or(|p| self.latest(&p.id) != Some(program))
    }

    /// Starts an instance of the newest process with this id; its number.
    ///
    /// # Errors
    /// A sentence: no such process.
    pub fn start(
        &mut self,
        process: &str,
        key: Option<String>,
        variables: Variables,
        at: Instant,
        host: &mut dyn Host,
    ) -> Result<u64, String> {
        let program = self
            .latest(process)
            .ok_or_else(|| format!("the process `{process}` is not deployed; deploy it or correct the id"))?;
        let id = self.begin(program, None, key, StartAt::Default, variables, at, host);
        self.drive(at, host);
        Ok(id)
    }

    #[expect(clippy::too_many_arguments, reason = "an instance has this many independent beginnings")]
    pub(super) fn begin(
        &mut self,
        program: usize,
        parent: Option<(u64, Id)>,
        business_key: Option<String>,
        at: StartAt,
        variables: Variables,
        now: Instant,
        host: &mut dyn Host,
    ) -> u64 {
        self.next += 1;
        let id = self.next;
        self.instances.insert(id, Instance { program, parent, business_key, state: State::default() });
        self.try_step(id, Command::Start { at, variables, called: parent.is_some() }, now, host);
        id
    }

    pub(super) fn arm_starts(&mut self, program: usize, at: Instant) -> Result<(), String> {
        let Some(exe) = self.programs.get(program) else {
            return Ok(());
        };
        for element in exe.triggered_starts() {
            for trigger in &exe.element(*element).triggers {
                if let Trigger::Timer(timer) = trigger
                    && !timer.is_empty()
                {
                    let schedule = timer.schedule(&feel::Empty, &Env { now: at })?;
                    self.start_timers.push(StartTimer {
                        program,
                        element: *element,
                        due: schedule.due.as_micros(),
                        left: schedule.count,
                    });
                }
            }
        }
        Ok(())
    }

    /// The earliest due moment of all timers.
    #[must_use]
    pub fn next_due(&self) -> Option<Instant> {
        let starts = self.start_timers.iter().filter(|t| !self.replaced(t.program)).map(|t| t.due);
        let waiting = self
            .instances
            .values()
            .flat_map(|i| &i.state.subscriptions)
            .filter_map(|s| if let Wake::Timer { due, .. } = s.wake { Some(due) } else { None });
        starts.chain(waiting).min().map(Instant::from_micros)
    }

    /// Fires the earliest timer due at this moment or before, and everything that follows. Whether there was one.
    pub fn fire_due(&mut self, at: Instant, host: &mut dyn Host) -> bool {
        let Some(due) = self.next_due().filter(|due| *due <= at) else {
            return false;
        };
        let waiting = self.instances.iter().find_map(|(id, i)| {
            i.state.subscriptions.iter().find(|s| s.wake.due() == Some(due)).map(|s| (*id, s.id))
        });
        match waiting {
            Some((instance, subscription)) => {
                self.try_step(instance, Command::FireTimer { subscription }, at, host);
            }
            None => self.fire_start(due, at, host),
        }
        self.drive(at, host);
        true
    }

    fn fire_start(&mut self, due: Instant, at: Instant, host: &mut dyn Host) {
        let Some(ix) =
            self.start_timers.iter().position(|t| t.due == due.as_micros() && !self.replaced(t.program))
        else {
            return;
        };
        let mut timer = self.start_timers.remove(ix);
        let Some(exe) = self.programs.get(timer.program).cloned() else {
            return;
        };
        timer.left = timer.left.map(|n| n.saturating_sub(1));
        let next = exe.element(timer.element).triggers.iter().find_map(|t| match t {
            Trigger::Timer(timer) if timer.repeats() => timer.next(due, &feel::Empty, &Env { now: at }).ok(),
            _ => None,
        });
        let program = timer.program;
        let element = timer.element;
        if let Some(next) = next.filter(|_| timer.left != Some(0)) {
            self.start_timers.push(StartTimer { due: next.as_micros(), ..timer });
        }
        let part = exe.element(element).triggers.iter().position(|t| matches!(t, Trigger::Timer(_)));
        self.start_by(program, element, part.unwrap_or(0), None, Variables::new(), at, host);
    }
}
