//! A terminal with a program in it, for tests that type and look.
//!
//! Nothing sleeps in the hope that something has happened by then: every step waits for what it
//! needs and fails with the screen if that does not come.

use std::ffi::OsString;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};

use crate::line::{Line, Mouth};

/// Longer than anything takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(30);

/// What the terminal shows and how much came to it.
struct Shown {
    parser: vt100::Parser,
    bytes: Vec<u8>,
    ended: bool,
}

/// What to start, where and how.
pub struct Start {
    program: OsString,
    arguments: Vec<OsString>,
    variables: Vec<(String, OsString)>,
    size: (u16, u16),
    line: Line,
}

impl Start {
    /// This program, in a terminal of 80 by 24 on the same machine.
    pub fn program(path: impl AsRef<Path>) -> Self {
        Self {
            program: path.as_ref().into(),
            arguments: Vec::new(),
            variables: Vec::new(),
            size: (80, 24),
            line: Line::LOCAL,
        }
    }

    pub fn arguments<T: Into<OsString>>(mut self, all: impl IntoIterator<Item = T>) -> Self {
        self.arguments.extend(all.into_iter().map(Into::into));
        self
    }

    pub fn variable(mut self, name: &str, value: impl Into<OsString>) -> Self {
        self.variables.push((name.to_owned(), value.into()));
        self
    }

    pub fn over(mut self, line: Line) -> Self {
        self.line = line;
        self
    }

    pub fn open(self) -> Terminal {
        let pair = native_pty_system().openpty(pty_size(self.size)).unwrap();
        let mut command = CommandBuilder::new(&self.program);
        command.args(&self.arguments);
        for name in ["NO_COLOR", "COLORTERM", "SSH_CONNECTION", "LC_ALL", "TMUX"] {
            command.env_remove(name);
        }
        command.env("TERM", "xterm-256color");
        command.env("LANG", "C.UTF-8");
        for (name, value) in &self.variables {
            command.env(name, value);
        }
        command.cwd(std::env::current_dir().unwrap());
        let child = pair.slave.spawn_command(command).unwrap();
        // Kept open here, the terminal would never hang up when the program ends.
        drop(pair.slave);
        Terminal::new(pair.master, child, self.size, self.line)
    }
}

fn pty_size((cols, rows): (u16, u16)) -> PtySize {
    PtySize {
        rows,
        cols,
        ..PtySize::default()
    }
}

fn cells((columns, rows): (u16, u16)) -> (NonZeroU16, NonZeroU16) {
    let some = |count| NonZeroU16::new(count).unwrap();
    (some(rows), some(columns))
}

/// A terminal with a program in it. Dropping it closes the window.
pub struct Terminal {
    master: Option<Box<dyn MasterPty + Send>>,
    keys: Arc<Mouth>,
    child: Box<dyn Child + Send + Sync>,
    shown: Arc<(Mutex<Shown>, Condvar)>,
    closed: Arc<AtomicBool>,
}

