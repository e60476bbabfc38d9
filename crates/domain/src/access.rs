//! Who may do what: the matrix role × resource × action, one table for pages, API, jobs and commands.

use serde::{Deserialize, Serialize};

/// What a staff account is for. An account may hold several.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Serves people at the counter.
    Operator,
    /// Serves people on the telephone.
    CallCentre,
    /// Works requests behind the counter.
    BackOffice,
    /// Sells contracts; sees only what he entered.
    Agent,
    /// Works at the meter.
    Technician,
    /// Watches over the regulated standards.
    Quality,
    /// Leads an office: reassigns, corrects, approves.
    Supervisor,
    /// Keeps accounts, settings and imports.
    Administrator,
}

/// What is acted on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Resource {
    /// People, organisations and how to reach them.
    Party,
    /// Supply points, meters and readings.
    SupplyPoint,
    /// Contracts, mandates and deposits.
    Contract,
    /// Bills and payments.
    Bill,
    /// Cases with their facts, comments and papers.
    Case,
    /// Visits and deadlines.
    Appointment,
    /// Runs of the import.
    Import,
    /// Work that failed and waits for a person.
    Incident,
    /// Figures of the regulated standards.
    Quality,
    /// Staff accounts and API tokens.
    User,
    /// The audit trail.
    Audit,
    /// The cash desk: tills, payments taken, payments taken back. `Correct` is standing in as the second person.
    Till,
}

/// What is done to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Action {
    /// See it.
    Read,
    /// Bring it into being.
    Create,
    /// Change it.
    Update,
    /// Give it to somebody.
    Assign,
    /// Put a recorded value right, with a reason.
    Correct,
    /// Call it off, with a reason.
    Cancel,
    /// Try again what failed.
    Retry,
}

impl Role {
    /// Every role, in the order the printed matrix shows them.
    pub const ALL: [Self; 8] = [
        Self::Operator,
        Self::CallCentre,
        Self::BackOffice,
        Self::Agent,
        Self::Technician,
        Self::Quality,
        Self::Supervisor,
        Self::Administrator,
    ];

    /// The stored word.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Operator => "operator",
            Self::CallCentre => "call_centre",
            Self::BackOffice => "back_office",
            Self::Agent => "agent",
            Self::Technician => "technician",
            Self::Quality => "quality",
            Self::Supervisor => "supervisor",
            Self::Administrator => "administrator",
        }
    }

    /// Reads the stored word.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.code() == code)
    }
}

impl Resource {
    /// Every resource.
    pub const ALL: [Self; 12] = [
        Self::Party,
        Self::SupplyPoint,
        Self::Contract,
        Self::Bill,
        Self::Case,
        Self::Appointment,
        Self::Import,
        Self::Incident,
        Self::Quality,
        Self::User,
        Self::Audit,
        Self::Till,
    ];
}

impl Action {
    /// Every action.
    pub const ALL: [Self; 7] =
        [Self::Read, Self::Create, Self::Update, Self::Assign, Self::Correct, Self::Cancel, Self::Retry];
}

/// Whether one role may do the action. What is not written here is denied.
#[must_use]
pub const fn role_may(role: Role, resource: Resource, action: Action) -> bool {
    use Action::{Assign, Cancel, Correct, Create, Read, Retry, Update};
    use Resource::{
        Appointment, Audit, Bill, Case, Contract, Import, Incident, Party, Quality, SupplyPoint, Till, User,
    };
    match role {
        Role::Administrator => {
            !matches!((resource, action), (Audit, Create | Update | Assign | Correct | Cancel | Retry))
        }
        Role::Supervisor => match resource {
            Party | SupplyPoint | Contract | Case | Appointment | Till => !matches!(action, Retry),
            Incident => matches!(action, Read | Retry),
            Bill | Quality | Audit | Import => matches!(action, Read),
            User => false,
        },
        Role::BackOffice => match resource {
            Party | Contract | SupplyPoint => matches!(action, Read | Create | Update),
            Case => matches!(action, Read | Create | Update | Assign | Correct | Cancel),
            Appointment => matches!(action, Read | Create | Update | Cancel),
            Incident => matches!(action, Read | Retry),
            Bill | Quality | Import | Till => matches!(action, Read),
            User | Audit => false,
        },
        Role::Operator | Role::CallCentre => match resource {
            Party => matches!(action, Read | Create | Update),
            SupplyPoint | Contract | Bill | Quality => matches!(action, Read),
            Case => matches!(action, Read | Create | Update | Cancel),
            Appointment => matches!(action, Read | Create | Update),
            Till => matches!(role, Role::Operator) && matches!(action, Read | Create | Update | Cancel),
            _ => false,
        },
        Role::Agent => match resource {
            Case => matches!(action, Read | Create | Update),
            Party | SupplyPoint => matches!(action, Read),
            _ => false,
        },
        Role::Technician => match resource {
            Case | Appointment => matches!(action, Read | Update),
            Party | SupplyPoint => matches!(action, Read),
            _ => false,
        },
        Role::Quality => match resource {
            Case => matches!(action, Read | Correct),
            Quality | Audit | Party | SupplyPoint | Contract | Appointment => matches!(action, Read),
            _ => false,
        },
    }
}

/// Whether any of the roles may do the action.
#[must_use]
pub fn may(roles: &[Role], resource: Resource, action: Action) -> bool {
    roles.iter().any(|role| role_may(*role, resource, action))
}

/// The whole matrix as a Markdown table, as it is printed to the reviewed file `docs/authorisation.md`.
#[must_use]
pub fn matrix() -> String {
    let mut out = String::from("| resource | action |");
    for role in Role::ALL {
        out.push_str(&format!(" {} |", role.code()));
    }
    out.push_str("\n| --- | --- |");
    out.push_str(&" --- |".repeat(Role::ALL.len()));
    out.push('\n');
    for resource in Resource::ALL {
        for action in Action::ALL {
            out.push_str(&format!("| {resource:?} | {action:?} |"));
            for role in Role::ALL {
                out.push_str(if role_may(role, resource, action) { " yes |" } else { " |" });
            }
            out.push('\n');
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_changes_the_audit_trail() {
        for role in Role::ALL {
            for action in Action::ALL.into_iter().filter(|action| *action != Action::Read) {
                assert!(!role_may(role, Resource::Audit, action), "{role:?} {action:?}");
            }
        }
    }

    #[test]
    fn only_an_administrator_touches_accounts() {
        for role in Role::ALL.into_iter().filter(|role| *role != Role::Administrator) {
            assert!(
                Action::ALL.into_iter().all(|action| !role_may(role, Resource::User, action)),
                "{role:?}"
            );
        }
    }

    #[test]
    fn the_printed_matrix_is_the_one_in_force() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/authorisation.md");
        let printed = std::fs::read_to_string(path).expect("docs/authorisation.md is part of the project");
        assert!(
            printed.ends_with(&matrix()),
            "the matrix changed: review it and replace the table in docs/authorisation.md by\n{}",
            matrix()
        );
    }
}
