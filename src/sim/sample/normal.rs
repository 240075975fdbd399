//! From uniform to standard normal numbers and back.

use super::lanes::{Kernel, transform};
use crate::model::lane::Lane;
use crate::model::math::probit;
pub use crate::model::normal::cdf;

/// Replaces uniform numbers by the standard normal numbers of the same rank.
pub fn normals(column: &mut [f64]) {
    transform(&Probit, column);
}

/// Replaces standard normal numbers by the uniform numbers of the same rank.
pub(super) fn ranks(column: &mut [f64]) {
    transform(&Cdf, column);
}

struct Probit;
impl Kernel for Probit {
    #[inline(always)]
    fn apply<L: Lane>(&self, x: L) -> L {
        probit(x)
    }
}

struct Cdf;
impl Kernel for Cdf {
    #[inline(always)]
    fn apply<L: Lane>(&self, x: L) -> L {
        cdf(x)
    }
}

#[cfg(test)]
mod tests;
