//! Two-piece normal through p5, p50 and p95 (MODEL 4.1).
//!
//! value = g^-1(g(p50) + z s), where g is the scale and s is (g(p95) - g(p50)) / z95 for z >= 0,
//! else (g(p50) - g(p5)) / z95. Written so that z = 0 gives p50 to the last bit.

use super::error::{QuantityError, finite};
use crate::model::lane::Lane;
use crate::model::math::{exp, ln, logit};
use crate::scenario::Scale;
use crate::sim::sample::lanes::{Kernel, transform};

/// The 95th percentile of the standard normal distribution. MODEL 4.1 prints it as 1.645; in full,
/// the three points are hit exactly, as it demands and as its reference draws do.
const Z95: f64 = 1.644_853_626_951_472_7;

#[derive(Clone, Debug)]
pub(super) enum TwoPiece {
    Log(Pieces<Log>),
    Logit(Pieces<Logit>),
    Linear(Pieces<Linear>),
}

impl TwoPiece {
    /// From p5, p50 and p95, in order and with a place on the scale.
    pub(super) fn new(points: [f64; 3], scale: Scale) -> Result<Self, QuantityError> {
        Ok(match scale {
            Scale::Log => TwoPiece::Log(Pieces::new(points, points.map(ln), Log)),
            Scale::Logit => TwoPiece::Logit(Pieces::new(points, points.map(logit), Logit)),
            Scale::Linear => {
                // No normal number met here is beyond 40 standard deviations.
                let reach = (points[2] - points[0]) * (40.0 / Z95) + points[1].abs();
                finite(reach)?;
                TwoPiece::Linear(Pieces::new(points, points, Linear))
            }
        })
    }

    pub(super) fn apply(&self, z: f64) -> f64 {
        match self {
            TwoPiece::Log(pieces) => pieces.apply(z),
            TwoPiece::Logit(pieces) => pieces.apply(z),
            TwoPiece::Linear(pieces) => pieces.apply(z),
        }
    }

    /// Replaces standard normal numbers by values.
    pub(super) fn fill(&self, column: &mut [f64]) {
        match self {
            TwoPiece::Log(pieces) => transform(pieces, column),
            TwoPiece::Logit(pieces) => transform(pieces, column),
            TwoPiece::Linear(pieces) => transform(pieces, column),
        }
    }

    pub(super) fn support(&self) -> (f64, f64) {
        match self {
            TwoPiece::Log(pieces) => pieces.support(0.0, f64::INFINITY),
            TwoPiece::Logit(pieces) => pieces.support(0.0, 1.0),
            TwoPiece::Linear(pieces) => pieces.support(f64::NEG_INFINITY, f64::INFINITY),
        }
    }
}

#[derive(Clone, Debug)]
pub(super) struct Pieces<S> {
    centre: f64,
    below: f64,
    above: f64,
    step: S,
}

impl<S> Pieces<S> {
    fn new(points: [f64; 3], scaled: [f64; 3], step: S) -> Self {
        let [low, middle, high] = scaled;
        Pieces {
            centre: points[1],
            below: (middle - low) / Z95,
            above: (high - middle) / Z95,
            step,
        }
    }

    /// The ends of the scale, or p50 on a side without spread.
    fn support(&self, low: f64, high: f64) -> (f64, f64) {
        let end = |spread: f64, end: f64| if spread == 0.0 { self.centre } else { end };
        (end(self.below, low), end(self.above, high))
    }
}

impl<S: Step> Kernel for Pieces<S> {
    #[inline(always)]
    fn apply<L: Lane>(&self, z: L) -> L {
        let below = z.lt(z.like(0.0));
        let spread = L::select(below, z.like(self.below), z.like(self.above));
        self.step.walk(self.centre, z * spread)
    }
}

/// Walking a distance from p50 on a scale.
pub(super) trait Step {
    fn walk<L: Lane>(&self, centre: f64, distance: L) -> L;
}

#[derive(Clone, Debug)]
pub(super) struct Log;
impl Step for Log {
    #[inline(always)]
    fn walk<L: Lane>(&self, centre: f64, distance: L) -> L {
        (exp(distance) * centre).min(distance.like(f64::MAX))
    }
}

#[derive(Clone, Debug)]
pub(super) struct Logit;
impl Step for Logit {
    #[inline(always)]
    fn walk<L: Lane>(&self, centre: f64, distance: L) -> L {
        let odds_against = exp(-distance) * (1.0 - centre);
        distance.like(centre) / (odds_against + centre)
    }
}

#[derive(Clone, Debug)]
pub(super) struct Linear;
impl Step for Linear {
    #[inline(always)]
    fn walk<L: Lane>(&self, centre: f64, distance: L) -> L {
        distance + centre
    }
}
