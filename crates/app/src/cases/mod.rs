//! Cases: opening them, answering their forms, working their tasks, what supervisors do to them, showing them.

mod act;
mod ahead;
mod answer;
pub mod clocks;
mod enter_fact;
mod facts;
mod follow_up;
mod list;
mod nightly;
pub(crate) mod offered;
mod open;
mod operations;
mod outcome;
mod queue;
mod show;
mod work;

pub use act::{
    HandedIn, OnCase, assign, cancel, comment, hand_in_document, resume, retry_document, suspend, take_next,
};
pub use ahead::next_task;
pub use answer::{Answered, Given, answer, complete_task, form_of, last_answered_by};
pub use enter_fact::{NewFact, enter_fact, recordable};
pub use facts::{Correction, correct_fact};
pub use list::{Column, Direction, Filter, ListQuery, home_counts, list};
pub use nightly::reevaluate_clocks;
pub use offered::{Offered, is_offered};
pub(crate) use open::{NewCase, open_at, open_in};
pub use open::{OpenCase, Prefill, open};
pub(crate) use operations::OPERATIONS;
pub(crate) use outcome::record_fact;
pub use queue::{
    EachAct, EachDone, SavedView, change_view, for_each, may_open, save_view, saved_views, view_counts,
};
pub use show::{CaseView, ClockLine, Marks, StepLine, StepPlace, diagram, document_content, show};
pub use work::{AskedField, Order, Task, TaskView, cases_of, show_form, show_task, tasks_of};
