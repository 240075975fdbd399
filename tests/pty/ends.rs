//! However the program ends, the shell gets its terminal back.

use std::process::{Command, Stdio};

use rustix::process::Signal;

use crate::stage::{ARGUMENTS, command, stage};
use crate::terminal::{Start, Terminal};

fn ready() -> Terminal {
    let terminal = stage().open();
    terminal.wait_for("ready");
    assert!(terminal.look(vt100::Screen::alternate_screen));
    assert!(terminal.look(vt100::Screen::hide_cursor));
    assert!(terminal.look(vt100::Screen::bracketed_paste));
    assert!(!terminal.is_cooked());
    terminal
}

#[test]
fn quitting_gives_the_terminal_back() {
    let mut terminal = ready();
    terminal.press("q");
    assert!(terminal.end().success());
    terminal.assert_given_back();
}

#[test]
fn an_error_gives_the_terminal_back_and_is_told_there() {
    let mut terminal = ready();
    terminal.press("e");
    assert_eq!(terminal.end().exit_code(), 3);
    terminal.assert_given_back();
    assert!(terminal.text().contains("as asked"), "{}", terminal.text());
}

#[test]
fn signals_that_end_the_program_give_the_terminal_back() {
    for (signal, code) in [
        (Signal::TERM, 143),
        (Signal::HUP, 129),
        (Signal::INT, 130),
        (Signal::QUIT, 143),
    ] {
        let mut terminal = ready();
        terminal.signal(signal);
        assert_eq!(terminal.end().exit_code(), code, "{signal:?}");
        terminal.assert_given_back();
    }
}

#[test]
fn ctrl_c_is_a_key_that_ends_like_its_signal() {
    let mut terminal = ready();
    terminal.press("\x03");
    assert_eq!(terminal.end().exit_code(), 130);
    terminal.assert_given_back();
}

#[test]
fn a_second_request_ends_a_program_that_hangs_and_gives_the_terminal_back() {
    let mut terminal = ready();
    terminal.press("xh");
    terminal.wait_for("key x");
    terminal.signal(Signal::TERM);
    // Two equal signals at once would count as one.
    terminal.signal(Signal::HUP);
    let status = terminal.end();
    assert!(!status.success(), "{status:?}");
    terminal.assert_given_back();
}

#[test]
fn closing_the_window_ends_the_program() {
    let mut terminal = ready();
    terminal.hang_up("x");
    assert!(!terminal.end().success());
}

#[test]
fn without_a_terminal_to_draw_on_it_says_so_and_what_would_help() {
    let output = Command::new(std::env::current_exe().unwrap())
        .args(ARGUMENTS)
        .env("FORETREE_STAGE", "1")
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("foretree run FILE"), "{said}");
    assert_eq!(output.status.code(), Some(3));
}

#[test]
fn with_piped_input_keys_come_from_the_terminal() {
    let line = format!("echo piped | {}", command());
    let mut terminal = Start::program("/bin/sh").arguments(["-c", &line]).open();
    terminal.wait_for("ready");
    terminal.press("x");
    terminal.wait_for("key x");
    terminal.press("q");
    assert!(terminal.end().success());
    terminal.assert_given_back();
}
