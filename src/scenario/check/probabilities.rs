//! Probabilities: each within 0 and 1, and together 1 after every history.

use super::report::Report;
use super::{Code, What, node_place, numbers};
use crate::scenario::check::Given;
use crate::scenario::paths::Paths;
use crate::scenario::{
    Branch, Chance, Closed, Node, PathStep, Place, Quantity, Range, Scale, path_id,
};
use std::collections::{HashMap, HashSet};

/// How far certain probabilities may miss 1.
const SLACK: f64 = 1e-6;

/// How far the medians of uncertain ones may miss 1 before someone should look at them.
const MEDIAN_SLACK: f64 = 0.05;

/// Checks every probability by itself.
pub(super) fn check_numbers(given: &Given<'_>, report: &mut Report) {
    for (id, chance) in chances(given) {
        for (number, branch) in chance.branches.iter().enumerate() {
            let place = node_place(id).field("branches").index(number);
            probability(report, place.field("probability"), &branch.probability);
            overrides(given, report, &place.field("given"), branch);
        }
    }
}

fn chances<'a>(given: &Given<'a>) -> impl Iterator<Item = (&'a str, &'a Chance)> {
    given
        .scenario
        .tree
        .nodes
        .iter()
        .filter_map(|(id, node)| match node {
            Node::Chance(chance) => Some((id.as_str(), chance)),
            Node::Decision(_) => None,
        })
}

fn probability(report: &mut Report, place: Place, quantity: &Quantity) {
    numbers::quantity(report, place, quantity, Scale::PROBABILITY, Range::SHARE);
}

fn overrides(given: &Given<'_>, report: &mut Report, place: &Place, branch: &Branch) {
    let nodes = &given.scenario.tree.nodes;
    let mut seen = HashSet::new();
    for (number, other) in branch.given.iter().enumerate() {
        let place = place.index(number);
        probability(report, place.field("probability"), &other.probability);
        match given.outcomes.get(other.node.as_str()) {
            None => {
                let nearest = report.nearest(&other.node, nodes.keys().map(String::as_str));
                let (what, id) = (What::Node, other.node.clone());
                report.add(place.field("node"), Code::Unknown { what, id, nearest });
            }
            Some(ids) if !ids.contains(other.branch.as_str()) => {
                let nearest = report.nearest(&other.branch, ids.iter().copied());
                let (what, id) = (What::Outcome, other.branch.clone());
                report.add(place.field("branch"), Code::Unknown { what, id, nearest });
            }
            Some(_) => {}
        }
        if !seen.insert((&other.node, &other.branch)) {
            let (node, branch) = (other.node.clone(), other.branch.clone());
            report.add(place, Code::RepeatedGiven { node, branch });
        }
    }
}

/// Checks the sums after every history of a sound tree.
pub(super) fn check_histories(given: &Given<'_>, closed: Closed, report: &mut Report) {
    let tree = &given.scenario.tree;
    let mut judged: HashSet<(&str, Vec<*const Quantity>)> = HashSet::new();
    let mut before: HashSet<(&str, &str)> = HashSet::new();
    let chances: HashMap<&str, Overridden<'_>> = chances(given)
        .map(|(id, chance)| (id, Overridden::new(chance)))
        .collect();
    for path in Paths::new(tree, closed) {
        for (number, step) in path.steps.iter().enumerate() {
            let history = path.steps.get(..number).unwrap_or_default();
            let Some(chance) = chances.get(step.node) else {
                continue;
            };
            before.extend(history.iter().map(|earlier| (step.node, earlier.node)));
            let used = chance.after(history);
            let key = used.iter().map(|quantity| std::ptr::from_ref(*quantity));
            if judged.insert((step.node, key.collect())) {
                let changed = chance.is_changed(&used);
                sum(report, step.node, &used, history, changed);
            }
        }
    }
    if closed == Closed::Ignored {
        never_before(given, report, &before);
    }
}

/// Overrides by node and outcome.
type ByOutcome<'a> = HashMap<(&'a str, &'a str), &'a Quantity>;

/// A chance node whose overrides are found at once, however many there are.
struct Overridden<'a> {
    branches: Vec<(&'a Quantity, ByOutcome<'a>)>,
}

impl<'a> Overridden<'a> {
    fn new(chance: &'a Chance) -> Self {
        let branches = chance.branches.iter().map(|branch| {
            // The first of two equal ones counts, as in `Branch::probability_after`.
            let given = branch.given.iter().rev().map(|given| {
                (
                    (given.node.as_str(), given.branch.as_str()),
                    &given.probability,
                )
            });
            (&branch.probability, given.collect())
        });
        Self {
            branches: branches.collect(),
        }
    }

    /// The probabilities after a history; the nearest override wins.
    fn after(&self, history: &[PathStep<'a>]) -> Vec<&'a Quantity> {
        let branches = self.branches.iter().map(|(own, given)| {
            let earlier = history.iter().rev().filter(|_| !given.is_empty());
            let mut overrides = earlier.filter_map(|step| given.get(&(step.node, step.outcome)));
            overrides.next().copied().unwrap_or(*own)
        });
        branches.collect()
    }

    /// True if any override is in force.
    fn is_changed(&self, used: &[&Quantity]) -> bool {
        let mut both = self.branches.iter().zip(used);
        both.any(|((own, _), used)| !std::ptr::eq(*own, *used))
    }
}

fn sum(
    report: &mut Report,
    id: &str,
    quantities: &[&Quantity],
    history: &[PathStep<'_>],
    changed: bool,
) {
    let history = if changed {
        path_id(history)
    } else {
        String::new()
    };
    let sum: f64 = quantities.iter().map(|quantity| quantity.median()).sum();
    let place = node_place(id).field("branches").name();
    if quantities.iter().all(|quantity| quantity.is_fixed()) {
        if (sum - 1.0).abs() > SLACK || sum.is_nan() {
            report.add(place, Code::ProbabilitySum { sum, history });
        }
    } else if sum <= 0.0 {
        report.add(place, Code::NoProbability { history });
    } else if (sum - 1.0).abs() > MEDIAN_SLACK {
        report.add(place, Code::ProbabilityMedians { sum, history });
    }
}

/// An override must name a node that can come before.
fn never_before(given: &Given<'_>, report: &mut Report, before: &HashSet<(&str, &str)>) {
    for (id, chance) in chances(given) {
        for (number, branch) in chance.branches.iter().enumerate() {
            for (other, earlier) in branch.given.iter().enumerate() {
                let known = given.scenario.tree.nodes.contains_key(&earlier.node);
                if known && !before.contains(&(id, earlier.node.as_str())) {
                    let place = node_place(id).field("branches").index(number);
                    let place = place.field("given").index(other).field("node");
                    let node = earlier.node.clone();
                    report.add(place, Code::GivenNotBefore { node });
                }
            }
        }
    }
}
