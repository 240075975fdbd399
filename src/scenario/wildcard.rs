//! Stress tests: events without a probability, switched on one at a time.

use super::Effect;
use serde::Deserialize;

/// An unlikely event that is never part of an average.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Wildcard {
    /// Identifier.
    pub id: String,
    /// What happens.
    pub title: String,
    /// Year in which it happens.
    pub year: i32,
    /// What it does.
    #[serde(default)]
    pub effects: Vec<Effect>,
    /// Why it is worth a look.
    #[serde(default)]
    pub rationale: String,
    /// Where it was read.
    #[serde(default)]
    pub sources: Vec<String>,
}
