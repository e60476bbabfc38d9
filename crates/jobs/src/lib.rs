//! sportello-jobs.
