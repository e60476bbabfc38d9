//! Who does something: written on every fact, every audit row and every case event.

use crate::ids::{PartyId, UserId};

/// The one who acts. Never a bare name: the audit must lead back to an account or to a part of the program.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Actor {
    /// A staff user, with the name shown beside what was done.
    User {
        /// The account.
        id: UserId,
        /// The name as it was when the act was done.
        name: String,
    },
    /// A customer acting in the portal.
    Customer {
        /// The party the account belongs to.
        party: PartyId,
        /// The name as it was when the act was done.
        name: String,
    },
    /// The program itself: a timer, a job, an import, a connector; `part` names which.
    System {
        /// The part of the program, for example `import` or `timer`.
        part: String,
    },
}

impl Actor {
    /// The program itself, by the name of its part.
    #[must_use]
    pub fn system(part: &str) -> Self {
        Self::System { part: part.to_owned() }
    }

    /// The name people read: an account's name, or the part of the program.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Self::User { name, .. } | Self::Customer { name, .. } => name,
            Self::System { part } => part,
        }
    }
}
