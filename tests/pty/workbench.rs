//! The real program: from its first frame to the shell that gets its terminal back.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rustix::process::Signal;
use tempfile::TempDir;

use crate::line::Line;
use crate::terminal::{Start, Terminal};

/// Cursor keys as terminals send them.
const RIGHT: &str = "\x1b[C";
/// The window is looked at again.
const FOCUS: &str = "\x1b[I";

/// A home of its own for a program.
struct Home(TempDir);

impl Home {
    fn new() -> Self {
        Home(tempfile::tempdir().unwrap())
    }

    fn path(&self) -> &Path {
        self.0.path()
    }

    fn start(&self) -> Start {
        Start::program(env!("CARGO_BIN_EXE_foretree")).variable("FORETREE_HOME", self.path())
    }

    /// The program on its library.
    fn library(&self) -> Terminal {
        let terminal = self.start().open();
        terminal.wait_for("Examples that come with the program");
        terminal
    }

    /// An example with an edit that nobody has saved.
    fn edited(&self) -> Terminal {
        let terminal = self.library();
        terminal.press("\r");
        terminal.wait_for("Decided open");
        terminal.press(&RIGHT.repeat(3));
        terminal.wait_for("Probability 40 %");
        terminal.press("+");
        terminal.wait_for("Probability 45 %");
        terminal.wait("the work to be kept", |_| !self.journals().is_empty());
        terminal
    }

    /// What is kept of unsaved work; what is still being written is not kept yet.
    fn journals(&self) -> Vec<PathBuf> {
        let folder = self.path().join("data/journal");
        let Ok(entries) = fs::read_dir(folder) else {
            return Vec::new();
        };
        let whole = |path: &PathBuf| {
            let hidden = path
                .file_name()
                .is_some_and(|n| n.to_string_lossy().starts_with('.'));
            !hidden && path.extension().is_some_and(|ending| ending == "ron")
        };
        entries
            .flatten()
            .map(|entry| entry.path())
            .filter(whole)
            .collect()
    }

    #[track_caller]
    fn assert_work_is_offered_back(&self) {
        let mut terminal = self.start().open();
        terminal.wait_for("Work found again");
        terminal.press("\r");
        terminal.wait_for("Unsaved work was found");
        terminal.press(&RIGHT.repeat(3));
        terminal.wait_for("Probability 45 %");
        terminal.press("\x03\x03");
        terminal.end();
    }
}

#[test]
fn it_opens_on_the_library_shows_an_example_and_quits() {
    let home = Home::new();
    let mut terminal = home.library();
    assert!(terminal.look(vt100::Screen::alternate_screen));
    terminal.press("\r");
    terminal.wait_for("10 000 draws");
    terminal.press("q");
    assert!(terminal.end().success());
    terminal.assert_given_back();
    let written = String::from_utf8_lossy(&terminal.bytes()).into_owned();
    for mode in ["?1000h", "?1002h", "?1003h", "?1006h", "?1015h"] {
        assert!(!written.contains(mode), "mouse mode {mode}");
    }
}

#[test]
fn an_example_named_on_the_command_line_is_open_at_once() {
    let home = Home::new();
    let start = home.start().arguments(["open", "niger-who-connects"]);
    let mut terminal = start.open();
    terminal.wait_for("Niger: who connects");
    terminal.wait_for("3 Tree");
    terminal.press("q");
    assert!(terminal.end().success());
}

#[test]
fn signals_give_the_terminal_back_and_the_work_is_offered_next_time() {
    for (signal, code) in [(Signal::TERM, 143), (Signal::HUP, 129)] {
        let home = Home::new();
        let mut terminal = home.edited();
        terminal.signal(signal);
        assert_eq!(terminal.end().exit_code(), code, "{signal:?}");
        terminal.assert_given_back();
        home.assert_work_is_offered_back();
    }
}

#[test]
fn a_program_that_is_killed_loses_no_work() {
    let home = Home::new();
    let mut terminal = home.edited();
    terminal.signal(Signal::KILL);
    assert!(!terminal.end().success());
    home.assert_work_is_offered_back();
}

#[test]
fn a_connection_that_is_lost_loses_no_work() {
    let home = Home::new();
    let mut terminal = home.edited();
    terminal.hang_up("j");
    assert!(!terminal.end().success());
    home.assert_work_is_offered_back();
}

