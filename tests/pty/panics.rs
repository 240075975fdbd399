//! Faults of the program itself.

use crate::stage::stage;

#[test]
fn a_panic_while_drawing_is_told_on_the_normal_screen() {
    let mut terminal = stage().open();
    terminal.wait_for("ready");
    terminal.press("u");
    assert!(!terminal.end().success());
    terminal.assert_given_back();
    let text = terminal.text();
    assert!(text.contains("the stage falls"), "{text}");
    assert!(text.contains("the next start offers it back"), "{text}");
}

#[test]
fn a_panic_of_a_worker_is_told_on_the_screen_and_the_program_goes_on() {
    let mut terminal = stage().open();
    terminal.wait_for("ready");
    terminal.press("w");
    terminal.wait_for("a worker falls");
    assert!(terminal.look(vt100::Screen::alternate_screen));
    assert!(!terminal.is_cooked());
    terminal.press("x");
    terminal.wait_for("key x");
    terminal.press("q");
    assert!(terminal.end().success());
    terminal.assert_given_back();
}
