//! Probabilities: whose judgement they are, and who disagreed.

use crate::tell;
use crate::words::numbers::Scale;

/// A probability that a room settled on.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Judged<'a> {
    /// The probability, 0..1.
    pub probability: f64,
    /// How many people gave one, with the lowest and the highest.
    pub people: Option<(usize, f64, f64)>,
    /// Views that the room did not share.
    pub dissent: Vec<&'a str>,
}

/// `35 % is what this room judged (11 people, 20–60). Two of us disagreed: …`
#[must_use]
pub fn judged(judged: &Judged<'_>) -> String {
    let percent = |x: f64| Scale::of("share", &[]).number(Some(x));
    let first = match judged.people {
        None => tell!("say-judged", percent = percent(judged.probability)),
        Some((people, low, high)) => tell!(
            "say-judged-people",
            percent = percent(judged.probability),
            people = people,
            low = percent(low),
            high = percent(high),
        ),
    };
    if judged.dissent.is_empty() {
        return first;
    }
    let views: Vec<String> = judged
        .dissent
        .iter()
        .map(|view| tell!("say-view", view = *view))
        .collect();
    let dissent = tell!("say-dissent", count = views.len(), views = views.join(" "));
    format!("{first} {dissent}")
}

/// What a column leaves out, in the words of its scenario; nothing if it says nothing.
#[must_use]
pub fn not_counted_by(column: &str, what: &str) -> Option<String> {
    let what = what.trim().trim_end_matches('.');
    (!what.is_empty()).then(|| tell!("say-not-counted-by", column = column, what = what))
}
