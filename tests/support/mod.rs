//! What the tests of the engine share: made-up places, and one path driven by hand.

#![allow(dead_code, reason = "each test file uses a part of this")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "a test that cannot go on should stop"
)]

pub mod drive;
pub mod effects;
pub mod places;
pub mod runs;
pub mod strategies;
