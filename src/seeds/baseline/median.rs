//! The true median of a quantity.

use statrs::distribution::{Beta, ContinuousCDF};

use crate::scenario::Quantity;

/// The value at one half of the quantile function.
pub(super) fn median(quantity: &Quantity) -> f64 {
    match *quantity {
        Quantity::Fixed(value) | Quantity::LogNormal { median: value, .. } => value,
        Quantity::Quantiles { p50, .. } => p50,
        Quantity::Normal { mean, .. } => mean,
        Quantity::Uniform { min, max } => 0.5 * (min + max),
        Quantity::Triangular { min, mode, max } => triangular(min, mode, max),
        Quantity::Pert { min, mode, max } => {
            let width = max - min;
            let (alpha, beta) = if width > 0.0 {
                (
                    1.0 + 4.0 * (mode - min) / width,
                    1.0 + 4.0 * (max - mode) / width,
                )
            } else {
                (1.0, 1.0)
            };
            stretched(alpha, beta, min, max)
        }
        Quantity::Beta {
            alpha,
            beta,
            min,
            max,
        } => stretched(alpha, beta, min, max),
        Quantity::Discrete(ref values) => discrete(values),
    }
}

fn triangular(min: f64, mode: f64, max: f64) -> f64 {
    let width = max - min;
    if mode - min >= 0.5 * width {
        min + (0.5 * width * (mode - min)).sqrt()
    } else {
        max - (0.5 * width * (max - mode)).sqrt()
    }
}

fn stretched(alpha: f64, beta: f64, min: f64, max: f64) -> f64 {
    let half = Beta::new(alpha, beta).map_or(0.5, |shape| shape.inverse_cdf(0.5));
    min + (max - min) * half
}

/// The smallest value whose cumulative weight reaches one half.
fn discrete(values: &[(f64, f64)]) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(|one, other| one.0.total_cmp(&other.0));
    let total: f64 = sorted.iter().map(|(_, weight)| weight).sum();
    let mut reached = 0.0;
    let half = sorted.iter().find(|(_, weight)| {
        reached += weight;
        reached >= 0.5 * total
    });
    half.or(sorted.last()).map_or(f64::NAN, |(value, _)| *value)
}
