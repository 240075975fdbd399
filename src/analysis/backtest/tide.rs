//! The tide of MODEL 3.2 (E3) on its own, as a distribution of the share online years ahead.
//!
//! Log odds x move by x' = growth + drag P - slowdown x, P <= 0 the shortage of power; a lasting
//! difference between countries is added to the growth, and every year a surprise whose size
//! itself differs between countries (log-normal). The distribution around the median is therefore
//! a mixture of normals in log odds, the same for all countries at one horizon.

use super::panel::Pair;
use crate::model::math::{exp, logistic, logit, probit};
use crate::model::normal;
use crate::model::step::{close_gap, soft_logit, tide};

/// Shares are held within these ends before their log odds are taken.
const ENDS: (f64, f64) = (0.002, 0.998);
/// E6: yearly hazard of gaining electricity at the catalogue's median, for the years ahead.
const POWER_RATE: f64 = 0.035;
/// Nodes of the Gauss-Hermite rule with nine points for a standard normal ...
const NODES: [f64; 5] = [
    0.0,
    1.023_255_663_789_132_5,
    2.076_847_978_677_83,
    3.205_429_002_856_47,
    4.512_745_863_399_783,
];
/// ... and their weights.
const WEIGHTS: [f64; 5] = [
    0.406_349_206_349_206_34,
    0.244_097_502_894_939_2,
    0.049_916_406_765_217_9,
    0.002_789_141_321_231_77,
    0.000_022_345_844_007_746_6,
];

/// The tide's numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tide {
    /// aU: yearly rise of the log odds at half online and full power.
    pub growth: f64,
    /// kU: pull towards the long-run level, per year, > 0.
    pub slowdown: f64,
    /// dU: what a soft logit of missing electricity takes off the rise.
    pub power_drag: f64,
    /// Standard deviation of the lasting difference between countries, log odds a year.
    pub lasting: f64,
    /// sU: median size of the yearly surprise, log odds.
    pub noise: f64,
    /// Standard deviation of the logarithm of that size between countries.
    pub noise_spread: f64,
}

/// Log odds of a share, held within .002 and .998.
#[must_use]
pub fn log_odds(share: f64) -> f64 {
    logit(share.clamp(ENDS.0, ENDS.1))
}

impl Tide {
    /// Log odds of the share online at the end of the pair, without any surprise.
    #[must_use]
    pub fn median(&self, pair: &Pair) -> f64 {
        let mut x = log_odds(pair.start);
        let mut power = pair.power;
        for _ in 0..pair.horizon {
            let shortage = soft_logit(power) - soft_logit(1.0);
            x = tide(x, self.growth + self.power_drag * shortage, self.slowdown);
            power = close_gap(power, POWER_RATE);
        }
        x
    }

    /// How log odds spread around the median `horizon` years ahead.
    #[must_use]
    pub fn spread(&self, horizon: i32) -> Mixture {
        let years = f64::from(horizon);
        let reach = (1.0 - exp(-self.slowdown * years)) / self.slowdown;
        let sum: f64 = (0..horizon)
            .map(|year| exp(-2.0 * self.slowdown * f64::from(year)))
            .sum();
        let mut parts = [Part::default(); 9];
        for (place, part) in parts.iter_mut().enumerate() {
            let (node, weight) = node(place);
            let size = self.noise * exp(self.noise_spread * node);
            let variance = (self.lasting * reach) * (self.lasting * reach) + size * size * sum;
            *part = Part {
                weight,
                sd: variance.sqrt(),
            };
        }
        Mixture { parts }
    }
}

/// Node and weight at one of nine places, from below.
fn node(place: usize) -> (f64, f64) {
    let from_middle = place.abs_diff(4);
    let sign = if place < 4 { -1.0 } else { 1.0 };
    (sign * NODES[from_middle], WEIGHTS[from_middle])
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Part {
    weight: f64,
    sd: f64,
}

/// Normals around 0 of different size, in log odds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mixture {
    parts: [Part; 9],
}

impl Mixture {
    /// A single normal.
    #[must_use]
    pub fn normal(sd: f64) -> Self {
        let mut parts = [Part { weight: 0.0, sd }; 9];
        parts[4].weight = 1.0;
        Self { parts }
    }

    /// Share of the distribution up to `x` from the median.
    #[must_use]
    pub fn cdf(&self, x: f64) -> f64 {
        let parts = self.parts.iter().filter(|part| part.weight > 0.0);
        parts
            .map(|part| part.weight * normal::cdf(x / part.sd.max(1e-12)))
            .sum()
    }

    /// Distance from the median below which the share `level` (in 0..1) lies; within 1e-9.
    #[must_use]
    pub fn quantile(&self, level: f64) -> f64 {
        // Symmetric: the upper half is the mirrored lower half.
        let tail = level.min(1.0 - level);
        let z = probit(tail);
        let sizes = self.parts.iter().filter(|part| part.weight > 0.0);
        let largest = sizes.fold(0.0_f64, |most, part| most.max(part.sd));
        let (mut low, mut high) = (z * largest, 0.0);
        for _ in 0..60 {
            let middle = 0.5 * (low + high);
            if self.cdf(middle) < tail {
                low = middle;
            } else {
                high = middle;
            }
        }
        let found = 0.5 * (low + high);
        if level < 0.5 { found } else { -found }
    }
}

/// Shares at distances from a median in log odds.
#[must_use]
pub fn shares(median: f64, distances: &[f64]) -> Vec<f64> {
    distances
        .iter()
        .map(|distance| logistic(median + distance))
        .collect()
}
