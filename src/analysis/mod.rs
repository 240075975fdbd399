//! Answers to questions about raw numbers; usable on plain arrays.
//!
//! Runs no simulation. Owns weighted quantiles, path weights, summaries of an ensemble and
//! scenario discovery ([`setbacks`]).

#![allow(
    clippy::indexing_slicing,
    reason = "columns have equal lengths by construction"
)]

pub mod ahead;
pub mod assumed;
pub mod attribution;
pub mod backcast;
pub mod backtest;
pub mod breakeven;
pub mod choices;
pub mod convergence;
pub mod cost;
pub mod dominance;
pub mod guess;
pub mod history;
pub mod inputs;
pub mod matters;
pub mod paired;
pub mod setbacks;
pub(crate) mod splitmix;
pub mod subject;
pub mod summary;
pub mod weighted;
pub mod weights;
