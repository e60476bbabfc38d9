//! Containers: process, sub-processes, loops, call activities.

mod ad_hoc;
mod body;
mod call_activity;
mod event_sub_process;
mod repeat;
mod transaction;
