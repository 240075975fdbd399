//! Splitting a national share over cohorts that differ by known shifts of the log odds.

use crate::model::math;

/// Logistic function.
pub(super) fn sigma(x: f64) -> f64 {
    math::logistic(x)
}

/// Log odds of a share strictly between 0 and 1.
pub(super) fn logit(share: f64) -> f64 {
    math::logit(share)
}

/// The mean of `values`, weighted.
pub(super) fn mean(weights: &[f64; 4], values: &[f64; 4]) -> f64 {
    let total: f64 = weights.iter().sum();
    weights
        .iter()
        .zip(values)
        .map(|(weight, value)| weight * value)
        .sum::<f64>()
        / total
}

/// The values sigma(b + shift), one per cohort, with b such that their weighted sum is `target`.
///
/// `weights` sum to 1. Bisection on b in -20..20, down to neighbouring numbers.
pub(super) fn spread(target: f64, weights: &[f64; 4], shifts: &[f64; 4]) -> [f64; 4] {
    let at = |b: f64| shifts.map(|shift| sigma(b + shift));
    let sum = |b: f64| {
        weights
            .iter()
            .zip(at(b))
            .map(|(weight, value)| weight * value)
            .sum::<f64>()
    };
    let (mut low, mut high) = (-20.0, 20.0);
    loop {
        let middle = 0.5 * (low + high);
        if middle <= low || middle >= high {
            return at(middle);
        }
        if sum(middle) < target {
            low = middle
        } else {
            high = middle
        }
    }
}
