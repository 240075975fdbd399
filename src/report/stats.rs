//! Small bundles of numbers that every report is made of.
//!
//! A value that cannot be had (a missing cohort, a division of nothing by nothing, no reference
//! country, no costs) is `None` and becomes `null`; NaN never leaves the program.

use serde::{Deserialize, Serialize};

/// A number that may be missing: infinities and NaN count as missing.
#[must_use]
pub fn known(value: f64) -> Option<f64> {
    value.is_finite().then_some(value)
}

/// Average and five quantiles of one number over the draws.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Spread {
    pub mean: Option<f64>,
    pub p5: Option<f64>,
    pub p25: Option<f64>,
    pub p50: Option<f64>,
    pub p75: Option<f64>,
    pub p95: Option<f64>,
}

impl Spread {
    /// The spread of a number that is the same in every draw.
    #[must_use]
    pub fn certain(value: f64) -> Self {
        let v = known(value);
        Self {
            mean: v,
            p5: v,
            p25: v,
            p50: v,
            p75: v,
            p95: v,
        }
    }

    /// A rising function of every number.
    #[must_use]
    pub fn mapped(&self, of: impl Fn(f64) -> f64) -> Self {
        Self {
            mean: self.mean.map(&of),
            p5: self.p5.map(&of),
            p25: self.p25.map(&of),
            p50: self.p50.map(&of),
            p75: self.p75.map(&of),
            p95: self.p95.map(&of),
        }
    }

    /// A falling function of every number: what was low is high.
    #[must_use]
    pub fn mirrored(&self, of: impl Fn(f64) -> f64) -> Self {
        let turned = self.mapped(of);
        Self {
            p5: turned.p95,
            p25: turned.p75,
            p75: turned.p25,
            p95: turned.p5,
            ..turned
        }
    }

    /// The same without the quartiles.
    #[must_use]
    pub fn summary(&self) -> Summary {
        Summary {
            mean: self.mean,
            p5: self.p5,
            p50: self.p50,
            p95: self.p95,
        }
    }
}

/// Average, middle and our range of one number over the draws.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Summary {
    pub mean: Option<f64>,
    pub p5: Option<f64>,
    pub p50: Option<f64>,
    pub p95: Option<f64>,
}

/// A [`Spread`] for each year of the horizon, in the order of `years`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Series {
    pub mean: Vec<Option<f64>>,
    pub p5: Vec<Option<f64>>,
    pub p25: Vec<Option<f64>>,
    pub p50: Vec<Option<f64>>,
    pub p75: Vec<Option<f64>>,
    pub p95: Vec<Option<f64>>,
}

/// Middle and our range for each year of the horizon, in the order of `years`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[allow(missing_docs)]
pub struct Band {
    pub p5: Vec<Option<f64>>,
    pub p50: Vec<Option<f64>>,
    pub p95: Vec<Option<f64>>,
}
