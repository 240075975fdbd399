//! A scenario in which one decision is taken later.

use std::collections::HashSet;

use crate::analysis::assumed::closed;
use crate::scenario::{Node, Scenario};
use crate::sim::action::Delayed;

/// A scenario in which an option is taken, so many years later, and which outcomes are late then:
/// its own and those of the nodes that come about through it. What is settled before it is taken
/// cannot depend on it any more.
///
/// The tree keeps its years, so that no order is upset. `None` if there is no such option.
pub(super) fn delayed(
    scenario: &Scenario,
    (node, option): (&str, &str),
    idle: Option<&str>,
    years: i32,
) -> Option<(Scenario, Vec<Delayed>)> {
    let mut taken = closed(scenario, node, option)?;
    if years == 0 {
        return Some((taken, Vec::new()));
    }
    let hanging = hanging(&taken, (node, option), idle);
    let late = |node: &str, outcome: Option<&str>| Delayed {
        node: node.to_owned(),
        outcome: outcome.map(str::to_owned),
        years,
    };
    let mut all = vec![late(node, Some(option))];
    all.extend(hanging.iter().map(|id| late(id, None)));
    let mut settled = Vec::new();
    for id in hanging.iter().map(String::as_str).chain([node]) {
        let year = taken.tree.nodes.get(id)?.year();
        settled.push((id.to_owned(), year + years));
    }
    for (id, other) in &mut taken.tree.nodes {
        if !hanging.contains(id) {
            forget_the_future(other, &settled, (node, option, idle));
        }
    }
    Some((taken, all))
}

/// Takes away what a chance would know of nodes that are settled in its year or later; of the
/// decision itself it knows then what it knows when nothing is done.
fn forget_the_future(
    node: &mut Node,
    settled: &[(String, i32)],
    (decision, option, idle): (&str, &str, Option<&str>),
) {
    let Node::Chance(chance) = node else { return };
    let year = chance.year;
    let is_future = |id: &str| {
        settled
            .iter()
            .any(|(late, settled)| late == id && *settled >= year)
    };
    let too_late = is_future(decision);
    for branch in &mut chance.branches {
        let nothing = branch
            .given
            .iter()
            .find(|given| given.node == decision && Some(given.branch.as_str()) == idle)
            .map(|given| given.probability.clone());
        branch.given.retain(|given| !is_future(&given.node));
        if too_late && let Some(probability) = nothing {
            branch.given.push(crate::scenario::Given {
                node: decision.to_owned(),
                branch: option.to_owned(),
                probability,
            });
        }
    }
}

/// The nodes that come about through an option only: not when nothing is done, or, where no option
/// does nothing, not through any other option.
fn hanging(taken: &Scenario, (node, option): (&str, &str), idle: Option<&str>) -> Vec<String> {
    let mut without = taken.clone();
    if let Some(Node::Decision(decision)) = without.tree.nodes.get_mut(node) {
        match idle {
            Some(idle) => decision.choose = Some(idle.to_owned()),
            None => {
                decision.choose = None;
                decision.options.retain(|other| other.id != option);
            }
        }
    }
    let anyway: HashSet<&str> = without.tree.reachable();
    let nodes = taken.tree.reachable();
    let mut only: Vec<String> = nodes
        .into_iter()
        .filter(|id| *id != node && !anyway.contains(id))
        .map(str::to_owned)
        .collect();
    only.sort_unstable();
    only
}
