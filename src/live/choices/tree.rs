//! A decision tree made of a plan's paths.

use std::sync::Arc;

use super::ask::ChoicesFault;
use crate::analysis::choices::{DecisionTree, NodeId, Odds};
use crate::analysis::weights::{PathWeight, branch_odds};
use crate::live::Results;
use crate::report::choices::Passed;
use crate::scenario::{Node, Scenario};
use crate::sim::Plan;
use crate::sim::odds::Factor;

/// A tree, and what its nodes are in the scenario.
pub(super) struct Grown {
    pub(super) tree: DecisionTree,
    /// Decisions of the tree, those nearest to the root first.
    pub(super) decisions: Vec<GrownDecision>,
    /// Path of each end.
    ends: Vec<(NodeId, usize)>,
}

/// A decision of the tree.
pub(super) struct GrownDecision {
    pub(super) id: NodeId,
    /// Its node in the scenario.
    pub(super) node: String,
    /// Ids of its options.
    pub(super) options: Vec<String>,
    /// Nodes and outcomes on the way.
    pub(super) after: Vec<(String, String)>,
}

impl Grown {
    /// The path of an end.
    pub(super) fn path(&self, end: NodeId) -> Option<usize> {
        let found = self.ends.iter().find(|(own, _)| *own == end);
        found.map(|(_, path)| *path)
    }
}

/// Event of a chance node: its place in the file.
pub(super) fn event_of(scenario: &Scenario, node: &str) -> usize {
    scenario.tree.nodes.get_index_of(node).unwrap_or(usize::MAX)
}

/// The tree of some paths, which must contain all branches of the chances they meet.
pub(super) fn grown(
    results: &Results,
    paths: &[usize],
    goodness: &[Arc<[f64]>],
) -> Result<Grown, ChoicesFault> {
    let odds = branch_odds(&results.ensemble);
    let odds = odds
        .into_iter()
        .map(|split| split.into_iter().map(as_odds).collect());
    let mut growth = Growth {
        scenario: &results.scenario,
        plan: &results.ensemble.plan,
        odds: odds.collect(),
        goodness,
        grown: Grown {
            tree: DecisionTree::with_runs(results.draws()),
            decisions: Vec::new(),
            ends: Vec::new(),
        },
    };
    if paths.is_empty() {
        return Err(ChoicesFault::NothingOpen);
    }
    let (_, mass) = growth.lay(paths, 0, 0)?;
    if let Odds::Each(all) = mass {
        // A condition on how chances turn out makes some draws likelier than others.
        growth.grown.tree.weigh_runs(all.to_vec())?;
    }
    growth
        .grown
        .decisions
        .sort_by_key(|own| std::cmp::Reverse(own.id));
    growth.grown.decisions.sort_by_key(|own| own.after.len());
    Ok(growth.grown)
}

fn as_odds(weight: PathWeight) -> Odds {
    match weight {
        PathWeight::Same(p) => Odds::Same(p),
        PathWeight::Each(all) => Odds::Each(all.into()),
    }
}

/// Probabilities of branches given that a condition holds, and how likely it holds: `masses` says how
/// likely it does after each branch. Without a condition both are as they were.
fn conditional(odds: Vec<Odds>, masses: &[Odds], runs: usize) -> (Vec<Odds>, Odds) {
    let one = Odds::Same(1.0);
    let whole = |run: usize| odds.iter().map(|p| p.at(run)).sum::<f64>();
    let all_pass = masses.iter().all(|mass| *mass == one);
    if all_pass && (0..runs).all(|run| (whole(run) - 1.0).abs() < 1e-9) {
        return (odds, one);
    }
    let share = |branch: usize, run: usize| odds[branch].at(run) * masses[branch].at(run);
    let total = |run: usize| {
        (0..odds.len())
            .map(|branch| share(branch, run))
            .sum::<f64>()
    };
    let differs = odds
        .iter()
        .chain(masses)
        .any(|p| matches!(p, Odds::Each(_)));
    let of = |value: &dyn Fn(usize) -> f64| match differs {
        true => Odds::Each((0..runs).map(value).collect()),
        false => Odds::Same(value(0)),
    };
    let given = |branch: usize| {
        of(&|run| match total(run) {
            all if all > 0.0 => share(branch, run) / all,
            // A run that cannot happen has no weight; any probabilities do.
            _ => 1.0 / odds.len() as f64,
        })
    };
    ((0..odds.len()).map(given).collect(), of(&total))
}

