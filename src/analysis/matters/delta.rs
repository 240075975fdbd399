//! Delta: half the mean area between the density of an output and its density when an input is
//! known (Borgonovo 2007), from given draws with a bootstrap that takes its bias away (Plischke,
//! Borgonovo and Smith 2013).
//!
//! The output is first laid on normal scores of its ranks: delta does not mind, and then neither does
//! the estimate mind how the output is measured. Classes are smoothed with a width of their own, and
//! what is smoothed is the difference from the density of all, so an idle input gains no area
//! from smoothing.

use super::against::Against;
use super::factors::{Prepared, are_even};
use super::resample::{Words, bounded, multiplicities};
use super::{Estimate, Settings};
use crate::jobs::each;
use crate::model::math::probit;

/// Bins of the normal scores.
const BINS: usize = 112;
/// Scores beyond are counted at the ends.
const REACH: f64 = 4.2;
/// Widest kernel, in bins to one side.
const WIDEST: usize = 24;
/// Dummy inputs behind the noise.
const DUMMIES: usize = 60;
/// Resamples of each dummy.
const DUMMY_RESAMPLES: usize = 4;

/// Classes for so many cases (Plischke and others 2013, as in SALib).
fn classes(cases: usize) -> usize {
    let count = cases as f64;
    let power = 2.0 / (7.0 + ((1500.0 - count) / 500.0).tanh());
    (count.powf(power).ceil() as usize).clamp(2, 48)
}

impl Against<'_> {
    /// Delta of each input, 0..1; 0 if the output does not depend on it.
    #[must_use]
    #[doc(alias = "Borgonovo")]
    pub fn delta(&self, settings: &Settings) -> Vec<Estimate> {
        let times = multiplicities(self.cases(), settings);
        let bins = self.score_bins();
        let noise_of_numbers = noise(None, &bins, &times, settings);
        each(self.columns.len(), settings.threads, |place| {
            let column = &self.columns[place];
            let wanted = classes(bins.len());
            let (members, count) = column.classes(wanted);
            // Kinds, and numbers with many ties, have classes of their own.
            let noise = match count == wanted && are_even(&members, count) {
                true => noise_of_numbers,
                false => noise(Some(column), &bins, &times, settings),
            };
            let cells = Cells::new((members, count), &bins);
            let (value, resampled) = cells.delta(&times);
            bounded(value, resampled, noise, settings.level)
        })
    }

    /// Bin of each case's normal score.
    fn score_bins(&self) -> Vec<u8> {
        let mut bins = vec![0; self.cases()];
        let mut from = 0;
        for end in &self.ends {
            let members = &self.order[from..*end as usize];
            let level = self.levels[members[0] as usize];
            let score = (probit(level) + REACH) / (2.0 * REACH);
            let bin = ((score * BINS as f64) as usize).min(BINS - 1) as u8;
            for case in members {
                bins[*case as usize] = bin;
            }
            from = *end as usize;
        }
        bins
    }
}

/// What a dummy input reaches in 1 of 20 cases: one with the classes of `column`, or of numbers
/// without ties.
fn noise(column: Option<&Prepared>, bins: &[u8], times: &[Vec<u16>], settings: &Settings) -> f64 {
    let cases = bins.len();
    let count = classes(cases);
    let even = || {
        (0..cases)
            .map(|case| (case * count / cases) as u8)
            .collect()
    };
    let (members, count) = column.map_or_else(|| (even(), count), |c| c.classes(count));
    let few = &times[..times.len().min(DUMMY_RESAMPLES)];
    let mut words = Words::new(settings.seed ^ 0xde17a);
    let mut found: Vec<f64> = (0..DUMMIES)
        .map(|_| {
            let order = words.shuffled(cases);
            let shuffled = order.iter().map(|place| members[*place as usize]).collect();
            Cells::new((shuffled, count), bins).delta(few).0
        })
        .collect();
    found.sort_unstable_by(f64::total_cmp);
    found[DUMMIES * 19 / 20]
}

/// One input: the class and bin of each case as one number, and each class's kernel.
struct Cells {
    of: Vec<u16>,
    classes: usize,
    kernels: Vec<Vec<f64>>,
    cases: usize,
}

