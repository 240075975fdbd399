//! Published shares of jobs exposed to generative AI.

use serde::{Deserialize, Serialize};

use super::read::rows;
use crate::seeds::SeedError;

/// One published row, in percent of employment. The papers measure different things: never average them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PublishedExposure {
    /// Group of countries.
    pub group: String,
    /// `total`, `female` or `male`.
    pub sex: String,
    /// Year of the paper.
    pub year: i32,
    /// Id of the evidence register.
    pub source: String,
    /// Jobs that could be automated.
    pub automation_pct: Option<f64>,
    /// The same, where the paper gives a range: its lower end.
    pub automation_low_pct: Option<f64>,
    /// Its upper end.
    pub automation_high_pct: Option<f64>,
    /// Jobs that could be augmented.
    pub augmentation_pct: Option<f64>,
    /// The same, where the paper gives a range: its lower end.
    pub augmentation_low_pct: Option<f64>,
    /// Its upper end.
    pub augmentation_high_pct: Option<f64>,
    /// All exposed jobs.
    pub exposed_pct: Option<f64>,
    /// The same, where the paper gives a range: its lower end.
    pub exposed_low_pct: Option<f64>,
    /// Its upper end.
    pub exposed_high_pct: Option<f64>,
}

pub(crate) fn exposure(text: &str) -> Result<Vec<PublishedExposure>, SeedError> {
    rows("exposure.csv", text)
}
