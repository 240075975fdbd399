//! PAWN: how far an input moves the whole distribution of an output.
//!
//! The largest distance (Kolmogorov and Smirnov) between the distribution in a slice of the input and
//! the distribution of all, by median and maximum over slices: Pianosi and Wagener 2015, and 2018
//! for slices of given data and a dummy input that shows what is noise. Distances are exact: one
//! walk along the ordered output serves all slices.

use super::Estimate;
use super::Settings;
use super::against::Against;
use super::factors::are_even;
use super::resample::{Words, bounded, multiplicities};
use crate::jobs::each;

/// Slices with equally many cases each.
pub const SLICES: usize = 10;
/// Dummy inputs behind the noise.
const DUMMIES: usize = 100;

/// PAWN of all inputs.
#[derive(Clone, Debug, PartialEq)]
pub struct Pawn {
    /// By input.
    pub of: Vec<PawnIndex>,
}

/// PAWN of one input; each 0..1, with what a dummy input reaches in 1 of 20 cases.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PawnIndex {
    /// Median over slices.
    pub median: Estimate,
    /// Maximum over slices.
    pub max: Estimate,
}

impl Against<'_> {
    /// PAWN of each input.
    #[must_use]
    pub fn pawn(&self, settings: &Settings) -> Pawn {
        let walk = Walk::new(self, settings);
        let noise_of_ten = walk.noise(
            &self.by_order(&even(self.cases(), SLICES)),
            SLICES,
            settings,
        );
        let of = each(self.columns.len(), settings.threads, |place| {
            let (slices, count) = self.columns[place].classes(SLICES);
            let slices = self.by_order(&slices);
            // Kinds, and numbers with many ties, have slices of their own.
            let is_plain = count == SLICES && are_even(&slices, count);
            let noise = match is_plain {
                true => noise_of_ten,
                false => walk.noise(&slices, count, settings),
            };
            let (median, max) = walk.distances(&slices, count, None);
            let resampled = walk.times.iter();
            let resampled = resampled.map(|times| walk.distances(&slices, count, Some(times)));
            let (medians, maxima) = resampled.unzip();
            PawnIndex {
                median: bounded(median, medians, noise.0, settings.level),
                max: bounded(max, maxima, noise.1, settings.level),
            }
        });
        Pawn { of }
    }

    /// Slices along the ordered output.
    fn by_order(&self, slices: &[u8]) -> Vec<u8> {
        self.order
            .iter()
            .map(|case| slices[*case as usize])
            .collect()
    }
}

/// Slices of an input that has no ties.
fn even(cases: usize, slices: usize) -> Vec<u8> {
    (0..cases)
        .map(|case| (case * slices / cases) as u8)
        .collect()
}

/// The ordered output, and how often each case counts in each resample, in that order.
struct Walk {
    ends: Vec<u32>,
    cases: usize,
    times: Vec<Vec<u16>>,
}

impl Walk {
    fn new(against: &Against<'_>, settings: &Settings) -> Self {
        let in_order = |times: Vec<u16>| -> Vec<u16> {
            let order = against.order.iter();
            order.map(|case| times[*case as usize]).collect()
        };
        let times = multiplicities(against.cases(), settings);
        Walk {
            ends: against.ends.clone(),
            cases: against.cases(),
            times: times.into_iter().map(in_order).collect(),
        }
    }

    /// Median and maximum over slices of the distance to the distribution of all.
    fn distances(&self, slices: &[u8], count: usize, times: Option<&Vec<u16>>) -> (f64, f64) {
        let mut found = match times {
            None => self.walk(slices, count, |_| 1),
            Some(times) => self.walk(slices, count, |place| u32::from(times[place])),
        };
        found.sort_unstable_by(f64::total_cmp);
        let half = found.len() / 2;
        let median = match found.len() {
            0 => 0.0,
            odd if odd % 2 == 1 => found[half],
            _ => f64::midpoint(found[half - 1], found[half]),
        };
        (median, found.last().copied().unwrap_or(0.0))
    }

    /// Distance of each slice that has cases. Between two of its own cases a slice's distribution
    /// stands still while that of all grows: only the moments before and after them count.
    #[inline]
    fn walk(&self, slices: &[u8], count: usize, times: impl Fn(usize) -> u32) -> Vec<f64> {
        let mut totals = vec![0_u32; count];
        for (place, slice) in slices.iter().enumerate() {
            totals[usize::from(*slice)] += times(place);
        }
        let all = f64::from(totals.iter().sum::<u32>());
        // Distances are kept as all * total * distance, in whole steps of each slice.
        let steps: Vec<f64> = totals
            .iter()
            .map(|total| all / f64::from((*total).max(1)))
            .collect();
        let mut reached = vec![0.0_f64; count];
        let mut most = vec![0.0_f64; count];
        let (mut passed, mut from) = (0.0, 0);
        for end in &self.ends {
            let end = *end as usize;
            if end - from == 1 {
                let slice = usize::from(slices[from]);
                let times = f64::from(times(from));
                let before = (reached[slice] - passed).abs();
                reached[slice] += times * steps[slice];
                passed += times;
                let after = (reached[slice] - passed).abs();
                most[slice] = most[slice].max(before).max(after);
            } else {
                for (most, reached) in most.iter_mut().zip(&reached) {
                    *most = most.max((reached - passed).abs());
                }
                for place in from..end {
                    let times = f64::from(times(place));
                    reached[usize::from(slices[place])] +=
                        times * steps[usize::from(slices[place])];
                    passed += times;
                }
                for (most, reached) in most.iter_mut().zip(&reached) {
                    *most = most.max((reached - passed).abs());
                }
            }
            from = end;
        }
        let filled = most.iter().zip(&totals).filter(|(_, total)| **total > 0);
        filled.map(|(most, _)| most / all).collect()
    }

    /// Median and maximum that dummy inputs with such slices reach in 1 of 20 cases.
    fn noise(&self, slices: &[u8], count: usize, settings: &Settings) -> (f64, f64) {
        let mut words = Words::new(settings.seed ^ 0x5eed);
        let orders: Vec<Vec<u32>> = (0..DUMMIES).map(|_| words.shuffled(self.cases)).collect();
        let found = each(DUMMIES, settings.threads, |dummy| {
            let shuffled = orders[dummy].iter().map(|place| slices[*place as usize]);
            let shuffled: Vec<u8> = shuffled.collect();
            self.distances(&shuffled, count, None)
        });
        let (mut medians, mut maxima): (Vec<f64>, Vec<f64>) = found.into_iter().unzip();
        let high = |values: &mut Vec<f64>| {
            values.sort_unstable_by(f64::total_cmp);
            values.get(DUMMIES * 19 / 20).copied().unwrap_or(1.0)
        };
        (high(&mut medians), high(&mut maxima))
    }
}
