//! Which changes lead from one scenario to another.

use std::collections::{BTreeSet, HashSet};

use indexmap::IndexMap;

use super::Change;
use super::items::{is_given, slots};
use crate::scenario::{Assumption, Node, Scenario, Tree};

/// Everything that moves numbers and is not the same in both, in the order of a file. The years to
/// which they run are the caller's matter: both must end in the same.
#[must_use]
pub fn changes(from: &Scenario, to: &Scenario) -> Vec<Change> {
    let mut found = Vec::new();
    let (old, new) = (&from.setting, &to.setting);
    let place = !same_place(from, to);
    if place {
        found.push(Change::Place);
    }
    if old.baseline == new.baseline {
        found.extend(
            differing(&old.inputs, &new.inputs)
                .into_iter()
                .map(Change::Input),
        );
    }
    let parameters = differing(&from.assumptions, &to.assumptions);
    found.extend(parameters.into_iter().map(Change::Parameter));
    if from.correlations != to.correlations {
        found.push(Change::Correlations);
    }
    let built_alike = is_built_alike(&from.tree, &to.tree);
    if !built_alike {
        found.push(Change::Tree);
    }
    let nodes = comparable(from, to);
    let years = |(_, old, new): &(&str, &Node, &Node)| old.year() != new.year();
    if built_alike && nodes.iter().any(years) {
        found.push(Change::Years);
    }
    for (id, old, new) in nodes {
        node(from, to, (id, old, new), &mut found);
    }
    let mut seen = HashSet::new();
    found.retain(|change| seen.insert(change.clone()));
    found
}

fn node(
    from: &Scenario,
    to: &Scenario,
    (id, old, new): (&str, &Node, &Node),
    found: &mut Vec<Change>,
) {
    if old.choose() != new.choose() && decides_more(from, to, (id, old, new)) {
        let node = id.to_owned();
        found.push(Change::Chosen { node });
    }
    if probabilities_differ(old, new) {
        let node = id.to_owned();
        found.push(Change::Probabilities { node });
    }
    for slot in slots(id, old, new) {
        found.extend(slot.passing().into_iter().filter_map(|item| item.change));
    }
}

/// Whether the options that two scenarios take lead to different things beyond their own effects.
fn decides_more(from: &Scenario, to: &Scenario, (id, old, new): (&str, &Node, &Node)) -> bool {
    let next = |node: &Node, option: &str| {
        let all = node.outcomes();
        let found = all.iter().find(|outcome| outcome.id == option);
        found.and_then(|outcome| outcome.next).map(str::to_owned)
    };
    match (old.choose(), new.choose()) {
        (Some(one), Some(other)) => {
            next(old, one) != next(old, other)
                || next(new, one) != next(new, other)
                || is_given(from, id)
                || is_given(to, id)
        }
        _ => true,
    }
}

/// Names whose values differ or that only one has.
fn differing(
    from: &IndexMap<String, Assumption>,
    to: &IndexMap<String, Assumption>,
) -> Vec<String> {
    let names: BTreeSet<&String> = from.keys().chain(to.keys()).collect();
    let value = |all: &IndexMap<String, Assumption>, name: &str| {
        all.get(name).map(|assumption| assumption.value.clone())
    };
    let differs = |name: &&String| value(from, name) != value(to, name);
    names.into_iter().filter(differs).cloned().collect()
}

fn same_place(from: &Scenario, to: &Scenario) -> bool {
    let (from, to) = (&from.setting, &to.setting);
    from.baseline == to.baseline && from.reference == to.reference && from.exposure == to.exposure
}

fn probabilities_differ(old: &Node, new: &Node) -> bool {
    let (Node::Chance(old), Node::Chance(new)) = (old, new) else {
        return false;
    };
    let find = |id: &str| new.branches.iter().find(|branch| branch.id == id);
    old.branches.iter().any(|branch| {
        find(&branch.id).is_none_or(|other| {
            other.probability != branch.probability || other.given != branch.given
        })
    })
}

/// Whether two nodes have the same kind and the same outcomes.
pub(super) fn is_comparable(old: &Node, new: &Node) -> bool {
    let ids = |node: &Node| -> BTreeSet<String> {
        node.outcomes().iter().map(|o| o.id.to_owned()).collect()
    };
    matches!(old, Node::Chance(_)) == matches!(new, Node::Chance(_)) && ids(old) == ids(new)
}

/// Nodes of both that can be compared and that either can reach.
fn comparable<'a>(from: &'a Scenario, to: &'a Scenario) -> Vec<(&'a str, &'a Node, &'a Node)> {
    let (here, there) = (from.tree.reachable(), to.tree.reachable());
    let nodes = from.tree.nodes.iter();
    nodes
        .filter(|(id, _)| here.contains(id.as_str()) || there.contains(id.as_str()))
        .filter_map(|(id, old)| Some((id.as_str(), old, to.tree.nodes.get(id)?)))
        .filter(|(_, old, new)| is_comparable(old, new))
        .collect()
}

/// Whether the same nodes and branches follow each other in both, as far as they can be reached.
pub(super) fn is_built_alike(from: &Tree, to: &Tree) -> bool {
    let mut ids = from.reachable();
    ids.extend(to.reachable());
    let next = |node: &Node| -> BTreeSet<(String, Option<String>)> {
        let own = |o: &crate::scenario::Outcome<'_>| (o.id.to_owned(), o.next.map(str::to_owned));
        node.outcomes().iter().map(own).collect()
    };
    from.root == to.root
        && ids
            .into_iter()
            .all(|id| match (from.nodes.get(id), to.nodes.get(id)) {
                (Some(old), Some(new)) => is_comparable(old, new) && next(old) == next(new),
                (None, None) => true,
                _ => false,
            })
}
