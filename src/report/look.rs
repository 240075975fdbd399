//! What the reader's terminal can show.

use crate::words::plain;

pub use crate::words::paragraph::WIDTH;

/// What the reader's terminal can show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Only ASCII: `TERM=dumb` or a locale without UTF-8.
    pub ascii: bool,
    /// Bold headings: a terminal that takes styles, without `NO_COLOR`.
    pub styled: bool,
}

impl Look {
    /// The text as this terminal can show it.
    #[must_use]
    pub fn text(&self, text: &str) -> String {
        if self.ascii {
            plain::ascii(text)
        } else {
            text.to_owned()
        }
    }

    /// The text in bold where styles are wanted.
    #[must_use]
    pub fn bold(&self, text: &str) -> String {
        let text = self.text(text);
        if self.styled {
            format!("\u{1b}[1m{text}\u{1b}[0m")
        } else {
            text
        }
    }
}
