//! What a setting may say about its country.

use serde::{Deserialize, Serialize};

use super::parameters::Scope;
use super::read::rows;
use crate::seeds::{Kind, SeedError};

/// What may be done with a country input.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InputClass {
    /// A setting may replace it and effects may change it.
    Path,
    /// A setting may replace it; effects may not change it.
    Input,
    /// A base-year figure that enters the baseline rules: a setting may replace it with a fixed
    /// number, for countries only.
    Figure,
}

/// One country input.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Input {
    /// Name used in settings, such as `trade_y`.
    pub id: String,
    /// What may be done with it.
    pub class: InputClass,
    /// Scale on which it varies.
    pub kind: Kind,
    /// Whether effects may be aimed at cohorts.
    pub scope: Scope,
    /// Smallest legal value.
    pub min: f64,
    /// Largest legal value.
    pub max: f64,
    /// Unit.
    pub unit: String,
    /// What a custom baseline gets when it leaves the input out; `None` means required there.
    pub default: Option<f64>,
    /// What it is.
    pub meaning: String,
}

pub(crate) fn inputs(text: &str) -> Result<Vec<Input>, SeedError> {
    rows("inputs.csv", text)
}
