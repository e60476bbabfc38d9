//! Cases: opening them, answering their forms, working their tasks, what supervisors do to them, showing them.

mod act;
mod answer;
pub mod clocks;
mod list;
mod nightly;
mod open;
mod outcome;
mod show;
mod work;

pub use act::{
    HandedIn, assign, cancel, comment, correct_fact, hand_in_document, resume, retry_document, suspend,
    take_next,
};
pub use answer::{Answered, Given, answer, complete_task, form_of};
pub use list::{ListQuery, home_counts, list};
pub use nightly::reevaluate_clocks;
pub(crate) use open::{NewCase, open_in};
pub use open::{OpenCase, Prefill, open};
pub(crate) use outcome::{
    admit_by_process, fulfil_by_process, record_by_process, record_fact, record_fact_by_process,
    refuse_by_process,
};
pub use show::{CaseView, ClockLine, Marks, StepLine, StepPlace, diagram, document_content, show};
pub use work::{AskedField, Order, Task, TaskView, cases_of, show_task, tasks_of};
