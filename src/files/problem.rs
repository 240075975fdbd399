//! What can be wrong with a file before its meaning is looked at.

use super::syntax::Position;
use thiserror::Error;

/// The newest format that this version reads, in messages.
const FORMAT: u32 = crate::scenario::FORMAT;

/// A reason to refuse a file. The texts here are a plain fallback; the message catalogue has
/// the ones that people read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Problem {
    /// Bytes that are no UTF-8.
    #[error("this is not UTF-8 text; save the file as UTF-8")]
    NotUtf8,
    /// Written by a newer version.
    #[error(
        "this file needs foretree >= the first version that reads format {format}; this is {}, which reads format {FORMAT}",
        env!("CARGO_PKG_VERSION")
    )]
    Newer {
        /// The file's format.
        format: u64,
    },
    /// A format that never was.
    #[error("there is no format {format}; write `format: {FORMAT}`")]
    NoSuchFormat {
        /// The file's format.
        format: u64,
    },
    /// Too many values for any scenario.
    #[error("more than {most} values: this cannot be a scenario")]
    TooManyValues {
        /// The limit.
        most: usize,
    },
    /// Too deeply nested for any scenario.
    #[error("brackets are nested more than {most} deep")]
    TooDeep {
        /// The limit.
        most: usize,
    },
    /// `#![…]` at the top.
    #[error("a scenario file sets no extensions of its own; remove the line that begins with `#`")]
    Attribute,
    /// Something after the scenario.
    #[error("the scenario ends before this; one file holds one scenario")]
    TextAfterEnd,
    /// A sign that never occurs outside of texts.
    #[error("unexpected character {0:?}")]
    StrayCharacter(char),
    /// `"` without an end.
    #[error("this text is not closed by a quotation mark")]
    UnclosedText,
    /// `/*` without an end.
    #[error("this comment is not closed by `*/`")]
    UnclosedComment,
    /// The file or an outer bracket ends first.
    #[error("the `{bracket}` of line {}, column {} is not closed before {}", .opened.line, .opened.column, shown(.found))]
    UnclosedBracket {
        /// The opening sign.
        bracket: char,
        /// Where it stands.
        opened: Position,
        /// What came instead; none = the end of the file.
        found: Option<String>,
    },
    /// Two values without a comma.
    #[error("expected `,` or `{close}` before {}", shown(.found))]
    MissingComma {
        /// What came instead.
        found: Option<String>,
        /// The closing sign that would fit.
        close: char,
        /// The opening sign.
        bracket: char,
        /// Where it stands.
        opened: Position,
    },
    /// A sign in the wrong place.
    #[error("expected {expected}, found {}", shown(.found))]
    Unexpected {
        /// What came; none = the end of the file.
        found: Option<String>,
        /// What would fit.
        expected: String,
    },
    /// A text that the `ron` crate cannot decode, and why.
    #[error("bad text: {0}")]
    BadText(String),
    /// No text in quotes.
    #[error("expected a text in quotation marks")]
    ExpectedText,
    /// Not a number.
    #[error("`{0}` is not a number")]
    BadNumber(String),
    /// NaN or an infinity.
    #[error("`{0}` is not a number that can be used here; numbers must be finite")]
    NotFinite(String),
    /// Larger than any number the program can hold.
    #[error("`{0}` is too large a number")]
    Overflow(String),
    /// A fraction, a minus or too many digits.
    #[error("expected a whole number from {min} to {max}, found `{found}`")]
    NotWhole {
        /// What was written.
        found: String,
        /// Smallest.
        min: i128,
        /// Largest.
        max: i128,
    },
    /// Another sort of value.
    #[error("expected {expected}, found {found}")]
    WrongForm {
        /// What would fit.
        expected: String,
        /// What came.
        found: &'static str,
    },
    /// A bare number where a quantity must say how sure it is.
    #[error("expected a quantity; write a certain number as `Fixed({0})`")]
    NumberForQuantity(String),
    /// A text where a bare word belongs.
    #[error("write `{0}` without quotation marks")]
    WordInQuotes(String),
    /// Named fields where a second pair of brackets belongs.
    #[error("write `{0}((…))` with two pairs of brackets")]
    SingleBrackets(String),
    /// A field that does not exist.
    #[error("there is no field `{name}` here")]
    UnknownField {
        /// What was written.
        name: String,
        /// The fields that exist.
        known: &'static [&'static str],
    },
    /// A word that is none of those possible.
    #[error("`{name}` is none of {}", listed(.known))]
    UnknownWord {
        /// What was written.
        name: String,
        /// The words that exist.
        known: &'static [&'static str],
    },
    /// A field that must be there.
    #[error("the field `{name}` is missing")]
    MissingField {
        /// Its name.
        name: &'static str,
    },
    /// A field written twice.
    #[error("the field `{name}` is written twice")]
    RepeatedField {
        /// Its name.
        name: String,
    },
    /// A key written twice.
    #[error("the key `{key}` is written twice")]
    RepeatedKey {
        /// The key.
        key: String,
    },
    /// Too many or too few values in brackets.
    #[error("expected {expected}, found {found}")]
    WrongCount {
        /// What would fit.
        expected: String,
        /// How many there are.
        found: usize,
    },
    /// Anything else.
    #[error("{0}")]
    Other(String),
}

impl Problem {
    /// What would help, in plain words.
    #[must_use]
    pub fn help(&self) -> Option<String> {
        match self {
            Self::UnknownField { known, .. } => Some(match self.nearest() {
                Some(name) => format!("did you mean `{name}`?"),
                None => format!("the fields here are {}", listed(known)),
            }),
            Self::UnknownWord { .. } => {
                self.nearest().map(|name| format!("did you mean `{name}`?"))
            }
            Self::MissingComma {
                bracket, opened, ..
            } => Some(format!(
                "perhaps the `{bracket}` of line {}, column {} is not closed",
                opened.line, opened.column
            )),
            _ => None,
        }
    }

    /// The valid name nearest to the one written, if any is near.
    #[must_use]
    pub fn nearest(&self) -> Option<&'static str> {
        match self {
            Self::UnknownField { name, known } | Self::UnknownWord { name, known } => {
                crate::scenario::nearest(name, known.iter().copied())
            }
            _ => None,
        }
    }
}

fn shown(found: &Option<String>) -> String {
    match found {
        Some(text) => format!("`{text}`"),
        None => "the end of the file".to_owned(),
    }
}

fn listed(known: &[&str]) -> String {
    let quoted: Vec<String> = known.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}
