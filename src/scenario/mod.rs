//! The vocabulary of foresight scenarios: what people write, read and argue about.
//!
//! Owns the plain types of a scenario file (format 1), the rules that a scenario must keep
//! and the meaning of its parts: paths through the tree, probabilities given a history,
//! medians. Never reads files, draws random numbers or knows the model's equations.

#![deny(clippy::indexing_slicing)]

mod assumption;
mod check;
pub mod edit;
mod effect;
mod frame;
mod history;
pub mod hybrid;
mod kind;
mod labels;
mod moved;
mod nearest;
mod node;
mod outcome;
mod paths;
mod place;
mod probability;
mod quantity;
mod setting;
mod simulation;
mod tree;
mod vocabulary;
mod wildcard;

pub use assumption::{Assumption, Evidence};
pub use check::{Code, Finding, Named, Severity, What, check};
pub use effect::{Effect, Op, default_effect_id};
pub use frame::{Blind, Dissent, Driver, Frame, HIGHEST_RANK, Prediction, Room, Signpost};
pub use kind::Kind;
pub use labels::{Certainty, Layer};
pub use moved::{Moved, Pull, Way, moved};
pub use node::{Branch, Chance, Choice, Decision, Given, Node};
pub use outcome::Outcome;
pub use paths::{Closed, MOST_PATHS, PathStep, TreePath, count_paths, path_id, paths};
pub use place::{Place, Step};
pub use quantity::{FieldFault, LEAST_SHAPE, Quantity, QuantityFault, Scale, pert_shapes};
pub use setting::{BASE_YEAR, BaselineRef, CustomBaseline, CustomCohort, Exposure, Setting};
pub use simulation::{Correlation, Sampling, Simulation};
pub use tree::Tree;
pub use vocabulary::{
    BaselineFacts, CohortFacts, EffectFacts, FlagFacts, Helps, InputFacts, PathFacts, Range,
    Vocabulary,
};
pub use wildcard::Wildcard;

pub(crate) use nearest::nearest;

use indexmap::IndexMap;
use serde::Deserialize;

/// The file format that this version reads and writes.
pub const FORMAT: u32 = 1;

/// One scenario: a question, a setting, a tree of decisions and chances, and why.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// Version of the file format, [`FORMAT`].
    pub format: u32,
    /// Short name shown everywhere.
    pub title: String,
    /// The question that the room wants answered.
    #[serde(default)]
    pub question: String,
    /// Why this room met.
    #[serde(default)]
    pub frame: Frame,
    /// Who met and who was missing.
    #[serde(default)]
    pub room: Room,
    /// Free notes.
    #[serde(default)]
    pub notes: String,
    /// Ideas set aside for another day.
    #[serde(default)]
    pub parked: Vec<String>,
    /// Views that the room did not share.
    #[serde(default)]
    pub dissent: Vec<Dissent>,
    /// When to look at the scenario again.
    #[serde(default)]
    pub review_by: String,
    /// Country or group, years and exposure definition.
    pub setting: Setting,
    /// How many draws, and how they are drawn.
    #[serde(default)]
    pub simulation: Simulation,
    /// Parameters that the room sees differently from the catalogue, by parameter id.
    #[serde(default)]
    pub assumptions: IndexMap<String, Assumption>,
    /// Parameters that move together.
    #[serde(default)]
    pub correlations: Vec<Correlation>,
    /// Decisions and chances.
    pub tree: Tree,
    /// Stress tests without a probability.
    #[serde(default)]
    pub wildcards: Vec<Wildcard>,
    /// What to watch in the real world.
    #[serde(default)]
    pub signposts: Vec<Signpost>,
    /// What the room guessed before the numbers were shown.
    #[serde(default)]
    pub predictions: Vec<Prediction>,
    /// Whether probabilities were settled before their consequences were seen.
    #[serde(default)]
    pub blind: Blind,
}
