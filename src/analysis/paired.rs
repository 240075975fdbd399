//! Differences between two runs of the same draws.

use super::summary::{Moments, moments};
use super::weighted::{Part, Weight};

/// One set of values minus another, draw by draw.
#[derive(Clone, Debug, PartialEq)]
pub struct Paired {
    /// Mean and quantiles of the difference.
    pub difference: Moments,
    /// Share of draws in which the first is smaller.
    pub lower: f64,
    /// Share of draws in which the first is larger.
    pub higher: f64,
}

/// Compares draw by draw; draws beyond the shorter set are left out.
pub fn paired(values: &[f64], reference: &[f64]) -> Paired {
    let difference: Vec<f64> = values.iter().zip(reference).map(|(a, b)| a - b).collect();
    let count = difference.len() as f64;
    let share = |test: fn(&&f64) -> bool| difference.iter().filter(test).count() as f64 / count;
    Paired {
        difference: moments(&[Part {
            values: &difference,
            weights: Weight::Same(1.0),
        }]),
        lower: share(|d| **d < 0.0),
        higher: share(|d| **d > 0.0),
    }
}
