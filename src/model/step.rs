//! Exact one-year solutions of the simple equations that everything is built from (E0).
//!
//! Rates are frozen at their start-of-year values; results stay in range without clipping.

use super::lane::Lane;
use super::math::{exp, phi};

/// Below this a ceiling counts as zero.
const NOTHING: f64 = 1e-300;

/// (E0) Solves x' = a (1 - x) - b x for one year; a, b >= 0.
#[inline(always)]
pub fn relax<L: Lane>(x: L, a: L, b: L) -> L {
    let k = a + b;
    x + (a - k * x) * phi(k)
}

/// (E0) with b = 0: closes the gap to 1 at rate a.
#[inline(always)]
pub fn close_gap<L: Lane>(x: L, a: L) -> L {
    x + a * x.complement() * phi(a)
}

/// (E0') Bass diffusion towards `ceiling` with innovation p and imitation q for one year.
///
/// Also valid above the ceiling; with a ceiling of 0 it fades as e^-(p+q).
#[inline(always)]
pub fn bass<L: Lane>(x: L, ceiling: L, p: L, q: L) -> L {
    let decay = exp(-(p + q));
    let gap = (ceiling - x) * decay;
    let here = p * ceiling + q * x;
    let next = ceiling * (here - p * gap) / (here + q * gap).max(x.like(NOTHING));
    let none = ceiling.lt(x.like(NOTHING));
    L::select(none, x * decay, next)
}

/// (E0') with p = 0: logistic growth at rate r towards `ceiling` for one year.
#[inline(always)]
pub fn logistic_growth<L: Lane>(x: L, ceiling: L, r: L) -> L {
    let gap = (ceiling - x) * exp(-r);
    ceiling * x / (x + gap).max(x.like(NOTHING))
}

/// (E0'') Solves x' = g - k x for one year; k >= 0, x any log odds.
#[inline(always)]
pub fn tide<L: Lane>(x: L, g: L, k: L) -> L {
    x + (g - k * x) * phi(k)
}

/// Soft logit ls(z) = logit(0.01 + 0.98 z): finite at 0 and 1.
#[inline(always)]
pub fn soft_logit<L: Lane>(z: L) -> L {
    super::math::logit(z * 0.98 + 0.01)
}
