//! Uniform and triangular: families whose quantile function needs no more than a square root.

use super::error::{QuantityError, finite};
use crate::model::lane::Lane;
use crate::sim::sample::lanes::Kernel;

/// Every value between two different bounds alike.
#[derive(Clone, Debug)]
pub(super) struct Uniform {
    min: f64,
    max: f64,
    width: f64,
}

impl Uniform {
    pub(super) fn new(min: f64, max: f64) -> Result<Self, QuantityError> {
        let width = finite(max - min)?;
        Ok(Uniform { min, max, width })
    }

    pub(super) fn support(&self) -> (f64, f64) {
        (self.min, self.max)
    }
}

impl Kernel for Uniform {
    #[inline(always)]
    fn apply<L: Lane>(&self, u: L) -> L {
        (u * self.width + self.min).min(u.like(self.max))
    }
}

/// Triangle between two different bounds.
#[derive(Clone, Debug)]
pub(super) struct Triangular {
    min: f64,
    mode: f64,
    max: f64,
    width: f64,
    /// Share of the values below the mode.
    rising: f64,
    /// Share of the values above the mode.
    falling: f64,
}

impl Triangular {
    pub(super) fn new(min: f64, mode: f64, max: f64) -> Result<Self, QuantityError> {
        let width = finite(max - min)?;
        let (rising, falling) = ((mode - min) / width, (max - mode) / width);
        Ok(Triangular {
            min,
            mode,
            max,
            width,
            rising,
            falling,
        })
    }

    pub(super) fn support(&self) -> (f64, f64) {
        (self.min, self.max)
    }
}

impl Kernel for Triangular {
    #[inline(always)]
    fn apply<L: Lane>(&self, u: L) -> L {
        let up = (u * self.rising).sqrt() * self.width + self.min;
        let down = -((u.complement() * self.falling).sqrt() * self.width) + self.max;
        // Rounding must not carry either side over the mode.
        let mode = u.like(self.mode);
        L::select(u.lt(u.like(self.rising)), up.min(mode), down.max(mode))
    }
}
