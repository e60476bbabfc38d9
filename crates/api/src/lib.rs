//! sportello-api.
