//! What a seller and a gas distributor tell each other about a service at a supply point: the request, whether it is
//! admissible, when somebody comes, how it ended. Neutral: how the messages are written is the connectors' affair.
//!
//! Source of the four steps: regulation.md 4.1 (communication standard of del. ARG/gas 185/08).

mod format;
mod judge;
mod message;

pub use format::{DistributorFormat, Expected, Problem, ReadProblem, Row};
pub use judge::{Before, Fate, Known, KnownRequest, Verdict, ends, judge, point};
pub use message::{
    Admissibility, Appointment, Body, Cause, Customer, Flow, Head, Message, Outcome, Request, Technical,
};
