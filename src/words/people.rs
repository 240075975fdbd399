//! What groups of people are called.

use super::catalogue::{known_message, tell};

/// A cohort in the middle of a sentence: `poor women`; cohorts of custom baselines by their id.
#[must_use]
pub fn person_of(cohort: &str) -> String {
    let id = format!("cohort-{cohort}");
    if known_message(&id) {
        tell(&id, &[])
    } else {
        cohort.replace('_', " ")
    }
}

/// A cohort at the start of a line: `Poor women`.
#[must_use]
pub fn cohort_name(cohort: &str) -> String {
    capital(&person_of(cohort))
}

/// The text with its first letter large.
#[must_use]
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
