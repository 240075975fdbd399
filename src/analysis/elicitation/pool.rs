//! One distribution from those of several experts.
//!
//! Two pools that a room can understand. The **quantile average** (Vincentization) averages what
//! experts say at each probability: as wide as they are on average, and it hides that they
//! differ (Lichtendahl, Grushka-Cockayne and Winkler 2013, Management Science 59). The **linear
//! pool** (Stone 1961) is what you get if one expert, drawn by weight, is right: it is wider the
//! more they differ, and may have two humps. Neither is right; their difference is told.
//! The logarithmic pool is in [`super::log_pool`].

use super::distribution::Distribution;
use super::invert::rising;
use super::judgement::{Judgement, Point};
use super::{ElicitationFault, Weights};

/// Levels that bracket a pool's quantile for halving.
const ENDS: (f64, f64) = (1e-13, 1.0 - 1e-13);

/// Averages stated values at each stated probability; no family is needed. All experts must have
/// answered at the same probabilities.
///
/// # Errors
/// Nobody, weights of another number, or probabilities that differ.
///
/// ```
/// use foretree::analysis::elicitation::{Limits, Weights, judgement::Judgement, pool::stated_average};
///
/// let at = [0.1, 0.5, 0.9];
/// let ann = Judgement::new(&[10.0, 20.0, 30.0], &at, Limits::NONE)?;
/// let ben = Judgement::new(&[30.0, 50.0, 90.0], &at, Limits::NONE)?;
/// let pool = stated_average(&[ann, ben], &Weights::equal(2)?)?;
/// assert_eq!(pool.iter().map(|point| point.value).collect::<Vec<_>>(), [20.0, 35.0, 60.0]);
/// # Ok::<(), foretree::analysis::elicitation::ElicitationFault>(())
/// ```
pub fn stated_average(
    judgements: &[Judgement],
    weights: &Weights,
) -> Result<Vec<Point>, ElicitationFault> {
    weights.check(judgements.len())?;
    let Some(first) = judgements.first() else {
        return Err(ElicitationFault::TooFew { found: 0, least: 1 });
    };
    for judgement in judgements {
        if judgement.points().len() != first.points().len() {
            return Err(ElicitationFault::Length {
                found: judgement.points().len(),
                wanted: first.points().len(),
            });
        }
        let pairs = judgement.levels().zip(first.levels());
        if let Some((level, _)) = pairs.into_iter().find(|(a, b)| (a - b).abs() > 1e-9) {
            return Err(ElicitationFault::Level(level));
        }
    }
    let average = |(place, level): (usize, f64)| Point {
        value: weights.mean(
            judgements
                .iter()
                .map(|one: &Judgement| one.points()[place].value),
        ),
        level,
    };
    Ok(first.levels().enumerate().map(average).collect())
}

/// The average of experts' quantiles.
#[derive(Clone, Debug, PartialEq)]
pub struct QuantileAverage {
    members: Vec<Distribution>,
    weights: Weights,
}

impl QuantileAverage {
    /// One distribution and one weight for each expert.
    ///
    /// # Errors
    /// Weights of another number than experts.
    pub fn new(members: Vec<Distribution>, weights: Weights) -> Result<Self, ElicitationFault> {
        weights.check(members.len())?;
        Ok(Self { members, weights })
    }

    /// The value at a probability 0..=1.
    #[must_use]
    pub fn quantile(&self, level: f64) -> f64 {
        self.weights
            .mean(self.members.iter().map(|one| one.quantile(level)))
    }

    /// The probability of at most `x`, by halving; exact to about 1e-13.
    #[must_use]
    pub fn cdf(&self, x: f64) -> f64 {
        match () {
            () if x <= self.quantile(0.0) => 0.0,
            () if x >= self.quantile(1.0) => 1.0,
            () => rising(x, 0.0, 1.0, |level| self.quantile(level)),
        }
    }

    /// The mean: the weighted mean of means. `None` if one of them has none.
    #[must_use]
    pub fn mean(&self) -> Option<f64> {
        mean(&self.members, &self.weights)
    }
}

/// The mixture of experts' distributions.
#[derive(Clone, Debug, PartialEq)]
pub struct LinearPool {
    members: Vec<Distribution>,
    weights: Weights,
}

impl LinearPool {
    /// One distribution and one weight for each expert.
    ///
    /// # Errors
    /// Weights of another number than experts.
    pub fn new(members: Vec<Distribution>, weights: Weights) -> Result<Self, ElicitationFault> {
        weights.check(members.len())?;
        Ok(Self { members, weights })
    }

    /// The probability of at most `x`, 0..=1.
    #[must_use]
    pub fn cdf(&self, x: f64) -> f64 {
        self.weights.mean(self.members.iter().map(|one| one.cdf(x)))
    }

    /// The density at `x`, per unit of the quantity.
    #[must_use]
    pub fn density(&self, x: f64) -> f64 {
        self.weights
            .mean(self.members.iter().map(|one| one.density(x)))
    }

    /// The value at a probability 0..=1: between the members' own, where the mixture's share is
    /// reached. 0 and 1 give the outermost ends.
    #[must_use]
    pub fn quantile(&self, level: f64) -> f64 {
        let inner = level.clamp(ENDS.0, ENDS.1);
        let at = if (0.0..=1.0).contains(&level) && (level == 0.0 || level == 1.0) {
            level
        } else {
            inner
        };
        let counted = self
            .members
            .iter()
            .zip(self.weights.as_slice())
            .filter(|(_, weight)| **weight > 0.0);
        let (low, high) = counted
            .map(|(one, _)| one.quantile(at))
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| {
                (low.min(value), high.max(value))
            });
        match () {
            () if level <= 0.0 => low,
            () if level >= 1.0 => high,
            () => rising(inner, low, high, |x| self.cdf(x)),
        }
    }

    /// The mean: the weighted mean of means. `None` if one of them has none.
    #[must_use]
    pub fn mean(&self) -> Option<f64> {
        mean(&self.members, &self.weights)
    }
}

fn mean(members: &[Distribution], weights: &Weights) -> Option<f64> {
    let means: Option<Vec<f64>> = members.iter().map(Distribution::mean).collect();
    means.map(|means| weights.mean(means.into_iter()))
}
