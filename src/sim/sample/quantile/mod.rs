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
pub use scale::Scale;

use super::lanes::{Kernel, transform};
use super::normal::{cdf, normals, ranks};
use crate::model::lane::Lane;
use crate::model::math::{exp, probit};
use crate::scenario::Quantity;
use beta::Beta;
use discrete::Discrete;
use error::{finite, not_negative, ordered, positive};
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
    /// Numbers that describe no distribution: see [`QuantityError`].
    pub fn new(quantity: &Quantity, scale: Scale) -> Result<Self, QuantityError> {
        let family = match *quantity {
            Quantity::Fixed(value) => Family::Fixed(finite(value)?),
            Quantity::Quantiles { p5, p50, p95 } => {
                Family::TwoPiece(TwoPiece::new([p5, p50, p95], scale)?)
            }
            Quantity::Normal { mean, sd } => Family::Normal(Normal::new(mean, sd)?),
            Quantity::LogNormal { median, sd_log } => {
                Family::LogNormal(LogNormal::new(median, sd_log)?)
            }
            Quantity::Uniform { min, max } => bounded(min, max, |width| {
                Ok(Family::Uniform(Uniform { min, max, width }))
            })?,
            Quantity::Triangular { min, mode, max } => {
                ordered(&[min, mode, max])?;
                bounded(min, max, |_| {
                    Ok(Family::Triangular(Triangular::new(min, mode, max)))
                })?
            }
            Quantity::Pert { min, mode, max } => {
                ordered(&[min, mode, max])?;
                bounded(min, max, |width| {
                    // Weight 4 on the mode (Malcolm et al. 1959).
                    let shape = |side: f64| 1.0 + 4.0 * (side / width);
                    Beta::new(shape(mode - min), shape(max - mode), min, max).map(Family::from)
                })?
            }
            Quantity::Beta {
                alpha,
                beta,
                min,
                max,
            } => {
                beta::check_shapes(alpha, beta)?;
                bounded(min, max, |_| {
                    Beta::new(alpha, beta, min, max).map(Family::from)
                })?
            }
            Quantity::Discrete(ref outcomes) => Family::Discrete(Discrete::new(outcomes)?),
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
            Family::Uniform(family) => (family.min, family.max),
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

impl From<Beta> for Family {
    fn from(beta: Beta) -> Self {
        Family::Beta(Box::new(beta))
    }
}

/// A family on `min..max`, or the single value where both are the same.
fn bounded(
    min: f64,
    max: f64,
    family: impl FnOnce(f64) -> Result<Family, QuantityError>,
) -> Result<Family, QuantityError> {
    ordered(&[min, max])?;
    let width = finite(max - min)?;
    if width == 0.0 {
        Ok(Family::Fixed(min))
    } else {
        family(width)
    }
}

#[derive(Clone, Debug)]
struct Normal {
    mean: f64,
    sd: f64,
}

impl Normal {
    fn new(mean: f64, sd: f64) -> Result<Self, QuantityError> {
        finite(mean)?;
        not_negative(sd)?;
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
    fn new(median: f64, sd_log: f64) -> Result<Self, QuantityError> {
        Ok(LogNormal {
            median: positive(median)?,
            sd_log: not_negative(sd_log)?,
        })
    }

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
