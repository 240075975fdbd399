//! Scenario files: reading, located errors, saving.

#![allow(
    clippy::panic,
    clippy::expect_used,
    reason = "a test may stop where it stands"
)]

mod any;
mod disk;
mod errors;
mod mutilated;
mod round_trip;
mod saving;
