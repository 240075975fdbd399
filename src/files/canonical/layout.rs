//! Pieces of text and how they are broken into lines.

use std::fmt::{Display, Write};

/// Lines are kept to this many columns where brackets can be broken.
const WIDEST: usize = 100;

/// A value as it will be written.
pub(super) enum Piece {
    /// Never broken.
    Atom(String),
    /// In brackets; one entry a line if it does not fit on one.
    Group {
        before: &'static str,
        brackets: (char, char),
        entries: Vec<(String, Piece)>,
        always_lines: bool,
    },
}

/// A bare word or whole number.
pub(super) fn word(value: impl Display) -> Piece {
    Piece::Atom(value.to_string())
}

/// A number with a point or an exponent, in the fewest digits that read back the same.
pub(super) fn number(value: f64) -> Piece {
    Piece::Atom(format!("{value:?}"))
}

/// A text in quotation marks. Line breaks stay line breaks, so that text differences show them.
pub(super) fn text(value: &str) -> Piece {
    Piece::Atom(quoted(value))
}

/// The text in quotation marks.
pub(in crate::files) fn quoted(value: &str) -> String {
    let mut out = String::with_capacity(value.len() + 2);
    out.push('"');
    for c in value.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\r' => out.push_str("\\r"),
            '\n' | '\t' => out.push(c),
            c if c.is_control() || is_invisible(c) => {
                let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Characters that a reader of the file could not see, among them those that turn the direction.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
}

/// `(a, b)`
pub(super) fn items(pieces: Vec<Piece>) -> Piece {
    wrapped("", pieces)
}

/// `Name(a, b)`
pub(super) fn wrapped(before: &'static str, pieces: Vec<Piece>) -> Piece {
    group(before, ('(', ')'), unnamed(pieces))
}

/// `[a, b]`
pub(super) fn list(pieces: Vec<Piece>) -> Piece {
    group("", ('[', ']'), unnamed(pieces))
}

/// `{"key": value}`, one entry a line.
pub(super) fn map(entries: impl Iterator<Item = (String, Piece)>) -> Piece {
    let entries = entries
        .map(|(key, piece)| (format!("{}: ", quoted(&key)), piece))
        .collect();
    lines(group("", ('{', '}'), entries))
}

/// The same piece, with every entry on a line of its own.
pub(super) fn lines(piece: Piece) -> Piece {
    match piece {
        Piece::Group {
            before,
            brackets,
            entries,
            ..
        } => Piece::Group {
            before,
            brackets,
            entries,
            always_lines: true,
        },
        atom => atom,
    }
}

/// Begins `(field: value, …)`.
pub(super) fn fields() -> Fields {
    named("")
}

/// Begins `Name(field: value, …)`.
pub(super) fn named(before: &'static str) -> Fields {
    Fields {
        before,
        entries: Vec::new(),
    }
}

fn group(before: &'static str, brackets: (char, char), entries: Vec<(String, Piece)>) -> Piece {
    Piece::Group {
        before,
        brackets,
        entries,
        always_lines: false,
    }
}

fn unnamed(pieces: Vec<Piece>) -> Vec<(String, Piece)> {
    pieces
        .into_iter()
        .map(|piece| (String::new(), piece))
        .collect()
}

/// Fields in the making; the short forms leave out what is empty.
pub(super) struct Fields {
    before: &'static str,
    entries: Vec<(String, Piece)>,
}

impl Fields {
    /// A field that is always written.
    pub(super) fn put(mut self, name: &str, piece: Piece) -> Self {
        self.entries.push((format!("{name}: "), piece));
        self
    }

    /// A field that is written if a condition holds.
    pub(super) fn put_if(self, wanted: bool, name: &str, piece: impl FnOnce() -> Piece) -> Self {
        if wanted {
            self.put(name, piece())
        } else {
            self
        }
    }

    /// A field that is written if there is a value.
    pub(super) fn some(self, name: &str, piece: Option<Piece>) -> Self {
        match piece {
            Some(piece) => self.put(name, piece),
            None => self,
        }
    }

    /// A text, unless empty.
    pub(super) fn text(self, name: &str, value: &str) -> Self {
        self.put_if(!value.is_empty(), name, || text(value))
    }

    /// Texts, unless there are none.
    pub(super) fn texts(self, name: &str, values: &[String]) -> Self {
        self.list(name, values.iter().map(|value| text(value)))
    }

    /// A list, unless empty.
    pub(super) fn list(self, name: &str, pieces: impl Iterator<Item = Piece>) -> Self {
        let pieces: Vec<Piece> = pieces.collect();
        self.put_if(!pieces.is_empty(), name, || list(pieces))
    }

    /// A map, unless empty.
    pub(super) fn map(
        self,
        name: &str,
        entries: impl ExactSizeIterator<Item = (String, Piece)>,
    ) -> Self {
        self.put_if(entries.len() > 0, name, || map(entries))
    }

    /// All fields, on one line if they fit.
    pub(super) fn done(self) -> Piece {
        group(self.before, ('(', ')'), self.entries)
    }

    /// All fields, one a line.
    pub(super) fn on_lines(self) -> Piece {
        lines(self.done())
    }
}

impl Piece {
    /// The text of the piece.
    pub(super) fn to_text(&self) -> String {
        let mut out = String::new();
        self.write(&mut out, 0, 0);
        out
    }

    /// Writes at `indent` levels; `used` columns of the line are taken, with the comma to come.
    fn write(&self, out: &mut String, indent: usize, used: usize) {
        let Self::Group {
            before,
            brackets: (open, close),
            entries,
            ..
        } = self
        else {
            return self.write_flat(out);
        };
        if entries.is_empty()
            || self
                .flat_width()
                .is_some_and(|width| used + width <= WIDEST)
        {
            return self.write_flat(out);
        }
        out.push_str(before);
        out.push(*open);
        for (name, piece) in entries {
            let margin = "    ".repeat(indent + 1);
            let _ = write!(out, "\n{margin}{name}");
            piece.write(out, indent + 1, margin.len() + name.chars().count() + 1);
            out.push(',');
        }
        let _ = write!(out, "\n{}{close}", "    ".repeat(indent));
    }

    fn write_flat(&self, out: &mut String) {
        match self {
            Self::Atom(text) => out.push_str(text),
            Self::Group {
                before,
                brackets: (open, close),
                entries,
                ..
            } => {
                out.push_str(before);
                out.push(*open);
                for (number, (name, piece)) in entries.iter().enumerate() {
                    let _ = write!(out, "{}{name}", if number > 0 { ", " } else { "" });
                    piece.write_flat(out);
                }
                out.push(*close);
            }
        }
    }

    /// Columns that the piece takes on one line; none if it must be broken.
    fn flat_width(&self) -> Option<usize> {
        match self {
            Self::Atom(text) if text.contains('\n') => None,
            Self::Atom(text) => Some(text.chars().count()),
            Self::Group {
                always_lines: true,
                entries,
                ..
            } if !entries.is_empty() => None,
            Self::Group {
                before, entries, ..
            } => entries
                .iter()
                .try_fold(before.len() + 2, |sum, (name, piece)| {
                    Some(sum + name.chars().count() + piece.flat_width()? + 2)
                }),
        }
    }
}
