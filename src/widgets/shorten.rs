//! Cutting a text to a width, with a mark where something is missing.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The text if it fits into `width` columns, else its beginning with `mark` behind it.
#[must_use]
pub fn shorten(text: &str, width: usize, mark: &str) -> String {
    if text.width() <= width {
        return text.to_owned();
    }
    let room = width.saturating_sub(mark.width());
    let (mut used, mut out) = (0, String::new());
    for letter in text.chars() {
        used += letter.width().unwrap_or(0);
        if used > room {
            break;
        }
        out.push(letter);
    }
    if width >= mark.width() {
        out.truncate(out.trim_end().len());
        out.push_str(mark);
    }
    out
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
