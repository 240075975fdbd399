//! What can be wrong with a quantity by itself.

use super::Scale;
use crate::scenario::Quantity;
use thiserror::Error;

/// Smallest shape of a beta distribution; below it nearly all of the weight sits at the ends.
pub const LEAST_SHAPE: f64 = 0.2;

/// No number of a scenario is larger: people, dollars and years all fit.
const LARGEST: f64 = 1e12;

/// No draw may be larger, so that arithmetic never overflows.
const LARGEST_DRAWN: f64 = 1e100;

/// Standard normal value beyond which no uniform number of 53 bits reaches.
const Z_LAST: f64 = 9.0;

/// A reason why a quantity is no distribution.
#[derive(Clone, Debug, PartialEq, Error)]
pub enum QuantityFault {
    /// NaN or an infinity.
    #[error("a number here is not finite")]
    NotFinite,
    /// A number, or a value one draw in a million million would take, beyond all meaning.
    #[error("{0} is larger than any number here can be meant to be")]
    TooLarge(f64),
    /// Quantiles out of order.
    #[error("the points must rise: p5 {p5} <= p50 {p50} <= p95 {p95}")]
    Unordered {
        /// 5 percent point.
        p5: f64,
        /// Median.
        p50: f64,
        /// 95 percent point.
        p95: f64,
    },
    /// A point without a place on the scale.
    #[error("{value} has no place on {}", named(.scale))]
    OffScale {
        /// The point.
        value: f64,
        /// The scale of the place where the quantity is used.
        scale: Scale,
    },
    /// A negative standard deviation.
    #[error("a standard deviation is at least 0, not {0}")]
    NegativeSpread(f64),
    /// A log-normal median that is not above 0.
    #[error("the median of a log-normal lies above 0, not at {0}")]
    MedianNotPositive(f64),
    /// Bounds in the wrong order.
    #[error("min {min} must lie below max {max}")]
    Bounds {
        /// Smallest.
        min: f64,
        /// Largest.
        max: f64,
    },
    /// A mode outside of the bounds.
    #[error("mode {mode} must lie between {min} and {max}")]
    ModeOutside {
        /// Smallest.
        min: f64,
        /// Most likely.
        mode: f64,
        /// Largest.
        max: f64,
    },
    /// A shape that puts all weight at the ends.
    #[error("a shape of a beta distribution is at least {LEAST_SHAPE}, not {0}")]
    ShapeTooSmall(f64),
    /// No values to choose from.
    #[error("there is no value to choose from")]
    NoValues,
    /// A weight below 0.
    #[error("a weight is at least 0, not {0}")]
    NegativeWeight(f64),
    /// All weights 0.
    #[error("the weights are all 0")]
    NoWeight,
}

fn named(scale: &Scale) -> &'static str {
    match scale {
        Scale::Linear => "a linear scale",
        Scale::Log => "a log scale, which holds numbers above 0",
        Scale::Logit => "a log-odds scale, which holds numbers between 0 and 1, both excluded",
    }
}

