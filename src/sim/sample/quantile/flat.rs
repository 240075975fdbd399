//! Uniform and triangular: families whose quantile function needs no more than a square root.

use crate::model::lane::Lane;
use crate::sim::sample::lanes::Kernel;

/// Every value between two different bounds alike.
#[derive(Clone, Debug)]
pub(super) struct Uniform {
    pub(super) min: f64,
    pub(super) max: f64,
    pub(super) width: f64,
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
    max: f64,
    width: f64,
    /// Share of the values below the mode.
    rising: f64,
    /// Share of the values above the mode.
    falling: f64,
}

impl Triangular {
    pub(super) fn new(min: f64, mode: f64, max: f64) -> Self {
        let width = max - min;
        let (rising, falling) = ((mode - min) / width, (max - mode) / width);
        Triangular {
            min,
            max,
            width,
            rising,
            falling,
        }
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
        L::select(u.lt(u.like(self.rising)), up, down)
    }
}
