//! The findings without a screen: what `run` and `compare` print for people and for programs.
//!
//! Owns the shapes of the JSON, CSV and text that leave the program. Computes nothing new: whoever
//! simulates fills these shapes, and everything here only shows them.

pub mod attribution;
pub mod backcast;
pub mod backcast_text;
pub mod backtest;
pub mod backtest_text;
pub mod choices;
pub mod choices_text;
pub mod compare;
pub mod compare_csv;
pub mod compare_text;
pub mod data;
pub(crate) mod differs;
pub mod fill;
pub mod fill_backtest;
pub mod fill_compare;
pub(crate) mod fill_paths;
mod fingerprint;
#[cfg(test)]
pub(crate) mod fixture;
pub mod gains;
pub mod gains_text;
pub mod look;
pub mod matters;
pub mod notes;
pub mod precision;
pub mod run;
pub mod run_csv;
pub mod run_text;
pub mod saved;
pub mod setbacks;
mod sheet;
mod single;
#[cfg(test)]
pub(crate) mod snapshot;
pub mod spark;
pub mod stats;
pub mod table;
pub mod workshop;
