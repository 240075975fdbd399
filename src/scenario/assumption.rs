//! A value that the room stands behind, and why.

use super::Quantity;
use serde::{Deserialize, Serialize};

/// How good the evidence behind a number is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Evidence {
    /// Measured.
    A,
    /// From similar cases.
    B,
    /// Our judgement.
    #[default]
    C,
}

/// A parameter or input that the room sees differently from the catalogue.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assumption {
    /// The number, certain or not.
    pub value: Quantity,
    /// Why.
    #[serde(default)]
    pub rationale: String,
    /// How good the evidence is.
    #[serde(default)]
    pub evidence: Evidence,
    /// Where it was read.
    #[serde(default)]
    pub sources: Vec<String>,
}
