//! Breaking text into lines.

use unicode_width::UnicodeWidthStr;

/// Width of every text for people, in columns.
pub const WIDTH: usize = 80;

/// The text in lines no wider than `width`, broken at spaces; a longer word is cut.
#[must_use]
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let width = width.max(1);
    let mut lines = Vec::new();
    for paragraph in text.split('\n') {
        let mut line = String::new();
        for word in paragraph
            .split_whitespace()
            .flat_map(|word| pieces(word, width))
        {
            let needed = line.width() + usize::from(!line.is_empty()) + word.width();
            if needed > width && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(&word);
        }
        lines.push(line);
    }
    lines
}

/// The text in lines with `first` before the first line and spaces of that width before others.
#[must_use]
pub fn hang(first: &str, text: &str, width: usize) -> Vec<String> {
    let lead = first.width();
    let lines = wrap(text, width.saturating_sub(lead));
    let numbered = lines.into_iter().enumerate();
    let set = numbered.map(|(index, line)| match index {
        0 => format!("{first}{line}"),
        _ => format!("{}{line}", " ".repeat(lead)),
    });
    set.map(|line| line.trim_end().to_owned()).collect()
}

/// The text in lines, all but the first `indent` spaces from the left edge.
#[must_use]
pub fn indent_rest(text: &str, indent: usize, width: usize) -> Vec<String> {
    let pad = " ".repeat(indent);
    let lines = wrap(text, width.saturating_sub(indent))
        .into_iter()
        .enumerate();
    lines
        .map(|(index, line)| {
            if index == 0 {
                line
            } else {
                format!("{pad}{line}")
            }
        })
        .collect()
}

/// A word cut into parts that fit, after slashes where it has some.
fn pieces(word: &str, width: usize) -> Vec<String> {
    if word.width() <= width {
        return vec![word.to_owned()];
    }
    let mut parts = Vec::new();
    let mut part = String::new();
    for piece in word
        .split_inclusive('/')
        .flat_map(|piece| cut(piece, width))
    {
        if part.width() + piece.width() > width && !part.is_empty() {
            parts.push(std::mem::take(&mut part));
        }
        part.push_str(&piece);
    }
    parts.push(part);
    parts
}

fn cut(piece: &str, width: usize) -> Vec<String> {
    let mut parts = Vec::new();
    let mut part = String::new();
    for letter in piece.chars() {
        let mut buffer = [0; 4];
        if part.width() + letter.encode_utf8(&mut buffer).width() > width && !part.is_empty() {
            parts.push(std::mem::take(&mut part));
        }
        part.push(letter);
    }
    parts.push(part);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_breaks_at_spaces_and_only_words_wider_than_the_line_are_cut() {
        assert_eq!(
            wrap("who of the poorest is online", 12),
            ["who of the", "poorest is", "online"]
        );
        assert_eq!(wrap("aaaaaa/bbbbbb/cc", 8), ["aaaaaa/", "bbbbbb/", "cc"]);
        assert_eq!(wrap("aaaaaaaaaa", 4), ["aaaa", "aaaa", "aa"]);
        assert_eq!(wrap("", 4), [""]);
    }

    #[test]
    fn hanging_lines_stand_under_the_first() {
        assert_eq!(hang("- ", "one two three", 9), ["- one two", "  three"]);
    }
}
