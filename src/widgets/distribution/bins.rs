//! Counting many runs once, so that drawing them again costs nothing.

use crate::widgets::axis::Scale;

/// How many bins the runs are counted in.
const BINS: usize = 512;

/// Weighted runs counted in equal bins.
#[derive(Clone, Debug, PartialEq)]
pub struct Bins {
    /// The low end.
    pub low: f64,
    /// The high end.
    pub high: f64,
    /// The weight in each bin.
    weights: Vec<f64>,
    /// The weight below the low end.
    below: f64,
    /// All weight, also that outside.
    all: f64,
}

impl Bins {
    /// Counts values with their weights between two ends; round numbers around them if none are
    /// given. What is not a number is left out; none if nothing is left.
    #[must_use]
    pub fn new<I>(runs: I, ends: Option<(f64, f64)>) -> Option<Self>
    where
        I: Iterator<Item = (f64, f64)> + Clone,
    {
        let values = runs.clone().filter(|(_, weight)| *weight > 0.0);
        let scale = match ends.and_then(Scale::new) {
            Some(scale) => scale,
            None => Scale::around(values.map(|(value, _)| value))?,
        };
        let mut bins = Self {
            low: scale.low,
            high: scale.high,
            weights: vec![0.0; BINS],
            below: 0.0,
            all: 0.0,
        };
        for (value, weight) in runs {
            if value.is_finite() && weight > 0.0 {
                bins.add(scale.share(value), weight);
            }
        }
        (bins.all > 0.0).then_some(bins)
    }

    fn add(&mut self, share: f64, weight: f64) {
        self.all += weight;
        if share < 0.0 {
            self.below += weight;
        } else if share <= 1.0 {
            let place = ((share * BINS as f64) as usize).min(BINS - 1);
            if let Some(bin) = self.weights.get_mut(place) {
                *bin += weight;
            }
        }
    }

    /// The density in each of `columns` columns, the highest being 1. Neighbours are averaged, so
    /// that chance in the draws does not look like a comb.
    pub(super) fn density(&self, columns: usize) -> Vec<f64> {
        let up_to = self.cumulative_at(columns);
        let steps = up_to.windows(2);
        let raw: Vec<f64> = steps
            .map(|ends| {
                ends.iter()
                    .rev()
                    .copied()
                    .reduce(|a, b| a - b)
                    .unwrap_or(0.0)
            })
            .collect();
        let near = |index: usize| {
            let at = |place: Option<usize>| place.and_then(|place| raw.get(place)).copied();
            let here = at(Some(index)).unwrap_or(0.0);
            let before = at(index.checked_sub(1)).unwrap_or(here);
            let after = at(index.checked_add(1)).unwrap_or(here);
            (before + 2.0 * here + after) / 4.0
        };
        let smooth: Vec<f64> = (0..raw.len()).map(near).collect();
        let most = smooth.iter().copied().fold(0.0, f64::max);
        let share = |height: f64| if most > 0.0 { height / most } else { 0.0 };
        smooth.into_iter().map(share).collect()
    }

    /// The share of runs up to the middle of each of `columns` columns.
    pub(super) fn cumulative(&self, columns: usize) -> Vec<f64> {
        let up_to = self.cumulative_at(columns);
        let middles = up_to.windows(2);
        middles
            .map(|ends| ends.iter().sum::<f64>() / ends.len() as f64)
            .collect()
    }

    /// The share of runs up to each edge of `columns` columns.
    fn cumulative_at(&self, columns: usize) -> Vec<f64> {
        let mut sums = vec![self.below];
        let mut sum = self.below;
        for weight in &self.weights {
            sum += weight;
            sums.push(sum);
        }
        let at = |edge: usize| {
            let place = edge as f64 * BINS as f64 / columns.max(1) as f64;
            let (before, part) = (place.floor() as usize, place.fract());
            let low = sums.get(before).copied().unwrap_or(sum);
            let high = sums.get(before + 1).copied().unwrap_or(sum);
            (low + (high - low) * part) / self.all
        };
        (0..=columns).map(at).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn even() -> Bins {
        let runs = (0..1000).map(|run| (f64::from(run) / 10.0, 1.0));
        Bins::new(runs, Some((0.0, 100.0))).unwrap()
    }

    #[test]
    fn runs_that_lie_evenly_have_an_even_density_and_a_straight_sum() {
        let bins = even();
        assert!(bins.density(10).iter().all(|height| *height > 0.95));
        for (column, share) in bins.cumulative(10).iter().enumerate() {
            assert!((share - (column as f64 + 0.5) / 10.0).abs() < 0.01);
        }
    }

    #[test]
    fn what_lies_outside_still_counts_and_what_is_no_number_does_not() {
        let runs = [(-5.0, 1.0), (50.0, 2.0), (f64::NAN, 9.0), (200.0, 1.0)];
        let bins = Bins::new(runs.into_iter(), Some((0.0, 100.0))).unwrap();
        let sums = bins.cumulative(4);
        assert!((sums[0] - 0.25).abs() < 0.01 && (sums[3] - 0.75).abs() < 0.01);
        assert_eq!(Bins::new([(f64::NAN, 1.0)].into_iter(), None), None);
    }

    #[test]
    fn weights_count() {
        let runs = [(25.0, 3.0), (75.0, 1.0)];
        let bins = Bins::new(runs.into_iter(), Some((0.0, 100.0))).unwrap();
        assert!((bins.cumulative(2)[1] - 0.875).abs() < 0.01);
    }
}
