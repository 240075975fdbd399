//! Metalog distributions: a smooth curve through stated quantiles, without choosing a family.
//!
//! Keelin (2016), *The Metalog Distributions*, Decision Analysis 13(4), 243-277. The quantile
//! function is linear in its coefficients, so it is found by linear least squares; with limits,
//! the logarithm of the distance (or the log odds) of the value is fitted. A curve that falls
//! somewhere is no distribution and is refused.

use nalgebra::{DMatrix, DVector};

use super::invert::rising;
use super::{ElicitationFault, Limits};
use crate::model::math::{logistic, logit};

/// Three terms rise everywhere where |a3| < this times a2 (Keelin 2016, section 4.2).
const THREE_TERMS: f64 = 1.667_11;
/// More terms than this swing between the points.
pub const MOST_TERMS: usize = 10;

/// A metalog distribution that rises everywhere.
#[derive(Clone, Debug, PartialEq)]
pub struct Metalog {
    coefficients: Vec<f64>,
    limits: Limits,
}

impl Metalog {
    /// Fits `terms` coefficients (2 to 10, at most one for each point) to values at probabilities
    /// strictly between 0 and 1. With as many terms as points it goes through all of them.
    ///
    /// # Errors
    /// Lists of different lengths, fewer points than terms, probabilities out of range or twice,
    /// values that fall or are not strictly within the limits, or a curve that falls somewhere.
    ///
    /// ```
    /// use foretree::analysis::elicitation::{Limits, metalog::Metalog};
    ///
    /// let curve = Metalog::fit(&[4.0, 9.0, 17.0], &[0.1, 0.5, 0.85], Limits::POSITIVE, 3)?;
    /// assert!((curve.quantile(0.5) - 9.0).abs() < 1e-9);
    /// assert!(curve.quantile(0.001) > 0.0);
    /// # Ok::<(), foretree::analysis::elicitation::ElicitationFault>(())
    /// ```
    pub fn fit(
        values: &[f64],
        levels: &[f64],
        limits: Limits,
        terms: usize,
    ) -> Result<Self, ElicitationFault> {
        check(values, levels, limits, terms)?;
        let design = DMatrix::from_fn(levels.len(), terms, |row, term| basis(term, levels[row]).0);
        let target = DVector::from_iterator(
            values.len(),
            values.iter().map(|value| inward(*value, limits)),
        );
        let found = design
            .svd(true, true)
            .solve(&target, 1e-12)
            .map_err(|_| ElicitationFault::NoFit)?;
        Self::new(found.iter().copied().collect(), limits)
    }

    /// Three values at `level`, 0.5 and 1 - `level` (a symmetric percentile triplet), in closed
    /// form (Keelin 2016, section 6.2.1). `level` in 0..0.5, mostly 0.1 or 0.05.
    ///
    /// # Errors
    /// As [`fit`](Self::fit). Infeasible where the middle is too near to one end: without limits,
    /// at `level` 0.1, where (middle - low) / (high - low) is not within 0.167 to 0.833.
    pub fn triplet(
        [low, middle, high]: [f64; 3],
        level: f64,
        limits: Limits,
    ) -> Result<Self, ElicitationFault> {
        let levels = [level, 0.5, 1.0 - level];
        check(&[low, middle, high], &levels, limits, 3)?;
        let [low, middle, high] = [low, middle, high].map(|value| inward(value, limits));
        let odds = logit(1.0 - level);
        let scale = (high - low) / (2.0 * odds);
        let skew = (high + low - 2.0 * middle) / ((1.0 - 2.0 * level) * odds);
        Self::new(vec![middle, scale, skew], limits)
    }

    /// A curve by its coefficients a1, a2, ... on the scale of the limits.
    ///
    /// # Errors
    /// Fewer than 2 or more than 10 coefficients, numbers that are not finite, or a curve that
    /// falls somewhere.
    pub fn new(coefficients: Vec<f64>, limits: Limits) -> Result<Self, ElicitationFault> {
        count(coefficients.len())?;
        if !coefficients.iter().all(|one| one.is_finite()) {
            return Err(ElicitationFault::NotANumber);
        }
        let curve = Self {
            coefficients,
            limits,
        };
        if curve.rises() {
            Ok(curve)
        } else {
            Err(ElicitationFault::Infeasible)
        }
    }

    /// The coefficients a1, a2, ..., in Keelin's order.
    #[must_use]
    pub fn coefficients(&self) -> &[f64] {
        &self.coefficients
    }

    /// The value at a probability; 0 and 1 give the limits.
    #[must_use]
    pub fn quantile(&self, level: f64) -> f64 {
        match () {
            () if level <= 0.0 => self.limits.low(),
            () if level >= 1.0 => self.limits.high(),
            () => outward(self.at(level).0, self.limits).0,
        }
    }