struct Growth<'a> {
    scenario: &'a Scenario,
    plan: &'a Plan,
    /// Probabilities by split and branch.
    odds: Vec<Vec<Odds>>,
    goodness: &'a [Arc<[f64]>],
    grown: Grown,
}

impl Growth<'_> {
    /// Lays down the part of the tree in which these paths differ, after so many nodes and weight
    /// factors, and tells how likely a condition lets it happen: 1 without one. As deep as a path
    /// has nodes.
    fn lay(
        &mut self,
        paths: &[usize],
        depth: usize,
        factor: usize,
    ) -> Result<(NodeId, Odds), ChoicesFault> {
        let plan = self.plan;
        let first = &plan.paths[paths[0]];
        let Some((node, _)) = first.history.get(depth) else {
            let end = self
                .grown
                .tree
                .end_runs(Arc::clone(&self.goodness[paths[0]]))?;
            self.grown.ends.push((end, paths[0]));
            return Ok((end, Odds::Same(1.0)));
        };
        let groups = paths.chunk_by(|a, b| {
            plan.paths[*a].history.get(depth) == plan.paths[*b].history.get(depth)
        });
        let groups: Vec<&[usize]> = groups.collect();
        let closed = self.scenario.tree.nodes.get(node).and_then(Node::choose);
        if closed.is_some() {
            return self.lay(paths, depth + 1, factor);
        }
        let (mut next, mut masses) = (Vec::new(), Vec::new());
        for group in &groups {
            let (id, mass) = self.lay(group, depth + 1, factor + 1)?;
            next.push(id);
            masses.push(mass);
        }
        let runs = self.grown.tree.runs();
        match first.factors.get(factor) {
            Some(Factor::Branch(..)) => {
                let odds: Vec<Odds> = groups.iter().map(|g| self.branch(g[0], factor)).collect();
                let (odds, mass) = conditional(odds, &masses, runs);
                let event = event_of(self.scenario, node);
                let id = self.grown.tree.chance(event, odds.into_iter().zip(next))?;
                Ok((id, mass))
            }
            _ => {
                let alike = vec![Odds::Same(1.0 / masses.len() as f64); masses.len()];
                let (_, mass) = conditional(alike, &masses, runs);
                Ok((self.decide(&groups, depth, next)?, mass))
            }
        }
    }

    fn branch(&self, path: usize, factor: usize) -> Odds {
        match self.plan.paths[path].factors.get(factor) {
            Some(Factor::Branch(split, branch)) => self.odds[*split][*branch].clone(),
            _ => Odds::Same(1.0),
        }
    }

    fn decide(
        &mut self,
        groups: &[&[usize]],
        depth: usize,
        next: Vec<NodeId>,
    ) -> Result<NodeId, ChoicesFault> {
        let id = self.grown.tree.decision(next)?;
        let history = |group: &&[usize]| &self.plan.paths[group[0]].history;
        let first = groups.first().map(|group| history(group).clone());
        let first = first.unwrap_or_default();
        let option = |group: &&[usize]| history(group).get(depth).map(|(_, o)| o.clone());
        self.grown.decisions.push(GrownDecision {
            id,
            node: first
                .get(depth)
                .map(|(node, _)| node.clone())
                .unwrap_or_default(),
            options: groups.iter().filter_map(option).collect(),
            after: first.into_iter().take(depth).collect(),
        });
        Ok(id)
    }
}

/// The way to a decision in words of the scenario.
pub(super) fn passed(results: &Results, after: &[(String, String)]) -> Vec<Passed> {
    let nodes = &results.scenario.tree.nodes;
    let one = |(node, outcome): &(String, String)| Passed {
        node: node.clone(),
        title: nodes
            .get(node)
            .map(|n| n.title().to_owned())
            .unwrap_or_default(),
        outcome: outcome.clone(),
        outcome_title: super::outcome_title(results, node, outcome),
    };
    after.iter().map(one).collect()
}
