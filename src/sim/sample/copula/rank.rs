//! From rank correlation to the correlation of normal numbers and back.
//!
//! r = 2 sin(pi rho / 6). Angles stay within 30 degrees, where short series suffice and the
//! system's sine is not needed.

use std::f64::consts::FRAC_PI_6;

/// Correlation of two normal numbers whose ranks correlate by `rank`, -1 to 1.
pub(super) fn to_pearson(rank: f64) -> f64 {
    // Exact at the ends, where the series would round to one digit less.
    if rank.abs() == 1.0 {
        rank
    } else {
        (2.0 * sine(FRAC_PI_6 * rank)).clamp(-1.0, 1.0)
    }
}

/// Rank correlation of two normal numbers that correlate by `pearson`, -1 to 1.
pub(super) fn of_pearson(pearson: f64) -> f64 {
    let wanted = (pearson / 2.0).clamp(-0.5, 0.5);
    let mut angle = wanted;
    // Newton's method doubles the digits each time; the start has more than one.
    for _ in 0..5 {
        let sine = sine(angle);
        angle -= (sine - wanted) / (1.0 - sine * sine).sqrt();
    }
    (angle / FRAC_PI_6).clamp(-1.0, 1.0)
}

/// Sine of an angle up to 0.53 by its Taylor series; the rest is below 1e-19.
fn sine(x: f64) -> f64 {
    let square = x * x;
    let mut term = x;
    let mut sum = x;
    for k in [6.0, 20.0, 42.0, 72.0, 110.0, 156.0, 210.0] {
        term *= -square / k;
        sum += term;
    }
    sum
}
