//! sportello-testkit.