impl Cells {
    fn new((members, classes): (Vec<u8>, usize), bins: &[u8]) -> Self {
        let cell = |(class, bin): (&u8, &u8)| u16::from(*class) * BINS as u16 + u16::from(*bin);
        let of: Vec<u16> = members.iter().zip(bins).map(cell).collect();
        let mut counts = vec![0.0; classes * BINS];
        of.iter().for_each(|cell| counts[usize::from(*cell)] += 1.0);
        Cells {
            kernels: counts.chunks(BINS).map(kernel).collect(),
            of,
            classes,
            cases: bins.len(),
        }
    }

    /// Delta without its bias, and as resampled.
    fn delta(&self, times: &[Vec<u16>]) -> (f64, Vec<f64>) {
        let raw = self.area(None);
        let resampled: Vec<f64> = times.iter().map(|t| self.area(Some(t))).collect();
        let mean = resampled.iter().sum::<f64>() / resampled.len().max(1) as f64;
        let value = match resampled.is_empty() {
            true => raw,
            false => (2.0 * raw - mean).clamp(0.0, 1.0),
        };
        (value, resampled)
    }

    /// Half the mean area, with cases counted so many times.
    fn area(&self, times: Option<&Vec<u16>>) -> f64 {
        let mut counts = vec![0_u32; self.classes * BINS];
        match times {
            None => self
                .of
                .iter()
                .for_each(|cell| counts[usize::from(*cell)] += 1),
            Some(times) => {
                for (cell, times) in self.of.iter().zip(times) {
                    counts[usize::from(*cell)] += u32::from(*times);
                }
            }
        }
        let mut all = [0.0; BINS];
        for row in counts.chunks(BINS) {
            for (all, count) in all.iter_mut().zip(row) {
                *all += f64::from(*count) / self.cases as f64;
            }
        }
        let areas = counts.chunks(BINS).zip(&self.kernels);
        areas
            .map(|(row, kernel)| self.class_area(row, &all, kernel))
            .sum()
    }

    fn class_area(&self, row: &[u32], all: &[f64; BINS], kernel: &[f64]) -> f64 {
        let count = f64::from(row.iter().sum::<u32>());
        if count == 0.0 {
            return 0.0;
        }
        let mut padded = [0.0; BINS + 4 * WIDEST];
        for (bin, (own, all)) in row.iter().zip(all).enumerate() {
            padded[2 * WIDEST + bin] = f64::from(*own) / count - all;
        }
        let width = kernel.len() / 2;
        let mut smooth = [0.0; BINS + 2 * WIDEST];
        for (tap, weight) in kernel.iter().enumerate() {
            let from = WIDEST + tap - width;
            let shifted = &padded[from..from + smooth.len()];
            for (to, from) in smooth.iter_mut().zip(shifted) {
                *to += weight * from;
            }
        }
        let area: f64 = smooth.iter().map(|difference| difference.abs()).sum();
        0.5 * area * count / self.cases as f64
    }
}

/// Gaussian weights whose width follows the spread of a class (Silverman 1986), odd in number;
/// a class in a single bin is left as it is.
fn kernel(counts: &[f64]) -> Vec<f64> {
    let total: f64 = counts.iter().sum();
    let bins = counts.iter().enumerate();
    let mean = bins.clone().map(|(bin, n)| bin as f64 * n).sum::<f64>() / total;
    let spread = bins
        .map(|(bin, n)| (bin as f64 - mean).powi(2) * n)
        .sum::<f64>()
        / total;
    let filled = counts.iter().filter(|count| **count > 0.0).count();
    let width = spread.sqrt() * (0.75 * total).powf(-0.2);
    // Few distinct values are atoms: smoothing them would only mix them.
    if width.is_nan() || width < 0.25 || filled < 8 {
        return vec![1.0];
    }
    let side = ((3.0 * width).ceil() as usize).min(WIDEST);
    let weight = |place: usize| (-0.5 * ((place as f64 - side as f64) / width).powi(2)).exp();
    let weights: Vec<f64> = (0..=2 * side).map(weight).collect();
    let sum: f64 = weights.iter().sum();
    weights.into_iter().map(|weight| weight / sum).collect()
}
