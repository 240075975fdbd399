//! From a seed to uniform numbers to values: everything random in foretree starts here.
//!
//! Owns the streams of random numbers, the three sampling designs, the quantile function of every
//! kind of quantity and the correlation between parameters. Must not know trees, the model's
//! equations, or what a number is used for beyond the name of its purpose.
//!
//! Three promises hold throughout:
//! - **Keyed, not ordered.** A number is a function of (seed, purpose, draw). Asking for other
//!   numbers, in other chunks or from other threads, never changes it.
//! - **One uniform, one value.** Every value is a quantile function at a single uniform number
//!   strictly between 0 and 1.
//! - **The same bits everywhere.** Only whole-number arithmetic, the four operations, square roots
//!   and [`crate::model::math`] produce values; the system's mathematics library never does.

mod copula;
mod lanes;
mod latin;
mod normal;
mod permutation;
mod plain;
mod quantile;
mod sobol;
#[cfg(test)]
mod statistics;
mod stream;
mod uniforms;

pub use crate::scenario::Scale;
pub use copula::{Change, Copula, CopulaError, Pair};
pub use lanes::{Kernel, transform};
pub use latin::Latin;
pub use normal::{cdf, normals};
pub use plain::Plain;
pub use quantile::{QuantityError, Sampler};
pub use sobol::Sobol;
pub use stream::Stream;
pub use uniforms::{DesignError, MAX_DIMENSIONS, MAX_DRAWS, Uniforms};
