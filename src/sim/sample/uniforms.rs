//! One front for the three sampling designs.
//!
//! Dimensions are numbered by the catalogue, which only ever appends: parameters first, then the
//! effects of measures. A new dimension leaves the numbers of the others as they were.

use super::latin::Latin;
use super::plain::Plain;
use super::sobol::{self, Sobol};
use crate::scenario::Sampling;
use thiserror::Error;

/// The most draws in one run: beyond, the slices of a Latin hypercube would lose their edges.
pub const MAX_DRAWS: u32 = 100_000_000;
/// The most dimensions: those with Sobol direction numbers here.
pub const MAX_DIMENSIONS: usize = sobol::DIMENSIONS;

/// Why a design cannot be set up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum DesignError {
    /// More than [`MAX_DRAWS`].
    #[error("{0} draws")]
    TooManyDraws(u32),
    /// More than [`MAX_DIMENSIONS`].
    #[error("{0} dimensions")]
    TooManyDimensions(usize),
}

/// The uniform numbers of every dimension and draw of a run.
#[derive(Clone, Debug)]
pub struct Uniforms {
    columns: Columns,
}

#[derive(Clone, Debug)]
enum Columns {
    Latin(Vec<Latin>),
    Sobol(Vec<Sobol>),
    Plain(Vec<Plain>),
}

impl Uniforms {
    /// The design for a number of dimensions and draws under a seed.
    ///
    /// # Errors
    /// More draws or dimensions than there are numbers for.
    pub fn new(
        design: Sampling,
        dimensions: usize,
        draws: u32,
        seed: u64,
    ) -> Result<Self, DesignError> {
        if draws > MAX_DRAWS {
            return Err(DesignError::TooManyDraws(draws));
        }
        if dimensions > MAX_DIMENSIONS {
            return Err(DesignError::TooManyDimensions(dimensions));
        }
        let numbers = 0..dimensions;
        let columns = match design {
            Sampling::LatinHypercube => {
                Columns::Latin(numbers.map(|d| Latin::new(seed, d, draws)).collect())
            }
            Sampling::Sobol => {
                Columns::Sobol(numbers.filter_map(|d| Sobol::new(seed, d)).collect())
            }
            Sampling::Independent => Columns::Plain(numbers.map(|d| Plain::new(seed, d)).collect()),
        };
        Ok(Uniforms { columns })
    }

    /// The numbers of one dimension for draws `first_draw`, `first_draw + 1`, ..., strictly between
    /// 0 and 1.
    ///
    /// # Panics
    /// When asked for a dimension, or (Latin hypercube) a draw, that the design does not have.
    pub fn fill(&self, dimension: usize, first_draw: u64, out: &mut [f64]) {
        match &self.columns {
            Columns::Latin(columns) => columns[dimension].fill(first_draw, out),
            Columns::Sobol(columns) => columns[dimension].fill(first_draw, out),
            Columns::Plain(columns) => columns[dimension].fill(first_draw, out),
        }
    }
}

#[cfg(test)]
mod tests;
