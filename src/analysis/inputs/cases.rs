//! Paths and draws as cases: one case per path and draw, with a weight, or one sampled path per
//! draw where a method wants plain rows.

use super::{InputColumn, inputs};
use crate::analysis::splitmix;
use crate::analysis::weights::{PathWeight, Weights};
use crate::scenario::Scenario;
use crate::sim::Plan;

/// Cases of some paths. Inputs differ by draw only, outcomes of nodes by path only.
#[derive(Clone, Debug, PartialEq)]
pub struct Cases {
    /// Draws per path.
    pub draws: usize,
    /// Numbers of the paths, in tree order.
    pub paths: Vec<usize>,
    /// Weight of each of these paths; an open decision counts each option alike.
    pub weights: Vec<PathWeight>,
    /// What was drawn.
    pub inputs: Vec<InputColumn>,
    /// How the nodes turn out of which more than one outcome is among the paths.
    pub branches: Vec<BranchColumn>,
}

/// How a node turns out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BranchColumn {
    /// Id of the node.
    pub node: String,
    /// Ids of its outcomes that some path takes, in the order of the file.
    pub outcomes: Vec<String>,
    /// Place of the outcome that each path takes; none where the path does not meet the node.
    pub by_path: Vec<Option<usize>>,
}

/// One case per draw, with a path sampled by weight: rows of equal weight.
#[derive(Clone, Debug, PartialEq)]
pub struct Rows<'a> {
    /// Columns of inputs, by draw.
    pub inputs: &'a [InputColumn],
    /// Path of each draw, by its place in [`Cases::paths`].
    pub paths: Vec<usize>,
    /// Outcome of each branch column in each draw; none where the node is not met.
    pub branches: Vec<Vec<Option<usize>>>,
}

impl Cases {
    /// The cases of some paths of a plan and their first `draws` draws. `scenario` is the one that the plan
    /// was compiled from.
    #[must_use]
    pub fn new(
        scenario: &Scenario,
        plan: &Plan,
        weights: &Weights,
        paths: &[usize],
        draws: usize,
    ) -> Cases {
        let inputs = inputs(scenario, plan, draws);
        let weight = |path: &usize| match weights.whole.get(*path) {
            Some(PathWeight::Each(all)) => {
                PathWeight::Each(all.iter().copied().take(draws).collect())
            }
            Some(same) => same.clone(),
            None => PathWeight::Same(0.0),
        };
        Cases {
            draws: draws.min(plan.draws as usize),
            weights: paths.iter().map(weight).collect(),
            paths: paths.to_vec(),
            branches: branch_columns(scenario, plan, paths),
            inputs,
        }
    }

    /// One path per draw, sampled with the weights of that draw. The same seed gives the same rows; a
    /// draw in which no path has weight takes the first.
    #[must_use]
    pub fn rows(&self, seed: u64) -> Rows<'_> {
        let path = |draw: usize| {
            let weight = |place: usize| self.weights[place].at(draw);
            let total: f64 = (0..self.paths.len()).map(weight).sum();
            let mut left = hashed(seed, draw as u64) * total;
            let fits = |place: &usize| {
                left -= weight(*place);
                left < 0.0
            };
            (0..self.paths.len()).find(fits).unwrap_or(0)
        };
        let paths: Vec<usize> = (0..self.draws).map(path).collect();
        let outcomes = |column: &BranchColumn| {
            let of_draw = paths.iter().map(|place| *column.by_path.get(*place)?);
            of_draw.collect()
        };
        Rows {
            inputs: &self.inputs,
            branches: self.branches.iter().map(outcomes).collect(),
            paths,
        }
    }
}

/// The nodes on some paths that turn out in more than one way, in the order in which they are met.
fn branch_columns(scenario: &Scenario, plan: &Plan, paths: &[usize]) -> Vec<BranchColumn> {
    let histories = || paths.iter().filter_map(|path| plan.paths.get(*path));
    let mut nodes: Vec<&str> = Vec::new();
    for (node, _) in histories().flat_map(|path| &path.history) {
        if !nodes.contains(&node.as_str()) {
            nodes.push(node);
        }
    }
    let column = |node: &str| {
        let taken = |path: &usize| -> Option<&str> {
            let history = plan.paths.get(*path)?.history.iter();
            let mut met = history.filter(|(id, _)| id == node);
            met.next().map(|(_, outcome)| outcome.as_str())
        };
        let taken: Vec<Option<&str>> = paths.iter().map(taken).collect();
        let mut outcomes: Vec<String> = Vec::new();
        for outcome in scenario.tree.nodes.get(node)?.outcomes() {
            if taken.contains(&Some(outcome.id)) {
                outcomes.push(outcome.id.to_owned());
            }
        }
        let place = |id: &str| outcomes.iter().position(|outcome| outcome == id);
        let by_path = taken.iter().map(|id| id.and_then(place)).collect();
        (outcomes.len() > 1).then(|| BranchColumn {
            node: node.to_owned(),
            by_path,
            outcomes,
        })
    };
    nodes.into_iter().filter_map(column).collect()
}

/// A number in 0..1 that depends on the seed and the draw alone.
fn hashed(seed: u64, draw: u64) -> f64 {
    let state = seed ^ draw.wrapping_add(1).wrapping_mul(splitmix::STEP);
    splitmix::unit(splitmix::scrambled(state))
}
