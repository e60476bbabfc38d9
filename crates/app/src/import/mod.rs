//! Applying a billing export to the registry.
