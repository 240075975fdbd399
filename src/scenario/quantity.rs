//! A number that may be uncertain.

mod beta_median;
mod fault;
mod median;
mod scale;
mod support;

pub use fault::{FieldFault, LEAST_SHAPE, QuantityFault};
pub use median::pert_shapes;
pub use scale::Scale;

use serde::Deserialize;

/// A number, certain or not. Each is read as a quantile function at one uniform number.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Quantity {
    /// Certain.
    Fixed(f64),
    /// Two-piece normal through three points, on the scale that the place of use sets.
    Quantiles {
        /// 5 of 100 lie below.
        p5: f64,
        /// Half lie below.
        p50: f64,
        /// 95 of 100 lie below.
        p95: f64,
    },
    /// Normal.
    Normal {
        /// Mean.
        mean: f64,
        /// Standard deviation, at least 0.
        sd: f64,
    },
    /// Log-normal.
    LogNormal {
        /// Median, above 0.
        median: f64,
        /// Standard deviation of the logarithm, at least 0.
        sd_log: f64,
    },
    /// Every value between two bounds alike.
    Uniform {
        /// Smallest.
        min: f64,
        /// Largest.
        max: f64,
    },
    /// Triangular.
    Triangular {
        /// Smallest.
        min: f64,
        /// Most likely.
        mode: f64,
        /// Largest.
        max: f64,
    },
    /// Beta-PERT with weight 4 on the mode.
    Pert {
        /// Smallest.
        min: f64,
        /// Most likely.
        mode: f64,
        /// Largest.
        max: f64,
    },
    /// Beta, stretched over `min..max`.
    Beta {
        /// First shape, at least 0.2.
        alpha: f64,
        /// Second shape, at least 0.2.
        beta: f64,
        /// Smallest.
        #[serde(default)]
        min: f64,
        /// Largest.
        #[serde(default = "one")]
        max: f64,
    },
    /// A few values with weights: (value, weight).
    Discrete(Vec<(f64, f64)>),
}

const fn one() -> f64 {
    1.0
}
