//! Which values a quantity can take.

use super::Scale;
use crate::scenario::Quantity;

/// Standard normal value that 95 of 100 stay below.
const Z95: f64 = 1.645;

impl Quantity {
    /// Smallest and largest value that the quantity can come near; infinite tails included.
    #[must_use]
    pub fn support(&self, scale: Scale) -> (f64, f64) {
        let (lowest, highest) = scale.bounds();
        match *self {
            Self::Quantiles { p5, p50, p95 } => (
                if p5 < p50 { lowest } else { p50 },
                if p95 > p50 { highest } else { p50 },
            ),
            Self::Normal { sd, .. } if sd > 0.0 => (f64::NEG_INFINITY, f64::INFINITY),
            Self::LogNormal { sd_log, .. } if sd_log > 0.0 => (0.0, f64::INFINITY),
            _ => self.central(),
        }
    }

    /// The range that is held against limits: all of it where the quantity has bounds, from the
    /// 5 to the 95 percent point where it has tails without end.
    #[must_use]
    pub fn central(&self) -> (f64, f64) {
        match *self {
            Self::Fixed(value) => (value, value),
            Self::Quantiles { p5, p95, .. } => (p5, p95),
            Self::Normal { mean, sd } => (mean - Z95 * sd, mean + Z95 * sd),
            Self::LogNormal { median, sd_log } => {
                let spread = (Z95 * sd_log).exp();
                (median / spread, median * spread)
            }
            Self::Uniform { min, max }
            | Self::Triangular { min, max, .. }
            | Self::Pert { min, max, .. }
            | Self::Beta { min, max, .. } => (min, max),
            Self::Discrete(ref points) => points.iter().filter(|(_, weight)| *weight > 0.0).fold(
                (f64::INFINITY, f64::NEG_INFINITY),
                |(low, high), (value, _)| (low.min(*value), high.max(*value)),
            ),
        }
    }

    /// True if the quantity is a single number.
    #[must_use]
    pub fn is_fixed(&self) -> bool {
        matches!(self, Self::Fixed(_))
    }

    /// True if any of the numbers that describe its values is at most 0.
    pub(super) fn reaches_zero(&self) -> bool {
        match *self {
            Self::Quantiles { p5, p50, p95 } => p5.min(p50).min(p95) <= 0.0,
            Self::LogNormal { median, .. } => median <= 0.0,
            _ => self.central().0 <= 0.0,
        }
    }
}

/// Standard normal value beyond which one draw in ten thousand lies, on either side.
const Z_RARE: f64 = 3.719;

impl Quantity {
    /// From the value that one draw in ten thousand stays below to the one that as many exceed;
    /// all of it where the quantity has bounds.
    #[must_use]
    pub fn reach(&self, scale: Scale) -> (f64, f64) {
        self.between(scale, Z_RARE)
    }

    /// The values at the standard normal numbers `-z` and `z`; all of it where the quantity has
    /// bounds.
    pub(super) fn between(&self, scale: Scale, z: f64) -> (f64, f64) {
        match *self {
            Self::Quantiles { p5, p50, p95 } => {
                let middle = scale.forward(p50);
                let below = z * (middle - scale.forward(p5)) / Z95;
                let above = z * (scale.forward(p95) - middle) / Z95;
                (scale.back(middle - below), scale.back(middle + above))
            }
            Self::Normal { mean, sd } => (mean - z * sd, mean + z * sd),
            Self::LogNormal { median, sd_log } => {
                let spread = (z * sd_log).exp();
                (median / spread, median * spread)
            }
            _ => self.central(),
        }
    }
}

impl Scale {
    fn forward(self, value: f64) -> f64 {
        match self {
            Self::Linear => value,
            Self::Log => value.ln(),
            Self::Logit => (value / (1.0 - value)).ln(),
        }
    }

    fn back(self, value: f64) -> f64 {
        match self {
            Self::Linear => value,
            Self::Log => value.exp(),
            Self::Logit => 1.0 / (1.0 + (-value).exp()),
        }
    }
}
