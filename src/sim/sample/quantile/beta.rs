//! Beta quantiles from a table that is built once.
//!
//! The log odds of the share, as a function of a standard normal number z, is smooth over the whole
//! line, ends included. The table holds it for z in -8.5..8.5 in pieces of 1/8: polynomials of
//! degree 7 that take value and three derivatives at both ends. Those follow from the densities, so
//! a piece costs one equation to solve. Beyond the table no uniform number of 52 bits can lie.
//! Relative accuracy of the share, and of the rest: better than 1e-11 (tests say so).

use super::beta_area::{Areas, Curve};
use super::error::{LARGEST_SHAPE, QuantityError, finite};
use crate::model::lane::Lane;
use crate::model::math::exp;
use crate::sim::sample::lanes::{Kernel, transform};

const REACH: f64 = 8.5;
const PER_UNIT: f64 = 8.0;
/// 2 x REACH x PER_UNIT.
const PIECES: usize = 136;
const SQRT_2_PI: f64 = 2.506_628_274_631_000_5;

/// A beta distribution stretched over `min..max`.
#[derive(Clone, Debug)]
pub(super) struct Beta {
    /// Coefficients of each piece, constant first, in the share of the piece that is passed.
    pieces: Vec<[f64; 8]>,
    /// -1 where the table was built for the shapes exchanged: the other tail, the other sign.
    sign: f64,
    stretch: Stretch,
}

impl Beta {
    /// For two shapes of at least 0.2 and bounds in order.
    pub(super) fn new(
        (alpha, beta): (f64, f64),
        (min, max): (f64, f64),
    ) -> Result<Self, QuantityError> {
        if alpha.max(beta) > LARGEST_SHAPE {
            return Err(QuantityError::ShapeTooLarge(alpha.max(beta)));
        }
        let width = finite(max - min)?;
        let areas = Areas::new(Curve::new(alpha.min(beta), alpha.max(beta)));
        let knots = knots(&areas);
        Ok(Beta {
            pieces: knots
                .windows(2)
                .map(|ends| joined(ends[0], ends[1]))
                .collect(),
            sign: if alpha > beta { -1.0 } else { 1.0 },
            stretch: Stretch {
                p: alpha / (alpha + beta),
                q: beta / (alpha + beta),
                min,
                max,
                width,
            },
        })
    }

    /// The value at a standard normal number.
    pub(super) fn value(&self, z: f64) -> f64 {
        self.stretch.apply(self.log_odds(z))
    }

    /// Replaces standard normal numbers by values.
    pub(super) fn fill(&self, column: &mut [f64]) {
        for number in &mut *column {
            *number = self.log_odds(*number);
        }
        transform(&self.stretch, column);
    }

    pub(super) fn support(&self) -> (f64, f64) {
        (self.stretch.min, self.stretch.max)
    }

    /// Log odds of the share above the log odds of its mean.
    #[inline(always)]
    fn log_odds(&self, z: f64) -> f64 {
        let along = ((self.sign * z + REACH) * PER_UNIT)
            .max(0.0)
            .min(PIECES as f64);
        // A NaN ends up in the first piece and stays a NaN.
        let piece = (along as usize).min(PIECES - 1);
        let t = along - piece as f64;
        let [a, b, c, d, e, f, g, h] = self.pieces[piece];
        self.sign * (((((((h * t + g) * t + f) * t + e) * t + d) * t + c) * t + b) * t + a)
    }
}

/// From log odds above those of the mean to a value.
#[derive(Clone, Debug)]
struct Stretch {
    p: f64,
    q: f64,
    min: f64,
    max: f64,
    width: f64,
}

impl Kernel for Stretch {
    #[inline(always)]
    fn apply<L: Lane>(&self, d: L) -> L {
        let share = d.like(self.p) / (exp(-d) * self.q + self.p);
        (share * self.width + self.min).min(d.like(self.max))
    }
}

fn knots(areas: &Areas) -> Vec<[f64; 4]> {
    let mut knots = Vec::with_capacity(PIECES + 1);
    let mut guess = f64::NEG_INFINITY;
    for i in 0..=PIECES {
        let knot = knot(areas, i as f64 / PER_UNIT - REACH, guess);
        // One piece further on by its Taylor series.
        guess = knot.iter().sum();
        knots.push(knot);
    }
    knots
}

/// d(z) and its derivatives, each times (piece width)^k / k!.
///
/// From e^g(d) d' = total x normal density: ln d' = -z^2/2 - g(d) + constant, differentiated twice.
fn knot(areas: &Areas, z: f64, guess: f64) -> [f64; 4] {
    let d = areas.place(z, guess);
    let (slope, bend) = areas.curve.slopes(d);
    let height = exp(z * z * -0.5 - areas.curve.log_height(d));
    let first = height * (areas.total / SQRT_2_PI);
    let growth = -z - slope * first;
    let second = first * growth;
    let third = second * growth + first * (-1.0 - bend * first * first - slope * second);
    let w = 1.0 / PER_UNIT;
    [
        d,
        first * w,
        second * (w * w / 2.0),
        third * (w * w * w / 6.0),
    ]
}

/// The polynomial of degree 7 on 0..1 with the given value and scaled derivatives at both ends.
fn joined(start: [f64; 4], end: [f64; 4]) -> [f64; 8] {
    let [a, b, c, d] = start;
    let r0 = end[0] - (a + b + c + d);
    let r1 = end[1] - (b + 2.0 * c + 3.0 * d);
    let r2 = end[2] - (c + 3.0 * d);
    let r3 = end[3] - d;
    [
        a,
        b,
        c,
        d,
        35.0 * r0 - 15.0 * r1 + 5.0 * r2 - r3,
        -84.0 * r0 + 39.0 * r1 - 14.0 * r2 + 3.0 * r3,
        70.0 * r0 - 34.0 * r1 + 13.0 * r2 - 3.0 * r3,
        -20.0 * r0 + 10.0 * r1 - 4.0 * r2 + r3,
    ]
}
