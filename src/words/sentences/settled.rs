//! Enough draws? And what is still a preview.

use crate::tell;

/// Whether another set of as many draws would leave the shown number as it is. `step` is how far
/// it could move (with its unit), `more` how many draws would settle it.
#[must_use]
pub fn settled(settled: bool, draws: u32, step: &str, more: u32) -> String {
    match settled {
        true => tell!("say-settled", draws = draws, step = step),
        false => tell!("say-not-settled", draws = draws, step = step, more = more),
    }
}

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
