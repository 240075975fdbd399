//! What runs that end in a setback have in common, exactly as `foretree setbacks --format json`
//! prints it.
//!
//! The keys are a contract that other programs read (`docs/command-line.md`): extend, never
//! rename. Shares are 0..1. What cannot be had is null.

mod csv;
mod fill;
mod text;

pub use csv::setbacks_csv;
pub use fill::{Answered, option_report};
pub use text::setbacks_text;

use serde::Serialize;

use super::run::{Note, RunLine, ScenarioLine};

/// Everything one search found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SetbacksReport {
    /// Which scenario this is.
    pub scenario: ScenarioLine,
    /// How it was computed.
    pub run: RunLine,
    /// What counts as a setback.
    pub setback: KindLine,
    /// Last year that a signpost may look at.
    pub until: i32,
    /// One entry per option of the first open decision; one without an option where none is open.
    pub options: Vec<OptionSetbacks>,
    /// What was left out or done differently than asked.
    pub notes: Vec<Note>,
}

/// What counts as a setback.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct KindLine {
    /// `any`, the key of one kind, or `threshold`.
    pub kind: String,
    /// The number behind a threshold: an indicator's key, or `offline:poor_women`.
    pub subject: Option<String>,
    /// The year at which it is looked at.
    pub year: i32,
    /// A setback lies below this.
    pub below: Option<f64>,
    /// A setback lies above this.
    pub above: Option<f64>,
    /// The same in words.
    pub text: String,
}

/// Setbacks of one option.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OptionSetbacks {
    /// Id of the open decision's node.
    pub node: Option<String>,
    /// Id of the option.
    pub option: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// Share of model runs that end in a setback.
    pub share: f64,
    /// Share of each of the three kinds, by key; empty where one kind is looked at.
    pub kinds: indexmap::IndexMap<String, f64>,
    /// Why there is no box: an id and a sentence.
    pub trouble: Option<Trouble>,
    /// Boxes, the first first.
    pub boxes: Vec<BoxLine>,
    /// Paths by their part of all setbacks.
    pub paths: Vec<PathLine>,
    /// Early quantities that announce a setback, the best first.
    pub signposts: Vec<SignpostLine>,
    /// Model runs behind the signposts.
    pub signpost_draws: usize,
    /// Quantities that were tried as signposts, each year on its own.
    pub signposts_tried: usize,
    /// The second opinion, if it was asked for.
    pub tree: Option<TreeLine>,
}

/// Why nothing can be said.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Trouble {
    /// A stable name.
    pub id: String,
    /// The same in words.
    pub text: String,
}

/// A box.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BoxLine {
    /// Share of all setbacks that lie inside.
    pub coverage: f64,
    /// Share of setbacks among the runs inside.
    pub density: f64,
    /// Share of all runs inside.
    pub mass: f64,
    /// Correlation between lying inside and being a setback.
    pub phi: f64,
    /// Its limits.
    pub limits: Vec<LimitLine>,
    /// Limits of the search that may be luck and are left out of the box.
    pub dropped: Vec<LimitLine>,
    /// Searches in half of the runs, checked on the other half.
    pub check: Option<CheckLine>,
    /// Every box on the way of the search.
    pub trajectory: Vec<StepLine>,
    /// Place on the way of the box that was chosen.
    pub chosen: usize,
}

/// A limit of a box.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LimitLine {
    /// `parameter`, `measure`, `effect`, `country`, `cost` or `node`.
    pub kind: String,
    /// Id of the input, or of the node.
    pub id: String,
    /// Not below.
    pub low: Option<f64>,
    /// Not above.
    pub high: Option<f64>,
    /// Where 5, 50 and 95 of 100 draws lie below; null for nodes.
    pub range: Option<[f64; 3]>,
    /// Ids of the outcomes inside, null for a run that does not meet the node; empty for numbers.
    pub outcomes: Vec<Option<String>>,
    /// Quasi-p-values (Bryant and Lempert 2010): of the low and the high side, or of the outcomes.
    pub quasi_p: Vec<f64>,
    /// Share of half-samples in which each of these came back.
    pub stability: Vec<f64>,
    /// The same in words.
    pub text: String,
}

/// How boxes did in runs that the search had not seen.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CheckLine {
    /// Searches.
    pub halves: usize,
    /// Mean coverage.
    pub coverage: f64,
    /// Mean density.
    pub density: f64,
    /// Share of setbacks.
    pub share: f64,
}

/// A box on the way of a search.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StepLine {
    /// `start`, `peel` or `paste`.
    pub made: String,
    /// Share of all setbacks inside.
    pub coverage: f64,
    /// Share of setbacks inside.
    pub density: f64,
    /// Share of all runs inside.
    pub mass: f64,
    /// Columns with a limit.
    pub limited: usize,
}

/// A path and its part of the setbacks.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PathLine {
    /// Id of the path.
    pub path: String,
    /// Its part of all runs.
    pub of_weight: f64,
    /// Its part of all setbacks.
    pub of_setbacks: f64,
    /// Share of setbacks among its own runs.
    pub share: f64,
}

/// A signpost.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SignpostLine {
    /// Key of the indicator; null for an event on the tree.
    pub indicator: Option<String>,
    /// Id of the node of an event.
    pub node: Option<String>,
    /// Id of its outcome.
    pub outcome: Option<String>,
    /// When it can be known.
    pub year: i32,
    /// The alarm goes off below this.
    pub below: Option<f64>,
    /// The alarm goes off above this.
    pub above: Option<f64>,
    /// Share of setbacks that are announced.
    pub hits: f64,
    /// Share of other runs with a false alarm.
    pub false_alarms: f64,
    /// Share of alarms after which no setback comes.
    pub wrong_alarms: f64,
    /// Youden's J.
    pub score: f64,
    /// The same in runs that did not choose the threshold.
    pub unseen: f64,
    /// Its spread over halves: 5 and 95 of 100.
    pub unseen_range: [f64; 2],
    /// Chance of such a score where it says nothing (Kolmogorov and Smirnov), for it alone.
    pub p_value: f64,
    /// The same in words.
    pub text: String,
}

/// A classification tree.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TreeLine {
    /// Number of leaves.
    pub leaves: usize,
    /// Share of the difference between setbacks and other runs that it explains in unseen runs.
    pub explains: f64,
    /// Leaves in which setbacks are commoner than elsewhere.
    pub rules: Vec<RuleLine>,
}

/// A leaf of a tree.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RuleLine {
    /// Share of all setbacks inside.
    pub coverage: f64,
    /// Share of setbacks inside.
    pub density: f64,
    /// Share of all runs inside.
    pub mass: f64,
    /// The same in words.
    pub text: String,
}
