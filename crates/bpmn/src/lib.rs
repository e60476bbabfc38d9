//! BPMN 2.0 definitions as types, and their reader.
//!
//! [`read::read`] turns XML into [`model::Definitions`]; nothing here runs a process (that is the `engine` crate).
//!
//! Extension namespace `https://sportello.example/bpmn/1` (prefix `sportello` by habit), attributes on tasks:
//!
//! | attribute | on | meaning |
//! |---|---|---|
//! | `operation` | service, send, business rule and script tasks | the application operation the task calls |
//! | `arguments` | the same tasks | a FEEL context, evaluated when the task is reached: what the operation is told |
//! | `form` | user tasks | the form that people fill in |
//! | `role` | user and manual tasks | who may do it; without it the lane's name counts |
//! | `correlationKey` | message events, receive tasks, message definitions | expression giving the key that an incoming message must carry |

pub mod check;
pub mod model;
pub mod read;
