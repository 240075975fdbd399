//! The tide fitted to the years before an origin, in the two steps of MODEL 6.2.
//!
//! Step 1 finds growth, slowdown, power drag and the size of surprises that score best on the
//! training pairs; step 2 keeps the first three and sets the three spreads so that ranges hold
//! what they should in the training years, per horizon and for low users.
//!
//! The model text leaves open: the horizons of training pairs (1, 3 and 5 years come nearest to
//! its estimates), their weights (equal), the score (the five-point score, which is what its
//! tables show), and how far step 2 searches (a grid).

use super::panel::{LEAST_ONLINE, Pair, Series, pairs, spans_within};
use super::scores::{FIVE, quantile_score};
use super::tide::{Mixture, Tide, log_odds};
use crate::analysis::search::least;
use crate::model::math::{exp, ln, logistic};

/// Years before the origin that the fit sees.
pub const WINDOW: i32 = 5;
/// Years ahead of the training pairs.
pub const TRAINING: [i32; 3] = [1, 3, 5];
/// Below this share online, users count as low in step 2.
const LOW: f64 = 0.10;
/// What step 2 wants ranges to hold, with the levels of their upper ends.
const WANTED: [(f64, f64); 2] = [(0.80, 0.90), (0.90, 0.95)];

/// What a fit holds fixed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shape {
    /// Years before the origin that the fit sees.
    pub window: i32,
    /// Whether a shortage of power slows the tide.
    pub power: bool,
    /// Whether countries differ lastingly.
    pub lasting: bool,
    /// Whether the size of surprises differs between countries.
    pub noise_spread: bool,
}

impl Default for Shape {
    /// The tide as it is in the model.
    fn default() -> Self {
        Self {
            window: WINDOW,
            power: true,
            lasting: true,
            noise_spread: true,
        }
    }
}

/// The pairs that a fit for `origin` may see: nothing after the origin.
#[must_use]
pub fn training(panel: &[Series], origin: i32, window: i32) -> Vec<Pair> {
    let spans = spans_within(origin - window, origin, &TRAINING);
    pairs(panel, &spans, LEAST_ONLINE)
}

/// Fits the tide to training pairs; `None` without pairs.
#[must_use]
pub fn fit(pairs: &[Pair], shape: Shape) -> Option<Tide> {
    if pairs.is_empty() {
        return None;
    }
    Some(set_spreads(pairs, best_course(pairs, shape), shape))
}

/// Step 1: the course that scores best.
fn best_course(pairs: &[Pair], shape: Shape) -> Tide {
    let tide = |at: &[f64; 4]| Tide {
        growth: at[0],
        slowdown: exp(at[1]),
        power_drag: if shape.power { at[2] } else { 0.0 },
        lasting: if shape.lasting { 0.03 } else { 0.0 },
        noise: exp(at[3]),
        noise_spread: if shape.noise_spread { 0.6 } else { 0.0 },
    };
    let from = [0.21, ln(0.045), 0.03, ln(0.14)];
    let mut score = |at: &[f64; 4]| training_score(pairs, &tide(at));
    let found = least(from, [0.02, 0.2, 0.01, 0.2], 1e-8, 400, &mut score);
    // Once more from there: a simplex may have collapsed too early.
    tide(&least(
        found,
        [0.01, 0.1, 0.005, 0.1],
        1e-8,
        400,
        &mut score,
    ))
}

/// Mean five-point score of a tide on pairs.
#[must_use]
pub fn training_score(pairs: &[Pair], tide: &Tide) -> f64 {
    let horizons = horizons(pairs);
    let distances: Vec<[f64; 5]> = horizons
        .iter()
        .map(|horizon| {
            let spread = tide.spread(*horizon);
            FIVE.map(|level| spread.quantile(level))
        })
        .collect();
    let each = pairs.iter().map(|pair| {
        let place = horizons.binary_search(&pair.horizon).unwrap_or_default();
        let median = tide.median(pair);
        let quantiles = distances[place].map(|distance| logistic(median + distance));
        quantile_score(&FIVE, &quantiles, pair.observed)
    });
    each.sum::<f64>() / pairs.len() as f64
}

/// Horizons of the pairs, ascending.
fn horizons(pairs: &[Pair]) -> Vec<i32> {
    let mut horizons: Vec<i32> = pairs.iter().map(|pair| pair.horizon).collect();
    horizons.sort_unstable();
    horizons.dedup();
    horizons
}

/// Step 2: the three spreads on a grid, by how far the shares inside are from what they should be.
fn set_spreads(pairs: &[Pair], course: Tide, shape: Shape) -> Tide {
    let horizons = horizons(pairs);
    let misses: Vec<Miss> = pairs
        .iter()
        .map(|pair| Miss {
            horizon: horizons.binary_search(&pair.horizon).unwrap_or_default(),
            low: pair.start < LOW,
            distance: (log_odds(pair.observed) - course.median(pair)).abs(),
        })
        .collect();
    let mut best = (f64::INFINITY, course);
    for tide in grid(course, shape) {
        let spreads: Vec<Mixture> = horizons.iter().map(|h| tide.spread(*h)).collect();
        let off = off_coverage(&misses, &spreads);
        if off < best.0 {
            best = (off, tide);
        }
    }
    best.1
}

/// How far what happened lay from the median, in log odds.
struct Miss {
    horizon: usize,
    low: bool,
    distance: f64,
}

/// Sum over groups and ranges of |share inside - wanted|.
fn off_coverage(misses: &[Miss], spreads: &[Mixture]) -> f64 {
    let mut off = 0.0;
    for (wanted, level) in WANTED {
        let ends: Vec<f64> = spreads
            .iter()
            .map(|spread| spread.quantile(level))
            .collect();
        let mut groups = vec![(0.0, 0.0); spreads.len() + 1];
        for miss in misses {
            let inside = f64::from(miss.distance <= ends[miss.horizon]);
            let own = [Some(miss.horizon), miss.low.then_some(spreads.len())];
            for group in own.into_iter().flatten() {
                groups[group].0 += inside;
                groups[group].1 += 1.0;
            }
        }
        let filled = groups.iter().filter(|(_, count)| *count > 0.0);
        off += filled
            .map(|(inside, count)| (inside / count - wanted).abs())
            .sum::<f64>();
    }
    off
}

/// Every combination of spreads that step 2 looks at.
fn grid(course: Tide, shape: Shape) -> impl Iterator<Item = Tide> {
    let lasting = if shape.lasting { 0..=10 } else { 0..=0 };
    let spread = if shape.noise_spread { 0..=4 } else { 0..=0 };
    lasting.flat_map(move |lasting| {
        let spread = spread.clone();
        (0..14).flat_map(move |noise| {
            spread.clone().map(move |spread| Tide {
                lasting: 0.01 * f64::from(lasting),
                // From .08 to .30 in equal ratios.
                noise: 0.08 * exp(f64::from(noise) / 13.0 * ln(0.30 / 0.08)),
                noise_spread: 0.3 * f64::from(spread),
                ..course
            })
        })
    })
}
