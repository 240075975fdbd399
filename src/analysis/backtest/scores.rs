//! Scores of a range or a distribution against what happened. Less is better for every score.
//!
//! CRPS, the continuous ranked probability score, is the mean error of a whole distribution, in
//! the unit of the quantity: the integral over x of (F(x) - [x >= y])^2. For a single number it
//! is the absolute error.

use crate::model::math::{exp, logistic};
use crate::model::normal;

/// 1 / sqrt(2 pi).
const DENSITY_AT_0: f64 = 0.398_942_280_401_432_7;
/// 1 / sqrt(pi).
const ONE_OVER_ROOT_PI: f64 = 0.564_189_583_547_756_3;
/// Levels of the five-point score that the tables of MODEL 6.2 call CRPS.
pub const FIVE: [f64; 5] = [0.05, 0.25, 0.50, 0.75, 0.95];

/// CRPS of a normal distribution, exactly.
///
/// `sd` >= 0; with 0 it is the absolute error. Gneiting and Raftery (2007), JASA 102, equation 21.
#[must_use]
pub fn crps_normal(mean: f64, sd: f64, observed: f64) -> f64 {
    if sd <= 0.0 {
        return (observed - mean).abs();
    }
    let z = (observed - mean) / sd;
    let density = DENSITY_AT_0 * exp(-0.5 * z * z);
    sd * (z * (2.0 * normal::cdf(z) - 1.0) + 2.0 * density - ONE_OVER_ROOT_PI)
}

/// CRPS of a share whose log odds are normal with this mean and `sd`, by the midpoint rule over
/// `STEPS` equal parts of 0..1 on each side of what happened; within 1e-5 for sd >= 0.02.
///
/// There is no closed form. `observed` in 0..1.
#[must_use]
pub fn crps_logit_normal(mean: f64, sd: f64, observed: f64) -> f64 {
    const STEPS: u32 = 2_000;
    if sd <= 0.0 {
        return (observed - logistic(mean)).abs();
    }
    let side = |from: f64, to: f64, below: bool| {
        let width = (to - from) / f64::from(STEPS);
        let at = |step: u32| {
            let share = from + (f64::from(step) + 0.5) * width;
            let z = (crate::model::math::logit(share) - mean) / sd;
            let miss = if below {
                normal::cdf(z)
            } else {
                normal::cdf(-z)
            };
            miss * miss
        };
        (0..STEPS).map(at).sum::<f64>() * width
    };
    side(0.0, observed, true) + side(observed, 1.0, false)
}

/// CRPS of equally likely values in ascending order; 0 values give NaN.
///
/// Mean |x - y| less half the mean |x - x'|, in one pass (Hersbach 2000; Jordan, Krueger and Lerch
/// 2019). Where the values are the middle quantiles of a distribution, (i - 0.5)/n, it is that
/// distribution's CRPS but for terms of 1/n^2 within and a little more in long tails.
#[must_use]
pub fn crps_sample(ascending: &[f64], observed: f64) -> f64 {
    let n = ascending.len() as f64;
    let sum: f64 = ascending
        .iter()
        .enumerate()
        .map(|(place, x)| {
            let rank = (2.0 * place as f64 + 1.0) / n - 1.0;
            (x - observed).abs() - rank * x
        })
        .sum();
    sum / n
}

/// Twice the quantile (pinball) loss of one quantile; at every level its mean is least for the
/// true quantile (Gneiting and Raftery 2007, section 6.1).
#[must_use]
pub fn quantile_loss(level: f64, quantile: f64, observed: f64) -> f64 {
    let above = f64::from(observed < quantile);
    2.0 * (observed - quantile) * (level - above)
}

/// Twice the mean quantile loss over levels: a coarse CRPS, which it becomes as levels fill 0..1.
///
/// Five levels ([`FIVE`]) give about a tenth less than the CRPS. `quantiles` beside `levels`.
#[must_use]
pub fn quantile_score(levels: &[f64], quantiles: &[f64], observed: f64) -> f64 {
    let each = levels
        .iter()
        .zip(quantiles)
        .map(|(level, quantile)| quantile_loss(*level, *quantile, observed));
    each.sum::<f64>() / levels.len() as f64
}

/// Width of a range that is to hold `held` of 1 (at least 0, below 1), plus 2/(1 - held) for every unit by which it
/// missed (Winkler 1972; Gneiting and Raftery 2007, equation 43).
#[must_use]
pub fn interval_score(low: f64, high: f64, held: f64, observed: f64) -> f64 {
    let missed = (low - observed).max(observed - high).max(0.0);
    (high - low) + 2.0 / (1.0 - held) * missed
}

/// Whether the range holds what happened; its ends count as inside.
#[must_use]
pub fn inside(low: f64, high: f64, observed: f64) -> bool {
    (low..=high).contains(&observed)
}

/// Place of what happened among equally likely values in ascending order, 0..1: uniform if the
/// values are a fair sample of the truth.
///
/// Ties and the step of a finite sample are broken by `uniform` in 0..1 (Czado, Gneiting and Held
/// 2009), so that the result is exactly uniform for a fair sample and a fresh uniform.
#[must_use]
pub fn pit(ascending: &[f64], observed: f64, uniform: f64) -> f64 {
    let below = ascending.partition_point(|x| *x < observed);
    let up_to = ascending.partition_point(|x| *x <= observed);
    let free = (up_to - below + 1) as f64;
    (below as f64 + uniform * free) / (ascending.len() + 1) as f64
}

/// How many places fall into each of `N` equal parts of 0..1, as shares; all 0 without places.
/// What is no number is left out.
#[must_use]
pub fn pit_histogram<const N: usize>(places: impl IntoIterator<Item = f64>) -> [f64; N] {
    let mut counts = [0.0; N];
    let mut all = 0.0;
    for place in places.into_iter().filter(|place| !place.is_nan()) {
        let part = ((place * N as f64) as usize).min(N.saturating_sub(1));
        if let Some(count) = counts.get_mut(part) {
            *count += 1.0;
            all += 1.0;
        }
    }
    counts.map(|count| if all > 0.0 { count / all } else { 0.0 })
}
