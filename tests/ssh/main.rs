//! The server of workshops with real OpenSSH clients in pseudo-terminals, and with clients that
//! mean no good.

#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test that cannot go on should stop"
)]
#![allow(dead_code, reason = "the terminal is shared with other tests")]

mod attacks;
mod clients;
mod commands;
mod ends;
#[path = "../pty/line.rs"]
mod line;
mod plain;
mod rooms;
mod stage;
#[path = "../pty/terminal.rs"]
mod terminal;
mod wire;