#[test]
fn ctrl_z_gives_the_shell_its_terminal_and_fg_brings_the_workbench_back() {
    let home = Home::new();
    let terminal = Start::program("/bin/sh")
        .arguments(["-i"])
        .variable("PS1", "prompt> ")
        .variable("FORETREE_HOME", home.path())
        .open();
    terminal.wait_for("prompt>");
    terminal.press(&format!("{}\r", env!("CARGO_BIN_EXE_foretree")));
    terminal.wait_for("Examples that come with the program");
    terminal.press("\x1a");
    terminal.wait("the shell", |screen| {
        !screen.alternate_screen() && screen.contents().trim_end().ends_with("prompt>")
    });
    assert!(!terminal.look(vt100::Screen::hide_cursor));
    terminal.press("fg\r");
    terminal.wait_for("Examples that come with the program");
    assert!(terminal.look(vt100::Screen::alternate_screen));
    assert!(!terminal.is_cooked());
    terminal.press("0");
    terminal.wait_for("0 Guide");
    terminal.press("q");
    terminal.wait("the shell", |screen| !screen.alternate_screen());
}

#[test]
fn while_nobody_does_anything_nothing_is_written_and_no_processor_is_used() {
    let home = Home::new();
    let terminal = home.library();
    terminal.press("\r");
    terminal.wait_for("10 000 draws");
    terminal.settle(Duration::from_millis(500));
    let written = terminal.bytes().len();
    #[cfg(target_os = "linux")]
    let used = terminal.processor_time();
    terminal.settle(Duration::from_secs(3));
    assert_eq!(terminal.bytes().len(), written);
    #[cfg(target_os = "linux")]
    assert!(terminal.processor_time() <= used + 1);
}

#[test]
fn without_colour_the_marked_line_is_reversed_and_no_colour_is_sent() {
    let home = Home::new();
    let terminal = home.start().variable("NO_COLOR", "1").open();
    terminal.wait_for("Examples that come with the program");
    terminal.press("j");
    terminal.wait("a marked line", |screen| {
        (1..23).any(|row| screen.cell(row, 4).is_some_and(vt100::Cell::inverse))
    });
    let plain = |cell: &vt100::Cell| {
        let none = vt100::Color::Default;
        cell.fgcolor() == none && cell.bgcolor() == none
    };
    terminal.look(|screen| {
        for (row, column) in (0..24).flat_map(|row| (0..80).map(move |column| (row, column))) {
            assert!(screen.cell(row, column).is_none_or(plain), "{row} {column}");
        }
    });
}

#[test]
fn a_terminal_that_cannot_draw_gets_text() {
    let home = Home::new();
    let mut terminal = home.start().variable("TERM", "dumb").open();
    assert!(terminal.end().success());
    let text = String::from_utf8_lossy(&terminal.bytes()).into_owned();
    assert!(text.contains("foretree"), "{text}");
    assert!(!text.contains('\x1b'), "{text:?}");
}

#[test]
fn a_file_changed_by_somebody_else_is_noticed_when_the_window_is_looked_at() {
    let home = Home::new();
    let text = include_str!("../../scenarios/niger-who-connects.ron");
    fs::create_dir_all(home.path().join("scenarios")).unwrap();
    let file = home.path().join("scenarios/niger.ron");
    fs::write(&file, text).unwrap();
    let terminal = home.start().arguments([Path::new("open"), &file]).open();
    terminal.wait_for("3 Tree");
    fs::write(&file, text.replace("Niger:", "Niger again:")).unwrap();
    terminal.press(FOCUS);
    terminal.wait_for("has changed on disk");
}

#[test]
fn a_second_program_on_the_same_file_reads_only() {
    let home = Home::new();
    fs::create_dir_all(home.path().join("scenarios")).unwrap();
    let file = home.path().join("scenarios/niger.ron");
    fs::write(
        &file,
        include_str!("../../scenarios/niger-who-connects.ron"),
    )
    .unwrap();
    let first = home.start().arguments([Path::new("open"), &file]).open();
    first.wait_for("3 Tree");
    let second = home.start().arguments([Path::new("open"), &file]).open();
    second.wait_for("open elsewhere");
    second.press("s");
    second.wait_for("another program");
}

#[test]
fn the_first_frame_and_a_key_come_over_a_slow_line() {
    let home = Home::new();
    let began = Instant::now();
    let start = home.start().variable("SSH_CONNECTION", "::1 1 ::1 22");
    let terminal = start.over(Line::SLOW).open();
    terminal.wait_for("Examples that come with the program");
    assert!(
        began.elapsed() < Duration::from_secs(10),
        "{:?}",
        began.elapsed()
    );
    let took = terminal.answer("0", |screen| screen.contents().contains("0 Guide"));
    assert!(took >= Duration::from_millis(200), "{took:?}");
}
