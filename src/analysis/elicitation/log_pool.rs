//! The logarithmic pool: the product of experts' densities, each to the power of its weight.
//!
//! Where all must agree: it is narrower than the linear pool, has one hump where they have, and
//! does not mind whether evidence comes before or after pooling (Genest and Zidek 1986,
//! Statistical Science 1). One expert who holds a value impossible decides for all; so we never
//! show it as the room's answer unasked.

use super::distribution::Distribution;
use super::{ElicitationFault, Weights};

/// Points of the table by which the pool is integrated.
const STEPS: usize = 4_000;
/// How far below its peak, in logarithms, a density is left out: e^-40 = 4e-18.
const DEPTH: f64 = 40.0;

/// A logarithmic pool.
#[derive(Clone, Debug, PartialEq)]
pub enum LogPool {
    /// All members are normal: the pool is, exactly.
    Normal(Distribution),
    /// Otherwise a table of rising values and the share below each, from 0 to 1; exact to about
    /// 1e-5 of the width.
    Table {
        /// Values, evenly spaced.
        values: Vec<f64>,
        /// Shares below.
        below: Vec<f64>,
    },
}

impl LogPool {
    /// Pools one distribution and one weight for each expert.
    ///
    /// Normals: precision is the weighted mean of precisions, the mean is weighted by precision.
    ///
    /// # Errors
    /// Weights of another number than experts, or members without a value in common.
    pub fn new(members: &[Distribution], weights: &Weights) -> Result<Self, ElicitationFault> {
        weights.check(members.len())?;
        if let Some(pool) = of_normals(members, weights) {
            return Ok(Self::Normal(pool));
        }
        let counted: Vec<(Distribution, f64)> = members
            .iter()
            .zip(weights.as_slice())
            .filter(|(_, weight)| **weight > 0.0)
            .map(|(member, weight)| (*member, *weight))
            .collect();
        table(&counted)
    }

    /// The probability of at most `x`, 0..=1.
    #[must_use]
    pub fn cdf(&self, x: f64) -> f64 {
        match self {
            Self::Normal(pool) => pool.cdf(x),
            Self::Table { values, below } => between(values, below, x),
        }
    }

    /// The value at a probability 0..=1. 0 and 1 of a table give where it ends, where density is
    /// e^-40 of its peak.
    #[must_use]
    pub fn quantile(&self, level: f64) -> f64 {
        match self {
            Self::Normal(pool) => pool.quantile(level),
            Self::Table { values, below } => between(below, values, level),
        }
    }

    /// The mean.
    #[must_use]
    pub fn mean(&self) -> Option<f64> {
        match self {
            Self::Normal(pool) => pool.mean(),
            Self::Table { values, below } => Some(
                values
                    .windows(2)
                    .zip(below.windows(2))
                    .map(|(x, p)| 0.5 * (x[0] + x[1]) * (p[1] - p[0]))
                    .sum(),
            ),
        }
    }
}

fn of_normals(members: &[Distribution], weights: &Weights) -> Option<Distribution> {
    let (mut precision, mut sum) = (0.0, 0.0);
    for (member, weight) in members.iter().zip(weights.as_slice()) {
        let Distribution::Normal { mean, sd } = *member else {
            return None;
        };
        precision += weight / (sd * sd);
        sum += weight * mean / (sd * sd);
    }
    Some(Distribution::Normal {
        mean: sum / precision,
        sd: (1.0 / precision).sqrt(),
    })
}

fn table(members: &[(Distribution, f64)]) -> Result<LogPool, ElicitationFault> {
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    let (mut from, mut to) = (f64::NEG_INFINITY, f64::INFINITY);
    for (member, _) in members {
        low = low.min(member.quantile(1e-9));
        high = high.max(member.quantile(1.0 - 1e-9));
        let (least, most) = member.support();
        from = from.max(least);
        to = to.min(most);
    }
    let (mut low, mut high) = (low.max(from), high.min(to));
    if low >= high || !(high - low).is_finite() {
        return Err(ElicitationFault::NothingInCommon);
    }
    let height = |x: f64| -> f64 {
        members
            .iter()
            .map(|(member, weight)| weight * member.ln_density(x))
            .sum()
    };
    // A long first range may hold the pool in a few steps: look again where there is something.
    for _ in 0..4 {
        let (values, heights) = heights(low, high, &height);
        let peak = highest(&heights)?;
        let held = |height: &f64| *height > peak - DEPTH;
        let first = heights.iter().position(held).unwrap_or(0);
        let last = heights.iter().rposition(held).unwrap_or(STEPS - 1);
        low = values[first.saturating_sub(1)];
        high = values[(last + 1).min(STEPS - 1)];
    }
    let (values, heights) = heights(low, high, &height);
    let peak = highest(&heights)?;
    Ok(summed(low, high, values, &heights, peak))
}

/// Middles of `STEPS` equal parts, and the logarithm of the density there.
fn heights(low: f64, high: f64, height: &impl Fn(f64) -> f64) -> (Vec<f64>, Vec<f64>) {
    let width = (high - low) / STEPS as f64;
    let values: Vec<f64> = (0..STEPS)
        .map(|step| low + (step as f64 + 0.5) * width)
        .collect();
    let heights = values.iter().map(|x| height(*x)).collect();
    (values, heights)
}

fn highest(heights: &[f64]) -> Result<f64, ElicitationFault> {
    let peak = heights.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if peak.is_finite() {
        Ok(peak)
    } else {
        Err(ElicitationFault::NothingInCommon)
    }
}

/// Shares below the ends of the parts, by the midpoint rule.
fn summed(low: f64, high: f64, middles: Vec<f64>, heights: &[f64], peak: f64) -> LogPool {
    let width = (high - low) / STEPS as f64;
    let mass: Vec<f64> = heights.iter().map(|height| (height - peak).exp()).collect();
    let all: f64 = mass.iter().sum();
    let mut so_far = 0.0;
    let mut values = vec![low];
    let mut below = vec![0.0];
    for (middle, mass) in middles.into_iter().zip(mass) {
        so_far += mass / all;
        values.push(middle + 0.5 * width);
        below.push(so_far.min(1.0));
    }
    LogPool::Table { values, below }
}

/// Straight between the points of two rising lists; the ends beyond.
fn between(xs: &[f64], ys: &[f64], x: f64) -> f64 {
    let after = xs.partition_point(|other| *other < x);
    if after == 0 {
        return ys[0];
    }
    if after == xs.len() {
        return ys[ys.len() - 1];
    }
    let (a, b) = (after - 1, after);
    ys[a] + (ys[b] - ys[a]) * (x - xs[a]) / (xs[b] - xs[a])
}