    /// The density at the value of a probability strictly between 0 and 1, per unit of the
    /// quantity.
    #[must_use]
    pub fn density_at(&self, level: f64) -> f64 {
        let (inner, slope) = self.at(level.clamp(1e-12, 1.0 - 1e-12));
        1.0 / (slope * outward(inner, self.limits).1)
    }

    /// The probability of at most `x`, by halving.
    #[must_use]
    pub fn cdf(&self, x: f64) -> f64 {
        match () {
            () if x <= self.limits.low() => 0.0,
            () if x >= self.limits.high() => 1.0,
            () => rising(x, 0.0, 1.0, |level| self.quantile(level)),
        }
    }

    /// Value and slope on the inner scale.
    fn at(&self, level: f64) -> (f64, f64) {
        self.coefficients
            .iter()
            .enumerate()
            .map(|(term, a)| {
                let (value, slope) = basis(term, level);
                (a * value, a * slope)
            })
            .fold((0.0, 0.0), |sum, one| (sum.0 + one.0, sum.1 + one.1))
    }

    /// Exactly for up to three terms; else by the slope at 4,000 probabilities, close together
    /// towards both ends.
    fn rises(&self) -> bool {
        match *self.coefficients {
            [_, scale] => scale > 0.0,
            [_, scale, skew] => scale > 0.0 && skew.abs() < THREE_TERMS * scale,
            _ => (-2_000..=2_000)
                .map(|step| logistic(0.01 * f64::from(step)))
                .all(|level| self.at(level).1 > 0.0),
        }
    }
}

/// Keelin's terms and their slopes: 1, L, (y - 0.5) L, (y - 0.5), then powers alternately without
/// and with the log odds L.
fn basis(term: usize, level: f64) -> (f64, f64) {
    let (off, odds) = (level - 0.5, logit(level));
    let odds_slope = 1.0 / (level * (1.0 - level));
    let (power, with_odds) = match term {
        0 => (0, false),
        1 => (0, true),
        2 => (1, true),
        3 => (1, false),
        _ => (term / 2, term % 2 == 1),
    };
    let raised = off.powi(power as i32);
    let slope = if power == 0 {
        0.0
    } else {
        power as f64 * off.powi(power as i32 - 1)
    };
    if with_odds {
        (raised * odds, slope * odds + raised * odds_slope)
    } else {
        (raised, slope)
    }
}

/// From a value to the scale on which the curve is linear in its coefficients.
fn inward(value: f64, limits: Limits) -> f64 {
    let (low, high) = (limits.low(), limits.high());
    match (low.is_finite(), high.is_finite()) {
        (false, false) => value,
        (true, false) => (value - low).ln(),
        (false, true) => -(high - value).ln(),
        (true, true) => ((value - low) / (high - value)).ln(),
    }
}

/// Back to the value, with its slope.
fn outward(inner: f64, limits: Limits) -> (f64, f64) {
    let (low, high) = (limits.low(), limits.high());
    match (low.is_finite(), high.is_finite()) {
        (false, false) => (inner, 1.0),
        (true, false) => (low + inner.exp(), inner.exp()),
        (false, true) => (high - (-inner).exp(), (-inner).exp()),
        (true, true) => {
            let share = logistic(inner);
            let width = high - low;
            (low + width * share, width * share * (1.0 - share))
        }
    }
}

fn count(terms: usize) -> Result<(), ElicitationFault> {
    match terms {
        2..=MOST_TERMS => Ok(()),
        found if found < 2 => Err(ElicitationFault::TooFew { found, least: 2 }),
        found => Err(ElicitationFault::Length {
            found,
            wanted: MOST_TERMS,
        }),
    }
}

fn check(
    values: &[f64],
    levels: &[f64],
    limits: Limits,
    terms: usize,
) -> Result<(), ElicitationFault> {
    count(terms)?;
    let found = values.len();
    if levels.len() != found {
        return Err(ElicitationFault::Length {
            found: levels.len(),
            wanted: found,
        });
    }
    if found < terms {
        return Err(ElicitationFault::TooFew {
            found,
            least: terms,
        });
    }
    let mut before: Option<(f64, f64)> = None;
    for (&value, &level) in values.iter().zip(levels) {
        if !value.is_finite() {
            return Err(ElicitationFault::NotANumber);
        }
        let (low, high) = (limits.low(), limits.high());
        if !(low < value && value < high) {
            return Err(ElicitationFault::OutsideLimits { value, low, high });
        }
        let (last_value, last_level) = before.unwrap_or((f64::NEG_INFINITY, 0.0));
        if !(last_level < level && level < 1.0) {
            return Err(ElicitationFault::Level(level));
        }
        if value < last_value {
            return Err(ElicitationFault::Order {
                before: last_value,
                after: value,
            });
        }
        before = Some((value, level));
    }
    Ok(())
}
