//! The edge as a whole: protection against other sites, headers, sessions, and what is answered when something fails.

mod accounts;
mod answers;
mod breaking;
mod home;
mod imports;
mod protection;
mod queue;
mod sign_in;
