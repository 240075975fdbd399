//! A place in a file as people want to see it: line, column, field path and the line itself.

use super::syntax::{Lines, Position, Span};
use crate::scenario::Place;
use std::fmt::Write;
use unicode_width::UnicodeWidthChar;

/// Columns of a line that are shown; longer lines are cut around the caret.
const WIDEST: usize = 96;

/// Where a problem is.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Line and column.
    pub position: Position,
    /// Path of fields.
    pub place: Place,
    /// The line before, the line itself and the line after, with their numbers, cleaned for a
    /// terminal. Neighbours are left out if the line had to be cut.
    pub lines: Vec<(usize, String)>,
    /// Terminal column within the shown line where the caret starts, from 0.
    pub caret: usize,
    /// Width of the caret, at least 1.
    pub width: usize,
}

impl Mark {
    /// Marks a span of the text.
    #[must_use]
    pub fn new(text: &str, lines: &Lines, span: Span, place: Place) -> Self {
        let position = lines.position(text, span.start);
        let line = lines.line(text, position.line).unwrap_or_default();
        let cut = Cut::around(line, position.column - 1);
        let before: String = line.chars().take(position.column - 1).collect();
        let marked = Span {
            start: span.start,
            end: span
                .end
                .min(span.start + line.len().saturating_sub(before.len())),
        };
        let caret = width(&cut.shown(&before));
        Self {
            position,
            place,
            lines: neighbours(text, lines, position.line, &cut),
            caret,
            width: width(&clean(marked.of(text))).clamp(1, WIDEST),
        }
    }

    /// The whole message in plain text:
    ///
    /// ```text
    /// error: there is no field `sdd` here
    ///   --> grid.ron:5:44 at assumptions.demand.value.sdd
    ///  4 |     assumptions: {
    ///  5 |         "demand": (value: Normal(mean: 1.2, sdd: 0.3)),
    ///    |                                             ^^^
    ///  6 |     },
    ///    = help: did you mean `sd`?
    /// ```
    #[must_use]
    pub fn show(&self, label: &str, message: &str, file: &str, help: Option<&str>) -> String {
        let Position { line, column } = self.position;
        let mut out = format!("{label}: {message}\n  --> {file}:{line}:{column}");
        let place = self.place.to_string();
        if !place.is_empty() {
            let _ = write!(out, " at {place}");
        }
        let digits = self
            .lines
            .last()
            .map_or(1, |(last, _)| last.to_string().len());
        for (number, text) in &self.lines {
            let _ = write!(out, "\n {number:>digits$} | {text}");
            if *number == line {
                let (gap, carets) = (" ".repeat(self.caret), "^".repeat(self.width));
                let _ = write!(out, "\n {:digits$} | {gap}{carets}", "");
            }
        }
        if let Some(help) = help {
            let _ = write!(out, "\n {:digits$} = help: {help}", "");
        }
        let trimmed: Vec<&str> = out.lines().map(str::trim_end).collect();
        trimmed.join("\n")
    }
}

fn neighbours(text: &str, lines: &Lines, line: usize, cut: &Cut) -> Vec<(usize, String)> {
    let first = if cut.is_cut() {
        line
    } else {
        line.saturating_sub(1).max(1)
    };
    let last = if cut.is_cut() { line } else { line + 1 };
    (first..=last)
        .filter_map(|number| lines.line(text, number).map(|line| (number, line)))
        .map(|(number, line)| (number, cut.shown(line)))
        .collect()
}

/// The part of a long line that is shown.
struct Cut {
    from: usize,
    long: bool,
}

impl Cut {
    fn around(line: &str, column: usize) -> Self {
        let long = line.chars().nth(WIDEST).is_some();
        let from = if long {
            column.saturating_sub(WIDEST / 2)
        } else {
            0
        };
        Self { from, long }
    }

    fn is_cut(&self) -> bool {
        self.long
    }

    fn shown(&self, line: &str) -> String {
        let part: String = line.chars().skip(self.from).take(WIDEST).collect();
        let left = if self.from > 0 { "…" } else { "" };
        let right = if line.chars().nth(self.from + WIDEST).is_some() {
            "…"
        } else {
            ""
        };
        format!("{left}{}{right}", clean(&part))
    }
}

/// Makes a text safe to show: tabs as four blanks, nothing that steers a terminal or turns the
/// direction of writing.
pub(super) fn clean(text: &str) -> String {
    let steers = |c: char| {
        c.is_control()
            || matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\t' => out.push_str("    "),
            c if steers(c) => out.push('\u{FFFD}'),
            c => out.push(c),
        }
    }
    out
}

fn width(text: &str) -> usize {
    text.chars().map(|c| c.width().unwrap_or(0)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_caret_stands_under_what_is_meant() {
        let text = "(\n\tname: \"ä\", sdd: 1,\n)";
        let start = text.find("sdd").expect("sdd is there");
        let span = Span {
            start,
            end: start + 3,
        };
        let shown = Mark::new(text, &Lines::new(text), span, Place::top()).show(
            "error",
            "no",
            "f.ron",
            Some("sd?"),
        );
        let expected = "error: no\n  --> f.ron:2:13\n 1 | (\n 2 |     name: \"ä\", sdd: 1,\n   |                ^^^\n 3 | )\n   = help: sd?";
        assert_eq!(shown, expected);
    }

    #[test]
    fn a_line_without_end_is_cut_around_the_caret() {
        let text = format!("{}x{}", "a".repeat(5_000), "b".repeat(5_000));
        let mark = Mark::new(
            &text,
            &Lines::new(&text),
            Span {
                start: 5_000,
                end: 5_001,
            },
            Place::top(),
        );
        let (_, line) = mark.lines.first().expect("one line");
        assert!(line.chars().count() <= WIDEST + 2);
        assert_eq!(line.chars().nth(mark.caret), Some('x'));
    }

    #[test]
    fn nothing_that_steers_a_terminal_gets_through() {
        assert_eq!(clean("\u{1b}[31mred\u{202e}"), "\u{fffd}[31mred\u{fffd}");
    }
}
