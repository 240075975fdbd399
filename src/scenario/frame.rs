//! Who met, why, and what they agreed to watch: the memory around the numbers.

use super::Layer;
use serde::Deserialize;

/// Why the room met; every part is optional.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Frame {
    /// Who decides.
    pub decider: String,
    /// When the decision is due, in words.
    pub decide_by: String,
    /// Whose lives it is about.
    pub for_whom: String,
    /// What must not happen.
    pub red_lines: Vec<String>,
    /// What would count as success.
    pub success: String,
    /// Candidates for the tree, ranked by impact and uncertainty.
    pub drivers: Vec<Driver>,
}

/// A driver of change that may become a node of the tree.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Driver {
    /// What changes.
    pub title: String,
    /// Layer of digital readiness, if the room has said.
    #[serde(default)]
    pub layer: Option<Layer>,
    /// How much it matters, 1 to 5; 0 = not ranked yet.
    #[serde(default)]
    pub impact: u8,
    /// How little is known of its course, 1 to 5; 0 = not ranked yet.
    #[serde(default)]
    pub uncertainty: u8,
    /// What was said about it.
    #[serde(default)]
    pub note: String,
    /// The node that it became.
    #[serde(default)]
    pub node: Option<String>,
}

/// The highest rank of a driver.
pub const HIGHEST_RANK: u8 = 5;

/// From here on a rank is high.
const HIGH_RANK: u8 = 4;

impl Driver {
    /// Impact times uncertainty; 0 until both are ranked.
    #[must_use]
    pub fn score(&self) -> u8 {
        self.impact.saturating_mul(self.uncertainty)
    }

    /// Does much hang on it while little is known? Then it belongs into the tree.
    #[must_use]
    pub fn leads(&self) -> bool {
        self.impact >= HIGH_RANK && self.uncertainty >= HIGH_RANK
    }
}

/// What somebody guessed before the numbers were shown.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prediction {
    /// Key of the indicator.
    pub indicator: String,
    /// The year that the guess is about.
    pub year: i32,
    /// The option it is about, such as `budget.cheaper`; empty = none in particular.
    #[serde(default)]
    pub option: String,
    /// The cohort it is about; empty = everyone.
    #[serde(default)]
    pub cohort: String,
    /// The guess lies between this, in the unit of the indicator …
    pub low: f64,
    /// … and this.
    pub high: f64,
    /// Who guessed.
    #[serde(default)]
    pub who: String,
    /// When, in words.
    #[serde(default)]
    pub date: String,
}

/// Whether the room settled its probabilities before it saw what follows from them.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Blind {
    /// When they were locked, in words; empty = never.
    pub locked: String,
    /// What was changed after the reveal, in words.
    pub changed_after: Vec<String>,
}

/// When the room met, who was there and who was missing.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Room {
    /// Date in words.
    pub date: String,
    /// Who was present.
    pub present: Vec<String>,
    /// Who should have been there.
    pub missing: Vec<String>,
}

/// A view that the room did not share.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dissent {
    /// What it is about, such as `node.branch`.
    pub on: String,
    /// The view, in the words of those who hold it.
    pub view: String,
}

/// Something to watch in the real world.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signpost {
    /// What is watched.
    pub watch: String,
    /// Where the figure comes from.
    #[serde(default)]
    pub source: String,
    /// The value or event that counts.
    #[serde(default)]
    pub threshold: String,
    /// Who watches.
    #[serde(default)]
    pub who: String,
    /// What follows.
    #[serde(default)]
    pub then: String,
}
