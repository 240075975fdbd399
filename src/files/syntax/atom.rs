//! Decoding of numbers and texts by the `ron` crate.

use super::{Form, Position, Span, Value, offset};
use crate::files::Problem;
use ron::error::SpannedError;
use serde::de::DeserializeOwned;

/// Why an atom could not be decoded, and where.
type Refused = (Problem, Span);

/// The text that a value in quotes stands for.
///
/// # Errors
/// If the value is no text or has a bad escape.
pub(crate) fn text(source: &str, value: &Value) -> Result<String, Refused> {
    // As in Rust, a line break within a text is one character whatever the file's line ends are.
    let written = &value.span.of(source).replace("\r\n", "\n");
    if value.form != Form::Text {
        return Err((Problem::ExpectedText, value.head()));
    }
    let plain = written
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'));
    match plain {
        Some(plain) if !plain.contains('\\') => Ok(plain.to_owned()),
        _ => ron::from_str::<String>(written).map_err(|error| bad_text(written, value, &error)),
    }
}

/// The number that a value stands for.
///
/// # Errors
/// If `ron` cannot read it as a `T`.
pub(crate) fn number<T: DeserializeOwned>(source: &str, value: &Value) -> Option<T> {
    match value.form {
        Form::Number => ron::from_str(value.span.of(source)).ok(),
        _ => None,
    }
}

/// Points at the place inside the text where `ron` stopped.
fn bad_text(written: &str, value: &Value, error: &SpannedError) -> Refused {
    let stop = Position {
        line: error.span.start.line,
        column: error.span.start.col,
    };
    let start = value.span.start + offset(written, stop).min(written.len());
    let end = value.span.end.max(start);
    (
        Problem::BadText(error.code.to_string()),
        Span { start, end },
    )
}
