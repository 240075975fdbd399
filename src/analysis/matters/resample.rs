//! Drawing cases again: the same seed gives the same resamples for every input, so the order of
//! inputs changes no estimate.

use super::{Estimate, Settings};
use crate::analysis::splitmix;

/// Random words.
pub(super) struct Words(u64);

impl Words {
    pub(super) fn new(seed: u64) -> Self {
        Words(seed)
    }

    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(splitmix::STEP);
        splitmix::scrambled(self.0)
    }

    /// A whole number below `count`.
    pub(super) fn below(&mut self, count: usize) -> usize {
        let product = u128::from(self.next()) * count as u128;
        usize::try_from(product >> 64).unwrap_or(0)
    }

    /// A random order of `0..count`.
    pub(super) fn shuffled(&mut self, count: usize) -> Vec<u32> {
        let mut all: Vec<u32> = (0..u32::try_from(count).unwrap_or(u32::MAX)).collect();
        for last in (1..all.len()).rev() {
            all.swap(last, self.below(last + 1));
        }
        all
    }
}

/// How often each of `count` things is drawn in each resample: `[resample][thing]`.
pub(super) fn multiplicities(count: usize, settings: &Settings) -> Vec<Vec<u16>> {
    let mut words = Words::new(settings.seed);
    let one = |_| {
        let mut times = vec![0_u16; count];
        for _ in 0..count {
            let place = words.below(count);
            times[place] = times[place].saturating_add(1);
        }
        times
    };
    (0..settings.resamples).map(one).collect()
}

/// Interval around a value from resampled ones. Resampling shifts estimators of distance upwards, so
/// what counts is how the resampled values spread around their own mean.
pub(super) fn interval(value: f64, mut resampled: Vec<f64>, level: f64) -> (f64, f64) {
    if resampled.is_empty() {
        return (value, value);
    }
    let mean = resampled.iter().sum::<f64>() / resampled.len() as f64;
    resampled.sort_unstable_by(f64::total_cmp);
    let at = |share: f64| {
        let place = share * (resampled.len() - 1) as f64;
        let (below, part) = (place.floor() as usize, place.fract());
        let above = (below + 1).min(resampled.len() - 1);
        resampled[below] * (1.0 - part) + resampled[above] * part
    };
    let tail = f64::midpoint(1.0, -level);
    (value + at(tail) - mean, value + at(1.0 - tail) - mean)
}

/// An estimate of something between 0 and 1 with its interval.
pub(super) fn bounded(value: f64, resampled: Vec<f64>, noise: f64, level: f64) -> Estimate {
    let (low, high) = interval(value, resampled, level);
    Estimate {
        value,
        low: low.clamp(0.0, 1.0).min(value),
        high: high.clamp(0.0, 1.0).max(value),
        noise,
    }
}
