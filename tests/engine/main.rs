//! Whole runs: the tree, its threads, its memory and its probabilities.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on should stop"
)]

#[path = "../support/mod.rs"]
mod support;

mod bits;
mod cancelling;
mod effects;
mod memory;
mod paths;
mod reference;
mod trees;
mod weights;
