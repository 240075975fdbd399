//! A session as a text of commands, one on a line, that can be replayed without a terminal.
//!
//! Only what a person did is kept: keys, pasted text, sizes. What follows from it follows again.

use super::{App, Effect, Key, Msg};
use crate::tell;

/// First line of every recording.
pub const HEAD: &str = "foretree-session 1";

/// What was done so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recording {
    lines: Vec<String>,
    keys: Vec<Key>,
}

/// Keys on one line.
const KEYS_A_LINE: usize = 24;

impl Recording {
    /// An empty recording of a terminal of this size, with what is open named.
    #[must_use]
    pub fn new(size: (u16, u16)) -> Self {
        let size = format!("size {} {}", size.0, size.1);
        Recording {
            lines: vec![HEAD.to_owned(), size],
            keys: Vec::new(),
        }
    }

    /// Keeps what a person did.
    pub(super) fn note(&mut self, msg: &Msg) {
        match msg {
            Msg::Key(key) => {
                self.keys.push(*key);
                if self.keys.len() >= KEYS_A_LINE {
                    self.flush();
                }
            }
            Msg::Paste(text) => {
                self.flush();
                self.lines.push(format!("paste {}", text.escape_default()));
            }
            Msg::Resize(columns, rows) => {
                self.flush();
                self.lines.push(format!("size {columns} {rows}"));
            }
            // Later keys may lean on what came back: a replay waits for it too.
            Msg::Opened(_) | Msg::Saved(..) | Msg::Library(_) => {
                self.flush();
                if self.lines.last().is_none_or(|line| line != "settle") {
                    self.lines.push("settle".to_owned());
                }
            }
            _ => {}
        }
    }

    fn flush(&mut self) {
        if self.keys.is_empty() {
            return;
        }
        let keys: String = self.keys.drain(..).map(|key| key.to_string()).collect();
        self.lines.push(format!("keys {keys}"));
    }

    /// The text of the recording.
    #[must_use]
    pub fn text(mut self) -> String {
        self.flush();
        self.lines.push(String::new());
        self.lines.join("\n")
    }
}

impl App {
    /// Starts recording, or ends it and writes what was recorded.
    pub(super) fn toggle_recording(&mut self) -> Vec<Effect> {
        match self.recording.take() {
            None => {
                self.recording = Some(Recording::new(self.size));
                self.say(tell!("record-started"));
                Vec::new()
            }
            Some(recording) => vec![Effect::WriteText {
                name: "session".to_owned(),
                text: recording.text(),
            }],
        }
    }
}
