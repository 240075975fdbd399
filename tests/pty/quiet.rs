//! What the program leaves alone.

use std::time::Duration;

use crate::stage::stage;

#[test]
fn while_nobody_does_anything_nothing_is_written_and_no_processor_is_used() {
    let terminal = stage().open();
    terminal.wait_for("ready");
    terminal.settle(Duration::from_millis(300));
    let written = terminal.bytes().len();
    #[cfg(target_os = "linux")]
    let used = terminal.processor_time();
    terminal.settle(Duration::from_secs(2));
    assert_eq!(terminal.bytes().len(), written);
    #[cfg(target_os = "linux")]
    assert!(terminal.processor_time() <= used + 1);
}

#[test]
fn the_mouse_is_left_to_the_terminal_so_that_text_can_be_selected() {
    let mut terminal = stage().open();
    terminal.wait_for("ready");
    terminal.press("q");
    terminal.end();
    let written = String::from_utf8_lossy(&terminal.bytes()).into_owned();
    for mode in ["?1000h", "?1002h", "?1003h", "?1006h", "?1015h"] {
        assert!(!written.contains(mode), "{mode}");
    }
}

#[test]
fn colour_switches_of_libraries_do_not_hide_what_is_selected() {
    let terminal = stage().variable("NO_COLOR", "1").open();
    terminal.wait_for("0 events");
    let row = terminal.look(|screen| {
        let row = screen.rows(0, 80).position(|row| row.contains("0 events"));
        u16::try_from(row.unwrap()).unwrap()
    });
    assert!(terminal.look(|screen| screen.cell(row, 0).unwrap().inverse()));
}

#[test]
fn a_new_size_is_told_and_a_paste_comes_as_one() {
    let terminal = stage().open();
    terminal.wait_for("ready");
    terminal.resize(100, 30);
    terminal.wait_for("100 by 30");
    terminal.press("\x1b[200~two\rlines\x1b[201~");
    terminal.wait_for("pasted 9 letters");
    terminal.press("\x1b[<0;1;1M");
    terminal.press("x");
    terminal.wait_for("key x");
}
