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
    Cow::Owned(shorten(&shown, columns, look.glyphs().ellipsis))
}

/// The text if it fits into `columns`, else its beginning with `mark` behind it.
#[must_use]
pub fn shorten(text: &str, columns: usize, mark: &str) -> String {
    if measured(text) <= columns {
        return text.to_owned();
    }
    let Some(room) = columns.checked_sub(mark.width()).filter(|room| *room > 0) else {
        return start(text, columns);
    };
    format!("{}{mark}", start(text, room).trim_end())
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

#[cfg(test)]
mod tests {
    use super::shorten;

    #[test]
    fn a_text_that_fits_is_left_alone_and_a_longer_one_ends_in_the_mark() {
        assert_eq!(shorten("masts", 5, "…"), "masts");
        assert_eq!(shorten("masts first", 7, "…"), "masts…");
        assert_eq!(shorten("広い網", 5, "…"), "広い…");
        assert_eq!(shorten("masts", 0, "…"), "");
    }
}