/// A fault and the field of the quantity that it is about, if it is about one.
pub type FieldFault = (Option<&'static str>, QuantityFault);

impl Quantity {
    /// What is wrong with the quantity by itself, used on this scale. One fault at most: the
    /// first that a reader would mend.
    #[must_use]
    pub fn fault(&self, scale: Scale) -> Option<FieldFault> {
        if !self.numbers().all(f64::is_finite) {
            return Some((None, QuantityFault::NotFinite));
        }
        self.misshapen(scale)
    }

    /// A number too large to be meant, or a draw that would be; for quantities without fault.
    #[must_use]
    pub fn excess(&self, scale: Scale) -> Option<QuantityFault> {
        let large = self.numbers().find(|number| number.abs() > LARGEST);
        let (low, high) = self.between(scale, Z_LAST);
        let far = if low.abs() > high.abs() { low } else { high };
        let drawn = far.is_finite() && far.abs() <= LARGEST_DRAWN;
        large
            .or((!drawn).then_some(far))
            .map(QuantityFault::TooLarge)
    }

    fn misshapen(&self, scale: Scale) -> Option<FieldFault> {
        match *self {
            Self::Fixed(_) => None,
            Self::Quantiles { p5, p50, p95 } => quantiles(p5, p50, p95, scale),
            Self::Normal { sd, .. } => spread("sd", sd),
            Self::LogNormal { median, .. } if median <= 0.0 => {
                Some((Some("median"), QuantityFault::MedianNotPositive(median)))
            }
            Self::LogNormal { sd_log, .. } => spread("sd_log", sd_log),
            Self::Uniform { min, max } => bounds(min, max),
            Self::Triangular { min, mode, max } | Self::Pert { min, mode, max } => {
                bounds(min, max).or_else(|| mode_within(min, mode, max))
            }
            Self::Beta {
                alpha,
                beta,
                min,
                max,
            } => shape("alpha", alpha)
                .or_else(|| shape("beta", beta))
                .or_else(|| bounds(min, max)),
            Self::Discrete(ref points) => weights(points).map(|fault| (None, fault)),
        }
    }

    fn numbers(&self) -> Box<dyn Iterator<Item = f64> + '_> {
        match *self {
            Self::Fixed(value) => Box::new([value].into_iter()),
            Self::Quantiles { p5, p50, p95 } => Box::new([p5, p50, p95].into_iter()),
            Self::Normal { mean, sd } => Box::new([mean, sd].into_iter()),
            Self::LogNormal { median, sd_log } => Box::new([median, sd_log].into_iter()),
            Self::Uniform { min, max } => Box::new([min, max].into_iter()),
            Self::Triangular { min, mode, max } | Self::Pert { min, mode, max } => {
                Box::new([min, mode, max].into_iter())
            }
            Self::Beta {
                alpha,
                beta,
                min,
                max,
            } => Box::new([alpha, beta, min, max].into_iter()),
            Self::Discrete(ref points) => {
                Box::new(points.iter().flat_map(|(value, weight)| [*value, *weight]))
            }
        }
    }
}

fn quantiles(p5: f64, p50: f64, p95: f64, scale: Scale) -> Option<FieldFault> {
    if !(p5 <= p50 && p50 <= p95) {
        return Some((None, QuantityFault::Unordered { p5, p50, p95 }));
    }
    let (low, high) = scale.bounds();
    [("p5", p5), ("p50", p50), ("p95", p95)]
        .into_iter()
        .find(|(_, value)| !(low < *value && *value < high))
        .map(|(field, value)| (Some(field), QuantityFault::OffScale { value, scale }))
}

fn spread(field: &'static str, value: f64) -> Option<FieldFault> {
    (value < 0.0).then_some((Some(field), QuantityFault::NegativeSpread(value)))
}

fn bounds(min: f64, max: f64) -> Option<FieldFault> {
    (min >= max).then_some((None, QuantityFault::Bounds { min, max }))
}

fn mode_within(min: f64, mode: f64, max: f64) -> Option<FieldFault> {
    let outside = mode < min || mode > max;
    outside.then_some((Some("mode"), QuantityFault::ModeOutside { min, mode, max }))
}

fn shape(field: &'static str, value: f64) -> Option<FieldFault> {
    (value < LEAST_SHAPE).then_some((Some(field), QuantityFault::ShapeTooSmall(value)))
}

fn weights(points: &[(f64, f64)]) -> Option<QuantityFault> {
    if points.is_empty() {
        return Some(QuantityFault::NoValues);
    }
    if let Some((_, weight)) = points.iter().find(|(_, weight)| *weight < 0.0) {
        return Some(QuantityFault::NegativeWeight(*weight));
    }
    let total: f64 = points.iter().map(|(_, weight)| weight).sum();
    (!(total > 0.0 && total.is_finite())).then_some(QuantityFault::NoWeight)
}
