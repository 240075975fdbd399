//! Places in a text: byte spans for us, lines and columns for people.

/// Bytes `start..end` of the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// Byte after the last.
    pub end: usize,
}

impl Span {
    /// True if the other span lies within this one.
    #[must_use]
    pub fn holds(&self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The span's text; empty if the span does not belong to this text.
    #[must_use]
    pub fn of<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start..self.end).unwrap_or_default()
    }
}

/// Line and column as editors count them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
}

/// Line and column of a byte offset; past the end means the end.
#[must_use]
pub fn position(text: &str, at: usize) -> Position {
    Lines::new(text).position(text, at)
}

/// Byte offset of a line and column; past the end means the end.
#[must_use]
pub fn offset(text: &str, position: Position) -> usize {
    let lines = Lines::new(text);
    let Some(start) = lines.starts.get(position.line.saturating_sub(1)) else {
        return text.len();
    };
    let rest = text.get(*start..).unwrap_or_default();
    let column = position.column.saturating_sub(1);
    let mut characters = rest.char_indices();
    start + characters.nth(column).map_or(rest.len(), |(at, _)| at)
}

/// Where the lines of a text begin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lines {
    starts: Vec<usize>,
}

impl Lines {
    /// Finds all lines.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let after = text.match_indices('\n').map(|(at, _)| at + 1);
        Self {
            starts: [0].into_iter().chain(after).collect(),
        }
    }

    /// Line and column of a byte offset of the same text; past the end means the end.
    #[must_use]
    pub fn position(&self, text: &str, at: usize) -> Position {
        let at = floor_boundary(text, at);
        let line = self.starts.partition_point(|start| *start <= at);
        let start = self.starts.get(line - 1).copied().unwrap_or_default();
        let column = text.get(start..at).unwrap_or_default().chars().count() + 1;
        Position { line, column }
    }

    /// The line of this number, from 1, without its end; none for the empty rest after the last
    /// line break.
    #[must_use]
    pub fn line<'t>(&self, text: &'t str, number: usize) -> Option<&'t str> {
        let start = *self.starts.get(number.checked_sub(1)?)?;
        let rest = text.get(start..)?;
        let line = rest.split('\n').next().unwrap_or_default();
        let is_rest = line.is_empty() && start == text.len() && number > 1;
        (!is_rest).then(|| line.strip_suffix('\r').unwrap_or(line))
    }
}

fn floor_boundary(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_not_bytes() {
        let text = "eins\nzwölf: x";
        let at = text.find('x').expect("x is there");
        assert_eq!(position(text, at), Position { line: 2, column: 8 });
    }

    #[test]
    fn offset_undoes_position() {
        let text = "a\nßb\n\nc";
        for (at, _) in text.char_indices() {
            assert_eq!(offset(text, position(text, at)), at);
        }
    }
}
