//! The fixed numbers of the impact model.

use serde::{Deserialize, Serialize};

use super::read::{list, rows};
use crate::seeds::SeedError;

/// A fixed number: shown, never drawn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Constant {
    /// Name, such as `coverage_uptake`.
    pub id: String,
    /// Its value.
    pub value: f64,
    /// Ids of the evidence register; empty means a choice of ours.
    #[serde(deserialize_with = "list")]
    pub sources: Vec<String>,
    /// What it is.
    pub meaning: String,
}

pub(crate) fn constants(text: &str) -> Result<Vec<Constant>, SeedError> {
    rows("constants.csv", text)
}
