//! Ranked items in words.

use crate::tell;
use crate::words::numbers::two_digits;
use crate::workshop::Results;

/// What the ranks come to: what leads, and how far people agree.
pub(super) fn result(results: &Results) -> Vec<String> {
    let Some(first) = results.items.first() else {
        return vec![tell!("round-no-answers")];
    };
    let mut text = vec![tell!(
        "round-rank-first",
        first = &first.title,
        people = results.answers.len()
    )];
    if let (Some(impact), Some(uncertainty)) = (results.agree_impact, results.agree_uncertainty) {
        text.push(agreement((impact, uncertainty)));
    }
    text
}

/// Kendall's W in words, for impact and uncertainty. Bounds after R. Schmidt, Managing Delphi
/// surveys using nonparametric statistical techniques, Decision Sciences 28 (1997).
#[must_use]
pub fn agreement((impact, uncertainty): (f64, f64)) -> String {
    tell!(
        "round-agreement",
        impact = how(impact),
        w_impact = two_digits(impact, 0.9),
        uncertainty = how(uncertainty),
        w_uncertainty = two_digits(uncertainty, 0.9)
    )
}

fn how(w: f64) -> String {
    match w {
        w if w < 0.2 => tell!("round-agree-hardly"),
        w if w < 0.4 => tell!("round-agree-weakly"),
        w if w < 0.6 => tell!("round-agree-partly"),
        w if w < 0.8 => tell!("round-agree-largely"),
        _ => tell!("round-agree-strongly"),
    }
}
