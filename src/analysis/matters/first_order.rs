//! First-order variance shares from given draws.
//!
//! The draws are cut into classes of equally many by the input's rank; the variance between the
//! means of classes, less what chance alone puts there, is the input's share (Plischke, Borgonovo and
//! Smith 2013, *Global sensitivity measures from given data*, section 3). Many classes keep what
//! is lost inside a class small, about 1/(12 K^2) of a wave's share per squared wave number, and the correction for
//! chance, (K - 1)/(n - K) of the variance inside classes, takes away what many classes add.

use super::against::Against;
use super::factors::Prepared;
use super::resample::{bounded, multiplicities};
use super::{Estimate, Settings};
use crate::jobs::each;

/// Most classes.
const CLASSES: usize = 64;
/// Strands that draws are dealt to; intervals come from drawing strands again, which costs a
/// sum per class and strand instead of one per draw.
const STRANDS: usize = 50;

/// Classes for so many cases: a few dozen members each.
fn classes(cases: usize) -> usize {
    ((cases as f64).sqrt() * 0.64) as usize
}

impl Against<'_> {
    /// Share of the variance that goes away on average when an input is known, 0..1, for each
    /// input. Exact values of an idle input lie around 0, some below.
    #[must_use]
    #[doc(alias = "S1")]
    #[doc(alias = "Sobol")]
    pub fn first_order(&self, settings: &Settings) -> Vec<Estimate> {
        let times = multiplicities(STRANDS, settings);
        let squares = self.strand_squares();
        each(self.columns.len(), settings.threads, |place| {
            let sums = Sums::new(self, &self.columns[place]);
            let value = sums.share(&squares, None);
            let resampled = times.iter().map(|times| sums.share(&squares, Some(times)));
            let noise = sums.noise(value.max(0.0));
            bounded(value, resampled.collect(), noise, settings.level)
        })
    }

    /// Sum of squares around the mean, by strand.
    fn strand_squares(&self) -> Vec<f64> {
        let mut squares = vec![0.0; STRANDS];
        for (case, value) in self.values.iter().enumerate() {
            squares[case % STRANDS] += (value - self.mean).powi(2);
        }
        squares
    }
}

/// Counts and sums around the mean of one input's classes, `[strand][class]`.
struct Sums {
    classes: usize,
    counts: Vec<f64>,
    sums: Vec<f64>,
    cases: f64,
}

impl Sums {
    fn new(against: &Against<'_>, column: &Prepared) -> Self {
        let (members, classes) = column.classes(classes(against.cases()).clamp(4, CLASSES));
        let mut sums = vec![(0.0, 0.0); STRANDS * classes];
        for (case, (class, value)) in members.iter().zip(&against.values).enumerate() {
            let cell = &mut sums[case % STRANDS * classes + usize::from(*class)];
            *cell = (cell.0 + 1.0, cell.1 + value - against.mean);
        }
        Sums {
            classes,
            counts: sums.iter().map(|cell| cell.0).collect(),
            sums: sums.iter().map(|cell| cell.1).collect(),
            cases: against.cases() as f64,
        }
    }

    /// The share; with strands counted so many times.
    fn share(&self, squares: &[f64], times: Option<&Vec<u16>>) -> f64 {
        let mut counts = vec![0.0; self.classes];
        let mut sums = vec![0.0; self.classes];
        let mut all = 0.0;
        for (strand, squares) in squares.iter().enumerate() {
            let times = times.map_or(1.0, |times| f64::from(times[strand]));
            if times == 0.0 {
                continue;
            }
            let row = strand * self.classes..(strand + 1) * self.classes;
            for (to, from) in counts.iter_mut().zip(&self.counts[row.clone()]) {
                *to += times * from;
            }
            for (to, from) in sums.iter_mut().zip(&self.sums[row]) {
                *to += times * from;
            }
            all += times * squares;
        }
        let count: f64 = counts.iter().sum();
        let sum: f64 = sums.iter().sum();
        let filled = counts.iter().zip(&sums).filter(|(count, _)| **count > 0.0);
        let (mut between, mut classes) = (-sum * sum / count, 0.0);
        for (count, sum) in filled {
            between += sum * sum / count;
            classes += 1.0;
        }
        let whole = all - sum * sum / count;
        if whole <= 0.0 || count <= classes {
            return 0.0;
        }
        let chance = (classes - 1.0) / (count - classes) * (whole - between).max(0.0);
        (between - chance) / whole
    }

    /// What chance reaches in 1 of 20 cases: the chi-squared variance between classes of an idle
    /// input, less its mean (Wilson and Hilferty 1931 for the quantile).
    fn noise(&self, share: f64) -> f64 {
        // Ties leave classes empty.
        let filled = |class: &usize| {
            let counts = self.counts.iter().skip(*class).step_by(self.classes);
            counts.sum::<f64>() > 0.0
        };
        let free = ((0..self.classes).filter(filled).count() as f64 - 1.0).max(1.0);
        let part = 2.0 / (9.0 * free);
        let quantile = free * (1.0 - part + 1.644_853_6 * part.sqrt()).powi(3);
        (quantile - free) / self.cases * (1.0 - share)
    }
}
