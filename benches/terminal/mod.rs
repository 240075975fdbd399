//! What somebody at the keyboard waits for, measured at the real program in a real terminal.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::line::Line;
use crate::report;
use crate::terminal::{Start, Terminal};

const RIGHT: &str = "\x1b[C";
const LEFT: &str = "\x1b[D";
const RUN: &str = "running, ";

/// A folder with one long run.
struct Home(TempDir);

impl Home {
    fn with(scenario: &str) -> Self {
        let home = tempfile::tempdir().expect("a folder");
        fs::write(home.path().join("long.ron"), scenario).expect("a file");
        Home(home)
    }

    fn start(&self) -> Start {
        Start::program(env!("CARGO_BIN_EXE_foretree")).variable("FORETREE_HOME", self.0.path())
    }

    fn open(&self, line: Line) -> Terminal {
        let file = self.0.path().join("long.ron");
        let mut start = self
            .start()
            .arguments([Path::new("open"), &file])
            .over(line);
        if line.rate.is_some() {
            start = start.variable("SSH_CONNECTION", "::1 1 ::1 22");
        }
        start.open()
    }
}

fn shows(screen: &vt100::Screen, text: &str) -> bool {
    screen.contents().contains(text)
}

/// Measures with a scenario of 64 paths and a hundred thousand draws, and with the usual ten thousand.
pub fn measure(long: &str, usual: &str) {
    let home = Home::with(long);
    first_frame(&home);
    keys(
        &home,
        Line::LOCAL,
        "key to screen while two workers simulate",
        300,
    );
    keys(&home, Line::SLOW, "the same over 8 kB/s and 200 ms", 40);
    cancel(&home);
    finished(&Home::with(usual));
}

/// From the start of the program to a screen with the list of what can be opened.
fn first_frame(home: &Home) {
    let (mut first, mut listed) = (Vec::new(), Vec::new());
    for _ in 0..25 {
        let began = Instant::now();
        let mut terminal = home.start().open();
        terminal.wait("a frame", |screen| shows(screen, "1 Library"));
        first.push(began.elapsed());
        terminal.wait("the list", |screen| shows(screen, "Examples that come"));
        listed.push(began.elapsed());
        terminal.press("q");
        terminal.end();
    }
    report("start of the program to its first frame", first, f64::NAN);
    report(
        "start of the program to the list of scenarios",
        listed,
        f64::NAN,
    );
}

/// A cursor move to and fro while a run goes on.
fn keys(home: &Home, line: Line, name: &str, most: usize) {
    let mut terminal = home.open(line);
    terminal.wait("a run", |screen| shows(screen, RUN));
    let mut times = Vec::new();
    while times.len() < most && terminal.look(|screen| shows(screen, RUN)) {
        let (key, there) = match times.len() % 2 {
            0 => (RIGHT, true),
            _ => (LEFT, false),
        };
        times.push(terminal.answer(key, |screen| shows(screen, "What happens") == there));
    }
    report(&format!("{name} ({} keys)", times.len()), times, f64::NAN);
    terminal.press("\x03\x03");
    terminal.end();
}

/// From Escape to the word that the run has stopped.
fn cancel(home: &Home) {
    let mut times = Vec::new();
    for _ in 0..7 {
        let mut terminal = home.open(Line::LOCAL);
        terminal.wait("some progress", |screen| {
            shows(screen, RUN) && !shows(screen, "running, 0 %")
        });
        times.push(terminal.answer("\x1b", |screen| shows(screen, "stopped after")));
        terminal.press("\x03\x03");
        terminal.end();
    }
    report("Escape to partial results on the screen", times, f64::NAN);
}

/// What an open scenario with results takes, and what it does while nobody does anything.
fn finished(home: &Home) {
    let mut terminal = home.open(Line::LOCAL);
    terminal.wait("all draws", |screen| shows(screen, "10 000 draws"));
    come_to_rest(&terminal);
    memory(&terminal, "just open");
    for (key, name) in [
        ("5", "with Outcomes"),
        ("6", "with Compare and its search"),
        ("3", ""),
    ] {
        terminal.press(key);
        come_to_rest(&terminal);
        memory(&terminal, name);
    }
    terminal.press(RIGHT);
    terminal.wait("a branch", |screen| shows(screen, "What happens"));
    come_to_rest(&terminal);
    let (bytes, used) = (terminal.bytes().len(), terminal.processor_time());
    std::thread::sleep(Duration::from_secs(10));
    println!(
        "ten idle seconds: {} bytes written, {} ms of processor time",
        terminal.bytes().len() - bytes,
        (terminal.processor_time() - used) * 10
    );
    terminal.press("q");
    terminal.end();
}

/// Waits until nothing is computed any more.
fn come_to_rest(terminal: &Terminal) {
    let began = Instant::now();
    loop {
        let used = terminal.processor_time();
        std::thread::sleep(Duration::from_millis(1_000));
        if terminal.processor_time() == used {
            println!("    at rest after {:.0} s", began.elapsed().as_secs_f64());
            return;
        }
        assert!(began.elapsed() < Duration::from_secs(180), "it never rests");
    }
}

fn memory(terminal: &Terminal, name: &str) {
    let status = format!("/proc/{}/status", terminal.process().as_raw_nonzero());
    let status = fs::read_to_string(status).unwrap_or_default();
    let lines = status.lines();
    let told: Vec<&str> = lines
        .filter(|l| l.starts_with("VmRSS") || l.starts_with("VmHWM"))
        .collect();
    println!("64 paths open in the program {name}: {}", told.join(" "));
}
