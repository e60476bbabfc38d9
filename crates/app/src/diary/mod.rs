//! The diary: deadlines and visits, and the invitations that tell people of them.

mod invite;
mod keep;
mod show;
mod visit;

pub use invite::{InvitationData, feed_of};
pub use keep::{MoveAppointment, calendar_secret, cancel_appointment, day, move_appointment, user_of_secret};
pub use show::{Appointment, show_appointment};
pub(crate) use visit::{cancel_all, close_visit, put_deadline, put_due, put_visit};
