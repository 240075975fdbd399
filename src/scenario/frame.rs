//! Who met, why, and what they agreed to watch: the memory around the numbers.

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
