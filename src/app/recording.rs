//! A session as a text of commands, one on a line, that can be replayed without a terminal.
//!
//! Only what a person did is kept: keys, pasted text, sizes. What follows from it follows again.

use super::{App, Document, Effect, Key, Msg, Screen};
use crate::files;
use crate::files::examples::EXAMPLES;
use crate::live::Report;
use crate::tell;

/// First line of every recording.
pub const HEAD: &str = "foretree-session 1";

/// One thing that was done.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Step {
    Key(Key),
    Line(String),
    /// Something came back: later keys may lean on it, so a replay waits for it too.
    Settle,
}

/// What was done so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recording {
    steps: Vec<Step>,
    /// Steps taken when nothing lay over the screen last: what ends the recording is no part of it.
    quiet: usize,
}

/// Keys on one line.
const KEYS_A_LINE: usize = 24;

impl Recording {
    /// An empty recording that begins where the app stands: its size, what is open, the screen.
    #[must_use]
    pub fn new(app: &App) -> Self {
        let mut lines = vec![format!("size {} {}", app.size.0, app.size.1)];
        let shown = app.shown().map(|d| d.id);
        let (last, others): (Vec<_>, Vec<_>) =
            app.documents.iter().partition(|d| Some(d.id) == shown);
        for document in others.into_iter().chain(last) {
            lines.push(match place(document) {
                Some(place) => format!("open {place}"),
                None => format!("# {}", tell!("record-no-file", name = App::name(document))),
            });
        }
        if app.screen != Screen::Library {
            lines.push(format!("do go-{}", app.screen.id()));
        }
        let mut steps: Vec<Step> = lines.into_iter().map(Step::Line).collect();
        steps.push(Step::Settle);
        Recording {
            quiet: steps.len(),
            steps,
        }
    }

    /// Keeps what a person did.
    pub(super) fn note(&mut self, msg: &Msg) {
        match msg {
            Msg::Key(key) => self.steps.push(Step::Key(*key)),
            Msg::Paste(text) => self
                .steps
                .push(Step::Line(format!("paste {}", escape(text)))),
            Msg::Resize(columns, rows) => {
                self.steps
                    .push(Step::Line(format!("size {columns} {rows}")));
            }
            Msg::Live(_, _, report) if matches!(**report, Report::Progress { .. }) => {}
            Msg::Opened(_) | Msg::Saved(..) | Msg::Library(_) | Msg::Live(..) | Msg::Answer(..)
                if self.steps.last() != Some(&Step::Settle) =>
            {
                self.steps.push(Step::Settle);
            }
            _ => {}
        }
    }

    /// Nothing lies over the screen now.
    pub(super) fn note_quiet(&mut self) {
        self.quiet = self.steps.len();
    }

    /// The text of the recording.
    #[must_use]
    pub fn text(mut self) -> String {
        self.steps.truncate(self.quiet);
        let mut text = format!("{HEAD}\n");
        let mut keys: Vec<Key> = Vec::new();
        for step in self.steps {
            match step {
                Step::Key(key) => {
                    keys.push(key);
                    if keys.len() >= KEYS_A_LINE {
                        write_keys(&mut text, &mut keys);
                    }
                }
                Step::Line(line) => {
                    write_keys(&mut text, &mut keys);
                    text.push_str(&format!("{line}\n"));
                }
                Step::Settle => {
                    write_keys(&mut text, &mut keys);
                    text.push_str("settle\n");
                }
            }
        }
        write_keys(&mut text, &mut keys);
        text
    }
}

fn write_keys(text: &mut String, keys: &mut Vec<Key>) {
    if !keys.is_empty() {
        let keys: String = keys.drain(..).map(|key| key.to_string()).collect();
        text.push_str(&format!("keys {keys}\n"));
    }
}

/// A text on one line, so that [`unescape`] gives it back letter for letter.
fn escape(text: &str) -> String {
    let letter = |letter: char| match letter {
        '\\' => "\\\\".to_owned(),
        '\n' => "\\n".to_owned(),
        '\r' => "\\r".to_owned(),
        '\t' => "\\t".to_owned(),
        ' ' => "\\s".to_owned(),
        other => other.to_string(),
    };
    // Blanks inside are left as they are: only those at the ends would be lost.
    let inner = text.trim_matches(' ');
    let start = text.len() - text.trim_start_matches(' ').len();
    let escaped: String = inner
        .chars()
        .map(|c| if c == ' ' { " ".to_owned() } else { letter(c) })
        .collect();
    let end = if inner.is_empty() {
        0
    } else {
        text.len() - text.trim_end_matches(' ').len()
    };
    format!(
        "{}{escaped}{}",
        letter(' ').repeat(start),
        letter(' ').repeat(end)
    )
}

/// The text that a line of a recording stands for.
#[must_use]
pub fn unescape(line: &str) -> String {
    let mut text = String::new();
    let mut letters = line.chars();
    while let Some(letter) = letters.next() {
        let escaped = if letter == '\\' { letters.next() } else { None };
        match escaped {
            None => text.push(letter),
            Some('n') => text.push('\n'),
            Some('r') => text.push('\r'),
            Some('t') => text.push('\t'),
            Some('s') => text.push(' '),
            Some(other) => text.push(other),
        }
    }
    text
}

/// What opens a scenario again: its file, or the example that it began as.
fn place(document: &Document) -> Option<String> {
    if let Some(path) = &document.path {
        return Some(path.display().to_string());
    }
    let first = document
        .past
        .first()
        .map_or(&document.scenario, |past| &past.scenario);
    let same = |(name, text): &&(&str, &str)| {
        files::parse(text, name).is_ok_and(|loaded| loaded.scenario == **first)
    };
    EXAMPLES
        .iter()
        .find(same)
        .map(|(name, _)| (*name).to_owned())
}

impl App {
    /// Starts recording, or ends it and writes what was recorded.
    pub(super) fn toggle_recording(&mut self) -> Vec<Effect> {
        match self.recording.take() {
            None => {
                self.recording = Some(Recording::new(self));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_escaped_comes_back_and_stays_on_one_line() {
        for text in ["", " ", "a b", "  a\\n\n\tb ", "\\s é 木 \r\n", "   "] {
            let line = escape(text);
            assert_eq!(unescape(line.trim()), text, "{line}");
            assert!(!line.contains('\n'));
        }
    }
}
