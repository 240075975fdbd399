//! How a branch, an option or a wildcard acts on the model.

use super::{Evidence, Quantity};
use serde::{Deserialize, Serialize};

/// What an effect does with the current value of its path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Op {
    /// Replaces it.
    Set,
    /// Multiplies it (the odds, on a fraction).
    Multiply,
    /// Adds to it (closes a share of the gap to 1, on a fraction).
    Add,
}

/// A change of one path of the model from some year on.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Effect {
    /// Own id; keys the random numbers. Default: see [`Effect::id_within`].
    #[serde(default)]
    pub id: Option<String>,
    /// The parameter or country input that it changes.
    pub path: String,
    /// How.
    pub op: Op,
    /// By how much.
    pub magnitude: Quantity,
    /// First year; default the year of the node.
    #[serde(default)]
    pub start: Option<i32>,
    /// Years until full strength; 0 = at once.
    #[serde(default)]
    pub ramp: u32,
    /// Years of activity; none = to the end.
    #[serde(default)]
    pub duration: Option<u32>,
    /// Years over which it fades after `duration`.
    #[serde(default)]
    pub fade: u32,
    /// Cohort ids or the tags `poor`, `rest`, `women`, `men`; empty = everyone.
    #[serde(default)]
    pub cohorts: Vec<String>,
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

impl Effect {
    /// The effect's id: its own, or `owner.path` where the owner is `node.branch` for effects of
    /// the tree and the wildcard's id for those of a wildcard.
    #[must_use]
    pub fn id_within(&self, owner: &str) -> String {
        match &self.id {
            Some(id) => id.clone(),
            None => default_effect_id(owner, &self.path),
        }
    }
}

/// The id of an effect that has none of its own: `owner.path`.
#[must_use]
pub fn default_effect_id(owner: &str, path: &str) -> String {
    format!("{owner}.{path}")
}