impl Terminal {
    fn new(
        master: Box<dyn MasterPty + Send>,
        child: Box<dyn Child + Send + Sync>,
        size: (u16, u16),
        line: Line,
    ) -> Self {
        let (rows, columns) = cells(size);
        let shown = Shown {
            parser: vt100::Parser::new(rows, columns, 200),
            bytes: Vec::new(),
            ended: false,
        };
        let shown = Arc::new((Mutex::new(shown), Condvar::new()));
        let to_screen = Arc::clone(&shown);
        let (asked, answers) = std::sync::mpsc::channel();
        let screen = line.carry(true, move |bytes| {
            for _ in 0..show(&to_screen, bytes) {
                let _ = asked.send(());
            }
        });
        let mut reader = master.try_clone_reader().unwrap();
        let closed = Arc::new(AtomicBool::new(false));
        let gone = Arc::clone(&closed);
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                screen.send(&buffer[..count]);
                if gone.load(Ordering::SeqCst) {
                    break;
                }
            }
        });
        let mut writer = master.take_writer().unwrap();
        let keys = Arc::new(line.carry(false, move |bytes| {
            let _ = writer.write_all(bytes).and_then(|()| writer.flush());
        }));
        // As every terminal does when it is asked where its cursor is.
        let mouth = Arc::downgrade(&keys);
        thread::spawn(move || {
            for () in answers {
                if let Some(keys) = mouth.upgrade() {
                    keys.send(b"\x1b[1;1R");
                }
            }
        });
        Self {
            master: Some(master),
            keys,
            child,
            shown,
            closed,
        }
    }

    /// Types, byte by byte as terminals send them: `\r` is Enter, `\x1b` Escape, `\x1a` Ctrl-Z.
    pub fn press(&self, keys: &str) {
        self.keys.send(keys.as_bytes());
    }

    /// Waits until the screen is as wanted.
    #[track_caller]
    pub fn wait(&self, wanted: &str, is_so: impl Fn(&vt100::Screen) -> bool) {
        let (shown, changed) = &*self.shown;
        let end = Instant::now() + PATIENCE;
        let mut now = shown.lock().unwrap();
        while !is_so(now.parser.screen()) {
            let left = end.saturating_duration_since(Instant::now());
            assert!(
                !left.is_zero() && !now.ended,
                "waited for {wanted}; the screen shows:\n{}",
                now.parser.screen().contents()
            );
            (now, _) = changed.wait_timeout(now, left).unwrap();
        }
    }

    /// Waits until the screen shows a text.
    #[track_caller]
    pub fn wait_for(&self, text: &str) {
        self.wait(text, |screen| screen.contents().contains(text));
    }

    /// How long it takes from pressing keys to a change of the screen.
    #[track_caller]
    pub fn answer(&self, keys: &str, is_so: impl Fn(&vt100::Screen) -> bool) -> Duration {
        let pressed = Instant::now();
        self.press(keys);
        self.wait("the answer to a key", is_so);
        pressed.elapsed()
    }

    /// Waits until nothing came for so long.
    pub fn settle(&self, quiet: Duration) {
        let (shown, changed) = &*self.shown;
        let end = Instant::now() + PATIENCE;
        let mut now = shown.lock().unwrap();
        loop {
            let before = now.bytes.len();
            let (after, waited) = changed.wait_timeout(now, quiet).unwrap();
            now = after;
            if waited.timed_out() && now.bytes.len() == before {
                return;
            }
            assert!(Instant::now() < end, "the screen never comes to rest");
        }
    }

    /// What the screen shows.
    pub fn text(&self) -> String {
        self.look(|screen| screen.contents())
    }

    /// Something about the screen.
    pub fn look<T>(&self, see: impl FnOnce(&vt100::Screen) -> T) -> T {
        see(self.shown.0.lock().unwrap().parser.screen())
    }

    /// Everything that came so far.
    pub fn bytes(&self) -> Vec<u8> {
        self.shown.0.lock().unwrap().bytes.clone()
    }

    pub fn resize(&self, columns: u16, rows: u16) {
        let (r, c) = cells((columns, rows));
        self.shown.0.lock().unwrap().parser.set_size(r, c);
        self.master().resize(pty_size((columns, rows))).unwrap();
    }

    fn master(&self) -> &dyn MasterPty {
        self.master.as_deref().unwrap()
    }

    pub fn process(&self) -> Pid {
        Pid::from_raw(self.child.process_id().unwrap().try_into().unwrap()).unwrap()
    }

    pub fn signal(&self, signal: Signal) {
        kill_process(self.process(), signal).unwrap();
    }

    /// Whether the terminal itself shows what is typed, and hands it over line by line.
    pub fn is_cooked(&self) -> bool {
        let modes = self.master().get_termios().unwrap();
        let flags = format!("{:?}", modes.local_flags);
        let has = |name: &str| {
            flags
                .split(|c: char| !c.is_ascii_alphanumeric())
                .any(|flag| flag == name)
        };
        has("ECHO") && has("ICANON")
    }

    /// Asserts that the terminal is as a shell expects it.
    #[track_caller]
    pub fn assert_given_back(&self) {
        let screen = self.look(vt100::Screen::clone);
        let text = screen.contents();
        assert!(!screen.alternate_screen(), "alternate screen: {text}");
        assert!(!screen.hide_cursor(), "hidden cursor: {text}");
        assert!(!screen.bracketed_paste(), "bracketed paste: {text}");
        assert!(self.is_cooked(), "raw mode: {text}");
    }

    /// Processor time of the program so far, in hundredths of a second.
    #[cfg(target_os = "linux")]
    pub fn processor_time(&self) -> u64 {
        let path = format!("/proc/{}/stat", self.process().as_raw_nonzero());
        let stat = std::fs::read_to_string(path).unwrap();
        let (_, after) = stat.rsplit_once(')').unwrap();
        let field = |number: usize| {
            let text = after.split_whitespace().nth(number - 3).unwrap();
            text.parse::<u64>().unwrap()
        };
        field(14) + field(15)
    }

    /// Waits until the program has ended and everything it wrote is shown.
    #[track_caller]
    pub fn end(&mut self) -> ExitStatus {
        let end = Instant::now() + PATIENCE;
        let status = loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                break status;
            }
            assert!(Instant::now() < end, "it does not end:\n{}", self.text());
            thread::sleep(Duration::from_millis(5));
        };
        let (shown, changed) = &*self.shown;
        let now = shown.lock().unwrap();
        let all = changed.wait_timeout_while(now, PATIENCE, |now| !now.ended);
        drop(all.unwrap());
        status
    }

    /// Closes the window, as a lost connection does. These last keys must make the program draw:
    /// only then the thread that reads it lets go of the terminal, which all must do.
    pub fn hang_up(&mut self, keys: &str) {
        self.master = None;
        self.closed.store(true, Ordering::SeqCst);
        self.press(keys);
        self.keys = Arc::new(Line::LOCAL.carry(false, |_| {}));
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

/// Shows bytes, and counts how often they ask where the cursor is.
fn show(shown: &(Mutex<Shown>, Condvar), bytes: &[u8]) -> usize {
    let mut now = shown.0.lock().unwrap();
    let seen = now.bytes.len().saturating_sub(3);
    now.parser.process(bytes);
    now.bytes.extend_from_slice(bytes);
    now.ended |= bytes.is_empty();
    shown.1.notify_all();
    let asks = now.bytes[seen..]
        .windows(4)
        .filter(|bytes| bytes == b"\x1b[6n");
    asks.count()
}
