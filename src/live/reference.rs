//! The reference country on its own, simulated once when somebody asks for it.

/// Where its numbers are kept.
#[derive(Default)]
pub(super) struct Shelf;
