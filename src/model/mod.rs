//! The yearly equations, the no-AI counterfactual and the indicators.
//!
//! Pure functions over a numeric lane. This room knows no trees, files or threads, uses nothing
//! else of this crate, and allocates nothing in the yearly step.

mod country;
pub mod lane;
pub mod math;

pub use country::{Cohort, Country};
