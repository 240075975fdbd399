//! Conditions as people type them.
//!
//! ```text
//! condition = test { ("and" | "," | ";" | "&") test }
//! test      = name (">" | ">=" | "<" | "<=") number
//!           | name "in" number ("..", "to") number
//!           | name ("=" | "is") words { ("|" | "or") words }
//!           | name ("!=" | "is not") words { ("|" | "or") words }
//! ```
//! A number may end in `%`. Words are outcomes of a node, or a part of an input's draws.

use super::{Condition, ConditionFault, Test, Wanted};

impl std::str::FromStr for Condition {
    type Err = ConditionFault;

    /// Reads a condition such as `frontier_growth > 0.2 and power = slow`. Whether a scenario has
    /// what it names shows when a plan is compiled.
    fn from_str(text: &str) -> Result<Self, ConditionFault> {
        let mut tests = Vec::new();
        for (column, piece) in pieces(text) {
            tests.push(test(&Piece {
                text: piece,
                column,
            })?);
        }
        match tests.is_empty() {
            true => Err(ConditionFault::Empty),
            false => Ok(Condition {
                tests,
                ..Condition::default()
            }),
        }
    }
}

/// A stretch of text and the column of its first character, from 1.
#[derive(Clone, Copy)]
struct Piece<'a> {
    text: &'a str,
    column: usize,
}

impl<'a> Piece<'a> {
    /// The rest from a byte on, without spaces in front and behind.
    fn from(self, byte: usize) -> Piece<'a> {
        let (before, rest) = self.text.split_at(byte);
        let spaces = rest.len() - rest.trim_start().len();
        Piece {
            text: rest.trim(),
            column: self.column + before.chars().count() + spaces,
        }
    }
}

/// The tests of a text, each with the column it begins at. Nothing between two separators is an
/// empty test, except at the end.
fn pieces(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut push = |from: usize, to: usize| {
        let whole = Piece {
            text: text.get(..to).unwrap_or_default(),
            column: 1,
        };
        let own = whole.from(from);
        if !own.text.is_empty() {
            found.push((own.column, own.text));
        }
    };
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        match separator(text, at, rest) {
            Some(length) => {
                push(start, at);
                at += length;
                start = at;
            }
            None => at += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    push(start, text.len());
    found
}

/// Length of the separator at `at`, if one is there.
fn separator(text: &str, at: usize, rest: &str) -> Option<usize> {
    if rest.starts_with("&&") {
        return Some(2);
    }
    if rest.starts_with([',', ';', '&']) {
        return Some(1);
    }
    let word = rest.get(..3).is_some_and(|w| w.eq_ignore_ascii_case("and"));
    let space_before = text.get(..at)?.ends_with(char::is_whitespace);
    let space_after = rest.get(3..)?.starts_with(char::is_whitespace);
    (word && space_before && space_after).then_some(3)
}

/// Characters of ids and names.
fn of_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '.' | '-' | ':' | '/' | '@')
}

/// Comparisons, longer ones before those they begin with.
const COMPARISONS: [(&str, How); 13] = [
    (">=", How::Above(true)),
    ("≥", How::Above(true)),
    ("<=", How::Below(true)),
    ("≤", How::Below(true)),
    ("!=", How::IsNot),
    ("≠", How::IsNot),
    ("==", How::Is),
    ("=", How::Is),
    (">", How::Above(false)),
    ("<", How::Below(false)),
    ("is not ", How::IsNot),
    ("is ", How::Is),
    ("in ", How::In),
];

#[derive(Clone, Copy)]
enum How {
    Above(bool),
    Below(bool),
    Is,
    IsNot,
    In,
}

fn test(piece: &Piece<'_>) -> Result<Test, ConditionFault> {
    let length = piece.text.find(|c| !of_name(c)).unwrap_or(piece.text.len());
    let (name, _) = piece.text.split_at(length);
    if name.is_empty() {
        return Err(ConditionFault::NoName {
            column: piece.column,
            found: piece.text.chars().take(1).collect(),
        });
    }
    let rest = piece.from(length);
    let found = COMPARISONS
        .iter()
        .find(|(sign, _)| rest.text.starts_with(sign) || rest.text == sign.trim_end());
    let Some((sign, how)) = found else {
        return Err(ConditionFault::NoComparison {
            column: rest.column,
            name: name.to_owned(),
        });
    };
    let value = rest.from(sign.len().min(rest.text.len()));
    if value.text.is_empty() {
        return Err(ConditionFault::NoValue {
            column: value.column,
            name: name.to_owned(),
        });
    }
    Ok(Test {
        name: name.to_owned(),
        wanted: wanted(*how, value)?,
        text: piece.text.to_owned(),
        column: piece.column,
    })
}

fn wanted(how: How, value: Piece<'_>) -> Result<Wanted, ConditionFault> {
    Ok(match how {
        How::Above(too) => Wanted::Above(number(value)?, too),
        How::Below(too) => Wanted::Below(number(value)?, too),
        How::In => range(value)?,
        How::Is => match number(value) {
            Ok(number) => Wanted::Within(number, number),
            Err(_) => Wanted::Words(words(value.text)),
        },
        How::IsNot => Wanted::NotWords(words(value.text)),
    })
}

fn range(value: Piece<'_>) -> Result<Wanted, ConditionFault> {
    let cut = [("..", 2), (" to ", 4), ("–", "–".len())]
        .into_iter()
        .find_map(|(sign, length)| Some((value.text.find(sign)?, length)));
    let Some((at, length)) = cut else {
        return Err(ConditionFault::NotANumber {
            column: value.column,
            found: value.text.to_owned(),
        });
    };
    let first = Piece {
        text: value.text.get(..at).unwrap_or_default().trim(),
        column: value.column,
    };
    let (low, high) = (number(first)?, number(value.from(at + length))?);
    if low > high {
        return Err(ConditionFault::Backwards {
            column: value.column,
            low,
            high,
        });
    }
    Ok(Wanted::Within(low, high))
}

fn number(piece: Piece<'_>) -> Result<f64, ConditionFault> {
    let (digits, scale) = match piece.text.strip_suffix('%') {
        Some(digits) => (digits.trim_end(), 0.01),
        None => (piece.text, 1.0),
    };
    match digits.parse::<f64>() {
        Ok(number) if number.is_finite() => Ok(number * scale),
        _ => Err(ConditionFault::NotANumber {
            column: piece.column,
            found: piece.text.to_owned(),
        }),
    }
}

fn words(text: &str) -> Vec<String> {
    text.split('|')
        .flat_map(|part| part.split(" or "))
        .map(|word| word.trim().to_owned())
        .filter(|word| !word.is_empty())
        .collect()
}
