//! Who acts, with what rights, when: made once for each request, job or command, and passed down.

use std::sync::Arc;

use domain::access::{Action, Resource, Role, may};
use kernel::{Actor, Clock, Date, Ids, Instant, Lang, OfficeId, UserId};

/// The circumstances of one act.
#[derive(Clone, Debug)]
pub struct Ctx {
    /// Who acts.
    pub actor: Actor,
    /// Roles of the account; empty for the program itself.
    pub roles: Vec<Role>,
    /// The office the account works at.
    pub office: Option<OfficeId>,
    /// The language answers are given in.
    pub lang: Lang,
    /// The reference number of the request, in logs and on error pages.
    pub reference: String,
    /// Gives the present moment.
    pub clock: Arc<dyn Clock>,
    /// Makes identifiers.
    pub ids: Arc<dyn Ids>,
}

impl Ctx {
    /// The program itself, which may do everything: a timer, an import, a connector.
    #[must_use]
    pub fn system(part: &str, clock: Arc<dyn Clock>, ids: Arc<dyn Ids>) -> Self {
        Self {
            actor: Actor::system(part),
            roles: Vec::new(),
            office: None,
            lang: Lang::It,
            reference: part.to_owned(),
            clock,
            ids,
        }
    }

    /// The present moment.
    #[must_use]
    pub fn now(&self) -> Instant {
        self.clock.now()
    }

    /// Today in Rome.
    #[must_use]
    pub fn today(&self) -> Date {
        self.clock.today()
    }

    /// The account that acts, unless it is the program itself or a customer.
    #[must_use]
    pub const fn user(&self) -> Option<UserId> {
        match &self.actor {
            Actor::User { id, .. } => Some(*id),
            Actor::Customer { .. } | Actor::System { .. } => None,
        }
    }

    /// Whether the act is allowed at all.
    #[must_use]
    pub fn may(&self, resource: Resource, action: Action) -> bool {
        matches!(self.actor, Actor::System { .. }) || may(&self.roles, resource, action)
    }

    /// Refuses an act that is not allowed.
    ///
    /// # Errors
    /// [`Denied`] names what was asked.
    pub fn require(&self, resource: Resource, action: Action) -> Result<(), Denied> {
        if self.may(resource, action) { Ok(()) } else { Err(Denied { resource, action }) }
    }

    /// Whether only what is assigned to the account may be seen: agents without another role.
    #[must_use]
    pub fn only_own(&self) -> bool {
        !self.roles.is_empty() && self.roles.iter().all(|role| *role == Role::Agent)
    }

    /// A new identifier: `ctx.id(CaseId::from_bytes)`.
    pub fn id<T>(&self, make: impl FnOnce([u8; 16]) -> T) -> T {
        make(self.ids.next(self.now()))
    }
}

/// The act is not allowed to this account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Denied {
    /// What was to be acted on.
    pub resource: Resource,
    /// What was to be done.
    pub action: Action,
}

/// Proof that the account may do the action it was loaded for. Only this crate makes one.
#[derive(Clone, Debug)]
pub struct Authorised<T> {
    value: T,
    action: Action,
}

impl<T> Authorised<T> {
    pub(crate) const fn new(value: T, action: Action) -> Self {
        Self { value, action }
    }

    /// The action it was loaded for.
    #[must_use]
    pub const fn action(&self) -> Action {
        self.action
    }

    /// The thing itself, for changing it.
    pub const fn get_mut(&mut self) -> &mut T {
        &mut self.value
    }

    /// Gives the thing away; the proof is spent.
    #[must_use]
    pub fn into_inner(self) -> T {
        self.value
    }
}

impl<T> std::ops::Deref for Authorised<T> {
    type Target = T;
    fn deref(&self) -> &T {
        &self.value
    }
}

/// What came of loading something for an action.
#[derive(Clone, Debug)]
pub enum Lookup<T> {
    /// There, and allowed.
    Found(Authorised<T>),
    /// Not there, or not to be known to this account.
    Missing,
    /// There, but the action is not allowed.
    Denied(Denied),
}
