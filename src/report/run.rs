//! The outcome of one scenario, exactly as `foretree run --format json` prints it.
//!
//! The keys are a contract that other programs read (`docs/command-line.md`): extend, never
//! rename. Shares and probabilities are 0..1, people and workers are counts.

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use super::precision::Precision;
use super::stats::{Band, Series, Spread, Summary};

/// Everything one run found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RunReport {
    /// Which scenario this is.
    pub scenario: ScenarioLine,
    /// Where it starts.
    pub baseline: BaselineLine,
    /// The country the gap between countries is measured against, if any.
    #[serde(default)]
    pub reference: Option<ReferenceLine>,
    /// How it was computed.
    pub run: RunLine,
    /// Base year to horizon, both included.
    pub years: Vec<i32>,
    /// Cohort ids, the poorest first, women before men.
    pub cohorts: Vec<String>,
    /// What a person should know about each cohort, in the same order as `cohorts`.
    #[serde(default)]
    pub cohort_facts: Vec<CohortLine>,
    /// Whether whole-tree values mix open decisions.
    pub decisions: Decisions,
    /// The decisions that are open, in the order of the file.
    #[serde(default)]
    pub open_decisions: Vec<OpenDecision>,
    /// Whole-tree values by indicator key, in catalogue order.
    pub indicators: IndexMap<String, IndicatorReport>,
    /// Whole-tree bands by what is measured, then by cohort id.
    pub cohort_series: IndexMap<String, IndexMap<String, Band>>,
    /// One entry per option of the first open decision; empty when every decision is closed.
    pub options: Vec<OptionReport>,
    /// One entry per path of the tree, in tree order.
    pub paths: Vec<PathReport>,
    /// How exact the first numbers are, and whether there are enough draws; `null` for one draw.
    #[serde(default)]
    pub precision: Option<Precision>,
    /// What was left out or done differently than asked, for example to save memory.
    #[serde(default)]
    pub notes: Vec<Note>,
}

/// Name and fingerprint of a scenario.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ScenarioLine {
    /// The scenario's title.
    pub title: String,
    /// The question the room asked; may be empty.
    #[serde(default)]
    pub question: String,
    /// 16 hex digits: SHA-256 of the canonical scenario and the catalogue.
    pub fingerprint: String,
}

/// The base-year data a run started from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct BaselineLine {
    /// `country`, `group` or `custom`.
    pub kind: String,
    /// `MWI`, `ldc`; the name again for a custom baseline.
    pub id: String,
    /// Name shown to people.
    pub name: String,
    /// Where the figures come from and of which edition.
    pub vintage: String,
    /// Figures that are old, estimated or borrowed.
    pub flags: Vec<FlagLine>,
    /// Date of the list of members, for groups.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list_date: Option<String>,
    /// Number of members, for groups.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub members: Option<usize>,
}

/// One base-year figure that deserves doubt.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FlagLine {
    /// Name of the input, such as `skills`.
    pub input: String,
    /// Why it is doubtful, in words.
    pub reason: String,
    /// Year the figure was measured, if known.
    pub year: Option<i32>,
}

/// The reference country of the gap between countries.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ReferenceLine {
    /// Three-letter code.
    pub id: String,
    /// Name shown to people.
    pub name: String,
}

/// How the numbers were computed. The number of threads is absent on purpose: it changes nothing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RunLine {
    /// Number of draws per path; 1 in a median run. Those that a condition leaves out count too:
    /// `accepted_draws` are left.
    pub draws: u32,
    /// Seed of every random number.
    pub seed: u64,
    /// `latin_hypercube`, `sobol` or `independent`.
    pub sampling: String,
    /// Name of the generator, `chacha8`.
    pub rng: String,
    /// Version of the program that computed this.
    pub version: String,
    /// Whether every uncertain number stood at its median.
    pub median: bool,
    /// Id of the wildcard that was switched on, if any.
    #[serde(default)]
    pub stress: Option<String>,
    /// Memory that results were allowed to take, in MiB; absent where nobody could choose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub memory: Option<u32>,
    /// What must hold in every run, test by test as typed; empty = anything goes.
    #[serde(default, rename = "where")]
    pub condition: Vec<String>,
    /// Draws that pass the condition: all of them without one.
    #[serde(default)]
    pub accepted_draws: Option<u32>,
    /// Draws of equal weight that would tell as much as those that pass.
    #[serde(default)]
    pub effective_draws: Option<u32>,
}

