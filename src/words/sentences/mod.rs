//! Whole sentences from plain values: the same words for screens, commands and reports.
//!
//! Each function takes numbers as the model has them (shares 0..1, counts of people) and gives
//! one sentence or a few. They compute nothing but the choice of words.

mod assumed;
mod chart;
mod comparison;
mod everyday;
mod guess;
mod judged;
mod range;
mod settled;
mod small;

pub use assumed::{Lead, about_share, built_in, hangs_on, mark_in_words, turns};
pub use chart::{Chart, Course, Distribution, chart, distribution, table};
pub use comparison::{Between, Matter, ahead, comparison, even, hardly, same_answer};
pub use everyday::{leading, what_if};
pub use guess::{Guess, guess};
pub use judged::{Judged, judged, not_counted_by};
pub use range::{Held, held, held_or_not, not_counted, range_of, range_offline, untested};
pub use settled::{marked, preview};
pub use small::{average, money, small_effect};

use super::numbers::Scale;

/// Runs of 100, whole.
fn runs(share: f64) -> String {
    Scale::of("probability", &[]).number(Some(share))
}

/// A value with its unit: `46 %`.
fn value(scale: Scale, value: f64) -> String {
    scale.told(super::numbers::Range::certain(value))
}
