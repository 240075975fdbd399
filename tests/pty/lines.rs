//! The slow line is as slow as it says, or figures measured over it would mean nothing.

use std::time::{Duration, Instant};

use crate::line::Line;
use crate::stage::stage;
use crate::terminal::Start;

#[test]
fn a_key_over_the_slow_line_takes_the_round_trip_and_little_more() {
    let terminal = stage().over(Line::SLOW).open();
    terminal.wait_for("ready");
    let took = terminal.answer("x", |screen| screen.contents().contains("key x"));
    assert!(took >= Duration::from_millis(200), "{took:?}");
}

#[test]
fn the_slow_line_carries_eight_thousand_bytes_a_second() {
    let started = Instant::now();
    let script = "head -c 12000 /dev/zero | tr '\\0' x; echo; echo done";
    let terminal = Start::program("/bin/sh")
        .arguments(["-c", script])
        .over(Line::SLOW)
        .open();
    terminal.wait_for("done");
    let took = started.elapsed();
    assert!(took >= Duration::from_millis(1600), "{took:?}");
}
