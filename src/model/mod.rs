//! The yearly equations, the no-AI counterfactual and the indicators.
//!
//! Pure functions over a numeric lane. This room knows no trees, files or threads, uses nothing
//! else of this crate, and allocates nothing in the yearly step. Read it in the order of the
//! model's own text: [`step`] (E0), [`connectivity`] (E1 to E6), [`readiness`] (E8 to E11),
//! [`adoption`] (E7, E12), [`labour`] (E13 to E18), [`harm`] (E19 to E21), [`income`] (E22 to
//! E25), [`effect`] (3.9), [`indicators`] (5); [`run`] puts them in order.

#![allow(
    clippy::indexing_slicing,
    clippy::needless_range_loop,
    reason = "cohorts are walked by number, as in the equations; bounds are array lengths"
)]
#![allow(
    clippy::inline_always,
    reason = "a function that is not inlined loses the caller's vector instructions"
)]

pub mod adoption;
pub mod anchor;
pub mod connectivity;
pub mod constants;
mod country;
pub mod effect;
pub mod harm;
pub mod income;
pub mod indicators;
pub mod labour;
pub mod lane;
pub mod math;
pub mod normal;
pub mod readiness;
pub mod run;
pub mod setbacks;
pub mod state;
pub mod step;
pub mod theta;

pub use country::{Cohort, Country};
