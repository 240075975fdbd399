//! Quantile functions: from a uniform number to the value of a quantity.
//!
//! A [`Sampler`] is compiled once from a [`Quantity`] and answers for whole columns of draws. Bell
//! shaped families work on a standard normal number, the others on the uniform itself; either can
//! be given, so that correlated parameters need no special case.

mod beta;
mod beta_area;
mod discrete;
mod error;
mod flat;
mod scale;
mod two_piece;

pub use error::QuantityError;

use super::lanes::{Kernel, transform};
use super::normal::{cdf, normals, ranks};
use crate::model::lane::Lane;
use crate::model::math::{exp, probit};
use crate::scenario::{Quantity, Scale, pert_shapes};
use beta::Beta;
use discrete::Discrete;
use error::finite;
use flat::{Triangular, Uniform};
use two_piece::TwoPiece;

/// A quantity, ready to be drawn.
#[derive(Clone, Debug)]
pub struct Sampler {
    family: Family,
}

#[derive(Clone, Debug)]
enum Family {
    Fixed(f64),
    // By a standard normal number.
    Normal(Normal),
    LogNormal(LogNormal),
    TwoPiece(TwoPiece),
    Beta(Box<Beta>),
    // By a uniform number.
    Uniform(Uniform),
    Triangular(Triangular),
    Discrete(Discrete),
}

impl Sampler {
    /// Compiles a quantity. `scale` is used by `Quantiles` only: the place of use sets it.
    ///
    /// # Errors
    /// Numbers that describe no distribution or overflow: see [`QuantityError`].
    pub fn new(quantity: &Quantity, scale: Scale) -> Result<Self, QuantityError> {
        if let Some((_, fault)) = quantity.fault(scale) {
            return Err(fault.into());
        }
        let family = match *quantity {
            Quantity::Fixed(value) => Family::Fixed(value),
            Quantity::Quantiles { p5, p50, p95 } => {
                Family::TwoPiece(TwoPiece::new([p5, p50, p95], scale)?)
            }
            Quantity::Normal { mean, sd } => Family::Normal(Normal::new(mean, sd)?),
            Quantity::LogNormal { median, sd_log } => {
                Family::LogNormal(LogNormal { median, sd_log })
            }
            Quantity::Uniform { min, max } => Family::Uniform(Uniform::new(min, max)?),
            Quantity::Triangular { min, mode, max } => {
                Family::Triangular(Triangular::new(min, mode, max)?)
            }
            Quantity::Pert { min, mode, max } => Family::Beta(Box::new(Beta::new(
                pert_shapes(min, mode, max),
                (min, max),
            )?)),
            Quantity::Beta {
                alpha,
                beta,
                min,
                max,
            } => Family::Beta(Box::new(Beta::new((alpha, beta), (min, max))?)),
            Quantity::Discrete(ref outcomes) => Family::Discrete(Discrete::new(outcomes)),
        };
        Ok(Sampler { family })
    }

    /// The value at a uniform number: the share `u` of all values lies at or below it.
    pub fn value(&self, u: f64) -> f64 {
        match &self.family {
            Family::Fixed(value) => *value,
            Family::Uniform(family) => family.apply(u),
            Family::Triangular(family) => family.apply(u),
            Family::Discrete(family) => family.value(u),
            _ => self.value_of_normal(probit(u)),
        }
    }

    /// The value at a standard normal number of the same rank.
    pub fn value_of_normal(&self, z: f64) -> f64 {
        match &self.family {
            Family::Normal(family) => family.apply(z),
            Family::LogNormal(family) => family.apply(z),
            Family::TwoPiece(family) => family.apply(z),
            Family::Beta(family) => family.value(z),
            _ => self.value(cdf(z)),
        }
    }

    /// Values at uniform numbers; the two columns must have one length.
    pub fn fill(&self, us: &[f64], out: &mut [f64]) {
        out.copy_from_slice(us);
        if self.by_normal() {
            normals(out);
        }
        self.finish(out);
    }

    /// Values at standard normal numbers; the two columns must have one length.
    pub fn fill_of_normals(&self, zs: &[f64], out: &mut [f64]) {
        out.copy_from_slice(zs);
        if !self.by_normal() {
            ranks(out);
        }
        self.finish(out);
    }

    /// The true median: half of the values lie at or below it.
    pub fn median(&self) -> f64 {
        self.value(0.5)
    }

    /// Lower and upper end of the possible values, perhaps infinite.
    pub fn support(&self) -> (f64, f64) {
        match &self.family {
            Family::Fixed(value) => (*value, *value),
            Family::Normal(family) => family.support(),
            Family::LogNormal(family) => family.support(),
            Family::TwoPiece(family) => family.support(),
            Family::Beta(family) => family.support(),
            Family::Uniform(family) => family.support(),
            Family::Triangular(family) => family.support(),
            Family::Discrete(family) => family.support(),
        }
    }

    fn by_normal(&self) -> bool {
        use Family::{Beta, LogNormal, Normal, TwoPiece};
        matches!(
            self.family,
            Normal(_) | LogNormal(_) | TwoPiece(_) | Beta(_)
        )
    }

    /// Replaces numbers of the family's own kind (normal or uniform) by values.
    fn finish(&self, column: &mut [f64]) {
        match &self.family {
            Family::Fixed(value) => column.fill(*value),
            Family::Normal(family) => transform(family, column),
            Family::LogNormal(family) => transform(family, column),
            Family::TwoPiece(family) => family.fill(column),
            Family::Beta(family) => family.fill(column),
            Family::Uniform(family) => transform(family, column),
            Family::Triangular(family) => transform(family, column),
            Family::Discrete(family) => family.fill(column),
        }
    }
}

#[derive(Clone, Debug)]
struct Normal {
    mean: f64,
    sd: f64,
}

impl Normal {
    fn new(mean: f64, sd: f64) -> Result<Self, QuantityError> {
        // No normal number met here is beyond 40.
        finite(mean.abs() + 40.0 * sd)?;
        Ok(Normal { mean, sd })
    }

    fn support(&self) -> (f64, f64) {
        if self.sd == 0.0 {
            (self.mean, self.mean)
        } else {
            (f64::NEG_INFINITY, f64::INFINITY)
        }
    }
}

impl Kernel for Normal {
    #[inline(always)]
    fn apply<L: Lane>(&self, z: L) -> L {
        z * self.sd + self.mean
    }
}

#[derive(Clone, Debug)]
struct LogNormal {
    median: f64,
    sd_log: f64,
}

impl LogNormal {
    fn support(&self) -> (f64, f64) {
        if self.sd_log == 0.0 {
            (self.median, self.median)
        } else {
            (0.0, f64::INFINITY)
        }
    }
}

impl Kernel for LogNormal {
    #[inline(always)]
    fn apply<L: Lane>(&self, z: L) -> L {
        (exp(z * self.sd_log) * self.median).min(z.like(f64::MAX))
    }
}

#[cfg(test)]
mod tests;
