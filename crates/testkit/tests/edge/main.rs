//! The edge as a whole: protection against other sites, headers, sessions, and what is answered when something fails.

mod answers;
mod breaking;
mod protection;
mod sign_in;
