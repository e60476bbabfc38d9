//! sportello-portal.
