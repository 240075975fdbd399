//! A scenario compiled for the processor: flat, numbered, ready to be walked.

use std::sync::Arc;

use super::columns::Columns;
use super::condition::{BranchTest, Condition};
use super::odds::{Factor, Split};
use super::program::{PeerBranch, Segment};
use super::redraw::Redraw;
use super::sample::Uniforms;
use crate::model::Country;
use crate::scenario::Sampling;
use crate::seeds::Baseline;

/// Most paths a plan may have.
pub const MAX_PATHS: usize = 4096;

/// Everything a run needs, and nothing that it does not.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Where the country stands, with its flags.
    pub baseline: Baseline,
    /// The reference country, if there is one.
    pub reference: Option<Baseline>,
    /// Base year.
    pub base_year: i32,
    /// Years simulated after the base year.
    pub steps: usize,
    /// Number of draws that are simulated; 1 in a median run.
    pub draws: u32,
    /// Number of draws of the design: those that are simulated and those that a condition leaves
    /// out.
    pub asked: u32,
    /// What must hold in every draw and path.
    pub condition: Condition,
    /// Tests of the condition on how nodes turn out.
    pub branch_tests: Vec<BranchTest>,
    /// Which draws of the design are simulated, in order; `None` = all of them.
    pub chosen: Option<Arc<Vec<u32>>>,
    /// Key of every random number.
    pub seed: u64,
    /// Design of the parameters' uniforms.
    pub sampling: Sampling,
    /// Every uncertain number stands at its median.
    pub median: bool,
    /// The wildcard that is switched on.
    pub stress: Option<String>,
    /// Which numbers are taken from other draws than their own, in a design for Sobol indices.
    pub redraw: Option<Arc<Redraw>>,
    /// What is drawn.
    pub columns: Columns,
    /// Where the uniforms of dimensions come from.
    pub uniforms: Option<Arc<Uniforms>>,
    /// Correlated parameters.
    pub copula: Option<super::sample::Copula>,
    /// Column of each slot whose base value is drawn: (slot, column).
    pub drawn_slots: Vec<(crate::model::theta::Slot, usize)>,
    /// Catalogue medians of all parameters, for the reference path: (slot, value).
    pub typical: Vec<(crate::model::theta::Slot, f64)>,
    /// Segments, depth first.
    pub segments: Arc<Vec<Segment>>,
    /// Rows of years over all segments.
    pub rows: usize,
    /// Runs of the reference country; empty without one.
    pub peers: Vec<PeerBranch>,
    /// Paths, in tree order.
    pub paths: Vec<Path>,
    /// Probabilities, by node and history.
    pub splits: Vec<Split>,
    /// The first open decision, if any.
    pub open: Option<OpenDecision>,
}

/// One way through the tree.
#[derive(Clone, Debug, Default)]
pub struct Path {
    /// `node=branch` joined by `/`.
    pub id: String,
    /// Nodes and outcomes passed, by name.
    pub history: Vec<(String, String)>,
    /// Factors of its weight.
    pub factors: Vec<Factor>,
    /// Columns of costs, with the number of years each is paid.
    pub costs: Vec<(usize, f64)>,
    /// Rows of its years, base year first.
    pub rows: Vec<usize>,
    /// Option of the first open decision that it takes.
    pub option: Option<usize>,
    /// That option does nothing: it has no effects and adopts nothing.
    pub idle_option: bool,
}

/// A decision that the scenario leaves open.
#[derive(Clone, Debug, PartialEq)]
pub struct OpenDecision {
    /// Its node.
    pub node: String,
    /// Its options, in the order of the file.
    pub options: Vec<String>,
}

impl Plan {
    /// The setting's country.
    pub fn country(&self) -> &Country {
        &self.baseline.country
    }

    /// Whether the condition lets an outcome of a node happen.
    pub fn lets_happen(&self, node: &str, outcome: &str) -> bool {
        let mut tests = self.branch_tests.iter();
        !tests.any(|test| test.excludes(node, outcome))
    }

    /// Whether the condition lets a whole path happen.
    pub fn lets_pass(&self, history: &[(String, String)]) -> bool {
        self.branch_tests.iter().all(|test| test.passes(history))
    }

    /// Is any decision open?
    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Does any path carry a cost?
    pub fn has_costs(&self) -> bool {
        self.paths.iter().any(|path| !path.costs.is_empty())
    }
}