impl RunLine {
    /// Whether there is one draw only: then nothing has a range.
    #[must_use]
    pub fn is_single(&self) -> bool {
        self.median || self.draws == 1 || self.accepted_draws == Some(1)
    }
}

/// What is needed to read one cohort's lines.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CohortLine {
    /// Cohort id.
    pub id: String,
    /// In extreme poverty in the base year.
    pub poor: bool,
    /// Women (true) or men (false).
    pub female: bool,
    /// Share of the population, 0..1.
    pub share: f64,
    /// People in the base year.
    pub people: f64,
    /// Income per head in the base year, dollars a year at purchasing-power parity.
    pub income_per_year: f64,
}

/// Whether whole-tree values mix open decisions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decisions {
    /// At least one decision is open: whole-tree values give each option the same weight, and no
    /// screen or table may headline them.
    Unweighted,
    /// No decision is open.
    Closed,
}

/// A decision that the scenario leaves open.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct OpenDecision {
    /// Id of the node.
    pub node: String,
    /// Its title.
    pub title: String,
}

/// Which direction of an indicator is good for people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Better {
    /// Higher is better.
    Up,
    /// Lower is better.
    Down,
    /// Neither: read it beside others.
    Context,
}

/// One indicator over the whole tree.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct IndicatorReport {
    /// Unit of the values, such as `share`, `people`, `workers`, `years`.
    pub unit: String,
    /// Which direction is good.
    pub better: Better,
    /// Name shown to people.
    pub label: String,
    /// Where tables show it: `connectivity`, `work`, `income`, `harm`, `between` or `cost`.
    #[serde(default)]
    pub group: String,
    /// Values at the end of the horizon, with per-draw path weights.
    pub horizon: Spread,
    /// Values by year, with mean path weights; absent where the indicator has none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub series: Option<Series>,
}

/// One option of the first open decision.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct OptionReport {
    /// Id of the decision node.
    pub node: String,
    /// Id of the option.
    pub option: String,
    /// The decision's title.
    #[serde(default)]
    pub node_title: String,
    /// The option's title.
    #[serde(default)]
    pub option_title: String,
    /// What the option's numbers leave out, in the words of the scenario; may be empty.
    #[serde(default)]
    pub not_counted: String,
    /// Effort in points, 1 to 3, for rooms without costs.
    #[serde(default)]
    pub effort: Option<u32>,
    /// Values at the end of the horizon by indicator key.
    pub indicators: IndexMap<String, Summary>,
    /// Values at the end of the horizon by what is measured, then by cohort id.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub cohorts: IndexMap<String, IndexMap<String, Summary>>,
    /// Bands by year by indicator key; may be left out.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub series: IndexMap<String, Band>,
    /// Bands by year, by what is measured, then by cohort id, as in the whole-tree
    /// `cohort_series`; at least `usage`, for the headline and its small chart.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub cohort_series: IndexMap<String, IndexMap<String, Band>>,
}

/// One path from the root to an end.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PathReport {
    /// `node=branch` joined by `/`; empty for a tree without nodes.
    pub id: String,
    /// Probability of the path; `null` when it needs an open decision.
    pub probability: Option<f64>,
    /// Product of the path's chance probabilities.
    pub chance_probability: Option<f64>,
    /// Values at the end of the horizon by indicator key.
    pub indicators: IndexMap<String, Summary>,
}

/// Something the reader should know about how the run went.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Note {
    /// Message id in the catalogue of words, without its `note-` prefix.
    pub id: String,
    /// The same in words, for readers of the JSON; filled by the command line.
    #[serde(default)]
    pub text: String,
    /// Values that the words need, by name.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub values: IndexMap<String, serde_json::Value>,
}
