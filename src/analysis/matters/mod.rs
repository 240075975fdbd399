//! What moves an outcome most: global sensitivity from given draws, on plain arrays.
//!
//! [`Factors`] are the inputs, prepared once; [`Factors::against`] sets them against one output. From there come
//! - rank correlations (Spearman), whether an input pushes the output up or down;
//! - first-order shares, the part of the variance that goes away when one input is known;
//! - total shares, that part and all it does together with others, from a surrogate that checks
//!   its own fit;
//! - PAWN and delta, which look at the whole distribution instead of the variance;
//! - swings, the output where an input is low and where it is high.
//!
//! Where inputs hang together, a first-order share holds what an input has in common with others, so
//! shares may sum to more than 1; total shares, groups and [`sobol`] ask for independent inputs.
//! Every case counts alike; values of inputs may be any numbers, of which only the order counts.
//!
//! Exact Sobol indices need runs on a design of their own: [`sobol`]. Runs no simulation.
//!
//! ```
//! use foretree::analysis::matters::{Factor, Factors, Settings};
//!
//! // A strong, a weak and an idle input on a grid that fills the cube.
//! let grid = |step: f64| (0..2_000).map(|i| (i as f64 * step) % 1.0).collect::<Vec<f64>>();
//! let (strong, weak, idle) = (grid(0.618_034), grid(0.414_214), grid(0.732_051));
//! let output: Vec<f64> = strong.iter().zip(&weak).map(|(s, w)| 3.0 * s - w).collect();
//! let factors = Factors::new(&[
//!     Factor::Number(&strong),
//!     Factor::Number(&weak),
//!     Factor::Number(&idle),
//! ])?;
//! let against = factors.against(&output)?;
//! let shares = against.first_order(&Settings::default());
//! assert!((shares[0].value - 0.9).abs() < 0.02 && (shares[1].value - 0.1).abs() < 0.02);
//! assert!(shares[2].is_noise());
//! assert!(against.rank_correlations()[1].is_some_and(|r| r < -0.2));
//! # Ok::<(), foretree::analysis::matters::Fault>(())
//! ```

mod against;
mod delta;
mod factors;
mod first_order;
mod groups;
mod moments;
mod order;
mod pawn;
mod product;
mod resample;
pub mod sobol;
mod solve;
mod surrogate;
mod swing;
mod terms;
mod ties;
mod total;

pub use against::Against;
pub use factors::{Factor, Factors, Glance, LEAST_CASES, Shares};
pub use groups::{GroupShares, Groups};
pub use order::spearman;
pub use pawn::{Pawn, PawnIndex};
pub use swing::Swing;
pub use ties::ties;
pub use total::{Fit, LEAST_FIT, Totals};

use thiserror::Error;

/// Why nothing can be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Fault {
    /// Too few cases to tell anything from chance.
    #[error("{cases} cases, {least} are needed")]
    TooFew {
        /// How many there are.
        cases: usize,
        /// How many it takes.
        least: usize,
    },
    /// The output is the same in every case: nothing can move it.
    #[error("constant output")]
    Constant,
    /// A value is not a number.
    #[error("not a number")]
    NotANumber {
        /// Place of the input; none = the output.
        factor: Option<usize>,
    },
    /// Columns of different lengths.
    #[error("{found} values instead of {expected}")]
    Length {
        /// Values that were given.
        found: usize,
        /// Values of the other columns.
        expected: usize,
    },
    /// There is no input.
    #[error("no inputs")]
    NoFactors,
}

/// How estimates are made; none of it changes what is estimated.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settings {
    /// Times that cases are drawn again for an interval.
    pub resamples: usize,
    /// Share of resamples inside an interval, 0..1.
    pub level: f64,
    /// Key of the random numbers of resampling.
    pub seed: u64,
    /// Worker threads; changes no number.
    pub threads: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            resamples: 100,
            level: 0.9,
            seed: 1,
            threads: 1,
        }
    }
}

/// An estimate with its interval.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The estimate; shares lie in 0..1, but for noise around 0.
    pub value: f64,
    /// Lower end of the interval.
    pub low: f64,
    /// Upper end of the interval.
    pub high: f64,
    /// What an input without any influence reaches in 1 of 20 cases.
    pub noise: f64,
}

impl Estimate {
    /// Can it not be told from an input without any influence?
    #[must_use]
    pub fn is_noise(&self) -> bool {
        self.value <= self.noise
    }
}
