//! Means and quantiles of an ensemble, for any set of paths.

use super::weighted::{Part, Weight, mean, quantiles};
use super::weights::{PathWeight, Weights};
use crate::sim::Ensemble;
use crate::sim::layout::{Value, Yearly};
use crate::sim::sketch::BINS;

/// The five quantiles that are reported.
pub const LEVELS: [f64; 5] = [0.05, 0.25, 0.5, 0.75, 0.95];

/// Mean and [`LEVELS`] of one number; NaN where there is none.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Moments {
    /// Weighted mean.
    pub mean: f64,
    /// In the order of [`LEVELS`].
    pub levels: [f64; 5],
}

impl Moments {
    /// No number at all.
    pub const NONE: Moments = Moments {
        mean: f64::NAN,
        levels: [f64::NAN; 5],
    };
}

/// Which weights to lay over the paths.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weighing {
    /// Chance probabilities.
    Chance,
    /// Chance probabilities and 1/k for open decisions.
    Whole,
}

/// Horizon values over some paths, with per-draw weights.
pub fn horizon(
    ensemble: &Ensemble,
    weights: &Weights,
    paths: &[usize],
    weighing: Weighing,
    value: Value,
) -> Moments {
    let columns: Option<Vec<Vec<f64>>> =
        paths.iter().map(|p| ensemble.horizon(*p, value)).collect();
    columns.map_or(Moments::NONE, |columns| {
        of_columns(&columns, weights, paths, weighing)
    })
}

/// Values by path and draw, weighted; columns stand in the order of `paths`.
pub fn of_columns(
    columns: &[Vec<f64>],
    weights: &Weights,
    paths: &[usize],
    weighing: Weighing,
) -> Moments {
    let list = match weighing {
        Weighing::Chance => &weights.chance,
        Weighing::Whole => &weights.whole,
    };
    let parts: Vec<Part<'_>> = columns
        .iter()
        .zip(paths)
        .map(|(values, path)| Part {
            values,
            weights: match &list[*path] {
                PathWeight::Same(w) => Weight::Same(*w),
                PathWeight::Each(all) => Weight::Each(all),
            },
        })
        .collect();
    moments(&parts)
}

/// Horizon values of one path alone, every draw alike.
pub fn path_horizon(ensemble: &Ensemble, path: usize, value: Value) -> Moments {
    let Some(values) = ensemble.horizon(path, value) else {
        return Moments::NONE;
    };
    moments(&[Part {
        values: &values,
        weights: Weight::Same(1.0),
    }])
}

/// Mean and quantiles of weighted values; none at all when one of them is not a number.
pub fn moments(parts: &[Part<'_>]) -> Moments {
    let levels = quantiles(parts, LEVELS);
    if levels[0].is_nan() {
        return Moments::NONE;
    }
    Moments {
        mean: mean(parts),
        levels,
    }
}

/// One moment for each year, over some paths, weighted by mean probability.
pub fn series(
    ensemble: &Ensemble,
    weights: &Weights,
    paths: &[usize],
    weighing: Weighing,
    value: Value,
) -> Vec<Moments> {
    if ensemble.layout.in_series(value).is_none() {
        return Vec::new();
    }
    (0..=ensemble.plan.steps)
        .map(|step| year(ensemble, weights, paths, weighing, value, step))
        .collect()
}

/// The same for one year, so many after the base year.
pub fn year(
    ensemble: &Ensemble,
    weights: &Weights,
    paths: &[usize],
    weighing: Weighing,
    value: Value,
    step: usize,
) -> Moments {
    let Some(place) = ensemble.layout.in_series(value) else {
        return Moments::NONE;
    };
    let means = match weighing {
        Weighing::Chance => &weights.chance_mean,
        Weighing::Whole => &weights.whole_mean,
    };
    let rows = rows_at(ensemble, means, paths, step);
    match ensemble.layout.yearly {
        Yearly::Exact => exact_year(ensemble, &rows, place),
        Yearly::Sketch => sketched_year(ensemble, &rows, place, step),
        Yearly::Means => Moments {
            mean: mean_of_rows(ensemble, &rows, place),
            ..Moments::NONE
        },
    }
}

/// Rows that stand for a step, with the summed weight of the paths that pass them.
pub fn rows_at(
    ensemble: &Ensemble,
    means: &[f64],
    paths: &[usize],
    step: usize,
) -> Vec<(usize, f64)> {
    let mut rows: Vec<(usize, f64)> = Vec::new();
    for path in paths {
        let row = ensemble.plan.paths[*path].rows[step];
        // Paths stand in tree order, so those that share a row follow each other.
        match rows.last_mut().filter(|(last, _)| *last == row) {
            Some((_, weight)) => *weight += means[*path],
            None => rows.push((row, means[*path])),
        }
    }
    rows
}

fn exact_year(ensemble: &Ensemble, rows: &[(usize, f64)], place: usize) -> Moments {
    let columns: Vec<Vec<f64>> = rows
        .iter()
        .filter_map(|(row, _)| ensemble.yearly(*row, place))
        .collect();
    let parts: Vec<Part<'_>> = columns
        .iter()
        .zip(rows)
        .map(|(values, (_, weight))| Part {
            values,
            weights: Weight::Same(*weight),
        })
        .collect();
    moments(&parts)
}

fn mean_of_rows(ensemble: &Ensemble, rows: &[(usize, f64)], place: usize) -> f64 {
    let total: f64 = rows.iter().map(|(_, weight)| weight).sum();
    let sum: f64 = rows
        .iter()
        .map(|(row, weight)| weight * ensemble.yearly_mean(*row, place))
        .sum();
    sum / total
}

fn sketched_year(ensemble: &Ensemble, rows: &[(usize, f64)], place: usize, step: usize) -> Moments {
    let mean = mean_of_rows(ensemble, rows, place);
    if mean.is_nan() {
        return Moments::NONE;
    }
    let bins = ensemble.bins[step * ensemble.layout.series.len() + place];
    let mut sums = [0.0; BINS];
    for (row, weight) in rows {
        if let Some(counts) = ensemble.row_counts(*row, place) {
            sums.iter_mut()
                .zip(counts)
                .for_each(|(sum, count)| *sum += weight * f64::from(*count));
        }
    }
    Moments {
        mean,
        levels: LEVELS.map(|q| bins.quantile(&sums, q)),
    }
}
