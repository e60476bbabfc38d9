//! Cases: opening them, answering their forms, working their tasks, what supervisors do to them, showing them.

mod act;
mod ahead;
mod answer;
pub mod clocks;
mod enter_fact;
mod facts;
mod follow_up;
mod hand_in;
mod hand_over;
mod hold;
mod list;
mod nightly;
pub(crate) mod offered;
mod open;
mod operations;
mod origin;
mod outcome;
mod papers_ahead;
mod queue;
mod reclassify;
mod related;
mod show;
mod start;
pub mod visits;
mod work;

pub(crate) use act::require_evidence;
pub use act::{OnCase, assign, cancel, comment, resume, suspend, take_next};
pub use ahead::next_task;
pub(crate) use answer::answer_in;
pub use answer::{Answered, Given, answer, complete_task, form_of, last_answered_by};
pub use enter_fact::{NewFact, enter_fact, recordable};
pub use facts::{Correction, correct_fact};
pub use follow_up::open_follow_up;
pub use hand_in::{HandedIn, hand_in_document, retry_document};
pub(crate) use hold::{Interval, put_interval};
pub use list::{Column, Counts, Direction, Filter, LATELY_DAYS, ListQuery, due_within, home_counts, list};
pub use nightly::reevaluate_clocks;
pub use offered::{Offered, is_offered};
pub(crate) use open::{NewCase, open_at, open_in};
pub use open::{OpenCase, Prefill, open};
pub(crate) use operations::OPERATIONS;
pub(crate) use origin::FOLLOWS;
pub(crate) use outcome::{local_text, moment, record_fact, record_fact_from};
pub use papers_ahead::{PapersAhead, papers_ahead};
pub use queue::{
    EachAct, EachDone, SavedView, change_view, for_each, may_open, save_view, saved_views, view_counts,
};
pub use show::{CaseView, ClockLine, Marks, StepLine, StepPlace, diagram, document_content, show};
pub use store::cases::case::Bond;
pub use work::{AskedField, Order, PriceItem, Task, TaskView, cases_of, show_form, show_task, tasks_of};
