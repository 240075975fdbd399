//! How an effect moves a parameter (MODEL 3.9).

use super::lane::Lane;
use super::math::{exp, pow};

/// The scale on which a parameter lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// At or above zero.
    Rate,
    /// Between 0 and 1.
    Fraction,
    /// Any number.
    Real,
}

/// (set) Moves the value towards `x` by the activation m in 0..1.
#[inline(always)]
pub fn set<L: Lane>(value: L, x: L, m: f64) -> L {
    value * (1.0 - m) + x * m
}

/// (multiply) Multiplies a rate or real, or the odds of a fraction, by x^m; x >= 0.
#[inline(always)]
pub fn multiply<L: Lane>(scale: Scale, value: L, x: L, m: f64) -> L {
    let factor = if m == 1.0 { x } else { pow(x, x.like(m)) };
    match scale {
        Scale::Fraction => {
            let up = value * factor;
            up / (value.complement() + up)
        }
        Scale::Rate | Scale::Real => value * factor,
    }
}

/// (add) on a fraction: closes the share m x of the gap to 1, or takes away the share -m x.
#[inline(always)]
pub fn add_to_fraction<L: Lane>(value: L, x: L, m: f64) -> L {
    let shift = x * m;
    let up = value + shift * value.complement();
    let down = value * (shift + 1.0);
    L::select(shift.lt(shift.like(0.0)), down, up)
}

/// (add) on a rate: `total` is the sum of m x over all effects; a negative sum shrinks the rate
/// exponentially, so it never falls below zero.
#[inline(always)]
pub fn add_to_rate<L: Lane>(value: L, total: L) -> L {
    let less = total.lt(total.like(0.0));
    let shrunk = value * exp(total / value.max(value.like(1e-300)));
    L::select(less, shrunk, value + total)
}

/// m(t): how far an effect is in force.
///
/// `since` is the number of years since its start (negative before); `ramp`, `duration` and
/// `fade` are in years; without a duration it lasts to the end.
pub fn activation(since: i32, ramp: u32, duration: Option<u32>, fade: u32) -> f64 {
    if since < 0 {
        return 0.0;
    }
    let rising = if ramp == 0 {
        1.0
    } else {
        (f64::from(since + 1) / f64::from(ramp)).min(1.0)
    };
    let over = duration.map_or(-1, |d| since - i32::try_from(d).unwrap_or(i32::MAX));
    if over < 0 {
        return rising;
    }
    if fade == 0 {
        return 0.0;
    }
    rising * (1.0 - f64::from(over + 1) / f64::from(fade)).max(0.0)
}
