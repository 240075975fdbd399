//! What the backtest found, kept so that screens need no computing; tests refuse a stale table.

use serde::{Deserialize, Serialize};

use super::read::rows;
use crate::seeds::SeedError;

/// The tide as it was fitted on the five years before an origin (docs/model.md, 6.2).
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct FittedTide {
    /// Last year that the fit saw.
    pub origin: i32,
    /// aU: yearly rise of the log odds.
    pub growth: f64,
    /// kU: pull towards the long-run level, per year.
    pub slowdown: f64,
    /// dU: what a soft logit of missing electricity takes off.
    pub power_drag: f64,
    /// Standard deviation of the lasting difference between countries, log odds a year.
    pub lasting: f64,
    /// sU: median size of the yearly surprise, log odds.
    pub noise: f64,
    /// Standard deviation of its logarithm between countries.
    pub noise_spread: f64,
}

/// How ranges of one kind did in one group of countries. Shares are 0..1.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BacktestRow {
    /// `tide` (rolling origins) or `block` (the whole connectivity block, 2017 to 2024).
    pub protocol: String,
    /// `as_of` (parameters from the years before the origin) or `shipped` (those of the catalogue).
    pub ranges: String,
    /// `all` or the id of a group.
    pub group: String,
    /// Year in which ranges were made; empty for all.
    pub origin: Option<i32>,
    /// Years ahead; empty for all.
    pub horizon: Option<i32>,
    /// Ranges that were checked.
    pub cases: usize,
    /// Different countries among them.
    pub countries: usize,
    /// Mean rise of what happened, share a year.
    pub rise_observed: f64,
    /// Mean rise of the medians, share a year.
    pub rise_median: f64,
    /// Mean absolute error of the median.
    pub mae: f64,
    /// Mean of median less what happened.
    pub bias: f64,
    /// Mean continuous ranked probability score.
    pub crps: f64,
    /// Mean score over the quantiles 5, 25, 50, 75 and 95.
    pub five_points: f64,
    /// Share inside the range that is meant to hold 50 of 100.
    pub inside_50: f64,
    /// The same for 80 of 100.
    pub inside_80: f64,
    /// The same for 90 of 100.
    pub inside_90: f64,
}

pub(crate) fn fitted_tides(text: &str) -> Result<Vec<FittedTide>, SeedError> {
    rows("backtest_fits.csv", text)
}

pub(crate) fn backtest(text: &str) -> Result<Vec<BacktestRow>, SeedError> {
    rows("backtest.csv", text)
}
