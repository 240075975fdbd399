//! The true median of a quantity: its quantile function at one half.

use super::beta_median::beta_median;
use crate::scenario::Quantity;

impl Quantity {
    /// The true median, never the mode. Of a `Discrete` the smallest value whose cumulative
    /// weight reaches one half. Pert and Beta solve for the median; all others are exact formulas.
    /// NaN if the quantity is ill-formed.
    #[must_use]
    pub fn median(&self) -> f64 {
        match *self {
            Self::Fixed(value) | Self::LogNormal { median: value, .. } => value,
            Self::Quantiles { p50, .. } => p50,
            Self::Normal { mean, .. } => mean,
            Self::Uniform { min, max } => min + 0.5 * (max - min),
            Self::Triangular { min, mode, max } => triangular(min, mode, max),
            Self::Pert { min, mode, max } => {
                let (alpha, beta) = pert_shapes(min, mode, max);
                min + (max - min) * beta_median(alpha, beta)
            }
            Self::Beta {
                alpha,
                beta,
                min,
                max,
            } => min + (max - min) * beta_median(alpha, beta),
            Self::Discrete(ref points) => discrete(points),
        }
    }
}

/// The two shapes of the beta distribution behind a `Pert`: weight 4 on the mode.
#[must_use]
pub fn pert_shapes(min: f64, mode: f64, max: f64) -> (f64, f64) {
    let width = max - min;
    let alpha = 1.0 + 4.0 * (mode - min) / width;
    let beta = 1.0 + 4.0 * (max - mode) / width;
    (alpha, beta)
}

fn triangular(min: f64, mode: f64, max: f64) -> f64 {
    let half = 0.5 * (max - min);
    if mode - min >= half {
        min + (half * (mode - min)).sqrt()
    } else {
        max - (half * (max - mode)).sqrt()
    }
}

fn discrete(points: &[(f64, f64)]) -> f64 {
    let mut sorted = points.to_vec();
    sorted.sort_by(|one, other| one.0.total_cmp(&other.0));
    let total: f64 = sorted.iter().map(|(_, weight)| weight).sum();
    let mut reached = 0.0;
    let half = sorted.iter().find(|(_, weight)| {
        reached += weight;
        reached >= 0.5 * total
    });
    half.map_or(f64::NAN, |(value, _)| *value)
}
