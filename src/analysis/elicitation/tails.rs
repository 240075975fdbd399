//! Probabilities beyond a value, of counts and of chi-squared.

use statrs::function::beta::checked_beta_reg;
use statrs::function::gamma::checked_gamma_ur;

use super::invert::rising;

/// P(chi-squared >= x) with `freedom` degrees of freedom.
pub(super) fn chi_squared_above(x: f64, freedom: f64) -> f64 {
    if x <= 0.0 {
        return 1.0;
    }
    checked_gamma_ur(0.5 * freedom, 0.5 * x).map_or(0.0, |share| share.clamp(0.0, 1.0))
}

/// P(at most `count` of `all`) where each comes with probability `each` strictly within 0..1.
pub(super) fn binomial_up_to(count: usize, all: usize, each: f64) -> f64 {
    if count >= all {
        return 1.0;
    }
    beta_below(1.0 - each, (all - count) as f64, (count + 1) as f64)
}

/// The shares with which `count` or more, and `count` or fewer, of `all` come up with probability
/// `tail` each (Clopper and Pearson 1934, Biometrika 26).
pub(super) fn share_within(count: usize, all: usize, tail: f64) -> (f64, f64) {
    let low = if count == 0 {
        0.0
    } else {
        let (a, b) = (count as f64, (all - count + 1) as f64);
        rising(tail, 0.0, 1.0, |share| beta_below(share, a, b))
    };
    let high = if count >= all {
        1.0
    } else {
        let (a, b) = ((count + 1) as f64, (all - count) as f64);
        rising(1.0 - tail, 0.0, 1.0, |share| beta_below(share, a, b))
    };
    (low, high)
}

fn beta_below(share: f64, a: f64, b: f64) -> f64 {
    match () {
        () if share <= 0.0 => 0.0,
        () if share >= 1.0 => 1.0,
        () => checked_beta_reg(a, b, share).map_or(0.0, |below| below.clamp(0.0, 1.0)),
    }
}
