//! The program in a real pseudo-terminal: how it takes the terminal over and gives it back.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on should stop"
)]

mod ends;
mod line;
mod lines;
mod panics;
mod quiet;
mod stage;
mod stops;
mod terminal;
mod workbench;
