//! Payment by instalments: whether it is a right, the plan that is proposed, agreed and watched, and its end.

mod agree;
mod assess;
mod end;
mod look;
mod pay;
mod propose;
mod standing;
mod watch;

use crate::processes::Operation;

pub(crate) use end::end_in;
pub use look::Looked;
pub(crate) use look::look_at;
pub(crate) use pay::{due_of_code, give_interest_back, take_interest};
pub(crate) use propose::Proposed;
pub use standing::{PlanLine, plans_of};
pub use store::registry::plan::{BillInPlan, StoredInstalment, StoredPlan};

/// The operations of this area.
pub(crate) const OPERATIONS: &[Operation] = &[
    Operation {
        name: "instalments.assess",
        reads: &["party", "plan_bills", "plan_ground", "received_on"],
        writes: &[
            "admissible",
            "findings",
            "plan_right",
            "right_reasons",
            "plan_debt_cents",
            "plan_down_cents",
            "plan_usual",
            "plan_most",
            "plan_first_due",
            "plan_rate",
        ],
        errors: &[],
        arguments: &[],
        run: assess::assess_by_process,
    },
    Operation {
        name: "instalments.propose",
        reads: &["plan_bills", "plan_count", "first_due_on", "plan_split", "plan_cadence"],
        writes: &["schedule", "interest_cents", "total_cents", "needs_approval"],
        errors: &[],
        arguments: &[],
        run: propose::propose_by_process,
    },
    Operation {
        name: "instalments.agree",
        reads: &["schedule", "plan_bills"],
        writes: &["plan_number"],
        errors: &[],
        arguments: &[],
        run: agree::agree_by_process,
    },
    Operation {
        name: "instalments.watch",
        reads: &["plan_number"],
        writes: &["plan_state", "look_on", "next_due_text", "next_amount_text"],
        errors: &[],
        arguments: &[],
        run: watch::watch_by_process,
    },
    Operation {
        name: "instalments.end",
        reads: &["plan_number"],
        writes: &["plan_end"],
        errors: &[],
        arguments: &[crate::processes::Argument::needed("reason", procedures::ArgumentKind::Any)],
        run: end::end_by_process,
    },
];
