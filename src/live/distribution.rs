//! The spread of a subject at the horizon.

use super::results::{Results, Stage};
use super::selection::Selection;
use super::subject::Subject;
use crate::analysis::summary::{Moments, moments};
use crate::analysis::weighted::{Part, Weight, quantiles};

/// Bins of the density.
const BINS: usize = 60;
/// Points of the cumulative curve: every second hundredth.
const POINTS: usize = 51;

/// The spread of a subject at the horizon.
#[derive(Clone, Debug, PartialEq)]
pub struct Distribution {
    /// What.
    pub subject: Subject,
    /// Which paths.
    pub selection: Selection,
    /// Whether the numbers may still change.
    pub stage: Stage,
    /// Draws behind them.
    pub draws: usize,
    /// The year.
    pub year: i32,
    /// Mean and quantiles.
    pub moments: Moments,
    /// Left edge of the first bin.
    pub low: f64,
    /// Width of a bin; 0 when all values are the same, then there is one bin.
    pub width: f64,
    /// Share of model runs in each bin; the outer bins hold the outermost hundredth of runs too.
    pub density: Vec<f64>,
    /// Points of the cumulative curve: (value, share of model runs at or below it).
    pub cumulative: Vec<(f64, f64)>,
    /// How many lie beyond the threshold, if there is one.
    pub beyond: Option<Beyond>,
}

/// Model runs on either side of a value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Beyond {
    /// The value.
    pub threshold: f64,
    /// Share of model runs above it.
    pub above: f64,
    /// Share of model runs below it.
    pub below: f64,
}

/// The spread of a subject at the horizon; nothing but NaN where the setting does not have it.
#[must_use]
pub fn distribution(
    results: &Results,
    subject: &Subject,
    selection: Selection,
    threshold: Option<f64>,
) -> Distribution {
    let mut found = Distribution {
        subject: subject.clone(),
        selection,
        stage: results.stage,
        draws: results.draws(),
        year: results.last_year(),
        moments: Moments::NONE,
        low: f64::NAN,
        width: 0.0,
        density: Vec::new(),
        cumulative: Vec::new(),
        beyond: None,
    };
    let Some(columns) = results.values(subject) else {
        return found;
    };
    let paths = selection.paths(&results.ensemble.plan);
    let parts = results.parts(&columns, &paths);
    found.moments = moments(&parts);
    if found.moments.mean.is_nan() {
        return found;
    }
    found.beyond = threshold.map(|threshold| beyond(&parts, threshold));
    let shares: [f64; POINTS] = std::array::from_fn(|i| i as f64 / (POINTS - 1) as f64);
    let curve = quantiles(&parts, shares);
    found.cumulative = curve.into_iter().zip(shares).collect();
    let [low, high] = quantiles(&parts, [0.005, 0.995]);
    found.low = low;
    found.width = (high - low) / BINS as f64;
    found.density = density(&parts, low, found.width);
    found
}

/// Goes through all values with their weights.
fn visit(parts: &[Part<'_>], mut see: impl FnMut(f64, f64)) {
    for part in parts {
        match part.weights {
            Weight::Same(weight) => part.values.iter().for_each(|value| see(*value, weight)),
            Weight::Each(all) => part
                .values
                .iter()
                .zip(all)
                .for_each(|(value, weight)| see(*value, *weight)),
        }
    }
}

fn beyond(parts: &[Part<'_>], threshold: f64) -> Beyond {
    let (mut above, mut below, mut total) = (0.0, 0.0, 0.0);
    visit(parts, |value, weight| {
        total += weight;
        if value > threshold {
            above += weight;
        } else if value < threshold {
            below += weight;
        }
    });
    Beyond {
        threshold,
        above: above / total,
        below: below / total,
    }
}

fn density(parts: &[Part<'_>], low: f64, width: f64) -> Vec<f64> {
    if width <= 0.0 {
        return vec![1.0];
    }
    let (mut bins, mut total) = (vec![0.0; BINS], 0.0);
    visit(parts, |value, weight| {
        // A negative number becomes 0 when converted.
        let bin = (((value - low) / width) as usize).min(BINS - 1);
        bins[bin] += weight;
        total += weight;
    });
    bins.iter_mut().for_each(|bin| *bin /= total);
    bins
}
