//! Ranges beside what happened: one case at a time, averages, and differences with their errors.

use std::collections::BTreeMap;

use super::panel::Pair;
use super::scores::{FIVE, inside, interval_score, pit_histogram, quantile_score};

/// Levels of the points that a case keeps.
pub const LEVELS: [f64; 7] = [0.05, 0.10, 0.25, 0.50, 0.75, 0.90, 0.95];
/// What the ranges between these points are meant to hold: 50, 80 and 90 of 100.
pub const HELD: [f64; 3] = [0.50, 0.80, 0.90];
/// Equally likely points by which a distribution is scored.
pub const POINTS: usize = 200;

/// One range made in one year for a later one, and what happened. Shares are 0..1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Case {
    /// Place of the country in the panel.
    pub country: usize,
    /// Year in which the range was made.
    pub origin: i32,
    /// Years ahead.
    pub horizon: i32,
    /// Share online in the year of origin.
    pub start: f64,
    /// Share online at the end: what happened.
    pub observed: f64,
    /// The distribution at [`LEVELS`].
    pub points: [f64; 7],
    /// Its CRPS, in shares.
    pub crps: f64,
    /// Place of what happened in the distribution, 0..1.
    pub pit: f64,
}

impl Case {
    /// A case from its pair of years.
    #[must_use]
    pub fn new(pair: &Pair, points: [f64; 7], crps: f64, pit: f64) -> Self {
        Self {
            country: pair.country,
            origin: pair.origin,
            horizon: pair.horizon,
            start: pair.start,
            observed: pair.observed,
            points,
            crps,
            pit,
        }
    }

    /// The median.
    #[must_use]
    pub fn median(&self) -> f64 {
        self.points[3]
    }

    /// Ends of the range that is meant to hold [`HELD`]`[place]`.
    #[must_use]
    pub fn range(&self, place: usize) -> (f64, f64) {
        let low = [2, 1, 0][place.min(2)];
        (self.points[low], self.points[6 - low])
    }

    /// Whether each range of [`HELD`] holds what happened.
    #[must_use]
    pub fn inside(&self) -> [bool; 3] {
        [0, 1, 2].map(|place| {
            let (low, high) = self.range(place);
            inside(low, high, self.observed)
        })
    }

    /// The score over five quantiles that MODEL 6.2 calls CRPS.
    #[must_use]
    pub fn five_points(&self) -> f64 {
        let [p5, _, p25, p50, p75, _, p95] = self.points;
        quantile_score(&FIVE, &[p5, p25, p50, p75, p95], self.observed)
    }
}

/// Averages over cases.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Summary {
    /// Cases.
    pub cases: usize,
    /// Different countries among them.
    pub countries: usize,
    /// Mean of what happened less what was at the start, per year.
    pub rise_observed: f64,
    /// The same for the medians.
    pub rise_median: f64,
    /// Mean absolute error of the median.
    pub mae: f64,
    /// Mean of the median less what happened.
    pub bias: f64,
    /// Mean CRPS.
    pub crps: f64,
    /// Mean of the score over five quantiles.
    pub five_points: f64,
    /// Mean interval score of the range of 90 of 100.
    pub interval: f64,
    /// Shares of cases inside the ranges of [`HELD`].
    pub inside: [f64; 3],
    /// Shares of cases in each tenth of their distribution.
    pub pit: [f64; 10],
}

impl Summary {
    /// Averages of some cases; `None` without any. The order of the cases does not matter beyond
    /// the last digits.
    #[must_use]
    pub fn of<'a>(cases: impl IntoIterator<Item = &'a Case>) -> Option<Self> {
        let cases: Vec<&Case> = cases.into_iter().collect();
        if cases.is_empty() {
            return None;
        }
        let mean = |value: &dyn Fn(&Case) -> f64| {
            cases.iter().map(|case| value(case)).sum::<f64>() / cases.len() as f64
        };
        let mut countries: Vec<usize> = cases.iter().map(|case| case.country).collect();
        countries.sort_unstable();
        countries.dedup();
        let held = |place: usize| mean(&|case| f64::from(case.inside()[place]));
        Some(Self {
            cases: cases.len(),
            countries: countries.len(),
            rise_observed: mean(&|c| (c.observed - c.start) / f64::from(c.horizon.max(1))),
            rise_median: mean(&|c| (c.median() - c.start) / f64::from(c.horizon.max(1))),
            mae: mean(&|c| (c.median() - c.observed).abs()),
            bias: mean(&|c| c.median() - c.observed),
            crps: mean(&|c| c.crps),
            five_points: mean(&Case::five_points),
            interval: mean(&|c| interval_score(c.points[0], c.points[6], HELD[2], c.observed)),
            inside: [held(0), held(1), held(2)],
            pit: pit_histogram(cases.iter().map(|case| case.pit)),
        })
    }
}

/// A mean difference of scores on the same cases, with its standard error.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// Mean of the first less the second; below 0 the first is better.
    pub mean: f64,
    /// Standard error, with cases of one country counted as one cluster.
    pub error: f64,
    /// Countries.
    pub clusters: usize,
}

/// Mean difference of a score between two ways of making ranges for the same cases in the same
/// order; `None` if the cases differ, or with fewer than two countries.
///
/// Errors of one country depend on each other, so the standard error is that of a mean over
/// clusters (Liang and Zeger 1986, with G/(G-1)). Shocks that all countries share are not in it.
#[must_use]
pub fn paired(first: &[Case], second: &[Case], score: fn(&Case) -> f64) -> Option<Difference> {
    let same = |(a, b): (&Case, &Case)| {
        (a.country, a.origin, a.horizon) == (b.country, b.origin, b.horizon)
    };
    if first.len() != second.len() || !first.iter().zip(second).all(same) {
        return None;
    }
    let differences = first
        .iter()
        .zip(second)
        .map(|(a, b)| (a.country, score(a) - score(b)));
    clustered(differences)
}

/// Mean of values in clusters and its standard error; `None` with fewer than two clusters.
#[must_use]
pub fn clustered(values: impl IntoIterator<Item = (usize, f64)>) -> Option<Difference> {
    let mut clusters: BTreeMap<usize, (f64, f64)> = BTreeMap::new();
    for (cluster, value) in values {
        let (sum, count) = clusters.entry(cluster).or_default();
        *sum += value;
        *count += 1.0;
    }
    if clusters.len() < 2 {
        return None;
    }
    let all: f64 = clusters.values().map(|(_, count)| count).sum();
    let mean = clusters.values().map(|(sum, _)| sum).sum::<f64>() / all;
    let squares: f64 = clusters
        .values()
        .map(|(sum, count)| (sum - count * mean) * (sum - count * mean))
        .sum();
    let groups = clusters.len() as f64;
    Some(Difference {
        mean,
        error: (squares * groups / (groups - 1.0)).sqrt() / all,
        clusters: clusters.len(),
    })
}
