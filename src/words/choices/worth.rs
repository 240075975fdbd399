//! What it would be worth to know more.

use super::{Written, of_100};
use crate::report::choices::{Choices, Worth, WorthOf};
use crate::tell;

/// What it would be worth to know more.
#[must_use]
pub fn information(choices: &Choices, most: usize) -> Vec<String> {
    let Some(found) = &choices.information else {
        return Vec::new();
    };
    let clear = |worth: &Worth| worth.value > 2.0 * worth.error && worth.value > 0.0;
    let all = found.chances.iter().chain(&found.numbers);
    let mut known: Vec<&WorthOf> = all.filter(|own| clear(&own.worth)).collect();
    if known.is_empty() && !clear(&found.everything) {
        return vec![tell!("choices-worth-none", count = found.looked_at)];
    }
    known.sort_by(|a, b| b.worth.value.total_cmp(&a.worth.value));
    let written = Written::of(choices);
    let mut told = vec![tell!(
        "choices-worth-all",
        value = written.amount(found.everything.value),
        changes = of_100(found.everything.changes),
    )];
    told.extend(known.iter().take(most).map(|own| {
        tell!(
            "choices-worth-one",
            label = &own.label,
            value = written.amount(own.worth.value),
            changes = of_100(own.worth.changes),
        )
    }));
    if known.len() <= most {
        told.push(tell!("choices-worth-rest", count = found.looked_at));
    }
    told
}
