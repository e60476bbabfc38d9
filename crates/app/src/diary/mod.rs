//! The diary: deadlines and visits, and the invitations that tell people of them.

mod appoint;
mod invite;
mod keep;
mod operations;
mod show;
mod visit;

pub use invite::{InvitationData, feed_of};
pub use keep::{
    MoveAppointment, MovedBy, Wish, calendar_secret, cancel_appointment, day, move_appointment,
    user_of_secret,
};
pub(crate) use operations::OPERATIONS;
pub use show::{Appointment, show_appointment};
pub(crate) use visit::{
    cancel_all, close_distributor_visit, drop_deadlines, put_distributor_visit, put_due, put_for_role,
};
