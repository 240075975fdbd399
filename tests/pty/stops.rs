//! Stopping the program and bringing it back.

use rustix::process::Signal;

use crate::stage::{command, stage};
use crate::terminal::{Start, Terminal};

/// The stage in a shell that can stop and continue programs.
fn in_a_shell() -> Terminal {
    let terminal = Start::program("/bin/sh")
        .arguments(["-i"])
        .variable("PS1", "prompt> ")
        .open();
    terminal.wait_for("prompt>");
    terminal.press(&format!("{}\r", command()));
    terminal.wait_for("ready");
    terminal
}

#[track_caller]
fn assert_stopped(terminal: &Terminal) {
    terminal.wait("the shell", |screen| {
        !screen.alternate_screen() && screen.contents().trim_end().ends_with("prompt>")
    });
    terminal.press("stty -a\r");
    terminal.wait_for(" echo ");
    assert!(terminal.text().contains(" icanon"), "{}", terminal.text());
    assert!(!terminal.look(vt100::Screen::hide_cursor));
}

#[test]
fn ctrl_z_gives_the_shell_its_terminal_and_fg_brings_the_program_back() {
    let terminal = in_a_shell();
    terminal.press("\x1a");
    assert_stopped(&terminal);
    terminal.press("fg\r");
    terminal.wait_for("back");
    assert!(terminal.look(vt100::Screen::alternate_screen));
    assert!(!terminal.is_cooked());
    terminal.press("x");
    terminal.wait_for("key x");
    terminal.press("\x1a");
    assert_stopped(&terminal);
    terminal.press("fg\r");
    terminal.wait_for("key x");
    terminal.press("q");
    terminal.wait("the shell", |screen| !screen.alternate_screen());
}

#[test]
fn without_a_shell_ctrl_z_says_that_nothing_could_bring_the_program_back() {
    let mut terminal = stage().open();
    terminal.wait_for("ready");
    terminal.press("\x1a");
    terminal.wait_for("no shell is there");
    terminal.press("q");
    assert!(terminal.end().success());
}

#[test]
fn a_program_stopped_from_outside_draws_everything_again_when_it_goes_on() {
    let terminal = stage().open();
    terminal.wait_for("ready");
    terminal.signal(Signal::STOP);
    terminal.signal(Signal::CONT);
    terminal.wait_for("again");
    assert!(terminal.look(vt100::Screen::alternate_screen));
    assert!(!terminal.is_cooked());
}
