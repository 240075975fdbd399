//! Rolling origins: ranges made from what was known in earlier years, and what happened.

use std::collections::BTreeMap;

use super::panel::{LEAST_ONLINE, Pair, Series, pairs};
use super::rivals::{Rival, errors_before, normal_range, walk};
use super::scores::{crps_sample, pit};
use super::summary::{Case, LEVELS, POINTS};
use super::tide::{Mixture, Tide, log_odds, shares};
use crate::analysis::splitmix;
use crate::model::math::{logistic, probit};
use crate::model::normal;

/// Years in which ranges are made.
pub const ORIGINS: [i32; 5] = [2005, 2010, 2015, 2017, 2019];
/// Years ahead.
pub const HORIZONS: [i32; 5] = [3, 5, 7, 10, 14];
/// The last year that is looked at.
pub const LAST: i32 = 2024;

/// Every (origin, horizon) of the protocol that ends by [`LAST`].
#[must_use]
pub fn spans() -> Vec<(i32, i32)> {
    let all = ORIGINS
        .iter()
        .flat_map(|origin| HORIZONS.iter().map(|horizon| (*origin, *horizon)));
    all.filter(|(origin, horizon)| origin + horizon <= LAST)
        .collect()
}

/// What can be tested: every economy with at least 1 % online at the start.
#[must_use]
pub fn tested(panel: &[Series]) -> Vec<Pair> {
    pairs(panel, &spans(), LEAST_ONLINE)
}

/// The tide's ranges for pairs, with the parameters of each origin; pairs of an origin without
/// parameters are left out.
#[must_use]
pub fn tide_cases(pairs: &[Pair], fits: &BTreeMap<i32, Tide>) -> Vec<Case> {
    let mut spreads: BTreeMap<(i32, i32), Around> = BTreeMap::new();
    let cases = pairs.iter().filter_map(|pair| {
        let tide = fits.get(&pair.origin)?;
        let around = spreads
            .entry((pair.origin, pair.horizon))
            .or_insert_with(|| Around::new(tide.spread(pair.horizon)));
        Some(around.case(pair, tide.median(pair)))
    });
    cases.collect()
}

/// A distribution around any median, in log odds.
struct Around {
    spread: Mixture,
    points: [f64; 7],
    fine: Vec<f64>,
}

impl Around {
    fn new(spread: Mixture) -> Self {
        let fine = (0..POINTS).map(|place| spread.quantile(middle(place)));
        Self {
            points: LEVELS.map(|level| spread.quantile(level)),
            fine: fine.collect(),
            spread,
        }
    }

    fn case(&self, pair: &Pair, median: f64) -> Case {
        let points = self.points.map(|distance| logistic(median + distance));
        let crps = crps_sample(&shares(median, &self.fine), pair.observed);
        let place = self.spread.cdf(log_odds(pair.observed) - median);
        Case::new(pair, points, crps, place)
    }
}

/// Level in the middle of one of [`POINTS`] equal parts.
fn middle(place: usize) -> f64 {
    (place as f64 + 0.5) / POINTS as f64
}

/// A rival's ranges for the same pairs; pairs for which it knows no past errors are left out.
#[must_use]
pub fn rival_cases(panel: &[Series], rival: Rival, pairs: &[Pair]) -> Vec<Case> {
    if rival == Rival::RandomWalk {
        return walk_cases(panel, pairs);
    }
    let mut known = BTreeMap::new();
    let z: Vec<f64> = (0..POINTS).map(|place| probit(middle(place))).collect();
    let cases = pairs.iter().filter_map(|pair| {
        let errors = *known
            .entry((pair.origin, pair.horizon))
            .or_insert_with(|| errors_before(panel, rival, pair.origin, pair.horizon));
        let (centre, size) = normal_range(panel, rival, errors?, pair);
        let held = |z: f64| (centre + size * z).clamp(0.0, 1.0);
        let fine: Vec<f64> = z.iter().map(|z| held(*z)).collect();
        let points = LEVELS.map(|level| held(probit(level)));
        let pit = pit_of_held(centre, size, pair);
        Some(Case::new(
            pair,
            points,
            crps_sample(&fine, pair.observed),
            pit,
        ))
    });
    cases.collect()
}

/// Place of what happened in a normal distribution held in 0..1, ties at the ends broken by chance.
fn pit_of_held(centre: f64, size: f64, pair: &Pair) -> f64 {
    let up_to = normal::cdf((pair.observed - centre) / size.max(1e-12));
    match pair.observed {
        share if share >= 1.0 => up_to + (1.0 - up_to) * chance(pair),
        share if share <= 0.0 => up_to * chance(pair),
        _ => up_to,
    }
}

/// A number in 0..1 that depends on the pair's figures alone.
fn chance(pair: &Pair) -> f64 {
    let years = (pair.origin as u64) << 8 | pair.horizon as u64;
    let figures = pair.start.to_bits() ^ pair.observed.to_bits().rotate_left(32) ^ years;
    splitmix::unit(splitmix::after(figures))
}

/// A case from equally likely values, such as model runs; sorts them. NaN scores without values.
#[must_use]
pub fn sample_case(pair: &Pair, values: &mut [f64]) -> Case {
    values.sort_by(f64::total_cmp);
    let points = LEVELS.map(|level| between(values, level));
    let place = pit(values, pair.observed, chance(pair));
    Case::new(pair, points, crps_sample(values, pair.observed), place)
}

/// Quantile of ascending values, linear between them (type 7 of Hyndman and Fan 1996).
fn between(ascending: &[f64], level: f64) -> f64 {
    let last = ascending.len().saturating_sub(1);
    let place = level * last as f64;
    let low = (place.floor() as usize).min(last);
    let part = place - low as f64;
    match (ascending.get(low), ascending.get((low + 1).min(last))) {
        (Some(a), Some(b)) => a + (b - a) * part,
        _ => f64::NAN,
    }
}

fn walk_cases(panel: &[Series], pairs: &[Pair]) -> Vec<Case> {
    let mut walks = BTreeMap::new();
    let mut around: BTreeMap<(i32, i32), Around> = BTreeMap::new();
    let cases = pairs.iter().filter_map(|pair| {
        let walk = (*walks
            .entry(pair.origin)
            .or_insert_with(|| walk(panel, pair.origin)))?;
        let (median, sd) = walk.ahead(pair);
        let around = around
            .entry((pair.origin, pair.horizon))
            .or_insert_with(|| Around::new(Mixture::normal(sd)));
        Some(around.case(pair, median))
    });
    cases.collect()
}
