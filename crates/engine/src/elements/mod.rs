//! What each kind of element does, one file a kind; here what they share.

mod activity;
mod catchers;
mod choice;
mod container;
mod event;
mod execute;
mod gateway;
mod task;
