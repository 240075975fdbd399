//! Measuring and shortening text by the columns it takes, not by its letters.

use std::borrow::Cow;

use ratatui::style::Style;
use ratatui::text::Span;
use unicode_width::UnicodeWidthStr;

use crate::look::Look;

/// The columns that a text takes on this terminal.
#[must_use]
pub fn width(text: &str, look: Look) -> usize {
    measured(&look.text(text))
}

/// The text, shortened with a mark if it is wider than `columns`.
#[must_use]
pub fn fit(text: &str, columns: usize, look: Look) -> Cow<'_, str> {
    let shown = look.text(text);
    if measured(&shown) <= columns {
        return shown;
    }
    let mark = look.glyphs().ellipsis;
    let Some(room) = columns.checked_sub(mark.width()).filter(|room| *room > 0) else {
        return Cow::Owned(start(&shown, columns));
    };
    let start = start(&shown, room);
    Cow::Owned(format!("{}{mark}", start.trim_end()))
}

/// As much of the text as fits into `columns`.
fn start(text: &str, columns: usize) -> String {
    let mut used = 0;
    let letters = letters(text).take_while(|(_, width)| {
        used += width;
        used <= columns
    });
    letters.map(|(letter, _)| letter).collect()
}

pub(super) fn measured(text: &str) -> usize {
    letters(text).map(|(_, width)| width).sum()
}

/// The letters of a text as readers count them, each with its columns; what takes none is left out,
/// and so is anything that would command the terminal.
pub(super) fn letters(text: &str) -> impl Iterator<Item = (String, usize)> {
    let span = Span::raw(text.replace(['\n', '\t'], " "));
    let letters: Vec<_> = span
        .styled_graphemes(Style::new())
        .map(|letter| (letter.symbol.to_owned(), letter.symbol.width()))
        .filter(|(_, width)| *width > 0)
        .collect();
    letters.into_iter()
}
