//! What is still a preview.

use crate::tell;

/// What the mark of a preview means.
#[must_use]
pub fn preview(draws: u32) -> String {
    tell!("say-preview", draws = draws)
}

/// A value from a preview that has not settled: `~46 %`.
#[must_use]
pub fn marked(value: &str) -> String {
    tell!("say-preview-mark", value = value)
}
