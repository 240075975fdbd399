//! What can be reached in a tree, and dropping what no longer can.

use super::find::outcomes_mut;
use super::{EditFault, find};
use crate::scenario::{BASE_YEAR, Node, Scenario, Tree};
use std::collections::{HashSet, VecDeque};

/// What an edit took away because no path leads to it any more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dropped {
    /// Ids of nodes.
    pub nodes: Vec<String>,
}

/// The nodes that follow a node, itself included.
pub(super) fn below(tree: &Tree, start: &str) -> HashSet<String> {
    let mut reached = HashSet::new();
    let mut ahead = vec![start.to_owned()];
    while let Some(id) = ahead.pop() {
        let Some(node) = tree.nodes.get(&id) else {
            continue;
        };
        if reached.insert(id) {
            let outcomes = node.outcomes().into_iter();
            ahead.extend(outcomes.filter_map(|outcome| outcome.next.map(str::to_owned)));
        }
    }
    reached
}

/// The nodes that may come before a node, itself excluded.
pub(super) fn above(tree: &Tree, end: &str) -> HashSet<String> {
    let ids = tree.nodes.keys();
    ids.filter(|id| id.as_str() != end && below(tree, id).contains(end))
        .cloned()
        .collect()
}

/// Drops the nodes that could be reached before an edit and cannot be now.
///
/// What could not be reached before is somebody's unfinished work and stays.
pub(super) fn drop_unreachable(scenario: &mut Scenario, before: &HashSet<String>) -> Dropped {
    let now = below(&scenario.tree, &scenario.tree.root);
    let lost = |id: &str| before.contains(id) && !now.contains(id);
    let ids = scenario.tree.nodes.keys();
    let nodes: Vec<String> = ids.filter(|id| lost(id)).cloned().collect();
    forget(scenario, &nodes);
    Dropped { nodes }
}

/// Removes nodes and what names them: overrides, and the mark of a driver that became one.
pub(super) fn forget(scenario: &mut Scenario, nodes: &[String]) {
    let gone = |id: &String| nodes.contains(id);
    scenario.tree.nodes.retain(|id, _| !gone(id));
    for node in scenario.tree.nodes.values_mut() {
        if let Node::Chance(chance) = node {
            for branch in &mut chance.branches {
                branch.given.retain(|given| !gone(&given.node));
            }
        }
        for outcome in outcomes_mut(node) {
            if outcome.next.as_ref().is_some_and(gone) {
                *outcome.next = None;
            }
        }
    }
    for driver in &mut scenario.frame.drivers {
        if driver.node.as_ref().is_some_and(gone) {
            driver.node = None;
        }
    }
}

/// The nodes that lead straight to a node, and their years.
pub(super) fn parents<'a>(tree: &'a Tree, id: &str) -> Vec<(&'a str, i32)> {
    let leads = |node: &Node| {
        node.outcomes()
            .iter()
            .any(|outcome| outcome.next == Some(id))
    };
    let nodes = tree.nodes.iter().filter(|(_, node)| leads(node));
    nodes.map(|(id, node)| (id.as_str(), node.year())).collect()
}

/// Refuses a year outside of the horizon.
pub(super) fn within_horizon(scenario: &Scenario, year: i32) -> Result<(), EditFault> {
    let (first, last) = (BASE_YEAR + 1, scenario.setting.horizon.1);
    match (first..=last).contains(&year) {
        true => Ok(()),
        false => Err(EditFault::Year { year, first, last }),
    }
}

/// Refuses a way from one node to another that comes round again or goes back in time.
pub(super) fn may_lead(scenario: &Scenario, from: &str, to: &str) -> Result<(), EditFault> {
    let (parent, child) = (find::node(scenario, from)?, find::node(scenario, to)?);
    if let Some(way) = way(&scenario.tree, to, from) {
        let nodes = [from.to_owned()].into_iter().chain(way).collect();
        return Err(EditFault::Cycle { nodes });
    }
    must_follow(to, child.year(), from, parent.year())
}

/// The nodes on a shortest way from one node to another, both included, if there is one.
fn way(tree: &Tree, from: &str, to: &str) -> Option<Vec<String>> {
    let mut seen: HashSet<&str> = HashSet::from([from]);
    let mut ways = VecDeque::from([vec![from]]);
    while let Some(way) = ways.pop_front() {
        let last = *way.last()?;
        if last == to {
            return Some(way.into_iter().map(str::to_owned).collect());
        }
        let outcomes = tree.nodes.get(last).map(Node::outcomes);
        for next in outcomes
            .into_iter()
            .flatten()
            .filter_map(|outcome| outcome.next)
        {
            if seen.insert(next) {
                ways.push_back(way.iter().copied().chain([next]).collect());
            }
        }
    }
    None
}

/// Refuses a node that does not come after its parent.
pub(super) fn must_follow(
    node: &str,
    year: i32,
    parent: &str,
    parent_year: i32,
) -> Result<(), EditFault> {
    if year > parent_year {
        return Ok(());
    }
    Err(EditFault::YearNotAfter {
        node: node.to_owned(),
        year,
        parent: parent.to_owned(),
        parent_year,
    })
}
