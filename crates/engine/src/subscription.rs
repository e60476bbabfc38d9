//! Subscriptions: opened with the token or scope that holds them, closed with it, fired from outside or within.

use crate::agenda::Machine;
use crate::executable::{Kind, Trigger};
use crate::{Effect, Event, Holder, Id, Ix, Subscription, Wake};

impl Machine<'_> {
    /// Opens what an element waits for. On failure nothing stays open.
    pub(crate) fn subscribe(&mut self, holder: Holder, element: Ix) -> Result<(), String> {
        for trigger in &self.exe.element(element).triggers {
            match self.wake(holder, trigger) {
                Ok(Some(wake)) => self.open_subscription(holder, element, wake),
                Ok(None) => {}
                Err(message) => {
                    self.unsubscribe(holder);
                    return Err(message);
                }
            }
        }
        Ok(())
    }

    pub(crate) fn open_subscription(&mut self, holder: Holder, element: Ix, wake: Wake) {
        let id = self.state.next;
        match &wake {
            Wake::Timer { due, .. } => self
                .effects
                .push(Effect::ArmTimer { subscription: id, due: kernel::Instant::from_micros(*due) }),
            Wake::Message { name, key } => self.effects.push(Effect::OpenMessage {
                subscription: id,
                name: name.clone(),
                key: key.clone(),
            }),
            Wake::Signal(name) => {
                self.effects.push(Effect::OpenSignal { subscription: id, name: name.clone() })
            }
            Wake::Condition(_) => self.changed = true,
        }
        self.emit(Event::Subscribed(Box::new(Subscription { id, holder, element, wake, seen: false })));
    }

    fn wake(&self, holder: Holder, trigger: &Trigger) -> Result<Option<Wake>, String> {
        let view = self.view(self.holder_scope(holder));
        Ok(match trigger {
            Trigger::Timer(timer) => {
                let schedule = timer.schedule(&view, self.env)?;
                Some(Wake::Timer { due: schedule.due.as_micros(), left: schedule.count })
            }
            Trigger::Message(message) => {
                Some(Wake::Message { name: message.name.clone(), key: self.key(message, holder)? })
            }
            Trigger::Signal(name) => Some(Wake::Signal(name.clone())),
            Trigger::Condition(condition) => {
                condition.holds(&view, self.env)?;
                Some(Wake::Condition(false))
            }
            _ => None,
        })
    }

    /// The key of a message as text; null is none.
    pub(crate) fn key(
        &self,
        message: &crate::executable::Message,
        holder: Holder,
    ) -> Result<Option<Box<str>>, String> {
        let Some(key) = &message.key else { return Ok(None) };
        let value = key.value(&self.view(self.holder_scope(holder)), self.env)?;
        Ok(match value.as_str() {
            Some(text) => Some(text.into()),
            None if value.is_null() => None,
            None => Some(value.to_string().into()),
        })
    }

    fn holder_scope(&self, holder: Holder) -> Id {
        match holder {
            Holder::Token(token) => self.scope_of(token),
            Holder::Scope(scope) => scope,
        }
    }

    /// Tells the outside that what the holder waits for is over; the state forgets it with the holder.
    pub(crate) fn release(&mut self, holder: Holder) {
        for subscription in self.state.subscriptions.iter().filter(|s| s.holder == holder) {
            match subscription.wake {
                Wake::Timer { .. } => {
                    self.effects.push(Effect::CancelTimer { subscription: subscription.id })
                }
                Wake::Message { .. } | Wake::Signal(_) => {
                    self.effects.push(Effect::CloseSubscription { subscription: subscription.id })
                }
                Wake::Condition(_) => {}
            }
        }
    }

    /// Closes what the holder waits for while the holder stays.
    pub(crate) fn unsubscribe(&mut self, holder: Holder) {
        if !self.state.subscriptions.iter().any(|s| s.holder == holder) {
            return;
        }
        self.release(holder);
        let ids: Vec<_> =
            self.state.subscriptions.iter().filter(|s| s.holder == holder).map(|s| s.id).collect();
        for id in ids {
            self.emit(Event::Unsubscribed(id));
        }
    }

    /// Looks at every condition; one that turned true fires.
    pub(crate) fn look_at_conditions(&mut self) {
        let waiting: Vec<_> = self
            .state
            .subscriptions
            .iter()
            .filter_map(|s| {
                if let Wake::Condition(last) = s.wake {
                    Some((s.id, s.holder, s.element, last))
                } else {
                    None
                }
            })
            .collect();
        for (id, holder, element, last) in waiting {
            if self.state.subscription(id).is_none() {
                continue;
            }
            let view = self.view(self.holder_scope(holder));
            let holds = self
                .exe
                .element(element)
                .triggers
                .iter()
                .any(|t| matches!(t, Trigger::Condition(c) if c.holds(&view, self.env).unwrap_or(false)));
            if holds != last {
                self.emit(Event::Looked { subscription: id, value: holds });
                if holds {
                    self.fire(id);
                }
            }
        }
        let ad_hoc: Vec<_> = self
            .state
            .scopes
            .iter()
            .filter(|s| matches!(s.kind, crate::ScopeKind::AdHoc(_)))
            .map(|s| s.id)
            .collect();
        for scope in ad_hoc {
            self.touch(scope);
        }
    }

    /// What a subscription waits for has come.
    pub(crate) fn fire(&mut self, id: Id) {
        let Some(subscription) = self.state.subscription(id).cloned() else {
            return;
        };
        let element = self.exe.element(subscription.element);
        if element.parallel_multiple && self.parts_missing(&subscription) {
            self.emit(Event::Seen(id));
            return;
        }
        self.await_again(&subscription);
        match (subscription.holder, element.kind) {
            (Holder::Token(host), Kind::Boundary(_)) => {
                self.fire_boundary(host, subscription.element, element.interrupting)
            }
            (Holder::Scope(scope), _) => self.fire_event_sub_process(scope, subscription.element),
            (Holder::Token(token), _) => self.fire_catch(token, &subscription),
        }
        self.rearm(id);
    }

    /// The other parts of a parallel multiple event count from the beginning.
    fn await_again(&mut self, of: &Subscription) {
        let seen: Vec<_> = self
            .state
            .subscriptions
            .iter()
            .filter(|s| s.seen && s.holder == of.holder && s.element == of.element)
            .map(|s| s.id)
            .collect();
        for id in seen {
            self.emit(Event::Awaited(id));
        }
    }

    fn parts_missing(&self, of: &Subscription) -> bool {
        self.state
            .subscriptions
            .iter()
            .any(|s| s.id != of.id && s.holder == of.holder && s.element == of.element && !s.seen)
    }

    /// After firing, a timer that is still there is set to its next moment, counted from the last, or closed.
    fn rearm(&mut self, id: Id) {
        let Some(Subscription { wake: Wake::Timer { due, left }, holder, element, .. }) =
            self.state.subscription(id).cloned()
        else {
            return;
        };
        let left = left.map(|n| n.saturating_sub(1));
        let timer = self
            .exe
            .element(element)
            .triggers
            .iter()
            .find_map(|t| if let Trigger::Timer(timer) = t { Some(timer) } else { None });
        let next = timer.filter(|t| t.repeats() && left != Some(0)).and_then(|t| {
            t.next(kernel::Instant::from_micros(due), &self.view(self.holder_scope(holder)), self.env).ok()
        });
        match next {
            Some(next) => {
                self.emit(Event::Rearmed { subscription: id, due: next.as_micros(), left });
                self.effects.push(Effect::ArmTimer { subscription: id, due: next });
            }
            None => self.emit(Event::Unsubscribed(id)),
        }
    }
}
